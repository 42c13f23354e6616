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
  case unacknowledged, acknowledged, clearedUnacknowledged, shelved, cleared
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
  /// What stands behind the value: `1117/980 staffed`, `in 60 min`.
  package var detail = ""
  /// The value at the raising, where the value of now is below the limit again and the alarm has not cleared yet.
  package var was: String?
  package var raised: Instant
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
