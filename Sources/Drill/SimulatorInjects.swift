import CaseFlow

// Injects: what befalls a drill, each through the engine, and how long it lasts.

extension Simulator {
  /// Whether the party of a position comes: nobody does while arrivals have stopped, but for a bus sent on purpose.
  func comes(_ index: Int) -> Bool {
    index >= drill.recordedParties || !drill.noneCome(at: expected.parties[index].at)
  }

  /// Puts an inject at its time; one whose time has passed befalls at once.
  mutating func schedule(_ item: DrillInject) {
    guard let at = item.due else { return }
    enter(.inject(item.inject.code, at: at), at: at)
  }

  /// The time of an inject has come, unless it is held or has another time now. One that fits nobody yet waits for the
  /// first whom it does fit.
  mutating func fireWhenDue(_ code: Code, _ at: Instant) {
    guard let inject = drill.injects.first(where: { $0.inject.code == code }), inject.state == .toCome,
      inject.due == at
    else { return }
    guard fits(inject.inject) else { return enter(.inject(code, at: at), in: Simulator.targetLook) }
    fire(code, by: Simulator.scribe)
  }

  /// How often an inject that fits nobody looks for somebody.
  private static let targetLook = Span.minutes(1)

  /// An inject befalls the center now; one that has already befallen does not again, and one that fits nobody waits from
  /// now on.
  mutating func fire(_ code: Code, by: Code) {
    guard let index = drill.injects.firstIndex(where: { $0.inject.code == code }), !drill.injects[index].isFired
    else { return }
    let inject = drill.injects[index].inject
    guard fits(inject) else {
      // Whoever goes on from here later must not find it held.
      if drill.injects[index].state == .held { hold(code, false, by: by) }
      drill.injects[index].waitsSince = clock
      return schedule(drill.injects[index])
    }
    drill.injects[index].state = .fired(clock)
    var fired = InjectFired()
    fired.inject = code
    fired.told = inject.tell.text
    note(.injectFired(fired), by: by)
    last(inject, since: clock)
    begin(inject)
  }

  /// What is recorded because of an inject as it befalls the center.
  private mutating func begin(_ inject: Inject) {
    switch inject.kind {
    case .message, .powerCut: break
    case .arrivalsStop: callOffBuses()
    case .bus:
      guard let minutes = inject.minutes, minutes > 0 else { return }
      announce(inject.people, clock + .minutes(minutes))
    case .interpreterLeaves: dropInterpreters(of: inject.language)
    case .staffIll:
      guard let stage = inject.stage, !drill.cast.roles.contains(stage.role) else { return }
      if stage == .interview { callAway(inject.count ?? 1, because: inject.code) }
      for desk in center.desks where desk.id.stage == stage { enter(.staffDesk(desk.id), in: random.minutes(0...3)) }
    case .illness: fallIll(inject.finding ?? .measles)
    case .orrRefuses: refuseChild(inject.refusal ?? .capacity)
    case .receiversClose: for receiver in receivers(of: inject) { change(receiver, isOpen: false) }
    }
  }

  /// Whether there is anybody whom an inject can befall.
  private func fits(_ inject: Inject) -> Bool {
    switch inject.kind {
    case .message, .bus, .powerCut, .receiversClose, .arrivalsStop: true
    case .illness: familyToFallIll != nil
    case .orrRefuses: childToRefuse != nil
    case .staffIll:
      inject.stage.map { stage in
        drill.cast.roles.contains(stage.role) || center.desks.contains { $0.id.stage == stage && $0.isOpen }
      } ?? false
    case .interpreterLeaves:
      inject.language.map { drill.lacksInterpreters(of: $0, at: clock) || isInterpreted($0) } ?? false
    }
  }

  /// What of an inject lasts: taken up again by a branch that goes on from a moment after it.
  mutating func last(_ inject: Inject, since fired: Instant) {
    let ends = inject.minutes.map { fired + .minutes($0) }
    switch inject.kind {
    case .message, .illness, .orrRefuses: return
    case .bus: return expectBus(inject, since: fired)
    case .powerCut: return goDark(until: ends ?? fired)
    case .interpreterLeaves, .staffIll, .receiversClose, .arrivalsStop: break
    }
    if let ends, ends > clock { enter(.injectOver(inject.code), at: ends) }
  }

