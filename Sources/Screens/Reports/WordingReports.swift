import Alarms
import CaseFlow

extension Wording {
  /// What reports say.
  enum Reports {
    static func dayTitle(_ center: String, _ day: String) -> String { "\(center): \(day)" }
    static func shiftTitle(_ center: String) -> String { "\(center): hand-over of the shift" }
    static func crisisTitle(_ center: String, _ day: String) -> String { "\(center): crisis of \(day), draft" }

    static let period = "Period"
    static let charge = "In charge"
    static let crisis = "Crisis"
    static func crisisProposed(_ time: String) -> String { "proposed \(time), nobody has declared it" }
    static func crisisDeclared(_ time: String, _ by: String) -> String { "declared \(time) by \(by), goes on" }
    static let rules = "Rules"

    // Columns.
    static let people = "people"
    static let cases = "cases"
    static let stage = "stage"
    static let waiting = "waiting"
    static let oldest = "longest"
    static let outcome = "outcome"
    static let median = "median"
    static let p90 = "p90"
    static let to = "to"
    static let unconfirmed = "not confirmed"
    static let clock = "clock"
    static let aCase = "case"
    static let due = "due"
    static let over = "over by"
    static let cause = "cause"
    static let what = "what"
    static let since = "since"
    static let ended = "ended"
    static let by = "by"
    static let at = "at"
    static let alarm = "alarm"
    static let level = "level"
    static let raised = "raised"
    static let takenBy = "taken by"
    static let after = "after"
    static let cleared = "cleared"
    static let field = "field"
    static let ofArrived = "arrived"
    static let ofOnRoll = "on roll"
    static let side = "side"
    static let role = "role"
    static let until = "until"
    static let left = "left"
    static let from = "apart from"
    static let reason = "reason"
    static let offered = "offered to"
    static let action = "line"
    static let number = "no."
    static let owner = "owner"
    static let done = "done"
    static let places = "places"
    static let ready = "ready"
    static let proposed = "Proposed"
    static let declared = "Declared"

    // People.
    static let flow = "People"
    static let onRollBefore = "on roll at the beginning"
    static let carriedIn = "carried in from before"
    static let arrived = "arrived"
    static let released = "released"
    static let returned = "returned"
    static let transferred = "transferred"
    static let departed = "departed"
    static let onRollAfter = "on roll at the end"
    static let onSite = "of them here"
    static let away = "of them away"
    static let unplaced = "of them without a place"
    static let byStage = "People by stage, at the end"
    static let outcomes = "Outcomes"
    static func stay(_ median: Span?, _ p90: Span?) -> String {
      "Stay of those who left: median \(TimeText.length(median)), p90 \(TimeText.length(p90))."
    }
    static let waits = "Waits"
    static let waitsNote = "Cases still waiting count as long as they have waited; - cannot be known yet."
    static let services = "Processing times"
    static let transfers = "Custody given over"
    static let noTransfers = "Nobody left."
    static let blanks = "Blanks"
    static let blanksNote = "People of whom a field is still open."
    static func blank(_ field: BlankField) -> String {
      switch field {
      case .age: "age in years"
      case .language: "language"
      case .nationality: "nationality"
      case .needs: "needs not asked"
      case .bookIn: "start of custody"
      case .familyName: "family name"
      case .birthDate: "birth date"
      case .document: "document"
      case .secondKeying: "details not keyed a second time"
      }
    }

    // Rules and alarms.
    static let breaches = "Legal clocks that ran out"
    static let noBreaches = "None ran out."
    static let ledger = "Other rules found broken"
    static let noLedger = "None was recorded."
    static let lasts = "lasts"
    static let unrecorded = "not recorded"
    static let alarms = "Alarms and who took them"
    static let noAlarms = "No alarm was raised."
    static let alarmFigures = "How the alarms behaved"
    static let raisedCount = "raised"
    static let rate = "raised an hour"
    static let burst = "most in ten minutes"
    static let takenCount = "taken"
    static let medianAnswer = "median time until taken"
    static let escalated = "escalated without an owner"
    static let standing = "standing for a day or longer"
    static let chattering = "thresholds that chatter"
    static func frequent(_ threshold: String) -> String { "raised: \(threshold)" }
    static let crises = "Crises"
    static let noCrises = "None was proposed or declared."
  }
}

// The hand-over sheet and what follows a crisis.
extension Wording.Reports {
  static let signatures = "Signed"
  static func side(_ side: ShiftSide) -> String { side == .outgoing ? "hands over" : "takes over" }
  static let notSigned = "Not signed yet: sign outgoing, then another person sign incoming."
  static let duty = "On duty"
  static let noDuty = "Nobody is listed, no desk is open."
  static let clocks = "Clocks near their end"
  static let noClocks = "None ends within twelve hours."
  /// Custody may have begun earlier than anyone knows.
  static func left(_ clock: LegalClock, at: Instant) -> String {
    let left = Wording.clockLeft(clock.left(at: at))
    guard clock.isAtLeast else { return left }
    return clock.due < at ? "at least \(left)" : "at most \(left)"
  }
  static let separations = "Open separations"
  static let noSeparations = "No family is apart."
  static let releases = "Releases without a receiver"
  static let noReleases = "Every release has a receiver."
  static let arrivals = "Left, arrival not confirmed"
  static let noArrivals = "Every arrival is confirmed."
  static let openAlarms = "Alarms that go on"
  static let noOpenAlarms = "None goes on."
  static let silenced = "Alarms put aside"
  static let noSilenced = "None is shelved or out of service."
  static let outOfService = "out of service"
  static func shelved(_ reason: ShelveReason) -> String {
    switch reason {
    case .underWay: "shelved, it is under way"
    case .waitsForOthers: "shelved, it waits for others"
    case .knownFault: "shelved, a known fault"
    case .drill: "shelved for a drill"
    }
  }
  static let actions = "Actions under way"
  static let noActions = "No action is under way."
  static let promises = "Promises to keep"
  static let noPromises = "Nothing is promised."

  static let byRule = "by rule"
  static let end = "Ended"
  static let seen = "The rule saw"
  static let mayEnd = "Might have ended from"
  static let length = "Lasted"
  static let notDone = "not done"
  static let late = ", late"
  static let checklist = "Checklist of standing down"
  static let noChecklist = "The plan has none."
  static let reserves = "Reserves ordered"
  static let noReserves = "None is ordered."
  static let lessons = "What to change"
  static let writeLessons = "To be written by those who were there."
}
