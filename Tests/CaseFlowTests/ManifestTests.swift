import CaseFlow
import Testing

@Suite("Buses and appointments at the gate, details in the vault")
struct ManifestTests {
  private let bus = BusID(number: 1)

  private func opened(_ announced: Int? = nil) -> BusOpened {
    var e = BusOpened()
    e.announced = announced
    e.transport = .van
    e.language = Code("mam")
    e.nationality = Code("GTM")
    e.bookIn = SmallCenter.noon - .hours(20)
    return e
  }

  private func counted(_ people: Int, bus: Int32 = 1) -> Event {
    var e = BusCounted()
    e.bus = BusID(number: bus)
    e.people = people
    return .busCounted(e)
  }

  private func closed(_ because: BusDifference? = nil, bus: Int32 = 1) -> Event {
    var e = BusClosed()
    e.bus = BusID(number: bus)
    e.because = because
    return .busClosed(e)
  }

  private func listed(_ code: Code, _ people: Int = 2) -> AppointmentListed {
    var e = AppointmentListed()
    e.appointment = code
    e.people = people
    e.expected = SmallCenter.noon + .hours(1)
    e.language = Code("por")
    return e
  }

  private func party(_ people: Int = 1) -> Arrival {
    var arrival = Arrival()
    arrival.members = [ArrivalMember](repeating: .adult(), count: people)
    return arrival
  }

  @Test("a party takes from its bus what nobody said of it, and keeps what somebody did")
  func defaults() throws {
    var life = Live()
    try life.note(.busOpened(opened()))
    var arrival = party()
    arrival.bus = bus
    try life.run(.arrive(arrival))
    var item = life.item(CaseID(number: 1))
    #expect(item.language == Code("mam") && item.nationality == Code("GTM"))
    let first = try #require(life.center.parties[item.party])
    #expect(first.transport == .van && first.bookIn == SmallCenter.noon - .hours(20) && first.bookInBy == Code("op1"))
    arrival.language = Code("spa")
    arrival.bookIn = SmallCenter.noon - .hours(3)
    try life.run(.arrive(arrival))
    item = life.item(CaseID(number: 2))
    #expect(item.language == Code("spa") && life.center.parties[item.party]?.bookIn == SmallCenter.noon - .hours(3))
    #expect(life.center.bus(bus)?.entered == 2)
  }