  /// What lasted is over, but for what another inject goes on with.
  mutating func end(_ code: Code) {
    guard let inject = drill.injects.first(where: { $0.inject.code == code })?.inject else { return }
    switch inject.kind {
    case .interpreterLeaves:
      guard let language = inject.language, !drill.lacksInterpreters(of: language, at: clock) else { return }
      restoreInterpreters(of: language)
    case .staffIll:
      guard let stage = inject.stage else { return }
      if stage == .interview { callBack(because: inject.code) }
      for desk in center.desks where desk.id.stage == stage { enter(.staffDesk(desk.id), in: random.minutes(0...3)) }
    case .receiversClose:
      for receiver in receivers(of: inject) where !drill.isShut(receiver.code, at: clock) {
        change(receiver, isOpen: true)
      }
    case .message, .bus, .illness, .powerCut, .orrRefuses, .arrivalsStop: break
    }
  }

  private func receivers(of inject: Inject) -> [ReceiverPlan] {
    center.plan.receivers.filter { inject.receiver == nil || $0.code == inject.receiver }
  }
}

extension Simulator {
  /// Whether anyone interprets a language, now or later on duty.
  private func isInterpreted(_ language: Code) -> Bool {
    center.interpreters.contains { $0.language == language && $0.interpreters + $0.lines > 0 }
      || !interpretersOnDuty(of: language).isEmpty
  }

  private func interpretersOnDuty(of language: Code) -> [Code] {
    let staff = center.duties.filter {
      $0.role == .interpreter && $0.languages.contains(language) && $0.until > clock
    }
    return Set(staff.map(\.staff)).sorted()
  }

  /// Everyone who interprets a language, in person or by telephone, drops out; what is booked with them is taken back.
  private mutating func dropInterpreters(of language: Code?) {
    guard let language else { return }
    var change = InterpretersChanged()
    change.language = language
    act(.state(.interpretersChanged(change)), by: roster.dispatch)
    for code in interpretersOnDuty(of: language) { endDuty(of: code) }
    keepSchedule()
  }

  /// As many are there again as the center counts on; by night fewer, from the next hour on. What somebody said of them
  /// meanwhile stays.
  private mutating func restoreInterpreters(of language: Code) {
    let now = center.interpreters.first { $0.language == language }
    guard now.map({ $0.interpreters + $0.lines == 0 }) ?? true else { return }
    guard let plan = center.plan.languages.first(where: { $0.code == language }) else { return }
    var change = InterpretersChanged()
    change.language = language
    change.interpreters = plan.interpreters
    change.lines = plan.lines
    act(.state(.interpretersChanged(change)), by: roster.dispatch)
    enter(.serve(.interview), in: .minutes(1))
  }

  /// The largest family that waits.
  private var familyToFallIll: Case? {
    let families = center.cases.items.filter { item in
      item.isOnRoll && item.kind == .familyUnit && item.state == .waiting && item.isolation == nil
        && center.members(of: item).allSatisfy { $0.presence == .here }
    }
    return families.max { ($0.members.count, $1.id) < ($1.members.count, $0.id) }
  }

  /// One of the largest family that waits is found ill; the family is isolated with whoever it needs.
  private mutating func fallIll(_ finding: Finding) {
    guard let family = familyToFallIll,
      let person = center.members(of: family).first(where: \.isChild)?.id ?? family.members.first
    else { return }
    var found = FindingRecorded()
    found.person = person
    found.finding = finding
    // Where the team plays the health desk, the laboratory calls: what follows is the team's.
    let isTeams = drill.cast.roles.contains(.health)
    let nurse = isTeams ? roster.dispatch : roster.nurse(clock)
    guard state(.findingRecorded(found), of: family.id, by: nurse, promptly: true), !isTeams, finding.isolates
    else { return }
    isolate(family.id, finding, nurse)
  }

  /// The child who waits longest for ORR's answer.
  private var childToRefuse: Case? {
    let waiting = center.cases.items.filter {
      $0.isOnRoll && $0.transfer.destination == .orr && $0.transfer.askedAt != nil && $0.transfer.acceptedAt == nil
    }
    return waiting.min { ($0.transfer.askedAt ?? .latest, $0.id) < ($1.transfer.askedAt ?? .latest, $1.id) }
  }

  /// ORR says no to the child who waits longest for it.
  private mutating func refuseChild(_ reason: PlaceRefusal) {
    if let child = childToRefuse { refuseTransfer(child, .orr, reason) }
  }
}
