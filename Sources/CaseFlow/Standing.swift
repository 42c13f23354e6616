// What follows from a case and a moment, without an event: eligibility, review, row of the board.

/// Where a review of a negative determination stands.
package enum ReviewStanding: Hashable, Sendable {
  /// There is no negative determination.
  case none
  /// A review may be asked for until then.
  case windowOpen(until: Instant)
  /// Asked for, or deemed asked for by silence, since then.
  case pending(since: Instant)
  case upheld
  case reversed
  /// Declined, and the window has closed.
  case closed
}

/// A row of the board; the rows add up to everyone on roll.
package enum BoardRow: String, Word {
  case reception, health, consultation, interview, review, caseManagement, leaving, childrenAlone, isolation
}

extension Center {
  /// When a case may be interviewed: its consultation period has passed or was waived. Nil without orientation.
  package func eligibleAt(_ item: Case) -> Instant? {
    if let waived = item.consultation.waivedAt { return waived }
    return item.consultation.orientedAt.map { $0 + rules.consultation }
  }

  /// Since when a case waits in the queue of its stage, or nil where it is not eligible at `at`.
  package func queuedSince(_ item: Case, at: Instant) -> Instant? {
    guard item.stage != nil else { return nil }
    guard item.step == .interview else { return item.joinedAt <= at ? item.joinedAt : nil }
    guard let eligible = eligibleAt(item) else { return nil }
    let since = max(item.joinedAt, eligible)
    return since <= at ? since : nil
  }

  /// Since when a desk could serve a case at its stage, or nil where none can: isolation, in which nothing but health comes
  /// to it, ends a wait, and its end begins the next. Its place in the queue it keeps.
  package func waitsSince(_ item: Case, at: Instant) -> Instant? {
    guard item.isolation == nil || item.stage == .health, let since = queuedSince(item, at: at) else { return nil }
    return item.stage == .health ? since : max(since, item.isolatedUntil ?? since)
  }

  /// Where the review of a case stands at a moment.
  package func reviewStanding(_ item: Case, at: Instant) -> ReviewStanding {
    guard let determination = item.determination, determination.outcome == .negative, at >= determination.at else {
      return .none
    }
    // Before it was decided, a review was pending, whatever became of it: a late entry reads what held then.
    switch item.review.result {
    case .upheld where at >= item.review.decidedAt ?? at: return .upheld
    case .reversed where at >= item.review.decidedAt ?? at: return .reversed
    case .upheld, .reversed, nil: break
    }
    if let requested = item.review.requestedAt { return .pending(since: requested) }
    let ends = determination.at + rules.reviewWindow
    if at < ends { return .windowOpen(until: ends) }
    if item.review.declinedAt != nil || !rules.silenceAsksForReview { return .closed }
    return .pending(since: ends)
  }

  /// Whether a negative determination can no longer be changed by review.
  package func isNegativeFinal(_ item: Case, at: Instant) -> Bool {
    switch reviewStanding(item, at: at) {
    case .upheld, .closed: true
    case .none, .windowOpen, .pending, .reversed: false
    }
  }

  /// Whether a consulate may hear of a case: its negative is final, or the screening of a child alone allows
  /// its return.
  package func mayConsulateHear(of item: Case, at: Instant) -> Bool {
    guard item.isChildAlone else { return isNegativeFinal(item, at: at) }
    guard item.child.mayReturn, !item.child.hasClaimed, let screened = item.child.screenedAt, screened <= at else {
      return false
    }
    return isContiguous(item) && isOldEnoughToDecide(item)
  }

  /// Whether the case is of a country whose children alone have the four-question screening.
  package func isContiguous(_ item: Case) -> Bool { item.nationality.map(Center.contiguous.contains) ?? false }

  /// Whether every member is known to be 14 or older; under 14 a child is presumed unable to decide.
  package func isOldEnoughToDecide(_ item: Case) -> Bool { Center.areOldEnoughToDecide(members(of: item)) }

  static func areOldEnoughToDecide(_ people: [Person]) -> Bool {
    people.allSatisfy { ($0.age?.count ?? 0) >= decidesFrom }
  }

  /// Years from which a child may decide on its own return.
  package static let decidesFrom = 14

  /// The row of the board on which a case on roll is counted at a moment.
  package func row(of item: Case, at: Instant) -> BoardRow {
    if item.isolation != nil { return .isolation }
    switch item.step {
    case .reception: return .reception
    case .health: return .health
    case .interview:
      return queuedSince(item, at: at) == nil && item.state != .inService ? .consultation : .interview
    case .review: return .review
    case .childrenAlone: return .childrenAlone
    case .caseManagement: return .caseManagement
    case .leaving, .exited: return .leaving
    }
  }

  /// Whether an area is of the kind that a case may be placed in without an override.
  package func suits(_ area: Area, _ item: Case) -> Bool {
    if item.isolation != nil { return area.kind == .isolation }
    if area.kind == .isolation { return mustBeApart(item) }
    switch item.kind {
    case .unaccompaniedChild: return area.kind == .children
    case .familyUnit: return area.kind == .families
    case .singleAdult:
      switch area.kind {
      case .singleMen: return item.members.allSatisfy { !people.holds($0) { $0.sex == .female } }
      case .singleWomen: return item.members.allSatisfy { !people.holds($0) { $0.sex == .male } }
      case .families, .children, .isolation: return false
      }
    }
  }

  /// Whether a child alone would live beside unrelated adults there: any area but the children's and the
  /// single rooms of isolation.
  package func endangersChild(_ area: Area, _ item: Case) -> Bool {
    item.isChildAlone && area.kind != .children && area.kind != .isolation
  }

  /// Whether a case has children and others with them: none of them is taken off the roll along.
  func hasChildrenWithOthers(_ item: Case) -> Bool {
    item.members.count > 1 && item.members.contains { people.holds($0, \.isChild) }
  }

  /// The kind of a case with these members: adults with children are a family, children without are alone.
  package static func kind(of members: [Person]) -> CaseKind {
    let adults = members.contains { !$0.isChild }
    let children = members.contains(where: \.isChild)
    if adults && children { return .familyUnit }
    if children { return .unaccompaniedChild }
    return members.count > 1 ? .familyUnit : .singleAdult
  }
}
