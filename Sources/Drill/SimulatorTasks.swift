import CaseFlow

// What someone does for one case when its time comes.

extension Simulator {
  mutating func attend(_ id: CaseID, _ task: Task) {
    guard let item = center.cases[id] else { return }
    if attendElsewhere(item, task) { return }
    guard item.isOnRoll else { return }
    switch task {
    case .confirmRelease, .confirmTransfer, .confirmReturn, .recordBreach, .recordFollowUp: break
    case .resume: resume(item)
    case .bookInterpreter: bookInterpreter(item)
    case .shower: shower(item)
    case .waive: waive(item)
    case .askCounsel: askCounsel(item)
    case .answerCounsel: answerCounsel(item)
    case .withdraw: withdraw(item)
    case .retest: retest(item)
    case .endIsolation:
      guard item.isolation?.clear == true else { return }
      state(.isolationEnded(CaseOnly(id)), of: id, by: roster.nurse(clock), promptly: true)
      for stage in Stage.allCases { enter(.serve(stage), in: .minutes(3)) }
    case .reunite(let other): reunite(item, with: other)
    case .stateTie(let adult): stateTie(item, adult)
    case .askReview: askReview(item)
    case .declineReview: declineReview(item)
    case .decideReview: decideReview(item)
    case .determineChild: determineChild(item)
    case .notifyORR: notifyORR(item)
    case .screenChild: screenChild(item)
    case .askTransfer(let to): askTransfer(item, to)
    case .acceptTransfer(let to): acceptTransfer(item, to)
    case .transfer(let to): transfer(item, to)
    case .releaseStep(let step): finishReleaseStep(item, step)
    case .offer: offer(item)
    case .answerOffer: answerOffer(item)
    case .askConsulate: askConsulate(item)
    case .answerConsulate: answerConsulate(item)
    case .returnStep(let step): finishReturnStep(item, step)
    case .handOver: handOver(item)
    case .seeReferral(let to): see(item, to)
    case .closeReferral(let to): close(item, to)
    }
  }

  /// Tasks for cases that may have left.
  private mutating func attendElsewhere(_ item: Case, _ task: Task) -> Bool {
    switch task {
    case .confirmRelease:
      let receiver = item.release.receiver ?? roster.dispatch
      if act(.state(.releaseArrived(CaseOnly(item.id))), by: receiver) { planFollowUp(item.id) }
    case .recordFollowUp(let kind): record(kind, of: item)
    case .confirmReturn: act(.state(.returnConfirmed(CaseOnly(item.id))), by: roster.dispatch)
    case .confirmTransfer: act(.state(.transferArrived(CaseOnly(item.id))), by: roster.dispatch)
    case .recordBreach(let cause, let kind, let due):
      guard !drill.causesGiven.contains(FoundBreach(caseID: item.id, clock: kind)) else { break }
      let breach = BreachRecorded(item.id, .clock, cause, clock: kind)
      act(.state(.breachRecorded(breach)), by: roster.supervisor(clock), at: due)
    default: return false
    }
    return true
  }

  private mutating func resume(_ item: Case) {
    guard item.state == .onHold, let stage = item.stage else { return }
    if item.hold == .counsel && item.counselAnsweredAt == nil {
      later(item.id, .resume, in: random.minutes(15...40))
      return
    }
    state(.caseResumed(CaseOnly(item.id)), of: item.id, by: roster.floor(clock))
    enter(.serve(stage), in: .minutes(1))
  }

  private mutating func shower(_ item: Case) {
    let people = center.members(of: item).filter { $0.presence == .here && $0.showeredAt == nil }.map(\.id)
    guard !people.isEmpty else { return }
    var care = CareGiven()
    care.people = people
    care.care = .shower
    state(.careGiven(care), of: item.id, by: roster.floor(clock))
  }

  private mutating func waive(_ item: Case) {
    guard item.consultation.waivedAt == nil, item.determination == nil, !item.isChildAlone,
      item.consultation.orientedAt != nil, let eligible = center.eligibleAt(item), eligible > clock
    else { return }
    var waived = CaseInLanguage()
    waived.caseID = item.id
    waived.language = item.language ?? Fit.spanish
    guard state(.consultationWaived(waived), of: item.id, by: roster.legal) else { return }
    enter(.serve(.interview), in: random.minutes(2...6))
  }

