import CaseFlow

// Case management and every way out.

/// How many people each receiver was asked to take on a local day.
struct ReceiverPlaces: Sendable {
  private var taken: [Code: Int] = [:]
  private var day: CivilDate?
  /// Who refused a case already.
  var refused: [CaseID: [Code]] = [:]

  func left(_ receiver: ReceiverPlan, on today: CivilDate) -> Int {
    receiver.places - (day == today ? taken[receiver.code] ?? 0 : 0)
  }

  mutating func take(_ people: Int, of receiver: Code, on today: CivilDate) {
    if day != today {
      day = today
      taken = [:]
    }
    taken[receiver, default: 0] += people
  }
}

extension Simulator {
  mutating func finishCaseManagement(_ item: Case, _ desk: DeskID, _ staff: Code) {
    var made = PlanMade()
    made.caseID = item.id
    made.plan = item.determination?.outcome == .negative && item.review.result != .reversed ? .return : .release
    guard state(.planMade(made), of: item.id, by: staff, desk: desk) else { return }
    if made.plan == .return {
      // Planned anew after a change of mind, it was served before.
      if !item.returnSteps.contains(.basisServed) { finishReturnStep(.basisServed, item.id, staff, desk) }
    } else {
      for step in [ReleaseStep.address, .checkIn, .hearing, .contact] where !random.chance(0.06) {
        finishReleaseStep(step, item.id, staff, desk)
      }
    }
    guard complete(item, desk, staff) else { return }
    if made.plan == .return { planReturn(item.id) } else { planRelease(item.id) }
  }

  private mutating func planRelease(_ id: CaseID) {
    for step in ReleaseStep.allCases where center.cases[id]?.release.steps.contains(step) == false {
      enter(.attend(id, .releaseStep(step)), at: roster.officeTime(clock + random.hours(0.3...2.6), 6..<23, &random))
    }
    enter(.attend(id, .offer), at: roster.officeTime(clock + random.minutes(8...50), 7..<22, &random))
  }

  private mutating func finishReleaseStep(_ step: ReleaseStep, _ id: CaseID, _ staff: Code, _ desk: DeskID? = nil) {
    var done = ReleaseStepDone()
    done.caseID = id
    done.step = step
    state(.releaseStepDone(done), of: id, by: staff, desk: desk)
  }

  mutating func finishReleaseStep(_ item: Case, _ step: ReleaseStep) {
    guard item.plan == .release, !item.release.steps.contains(step) else { return }
    finishReleaseStep(step, item.id, step == .medicines ? roster.nurse(clock) : roster.floor(clock))
  }

  /// Offers a case to an open receiver that has places and has not refused it.
  mutating func offer(_ item: Case) {
    guard item.plan == .release, item.step == .leaving, item.release.acceptedAt == nil, !item.isChildAlone else {
      return
    }
    let local = roster.local(clock)
    let fits = center.plan.receivers.filter {
      ($0.opens..<max($0.opens + 1, $0.closes)).contains(local.hour)
        && places.left($0, on: local.date) >= item.members.count
        && places.refused[item.id]?.contains($0.code) != true
        && center.objection(toOffering: item, to: $0.code, at: clock) == nil
    }
    guard let index = random.weighted(fits.map { Double(places.left($0, on: local.date)) }) else {
      places.refused[item.id] = nil
      enter(.attend(item.id, .offer), at: roster.officeTime(clock + random.minutes(40...90), 7..<22, &random))
      return
    }
    let receiver = fits[index]
    guard
      state(
        .releaseOffered(ReceiverOfCase(item.id, receiver.code)), of: item.id, by: roster.floor(clock), promptly: true)
    else { return }
    places.take(item.members.count, of: receiver.code, on: local.date)
    let answered = clock + random.minutes(8...75)
    enter(
      .attend(item.id, .answerOffer),
      at: roster.officeTime(answered, receiver.opens..<max(receiver.opens + 1, receiver.closes), &random))
  }

