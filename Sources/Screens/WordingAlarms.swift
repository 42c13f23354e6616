import Alarms
import CaseFlow

// Values and limits of alarms.
extension Wording {
  static func value(_ reading: Reading, _ unit: MeasureUnit) -> String {
    switch unit {
    case .percent: "\(reading.amount)/\(reading.of)"
    case .minutes: TimeText.length(Span(milliseconds: Int64(reading.amount)))
    case .people, .cases: "\(reading.amount)"
    }
  }

  static func limit(_ value: Int, _ unit: MeasureUnit) -> String {
    switch unit {
    case .percent: "\(value)%"
    case .minutes: TimeText.length(.minutes(value))
    case .people, .cases: "\(value)"
    }
  }
}

// What binds a stage.
extension Wording {
  static func limit(_ limit: StageLimit) -> String {
    switch limit {
    case .desks: "desks"
    case .staff: "staff"
    case .interpreters: "interpr."
    }
  }
}

// The page of keys in the documents.
extension Wording {
  static let manualTitle = "Keys"
  static let manualNote = "Written from the program's own table of commands; the program shows the same under `?`."
  static let manualColumns = ["keys", "command", "what it does"]
}
