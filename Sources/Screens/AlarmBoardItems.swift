package import Alarms
import CaseFlow

// From the alarm room's values to what a screen shows.

extension BoardModel {
  /// Takes the alarms, the crisis and the plan of an alarm board as they are at its `now`; who is in
  /// charge stands in the header.
  package mutating func take(_ board: AlarmBoard) {
    let thresholds = Dictionary(board.plan.thresholds.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    func item(_ alarm: Alarm) -> AlarmItem? {
      guard let threshold = thresholds[alarm.threshold] else { return nil }
      var item = AlarmItem(alarm, threshold, now: board.reading(of: alarm.threshold), center)
      item.standing = AlarmStanding(board.state(of: alarm))
      item.aside = board.aside(of: alarm.threshold)
      item.note(board.changes, now, zone)
      return item
    }
    var worst: [String: AlarmLevel] = [:]
    for alarm in board.active where alarm.isActive {
      worst[alarm.threshold] = max(worst[alarm.threshold] ?? .watch, alarm.level)
    }
    // A threshold that went from watch to crisis stands once, at its worst; the list of the past has every raising.
    var items = board.active.filter { alarm in
      worst[alarm.threshold].map { alarm.isActive && alarm.level == $0 } ?? true
    }.compactMap(item)
    // What is put aside stands there too while nothing is raised.
    for threshold in board.plan.thresholds {
      guard let aside = board.aside(of: threshold.name), !items.contains(where: { $0.threshold == threshold.name })
      else { continue }
      var item = AlarmItem(threshold, aside, now: board.reading(of: threshold.name), center)
      item.note(board.changes, now, zone)
      items.append(item)
    }
    takeFlood(of: board, &items)
    for index in items.indices where items[index].standing == .suppressed { items[index].fold = .suppressed }
    let past = board.alarms.reversed().filter { $0.state == .normal }.prefix(Self.pastAlarmsShown)
    let shown = Set(items.map(\.threshold))
    let normal = board.plan.thresholds.filter { !shown.contains($0.name) }.map { threshold in
      var item = AlarmItem(normal: threshold, in: board, center, zone)
      item.note(board.changes, now, zone)
      return item
    }
    alarms = (0...AlarmItem.lastRank).flatMap { rank in items.filter { $0.rank == rank } }
    alarms += past.compactMap(item) + normal
    raisings = board.alarms
    shiftLength = .minutes(board.plan.shiftMinutes)
    // Whoever took command began the shift; where nobody did, it is as long back and ahead as one is.
    shiftStart = now - shiftLength
    shiftEnd = now + shiftLength
    if let since = board.charge?.since, since > shiftStart {
      shiftStart = since
      shiftEnd = since + shiftLength
    }
    takeCrisis(of: board)
    handOver = { [center, now, zone] in
      let writer = ReportWriter(center, board, zone, until: now)
      return writer.handOver(since: writer.shiftStart)
    }
  }

  /// In a flood what came first stands on top, and what followed is folded under it: but never a crisis.
  private mutating func takeFlood(of board: AlarmBoard, _ items: inout [AlarmItem]) {
    flood = nil
    guard let flood = board.flood else { return }
    let raised = Set(flood.alarms.map { AlarmKey(threshold: $0.threshold, grade: $0.level, raised: $0.raised) })
    let own = items.indices.filter { items[$0].isOpen && raised.contains(items[$0].key) }
    let first = own.min { (items[$0].raised, items[$0].threshold) < (items[$1].raised, items[$1].threshold) }
    for index in own where index != first && items[index].grade < .crisis { items[index].fold = .flood }
    let cause = center.arrival(before: flood)
    self.flood = FloodItem(
      since: flood.since, count: flood.alarms.count, people: cause?.people, arrived: cause?.at,
      wasExpected: cause?.wasExpected ?? false, first: first.map { items[$0].key })
    if let first { items[first].isFirstOut = true }
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
    unit = Wording.unit(reading, measure)
    cleared = alarm.cleared
    owner = alarm.acknowledgedBy?.text
    isEscalated = alarm.escalated != nil && alarm.acknowledged == nil
    cause = alarm.cause
    take(threshold, center)
  }

  /// A threshold that is put aside and has raised nothing.
  init(_ threshold: Threshold, _ aside: AlarmAside, now: Reading?, _ center: Center) {
    let isShelved = aside.until != nil
    let level = threshold.levels.first
    self.init(
      threshold: threshold.name, title: threshold.name, grade: level?.level ?? .watch,
      standing: isShelved ? .shelved : .outOfService,
      value: isShelved ? now.map { Wording.value($0, threshold.measure) } ?? Wording.none : Wording.none,
      limit: level.map { Wording.limit($0.raise, threshold.measure) } ?? Wording.none, raised: aside.since)
    self.aside = aside
    wasRaised = false
    take(threshold, center)
  }

  /// A threshold that has nothing active: its value of now, or that it cannot be known yet and from when on.
  init(normal threshold: Threshold, in board: AlarmBoard, _ center: Center, _ zone: ZoneOffsets) {
    let level = threshold.levels.first
    let reading = board.reading(of: threshold.name) ?? Reading()
    let knownFrom = board.knownFrom(threshold.name)
    self.init(
      threshold: threshold.name, title: threshold.name, grade: level?.level ?? .watch, standing: .normal,
      value: knownFrom == nil ? Wording.value(reading, threshold.measure) : Wording.notKnownYet,
      limit: level.map { Wording.limit($0.raise, threshold.measure) } ?? Wording.none, raised: .earliest)
    detail =
      knownFrom.map { Wording.knownFrom(TimeText.near($0, board.now, zone)) }
      ?? Wording.detail(reading, threshold.measure)
    unit = knownFrom == nil ? Wording.unit(reading, threshold.measure) : ""
    wasRaised = false
    isDelayed = threshold.levels.contains {
      reading.isAtLeast($0.raise, threshold.measure.of.unit) && reading.count >= $0.minimumCount
    }
    take(threshold, center)
  }

  /// Says beside values who changed them, and when.
  fileprivate mutating func note(_ changes: [ValuesChange], _ now: Instant, _ zone: ZoneOffsets) {
    for change in changes where change.values.threshold == threshold {
      guard let index = levels.firstIndex(of: change.values.level) else { continue }
      values[index] = Wording.changed(values[index], by: change.by.text, at: TimeText.near(change.at, now, zone))
    }
  }

  /// What its threshold says of every raising.
  private mutating func take(_ threshold: Threshold, _ center: Center) {
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
    levels = threshold.levels.map(\.level)
    values = threshold.levels.map { Wording.values($0, threshold.measure) }
    edit = threshold.levels.first { $0.level == grade }.map { DeskLine.threshold(threshold.name, $0) } ?? ""
  }

  /// Where it stands in the list: what came first in a flood, what escalated, what nobody has taken, what somebody answers
  /// for, what is over and not taken, what is silent, shelved, out of service.
  var rank: Int {
    switch standing {
    case _ where isFirstOut: 0
    case .unacknowledged where isEscalated: 1
    case .unacknowledged: 2
    case .acknowledged: 3
    case .clearedUnacknowledged: 4
    case .suppressed: 5
    case .shelved: 6
    case .outOfService: 7
    case .cleared: 8
    case .normal: 9
    }
  }

  static let lastRank = 7
}

extension Center {
  /// What came before a flood: the bus of the hour before that was announced with the most people, or a larger arrival.
  fileprivate func arrival(before flood: Flood) -> (people: Int, at: Instant, wasExpected: Bool)? {
    let hour = flood.first.raised - .minutes(60)
    let bus = buses.filter { $0.openedAt > hour && $0.openedAt <= flood.first.raised && $0.announced != nil }
      .max { ($0.announced ?? 0, $1.openedAt) < ($1.announced ?? 0, $0.openedAt) }
    if let bus, let people = bus.announced, people >= flood.arrival?.people ?? 1 { return (people, bus.openedAt, true) }
    return flood.arrival.map { ($0.people, $0.at, false) }
  }
}

extension AlarmBoard {
  /// Who put a threshold aside, or nil.
  fileprivate func aside(of threshold: String) -> AlarmAside? {
    if let withdrawal = withdrawals.first(where: { $0.threshold == threshold }) {
      return AlarmAside(by: withdrawal.by.text, since: withdrawal.since)
    }
    return shelf(of: threshold).map {
      AlarmAside(by: $0.by.text, since: $0.since, until: $0.until, reason: $0.reason)
    }
  }
}

extension AlarmStanding {
  init(_ state: AlarmState) {
    switch state {
    case .normal: self = .cleared
    case .activeUnacknowledged: self = .unacknowledged
    case .activeAcknowledged: self = .acknowledged
    case .clearedUnacknowledged: self = .clearedUnacknowledged
    case .shelved: self = .shelved
    case .suppressed: self = .suppressed
    case .outOfService: self = .outOfService
    }
  }
}
