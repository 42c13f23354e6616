// The table of event types: the word in a recording, the blank payload, the description.

extension Event {
  /// The word under `type` in a recording.
  package var type: String {
    switch self {
    case .stateAt: "stateAt"
    case .arrivalAnnounced: "arrivalAnnounced"
    case .partyArrived: "partyArrived"
    case .casePlaced: "casePlaced"
    case .busOpened: "busOpened"
    case .busCounted: "busCounted"
    case .busClosed: "busClosed"
    case .appointmentListed: "appointmentListed"
    case .caseCalled: "caseCalled"
    case .caseRecalled: "caseRecalled"
    case .serviceStarted: "serviceStarted"
    case .serviceCompleted: "serviceCompleted"
    case .caseHeld: "caseHeld"
    case .caseResumed: "caseResumed"
    case .caseExpedited: "caseExpedited"
    case .needsRecorded: "needsRecorded"
    case .findingRecorded: "findingRecorded"
    case .isolationOrdered: "isolationOrdered"
    case .isolationRetested: "isolationRetested"
    case .isolationEnded: "isolationEnded"
    case .careGiven: "careGiven"
    case .peopleWentAway: "peopleWentAway"
    case .peopleCameBack: "peopleCameBack"
    case .orientationGiven: "orientationGiven"
    case .consultationWaived: "consultationWaived"
    case .counselRequested: "counselRequested"
    case .counselAnswered: "counselAnswered"
    case .determinationMade: "determinationMade"
    case .reviewRequested: "reviewRequested"
    case .reviewDeclined: "reviewDeclined"
    case .reviewDecided: "reviewDecided"
    case .childDetermined: "childDetermined"
    case .orrNotified: "orrNotified"
    case .childScreened: "childScreened"
    case .planMade: "planMade"
    case .releaseStepDone: "releaseStepDone"
    case .releaseOffered: "releaseOffered"
    case .releaseAccepted: "releaseAccepted"
    case .releaseRefused: "releaseRefused"
    case .caseReleased: "caseReleased"
    case .releaseArrived: "releaseArrived"
    case .consulateAsked: "consulateAsked"
    case .returnStepDone: "returnStepDone"
    case .caseReturned: "caseReturned"
    case .transferAsked: "transferAsked"
    case .transferAccepted: "transferAccepted"
    case .caseTransferred: "caseTransferred"
    case .transferArrived: "transferArrived"
    case .caseDeparted: "caseDeparted"
    case .familySplit: "familySplit"
    case .familyReunited: "familyReunited"
    case .tieStated: "tieStated"
    case .deskOpened: "deskOpened"
    case .deskClosed: "deskClosed"
    case .interpretersChanged: "interpretersChanged"
    case .capacityChanged: "capacityChanged"
    case .factCorrected: "factCorrected"
    case .breachRecorded: "breachRecorded"
    case .entryUndone: "entryUndone"
    case .valueConfirmed: "valueConfirmed"
    case .clockConfirmed: "clockConfirmed"
    case .detailsRecorded: "detailsRecorded"
    case .detailsErased: "detailsErased"
    case .healthChecked: "healthChecked"
    case .fitnessJudged: "fitnessJudged"
    case .treatmentGiven: "treatmentGiven"
    case .referralAsked: "referralAsked"
    case .referralSeen: "referralSeen"
    case .referralClosed: "referralClosed"
    case .recordOpened: "recordOpened"
    case .stayExplained: "stayExplained"
    case .ageDisputed: "ageDisputed"
    case .dutyListed: "dutyListed"
    case .dutyEnded: "dutyEnded"
    case .interviewBooked: "interviewBooked"
    case .interviewUnbooked: "interviewUnbooked"
    case .interpreterSought: "interpreterSought"
    case .transferRefused: "transferRefused"
    case .pickupPlanned: "pickupPlanned"
    case .departureOpened: "departureOpened"
    case .departureBoarded: "departureBoarded"
    case .departureUnboarded: "departureUnboarded"
    case .departureLeft: "departureLeft"
    case .departureArrived: "departureArrived"
    case .placesHeld: "placesHeld"
    case .receiverChanged: "receiverChanged"
    case .followUpPlanned: "followUpPlanned"
    case .followUpRecorded: "followUpRecorded"
    case .consulateAnswered: "consulateAnswered"
    case .returnStopped: "returnStopped"
    case .returnConfirmed: "returnConfirmed"
    case .alarmAcknowledged: "alarmAcknowledged"
    case .crisisDeclared: "crisisDeclared"
    case .crisisStoodDown: "crisisStoodDown"
    case .actionDone: "actionDone"
    case .alarmShelved: "alarmShelved"
    case .alarmUnshelved: "alarmUnshelved"
    case .serviceChanged: "serviceChanged"
    case .thresholdChanged: "thresholdChanged"
    case .chargeTaken: "chargeTaken"
    case .actionTaken: "actionTaken"
    case .reserveOrdered: "reserveOrdered"
    case .promiseMade: "promiseMade"
    case .promiseKept: "promiseKept"
    case .shiftSigned: "shiftSigned"
    case .drillTakenOver: "drillTakenOver"
    case .injectFired: "injectFired"
    case .injectHeld: "injectHeld"
    case .commandRefused: "commandRefused"
    case .keysCounted: "keysCounted"
    case .drillEnded: "drillEnded"
    case .controlTaken: "controlTaken"
    }
  }

