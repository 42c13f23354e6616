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

  static func linkUnknown(_ name: String) -> String { "no other threshold is named \"\(name)\"" }

  static let effectOfItself = "the causes lead back to this threshold; what comes first cannot be an effect"
  static let silencesItself = "the thresholds that silence this one are silenced by it; nobody would hear either"

  static func areaUnknown(_ area: Code) -> String { "the center has no area \(area)" }
  static func stageUnknown(_ stage: Stage) -> String { "the center has no stage \(stage.rawValue)" }
  static func parameterMissing(_ name: String, _ of: MeasureKind) -> String { "\(of.rawValue) needs \(name)" }
  static func parameterUnused(_ name: String, _ of: MeasureKind) -> String { "\(of.rawValue) takes no \(name)" }
  static let cardReserved =
    "\(ResponsePlan.standDownCard) is the checklist of standing down; give the card another code"
  static let noCheck = "a line of the checklist needs words"
  static let reserveSize =
    "a reserve has 1 to \(AlarmLimit.value) places, needs no or some staff, and opens within \(AlarmLimit.minutes) minutes"
  static func reserveTaken(_ code: Code) -> String { "another reserve has the code \(code); codes are unique" }
  static func cardTaken(_ code: Code) -> String { "another action card has the code \(code); codes are unique" }

  // Why an answer cannot be, and what to do.

  /// What is wrong with an answer to an alarm or a crisis.
  package static func sentence(of fault: AnswerFault) -> String {
    switch fault {
    case .noThreshold(let name): "There is no threshold \(name). The list of alarms has their names."
    case .noAlarm(let name): "Nobody has to answer for \(name) now: it is not raised, or somebody has taken it."
    case .shelvedAlready(let name): "\(name) is shelved already. Take it back first to change until when."
    case .notShelved(let name): "\(name) is not shelved."
    case .shelfInPast: "A shelf ends later than now. Give a time that is to come."
    case .shelfTooLong(let longest):
      "An alarm is shelved for one shift at most, \(hours(longest)). Give an earlier time."
    case .serviceAlready(let name, let inService): "\(name) is \(inService ? "in" : "out of") service already."
    case .values(let fault): sentence(of: fault)
    case .noCard(let card, let line): "The plan has no line \(line) on a card \(card). They are under 6."
    case .declaredAlready(let who): "A crisis is declared already, and \(who) is in charge."
    case .nothingToStandDown: "There is no crisis to stand down."
    case .inChargeAlready(let who): "\(who) is in charge already."
    case .noCrisis: "Lines of cards are taken and ticked in a declared crisis. Declare it first, with D."
    case .noReserve(let code): "The ladder has no reserve \(code). It stands under 6."
    case .reserveAlready(let code): "Reserve \(code) stands so already."
    }
  }

  /// What is wrong with changed values of a threshold.
  package static func sentence(of fault: ThresholdFault) -> String {
    switch fault {
    case .noThreshold(let name): "There is no threshold \(name). The list of alarms has their names."
    case .noLevel(let level): "It has no level \(level.rawValue)."
    case .raise: "The raise value lies between 1 and \(AlarmLimit.value)."
    case .clear: "The clear value lies below the raise value, or the alarm would chatter or never clear."
    case .minutes: "Delays lie between 0 and \(AlarmLimit.minutes) minutes, a count is not negative."
    case .order: "A graver level is raised above a milder one. Change the other one first."
    }
  }

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
