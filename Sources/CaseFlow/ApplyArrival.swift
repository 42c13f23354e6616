// Arriving, opening states, places, presence.

extension Center {
  mutating func open(_ opening: OpeningState) {
    // What was there before is older than every entry.
    cases.change = .min
    people.change = .min
    for party in opening.parties { parties.insert(party, at: party.id) }
    for var person in opening.people {
      // Whoever has a place and no history of places has been there since the arrival.
      if person.stays.isEmpty, let area = person.area { person.stay(in: area, person.arrivedAt) }
      people.insert(person, at: person.id)
    }
    for item in opening.cases {
      cases.insert(item, at: item.id)
      guard item.isOnRoll else { continue }
      enqueue(item)
      if let desk = item.desk { change(desk) { $0.serving = item.id } }
      for id in item.members {
        guard let person = people[id] else { continue }
        counts.carriedIn += 1
        count(person, by: 1)
      }
    }
    for desk in opening.desks { open(desk) }
    for change in opening.capacities {
      if let index = areas.firstIndex(where: { $0.code == change.area }) { areas[index].capacity = change.capacity }
    }
    if !opening.interpreters.isEmpty { interpreters = opening.interpreters }
    announcements = opening.announcements.map {
      Announcement(people: $0.people, expected: $0.expected, transport: $0.transport)
    }
    for (index, made) in opening.calls.enumerated() where index < calls.count { calls[index] = made }
    separations = opening.separations
    breaches = opening.breaches
    brokenClocks = opening.brokenClocks
    nextPerson = opening.nextPerson
    buses = opening.buses
    appointments = opening.appointments
    nextParty = opening.nextParty
    nextBus = opening.nextBus
    nextCase = opening.nextCase
    nextDeparture = opening.nextDeparture
    duties = opening.duties.sorted { $1.isAfter($0) }
    departures = opening.departures
    receivers = opening.receivers
    nextPromise = opening.nextPromise
    promises = opening.promises
    signatures = opening.signatures
    entries = opening.entries
    authors = entries.map(\.by)
  }

  mutating func arrive(_ e: PartyArrived, _ at: Instant, by: Code) {
    var party = Party()
    party.id = e.party
    party.arrivedAt = at
    party.enteredBy = by
    party.bookIn = e.bookIn
    party.bookInBy = e.bookIn == nil ? nil : by
    party.transport = e.transport
    party.bus = e.bus
    party.appointment = e.appointment
    party.cases = e.cases.map(\.caseID)
    parties.insert(party, at: e.party)
    for facts in e.cases {
      var item = Case()
      item.id = facts.caseID
      item.kind = facts.kind
      item.party = e.party
      item.members = e.members.filter { $0.caseID == facts.caseID }.map(\.person)
      item.language = facts.language
      item.secondLanguage = facts.secondLanguage
      item.nationality = facts.nationality
      item.arrivedAt = at
      item.joinedAt = at
      item.changedAt = at
      item.visits.reception.joinedAt = at
      if facts.kind == .unaccompaniedChild {
        item.child.claimedAt = at
        item.child.claimedBy = by
      }
      cases.insert(item, at: item.id)
      enqueue(item)
      nextCase = max(nextCase, item.id.next)
    }
    for member in e.members {
      var person = Person()
      person.id = member.person
      person.party = e.party
      person.caseID = member.caseID
      person.age = member.age
      person.band = member.band
      person.sex = member.sex
      person.tie = member.tie
      person.relation = member.relation
      person.needs = member.needs
      person.arrivedAt = at
      people.insert(person, at: person.id)
      nextPerson = max(nextPerson, person.id.next)
      counts.arrived += 1
      count(person, by: 1)
    }
    nextParty = max(nextParty, e.party.next)
    if let bus = e.bus { change(bus) { $0.entered += e.members.count } }
    if let code = e.appointment { meet(code, e.party) }
    if e.transport == .bus { match(e.members.count) }
  }

