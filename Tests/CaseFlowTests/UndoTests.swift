import CaseFlow
import Testing

@Suite("Taking back one's own last entry")
struct UndoTests {
  private let reception = DeskID(stage: .reception, number: 1)

  /// Everything that is, but for the number of the last record. Compared apart from the expectation: the bytes tell a
  /// reader of a failure nothing.
  private func state(_ life: Live) -> [UInt8] { Array(life.center.canonicalBytes(at: SmallCenter.noon).dropFirst(16)) }

  private func isSame(_ one: Live, _ other: Live) -> Bool { state(one) == state(other) }

  /// A man in service at reception, a family waiting behind him, a desk of health open.
  private func morning() throws -> (Live, man: CaseID, family: CaseID) {
    var life = Live()
    let man = try life.come(.adult())[0]
    life.pass(.minutes(1))
    let family = try life.family()
    life.pass(.minutes(1))
    _ = try life.open(.health)
    life.pass(.minutes(1))
    try life.seat(man, at: .reception)
    life.pass(.minutes(1))
    return (life, man, family)
  }

  /// Does something, takes it back a minute later, and expects everything as it was.
  private func andBack(_ life: inout Live, _ command: Command, by: Code? = nil) throws {
    let before = life
    try life.run(command, by: by)
    let type = life.records.last?.event.type ?? ""
    let changed = !isSame(life, before)
    #expect(changed, "\(type) changed nothing")
    life.pass(.minutes(1))
    let undo = try life.run(.undo, by: by)
    #expect(undo.map(\.type) == ["entryUndone"])
    let restored = isSame(life, before)
    #expect(restored, "\(type) left something behind")
    life.pass(.minutes(1))
  }

  @Test("gives back the state before the entry, whatever it was")
  func everything() throws {
    var (life, man, family) = try morning()
    let head = life.members(family)[0]
    try andBack(&life, .complete(man))
    try andBack(&life, .state(.caseHeld(CaseHeld(man, .documents))))
    try life.run(.complete(man))
    life.pass(.minutes(1))
    try andBack(&life, .callNext(reception))
    try life.run(.callNext(reception))
    life.pass(.minutes(1))
    try andBack(&life, .state(.caseRecalled(CaseAtDesk(family, reception))))
    try andBack(&life, .state(.serviceStarted(CaseAtDesk(family, reception))))
    try life.note(.caseHeld(CaseHeld(family, .rest)))
    life.pass(.minutes(1))
    try andBack(&life, .state(.caseResumed(CaseOnly(family))))
    var expedited = CaseExpedited()
    expedited.caseID = family
    try andBack(&life, .state(.caseExpedited(expedited)))
    var needs = NeedsRecorded()
    needs.person = head
    needs.needs = [Need(code: "SM-CC")].compactMap(\.self)
    try andBack(&life, .state(.needsRecorded(needs)))
    try andBack(&life, .state(.found(head, .lice)))
    try andBack(&life, .state(.found(head, .measles)))
    var care = CareGiven()
    care.people = life.members(family) + life.members(man)
    try andBack(&life, .state(.careGiven(care)))
    try andBack(&life, .state(.went([head], to: .hospital)))
    try life.note(.went([head], to: .court))
    life.pass(.minutes(1))
    try andBack(&life, .state(.peopleCameBack(PeopleOnly([head]))))
    try andBack(&life, .state(.oriented(family)))
    try andBack(&life, .place(man, in: Code("families"), override: Code("sup1")))
  }

  @Test("gives back desks, capacity, interpreters and buses")
  func resources() throws {
    var (life, _, _) = try morning()
    var opened = DeskOpened()
    opened.desk = DeskID(stage: .interview, number: 2)
    opened.staff = Code("ao2")
    opened.languages = [Code("mam")]
    try andBack(&life, .state(.deskOpened(opened)))
    try life.note(.deskOpened(opened))
    life.pass(.minutes(1))
    var closed = DeskClosed()
    closed.desk = opened.desk
    try andBack(&life, .state(.deskClosed(closed)))
    try andBack(&life, .state(.capacity(Code("men"), .staffed, 3)))
    try andBack(&life, .state(.interpreters(Code("mam"), 4, lines: 2)))
    try life.note(.busOpened(BusOpened()))
    life.pass(.minutes(1))
    var counted = BusCounted()
    counted.people = 12
    try andBack(&life, .state(.busCounted(counted)))
    var shut = BusClosed()
    shut.because = .miscounted
    try andBack(&life, .state(.busClosed(shut)))
  }

