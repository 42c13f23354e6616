package import CaseFlow

// What a drill says on the board.

extension Wording {
  static let emergencyLabel = "REAL EMERGENCY"
  static let drillTitle = "DRILL"
  static let dayItself = "the recorded day"

  static func branch(_ number: Int) -> String { number == 0 ? dayItself : "branch \(number)" }
  static func shortBranch(_ number: Int) -> String { "b\(number)" }
  static func branchLine(_ number: Int, parent: Int?) -> String {
    parent.map { $0 == 0 ? branch(number) : "\(branch(number)) of \($0)" } ?? branch(number)
  }
  static func phase(_ phase: DrillPhase, _ now: Instant, _ zone: ZoneOffsets) -> String {
    switch phase {
    case .recorded: "it plays as recorded: T takes over"
    case .played: "the team plays"
    case .backedUp(let until): "backed up, played until \(TimeText.near(until, now, zone)): T begins another branch"
    case .ended(.scenario): "it is over"
    case .ended(.controller): "the controller ended it"
    case .ended(.emergency): "ended: real emergency"
    case .ended(.left): "its first terminal was left"
    }
  }
  static func endsAt(_ until: Instant, _ now: Instant, _ zone: ZoneOffsets) -> String {
    let time = TimeText.near(until, now, zone)
    return until > now ? "ends \(time) (\(TimeText.length(until - now)))" : "ended \(time)"
  }
  package static let drillEndedNow = "The drill is over. X shows how it went, Left goes back, Q leaves."
  static let aboutPart = "THIS DRILL"
  static func about(_ line: DrillAbout) -> String {
    switch line {
    case .purpose(_, let isFirst): isFirst ? "to learn" : ""
    case .team: "the team"
    case .seats: "here"
    case .time: "time"
    }
  }
  static func plays(_ team: [Role]) -> String {
    let names = team.map { role($0).lowercased() }.joined(separator: ", ")
    return names.isEmpty ? "plays nobody's work: everyone is simulated" : "plays \(names); everyone else is simulated"
  }
  static func seated(_ seats: [SeatItem]) -> String {
    seats.map { $0.isController ? "\($0.name) (controller)" : $0.name.text }.joined(separator: ", ")
  }
  static func time(_ from: String, _ until: String, left: Span) -> String {
    "\(from) to \(until)" + (left > .zero ? ", \(TimeText.length(left)) left" : ", over")
  }
  package static let controllerMoves = "The controller leads this drill: only they move everyone in time."
  package static let staysHidden = "What is still to come stays hidden: this is as far as time has come."
  static let theController = "CONTROLLER"
  /// On the bar: an inject, and where the team took over.
  static let injectMark = "i"
  static let takeOverMark = "T"
}

// The hint at the foot of the board.
extension Wording {
  static func drillHint(_ phase: DrillPhase, isPaused: Bool) -> String {
    switch phase {
    case .recorded:
      "T takes over, X shows the drill, p \(isPaused ? "lets it go on" : "pauses"), Enter opens, ? explains all"
    case .played: "X shows the drill, 2 the queues, 5 the alarms, 6 the plan, ? explains all"
    case .backedUp: "T begins another branch here, X shows the drill, ? explains all"
    case .ended: "X shows the drill and its score, Left goes back, ? explains all"
    }
  }
}

// What the team is told.
extension Wording {
  static let toldHint = "Enter Esc read"
  static let toldHintTyping = "Esc read"
  static func told(_ text: String, _ time: String, more: Int) -> String {
    "\(time) \(text)" + (more > 0 ? " (+\(more) more)" : "")
  }
  static let toldHeading = "TOLD FROM OUTSIDE"
  static let saidHeading = "SAID BY THE PROGRAM"
  static let powerCut = "POWER CUT"
  static func dark(until time: String) -> [String] {
    [
      "Dark until \(time). Nothing can be entered.",
      "Go on working on paper: one line a party, one line a decision, each with its time.",
      "When the power is back, enter everything with its own time.",
    ]
  }
  static func dark(speed: String, _ isPaused: Bool) -> String {
    isPaused ? "Time stands still: p lets it go on." : "Time runs \(speed): [ and ] make it slower and faster."
  }
  static func powerBack(_ since: String, _ until: String) -> String {
    "The power is back. Enter what happened on paper from \(since) to \(until), each line with its own time: "
      + "fm+7.4 at=\(since)"
  }
  /// What a rule left on paper as the power came back.
  package static func leftOnPaper(_ rule: Rule, _ count: Int, _ cases: [CaseID]) -> String {
    let about = cases.isEmpty ? "" : " (case \(cases.prefix(5).map(\.label).joined(separator: " ")))"
    return "From paper, not entered: rule \(rule.rawValue) refused \(count)\(about). Look, and enter what is right."
  }
  static let emergencyTitle = "REAL EMERGENCY"
  static let emergencyLines = [
    "The drill is over. This is not the center's board: nothing shown here is real.",
    "Leave it with Q. The center's own board opens with: jpc",
  ]
}

