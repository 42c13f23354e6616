// Duties, booked interviews, interpreters that are sought.

extension Center {
  mutating func schedule(_ record: Record) {
    let at = record.at
    switch record.event {
    case .dutyListed(let e):
      if duties.count >= Limit.duties { duties.removeFirst() }
      list(e)
    case .dutyEnded(let e):
      // What was to come is no more; what has begun ends now.
      let known = duties.filter { $0.staff == e.staff }
      duties.removeAll { $0.staff == e.staff }
      for var duty in known where duty.from < at {
        duty.until = min(duty.until, at)
        list(duty)
      }
    case .interviewBooked(let e):
      var booking = e.booking
      booking.bookedAt = at
      booking.isUnderstood =
        booking.interpreter != nil || speaks(booking.officer, booking.language, booking.window)
        || isCounted(booking.language)
      booking.counselWasListed = booking.withCounsel && listsCounsel(booking.window)
      booking.inPersonWasFree = booking.mode == .telephone && couldBeInPerson(booking.window, besides: e.caseID)
      cases.update(e.caseID) { $0.booking = booking }
    case .interviewUnbooked(let e): cases.update(e.caseID) { $0.booking = nil }
    case .interpreterSought(let e):
      cases.update(e.caseID) {
        guard $0.interpreterSoughtAt == nil else { return }
        $0.interpreterSoughtAt = at
        $0.interpreterSoughtBy = record.by
      }
    default: break
    }
  }
  /// Keeps the roster by its times, whatever the order in which it was entered. Looked for from the end: nearly every
  /// duty is later than those that are listed.
  mutating func list(_ duty: Duty) {
    let index = duties.lastIndex { !$0.isAfter(duty) }.map { $0 + 1 } ?? 0
    duties.insert(duty, at: index)
  }
}
