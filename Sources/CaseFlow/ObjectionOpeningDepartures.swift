// What an opening state cannot say of departures, receivers, and what follows a release or a return.

extension OpeningState {
  /// A departure that still stands here carries only whom it may take; one that left is told, not asked.
  func departureFault(in center: Center) -> Refusal? {
    var seen = Set<DepartureID>()
    for departure in departures {
      guard departure.id < nextDeparture, seen.insert(departure.id).inserted,
        1...Limit.partyPeople ~= departure.seats, Set(departure.cases).count == departure.cases.count,
        departure.hasOrderedTimes
      else { return .brokenOpening("departure \(departure.id.label) stands twice, out of order, or cannot have been") }
      if center.receiverPlan(departure.receiver) == nil { return .noReceiver(departure.receiver) }
    }
    // Who is on which manifest, told twice, must be told alike.
    let waiting = departures.filter { $0.leftAt == nil }
    var boarded: [CaseID: DepartureID] = [:]
    for departure in waiting {
      for id in departure.cases where boarded.updateValue(departure.id, forKey: id) != nil {
        return .brokenOpening("case \(id.label) is on two departures")
      }
    }
    var people: [DepartureID: Int] = [:]
    for item in cases where item.isOnRoll {
      guard boarded[item.id] == item.departure else {
        return .brokenOpening("case \(item.id.label) and the manifest of a departure do not agree")
      }
      guard let id = boarded.removeValue(forKey: item.id), let departure = waiting.first(where: { $0.id == id }) else {
        continue
      }
      people[id, default: 0] += item.members.count
      guard item.plan == .release, item.step == .leaving, item.release.receiver == departure.receiver,
        item.release.acceptedAt != nil, !item.isAcceptedInPart, people[id] ?? 0 <= departure.seats
      else { return .notAccepted(item) }
    }
    return boarded.isEmpty ? nil : .brokenOpening("somebody who is not here is on the manifest of a departure")
  }

  func receiverFault(in center: Center) -> Refusal? {
    var seen = Set<Code>()
    for receiver in receivers {
      if center.receiverPlan(receiver.receiver) == nil { return .noReceiver(receiver.receiver) }
      guard seen.insert(receiver.receiver).inserted, 0...Limit.places ~= receiver.held,
        0...Limit.places ~= receiver.places ?? 0
      else { return .impossiblePlaces }
    }
    return nil
  }
}

extension Departure {
  /// Whether it was counted where it was, and when it was.
  fileprivate var hasOrderedTimes: Bool {
    guard (leftAt == nil) == (counted == nil), (arrivedAt == nil) == (arrived == nil) else { return false }
    guard 0...Limit.partyPeople ~= counted ?? 0, 0...Limit.partyPeople ~= arrived ?? 0 else { return false }
    guard let arrivedAt else { return true }
    return leftAt.map { $0 <= arrivedAt } ?? false
  }
}

extension Case {
  /// What nobody can have accepted, answered or confirmed of this case.
  var outwardFault: Refusal? {
    if let people = release.acceptedPeople, release.acceptedAt == nil || !(1...members.count).contains(people) {
      return .tooManyAccepted(self)
    }
    if !followUps.isEmpty, exit != .released { return .notReleased(self) }
    if let answer = consulateAnswer {
      guard let asked = consulateAskedAt, asked <= answer.at else { return .consulateNotAsked(self) }
      if !Set(answer.vulnerable).isSubset(of: members) { return .strangers(id) }
    }
    if travelDocumentAt != nil, !returnSteps.contains(.travelDocument) { return .stepMissing(self, .travelDocument) }
    if returnSteps.contains(.guardian), !isChildAlone { return .notAChildAlone(self) }
    if plan == .return, returnStopped != nil { return .notReturning(self) }
    if let confirmed = returnConfirmedAt, exit != .returned || confirmed < exitedAt ?? confirmed {
      return .notArriving(self)
    }
    if transfer.pickupAt != nil, transfer.acceptedAt == nil { return .notAccepted(self) }
    return exit == .released && isAcceptedInPart ? .acceptedInPart(self, release.acceptedPeople ?? 0) : nil
  }
}
