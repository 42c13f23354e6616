import CaseFlow

// Who is on duty when, and the interviews booked with them.

extension Simulator {
  /// Lists the shift that is on and the next one, each once.
  mutating func listDuties() {
    var shift = roster.window(rosterUntil ?? clock)
    while shift.from < clock + .hours(9) {
      for (stage, role) in [(.health, .health), (.interview, .officer), (.caseManagement, .caseManager)]
        as [(Stage, Role)]
      { listDesks(of: stage, role, shift) }
      list(roster.transport(shift.from), .transport, [], shift)
      if roster.shift(shift.from) == 0 { listInterpreters(roster.local(shift.from).date) }
      if roster.shift(shift.from) == 1 { listRemote(shift) }
      rosterUntil = shift.until
      shift = roster.window(shift.until)
    }
  }

  /// Whoever sits at a desk is on duty for the hours of the shift in which the plan staffs it.
  private mutating func listDesks(of stage: Stage, _ role: Role, _ shift: Window) {
    let hours = stride(from: 0, to: shift.length.wholeSeconds / 3_600, by: 1).map { shift.from + .hours($0) }
    for desk in center.desks.map(\.id) where desk.stage == stage {
      let staffed = hours.filter { staffedDesks(of: stage, $0) >= Int(desk.number) }
      guard let first = staffed.first, let last = staffed.last else { continue }
      list(
        roster.staff(at: desk, shift.from), role, roster.languages(at: desk),
        Window(first, min(last + .hours(1), shift.until)))
    }
  }

  /// As many interpreters as the center counts by day come early; half as many come late.
  private mutating func listInterpreters(_ day: CivilDate) {
    let early = Window(roster.instant(day, minute: 420), roster.instant(day, minute: 900))
    let late = Window(roster.instant(day, minute: 840), roster.instant(day, minute: 1_320))
    for language in center.plan.languages
    where !language.spokenByStaff && !drill.lacksInterpreters(of: language.code, at: clock) {
      for number in 0..<language.interpreters + (language.interpreters + 1) / 2 {
        list(
          roster.interpreter(language.code, number + 1), .interpreter, [language.code],
          number < language.interpreters ? early : late)
      }
    }
  }

  /// The pool of officers far away: in the afternoon and evening they hear by telephone who would wait too long here.
  private mutating func listRemote(_ shift: Window) {
    for officer in roster.remote { list(officer.staff, .officer, officer.languages, shift, remote: true) }
  }

  mutating func list(
    _ staff: Code, _ role: Role, _ languages: [Code], _ window: Window, remote: Bool = false
  ) {
    guard window.until > clock else { return }
    var listed = Duty()
    listed.staff = staff
    listed.role = role
    listed.languages = languages
    listed.from = window.from
    listed.until = window.until
    listed.isRemote = remote
    act(.state(.dutyListed(listed)), by: roster.supervisor(clock))
  }

  mutating func endDuty(of staff: Code) {
    var ended = StaffOnly()
    ended.staff = staff
    act(.state(.dutyEnded(ended)), by: roster.supervisor(clock))
  }
}

extension Simulator {
  /// The officers of the last desks are called away; what is booked with them is booked anew.
  mutating func callAway(_ count: Int, because inject: Code = .none) {
    let gone = Set(calledAway.values.joined().map(\.staff))
    let officers = center.desks.filter { $0.id.stage == .interview }.compactMap(\.staff).filter { !gone.contains($0) }
      .suffix(count)
    let now = clock
    let duties = center.duties.filter { officers.contains($0.staff) && $0.window.contains(now) }
    calledAway[inject] = duties
    for duty in duties { endDuty(of: duty.staff) }
    keepSchedule()
  }

  /// They are back for what is left of their duty.
  mutating func callBack(because inject: Code = .none) {
    for duty in calledAway[inject] ?? [] { list(duty.staff, duty.role, duty.languages, Window(clock, duty.until)) }
    calledAway[inject] = nil
  }

