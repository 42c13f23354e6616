package import Alarms
import CaseFlow

// What the alarm room derived, as the items the screens show.

extension BoardModel {
  /// Takes alarms, crisis and action cards from an alarm board that has come to `now`.
  package mutating func show(_ board: AlarmBoard) {
    let standing = board.active
    alarms = standing.map { AlarmItem($0, board) }
    // What is over stays readable below what stands, the newest first.
    alarms += board.alarms.filter { $0.state == .normal }.suffix(BoardModel.pastAlarmsShown).reversed()
      .map { AlarmItem($0, board) }
    crisis = CrisisItem(board.crisis, board.plan.crisis)
    cards = board.plan.plan.cards.map { CardItem($0, board.crisis) }
    if case .declared(let declared) = board.crisis { inCharge = declared.charge?.text }
  }

  /// Alarms that are over, on the alarm list.
  static let pastAlarmsShown = 100
}

extension AlarmGrade {
  init(_ level: AlarmLevel) {
    switch level {
    case .watch: self = .watch
    case .strained: self = .strained
    case .crisis: self = .crisis
    }
  }
}

extension AlarmItem {
  init(_ alarm: Alarm, _ board: AlarmBoard) {
    let threshold = board.plan.thresholds.first { $0.name == alarm.threshold }
    let unit = threshold?.measure.of.unit ?? .cases
    let level = threshold?.levels.first { $0.level == alarm.level }
    let standing: AlarmStanding =
      switch alarm.state {
      case .activeUnacknowledged: .unacknowledged
      case .activeAcknowledged: .acknowledged
      case .clearedUnacknowledged: .clearedUnacknowledged
      case .normal: .cleared
      }
    let now = alarm.isActive ? board.reading(of: alarm.threshold) ?? alarm.reading : alarm.reading
    self.init(
      threshold: alarm.threshold, title: alarm.threshold, grade: AlarmGrade(alarm.level), standing: standing,
      value: Wording.reading(now, unit), limit: level.map { Wording.raise($0.raise, unit) } ?? "",
      raised: alarm.raised)
    cleared = alarm.cleared
    owner = alarm.acknowledgedBy?.text
    guard let threshold else { return }
    consequence = threshold.consequence
    timeToAct = .minutes(threshold.actMinutes)
    firstSteps = threshold.firstKeys
    places = threshold.measure.kind
    row = threshold.measure.stage.map {
      switch $0 {
      case .reception: .reception
      case .health: .health
      case .interview: .interview
      case .caseManagement: .caseManagement
      }
    }
  }
}

extension CrisisItem {
  init(_ state: CrisisState, _ rule: CrisisRule) {
    self.init()
    switch state {
    case .none: break
    case .proposed(let crisis):
      standing = .proposed(since: crisis.proposed ?? Instant())
      parts = CrisisItem.parts(crisis, rule)
    case .declared(let crisis):
      standing = .declared(at: crisis.declared ?? Instant(), by: crisis.declaredBy?.text ?? "")
      parts = CrisisItem.parts(crisis, rule)
    }
  }

  private static func parts(_ crisis: Crisis, _ rule: CrisisRule) -> [Part] {
    guard let seen = crisis.parts else { return [] }
    return [
      Part(
        text: Wording.arrivalsPart(seen.arrived, seen.processed, minutes: rule.arrivalMinutes),
        holds: seen.arrived > seen.processed),
      Part(
        text: Wording.placesPart(seen.kind, seen.occupied, seen.staffed, minutes: rule.placesMinutes),
        holds: seen.occupied * 100 >= seen.staffed * rule.placesPercent),
    ]
  }
}

extension CardItem {
  init(_ card: ActionCard, _ state: CrisisState) {
    var declared: Instant?
    var done: [ActionTick] = []
    if case .declared(let crisis) = state {
      declared = crisis.declared
      done = crisis.done
    }
    self.init(
      code: card.code, title: card.title, role: card.role.text,
      lines: card.lines.enumerated().map { index, line in
        var item = CardLine(text: line.text, owner: line.role.text, due: declared.map { $0 + .minutes(line.minutes) })
        if let tick = done.first(where: { $0.card == card.code && $0.line == index + 1 }) {
          item.doneAt = tick.at
          item.doneBy = tick.by.text
        }
        return item
      })
  }
}