  mutating func answerOffer(_ item: Case) {
    guard let receiver = item.release.receiver, item.release.acceptedAt == nil else { return }
    let answer = ReceiverOfCase(item.id, receiver)
    if drill.isShut(receiver, at: clock) || random.chance(0.11) {
      guard state(.releaseRefused(answer), of: item.id, by: roster.floor(clock), promptly: true) else { return }
      places.refused[item.id, default: []].append(receiver)
      places.take(-item.members.count, of: receiver, on: roster.local(clock).date)
      later(item.id, .offer, in: random.minutes(10...60))
    } else {
      state(.releaseAccepted(answer), of: item.id, by: roster.floor(clock), promptly: true)
    }
  }
}

extension Simulator {
  private mutating func planReturn(_ id: CaseID) {
    guard let item = center.cases[id], let made = item.determination else { return }
    let final = item.review.result == .upheld ? clock : made.at + center.rules.reviewWindow
    enter(.attend(id, .askConsulate), at: roster.officeTime(max(clock, final) + random.hours(0.5...3), 8..<17, &random))
    for step in ReturnStep.needed(for: item)
    where step != .identityVerified && step != .travelDocument && !item.returnSteps.contains(step) {
      enter(.attend(id, .returnStep(step)), at: roster.officeTime(clock + random.hours(1...20), 7..<20, &random))
    }
    prepareHandOver(id)
  }

  /// The consulate is asked only once the negative is final; identity and a travel document follow.
  mutating func askConsulate(_ item: Case) {
    guard item.consulateAskedAt == nil else { return }
    guard item.isChildAlone ? item.child.mayReturn : center.isNegativeFinal(item, at: clock) else { return }
    guard state(.consulateAsked(CaseOnly(item.id)), of: item.id, by: roster.floor(clock), promptly: true) else {
      return
    }
    enter(.attend(item.id, .answerConsulate), at: roster.officeTime(clock + random.hours(2...16), 8..<17, &random))
    let verified = roster.officeTime(clock + random.hours(3...20), 8..<17, &random)
    enter(.attend(item.id, .returnStep(.identityVerified)), at: verified)
    enter(
      .attend(item.id, .returnStep(.travelDocument)),
      at: roster.officeTime(verified + random.hours(18...52), 8..<17, &random))
  }

  /// The consulate names nobody beyond those whom the center knows; the other end is ready for them all.
  mutating func answerConsulate(_ item: Case) {
    guard item.consulateAskedAt != nil, item.consulateAnswer == nil else { return }
    var answered = ConsulateAnswered()
    answered.caseID = item.id
    answered.vulnerable = center.vulnerable(item)
    answered.hasProtocol = true
    guard state(.consulateAnswered(answered), of: item.id, by: roster.floor(clock), promptly: true) else { return }
    prepareHandOver(item.id)
  }

  private mutating func finishReturnStep(_ step: ReturnStep, _ id: CaseID, _ staff: Code, _ desk: DeskID? = nil) {
    var done = ReturnStepDone()
    done.caseID = id
    done.step = step
    state(.returnStepDone(done), of: id, by: staff, desk: desk, promptly: true)
  }

  mutating func finishReturnStep(_ item: Case, _ step: ReturnStep) {
    guard item.plan == .return || item.child.mayReturn, !item.returnSteps.contains(step) else { return }
    if step == .basisServed, item.isChildAlone { writeBasis(item) }
    finishReturnStep(step, item.id, step == .fitnessToTravel ? roster.nurse(clock) : roster.floor(clock))
    prepareHandOver(item.id)
  }

  /// On what a child's return rests is written down and sealed; a simulated day has the seal alone.
  private mutating func writeBasis(_ item: Case) {
    for person in item.members {
      var recorded = DetailsRecorded()
      recorded.person = person
      recorded.fields = [.note]
      recorded.seal = (0..<64).map { _ in String(random.below(16), radix: 16) }.joined()
      state(.detailsRecorded(recorded), of: item.id, by: roster.childWelfare(clock))
    }
  }

  /// Once nothing is missing, the hand-over follows.
  private mutating func prepareHandOver(_ id: CaseID) {
    guard let item = center.cases[id], item.consulateAnswer != nil,
      ReturnStep.needed(for: item).allSatisfy(item.returnSteps.contains)
    else { return }
    enter(.attend(id, .handOver), at: roster.officeTime(clock + random.hours(1...8), 8..<18, &random))
  }

