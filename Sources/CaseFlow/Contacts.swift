// Whom the people of a case have been with: in the same area at the same time, on one bus, in one party.

/// A case that people of another one have been with.
package struct Contact: Hashable, Sendable {
  package var caseID: CaseID
  /// The area in which they were together longest, or nil where only a journey links them.
  package var area: Code?
  /// The longest time two of them spent there together.
  package var together = Span.zero
  /// Since when they had been together, as far as it counts.
  package var since: Instant
  package var bus: BusID?
  /// Whether they arrived as one party.
  package var isSameParty = false
}

extension Finding {
  /// How long before it was found a contact counts: the longest incubation, in days; scabies and lice by the weeks in
  /// which they show.
  package var contactWindow: Span {
    switch self {
    case .varicella, .measles: .days(21)
    case .influenzaLike, .lice: .days(7)
    case .tbRuleOut: .days(90)
    case .scabies: .days(42)
    case .erReferral: .zero
    }
  }
}

extension Center {
  /// From when on contacts of a case count: by its findings, each with its window; without any, for 90 days.
  package func contactsCount(from item: Case, at: Instant) -> Instant {
    var starts = members(of: item).flatMap(\.findings).map { $0.at - $0.finding.contactWindow }
    if let isolation = item.isolation { starts.append(isolation.orderedAt - isolation.finding.contactWindow) }
    return starts.min() ?? at - Finding.tbRuleOut.contactWindow
  }

  /// The cases that people of a case have been with since a time, up to another one: those together longest first.
  ///
  /// Linear in the people of the roll and their stays. The single rooms of isolation make no contact.
  package func contacts(of item: Case, from start: Instant, until end: Instant) -> [Contact] {
    let meeting = Meeting(of: item, in: self, from: start, until: end)
    var found: [CaseID: Contact] = [:]
    for index in people.items.indices {
      let other = people.items[index]
      guard other.caseID != item.id, let contact = meeting.contact(with: other, in: self) else { continue }
      found[other.caseID] = found[other.caseID].map { $0.joined(with: contact) } ?? contact
    }
    return found.values.sorted { ($1.together, $0.since, $0.caseID) < ($0.together, $1.since, $1.caseID) }
  }

  /// Whether people of two cases have been together in a time.
  func areContacts(_ item: Case, _ other: Case, from start: Instant, until end: Instant) -> Bool {
    let meeting = Meeting(of: item, in: self, from: start, until: end)
    return other.members.contains { people[$0].flatMap { meeting.contact(with: $0, in: self) } != nil }
  }
}

extension Contact {
  /// What two people of the same case add up to.
  fileprivate func joined(with other: Contact) -> Contact {
    var longest = other.together > together ? other : self
    longest.since = min(since, other.since)
    longest.bus = bus ?? other.bus
    longest.isSameParty = isSameParty || other.isSameParty
    return longest
  }
}

/// Where the people of a case were in a time, to be asked of everyone else.
private struct Meeting {
  let start: Instant
  let end: Instant
  private var stays: [Code: [Stay]] = [:]
  private var parties: Set<PartyID> = []
  private var buses: Set<BusID> = []

  init(of item: Case, in center: Center, from start: Instant, until end: Instant) {
    self.start = start
    self.end = end
    let rooms = Set(center.areas.filter { $0.kind == .isolation }.map(\.code))
    for person in center.members(of: item) {
      parties.insert(person.party)
      if let party = center.parties[person.party], let bus = party.bus, party.arrivedAt >= start { buses.insert(bus) }
      for stay in person.stays where !rooms.contains(stay.area) && overlap(stay) != nil {
        if !(stays[stay.area]?.contains(stay) ?? false) { stays[stay.area, default: []].append(stay) }
      }
    }
  }

  func contact(with other: Person, in center: Center) -> Contact? {
    var contact = Contact(caseID: other.caseID, since: .latest)
    for stay in other.stays {
      for own in stays[stay.area] ?? [] {
        guard let both = overlap(stay, own) else { continue }
        contact.since = min(contact.since, both.from)
        guard both.until - both.from >= contact.together else { continue }
        contact.together = both.until - both.from
        contact.area = stay.area
      }
    }
    let party = center.parties[other.party]
    if let party, let bus = party.bus, buses.contains(bus) {
      contact.bus = bus
      contact.since = min(contact.since, party.arrivedAt)
    }
    if let party, parties.contains(other.party), party.arrivedAt >= start {
      contact.isSameParty = true
      contact.since = min(contact.since, party.arrivedAt)
    }
    return contact.since == .latest ? nil : contact
  }

  /// What of a stay lies within the time, and within another stay; nil when nothing does.
  private func overlap(_ stay: Stay, _ other: Stay? = nil) -> (from: Instant, until: Instant)? {
    let from = max(stay.from, other?.from ?? start, start)
    let until = min(stay.until ?? end, other?.until ?? end, end)
    return from < until ? (from, until) : nil
  }
}
