// The last entry of everyone who acts here, with what it changed as that was before: what `u` takes back.

/// The last entry of someone, and what it changed, as it was before.
///
/// An entry is what one author recorded in one act: neighboring records stamped at one instant. Only an entry that
/// stayed in the house is kept; what went out to others, such as an exit or a determination, is corrected instead.
package struct LastEntry: Described {
  package var by = Code.none
  /// The sequence number of its first record.
  package var wrongs = 0
  /// The sequence number of its last record.
  package var last = 0
  package var recorded = Instant()
  /// The party that it entered.
  package var party: PartyID?
  /// What was said of buses to come that the party was matched with.
  package var announcements: [ArrivalAnnounced] = []
  package var item: Case?
  package var people: [Person] = []
  package var desk: Desk?
  package var capacity: AreaCapacity?
  package var interpreters: InterpretersChanged?
  package var bus: Bus?
  /// The bus whose manifest it opened.
  package var opened: BusID?
  package init() {}

  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("by", &by)
    f.field("wrongs", &wrongs)
    f.field("last", &last)
    f.field("recorded", &recorded)
    f.field("party", &party)
    f.field("announcements", &announcements, most: Limit.partyPeople)
    f.field("case", &item)
    f.field("people", &people, most: Limit.partyPeople)
    f.field("desk", &desk)
    f.field("capacity", &capacity)
    f.field("interpreters", &interpreters)
    f.field("bus", &bus)
    f.field("opened", &opened)
  }

  /// Whether there is anything to take back.
  package var canBeUndone: Bool {
    party != nil || item != nil || !people.isEmpty || desk != nil || capacity != nil || interpreters != nil
      || bus != nil || opened != nil
  }

  /// Forgets what was before: the entry stands.
  mutating func close() {
    party = nil
    announcements.removeAll()
    item = nil
    people.removeAll(keepingCapacity: true)
    desk = nil
    capacity = nil
    interpreters = nil
    bus = nil
    opened = nil
  }
}

extension Limit {
  /// How long an entry can be taken back.
  package static let undo = Span.minutes(15)
  /// People whose last entries a center keeps.
  package static let authors = 100
}

extension Center {
  /// The last entry of someone, or nil.
  package func lastEntry(by author: Code) -> LastEntry? { entries.first { $0.by == author } }

  /// The cases that an entry touched.
  package func cases(of entry: LastEntry) -> [CaseID] {
    var ids = entry.party.flatMap { parties[$0]?.cases } ?? []
    for id in [entry.item?.id].compactMap(\.self) + entry.people.map(\.caseID) where !ids.contains(id) {
      ids.append(id)
    }
    return ids
  }

  /// Keeps what a record is about to change. In a fold it costs a copy of a case at most.
  mutating func keep(_ record: Record) {
    let continues = record.by == author && record.recorded == now
    author = record.by
    if case .entryUndone = record.event { return }
    guard !author.isNone else { return }
    let slot = slot(of: record.by)
    if continues {
      entries[slot].last = Int(record.seq)
      if !belongs(record.event, to: slot) { entries[slot].close() }
      return
    }
    entries[slot].close()
    entries[slot].wrongs = Int(record.seq)
    entries[slot].last = Int(record.seq)
    entries[slot].recorded = record.recorded
    keep(record.event, in: slot)
  }

  /// Where the last entry of an author is kept; the oldest makes room.
  private mutating func slot(of author: Code) -> Int {
    if let slot = authors.firstIndex(of: author) { return slot }
    var entry = LastEntry()
    entry.by = author
    if entries.count < Limit.authors {
      authors.append(author)
      entries.append(entry)
      return entries.count - 1
    }
    let oldest = entries.indices.min { entries[$0].last < entries[$1].last } ?? 0
    authors[oldest] = author
    entries[oldest] = entry
    return oldest
  }

