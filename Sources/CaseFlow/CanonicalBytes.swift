/// The canonical encoding of described values: the same value gives the same bytes on every machine.
///
/// Fields stand in the order of their description, each led by a byte that says what follows, integers
/// big-endian, text by length, lists by count. Names are left out: the order names them.
package struct CanonicalBytes: FieldVisitor {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  package mutating func append(_ value: some Described) {
    var value = value
    value.describe(&self)
  }

  package mutating func append(_ number: Int64) {
    let bits = UInt64(bitPattern: number)
    for shift in stride(from: 56, through: 0, by: -8) { bytes.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift))) }
  }

  private mutating func append(_ token: Token) {
    switch token {
    case .int(let n):
      bytes.append(1)
      append(n)
    case .decimal(let d):
      bytes.append(2)
      append(Int64(bitPattern: d.bitPattern))
    case .text(let text):
      bytes.append(3)
      append(Int64(text.utf8.count))
      bytes.append(contentsOf: text.utf8)
    case .flag(let flag): bytes.append(flag ? 5 : 4)
    case .time(let instant):
      bytes.append(6)
      append(instant.milliseconds)
    }
  }

  package mutating func field<S: Scalar>(_ name: StaticString, _ value: inout S) { append(value.token) }

  package mutating func field<S: Scalar & Equatable>(_ name: StaticString, _ value: inout S, usual: S) {
    append(value.token)
  }

  package mutating func field<S: Scalar>(_ name: StaticString, _ value: inout S?) {
    if let value { append(value.token) } else { bytes.append(0) }
  }

  package mutating func field<S: Scalar>(_ name: StaticString, _ value: inout [S], most: Int) {
    bytes.append(7)
    append(Int64(value.count))
    for item in value { append(item.token) }
  }

  package mutating func field<T: Described>(_ name: StaticString, _ value: inout T) { value.describe(&self) }

  package mutating func field<T: Described>(_ name: StaticString, _ value: inout T?) {
    bytes.append(value == nil ? 0 : 8)
    value?.describe(&self)
  }

  package mutating func field<T: Described>(_ name: StaticString, _ value: inout [T], most: Int) {
    bytes.append(7)
    append(Int64(value.count))
    for index in value.indices { value[index].describe(&self) }
  }
}

extension Center {
  /// The state as people already there. With `exits`, those who left are part of it, as under a digest;
  /// without, only who is on roll and releases and transfers not yet confirmed at the other end. With `continues`,
  /// the numbers of the journal go on, and what could be undone still can.
  package func openingState(exits: Bool, continues: Bool = false) -> OpeningState {
    var state = OpeningState()
    state.nextPerson = nextPerson
    state.nextParty = nextParty
    state.nextCase = nextCase
    state.desks = desks.compactMap { desk in
      guard let staff = desk.staff else { return nil }
      var opened = DeskOpened()
      opened.desk = desk.id
      opened.staff = staff
      opened.languages = desk.languages
      return opened
    }
    state.capacities = areas.map {
      var capacity = AreaCapacity()
      capacity.area = $0.code
      capacity.capacity = $0.capacity
      return capacity
    }
    state.interpreters = interpreters
    state.cases = cases.items.filter { exits || $0.isOnRoll || $0.concernsTomorrow && !$0.members.isEmpty }
    let kept = Set(state.cases.map(\.id))
    state.people = people.items.filter { kept.contains($0.caseID) }
    // A child tied to an adult keeps its own party.
    let parties = Set(state.cases.map(\.party)).union(state.people.map(\.party))
    state.parties = self.parties.items.filter { parties.contains($0.id) }
    state.announcements = announcements.map {
      var announced = ArrivalAnnounced()
      announced.people = $0.people
      announced.expected = $0.expected
      announced.transport = $0.transport
      return announced
    }
    state.buses = buses
    state.appointments = appointments
    state.duties = duties
    state.nextBus = nextBus
    state.departures = exits ? departures : departures.filter { !$0.isOver }
    state.nextDeparture = nextDeparture
    state.receivers = receivers
    if continues {
      state.entries = entries.filter { $0.canBeUndone && now - $0.recorded <= Limit.undo }.map(told).filter(isUntouched)
    }
    state.calls = calls
    state.separations = separations
    state.breaches = breaches.filter { kept.contains($0.caseID) }
    state.brokenClocks = brokenClocks.filter { kept.contains($0.caseID) }
    return state
  }

  /// The canonical encoding of everything derived at a moment: state, counts and every clock of the roll.
  package func canonicalBytes(at: Instant) -> [UInt8] {
    var canonical = CanonicalBytes()
    canonical.append(at.milliseconds)
    canonical.append(seq)
    canonical.append(openingState(exits: true))
    for count in [
      counts.onRoll, counts.onSite, counts.away, counts.unplaced, counts.carriedIn, counts.arrived, counts.released,
      counts.returned, counts.transferred, counts.departed,
    ] + calls {
      canonical.append(Int64(count))
    }
    for announcement in announcements {
      canonical.append(Int64(announcement.people))
      canonical.append(announcement.expected.milliseconds)
      canonical.append(Int64(Transport.allCases.firstIndex(of: announcement.transport) ?? 0))
    }
    for stage in Stage.allCases {
      for id in queue(of: stage) { canonical.append(Int64(id.number)) }
    }
    for item in cases.items where item.isOnRoll {
      for clock in clocks(of: item, at: at) {
        canonical.append(clock.due.milliseconds)
        canonical.append(Int64(ClockState.allCases.firstIndex(of: clock.state(at: at)) ?? 0))
      }
    }
    return canonical.bytes
  }
}

extension Case {
  /// Released, transferred or returned, and not yet confirmed at the other end.
  package var isAwaitedElsewhere: Bool {
    switch exit {
    case .released: release.arrivedAt == nil
    case .transferred: transfer.arrivedAt == nil
    case .returned: returnConfirmedAt == nil
    case .departed, .enteredInError, nil: false
    }
  }

  /// Off the roll, with something still to come: an arrival to be confirmed, a follow-up.
  var concernsTomorrow: Bool { isAwaitedElsewhere || followUps.contains { $0.outcome == nil } }
}
