// The schedule of interviews: who is on duty when, which interviews are booked, what became of a booking. All of it
// follows from the duties and the bookings; nothing of it is stored.

/// A stretch of time: its end no longer belongs to it.
package struct Window: Hashable, Sendable {
  package var from: Instant
  package var until: Instant

  package init(_ from: Instant, _ until: Instant) {
    self.from = from
    self.until = until
  }

  package var length: Span { until - from }
  package func overlaps(_ other: Window) -> Bool { from < other.until && other.from < until }
  package func contains(_ instant: Instant) -> Bool { from <= instant && instant < until }
}

extension Duty {
  /// The order of the roster: by beginning, then by name, role and end.
  func isAfter(_ other: Duty) -> Bool {
    (other.from, other.staff, other.role.rawValue, other.until) < (from, staff, role.rawValue, until)
  }

  package var window: Window { Window(from, until) }
}

extension Booking {
  package var window: Window { Window(from, until) }
  /// When a case may be called as booked.
  var calledWithin: Window { Window(from - Limit.calledEarly, until) }

  /// Whether both cannot be: they overlap, and share a room or someone who takes part.
  func excludes(_ other: Booking) -> Bool {
    guard window.overlaps(other.window) else { return false }
    if let room, room == other.room { return true }
    return takes(other.officer) || other.interpreter.map(takes) ?? false
  }

  /// Whether someone takes part in it as officer or interpreter.
  func takes(_ staff: Code) -> Bool {
    officer.isSamePerson(as: staff) || interpreter.map { $0.isSamePerson(as: staff) } ?? false
  }
}

/// A booked interview of someone who still waits for it.
package struct BookedInterview: Hashable, Sendable {
  package var caseID: CaseID
  package var booking: Booking
  /// What has become of it that it cannot be held as booked, or nil.
  package var fault: BookingFault?
}

extension Limit {
  /// The longest time that someone is on duty without a break in the roster.
  package static let duty = Span.hours(24)
  /// The longest interview that can be booked.
  package static let interview = Span.hours(8)
  /// How far ahead an interview can be booked.
  package static let bookedAhead = Span.days(30)
  /// How long before its time a booked case may be called as booked.
  package static let calledEarly = Span.minutes(10)
  /// How long after its time a booked case that nobody called counts as passed over.
  package static let calledLate = Span.minutes(30)
}

extension Center {
  /// The booked interviews of cases that still wait for them, by their times, each with what it lacks by now.
  /// Linear in the cases before or at the interview.
  package func bookings(at: Instant) -> [BookedInterview] {
    var booked: [BookedInterview] = []
    forEachBooking { id, booking in booked.append(BookedInterview(caseID: id, booking: booking)) }
    for index in booked.indices {
      booked[index].fault = cases[booked[index].caseID].flatMap { bookingFault(of: $0, at: at) }
    }
    return booked.sorted {
      ($0.booking.from, $0.booking.officer, $0.caseID) < ($1.booking.from, $1.booking.officer, $1.caseID)
    }
  }

  /// Why the interview of a case cannot be held as it is booked, or nil; nil too where none is booked.
  package func bookingFault(of item: Case, at: Instant) -> BookingFault? {
    guard let booking = item.booking, item.isOnRoll, item.state != .inService || item.step != .interview else {
      return nil
    }
    if at >= min(booking.until, booking.from + Limit.calledLate), item.state != .called { return .passed }
    return fault(of: item, in: booking, at: at) ?? absence(from: booking, of: item, at: at, stands: true)
  }

  /// How many interviews are booked by telephone although one in person could have been.
  package var telephonedNeedlessly: Int {
    var count = 0
    forEachBooking { _, booking in if booking.inPersonWasFree { count += 1 } }
    return count
  }

  /// Visits the bookings of everyone who has not been decided, in the order of the queues.
  func forEachBooking(_ visit: (CaseID, Booking) -> Void) {
    for stage in [Stage.reception, .health, .interview] {
      for id in queues[stage.index] {
        guard let position = cases.position(of: id), let booking = cases.items[position].booking else { continue }
        visit(id, booking)
      }
    }
  }

  /// Whether someone is on duty for all of a window; duties that follow each other count as one.
  func isOnDuty(_ staff: Code, _ role: Role, _ window: Window, where fits: (Duty) -> Bool = { _ in true }) -> Bool {
    var until = window.from
    var isLonger = true
    while until < window.until, isLonger {
      isLonger = false
      for duty in duties
      where duty.staff == staff && duty.role == role && duty.from <= until && duty.until > until && fits(duty) {
        until = duty.until
        isLonger = true
      }
    }
    return until >= window.until
  }

