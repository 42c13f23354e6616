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
    case .confirm: given.item?.exit == .transferred ? .transferArrived(CaseOnly()) : .releaseArrived(CaseOnly())
    case .depart: .caseDeparted(CaseDeparted())
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
    default: .actionDone(ActionDone())
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

  /// Some steps stand on both paths: then the plan of the case says which is meant.
  private func step(_ given: ArgumentReader) -> Event {
    let word = given.word("step") ?? ""
    let isReturn =
      ReleaseStep(rawValue: word) == nil || given.item?.plan == .return && ReturnStep(rawValue: word) != nil
    return isReturn ? .returnStepDone(ReturnStepDone()) : .releaseStepDone(ReleaseStepDone())
  }
}
