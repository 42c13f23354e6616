import CaseFlow

/// Every sentence of this room that a person reads, but for the texts of the shipped plan.
package enum AlarmSentences {
  // Faults of a plan: what is wrong, and what to write instead.

  static let nameLength = "a threshold's name has 1 to \(AlarmLimit.name) characters"
  static let noLevels = "a threshold needs at least one level: watch, strained or crisis"
  static let raiseRange = "the raise value lies between 1 and \(AlarmLimit.value)"
  static let minutesRange = "minutes lie between 1 and \(AlarmLimit.minutes), delays may be 0"
  static let levelOrder = "levels stand once each in the order watch, strained, crisis"
  static let crisisClearSide = "the clearing percentage lies above 0 and not over placesPercent"
  static let noLines = "an action card needs at least one line"
  static let clockNotBefore = "consultation is a time before which nothing may happen; there is nothing to be late for"

  static func nameTaken(_ name: String) -> String { "another threshold is named \"\(name)\"; names are unique" }

  static func clearSide(_ clear: Int, raise: Int) -> String {
    "the clear value \(clear) must lie below the raise value \(raise), or the alarm would chatter or never clear"
  }

  static func raiseOrder(_ level: AlarmLevel, _ milder: AlarmLevel) -> String {
    "\(level.rawValue) must be raised above \(milder.rawValue)"
  }

  static func areaUnknown(_ area: Code) -> String { "the center has no area \(area)" }
  static func stageUnknown(_ stage: Stage) -> String { "the center has no stage \(stage.rawValue)" }
  static func parameterMissing(_ name: String, _ of: MeasureKind) -> String { "\(of.rawValue) needs \(name)" }
  static func parameterUnused(_ name: String, _ of: MeasureKind) -> String { "\(of.rawValue) takes no \(name)" }
  static func cardTaken(_ code: Code) -> String { "another action card has the code \(code); codes are unique" }

  // What a crisis says.

  /// Why a crisis was proposed: the parts of the rule as it saw them.
  package static func parts(_ parts: CrisisParts, _ rule: CrisisRule) -> String {
    "\(place(parts.kind)) \(parts.occupied)/\(parts.staffed) staffed for \(rule.placesMinutes) min; "
      + "\(parts.arrived) arrived, \(parts.processed) processed in \(rule.arrivalMinutes) min"
  }

  /// The rule itself, for the crisis screen.
  package static func rule(_ rule: CrisisRule) -> String {
    "Proposed when arrivals exceed people processed over \(rule.arrivalMinutes) min and a kind of place stands at "
      + "\(rule.placesPercent) % of its staffed places for \(rule.placesMinutes) min; clear when all kinds have been "
      + "under \(rule.clearPercent) % for \(hours(.minutes(rule.clearMinutes)))."
  }

  /// A kind of place as people call it.
  static func place(_ kind: PlaceKind) -> String {
    switch kind {
    case .singleMen: "men"
    case .singleWomen: "women"
    case .families: "families"
    case .children: "children"
    case .isolation: "isolation"
    }
  }

  /// A length of time as screens write it: `6h10`.
  private static func hours(_ span: Span) -> String {
    let minutes = span.milliseconds / 60_000
    return "\(minutes / 60)h\(minutes % 60 < 10 ? "0" : "")\(minutes % 60)"
  }
}
