/// The legal unit that moves through the stages together: everything the engine knows of it.
package struct Case: Sendable {
  package var id: CaseID
  package var kind: CaseKind
  package var party: PartyID
  package var members: [PersonID]
  /// Primary language, ISO 639-3, or nil while not asked.
  package var language: Code?
  package var secondLanguage: Code?
  /// Nationality, ISO 3166-1 alpha-3, or nil while not asked. It never enters a decision.
  package var nationality: Code?
  package var arrivedAt: Instant

  package var step: Step
  package var state: ServiceState
  /// When the case joined the present step; before a consultation has passed it may lie ahead of now.
  package var joinedAt: Instant
  /// When the case last changed state in the flow: nothing later may be said to have happened before it.
  package var changedAt: Instant
  /// When something was last done towards its way out: it cannot have left before.
  package var preparedAt: Instant?
  package var desk: DeskID?
  package var recalls: Int
  package var hold: HoldReason?
  package var expedited: ExpediteReason?
  package var visits: Visits

  @Apart package var isolation: Isolation?
  /// When the last isolation ended: nothing that it forbade may be entered late for a time before.
  package var isolatedUntil: Instant?
  /// When the case was split off another: waits before are the other's.
  package var splitAt: Instant?
  package var consultation: Consultation
  package var counselAskedAt: Instant?
  package var counselAnsweredAt: Instant?
  /// Whether counsel was reached: then the interview is booked with counsel.
  package var hasCounsel = false
  @Apart package var determination: Determination?
  @Apart package var review: Review
  @Apart package var child: ChildPath
  package var plan: Plan?
  @Apart package var release: ReleasePath
  package var returnSteps: [ReturnStep]
  package var consulateAskedAt: Instant?
  /// Who recorded that it was asked.
  package var consulateAskedBy = Code.none
  @Apart package var transfer: TransferPath
  @Apart package var booking: Booking?
  /// Since when an interpreter is sought who is not to be had: escalated with a timer.
  package var interpreterSoughtAt: Instant?
  /// Who recorded the search.
  package var interpreterSoughtBy = Code.none
  package var referrals: [ReferralPath] = []
  package var followUps: [FollowUpPath] = []
  /// The departure on whose manifest the case stands.
  package var departure: DepartureID?
  @Apart package var consulateAnswer: ConsulateAnswer?
  /// When the travel document came.
  package var travelDocumentAt: Instant?
  package var returnStopped: StopReason?
  /// When the other end of a return confirmed the hand-over.
  package var returnConfirmedAt: Instant?
  /// Why the case stays longer than the norm, as last said, and when that was.
  package var stayReason: StayReason?
  package var stayExplainedAt: Instant?
  package var exit: ExitKind?
  package var exitedAt: Instant?
}

/// Joining, calling, starting and ending of one stage by one case; times are happened-at.
package struct Visit: Hashable, Sendable {
  package var joinedAt: Instant?
  package var startedAt: Instant?
  package var doneAt: Instant?
  /// When the case left the queue without being served: an exit, a change of lane, a transfer.
  package var leftAt: Instant?
  package init() {}
}

/// One visit for each stage.
package struct Visits: Hashable, Sendable {
  package var reception = Visit()
  package var health = Visit()
  package var interview = Visit()
  package var caseManagement = Visit()
  package init() {}

  package subscript(stage: Stage) -> Visit {
    get {
      switch stage {
      case .reception: reception
      case .health: health
      case .interview: interview
      case .caseManagement: caseManagement
      }
    }
    _modify {
      switch stage {
      case .reception: yield &reception
      case .health: yield &health
      case .interview: yield &interview
      case .caseManagement: yield &caseManagement
      }
    }
  }
}

/// Isolation of a whole case, with the date of its next test.
package struct Isolation: Hashable, Sendable {
  package var orderedAt = Instant()
  package var finding = Finding.influenzaLike
  package var testedAt: Instant?
  /// Whether every member was clear at the last test.
  package var clear = false
  /// Who ordered it, or recorded the last test.
  package var by = Code.none
  package init() {}
}