  /// One event of every type with a blank payload, in the order of the format.
  package static let blanks: [Event] = [
    .stateAt(OpeningState()),
    .arrivalAnnounced(ArrivalAnnounced()),
    .partyArrived(PartyArrived()),
    .casePlaced(CasePlaced()),
    .busOpened(BusOpened()),
    .busCounted(BusCounted()),
    .busClosed(BusClosed()),
    .appointmentListed(AppointmentListed()),
    .caseCalled(CaseCalled()),
    .caseRecalled(CaseAtDesk()),
    .serviceStarted(CaseAtDesk()),
    .serviceCompleted(CaseAtDesk()),
    .caseHeld(CaseHeld()),
    .caseResumed(CaseOnly()),
    .caseExpedited(CaseExpedited()),
    .needsRecorded(NeedsRecorded()),
    .findingRecorded(FindingRecorded()),
    .isolationOrdered(FindingOfCase()),
    .isolationRetested(IsolationRetested()),
    .isolationEnded(CaseOnly()),
    .careGiven(CareGiven()),
    .peopleWentAway(PeopleWentAway()),
    .peopleCameBack(PeopleOnly()),
    .orientationGiven(CaseInLanguage()),
    .consultationWaived(CaseInLanguage()),
    .counselRequested(CaseOnly()),
    .counselAnswered(CounselAnswered()),
    .determinationMade(DeterminationMade()),
    .reviewRequested(CaseOnly()),
    .reviewDeclined(CaseOnly()),
    .reviewDecided(ReviewDecided()),
    .childDetermined(ChildDetermined()),
    .orrNotified(CaseOnly()),
    .childScreened(ChildScreened()),
    .planMade(PlanMade()),
    .releaseStepDone(ReleaseStepDone()),
    .releaseOffered(ReceiverOfCase()),
    .releaseAccepted(ReceiverOfCase()),
    .releaseRefused(ReceiverOfCase()),
    .caseReleased(ReceiverOfCase()),
    .releaseArrived(CaseOnly()),
    .consulateAsked(CaseOnly()),
    .returnStepDone(ReturnStepDone()),
    .caseReturned(CaseReturned()),
    .transferAsked(TransferOfCase()),
    .transferAccepted(TransferOfCase()),
    .caseTransferred(TransferOfCase()),
    .transferArrived(CaseOnly()),
    .caseDeparted(CaseDeparted()),
    .familySplit(FamilySplit()),
    .familyReunited(FamilyReunited()),
    .tieStated(TieStated()),
    .deskOpened(DeskOpened()),
    .deskClosed(DeskClosed()),
    .interpretersChanged(InterpretersChanged()),
    .capacityChanged(CapacityChanged()),
    .factCorrected(FactCorrected()),
    .breachRecorded(BreachRecorded()),
    .entryUndone(EntryUndone()),
    .valueConfirmed(ValueConfirmed()),
    .clockConfirmed(ClockConfirmed()),
    .detailsRecorded(DetailsRecorded()),
    .detailsErased(DetailsErased()),
    .healthChecked(HealthChecked()),
    .fitnessJudged(FitnessJudged()),
    .treatmentGiven(FindingRecorded()),
    .referralAsked(ReferralOfCase()),
    .referralSeen(ReferralOfCase()),
    .referralClosed(ReferralClosed()),
    .recordOpened(RecordOpened()),
    .stayExplained(StayExplained()),
    .ageDisputed(AgeDisputed()),
    .dutyListed(Duty()),
    .dutyEnded(StaffOnly()),
    .interviewBooked(InterviewBooked()),
    .interviewUnbooked(InterviewUnbooked()),
    .interpreterSought(CaseInLanguage()),
    .transferRefused(TransferRefused()),
    .pickupPlanned(PickupPlanned()),
    .departureOpened(DepartureOpened()),
    .departureBoarded(DepartureOfCase()),
    .departureUnboarded(DepartureOfCase()),
    .departureLeft(DepartureCounted()),
    .departureArrived(DepartureCounted()),
    .placesHeld(PlacesHeld()),
    .receiverChanged(ReceiverChanged()),
    .followUpPlanned(FollowUpPlanned()),
    .followUpRecorded(FollowUpRecorded()),
    .consulateAnswered(ConsulateAnswered()),
    .returnStopped(ReturnStopped()),
    .returnConfirmed(CaseOnly()),
    .alarmAcknowledged(AlarmAnswered()),
    .crisisDeclared(CrisisAnswered()),
    .crisisStoodDown(CrisisAnswered()),
    .actionDone(LineAnswered()),
    .alarmShelved(AlarmShelved()),
    .alarmUnshelved(AlarmAnswered()),
    .serviceChanged(ServiceChanged()),
    .thresholdChanged(ThresholdChanged()),
    .chargeTaken(CrisisAnswered()),
    .actionTaken(LineAnswered()),
    .reserveOrdered(ReserveOrdered()),
    .promiseMade(PromiseMade()),
    .promiseKept(PromiseKept()),
    .shiftSigned(ShiftSigned()),
    .drillTakenOver(DrillTakenOver()),
    .injectFired(InjectFired()),
    .injectHeld(InjectHeld()),
    .commandRefused(CommandRefused()),
    .keysCounted(KeysCounted()),
    .drillEnded(DrillEnded()),
    .controlTaken(ControlTaken()),
  ]

