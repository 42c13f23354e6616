// Health screening, referrals, what was opened and explained.

extension Center {
  mutating func screen(_ record: Record) {
    let at = record.at
    switch record.event {
    case .healthChecked(let e):
      var done = CheckDone()
      done.check = e.check
      done.result = e.result
      done.at = at
      done.by = record.by
      people.update(e.person) {
        $0.checks.removeAll { $0.check == e.check }
        $0.checks.append(done)
      }
    case .fitnessJudged(let e):
      var fitness = Fitness()
      fitness.purpose = e.purpose
      fitness.fit = e.fit
      fitness.at = at
      people.update(e.person) {
        $0.fitness.removeAll { $0.purpose == e.purpose }
        $0.fitness.append(fitness)
      }
    case .treatmentGiven(let e):
      people.update(e.person) {
        guard let index = $0.findings.firstIndex(where: { $0.finding == e.finding }) else { return }
        $0.findings[index].treatedAt = at
      }
    case .ageDisputed(let e): dispute(e, at, by: record.by)
    case .referralAsked(let e):
      var path = ReferralPath()
      path.to = e.to
      path.askedAt = at
      cases.update(e.caseID) { if $0.openReferral(to: e.to) == nil { $0.referrals.append(path) } }
    case .referralSeen(let e): change(e.caseID, e.to) { $0.seenAt = at }
    case .referralClosed(let e):
      change(e.caseID, e.to) {
        $0.closedAt = at
        $0.outcome = e.outcome
      }
    case .stayExplained(let e):
      cases.update(e.caseID) {
        $0.stayReason = e.reason
        $0.stayExplainedAt = at
      }
    default: break
    }
  }

  /// Changes the open referral of a case to a service.
  private mutating func change(_ id: CaseID, _ to: Referral, _ change: (inout ReferralPath) -> Void) {
    cases.update(id) {
      guard let index = $0.referrals.lastIndex(where: { $0.to == to && $0.closedAt == nil }) else { return }
      change(&$0.referrals[index])
    }
  }
}

extension Person {
  /// Ends the present stay and begins another.
  mutating func stay(in area: Code, _ at: Instant) {
    leaveArea(at)
    var stay = Stay()
    stay.area = area
    stay.from = at
    if stays.count >= Limit.stays { stays.removeFirst() }
    stays.append(stay)
  }

  /// The arrival was at another time; a place given on arrival was given then.
  mutating func moveArrival(to new: Instant) {
    if let first = stays.first, first.from == arrivedAt { stays[0].from = min(new, first.until ?? new) }
    arrivedAt = new
  }

  mutating func leaveArea(_ at: Instant) {
    guard let last = stays.indices.last, stays[last].until == nil else { return }
    stays[last].until = max(at, stays[last].from)
  }
}
