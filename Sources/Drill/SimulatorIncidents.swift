import CaseFlow

// What befalls a recorded day beyond the daily round: staff away, fewer places, entries that were wrong.

extension Simulator {
  /// The incidents of one local day.
  static func incidents(on day: CivilDate, _ roster: Roster, _ random: inout Seeded) -> [(Incident, at: Instant)] {
    func time(_ minutes: ClosedRange<Int>, _ random: inout Seeded) -> Instant {
      roster.instant(day, minute: random.whole(minutes)) + .seconds(random.whole(0...59))
    }
    var incidents: [(Incident, at: Instant)] = [
      (.staffAway(.health, 1), time(780...800, &random)), (.staffAway(.health, 0), time(930...960, &random)),
      (.staffAway(.interview, 2), time(840...870, &random)), (.staffAway(.interview, 0), time(1_000...1_030, &random)),
      (.placesStaffed(.families, percent: -12), time(870...890, &random)),
      (.placesStaffed(.families, percent: 12), time(1_180...1_210, &random)),
      (.correctLanguage, time(650...1_250, &random)), (.correctBookIn, time(500...1_200, &random)),
      (.splitFamily, time(560...1_000, &random)), (.expedite, time(900...1_000, &random)),
    ]
    for _ in 0..<random.whole(2...4) { incidents.append((.correctAge, time(480...1_350, &random))) }
    if random.chance(0.4) { incidents.append((.correctBand, time(600...1_200, &random))) }
    incidents.append((.interpreterLeaves, time(600...780, &random)))
    incidents.append((.disputeAge, time(500...1_250, &random)))
    if random.chance(0.8) { incidents.append((.changeMind, time(540...1_100, &random))) }
    return incidents
  }

  mutating func befall(_ incident: Incident) {
    switch incident {
    case .staffAway(let stage, let desks):
      if stage == .interview { desks > 0 ? callAway(desks) : callBack() }
      away[stage.index] = desks
      for desk in center.desks where desk.id.stage == stage { enter(.staffDesk(desk.id), in: random.minutes(0...3)) }
    case .placesStaffed(let kind, let percent): changePlaces(kind, percent)
    case .staffedPlaces(let area, let more): changePlaces(of: area, by: more)
    case .reserveOpened(let kind): openReserve(kind)
    case .correctAge: correctAge()
    case .correctBand: correctBand()
    case .correctLanguage: correctLanguage()
    case .correctBookIn: correctBookIn()
    case .expedite: expedite()
    case .splitFamily: splitFamily()
    case .interpreterLeaves: interpreterLeaves()
    case .disputeAge: disputeAge()
    case .changeMind: changeMind()
    }
  }

  private mutating func changePlaces(_ kind: PlaceKind, _ percent: Int) {
    for area in center.plan.areas where area.kind == kind {
      guard let now = center.area(area.code) else { continue }
      var change = CapacityChanged()
      change.area = area.code
      change.part = .staffed
      change.places = max(0, now.capacity.staffed + area.capacity.staffed * percent / 100)
      act(.state(.capacityChanged(change)), by: roster.supervisor(clock))
    }
  }

  /// Who answers for places comes and goes from outside, whoever plays the supervisor.
  private mutating func changePlaces(of area: Code, by more: Int) {
    guard let now = center.area(area) else { return }
    var change = CapacityChanged()
    change.area = area
    change.part = .staffed
    change.places = max(0, now.capacity.staffed + more)
    act(.state(.capacityChanged(change)), by: roster.dispatch)
  }

  private mutating func anyone(_ fits: (Person, Case) -> Bool) -> Person? {
    let center = center
    let people = center.people.items.filter { person in
      guard person.presence == .here, let item = center.cases[person.caseID] else { return false }
      return item.state != .called && item.state != .inService && fits(person, item)
    }
    return random.pick(people)
  }

  private func correction(of item: PartyID) -> FactCorrected {
    var correction = FactCorrected()
    correction.wrongs = Int(entries[item] ?? 0)
    return correction
  }

