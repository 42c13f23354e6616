extension ClockKind {
  /// Its place among all of them, as a bit.
  fileprivate var bit: UInt16 {
    switch self {
    case .custody: 1 << 0
    case .notifyORR: 1 << 1
    case .transferORR: 1 << 2
    case .contiguousScreening: 1 << 3
    case .minorPlacement: 1 << 4
    case .healthInterview: 1 << 5
    case .consultation: 1 << 6
    case .review: 1 << 7
    case .retest: 1 << 8
    case .coPlacement: 1 << 9
    case .shower: 1 << 10
    case .travelDocument: 1 << 11
    case .interpreter: 1 << 12
    }
  }
}

/// A set of the legal clocks, as bits: it is asked at every record.
package struct ClockKinds: Hashable, Sendable, ExpressibleByArrayLiteral {
  private var bits: UInt16 = 0

  package init(arrayLiteral kinds: ClockKind...) { self.init(kinds) }
  package init(_ kinds: some Sequence<ClockKind>) { for kind in kinds { bits |= kind.bit } }

  package static let all = ClockKinds(ClockKind.allCases)
  /// Those that read the people of a case one by one.
  static let ofPeople: ClockKinds = [.minorPlacement, .healthInterview, .retest, .shower]

  package func contains(_ kind: ClockKind) -> Bool { bits & kind.bit != 0 }
  package var isEmpty: Bool { bits == 0 }
  package func isDisjoint(with others: ClockKinds) -> Bool { intersection(others).isEmpty }
  package func intersection(_ others: ClockKinds) -> ClockKinds {
    var shared = self
    shared.bits &= others.bits
    return shared
  }
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
    case .needsRecorded, .healthChecked: [.healthInterview]
    case .serviceCompleted(let e):
      e.desk.stage == .health ? [.healthInterview] : e.desk.stage == .interview ? [.interpreter] : []
    case .findingRecorded: [.healthInterview, .retest]
    case .isolationOrdered, .isolationRetested, .isolationEnded: [.retest]
    case .careGiven(let e): e.care == .shower ? [.shower] : []
    case .peopleWentAway, .peopleCameBack: [.healthInterview, .retest, .shower]
    case .casePlaced: center.breaches.isEmpty ? [] : [.coPlacement]
    case .determinationMade: [.review, .interpreter]
    case .reviewRequested, .reviewDeclined: [.review]
    case .interviewBooked, .interviewUnbooked, .interpreterSought: [.interpreter]
    case .returnStepDone(let e): e.step == .travelDocument ? [.travelDocument] : []
    default: .all
    }
  }
}
