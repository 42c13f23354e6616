// Who could leave now, and what forbids it of everyone else: asked of the same gate that every entry passes.

extension Center {
  /// Why a case could not leave at this moment on the way that is planned or asked for, or nil when it could.
  ///
  /// Nothing is decided: the record of its leaving is put together and `objection(to:)` asked, and of a release whether
  /// the receiver is open when they come.
  package func whyNotGone(_ item: Case, at: Instant) -> Refusal? {
    guard let way = wayOut(item) else {
      return item.plan == .transfer || item.isChildAlone ? .transferNotAsked(item) : .notPlanned(item, .release)
    }
    // Two people, whoever they are: that one of them is missing is not what the list is asked for.
    var event = way
    if case .caseReturned(var e) = way {
      e.second = Readiness.second
      event = .caseReturned(e)
    }
    let record = Record(seq: seq + 1, at: max(at, now), recorded: max(at, now), by: Readiness.first, event: event)
    if let refusal = objection(to: record) { return refusal }
    if event.journey != nil, let person = toIsolate(item) { return .notIsolated(person) }
    guard case .caseReleased(let e) = way else { return nil }
    return whyNotReceived(item, by: e.receiver, leaving: record.at)
  }

  /// The event with which a case would leave, or nil while nobody has decided how.
  private func wayOut(_ item: Case) -> Event? {
    if let place = item.transfer.destination { return .caseTransferred(TransferOfCase(item.id, place)) }
    if item.isReturning {
      var returned = CaseReturned()
      returned.caseID = item.id
      return .caseReturned(returned)
    }
    guard item.plan == .release else { return nil }
    return .caseReleased(ReceiverOfCase(item.id, item.release.receiver ?? .none))
  }
}

/// Stand-ins for the two people of an act that is only asked about.
private enum Readiness {
  static let first: Code = Code("first")
  static let second: Code = Code("second")
}
