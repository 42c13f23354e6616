import CaseFlow
import Testing

@Suite("Two people, and whole families")
struct GuardTestsFamilies {
  let secondPerson = "This needs a second person. Someone else must confirm it."
  let apart = "Part of the family of case 0001 is elsewhere. Nobody goes on without the others."

  @Test("an act of two people is not done by one, by nobody, or by one under no name")
  func twoPersons() throws {
    var life = Live()
    let family = try life.family(from: Code("MEX"))
    let child = try life.come(.child(15), from: Code("MEX"))[0]
    let kid = life.members(child)[0]
    let mother = life.members(family)[0]
    try life.interview(family)
    for second: Code in [Code("op1"), .none] {
      var split = FamilySplit()
      split.caseID = family
      split.people = [mother]
      split.newCase = life.center.nextCase
      split.second = second
      let acts: [Event] = [
        .familySplit(split), .tied(kid, to: mother, second: second), .returned(family, second: second),
        .screened(child, second: second), .determined(family, .negative, reviewer: second),
      ]
      for act in acts { #expect(life.guards(.secondPerson, say: act)?.sentence == secondPerson) }
      #expect(life.refuses(.determined(family, .negative, reviewer: second)) == secondPerson)
    }
    #expect(life.guards(.secondPerson, say: .returned(family, second: Code("sup1")), by: .none) != nil)
    #expect(life.guards(.secondPerson, say: .returned(family, second: Code("sup1"))) == nil)
    #expect(
      life.refusal(.split(child, people: [kid], reason: .safety, second: Code("sup1"))) != nil,
      "a whole case is not split")
  }

  @Test("a split names some members, in a case that is not at a desk, with the next number")
  func splitOrder() throws {
    var life = Live()
    let family = try life.family()
    let other = try life.come(.adult())[0]
    let people = life.members(family)
    func split(_ people: [PersonID]) -> Command {
      .split(family, people: people, reason: .medical, second: Code("sup1"))
    }
    #expect(life.refuses(split(people)) == "This would leave nobody in case 0001. Name some of its members, not all.")
    #expect(life.refuses(split([])) == "Case 0001: all people named must belong to it.")
    #expect(life.refuses(split(life.members(other))) == "Case 0001: all people named must belong to it.")
    var forged = FamilySplit()
    forged.caseID = family
    forged.people = [people[0]]
    forged.newCase = other
    forged.second = Code("sup1")
    #expect(life.verdict(.familySplit(forged))?.sentence == "Numbers are given in order: the next case is 0003.")
    try life.seat(family, at: .reception)
    #expect(life.refusal(split([people[0]])) == .order)
  }

  @Test("the part of a family that is at the hospital keeps the others from interview, bus, shelter and return")
  func partAway() throws {
    var life = Live()
    let family = try life.family()
    try life.readyForRelease(family)
    try life.note(.transferAsked(TransferOfCase(family, .otherCenter)))
    try life.note(.transferAccepted(TransferOfCase(family, .otherCenter)))
    try life.note(.went([life.members(family)[2]], to: .hospital))
    #expect(life.refuses(.caseReleased(ReceiverOfCase(family, Code("casa")))) == apart)
    #expect(life.refuses(.caseTransferred(TransferOfCase(family, .otherCenter))) == apart)
    #expect(life.guards(.partOfFamily, say: .returned(family))?.sentence == apart)
    #expect(life.guards(.partOfFamily, say: .called(family, .interview))?.sentence == apart)
    #expect(life.guards(.partOfFamily, say: .serviceStarted(CaseAtDesk(family, .interview)))?.sentence == apart)
    try life.note(.peopleCameBack(PeopleOnly([life.members(family)[2]])))
    try life.note(.caseReleased(ReceiverOfCase(family, Code("casa"))))
    #expect(life.center.counts.released == 4)
  }

  @Test("a family called to its interview does not sit down without the one who was taken to the hospital")
  func leftAfterCall() throws {
    var life = Live()
    let family = try life.family()
    try life.screen(family)
    try life.note(.oriented(family))
    try life.note(.waived(family))
    let desk = try life.open(.interview)
    try life.note(.called(family, desk))
    try life.note(.went([life.members(family)[0]], to: .hospital))
    #expect(life.refuses(.serviceStarted(CaseAtDesk(family, desk))) == apart)
    #expect(life.center.counts.away == 1 && life.center.counts.onRoll == 4)
  }