  /// Whether an event goes with the one that began an entry.
  private func belongs(_ event: Event, to slot: Int) -> Bool {
    switch event {
    case .valueConfirmed: true
    case .detailsRecorded: entries[slot].party != nil
    case .casePlaced(let e): entries[slot].party != nil && cases[e.caseID]?.party == entries[slot].party
    default: false
    }
  }

  private mutating func keep(_ event: Event, in slot: Int) {
    switch event {
    case .partyArrived(let e): entries[slot].party = e.party
    case .casePlaced(let e):
      // A move that ended a co-placement is not taken back.
      guard !hasOpenCoPlacement(e.caseID) else { return }
      for id in cases[e.caseID]?.members ?? [] { keep(id, in: slot) }
    case .caseCalled(let e): keep(e.caseID, at: e.desk, in: slot)
    case .serviceStarted(let e), .serviceCompleted(let e): keep(e.caseID, at: e.desk, in: slot)
    case .caseHeld(let e): keep(e.caseID, at: cases[e.caseID]?.desk, in: slot)
    case .caseRecalled(let e): entries[slot].item = cases[e.caseID]
    case .caseResumed(let e): entries[slot].item = cases[e.caseID]
    case .caseExpedited(let e): entries[slot].item = cases[e.caseID]
    case .orientationGiven(let e), .consultationWaived(let e): entries[slot].item = cases[e.caseID]
    case .counselAnswered(let e): entries[slot].item = cases[e.caseID]
    case .planMade(let e): entries[slot].item = cases[e.caseID]
    case .releaseStepDone(let e): entries[slot].item = cases[e.caseID]
    case .releaseOffered(let e), .releaseAccepted(let e), .releaseRefused(let e):
      entries[slot].item = cases[e.caseID]
    case .returnStepDone(let e): entries[slot].item = cases[e.caseID]
    case .needsRecorded(let e): keep(e.person, in: slot)
    case .findingRecorded(let e):
      keep(e.person, in: slot)
      if e.finding.isolates { entries[slot].item = people[e.person].flatMap { cases[$0.caseID] } }
    case .careGiven(let e): for id in e.people { keep(id, in: slot) }
    case .peopleWentAway(let e): for id in e.people { keep(id, in: slot) }
    case .peopleCameBack(let e): for id in e.people { keep(id, in: slot) }
    case .deskOpened(let e): entries[slot].desk = desk(e.desk)
    case .deskClosed(let e): entries[slot].desk = desk(e.desk)
    default: keep(resource: event, in: slot)
    }
  }

  /// What the center has; nobody else's entry about the same can be taken back any more.
  private mutating func keep(resource event: Event, in slot: Int) {
    switch event {
    case .interpretersChanged(let e):
      standFast { $0.interpreters?.language == e.language }
      entries[slot].interpreters = interpreters.first { $0.language == e.language }
    case .capacityChanged(let e):
      standFast { $0.capacity?.area == e.area }
      entries[slot].capacity = area(e.area).map { AreaCapacity($0.code, $0.capacity) }
    case .busOpened(let e): entries[slot].opened = e.bus
    case .busCounted(let e):
      standFast { $0.bus?.id == e.bus || $0.opened == e.bus }
      entries[slot].bus = bus(e.bus)
    case .busClosed(let e):
      standFast { $0.bus?.id == e.bus || $0.opened == e.bus }
      entries[slot].bus = bus(e.bus)
    default: break
    }
  }

  private mutating func standFast(_ isAbout: (LastEntry) -> Bool) {
    for index in entries.indices where isAbout(entries[index]) { entries[index].close() }
  }

  private mutating func keep(_ id: CaseID, at desk: DeskID?, in slot: Int) {
    entries[slot].item = cases[id]
    entries[slot].desk = desk.flatMap(self.desk)
  }

  private mutating func keep(_ id: PersonID, in slot: Int) {
    if let person = people[id] { entries[slot].people.append(person) }
  }
}