  private mutating func correctAge() {
    guard let person = anyone({ person, _ in person.age != nil }), let age = person.age else { return }
    let years = Int(age.count) + (random.chance(0.5) ? 1 : -1) * random.whole(1...3)
    var fact = correction(of: person.party)
    fact.person = person.id
    fact.age = Years(person.isChild ? max(0, min(17, years)) : max(18, years))
    guard fact.age != age else { return }
    // What decides whether a child may decide alone is confirmed by another.
    if person.isChild { fact.second = roster.supervisor(clock) }
    act(.correct(fact), by: roster.floor(clock))
  }

  /// Someone entered as eighteen or nineteen turns out to be a child: the safeguards of a child alone begin.
  private mutating func correctBand() {
    let found = anyone { person, item in
      !person.isChild && (person.age?.count ?? 99) < 21 && item.kind == .singleAdult && item.determination == nil
        && item.isolation == nil
    }
    guard let person = found, let item = center.cases[person.caseID] else { return }
    var fact = correction(of: person.party)
    fact.person = person.id
    fact.age = Years(17)
    fact.second = roster.supervisor(clock)
    guard act(.correct(fact), by: roster.childWelfare(clock)), let child = center.cases[item.id] else { return }
    lastTold[item.id] = clock
    beginChildPath(child)
  }

  /// A child who is said to be grown stays a child; whoever says to be a child is one from that moment.
  private mutating func disputeAge() {
    let adult = anyone { person, item in
      !person.isChild && (person.age?.count ?? 99) < 20 && item.kind == .singleAdult && item.determination == nil
        && item.isolation == nil
    }
    let teenager = anyone { person, _ in person.isChild && (person.age?.count ?? 0) > 14 }
    guard let person = flow.chance(0.35) ? adult ?? teenager : teenager ?? adult else { return }
    var disputed = AgeDisputed()
    disputed.person = person.id
    disputed.claim = person.isChild ? .adult : .child
    guard act(.state(.ageDisputed(disputed)), by: roster.childWelfare(clock)) else { return }
    lastTold[person.caseID] = clock
    if !person.isChild, let child = center.cases[person.caseID] { beginChildPath(child) }
  }

  private mutating func correctLanguage() {
    let found = anyone { _, item in item.secondLanguage != nil || item.language == Code("por") }
    guard let person = found ?? anyone({ _, item in item.language != nil }), let item = center.cases[person.caseID]
    else {
      return
    }
    var fact = correction(of: item.party)
    fact.caseID = item.id
    fact.language = item.secondLanguage ?? (item.language == Code("spa") ? Code("por") : Code("spa"))
    act(.correct(fact), by: roster.floor(clock))
  }

  private mutating func correctBookIn() {
    guard let person = anyone({ _, item in item.step == .interview || item.step == .health }),
      let item = center.cases[person.caseID], let party = center.parties[item.party]
    else { return }
    var fact = correction(of: item.party)
    fact.caseID = item.id
    fact.bookIn = (party.bookIn ?? party.arrivedAt) - random.hours(1...6)
    act(.correct(fact), by: roster.supervisor(clock))
  }

  /// A parent of two falls ill and is taken to the hospital; the family is apart until the return.
  private mutating func splitFamily() {
    let center = center
    let parent = anyone { person, item in
      !person.isChild && item.kind == .familyUnit && item.isolation == nil && center.isTogether(item)
        && center.members(of: item).count { !$0.isChild } > 1
    }
    guard let person = parent ?? anyone({ person, item in !person.isChild && item.members.count > 1 }) else { return }
    let id = person.caseID
    var went = PeopleWentAway()
    went.people = [person.id]
    guard state(.peopleWentAway(went), of: id, by: roster.nurse(clock), promptly: true) else { return }
    enter(.comeBack(person.id, with: nil), in: random.hours(2.5...5))
    let family = center.cases[id].map(center.members) ?? []
    let remaining = family.contains { !$0.isChild && $0.id != person.id }
    if remaining { splitOff(person.id, from: id) }
  }
}