  /// The blank event of a type, or nil when there is no such type.
  package static func blank(_ type: String) -> Event? { blankByType[type] }

  private static let blankByType = Dictionary(uniqueKeysWithValues: blanks.map { ($0.type, $0) })

  /// Visits the fields of the payload; see `Described`.
  package mutating func describe(_ f: inout some FieldVisitor) {
    switch self {
    case .stateAt(var payload):
      payload.describe(&f)
      self = .stateAt(payload)
    case .arrivalAnnounced(var payload):
      payload.describe(&f)
      self = .arrivalAnnounced(payload)
    case .partyArrived(var payload):
      payload.describe(&f)
      self = .partyArrived(payload)
    case .casePlaced(var payload):
      payload.describe(&f)
      self = .casePlaced(payload)
    case .busOpened(var payload):
      payload.describe(&f)
      self = .busOpened(payload)
    case .busCounted(var payload):
      payload.describe(&f)
      self = .busCounted(payload)
    case .busClosed(var payload):
      payload.describe(&f)
      self = .busClosed(payload)
    case .appointmentListed(var payload):
      payload.describe(&f)
      self = .appointmentListed(payload)
    case .caseCalled(var payload):
      payload.describe(&f)
      self = .caseCalled(payload)
    case .caseRecalled(var payload):
      payload.describe(&f)
      self = .caseRecalled(payload)
    case .serviceStarted(var payload):
      payload.describe(&f)
      self = .serviceStarted(payload)
    case .serviceCompleted(var payload):
      payload.describe(&f)
      self = .serviceCompleted(payload)
    case .caseHeld(var payload):
      payload.describe(&f)
      self = .caseHeld(payload)
    case .caseResumed(var payload):
      payload.describe(&f)
      self = .caseResumed(payload)
    case .caseExpedited(var payload):
      payload.describe(&f)
      self = .caseExpedited(payload)
    case .needsRecorded(var payload):
      payload.describe(&f)
      self = .needsRecorded(payload)
    case .findingRecorded(var payload):
      payload.describe(&f)
      self = .findingRecorded(payload)
    case .isolationOrdered(var payload):
      payload.describe(&f)
      self = .isolationOrdered(payload)
    case .isolationRetested(var payload):
      payload.describe(&f)
      self = .isolationRetested(payload)
    case .isolationEnded(var payload):
      payload.describe(&f)
      self = .isolationEnded(payload)
    case .careGiven(var payload):
      payload.describe(&f)
      self = .careGiven(payload)
    case .peopleWentAway(var payload):
      payload.describe(&f)
      self = .peopleWentAway(payload)
    case .peopleCameBack(var payload):
      payload.describe(&f)
      self = .peopleCameBack(payload)
    case .orientationGiven(var payload):
      payload.describe(&f)
      self = .orientationGiven(payload)
    case .consultationWaived(var payload):
      payload.describe(&f)
      self = .consultationWaived(payload)
    case .counselRequested(var payload):
      payload.describe(&f)
      self = .counselRequested(payload)
    case .counselAnswered(var payload):
      payload.describe(&f)
      self = .counselAnswered(payload)
    case .determinationMade(var payload):
      payload.describe(&f)
      self = .determinationMade(payload)
    case .reviewRequested(var payload):
      payload.describe(&f)
      self = .reviewRequested(payload)
    case .reviewDeclined(var payload):
      payload.describe(&f)
      self = .reviewDeclined(payload)
    case .reviewDecided(var payload):
      payload.describe(&f)
      self = .reviewDecided(payload)
    case .childDetermined(var payload):
      payload.describe(&f)
      self = .childDetermined(payload)
    case .orrNotified(var payload):
      payload.describe(&f)
      self = .orrNotified(payload)
    case .childScreened(var payload):
      payload.describe(&f)
      self = .childScreened(payload)
    case .planMade(var payload):
      payload.describe(&f)
      self = .planMade(payload)
    case .releaseStepDone(var payload):
      payload.describe(&f)
      self = .releaseStepDone(payload)
    case .releaseOffered(var payload):
      payload.describe(&f)
      self = .releaseOffered(payload)
    case .releaseAccepted(var payload):
      payload.describe(&f)
      self = .releaseAccepted(payload)
    case .releaseRefused(var payload):
      payload.describe(&f)
      self = .releaseRefused(payload)
    case .caseReleased(var payload):
      payload.describe(&f)
      self = .caseReleased(payload)
    case .releaseArrived(var payload):
      payload.describe(&f)
      self = .releaseArrived(payload)
    case .consulateAsked(var payload):
      payload.describe(&f)
      self = .consulateAsked(payload)
    case .returnStepDone(var payload):
      payload.describe(&f)
      self = .returnStepDone(payload)
    case .caseReturned(var payload):
      payload.describe(&f)
      self = .caseReturned(payload)
    case .transferAsked(var payload):
      payload.describe(&f)
      self = .transferAsked(payload)
    case .transferAccepted(var payload):
      payload.describe(&f)
      self = .transferAccepted(payload)
    case .caseTransferred(var payload):
      payload.describe(&f)
      self = .caseTransferred(payload)
    case .transferArrived(var payload):
      payload.describe(&f)
      self = .transferArrived(payload)
    case .caseDeparted(var payload):
      payload.describe(&f)
      self = .caseDeparted(payload)
    case .familySplit(var payload):
      payload.describe(&f)
      self = .familySplit(payload)
    case .familyReunited(var payload):
      payload.describe(&f)
      self = .familyReunited(payload)
    case .tieStated(var payload):
      payload.describe(&f)
      self = .tieStated(payload)
    case .deskOpened(var payload):
      payload.describe(&f)
      self = .deskOpened(payload)
    case .deskClosed(var payload):
      payload.describe(&f)
      self = .deskClosed(payload)
    case .interpretersChanged(var payload):
      payload.describe(&f)
      self = .interpretersChanged(payload)
    case .capacityChanged(var payload):
      payload.describe(&f)
      self = .capacityChanged(payload)
    case .factCorrected(var payload):
      payload.describe(&f)
      self = .factCorrected(payload)
    case .breachRecorded(var payload):
      payload.describe(&f)
      self = .breachRecorded(payload)
    case .entryUndone(var payload):
      payload.describe(&f)
      self = .entryUndone(payload)
    case .valueConfirmed(var payload):
      payload.describe(&f)
      self = .valueConfirmed(payload)
    case .clockConfirmed(var payload):
      payload.describe(&f)
      self = .clockConfirmed(payload)
    case .detailsRecorded(var payload):
      payload.describe(&f)
      self = .detailsRecorded(payload)
    case .detailsErased(var payload):
      payload.describe(&f)
      self = .detailsErased(payload)
    case .healthChecked(var payload):
      payload.describe(&f)
      self = .healthChecked(payload)
    case .fitnessJudged(var payload):
      payload.describe(&f)
      self = .fitnessJudged(payload)
    case .treatmentGiven(var payload):
      payload.describe(&f)
      self = .treatmentGiven(payload)
    case .referralAsked(var payload):
      payload.describe(&f)
      self = .referralAsked(payload)
    case .referralSeen(var payload):
      payload.describe(&f)
      self = .referralSeen(payload)
    case .referralClosed(var payload):
      payload.describe(&f)
      self = .referralClosed(payload)
    case .recordOpened(var payload):
      payload.describe(&f)
      self = .recordOpened(payload)
    case .stayExplained(var payload):
      payload.describe(&f)
      self = .stayExplained(payload)
    case .ageDisputed(var payload):
      payload.describe(&f)
      self = .ageDisputed(payload)
    case .dutyListed(var payload):
      payload.describe(&f)
      self = .dutyListed(payload)
    case .dutyEnded(var payload):
      payload.describe(&f)
      self = .dutyEnded(payload)
    case .interviewBooked(var payload):
      payload.describe(&f)
      self = .interviewBooked(payload)
    case .interviewUnbooked(var payload):
      payload.describe(&f)
      self = .interviewUnbooked(payload)
    case .interpreterSought(var payload):
      payload.describe(&f)
      self = .interpreterSought(payload)
    case .transferRefused(var payload):
      payload.describe(&f)
      self = .transferRefused(payload)
    case .pickupPlanned(var payload):
      payload.describe(&f)
      self = .pickupPlanned(payload)
    case .departureOpened(var payload):
      payload.describe(&f)
      self = .departureOpened(payload)
    case .departureBoarded(var payload):
      payload.describe(&f)
      self = .departureBoarded(payload)
    case .departureUnboarded(var payload):
      payload.describe(&f)
      self = .departureUnboarded(payload)
    case .departureLeft(var payload):
      payload.describe(&f)
      self = .departureLeft(payload)
    case .departureArrived(var payload):
      payload.describe(&f)
      self = .departureArrived(payload)
    case .placesHeld(var payload):
      payload.describe(&f)
      self = .placesHeld(payload)
    case .receiverChanged(var payload):
      payload.describe(&f)
      self = .receiverChanged(payload)
    case .followUpPlanned(var payload):
      payload.describe(&f)
      self = .followUpPlanned(payload)
    case .followUpRecorded(var payload):
      payload.describe(&f)
      self = .followUpRecorded(payload)
    case .consulateAnswered(var payload):
      payload.describe(&f)
      self = .consulateAnswered(payload)
    case .returnStopped(var payload):
      payload.describe(&f)
      self = .returnStopped(payload)
    case .returnConfirmed(var payload):
      payload.describe(&f)
      self = .returnConfirmed(payload)
    case .alarmAcknowledged(var payload):
      payload.describe(&f)
      self = .alarmAcknowledged(payload)
    case .crisisDeclared(var payload):
      payload.describe(&f)
      self = .crisisDeclared(payload)
    case .crisisStoodDown(var payload):
      payload.describe(&f)
      self = .crisisStoodDown(payload)
    case .actionDone(var payload):
      payload.describe(&f)
      self = .actionDone(payload)
    case .alarmShelved(var payload):
      payload.describe(&f)
      self = .alarmShelved(payload)
    case .alarmUnshelved(var payload):
      payload.describe(&f)
      self = .alarmUnshelved(payload)
    case .serviceChanged(var payload):
      payload.describe(&f)
      self = .serviceChanged(payload)
    case .thresholdChanged(var payload):
      payload.describe(&f)
      self = .thresholdChanged(payload)
    case .chargeTaken(var payload):
      payload.describe(&f)
      self = .chargeTaken(payload)
    case .actionTaken(var payload):
      payload.describe(&f)
      self = .actionTaken(payload)
    case .reserveOrdered(var payload):
      payload.describe(&f)
      self = .reserveOrdered(payload)
    case .promiseMade(var payload):
      payload.describe(&f)
      self = .promiseMade(payload)
    case .promiseKept(var payload):
      payload.describe(&f)
      self = .promiseKept(payload)
    case .shiftSigned(var payload):
      payload.describe(&f)
      self = .shiftSigned(payload)
    case .drillTakenOver(var payload):
      payload.describe(&f)
      self = .drillTakenOver(payload)
    case .injectFired(var payload):
      payload.describe(&f)
      self = .injectFired(payload)
    case .injectHeld(var payload):
      payload.describe(&f)
      self = .injectHeld(payload)
    case .commandRefused(var payload):
      payload.describe(&f)
      self = .commandRefused(payload)
    case .keysCounted(var payload):
      payload.describe(&f)
      self = .keysCounted(payload)
    case .drillEnded(var payload):
      payload.describe(&f)
      self = .drillEnded(payload)
    case .controlTaken(var payload):
      payload.describe(&f)
      self = .controlTaken(payload)
    }
  }
}

extension Event {
  /// Whether an event belongs to a drill and can never have happened in a center at work.
  package var isOfDrill: Bool {
    switch self {
    case .drillTakenOver, .injectFired, .injectHeld, .commandRefused, .keysCounted, .drillEnded,
      .controlTaken:
      true
    default: false
    }
  }
}