  /// Expects people, or no more as many of those who were expected then.
  mutating func announce(_ e: ArrivalAnnounced) {
    guard e.undone else {
      return announcements.append(Announcement(people: e.people, expected: e.expected, transport: e.transport))
    }
    guard let index = announcements.firstIndex(where: { $0.expected == e.expected && $0.transport == e.transport })
    else { return }
    announcements[index].people -= min(e.people, announcements[index].people)
    if announcements[index].people == 0 { announcements.remove(at: index) }
  }

  /// Takes people who came by bus off what was announced, the earliest bus first.
  private mutating func match(_ people: Int) {
    var left = people
    while left > 0, let index = announcements.firstIndex(where: { $0.transport == .bus }) {
      let matched = min(left, announcements[index].people)
      remember(announcements[index], matched)
      announcements[index].people -= matched
      left -= matched
      if announcements[index].people == 0 { announcements.remove(at: index) }
    }
  }

  /// Whoever takes the arrival back expects these people again.
  private mutating func remember(_ announcement: Announcement, _ people: Int) {
    guard let slot = authors.firstIndex(of: author) else { return }
    var matched = ArrivalAnnounced()
    matched.people = people
    matched.expected = announcement.expected
    matched.transport = announcement.transport
    entries[slot].announcements.append(matched)
  }

  mutating func place(_ e: CasePlaced, _ at: Instant) {
    guard let item = cases[e.caseID], item.isOnRoll else { return }
    for id in item.members {
      guard var person = people[id] else { continue }
      count(person, by: -1)
      person.area = e.area
      count(person, by: 1)
      people.update(id) {
        if $0.area != e.area { $0.stay(in: e.area, at) }
        $0.area = e.area
      }
    }
    if let area = area(e.area), !endangersChild(area, item) { endCoPlacement(of: e.caseID, at) }
  }

  mutating func move(_ ids: [PersonID], to presence: Presence, _ at: Instant) {
    for id in ids {
      guard var person = people[id], person.presence != .gone, presence != .gone else { continue }
      count(person, by: -1)
      person.presence = presence
      count(person, by: 1)
      people.update(id) {
        $0.presence = presence
        $0.movedAt = at
        $0.noteAbsence(at)
      }
    }
  }

  mutating func find(_ e: FindingRecorded, _ at: Instant) {
    guard let person = people[e.person] else { return }
    var found = FindingMade()
    found.finding = e.finding
    found.at = at
    people.update(e.person) {
      $0.findings.removeAll { $0.finding == e.finding }
      $0.findings.append(found)
    }
    guard e.finding.isolates else { return }
    // Whoever has a new finding after the last test is not clear by that test.
    cases.update(person.caseID) {
      if let tested = $0.isolation?.testedAt, at >= tested { $0.isolation?.clear = false }
    }
  }

  mutating func isolate(_ e: FindingOfCase, _ at: Instant, by: Code) {
    var isolation = Isolation()
    isolation.orderedAt = at
    isolation.by = by
    isolation.finding = e.finding
    cases.update(e.caseID) { $0.isolation = isolation }
  }

  /// Counts a person in or out of roll, site, places and areas; a person who is gone counts nowhere.
  mutating func count(_ person: Person, by sign: Int) {
    guard person.presence != .gone else { return }
    counts.onRoll += sign
    if person.presence == .here { counts.onSite += sign } else { counts.away += sign }
    if let area = person.area {
      if let index = areas.firstIndex(where: { $0.code == area }) { areas[index].occupied += sign }
    } else if person.presence == .here {
      counts.unplaced += sign
    }
  }

  mutating func endCoPlacement(of id: CaseID, _ at: Instant) {
    guard !breaches.isEmpty else { return }
    for index in breaches.indices
    where breaches[index].caseID == id && breaches[index].kind == .childWithUnrelatedAdults
      && breaches[index].ended == nil
    {
      breaches[index].ended = max(at, breaches[index].at)
    }
  }
}
