package import CaseFlow

/// The alarms of one center: a fold of its journal and of time.
///
/// Thresholds turn at their exact instants, never at ticks. Between records every value is constant, grows
/// with time, or changes when an entry leaves a window, so the board knows the next instant at which
/// anything may turn and stops at each on its way. What it says of an instant therefore does not depend on
/// how it got there.
///
/// ```swift
/// var board = AlarmBoard(plan: .shipped, center: center)
/// for record in records {
///   center.apply(record)
///   board.observe(record, center)
/// }
/// board.advance(to: now)
/// ```
package struct AlarmBoard: Sendable {
  /// The plan as it is now: values of thresholds may have been changed since the center file was taken.
  package private(set) var plan: AlarmPlan
  /// The instant up to which everything has been looked at.
  package private(set) var now: Instant
  /// Every activation, oldest first.
  package internal(set) var alarms: [Alarm] = []
  /// Every crisis, oldest first; only the last may go on.
  package internal(set) var crises: [Crisis] = []
  /// Everything that was shelved, oldest first; the last of a threshold may go on.
  package internal(set) var shelves: [Shelf] = []
  /// The thresholds that are out of service.
  package internal(set) var withdrawals: [Withdrawal] = []
  /// The values that were changed, the last of each level.
  package private(set) var changes: [ValuesChange] = []
  /// When the first record was observed; nil before.
  package var began: Instant? { inputs.began }
  /// The reserves that were ordered and not called off.
  package internal(set) var reserves: [ReserveOrder] = []
  /// Who is in charge, and since when, once someone took command.
  package internal(set) var charge: Charge?
  private(set) var latches: [Latch]
  var crisisWatch: CrisisWatch
  private var watchers: [Watcher]
  private var inputs: AlarmInputs
  /// The next instant at which a shelf ends or an alarm without an owner escalates.
  var nextDuty = Instant.never
  /// The earliest `next` of all.
  private var next = Instant.never

  /// The board of a center as it is at its last record, without any history.
  package init(plan: AlarmPlan, center: Center) {
    self.plan = plan
    now = center.now
    var clocks: [ClockMeasure] = []
    for measure in plan.thresholds.flatMap(\.measure.clocksRead) where !clocks.contains(measure) {
      clocks.append(measure)
    }
    inputs = AlarmInputs(clocks: clocks, watches: Watches(plan.thresholds), center: center)
    watchers = []
    var latchCount = 0
    for threshold in plan.thresholds {
      watchers.append(Watcher(threshold, firstLatch: latchCount, clocks: clocks, center: center))
      latchCount += threshold.levels.count
    }
    latches = [Latch](repeating: Latch(), count: latchCount)
    crisisWatch = CrisisWatch(rule: plan.crisis)
    settleAll()
  }

  /// Takes a record that `center` has just applied. Time moves on to when it was recorded.
  ///
  /// Costs what the record concerns and a few comparisons a threshold, whatever the center holds.
  package mutating func observe(_ record: Record, _ center: Center) {
    advance(to: record.recorded)
    if let entry = inputs.take(record, center, at: now) {
      crisisWatch.add(entry)
      for index in watchers.indices { watchers[index].window?.add(entry) }
    }
    answer(record.event, by: record.by)
    settleAll()
  }

  /// Takes what a person answered outside the journal, such as a viewer of a recording who takes an alarm:
  /// acknowledging, shelving, command, ticks and the like. Any other event changes nothing.
  package mutating func respond(_ response: Event, by: Code, at instant: Instant) {
    advance(to: instant)
    answer(response, by: by)
    settleAll()
  }

  /// Lets time pass up to and including `instant`; an earlier one changes nothing.
  package mutating func advance(to instant: Instant) {
    while next <= instant {
      now = next
      for index in watchers.indices where watchers[index].next <= now { settle(index) }
      if nextDuty <= now { settleDuties() }
      if crisisWatch.next <= now { crisisWatch.settle(inputs, &crises, at: now) }
      reschedule()
      assert(next > now, "a threshold that asks to be looked at again at once would never let time pass")
    }
    now = max(now, instant)
  }

  /// The next instant at which anything may turn without an event, or nil: how long a live board may sleep.
  package var nextTurn: Instant? { next == .never ? nil : next }

  private mutating func settleAll() {
    // By position and in place: a watcher taken out of the list, or the inputs out of the board, would be copied with all
    // they hold, and most records turn nothing.
    for index in watchers.indices where watchers[index].isDue(inputs.marks, at: now) { settle(index) }
    if nextDuty <= now { settleDuties() }
    if crisisWatch.isDue(inputs, at: now) { crisisWatch.settle(inputs, &crises, at: now) }
    reschedule()
  }

  private mutating func reschedule() {
    next = min(crisisWatch.next, nextDuty)
    // By position: a watcher taken out of the list would be copied with all it holds.
    for index in watchers.indices where watchers[index].next < next { next = watchers[index].next }
  }

  private mutating func settle(_ index: Int) {
    guard let reading = watchers[index].look(inputs, at: now) else { return }
    let first = watchers[index].firstLatch
    for position in watchers[index].levels.indices {
      let level = watchers[index].levels[position]
      let turn = latches[first + position].settle(level, watchers[index].unit, reading, at: now)
      switch turn {
      case .none: break
      case .raised: raise(index, level.level, reading, first + position)
      case .cleared:
        if let alarm = latches[first + position].alarm { alarms[alarm].cleared = now }
        // What it kept silent may have waited for an owner too long already.
        planDuties()
      }
      if let due = latches[first + position].due(level), due > now {
        watchers[index].next = min(watchers[index].next, due)
      }
    }
  }

  private mutating func raise(_ index: Int, _ level: AlarmLevel, _ reading: Reading, _ latch: Int) {
    var alarm = Alarm()
    alarm.threshold = plan.thresholds[index].name
    alarm.cause = cause(of: plan.thresholds[index])
    alarm.level = level
    alarm.raised = now
    alarm.reading = reading
    latches[latch].alarm = alarms.count
    alarms.append(alarm)
    planDuties()
  }

  /// The earliest active alarm among the causes that a threshold names; what brought that about, if anything did.
  private func cause(of threshold: Threshold) -> String? {
    guard !threshold.effectOf.isEmpty else { return nil }
    let first = latches.compactMap { latch in latch.isOn ? latch.alarm.map { alarms[$0] } : nil }
      .filter { threshold.effectOf.contains($0.threshold) }
      .min { ($0.raised, $0.threshold) < ($1.raised, $1.threshold) }
    return first.map { $0.cause ?? $0.threshold }
  }

  /// Takes a threshold out of service, or puts it back: out of service it raises nothing, and what it raised is over.
  mutating func setService(of name: String, _ inService: Bool, _ by: Code) {
    guard let index = plan.thresholds.firstIndex(where: { $0.name == name }),
      watchers[index].isInService != inService
    else { return }
    withdrawals.removeAll { $0.threshold == name }
    if !inService { withdrawals.append(Withdrawal(threshold: name, by: by, since: now)) }
    watchers[index].isInService = inService
    watchers[index].seen = nil
    watchers[index].next = inService ? now : .never
    guard !inService else { return }
    for position in latches(of: index) {
      if latches[position].isOn, let alarm = latches[position].alarm { alarms[alarm].cleared = now }
      latches[position].isOn = false
      latches[position].pending = nil
    }
    planDuties()
  }

  /// Changes the values of a level from now on; values that cannot work change nothing.
  mutating func change(_ e: ThresholdChanged, _ by: Code) {
    guard ThresholdFault.of(e, in: plan) == nil else { return }
    changes.removeAll { $0.values.threshold == e.threshold && $0.values.level == e.level }
    changes.append(ValuesChange(e, by: by, at: now))
    put(e)
  }

  /// Puts changed values where they are read, whatever the other levels have.
  private mutating func put(_ e: ThresholdChanged) {
    guard let index = plan.thresholds.firstIndex(where: { $0.name == e.threshold }),
      let position = plan.thresholds[index].levels.firstIndex(where: { $0.level == e.level })
    else { return }
    let level = ThresholdLevel(
      e.level, raise: e.raise, clear: e.clear, onDelay: e.onDelay, offDelay: e.offDelay, minimumCount: e.minimumCount)
    plan.thresholds[index].levels[position] = level
    watchers[index].levels[position] = level
    // A delay that was running asked by the old values.
    latches[watchers[index].firstLatch + position].pending = nil
    watchers[index].seen = nil
    // Nobody looks at what is out of service: asked for at once, it would be asked for forever.
    watchers[index].next = watchers[index].isInService ? now : .never
  }

  private func latches(of index: Int) -> Range<Int> {
    let first = watchers[index].firstLatch
    return first..<first + watchers[index].levels.count
  }

  /// Who came within the window of the crisis rule.
  var arrivals: [Flood.Arrived] {
    crisisWatch.window.arrivals.map { Flood.Arrived(people: $0.arrived, at: $0.at) }
  }

  /// From when on the value of a threshold can be known, where that is still to come: what reads the pace of a day knows
  /// nothing before it has seen one, which is not the same as none.
  package func knownFrom(_ threshold: String) -> Instant? {
    guard plan.thresholds.first(where: { $0.name == threshold })?.measure.of == .predictedBreaches else { return nil }
    let known = (inputs.began ?? now) + .minutes(Watcher.dayMinutes)
    return known > now ? known : nil
  }

  /// What a threshold reads now, or nil when there is none of the name.
  package func reading(of threshold: String) -> Reading? {
    plan.thresholds.firstIndex { $0.name == threshold }.map { watchers[$0].reading(inputs, at: now) }
  }
}