  /// Whether an officer speaks a language: by the roster, or because all staff do.
  func speaks(_ officer: Code, _ language: Code, _ window: Window) -> Bool {
    plan.languages.contains { $0.code == language && $0.spokenByStaff }
      || isOnDuty(officer, .officer, window) { $0.languages.contains(language) }
  }

  /// Whether the center counts interpreters or lines for a language while the roster names nobody to come: then they
  /// serve a booked interview as they serve any other.
  func isCounted(_ language: Code) -> Bool {
    guard interpreters.contains(where: { $0.language == language && $0.interpreters + $0.lines > 0 }) else {
      return false
    }
    return !duties.contains { $0.role == .interpreter && $0.until > now && $0.languages.contains(language) }
  }

  /// Whether an officer sits here for all of a window, rather than at a telephone far away.
  func isHere(_ officer: Code, _ window: Window) -> Bool { isOnDuty(officer, .officer, window) { !$0.isRemote } }

  /// The first interpreter for a language, in the order of the roster, who is free for all of a window.
  func freeInterpreter(_ language: Code, _ window: Window, besides id: CaseID) -> Code? {
    for duty in duties where duty.role == .interpreter && duty.languages.contains(language) {
      guard isOnDuty(duty.staff, .interpreter, window, where: { $0.languages.contains(language) }) else { continue }
      if booked(duty.staff, window, besides: id) == nil { return duty.staff }
    }
    return nil
  }

  /// The case for whose interview someone is booked in a window, if any but the one named.
  func booked(_ staff: Code, _ window: Window, besides id: CaseID) -> CaseID? {
    clash(window, besides: id) { $0.takes(staff) }
  }

  /// The first case but the one named whose booking overlaps a window and is of this kind.
  func clash(_ window: Window, besides id: CaseID, where fits: (Booking) -> Bool) -> CaseID? {
    var found: CaseID?
    forEachBooking { other, booking in
      if found == nil, other != id, booking.window.overlaps(window), fits(booking) { found = other }
    }
    return found
  }

  /// The interview desks, each a room.
  var rooms: [DeskID] { desks.map(\.id).filter { $0.stage == .interview } }

  /// Whether an interview in person could be held in a window: an officer who is here, and a room, are free.
  func couldBeInPerson(_ window: Window, besides id: CaseID) -> Bool {
    // Whoever is here for all of it is here when it begins: the roster of weeks is walked for those few alone.
    let hasOfficer = duties.contains {
      $0.role == .officer && !$0.isRemote && $0.window.contains(window.from) && isHere($0.staff, window)
        && booked($0.staff, window, besides: id) == nil
    }
    return hasOfficer && rooms.contains { room in clash(window, besides: id) { $0.room == room } == nil }
  }

  /// Whether the interview of a case is booked for now with whoever works at a desk, or by telephone in that room, and
  /// whoever interprets it, or calls from far away, is on duty for it.
  package func isBooked(_ item: Case, at desk: DeskID, _ at: Instant) -> Bool {
    guard desk.stage == .interview, let booking = item.booking else { return false }
    guard booking.calledWithin.contains(at), isInterpreted(booking) else { return false }
    if booking.mode == .telephone, booking.room == desk { return isOnDuty(booking.officer, .officer, booking.window) }
    return self.desk(desk)?.staff?.isSamePerson(as: booking.officer) ?? false
  }

  /// Whether the interpreter of a booking, where it names one, is on duty for all of it.
  func isInterpreted(_ booking: Booking) -> Bool {
    guard let interpreter = booking.interpreter else { return true }
    return isOnDuty(interpreter, .interpreter, booking.window) { $0.languages.contains(booking.language) }
  }
}

extension Case {
  /// When an interpreter who was sought was found: an interview is booked at which the language is understood, or was
  /// decided. One booked to try a second language settles nothing.
  var interpreterFoundAt: Instant? {
    guard let sought = interpreterSoughtAt else { return nil }
    if let decided = determination?.at { return max(sought, decided) }
    guard let booking, booking.isUnderstood, booking.interpreter != nil || booking.language == language else {
      return nil
    }
    return max(sought, booking.bookedAt)
  }
}
