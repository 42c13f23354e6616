import CaseFlow
import Testing

@Suite("Contacts and outbreaks")
struct ContactTests {
  private func contacts(_ life: Live, _ id: CaseID) -> [Contact] {
    let item = life.item(id)
    return life.center.contacts(
      of: item, from: life.center.contactsCount(from: item, at: life.now), until: life.now)
  }

  @Test("are who had a place in the same area at the same time, longest first")
  func areas() throws {
    var life = Live()
    let first = try life.family()
    life.pass(.hours(2))
    let second = try life.come(.adult(.female), .child(3, .ownChild))[0]
    let man = try life.come(.adult())[0]
    life.pass(.hours(1))
    try life.note(.departed(second, .withdrew))
    life.pass(.hours(1))
    let third = try life.come(.adult(.female), .child(5, .ownChild))[0]
    life.pass(.hours(3))
    let found = contacts(life, first)
    // Whoever has left is still to be told; whoever slept elsewhere is not there.
    #expect(found.map(\.caseID) == [third, second])
    #expect(found.map(\.together) == [.hours(3), .hours(1)])
    #expect(found.map(\.since) == [SmallCenter.noon + .hours(4), SmallCenter.noon + .hours(2)])
    #expect(found.allSatisfy { $0.area == Code("families") && $0.bus == nil && !$0.isSameParty })
    #expect(contacts(life, man).isEmpty)
    #expect(Set(contacts(life, third).map(\.caseID)) == [first])
  }

  @Test("come on one bus and in one party too, and never from the single rooms of isolation")
  func journeys() throws {
    var life = Live()
    var bus = BusOpened()
    bus.bus = life.center.nextBus
    try life.note(.busOpened(bus))
    func arrive(_ members: ArrivalMember...) -> Command {
      var arrival = Arrival()
      arrival.transport = .bus
      arrival.bus = bus.bus
      arrival.members = members
      return .arrive(arrival)
    }
    try life.run(arrive(.adult(.female)))
    try life.run(arrive(.adult(.male), .adult(.female)))
    let ids = life.center.cases.items.map(\.id)
    let found = contacts(life, ids[1])
    #expect(found.first { $0.caseID == ids[0] }?.bus == bus.bus)
    #expect(found.first { $0.caseID == ids[2] }?.isSameParty == true)
    var other = Live()
    let one = try other.family()
    try other.note(.isolated(one))
    try other.note(.placed(one, Code("isolation")))
    other.pass(.hours(1))
    let two = try other.come(.adult(.female))[0]
    try other.note(.isolated(two))
    try other.note(.placed(two, Code("isolation")))
    other.pass(.hours(5))
    #expect(contacts(other, one).isEmpty)
  }

  @Test("count as far back as the finding asks: influenza 7 days, varicella and measles 21, tuberculosis 90")
  func windows() throws {
    for (finding, days) in [(Finding.influenzaLike, 7), (.varicella, 21), (.measles, 21), (.tbRuleOut, 90)] {
      var life = Live()
      let early = try life.come(.adult())[0]
      let ill = try life.come(.adult())[0]
      // Gone before the window begins.
      life.pass(.minutes(20))
      try life.note(.departed(early, .leftUnannounced))
      let middle = try life.come(.adult())[0]
      life.pass(.minutes(40))
      try life.note(.departed(middle, .leftUnannounced))
      life.pass(.days(days) - .minutes(30))
      try life.note(.found(life.members(ill)[0], finding))
      #expect(contacts(life, ill).map(\.caseID) == [middle], "\(finding)")
      #expect(contacts(life, ill).first?.together == .minutes(30), "\(finding)")
    }
  }

  @Test("a place that was lost, or left by joining a family, ends the stay")
  func stays() throws {
    var life = Live()
    let family = try life.come(.adult(.female), .child(9, .ownChild))[0]
    let child = life.members(family)[1]
    life.pass(.hours(1))
    // The mother goes apart: the child alone loses its place beside adults.
    let apart = try life.split(family, [life.members(family)[0]])
    #expect(life.center.people[child]?.stays.first?.until == life.now)
    life.pass(.hours(1))
    try life.note(.reunited(apart, with: family))
    for person in life.center.people.items {
      #expect(person.stays.last.flatMap { $0.until == nil ? $0.area : nil } == person.area)
    }
  }

  /// Two families who slept in one hall and have the same finding, so many hours after one another.
  private func two(hours: Int, _ second: Finding = .influenzaLike) throws -> (Live, [CaseID]) {
    var life = Live()
    let ids = [try life.family(), try life.come(.adult(.female), .child(3, .ownChild))[0]]
    life.pass(.hours(1))
    try life.note(.found(life.members(ids[0])[0], .influenzaLike))
    life.pass(.hours(hours))
    try life.note(.found(life.members(ids[1])[0], second))
    return (life, ids)
  }

  @Test("two linked cases within 72 hours are an outbreak, until 72 hours after the last")
  func outbreak() throws {
    let (life, ids) = try two(hours: 72)
    let outbreaks = life.center.outbreaks(at: life.now)
    #expect(outbreaks.map(\.cases) == [ids] && outbreaks.first?.finding == .influenzaLike)
    #expect(outbreaks.first?.since == life.now)
    #expect(life.center.outbreaks(at: life.now + .hours(72) - Span(milliseconds: 1)).count == 1)
    #expect(life.center.outbreaks(at: life.now + .hours(72)).isEmpty)
    #expect(try two(hours: 73).0.center.outbreaks(at: SmallCenter.noon + .hours(74)).isEmpty)
    #expect(try two(hours: 2, .varicella).0.center.outbreaks(at: SmallCenter.noon + .hours(3)).isEmpty)
  }

  @Test("people ill in different halls, or in one family, are no outbreak")
  func unlinked() throws {
    var life = Live()
    let man = try life.come(.adult())[0]
    let woman = try life.come(.adult(.female))[0]
    life.pass(.hours(1))
    for id in [man, woman] { try life.note(.found(life.members(id)[0], .varicella)) }
    let family = try life.family()
    for person in life.members(family) { try life.note(.found(person, .influenzaLike)) }
    #expect(life.center.outbreaks(at: life.now).isEmpty)
    // A third one who slept beside the woman links the two of them.
    let other = try life.come(.adult(.female))[0]
    life.pass(.hours(1))
    try life.note(.found(life.members(other)[0], .varicella))
    #expect(life.center.outbreaks(at: life.now).map(\.cases) == [[woman, other]])
  }
}
