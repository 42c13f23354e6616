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

  /// Counsel is asked for, reached, booked, and sometimes forgotten.
  private mutating func counsel(of id: CaseID, in center: Center) -> Event {
    let hasCounsel = center.queue(of: .interview).filter { center.cases[$0]?.hasCounsel ?? false }
    if let waiting = one(hasCounsel), chance(0.6) {
      if chance(0.1) { return .counsel(waiting, .declined) }
      let from = center.now + .minutes(Int.random(in: 1...30, using: &random))
      let window = Window(from, from + .minutes(Int.random(in: 10...90, using: &random)))
      let officer = center.duties.first { $0.role == .officer && $0.window.contains(from) }?.staff.text
      return .booked(waiting, window, officer ?? staff(.officer), mode: .telephone, counsel: true)
    }
    let open = center.queue(of: .interview).first {
      center.cases[$0].map { $0.counselAskedAt != nil && $0.counselAnsweredAt == nil } ?? false
    }
    return open.map { .counsel($0, .reached) } ?? .counselRequested(CaseOnly(id))
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
