/// A bus at the gate and its manifest: how many were announced, counted and entered.
package struct Bus: Hashable, Described {
  package var id = BusID(number: 1)
  package var openedAt = Instant()
  package var announced: Int?
  package var counted: Int?
  package var entered = 0
  package var transport = Transport.bus
  package var language: Code?
  package var nationality: Code?
  package var bookIn: Instant?
  package var closedAt: Instant?
  package init() {}

  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("bus", &id)
    f.field("opened", &openedAt)
    f.field("announced", &announced)
    f.field("counted", &counted)
    f.field("entered", &entered, usual: 0)
    f.field("transport", &transport, usual: .bus)
    f.field("language", &language)
    f.field("nationality", &nationality)
    f.field("bookIn", &bookIn)
    f.field("closed", &closedAt)
  }
}

/// Someone who is expected by appointment, until they come or do not.
package struct Appointment: Hashable, Described {
  package var id = Code.none
  package var people = 1
  package var expected = Instant()
  package var language: Code?
  package var nationality: Code?
  /// The party that came for it.
  package var party: PartyID?
  package init() {}

  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("appointment", &id)
    f.field("people", &people)
    f.field("expected", &expected)
    f.field("language", &language)
    f.field("nationality", &nationality)
    f.field("party", &party)
  }
}

extension Center {
  package func bus(_ id: BusID) -> Bus? { buses.first { $0.id == id } }

  /// The buses whose manifests are open, the earliest first.
  package var openBuses: [Bus] { buses.filter { $0.closedAt == nil } }

  package func appointment(_ id: Code) -> Appointment? { appointments.first { $0.id == id } }

  mutating func open(_ e: BusOpened, _ at: Instant) {
    var bus = Bus()
    bus.id = e.bus
    bus.openedAt = at
    bus.announced = e.announced
    bus.transport = e.transport
    bus.language = e.language
    bus.nationality = e.nationality
    bus.bookIn = e.bookIn
    if buses.count >= Limit.buses, let oldest = buses.firstIndex(where: { $0.closedAt != nil }) {
      buses.remove(at: oldest)
    }
    buses.append(bus)
    nextBus = max(nextBus, e.bus.next)
  }

  mutating func change(_ id: BusID, _ change: (inout Bus) -> Void) {
    if let index = buses.lastIndex(where: { $0.id == id }) { change(&buses[index]) }
  }

  mutating func list(_ e: AppointmentListed) {
    var appointment = Appointment()
    appointment.id = e.appointment
    appointment.people = e.people
    appointment.expected = e.expected
    appointment.language = e.language
    appointment.nationality = e.nationality
    appointments.append(appointment)
  }

  mutating func meet(_ id: Code, _ party: PartyID) {
    if let index = appointments.firstIndex(where: { $0.id == id }) { appointments[index].party = party }
  }
}

// What may be wrong with an entry about a bus or an appointment.
extension Center {
  func objection(toManifest record: Record) -> Refusal? {
    switch record.event {
    case .busOpened(let e):
      if e.bus != nextBus { return .wrongNumber("bus", nextBus.label) }
      if let announced = e.announced, !(0...Limit.partyPeople).contains(announced) { return .crowd }
      if let bookIn = e.bookIn {
        if bookIn > record.at { return .bookInAfterArrival }
        if bookIn < .earliest { return .tooEarly }
      }
      return openBuses.count < Limit.buses ? nil : .tooManyBuses
    case .busCounted(let e):
      return open(e.bus) ?? ((0...Limit.partyPeople).contains(e.people) ? nil : .crowd)
    case .busClosed(let e):
      guard let bus = bus(e.bus) else { return .noBus(e.bus) }
      if bus.closedAt != nil { return .busIsClosed(e.bus) }
      return bus.isReconciled || e.because != nil ? nil : .unreconciled(bus)
    case .appointmentListed(let e):
      if e.appointment.isNone { return .noReference }
      if appointment(e.appointment) != nil { return .appointmentTwice(e.appointment) }
      if !(1...Limit.partyPeople).contains(e.people) { return .crowd }
      return appointments.count < Limit.appointments ? nil : .tooManyAppointments
    default: return nil
    }
  }

  /// Why a party cannot have come on this bus or for this appointment, or nil.
  func objection(toComing e: PartyArrived) -> Refusal? {
    if let id = e.bus, let refusal = open(id) { return refusal }
    guard let code = e.appointment else { return nil }
    guard let listed = appointment(code) else { return .noAppointment(code) }
    return listed.party == nil ? nil : .appointmentMet(code)
  }

  private func open(_ id: BusID) -> Refusal? {
    guard let bus = bus(id) else { return .noBus(id) }
    return bus.closedAt == nil ? nil : .busIsClosed(id)
  }

  func objection(toDetails record: Record) -> Refusal? {
    switch record.event {
    case .detailsRecorded(let e):
      if let refusal = known(e.person, record.at) { return refusal }
      if people[e.person]?.erasedAt != nil { return .erased(e.person) }
      if e.isSecondKeying {
        guard let first = people[e.person]?.detailsBy else { return .noDetails(e.person) }
        if first.isSamePerson(as: record.by) { return .samePerson }
      }
      let isSealed = e.seal.utf8.count == 64 && e.seal.utf8.allSatisfy { 0x30...0x39 ~= $0 || 0x61...0x66 ~= $0 }
      return e.fields.isEmpty || Set(e.fields).count < e.fields.count || !isSealed ? .noDetails(e.person) : nil
    case .detailsErased(let e):
      // A person's details may go long after the person did.
      guard let person = people[e.person] else { return .noPerson(e.person) }
      if person.erasedAt != nil { return .erased(e.person) }
      return e.second.isNone || e.second.isSamePerson(as: record.by) ? .samePerson : nil
    default: return nil
    }
  }
}

extension Appointment {
  /// How long after the expected time somebody is still awaited.
  package static let grace = Span.hours(2)

  /// Whether nobody came for it, and nobody is awaited any more.
  package func isNoShow(at: Instant) -> Bool { party == nil && at > expected + Appointment.grace }
}

extension Arrival {
  /// The arrival with what its bus or its appointment says where the operator said nothing.
  func completed(_ bus: Bus?, _ appointment: Appointment?) -> Arrival {
    var arrival = self
    if let bus {
      arrival.transport = bus.transport
      arrival.bookIn = bookIn ?? bus.bookIn
    } else if appointment != nil {
      arrival.transport = .appointment
    }
    arrival.language = language ?? bus?.language ?? appointment?.language
    arrival.nationality = nationality ?? bus?.nationality ?? appointment?.nationality
    return arrival
  }
}

extension Bus {
  /// Whether what was announced, counted and entered says the same.
  package var isReconciled: Bool { (counted ?? entered) == entered && (announced ?? entered) == entered }
}
