// The last thing that was done towards a case's way out: whoever left was ready, so no exit lies before it.

extension Event {
  /// The case whose way out it prepares, or nil. What joins or parts cases says so where it does.
  var prepares: CaseID? {
    switch self {
    case .planMade(let e): e.caseID
    case .releaseStepDone(let e): e.caseID
    case .releaseOffered(let e), .releaseAccepted(let e): e.caseID
    case .departureBoarded(let e): e.caseID
    case .consulateAsked(let e), .orrNotified(let e): e.caseID
    case .consulateAnswered(let e): e.caseID
    case .returnStepDone(let e): e.caseID
    case .childDetermined(let e): e.caseID
    case .childScreened(let e): e.caseID
    case .transferAsked(let e), .transferAccepted(let e): e.caseID
    default: nil
    }
  }
}

extension Center {
  /// Keeps when a case was last prepared to leave. Constant time.
  mutating func prepare(_ event: Event, _ at: Instant) {
    if let id = event.prepares { return cases.update(id) { $0.prepare(at) } }
    // On what a child's return rests is one of its steps, kept with the child.
    guard case .detailsRecorded(let e) = event, e.fields.contains(.note), let id = people[e.person]?.caseID,
      cases[id]?.isChildAlone ?? false
    else { return }
    cases.update(id) { $0.prepare(at) }
  }

  /// Why nobody was released, returned or transferred yet at a time: something was still done towards it later. An
  /// ambulance does not wait for an entry.
  func preparedLater(_ record: Record) -> Refusal? {
    let id: CaseID
    switch record.event {
    case .caseReleased(let e): id = e.caseID
    case .caseReturned(let e): id = e.caseID
    case .caseTransferred(let e) where e.to != .hospital: id = e.caseID
    default: return nil
    }
    return cases.lend(id) { item in item.preparedAt.map { record.at < $0 } ?? false ? .preparedLater(item) : nil }
  }
}

extension Case {
  mutating func prepare(_ at: Instant) { preparedAt = max(at, preparedAt ?? at) }

  /// Why it cannot have been prepared to leave when an opening state says so, or nil.
  var preparedFault: Refusal? {
    let told = [
      release.offeredAt, release.acceptedAt, consulateAskedAt, consulateAnswer?.at, travelDocumentAt,
      child.determinedAt,
      child.orrNotifiedAt, child.screenedAt, transfer.askedAt, transfer.acceptedAt,
    ].compactMap(\.self).max()
    let isPrepared = plan != nil || !release.steps.isEmpty || !returnSteps.isEmpty || told != nil
    guard let preparedAt else {
      return isPrepared ? .brokenOpening("case \(id.label) was prepared to leave at no time") : nil
    }
    // To a hospital somebody goes at once, whatever was prepared, and who ran away or died asked nobody.
    let isUnprepared = exit == .departed || exit == .transferred && transfer.destination == .hospital
    let left = isUnprepared ? nil : exitedAt
    return told ?? preparedAt <= preparedAt && preparedAt <= left ?? preparedAt
      ? nil : .brokenOpening("case \(id.label) was prepared to leave after it left, or before its last step")
  }
}
