import CaseFlow

// Words for telling what happened in a small center, so that a test reads as the story of a day.

extension ArrivalMember {
  static func adult(_ sex: Sex = .male, _ age: Int = 30, tie: Tie = .head) -> ArrivalMember {
    ArrivalMember(age: Years(age), band: .adult, sex: sex, tie: tie)
  }
  static func child(_ age: Int? = 8, _ tie: Tie = .unstated, _ sex: Sex = .female) -> ArrivalMember {
    ArrivalMember(age: age.map(Years.init), band: .child, sex: sex, tie: tie)
  }
}

extension Event {
  static func called(_ id: CaseID, _ desk: DeskID, because: ExpediteReason? = .medical) -> Event {
    var e = CaseCalled()
    e.caseID = id
    e.desk = desk
    e.reason = .named
    e.because = because
    return .caseCalled(e)
  }
  static func oriented(_ id: CaseID) -> Event { .orientationGiven(inLanguage(id)) }
  static func waived(_ id: CaseID) -> Event { .consultationWaived(inLanguage(id)) }
  private static func inLanguage(_ id: CaseID) -> CaseInLanguage {
    var e = CaseInLanguage()
    e.caseID = id
    e.language = Code("spa")
    return e
  }
  static func determined(_ id: CaseID, _ outcome: Outcome, reviewer: Code = Code("sup1")) -> Event {
    var e = DeterminationMade()
    e.caseID = id
    e.outcome = outcome
    e.basis = outcome.bases[0]
    e.reviewer = reviewer
    return .determinationMade(e)
  }
  static func reviewed(_ id: CaseID, _ result: ReviewResult) -> Event {
    var e = ReviewDecided()
    e.caseID = id
    e.result = result
    return .reviewDecided(e)
  }
  static func planned(_ id: CaseID, _ plan: Plan) -> Event {
    var e = PlanMade()
    e.caseID = id
    e.plan = plan
    return .planMade(e)
  }
  static func step(_ id: CaseID, _ step: ReturnStep) -> Event {
    var e = ReturnStepDone()
    e.caseID = id
    e.step = step
    return .returnStepDone(e)
  }
  static func step(_ id: CaseID, _ step: ReleaseStep) -> Event {
    var e = ReleaseStepDone()
    e.caseID = id
    e.step = step
    return .releaseStepDone(e)
  }
  static func consulateAnswered(_ id: CaseID, ready: Bool = true, naming people: [PersonID] = []) -> Event {
    var e = ConsulateAnswered()
    e.caseID = id
    e.vulnerable = people
    e.hasProtocol = ready
    return .consulateAnswered(e)
  }
  static func returned(_ id: CaseID, second: Code = Code("sup1")) -> Event {
    var e = CaseReturned()
    e.caseID = id
    e.second = second
    return .caseReturned(e)
  }
  static func screened(_ id: CaseID, own: Bool = true, second: Code = Code("sup1")) -> Event {
    var e = ChildScreened()
    e.caseID = id
    e.noTraffickingSigns = true
    e.noFearOfReturn = true
    e.ableToDecide = true
    e.ownDecision = own
    e.second = second
    return .childScreened(e)
  }
  static func childFound(_ id: CaseID) -> Event {
    var e = ChildDetermined()
    e.caseID = id
    return .childDetermined(e)
  }
  static func departed(_ id: CaseID, _ reason: DepartureReason, second: Code? = Code("lead")) -> Event {
    var e = CaseDeparted()
    e.caseID = id
    e.reason = reason
    if reason == .withdrew { e.second = second }
    return .caseDeparted(e)
  }
  static func reunited(_ id: CaseID, with whole: CaseID, second: Code = Code("sup1")) -> Event {
    var e = FamilyReunited()
    e.caseID = id
    e.with = whole
    e.second = second
    return .familyReunited(e)
  }
  static func tied(_ child: PersonID, to adult: PersonID, second: Code = Code("sup1")) -> Event {
    var e = TieStated()
    e.child = child
    e.adult = adult
    e.second = second
    return .tieStated(e)
  }
  static func isolated(_ id: CaseID, _ finding: Finding = .influenzaLike) -> Event {
    var e = FindingOfCase()
    e.caseID = id
    e.finding = finding
    return .isolationOrdered(e)
  }
  static func retested(_ id: CaseID, clear: Bool) -> Event {
    var e = IsolationRetested()
    e.caseID = id
    e.clear = clear
    return .isolationRetested(e)
  }
  static func went(_ people: [PersonID], to place: Presence) -> Event {
    var e = PeopleWentAway()
    e.people = people
    e.to = place
    return .peopleWentAway(e)
  }
  static func found(_ person: PersonID, _ finding: Finding) -> Event {
    var e = FindingRecorded()
    e.person = person
    e.finding = finding
    return .findingRecorded(e)
  }
  static func checked(_ person: PersonID, _ check: HealthCheck, _ result: CheckResult = .clear) -> Event {
    var e = HealthChecked()
    e.person = person
    e.check = check
    e.result = result
    return .healthChecked(e)
  }
  static func judged(_ person: PersonID, fit: Bool, for purpose: FitFor) -> Event {
    var e = FitnessJudged()
    e.person = person
    e.purpose = purpose
    e.fit = fit
    return .fitnessJudged(e)
  }
  static func treated(_ person: PersonID, _ finding: Finding) -> Event {
    var e = FindingRecorded()
    e.person = person
    e.finding = finding
    return .treatmentGiven(e)
  }
  static func referralOver(_ id: CaseID, _ to: Referral, _ outcome: ReferralOutcome = .served) -> Event {
    var e = ReferralClosed()
    e.caseID = id
    e.to = to
    e.outcome = outcome
    return .referralClosed(e)
  }
  static func placed(_ id: CaseID, _ area: Code, override: Code? = nil) -> Event {
    .casePlaced(CasePlaced(id, in: area, override: override))
  }
  static func capacity(_ area: Code, _ part: CapacityPart, _ places: Int) -> Event {
    var e = CapacityChanged()
    e.area = area
    e.part = part
    e.places = places
    return .capacityChanged(e)
  }
  static func interpreters(_ language: Code, _ interpreters: Int, lines: Int = 0) -> Event {
    var e = InterpretersChanged()
    e.language = language
    e.interpreters = interpreters
    e.lines = lines
    return .interpretersChanged(e)
  }
}

