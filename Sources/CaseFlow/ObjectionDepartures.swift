// What may be wrong with a departure, a receiver, a follow-up, or the answers to a transfer and a return.

extension Limit {
  /// How far ahead a departure, a pick-up or a held place may lie.
  package static let ahead = Span.days(31)
  /// How far ahead a follow-up may lie: hearings are set years away.
  package static let followUp = Span.days(3_650)
}

extension Center {
  func objection(toDeparture record: Record) -> Refusal? {
    let at = record.at
    switch record.event {
    case .departureOpened(let e): return objection(toOpening: e, at)
    case .departureBoarded(let e): return objection(toBoarding: e, record)
    case .departureUnboarded(let e):
      guard let departure = departure(e.departure) else { return .noDeparture(e.departure) }
      if departure.leftAt != nil { return .departureGone(departure.id) }
      return departure.cases.contains(e.caseID) ? nil : .notOnManifest(e.caseID, departure.id)
    case .departureLeft(let e): return objection(toLeaving: e, record)
    case .departureArrived(let e): return objection(toArriving: e, at)
    case .placesHeld(let e):
      if receiverPlan(e.receiver) == nil { return .noReceiver(e.receiver) }
      if !(0...Limit.places).contains(e.people) { return .impossiblePlaces }
      return e.people == 0 || (at...at + Limit.ahead).contains(e.until) ? nil : .notAhead
    case .receiverChanged(let e):
      if receiverPlan(e.receiver) == nil { return .noReceiver(e.receiver) }
      return (0...Limit.places).contains(e.places) ? nil : .impossiblePlaces
    case .transferRefused, .pickupPlanned: return objection(toTransferAnswer: record)
    case .followUpPlanned, .followUpRecorded: return objection(toFollowUp: record)
    case .consulateAnswered, .returnStopped, .returnConfirmed: return objection(toReturn: record)
    default: return nil
    }
  }

  /// The plan of a receiver, or nil where the center file names none of this code.
  package func receiverPlan(_ code: Code) -> ReceiverPlan? { plan.receivers.first { $0.code == code } }

  private func objection(toOpening e: DepartureOpened, _ at: Instant) -> Refusal? {
    if receiverPlan(e.receiver) == nil { return .noReceiver(e.receiver) }
    if e.departure != nextDeparture { return .wrongNumber("departure", nextDeparture.label) }
    if !(1...Limit.partyPeople).contains(e.seats) { return .impossibleSeats }
    if !(at...at + Limit.ahead).contains(e.leaves) { return .notAhead }
    return departures.count >= Limit.departures && !departures.contains(where: \.isOver) ? .tooManyDepartures : nil
  }

  /// Whoever boards could leave this moment: nothing that a release needs is left to be seen to at the bus.
  private func objection(toBoarding e: DepartureOfCase, _ record: Record) -> Refusal? {
    guard let departure = departure(e.departure) else { return .noDeparture(e.departure) }
    if departure.leftAt != nil { return .departureGone(departure.id) }
    guard let item = cases[e.caseID] else { return .noCase(e.caseID) }
    if let stood = item.departure, item.isOnRoll { return .boarded(item, stood) }
    if let refusal = objection(toReleasing: item.id, to: departure.receiver, record) { return refusal }
    let free = seatsFree(on: departure)
    return free < item.members.count ? .noSeats(departure, free: free) : nil
  }

  private func objection(toLeaving e: DepartureCounted, _ record: Record) -> Refusal? {
    guard let departure = departure(e.departure) else { return .noDeparture(e.departure) }
    if departure.leftAt != nil { return .departureGone(departure.id) }
    let people = people(on: departure)
    guard e.counted == people else {
      return .headsDiffer(departure, people: people, counted: e.counted, stayed: stayed(departure, people - e.counted))
    }
    for id in departure.cases {
      if let refusal = objection(toReleasing: id, to: departure.receiver, record) { return refusal }
    }
    return nil
  }

  /// The cases on a manifest whose people are as many as are missing.
  private func stayed(_ departure: Departure, _ missing: Int) -> [CaseID] {
    departure.cases.filter { cases[$0]?.members.count == missing }
  }

