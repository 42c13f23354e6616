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
    case .windowOpen: return .reviewWindow(item, center.rules.reviewWindow)
    case .pending: return .reviewOpen(item)
    case .upheld, .closed: break
    }
    return center.returnLacks(item, at: record.at)
  }
}

extension Center {
  /// The lines of the checklist that a release of this case waits for: its medicines too, where somebody needs any.
  package func releaseNeeds(_ item: Case) -> [ReleaseStep] { item.releaseNeeds(of: members(of: item)) }

  /// What a hand-over of a return still waits for.
  func returnLacks(_ item: Case, at: Instant) -> Refusal? { item.returnLacks(members(of: item), at: at) }

  /// The people of a return for whom the other end must be ready.
  package func vulnerable(_ item: Case) -> [PersonID] { item.vulnerable(among: members(of: item)) }
}

extension Case {
  func releaseNeeds(of members: [Person]) -> [ReleaseStep] {
    let medicines = members.contains { person in
      person.findings.contains { $0.treatedAt != nil } || person.needs.meets(Need.medical)
        || person.checks.contains { $0.check == .medicines && $0.result == .concern }
    }
    return Guard.releaseNeeds + (medicines ? [.medicines] : [])
  }

  /// Each listed step, and what the consulate says of those who need somebody at the other end.
  func returnLacks(_ members: [Person], at: Instant) -> Refusal? {
    for step in ReturnStep.needed(for: self) where !returnSteps.contains(step) { return .stepMissing(self, step) }
    guard let consulateAnswer, consulateAnswer.at <= at else { return .consulateSilent(self) }
    return vulnerable(among: members).isEmpty || consulateAnswer.hasProtocol ? nil : .noProtocol(self)
  }

  /// Children, women, whoever has a need that was recorded here, and whom the consulate named.
  fileprivate func vulnerable(among members: [Person]) -> [PersonID] {
    members.filter {
      $0.isChild || $0.sex == .female || !$0.needs.isEmpty || consulateAnswer?.vulnerable.contains($0.id) ?? false
    }.map(\.id)
  }
}