  @Test("gives back a plan and the steps of leaving")
  func leaving() throws {
    var life = Live()
    let man = try life.come(.adult())[0]
    try life.decide(man, .positive)
    try life.seat(man, at: .caseManagement)
    life.pass(.minutes(1))
    try andBack(&life, .state(.planned(man, .release)))
    try life.note(.planned(man, .release))
    life.pass(.minutes(1))
    try andBack(&life, .state(.step(man, ReleaseStep.address)))
    try andBack(&life, .state(.releaseOffered(ReceiverOfCase(man, Code("casa")))))
    try life.note(.releaseOffered(ReceiverOfCase(man, Code("casa"))))
    life.pass(.minutes(1))
    try andBack(&life, .state(.releaseAccepted(ReceiverOfCase(man, Code("casa")))))
    try andBack(&life, .state(.releaseRefused(ReceiverOfCase(man, Code("casa")))))
  }

  @Test("gives back manifests, receivers, follow-ups and answers")
  func outwards() throws {
    var life = Live()
    let man = try life.come(.adult())[0]
    try life.readyForRelease(man)
    life.pass(.minutes(1))
    try life.note(.announced(1, seats: 5, leaves: life.now + .hours(2)))
    life.pass(.minutes(1))
    try andBack(&life, .state(.boarded(man)))
    try life.note(.boarded(man))
    life.pass(.minutes(1))
    try andBack(&life, .state(.unboarded(man)))
    try andBack(&life, .state(.takes(Event.casa, 4)))
    try andBack(&life, .state(.held(Event.casa, 4, until: life.now + .hours(2))))
    try life.note(.takes(Event.casa, 9))
    life.pass(.minutes(1))
    try andBack(&life, .state(.takes(Event.casa, 0, isOpen: false)))
    // Somebody announced a bus in error: it is gone; once somebody is on it, it stays.
    try life.note(.announced(2, seats: 5, leaves: life.now + .hours(2)))
    life.pass(.minutes(1))
    try life.run(.undo)
    #expect(life.center.departures.map(\.id) == [DepartureID(number: 1)])
    try life.note(.left(1, 1))
    life.pass(.minutes(1))
    #expect(life.refuses(.undo) != nil)
    try andBack(&life, .state(.toFollow(man, .call, due: life.now + .days(2))))
    try life.note(.toFollow(man, .call, due: life.now + .days(2)))
    life.pass(.minutes(1))
    try andBack(&life, .state(.followed(man, .call, .reached)))
    let woman = try life.come(.adult(.female, 30))[0]
    try life.note(.transferAsked(TransferOfCase(woman, .hospital)))
    life.pass(.minutes(1))
    try andBack(&life, .state(.noPlace(woman, .hospital, .capacity)))
    try life.note(.transferAccepted(TransferOfCase(woman, .hospital)))
    life.pass(.minutes(1))
    try andBack(&life, .state(.pickup(woman, life.now + .hours(1))))
  }