extension FactCorrected {
  static func age(_ person: PersonID, _ age: Int, second: Code? = nil) -> FactCorrected {
    var fact = FactCorrected()
    fact.person = person
    fact.age = Years(age)
    fact.second = second
    return fact
  }
  static func nationality(_ id: CaseID, _ nationality: Code, second: Code? = nil) -> FactCorrected {
    var fact = FactCorrected()
    fact.caseID = id
    fact.nationality = nationality
    fact.second = second
    return fact
  }
}

extension DeskID {
  static let interview = DeskID(stage: .interview, number: 1)
}

extension Live {
  func item(_ id: CaseID) -> Case { center.cases[id] ?? Case() }
  func members(_ id: CaseID) -> [PersonID] { item(id).members }
  func area(_ id: PersonID) -> Code? { center.people[id]?.area }

  /// People come; the cases formed of them.
  @discardableResult
  mutating func come(
    _ members: ArrivalMember..., from nationality: Code? = nil, speaking language: Code? = Code("spa"),
    bookIn: Instant? = nil, at: Instant? = nil
  ) throws -> [CaseID] {
    var arrival = Arrival()
    arrival.members = members
    arrival.nationality = nationality
    arrival.language = language
    arrival.bookIn = bookIn
    let before = center.cases.count
    try run(.arrive(arrival), at: at)
    return center.cases.items[before...].map(\.id)
  }

  mutating func note(_ event: Event, at: Instant? = nil, by: Code? = nil) throws {
    try run(.state(event), at: at, by: by)
  }

  /// The sentence that refuses an event entered by an operator, or nil when it is done.
  mutating func refuses(_ event: Event, at: Instant? = nil, by: Code? = nil) -> String? {
    refuses(.state(event), at: at, by: by)
  }

  mutating func refuses(_ command: Command, at: Instant? = nil, by: Code? = nil) -> String? {
    do {
      try run(command, at: at, by: by)
      return nil
    } catch {
      return error.sentence
    }
  }

  /// What a recording or a drill that hands over a finished record is told, without anything being done.
  func verdict(_ event: Event, at: Instant? = nil, by: Code = Code("op1")) -> Refusal? {
    center.objection(to: Record(seq: center.seq + 1, at: at ?? now, recorded: now, by: by, event: event))
  }

  /// What the guards of one rule say of an event by themselves, the order of the flow apart.
  func guards(_ rule: Rule, say event: Event, at: Instant? = nil, by: Code = Code("op1")) -> Refusal? {
    let record = Record(seq: center.seq + 1, at: at ?? now, recorded: now, by: by, event: event)
    for one in Guard.all where one.rule == rule {
      if let refusal = one.refuses(center, record) { return refusal }
    }
    return nil
  }

