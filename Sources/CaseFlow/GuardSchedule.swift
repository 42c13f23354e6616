// The guard of the schedule.

extension Guard {
  /// No interview is booked for someone who may not be heard then, with someone who is not there or is booked already,
  /// in a taken room, by a stranger to the language while an interpreter is free, or without the counsel it has.
  static let bookedInterview = Guard(rule: .schedule) { center, record in
    guard case .interviewBooked(let e) = record.event, let item = center.cases[e.caseID] else { return nil }
    return center.bookingRefusal(e.booking, item, record.at)
  }
}

extension Center {
  /// Why an interview is not booked like this at `at`, or nil. Linear in the cases before the interview.
  func bookingRefusal(_ booking: Booking, _ item: Case, _ at: Instant) -> Refusal? {
    let lack =
      fault(of: item, in: booking, at: at) ?? absence(from: booking, of: item, at: at, stands: false)
    if let fault = lack ?? taken(from: booking, of: item.id) { return fault.refusal(item, booking) }
    if booking.mode == .inPerson, booking.room == nil { return .noRoom }
    if item.hasCounsel, !booking.withCounsel { return .counselForgotten(item) }
    guard booking.interpreter == nil, !speaks(booking.officer, booking.language, booking.window) else { return nil }
    return freeInterpreter(booking.language, booking.window, besides: item.id)
      .map { .interpreterForgotten($0, booking.language) }
  }
}
