import CaseFlow

// Words for telling of buses out, receivers and what follows a release.
extension Event {
  static let casa: Code = Code("casa")

  static func announced(_ number: Int32, to receiver: Code = casa, seats: Int, leaves: Instant) -> Event {
    var e = DepartureOpened()
    e.departure = DepartureID(number: number)
    e.receiver = receiver
    e.seats = seats
    e.leaves = leaves
    return .departureOpened(e)
  }
  static func boarded(_ id: CaseID, _ number: Int32 = 1) -> Event {
    .departureBoarded(DepartureOfCase(DepartureID(number: number), id))
  }
  static func unboarded(_ id: CaseID, _ number: Int32 = 1) -> Event {
    .departureUnboarded(DepartureOfCase(DepartureID(number: number), id))
  }
  static func left(_ number: Int32, _ heads: Int, _ because: DepartureDifference? = nil) -> Event {
    .departureLeft(counted(number, heads, because))
  }
  static func arrived(_ number: Int32, _ heads: Int, _ because: DepartureDifference? = nil) -> Event {
    .departureArrived(counted(number, heads, because))
  }
  private static func counted(_ number: Int32, _ heads: Int, _ because: DepartureDifference?) -> DepartureCounted {
    var e = DepartureCounted()
    e.departure = DepartureID(number: number)
    e.counted = heads
    e.because = because
    return e
  }
  static func stopped(_ id: CaseID, _ reason: StopReason) -> Event {
    var e = ReturnStopped()
    e.caseID = id
    e.reason = reason
    return .returnStopped(e)
  }
  static func accepted(_ id: CaseID, people: Int) -> Event {
    var e = ReceiverOfCase(id, casa)
    e.people = people
    return .releaseAccepted(e)
  }
  static func takes(_ receiver: Code, _ places: Int, isOpen: Bool = true) -> Event {
    var e = ReceiverChanged()
    e.receiver = receiver
    e.places = places
    e.isOpen = isOpen
    return .receiverChanged(e)
  }
  static func held(_ receiver: Code, _ people: Int, until: Instant) -> Event {
    var e = PlacesHeld()
    e.receiver = receiver
    e.people = people
    e.until = until
    return .placesHeld(e)
  }
  static func toFollow(_ id: CaseID, _ followUp: FollowUp, due: Instant) -> Event {
    var e = FollowUpPlanned()
    e.caseID = id
    e.followUp = followUp
    e.due = due
    return .followUpPlanned(e)
  }
  static func followed(_ id: CaseID, _ followUp: FollowUp, _ outcome: FollowUpOutcome) -> Event {
    var e = FollowUpRecorded()
    e.caseID = id
    e.followUp = followUp
    e.outcome = outcome
    return .followUpRecorded(e)
  }
  static func noPlace(_ id: CaseID, _ to: Destination, _ reason: PlaceRefusal) -> Event {
    var e = TransferRefused()
    e.caseID = id
    e.to = to
    e.reason = reason
    return .transferRefused(e)
  }
  static func pickup(_ id: CaseID, _ expected: Instant) -> Event {
    var e = PickupPlanned()
    e.caseID = id
    e.expected = expected
    return .pickupPlanned(e)
  }
}
