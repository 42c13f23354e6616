/// Something that happened in a center: the only thing that ever changes it.
///
/// Names are past participles and stand as `type` in a recording. A payload carries codes, numbers and
/// times only; computed effects travel with the event, so that applying it reads nothing else.
package enum Event: Sendable {
  // Opening
  case stateAt(OpeningState)
  // Arrival
  case arrivalAnnounced(ArrivalAnnounced)
  case partyArrived(PartyArrived)
  case casePlaced(CasePlaced)
  case busOpened(BusOpened)
  case busCounted(BusCounted)
  case busClosed(BusClosed)
  case appointmentListed(AppointmentListed)
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
  // Interview
  case orientationGiven(CaseInLanguage)
  case consultationWaived(CaseInLanguage)
  case counselRequested(CaseOnly)
  case counselAnswered(CounselAnswered)
  case determinationMade(DeterminationMade)
  case reviewRequested(CaseOnly)
  case reviewDeclined(CaseOnly)
  case reviewDecided(ReviewDecided)
  // Children alone
  case childDetermined(ChildDetermined)
  case orrNotified(CaseOnly)
  case childScreened(ChildScreened)
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
  case factCorrected(FactCorrected)
  case breachRecorded(BreachRecorded)
  case entryUndone(EntryUndone)
  case valueConfirmed(ValueConfirmed)
  case clockConfirmed(ClockConfirmed)
  // Personal details, sealed elsewhere
  case detailsRecorded(DetailsRecorded)
  case detailsErased(DetailsErased)
  // Answers of people to alarms; the flow ignores them, the alarm room reads them
  case alarmAcknowledged(AlarmAnswered)
  case crisisDeclared(CrisisAnswered)
  case crisisStoodDown(CrisisAnswered)
  case actionDone(ActionDone)
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
