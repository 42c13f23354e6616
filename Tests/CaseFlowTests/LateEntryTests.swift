import CaseFlow
import Testing

/// Entries made late, for a time at which they could not have been true.
@Suite("What is entered late is judged by its own time")
struct LateEntryTests {
  private func arrived(_ life: inout Live) throws -> CaseID {
    var arrival = Arrival()
    arrival.language = Code("spa")
    arrival.members = [ArrivalMember(age: Years(30), band: .adult, sex: .male, tie: .head)]
    try life.run(.arrive(arrival))
    return try #require(life.center.cases.items.last?.id)
  }

  private func open(_ life: inout Live, _ desk: DeskID, _ staff: Code) throws {
    var e = DeskOpened()
    e.desk = desk
    e.staff = staff
    try life.run(.state(.deskOpened(e)))
  }

  @Test("nobody was served at a desk before it was open, or while it had another case") func desk() throws {
    var life = Live()
    let desk = DeskID(stage: .reception, number: 1)
    let first = try arrived(&life)
    let second = try arrived(&life)
    life.pass(.minutes(10))
    try open(&life, desk, Code("st1"))
    #expect(life.refusal(.callNext(desk), at: life.now - .minutes(5)) == .time)
    try life.run(.callNext(desk))
    try life.run(.state(.serviceStarted(CaseAtDesk(first, desk))))
    life.pass(.minutes(20))
    try life.run(.complete(first))
    #expect(life.refusal(.callNext(desk), at: life.now - .minutes(10)) == .time)
    try life.run(.callNext(desk))
    #expect(life.center.cases[second]?.state == .called)
  }

  @Test("an isolation that has ended still forbids what is said to have happened in it") func isolation() throws {
    var life = Live()
    let id = try arrived(&life)
    let desk = DeskID(stage: .reception, number: 1)
    try open(&life, desk, Code("st1"))
    var order = FindingOfCase()
    order.caseID = id
    try life.run(.state(.isolationOrdered(order)))
    life.pass(.minutes(60))
    var test = IsolationRetested()
    test.caseID = id
    test.clear = true
    try life.run(.state(.isolationRetested(test)))
    // It does not end before the test that ended it.
    #expect(life.refusal(.state(.isolationEnded(CaseOnly(id))), at: life.now - .minutes(30)) == .isolation)
    try life.run(.state(.isolationEnded(CaseOnly(id))))
    #expect(life.refusal(.callNext(desk), at: life.now - .minutes(30)) != nil)
    try life.run(.callNext(desk))
  }

  @Test("nobody comes back before they left, or is cared for where they are not") func presence() throws {
    var life = Live()
    let id = try arrived(&life)
    let person = try #require(life.center.cases[id]?.members.first)
    life.pass(.minutes(60))
    var away = PeopleWentAway()
    away.people = [person]
    try life.run(.state(.peopleWentAway(away)))
    var shower = CareGiven()
    shower.people = [person]
    #expect(life.refusal(.state(.careGiven(shower))) == .order)
    #expect(life.refusal(.state(.peopleCameBack(PeopleOnly([person]))), at: life.now - .minutes(30)) == .order)
    try life.run(.state(.peopleCameBack(PeopleOnly([person]))))
    try life.run(.state(.careGiven(shower)))
  }

  @Test("the same person in other letters is not a second person") func letters() throws {
    #expect(Code("ao1").isSamePerson(as: Code("AO1")))
    #expect(!Code("ao1").isSamePerson(as: Code("ao2")))
  }

  @Test("a split family's earlier waits are counted once") func split() throws {
    var life = Live()
    var arrival = Arrival()
    arrival.members = [
      ArrivalMember(age: Years(30), band: .adult, sex: .male, tie: .head),
      ArrivalMember(age: Years(7), band: .child, sex: .male, tie: .ownChild),
    ]
    try life.run(.arrive(arrival))
    let id = try #require(life.center.cases.items.last?.id)
    let desk = DeskID(stage: .reception, number: 1)
    try open(&life, desk, Code("st1"))
    life.pass(.minutes(5))
    try life.run(.callNext(desk))
    try life.run(.state(.serviceStarted(CaseAtDesk(id, desk))))
    life.pass(.minutes(5))
    try life.run(.complete(id))
    life.pass(.minutes(5))
    let child = try #require(life.center.cases[id]?.members.last)
    try life.run(.split(id, people: [child], reason: .medical, second: Code("sup1")))
    #expect(life.center.stageFigures(.reception, at: life.now).done == 1)
    #expect(life.center.waits(of: .reception, at: life.now).waits.count == 1)
    #expect(life.center.waits(of: .health, at: life.now).waits.count == 2)
  }
}