  /// Someone to be returned will not go and is with case management again: what is served and verified stays so. Who
  /// speaks of fear is heard again.
  mutating func changeMind() {
    let returning = center.cases.items.filter { $0.isOnRoll && $0.plan == .return && $0.step == .leaving }
    guard let item = flow.pick(returning) else { return }
    var stopped = ReturnStopped()
    stopped.caseID = item.id
    stopped.reason = flow.chance(0.5) ? .fear : .changedMind
    guard state(.returnStopped(stopped), of: item.id, by: roster.floor(clock), promptly: true) else { return }
    enter(.serve(stopped.reason == .fear ? .interview : .caseManagement), in: flow.minutes(2...6))
  }

  mutating func handOver(_ item: Case) {
    guard item.isChildAlone || item.plan == .return && item.step == .leaving else { return }
    if item.isChildAlone { notifyORR(item) }
    guard center.isTogether(item), item.isolation == nil, !item.isChildAlone || item.step == .childrenAlone else {
      enter(.attend(item.id, .handOver), at: roster.officeTime(clock + random.hours(3...8), 8..<18, &random))
      return
    }
    var returned = CaseReturned()
    returned.caseID = item.id
    returned.second = roster.transportSecond(clock)
    guard state(.caseReturned(returned), of: item.id, by: roster.transport(clock), promptly: true) else { return }
    later(item.id, .confirmReturn, in: random.hours(2...20))
  }
}

extension Simulator {
  mutating func askTransfer(_ item: Case, _ to: Destination) {
    guard item.transfer.askedAt == nil else { return }
    let by = to == .orr ? roster.childWelfare(clock) : roster.supervisor(clock)
    guard state(.transferAsked(TransferOfCase(item.id, to)), of: item.id, by: by) else { return }
    later(item.id, .acceptTransfer(to), in: answer(of: to))
  }

  /// How long an answer to a request for a transfer takes.
  mutating func answer(of destination: Destination) -> Span {
    switch destination {
    case .orr: random.chance(0.85) ? random.hours(9...46) : random.hours(60...90)
    case .hospital: random.minutes(15...60)
    case .otherCenter, .custody: random.hours(0.8...4)
    }
  }

  mutating func acceptTransfer(_ item: Case, _ to: Destination) {
    guard item.transfer.destination == to, item.transfer.acceptedAt == nil else { return }
    if to == .orr, item.transfer.refusals.count < 2, flow.chance(0.12) {
      return refuseTransfer(
        item, to, item.members.count > 1 ? .familySize : flow.chance(0.6) ? .capacity : .age)
    }
    let by = to == .orr ? roster.childWelfare(clock) : roster.supervisor(clock)
    guard state(.transferAccepted(TransferOfCase(item.id, to)), of: item.id, by: by, promptly: true) else { return }
    let pickup = roster.officeTime(clock + random.hours(0.5...4), 7..<21, &random)
    enter(.attend(item.id, .transfer(to)), at: pickup)
    guard to != .hospital else { return }
    var planned = PickupPlanned()
    planned.caseID = item.id
    planned.expected = pickup
    state(.pickupPlanned(planned), of: item.id, by: roster.transport(clock), promptly: true)
  }

  /// ORR has no place now, says why, and is asked again.
  mutating func refuseTransfer(_ item: Case, _ to: Destination, _ reason: PlaceRefusal) {
    var refused = TransferRefused()
    refused.caseID = item.id
    refused.to = to
    refused.reason = reason
    guard state(.transferRefused(refused), of: item.id, by: roster.childWelfare(clock), promptly: true) else { return }
    later(item.id, .askTransfer(to), in: flow.hours(1...5))
  }

  mutating func transfer(_ item: Case, _ to: Destination) {
    let mayLeave =
      item.state != .inService && item.state != .called
      && (to == .hospital || item.isolation == nil && center.toIsolate(item) == nil && center.isTogether(item))
    guard mayLeave else {
      later(item.id, .transfer(to), in: random.minutes(40...120))
      return
    }
    // ORR hears of a child before it leaves the roll, wherever it goes.
    if item.isChildAlone { notifyORR(item) }
    // Someone heard and found credible meanwhile stays for the release.
    if to == .custody && item.plan == .release { return }
    guard state(.caseTransferred(TransferOfCase(item.id, to)), of: item.id, by: roster.transport(clock), promptly: true)
    else {
      return
    }
    later(item.id, .confirmTransfer, in: random.hours(1...8))
  }
}
