// Departures with a manifest, receivers, follow-up, refused transfers, what becomes of a return.

extension Center {
  mutating func depart(_ record: Record) {
    let at = record.at
    switch record.event {
    case .transferRefused(let e): refuse(e, at)
    case .pickupPlanned(let e): cases.update(e.caseID) { $0.transfer.pickupAt = e.expected }
    case .departureOpened(let e): open(e)
    case .departureBoarded(let e): seat(e.caseID, on: e.departure)
    case .departureUnboarded(let e): leaveManifest(e.caseID)
    case .departureLeft(let e):
      leaving = departure(e.departure)?.cases ?? []
      change(e.departure) {
        $0.leftAt = at
        $0.counted = e.counted
        $0.because = e.because
      }
    case .departureArrived(let e):
      change(e.departure) {
        $0.arrivedAt = at
        $0.arrived = e.counted
      }
    case .placesHeld(let e):
      change(receiver: e.receiver) {
        $0.held = e.people
        $0.heldAt = e.people == 0 ? nil : at
        $0.heldUntil = e.people == 0 ? nil : e.until
      }
    case .receiverChanged(let e):
      change(receiver: e.receiver) {
        $0.places = e.places
        $0.isOpen = e.isOpen
      }
    default: follow(record)
    }
  }

  /// What follows a release, and what becomes of a return.
  private mutating func follow(_ record: Record) {
    let at = record.at
    switch record.event {
    case .followUpPlanned(let e):
      var path = FollowUpPath()
      path.followUp = e.followUp
      path.due = e.due
      cases.update(e.caseID) { $0.followUps.append(path) }
    case .followUpRecorded(let e):
      cases.update(e.caseID) {
        guard let index = $0.followUps.firstIndex(where: { $0.followUp == e.followUp && $0.outcome == nil }) else {
          return
        }
        $0.followUps[index].outcome = e.outcome
        $0.followUps[index].recordedAt = at
      }
    case .consulateAnswered(let e):
      var answer = ConsulateAnswer()
      answer.at = at
      answer.vulnerable = e.vulnerable
      answer.hasProtocol = e.hasProtocol
      cases.update(e.caseID) { $0.consulateAnswer = answer }
    case .returnStopped(let e): stop(e, at)
    case .returnConfirmed(let e): cases.update(e.caseID) { $0.returnConfirmedAt = at }
    default: break
    }
  }

  private mutating func refuse(_ e: TransferRefused, _ at: Instant) {
    var refusal = RefusedTransfer()
    refusal.to = e.to
    refusal.reason = e.reason
    refusal.at = at
    cases.update(e.caseID) {
      if $0.transfer.refusals.count >= Limit.paths { $0.transfer.refusals.removeFirst() }
      $0.transfer.refusals.append(refusal)
      $0.transfer.destination = nil
      $0.transfer.askedAt = nil
      $0.transfer.acceptedAt = nil
      $0.transfer.pickupAt = nil
    }
  }

  private mutating func open(_ e: DepartureOpened) {
    var departure = Departure()
    departure.id = e.departure
    departure.receiver = e.receiver
    departure.seats = e.seats
    departure.leaves = e.leaves
    if departures.count >= Limit.departures, let oldest = departures.firstIndex(where: \.isOver) {
      departures.remove(at: oldest)
    }
    departures.append(departure)
    nextDeparture = max(nextDeparture, e.departure.next)
  }

  /// A manifest stands in the order of its numbers, whoever was put on it when.
  mutating func seat(_ id: CaseID, on departure: DepartureID) {
    change(departure) { departure in
      departure.cases.insert(id, at: departure.cases.firstIndex { id < $0 } ?? departure.cases.count)
    }
    cases.update(id) { $0.departure = departure }
  }

  /// Takes a case off the manifest on which it stands, as long as that has not left.
  mutating func leaveManifest(_ id: CaseID) {
    guard !departures.isEmpty, let stood = cases[id]?.departure, departure(stood)?.leftAt == nil else { return }
    change(stood) { $0.cases.removeAll { $0 == id } }
    cases.update(id) { $0.departure = nil }
  }

  private mutating func change(_ id: DepartureID, _ change: (inout Departure) -> Void) {
    if let index = departures.lastIndex(where: { $0.id == id }) { change(&departures[index]) }
  }

  /// A receiver that takes what the center file says again, and holds nothing, is not kept: what was undone and what
  /// never was are the same.
  private mutating func change(receiver: Code, _ change: (inout ReceiverNow) -> Void) {
    var unsaid = ReceiverNow()
    unsaid.receiver = receiver
    let index = receivers.firstIndex { $0.receiver == receiver }
    var now = index.map { receivers[$0] } ?? unsaid
    change(&now)
    switch index {
    case let index? where now == unsaid: receivers.remove(at: index)
    case let index?: receivers[index] = now
    case nil where now != unsaid: keep(now)
    case nil: break
    }
  }

  /// Receivers stand in the order of their codes, so that a state does not tell in which order it came about.
  mutating func keep(_ now: ReceiverNow) {
    let index = receivers.firstIndex { $0.receiver.text > now.receiver.text } ?? receivers.endIndex
    receivers.insert(now, at: index)
  }

  /// A return that is stopped is planned anew. Whoever spoke of fear is heard again: their negative does not hold any
  /// more. A child's own decision is no more: without a new screening there is no return, and after fear none at all.
  private mutating func stop(_ e: ReturnStopped, _ at: Instant) {
    guard let item = cases[e.caseID] else { return }
    leaveManifest(e.caseID)
    cases.update(e.caseID) {
      $0.plan = nil
      $0.dropOffer()
      $0.returnStopped = e.reason
    }
    if item.isChildAlone {
      cases.update(e.caseID) {
        $0.dropReturn()
        $0.child.forgetScreening()
        $0.child.hasClaimed = $0.child.hasClaimed || e.reason == .fear
      }
    } else if e.reason == .fear {
      rehear(e.caseID, at)
    } else if item.step == .leaving {
      move(e.caseID, to: .caseManagement, at)
    }
  }
}

extension Case {
  /// What others agreed to, they agreed to for all of them: after a split everyone is asked again.
  mutating func forgetWay() {
    dropOffer()
    dropReturn()
  }

  /// Forgets to whom a release was offered and who accepted.
  mutating func dropOffer() {
    release.receiver = nil
    release.offeredAt = nil
    release.acceptedAt = nil
    release.acceptedPeople = nil
  }

  /// Forgets what was prepared for a return that may not be any more.
  mutating func dropReturn() {
    returnSteps = []
    consulateAskedAt = nil
    consulateAskedBy = .none
    consulateAnswer = nil
    travelDocumentAt = nil
  }
}
