// What may be wrong with taking back an entry: it is not one's own last, it is too old, others have built on it, or
// what it would restore is no longer allowed.

extension Center {
  func objection(toUndoing e: EntryUndone, _ record: Record) -> Refusal? {
    guard let entry = lastEntry(by: record.by), entry.wrongs == e.wrongs else { return .nothingToUndo }
    if !entry.canBeUndone { return .cannotUndo(entry.end) }
    if record.recorded - entry.recorded > Limit.undo { return .undoTooLate }
    return builtOn(entry) ?? partyObjection(entry, record.at) ?? placeObjection(entry, record)
      ?? deskObjection(entry, record.at) ?? manifestObjection(entry) ?? bookingObjection(entry, record.at)
  }

  func decideUndo(_ moment: Moment) throws(Refusal) -> [Event] {
    guard let entry = lastEntry(by: moment.by) else { throw .nothingToUndo }
    var undone = EntryUndone()
    undone.wrongs = entry.wrongs
    return try admitted([.entryUndone(undone)], moment)
  }

  /// Whether nobody has built on an entry.
  func isUntouched(_ entry: LastEntry) -> Bool { builtOn(entry) == nil }

  /// Somebody has changed since what the entry changed.
  private func builtOn(_ entry: LastEntry) -> Refusal? {
    for id in cases(of: entry) where cases.lastChange(of: id) > entry.last { return .builtOn(id) }
    let entered = entry.party.flatMap { parties[$0]?.cases } ?? []
    let members = entered.flatMap { cases[$0]?.members ?? [] }
    for id in entry.people.map(\.id) + members where people.lastChange(of: id) > entry.last {
      return .builtOn(people[id]?.caseID ?? CaseID())
    }
    if let desk = entry.desk, let index = desks.firstIndex(where: { $0.id == desk.id }), deskChanges[index] > entry.last
    {
      return .otherwiseUsed(desk.id)
    }
    if let item = entry.item, let booking = item.booking, booking != cases[item.id]?.booking,
      let other = clash(booking.window, besides: item.id, where: booking.excludes)
    {
      return .builtOn(other)
    }
    if let opened = entry.opened, let bus = bus(opened), bus.entered > 0 || bus.counted != nil || bus.closedAt != nil {
      return .busInUse(opened)
    }
    if let announced = entry.announced, let departure = departure(announced),
      !departure.cases.isEmpty || departure.leftAt != nil
    {
      return .departureInUse(announced)
    }
    return nil
  }

  /// Whoever goes back onto a manifest still finds a seat there.
  private func manifestObjection(_ entry: LastEntry) -> Refusal? {
    guard let item = entry.item, let id = item.departure, cases[item.id]?.departure != id else { return nil }
    guard let departure = departure(id) else { return .noDeparture(id) }
    if departure.leftAt != nil { return .departureGone(id) }
    let free = seatsFree(on: departure)
    return free < item.members.count ? .noSeats(departure, free: free) : nil
  }

  /// People entered in error leave no trace in a manifest that was closed with them.
  private func partyObjection(_ entry: LastEntry, _ at: Instant) -> Refusal? {
    guard let party = entry.party.flatMap({ parties[$0] }) else { return nil }
    if at < party.arrivedAt, let item = party.cases.first.flatMap({ cases[$0] }) { return .beforeArrival(item) }
    return party.bus.flatMap(bus).flatMap { $0.closedAt == nil ? nil : .busIsClosed($0.id) }
  }

  /// The places that it would give back are free and lawful, and nobody lost theirs in the meantime.
  private func placeObjection(_ entry: LastEntry, _ record: Record) -> Refusal? {
    var back: [Code: Int] = [:]
    for person in entry.people {
      guard let code = person.area, code != people[person.id]?.area else { continue }
      back[code, default: 0] += 1
      var placed = record
      placed.event = .casePlaced(CasePlaced(person.caseID, in: code))
      for rule in [Guard.childPlacement, .isolation, .treatedFirst, .fitness] {
        if let refusal = rule.refuses(self, placed) { return refusal }
      }
    }
    for area in areas {
      if let coming = back[area.code], area.free < coming { return .full(area) }
      guard let capacity = entry.capacity, capacity.area == area.code else { continue }
      if area.free >= 0, capacity.capacity.usable.places < area.occupied { return .full(area) }
    }
    return nil
  }

  /// A booking that it would give back is still lawful: nobody has gone off duty, and no time has passed over it.
  private func bookingObjection(_ entry: LastEntry, _ at: Instant) -> Refusal? {
    guard let item = entry.item, let booking = item.booking, booking != cases[item.id]?.booking else { return nil }
    return bookingRefusal(booking, item, at)
  }

  /// Whoever worked at a desk works nowhere else by now; whoever was served there can still be understood.
  private func deskObjection(_ entry: LastEntry, _ at: Instant) -> Refusal? {
    guard let desk = entry.desk else { return nil }
    if let staff = desk.staff, let other = desks.first(where: { $0.staff == staff && $0.id != desk.id }) {
      return .staffElsewhere(staff, other.id)
    }
    guard let item = entry.item, desk.serving == item.id, cases[item.id]?.desk == nil else { return nil }
    return canSpeak(desk.id, with: item) || isBooked(item, at: desk.id, at) ? nil : .noInterpreter(item)
  }
}
