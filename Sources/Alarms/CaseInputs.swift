import CaseFlow

/// What the thresholds read of one case.
struct CaseInputs: Sendable {
  /// Whether it has left the roll. A case that was merged into another, or was never here, has not.
  var hasLeft = false
  /// The stage at which it waits to be served, or nil.
  var stage: Stage?
  /// Since when, while it waits.
  var since = Instant.never
  /// Its people, while it leaves by a release that no receiver has accepted.
  var withoutReceiver = 0
  /// While it waits for an interview; nil too where no threshold asks for languages.
  var languages: Languages?

  init() {}
}

extension Center {
  /// What the thresholds read of a case. A function and no initializer: that would take the whole center for its own.
  func inputs(of item: Case) -> CaseInputs {
    var inputs = CaseInputs()
    inputs.hasLeft = !item.isOnRoll && item.exit != .enteredInError && !item.members.isEmpty
    guard item.isOnRoll else { return inputs }
    if item.step == .leaving, item.plan == .release, item.release.acceptedAt == nil || item.isAcceptedInPart {
      inputs.withoutReceiver = item.members.count
    }
    // Nobody waits for an interview before the consultation is over: until then it lies ahead.
    guard let stage = item.stage, item.state == .waiting || item.state == .called,
      let since = waitsSince(item, at: .latest)
    else { return inputs }
    inputs.stage = stage
    inputs.since = since
    return inputs
  }
}

extension Event {
  /// Whether it may change for what, since when or in which languages a case waits, or whether a receiver awaits it. The
  /// frequent events that cannot are named; all others are taken to.
  var touchesWaits: Bool {
    switch self {
    case .casePlaced, .stayExplained, .transferAsked, .transferAccepted, .pickupPlanned, .consulateAsked,
      .consulateAnswered, .returnConfirmed, .childScreened, .childDetermined, .breachRecorded, .peopleWentAway,
      .peopleCameBack, .detailsErased, .valueConfirmed:
      false
    default: !isOfFileOnly
    }
  }

  /// Whether it may change who lives where, how many are on the roll, what places there are, or who is separated. The
  /// frequent events that cannot are named; all others are taken to.
  var touchesPlaces: Bool {
    switch self {
    case .findingRecorded, .serviceStarted, .serviceCompleted, .orientationGiven, .consultationWaived,
      .determinationMade, .planMade, .releaseOffered, .releaseAccepted:
      false
    default: !isOfFileOnly
    }
  }

  /// Whether it says something of people that changes neither a wait nor a place.
  private var isOfFileOnly: Bool {
    switch self {
    case .healthChecked, .needsRecorded, .careGiven, .treatmentGiven, .fitnessJudged, .recordOpened, .caseCalled,
      .caseRecalled, .caseExpedited, .releaseStepDone, .releaseArrived, .returnStepDone, .interviewBooked,
      .interviewUnbooked, .interpreterSought, .referralAsked, .referralSeen, .referralClosed, .followUpPlanned,
      .followUpRecorded, .departureBoarded, .departureUnboarded, .counselRequested, .counselAnswered, .orrNotified,
      .detailsRecorded, .commandRefused:
      true
    default: false
    }
  }

  /// Whether people of one case may be of another from then on.
  var movesPeople: Bool {
    switch self {
    case .partyArrived, .familySplit, .familyReunited, .tieStated, .entryUndone: true
    default: false
    }
  }
}
