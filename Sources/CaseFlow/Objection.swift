// What every path asks before an event is applied: deciding, reading a recording, importing, verifying.

extension Center {
  /// Why a record may not follow, or nil. Pure; constant time but for openings and arrivals.
  package func objection(to record: Record) -> Refusal? {
    if let refusal = timeObjection(record) ?? owedRelease(before: record) { return refusal }
    if let refusal = orderObjection(record) { return refusal }
    return forbidden(record)
  }

  /// Why a record that the order allows cannot be true, or may not be: each guard, and last, since whoever lacks something
  /// is told what, whether it lies before what it needs.
  func forbidden(_ record: Record) -> Refusal? {
    if let refusal = implausibility(record) { return refusal }
    for rule in Guard.all {
      if let refusal = rule.refuses(self, record) { return refusal }
    }
    return preparedLater(record)
  }

  private func timeObjection(_ record: Record) -> Refusal? {
    if record.recorded < now { return .notNow }
    if record.at > record.recorded { return .future }
    if record.at < .earliest { return .tooEarly }
    if record.recorded > .latest { return .tooLate }
    return nil
  }

  /// A departure leaves with everyone on its manifest: nothing is recorded before each of them is released.
  private func owedRelease(before record: Record) -> Refusal? {
    guard let first = leaving.first else { return nil }
    if case .caseReleased(let e) = record.event, leaving.contains(e.caseID) { return nil }
    return .leftWithout(first)
  }

