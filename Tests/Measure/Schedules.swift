import CaseFlow

/// Proposes bookings for people who wait, over officers and interpreters of a day, and says whether it takes under
/// 100 ms: the best of 20 runs, and the longest.
func measureSchedule(waiting: Int, officers: Int, interpreters: Int) -> Bool {
  let now = Instant(milliseconds: 1_710_615_600_000)
  let center = waitingRoom(waiting, officers, interpreters, at: now)
  var count = 0
  var longest = 0.0
  var shortest = Double.infinity
  for _ in 0..<20 {
    let took = best(of: 1) { count = center.suggestions(at: now).count }
    longest = max(longest, took)
    shortest = min(shortest, took)
  }
  print("\(waiting) waiting, \(officers) officers, \(interpreters) interpreters: \(count) proposals")
  print("in \(text(shortest * 1_000)) ms, \(text(longest * 1_000)) ms at most; the budget is 100 ms")
  return count > 0 && longest < 0.1
}

/// A center with so many people at the interview, who speak five languages, and a roster for the next hours.
private func waitingRoom(_ waiting: Int, _ officers: Int, _ interpreters: Int, at now: Instant) -> Center {
  var plan = CenterPlan()
  var stage = StagePlan()
  stage.stage = .interview
  stage.desks = officers
  stage.service.meanMinutes = 90
  plan.stages = [stage]
  let languages = ["spa", "mam", "kek", "hat", "por"].map { Code($0) ?? .none }
  var opening = OpeningState()
  for number in 1...Int32(waiting) {
    var person = Person()
    person.id = PersonID(number: number)
    person.party = PartyID(number: number)
    person.caseID = CaseID(number: number)
    person.arrivedAt = now - .minutes(Int(number) * 7 + 1_440)
    var item = Case()
    item.id = person.caseID
    item.party = person.party
    item.members = [person.id]
    item.arrivedAt = person.arrivedAt
    item.joinedAt = person.arrivedAt
    item.changedAt = person.arrivedAt
    item.step = .interview
    item.language = languages[Int(number) % languages.count]
    item.consultation.orientedAt = person.arrivedAt
    item.consultation.waivedAt = person.arrivedAt
    var party = Party()
    party.id = person.party
    party.arrivedAt = person.arrivedAt
    party.cases = [item.id]
    opening.people.append(person)
    opening.cases.append(item)
    opening.parties.append(party)
  }
  for number in 0..<officers + interpreters {
    var duty = Duty()
    let isOfficer = number < officers
    duty.staff = Code("staff\(number)") ?? .none
    duty.role = isOfficer ? .officer : .interpreter
    duty.languages = isOfficer ? [languages[0]] : [languages[1 + number % 4], languages[1 + (number + 1) % 4]]
    duty.from = now + .hours(number % 5)
    duty.until = now + .hours(12 + number % 12)
    duty.isRemote = number % 7 == 6
    opening.duties.append(duty)
  }
  var center = Center(plan: plan, rules: .us2023)
  let by: Code = Code("measure" as StaticString)
  center.apply(Record(seq: 0, at: now, recorded: now, by: by, event: .stateAt(opening)))
  return center
}
