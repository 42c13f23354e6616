import CaseFlow

// Desks: who sits there, whom they call, how long it takes, what interrupts it.

extension Simulator {
  /// Who should sit at a desk now, or nil.
  private func wanted(_ id: DeskID) -> Code? {
    if drill.cast.roles.contains(id.stage.role) { return nil }
    if isStaffed(id) { return roster.staff(at: id, clock) }
    return calledIn(at: id) { !isStaffed($0) }?.staff
  }

  /// Whether somebody of the shift sits at a desk now.
  func isStaffed(_ id: DeskID) -> Bool {
    let away = away[id.stage.index] + drill.ill(of: id.stage, at: clock)
    return expected.desks?.isStaffed(id, at: clock, away: away)
      ?? (Int(id.number) <= staffedDesks(of: id.stage, clock) - away)
  }

  /// How many desks of a stage the plan staffs at a time.
  func staffedDesks(of stage: Stage, _ at: Instant) -> Int {
    guard let plan = center.plan.stages.first(where: { $0.stage == stage }) else { return 0 }
    return plan.staffedByHour.count == 24 ? plan.staffedByHour[roster.local(at).hour] : plan.desks
  }

  /// Signs staff off and on as the shift wants it; a desk that serves waits until it is done.
  mutating func reconcile(_ id: DeskID) {
    guard let desk = center.desk(id), desk.serving == nil, !drill.cast.holds(desk) else { return }
    let wanted = wanted(id)
    guard desk.staff != wanted else { return }
    if let staff = desk.staff {
      var closed = DeskClosed()
      closed.desk = id
      act(.state(.deskClosed(closed)), by: staff, desk: id)
    }
    guard let wanted else { return }
    let called = calledIn(for: id.stage).first { $0.staff == wanted }
    var opened = DeskOpened()
    opened.desk = id
    opened.staff = wanted
    opened.languages = called?.languages ?? roster.languages(at: id)
    // Whoever was called in is seated by somebody simulated, by which the score knows that they are.
    act(.state(.deskOpened(opened)), by: called == nil ? wanted : roster.dispatch, desk: id)
    enter(.serve(id.stage), in: random.minutes(1...4))
  }

  /// Every free desk of a stage calls whoever the engine says is next.
  mutating func serve(_ stage: Stage) {
    seatCalledIn(stage)
    for desk in center.desks where desk.id.stage == stage && desk.serving == nil {
      guard let staff = desk.staff, !drill.cast.holds(desk) else { continue }
      guard wanted(desk.id) == staff else {
        reconcile(desk.id)
        continue
      }
      guard center.next(at: desk.id, at: clock) != nil else { continue }
      guard callByName(at: desk.id, staff) || act(.callNext(desk.id), by: staff, desk: desk.id),
        let called = center.desk(desk.id)?.serving
      else { continue }
      lastTold[called] = clock
      enter(.begin(desk.id, called), in: random.minutes(0.7...4))
    }
  }

  /// Rarely a desk names a case itself, and says why.
  private mutating func callByName(at desk: DeskID, _ staff: Code) -> Bool {
    guard random.chance(0.006) else { return false }
    let order = center.serviceOrder(desk.stage, at: clock)
    guard order.count > 3, let item = center.cases[order[random.below(order.count)].id],
      center.canSpeak(desk, with: item)
    else { return false }
    var call = CaseCalled()
    call.caseID = item.id
    call.desk = desk
    call.reason = .named
    call.because = item.members.count > 1 ? .familyTogether : .transport
    return act(.state(.caseCalled(call)), by: staff, desk: desk)
  }

  /// The called people reach the desk, or are called again, and at last put on hold.
  mutating func begin(_ desk: DeskID, _ id: CaseID) {
    guard let item = center.cases[id], item.state == .called, item.desk == desk,
      let staff = center.desk(desk)?.staff
    else { return }
    if random.chance(item.recalls == 0 ? 0.035 : 0.45) {
      if item.recalls >= center.rules.recalls {
        hold(id, .noShow, by: staff, desk)
      } else {
        state(.caseRecalled(CaseAtDesk(id, desk)), of: id, by: staff, desk: desk, promptly: true)
        enter(.begin(desk, id), in: random.minutes(2...5))
      }
      return
    }
    guard state(.serviceStarted(CaseAtDesk(id, desk)), of: id, by: staff, desk: desk) else { return }
    guard let plan = center.plan.stages.first(where: { $0.stage == desk.stage }) else { return }
    let length = random.service(plan.service)
    let begun = center.cases[id]?.changedAt ?? clock
    if let reason = interruption(desk.stage) {
      let part = Double(length.milliseconds / 1_000) * (0.1 + 0.5 * random.unit())
      enter(.interrupt(desk, id, reason), at: begun + .seconds(Int(part)))
    } else {
      enter(.finish(desk, id), at: begun + length)
    }
  }

