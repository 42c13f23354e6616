// Duties, booked interviews, interpreters that are sought.

extension Center {
  mutating func schedule(_ record: Record) {
    let at = record.at
    switch record.event {
    case .dutyListed(let e):
      if duties.count >= Limit.duties { duties.removeFirst() }
      duties.append(Duty(e))
    case .dutyEnded(let e):
      // What was to come is no more; what has begun ends now.
      duties.removeAll { $0.staff == e.staff && $0.from >= at }
      for index in duties.indices where duties[index].staff == e.staff && duties[index].until > at {
        duties[index].until = at
      }
    case .interviewBooked(let e):
      var booking = Booking(e, at: at)
      booking.isUnderstood = e.interpreter != nil || speaks(e.officer, e.language, booking.window)
      booking.inPersonWasFree = e.mode == .telephone && couldBeInPerson(booking.window, besides: e.caseID)
      cases.update(e.caseID) { $0.booking = booking }
    case .interviewUnbooked(let e): cases.update(e.caseID) { $0.booking = nil }
    case .interpreterSought(let e):
      cases.update(e.caseID) { $0.interpreterSoughtAt = $0.interpreterSoughtAt ?? at }
    default: break
    }
  }
}
