// Stays over the norm, and disputes of age: what is asked again and again, and what is believed at once.

extension Center {
  /// How long a reason for a stay over the norm holds until it is asked again.
  package static let stayReasonHolds = Span.hours(24)

  /// When a stay becomes longer than the norm: the center's own from arrival, custody's from book-in, and that of
  /// minors where there are any, whichever ends first.
  package func normEnds(_ item: Case) -> Instant {
    let bookIn = parties[item.party]?.bookIn ?? item.arrivedAt
    let ends = min(item.arrivedAt + .hours(plan.stayNorm), bookIn + rules.custody)
    let hasMinor = item.members.contains { people[$0]?.isChild ?? false }
    return hasMinor ? min(ends, bookIn + rules.minorPlacementNorm) : ends
  }

  package func isOverNorm(_ item: Case, at: Instant) -> Bool { at >= normEnds(item) }

  /// Whether a case on roll stays longer than the norm, and nobody has said why for a day.
  package func lacksStayReason(_ item: Case, at: Instant) -> Bool {
    guard item.isOnRoll, isOverNorm(item, at: at) else { return false }
    return item.stayExplainedAt.map { at - $0 >= Center.stayReasonHolds } ?? true
  }
}

extension Center {
  /// An adult who says to be a child is treated as one from that moment; a child who is said to be an adult stays a
  /// child. Only two people who find out otherwise end it, by a correction.
  mutating func dispute(_ e: AgeDisputed, _ at: Instant, by: Code) {
    guard let person = people[e.person] else { return }
    people.update(e.person) {
      $0.ageDisputedAt = $0.ageDisputedAt ?? at
      $0.ageClaim = e.claim
      guard e.claim == .child, !$0.isChild else { return }
      $0.band = .child
      $0.age = nil
    }
    if e.claim == .child, !person.isChild { followAge(of: person.caseID, at, by) }
  }

  func disputeObjection(_ e: AgeDisputed) -> Refusal? {
    guard let person = people[e.person] else { return .noPerson(e.person) }
    return (e.claim == .child) == person.isChild ? .notDisputed(e.person, e.claim) : nil
  }
}

extension Person {
  mutating func settleAge() {
    ageDisputedAt = nil
    ageClaim = nil
  }

  /// Why what is told of the age, the care and the absences of a person in an opening state cannot be, or nil.
  var truthFault: Refusal? {
    let isBelieved = ageClaim == nil || ageDisputedAt != nil && isChild
    var isOrdered = meals == meals.sorted() && (showeredLastAt.map { $0 >= showeredAt ?? .latest } ?? true)
    for (index, absence) in absences.enumerated() {
      let next = index + 1 < absences.count ? absences[index + 1].from : nil
      guard absence.to == .hospital || absence.to == .court else { return .truthFault(id) }
      guard let until = absence.until else {
        isOrdered = isOrdered && next == nil && presence == absence.to
        continue
      }
      isOrdered = isOrdered && absence.from <= until && next.map { until <= $0 } ?? true
    }
    return isBelieved && isOrdered ? nil : .truthFault(id)
  }
}