  private mutating func interruption(_ stage: Stage) -> HoldReason? {
    let draw = random.unit()
    switch stage {
    case .reception: return draw < 0.01 ? .rest : draw < 0.015 ? .medical : nil
    case .health: return draw < 0.01 ? .rest : draw < 0.015 ? .documents : nil
    case .interview:
      return draw < 0.012 ? .documents : draw < 0.024 ? .rest : draw < 0.03 ? .medical : draw < 0.045 ? .counsel : nil
    case .caseManagement: return draw < 0.03 ? .documents : draw < 0.035 ? .rest : nil
    }
  }

  mutating func interrupt(_ desk: DeskID, _ id: CaseID, _ reason: HoldReason) {
    guard let item = center.cases[id], item.state == .inService, item.desk == desk,
      let staff = center.desk(desk)?.staff
    else { return }
    if reason == .counsel {
      guard state(.counselRequested(CaseOnly(id)), of: id, by: staff, desk: desk) else {
        enter(.finish(desk, id), in: .minutes(5))
        return
      }
      later(id, .answerCounsel, in: random.hours(0.7...4))
    }
    hold(id, reason, by: staff, desk)
  }

  private mutating func hold(_ id: CaseID, _ reason: HoldReason, by staff: Code, _ desk: DeskID) {
    guard state(.caseHeld(CaseHeld(id, reason)), of: id, by: staff, desk: desk) else { return }
    later(id, .resume, in: pause(reason))
    free(desk)
  }

  /// How long a case stays on hold.
  mutating func pause(_ reason: HoldReason) -> Span {
    switch reason {
    case .noShow: random.minutes(12...50)
    case .rest: random.minutes(30...110)
    case .medical: random.minutes(40...180)
    case .documents: random.minutes(45...200)
    case .counsel: random.hours(4.1...5)
    case .interpreter: random.hours(1...5)
    }
  }

  /// The desk is free again: staff change if they must, and the next is called after a moment.
  mutating func free(_ desk: DeskID) {
    reconcile(desk)
    enter(.serve(desk.stage), in: random.minutes(0.5...3))
  }

  mutating func finish(_ desk: DeskID, _ id: CaseID) {
    guard let item = center.cases[id], item.state == .inService, item.desk == desk,
      let staff = center.desk(desk)?.staff
    else { return }
    switch desk.stage {
    case .reception: finishReception(item, desk, staff)
    case .health: finishHealth(item, desk, staff)
    case .interview: finishInterview(item, desk, staff)
    case .caseManagement: finishCaseManagement(item, desk, staff)
    }
    free(desk)
  }

  /// Completes a service; whether the engine agreed.
  mutating func complete(_ item: Case, _ desk: DeskID, _ staff: Code) -> Bool {
    guard act(.complete(item.id), by: staff, desk: desk) else { return false }
    lastTold[item.id] = clock
    return true
  }

  /// Interpreters work by day; in the evening half of them, at night the lines alone, and of languages with a single
  /// line not even that.
  mutating func staffInterpreters() {
    let hour = roster.local(clock).hour
    for language in center.plan.languages
    where (language.interpreters > 0 || language.lines == 1) && !drill.lacksInterpreters(of: language.code, at: clock) {
      guard let now = center.interpreters.first(where: { $0.language == language.code }) else { continue }
      var change = now
      change.interpreters =
        (7..<18).contains(hour) ? language.interpreters : (18..<22).contains(hour) ? (language.interpreters + 1) / 2 : 0
      if language.lines == 1 { change.lines = (7..<22).contains(hour) ? 1 : 0 }
      guard (change.interpreters, change.lines) != (now.interpreters, now.lines) else { continue }
      act(.state(.interpretersChanged(change)), by: roster.dispatch)
    }
    enter(.serve(.interview), in: .minutes(1))
    enter(.interpreters, in: .hours(1))
  }
}
