import Alarms
import CaseFlow

// The plan: its checklist, its ladder, who answers for what.
extension Wording {
  static let standDownTitle = "Before standing down"
  static let ladderSign = "R"
  static let nothingShort = "Reserves; nothing is short"
  static let rungNeeded = "needed"
  static let rungReady = "ready, open it"
  static let opensIn = "opens in"
  static let noLadder = "This center has no reserves: they stand in its center file."
  static let noRung = "Select a reserve of the ladder first."

  /// `gym: 40 Gymnasium, families, 4 staff`.
  static func rung(_ rung: RungItem) -> String {
    let staff = rung.staff > 0 ? ", \(rung.staff) staff" : ""
    // The code first: it is what is typed to order it, and no column cuts it.
    return "\(rung.code): \(rung.places) \(rung.title), \(places(rung.kind))\(staff)"
  }

  /// `families short 31, 20 ordered, at the pace of the last hour`.
  static func short(_ rungs: Rungs) -> String {
    let parts = [
      "\(places(rungs.need.kind)) short \(rungs.short)", rungs.ordered > 0 ? "\(rungs.ordered) ordered" : "",
      rungs.missing > 0 ? "\(rungs.missing) more than all reserves" : "", "at the pace of the last hour",
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: ", ")
  }

  static func lateUnowned(_ line: String) -> String { "\(line) UNOWNED" }

  /// The question before a crisis is stood down: a person decides, knowing what is not checked.
  static func confirmStandDown(open: [Int]) -> String {
    let checks = open.isEmpty ? "" : " Not checked: S-0 \(open.map { "\($0)" }.joined(separator: ", "))."
    return "Stand the crisis down?\(checks) Type \(standDownWord) and Enter:"
  }
  /// Before an answer whose question stands above it.
  static let answerSign = "> "
  static let crisisIsDeclared = "The crisis is declared: the times of the plan count from now."
  static let chargeIsTaken = "You are in charge of the center."
  /// Where the draft of what was done is: a replay drafts nothing of what its viewer says.
  static func stoodDown(_ mode: BoardMode) -> String {
    let draft =
      switch mode {
      case .live: " jpc report crisis drafts what was done."
      case .drill: " jpc report crisis, with the branch's recording, drafts what was done."
      case .replay: ""
      }
    return "The crisis is stood down.\(draft)"
  }

  static let chargeWord = "command"
  static let confirmCharge = "Take command of the center? Type \(chargeWord) and Enter:"
  static let signWord = "sign"
  static func confirmSign(_ side: ShiftSide) -> String {
    side == .outgoing
      ? "Hand the shift over? Type \(signWord) and Enter:"
      : "Take the shift over, and charge of it? Type \(signWord) and Enter:"
  }
}