  /// Why a case may not be released to a receiver, whether or not it stands on a manifest: the order, then each guard.
  func objection(toReleasing id: CaseID, to receiver: Code, _ record: Record) -> Refusal? {
    var released = record
    released.event = .caseReleased(ReceiverOfCase(id, receiver))
    return objection(toReleasing: id, to: receiver, record.at) ?? forbidden(released)
  }

  private func objection(toArriving e: DepartureCounted, _ at: Instant) -> Refusal? {
    guard let departure = departure(e.departure) else { return .noDeparture(e.departure) }
    guard let left = departure.leftAt else { return .departureHere(departure.id) }
    if departure.arrivedAt != nil { return .departureDone(departure.id) }
    if at < left { return .departureHere(departure.id) }
    if !(0...Limit.partyPeople).contains(e.counted) { return .impossibleSeats }
    return e.counted == departure.counted || e.because != nil ? nil : .arrivedOthers(departure, e.counted)
  }

  private func objection(toTransferAnswer record: Record) -> Refusal? {
    let at = record.at
    switch record.event {
    case .transferRefused(let e):
      return with(e.caseID, at) {
        guard $0.transfer.destination == e.to, let asked = $0.transfer.askedAt else { return .notAsked($0) }
        return at < asked ? .beforeAsked($0) : nil
      }
    case .pickupPlanned(let e):
      return with(e.caseID, at) {
        guard let accepted = $0.transfer.acceptedAt else { return .notAccepted($0) }
        if at < accepted { return .beforeAccepted($0) }
        return (at...at + Limit.ahead).contains(e.expected) ? nil : .notAhead
      }
    default: return nil
    }
  }

  private func objection(toFollowUp record: Record) -> Refusal? {
    let at = record.at
    switch record.event {
    case .followUpPlanned(let e):
      guard let item = cases[e.caseID] else { return .noCase(e.caseID) }
      guard item.exit == .released, let left = item.exitedAt else { return .notReleased(item) }
      if at < left || item.openFollowUp(e.followUp) != nil { return at < left ? .before(item) : .done(item) }
      if item.followUps.count >= Limit.paths { return .tooManyFollowUps(item) }
      return (left...at + Limit.followUp).contains(e.due) ? nil : .followUpTime(item)
    case .followUpRecorded(let e):
      guard let item = cases[e.caseID] else { return .noCase(e.caseID) }
      guard item.openFollowUp(e.followUp) != nil else { return .noFollowUp(item) }
      return at < item.exitedAt ?? at ? .before(item) : nil
    default: return nil
    }
  }

  private func objection(toReturn record: Record) -> Refusal? {
    let at = record.at
    switch record.event {
    case .consulateAnswered(let e):
      return with(e.caseID, at) {
        guard let asked = $0.consulateAskedAt else { return .consulateNotAsked($0) }
        if at < asked { return .beforeAsked($0) }
        if !mayConsulateHear(of: $0, at: at) { return .consulateTooEarly($0) }
        let isKnown = Set(e.vulnerable).isSubset(of: $0.members) && Set(e.vulnerable).count == e.vulnerable.count
        return isKnown ? nil : .strangers($0.id)
      }
    case .returnStopped(let e):
      return with(e.caseID, at, flow: true) {
        if $0.isReturning { return nil }
        // Fear may be spoken of before anything is planned: a negative that is not before a judge does not hold then.
        let isHeard = e.reason == .fear && $0.determination?.outcome == .negative && $0.step != .review
        return isHeard ? nil : .notReturning($0)
      }
    case .returnConfirmed(let e):
      guard let item = cases[e.caseID] else { return .noCase(e.caseID) }
      guard item.exit == .returned, let left = item.exitedAt else { return .notArriving(item) }
      return item.returnConfirmedAt != nil ? .done(item) : at < left ? .before(item) : nil
    default: return nil
    }
  }
}

extension Case {
  /// Whether a return is planned, or allowed by the screening of a child alone.
  package var isReturning: Bool { plan == .return || isChildAlone && child.mayReturn }

  /// The follow-up of a kind that still waits for its outcome.
  package func openFollowUp(_ kind: FollowUp) -> FollowUpPath? {
    followUps.first { $0.followUp == kind && $0.outcome == nil }
  }

  /// Accepted, but not all of its people.
  package var isAcceptedInPart: Bool {
    release.acceptedAt != nil && release.acceptedPeople.map { $0 < members.count } ?? false
  }
}