  private func orderObjection(_ record: Record) -> Refusal? {
    let at = record.at
    switch record.event {
    case .stateAt(let e):
      if seq >= 0 { return .openingNotFirst }
      return e.fault(in: self, at: at) ?? e.entryFault(in: self, at: at, seq: record.seq)
    case .arrivalAnnounced(let e): return objection(toAnnouncement: e)
    case .partyArrived(let e): return objection(toArrival: e, at)
    case .casePlaced(let e):
      return known(e.caseID, at: at, flow: false) ?? (area(e.area) == nil ? .noArea(e.area) : nil)
    case .caseCalled(let e): return objection(toCall: e, at)
    case .caseRecalled(let e):
      return with(e.caseID, at, flow: true) {
        $0.state != .called || $0.desk != e.desk
          ? .notCalledHere($0) : $0.recalls >= rules.recalls ? .recalledOut($0) : nil
      }
    case .serviceStarted(let e): return objection(toStart: e, at)
    case .serviceCompleted(let e): return objection(toCompletion: e, at)
    case .caseHeld(let e):
      return with(e.caseID, at, flow: true) {
        $0.stage == nil ? .notWaiting($0) : $0.state == .onHold ? .onHold($0) : nil
      }
    case .caseResumed(let e): return with(e.caseID, at, flow: true) { $0.state != .onHold ? .notOnHold($0) : nil }
    case .caseExpedited(let e): return with(e.caseID, at) { $0.stage == nil ? .notWaiting($0) : nil }
    case .needsRecorded(let e): return known(e.person, at)
    case .findingRecorded(let e): return objection(toFinding: e, at)
    case .isolationOrdered(let e): return with(e.caseID, at) { $0.isolation != nil ? .done($0) : nil }
    case .isolationRetested(let e):
      return with(e.caseID, at) {
        guard let isolation = $0.isolation else { return .notIsolated($0) }
        return at < isolation.testedAt ?? isolation.orderedAt ? .testTooEarly($0) : nil
      }
    case .isolationEnded(let e): return with(e.caseID, at) { $0.isolation == nil ? .notIsolated($0) : nil }
    case .careGiven(let e):
      return e.people.isEmpty
        ? .nobody : firstObjection(e.people) { known($0, at) ?? (wasHere($0, at: at) ? nil : .wrongPresence($0)) }
    case .peopleWentAway(let e):
      if e.to != .hospital && e.to != .court { return .wrongPresence(e.people.first ?? PersonID()) }
      // Whatever they were in the middle of: an ambulance does not wait for an entry.
      return moving(e.people, from: { $0 == .here }, at)
    case .peopleCameBack(let e): return moving(e.people, from: { $0 == .hospital || $0 == .court }, at)
    case .orientationGiven(let e): return with(e.caseID, at) { $0.consultation.orientedAt != nil ? .done($0) : nil }
    case .consultationWaived(let e):
      return with(e.caseID, at) {
        guard let oriented = $0.consultation.orientedAt else { return .notOriented($0) }
        return $0.consultation.waivedAt != nil ? .done($0) : at < oriented ? .before($0) : nil
      }
    case .counselRequested(let e): return with(e.caseID, at) { $0.determination != nil ? .decided($0) : nil }
    case .counselAnswered(let e):
      return with(e.caseID, at) {
        // Whoever has counsel may still go on without: that is recorded, and counsel is not expected any more.
        guard let asked = $0.counselAskedAt, $0.counselAnsweredAt == nil || $0.hasCounsel && e.answer == .declined
        else { return .done($0) }
        return at < $0.counselAnsweredAt ?? asked ? .beforeAsked($0) : nil
      }
    case .determinationMade(let e):
      return with(e.caseID, at, flow: true) {
        if $0.step != .interview || $0.state != .inService { return .notInService($0) }
        if $0.determination != nil { return .decided($0) }
        return e.outcome.bases.contains(e.basis) ? nil : .basisDiffers($0, e.outcome.bases)
      }
    case .reviewRequested(let e): return with(e.caseID, at) { reviewRequestObjection($0, at) }
    case .reviewDeclined(let e):
      return with(e.caseID, at, flow: true) {
        guard $0.step == .review else { return .noNegative($0) }
        // A silence that has become a request is not taken back by an entry made after it.
        guard case .windowOpen = reviewStanding($0, at: at), case .windowOpen = reviewStanding($0, at: record.recorded)
        else { return .reviewOver($0) }
        return nil
      }
    case .reviewDecided(let e):
      return with(e.caseID, at, flow: true) {
        guard $0.review.result == nil, case .pending(let since) = reviewStanding($0, at: at) else {
          return .reviewNotPending($0)
        }
        return at < since ? .before($0) : nil
      }
    case .childDetermined(let e):
      return with(e.caseID, at) {
        if !$0.isChildAlone { return .notAChildAlone($0) }
        if $0.child.determinedAt != nil { return .done($0) }
        return Basis.ofChildren.contains(e.basis) ? nil : .basisDiffers($0, Basis.ofChildren)
      }
    case .orrNotified(let e):
      return with(e.caseID, at) {
        !$0.isChildAlone ? .notAChildAlone($0) : $0.child.orrNotifiedAt != nil ? .done($0) : nil
      }
    case .childScreened(let e):
      return with(e.caseID, at) {
        !$0.isChildAlone ? .notAChildAlone($0) : $0.child.screenedAt != nil ? .done($0) : nil
      }
    case .planMade, .releaseStepDone, .releaseOffered, .releaseAccepted, .releaseRefused, .caseReleased,
      .releaseArrived,
      .consulateAsked, .returnStepDone, .caseReturned, .transferAsked, .transferAccepted, .caseTransferred,
      .transferArrived, .caseDeparted:
      return leavingObjection(record)
    case .familySplit, .familyReunited, .tieStated, .factCorrected: return familyObjection(record)
    case .deskOpened(let e):
      guard let desk = desk(e.desk) else { return .noDesk(e.desk) }
      if desk.isOpen { return .opened(e.desk) }
      if at < desk.changedAt { return .otherwiseUsed(e.desk) }
      return desks.first { $0.staff == e.staff }.map { .staffElsewhere(e.staff, $0.id) }
    case .deskClosed(let e):
      guard let desk = desk(e.desk) else { return .noDesk(e.desk) }
      if !desk.isOpen { return .closed(e.desk) }
      if at < desk.changedAt { return .otherwiseUsed(e.desk) }
      return desk.serving.map { .busy(e.desk, $0) }
    case .interpretersChanged(let e):
      let mayBe = 0...Limit.interpreters
      return mayBe.contains(e.interpreters) && mayBe.contains(e.lines) ? nil : .impossibleInterpreters
    case .capacityChanged(let e):
      return area(e.area) == nil ? .noArea(e.area) : (0...Limit.places).contains(e.places) ? nil : .impossiblePlaces
    case .breachRecorded(let e): return breachObjection(e, record)
    case .busOpened, .busCounted, .busClosed, .appointmentListed: return objection(toManifest: record)
    case .entryUndone(let e): return objection(toUndoing: e, record)
    case .valueConfirmed(let e): return known(e.person, at)
    case .clockConfirmed(let e): return e.second.isNone || e.second.isSamePerson(as: record.by) ? .samePerson : nil
    case .detailsRecorded, .detailsErased: return objection(toDetails: record)
    case .healthChecked, .fitnessJudged, .treatmentGiven, .recordOpened, .referralAsked, .referralSeen,
      .referralClosed, .stayExplained, .ageDisputed:
      return objection(toScreening: record)
    case .dutyListed, .dutyEnded, .interviewBooked, .interviewUnbooked, .interpreterSought:
      return objection(toSchedule: record)
    case .transferRefused, .pickupPlanned, .departureOpened, .departureBoarded, .departureUnboarded, .departureLeft,
      .departureArrived, .placesHeld, .receiverChanged, .followUpPlanned, .followUpRecorded, .consulateAnswered,
      .returnStopped, .returnConfirmed:
      return objection(toDeparture: record)
    case .promiseMade, .promiseKept, .shiftSigned: return objection(toShift: record)
    case .alarmAcknowledged, .crisisDeclared, .crisisStoodDown, .actionDone, .alarmShelved, .alarmUnshelved,
      .serviceChanged, .thresholdChanged, .chargeTaken, .actionTaken, .reserveOrdered, .drillTakenOver, .injectFired,
      .injectHeld, .commandRefused, .keysCounted, .drillEnded, .controlTaken:
      return nil
    }
  }

