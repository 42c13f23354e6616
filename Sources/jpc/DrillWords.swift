import CaseFlow
import Drill
import Screens

/// Every sentence of the report about a drill.
enum DrillWords {
  static func title(_ scenario: String) -> String { "DRILL - \(scenario): after-action report" }

  // What was exercised.
  static let status = "Status"
  static let draft = "DRAFT, written by rule from the recording of a drill. Nothing in it happened."
  static let exercised = "What was exercised"
  static let center = "Center"
  static let scenario = "Scenario"
  static func scenario(_ scenario: Scenario) -> String { "\(scenario.code), seed \(scenario.seed)" }
  static let branch = "Branch"
  static func branch(_ branch: Int, of parent: Int) -> String {
    "\(branch), from \(parent == 0 ? "the recorded day" : "branch \(parent)")"
  }
  static let played = "Played"
  static func played(_ from: String, _ until: String, _ span: Span) -> String {
    "\(from) - \(until), \(TimeText.length(span)) since the team took over"
  }
  static let ended = "Ended"
  static func end(_ end: DrillEnd?) -> String {
    switch end {
    case .scenario: "with the scenario"
    case .controller: "by the controller"
    case .emergency: "by a real emergency"
    case .left: "when its first terminal was left"
    case nil: "not ended"
    }
  }
  static let team = "The team played"
  static let people = "People who entered something"
  static let rules = "Rules"

  // Columns.
  static let finding = "what"
  static let evidence = "evidence"
  static let number = "no."
  static let capability = "capability"
  static let gap = "gap"
  static let action = "action"
  static let owner = "owner"
  static let due = "due"
  static let inject = "inject"
  static let at = "at"
  static let told = "what was told"
  static let followed = "what followed"
  static let role = "role"
  static let from = "from"
  static let until = "until"
  static let became = "what became of it"
  static let by = "by"
  static let alarm = "alarm"
  static let level = "level"
  static let raised = "raised"
  static let toAct = "to act until"
  static let clock = "clock"
  static let met = "met"
  static let ranOut = "ran out"
  static let cases = "cases"
  static let overBefore = "over before"
  static let stage = "stage"
  static let priority = "class"
  static let alarmsRaised = "alarms"
  static let median = "median"
  static let longest = "longest"
  static let longestCase = "case"
  static let count = "number"
  static let rule = "rule"
  static let guards = "protects people"
  static let times = "times"
  static let hour = "hour"
  static let course = "course"
  static let waiting = "waiting"
  static let record = "record"
  static let what = "what"
  static let yes = "yes"
  static let no = "no"

  /// `#812 #816`: the records that say so.
  static func evidence(_ seqs: [Int64]) -> String { seqs.map { "#\($0)" }.joined(separator: " ") }

  // Sections.
  static let score = "Score"
  static let measured = "what was measured"
  static let thisBranch = "this branch"
  static let recordedDay = "recorded day"
  static let doingNothing = "doing nothing"
  static let scoreNote =
    "Over the same hours. A wait counts as long as it had lasted when it ended, or has lasted; its class is that of its end."
  static let strengths = "Strengths"
  static let gaps = "Gaps"
  static let byRule = "Found by rule; the sign # names a record of the recording. What it means, the hot wash says."
  static let noStrengths = "No rule found one."
  static let noGaps = "No rule found one."
  static let plan = "Improvement plan"
  static let fillIn = "Action, owner and due date are for those who were there to fill in."
  static let injects = "Injects and what followed"
  static let noInjects = "The scenario has none."
  static let notFired = "not fired"
  static let held = "held back"
  static func waited(_ since: String, _ why: String) -> String { "waited from \(since) on: \(why)" }
  static let actions = "Expected actions"
  static let noActions = "The scenario expects none."
  static let hotWash = "Hot wash"
  static let writeHotWash = "What went well, what did not, what surprised us: to be written by those who were there."

