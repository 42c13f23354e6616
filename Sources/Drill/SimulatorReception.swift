import CaseFlow

// Arrival, reception and health screening.

extension Simulator {
  mutating func announce(_ people: Int, _ expected: Instant) {
    var announced = ArrivalAnnounced()
    announced.people = people
    announced.expected = expected
    announced.transport = .bus
    act(.state(.arrivalAnnounced(announced)), by: roster.dispatch)
  }

  mutating func arrive(_ party: ExpectedParty) {
    let desks = center.desks.filter { $0.id.stage == .reception && $0.isOpen && !drill.cast.holds($0) }
    let desk = random.pick(desks)
    let by = desk?.staff ?? roster.supervisor(clock)
    let seq = center.seq + 1
    guard act(.arrive(party.arrival), by: by, at: party.at, desk: desk?.id) else { return }
    let id = PartyID(number: center.nextParty.number - 1)
    entries[id] = seq
    for caseID in center.parties[id]?.cases ?? [] {
      guard let item = center.cases[caseID] else { continue }
      lastTold[caseID] = party.at
      guard item.isChildAlone else { continue }
      beginChildPath(item)
      // Someone of the party may be found to be the parent whose child this is.
      let people = center.parties[id]?.cases.compactMap { center.cases[$0] }.flatMap(center.members) ?? []
      if people.contains(where: { $0.caseID == caseID && $0.tie == .unstated }),
        let head = people.first(where: { !$0.isChild && $0.tie == .head })
      {
        enter(.attend(caseID, .stateTie(head.id)), in: random.hours(0.6...3.5))
      }
    }
    enter(.serve(.reception), in: random.minutes(0.5...2))
  }

  mutating func finishReception(_ item: Case, _ desk: DeskID, _ staff: Code) {
    if item.language == nil { learnLanguage(item, staff, desk) }
    let household = center.members(of: item)
    for person in household {
      var asked = NeedsRecorded()
      asked.person = person.id
      asked.needs = (person.needs.all + Household.needs(of: person, in: household, &random)).sorted()
      state(.needsRecorded(asked), of: item.id, by: staff, desk: desk)
    }
    var oriented = CaseInLanguage()
    oriented.caseID = item.id
    oriented.language = center.cases[item.id]?.language ?? Fit.spanish
    state(.orientationGiven(oriented), of: item.id, by: staff, desk: desk)
    refer(item.id, staff, desk)
    guard complete(item, desk, staff) else { return }
    enter(.serve(.health), in: random.minutes(1...3))
    enter(.attend(item.id, .shower), at: roster.officeTime(clock + random.hours(1...30), 6..<23, &random))
    guard !item.isChildAlone else { return }
    planConsultation(item)
  }

  /// What fills the consultation period: a waiver, counsel, or thinking better of it.
  private mutating func planConsultation(_ item: Case) {
    let id = item.id
    if let eligible = center.cases[id].flatMap(center.eligibleAt) { enter(.serve(.interview), at: eligible) }
    if random.chance(center.plan.model.waived) {
      enter(.attend(id, .waive), at: roster.officeTime(clock + random.hours(0.5...9), 6..<23, &random))
    }
    if random.chance(0.05) {
      enter(.attend(id, .askCounsel), at: roster.officeTime(clock + random.hours(1...20), 7..<20, &random))
    }
    if random.chance(0.014) { later(id, .withdraw, in: random.hours(4...45)) }
  }

  /// A language not recorded on arrival is learned at the desk, and corrected.
  private mutating func learnLanguage(_ item: Case, _ staff: Code, _ desk: DeskID) {
    let usual = item.nationality.flatMap { Fit.usualLanguages[$0] } ?? [Code("spa")]
    var correction = FactCorrected()
    correction.wrongs = Int(entries[item.party] ?? 0)
    correction.caseID = item.id
    correction.language = random.pick(usual) ?? Fit.spanish
    act(.correct(correction), by: staff, desk: desk)
  }

  mutating func finishHealth(_ item: Case, _ desk: DeskID, _ staff: Code) {
    let model = center.plan.model
    let rates: [(Finding, Double)] = [
      (.lice, model.lice), (.scabies, model.scabies), (.erReferral, model.erReferral),
      (.influenzaLike, model.influenzaLike), (.tbRuleOut, model.tbRuleOut), (.varicella, model.varicella),
    ]
    var referred: PersonID?
    for person in item.members {
      for (finding, rate) in rates where random.chance(rate / 1_000) {
        var found = FindingRecorded()
        found.person = person
        found.finding = finding
        guard state(.findingRecorded(found), of: item.id, by: staff, desk: desk) else { continue }
        if finding == .erReferral { referred = referred ?? person }
        if finding.isolates { isolate(item.id, finding, staff, desk) }
        if finding.isParasite { state(.treatmentGiven(found), of: item.id, by: staff, desk: desk) }
      }
    }
    if let referred { judge(referred, fit: false, item.id, staff) }
    check(item, staff, desk)
    openRecord(of: item, staff, desk)
    guard complete(item, desk, staff) else { return }
    if let referred { sendToHospital(referred) }
    enter(.serve(.interview), in: random.minutes(1...3))
  }

