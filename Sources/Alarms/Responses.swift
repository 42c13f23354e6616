package import CaseFlow

extension AlarmBoard {
  /// Takes what a person answered at `now`; any other event changes nothing.
  mutating func answer(_ response: Event, by: Code) {
    switch response {
    case .alarmAcknowledged(let e): acknowledge(e.threshold, by)
    case .crisisDeclared(let e): declare(e.charge, by)
    case .crisisStoodDown: standDown(by)
    case .actionDone(let e): tick(e, by)
    case .actionTaken(let e): take(e, by)
    case .alarmShelved(let e): shelve(e, by)
    case .alarmUnshelved(let e): unshelve(e.threshold, by)
    case .serviceChanged(let e): setService(of: e.threshold, e.inService, by)
    case .thresholdChanged(let e): change(e, by)
    case .chargeTaken(let e): takeCharge(e.charge)
    case .reserveOrdered(let e): order(e, by)
    default: break
    }
  }

  /// Takes every activation of a threshold that nobody has taken yet.
  private mutating func acknowledge(_ threshold: String, _ by: Code) {
    for index in alarms.indices where alarms[index].threshold == threshold && alarms[index].acknowledged == nil {
      alarms[index].acknowledged = now
      alarms[index].acknowledgedBy = by
    }
    planDuties()
  }

  /// Declares the proposed crisis, or one that no rule proposed; of a declared one, hands over the charge.
  private mutating func declare(_ charge: Code, _ by: Code) {
    if crises.last.map({ $0.ended != nil }) ?? true { crises.append(Crisis()) }
    let last = crises.count - 1
    crises[last].charge = charge
    takeCharge(charge)
    guard crises[last].declared == nil else { return }
    crises[last].declared = now
    crises[last].declaredBy = by
    crisisWatch.forget()
  }

  /// Someone answers for a line, or gives it back.
  private mutating func take(_ e: LineAnswered, _ by: Code) {
    guard let last = crises.indices.last, crises[last].ended == nil, crises[last].declared != nil,
      plan.plan.has(e.card, e.line)
    else { return }
    crises[last].taken.removeAll { $0.card == e.card && $0.line == e.line }
    guard !e.undone else { return }
    var taken = ActionTick()
    taken.card = e.card
    taken.line = e.line
    taken.at = now
    taken.by = by
    crises[last].taken.append(taken)
  }

  private mutating func takeCharge(_ who: Code) {
    guard charge?.who != who else { return }
    charge = Charge(who: who, since: now)
    if let last = crises.indices.last, crises[last].ended == nil, crises[last].declared != nil {
      crises[last].charge = who
    }
  }

  /// Ends the crisis, declared or only proposed.
  private mutating func standDown(_ by: Code) {
    guard let last = crises.indices.last, crises[last].ended == nil else { return }
    crises[last].ended = now
    crises[last].endedBy = by
    crisisWatch.forget()
  }

  /// Ticks or unticks a line of the plan, while a crisis is declared.
  private mutating func tick(_ e: LineAnswered, _ by: Code) {
    guard let last = crises.indices.last, crises[last].ended == nil, crises[last].declared != nil,
      plan.plan.has(e.card, e.line)
    else { return }
    if e.undone {
      crises[last].done.removeAll { $0.card == e.card && $0.line == e.line }
    } else if !crises[last].done.contains(where: { $0.card == e.card && $0.line == e.line }) {
      var tick = ActionTick()
      tick.card = e.card
      tick.line = e.line
      tick.at = now
      tick.by = by
      crises[last].done.append(tick)
    }
  }
}

extension AlarmBoard {
  /// What stands on the alarm list: the latest activation of each level of each threshold that is not yet
  /// normal; the worst level first, then the oldest.
  package var active: [Alarm] {
    latches.compactMap { $0.alarm.map { alarms[$0] } }.filter { $0.state != .normal }
      .sorted { ($1.level, $0.raised, $0.threshold) < ($0.level, $1.raised, $1.threshold) }
  }

  /// What goes on, as people count it: a threshold that went from watch to crisis stands once, at its worst.
  package var goingOn: [Alarm] {
    var seen: Set<String> = []
    return active.filter { $0.isActive && seen.insert($0.threshold).inserted }
  }

  /// The active alarms that nobody has taken and that ask for someone.
  package var unowned: [Alarm] { active.filter { state(of: $0) == .activeUnacknowledged } }

  /// The worst active level of the thresholds whose measure is asked for: the mark beside a row.
  package func level(where isMeant: (Measure) -> Bool) -> AlarmLevel? {
    var worst: AlarmLevel?
    for threshold in plan.thresholds where isMeant(threshold.measure) {
      for alarm in active where alarm.isActive && alarm.threshold == threshold.name {
        worst = max(worst ?? alarm.level, alarm.level)
      }
    }
    return worst
  }

  /// Where the center stands.
  package var crisis: CrisisState {
    guard let last = crises.last, last.ended == nil else { return .none }
    return last.declared == nil ? .proposed(last) : .declared(last)
  }

  /// The first instant after `instant` at which an alarm was raised or a crisis proposed, so far as the board
  /// has come.
  package func nextAlarm(after instant: Instant) -> Instant? {
    let raised = alarms.lazy.map(\.raised).first { $0 > instant }
    let proposed = crises.lazy.compactMap(\.proposed).first { $0 > instant }
    guard let raised, let proposed else { return raised ?? proposed }
    return min(raised, proposed)
  }

  /// The lines of the checklist of standing down that nobody has ticked, counted from 1; empty unless a crisis is declared.
  package var openChecks: [Int] {
    guard case .declared(let crisis) = crisis else { return [] }
    return plan.plan.standDown.indices.map { $0 + 1 }.filter { line in
      !crisis.done.contains { $0.card == ResponsePlan.standDownCard && $0.line == line }
    }
  }
}
