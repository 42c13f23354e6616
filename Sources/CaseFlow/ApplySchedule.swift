// Duties, booked interviews, interpreters that are sought.

extension Center {
  mutating func schedule(_ record: Record) {
    let at = record.at
    switch record.event {
    case .dutyListed(let e):
      var duty = Duty()
      duty.staff = e.staff
      duty.role = e.role
      duty.languages = e.languages
      duty.from = e.from
      duty.until = e.until
      duty.isRemote = e.isRemote
      if duties.count >= Limit.duties { duties.removeFirst() }
      duties.append(duty)
    case .dutyEnded(let e):
      // What was to come is no more; what has begun ends now.
      duties.removeAll { $0.staff == e.staff && $0.from >= at }
      for index in duties.indices where duties[index].staff == e.staff && duties[index].until > at {
        duties[index].until = at
      }
    case .interviewBooked(let e):
      var booking = Booking()
      booking.from = e.from
      booking.until = e.until
      booking.officer = e.officer
      booking.mode = e.mode
      booking.room = e.room
      booking.language = e.language
      booking.interpreter = e.interpreter
      booking.withCounsel = e.withCounsel
      booking.bookedAt = at
      cases.update(e.caseID) {
        $0.booking = booking
        $0.interpreterSoughtAt = e.interpreter == nil ? $0.interpreterSoughtAt : nil
      }
    case .interviewUnbooked(let e): cases.update(e.caseID) { $0.booking = nil }
    case .interpreterSought(let e):
      cases.update(e.caseID) { $0.interpreterSoughtAt = $0.interpreterSoughtAt ?? at }
    default: break
    }
  }
}
