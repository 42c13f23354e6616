import CaseFlow

// What the team and the controller do, and how everyone simulated takes it up.

extension Simulator {
  /// The team recorded something: it is decided already. Whoever it concerns goes on from there.
  mutating func take(_ taken: [Record]) {
    var concerned: Set<CaseID> = []
    var hasMoved = false
    for record in taken {
      clock = max(clock, record.recorded)
      drill.cast.people.insert(record.by)
      keep(record)
      switch record.event {
      case .deskOpened(let e): drill.cast.people.insert(e.staff)
      case .partyArrived(let e): entries[e.party] = record.seq
      case .breachRecorded(let e):
        if let clock = e.clock { drill.causesGiven.insert(FoundBreach(caseID: e.caseID, clock: clock)) }
      case .stayExplained(let e): drill.staysExplained.insert(e.caseID)
      default: break
      }
      // Nobody calls or goes on sooner because somebody takes an alarm or gives a reason: a branch is compared with doing
      // nothing.
      guard !record.event.movesNobody else { continue }
      hasMoved = true
      record.event.forEachCase(in: center, former: { _ in nil }) { concerned.insert($0) }
    }
    for id in concerned.sorted() {
      lastTold[id] = clock
      if let item = center.cases[id] { pickUp(item) }
    }
    guard hasMoved else { return }
    for stage in Stage.allCases { enter(.serve(stage), in: .minutes(1)) }
  }

  /// Holds an inject back, or lets it go on: one whose time has passed befalls at once.
  mutating func hold(_ code: Code, _ held: Bool, by: Code) {
    guard let index = drill.injects.firstIndex(where: { $0.inject.code == code }),
      drill.injects[index].state == (held ? .toCome : .held)
    else { return }
    drill.injects[index].state = held ? .held : .toCome
    var event = InjectHeld()
    event.inject = code
    event.held = held
    note(.injectHeld(event), by: by)
    if !held { schedule(drill.injects[index]) }
  }

  /// Changes an inject that has not befallen, or adds one.
  mutating func change(_ inject: Inject) {
    if let index = drill.injects.firstIndex(where: { $0.inject.code == inject.code }) {
      guard !drill.injects[index].isFired else { return }
      // Another time is a time to befall at, and ends that it waits.
      if drill.injects[index].inject.at != inject.at { drill.injects[index].waitsSince = nil }
      drill.injects[index].inject = inject
      schedule(drill.injects[index])
    } else {
      drill.injects.append(DrillInject(inject))
      schedule(DrillInject(inject))
    }
  }
}

extension Event {
  /// Whether it is told to the board or to the record only: nobody can be called, placed or released because of it who
  /// could not before.
  var movesNobody: Bool {
    switch self {
    case .alarmAcknowledged, .alarmShelved, .alarmUnshelved, .serviceChanged, .thresholdChanged, .chargeTaken,
      .crisisDeclared, .crisisStoodDown, .actionTaken, .actionDone, .reserveOrdered, .promiseMade, .promiseKept,
      .shiftSigned, .recordOpened, .stayExplained, .breachRecorded, .valueConfirmed, .clockConfirmed, .detailsRecorded,
      .followUpRecorded, .commandRefused, .keysCounted, .controlTaken:
      true
    default: false
    }
  }
}
