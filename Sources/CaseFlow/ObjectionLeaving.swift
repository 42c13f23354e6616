// What may be wrong with a plan, a release, a return, a transfer or a departure, but for the guards.

extension Center {
  func leavingObjection(_ record: Record) -> Refusal? {
    let at = record.at
    switch record.event {
    case .planMade(let e):
      return with(e.caseID, at, flow: true) {
        guard $0.step == .caseManagement, $0.state == .inService else { return .notInService($0) }
        let negative = $0.determination?.outcome == .negative && $0.review.result != .reversed
        return (e.plan == .return) != negative && e.plan != .transfer ? .negativeReleased($0) : nil
      }
    case .releaseStepDone(let e): return with(e.caseID, at) { $0.release.steps.contains(e.step) ? .done($0) : nil }
    case .releaseOffered(let e):
      return with(e.caseID, at) {
        if let refusal = planned($0, .release) ?? onManifest($0) { return refusal }
        if $0.release.acceptedAt != nil, !$0.isAcceptedInPart { return .done($0) }
        return objection(toOffering: $0, to: e.receiver, at: at)
      }
    case .releaseAccepted(let e):
      return with(e.caseID, at) {
        guard $0.release.receiver == e.receiver, let offered = $0.release.offeredAt else {
          return notOffered($0, e.receiver)
        }
        if let people = e.people, !(1...$0.members.count).contains(people) { return .tooManyAccepted($0) }
        if $0.release.acceptedAt != nil, !$0.isAcceptedInPart { return .done($0) }
        return at < offered ? .beforeAsked($0) : nil
      }
    case .releaseRefused(let e):
      return with(e.caseID, at) {
        $0.release.receiver == e.receiver ? onManifest($0) : notOffered($0, e.receiver)
      }
    case .caseReleased(let e):
      return cases[e.caseID].flatMap(onManifest) ?? objection(toReleasing: e.caseID, to: e.receiver, at)
    case .releaseArrived(let e):
      guard let item = cases[e.caseID] else { return .noCase(e.caseID) }
      guard item.exit == .released, let left = item.exitedAt else { return .notArriving(item) }
      return item.release.arrivedAt != nil ? .done(item) : at < left ? .before(item) : nil
    case .consulateAsked(let e): return with(e.caseID, at) { $0.consulateAskedAt != nil ? .done($0) : nil }
    case .returnStepDone(let e):
      return with(e.caseID, at) {
        if $0.returnSteps.contains(e.step) { return .done($0) }
        if e.step == .guardian, !$0.isChildAlone { return .notAChildAlone($0) }
        // What is checked before anybody is to be returned says nothing of a return; when a consulate hears is a guard's.
        if !e.step.isOfConsulate, !$0.isReturning {
          return $0.isChildAlone ? .childReturn($0) : .notPlanned($0, .return)
        }
        // A child's decision is written down, sealed with its other details, before it is served.
        if e.step == .basisServed, $0.isChildAlone, !members(of: $0).allSatisfy({ $0.details.contains(.note) }) {
          return .basisNotWritten($0)
        }
        guard e.step.isOfConsulate, mayConsulateHear(of: $0, at: at) else { return nil }
        guard let asked = $0.consulateAskedAt else { return .consulateNotAsked($0) }
        return at < asked ? .beforeAsked($0) : nil
      }
    case .caseReturned(let e):
      return with(e.caseID, at, flow: true) {
        if $0.isChildAlone {
          return $0.state == .called || $0.state == .inService ? .notLeaving($0) : nil
        }
        if $0.step != .leaving { return .notLeaving($0) }
        return $0.plan != .return ? .notPlanned($0, .return) : nil
      }
    case .transferAsked(let e):
      // Accepted elsewhere, a case may still be wanted in another place: the new request replaces the old one.
      return with(e.caseID, at) { $0.transfer.acceptedAt != nil && $0.transfer.destination == e.to ? .done($0) : nil }
    case .transferAccepted(let e):
      return with(e.caseID, at) {
        guard $0.transfer.destination == e.to, let asked = $0.transfer.askedAt else { return .notArriving($0) }
        return $0.transfer.acceptedAt != nil ? .done($0) : at < asked ? .beforeAsked($0) : nil
      }
    case .caseTransferred(let e):
      return with(e.caseID, at, flow: true) {
        if $0.state == .inService { return .notLeaving($0) }
        guard $0.transfer.destination == e.to, let accepted = $0.transfer.acceptedAt else { return .notAccepted($0) }
        return at < accepted ? .beforeAccepted($0) : nil
      }
    case .transferArrived(let e):
      guard let item = cases[e.caseID] else { return .noCase(e.caseID) }
      guard item.exit == .transferred, let left = item.exitedAt else { return .notArriving(item) }
      return item.transfer.arrivedAt != nil ? .done(item) : at < left ? .before(item) : nil
    case .caseDeparted(let e): return known(e.caseID, at: at, flow: true)
    default: return nil
    }
  }

  /// The order of a release; whether the case stands on a manifest is asked apart.
  func objection(toReleasing id: CaseID, to receiver: Code, _ at: Instant) -> Refusal? {
    with(id, at, flow: true) {
      if let refusal = planned($0, .release) { return refusal }
      guard $0.step == .leaving else { return .notLeaving($0) }
      guard let taken = $0.release.receiver else { return .noOffer($0) }
      return taken == receiver ? nil : notOffered($0, receiver)
    }
  }

  private func notOffered(_ item: Case, _ receiver: Code) -> Refusal {
    receiverPlan(receiver) == nil ? .noReceiver(receiver) : .offeredElsewhere(item, receiver)
  }

  /// Whoever is on a manifest that has not left leaves with it.
  private func onManifest(_ item: Case) -> Refusal? {
    guard let id = item.departure, item.isOnRoll, departure(id)?.leftAt == nil else { return nil }
    return .boarded(item, id)
  }

  private func planned(_ item: Case, _ plan: Plan) -> Refusal? { item.plan == plan ? nil : .notPlanned(item, plan) }
}