  /// Asking for review moves nothing and may be entered after the case went on: it then holds the case.
  private func reviewRequestObjection(_ item: Case, _ at: Instant) -> Refusal? {
    switch reviewStanding(item, at: at) {
    case .windowOpen: nil
    case .none: .noNegative(item)
    case .pending, .upheld, .reversed, .closed: .reviewOver(item)
    }
  }
}

extension Center {
  /// Asks `more` of a case that is on the roll and whose time fits; `flow` says that the event moves it, so
  /// that it may not lie before the last move.
  func with(_ id: CaseID, _ at: Instant, flow: Bool = false, _ more: (Case) -> Refusal?) -> Refusal? {
    guard cases.position(of: id) != nil else { return .noCase(id) }
    return cases.lend(id) { item in
      if item.exit != nil { return .gone(item) }
      if at < item.arrivedAt { return .beforeArrival(item) }
      if flow && at < item.changedAt { return .before(item) }
      return more(item)
    }
  }

  func known(_ id: CaseID, at: Instant, flow: Bool) -> Refusal? { with(id, at, flow: flow) { _ in nil } }

  func known(_ id: PersonID, _ at: Instant) -> Refusal? {
    guard people.position(of: id) != nil else { return .noPerson(id) }
    return people.lend(id) { person in
      if person.presence == .gone { return .personGone(id) }
      guard cases.position(of: person.caseID) != nil else { return .noCase(person.caseID) }
      return at < person.arrivedAt ? cases[person.caseID].map(Refusal.beforeArrival) : nil
    }
  }

  func firstObjection(_ ids: [PersonID], _ ask: (PersonID) -> Refusal?) -> Refusal? {
    for id in ids { if let refusal = ask(id) { return refusal } }
    return nil
  }

  private func moving(_ ids: [PersonID], from fits: (Presence) -> Bool, _ at: Instant) -> Refusal? {
    if ids.isEmpty { return .nobody }
    if Set(ids).count != ids.count { return .wrongPresence(ids[0]) }
    return firstObjection(ids) { id in
      known(id, at)
        ?? (people[id].map { fits($0.presence) && at >= $0.movedAt ?? at } ?? false ? nil : .wrongPresence(id))
    }
  }
}
