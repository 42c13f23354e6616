/// Something that happened in a center: the only thing that ever changes it.
///
/// Names are past participles and stand as `type` in a recording. A payload carries codes, numbers and
/// times only; computed effects travel with the event, so that applying it reads nothing else. A large payload of a rare
/// event stands apart, or every record would be as large.
package enum Event: Sendable {
  // Opening
  indirect case stateAt(OpeningState)
  // Arrival
  case arrivalAnnounced(ArrivalAnnounced)
  case partyArrived(PartyArrived)
  case casePlaced(CasePlaced)
  indirect case busOpened(BusOpened)
  case busCounted(BusCounted)
  case busClosed(BusClosed)
  indirect case appointmentListed(AppointmentListed)
  // Service at the desks
  case caseCalled(CaseCalled)
  case caseRecalled(CaseAtDesk)
  case serviceStarted(CaseAtDesk)
  case serviceCompleted(CaseAtDesk)
  case caseHeld(CaseHeld)
  case caseResumed(CaseOnly)
  case caseExpedited(CaseExpedited)
  // Health
  case needsRecorded(NeedsRecorded)
  case findingRecorded(FindingRecorded)
  case isolationOrdered(FindingOfCase)
  case isolationRetested(IsolationRetested)
  case isolationEnded(CaseOnly)
  case careGiven(CareGiven)
  case peopleWentAway(PeopleWentAway)
  case peopleCameBack(PeopleOnly)
  case healthChecked(HealthChecked)
  case fitnessJudged(FitnessJudged)
  case treatmentGiven(FindingRecorded)
  // Interview
  case orientationGiven(CaseInLanguage)
  case consultationWaived(CaseInLanguage)
  case counselRequested(CaseOnly)
  case counselAnswered(CounselAnswered)
  case determinationMade(DeterminationMade)
  case reviewRequested(CaseOnly)
  case reviewDeclined(CaseOnly)
  case reviewDecided(ReviewDecided)
  // The schedule of interviews
  case dutyListed(Duty)
  case dutyEnded(StaffOnly)
  indirect case interviewBooked(InterviewBooked)
  case interviewUnbooked(InterviewUnbooked)
  case interpreterSought(CaseInLanguage)
  // Children alone
  case childDetermined(ChildDetermined)
  case orrNotified(CaseOnly)
  case childScreened(ChildScreened)
  case ageDisputed(AgeDisputed)
  // Leaving
  case planMade(PlanMade)
  case releaseStepDone(ReleaseStepDone)
  case releaseOffered(ReceiverOfCase)
  case releaseAccepted(ReceiverOfCase)
  case releaseRefused(ReceiverOfCase)
  case caseReleased(ReceiverOfCase)
  case releaseArrived(CaseOnly)
  case consulateAsked(CaseOnly)
  case returnStepDone(ReturnStepDone)
  case caseReturned(CaseReturned)
  case transferAsked(TransferOfCase)
  case transferAccepted(TransferOfCase)
  case caseTransferred(TransferOfCase)
  case transferArrived(CaseOnly)
  case caseDeparted(CaseDeparted)
  case transferRefused(TransferRefused)
  case pickupPlanned(PickupPlanned)
  case consulateAnswered(ConsulateAnswered)
  case returnStopped(ReturnStopped)
  case returnConfirmed(CaseOnly)
  // Departures with a manifest, receivers, what follows a release
  case departureOpened(DepartureOpened)
  case departureBoarded(DepartureOfCase)
  case departureUnboarded(DepartureOfCase)
  case departureLeft(DepartureCounted)
  case departureArrived(DepartureCounted)
  case placesHeld(PlacesHeld)
  case receiverChanged(ReceiverChanged)
  case followUpPlanned(FollowUpPlanned)
  case followUpRecorded(FollowUpRecorded)
  // Services beside the flow
  case referralAsked(ReferralOfCase)
  case referralSeen(ReferralOfCase)
  case referralClosed(ReferralClosed)
  // Families
  case familySplit(FamilySplit)
  case familyReunited(FamilyReunited)
  case tieStated(TieStated)
  // Resources
  case deskOpened(DeskOpened)
  case deskClosed(DeskClosed)
  case interpretersChanged(InterpretersChanged)
  case capacityChanged(CapacityChanged)
  // Truth
  indirect case factCorrected(FactCorrected)
  case breachRecorded(BreachRecorded)
  case entryUndone(EntryUndone)
  case valueConfirmed(ValueConfirmed)
  case clockConfirmed(ClockConfirmed)
  case stayExplained(StayExplained)
  case recordOpened(RecordOpened)
  // Personal details, sealed elsewhere
  case detailsRecorded(DetailsRecorded)
  case detailsErased(DetailsErased)
  // Answers of people to alarms; the flow ignores them, the alarm room reads them
  case alarmAcknowledged(AlarmAnswered)
  case crisisDeclared(CrisisAnswered)
  case crisisStoodDown(CrisisAnswered)
  case actionDone(LineAnswered)
  case alarmShelved(AlarmShelved)
  case alarmUnshelved(AlarmAnswered)
  case serviceChanged(ServiceChanged)
  case thresholdChanged(ThresholdChanged)
  case chargeTaken(CrisisAnswered)
  case actionTaken(LineAnswered)
  case reserveOrdered(ReserveOrdered)
  // The shift
  case promiseMade(PromiseMade)
  case promiseKept(PromiseKept)
  case shiftSigned(ShiftSigned)
  // A drill; a center at work records none of them
  case drillTakenOver(DrillTakenOver)
  case injectFired(InjectFired)
  case injectHeld(InjectHeld)
  case commandRefused(CommandRefused)
  case keysCounted(KeysCounted)
  case drillEnded(DrillEnded)
  case controlTaken(ControlTaken)
}

/// An event as a journal keeps it: what, when it happened, when it was recorded, by whom, where.
package struct Record: Sendable {
  /// Position in the journal; without gaps.
  package var seq: Int64
  /// When it happened; feeds the clocks.
  package var at: Instant
  /// When it was recorded, never before it happened; feeds the order and `until`.
  package var recorded: Instant
  /// Who acted.
  package var by: Code
  /// At which desk, if at one.
  package var desk: DeskID?
  package var event: Event

  package init(seq: Int64, at: Instant, recorded: Instant, by: Code, desk: DeskID? = nil, event: Event) {
    self.seq = seq
    self.at = at
    self.recorded = recorded
    self.by = by
    self.desk = desk
    self.event = event
  }
}
