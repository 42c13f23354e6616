// What may be wrong with a duty or a booking.

extension Center {
  func objection(toSchedule record: Record) -> Refusal? {
    let at = record.at
    switch record.event {
    case .dutyListed(let e): return objection(toDuty: e, at)
    case .dutyEnded(let e):
      return duties.contains { $0.staff == e.staff && $0.until > at } ? nil : .notOnDuty(e.staff)
    case .interviewBooked(let e): return with(e.caseID, at) { objection(to: e.booking, of: $0, at) }
    case .interviewUnbooked(let e): return with(e.caseID, at) { $0.booking == nil ? .notBooked($0) : nil }
    case .interpreterSought(let e):
      return with(e.caseID, at) {
        if $0.determination != nil { return .decided($0) }
        if $0.isChildAlone { return .childInterview($0) }
        return $0.interpreterSoughtAt != nil ? .soughtAlready($0) : nil
      }
    default: return nil
    }
  }

  private func objection(toDuty e: Duty, _ at: Instant) -> Refusal? {
    if e.staff.isNone { return .noStaff }
    if let fault = e.windowFault { return fault }
    if e.until <= at { return .dutyOver(e.staff) }
    for duty in duties where duty.staff.isSamePerson(as: e.staff) {
      if duty.staff != e.staff { return .otherSpelling(e.staff, duty.staff) }
      if duty.role == e.role, duty.window.overlaps(Window(e.from, e.until)) { return .listedAlready(e.staff) }
    }
    return nil
  }

  private func objection(to booking: Booking, of item: Case, _ at: Instant) -> Refusal? {
    if item.determination != nil { return .decided(item) }
    if item.step == .interview, item.state == .called || item.state == .inService { return .interviewedNow(item) }
    if !item.step.leadsToInterview && !item.isChildAlone { return .notWaiting(item) }
    let window = booking.window
    if window.length <= .zero || window.length > Limit.interview { return .impossibleInterview }
    if booking.from < at { return .bookedInThePast }
    if booking.from > at + Limit.bookedAhead { return .bookedTooFar }
    if let interpreter = booking.interpreter, interpreter.isSamePerson(as: booking.officer) {
      return .officerInterprets(booking.officer)
    }
    if let room = booking.room { return room.stage == .interview && desk(room) != nil ? nil : .notARoom(room) }
    return nil
  }

  /// Duties and bookings of an opening that no order of entries could have made.
  func scheduleFault(_ duties: [Duty], _ cases: [Case], _ at: Instant) -> Refusal? {
    for duty in duties {
      if duty.staff.isNone { return .noStaff }
      if let fault = duty.windowFault { return fault }
    }
    var booked: [(item: Case, booking: Booking)] = []
    for item in cases {
      guard let booking = item.booking else { continue }
      guard item.determination == nil, item.isOnRoll, item.step.leadsToInterview, booking.bookedAt <= at,
        booking.bookedAt <= booking.from, booking.from < booking.until, booking.window.length <= Limit.interview,
        booking.mode == .telephone || booking.room != nil,
        booking.room.map({ $0.stage == .interview && desk($0) != nil }) ?? true
      else { return .brokenOpening("case \(item.id.label) is booked for an interview that cannot be") }
      booked.append((item, booking))
    }
    booked.sort { ($0.booking.from, $0.item.id) < ($1.booking.from, $1.item.id) }
    for (index, one) in booked.enumerated() {
      // By their beginnings, what overlaps one follows it within the longest interview.
      for other in booked[(index + 1)...].prefix(while: { $0.booking.from < one.booking.until }) {
        if other.booking.excludes(one.booking) {
          return .brokenOpening("cases \(one.item.id.label) and \(other.item.id.label) are booked at once")
        }
      }
    }
    return nil
  }
}

extension Duty {
  /// A duty ends after it begins, and before anyone falls asleep; an interpreter interprets something.
  var windowFault: Refusal? {
    let length = until - from
    if length <= .zero || length > Limit.duty { return .impossibleDuty(staff) }
    return role == .interpreter && languages.isEmpty ? .noLanguages(staff) : nil
  }
}
