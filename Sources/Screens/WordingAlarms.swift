import Alarms
import CaseFlow

// What alarms and the crisis rule say, in words.

extension Wording {
  /// A value of a measure: `113 %`, `1h52`, `7 people`.
  static func reading(_ reading: Reading, _ unit: MeasureUnit) -> String {
    switch unit {
    case .percent: reading.of > 0 ? "\(reading.amount * 100 / reading.of) %" : "\(reading.amount) of 0"
    case .minutes: TimeText.length(Span(milliseconds: Int64(reading.amount)))
    case .people: "\(reading.amount) people"
    case .cases: reading.amount == 1 ? "1 case" : "\(reading.amount) cases"
    }
  }

  /// A limit of a measure, in the same words.
  static func raise(_ value: Int, _ unit: MeasureUnit) -> String {
    switch unit {
    case .percent: "\(value) %"
    case .minutes: TimeText.length(.minutes(value))
    case .people: "\(value) people"
    case .cases: value == 1 ? "1 case" : "\(value) cases"
    }
  }

  static func arrivalsPart(_ arrived: Int, _ processed: Int, minutes: Int) -> String {
    "\(arrived) people arrived in \(minutes) minutes, \(processed) were processed"
  }

  static func placesPart(_ kind: PlaceKind, _ occupied: Int, _ staffed: Int, minutes: Int) -> String {
    "\(places(kind)): \(occupied) people on \(staffed) staffed places for \(minutes) minutes"
  }

  package static let noNextAlarm = "No further alarm is raised in this recording."
  package static let pausedAtAlarm = "Paused where the next alarm is raised. p goes on."
  static func loading(_ file: String) -> String { "Reading and checking \(file) ..." }
}
