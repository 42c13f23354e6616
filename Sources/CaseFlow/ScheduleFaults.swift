// What keeps an interview from being booked, or from being held as it was booked: one list for both.

/// Why an interview cannot be held at the time, by the people, in the room for which it is booked.
package enum BookingFault: Hashable, Sendable {
  // The case
  case childAlone, noOrientation, consultation, counselOpen, isolated, apart, away
  // Officer, interpreter, room, counsel
  case officerOff, officerFar, interpreterOff, counselOff
  case taken(Code, CaseID)
  case roomTaken(DeskID, CaseID)
  /// Its time has come and gone, and nobody called the case.
  case passed
}

extension Center {
  /// What keeps a case from an interview in a booking's time, as far as that is known at `at`.
  func fault(of item: Case, in booking: Booking, at: Instant) -> BookingFault? {
    if item.isChildAlone { return .childAlone }
    guard let eligible = eligibleAt(item) else { return .noOrientation }
    if booking.from < eligible { return .consultation }
    if item.counselAskedAt != nil, item.counselAnsweredAt == nil { return .counselOpen }
    if item.wasIsolated(at: at) { return .isolated }
    if item.members.contains(where: { people[$0]?.presence != .here }) { return .away }
    return isTogether(item) ? nil : .apart
  }

  /// Who of a booking is not on duty for all of its time.
  func absence(from booking: Booking, of id: CaseID) -> BookingFault? {
    let window = booking.window
    if !isOnDuty(booking.officer, .officer, window) { return .officerOff }
    if booking.mode == .inPerson, !isHere(booking.officer, window) { return .officerFar }
    if !isInterpreted(booking) { return .interpreterOff }
    guard booking.withCounsel else { return nil }
    return hasCounselFree(window, besides: id, wasListed: booking.counselWasListed) ? nil : .counselOff
  }

  /// Who or what of a booking another has in its time; a booking never stands in its own way.
  func taken(from booking: Booking, of id: CaseID) -> BookingFault? {
    for staff in [booking.officer, booking.interpreter].compactMap(\.self) {
      if let other = booked(staff, booking.window, besides: id) { return .taken(staff, other) }
    }
    guard let room = booking.room else { return nil }
    return clash(booking.window, besides: id) { $0.room == room }.map { .roomTaken(room, $0) }
  }

  /// Whether counsel was reached and is not there for an interview held at a time: none is booked with counsel for then,
  /// or counsel is off duty. One that has begun with counsel may take longer than it was booked for.
  package func lacksCounsel(_ item: Case, at: Instant) -> Bool {
    guard item.hasCounsel else { return false }
    guard let booking = item.booking, booking.withCounsel else { return true }
    let instant = Span(milliseconds: 1)
    let hasBegun = item.step == .interview && item.state == .inService
    let held = hasBegun ? min(at, booking.until - instant) : at
    guard booking.calledWithin.contains(held) else { return true }
    let from = max(held, booking.from)
    return !hasCounselFree(
      Window(from, from + instant), besides: item.id, wasListed: booking.counselWasListed)
  }

  /// Whether the roster names someone of legal services for the day of a window.
  func listsCounsel(_ window: Window) -> Bool {
    let day = Window(window.from - .hours(12), window.until + .hours(12))
    return duties.contains { $0.role == .legal && $0.window.overlaps(day) }
  }

  /// Whether someone of legal services is free for all of a window. Where the roster names none of them for that day, and
  /// named none when the interview was booked, counsel comes from outside and nobody here knows their hours.
  func hasCounselFree(_ window: Window, besides id: CaseID, wasListed: Bool = false) -> Bool {
    if !wasListed, !listsCounsel(window) { return true }
    let known = Set(duties.filter { $0.role == .legal }.map(\.staff))
    var busy = 0
    forEachBooking { other, booking in
      if other != id, booking.withCounsel, booking.window.overlaps(window) { busy += 1 }
    }
    return known.count { isOnDuty($0, .legal, window) } > busy
  }
}

extension BookingFault {
  /// The sentence with which a booking that has this fault is refused.
  func refusal(_ item: Case, _ booking: Booking) -> Refusal {
    switch self {
    case .childAlone: .childInterview(item)
    case .noOrientation: .notOriented(item)
    case .consultation: .bookedTooEarly(item)
    case .counselOpen: .counselOpen(item)
    case .isolated: .isolated(item)
    case .apart, .away: .apart(item)
    case .officerOff: .officerOff(booking.officer)
    case .officerFar: .officerFar(booking.officer)
    case .interpreterOff: .interpreterOff(booking.interpreter ?? .none, booking.language)
    case .counselOff: .counselOff
    case .taken(let staff, let other): .staffTaken(staff, other)
    case .roomTaken(let room, let other): .roomTaken(room, other)
    case .passed: .bookedInThePast
    }
  }
}
