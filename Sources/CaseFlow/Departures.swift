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

  /// A case is released by itself. Who decided that it leaves all the same is recorded where there was something to decide.
  func decide(releasing e: ReceiverOfCase, _ moment: Moment) throws(Refusal) -> [Event] {
    _ = try admitted([.caseReleased(e)], moment)
    let shut = cases[e.caseID].flatMap { whyNotReceived($0, by: e.receiver, leaving: moment.at) }
    if let shut, (e.override ?? .none).isNone { throw shut }
    return [.caseReleased(ReceiverOfCase(e.caseID, e.receiver, override: shut == nil ? nil : e.override))]
  }

  /// A case leaves by itself. A withdrawal ends a claim, so two people say that it is the person's own; once the negative
  /// is final nothing is left to withdraw, and the way out is a return with all its steps.
  ///
  /// Asked of whoever enters it, not of what was recorded: earlier records name one person.
  func decide(departing e: CaseDeparted, _ moment: Moment) throws(Refusal) -> [Event] {
    var e = e
    // Nobody confirms a death, or that somebody is gone.
    if e.reason != .withdrew { e.second = nil }
    let events = try admitted([.caseDeparted(e)], moment)
    guard e.reason == .withdrew else { return events }
    if let item = cases[e.caseID], isNegativeFinal(item, at: moment.at) { throw .nothingToWithdraw(item) }
    let second = e.second ?? .none
    if second.isNone || second.isSamePerson(as: moment.by) { throw .withdrawnByOne(e.caseID) }
    return events
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
    var left = e
    if shut == nil { left.override = nil }
    let events = try inTurn([.departureLeft(left)] + released, moment)
    if let shut, (e.override ?? .none).isNone { throw shut }
    return events
  }

  /// Where as many arrived as left, every one of them did; else each case is confirmed by itself.
  func decide(arriving e: DepartureCounted, _ moment: Moment) throws(Refusal) -> [Event] {
    if e.override != nil { throw .nothingToOverride }
    guard let departure = departure(e.departure), departure.counted == e.counted else {
      return try admitted([.departureArrived(e)], moment)
    }
    let awaited = departure.cases.filter { cases[$0]?.release.arrivedAt == nil && cases[$0]?.exit == .released }
    return try inTurn([.departureArrived(e)] + awaited.map { .releaseArrived(CaseOnly($0)) }, moment)
  }
}
