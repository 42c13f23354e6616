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
  /// The case that it changed.
  package var item: Case? {
    get { items.first }
    set { items = newValue.map { [$0] } ?? [] }
  }
  /// A list of one or none: an optional case would be copied whenever it is asked whether it is there.
  private var items: [Case] = []
  /// Where the case stood, when the entry moved it and changed nothing else; instead of `item`.
  var standing: FlowStanding?
  package var people: [Person] = []
  package var desk: Desk?
  package var capacity: AreaCapacity?
  package var interpreters: InterpretersChanged?
  package var bus: Bus?
  /// The bus whose manifest it opened.
  package var opened: BusID?
  /// The departure that it announced.
  package var announced: DepartureID?
  package var receiver: ReceiverNow?
  /// The duties of whomever it listed or took off duty.
  package var roster: RosterOf?
  /// Why it can no longer be taken back, where it could before.
  package var end: EntryEnd?
  package init() {}

  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("by", &by)
    f.field("wrongs", &wrongs)
    f.field("last", &last)
    f.field("recorded", &recorded)
    f.field("party", &party)
    f.field("announcements", &announcements, most: Limit.partyPeople)
    var item = self.item
    f.field("case", &item)
    self.item = item
    f.field("people", &people, most: Limit.partyPeople)
    f.field("desk", &desk)
    f.field("capacity", &capacity)
    f.field("interpreters", &interpreters)
    f.field("bus", &bus)
    f.field("opened", &opened)
    f.field("announced", &announced)
    f.field("receiver", &receiver)
    f.field("roster", &roster)
    f.field("end", &end)
  }

  /// Whether there is anything to take back.
  package var canBeUndone: Bool {
    party != nil || !items.isEmpty || standing != nil || !people.isEmpty || desk != nil || capacity != nil
      || interpreters != nil
      || bus != nil || opened != nil || announced != nil || receiver != nil || roster != nil
  }

  /// Forgets what was before: the entry stands.
  mutating func close() {
    party = nil
    standing = nil
    desk = nil
    opened = nil
    announced = nil
    if receiver != nil { receiver = nil }
    // Rarely there, and not for nothing to clear: this is asked once a record.
    if !items.isEmpty { items.removeAll() }
    if !people.isEmpty { people.removeAll(keepingCapacity: true) }
    if !announcements.isEmpty { announcements.removeAll() }
    if capacity != nil { capacity = nil }
    if interpreters != nil { interpreters = nil }
    if bus != nil { bus = nil }
    if roster != nil { roster = nil }
  }
}

/// Where a case stands in the flow: plain bits, which a fold copies at the price of a few words.
struct FlowStanding: Sendable {
  let id: CaseID
  private let step: Step
  private let state: ServiceState
  private let joinedAt: Instant
  private let changedAt: Instant
  private let desk: DeskID?
  private let recalls: Int
  private let hold: HoldReason?
  private let visits: Visits

  init(_ item: borrowing Case) {
    id = item.id
    step = item.step
    state = item.state
    joinedAt = item.joinedAt
    changedAt = item.changedAt
    desk = item.desk
    recalls = item.recalls
    hold = item.hold
    visits = item.visits
  }