// Why a command of a drill cannot be done, and what it says.
extension Wording {
  static let onlyInDrill = "Only a drill can do that: jpc drill opens a scenario."
  static let noTakeOverLive = "A center at work is not taken over: only a drill is."
  static let noTakeOverReplay = "A replay only shows: jpc drill opens a scenario in which a day is taken over."
  static let playsAlready = "The team plays already: go back to an instant, and T begins another branch there."
  static let drillIsOver = "The drill is over. Go back to an instant, and T begins another branch there."
  static let onlyController = "Only the controller can do that."
  /// Why nothing can be fired at an instant, or nil where the team plays.
  static func whyNotFired(_ phase: DrillPhase) -> String? {
    switch phase {
    case .played: nil
    case .recorded: "Nobody plays yet: T takes over, then it can be fired."
    case .backedUp: "Nobody plays at this instant: T begins another branch here, then it can be fired."
    case .ended: drillIsOver
    }
  }
  /// Why nothing can be entered at an instant at which nobody plays.
  package static func notPlayed(_ phase: DrillPhase) -> String {
    switch phase {
    case .recorded, .played: "Nobody plays yet: T takes over."
    case .backedUp: "Nobody plays at this instant: T begins another branch here."
    case .ended: drillIsOver
    }
  }
  static let drillEndsHere = "The drill ends here: Left goes back in time."
  static let nothingToEnd = "Nobody has taken over, so nothing is to be ended: Q leaves."
  static let keptForTakeover = "Kept for when the team takes over."
  static let keptForNextBranch = "Kept for the next branch: what was played stays as it was."
  static let nothingYetToCome = "Time makes what comes: there is nothing further to go to yet."
  /// Across a terminal that joined, while the first one says nothing.
  package static let drillNotFed = "\(notFed): the drill's first terminal does not answer, what stands here is old"
  static func noInjectSelected(_ command: String) -> String {
    "Select an inject first, or type its code: \(command) B1."
  }
  package static let controlsNow = "You control the drill now: X shows what is to come."
  package static let teamsAgain = "You do not control the drill any more: this board is the team's."
  package static func askedForControl(_ who: Code) -> String {
    "\(who) is asked whether you may control the drill."
  }
  package static func mayNotControl(_ who: Code) -> String { "\(who) does not let you control the drill." }
  static func letControl(_ name: Code) -> String { "Let \(name) control the drill?" }
  static let letControl = "let them"
  static let letControlNote = "they see what is to come, and change it"
  static let keepControl = "do not"

  static func leaveDrill(isPlayed: Bool) -> String {
    isPlayed ? "Leave the drill that is being played?" : "Leave the drill?"
  }
  static let endIt = "end it"
  static func endNote(others: Int) -> String {
    let whom = others == 0 ? "" : others == 1 ? " for 1 other" : " for \(others) others"
    return "ends the drill\(whom); its branches are kept"
  }
  static let endWord = "end"
  static let confirmEnd = "End the drill for everyone? Type \(endWord) and Enter:"
  static let emergencyOnly = "The drill has ended: Q leaves."

  static func noInject(_ code: String) -> String { "The drill has no inject \(code)." }
  static func alreadyFired(_ code: Code) -> String { "Inject \(code) has happened already." }
  static func noBranch(_ text: String) -> String { "There is no branch \(text)." }
  static func beginBranch(_ number: Int, of parent: Int, at time: String) -> String {
    "Begin branch \(number) at \(time) of \(branch(parent))?"
  }
  static let beginIt = "begin it"
  static func beginNote(_ parent: Int) -> String { "\(branch(parent)) stays as it is, and can be shown again" }
  static let stayHere = "stay here"
}
