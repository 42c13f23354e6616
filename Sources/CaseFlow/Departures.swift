// Departures with a manifest: who is on them, which is the last one today.

extension Departure {
  /// Whether nothing more is to be said of it: it arrived, or left without anyone.
  package var isOver: Bool { arrivedAt != nil || leftAt != nil && cases.isEmpty }
}

extension Center {
  /// A departure by its number, or nil where it is not kept any more.
  package func departure(_ id: DepartureID) -> Departure? { departures.last { $0.id == id } }

  /// The people on a manifest.
  package func people(on departure: Departure) -> Int {
    departure.cases.reduce(0) { $0 + (cases[$1]?.members.count ?? 0) }
  }

  /// Seats that nobody has yet.
  package func seatsFree(on departure: Departure) -> Int { departure.seats - people(on: departure) }

  /// The last departure of the local day that can still take a case: one to its receiver, or any while it has none.
  package func lastDeparture(for item: Case, at: Instant, _ zone: ZoneOffsets) -> Departure? {
    if let id = item.departure { return departure(id) }
    let today = zone.local(at.milliseconds).date
    return departures.filter {
      $0.leftAt == nil && $0.leaves >= at && zone.local($0.leaves.milliseconds).date == today
        && (item.release.receiver == nil || item.release.receiver == $0.receiver)
    }.max { $0.leaves < $1.leaves }
  }

  /// The departures that have not left, the next one first.
  package func nextDepartures(at: Instant) -> [Departure] {
    departures.filter { $0.leftAt == nil }.sorted { ($0.leaves, $0.id) < ($1.leaves, $1.id) }
  }

  /// A departure leaves with everyone on its manifest: each is released in the same entry.
  func decide(leaving e: DepartureCounted, _ moment: Moment) throws(Refusal) -> [Event] {
    let departure = departure(e.departure)
    let receiver = departure?.receiver ?? .none
    var shut: Refusal?
    let released = (departure?.cases ?? []).map { id in
      let refusal = cases[id].flatMap { whyNotReceived($0, by: receiver, leaving: moment.at) }
      shut = shut ?? refusal
      // Who decided stands beside those about whom there was something to decide.
      return Event.caseReleased(ReceiverOfCase(id, receiver, override: refusal == nil ? nil : e.override))
    }
    let events = try inTurn([.departureLeft(e)] + released, moment)
    if let shut, (e.override ?? .none).isNone { throw shut }
    return events
  }

  /// Where as many arrived as left, every one of them did; else each case is confirmed by itself.
  func decide(arriving e: DepartureCounted, _ moment: Moment) throws(Refusal) -> [Event] {
    guard let departure = departure(e.departure), departure.counted == e.counted else {
      return try admitted([.departureArrived(e)], moment)
    }
    let awaited = departure.cases.filter { cases[$0]?.release.arrivedAt == nil && cases[$0]?.exit == .released }
    return try inTurn([.departureArrived(e)] + awaited.map { .releaseArrived(CaseOnly($0)) }, moment)
  }
}
