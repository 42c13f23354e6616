// What may be wrong with an arrival or an opening state.

extension Center {
  /// Only who was announced is called off, and no more than were.
  func objection(toAnnouncement e: ArrivalAnnounced) -> Refusal? {
    if e.people < 1 || e.people > 10_000 { return .nobody }
    guard e.undone else { return nil }
    let known = announcements.first { $0.expected == e.expected && $0.transport == e.transport }
    return (known?.people ?? 0) < e.people ? .notAnnounced : nil
  }

  func objection(toArrival e: PartyArrived, _ at: Instant) -> Refusal? {
    if e.members.isEmpty { return .nobody }
    if e.members.count > Limit.partyPeople { return .crowd }
    if e.party != nextParty { return .wrongNumber("party", nextParty.label) }
    if let refusal = objection(toComing: e) { return refusal }
    if let bookIn = e.bookIn {
      if bookIn > at { return .bookInAfterArrival }
      if bookIn < .earliest { return .tooEarly }
    }
    var person = nextPerson
    for member in e.members {
      if member.person != person { return .wrongNumber("person", person.label) }
      if !Center.agree(member.age, member.band) { return .wrongBand(member.person) }
      person = person.next
    }
    var expected = nextCase
    for facts in e.cases {
      if facts.caseID != expected { return .wrongNumber("case", expected.label) }
      expected = expected.next
      let members = e.members.filter { $0.caseID == facts.caseID }
      if members.isEmpty { return .emptyCase(facts.caseID) }
      if members.count > Limit.casePeople { return .crowdedCase(facts.caseID) }
      if let refusal = kindObjection(facts, members) { return refusal }
    }
    if let stray = e.members.first(where: { member in !e.cases.contains { $0.caseID == member.caseID } }) {
      return .strayMember(stray.person)
    }
    guard parties.canInsert(e.party), people.canInsert(PersonID(number: person.number - 1)),
      cases.canInsert(CaseID(number: expected.number - 1))
    else { return .crowd }
    return nil
  }

  /// A case has the kind that its members' ages and ties make it: children whose tie to an adult of the
  /// case is not stated as their own parent or guardian are children alone.
  private func kindObjection(_ facts: CaseFacts, _ members: [MemberFacts]) -> Refusal? {
    let adults = members.filter { $0.band == .adult }
    let children = members.filter { $0.band == .child }
    let kind: CaseKind
    if adults.isEmpty {
      kind = .unaccompaniedChild
    } else if children.isEmpty {
      kind = members.count > 1 ? .familyUnit : .singleAdult
    } else {
      guard children.allSatisfy({ $0.tie == .ownChild }),
        adults.contains(where: { $0.tie == .head || $0.tie == .partner })
      else { return .wrongKind(facts.caseID, .unaccompaniedChild) }
      kind = .familyUnit
    }
    return facts.kind == kind ? nil : .wrongKind(facts.caseID, kind)
  }

  static func agree(_ age: Years?, _ band: AgeBand) -> Bool {
    guard let age else { return true }
    return (age.count < 18) == (band == .child)
  }
}
