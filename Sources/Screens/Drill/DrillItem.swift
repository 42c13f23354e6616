package import CaseFlow

/// What a board shows of the drill it stands in: everything that the team may know, and in `controller` what only the
/// drill controller sees. Nothing that is still to come stands outside of `controller`.
package struct DrillItem: Hashable, Sendable {
  /// The scenario's title, what the team is to learn, and whose work it does.
  package var title: String
  package var purpose = ""
  package var team: [Role] = []
  /// Who sits at it, the first terminal's first.
  package var seats: [SeatItem] = []
  /// Whether this is the first terminal: when it is left, the drill ends for everyone.
  package var isFirst = false
  package var phase = DrillPhase.recorded
  /// The branch shown; 0 is the recorded day.
  package var branch = 0
  /// The branch whose past it shares; nil for the recorded day.
  package var parent: Int?
  /// The number that the next branch gets.
  package var nextBranch = 1
  /// When the drill begins and ends.
  package var from: Instant
  package var until: Instant
  /// What the team was told up to now, oldest first.
  package var told: [ToldItem] = []
  /// The power cuts that have begun, oldest first.
  package var cuts: [PowerCut] = []
  /// The recorded day and every branch, in the order of their numbers.
  package var branches: [BranchItem] = []
  package var comparison = ComparisonItem()
  /// What the team was to do, and how it was scored: empty for the team until the drill has ended.
  package var expected: [ExpectedItem] = []
  package var score: [ScoreItem] = []
  /// What only the controller sees; nil on a board of the team.
  package var controller: ControllerItem?

  /// A drill in which nothing has happened yet.
  package init(title: String, from: Instant, until: Instant) {
    self.title = title
    self.from = from
    self.until = until
  }

  /// Whether this board is the controller's.
  package var isController: Bool { controller != nil }

  /// Whether the end of a branch that is over is shown.
  package var isOver: Bool { if case .ended = phase { true } else { false } }
}

/// How a drill stands at the instant shown.
package enum DrillPhase: Hashable, Sendable {
  /// The recorded day plays, and nobody acts.
  case recorded
  /// The team plays: time makes new records.
  case played
  /// An instant of a branch before the end of what was played in it.
  case backedUp(playedUntil: Instant)
  /// The branch is over.
  case ended(DrillEnd)
}

/// Something that the team was told, at its instant.
package struct ToldItem: Hashable, Sendable {
  package var at: Instant
  package var text: String

  package init(at: Instant, text: String) {
    self.at = at
    self.text = text
  }
}

/// A time during which the team's board is dark.
package struct PowerCut: Hashable, Sendable {
  package var since: Instant
  package var until: Instant

  package init(since: Instant, until: Instant) {
    self.since = since
    self.until = until
  }
}

/// A branch in the table of branches.
package struct BranchItem: Hashable, Sendable {
  package var number: Int
  /// Nil for the recorded day.
  package var parent: Int?
  /// When the team took over; nil for the recorded day.
  package var at: Instant?
  /// The last instant of what was played.
  package var until: Instant
  package var isOver = false
  /// Its figures up to the instant shown, or to its end where that is before; nil where they are not shown yet.
  package var figures: DrillFigures?

  package init(number: Int, parent: Int? = nil, at: Instant? = nil, until: Instant) {
    self.number = number
    self.parent = parent
    self.at = at
    self.until = until
  }
}

/// What is compared between branches, for one hour or for all of a branch.
package struct DrillFigures: Hashable, Sendable {
  /// The longest wait for a desk; nil where nobody waited, or where nothing was played.
  package var wait: Span?
  package var breaches = 0
  package var alarms = 0
  /// People released.
  package var released = 0

  package init(wait: Span? = nil, breaches: Int = 0, alarms: Int = 0, released: Int = 0) {
    self.wait = wait
    self.breaches = breaches
    self.alarms = alarms
    self.released = released
  }
}

/// A branch beside others, hour by hour, up to the instant shown.
package struct ComparisonItem: Hashable, Sendable {
  /// What is compared with what, the branch shown first.
  package var sides: [ComparisonSide] = []
  /// Each hour that has begun, oldest first; `figures` as many as `sides`, nil where a side has nothing of the hour.
  package var hours: [ComparisonHour] = []

  package init(sides: [ComparisonSide] = [], hours: [ComparisonHour] = []) {
    self.sides = sides
    self.hours = hours
  }
}

/// One column of a comparison.
package enum ComparisonSide: Hashable, Sendable {
  /// 0 is the recorded day.
  case branch(Int)
  case doingNothing
}

/// One hour of a comparison.
package struct ComparisonHour: Hashable, Sendable {
  package var from: Instant
  package var figures: [DrillFigures?]

  package init(from: Instant, figures: [DrillFigures?]) {
    self.from = from
    self.figures = figures
  }
}

/// An expected action and how it stands.
package struct ExpectedItem: Hashable, Sendable {
  /// How it stands.
  package enum State: Hashable, Sendable {
    /// Its window has not opened.
    case toCome
    /// It can still be done in time.
    case open
    case done(Instant)
    case late(Instant)
    case missed
    /// Its window was over before the team took over, or its inject never befell it.
    case notAsked
  }

  package var code: Code
  package var title: String
  package var role: Role
  /// When its window closes; nil before it has opened.
  package var due: Instant?
  package var state: State

  package init(code: Code, title: String, role: Role, due: Instant? = nil, state: State = .toCome) {
    self.code = code
    self.title = title
    self.role = role
    self.due = due
    self.state = state
  }
}

/// A line of the score: what was measured, in the branch shown, in the recorded day, and had nobody done anything.
package struct ScoreItem: Hashable, Sendable {
  package var name: String
  package var value: String
  package var recorded: String
  package var nothing: String
  /// Whether it calls for improvement.
  package var isGap: Bool

  package init(name: String, value: String, recorded: String = "", nothing: String = "", isGap: Bool = false) {
    self.name = name
    self.value = value
    self.recorded = recorded
    self.nothing = nothing
    self.isGap = isGap
  }
}

/// What only the controller sees: what is still to come.
package struct ControllerItem: Hashable, Sendable {
  /// Every inject of the branch shown, in the order of their times; those without a time last.
  package var injects: [DrillInject] = []
  /// When alarms will be raised in what is recorded already; for the bar.
  package var alarmsToCome: [Instant] = []

  package init(injects: [DrillInject] = [], alarmsToCome: [Instant] = []) {
    self.injects = injects
    self.alarmsToCome = alarmsToCome
  }
}