  /// Opens the first desk of a stage unless it is.
  mutating func open(_ stage: Stage, number: UInt8 = 1) throws -> DeskID {
    let desk = DeskID(stage: stage, number: number)
    if center.desk(desk)?.isOpen ?? false { return desk }
    var e = DeskOpened()
    e.desk = desk
    e.staff = Code("st-\(stage.index)-\(number)") ?? .none
    try note(.deskOpened(e))
    return desk
  }

  /// Calls a case to the first desk of a stage and begins to serve it.
  mutating func seat(_ id: CaseID, at stage: Stage) throws {
    let desk = try open(stage)
    try note(.called(id, desk))
    try note(.serviceStarted(CaseAtDesk(id, desk)))
  }

  mutating func serve(_ id: CaseID, at stage: Stage) throws {
    try seat(id, at: stage)
    if stage == .health { try check(id) }
    try run(.complete(id))
  }

  /// Everything that the screening still requires of a case, and all of it is clear.
  mutating func check(_ id: CaseID) throws {
    for missing in center.missingChecks(of: item(id)) { try note(.checked(missing.person, missing.check)) }
  }

  /// Through reception and health screening to the interview, or to the lane of children alone.
  mutating func screen(_ id: CaseID) throws {
    try serve(id, at: .reception)
    try serve(id, at: .health)
  }

  /// To the interview desk, with orientation given and the consultation waived.
  mutating func interview(_ id: CaseID) throws {
    if item(id).step == .reception { try screen(id) }
    if item(id).consultation.orientedAt == nil { try note(.oriented(id)) }
    if item(id).consultation.waivedAt == nil { try note(.waived(id)) }
    try seat(id, at: .interview)
  }

  mutating func decide(_ id: CaseID, _ outcome: Outcome) throws {
    try interview(id)
    try note(.determined(id, outcome))
    try run(.complete(id))
  }

  mutating func plan(_ id: CaseID, _ plan: Plan) throws {
    try seat(id, at: .caseManagement)
    try note(.planned(id, plan))
    try run(.complete(id))
  }

  /// A negative that nobody contests, its window closed, and a return planned.
  mutating func planReturn(_ id: CaseID) throws {
    try decide(id, .negative)
    try note(.reviewDeclined(CaseOnly(id)))
    pass(.hours(25))
    try plan(id, .return)
  }

  mutating func finishReturnSteps(_ id: CaseID) throws {
    if item(id).consulateAskedAt == nil { try note(.consulateAsked(CaseOnly(id))) }
    if item(id).isChildAlone { try writeBasis(id) }
    for step in ReturnStep.needed(for: item(id)) where !item(id).returnSteps.contains(step) {
      try note(.step(id, step))
    }
    try note(.consulateAnswered(id))
  }

  /// A child alone through reception and health to its lane, with ORR notified.
  mutating func takeIn(_ child: CaseID) throws {
    try screen(child)
    try note(.orrNotified(CaseOnly(child)))
  }

  /// On what a child's return rests is written down, sealed.
  mutating func writeBasis(_ id: CaseID) throws {
    for person in members(id) {
      var recorded = DetailsRecorded()
      recorded.person = person
      recorded.fields = [.note]
      recorded.seal = String(repeating: "c", count: 64)
      try note(.detailsRecorded(recorded))
    }
  }

  /// Accepted by a receiver, the checklist done, planned and ready to go.
  mutating func readyForRelease(_ id: CaseID) throws {
    try decide(id, .positive)
    try plan(id, .release)
    for step in Guard.releaseNeeds { try note(.step(id, step)) }
    try note(.releaseOffered(ReceiverOfCase(id, Code("casa"))))
    try note(.releaseAccepted(ReceiverOfCase(id, Code("casa"))))
  }

  mutating func split(_ id: CaseID, _ people: [PersonID], _ reason: SplitReason = .medical) throws -> CaseID {
    let new = center.nextCase
    try run(.split(id, people: people, reason: reason, second: Code("sup1")))
    return new
  }

  /// Transferred after being asked for and accepted.
  mutating func transfer(_ id: CaseID, to place: Destination) throws {
    try note(.transferAsked(TransferOfCase(id, place)))
    try note(.transferAccepted(TransferOfCase(id, place)))
    try note(.caseTransferred(TransferOfCase(id, place)))
  }
}

/// A two-parent family with two children, as an operator enters it.
extension Live {
  mutating func family(from nationality: Code? = nil) throws -> CaseID {
    try come(
      .adult(.female, 31), .adult(.male, 33, tie: .partner), .child(9, .ownChild), .child(4, .ownChild, .male),
      from: nationality)[0]
  }
}