  @Test("nobody comes on a bus that is not there, or after its manifest was closed")
  func unknownBus() throws {
    var life = Live()
    var arrival = party()
    arrival.bus = bus
    #expect(life.refuses(.arrive(arrival)) == "There is no bus 0001. Open one first.")
    try life.note(.busOpened(opened()))
    try life.note(closed())
    #expect(
      life.refuses(.arrive(arrival))
        == "The manifest of bus 0001 is closed. Open another bus for people who came later.")
    #expect(life.refuses(closed()) != nil && life.refuses(counted(4)) != nil)
    #expect(life.refuses(counted(4, bus: 9)) != nil && life.refuses(closed(bus: 9)) != nil)
  }

  @Test("a manifest is closed when announced, counted and entered agree, or with a reason")
  func reconciled() throws {
    var life = Live()
    try life.note(.busOpened(opened(3)))
    #expect(life.refuses(closed())?.hasPrefix("Bus 0001: announced 3, counted ?, entered 0.") == true)
    var arrival = party(3)
    arrival.bus = bus
    try life.run(.arrive(arrival))
    try life.note(counted(4))
    #expect(life.refuses(closed())?.hasPrefix("Bus 0001: announced 3, counted 4, entered 3.") == true)
    let opened = life.now
    life.pass(.hours(1))
    let early = "The manifest of bus 0001 was opened later than that. Enter a later time."
    #expect(life.refuses(closed(.miscounted), at: opened - .minutes(1)) == early)
    #expect(life.verdict(closed(.miscounted), at: opened - .minutes(1)) == nil, "a record of before is read as it was")
    var withReason = life
    try withReason.note(closed(.miscounted))
    #expect(withReason.center.openBuses.isEmpty)
    try life.note(counted(3))
    try life.note(closed())
    #expect(life.center.bus(bus)?.closedAt == life.now)
  }

  @Test("refuses a bus out of number, with impossible people or a book-in that lies ahead, or one too many")
  func impossibleBus() throws {
    var life = Live()
    var wrong = opened()
    wrong.bus = BusID(number: 2)
    #expect(life.refuses(.busOpened(wrong)) == "Numbers are given in order: the next bus is 0001.")
    #expect(life.refusal(.state(.busOpened(opened(-1)))) == .entry)
    #expect(life.refusal(.state(.busOpened(opened(501)))) == .entry)
    wrong = opened()
    wrong.bookIn = life.now + .minutes(1)
    #expect(life.refusal(.state(.busOpened(wrong))) == .time)
    wrong.bookIn = .earliest - .minutes(1)
    #expect(life.refusal(.state(.busOpened(wrong))) == .time)
    for number in 1...Limit.buses {
      var next = opened()
      next.bus = BusID(number: Int32(number))
      try life.note(.busOpened(next))
    }
    #expect(life.refuses(counted(-1)) != nil)
    var next = opened()
    next.bus = BusID(number: Int32(Limit.buses + 1))
    #expect(life.refuses(.busOpened(next)) == "Too many buses are open. Close one first.")
    try life.note(closed(.unknown))
    try life.note(.busOpened(next))
    #expect(life.center.buses.count == Limit.buses && life.center.bus(bus) == nil, "the oldest closed one made room")
  }

  @Test("an appointment is met once, by a party that takes what it says; else it becomes a no-show")
  func appointments() throws {
    var life = Live()
    try life.note(.appointmentListed(listed(Code("A-1"))))
    try life.note(.appointmentListed(listed(Code("A-2"))))
    var arrival = party(2)
    arrival.appointment = Code("A-9")
    #expect(
      life.refuses(.arrive(arrival)) == "There is no appointment A-9 on the list. Enter the arrival without it.")
    arrival.appointment = Code("A-1")
    try life.run(.arrive(arrival))
    let item = life.item(CaseID(number: 1))
    #expect(item.language == Code("por") && life.center.parties[item.party]?.transport == .appointment)
    #expect(life.center.appointment(Code("A-1"))?.party == item.party)
    #expect(
      life.refuses(.arrive(arrival)) == "Somebody has come for appointment A-1 already. Check the reference.")
    let late = SmallCenter.noon + .hours(3)
    let noShows = life.center.appointments.filter { $0.isNoShow(at: late + .minutes(1)) }.map(\.id)
    #expect(noShows == [Code("A-2")])
    #expect(!life.center.appointments.contains { $0.isNoShow(at: late) })
  }

  @Test("refuses an appointment without a reference, twice, or for nobody")
  func impossibleAppointments() throws {
    var life = Live()
    #expect(life.refuses(.appointmentListed(listed(.none))) == "An appointment needs a reference.")
    #expect(life.refusal(.state(.appointmentListed(listed(Code("A-1"), 0)))) == .entry)
    try life.note(.appointmentListed(listed(Code("A-1"))))
    #expect(life.refuses(.appointmentListed(listed(Code("A-1")))) == "Appointment A-1 is on the list already.")
  }

  @Test("details are known by their fields and their seal, and erased for good by two people")
  func details() throws {
    var life = Live()
    try life.come(.adult())
    var e = DetailsRecorded()
    e.person = PersonID(number: 1)
    e.fields = [.familyName, .birthDate]
    e.seal = String(repeating: "0f", count: 32)
    for damage in [
      { (e: inout DetailsRecorded) in e.fields = [] }, { $0.fields = [.note, .note] }, { $0.seal = "0f" },
      { $0.seal = String(repeating: "0F", count: 32) }, { $0.person = PersonID(number: 2) },
    ] {
      var broken = e
      damage(&broken)
      #expect(life.refuses(.detailsRecorded(broken)) != nil)
    }
    try life.note(.detailsRecorded(e))
    #expect(life.center.people[e.person]?.details == [.familyName, .birthDate])
    var erased = DetailsErased()
    erased.person = e.person
    erased.second = Code("OP1")
    #expect(life.refusal(.state(.detailsErased(erased))) == .secondPerson)
    erased.second = Code("sup1")
    try life.note(.departed(CaseID(number: 1), .leftUnannounced))
    try life.note(.detailsErased(erased))
    #expect(life.center.people[e.person]?.details == [] && life.center.people[e.person]?.erasedAt == life.now)
    #expect(life.refuses(.detailsErased(erased)) == "The details of person 0001 were erased for good.")
  }

  @Test("two people confirm a clock that stands before earlier entries")
  func clock() throws {
    var life = Live()
    try life.come(.adult())
    #expect(life.center.latestAt == life.now)
    var e = ClockConfirmed()
    e.second = Code("Op1")
    #expect(life.refusal(.state(.clockConfirmed(e))) == .secondPerson)
    e.second = Code("sup1")
    let machine = life.now - .hours(2)
    try life.note(.clockConfirmed(e), at: machine)
    #expect(life.center.latestAt == machine)
  }

  @Test("an opening with a broken manifest is refused")
  func opening() throws {
    var life = Live()
    try life.note(.busOpened(opened(4)))
    try life.note(.appointmentListed(listed(Code("A-1"))))
    let opening = life.center.openingState(exits: false)
    func refusal(_ opening: OpeningState) -> Refusal? {
      Live().center.objection(
        to: Record(
          seq: 0, at: life.now, recorded: life.now, by: Code("op1"), event: .stateAt(opening)))
    }
    #expect(refusal(opening) == nil)
    for damage in [
      { (o: inout OpeningState) in o.buses.append(o.buses[0]) }, { $0.nextBus = BusID(number: 1) },
      { $0.buses[0].entered = -1 }, { $0.appointments.append($0.appointments[0]) }, { $0.appointments[0].people = 0 },
      { $0.appointments[0].id = .none },
    ] {
      var broken = opening
      damage(&broken)
      #expect(refusal(broken) != nil)
    }
  }
}
