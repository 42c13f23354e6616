import Alarms
import CaseFlow

/// What the supervisor on duty knows of alarms and of the crisis.
struct SupervisorDuty: Sendable {
  /// The board in front of the supervisor; nil during the warm-up.
  var board: AlarmBoard?
  /// How long this supervisor leaves each alarm, drawn when it is first seen; by its position on the board.
  var patience: [Int: Span] = [:]
  /// When each line of the response plan will be done, by card and line.
  var ticks: [Tick] = []
  var declares: Instant?
  var standsDown: Instant?

  struct Tick: Sendable {
    var card: Code
    var line: Int
    var at: Instant
  }
}

extension Simulator {
  /// A look at the alarm board: takes what has stood for a while, declares a proposed crisis, works through the
  /// response plan, and stands the crisis down some time after it has cleared.
  mutating func answerAlarms() {
    // Nobody sees an alarm on a dark board.
    if drill.paper == nil {
      duty.board?.advance(to: clock)
      // Where the team answers, nobody simulated ponders how long to wait: chance would depend on who was first.
      if !drill.cast.roles.contains(.supervisor) {
        acknowledge()
        answerCrisis()
      }
    }
    enter(.round(.alarms), in: random.minutes(2...4))
  }

  private mutating func acknowledge() {
    guard let board = duty.board else { return }
    var taken: Set<String> = []
    for (index, alarm) in board.alarms.enumerated() where alarm.acknowledged == nil {
      let patience = duty.patience[index] ?? random.minutes(3...18)
      duty.patience[index] = patience
      guard alarm.raised + patience <= clock, taken.insert(alarm.threshold).inserted else { continue }
      act(.state(.alarmAcknowledged(AlarmAnswered(alarm.threshold))), by: roster.supervisor(clock))
    }
  }

  private mutating func answerCrisis() {
    switch duty.board?.crisis {
    case .proposed(let crisis):
      let declares = duty.declares ?? (crisis.proposed ?? clock) + random.minutes(6...20)
      duty.declares = declares
      guard declares <= clock else { return }
      declare(crisis)
    case .declared(let crisis):
      workThroughPlan()
      guard let clear = crisis.clear else { return duty.standsDown = nil }
      let standsDown = duty.standsDown ?? clear + random.minutes(10...30)
      duty.standsDown = standsDown
      guard standsDown <= clock else { return }
      let lead = roster.supervisor(clock)
      act(.state(.crisisStoodDown(CrisisAnswered(lead))), by: lead)
      duty.ticks = []
      duty.declares = nil
      duty.standsDown = nil
    case .none?, nil: duty.declares = nil
    }
  }

  private mutating func declare(_ crisis: Crisis) {
    let lead = roster.supervisor(clock)
    guard act(.state(.crisisDeclared(CrisisAnswered(lead))), by: lead) else { return }
    duty.declares = nil
    planTicks()
    if let kind = crisis.parts?.kind { enter(.incident(.reserveOpened(kind)), in: random.minutes(20...45)) }
  }

  /// When each line of the response plan will be done; some never are.
  mutating func planTicks() {
    for card in alarms.plan.cards {
      for (index, line) in card.lines.enumerated() where random.chance(0.8) {
        let wait = Double(max(line.minutes, 10)) * (0.35 + 0.8 * random.unit())
        duty.ticks.append(.init(card: card.code, line: index + 1, at: clock + .seconds(Int(wait * 60))))
      }
    }
  }

  private mutating func workThroughPlan() {
    let now = clock
    let due = duty.ticks.filter { $0.at <= now }
    duty.ticks.removeAll { $0.at <= now }
    for tick in due {
      var done = LineAnswered()
      done.card = tick.card
      done.line = tick.line
      act(.state(.actionDone(done)), by: roster.supervisor(clock))
    }
  }

  /// Half of the reserve of a kind is opened: beds, distance and staff for them.
  mutating func openReserve(_ kind: PlaceKind) {
    for area in center.areas where area.kind == kind && area.capacity.reserve > 1 {
      let opened = area.capacity.reserve / 2
      let binding = min(area.capacity.physical, area.capacity.safe, area.capacity.staffed)
      for part in [CapacityPart.physical, .safe, .staffed, .reserve] {
        var change = CapacityChanged()
        change.area = area.code
        change.part = part
        change.places =
          part == .reserve ? area.capacity.reserve - opened : max(area.capacity[part], binding + opened)
        guard change.places != area.capacity[part] else { continue }
        act(.state(.capacityChanged(change)), by: roster.supervisor(clock))
      }
    }
  }
}
