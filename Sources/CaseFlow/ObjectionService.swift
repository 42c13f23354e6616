// What may be wrong with a call, a start or an end of service.

extension Center {
  func objection(toCall e: CaseCalled, _ at: Instant) -> Refusal? {
    with(e.caseID, at, flow: true) { item in
      if let refusal = deskObjection(e.desk, for: item, at) { return refusal }
      if item.stage != e.desk.stage || item.state != .waiting { return .notWaiting(item) }
      if e.reason == .named && e.because == nil { return .namedWithoutReason(item) }
      if e.reason == .booked && !isBooked(item, at: e.desk, at) { return .notBookedNow(item) }
      if let desk = desk(e.desk), let other = desk.serving { return .busy(e.desk, other) }
      return canSpeak(e.desk, with: item) || isBooked(item, at: e.desk, at) ? nil : .noInterpreter(item)
    }
  }

  func objection(toStart e: CaseAtDesk, _ at: Instant) -> Refusal? {
    with(e.caseID, at, flow: true) { item in
      if let refusal = deskObjection(e.desk, for: item, at) { return refusal }
      return item.state != .called || item.desk != e.desk ? .notCalledHere(item) : nil
    }
  }

  func objection(toCompletion e: CaseAtDesk, _ at: Instant) -> Refusal? {
    with(e.caseID, at, flow: true) { item in
      if let refusal = deskObjection(e.desk, for: item, at) { return refusal }
      if item.state != .inService || item.desk != e.desk { return .notInService(item) }
      switch e.desk.stage {
      case .reception: return nil
      case .health: return missingChecks(of: item).first.map { .checkMissing($0) }
      case .interview:
        guard let determination = item.determination else { return .noDetermination(item) }
        return at < determination.at ? .before(item) : nil
      case .caseManagement: return item.plan == nil ? .noPlan(item) : nil
      }
    }
  }

  private func deskObjection(_ id: DeskID, for item: Case, _ at: Instant) -> Refusal? {
    guard let desk = desk(id) else { return .noDesk(id) }
    if !desk.isOpen { return .closed(id) }
    if at < desk.changedAt { return .otherwiseUsed(id) }
    // Nobody is served at a desk while all of them are at a hospital or a court.
    if item.members.allSatisfy({ !wasHere($0, at: at) }) { return .apart(item) }
    return item.stage == id.stage ? nil : .notWaiting(item)
  }
}
