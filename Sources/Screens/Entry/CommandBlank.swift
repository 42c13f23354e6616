import CaseFlow

/// What a command fills in.
enum CommandBlank {
  case event(Event)
  case details
  case arrival
  case undo
}

extension CommandWordID {
  /// The blank of a command whose words stand as given. Where several events share a word, an argument or the state of
  /// the case tells which is meant.
  func blank(_ given: ArgumentReader) -> CommandBlank {
    switch self {
    case .arrive: .arrival
    case .undo: .undo
    case .name: .details
    case .bus: .event(.busOpened(BusOpened()))
    case .busCount: .event(.busCounted(BusCounted()))
    case .busClose: .event(.busClosed(BusClosed()))
    case .expect: .event(.arrivalAnnounced(ArrivalAnnounced()))
    case .appointment: .event(.appointmentListed(AppointmentListed()))
    case .open: .event(.deskOpened(DeskOpened()))
    case .close: .event(.deskClosed(DeskClosed()))
    case .call: .event(.caseCalled(CaseCalled()))
    case .recall: .event(.caseRecalled(CaseAtDesk()))
    case .begin: .event(.serviceStarted(CaseAtDesk()))
    case .done: .event(.serviceCompleted(CaseAtDesk()))
    case .hold: .event(.caseHeld(CaseHeld()))
    case .resume: .event(.caseResumed(CaseOnly()))
    case .expedite: .event(.caseExpedited(CaseExpedited()))
    case .place: .event(.casePlaced(CasePlaced()))
    case .needs: .event(.needsRecorded(NeedsRecorded()))
    case .finding: .event(.findingRecorded(FindingRecorded()))
    case .isolate: .event(.isolationOrdered(FindingOfCase()))
    case .retest: .event(.isolationRetested(IsolationRetested()))
    case .deisolate: .event(.isolationEnded(CaseOnly()))
    case .care: .event(.careGiven(CareGiven()))
    case .away: .event(.peopleWentAway(PeopleWentAway()))
    case .back: .event(.peopleCameBack(PeopleOnly()))
    case .check: .event(.healthChecked(HealthChecked()))
    case .fit: .event(.fitnessJudged(FitnessJudged()))
    case .treat: .event(.treatmentGiven(FindingRecorded()))
    case .duty: .event(.dutyListed(Duty()))
    case .offduty: .event(.dutyEnded(StaffOnly()))
    case .book: .event(.interviewBooked(InterviewBooked()))
    case .unbook: .event(.interviewUnbooked(InterviewUnbooked()))
    case .seek: .event(.interpreterSought(CaseInLanguage()))
    default: .event(later(given))
    }
  }

  private func later(_ given: ArgumentReader) -> Event {
    switch self {
    case .orient: .orientationGiven(CaseInLanguage())
    case .waive: .consultationWaived(CaseInLanguage())
    case .counsel: counsel(given)
    case .determine: .determinationMade(DeterminationMade())
    case .review: review(given)
    case .child: .childDetermined(ChildDetermined())
    case .orr: .orrNotified(CaseOnly())
    case .screen: .childScreened(ChildScreened())
    case .plan: .planMade(PlanMade())
    case .step: step(given)
    case .offer: .releaseOffered(ReceiverOfCase())
    case .accept: .releaseAccepted(ReceiverOfCase())
    case .refuse: .releaseRefused(ReceiverOfCase())
    case .release: .caseReleased(ReceiverOfCase())
    case .consulate: .consulateAsked(CaseOnly())
    case .return: .caseReturned(CaseReturned())
    case .transfer: transfer(given)
    case .confirm: confirmation(given)
    case .depart: .caseDeparted(CaseDeparted())
    case .dispute: .ageDisputed(AgeDisputed())
    case .noplace: .transferRefused(TransferRefused())
    case .pickup: .pickupPlanned(PickupPlanned())
    case .stop: .returnStopped(ReturnStopped())
    case .consulateAnswer: .consulateAnswered(ConsulateAnswered())
    case .split: .familySplit(FamilySplit())
    case .reunite: .familyReunited(FamilyReunited())
    case .tie: .tieStated(TieStated())
    case .capacity: .capacityChanged(CapacityChanged())
    case .interpreters: .interpretersChanged(InterpretersChanged())
    case .correct: .factCorrected(FactCorrected())
    case .breach: .breachRecorded(BreachRecorded())
    case .clock: .clockConfirmed(ClockConfirmed())
    case .ack: .alarmAcknowledged(AlarmAnswered())
    case .declare: .crisisDeclared(CrisisAnswered())
    case .standdown: .crisisStoodDown(CrisisAnswered())
    case .tick: .actionDone(LineAnswered())
    default: outwards
    }
  }

