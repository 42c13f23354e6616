package import Alarms
package import CaseFlow

/// A team that does by rule what nobody in charge should forget: it takes alarms, declares a crisis that is proposed,
/// orders the reserves that the ladder asks for, and does the lines of the response plan one after the other.
///
/// It stands in for people where a scenario is tried out. It does nothing at desks.
package struct RuleTeam: Sendable {
  /// One thing that somebody of the team records.
  package struct Deed: Sendable {
    package var by: Code
    package var event: Event
  }

  /// The lines of the plan that are done already, the next of which has its time.
  private var nextLine: Instant?

  /// Who is in charge, and who works through the plan.
  package static let lead: Code = Code("lead")
  private static let deputy: Code = Code("deputy")
  /// How often the team looks at its board.
  package static let look = Span.minutes(1)
  /// How long an alarm stands before it is taken, and how long a line of the plan takes.
  private static let patience = Span.minutes(2)
  private static let lineTime = Span.minutes(3)

  package init() {}

  /// What the team does at an instant, in this order.
  package mutating func acts(_ center: Center, _ board: AlarmBoard, at now: Instant) -> [Deed] {
    var deeds: [Deed] = []
    func lead(_ event: Event) { deeds.append(Deed(by: RuleTeam.lead, event: event)) }
    var taken: Set<String> = []
    for alarm in board.alarms where alarm.acknowledged == nil && alarm.raised + RuleTeam.patience <= now {
      if taken.insert(alarm.threshold).inserted { lead(.alarmAcknowledged(AlarmAnswered(alarm.threshold))) }
    }
    switch board.crisis {
    case .none: nextLine = nil
    case .proposed: lead(.crisisDeclared(CrisisAnswered(RuleTeam.lead)))
    case .declared(let crisis):
      if crisis.clear != nil {
        lead(.crisisStoodDown(CrisisAnswered(RuleTeam.lead)))
      } else {
        deeds += workThroughPlan(crisis, board, now)
      }
    }
    for reserve in board.ladder(center).flatMap(\.picked) {
      var order = ReserveOrdered()
      order.reserve = reserve.code
      lead(.reserveOrdered(order))
    }
    return deeds
  }

  /// The first line that is not done yet, once the one before has had its time.
  private mutating func workThroughPlan(_ crisis: Crisis, _ board: AlarmBoard, _ now: Instant) -> [Deed] {
    let due = nextLine ?? now + RuleTeam.lineTime
    nextLine = due
    guard due <= now else { return [] }
    for card in board.plan.plan.cards {
      for line in card.lines.indices where !crisis.done.contains(where: { $0.card == card.code && $0.line == line + 1 })
      {
        nextLine = now + RuleTeam.lineTime
        var done = LineAnswered()
        done.card = card.code
        done.line = line + 1
        return [Deed(by: RuleTeam.deputy, event: .actionDone(done))]
      }
    }
    return []
  }
}
