import CaseFlow
import Testing

@Suite("Who belongs together")
struct FlowTestsFamilies {
  @Test("an adult whose sex nobody has stated is put neither among men nor among women unasked") func unstated() throws
  {
    var life = Live()
    let cases = try life.come(.adult(.x, 30))
    #expect(life.area(PersonID(number: 1)) == nil && life.center.counts.unplaced == 1)
    try life.run(.place(cases[0], in: Code("women"), override: nil))
    #expect(life.area(PersonID(number: 1)) == Code("women") && life.center.counts.unplaced == 0)
  }

  @Test(
    "a grandmother with two grandchildren: one single adult and two children alone, one party, side by side in time")
  func grandmother() throws {
    var life = Live()
    let cases = try life.come(.adult(.female, 66), .child(9, .relative), .child(5, .relative))
    #expect(cases.map { life.item($0).kind } == [.singleAdult, .unaccompaniedChild, .unaccompaniedChild])
    #expect(Set(cases.map { life.item($0).party }).count == 1)
    #expect(life.center.parties.items[0].cases == cases)
    #expect(life.area(PersonID(number: 1)) == Code("women") && life.area(PersonID(number: 2)) == Code("children"))
    #expect(life.item(cases[1]).child.claimedAt == life.now && life.item(cases[0]).child.claimedAt == nil)
    #expect(life.center.counts.arrived == 3 && life.center.counts.areConserved)
    // Forming one case of them is refused, whoever wrote the record.
    var arrival = PartyArrived()
    arrival.party = life.center.nextParty
    var facts = CaseFacts()
    facts.caseID = life.center.nextCase
    facts.kind = .familyUnit
    arrival.cases = [facts]
    for (number, tie) in [(4, Tie.head), (5, .relative)] {
      var member = MemberFacts()
      member.person = PersonID(number: Int32(number))
      member.caseID = facts.caseID
      member.tie = tie
      member.band = tie == .head ? .adult : .child
      arrival.members.append(member)
    }
    #expect(
      life.verdict(.partyArrived(arrival))?.sentence
        == "Case 0004 must be a child alone: its members' ages and ties say so.")
  }

  @Test("parents with own children are one case; a partner's brother and a child without a stated tie are not")
  func mixedParty() throws {
    var life = Live()
    let cases = try life.come(
      .adult(.female, 31), .adult(.male, 30, tie: .partner), .child(4, .ownChild), .adult(.male, 22, tie: .relative),
      .child(11, .unstated), .adult(.female, 19, tie: .ownChild))
    let kinds = cases.map { life.item($0).kind }
    #expect(kinds == [.familyUnit, .singleAdult, .unaccompaniedChild, .singleAdult])
    #expect(life.members(cases[0]).map(\.number) == [1, 2, 3])
  }

  @Test("a record of an arrival numbers everyone in order and agrees with itself")
  func strictArrival() throws {
    var life = Live()
    let events = try life.run(
      .arrive(
        {
          var arrival = Arrival()
          arrival.members = [.adult(), .adult(.female, 40)]
          return arrival
        }()))
    guard case .partyArrived(var next) = events[0] else { return }
    next.party = life.center.nextParty
    for index in 0..<2 {
      next.members[index].person = PersonID(number: Int32(3 + index))
      next.members[index].caseID = CaseID(number: Int32(3 + index))
      next.cases[index].caseID = CaseID(number: Int32(3 + index))
    }
    #expect(life.verdict(.partyArrived(next)) == nil)
    func verdict(_ change: (inout PartyArrived) -> Void) -> String? {
      var other = next
      change(&other)
      return life.verdict(.partyArrived(other))?.sentence
    }
    #expect(verdict { $0.members = [] } == "A party has at least one person.")
    #expect(verdict { $0.party = PartyID(number: 9) } == "Numbers are given in order: the next party is 0002.")
    #expect(verdict { $0.members[1].person = $0.members[0].person } != nil)
    #expect(verdict { $0.cases[1].caseID = CaseID(number: 9) } == "Numbers are given in order: the next case is 0004.")
    #expect(verdict { $0.members[1].caseID = CaseID(number: 3) } != nil)
    #expect(verdict { $0.cases.removeLast() } == "Person 0004 belongs to no case of this party.")
    #expect(verdict { $0.members[0].age = Years(12) } == "Person 0003: the age and child or adult do not agree.")
    #expect(verdict { $0.bookIn = life.now + .hours(1) } == "Book-in cannot lie after the arrival. Check both times.")
    #expect(verdict { $0.bookIn = Instant(milliseconds: .min) } != nil)
    #expect(verdict { $0.members = Array(repeating: $0.members[0], count: 501) } != nil)
    #expect(verdict { $0.cases[0].kind = .familyUnit } != nil)
    var crowd = Arrival()
    crowd.members = Array(repeating: .adult(), count: 501)
    #expect(life.refuses(.arrive(crowd)) == "A party has at most 500 people. Enter it in parts.")
    #expect(life.refuses(.arrive(Arrival())) == "A party has at least one person.")
  }

  @Test("two adults of one case without children are a family unit")
  func couple() throws {
    var life = Live()
    let family = try life.family()
    let people = life.members(family)
    let children = try life.split(family, Array(people[2...]), .safety)
    #expect(life.item(family).kind == .familyUnit && life.item(children).kind == .unaccompaniedChild)
    let father = try life.split(family, [people[1]], .ownRequest)
    #expect(life.item(father).kind == .singleAdult && life.item(family).kind == .singleAdult)
    #expect(life.center.separations.count == 2)
    #expect(life.center.separations.map(\.reason) == [.safety, .ownRequest])
    #expect(life.area(people[1]) == Code("men") && life.area(people[0]) == Code("women"))
    try life.note(.reunited(father, with: family))
    try life.note(.reunited(children, with: family))
    #expect(life.item(family).kind == .familyUnit && life.item(family).members.count == 4)
    #expect(people.allSatisfy { life.area($0) == Code("families") })
    #expect(life.center.counts.areConserved && life.center.counts.onRoll == 4 && life.center.counts.departed == 0)
  }

  @Test("a child whose tie to its mother is stated waits with her from then on")
  func tie() throws {
    var life = Live()
    let child = try life.come(.child(7))[0]
    let mother = try life.come(.adult(.female))[0]
    try life.screen(child)
    try life.screen(mother)
    try life.note(.tied(life.members(child)[0], to: life.members(mother)[0]))
    #expect(life.item(mother).kind == .familyUnit && life.item(mother).step == .interview)
    #expect(life.center.people[PersonID(number: 1)]?.tie == .ownChild)
    #expect(life.item(child).exit == .departed && life.item(child).members.isEmpty)
    #expect(life.refuses(.tied(PersonID(number: 1), to: PersonID(number: 2))) != nil)
    #expect(life.center.counts.onRoll == 2)
  }

  @Test("a tie is not stated while either is at a desk, or before what they did last")
  func tieAtDesk() throws {
    var life = Live()
    let child = try life.come(.child(7))[0]
    let mother = try life.come(.adult(.female))[0]
    let (kid, woman) = (life.members(child)[0], life.members(mother)[0])
    life.pass(.hours(1))
    try life.seat(mother, at: .reception)
    #expect(life.refusal(.state(.tied(kid, to: woman))) == .order)
    try life.run(.complete(mother))
    #expect(life.refusal(.state(.tied(kid, to: woman)), at: life.now - .minutes(30)) == .time)
    #expect(life.refusal(.state(.tied(PersonID(number: 77), to: woman))) == .unknown)
  }

  @Test("a family with a feverish child is isolated as a whole, seen by health, and goes on when all are clear")
  func fever() throws {
    var life = Live()
    let family = try life.family()
    try life.serve(family, at: .reception)
    try life.seat(family, at: .health)
    try life.note(.found(life.members(family)[3], .influenzaLike))
    try life.check(family)
    #expect(Finding.influenzaLike.isolates && !Finding.scabies.isolates)
    try life.run(.state(.isolated(family)))
    try life.run(.complete(family))
    #expect(life.members(family).allSatisfy { life.area($0) == Code("isolation") })
    #expect(life.center.row(of: life.item(family), at: life.now) == .isolation)
    try life.note(.oriented(family))
    try life.note(.waived(family))
    let desk = try life.open(.interview)
    #expect(life.refusal(.callNext(desk)) == .order)
    life.pass(.days(5))
    try life.note(.retested(family, clear: true))
    try life.run(.state(.isolationEnded(CaseOnly(family))))
    #expect(life.members(family).allSatisfy { life.area($0) == Code("families") })
    try life.run(.callNext(desk))
    #expect(life.item(family).state == .called)
  }

  @Test("a mother at the hospital stays on the roll, keeps her place, and comes back to it")
  func hospital() throws {
    var life = Live()
    let family = try life.family()
    let mother = life.members(family)[0]
    try life.note(.went([mother], to: .hospital))
    #expect(life.center.counts.onRoll == 4 && life.center.counts.onSite == 3 && life.center.counts.away == 1)
    #expect(life.center.area(Code("families"))?.occupied == 4)
    let wrong = "Person 0001 is not where this entry says. Check who left and who came back."
    #expect(life.refuses(.went([mother], to: .court)) == wrong)
    #expect(life.refuses(.went([life.members(family)[1]], to: .gone)) != nil)
    #expect(life.refuses(.went([PersonID(number: 2), PersonID(number: 2)], to: .court)) != nil)
    #expect(life.refuses(.went([], to: .court)) != nil)
    #expect(life.refuses(.peopleCameBack(PeopleOnly([life.members(family)[1]]))) != nil)
    try life.note(.peopleCameBack(PeopleOnly([mother])))
    #expect(life.center.counts.away == 0 && life.center.counts.areConserved)
    try life.note(.departed(family, .withdrew))
    #expect(life.refuses(.went([mother], to: .court)) == "Person 0001 has left the roll.")
    #expect(life.center.counts.departed == 4 && life.center.area(Code("families"))?.occupied == 0)
    #expect(
      life.refuses(.oriented(family)) == "Case 0001 has left (departed). Nothing more can be done with it.")
  }
}
