extension Event {
  /// Visits every case whose wait, clocks or receiver an event may have changed, after it was applied.
  ///
  /// Exhaustive on purpose: a new event has to say here whom it concerns. `stateAt` concerns everyone and is
  /// loaded as a whole instead. `former` knows in which case a person was before the event.
  package func forEachCase(in center: Center, former: (PersonID) -> CaseID?, _ visit: (CaseID) -> Void) {
    switch self {
    case .stateAt, .arrivalAnnounced, .deskOpened, .deskClosed, .interpretersChanged, .capacityChanged,
      .alarmAcknowledged, .crisisDeclared, .crisisStoodDown, .actionDone, .alarmShelved, .alarmUnshelved,
      .serviceChanged, .thresholdChanged, .chargeTaken, .actionTaken, .reserveOrdered, .promiseMade, .promiseKept,
      .shiftSigned, .busOpened, .busCounted, .busClosed,
      .appointmentListed, .clockConfirmed, .dutyListed, .dutyEnded, .departureOpened, .departureLeft, .departureArrived,
      .placesHeld, .receiverChanged, .drillTakenOver, .injectFired, .injectHeld, .keysCounted, .drillEnded,
      .controlTaken:
      break
    case .commandRefused(let e): if let id = e.caseID { visit(id) }
    // Whom an undone entry concerned, it concerns again; the center knows them by the entry it takes back.
    case .entryUndone: for id in center.undone.map(center.cases(of:)) ?? [] { visit(id) }
    case .partyArrived(let e): for facts in e.cases { visit(facts.caseID) }
    case .casePlaced(let e): visit(e.caseID)
    case .caseCalled(let e): visit(e.caseID)
    case .caseRecalled(let e), .serviceStarted(let e), .serviceCompleted(let e): visit(e.caseID)
    case .caseHeld(let e): visit(e.caseID)
    case .caseExpedited(let e): visit(e.caseID)
    case .needsRecorded(let e): center.visitCase(of: e.person, visit)
    case .findingRecorded(let e): center.visitCase(of: e.person, visit)
    case .isolationOrdered(let e): visit(e.caseID)
    case .isolationRetested(let e): visit(e.caseID)
    case .careGiven(let e): center.visitCases(of: e.people, visit)
    case .peopleWentAway(let e): center.visitCases(of: e.people, visit)
    case .peopleCameBack(let e): center.visitCases(of: e.people, visit)
    case .orientationGiven(let e), .consultationWaived(let e): visit(e.caseID)
    case .counselAnswered(let e): visit(e.caseID)
    case .determinationMade(let e): visit(e.caseID)
    case .reviewDecided(let e): visit(e.caseID)
    case .childDetermined(let e): visit(e.caseID)
    case .childScreened(let e): visit(e.caseID)
    case .planMade(let e): visit(e.caseID)
    case .releaseStepDone(let e): visit(e.caseID)
    case .releaseOffered(let e), .releaseAccepted(let e), .releaseRefused(let e), .caseReleased(let e): visit(e.caseID)
    case .returnStepDone(let e): visit(e.caseID)
    case .caseReturned(let e): visit(e.caseID)
    case .transferAsked(let e), .transferAccepted(let e), .caseTransferred(let e): visit(e.caseID)
    case .caseDeparted(let e): visit(e.caseID)
    case .caseResumed(let e), .isolationEnded(let e), .counselRequested(let e), .reviewRequested(let e),
      .reviewDeclined(let e), .orrNotified(let e), .releaseArrived(let e), .consulateAsked(let e),
      .transferArrived(let e):
      visit(e.caseID)
    case .familySplit(let e):
      visit(e.caseID)
      visit(e.newCase)
    case .familyReunited(let e):
      visit(e.caseID)
      visit(e.with)
    case .tieStated(let e):
      // The child's former case is named nowhere in the event, nor by the center any more.
      if let id = former(e.child) { visit(id) }
      center.visitCase(of: e.adult, visit)
    case .factCorrected(let e):
      if let person = e.person { center.visitCase(of: person, visit) }
      if let id = e.caseID, let party = center.cases[id]?.party { center.visitCases(of: party, visit) }
    case .healthChecked(let e): center.visitCase(of: e.person, visit)
    case .fitnessJudged(let e): center.visitCase(of: e.person, visit)
    case .treatmentGiven(let e): center.visitCase(of: e.person, visit)
    case .recordOpened(let e): center.visitCase(of: e.person, visit)
    case .ageDisputed(let e): center.visitCase(of: e.person, visit)
    case .referralAsked(let e), .referralSeen(let e): visit(e.caseID)
    case .referralClosed(let e): visit(e.caseID)
    case .stayExplained(let e): visit(e.caseID)
    case .interviewBooked(let e): visit(e.caseID)
    case .interviewUnbooked(let e): visit(e.caseID)
    case .interpreterSought(let e): visit(e.caseID)
    case .transferRefused(let e): visit(e.caseID)
    case .pickupPlanned(let e): visit(e.caseID)
    case .departureBoarded(let e), .departureUnboarded(let e): visit(e.caseID)
    case .followUpPlanned(let e): visit(e.caseID)
    case .followUpRecorded(let e): visit(e.caseID)
    case .consulateAnswered(let e): visit(e.caseID)
    case .returnStopped(let e): visit(e.caseID)
    case .returnConfirmed(let e): visit(e.caseID)
    case .breachRecorded(let e): visit(e.caseID)
    case .valueConfirmed(let e): center.visitCase(of: e.person, visit)
    case .detailsRecorded(let e): center.visitCase(of: e.person, visit)
    case .detailsErased(let e): center.visitCase(of: e.person, visit)
    }
  }

  /// Whether the event may open or end a co-placement.
  package var touchesBreaches: Bool {
    switch self {
    case .stateAt, .breachRecorded, .casePlaced, .caseReleased, .caseReturned, .caseTransferred, .caseDeparted,
      .familyReunited, .tieStated, .familySplit, .factCorrected, .ageDisputed, .entryUndone:
      true
    default: false
    }
  }
}

extension Command {
  /// The cases that a command names, or that the people or the desk it names belong to.
  package func cases(in center: Center) -> Set<CaseID> {
    var cases: Set<CaseID> = []
    switch self {
    case .arrive, .undo: break
    case .place(let id, _, _), .complete(let id), .split(let id, _, _, _): cases.insert(id)
    case .callNext(let desk): if let id = center.desk(desk)?.serving { cases.insert(id) }
    case .correct(let fact):
      if let id = fact.caseID ?? fact.person.flatMap({ center.people[$0]?.caseID }) { cases.insert(id) }
    case .state(let event):
      event.forEachCase(in: center, former: { center.people[$0]?.caseID }) { cases.insert($0) }
    case .stateAll(let events):
      for event in events {
        event.forEachCase(in: center, former: { center.people[$0]?.caseID }) { cases.insert($0) }
      }
    }
    return cases
  }
}

extension Center {
  fileprivate func visitCase(of person: PersonID, _ visit: (CaseID) -> Void) {
    if let id = people[person]?.caseID { visit(id) }
  }

  fileprivate func visitCases(of ids: [PersonID], _ visit: (CaseID) -> Void) {
    var last: CaseID?
    for person in ids {
      guard let id = people[person]?.caseID, id != last else { continue }
      visit(id)
      last = id
    }
  }

  fileprivate func visitCases(of party: PartyID, _ visit: (CaseID) -> Void) {
    for id in parties[party]?.cases ?? [] { visit(id) }
  }
}