  /// Departures, what follows a release, and the services beside the flow.
  private var outwards: Event {
    switch self {
    case .departure: .departureOpened(DepartureOpened())
    case .board: .departureBoarded(DepartureOfCase())
    case .unboard: .departureUnboarded(DepartureOfCase())
    case .left: .departureLeft(DepartureCounted())
    case .arrived: .departureArrived(DepartureCounted())
    case .held: .placesHeld(PlacesHeld())
    case .receiver: .receiverChanged(ReceiverChanged())
    case .followup: .followUpPlanned(FollowUpPlanned())
    case .followed: .followUpRecorded(FollowUpRecorded())
    case .refer: .referralAsked(ReferralOfCase())
    case .seen: .referralSeen(ReferralOfCase())
    case .served: .referralClosed(ReferralClosed())
    case .look: .recordOpened(RecordOpened())
    case .stay: .stayExplained(StayExplained())
    default: shift
    }
  }

  /// Alarms, the crisis and the shift.
  private var shift: Event {
    switch self {
    case .shelve: .alarmShelved(AlarmShelved())
    case .unshelve: .alarmUnshelved(AlarmAnswered())
    case .service: .serviceChanged(ServiceChanged())
    case .threshold: .thresholdChanged(ThresholdChanged())
    case .charge: .chargeTaken(CrisisAnswered())
    case .take: .actionTaken(LineAnswered())
    case .reserve: .reserveOrdered(ReserveOrdered())
    case .promise: .promiseMade(PromiseMade())
    case .kept: .promiseKept(PromiseKept())
    default: .shiftSigned(ShiftSigned())
    }
  }

  /// Whoever left by one of the three ways arrived at its other end.
  private func confirmation(_ given: ArgumentReader) -> Event {
    switch given.item?.exit {
    case .transferred: .transferArrived(CaseOnly())
    case .returned: .returnConfirmed(CaseOnly())
    default: .releaseArrived(CaseOnly())
    }
  }

  private func counsel(_ given: ArgumentReader) -> Event {
    switch given.word("answer") {
    case nil, "asked": .counselRequested(CaseOnly())
    default: .counselAnswered(CounselAnswered())
    }
  }

  private func review(_ given: ArgumentReader) -> Event {
    switch given.word("result") {
    case "requested": .reviewRequested(CaseOnly())
    case "declined": .reviewDeclined(CaseOnly())
    default: .reviewDecided(ReviewDecided())
    }
  }

  private func transfer(_ given: ArgumentReader) -> Event {
    switch given.word("state") {
    case "asked": .transferAsked(TransferOfCase())
    case "accepted": .transferAccepted(TransferOfCase())
    default: .caseTransferred(TransferOfCase())
    }
  }

  /// Some steps stand on both paths: then where the case is going says which is meant.
  private func step(_ given: ArgumentReader) -> Event {
    let word = given.word("step") ?? ""
    let isReturn =
      ReleaseStep(rawValue: word) == nil || given.item?.isReturning == true && ReturnStep(rawValue: word) != nil
    return isReturn ? .returnStepDone(ReturnStepDone()) : .releaseStepDone(ReleaseStepDone())
  }
}
