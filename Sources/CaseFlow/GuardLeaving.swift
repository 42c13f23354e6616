// The guards of the two ways out that need most: a release with both ends, and a return.

extension Guard {
  /// The lines of the release checklist that block every departure.
  package static let releaseNeeds: [ReleaseStep] = [.address, .checkIn, .contact, .orientation]

  /// Nobody departs to a receiver that did not accept all of them, or without what the checklist blocks on.
  static let releaseWithBothEnds = Guard(rule: .release) { center, record in
    guard case .caseReleased(let e) = record.event, let item = center.cases[e.caseID] else { return nil }
    guard let accepted = item.release.acceptedAt, item.release.receiver == e.receiver else { return .notAccepted(item) }
    if record.at < accepted { return .beforeAccepted(item) }
    if item.isAcceptedInPart { return .acceptedInPart(item, item.release.acceptedPeople ?? 0) }
    return center.releaseNeeds(item).first { !item.release.steps.contains($0) }.map { .releaseLacks(item, $0) }
  }

  /// No return while a claim is undecided, a review window is open, a review is pending, or a listed step is
  /// missing. A family is returned together or not at all.
  static let noReturnBeforeFinal = Guard(rule: .returnBeforeFinal) { center, record in
    guard case .caseReturned(let e) = record.event, let item = center.cases[e.caseID] else { return nil }
    // Whatever the reason they are apart, and wherever the others went: nobody is returned away from their family.
    let apart = center.separations(of: item.id).contains { separation in
      center.cases[separation.from == item.id ? separation.to : separation.from]?.exit != .returned
    }
    if apart { return .apart(item) }
    if item.isChildAlone { return nil }
    switch center.reviewStanding(item, at: record.at) {
    case .none, .reversed: return .undecided(item)
    case .windowOpen, .pending: return .reviewOpen(item)
    case .upheld, .closed: break
    }
    return center.returnLacks(item, at: record.at)
  }
}

extension Center {
  /// The lines of the checklist that a release of this case waits for: its medicines too, where somebody needs any.
  package func releaseNeeds(_ item: Case) -> [ReleaseStep] {
    let medicines = members(of: item).contains { person in
      person.findings.contains { $0.treatedAt != nil } || person.needs.meets(Need.medical)
        || person.checks.contains { $0.check == .medicines && $0.result == .concern }
    }
    return Guard.releaseNeeds + (medicines ? [.medicines] : [])
  }

  /// What a hand-over of a return still waits for: each listed step, and what the consulate says of those who need
  /// somebody at the other end.
  func returnLacks(_ item: Case, at: Instant) -> Refusal? {
    for step in ReturnStep.needed(for: item) where !item.returnSteps.contains(step) { return .stepMissing(item, step) }
    guard let answer = item.consulateAnswer, answer.at <= at else { return .consulateSilent(item) }
    return vulnerable(item).isEmpty || answer.hasProtocol ? nil : .noProtocol(item)
  }

  /// The people of a return for whom the other end must be ready: children, women, whoever has a need that was
  /// recorded here, and whom the consulate named.
  package func vulnerable(_ item: Case) -> [PersonID] {
    members(of: item).filter {
      $0.isChild || $0.sex == .female || !$0.needs.isEmpty || item.consulateAnswer?.vulnerable.contains($0.id) ?? false
    }.map(\.id)
  }
}
