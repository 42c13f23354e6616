// What may be wrong with an entry of health screening, a referral, an opening or an explanation.

extension Center {
  func objection(toScreening record: Record) -> Refusal? {
    let at = record.at
    switch record.event {
    case .healthChecked(let e):
      return known(e.person, at) { person in
        person.result(of: e.check).map { at < $0.at } ?? false ? .checkedSince(e.person) : nil
      }
    case .fitnessJudged(let e):
      return known(e.person, at) { person in
        person.fitness.contains { $0.purpose == e.purpose && at < $0.at } ? .checkedSince(e.person) : nil
      }
    case .treatmentGiven(let e):
      return known(e.person, at) { person in
        guard let found = person.findings.first(where: { $0.finding == e.finding && $0.treatedAt == nil }) else {
          return .noFinding(e.person)
        }
        return at < found.at ? .beforeFound(e.person) : nil
      }
    case .recordOpened(let e): return people[e.person] == nil ? .noPerson(e.person) : nil
    case .ageDisputed(let e): return known(e.person, at) ?? disputeObjection(e)
    case .referralAsked(let e):
      return with(e.caseID, at) { item in
        if item.referrals.count >= Limit.paths { return .tooManyPaths(item) }
        // Whoever may not know of it asks once more and learns nothing; it stays as it is.
        let mayKnow = roles(of: record.by, at: at).names(e.to) || !e.to.isProtected
        return item.openReferral(to: e.to) == nil || !mayKnow ? nil : .referred(item, e.to)
      }
    case .referralSeen(let e):
      return open(e.caseID, e.to, at) { item, path in path.seenAt == nil ? nil : .done(item) }
    case .referralClosed(let e): return open(e.caseID, e.to, at) { _, _ in nil }
    case .stayExplained(let e): return with(e.caseID, at) { isOverNorm($0, at: at) ? nil : .withinNorm($0) }
    default: return nil
    }
  }

  /// What may be wrong with a finding: a later one of its kind stands already.
  func objection(toFinding e: FindingRecorded, _ at: Instant) -> Refusal? {
    known(e.person, at) { person in
      person.findings.contains { $0.finding == e.finding && at < $0.treatedAt ?? $0.at } ? .checkedSince(e.person) : nil
    }
  }

  private func known(_ id: PersonID, _ at: Instant, _ more: (Person) -> Refusal?) -> Refusal? {
    known(id, at) ?? people[id].flatMap(more)
  }

  /// Asks `more` of a referral that was asked for and has no outcome yet.
  private func open(
    _ id: CaseID, _ to: Referral, _ at: Instant, _ more: (Case, ReferralPath) -> Refusal?
  ) -> Refusal? {
    with(id, at) { item in
      guard let path = item.openReferral(to: to) else { return .notReferred(item, to) }
      return at < path.seenAt ?? path.askedAt ? .beforeAsked(item) : more(item, path)
    }
  }
}

extension Case {
  /// The referral to a service that has no outcome yet, or nil.
  package func openReferral(to service: Referral) -> ReferralPath? {
    referrals.last { $0.to == service && $0.closedAt == nil }
  }
}