  private mutating func askCounsel(_ item: Case) {
    guard item.determination == nil, item.counselAskedAt == nil, item.state == .waiting, !item.isChildAlone else {
      return
    }
    guard state(.counselRequested(CaseOnly(item.id)), of: item.id, by: roster.legal) else { return }
    enter(.attend(item.id, .answerCounsel), at: roster.officeTime(clock + random.hours(1...9), 7..<21, &random))
  }

  private mutating func answerCounsel(_ item: Case) {
    guard item.counselAskedAt != nil, item.counselAnsweredAt == nil else { return }
    var answered = CounselAnswered()
    answered.caseID = item.id
    answered.answer = random.chance(0.72) ? .reached : .declined
    guard state(.counselAnswered(answered), of: item.id, by: roster.legal, promptly: true) else { return }
    enter(.serve(.interview), in: random.minutes(2...6))
  }

  private mutating func withdraw(_ item: Case) {
    guard item.state == .waiting || item.state == .onHold, !item.isChildAlone, center.isTogether(item) else { return }
    guard item.step == .health || item.step == .interview || item.step == .review else { return }
    var departed = CaseDeparted()
    departed.caseID = item.id
    // A family with children says so and leaves together; who goes unannounced came without.
    departed.reason = random.chance(0.7) || item.kind == .familyUnit ? .withdrew : .leftUnannounced
    if departed.reason == .withdrew { departed.second = roster.supervisor(clock) }
    state(.caseDeparted(departed), of: item.id, by: roster.floor(clock), promptly: true)
  }

  private mutating func reunite(_ item: Case, with other: CaseID) {
    guard center.separations.contains(where: { $0.from == other && $0.to == item.id }),
      let whole = center.cases[other], whole.isOnRoll
    else { return }
    for served in [item, whole] where served.state == .called || served.state == .inService {
      later(item.id, .reunite(with: other), in: .minutes(30))
      return
    }
    var reunited = FamilyReunited()
    reunited.caseID = item.id
    reunited.with = other
    reunited.second = roster.floor(clock)
    guard state(.familyReunited(reunited), of: item.id, by: roster.supervisor(clock), promptly: true) else { return }
    lastTold[other] = clock
    for stage in Stage.allCases { enter(.serve(stage), in: .minutes(2)) }
  }

  /// A child whose tie nobody had stated is found to be someone's own, by two people; the family gets its place.
  private mutating func stateTie(_ item: Case, _ adult: PersonID) {
    guard item.isChildAlone, let child = item.members.first, let into = center.people[adult]?.caseID,
      let family = center.cases[into], family.isOnRoll, family.determination == nil, family.isolation == nil
    else { return }
    for served in [item, family] where served.state == .called || served.state == .inService {
      later(item.id, .stateTie(adult), in: .minutes(20))
      return
    }
    var stated = TieStated()
    stated.child = child
    stated.adult = adult
    stated.second = roster.supervisor(clock)
    guard state(.tieStated(stated), of: item.id, by: roster.childWelfare(clock), promptly: true) else { return }
    lastTold[into] = clock
    findPlaces()
    for stage in Stage.allCases { enter(.serve(stage), in: .minutes(2)) }
  }

  /// An interpreter or a line was found for a language nobody on duty speaks: an hour or so of it.
  private mutating func bookInterpreter(_ item: Case) {
    guard let language = item.language, item.state == .onHold, item.hold == .interpreter else { return }
    if drill.lacksInterpreters(of: language, at: clock) {
      return later(item.id, .bookInterpreter, in: flow.hours(0.5...2))
    }
    let now = center.interpreters.first { $0.language == language }
    if now.map({ $0.interpreters + $0.lines == 0 }) ?? true {
      var change = InterpretersChanged()
      change.language = language
      change.lines = 1
      guard act(.state(.interpretersChanged(change)), by: roster.dispatch) else { return }
    }
    resume(item)
  }
}
