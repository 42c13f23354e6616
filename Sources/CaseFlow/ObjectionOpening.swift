// What may be wrong with an opening state: people who cannot have been there like this.

extension OpeningState {
  /// Why people cannot have been there like this, or nil.
  func fault(in center: Center, at: Instant) -> Refusal? {
    if let refusal = timeFault(at) ?? resourceFault(in: center) { return refusal }
    var seen = Roll<PersonID, Person>()
    for person in people {
      guard seen.canInsert(person.id), person.id < nextPerson else {
        return .brokenOpening("person \(person.id.label) stands twice or out of order")
      }
      seen.insert(person, at: person.id)
      if !Center.agree(person.age, person.band) { return .wrongBand(person.id) }
      if person.arrivedAt > at { return .brokenOpening("person \(person.id.label) arrived later") }
      if let refusal = person.truthFault { return refusal }
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
    if let refusal = center.scheduleFault(duties, cases, at) { return refusal }
    for person in people { if let refusal = person.healthFault(in: center) { return refusal } }
    if members != people.count { return .brokenOpening("some people belong to no case") }
    for breach in breaches where roll[breach.caseID] == nil { return .noCase(breach.caseID) }
    for broken in brokenClocks {
      guard let item = roll[broken.caseID] else { return .noCase(broken.caseID) }
      if let refusal = broken.fault(of: item, at: at) { return refusal }
    }
    for separation in separations {
      if separation.second.isNone { return .samePerson }
      if separation.from == separation.to { return .brokenOpening("a case is separated from itself") }
    }
    return nil
  }

  /// What an entry would bring back must be as possible as what is there: taking back opens no way round a guard.
  func entryFault(in center: Center, at: Instant, seq: Int64) -> Refusal? {
    var authors = Set<Code>()
    for entry in entries {
      guard !entry.by.isNone, authors.insert(entry.by).inserted, entry.wrongs <= entry.last, Int64(entry.last) <= seq,
        entry.recorded <= at, isAboutPeopleHere(entry)
      else { return .brokenOpening("the last entry of \(entry.by.text) cannot have been") }
      if let refusal = before(entry).fault(in: center, at: at) { return refusal }
    }
    return nil
  }

  /// Whether an entry changed only what is here, and entered only people who still wait to be received.
  private func isAboutPeopleHere(_ entry: LastEntry) -> Bool {
    if let item = entry.item,
      !cases.contains(where: { $0.id == item.id && $0.members == item.members && $0.isOnRoll == item.isOnRoll })
    {
      return false
    }
    for person in entry.people
    where !people.contains(where: { $0.id == person.id && $0.caseID == person.caseID && $0.presence != .gone }) {
      return false
    }
    guard let party = entry.party else { return true }
    return cases.allSatisfy { $0.party != party || $0.step == .reception && $0.state == .waiting }
  }

  /// Puts a case on the manifest that it names and on no other: taking back that it was boarded takes it off. Where it has
  /// no seat any more it cannot be put back, and waits.
  private mutating func reboard(_ index: Int) {
    let item = cases[index]
    cases[index].departure = nil
    for place in departures.indices where departures[place].leftAt == nil {
      departures[place].cases.removeAll { $0 == item.id }
      guard departures[place].id == item.departure else { continue }
      let others = cases.filter { departures[place].cases.contains($0.id) }.reduce(0) { $0 + $1.members.count }
      guard others + item.members.count <= departures[place].seats else { continue }
      departures[place].cases.append(item.id)
      cases[index].departure = item.departure
    }
  }

  /// The state as it was before an entry.
  private func before(_ entry: LastEntry) -> OpeningState {
    var earlier = self
    earlier.entries = []
    if let item = entry.item, let index = cases.firstIndex(where: { $0.id == item.id }) {
      earlier.cases[index] = item
      earlier.reboard(index)
    }
    for person in entry.people {
      if let index = people.firstIndex(where: { $0.id == person.id }) { earlier.people[index] = person }
    }
    if let roster = entry.roster {
      earlier.duties.removeAll { $0.staff == roster.staff }
      earlier.duties += roster.duties
    }
    if let capacity = entry.capacity { earlier.capacities.append(capacity) }
    guard let desk = entry.desk else { return earlier }
    earlier.desks.removeAll { $0.desk == desk.id }
    var opened = DeskOpened()
    opened.desk = desk.id
    opened.staff = desk.staff ?? .none
    opened.languages = desk.languages
    if desk.isOpen { earlier.desks.append(opened) }
    return earlier
  }

  /// Nothing that is told of the people already there lies after the opening, but for what is expected.
  private func timeFault(_ at: Instant) -> Refusal? {
    var times = TimesTold()
    var told = self
    // Who is expected is expected later.
    told.announcements = []
    told.appointments = []
    told.duties = []
    for index in told.cases.indices where told.cases[index].booking != nil { told.cases[index].booking = nil }
    for index in told.entries.indices where told.entries[index].item?.booking != nil {
      told.entries[index].item?.booking = nil
    }
    told.describe(&times)
    if times.earliest < .earliest { return .tooEarly }
    return times.latest > at ? .brokenOpening("something in it happened after it") : nil
  }

  private func resourceFault(in center: Center) -> Refusal? {
    var open = Set<DeskID>()
    var staff = Set<Code>()
    for desk in desks {
      if center.desk(desk.desk) == nil { return .noDesk(desk.desk) }
      if !open.insert(desk.desk).inserted { return .opened(desk.desk) }
      if !staff.insert(desk.staff).inserted { return .staffElsewhere(desk.staff, desk.desk) }
    }
    for item in cases {
      if let desk = item.desk, center.desk(desk) != nil, !open.contains(desk) { return .closed(desk) }
    }
    if let refusal = manifestFault ?? departureFault(in: center) ?? receiverFault(in: center) { return refusal }
    if announcements.contains(where: { $0.undone || !(1...10_000).contains($0.people) }) { return .nobody }
    for capacity in capacities {
      if center.area(capacity.area) == nil { return .noArea(capacity.area) }
      for part in CapacityPart.allCases where !(0...Limit.places).contains(capacity.capacity[part]) {
        return .impossiblePlaces
      }
    }
    return nil
  }

  private var manifestFault: Refusal? {
    var buses = Set<BusID>()
    let crowd = 0...Limit.partyPeople
    for bus in self.buses {
      guard bus.id < nextBus, buses.insert(bus.id).inserted, crowd ~= bus.announced ?? 0, crowd ~= bus.counted ?? 0,
        crowd ~= bus.entered
      else { return .brokenOpening("bus \(bus.id.label) stands twice, out of order, or with an impossible count") }
    }
    var listed = Set<Code>()
    for appointment in appointments {
      guard !appointment.id.isNone, listed.insert(appointment.id).inserted, 1...Limit.partyPeople ~= appointment.people
      else { return .brokenOpening("appointment \(appointment.id.text) stands twice or for nobody") }
    }
    return nil
  }

  private func fault(
    of item: Case, _ people: Roll<PersonID, Person>, _ parties: Roll<PartyID, Party>, _ center: Center, _ at: Instant
  ) -> Refusal? {
    let members = item.members.compactMap { people[$0] }
    guard members.count == item.members.count, !members.isEmpty, Set(item.members).count == members.count,
      members.allSatisfy({ $0.caseID == item.id && parties[$0.party] != nil }), parties[item.party] != nil
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
    if !item.isChildAlone {
      for code in members.compactMap(\.area) {
        if let area = center.area(code), area.kind == .children { return .adultWithChildren(item, area) }
      }
    }
    guard (item.desk != nil) == (item.state == .called || item.state == .inService) else {
      return .brokenOpening("case \(item.id.label) is served nowhere, or waits at a desk")
    }
    return item.referralFault ?? item.pastFault(of: members, in: center, at: at)
  }
}

/// The first and the last time among all fields of a value.
struct TimesTold: FieldVisitor {
  var earliest = Instant.latest
  var latest = Instant.earliest

  /// Fields that tell of what is to come.
  private static let coming = ["leaves", "due", "pickup", "heldUntil", "from", "until", "expected"]

  private mutating func see(_ name: StaticString, _ token: Token) {
    guard case .time(let time) = token else { return }
    earliest = min(earliest, time)
    if time > latest, !Self.coming.contains("\(name)") { latest = time }
  }

  mutating func field<S: Scalar>(_ name: StaticString, _ value: inout S) { see(name, value.token) }
  mutating func field<S: Scalar & Equatable>(_ name: StaticString, _ value: inout S, usual: S) {
    see(name, value.token)
  }
  mutating func field<S: Scalar>(_ name: StaticString, _ value: inout S?) { if let value { see(name, value.token) } }
  mutating func field<S: Scalar>(_ name: StaticString, _ value: inout [S], most: Int) {
    for item in value { see(name, item.token) }
  }
  mutating func field<T: Described>(_ name: StaticString, _ value: inout T) { value.describe(&self) }
  mutating func field<T: Described>(_ name: StaticString, _ value: inout T?) { value?.describe(&self) }
  mutating func field<T: Described>(_ name: StaticString, _ value: inout [T], most: Int) {
    for index in value.indices { value[index].describe(&self) }
  }
}
