// What a case of an opening state cannot have behind it. An opening carries history that nobody can prove
// any more; it may not carry one that no order of events, kept to the guards, could have made.

extension Case {
  /// `members` are its people as the opening tells of them: the center does not know them yet.
  func pastFault(of members: [Person], in center: Center, at: Instant) -> Refusal? {
    determinationFault(center.rules) ?? stepFault ?? consultationFault(center, at) ?? childFault(members, center)
      ?? consulateFault(center.rules) ?? leavingFault(center) ?? outwardFault ?? preparedFault
      ?? exitFault(members, center)
  }

  private var isNegative: Bool { determination?.outcome == .negative }

  private func broken(_ why: String) -> Refusal { .brokenOpening("case \(id.label) \(why)") }

  private func determinationFault(_ rules: RuleSet) -> Refusal? {
    guard let determination else { return review == Review() ? nil : .noNegative(self) }
    if determination.officer.isNone || determination.reviewer.isNone
      || determination.officer.isSamePerson(as: determination.reviewer)
    {
      return .samePerson
    }
    if isChildAlone { return .childInterview(self) }
    guard isNegative else { return review == Review() ? nil : .noNegative(self) }
    let ends = determination.at + rules.reviewWindow
    if let declined = review.declinedAt, declined < determination.at || declined >= ends {
      return broken("declined a review outside its window")
    }
    if let requested = review.requestedAt, requested < determination.at || requested > ends {
      return broken("asked for a review outside its window")
    }
    guard (review.result == nil) == (review.decidedAt == nil) else { return broken("has a review decided at no time") }
    guard let decided = review.decidedAt else { return nil }
    return review.requestedAt.map { $0 <= decided } ?? false
      ? nil : broken("had a review decided before it was asked for")
  }

  private var stepFault: Refusal? {
    switch step {
    case .review:
      return isNegative && review.declinedAt == nil && review.result == nil ? nil : .noNegative(self)
    case .caseManagement, .leaving:
      guard determination != nil else { return .noDetermination(self) }
      if isNegative && review.declinedAt == nil && review.result == nil { return .reviewOpen(self) }
      return step == .leaving && plan == nil ? .noPlan(self) : nil
    case .reception, .health, .interview, .childrenAlone, .exited: return nil
    }
  }

  private func consultationFault(_ center: Center, _ at: Instant) -> Refusal? {
    if let waived = consultation.waivedAt {
      guard let oriented = consultation.orientedAt, oriented <= waived else { return .notOriented(self) }
    }
    guard step == .interview, state == .called || state == .inService else { return nil }
    guard let eligible = center.eligibleAt(self) else { return .notOriented(self) }
    return eligible > at ? .notEligible(self) : nil
  }

  private func childFault(_ members: [Person], _ center: Center) -> Refusal? {
    if child.mayReturn {
      if !isChildAlone { return .notAChildAlone(self) }
      if child.screenedAt == nil || !center.isContiguous(self) { return .childReturn(self) }
      if !Center.areOldEnoughToDecide(members) { return .childTooYoung(self) }
      if child.hasClaimed { return .childClaimed(self) }
      if child.screener.isNone || child.secondScreener.isNone || child.screener.isSamePerson(as: child.secondScreener) {
        return .samePerson
      }
    }
    if isChildAlone, hasBeenHeard, !child.hasClaimed { return broken("was heard as another and has claimed nothing") }
    guard isChildAlone else { return exit == nil && transfer.destination == .orr ? .notAChildAlone(self) : nil }
    let goesElsewhere = transfer.destination.map { $0 != .orr && $0 != .hospital } ?? false
    return plan != nil || release.receiver != nil || goesElsewhere ? .childLeaves(self) : nil
  }

  private func consulateFault(_ rules: RuleSet) -> Refusal? {
    if let asked = consulateAskedAt {
      let mayHear = isChildAlone ? child.mayReturn ? child.screenedAt : nil : finalFrom(rules)
      guard let mayHear, mayHear <= asked else { return .consulateTooEarly(self) }
    }
    let heard = returnSteps.contains(.identityVerified) || returnSteps.contains(.travelDocument)
    return heard && consulateAskedAt == nil ? .consulateNotAsked(self) : nil
  }

  /// Since when the negative was final, as far as it ever was: a review that was asked for late holds the case from then
  /// on, and does not make what was done before unlawful.
  private func finalFrom(_ rules: RuleSet) -> Instant? {
    guard isNegative, let determination else { return nil }
    let isClosed = review.declinedAt != nil || !rules.silenceAsksForReview
    let closed = isClosed ? determination.at + rules.reviewWindow : nil
    let upheld = review.result == .upheld ? review.decidedAt : nil
    return [closed, upheld].compactMap(\.self).min()
  }

  private func leavingFault(_ center: Center) -> Refusal? {
    let mayStay = determination != nil && (!isNegative || review.result == .reversed)
    switch plan {
    case .return where !isNegative || review.result == .reversed: return .undecided(self)
    case .release where !mayStay: return .negativeReleased(self)
    case .transfer where determination == nil: return .noDetermination(self)
    case .return, .release, .transfer, nil: break
    }
    if let receiver = release.receiver {
      if center.plan.receivers.first(where: { $0.code == receiver }) == nil { return .noReceiver(receiver) }
      // What was offered before the plan was another stays written down; nobody leaves by it.
      if plan != .release, release.offeredAt == nil || exit == .released { return .notPlanned(self, .release) }
    }
    if let accepted = release.acceptedAt {
      guard let offered = release.offeredAt, offered <= accepted, release.receiver != nil else {
        return .notAccepted(self)
      }
    }
    if let accepted = transfer.acceptedAt {
      guard let asked = transfer.askedAt, asked <= accepted, transfer.destination != nil else {
        return .notAccepted(self)
      }
    }
    guard let isolation else { return nil }
    guard isolation.clear else { return nil }
    return isolation.testedAt.map { $0 >= isolation.orderedAt } ?? false ? nil : .testTooEarly(self)
  }

  private func exitFault(_ members: [Person], _ center: Center) -> Refusal? {
    guard let exit else { return exitedAt == nil ? nil : broken("has left and has not") }
    guard let exitedAt, exitedAt >= arrivedAt else { return broken("left before it arrived, or at no time") }
    switch exit {
    case .released:
      guard let accepted = release.acceptedAt, accepted <= exitedAt else { return .notAccepted(self) }
      if isAcceptedInPart { return .acceptedInPart(self, release.acceptedPeople ?? 0) }
      return releaseNeeds(of: members).first { !release.steps.contains($0) }.map { .releaseLacks(self, $0) }
    case .transferred:
      guard let accepted = transfer.acceptedAt, accepted <= exitedAt else { return .notAccepted(self) }
      guard isChildAlone else { return nil }
      if transfer.destination == .orr, child.determinedAt.map({ $0 > exitedAt }) ?? true { return .notDetermined(self) }
      return wasNotified(at: exitedAt) ? nil : .notNotified(self)
    case .returned:
      if let lack = returnLacks(members, at: exitedAt) { return lack }
      guard isChildAlone else { return center.isNegativeFinal(self, at: exitedAt) ? nil : .undecided(self) }
      if !child.mayReturn { return .childReturn(self) }
      return wasNotified(at: exitedAt) ? nil : .notNotified(self)
    case .departed: return isChildAlone && child.orrNotifiedAt == nil ? .notNotified(self) : nil
    case .enteredInError: return step == .exited && visits == Visits() ? nil : broken("was entered in error and served")
    }
  }
}
