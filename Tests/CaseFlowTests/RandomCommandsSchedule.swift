import CaseFlow

extension RandomCommands {
  /// What a supervisor enters of the schedule, in a hurry.
  mutating func schedule(in center: Center) -> Event {
    let waiting = center.queue(of: .interview)
    let id = chance(0.8) ? one(waiting) ?? caseID(in: center) : caseID(in: center)
    switch Int.random(in: 0..<14, using: &random) {
    case 10..<14: return counsel(of: id, in: center)
    case 0..<3:
      let from = center.now + .minutes(Int.random(in: -200...60, using: &random))
      let role = chance(0.6) ? Role.officer : one([Role.interpreter, .legal, .health]) ?? .legal
      return .duty(
        staff(role), role, role == .interpreter ? ["mam", "kek"] : [],
        Window(from, from + .minutes(Int.random(in: -10...1_440, using: &random))), remote: chance(0.2))
    case 3: return .offDuty(staff(chance(0.7) ? .officer : .interpreter))
    case 4: return .unbooked(id)
    case 5: return .sought(id)
    case 6, 7:
      // What is suggested is mostly lawful.
      guard let best = center.suggestions(at: center.now + .minutes(30), limit: 3).last else { return .sought(id) }
      return .interviewBooked(InterviewBooked(best.caseID, best.booking))
    default:
      let from = center.now + .minutes(Int.random(in: -5...600, using: &random))
      return .booked(
        id, Window(from, from + .minutes(Int.random(in: 0...90, using: &random))), staff(.officer),
        in: chance(0.5) ? "spa" : "mam", interpreter: chance(0.3) ? staff(.interpreter) : nil,
        room: chance(0.9) ? UInt8.random(in: 1...4, using: &random) : nil, mode: chance(0.7) ? .inPerson : .telephone,
        counsel: chance(0.2))
    }
  }

  /// Counsel is asked for, reached and booked for two or three at about the same time, sometimes forgotten, and called
  /// away while somebody counts on them.
  mutating func counsel(of id: CaseID, in center: Center) -> Event {
    let now = center.now
    let waiting = center.queue(of: .interview).compactMap { center.cases[$0] }
    let reached = waiting.filter(\.hasCounsel)
    let unheard = waiting.filter { !$0.hasCounsel }
    let booked = reached.filter { $0.booking.map { $0.withCounsel && now < $0.until } ?? false }
    if let other = one(unheard), chance(reached.count < 3 ? 0.6 : 0.1) {
      let asked = unheard.first { $0.counselAskedAt != nil && $0.counselAnsweredAt == nil }
      return asked.map { .counsel($0.id, .reached) } ?? .counselRequested(CaseOnly(other.id))
    }
    guard let item = one(reached.filter { one in !booked.contains { $0.id == one.id } }) ?? one(reached) else {
      return .counselRequested(CaseOnly(id))
    }
    if chance(0.05) { return .counsel(item.id, .declined) }
    let onDuty = center.duties.filter { $0.from <= now && $0.until > now + .minutes(60) }
    let counsel = onDuty.filter { $0.role == .legal }
    if let ill = one(counsel), chance(booked.count > 1 ? 0.3 : 0.1) { return .offDuty(ill.staff.text) }
    let hours = Window(now, now + .minutes(Int.random(in: 90...600, using: &random)))
    let taken = booked.compactMap(\.booking)
    let free = onDuty.filter { duty in duty.role == .officer && !taken.contains { $0.officer == duty.staff } }
    guard let officer = one(free) else { return .duty(staff(.officer), .officer, [], hours) }
    if chance(counsel.isEmpty ? 0.7 : counsel.count < 2 ? 0.4 : 0.05) { return .duty(staff(.legal), .legal, [], hours) }
    let soon = now + .minutes(Int.random(in: 8...30, using: &random))
    let from = one(taken.map(\.from).filter { $0 > now }) ?? soon
    let window = Window(from, from + .minutes(Int.random(in: 15...120, using: &random)))
    return .booked(
      item.id, window, officer.staff.text, room: UInt8.random(in: 1...3, using: &random), mode: .telephone,
      counsel: true)
  }

  /// Somebody whose interview is booked with counsel about now, called and heard.
  mutating func withCounsel(in center: Center) -> Command? {
    let now = center.now
    let booked = center.queue(of: .interview).compactMap { center.cases[$0] }.filter { item in
      item.hasCounsel && item.booking.map { $0.withCounsel && $0.from - .minutes(15) <= now } ?? false
    }
    let begun = booked.filter { $0.state == .called || $0.state == .inService }
    let near = booked.filter { $0.booking.map { now < $0.until } ?? false }
    // One is heard while another is called, so that both need counsel at once.
    let next = chance(0.8) ? near : booked
    guard let item = one(chance(0.5) ? begun : next.filter { $0.desk == nil }) ?? one(begun) ?? one(next) else {
      return nil
    }
    guard let desk = item.desk else {
      var call = CaseCalled()
      call.caseID = item.id
      call.desk = item.booking?.room ?? desk()
      call.reason = .named
      call.because = .medical
      return .state(.caseCalled(call))
    }
    if item.state == .called { return .state(.serviceStarted(CaseAtDesk(item.id, desk))) }
    if item.determination != nil { return .complete(item.id) }
    var e = DeterminationMade()
    e.caseID = item.id
    e.outcome = .positive
    e.basis = e.outcome.bases[0]
    e.reviewer = Code("rev1")
    return .state(.determinationMade(e))
  }

  private mutating func staff(_ role: Role) -> String {
    "\(role.rawValue.prefix(3))\(Int.random(in: 1...3, using: &random))"
  }
}

extension Watcher {
  /// Whether two interviews of people who are still to be heard share an officer, an interpreter or a room at a time,
  /// or one was booked for someone who may not be heard then.
  func bookedTwice(_ record: Record, _ center: Center) -> String? {
    switch record.event {
    case .interviewBooked, .entryUndone, .factCorrected, .tieStated, .familyReunited, .familySplit, .stateAt: break
    default: return nil
    }
    let booked = center.cases.items.filter { $0.isOnRoll && $0.determination == nil && $0.booking != nil }
    for (index, one) in booked.enumerated() {
      guard let first = one.booking else { continue }
      if case .interviewBooked(let e) = record.event, e.caseID == one.id {
        if one.isChildAlone { return "child booked" }
        if first.from < record.at { return "booked in the past" }
        if one.counselAskedAt != nil, one.counselAnsweredAt == nil { return "booked while counsel is awaited" }
      }
      for case let second? in booked[(index + 1)...].map(\.booking) where first.from < second.until {
        guard second.from < first.until else { continue }
        let ours = Set([first.officer, first.interpreter].compactMap(\.self))
        if !ours.isDisjoint(with: [second.officer, second.interpreter].compactMap(\.self)) { return "booked twice" }
        if let room = first.room, room == second.room { return "room booked twice" }
      }
    }
    return nil
  }
}
