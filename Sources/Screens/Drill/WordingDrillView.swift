package import CaseFlow

// The drill view.
extension Wording {
  static let injectsPart = "INJECT"
  static let expectedPart = "EXPECTED"
  static let branchesPart = "BRANCH"
  static let comparisonPart = "HOUR"
  static let scorePart = "SCORE"
  static let toldPart = "TOLD"
  static let injectTimeHeading = "AT"
  static let injectKindHeading = "WHAT"
  static let injectTextHeading = "THE TEAM IS TOLD"
  static let dueByHeading = "BY"
  static let fromHeading = "FROM"
  static let takenOverHeading = "TAKEN OVER"
  static let playedHeading = "PLAYED TO"
  static let breachesHeading = "BREACHES"
  static let releasedHeading = "RELEASED"
  static let longestWaitHeading = "LONGEST WAIT"
  static let longestHeading = "LONGEST"
  static let shortBreaches = "BREACH"
  static let shortestBreaches = "BR"
  static let shortAlarms = "AL"
  static let shortReleased = "OUT"
  static let shownHeading = "SHOWN"
  static let recordedDayHeading = "RECORDED"
  static let nothingHeading = "NOTHING"
  static let byHand = "by hand"
  static let asRecorded = "recorded"
  static let heldBack = "HELD"
  static let neverCame = "never came"
  static let drillIsNew = "Nothing has happened in this drill yet."

  static func side(_ side: ComparisonSide) -> String {
    switch side {
    case .branch(let number): shortBranch(number)
    case .doingNothing: "no"
    }
  }
  static func legend(_ sides: [ComparisonSide]) -> String {
    let parts = sides.enumerated().map { index, side in
      switch side {
      case .branch(let number): "\(shortBranch(number)) \(branch(number))\(index == 0 ? ", shown" : "")"
      case .doingNothing: "no: had nobody done anything"
      }
    }
    return parts.joined(separator: "; ")
  }
  static func expected(_ item: ExpectedItem, isOver: Bool, _ now: Instant, _ zone: ZoneOffsets) -> String {
    switch item.state {
    case .notAsked: "not asked"
    case .toCome: isOver ? "not asked" : "not yet due"
    case .open where isOver: "left open"
    case .open: item.due.map { "open, \(TimeText.length($0 - now))" } ?? "open"
    // Seen from the end of its window, which stands beside it with its day.
    case .done(let at): "done \(TimeText.near(at, item.due ?? now, zone))"
    case .late(let at): "late \(TimeText.near(at, item.due ?? now, zone))"
    case .missed: "MISSED"
    }
  }
}

// The lines of the score.
extension Wording {
  package static let scoreActions = "Expected actions in time"
  package static func scoreInTime(_ inTime: Int, done: Int, of all: Int) -> String {
    "\(inTime) of \(all)" + (done > inTime ? ", \(done - inTime) late" : "")
  }
  package static let scoreAlarms = "Alarms taken in time"
  package static func score(_ count: Int, of all: Int) -> String { "\(count) of \(all)" }
  package static let scoreWait = "Longest wait for a desk"
  package static func scoreWait(_ level: PriorityClass) -> String { "  of class \(level.label)" }
  package static let scoreMet = "Legal clocks met"
  package static let scoreBreaches = "Legal clocks run out"
  package static let scoreRaised = "Alarms raised"
  package static let scoreReleased = "People released"
  package static let scoreRefusals = "Refused by a rule"
  package static let scorePaper = "Left on paper by a rule"
  package static let scoreKeysAll = "Keys pressed"
  package static let scoreKeys = "Keys an entry"
  package static let scoreCorrections = "Corrections and undone"
  package static let scoreOwnCorrections = "  of them by the team"
}
