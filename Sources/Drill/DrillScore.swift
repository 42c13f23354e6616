package import Alarms
package import CaseFlow

/// How a team has done in a branch of a drill, from its records alone: during the drill and at any time after.
///
/// Nothing in it is judged by people: every line is a count or a length of time, with the numbers of the records that it
/// was read from. `Team` is whoever is not simulated.
package struct DrillScore: Equatable, Sendable {
  package var branch: Int
  /// From the takeover up to this instant.
  package var since: Instant
  package var until: Instant
  /// Whether the drill is over, so that what is not done is missed.
  package var isOver: Bool
  /// As the scenario names them.
  package var actions: [ActionScore]
  /// In the order of raising.
  package var alarms: [AlarmScore]
  /// Kinds of clocks of which any ran out, was met or runs.
  package var clocks: [ClockScore]
  /// By stage and class, where anyone waited.
  package var waits: [WaitScore]
  package var people: PeopleScore
  /// What the rules refused the team; the rule that refused most often first.
  package var refusals: [RefusalScore]
  /// What stayed on paper after a power cut, because a rule refused it then.
  package var paper: [RefusalScore]
  package var work: WorkScore
  package var crises: [Crisis]
}

/// People who came and left since the takeover, and who is there.
package struct PeopleScore: Hashable, Sendable {
  package var arrived = 0
  package var released = 0
  package var returned = 0
  package var transferred = 0
  package var departed = 0
  package var onRoll = 0
  package var unplaced = 0
}

/// An expected action and what became of it.
package struct ActionScore: Equatable, Sendable {
  package enum State: Hashable, Sendable {
    /// Its window has not opened: its time or its inject is still to come.
    case toCome
    /// It can still be done in time.
    case open
    case done(Instant)
    case late(Instant, by: Span)
    /// Its window is closed, and nobody has done it.
    case missed
    /// Its window had closed before the team took over: it does not count.
    case before
  }

  package var action: ExpectedAction
  package var state: State
  /// When the window opened and when it closes; nil before it has opened.
  package var opens: Instant?
  package var due: Instant?
  /// When the last such record was made before the window opened, if one was: it does not count.
  package var before: Instant?
  /// The records that count, up to the last that was needed.
  package var evidence: [Int64] = []
  /// Who made the last of them.
  package var by: Code?

  package var isDone: Bool {
    switch state {
    case .done, .late: true
    case .toCome, .open, .missed, .before: false
    }
  }
}

/// An alarm raised since the takeover, or found unowned by it, and whether it was taken within its time to act.
package struct AlarmScore: Hashable, Sendable {
  package enum State: Hashable, Sendable {
    case open
    case taken(Instant)
    case late(Instant, by: Span)
    case missed
    /// It ended by itself before its time to act was over.
    case lapsed(Instant)
    /// Somebody simulated took it.
    case simulated(Instant)
  }

  package var alarm: Alarm
  package var state: State
  package var due: Instant
  /// The record that took it.
  package var evidence: Int64?
}

/// The clocks of one kind since the takeover.
package struct ClockScore: Hashable, Sendable {
  package var kind: ClockKind
  package var met = 0
  /// The cases whose clock ran out since the takeover, in the order in which they did.
  package var breached: [CaseID] = []
  /// Whose clock had run out before it and still runs over.
  package var over = 0
}

/// The waits of one class at one stage that were open at any time since the takeover.
package struct WaitScore: Hashable, Sendable {
  package var stage: Stage
  package var level: PriorityClass
  package var cases = 0
  package var longest = Span.zero
  package var longestCase: CaseID?
  /// Half are served within this; nil where that cannot be known yet.
  package var median: Span?
}

/// What one rule refused.
package struct RefusalScore: Hashable, Sendable {
  package var rule: Rule
  package var evidence: [Int64]
  /// The cases that it was about, each once.
  package var cases: [CaseID] = []
}

/// The team's own work since the takeover.
package struct WorkScore: Hashable, Sendable {
  /// What was entered at once counts as one.
  package var entries = 0
  package var keys = 0
  package var corrections: [Int64] = []
  package var undone: [Int64] = []

  /// Keys of an entry in tenths; nil without an entry, or where nobody counted keys.
  package var tenthsAnEntry: Int? { entries > 0 && keys > 0 ? keys * 10 / entries : nil }
}

extension DrillScore {
  /// The score of a branch from its recording, up to an instant.
  package init(
    origin: DrillOrigin, records: [Record], plan: CenterPlan, rules: RuleSet, alarms: AlarmPlan, at: Instant
  ) {
    let tally = DrillTally(
      records: records, plan: plan, rules: rules, alarms: alarms, since: origin.at, until: at)
    self.init(tally, origin: origin)
  }

  /// The score of a tally up to where it has come. Linear in the cases and in what the team recorded.
  package init(_ tally: DrillTally, origin: DrillOrigin) {
    branch = origin.branch
    since = tally.since
    until = tally.now
    isOver = tally.isOver || tally.now >= origin.scenario.until
    actions = ActionScore.all(tally, origin, isOver: isOver)
    alarms = AlarmScore.all(tally, isOver: isOver)
    clocks = ClockScore.all(tally)
    waits = WaitScore.all(tally)
    people = PeopleScore(tally)
    refusals = RefusalScore.all(tally, ofTeam: true)
    paper = RefusalScore.all(tally, ofTeam: false)
    work = WorkScore(tally)
    crises = tally.board.crises.filter { ($0.ended ?? .latest) > tally.since }
  }
}

extension DrillTally {
  /// Whether somebody or the scenario ended the drill in this branch.
  var isOver: Bool {
    drill.contains { record in
      if case .drillEnded = record.event, record.recorded >= since { true } else { false }
    }
  }

  /// What the team recorded about the center since the takeover.
  package var acts: [Record] { team.filter { $0.recorded >= since && !$0.event.isOfDrill } }
}