  @Test("people entered in error leave the roll, their places and their bus; their numbers are not given again")
  func arrival() throws {
    var life = Live()
    var bus = BusOpened()
    bus.announced = 4
    try life.note(.busOpened(bus))
    var announced = ArrivalAnnounced()
    announced.people = 3
    announced.expected = life.now
    try life.note(.arrivalAnnounced(announced))
    var appointment = AppointmentListed()
    appointment.appointment = Code("A-17")
    try life.note(.appointmentListed(appointment))
    life.pass(.minutes(1))
    let before = life.center
    var arrival = Arrival()
    arrival.transport = .bus
    arrival.bus = BusID(number: 1)
    arrival.appointment = Code("A-17")
    arrival.members = [.adult(), .child(7, .ownChild), .child(12)]
    try life.run(.arrive(arrival))
    #expect(life.center.counts.onRoll == 3 && life.center.announcements.isEmpty)
    #expect(life.center.bus(BusID(number: 1))?.entered == 3)
    life.pass(.minutes(2))
    try life.run(.undo)
    let after = life.center
    #expect(after.counts.onRoll == 0 && after.counts.arrived == 0 && after.counts.areConserved)
    #expect(after.areas == before.areas && after.announcements == before.announcements)
    #expect(after.buses == before.buses && after.appointments == before.appointments)
    #expect(after.queue(of: .reception).isEmpty && after.stageFigures(.reception, at: life.now).waitingCases == 0)
    #expect(after.cases.items.allSatisfy { $0.exit == .enteredInError && !$0.isOnRoll })
    #expect(life.refuses(.state(.called(CaseID(number: 1), reception))) != nil)
    life.pass(.minutes(1))
    let again = try life.come(.adult())
    #expect(again == [CaseID(number: 3)] && life.members(again[0]) == [PersonID(number: 4)])
    #expect(try life.replayed().canonicalBytes(at: life.now) == life.center.canonicalBytes(at: life.now))
  }

