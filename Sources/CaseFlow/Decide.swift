// Decide: what a command does now, as events, or why it may not be done. Pure.

extension Center {
  /// The events of a command, each admitted by `objection(to:)` in turn; nothing is done half.
  package func decide(_ command: Command, _ moment: Moment) throws(Refusal) -> [Event] {
    switch command {
    case .arrive(let arrival): return try decide(arrival, moment)
    case .place(let id, let area, let override):
      guard let item = cases[id] else { throw .noCase(id) }
      var taken: [Code: Int] = [:]
      guard let code = area ?? roomFor(item, &taken) else { throw .noPlace(item) }
      return try admitted([.casePlaced(CasePlaced(id, in: code, override: override))], moment)
    case .callNext(let desk):
      guard let open = self.desk(desk) else { throw .noDesk(desk) }
      if !open.isOpen { throw .closed(desk) }
      if let other = open.serving { throw .busy(desk, other) }
      guard let next = next(at: desk, at: moment.at) else { throw .nobodyWaiting(desk.stage) }
      var call = CaseCalled()
      call.caseID = next.id
      call.desk = desk
      call.reason = next.reason
      return try admitted([.caseCalled(call)], moment)
    case .complete(let id):
      guard let item = cases[id] else { throw .noCase(id) }
      guard item.state == .inService, let desk = item.desk else { throw .notInService(item) }
      let events = try admitted([.serviceCompleted(CaseAtDesk(id, desk))], moment)
      // Asked of the desk, not of a record: what was found is judged by health, and may be known to be over.
      if desk.stage == .health, let person = toIsolate(item) { throw .notIsolated(person) }
      return events
    case .split(let id, let people, let reason, let second):
      var split = FamilySplit()
      split.caseID = id
      split.people = people
      split.newCase = nextCase
      split.reason = reason
      split.second = second
      return try withPlaces(after: .familySplit(split), of: [id, nextCase], moment)
    case .correct(let correction): return try decide(correction, moment)
    case .undo: return try decideUndo(moment)
    case .state(let event): return try decide(stating: event, moment)
    case .stateAll(let events): return try inTurn(events, moment)
    }
  }

  /// Several events as one entry, each admitted after those before it.
  func inTurn(_ events: [Event], _ moment: Moment) throws(Refusal) -> [Event] {
    var after = self
    for event in events {
      let record = Record(
        seq: after.seq + 1, at: moment.at, recorded: moment.recorded, by: moment.by, desk: moment.desk, event: event)
      if let refusal = after.objection(to: record) { throw refusal }
      try after.askIsolation(before: event)
      after.apply(record)
    }
    return events
  }

  private func decide(stating event: Event, _ moment: Moment) throws(Refusal) -> [Event] {
    switch event {
    case .caseRecalled(let e):
      // A call that nobody answers ends as a hold; the case keeps its turn.
      let isOut =
        cases[e.caseID].map { $0.state == .called && $0.desk == e.desk && $0.recalls >= rules.recalls } ?? false
      return try admitted([isOut ? .caseHeld(CaseHeld(e.caseID, .noShow)) : event], moment)
    case .isolationOrdered(let e): return try withPlaces(after: event, of: [e.caseID], moment)
    case .isolationEnded(let e): return try withPlaces(after: event, of: [e.caseID], moment)
    case .familyReunited(let e): return try decide(reuniting: e, moment)
    case .ageDisputed(let e):
      return try withPlaces(after: event, of: people[e.person].map { [$0.caseID] } ?? [], moment)
    case .tieStated(let e):
      return try withPlaces(after: event, of: people[e.adult].map { [$0.caseID] } ?? [], moment)
    case .referralSeen(let e):
      try askServing(e.to, moment)
      return try admitted([event], moment)
    case .referralClosed(let e):
      try askServing(e.to, moment)
      return try admitted([event], moment)
    case .releaseOffered(let e), .releaseAccepted(let e), .releaseRefused(let e):
      // A receiver's own word: nobody decides otherwise, so nobody is recorded to have.
      if e.override != nil { throw .nothingToOverride }
      return try admitted([event], moment)
    case .transferAsked(let e):
      // Asked again by mistake, the answer to the first request would lie before the asking.
      if let item = cases[e.caseID], item.transfer.destination == e.to { throw .done(item) }
      return try admitted([event], moment)
    case .caseReleased(let e): return try decide(releasing: e, moment)
    case .caseDeparted(let e): return try decide(departing: e, moment)
    case .departureLeft(let e): return try decide(leaving: e, moment)
    case .busClosed(let e):
      if let bus = bus(e.bus), moment.at < bus.openedAt { throw .beforeBus(e.bus) }
      return try admitted([event], moment)
    case .breachRecorded(let e) where e.kind == .clock && e.clock == nil: throw .unnamedClock
    case .recordOpened(let e) where e.what == .medical && !roles(of: moment.by, at: moment.recorded).readsMedical:
      throw .notOfHealth
    case .departureArrived(let e): return try decide(arriving: e, moment)
    case .shiftSigned(let e) where e.side == .incoming:
      // Whoever takes over is in charge from that moment: a center is never without somebody.
      return try admitted([event, .chargeTaken(CrisisAnswered(moment.by))], moment)
    default: return try admitted([event], moment)
    }
  }

