import CaseFlow

/// Commands such as a hurried, mistaken or hostile operator might give: most fit the moment, many do not.
struct RandomCommands {
  var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  mutating func one<T>(_ items: [T]) -> T? { items.randomElement(using: &random) }
  mutating func chance(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &random) < share }

  private static let people = ["op1", "op2", "sup1"].compactMap { Code($0) }

  mutating func actor() -> Code { one(Self.people) ?? .none }

  mutating func caseID(in center: Center) -> CaseID {
    if chance(0.02) { return CaseID(number: Int32.random(in: -5...9_999, using: &random)) }
    let recent = center.cases.items.suffix(60)
    return recent.randomElement(using: &random)?.id ?? CaseID(number: 1)
  }

  mutating func person(in center: Center) -> PersonID {
    if chance(0.02) { return PersonID(number: Int32.random(in: -5...9_999, using: &random)) }
    return center.people.items.suffix(120).randomElement(using: &random)?.id ?? PersonID(number: 1)
  }

  mutating func desk() -> DeskID {
    DeskID(stage: one(Stage.allCases) ?? .health, number: UInt8.random(in: 1...4, using: &random))
  }

  mutating func arrival() -> Arrival {
    var arrival = Arrival()
    arrival.transport = one(Transport.allCases) ?? .bus
    if chance(0.2) { arrival.bus = BusID(number: Int32.random(in: 1...6, using: &random)) }
    if chance(0.1) { arrival.appointment = Code("A\(Int.random(in: 1...9, using: &random))") }
    arrival.language = one([Code("spa"), Code("mam"), Code("por"), Code("kek"), nil] as [Code?]) ?? nil
    arrival.nationality = one([Code("VEN"), Code("MEX"), Code("GTM"), nil] as [Code?]) ?? nil
    for _ in 0..<Int.random(in: chance(0.02) ? 0...60 : 1...5, using: &random) {
      let age = chance(0.1) ? nil : Years(Int.random(in: 0...80, using: &random))
      let band: AgeBand = age.map { $0.count < 18 ? .child : .adult } ?? (chance(0.5) ? .child : .adult)
      let needs =
        chance(0.2) ? NeedSet(asked: true, [Need(code: "SM-CC"), Need(code: "SV")].compactMap(\.self)) : NeedSet()
      arrival.members.append(
        ArrivalMember(
          age: age, band: chance(0.02) ? .child : band, sex: one(Sex.allCases) ?? .x, tie: one(Tie.allCases) ?? .head,
          needs: needs))
    }
    return arrival
  }

  mutating func correction(in center: Center) -> FactCorrected {
    var fact = FactCorrected()
    fact.wrongs = Int.random(in: 0...Int(max(1, center.seq + 2)), using: &random)
    if chance(0.7) {
      fact.person = person(in: center)
      fact.age = Years(Int.random(in: 0...70, using: &random))
      if chance(0.5) { fact.second = actor() }
    } else {
      fact.caseID = caseID(in: center)
      fact.language = Code("por")
      if chance(0.5) { fact.nationality = one([Code("MEX"), Code("GTM")]) }
    }
    return fact
  }

  mutating func command(in center: Center) -> Command {
    if chance(0.05) { return .undo }
    if chance(0.06) { return .state(schedule(in: center)) }
    if chance(0.05) { return .state(health(in: center)) }
    let isAwaited = center.queue(of: .interview).contains { center.cases[$0]?.hasCounsel ?? false }
    if chance(isAwaited ? 0.2 : 0.05) { return .state(counsel(of: caseID(in: center), in: center)) }
    if chance(0.3), let counselled = withCounsel(in: center) { return counselled }
    if chance(0.5), let forward = forward(in: center) { return forward }
    switch Int.random(in: 0..<100, using: &random) {
    case 0..<8: return .arrive(arrival())
    case 8..<26:
      // Serve whoever can be served, so that cases get far.
      let open = center.desks.filter { $0.isOpen && $0.serving == nil }
      return .callNext(one(open)?.id ?? desk())
    case 26..<44:
      if let called = one(center.desks.filter { $0.serving.flatMap { center.cases[$0] }?.state == .called }),
        let id = called.serving
      {
        return .state(.serviceStarted(CaseAtDesk(id, called.id)))
      }
      return .state(.serviceStarted(CaseAtDesk(caseID(in: center), desk())))
    case 44..<60:
      let id = one(center.desks.compactMap(\.serving)) ?? caseID(in: center)
      return .complete(id)
    case 60..<62: return .correct(correction(in: center))
    case 62: return .state(truth(in: center))
    case 63: return .state(entry(in: center))
    case 70..<75: return .state(outwards(in: center))
    case 64..<67:
      let id = caseID(in: center)
      let members = center.cases[id]?.members ?? []
      let some = members.filter { _ in Bool.random(using: &random) }
      return .split(id, people: some, reason: one(SplitReason.allCases) ?? .safety, second: actor())
    case 67..<70:
      return .place(
        caseID(in: center), in: chance(0.5) ? one(center.areas)?.code : nil, override: chance(0.2) ? actor() : nil)
    default: return .state(event(in: center))
    }
  }

  /// What a busy center would do next for some case, so that cases reach every end.
  mutating func forward(in center: Center) -> Command? {
    if let closed = one(center.desks.filter { !$0.isOpen }), chance(0.3) {
      var e = DeskOpened()
      e.desk = closed.id
      e.staff = Code("st\(closed.id.stage.index)\(closed.id.number)") ?? .none
      return .state(.deskOpened(e))
    }
    let onRoll = center.cases.items.filter(\.isOnRoll)
    let outward = onRoll.filter { $0.step == .leaving || $0.step == .childrenAlone || $0.step == .review }
    guard let item = (chance(0.3) ? one(outward) : nil) ?? one(onRoll) else { return nil }
    let id = item.id
    switch item.step {
    case .reception, .health, .interview: return forwardInStage(item, center)
    case .review:
      var e = ReviewDecided()
      e.caseID = id
      e.result = chance(0.7) ? .upheld : .reversed
      return .state(
        chance(0.4) ? .reviewDecided(e) : chance(0.5) ? .reviewDeclined(CaseOnly(id)) : .reviewRequested(CaseOnly(id)))
    case .caseManagement:
      guard item.state == .inService, item.plan == nil else { return forwardInStage(item, center) }
      var e = PlanMade()
      e.caseID = id
      e.plan = item.determination?.outcome == .negative && item.review.result != .reversed ? .return : .release
      return .state(.planMade(e))
    case .leaving: return .state(item.plan == .return ? returning(item) : releasing(item, in: center))
    case .childrenAlone: return .state(referring(item))
    case .exited: return nil
    }
  }

  private mutating func forwardInStage(_ item: Case, _ center: Center) -> Command {
    if item.step == .interview && item.consultation.orientedAt == nil {
      return .state(
        .orientationGiven(
          {
            var e = CaseInLanguage(); e.caseID = item.id; e.language = Code("spa"); return e
          }()))
    }
    guard let desk = item.desk else {
      return .callNext(DeskID(stage: item.stage ?? .health, number: UInt8.random(in: 1...3, using: &random)))
    }
    if item.state == .called { return .state(.serviceStarted(CaseAtDesk(item.id, desk))) }
    if item.step == .health, let screening = screening(item, center) { return .state(screening) }
    if item.step == .interview && item.determination == nil {
      var e = DeterminationMade()
      e.caseID = item.id
      e.outcome = chance(0.6) ? .negative : .positive
      e.basis = e.outcome.bases[0]
      e.reviewer = Code("rev1")
      return .state(.determinationMade(e))
    }
    return .complete(item.id)
  }

  /// When it happened: now mostly, sometimes at any time, and a way out often while it was still prepared.
  mutating func time(of command: Command, in center: Center, now: Instant) -> Instant? {
    if let id = command.exit, let item = center.cases[id], chance(0.5) {
      // Since it was accepted, or came to where it leaves from.
      let since = [item.changedAt, item.release.acceptedAt, item.transfer.acceptedAt].compactMap(\.self).max() ?? now
      return now - .minutes(Int.random(in: 0...max(0, (now - since).wholeSeconds / 60), using: &random))
    }
    return chance(0.1) ? now - .minutes(Int.random(in: -30...300, using: &random)) : nil
  }

  private mutating func releasing(_ item: Case, in center: Center) -> Event {
    if item.release.acceptedAt == nil, chance(0.3) {
      let casa = ReceiverOfCase(item.id, Code("casa"))
      return item.release.offeredAt == nil ? .releaseOffered(casa) : .releaseAccepted(casa)
    }
    for step in Guard.releaseNeeds where !item.release.steps.contains(step) {
      return .releaseStepDone(
        {
          var e = ReleaseStepDone(); e.caseID = item.id; e.step = step; return e
        }())
    }
    let casa = ReceiverOfCase(item.id, Code("casa"))
    if item.release.offeredAt == nil { return .releaseOffered(casa) }
    if item.release.acceptedAt == nil { return .releaseAccepted(casa) }
    if chance(0.3) { return preparing(item) }
    if let bus = one(center.departures.filter { $0.leftAt == nil }), chance(0.5) {
      return .departureBoarded(DepartureOfCase(bus.id, item.id))
    }
    return .caseReleased(casa)
  }

  /// One more thing that is done towards a way out, needed or not.
  private mutating func preparing(_ item: Case) -> Event {
    var e = ReleaseStepDone()
    e.caseID = item.id
    e.step = one(ReleaseStep.allCases) ?? .property
    return .releaseStepDone(e)
  }

  private mutating func returning(_ item: Case) -> Event {
    if chance(0.05) {
      return .caseReturned(
        {
          var e = CaseReturned(); e.caseID = item.id; e.second = Code("rev1"); return e
        }())
    }
    if item.consulateAskedAt == nil { return .consulateAsked(CaseOnly(item.id)) }
    if item.consulateAnswer?.hasProtocol != true, chance(0.2) { return answering(item) }
    for step in ReturnStep.needed(for: item) where !item.returnSteps.contains(step) {
      if step == .basisServed, item.isChildAlone, let child = item.members.first, chance(0.7) {
        var noted = DetailsRecorded()
        noted.person = child
        noted.fields = [.note]
        noted.seal = String(repeating: "c", count: 64)
        return .detailsRecorded(noted)
      }
      return .returnStepDone(
        {
          var e = ReturnStepDone(); e.caseID = item.id; e.step = step; return e
        }())
    }
    if item.consulateAnswer?.hasProtocol != true { return answering(item) }
    return .caseReturned(
      {
        var e = CaseReturned(); e.caseID = item.id; e.second = Code("rev1"); return e
      }())
  }

  private mutating func referring(_ item: Case) -> Event {
    if item.nationality == Code("MEX") && item.child.screenedAt == nil && chance(0.5) {
      return .childScreened(
        {
          var e = ChildScreened()
          e.caseID = item.id
          e.noTraffickingSigns = true
          e.noFearOfReturn = true
          e.ableToDecide = true
          e.ownDecision = true
          e.second = Code("rev1")
          return e
        }())
    }
    if item.child.mayReturn { return returning(item) }
    if item.child.determinedAt == nil {
      return .childDetermined(
        {
          var e = ChildDetermined(); e.caseID = item.id; return e
        }())
    }
    if item.child.orrNotifiedAt == nil { return .orrNotified(CaseOnly(item.id)) }
    let orr = TransferOfCase(item.id, .orr)
    if item.transfer.destination != .orr { return .transferAsked(orr) }
    if item.transfer.acceptedAt == nil { return .transferAccepted(orr) }
    return chance(0.3) ? preparing(item) : .caseTransferred(orr)
  }

  private mutating func answering(_ item: Case) -> Event {
    var e = ConsulateAnswered()
    e.caseID = item.id
    e.hasProtocol = chance(0.7)
    return .consulateAnswered(e)
  }

  /// What live entry adds: buses, appointments, details, the clock.
  mutating func entry(in center: Center) -> Event {
    let bus = one(center.buses)?.id ?? BusID(number: 1)
    switch Int.random(in: 0..<7, using: &random) {
    case 0:
      var e = BusOpened()
      e.bus = chance(0.9) ? center.nextBus : bus
      e.announced = Int.random(in: -1...40, using: &random)
      return .busOpened(e)
    case 1:
      var e = BusCounted()
      e.bus = bus
      e.people = Int.random(in: -1...20, using: &random)
      return .busCounted(e)
    case 2:
      var e = BusClosed()
      e.bus = bus
      e.because = chance(0.6) ? one(BusDifference.allCases) : nil
      return .busClosed(e)
    case 3:
      var e = AppointmentListed()
      e.appointment = Code("A\(Int.random(in: 1...9, using: &random))") ?? .none
      e.expected = center.now
      return .appointmentListed(e)
    case 4:
      var e = DetailsErased()
      e.person = person(in: center)
      e.second = actor()
      return .detailsErased(e)
    case 5:
      var e = ClockConfirmed()
      e.second = actor()
      return .clockConfirmed(e)
    default:
      var e = DetailsRecorded()
      e.person = person(in: center)
      e.fields = [one(DetailField.allCases) ?? .note]
      e.seal = String(repeating: chance(0.9) ? "b" : "g", count: 64)
      return .detailsRecorded(e)
    }
  }

  /// Any event, with its case, people and choices drawn at random.
  mutating func event(in center: Center) -> Event {
    let id = caseID(in: center)
    let item = center.cases[id]
    switch Int.random(in: 0..<42, using: &random) {
    case 0..<4:
      var e = DeskOpened()
      e.desk = desk()
      e.staff = Code("st\(Int.random(in: 1...12, using: &random))") ?? .none
      return .deskOpened(e)
    case 4:
      return .deskClosed(
        {
          var e = DeskClosed(); e.desk = desk(); return e
        }())
    case 5..<8:
      var e = CaseInLanguage()
      e.caseID = id
      e.language = Code("spa")
      return chance(0.7) ? .orientationGiven(e) : .consultationWaived(e)
    case 8..<12:
      var e = DeterminationMade()
      let serving = center.desks.filter { $0.id.stage == .interview }.compactMap(\.serving)
      e.caseID = one(serving) ?? id
      e.outcome = one(Outcome.allCases) ?? .negative
      e.basis = chance(0.9) ? e.outcome.bases[0] : one(Basis.allCases) ?? .documents
      e.reviewer = actor()
      return .determinationMade(e)
    case 12..<14:
      var e = PlanMade()
      let serving = center.desks.filter { $0.id.stage == .caseManagement }.compactMap(\.serving)
      e.caseID = one(serving) ?? id
      e.plan = one(Plan.allCases) ?? .release
      return .planMade(e)
    case 14: return .reviewRequested(CaseOnly(id))
    case 15: return .reviewDeclined(CaseOnly(id))
    case 16:
      var e = ReviewDecided()
      e.caseID = id
      e.result = one(ReviewResult.allCases) ?? .upheld
      return .reviewDecided(e)
    case 17: return .consulateAsked(CaseOnly(id))
    case 18, 19:
      var e = ReturnStepDone()
      e.caseID = id
      e.step = one(ReturnStep.allCases) ?? .property
      return .returnStepDone(e)
    case 20:
      var e = CaseReturned()
      e.caseID = id
      e.second = actor()
      return .caseReturned(e)
    case 21, 22:
      var e = ReleaseStepDone()
      e.caseID = id
      e.step = one(ReleaseStep.allCases) ?? .address
      return .releaseStepDone(e)
    case 23: return .releaseOffered(ReceiverOfCase(id, Code("casa")))
    case 24: return .releaseAccepted(ReceiverOfCase(id, Code("casa")))
    case 25: return .caseReleased(ReceiverOfCase(id, Code("casa")))
    case 26: return .releaseArrived(CaseOnly(id))
    case 27: return .transferAsked(TransferOfCase(id, one(Destination.allCases) ?? .orr))
    case 28: return .transferAccepted(TransferOfCase(id, item?.transfer.destination ?? .orr))
    case 29: return .caseTransferred(TransferOfCase(id, item?.transfer.destination ?? .custody))
    case 30:
      return .caseDeparted(
        {
          var e = CaseDeparted()
          e.caseID = id
          e.reason = one([.withdrew, .withdrew, .leftUnannounced, .died]) ?? .withdrew
          if chance(0.8) { e.second = actor() }
          return e
        }())
    case 31: return .caseHeld(CaseHeld(id, one(HoldReason.allCases) ?? .rest))
    case 32: return .caseResumed(CaseOnly(id))
    case 33:
      return .isolationOrdered(
        {
          var e = FindingOfCase(); e.caseID = id; return e
        }())
    case 34:
      var e = IsolationRetested()
      e.caseID = id
      e.clear = chance(0.5)
      return chance(0.5) ? .isolationRetested(e) : .isolationEnded(CaseOnly(id))
    case 35:
      var e = PeopleWentAway()
      e.people = [person(in: center)]
      return chance(0.3) ? .peopleWentAway(e) : .peopleCameBack(PeopleOnly(e.people))
    case 36:
      var e = FamilyReunited()
      let open = one(center.separations)
      e.caseID = open?.to ?? id
      e.with = open?.from ?? caseID(in: center)
      e.second = Code("sup7")
      return .familyReunited(e)
    case 37:
      var e = TieStated()
      e.child = person(in: center)
      e.adult = person(in: center)
      e.second = actor()
      return .tieStated(e)
    case 38:
      var e = ChildScreened()
      e.caseID = id
      e.noTraffickingSigns = true
      e.noFearOfReturn = true
      e.ableToDecide = true
      e.ownDecision = chance(0.8)
      e.second = actor()
      return .childScreened(e)
    case 39:
      return chance(0.5)
        ? .childDetermined(
          {
            var e = ChildDetermined(); e.caseID = id; return e
          }()) : .orrNotified(CaseOnly(id))
    case 40:
      var e = CapacityChanged()
      e.area = one(center.areas)?.code ?? .none
      e.part = one(CapacityPart.allCases) ?? .staffed
      e.places = Int.random(in: 0...30, using: &random)
      return .capacityChanged(e)
    default: return one(Event.blanks) ?? .caseResumed(CaseOnly(id))
    }
  }
}

extension Command {
  /// The case that it sends on its way out, or nil.
  fileprivate var exit: CaseID? {
    guard case .state(let event) = self else { return nil }
    return switch event {
    case .caseReleased(let e): e.caseID
    case .caseReturned(let e): e.caseID
    case .caseTransferred(let e): e.caseID
    default: nil
    }
  }
}