extension AlarmBoard {
  /// Visits all that a board has made of records and of time, but for what it reads of the center: that is made anew of
  /// the center that it is made with. A snapshot is written and read through it.
  @specialized(where Visitor == CompactReader)
  @specialized(where Visitor == CompactWriter)
  package mutating func describeState<Visitor: FieldVisitor>(_ f: inout Visitor) {
    f.field("now", &now)
    f.field("began", &inputs.began)
    f.field("alarms", &alarms, most: Int(Limit.numberSpan))
    f.field("crises", &crises, most: Int(Limit.numberSpan))
    f.field("shelves", &shelves, most: Int(Limit.numberSpan))
    f.field("outOfService", &withdrawals, most: AlarmLimit.thresholds)
    f.field("changes", &changes, most: AlarmLimit.thresholds * AlarmLevel.allCases.count)
    f.field("reserves", &reserves, most: AlarmLimit.reserves)
    f.field("charge", &charge)
    f.field("latches", &latches, most: AlarmLimit.thresholds * AlarmLevel.allCases.count)
    crisisWatch.describeState(&f)
    for index in watchers.indices { watchers[index].window?.describeState(&f) }
  }

  /// Goes on with a state that was read, beside the center it was written beside; false when it does not fit.
  ///
  /// Every threshold is looked at anew, which turns nothing: nothing has changed since it was looked at last.
  package mutating func resume() -> Bool {
    let known = alarms.indices
    guard latches.count == watchers.reduce(0, { $0 + $1.levels.count }),
      latches.allSatisfy({ latch in latch.alarm.map(known.contains) ?? true })
    else { return false }
    let running = latches
    // Together: one by one, a level could pass another that is changed only after it.
    for change in changes { put(change.values) }
    guard changes.allSatisfy({ ThresholdFault.of($0.values, in: plan) == nil }) else { return false }
    for withdrawal in withdrawals {
      guard let index = plan.thresholds.firstIndex(where: { $0.name == withdrawal.threshold }) else { return false }
      watchers[index].isInService = false
    }
    latches = running
    for index in watchers.indices { watchers[index].next = watchers[index].isInService ? now : .never }
    crisisWatch.forget()
    planDuties()
    settleAll()
    return true
  }
}
