import CaseFlow
import Testing

@Suite("The people already there when a recording begins")
struct GuardTestsOpening {
  /// Why a state may not open a recording in the same center, or nil.
  func refuses(_ life: Live, _ change: (inout OpeningState) -> Void = { _ in }) -> String? {
    var opening = life.center.openingState(exits: false)
    change(&opening)
    let next = Center(plan: life.center.plan, rules: life.center.rules)
    let record = Record(seq: 0, at: life.now, recorded: life.now, by: Code("op1"), event: .stateAt(opening))
    return next.objection(to: record)?.sentence
  }

  func refusesCase(_ life: Live, _ change: (inout Case) -> Void) -> String? {
    refuses(life) { change(&$0.cases[0]) }
  }

  /// A man, a family or a child at some step, an hour after the last entry.
  func life(_ story: (inout Live, CaseID) throws -> Void, _ members: ArrivalMember..., from: Code? = nil) throws
    -> Live
  {
    var life = Live()
    var arrival = Arrival()
    arrival.members = members.isEmpty ? [.adult()] : members
    arrival.nationality = from
    try life.run(.arrive(arrival))
    life.pass(.hours(1))
    try story(&life, CaseID(number: 1))
    life.pass(.hours(1))
    #expect(refuses(life) == nil, "what the engine made can always be carried over")
    return life
  }

  @Test("stand only at the very beginning")
  func first() throws {
    let life = try life { _, _ in }
    let refusal = life.verdict(.stateAt(OpeningState()))
    #expect(refusal?.sentence == "The people already there can only be stated first.")
  }

  @Test("are each in one case and one party, with numbers in order and ages that fit")
  func persons() throws {
    let life = try life({ _, _ in }, .adult(.female), .child(5, .ownChild))
    #expect(refuses(life) { $0.people.append($0.people[0]) } != nil)
    #expect(refuses(life) { $0.people[1].band = .adult } == "Person 0002: the age and child or adult do not agree.")
    #expect(refuses(life) { $0.people[0].area = Code("attic") } == "This center has no area attic.")
    #expect(refuses(life) { $0.people.removeLast() } != nil)
    #expect(refuses(life) { $0.people[0].caseID = CaseID(number: 7) } != nil)
    #expect(refuses(life) { $0.people[0].party = PartyID(number: 9) } != nil)
    #expect(refuses(life) { $0.people[0].presence = .gone } != nil)
    #expect(refuses(life) { $0.nextPerson = PersonID(number: 2) } != nil)
    #expect(refuses(life) { $0.nextCase = CaseID(number: 1) } != nil)
    #expect(refuses(life) { $0.nextParty = PartyID(number: 1) } != nil)
    #expect(refuses(life) { $0.parties[0].bookIn = $0.parties[0].arrivedAt + .hours(1) } != nil)
    #expect(refuses(life) { $0.cases[0].members.append($0.cases[0].members[0]) } != nil)
    #expect(refuses(life) { $0.cases.append($0.cases[0]) } != nil)
    let broken = refuses(life) { $0.cases[0].kind = .singleAdult }
    #expect(broken == "Case 0001 must be a family unit: its members' ages and ties say so.")
    let stranger = refuses(life) { opening in
      var person = opening.people[0]
      person.id = PersonID(number: 3)
      opening.people.append(person)
      opening.nextPerson = PersonID(number: 4)
    }
    #expect(stranger == "The opening state is not sound: some people belong to no case.")
  }

  @Test("have done nothing that lies ahead, or before there were records")
  func future() throws {
    let life = try life { life, id in try life.decide(id, .negative) }
    let ahead = life.now + .minutes(1)
    let sentence = "The opening state is not sound: something in it happened after it."
    #expect(refusesCase(life) { $0.review.requestedAt = ahead } == sentence)
    #expect(refusesCase(life) { $0.consultation.waivedAt = ahead } == sentence)
    #expect(refuses(life) { $0.people[0].showeredAt = ahead } == sentence)
    #expect(refuses(life) { $0.people[0].arrivedAt = ahead } == sentence)
    #expect(refuses(life) { $0.parties[0].bookIn = Instant(milliseconds: .min) } != nil)
    #expect(refusesCase(life) { $0.changedAt = $0.arrivedAt - .hours(1) } != nil)
  }

  @Test("a child alone has no interview, no determination, no plan, no receiver, and no place beside adults")
  func child() throws {
    let life = try life({ life, id in try life.screen(id) }, .child(15))
    for step in [Step.interview, .review, .caseManagement, .leaving] {
      #expect(refusesCase(life) { $0.step = step } != nil)
    }
    let determined = refusesCase(life) {
      var determination = Determination()
      determination.at = $0.changedAt
      determination.outcome = .negative
      determination.officer = Code("off1")
      determination.reviewer = Code("rev1")
      $0.determination = determination
    }
    #expect(determined?.contains("is a child alone") ?? false)
    #expect(refusesCase(life) { $0.plan = .return } != nil)
    #expect(refusesCase(life) { $0.release.receiver = Code("casa") } != nil)
    #expect(refusesCase(life) { $0.transfer.destination = .custody } != nil)
    #expect(refusesCase(life) { $0.child.mayReturn = true } != nil)
    let oneReviewer = refusesCase(life) {
      $0.nationality = Code("MEX")
      $0.preparedAt = $0.changedAt
      $0.child.mayReturn = true
      $0.child.screenedAt = $0.changedAt
      $0.child.screener = Code("op1")
      $0.child.secondScreener = Code("op1")
    }
    #expect(oneReviewer == "This needs a second person. Someone else must confirm it.")
    let besideAdults = refuses(life) { $0.people[0].area = Code("men") }
    #expect(besideAdults == "Case 0001 is a child alone and is never placed with unrelated adults (men).")
    #expect(refusesCase(life) { $0.kind = .singleAdult } != nil)
  }

