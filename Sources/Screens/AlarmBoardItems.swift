package import Alarms
import CaseFlow

// From the alarm room's values to what a screen shows.

extension BoardModel {
  /// Takes the alarms, the crisis and the plan of an alarm board as they are at its `now`; who is in
  /// charge stands in the header.
  package mutating func take(_ board: AlarmBoard) {
    let thresholds = Dictionary(board.plan.thresholds.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    func item(_ alarm: Alarm) -> AlarmItem? {
      thresholds[alarm.threshold].map { AlarmItem(alarm, $0, now: board.reading(of: alarm.threshold), center) }
    }
    var worst: [String: AlarmLevel] = [:]
    for alarm in board.active where alarm.isActive {
      worst[alarm.threshold] = max(worst[alarm.threshold] ?? .watch, alarm.level)
    }
    // A threshold that went from watch to crisis stands once, at its worst; the list of the past has every raising.
    let active = board.active.filter { alarm in
      worst[alarm.threshold].map { alarm.isActive && alarm.level == $0 } ?? true
    }
    let past = board.alarms.reversed().filter { $0.state == .normal }.prefix(Self.pastAlarmsShown)
    let (going, over) = (active.filter(\.isActive), active.filter { !$0.isActive })
    alarms = going.compactMap(item) + over.compactMap(item) + past.compactMap(item)
    takeCrisis(of: board)
    handOver = { [center, now, zone] in
      let writer = ReportWriter(center, board, zone, until: now)
      return writer.handOver(since: writer.shiftStart)
    }
  }

  /// The raisings of the past that the list shows.
  static let pastAlarmsShown = 200

  /// The lines above the action cards: the rule of a crisis, what it saw, whether it may end.
  func ruleLines(width: Int) -> [String] {
    var lines = crisis.rule.isEmpty ? [] : Page.wrap(crisis.rule, to: max(8, width))
    if !crisis.seen.isEmpty { lines += Page.wrap("\(Wording.ruleSaw) \(crisis.seen).", to: max(8, width)) }
    if let since = crisis.clearSince {
      lines += Page.wrap("\(Wording.mayStandDown) \(TimeText.near(since, now, zone)).", to: max(8, width))
    }
    return Array(lines.prefix(5)) + (lines.isEmpty ? [] : [""])
  }
}

extension AlarmItem {
  /// What a screen shows of a raising: the value of now while it is active, else that of the raising.
  init(_ alarm: Alarm, _ threshold: Threshold, now: Reading?, _ center: Center) {
    let reading = alarm.isActive ? now ?? alarm.reading : alarm.reading
    let measure = threshold.measure
    let level = threshold.levels.first { $0.level == alarm.level }
    self.init(
      threshold: alarm.threshold, title: threshold.name, grade: alarm.level, standing: AlarmStanding(alarm.state),
      value: Wording.value(reading, measure),
      limit: level.map { Wording.limit($0.raise, measure) } ?? Wording.none, raised: alarm.raised)
    if alarm.isActive, let level, !reading.isAtLeast(level.raise, threshold.measure.of.unit) {
      was = Wording.value(alarm.reading, measure)
    }
    detail = Wording.detail(reading, measure)
    cleared = alarm.cleared
    owner = alarm.acknowledgedBy?.text
    role = threshold.owner.text
    consequence = threshold.consequence
    timeToAct = .minutes(threshold.actMinutes)
    firstSteps = threshold.firstKeys
    row = threshold.measure.stage.flatMap { stage in BoardRow.allCases.first { $0.stage == stage } }
    if threshold.measure.of == .releasesWithoutReceiver { row = .leaving }
    if threshold.measure.of == .linkedIllness { row = .health }
    if threshold.measure.of == .coPlacements { places = .children }
    places = threshold.measure.kind ?? places
    if let code = threshold.measure.area { places = center.area(code)?.kind }
  }
}

extension AlarmStanding {
  init(_ state: AlarmState) {
    switch state {
    case .normal: self = .cleared
    case .activeUnacknowledged: self = .unacknowledged
    case .activeAcknowledged: self = .acknowledged
    case .clearedUnacknowledged: self = .clearedUnacknowledged
    case .shelved, .suppressed, .outOfService: self = .shelved
    }
  }
}
