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

  /// Who of a booking is not on duty for all of its time, as far as that is known at `at`. One that stands already keeps
  /// its counsel before those that rank behind it; a new one takes from none.
  func absence(from booking: Booking, of item: Case, at: Instant, stands: Bool) -> BookingFault? {
    let window = booking.window
    if !isOnDuty(booking.officer, .officer, window) { return .officerOff }
    if booking.mode == .inPerson, !isHere(booking.officer, window) { return .officerFar }
    if !isInterpreted(booking) { return .interpreterOff }
    guard booking.withCounsel else { return nil }
    let isFree =
      stands ? keepsCounsel(booking, of: item, window, at: at) : hasCounselFree(window, besides: item.id, at: at)
    return isFree ? nil : .counselOff
  }

  /// Who or what of a booking another has in its time; a booking never stands in its own way.
  func taken(from booking: Booking, of id: CaseID) -> BookingFault? {
    for staff in [booking.officer, booking.interpreter].compactMap(\.self) {
      if let other = booked(staff, booking.window, besides: id) { return .taken(staff, other) }
    }
    guard let room = booking.room else { return nil }
    return clash(booking.window, besides: id) { $0.room == room }.map { .roomTaken(room, $0) }
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
