// Taking back: what the last entry of someone changed is as it was before.

extension Center {
  mutating func undo(_ e: EntryUndone, _ at: Instant, by: Code) {
    guard let slot = authors.firstIndex(of: by) else { return }
    let entry = told(entries[slot])
    guard entry.wrongs == e.wrongs, entry.canBeUndone else { return }
    entries[slot].close()
    entries[slot].end = .undone
    undone = entry
    if let party = entry.party { takeBack(party, entry.announcements, at) }
    if let item = entry.item { restore(item) }
    for person in entry.people { restore(person) }
    if let desk = entry.desk { change(desk.id) { $0 = desk } }
    if let capacity = entry.capacity, let index = areas.firstIndex(where: { $0.code == capacity.area }) {
      areas[index].capacity = capacity.capacity
    }
    if let duty = entry.interpreters, let index = interpreters.firstIndex(where: { $0.language == duty.language }) {
      interpreters[index] = duty
    }
    if let bus = entry.bus {
      change(bus.id) {
        $0.counted = bus.counted
        $0.closedAt = bus.closedAt
      }
    }
    if let roster = entry.roster {
      duties.removeAll { $0.staff == roster.staff }
      for duty in roster.duties { list(duty) }
    }
    if let opened = entry.opened { buses.removeAll { $0.id == opened } }
    if let announced = entry.announced { departures.removeAll { $0.id == announced } }
    if let receiver = entry.receiver { restore(receiver) }
  }

  /// People who were entered in error: they never arrived. Their numbers are not given again, so that whoever reads
  /// one of them in the history finds what became of it.
  private mutating func takeBack(_ id: PartyID, _ announced: [ArrivalAnnounced], _ at: Instant) {
    guard let party = parties[id] else { return }
    var taken = 0
    for case let item? in party.cases.map({ cases[$0] }) {
      move(item.id, to: .exited, at)
      cases.update(item.id) {
        $0.exit = .enteredInError
        $0.exitedAt = at
        $0.visits = Visits()
      }
      for case let person? in item.members.map({ people[$0] }) {
        count(person, by: -1)
        people.update(person.id) {
          $0.presence = .gone
          $0.area = nil
          $0.stays = []
        }
        taken += 1
      }
    }
    counts.arrived -= taken
    if let bus = party.bus { change(bus) { $0.entered -= taken } }
    if let code = party.appointment, let index = appointments.firstIndex(where: { $0.id == code }) {
      appointments[index].party = nil
    }
    for bus in announced.reversed() { expectAgain(bus) }
  }

  private mutating func expectAgain(_ bus: ArrivalAnnounced) {
    let same = announcements.firstIndex { $0.transport == bus.transport && $0.expected == bus.expected }
    if let same {
      announcements[same].people += bus.people
    } else {
      announcements.insert(
        Announcement(people: bus.people, expected: bus.expected, transport: bus.transport), at: 0)
    }
  }

  private mutating func restore(_ item: Case) {
    guard let now = cases[item.id] else { return }
    if now.state == .called, item.state == .waiting, let stage = now.stage { calls[stage.index] -= 1 }
    if now.departure != item.departure { leaveManifest(item.id) }
    unqueue(now)
    cases.update(item.id) { $0 = item }
    enqueue(item)
    if let back = item.departure, back != now.departure { seat(item.id, on: back) }
  }

  /// A receiver of which nothing was said before is as the center file says.
  private mutating func restore(_ before: ReceiverNow) {
    var unsaid = ReceiverNow()
    unsaid.receiver = before.receiver
    if let index = receivers.firstIndex(where: { $0.receiver == before.receiver }) {
      if before == unsaid { receivers.remove(at: index) } else { receivers[index] = before }
    } else if before != unsaid {
      keep(before)
    }
  }

  private mutating func restore(_ person: Person) {
    guard let now = people[person.id] else { return }
    count(now, by: -1)
    people.update(person.id) { $0 = person }
    count(person, by: 1)
  }
}