  private func decide(_ correction: FactCorrected, _ moment: Moment) throws(Refusal) -> [Event] {
    var fact = correction
    guard let id = fact.person, let person = people[id], let item = cases[person.caseID] else {
      return try admitted([.factCorrected(fact)], moment)
    }
    if let age = fact.age, fact.band == nil { fact.band = age.count < 18 ? .child : .adult }
    let kind = kindAfter(fact)
    fact.kind = kind == item.kind ? nil : kind
    if fact.kind == nil && fact.sex == nil { return try admitted([.factCorrected(fact)], moment) }
    var events = try withPlaces(after: .factCorrected(fact), of: [item.id], moment)
    let beside =
      fact.kind != nil
      && item.members.compactMap { people[$0]?.area }.contains { code in
        guard let area = area(code) else { return false }
        var alone = item
        alone.kind = kind
        return endangersChild(area, alone)
      }
    // It has happened already: the child was beside adults. The ledger says so before the place changes.
    if beside {
      events.insert(.breachRecorded(BreachRecorded(item.id, .childWithUnrelatedAdults, .ageStatedLater)), at: 1)
    }
    return events
  }

  /// People who were apart are given back to one another by two people: who belongs to whom is not for one to say.
  private func decide(reuniting e: FamilyReunited, _ moment: Moment) throws(Refusal) -> [Event] {
    let events = try withPlaces(after: .familyReunited(e), of: [e.with], moment)
    if e.second.isNone { throw .samePerson }
    return events
  }

  /// The event, followed by places for those of the cases that need others after it and for whom there is room.
  private func withPlaces(after event: Event, of ids: [CaseID], _ moment: Moment) throws(Refusal) -> [Event] {
    var events = try admitted([event], moment)
    var after = self
    after.apply(Record(seq: seq + 1, at: moment.at, recorded: moment.recorded, by: moment.by, event: event))
    var taken: [Code: Int] = [:]
    for id in ids {
      guard let item = after.cases[id], item.isOnRoll else { continue }
      let fits = after.members(of: item).allSatisfy { person in
        person.area.flatMap(after.area).map { after.suits($0, item) } ?? false
      }
      guard !fits, let code = after.roomFor(item, &taken) else { continue }
      // Entered late, the event may lie before where they live now: then they wait, visibly, for another place.
      let place = Event.casePlaced(CasePlaced(id, in: code))
      let record = Record(
        seq: after.seq + 1, at: moment.at, recorded: moment.recorded, by: moment.by, desk: moment.desk, event: place)
      if after.objection(to: record) == nil { events.append(place) }
    }
    return events
  }

  private func decide(_ arrival: Arrival, _ moment: Moment) throws(Refusal) -> [Event] {
    let arrived = try formed(
      arrival.completed(arrival.bus.flatMap(bus), arrival.appointment.flatMap(appointment)))
    var events = try admitted([.partyArrived(arrived)], moment)
    var after = self
    after.apply(Record(seq: seq + 1, at: moment.at, recorded: moment.recorded, by: moment.by, event: events[0]))
    var taken: [Code: Int] = [:]
    for facts in arrived.cases {
      guard let item = after.cases[facts.caseID] else { continue }
      if let code = after.roomFor(item, &taken) { events.append(.casePlaced(CasePlaced(item.id, in: code))) }
    }
    return events
  }