  /// An interpreter falls ill, one who is booked if there is any.
  mutating func interpreterLeaves() {
    let now = clock
    let onDuty = center.duties.filter { $0.role == .interpreter && $0.window.contains(now) }.map(\.staff)
    let booked = center.bookings(at: clock).compactMap(\.booking.interpreter)
    guard let staff = flow.pick(booked.isEmpty ? onDuty : booked) else { return }
    endDuty(of: staff)
    keepSchedule()
  }

  /// Takes back what cannot be held as booked, and books some of those whom the center proposes next.
  mutating func keepSchedule() {
    for booked in center.bookings(at: clock) {
      guard let fault = booked.fault else { continue }
      var unbooked = InterviewUnbooked()
      unbooked.caseID = booked.caseID
      unbooked.reason = Simulator.reason(of: fault)
      state(.interviewUnbooked(unbooked), of: booked.caseID, by: roster.supervisor(clock), promptly: true)
      if fault == .interpreterOff, let item = center.cases[booked.caseID] { seek(item) }
    }
    let rooms = center.desks.count { $0.id.stage == .interview }
    for suggestion in center.suggestions(at: clock, limit: max(2, rooms / 3)) {
      guard let item = center.cases[suggestion.caseID],
        center.members(of: item).allSatisfy({ $0.presence == .here })
      else { continue }
      var booking = farAway(suggestion.booking, item) ?? suggestion.booking
      // A telephone call is taken in a room that nobody else is booked for.
      if booking.mode == .telephone { booking.room = freeRoom(booking.window) }
      state(
        .interviewBooked(InterviewBooked(item.id, booking)), of: item.id, by: roster.supervisor(clock), promptly: true)
      if suggestion.language == .nobody { seek(item) }
    }
  }

  /// While far more people wait than desks are open, some are heard by a remote officer who is free then and speaks their
  /// language.
  private mutating func farAway(_ booking: Booking, _ item: Case) -> Booking? {
    let open = center.desks.count { $0.id.stage == .interview && $0.isOpen }
    guard center.queue(of: .interview).count > 2 * open, !item.hasCounsel, flow.chance(0.4) else { return nil }
    let isSpoken = center.plan.languages.contains { $0.code == booking.language && $0.spokenByStaff }
    let taken = center.bookings(at: clock).filter { $0.booking.window.overlaps(booking.window) }.map(\.booking.officer)
    let officer = roster.remote.first { officer in
      (isSpoken || officer.languages.contains(booking.language)) && !taken.contains(officer.staff)
        && center.duties.contains {
          $0.staff == officer.staff && $0.from <= booking.from && booking.until <= $0.until
        }
    }
    guard let officer else { return nil }
    var call = booking
    call.mode = .telephone
    call.officer = officer.staff
    call.interpreter = nil
    return call
  }

  private func freeRoom(_ window: Window) -> DeskID? {
    let taken = center.bookings(at: clock).filter { $0.booking.window.overlaps(window) }.compactMap(\.booking.room)
    return center.desks.map(\.id).last { $0.stage == .interview && !taken.contains($0) }
  }

  private static func reason(of fault: BookingFault) -> UnbookReason {
    switch fault {
    case .officerOff, .officerFar, .taken: .officer
    case .interpreterOff: .interpreter
    case .counselOpen, .counselOff: .counsel
    case .isolated, .away, .apart: .medical
    case .roomTaken: .room
    case .childAlone, .noOrientation, .consultation, .passed: .moved
    }
  }

  /// Someone begins to look for an interpreter of a language that nobody here speaks, or nobody any more.
  mutating func seek(_ item: Case) {
    guard item.interpreterSoughtAt == nil, item.determination == nil, !item.isChildAlone,
      let language = item.language
    else { return }
    var sought = CaseInLanguage()
    sought.caseID = item.id
    sought.language = language
    state(.interpreterSought(sought), of: item.id, by: roster.supervisor(clock), promptly: true)
  }
}
