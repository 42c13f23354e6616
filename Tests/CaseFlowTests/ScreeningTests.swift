import CaseFlow
import Testing

@Suite("Health screening")
struct ScreeningTests {
  private func checks(_ life: Live, _ person: PersonID) -> [HealthCheck] {
    life.center.people[person].map(life.center.requiredChecks) ?? []
  }

  @Test("asks everyone under 18 and anyone with a concern; assesses under 13 and anyone with a concern")
  func required() throws {
    var life = Live()
    let family = try life.come(.adult(.female), .child(12, .ownChild), .child(13, .ownChild), .child(nil, .ownChild))[0]
    let members = life.members(family)
    #expect(
      members.map { checks(life, $0) } == [[], [.interview, .assessment], [.interview], [.interview, .assessment]])
    // A concern in an answer, a need that asks for a clinician, or a finding asks for an assessment too.
    try life.note(.checked(members[2], .interview, .concern))
    #expect(checks(life, members[2]) == [.interview, .assessment])
    try life.note(.found(members[0], .lice))
    #expect(checks(life, members[0]).isEmpty)
    try life.note(.found(members[0], .tbRuleOut))
    #expect(checks(life, members[0]) == [.interview, .assessment])
    let alone = try life.come(.adult())[0]
    let man = life.members(alone)[0]
    var needs = NeedsRecorded()
    needs.person = man
    needs.needs = ["LP-ND"].compactMap(Need.init(code:))
    try life.note(.needsRecorded(needs))
    #expect(checks(life, man).isEmpty)
    needs.needs = ["SM-CI"].compactMap(Need.init(code:))
    try life.note(.needsRecorded(needs))
    #expect(checks(life, man) == [.interview, .assessment])
  }

  @Test("does not end while somebody has what isolates and the case was not isolated since")
  func contagious() throws {
    var life = Live()
    let man = try life.come(.adult())[0]
    let person = life.members(man)[0]
    try life.serve(man, at: .reception)
    try life.seat(man, at: .health)
    try life.note(.found(person, .varicella))
    try life.check(man)
    let sentence =
      "Person 0001 has a finding that asks for isolation: isolate the case, or record that it was treated."
    #expect(life.refuses(.complete(man)) == sentence)
    var treated = life
    try treated.note(.treated(person, .varicella))
    try treated.run(.complete(man))
    try life.note(.isolated(man, .varicella))
    var isolated = life
    try isolated.run(.complete(man))
    life.pass(.hours(1))
    try life.note(.retested(man, clear: true))
    try life.note(.isolationEnded(CaseOnly(man)))
    try life.run(.complete(man))
  }

  @Test("nobody sets out beside others before they were isolated or treated, whatever stage they are at")
  func contagiousOnTheWay() throws {
    var life = Live()
    let man = try life.come(.adult())[0]
    let person = life.members(man)[0]
    let sentence =
      "Person 0001 has a finding that asks for isolation: isolate the case, or record that it was treated."
    func ways(_ to: Destination) -> (asked: Event, accepted: Event, left: Event) {
      let way = TransferOfCase(man, to)
      return (.transferAsked(way), .transferAccepted(way), .caseTransferred(way))
    }
    for to in [Destination.custody, .otherCenter, .hospital] {
      var other = life
      let way = ways(to)
      try other.note(way.asked)
      try other.note(way.accepted)
      try other.note(.found(person, .measles))
      #expect(other.verdict(way.left) == nil, "a record of before is read as it was")
      var ill = other
      #expect(ill.refuses(way.left) == (to == .hospital ? nil : sentence), "\(to)")
      try other.note(.treated(person, .measles))
      try other.note(way.left)
    }
    var opened = RecordOpened()
    (opened.person, opened.what) = (person, .medical)
    #expect(life.refuses(.recordOpened(opened))?.hasPrefix("Medical details are opened by health staff.") == true)
    try life.readyForRelease(man)
    try life.note(.step(man, ReleaseStep.medicines))
    try life.note(.found(person, .varicella))
    let casa = ReceiverOfCase(man, Event.casa)
    #expect(life.refuses(.caseReleased(casa)) == sentence)
    #expect(life.refuses(.departed(man, .withdrew)) == sentence)
    #expect(life.refuses(.went([person], to: .court)) == sentence)
    #expect(
      life.center.whyNotGone(life.item(man), at: life.now)?.sentence == sentence,
      "the list of who could leave says it, too")
    try life.note(.treated(person, .varicella))
    try life.note(.caseReleased(casa))
  }

  @Test("is due within 6 hours of the arrival for the young and the ill, within 12 for others")
  func due() throws {
    var life = Live()
    let family = try life.come(.adult(), .child(15, .ownChild), .child(3, .ownChild))[0]
    let missing = life.center.missingChecks(of: life.item(family))
    #expect(missing.map(\.check) == [.interview, .interview, .assessment])
    #expect(missing.map { $0.due - life.now } == [.hours(12), .hours(6), .hours(6)])
  }

  @Test("does not end while a line is missing, says which and of whom, and takes declined for done")
  func completion() throws {
    var life = Live()
    let family = try life.come(.adult(.female), .child(15, .ownChild))[0]
    try life.serve(family, at: .reception)
    try life.seat(family, at: .health)
    let child = life.members(family)[1]
    #expect(
      life.refuses(.complete(family))
        == "Person \(child.label) lacks the health interview. Record it, or that it was declined.")
    try life.note(.checked(child, .interview, .concern))
    #expect(
      life.refuses(.complete(family))
        == "Person \(child.label) lacks the medical assessment. Record it, or that it was declined.")
    try life.note(.checked(child, .assessment, .declined))
    #expect(life.refuses(.complete(family)) == nil)
    #expect(life.item(family).step == .interview)
    let back = try life.replayed()
    #expect(back.people[child]?.checks.map(\.result) == [.concern, .declined])
  }

  @Test("keeps the last answer of each kind, and no entry overtakes a later one")
  func answers() throws {
    var life = Live()
    let alone = try life.come(.child(15))[0]
    let child = life.members(alone)[0]
    life.pass(.hours(1))
    try life.note(.checked(child, .skin, .concern))
    #expect(
      life.refuses(.checked(child, .skin), at: life.now - .minutes(5))
        == "A later entry about person \(child.label) stands already. Enter a time after it.")
    life.pass(.minutes(5))
    try life.note(.checked(child, .skin))
    #expect(life.center.people[child]?.checks.map(\.result) == [.clear])
    #expect(life.refuses(.checked(PersonID(number: 99), .skin)) != nil)
    #expect(life.refuses(.checked(child, .interview), at: SmallCenter.noon - .hours(1)) != nil)
    #expect(life.refuses(.judged(child, fit: true, for: .travel), at: SmallCenter.noon - .hours(1)) != nil)
  }

  @Test("lice and scabies are treated before anyone shares a room; single rooms of isolation are fine")
  func treatment() throws {
    var life = Live()
    let family = try life.family()
    let child = life.members(family)[2]
    try life.serve(family, at: .reception)
    try life.seat(family, at: .health)
    try life.check(family)
    try life.note(.found(child, .scabies))
    let sentence = "Person \(child.label) is to be treated first: record it with treat, or give a place in isolation."
    #expect(life.refuses(.complete(family)) == sentence)
    #expect(life.refuses(.placed(family, Code("families"), override: Code("sup1"))) == sentence)
    // Unasked, they are given a single room.
    try life.run(.place(family, in: nil, override: nil))
    #expect(life.area(child) == Code("isolation"))
    #expect(
      life.refuses(.treated(child, .lice)) == "Person \(child.label) has no such finding that waits for treatment.")
    life.pass(.minutes(20))
    #expect(
      life.refuses(.treated(child, .scabies), at: SmallCenter.noon - .minutes(1)) != nil)
    try life.note(.treated(child, .scabies))
    #expect(life.refuses(.complete(family)) == nil)
    #expect(life.refuses(.placed(family, Code("families"))) == nil)
    // Found again, it is treated again.
    life.pass(.hours(1))
    try life.note(.found(child, .scabies))
    #expect(life.center.isUntreated(life.item(family), at: life.now))
  }

  @Test("whoever is not fit is not called for an interview; the desk calls the next and the screen is right about it")
  func unfitForInterview() throws {
    var life = Live()
    let ill = try life.come(.adult())[0]
    let well = try life.come(.adult())[0]
    for id in [ill, well] {
      try life.screen(id)
      try life.note(.oriented(id))
      try life.note(.waived(id))
    }
    let person = life.members(ill)[0]
    try life.note(.judged(person, fit: false, for: .interview))
    let desk = try life.open(.interview)
    #expect(
      life.refuses(.called(ill, desk))
        == "Person \(person.label) is not fit for an interview. Health judges again with fit.")
    #expect(life.center.next(at: desk, at: life.now)?.id == well)
    life.pass(.minutes(1))
    try life.note(.judged(person, fit: true, for: .interview))
    #expect(life.center.next(at: desk, at: life.now)?.id == ill)
    // Called while fit, and not fit any more before they sit down.
    try life.note(.called(ill, desk))
    life.pass(.minutes(1))
    try life.note(.judged(person, fit: false, for: .interview))
    #expect(life.refuses(.serviceStarted(CaseAtDesk(ill, desk))) != nil)
  }

  @Test("whoever is not fit to travel leaves to a hospital and nowhere else, and is not found fit for a return")
  func unfitToTravel() throws {
    var life = Live()
    let family = try life.family()
    try life.readyForRelease(family)
    let child = life.members(family)[3]
    try life.note(.judged(child, fit: false, for: .travel))
    let sentence = "Person \(child.label) is not fit for travel. Health judges again with fit."
    #expect(life.refuses(.caseReleased(ReceiverOfCase(family, Code("casa")))) == sentence)
    #expect(life.guards(.fitness, say: .returned(family))?.sentence == sentence)
    #expect(life.guards(.fitness, say: .step(family, ReturnStep.fitnessToTravel))?.sentence == sentence)
    #expect(life.guards(.fitness, say: .caseTransferred(TransferOfCase(family, .custody)))?.sentence == sentence)
    try life.transfer(family, to: .hospital)
    #expect(life.item(family).exit == .transferred)
  }

  @Test("an area for all is no place for someone judged not fit for it")
  func unfitForSharedArea() throws {
    var life = Live()
    let man = try life.come(.adult())[0]
    try life.note(.judged(life.members(man)[0], fit: false, for: .sharedArea))
    #expect(life.refusal(.place(man, in: Code("men"), override: Code("sup1"))) == .fitness)
  }

  @Test("a line, a judgment, a treatment and a referral can be taken back by whoever entered them")
  func undo() throws {
    var life = Live()
    let man = try life.come(.adult())[0]
    let person = life.members(man)[0]
    try life.note(.found(person, .lice))
    let before = life.center.people[person]
    for event in [
      Event.checked(person, .skin, .concern), .judged(person, fit: false, for: .travel), .treated(person, .lice),
      .referralAsked(ReferralOfCase(man, .legalServices)),
    ] {
      life.pass(.minutes(1))
      try life.note(event)
      try life.run(.undo)
      let now = life.center.people[person]
      #expect(now?.checks == before?.checks && now?.fitness == before?.fitness && now?.findings == before?.findings)
      #expect(life.item(man).referrals.isEmpty)
    }
  }

  @Test("an opening state tells no screening that cannot have been")
  func opening() throws {
    var life = Live()
    let man = try life.come(.adult())[0]
    try life.note(.found(life.members(man)[0], .lice))
    try life.note(.checked(life.members(man)[0], .skin))
    try life.note(.referralAsked(ReferralOfCase(man, .psychosocial)))
    let sound = life.center.openingState(exits: false, continues: false)
    func refusal(_ change: (inout OpeningState) -> Void) -> Refusal? {
      var state = sound
      change(&state)
      let record = Record(seq: 0, at: life.now, recorded: life.now, by: Code("op1"), event: .stateAt(state))
      return Center(plan: SmallCenter.plan, rules: .us2023).objection(to: record)
    }
    #expect(refusal { _ in } == nil)
    #expect(refusal { $0.people[0].checks.append($0.people[0].checks[0]) } != nil)
    #expect(refusal { $0.people[0].findings[0].treatedAt = life.now - .hours(1) } != nil)
    #expect(refusal { $0.people[0].findings[0].at = life.now - .hours(1) } != nil)
    #expect(refusal { $0.people[0].stays[0].area = Code("women") } != nil)
    #expect(refusal { $0.people[0].stays.append($0.people[0].stays[0]) } != nil)
    #expect(refusal { $0.cases[0].referrals.append($0.cases[0].referrals[0]) } != nil)
    #expect(refusal { $0.cases[0].referrals[0].outcome = .served } != nil)
    #expect(refusal { $0.cases[0].referrals[0].seenAt = life.now - .hours(1) } != nil)
  }
}