  /// Numbers people and forms cases: a parent or guardian with own children is a family unit, every other
  /// adult a case, every other child a case of its own; children of a child stay with it.
  private func formed(_ arrival: Arrival) throws(Refusal) -> PartyArrived {
    guard arrival.members.count <= Limit.partyPeople else { throw .crowd }
    var e = PartyArrived()
    e.party = nextParty
    e.transport = arrival.transport
    e.bookIn = arrival.bookIn
    e.bus = arrival.bus
    e.appointment = arrival.appointment
    var person = nextPerson
    var nextID = nextCase
    var familyCase: CaseID?
    let hasOwnChildren = arrival.members.contains { $0.band == .child && $0.tie == .ownChild }
    let hasHead = arrival.members.contains { $0.tie == .head || $0.tie == .partner }
    for member in arrival.members {
      var facts = MemberFacts()
      facts.person = person
      person = person.next
      facts.age = member.age
      facts.band = member.band
      facts.sex = member.sex
      facts.tie = member.tie
      facts.relation = member.relation
      facts.needs = member.needs
      let isParent = member.tie == .head || member.tie == .partner
      let isOwnChild = member.band == .child && member.tie == .ownChild
      if hasOwnChildren && hasHead && (isParent || isOwnChild) {
        if familyCase == nil {
          familyCase = nextID
          nextID = nextID.next
        }
        facts.caseID = familyCase ?? nextID
      } else {
        facts.caseID = nextID
        nextID = nextID.next
      }
      e.members.append(facts)
    }
    var id = nextCase
    while id < nextID {
      var facts = CaseFacts()
      facts.caseID = id
      facts.kind = Center.kind(of: e.members.filter { $0.caseID == id }.map(Center.person))
      facts.language = arrival.language
      facts.secondLanguage = arrival.secondLanguage
      facts.nationality = arrival.nationality
      e.cases.append(facts)
      id = id.next
    }
    return e
  }

  private static func person(_ facts: MemberFacts) -> Person {
    var person = Person()
    person.band = facts.band
    return person
  }

  /// Whether a place waits for somebody to ask: an adult alone, not isolated, whose sex nobody has stated.
  package func isSexUnasked(_ item: Case) -> Bool {
    item.kind == .singleAdult && item.isolation == nil && members(of: item).contains { $0.sex == .x }
  }

  /// The first area that suits a case and has room for all its members, in the order of the center file.
  ///
  /// An adult whose sex nobody has stated is given no place among men or women unasked: they stay unplaced, which
  /// alarms, until somebody has spoken with them.
  func roomFor(_ item: Case, _ taken: inout [Code: Int]) -> Code? {
    if isSexUnasked(item) { return nil }
    // Whoever may not share a room goes to a single one or nowhere.
    let isApart = mustBeApart(item)
    for area in areas where suits(area, item) && (!isApart || area.kind == .isolation) {
      let there = members(of: item).count { $0.area == area.code }
      let used = taken[area.code] ?? 0
      if area.free - used >= item.members.count - there {
        taken[area.code] = used + item.members.count - there
        return area.code
      }
    }
    return nil
  }

  func admitted(_ events: [Event], _ moment: Moment) throws(Refusal) -> [Event] {
    let record = Record(
      seq: seq + 1, at: moment.at, recorded: moment.recorded, by: moment.by, desk: moment.desk, event: events[0])
    if let refusal = objection(to: record) { throw refusal }
    try askIsolation(before: events[0])
    return events
  }

  /// Nobody whose finding asks for isolation sets out beside others before they were isolated, or treated; to stay where
  /// they are, or to be given a place, is no journey. Asked of who enters it now, as at the end of a screening, and of no
  /// record.
  private func askIsolation(before event: Event) throws(Refusal) {
    var leaving = event.journey.map { [$0] } ?? []
    switch event {
    case .caseDeparted(let e) where e.reason == .withdrew: leaving = [e.caseID]
    case .peopleWentAway(let e) where e.to != .hospital: leaving = e.people.compactMap { people[$0]?.caseID }
    default: break
    }
    for id in leaving {
      if let item = cases[id], let person = toIsolate(item) { throw .notIsolated(person) }
    }
  }
}