  /// The case as it stood.
  func before(_ now: Case) -> Case {
    var item = now
    item.step = step
    item.state = state
    item.joinedAt = joinedAt
    item.changedAt = changedAt
    item.desk = desk
    item.recalls = recalls
    item.hold = hold
    item.visits = visits
    return item
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
  package func lastEntry(by author: Code) -> LastEntry? {
    guard let slot = authors.firstIndex(of: author) else { return nil }
    return told(entries[slot])
  }

  /// An entry with the case that it moved, as that stood before.
  func told(_ entry: LastEntry) -> LastEntry {
    var told = entry
    if let standing = entry.standing { told.item = cases[standing.id].map(standing.before) }
    told.standing = nil
    return told
  }

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
    entries[slot].end = nil
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
    case .casePlaced(let e): entries[slot].party != nil && cases.holds(e.caseID) { $0.party == entries[slot].party }
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
    case .caseHeld(let e): keep(e.caseID, at: deskOf(e.caseID), in: slot)
    case .caseRecalled(let e): keep(e.caseID, at: nil, in: slot)
    case .caseResumed(let e): keep(e.caseID, at: nil, in: slot)
    case .caseExpedited(let e): entries[slot].item = cases[e.caseID]
    case .orientationGiven(let e), .consultationWaived(let e): entries[slot].item = cases[e.caseID]
    case .counselAnswered(let e): entries[slot].item = cases[e.caseID]
    case .interviewBooked(let e): entries[slot].item = cases[e.caseID]
    case .interviewUnbooked(let e): entries[slot].item = cases[e.caseID]
    case .interpreterSought(let e): entries[slot].item = cases[e.caseID]
    case .planMade(let e): entries[slot].item = cases[e.caseID]
    case .stayExplained(let e): entries[slot].item = cases[e.caseID]
    // What raises a protection is not taken back by one person.
    case .ageDisputed(let e) where e.claim == .adult: keep(e.person, in: slot)
    case .releaseStepDone(let e): entries[slot].item = cases[e.caseID]
    case .releaseOffered(let e), .releaseAccepted(let e), .releaseRefused(let e):
      entries[slot].item = cases[e.caseID]
    case .returnStepDone(let e): entries[slot].item = cases[e.caseID]
    case .departureBoarded(let e), .departureUnboarded(let e): entries[slot].item = cases[e.caseID]
    case .followUpPlanned(let e): entries[slot].item = cases[e.caseID]
    case .followUpRecorded(let e): entries[slot].item = cases[e.caseID]
    case .transferRefused(let e): entries[slot].item = cases[e.caseID]
    case .pickupPlanned(let e): entries[slot].item = cases[e.caseID]
    case .consulateAnswered(let e): entries[slot].item = cases[e.caseID]
    case .returnStopped(let e):
      // Fear that was spoken of is not taken back: it is heard. Nor is what a child said, a court, or a clinician.
      guard e.reason != .fear, e.reason != .court, e.reason != .notFit, cases[e.caseID]?.isChildAlone == false else {
        return
      }
      entries[slot].item = cases[e.caseID]
      if let desk = deskOf(e.caseID) { keep(desk, in: slot) }
    case .needsRecorded(let e): keep(e.person, in: slot)
    case .findingRecorded(let e):
      keep(e.person, in: slot)
      if e.finding.isolates { entries[slot].item = people[e.person].flatMap { cases[$0.caseID] } }
    case .healthChecked(let e): keep(e.person, in: slot)
    case .fitnessJudged(let e): keep(e.person, in: slot)
    case .treatmentGiven(let e): keep(e.person, in: slot)
    case .referralAsked(let e), .referralSeen(let e): entries[slot].item = cases[e.caseID]
    case .referralClosed(let e): entries[slot].item = cases[e.caseID]
    case .careGiven(let e): for id in e.people { keep(id, in: slot) }
    case .peopleWentAway(let e): for id in e.people { keep(id, in: slot) }
    case .peopleCameBack(let e): for id in e.people { keep(id, in: slot) }
    case .deskOpened(let e): keep(e.desk, in: slot)
    case .deskClosed(let e): keep(e.desk, in: slot)
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
    case .departureOpened(let e): entries[slot].announced = e.departure
    case .placesHeld(let e): keep(receiver: e.receiver, in: slot)
    case .receiverChanged(let e): keep(receiver: e.receiver, in: slot)
    case .dutyListed(let e): keep(roster: e.staff, in: slot)
    case .dutyEnded(let e): keep(roster: e.staff, in: slot)
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

  private mutating func keep(receiver code: Code, in slot: Int) {
    standFast { $0.receiver?.receiver == code }
    var before = ReceiverNow()
    before.receiver = code
    entries[slot].receiver = receivers.first { $0.receiver == code } ?? before
  }

  private mutating func keep(roster staff: Code, in slot: Int) {
    standFast { $0.roster?.staff == staff }
    var roster = RosterOf()
    roster.staff = staff
    roster.duties = duties.filter { $0.staff == staff }
    entries[slot].roster = roster
  }

  private mutating func standFast(_ isAbout: (LastEntry) -> Bool) {
    for index in entries.indices where isAbout(entries[index]) {
      entries[index].close()
      entries[index].end = .overtaken
    }
  }

  private func deskOf(_ id: CaseID) -> DeskID? {
    guard let position = cases.position(of: id) else { return nil }
    return cases.items[position].desk
  }

  /// Where a case stands in the flow, and the desk that is to change with it.
  private mutating func keep(_ id: CaseID, at desk: DeskID?, in slot: Int) {
    guard let position = cases.position(of: id) else { return }
    entries[slot].standing = FlowStanding(cases.items[position])
    if let desk { keep(desk, in: slot) }
  }

  private mutating func keep(_ id: DeskID, in slot: Int) {
    guard let index = desks.firstIndex(where: { $0.id == id }) else { return }
    entries[slot].desk = desks[index]
  }

  private mutating func keep(_ id: PersonID, in slot: Int) {
    if let person = people[id] { entries[slot].people.append(person) }
  }
}
