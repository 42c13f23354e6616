// Counsel at an interview: whether somebody of legal services is there for it, among several who are heard at once.

extension Center {
  /// Whether counsel was reached and is not there for an interview held at a time: none is booked with counsel for then,
  /// or counsel is off duty, or with others. One that began in its time may take longer than it was booked for, while
  /// counsel stays.
  package func lacksCounsel(_ item: Case, at: Instant) -> Bool {
    guard item.hasCounsel else { return false }
    guard let booking = item.booking, booking.withCounsel else { return true }
    let instant = Span(milliseconds: 1)
    let begun = item.isHeard ? min(at, booking.until - instant) : at
    guard booking.calledWithin.contains(begun) else { return true }
    let from = max(at, booking.from)
    return !keepsCounsel(booking, of: item, Window(from, from + instant), at: at)
  }

  /// Whether the roster names someone of legal services for the day of a window.
  func listsCounsel(_ window: Window) -> Bool {
    let day = Window(window.from - .hours(12), window.until + .hours(12))
    return duties.contains { $0.role == .legal && $0.window.overlaps(day) }
  }

  /// Whether someone of legal services could be booked for all of a window, beside every other booking. Where the roster
  /// names none of them for that day, counsel comes from outside and nobody here knows their hours.
  func hasCounselFree(_ window: Window, besides id: CaseID, at: Instant) -> Bool {
    !listsCounsel(window) || counsel(window) > counselled(window, at) { other, _ in other.id != id }
  }

  /// Whether someone of legal services is left for a booking that stands, in a part of its time: as many go with those
  /// that rank before it, but for whom cannot be heard now. Where the roster names none of them for that day, and named
  /// none when it was booked, they come from outside.
  func keepsCounsel(_ booking: Booking, of item: Case, _ window: Window, at: Instant) -> Bool {
    if !booking.counselWasListed, !listsCounsel(booking.window) { return true }
    let ours = counselRank(item, booking)
    return counsel(window) > counselled(window, at) { counselRank($0, $1) < ours && mayBeHeard($0) }
  }

  /// How many of legal services are on duty for all of a window.
  private func counsel(_ window: Window) -> Int {
    Set(duties.filter { $0.role == .legal }.map(\.staff)).count { isOnDuty($0, .legal, window) }
  }

  /// How many interviews take counsel in a window, of those that count: an interview that goes on after its time keeps
  /// its counsel.
  private func counselled(_ window: Window, _ at: Instant, where counts: (Case, Booking) -> Bool) -> Int {
    var taken = 0
    forEachBooking { id, booking in
      guard booking.withCounsel, booking.from < window.until, let item = cases[id] else { return }
      let until = item.isHeard ? max(booking.until, at + Span(milliseconds: 1)) : booking.until
      if window.from < until, counts(item, booking) { taken += 1 }
    }
    return taken
  }

  /// Whether a case is heard, or could be by itself: nobody waits for counsel of those on hold, isolated or away.
  private func mayBeHeard(_ item: Case) -> Bool {
    item.isHeard || item.state != .onHold && item.isolation == nil && isTogether(item)
  }

  /// Who keeps counsel where there is not enough: who is being heard, then who is booked first, then the lower number.
  private func counselRank(_ item: Case, _ booking: Booking) -> (Int, Instant, CaseID) {
    (item.isHeard ? 0 : 1, booking.from, item.id)
  }
}

extension Case {
  /// Whether it sits at the interview desk and is heard.
  fileprivate var isHeard: Bool { step == .interview && state == .inService }
}