  // What became of actions and alarms.
  static func done(_ at: String) -> String { "done \(at)" }
  static func late(_ at: String, _ by: Span) -> String { "\(at), late by \(minutes(by))" }
  static let missed = "MISSED"
  static func missedButDone(_ at: String) -> String { "MISSED; it was done at \(at), before it was asked" }
  static func open(_ due: String) -> String { "open until \(due)" }
  static let notAsked = "not asked"
  static let before = "was over before the team took over"
  static let unowned = "not taken yet"
  static func taken(_ at: String) -> String { "taken \(at)" }
  static func takenBySimulated(_ at: String) -> String { "taken \(at), simulated" }
  static func lapsed(_ at: String) -> String { "ended by itself \(at)" }

  /// Seconds count here: a window may be a few minutes long.
  static func minutes(_ span: Span) -> String {
    let seconds = span.wholeSeconds
    return seconds < 60 ? "\(seconds) s" : "\(seconds / 60) min"
  }

  // Who.
  static func member(_ number: Int) -> String { "team-\(number)" }
  static let simulated = "simulated"
  static let controller = "controller"
  static let theScenario = "scenario"
  static let theRule = "rule"
}

// The tables.
extension DrillWords {
  static let alarms = "Alarms"
  static let noAlarms = "None was raised, and none stood without an owner."
  static func crisis(proposed: String?, declared: String?, by: String?, ended: String?) -> String {
    let parts = [
      proposed.map { "proposed \($0)" }, declared.map { "declared \($0) by \(by ?? simulated)" },
      ended.map { "ended \($0)" },
    ]
    return "Crisis \(parts.compactMap { $0 }.joined(separator: ", "))."
  }
  static let clocks = "Legal clocks since the takeover"
  static let noClocks = "None ended, and none ran out."
  static let clocksNote = "Over before: had run out before the team took over, and went on to run."
  static let waits = "Waits since the takeover, by stage and class"
  static let noWaits = "Nobody waited."
  static let waitsNote = "Cases still waiting count as long as they have waited; - cannot be known yet."
  static let flow = "People since the takeover"
  static let arrived = "arrived"
  static let released = "released"
  static let returned = "returned"
  static let transferred = "transferred"
  static let departed = "departed"
  static let onRoll = "on roll at the end"
  static let unplaced = "of them without a place"
  static let refusals = "What the rules refused the team"
  static let noRefusals = "Nothing was refused."
  static let paper = "Left on paper after a power cut"
  static let paperNote = "A rule refused it when it was entered. The records say when it happened, and by which rule."
  static let work = "Entries of the team"
  static let entries = "entries"
  static let keys = "keys"
  static let keysAnEntry = "keys an entry"
  static let corrections = "corrections"
  static let undone = "taken back"
  static let comparison = "Hour by hour, beside others"
  static let noHours = "No time has passed since the takeover."
  static let comparisonNote =
    "The same hours: people waiting at the end of each, the longest wait that was open in it; what ran out, was raised "
    + "and left in it."
  static let nothingBeside =
    "The recorded day and doing nothing are compared where their recordings lie beside the branch's."
  static func course(_ name: DrillCourse.Name, own: Int) -> String {
    switch name {
    case .branch(0): recordedDay
    case .branch(let number): number == own ? "branch \(number), this one" : "branch \(number)"
    case .doingNothing: doingNothing
    }
  }
  static let inAll = "in all"
  static let timeline = "Timeline"
  static let noTimeline = "Nothing happened."
  static let timelineNote = "What the team and the controller did and what befell them; the recording has everything."
  static func more(_ count: Int) -> String { "\(count) more lines stand in the recording." }
  static func raised(_ threshold: String, _ level: String) -> String { "Alarm raised: \(threshold), \(level)." }
  static let proposed = "A crisis is proposed."
  static func happened(_ at: String) -> String { "(happened \(at))" }
  static func ofCase(_ cases: String) -> String { "case \(cases)" }
}