  @Test("splitting the part at the hospital off is no way to send the others on")
  func splitTheAbsent() throws {
    var life = Live()
    let family = try life.family()
    try life.screen(family)
    try life.note(.oriented(family))
    try life.note(.waived(family))
    let sick = life.members(family)[2]
    try life.note(.went([sick], to: .hospital))
    let child = try life.split(family, [sick], .medical)
    let desk = try life.open(.interview)
    #expect(life.refusal(.callNext(desk)) == .order)
    #expect(life.refuses(.called(family, desk)) == apart)
    #expect(life.center.separations(of: child).count == 1)
    try life.note(.peopleCameBack(PeopleOnly([sick])))
    try life.note(.reunited(child, with: family))
    #expect(life.center.separations.isEmpty)
    try life.note(.called(family, desk))
  }

  @Test("a separation stays on the overview when the other part has left for good, and holds nobody any more")
  func otherPartGone() throws {
    var life = Live()
    let family = try life.family()
    try life.screen(family)
    try life.note(.oriented(family))
    try life.note(.waived(family))
    let father = try life.split(family, [life.members(family)[1]], .medical)
    try life.transfer(father, to: .hospital)
    #expect(life.center.separations(of: family).count == 1)
    try life.note(.called(family, try life.open(.interview)))
    #expect(life.refusal(.state(.reunited(father, with: family))) == .order)
  }

  @Test("only what was one family is reunited, and never by way of a third case")
  func reunion() throws {
    var life = Live()
    let family = try life.family()
    let stranger = try life.come(.adult())[0]
    let child = try life.come(.child(6))[0]
    let sentence = "Case 0003 was not separated from that case. Only a family is reunited."
    #expect(life.refuses(.reunited(child, with: stranger)) == sentence)
    #expect(life.refuses(.reunited(child, with: family)) == sentence)
    #expect(life.refusal(.state(.reunited(family, with: family))) != nil)
    let father = try life.split(family, [life.members(family)[1]], .court)
    #expect(life.refusal(.state(.reunited(father, with: stranger))) == .familySplit)
    // One person alone does not say who belongs to whom, under whatever name.
    #expect(life.refusal(.state(.reunited(family, with: father, second: .none))) == .secondPerson)
    #expect(life.refusal(.state(.reunited(family, with: father, second: Code("OP1")))) == .secondPerson)
    try life.note(.reunited(family, with: father))
    #expect(life.item(father).members.count == 4 && life.item(family).members.isEmpty)
    #expect(life.center.counts.areConserved)
    #expect(life.refusal(.state(.reunited(family, with: father))) == .order)
  }

  @Test("who was apart from a case that joined another is apart from that one, and is found again")
  func separationFollows() throws {
    var life = Live()
    let family = try life.family()
    let uncle = try life.come(.adult(.male, 40))[0]
    let people = life.members(family)
    let child = try life.split(family, [people[3]], .medical)
    try life.note(.tied(people[3], to: life.members(uncle)[0]))
    #expect(life.item(child).exit != nil)
    #expect(life.center.separations(of: uncle).map(\.from) == [family])
    #expect(life.guards(.partOfFamily, say: .returned(uncle)) != nil)
    try life.note(.reunited(uncle, with: family))
    #expect(life.center.separations.isEmpty && life.item(family).members.count == 5)
  }

  @Test("a merged case of more people than a case may have is refused by number")
  func crowded() throws {
    var life = Live()
    var big = [ArrivalMember.adult(.female)]
    for _ in 0..<39 { big.append(.child(9, .ownChild)) }
    var arrival = Arrival()
    arrival.members = big
    try life.run(.arrive(arrival))
    let child = try life.come(.child(5))[0]
    let sentence = "Case 0001 would have more than 40 people."
    #expect(life.refuses(.tied(life.members(child)[0], to: PersonID(number: 1))) == sentence)
    #expect(life.refuses(.arrive(arrival)) == nil)
    arrival.members.append(.child(3, .ownChild))
    #expect(life.refuses(.arrive(arrival)) == "Case 0004 would have more than 40 people.")
  }
}
