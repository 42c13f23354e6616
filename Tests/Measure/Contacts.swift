import CaseFlow

/// Whom the people of one case have been with, among 10,000 people who each had five places, and the outbreaks of a
/// center in which fifty of them are ill. Prints milliseconds; what is promised is under a second.
func measureContacts(people wanted: Int) {
  var plan = CenterPlan()
  plan.areas = (0..<20).map {
    var area = AreaPlan()
    area.code = Code("hall-\($0)") ?? .none
    area.kind = .families
    area.capacity.physical = 1_000
    area.capacity.safe = 1_000
    area.capacity.staffed = 1_000
    return area
  }
  var center = Center(plan: plan, rules: .us2023)
  var now = Instant(milliseconds: 1_700_000_000_000)
  func record(_ event: Event) {
    center.apply(Record(seq: center.seq + 1, at: now, recorded: now, by: .none, event: event))
  }
  while center.people.count < wanted {
    var arrival = PartyArrived()
    arrival.party = center.nextParty
    var facts = CaseFacts()
    facts.caseID = center.nextCase
    facts.kind = .familyUnit
    arrival.cases = [facts]
    var person = center.nextPerson
    for index in 0..<4 {
      var member = MemberFacts()
      member.person = person
      member.caseID = facts.caseID
      member.band = index == 0 ? .adult : .child
      member.tie = index == 0 ? .head : .ownChild
      arrival.members.append(member)
      person = person.next
    }
    record(.partyArrived(arrival))
    now = now + .seconds(20)
  }
  for move in 0..<5 {
    for (index, item) in center.cases.items.enumerated() {
      record(.casePlaced(CasePlaced(item.id, in: plan.areas[(index + move * 7) % 20].code)))
    }
    now = now + .hours(8)
  }
  for item in center.cases.items.prefix(50) {
    var found = FindingRecorded()
    found.person = item.members[0]
    found.finding = .varicella
    record(.findingRecorded(found))
  }
  guard let item = center.cases.items.first else { return }
  var found = 0
  let took = best(of: 5) {
    found = center.contacts(of: item, from: center.contactsCount(from: item, at: now), until: now).count
  }
  var outbreaks = 0
  let linked = best(of: 5) { outbreaks = center.outbreaks(at: now).count }
  print("contacts of a case among \(center.people.count) people: \(found) cases in \(text(took * 1_000)) ms")
  print("outbreaks among 50 ill: \(outbreaks) in \(text(linked * 1_000)) ms")
}
