import Alarms
import CaseFlow

// Values and limits of alarms.
extension Wording {
  static func value(_ reading: Reading, _ measure: Measure) -> String {
    switch measure.of.unit {
    case .percent: reading.of > 0 ? "\(reading.amount * 100 / reading.of) %" : "\(reading.amount)/0"
    case .minutes: TimeText.length(Span(milliseconds: Int64(reading.amount)))
    case .hours:
      reading.of > 0 ? TimeText.length(.minutes(reading.amount * 1_440 / reading.of)) : "\(reading.amount)/0"
    case .peopleADay: "\(reading.amount * 1_440 / max(1, reading.of))"
    case .people, .cases: signed(reading.amount, measure)
    }
  }

  static func limit(_ value: Int, _ measure: Measure) -> String {
    switch measure.of.unit {
    case .percent: "\(value) %"
    case .minutes: TimeText.length(.minutes(value))
    case .hours: TimeText.length(.hours(value))
    case .peopleADay: "\(value)"
    case .people, .cases: signed(value, measure)
    }
  }

  /// What a value does not say by itself: the people and the places of a share, the window of a balance.
  static func detail(_ reading: Reading, _ measure: Measure) -> String {
    switch measure.of {
    case .kindOccupancy: "\(reading.amount)/\(reading.of) staffed"
    case .areaOccupancy, .centerOccupancy: "\(reading.amount)/\(reading.of) usable"
    case .arrivalsOverProcessed: measure.minutes.map { "in \($0) min" } ?? ""
    case .linkedIllness: "in 72 h"
    case .arrivalsADay:
      (measure.minutes ?? 1_440) > 1_440 ? "a day over \((measure.minutes ?? 0) / 1_440) days" : "a day"
    case .stockHours: "\(reading.amount) here, \(reading.of) left in a day"
    case .oldestWait, .p90Wait, .census, .predictedBreaches, .interpreterShortage, .dataAge, .unplaced, .clocksNear,
      .releasesWithoutReceiver, .openSeparations, .coPlacements:
      ""
    }
  }

  /// What a plain number counts: cases are fewer than people.
  static func unit(_ reading: Reading, _ measure: Measure) -> String {
    let isOne = reading.amount == 1 || reading.amount == -1
    switch measure.of {
    case .clocksNear, .predictedBreaches, .interpreterShortage, .linkedIllness: return isOne ? "case" : "cases"
    case .arrivalsOverProcessed, .census, .unplaced, .releasesWithoutReceiver: return isOne ? "person" : "people"
    case .coPlacements: return isOne ? "child" : "children"
    case .areaOccupancy, .kindOccupancy, .centerOccupancy, .oldestWait, .p90Wait, .arrivalsADay, .stockHours, .dataAge,
      .openSeparations:
      return ""
    }
  }

  /// Where a value would stand that nobody can tell yet, and from when on it can be told.
  static let notKnownYet = "unknown"
  static func knownFrom(_ time: String) -> String { "known once a day was seen, from \(time) on" }

  private static func signed(_ count: Int, _ measure: Measure) -> String {
    measure.of == .arrivalsOverProcessed && count >= 0 ? "+\(count)" : "\(count)"
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
