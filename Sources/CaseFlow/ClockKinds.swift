/// A set of the legal clocks, as bits.
package struct ClockKinds: OptionSet, Hashable, Sendable {
  package let rawValue: UInt16

  package init(rawValue: UInt16) { self.rawValue = rawValue }

  package init(_ kind: ClockKind) {
    switch kind {
    case .custody: self = .custody
    case .notifyORR: self = .notifyORR
    case .transferORR: self = .transferORR
    case .contiguousScreening: self = .contiguousScreening
    case .minorPlacement: self = .minorPlacement
    case .healthInterview: self = .healthInterview
    case .consultation: self = .consultation
    case .review: self = .review
    case .retest: self = .retest
    case .coPlacement: self = .coPlacement
    case .shower: self = .shower
    case .travelDocument: self = .travelDocument
    case .interpreter: self = .interpreter
    }
  }

  package static let custody = ClockKinds(rawValue: 1 << 0)
  package static let notifyORR = ClockKinds(rawValue: 1 << 1)
  package static let transferORR = ClockKinds(rawValue: 1 << 2)
  package static let contiguousScreening = ClockKinds(rawValue: 1 << 3)
  package static let minorPlacement = ClockKinds(rawValue: 1 << 4)
  package static let healthInterview = ClockKinds(rawValue: 1 << 5)
  package static let consultation = ClockKinds(rawValue: 1 << 6)
  package static let review = ClockKinds(rawValue: 1 << 7)
  package static let retest = ClockKinds(rawValue: 1 << 8)
  package static let coPlacement = ClockKinds(rawValue: 1 << 9)
  package static let shower = ClockKinds(rawValue: 1 << 10)
  package static let travelDocument = ClockKinds(rawValue: 1 << 11)
  package static let interpreter = ClockKinds(rawValue: 1 << 12)
  package static let all = ClockKinds(rawValue: (1 << 13) - 1)

  /// Those that read the people of a case one by one.
  static let ofPeople: ClockKinds = [.minorPlacement, .healthInterview, .retest, .shower]
}

extension Event {
  /// The clocks that an event may start, stop or move, among those of the cases that it concerns; a clock that forbids
  /// something until its time is not asked for here. The frequent events are told one by one; all others are taken to
  /// touch every clock.
  package func touchedClocks(in center: Center) -> ClockKinds {
    switch self {
    case .caseCalled, .caseRecalled, .serviceStarted, .caseHeld, .caseResumed, .caseExpedited, .orientationGiven,
      .planMade, .releaseStepDone, .releaseOffered, .releaseAccepted, .releaseRefused, .departureOpened,
      .departureBoarded, .departureUnboarded, .departureLeft, .departureArrived, .placesHeld, .receiverChanged,
      .followUpPlanned, .followUpRecorded, .transferRefused, .pickupPlanned, .consulateAnswered, .returnConfirmed,
      .consultationWaived, .counselRequested, .counselAnswered, .treatmentGiven, .fitnessJudged, .recordOpened,
      .referralAsked, .referralSeen, .referralClosed, .stayExplained, .transferAsked, .transferAccepted,
      .detailsRecorded, .detailsErased, .valueConfirmed, .releaseArrived, .commandRefused:
      []
    case .needsRecorded, .healthChecked: .healthInterview
    case .serviceCompleted(let e):
      e.desk.stage == .health ? .healthInterview : e.desk.stage == .interview ? .interpreter : []
    case .findingRecorded: [.healthInterview, .retest]
    case .isolationOrdered, .isolationRetested, .isolationEnded: .retest
    case .careGiven(let e): e.care == .shower ? .shower : []
    case .peopleWentAway, .peopleCameBack: [.healthInterview, .retest, .shower]
    case .casePlaced: center.breaches.isEmpty ? [] : .coPlacement
    case .determinationMade: [.review, .interpreter]
    case .reviewRequested, .reviewDeclined: .review
    case .interviewBooked, .interviewUnbooked, .interpreterSought: .interpreter
    case .returnStepDone(let e): e.step == .travelDocument ? .travelDocument : []
    default: .all
    }
  }
}