/// Orientation starts the consultation period before an interview; a waiver ends it early.
package struct Consultation: Hashable, Sendable {
  package var orientedAt: Instant?
  package var orientedBy = Code.none
  package var waivedAt: Instant?
  /// Who recorded the waiver, and in which language it was given.
  package var waivedBy = Code.none
  package var waivedIn: Code?
  package init() {}
}

/// What an asylum officer decided, and on what.
package struct Determination: Hashable, Sendable {
  package var at = Instant()
  package var outcome = Outcome.positive
  package var basis = Basis.credibleFear
  package var officer = Code.none
  package var reviewer = Code.none
  package init() {}
}

/// Review of a negative determination by an immigration judge.
package struct Review: Hashable, Sendable {
  package var requestedAt: Instant?
  /// Who recorded the request; nobody did where silence counts as one.
  package var requestedBy = Code.none
  package var declinedAt: Instant?
  package var decidedAt: Instant?
  package var result: ReviewResult?
  package init() {}
}

/// The path of an unaccompanied child.
package struct ChildPath: Hashable, Sendable {
  /// Claim or suspicion of being under 18 and alone.
  package var claimedAt: Instant?
  package var claimedBy = Code.none
  /// Determination that the child is unaccompanied.
  package var determinedAt: Instant?
  package var determinedBy = Code.none
  /// What it rests on.
  package var basis: Basis?
  package var orrNotifiedAt: Instant?
  /// The four questions for children of Mexico and Canada.
  package var screenedAt: Instant?
  /// Whether the screening found return lawful: no fear, no trafficking, able to decide, own decision.
  package var mayReturn = false
  /// Whether a claim to protection was heard of this case while it was taken for another kind: what was decided then is
  /// forgotten, that it was claimed is not.
  package var hasClaimed = false
  /// The two reviewers of a lawful return.
  package var screener = Code.none
  package var secondScreener = Code.none
  package init() {}

  /// A screening that does not hold any more allows nothing, and is made anew.
  mutating func forgetScreening() {
    screenedAt = nil
    mayReturn = false
    (screener, secondScreener) = (.none, .none)
  }
}

/// A release with both ends.
package struct ReleasePath: Hashable, Sendable {
  package var steps: [ReleaseStep] = []
  package var receiver: Code?
  package var offeredAt: Instant?
  package var acceptedAt: Instant?
  /// How many people were accepted, where that is not everyone.
  package var acceptedPeople: Int?
  /// When the receiver confirmed the arrival.
  package var arrivedAt: Instant?
  package init() {}
}

/// A transfer: asked, accepted, departed, arrived.
package struct TransferPath: Hashable, Sendable {
  package var destination: Destination?
  package var askedAt: Instant?
  package var acceptedAt: Instant?
  package var arrivedAt: Instant?
  /// When it is to be picked up.
  package var pickupAt: Instant?
  package var refusals: [RefusedTransfer] = []
  package init() {}
}

/// What a consulate found about the people of a return, and what was agreed for them.
package struct ConsulateAnswer: Hashable, Sendable {
  package var at = Instant()
  package var vulnerable: [PersonID] = []
  package var hasProtocol = false
  package init() {}
}

extension Case {
  /// Whether the case was in isolation at a time, as far as that is recorded.
  package func wasIsolated(at: Instant) -> Bool { isolation != nil || at < isolatedUntil ?? .earliest }

  /// Whether its claim to protection was heard, or its interview begun.
  var hasBeenHeard: Bool { determination != nil || visits.interview.startedAt != nil || returnStopped == .fear }

  /// Whether ORR had been told of the child by a time.
  func wasNotified(at: Instant) -> Bool { child.orrNotifiedAt.map { $0 <= at } ?? false }

  package var isOnRoll: Bool { exit == nil }
  package var isChildAlone: Bool { kind == .unaccompaniedChild }
  /// The stage at whose desks the case waits or is served.
  package var stage: Stage? { step.stage }
}