  @Test("details and confirmations that were part of the arrival do not stand in the way; later details do")
  func details() throws {
    var life = Live()
    var details = DetailsRecorded()
    details.fields = [.familyName]
    details.seal = String(repeating: "a", count: 64)
    details.person = PersonID(number: 1)
    try life.come(.adult())
    try life.note(.valueConfirmed(ValueConfirmed.about(details.person)))
    try life.note(.detailsRecorded(details))
    var later = life
    life.pass(.minutes(1))
    try life.run(.undo)
    #expect(life.center.counts.onRoll == 0)
    later.pass(.minutes(1))
    try later.note(.detailsRecorded(details))
    #expect(
      later.refuses(.undo)
        == "Your last entry is of a kind that cannot be taken back. It stays on the record: enter what is true now.")
  }

  @Test("says which it is: taken back already, or changed by someone since")
  func whyNot() throws {
    var life = Live()
    try life.come(.adult())
    life.pass(.minutes(1))
    try life.run(.undo)
    life.pass(.minutes(1))
    #expect(life.refuses(.undo)?.hasPrefix("Your last entry is taken back already;") == true)
    try life.come(.adult())
    life.pass(.minutes(1))
    try life.run(.undo)
    #expect(life.center.counts.onRoll == 0, "a new entry can be taken back again")
    life.pass(.minutes(1))
    var change = InterpretersChanged()
    change.language = Code("spa")
    for author in ["op2", "op3"] {
      change.lines += 1
      try life.run(.state(.interpretersChanged(change)), by: Code(author))
      life.pass(.minutes(1))
    }
    #expect(
      life.refuses(.undo, by: Code("op2")) == "Someone has changed the same since your last entry. Correct it instead.")
    let replay = try life.replayed().canonicalBytes(at: life.now)
    #expect(replay == life.center.canonicalBytes(at: life.now))
  }

  @Test("refuses what others have built on, saying where")
  func builtOn() throws {
    var (life, man, family) = try morning()
    try life.run(.complete(man), by: Code("op2"))
    life.pass(.minutes(1))
    try life.run(.callNext(DeskID(stage: .health, number: 1)), by: Code("op3"))
    #expect(
      life.refuses(.undo, by: Code("op2")) == "Others have gone on with case 0001 since. Correct the entry instead.")
    life.pass(.minutes(1))
    try life.run(.callNext(reception), by: Code("op2"))
    life.pass(.minutes(1))
    try life.note(.went([life.members(family)[0]], to: .hospital), by: Code("op3"))
    // Going to hospital changes the people, not the call.
    try life.run(.undo, by: Code("op2"))
    #expect(life.item(family).state == .waiting)
    life.pass(.minutes(1))
    try life.note(.oriented(family), by: Code("op2"))
    life.pass(.minutes(1))
    try life.note(.caseHeld(CaseHeld(family, .rest)), by: Code("op3"))
    #expect(life.refuses(.undo, by: Code("op2"))?.contains("case 0002") == true)
  }

  @Test("refuses an arrival that was called, placed elsewhere or closed with its bus")
  func arrivalBuiltOn() throws {
    var life = Live()
    _ = try life.open(.reception)
    try life.note(.busOpened(BusOpened()))
    var arrival = Arrival()
    arrival.transport = .bus
    arrival.bus = BusID(number: 1)
    arrival.members = [.adult()]
    life.pass(.minutes(1))
    try life.run(.arrive(arrival), by: Code("op2"))
    life.pass(.minutes(1))
    var called = life
    try called.run(.callNext(reception))
    #expect(called.refuses(.undo, by: Code("op2"))?.contains("case 0001") == true)
    var placed = life
    try placed.run(.place(CaseID(number: 1), in: Code("men"), override: nil))
    #expect(placed.refuses(.undo, by: Code("op2"))?.contains("case 0001") == true)
    var closed = BusClosed()
    closed.because = nil
    try life.note(.busClosed(closed))
    #expect(life.refuses(.undo, by: Code("op2"))?.contains("manifest of bus 0001 is closed") == true)
  }

  @Test("refuses a desk, a staff member or a bus that went on")
  func resourcesBuiltOn() throws {
    var (life, man, _) = try morning()
    try life.run(.complete(man), by: Code("op2"))
    life.pass(.minutes(1))
    try life.run(.callNext(reception))
    #expect(life.refuses(.undo, by: Code("op2")) != nil)
    life.pass(.minutes(1))
    var closed = DeskClosed()
    closed.desk = DeskID(stage: .health, number: 1)
    try life.note(.deskClosed(closed), by: Code("op2"))
    life.pass(.minutes(1))
    var moved = DeskOpened()
    moved.desk = DeskID(stage: .health, number: 2)
    moved.staff = Code("st-1-1")
    try life.note(.deskOpened(moved))
    #expect(life.refusal(.undo, by: Code("op2")) == .desk)
    life.pass(.minutes(1))
    try life.note(.busOpened(BusOpened()), by: Code("op2"))
    life.pass(.minutes(1))
    var counted = BusCounted()
    counted.people = 5
    try life.note(.busCounted(counted))
    #expect(life.refusal(.undo, by: Code("op2")) == .order)
    try life.note(.capacity(Code("men"), .staffed, 4), by: Code("op2"))
    life.pass(.minutes(1))
    try life.note(.capacity(Code("men"), .staffed, 6))
    #expect(life.refusal(.undo, by: Code("op2")) == .order)
  }

  @Test("never puts anyone into a place that filled, beside children alone, or out of isolation")
  func places() throws {
    var life = Live()
    let man = try life.come(.adult())[0]
    try life.note(.capacity(Code("men"), .staffed, 1))
    life.pass(.minutes(1))
    try life.run(.place(man, in: Code("families"), override: Code("sup1")))
    life.pass(.minutes(1))
    let other = try life.come(.adult(), at: life.now)[0]
    #expect(life.area(life.members(other)[0]) == Code("men"))
    var full = life
    try full.run(.place(man, in: Code("women"), override: Code("sup1")), by: Code("op2"))
    full.pass(.minutes(1))
    try full.run(.undo, by: Code("op2"))
    #expect(full.area(full.members(man)[0]) == Code("families"))
    full.pass(.minutes(1))
    try full.run(.place(other, in: Code("families"), override: Code("sup1")), by: Code("op2"))
    full.pass(.minutes(1))
    try full.run(.place(man, in: Code("men"), override: nil), by: Code("op3"))
    #expect(full.refuses(.undo, by: Code("op2"))?.contains("Area men is full") == true)
    // The room that the last change of capacity made has been taken.
    full.pass(.minutes(1))
    try full.note(.capacity(Code("men"), .staffed, 2), by: Code("op2"))
    full.pass(.minutes(1))
    try full.run(.place(other, in: Code("men"), override: nil), by: Code("op3"))
    #expect(full.refuses(.undo, by: Code("op2"))?.contains("Area men is full") == true)
    try life.note(.isolated(man))
    life.pass(.minutes(1))
    #expect(life.area(life.members(man)[0]) == Code("isolation"))
    #expect(life.refusal(.undo) == .order, "an isolation is ended, not undone")
  }

  @Test("what went out to others is not undone; nobody undoes another's entry, an old one, or twice")
  func refused() throws {
    var life = Live()
    #expect(life.refuses(.undo) == "There is nothing of yours to undo here.")
    let man = try life.come(.adult())[0]
    life.pass(.minutes(1))
    #expect(life.refusal(.undo, by: Code("op2")) == .order)
    var wrong = EntryUndone()
    wrong.wrongs = 7
    #expect(life.verdict(.entryUndone(wrong))?.sentence == "There is nothing of yours to undo here.")
    var old = life
    old.pass(.minutes(15))
    #expect(old.refuses(.undo) == "Your last entry is older than 15 minutes. Correct it instead.")
    try old.come(.adult())
    old.pass(.minutes(1))
    try old.run(.undo)
    #expect(old.refusal(.undo) == .order)
    let child = try life.come(.child(9))[0]
    life.pass(.minutes(1))
    for event in [Event.childFound(child), .orrNotified(CaseOnly(child)), .departed(man, .withdrew)] {
      try life.note(event)
      #expect(life.refuses(.undo)?.contains("cannot be taken back") == true, "\(event.type)")
      life.pass(.minutes(1))
    }
  }

  @Test("an entry that is still the last can be undone in a journal that begins after it")
  func carriedOver() throws {
    var (life, man, _) = try morning()
    try life.run(.complete(man))
    let opening = life.center.openingState(exits: false, continues: true)
    #expect(opening.entries.map(\.by) == [Code("op1")])
    var next = Live()
    next.now = life.now
    let record = Record(
      seq: life.center.seq, at: life.now, recorded: life.now, by: Code("op9"), event: .stateAt(opening))
    #expect(next.center.objection(to: record) == nil)
    next.center.apply(record)
    next.pass(.minutes(1))
    try next.run(.undo)
    #expect(next.item(man).state == .inService && next.center.desk(reception)?.serving == man)
    for damage in [
      { (entry: inout LastEntry) in entry.item?.step = .leaving },
      {
        $0.item?.isolation = Isolation(); $0.item?.step = .exited
      },
      { $0.desk?.staff = nil }, { $0.last = Int(record.seq) + 1 }, { $0.by = .none }, { $0.party = PartyID(number: 1) },
      { $0.item?.members = [] }, { $0.people = [Person()] },
    ] {
      var broken = opening
      damage(&broken.entries[0])
      var damaged = record
      damaged.event = .stateAt(broken)
      #expect(Live().center.objection(to: damaged) != nil)
    }
  }

  @Test("in any random life, an entry taken back at once leaves nothing behind")
  func random() throws {
    var undone: [String: Int] = [:]
    for seed in UInt64(0)..<40 {
      var commands = RandomCommands(seed: 3_000 + seed)
      var life = Live()
      for _ in 0..<200 {
        life.pass(.minutes(commands.chance(0.05) ? 900 : 7))
        let command = commands.command(in: life.center)
        let by = commands.actor()
        let before = life
        guard (try? life.run(command, by: by)) != nil, let event = life.records.last?.event else { continue }
        var taken = life
        taken.pass(.minutes(1))
        guard (try? taken.run(.undo, by: by)) != nil else { continue }
        let first = life.records[before.records.count].event
        undone[first.type, default: 0] += 1
        if case .partyArrived = first {
          #expect(taken.center.counts == before.center.counts && taken.center.areas == before.center.areas)
          for stage in Stage.allCases { #expect(taken.center.queue(of: stage) == before.center.queue(of: stage)) }
        } else if case .busOpened = first {
          #expect(taken.center.buses == before.center.buses)
        } else if case .departureOpened = first {
          #expect(taken.center.departures == before.center.departures)
        } else if case .entryUndone = first {
          Issue.record("an undo was undone")
        } else {
          let restored = isSame(taken, before)
          #expect(restored, "seed \(seed): \(event.type)")
        }
        if commands.chance(0.1) { life = taken }
      }
    }
    #expect(undone.count > 15, "\(undone)")
  }
}

extension ValueConfirmed {
  static func about(_ person: PersonID) -> ValueConfirmed {
    var confirmed = ValueConfirmed()
    confirmed.person = person
    return confirmed
  }
}
