// What may be wrong with an arrival or an opening state.

extension Center {
  func objection(toArrival e: PartyArrived, _ at: Instant) -> Refusal? {
    if e.members.isEmpty { return .nobody }
    if e.members.count > Limit.partyPeople { return .crowd }
    if e.party != nextParty { return .wrongNumber("party", nextParty.label) }
    if let bookIn = e.bookIn, bookIn > at { return .bookInAfterArrival }
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

extension OpeningState {
  /// Why people cannot have been there like this, or nil.
  func fault(in center: Center, at: Instant) -> Refusal? {
    var seen = Roll<PersonID, Person>()
    for person in people {
      guard seen.canInsert(person.id), person.id < nextPerson else {
        return .brokenOpening("person \(person.id.label) stands twice or out of order")
      }
      seen.insert(person, at: person.id)
      if !Center.agree(person.age, person.band) { return .wrongBand(person.id) }
      if person.arrivedAt > at { return .brokenOpening("person \(person.id.label) arrived later") }
      if let area = person.area, center.area(area) == nil { return .noArea(area) }
    }
    var roll = Roll<CaseID, Case>()
    var known = Roll<PartyID, Party>()
    for party in parties {
      guard known.canInsert(party.id), party.id < nextParty, party.arrivedAt <= at,
        (party.bookIn ?? party.arrivedAt) <= party.arrivedAt
      else { return .brokenOpening("party \(party.id.label) stands twice, out of order, or in the future") }
      known.insert(party, at: party.id)
    }
    var members = 0
    var desksTaken = Set<DeskID>()
    for item in cases {
      guard roll.canInsert(item.id), item.id < nextCase else {
        return .brokenOpening("case \(item.id.label) stands twice or out of order")
      }
      roll.insert(item, at: item.id)
      if let refusal = fault(of: item, seen, known, center, at) { return refusal }
      if let desk = item.desk, !desksTaken.insert(desk).inserted {
        return .brokenOpening("desk \(desk.text) has two cases")
      }
      members += item.members.count
    }
    if members != people.count { return .brokenOpening("some people belong to no case") }
    for desk in desks {
      if center.desk(desk.desk) == nil { return .noDesk(desk.desk) }
    }
    for capacity in capacities where center.area(capacity.area) == nil { return .noArea(capacity.area) }
    for breach in breaches where roll[breach.caseID] == nil { return .noCase(breach.caseID) }
    return nil
  }

  private func fault(
    of item: Case, _ people: Roll<PersonID, Person>, _ parties: Roll<PartyID, Party>, _ center: Center, _ at: Instant
  ) -> Refusal? {
    let members = item.members.compactMap { people[$0] }
    guard members.count == item.members.count, !members.isEmpty, Set(item.members).count == members.count,
      members.allSatisfy({ $0.caseID == item.id && $0.party == item.party }), parties[item.party] != nil
    else { return .brokenOpening("case \(item.id.label) and its people or party do not agree") }
    guard item.exit == nil || item.step == .exited, item.exit != nil || item.step != .exited,
      members.allSatisfy({ ($0.presence == .gone) == (item.exit != nil) })
    else { return .brokenOpening("case \(item.id.label) has left and has not") }
    guard item.arrivedAt <= item.changedAt, item.changedAt <= at, item.joinedAt <= at else {
      return .brokenOpening("the times of case \(item.id.label) are out of order")
    }
    let kind = Center.kind(of: members)
    guard kind == item.kind else { return .wrongKind(item.id, kind) }
    if item.isChildAlone && item.exit == nil {
      if item.step == .interview || item.step == .review || item.step == .caseManagement || item.step == .leaving {
        return .childInterview(item)
      }
      let isKnown = breaches.contains {
        $0.caseID == item.id && $0.kind == .childWithUnrelatedAdults && $0.ended == nil
      }
      for code in members.compactMap(\.area) {
        if let area = center.area(code), center.endangersChild(area, item), !isKnown {
          return .childWithAdults(item, area)
        }
      }
    }
    if let desk = item.desk, center.desk(desk) == nil || desk.stage != item.stage {
      return .noDesk(desk)
    }
    guard (item.desk != nil) == (item.state == .called || item.state == .inService) else {
      return .brokenOpening("case \(item.id.label) is served nowhere, or waits at a desk")
    }
    return nil
  }
}
