// Apply: total and pure. It reads nothing but the record and the center it changes; an event that names
// someone unknown changes nothing. What may not happen is refused before, by `objection(to:)`.

extension Center {
  /// Folds one record into the center. Constant time but for the queue a case joins or leaves.
  package mutating func apply(_ record: Record) {
    keep(record)
    seq = record.seq
    cases.change = record.seq
    people.change = record.seq
    now = max(now, record.recorded)
    let at = record.at
    latestAt = max(latestAt, at)
    prepare(record.event, at)
    switch record.event {
    case .stateAt(let opening): open(opening)
    case .arrivalAnnounced(let e): announce(e)
    case .partyArrived(let e): arrive(e, at, by: record.by)
    case .casePlaced(let e): place(e, at)
    case .caseCalled(let e): call(e, at)
    case .caseRecalled(let e): cases.update(e.caseID) { $0.recalls += 1 }
    case .serviceStarted(let e): start(e, at)
    case .serviceCompleted(let e): complete(e, at)
    case .caseHeld(let e): hold(e, at)
    case .caseResumed(let e): resume(e, at)
    case .caseExpedited(let e): cases.update(e.caseID) { $0.expedited = e.reason }
    case .needsRecorded(let e): people.update(e.person) { $0.needs = NeedSet(asked: true, e.needs) }
    case .findingRecorded(let e): find(e, at)
    case .isolationOrdered(let e): isolate(e, at, by: record.by)
    case .isolationRetested(let e):
      noteBrokenClocks(of: e.caseID, at, [.retest])
      cases.update(e.caseID) {
        $0.isolation?.testedAt = at
        $0.isolation?.clear = e.clear
        $0.isolation?.by = record.by
      }
    case .isolationEnded(let e):
      cases.update(e.caseID) {
        $0.isolation = nil
        $0.isolatedUntil = at
      }
    case .careGiven(let e): for id in e.people { people.update(id) { $0.take(e.care, at) } }
    case .peopleWentAway(let e): move(e.people, to: e.to, at)
    case .peopleCameBack(let e): move(e.people, to: .here, at)
    case .orientationGiven(let e):
      cases.update(e.caseID) {
        guard $0.consultation.orientedAt == nil else { return }
        $0.consultation.orientedAt = at
        $0.consultation.orientedBy = record.by
      }
    case .consultationWaived(let e):
      cases.update(e.caseID) {
        $0.consultation.waivedAt = at
        $0.consultation.waivedBy = record.by
        $0.consultation.waivedIn = e.language
      }
    case .counselRequested(let e):
      cases.update(e.caseID) {
        $0.counselAskedAt = at
        $0.counselAnsweredAt = nil
      }
    case .counselAnswered(let e):
      cases.update(e.caseID) {
        $0.counselAnsweredAt = at
        $0.hasCounsel = e.answer == .reached
      }
    case .determinationMade(let e):
      var determination = Determination()
      determination.at = at
      determination.outcome = e.outcome
      determination.basis = e.basis
      determination.officer = record.by
      determination.reviewer = e.reviewer
      cases.update(e.caseID) {
        $0.determination = determination
        $0.returnStopped = nil
        $0.booking = nil
      }
    case .reviewRequested(let e):
      cases.update(e.caseID) {
        $0.review.requestedAt = at
        $0.review.requestedBy = record.by
      }
    case .reviewDeclined(let e):
      cases.update(e.caseID) { $0.review.declinedAt = at }
      move(e.caseID, to: .caseManagement, at)
    case .reviewDecided(let e): decideReview(e, at)
    case .childDetermined(let e):
      cases.update(e.caseID) {
        $0.child.determinedAt = at
        $0.child.determinedBy = record.by
        $0.child.basis = e.basis
      }
    case .orrNotified(let e): cases.update(e.caseID) { $0.child.orrNotifiedAt = at }
    case .childScreened(let e):
      cases.update(e.caseID) {
        $0.child.screenedAt = at
        $0.child.mayReturn = e.mayReturn
        $0.child.screener = record.by
        $0.child.secondScreener = e.second
      }
    case .planMade(let e):
      cases.update(e.caseID) {
        $0.plan = e.plan
        $0.returnStopped = nil
      }
    case .releaseStepDone(let e):
      cases.update(e.caseID) {
        if !$0.release.steps.contains(e.step) { $0.release.steps.append(e.step) }
      }
    case .releaseOffered(let e):
      cases.update(e.caseID) {
        $0.release.receiver = e.receiver
        $0.release.offeredAt = at
        $0.release.acceptedAt = nil
        $0.release.acceptedPeople = nil
      }
    case .releaseAccepted(let e):
      cases.update(e.caseID) {
        $0.release.acceptedAt = at
        $0.release.acceptedPeople = e.people
      }
    case .releaseRefused(let e):
      cases.update(e.caseID) {
        $0.release.receiver = nil
        $0.release.offeredAt = nil
        $0.release.acceptedAt = nil
        $0.release.acceptedPeople = nil
      }
    case .caseReleased(let e):
      exit(e.caseID, .released, at)
      if !leaving.isEmpty { leaving.removeAll { $0 == e.caseID } }
    case .releaseArrived(let e): cases.update(e.caseID) { $0.release.arrivedAt = at }
    case .consulateAsked(let e):
      cases.update(e.caseID) {
        $0.consulateAskedAt = at
        $0.consulateAskedBy = record.by
      }
    case .returnStepDone(let e):
      cases.update(e.caseID) {
        if !$0.returnSteps.contains(e.step) { $0.returnSteps.append(e.step) }
        if e.step == .travelDocument { $0.travelDocumentAt = at }
      }
    case .caseReturned(let e): exit(e.caseID, .returned, at)
    case .transferAsked(let e):
      cases.update(e.caseID) {
        $0.transfer.destination = e.to
        $0.transfer.askedAt = at
        $0.transfer.acceptedAt = nil
        $0.transfer.pickupAt = nil
      }
    case .transferAccepted(let e): cases.update(e.caseID) { $0.transfer.acceptedAt = at }
    case .caseTransferred(let e):
      cases.update(e.caseID) { $0.transfer.destination = e.to }
      exit(e.caseID, .transferred, at)
    case .transferArrived(let e): cases.update(e.caseID) { $0.transfer.arrivedAt = at }
    case .caseDeparted(let e): exit(e.caseID, .departed, at)
    case .familySplit(let e): split(e, at, by: record.by)
    case .familyReunited(let e): reunite(e, at, by: record.by)
    case .tieStated(let e): state(e, at, by: record.by)
    case .deskOpened(let e):
      open(e)
      change(e.desk) { $0.changedAt = at }
    case .deskClosed(let e):
      change(e.desk) {
        $0.changedAt = at
        $0.staff = nil
        $0.languages = []
      }
    case .interpretersChanged(let e):
      if let index = interpreters.firstIndex(where: { $0.language == e.language }) {
        interpreters[index] = e
      } else {
        interpreters.append(e)
      }
    case .capacityChanged(let e):
      if let index = areas.firstIndex(where: { $0.code == e.area }) { areas[index].capacity[e.part] = e.places }
    case .factCorrected(let e): correct(e, at, by: record.by)
    case .breachRecorded(let e):
      if let clock = e.clock { return explain(clock, of: e.caseID, e.cause, by: record.by) }
      // The correction that found it has opened it already.
      if e.kind == .childWithUnrelatedAdults && hasOpenCoPlacement(e.caseID) { break }
      var breach = Breach()
      breach.caseID = e.caseID
      breach.kind = e.kind
      breach.cause = e.cause
      breach.at = at
      breach.by = record.by
      if e.kind == .clock || e.kind == .placement { breach.ended = at }
      breaches.append(breach)
    case .busOpened(let e): open(e, at)
    case .busCounted(let e): change(e.bus) { $0.counted = e.people }
    case .busClosed(let e): change(e.bus) { $0.closedAt = at }
    case .appointmentListed(let e): list(e)
    case .entryUndone(let e): undo(e, at, by: record.by)
    case .valueConfirmed: break
    case .clockConfirmed: latestAt = at
    case .detailsRecorded(let e):
      people.update(e.person) { person in
        for field in e.fields where !person.details.contains(field) { person.details.append(field) }
        if !e.isSecondKeying { person.detailsBy = record.by }
        person.keyedAgainBy = e.isSecondKeying ? record.by : nil
      }
    case .detailsErased(let e):
      people.update(e.person) {
        $0.details = []
        $0.erasedAt = at
      }
    case .healthChecked, .fitnessJudged, .treatmentGiven, .recordOpened, .referralAsked, .referralSeen,
      .referralClosed, .stayExplained, .ageDisputed:
      screen(record)
    case .dutyListed, .dutyEnded, .interviewBooked, .interviewUnbooked, .interpreterSought:
      schedule(record)
    case .transferRefused, .pickupPlanned, .departureOpened, .departureBoarded, .departureUnboarded, .departureLeft,
      .departureArrived, .placesHeld, .receiverChanged, .followUpPlanned, .followUpRecorded, .consulateAnswered,
      .returnStopped, .returnConfirmed:
      depart(record)
    case .promiseMade, .promiseKept, .shiftSigned: shift(record)
    case .alarmAcknowledged, .crisisDeclared, .crisisStoodDown, .actionDone, .alarmShelved, .alarmUnshelved,
      .serviceChanged, .thresholdChanged, .chargeTaken, .actionTaken, .reserveOrdered, .drillTakenOver, .injectFired,
      .injectHeld, .commandRefused, .keysCounted, .drillEnded, .controlTaken:
      break
    }
  }
}