  @Test("a child found beside adults is carried over with its open breach, and adults never among children")
  func places() throws {
    let life = try life { life, id in
      try life.note(.capacity(Code("children"), .staffed, 0))
      try life.run(.correct(.age(life.members(id)[0], 16)))
    }
    #expect(refuses(life) { $0.breaches = [] } != nil)
    let man = try self.life { _, _ in }
    #expect(
      refuses(man) { $0.people[0].area = Code("children") }
        == "Case 0001 has adults. Area children is for children alone only.")
  }

  @Test("no plan without the determination it follows from")
  func plans() throws {
    let undecided = try life { life, id in try life.screen(id) }
    for plan in Plan.allCases { #expect(refusesCase(undecided) { $0.plan = plan } != nil) }
    for step in [Step.review, .caseManagement, .leaving] { #expect(refusesCase(undecided) { $0.step = step } != nil) }
    let positive = try life { life, id in try life.readyForRelease(id) }
    #expect(refusesCase(positive) { $0.plan = .return } != nil)
    #expect(refusesCase(positive) { $0.plan = nil } != nil)
    #expect(refusesCase(positive) { $0.step = .review } != nil)
    let negative = try life { life, id in try life.planReturn(id) }
    #expect(refusesCase(negative) { $0.plan = .release } != nil)
    #expect(
      refusesCase(negative) { $0.review.declinedAt = nil }
        == "The review of case 0001 is open. Nobody is returned before it ends.")
  }

  @Test("no determination by one person, and no review outside its window")
  func reviews() throws {
    let negative = try life { life, id in try life.decide(id, .negative) }
    #expect(refusesCase(negative) { $0.determination?.reviewer = Code("op1") } != nil)
    #expect(refusesCase(negative) { $0.determination?.reviewer = Code("OP1") } != nil)
    #expect(refusesCase(negative) { $0.determination?.officer = .none } != nil)
    #expect(refusesCase(negative) { $0.review.requestedAt = $0.arrivedAt } != nil)
    #expect(refusesCase(negative) { $0.review.declinedAt = $0.arrivedAt } != nil)
    #expect(refusesCase(negative) { $0.review.result = .upheld } != nil)
    #expect(refusesCase(negative) { $0.determination = nil } != nil)
    #expect(
      refusesCase(negative) {
        $0.review.result = .upheld
        $0.review.decidedAt = $0.changedAt
      } != nil)
    // A silence of two days is not declared to have been a refusal.
    var old = negative
    old.pass(.days(2))
    #expect(
      refusesCase(old) {
        $0.review.declinedAt = $0.changedAt + .hours(30)
        $0.step = .caseManagement
      } == "The opening state is not sound: case 0001 declined a review outside its window.")
    let positive = try life { life, id in try life.decide(id, .positive) }
    #expect(refusesCase(positive) { $0.review.requestedAt = $0.changedAt } != nil)
  }

  @Test("no consulate that heard of a case without a negative, and no answer it was not asked for")
  func consulate() throws {
    let waiting = try life { life, id in try life.screen(id) }
    #expect(
      refusesCase(waiting) { $0.consulateAskedAt = $0.changedAt }
        == "No consulate hears of case 0001 before its negative is final.")
    #expect(refusesCase(waiting) { $0.returnSteps = [.identityVerified] } != nil)
    #expect(
      refusesCase(waiting) { $0.returnSteps = [.fitnessToTravel] }
        == "The opening state is not sound: case 0001 was prepared to leave at no time.")
    #expect(
      refusesCase(waiting) {
        $0.returnSteps = [.fitnessToTravel]
        $0.preparedAt = $0.changedAt
      } == nil)
    let returning = try life { life, id in
      try life.planReturn(id)
      try life.note(.consulateAsked(CaseOnly(id)))
    }
    #expect(refusesCase(returning) { _ in } == nil)
    let early = "No consulate hears of case 0001 before its negative is final."
    #expect(refusesCase(returning) { $0.consulateAskedAt = $0.determination.map { $0.at + .hours(1) } } == early)
    #expect(refusesCase(returning) { $0.review.declinedAt = nil } != nil)
    let child = try life({ life, id in try life.note(.screened(id)) }, .child(15), from: Code("MEX"))
    #expect(refusesCase(child) { $0.child.secondScreener = Code("OP1") } != nil)
    #expect(refusesCase(child) { $0.consulateAskedAt = $0.child.screenedAt } == nil)
    #expect(refusesCase(child) { $0.consulateAskedAt = $0.child.screenedAt.map { $0 - .minutes(1) } } != nil)
  }

  @Test("no acceptance that nobody asked for, and none by a receiver this center does not know")
  func acceptances() throws {
    let ready = try life { life, id in try life.readyForRelease(id) }
    #expect(refusesCase(ready) { $0.release.offeredAt = nil } != nil)
    #expect(refusesCase(ready) { $0.release.receiver = nil } != nil)
    #expect(refusesCase(ready) { $0.release.receiver = Code("nobody") } == "This center knows no receiver nobody.")
    #expect(refusesCase(ready) { $0.transfer.acceptedAt = $0.changedAt } != nil)
    #expect(refusesCase(ready) { $0.transfer.destination = .orr } == "Case 0001 is not a child alone.")
    let waiting = try life { life, id in try life.screen(id) }
    #expect(refusesCase(waiting) { $0.release.receiver = Code("casa") } != nil)
  }

  @Test("nobody is at an interview desk before the consultation period, at a closed desk, or at two")
  func desks() throws {
    let served = try life { life, id in try life.interview(id) }
    #expect(refusesCase(served) { $0.consultation.waivedAt = nil } != nil)
    #expect(refusesCase(served) { $0.consultation = Consultation() } != nil)
    #expect(refusesCase(served) { $0.consultation.orientedAt = nil } != nil)
    #expect(refuses(served) { $0.desks = [] } != nil)
    #expect(refuses(served) { $0.desks.append($0.desks[0]) } != nil)
    #expect(refuses(served) { $0.desks[1].staff = $0.desks[0].staff } != nil)
    #expect(refuses(served) { $0.desks[0].desk = DeskID(stage: .health, number: 99) } != nil)
    #expect(refusesCase(served) { $0.desk = nil } != nil)
    #expect(refusesCase(served) { $0.state = .waiting } != nil)
    #expect(refusesCase(served) { $0.desk = DeskID(stage: .health, number: 1) } != nil)
    #expect(refuses(served) { $0.capacities[0].area = Code("attic") } != nil)
    #expect(refuses(served) { $0.capacities[0].capacity.held = -1 } != nil)
  }

  @Test("nobody is clear without a test, separated from themselves, or on a ledger without a case")
  func ledgers() throws {
    let isolated = try life { life, id in try life.note(.isolated(id)) }
    #expect(refusesCase(isolated) { $0.isolation?.clear = true } != nil)
    var separation = Separation()
    separation.from = CaseID(number: 1)
    separation.to = CaseID(number: 2)
    #expect(refuses(isolated) { $0.separations = [separation] } != nil)
    separation.second = Code("sup1")
    #expect(refuses(isolated) { $0.separations = [separation] } == nil)
    separation.to = separation.from
    #expect(refuses(isolated) { $0.separations = [separation] } != nil)
    var breach = Breach()
    breach.caseID = CaseID(number: 9)
    #expect(refuses(isolated) { $0.breaches = [breach] } != nil)
  }

  @Test("nobody has left with members here, at no time, unaccepted, or before the negative was final")
  func exits() throws {
    let released = try life { life, id in
      try life.readyForRelease(id)
      try life.note(.caseReleased(ReceiverOfCase(id, Code("casa"))))
    }
    #expect(refuses(released) { $0.people[0].presence = .here } != nil)
    #expect(refusesCase(released) { $0.exitedAt = nil } != nil)
    #expect(refusesCase(released) { $0.exitedAt = $0.arrivedAt - .hours(1) } != nil)
    #expect(refusesCase(released) { $0.release.acceptedAt = nil } != nil)
    #expect(refusesCase(released) { $0.exit = .returned } != nil)
    #expect(refusesCase(released) { $0.exit = .transferred } != nil)
    #expect(refusesCase(released) { $0.exit = nil } != nil)
    #expect(refusesCase(released) { $0.exit = .departed } == nil)
    let moved = try life { life, id in try life.transfer(id, to: .hospital) }
    #expect(refusesCase(moved) { $0.transfer.acceptedAt = nil } != nil)
    let child = try life(
      { life, id in
        try life.note(.orrNotified(CaseOnly(id)))
        try life.transfer(id, to: .hospital)
      }, .child(15), from: Code("MEX"))
    #expect(refusesCase(child) { $0.exit = .returned } != nil)
    #expect(refusesCase(child) { $0.transfer.destination = .custody } != nil)
    // Confirmed at the other end, they are carried no further.
    var confirmed = moved
    try confirmed.note(.transferArrived(CaseOnly(CaseID(number: 1))))
    #expect(confirmed.center.openingState(exits: false).cases.isEmpty)
    #expect(confirmed.center.openingState(exits: true).cases.count == 1)
  }

  @Test("a family with a child from another party is carried over whole")
  func tiedAcrossParties() throws {
    _ = try life { life, id in
      let child = try life.come(.child(6))[0]
      try life.note(.tied(life.members(child)[0], to: life.members(id)[0]))
      #expect(life.center.openingState(exits: false).parties.count == 2)
    }
  }
}