  /// Asks everyone what the screening requires of them; a concern asks for more.
  private mutating func check(_ item: Case, _ staff: Code, _ desk: DeskID) {
    while let missing = center.missingChecks(of: item).first {
      var checked = HealthChecked()
      checked.person = missing.person
      checked.check = missing.check
      checked.result = random.chance(0.06) ? .concern : random.chance(0.01) ? .declined : .clear
      guard state(.healthChecked(checked), of: item.id, by: staff, desk: desk) else { return }
    }
  }

  private mutating func judge(_ person: PersonID, fit: Bool, _ id: CaseID, _ staff: Code) {
    var judged = FitnessJudged()
    judged.person = person
    judged.purpose = .travel
    judged.fit = fit
    state(.fitnessJudged(judged), of: id, by: staff)
  }

  mutating func isolate(_ id: CaseID, _ finding: Finding, _ staff: Code, _ desk: DeskID? = nil) {
    var ordered = FindingOfCase()
    ordered.caseID = id
    ordered.finding = finding
    guard center.cases[id]?.isolation == nil, state(.isolationOrdered(ordered), of: id, by: staff, desk: desk) else {
      return
    }
    // An accelerated test for most; for the rest the five days of practice.
    let wait = random.chance(0.65) ? random.hours(16...40) : random.hours(100...118)
    enter(.attend(id, .retest), at: roster.officeTime(clock + wait, 7..<21, &random))
  }

  mutating func retest(_ item: Case) {
    guard item.isolation != nil else { return }
    var tested = IsolationRetested()
    tested.caseID = item.id
    tested.clear = random.chance(0.62)
    guard state(.isolationRetested(tested), of: item.id, by: roster.nurse(clock)) else { return }
    if tested.clear {
      later(item.id, .endIsolation, in: random.minutes(20...120))
    } else {
      enter(.attend(item.id, .retest), at: roster.officeTime(clock + random.hours(22...48), 7..<21, &random))
    }
  }

  /// A person goes to the hospital; a child does not go alone if there is a parent. A family that a stay parts is
  /// split by two people and reunited afterwards.
  mutating func sendToHospital(_ id: PersonID) {
    guard let person = center.people[id], person.presence == .here, let item = center.cases[person.caseID],
      item.state == .waiting || item.state == .onHold
    else { return }
    let adults = center.members(of: item).filter { !$0.isChild && $0.id != id && $0.presence == .here }
    let companion = person.isChild ? adults.first?.id : nil
    var went = PeopleWentAway()
    went.people = [id] + (companion.map { [$0] } ?? [])
    guard state(.peopleWentAway(went), of: item.id, by: roster.nurse(clock), promptly: true) else { return }
    let stay = random.chance(0.8) ? random.hours(2.5...9) : random.hours(14...40)
    enter(.comeBack(id, with: companion), in: stay)
    guard !person.isChild, !adults.isEmpty, random.chance(0.6), item.kind == .familyUnit else { return }
    splitOff(id, from: item.id)
  }

  mutating func splitOff(_ person: PersonID, from id: CaseID) {
    let apart = center.nextCase
    guard
      act(
        .split(id, people: [person], reason: .medical, second: roster.supervisor(clock)), by: roster.nurse(clock))
    else { return }
    lastTold[id] = clock
    lastTold[apart] = clock
  }

  mutating func comeBack(_ id: PersonID, _ companion: PersonID?) {
    let people = ([id] + (companion.map { [$0] } ?? [])).filter {
      center.people[$0].map { $0.presence == .hospital || $0.presence == .court } ?? false
    }
    guard !people.isEmpty, let person = center.people[id] else { return }
    guard state(.peopleCameBack(PeopleOnly(people)), of: person.caseID, by: roster.nurse(clock)) else { return }
    if person.isUnfit(for: .travel, at: clock) { judge(id, fit: true, person.caseID, roster.nurse(clock)) }
    let apart = center.separations.first { $0.to == person.caseID }
    if let apart { later(apart.to, .reunite(with: apart.from), in: random.minutes(10...60)) }
    for stage in Stage.allCases { enter(.serve(stage), in: .minutes(2)) }
  }
}
