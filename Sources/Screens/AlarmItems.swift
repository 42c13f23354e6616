import Alarms
package import CaseFlow

/// How grave an alarm is: watch, strained or crisis.
package typealias AlarmGrade = AlarmLevel

/// What makes one raising of one alarm itself: selections hold on to it.
package struct AlarmKey: Hashable, Sendable {
  package var threshold: String
  package var grade: AlarmGrade
  package var raised: Instant
}

/// Where an alarm stands, in the words of ISA-18.2.
package enum AlarmStanding: Hashable, Sendable, CaseIterable {
  case unacknowledged, acknowledged, clearedUnacknowledged, suppressed, shelved, outOfService, cleared, normal
}

/// Why an alarm is not asked about: it was put aside by someone, until a time or until it is put back.
package struct AlarmAside: Hashable, Sendable {
  package var by: String
  package var since: Instant
  package var until: Instant?
  package var reason: ShelveReason?
}

/// What is folded away in the list of alarms, until someone unfolds it.
package enum AlarmFold: Hashable, Sendable, CaseIterable {
  /// What was raised in a flood after the alarm that came first.
  case flood
  /// What is silent while what brings it about is active.
  case suppressed
}

/// More alarms than can be answered one by one.
package struct FloodItem: Hashable, Sendable {
  package var since: Instant
  /// The alarms raised in it.
  package var count: Int
  /// The people of the largest arrival before it, and when they were entered.
  package var people: Int?
  package var arrived: Instant?
  /// Whether they were announced.
  package var wasExpected = false
  /// The alarm that stands on top.
  package var first: AlarmKey?
}

/// An alarm as a screen shows it.
package struct AlarmItem: Hashable, Sendable {
  /// The name of its threshold: what an answer names.
  package var threshold: String
  /// A few words: `families over places`.
  package var title: String
  package var grade: AlarmGrade
  package var standing: AlarmStanding
  /// The value and the limit it crossed: `271`, `240`.
  package var value: String
  package var limit: String
  /// What is counted, where the value does not say it: `cases`.
  package var unit = ""
  /// What stands behind the value: `1117/980 staffed`, `in 60 min`.
  package var detail = ""
  /// The value at the raising, where the value of now is below the limit again and the alarm has not cleared yet.
  package var was: String?
  /// When it was raised; when it was put aside where nothing is raised, `earliest` where neither.
  package var raised: Instant
  /// False for a threshold that has raised nothing: it is put aside, or normal.
  package var wasRaised = true
  /// Nothing is raised although its value is past a limit: that has not lasted long enough yet.
  package var isDelayed = false
  package var cleared: Instant?
  package var owner: String?
  /// What happens if nobody acts.
  package var consequence = ""
  /// The role that answers for it.
  package var role = ""
  /// How long there is to act.
  package var timeToAct: Span?
  /// What to press or do first.
  package var firstSteps = ""
  /// The row or the kind of place it is about.
  package var row: BoardRow?
  package var places: PlaceKind?
  /// Nobody has taken it for too long.
  package var isEscalated = false
  /// It came first in the flood that goes on.
  package var isFirstOut = false
  /// The alarm that came first and brought it about.
  package var cause: String?
  /// Who put it aside.
  package var aside: AlarmAside?
  /// Under what it is folded away.
  package var fold: AlarmFold?
  /// Its levels, in the order of their values.
  package var levels: [AlarmLevel] = []
  /// The values of its levels, each a line to read.
  package var values: [String] = []
  /// The command line that would set the values of its level as they are.
  package var edit = ""

  /// An alarm that was raised.
  package init(
    threshold: String, title: String, grade: AlarmGrade, standing: AlarmStanding, value: String, limit: String,
    raised: Instant
  ) {
    self.threshold = threshold
    self.title = title
    self.grade = grade
    self.standing = standing
    self.value = value
    self.limit = limit
    self.raised = raised
  }

  package var key: AlarmKey { AlarmKey(threshold: threshold, grade: grade, raised: raised) }

  /// Whether it is active: its value is past its limit.
  package var isActive: Bool { standing == .unacknowledged || standing == .acknowledged }

  /// Whether it asks for someone, or has one: neither over, nor silent, nor put aside.
  package var isOpen: Bool { isActive || standing == .clearedUnacknowledged }
}

/// The crisis of the center: proposed by rule, declared by a person.
package struct CrisisItem: Hashable, Sendable {
  /// Where it stands.
  package enum Standing: Hashable, Sendable {
    case none
    case proposed(since: Instant)
    case declared(at: Instant, by: String)
  }

  package var standing = Standing.none
  /// The rule in a sentence.
  package var rule = ""
  /// What the rule saw when it proposed.
  package var seen = ""
  /// Since when the crisis may be stood down by its rule.
  package var clearSince: Instant?
  /// Who declared it, which may be another than who is in charge.
  package var declaredBy = ""
  /// The lines of the checklist of standing down that nobody has ticked, counted from 1.
  package var openChecks: [Int] = []

  /// No crisis.
  package init() {}
}

/// An action card of the response plan.
package struct CardItem: Hashable, Sendable {
  package var code: Code
  package var title: String
  package var role: String
  package var lines: [CardLine]

  /// A card with its lines.
  package init(code: Code, title: String, role: String, lines: [CardLine]) {
    self.code = code
    self.title = title
    self.role = role
    self.lines = lines
  }

  package var doneCount: Int { lines.count { $0.doneAt != nil } }
}

/// A line of an action card.
package struct CardLine: Hashable, Sendable {
  package var text: String
  /// The role that the plan gives it to.
  package var owner: String?
  /// Who answers for it.
  package var takenBy: String?
  package var due: Instant?
  package var doneAt: Instant?
  package var doneBy: String?

  /// A line that is not done.
  package init(text: String, owner: String? = nil, due: Instant? = nil) {
    self.text = text
    self.owner = owner
    self.due = due
  }

  /// Whether it should have been done by now.
  package func isLate(at now: Instant) -> Bool { doneAt == nil && due.map { $0 < now } ?? false }
}