// The score in a few lines.
extension DrillWords {
  static func head(_ title: String, _ branch: Int) -> String { "DRILL - \(title), branch \(branch)" }
  static func actionLine(done: Int, late: Int, missed: Int, open: Int, notAsked: Int) -> String {
    "Expected actions: \(done) in time, \(late) late, \(missed) missed, \(open) still open, \(notAsked) not asked."
  }
  static func alarmLine(_ inTime: Int, _ late: Int, _ missed: Int, of all: Int) -> String {
    "Alarms: \(all); \(inTime) taken in time, \(late) late, \(missed) missed."
  }
  static func clockLine(_ met: Int, _ ranOut: Int) -> String { "Legal clocks: \(met) met, \(ranOut) ran out." }
  static func flowLine(_ people: PeopleScore) -> String {
    "People: \(people.arrived) arrived, \(people.released) released, \(people.returned) returned, "
      + "\(people.transferred) transferred; \(people.onRoll) on roll, \(people.unplaced) without a place."
  }
  static func waitLine(_ stage: Stage, _ level: PriorityClass, _ longest: Span) -> String {
    "Longest wait: \(TimeText.length(longest)) at \(Wording.stage(stage).lowercased()), class \(level.label)."
  }
  static func workLine(_ work: WorkScore, refused: Int) -> String {
    "Entries: \(work.entries), \(work.keys) keys, \(work.corrections.count + work.undone.count) mended, "
      + "\(refused) refused."
  }
}

// What rules find.
extension DrillWords {
  static let coordination = "Operational coordination"
  static let assessment = "Situational assessment"
  static let communication = "Operational communications"

  static func capability(of role: Role) -> String {
    switch role {
    case .supervisor: coordination
    case .reception, .caseManager: "Mass care services"
    case .health, .psychosocial: "Public health and medical services"
    case .officer, .interpreter, .legal: "Legal processing"
    case .childWelfare: "Protection of children"
    case .transport: "Logistics"
    }
  }

  static func capability(of clock: ClockKind) -> String {
    switch clock {
    case .notifyORR, .transferORR, .contiguousScreening, .minorPlacement, .coPlacement: "Protection of children"
    case .healthInterview, .retest, .shower: "Public health and medical services"
    case .custody, .consultation, .review, .travelDocument, .interpreter: "Legal processing"
    }
  }

  static func alarmsInTime(_ count: Int) -> String {
    count == 1 ? "One alarm was taken within its time to act." : "\(count) alarms were taken within their time to act."
  }
  static func alarm(_ name: String, _ level: String, _ state: String) -> String { "Alarm \(name), \(level): \(state)" }
  static func declaredAfter(_ delay: Span) -> String {
    "The crisis was declared \(minutes(delay)) after the rule had proposed it."
  }
  static func undeclared(_ delay: Span) -> String {
    "The rule proposed a crisis, and for \(minutes(delay)) nobody declared it or said no."
  }
  static func ranOut(_ clock: String, _ cases: String) -> String {
    "The clock of \(clock) ran out for case \(cases)."
  }
  static func breachesBeside(_ own: Int, _ nothing: Int) -> String {
    "Legal clocks that ran out: \(own); with nobody doing the team's work \(nothing)."
  }
  static func releasedBeside(_ own: Int, _ nothing: Int) -> String {
    "People released: \(own); with nobody doing the team's work \(nothing)."
  }
  static func waitingBeside(_ own: Int, _ nothing: Int) -> String {
    "People waiting at the end: \(own); with nobody doing the team's work \(nothing)."
  }
  static func leftOnPaper(_ rule: String, _ count: Int, _ cases: String) -> String {
    "Left on paper after the power cut, refused by rule \(rule): \(count), case \(cases). Was it entered anew?"
  }
  static func refusedOften(_ rule: String, _ count: Int) -> String {
    "The rule \(rule) refused \(count) entries: was it known?"
  }
  static func noneRefused(_ entries: Int) -> String { "None of \(entries) entries was refused by a rule." }
  static func mended(_ count: Int) -> String {
    count == 1 ? "A mistake was seen and mended." : "\(count) mistakes were seen and mended."
  }
}
