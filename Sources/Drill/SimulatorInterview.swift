import CaseFlow

// The interview, reviews, and the path of children alone.

extension Simulator {
  /// The outcome of one interview: closed or decided, and of those decided the stated share positive. Nothing about
  /// the people enters.
  static func outcome(_ model: ModelPlan, _ outcomes: inout Seeded) -> Outcome {
    if outcomes.chance(model.closed) { return .closed }
    return outcomes.chance(model.positive) ? .positive : .negative
  }

  mutating func finishInterview(_ item: Case, _ desk: DeskID, _ staff: Code) {
    if item.determination == nil {
      var made = DeterminationMade()
      made.caseID = item.id
      made.outcome = Simulator.outcome(center.plan.model, &outcomes)
      made.basis =
        switch made.outcome {
        case .positive: .credibleFear
        case .negative: .noCredibleFear
        case .closed: random.chance(0.6) ? .dissolved : .withdrawn
        }
      made.reviewer = roster.reviewer(clock)
      // Heard by telephone, a case is decided by the officer at the other end.
      let officer = item.booking.flatMap { $0.mode == .telephone && $0.room == desk ? $0.officer : nil }
      guard state(.determinationMade(made), of: item.id, by: officer ?? staff, desk: desk) else { return }
    }
    guard complete(item, desk, staff) else { return }
    guard center.cases[item.id]?.step == .review else {
      enter(.serve(.caseManagement), in: random.minutes(1...3))
      return
    }
    planReview(item.id)
  }

  /// Most ask for a review, some decline, some say nothing: silence counts as asking.
  mutating func planReview(_ id: CaseID) {
    guard let made = center.cases[id]?.determination else { return }
    let closes = made.at + center.rules.reviewWindow
    let draw = random.unit()
    if draw < 0.55 {
      enter(
        .attend(id, .askReview),
        at: min(roster.officeTime(clock + random.hours(0.5...12), 7..<22, &random), closes - .minutes(20)))
    } else if draw < 0.75 {
      enter(
        .attend(id, .declineReview),
        at: min(roster.officeTime(clock + random.hours(0.5...12), 7..<22, &random), closes - .minutes(20)))
    } else {
      decideReview(id, pendingFrom: closes)
    }
  }

  private mutating func decideReview(_ id: CaseID, pendingFrom since: Instant) {
    let wait = random.chance(0.85) ? random.hours(4...22) : random.hours(22...60)
    enter(.attend(id, .decideReview), at: roster.officeTime(since + wait, 8..<18, &random))
  }

  mutating func askReview(_ item: Case) {
    guard case .windowOpen = center.reviewStanding(item, at: clock) else { return }
    guard state(.reviewRequested(CaseOnly(item.id)), of: item.id, by: roster.legal) else { return }
    decideReview(item.id, pendingFrom: clock)
  }

  mutating func declineReview(_ item: Case) {
    guard item.step == .review, case .windowOpen = center.reviewStanding(item, at: clock) else { return }
    state(.reviewDeclined(CaseOnly(item.id)), of: item.id, by: roster.legal)
    enter(.serve(.caseManagement), in: random.minutes(2...6))
  }

  mutating func decideReview(_ item: Case) {
    guard case .pending = center.reviewStanding(item, at: clock) else { return }
    var decided = ReviewDecided()
    decided.caseID = item.id
    decided.result = outcomes.chance(center.plan.model.reversed) ? .reversed : .upheld
    guard state(.reviewDecided(decided), of: item.id, by: roster.judge, promptly: true) else { return }
    enter(.serve(.caseManagement), in: random.minutes(2...6))
  }
}

extension Simulator {
  /// ORR referral begins at once, beside reception and health screening.
  mutating func beginChildPath(_ item: Case) {
    let determined = roster.officeTime(clock + random.hours(0.7...6), 6..<23, &random)
    enter(.attend(item.id, .determineChild), at: determined)
    if let nationality = item.nationality, Center.contiguous.contains(nationality) {
      enter(.attend(item.id, .screenChild), at: roster.officeTime(determined + random.hours(1...8), 7..<21, &random))
    }
  }

  mutating func determineChild(_ item: Case) {
    guard item.isChildAlone, item.child.determinedAt == nil else { return }
    var determined = ChildDetermined()
    determined.caseID = item.id
    determined.basis = random.chance(0.3) ? .documents : random.chance(0.5) ? .ageStatement : .agencyFinding
    guard state(.childDetermined(determined), of: item.id, by: roster.childWelfare(clock)) else { return }
    later(item.id, .notifyORR, in: random.chance(0.93) ? random.hours(0.3...5) : random.hours(20...44))
  }

  mutating func notifyORR(_ item: Case) {
    guard item.isChildAlone, item.child.orrNotifiedAt == nil else { return }
    guard state(.orrNotified(CaseOnly(item.id)), of: item.id, by: roster.childWelfare(clock)) else { return }
    later(item.id, .askTransfer(.orr), in: random.minutes(20...180))
  }

  /// The four questions; a lawful return is rare: no fear, no signs of trafficking, able to decide, own decision.
  mutating func screenChild(_ item: Case) {
    guard item.isChildAlone, item.child.screenedAt == nil else { return }
    let isOldEnough = center.members(of: item).allSatisfy { ($0.age?.count ?? 0) >= 14 }
    var screened = ChildScreened()
    screened.caseID = item.id
    screened.noTraffickingSigns = random.chance(0.9)
    screened.noFearOfReturn = random.chance(0.3)
    screened.ableToDecide = isOldEnough
    screened.ownDecision = random.chance(0.3)
    screened.second = roster.supervisor(clock)
    guard state(.childScreened(screened), of: item.id, by: roster.childWelfare(clock)) else { return }
    if screened.mayReturn {
      enter(.attend(item.id, .askConsulate), at: roster.officeTime(clock + random.hours(1...3), 8..<17, &random))
      for step in ReturnStep.needed(for: item) where step != .identityVerified && step != .travelDocument {
        enter(.attend(item.id, .returnStep(step)), at: roster.officeTime(clock + random.hours(2...9), 8..<18, &random))
      }
    }
  }
}
