/// The class in which a case is served; lower is sooner.
package enum PriorityClass: Int, CaseIterable, Comparable, Sendable {
  case p0, p1, p2, p3, p4
  package static func < (a: PriorityClass, b: PriorityClass) -> Bool { a.rawValue < b.rawValue }
  /// As screens write it: `P2`.
  package var label: String { "P\(rawValue)" }
}

/// The public part of why a case has its class. What a need is stays with those who serve it.
package enum PriorityReason: String, Word {
  case critical, childAlone, deadline, expedited, vulnerable, listed, arrival
}

/// Class and reason of a case at a moment.
package struct Priority: Hashable, Sendable {
  package var level: PriorityClass
  package var reason: PriorityReason
}

/// A language that nobody can interpret now.
package struct InterpreterLack: Hashable, Sendable {
  package var language: Code
  /// Interpreters and lines on duty for it; all of them are busy.
  package var onDuty: Int
}

extension Center {
  /// The class of a case: P0 critical; P1 a statutory clock, an expedited case or a deadline near; P2
  /// particularly vulnerable; P3 what the center file lists; P4 everyone else.
  package func priority(of item: Case, at: Instant) -> Priority {
    // Whoever spoke of fear on the way to a return is heard among those whom a return may endanger.
    var vulnerable = item.returnStopped == .fear && item.determination == nil
    var listed = plan.familiesFirst && item.kind == .familyUnit
    for id in item.members {
      guard let person = people[id] else { continue }
      if !person.needs.isEmpty {
        if person.needs.meets(Need.critical) { return Priority(level: .p0, reason: .critical) }
        vulnerable = vulnerable || person.needs.meets(Need.vulnerable)
        listed = listed || plan.priorityNeeds.contains(where: person.needs.contains)
      }
      // Very young children: under two years.
      if let age = person.age, age.count < 2, person.isChild { vulnerable = true }
    }
    if item.isChildAlone { return Priority(level: .p1, reason: .childAlone) }
    if item.expedited != nil { return Priority(level: .p1, reason: .expedited) }
    let bookIn = parties[item.party]?.bookIn ?? item.arrivedAt
    if bookIn + rules.custody - rules.deadlineNear <= at { return Priority(level: .p1, reason: .deadline) }
    if vulnerable { return Priority(level: .p2, reason: .vulnerable) }
    return listed ? Priority(level: .p3, reason: .listed) : Priority(level: .p4, reason: .arrival)
  }

  /// The cases of a stage that a desk could call, in the order of service: class, then arrival.
  package func serviceOrder(_ stage: Stage, at: Instant) -> [(id: CaseID, priority: Priority)] {
    var order: [(id: CaseID, priority: Priority, arrived: Instant)] = []
    for id in queues[stage.index] {
      guard let item = cases[id], isCallable(item, at: at) else { continue }
      order.append((id, priority(of: item, at: at), item.arrivedAt))
    }
    order.sort { ($0.priority.level, $0.arrived, $0.id) < ($1.priority.level, $1.arrived, $1.id) }
    return order.map { ($0.id, $0.priority) }
  }

  /// Whether a case waits for its stage and nothing but a desk is missing.
  package func isCallable(_ item: Case, at: Instant) -> Bool {
    guard item.state == .waiting, item.stage != nil else { return false }
    guard item.isolation == nil || item.step == .health else { return false }
    guard queuedSince(item, at: at) != nil else { return false }
    if item.step == .interview {
      if item.isChildAlone || item.counselAskedAt != nil && item.counselAnsweredAt == nil { return false }
      if unfit(item, for: .interview, at: at) != nil { return false }
      if lacksCounsel(item, at: at) { return false }
    }
    return isTogether(item)
  }

  /// Whether every member is here and no separation that must be mended first is open. One whose other end
  /// has left the roll stays on the overview, but can be mended here no more and holds nobody.
  package func isTogether(_ item: Case) -> Bool {
    for id in item.members where !people.holds(id, { $0.presence == .here }) { return false }
    guard !separations.isEmpty else { return true }
    return !separations.contains {
      guard $0.from == item.id || $0.to == item.id, $0.reason == .medical || $0.reason == .ownRequest else {
        return false
      }
      return cases[$0.from == item.id ? $0.to : $0.from]?.isOnRoll ?? false
    }
  }

  /// The case a desk should call next and why, or nil when none can be called. A case that is booked for now with
  /// whoever works there goes first; one booked with counsel waits for its time. One call in `longestWaitingShare`
  /// goes to the longest waiting.
  package func next(at desk: DeskID, at: Instant) -> (id: CaseID, reason: CallReason)? {
    var booked: (id: CaseID, from: Instant)?
    var best: (id: CaseID, level: PriorityClass, arrived: Instant, reason: CallReason)?
    var longest: (id: CaseID, since: Instant)?
    let takesLongest = calls[desk.stage.index] % rules.longestWaitingShare == rules.longestWaitingShare - 1
    for id in queues[desk.stage.index] {
      guard let item = cases[id], isCallable(item, at: at) else { continue }
      if let booking = item.booking {
        if isBooked(item, at: desk, at) {
          if booked.map({ booking.from < $0.from }) ?? true { booked = (id, booking.from) }
          continue
        }
        if booking.withCounsel, at < booking.from { continue }
      }
      guard canSpeak(desk, with: item) else { continue }
      if takesLongest {
        let since = queuedSince(item, at: at) ?? item.joinedAt
        if longest.map({ since < $0.since }) ?? true { longest = (id, since) }
        continue
      }
      let priority = priority(of: item, at: at)
      let reason: CallReason =
        priority.reason == .expedited ? .expedited : priority.reason == .deadline ? .deadline : .order
      if best.map({ (priority.level, item.arrivedAt, id) < ($0.level, $0.arrived, $0.id) }) ?? true {
        best = (id, priority.level, item.arrivedAt, reason)
      }
    }
    if let booked { return (booked.id, .booked) }
    if let longest { return (longest.id, .longestWaiting) }
    return best.map { ($0.id, $0.reason) }
  }

  /// Whether a desk and a case have a language in common, or an interpreter or a line is free. Only the
  /// interview asks for one; the other desks make do and note it.
  package func canSpeak(_ id: DeskID, with item: Case) -> Bool {
    guard id.stage == .interview, let language = item.language else { return true }
    if isSpoken(language, at: id) { return true }
    if let second = item.secondLanguage, isSpoken(second, at: id) { return true }
    return interpretersFree(for: language) > 0 || item.secondLanguage.map { interpretersFree(for: $0) > 0 } ?? false
  }

  /// What an interview of a case lacks now: an interpreter on duty for none of its languages, or one that is free.
  /// Nil when some open desk could speak with it; where all are closed, any desk counts.
  package func interpreterLacking(for item: Case) -> InterpreterLack? {
    guard item.step == .interview, let language = item.language else { return nil }
    let all = desks.filter { $0.id.stage == .interview }
    let open = all.filter(\.isOpen)
    guard !(open.isEmpty ? all : open).contains(where: { canSpeak($0.id, with: item) }) else { return nil }
    for code in [language, item.secondLanguage].compactMap({ $0 }) {
      let duty = interpreters.first { $0.language == code }.map { $0.interpreters + $0.lines } ?? 0
      if duty > 0 { return InterpreterLack(language: code, onDuty: duty) }
    }
    return InterpreterLack(language: language, onDuty: 0)
  }

  /// Whether staff at a desk speak a language themselves.
  package func isSpoken(_ language: Code, at id: DeskID) -> Bool {
    if plan.languages.contains(where: { $0.code == language && $0.spokenByStaff }) { return true }
    return desk(id)?.languages.contains(language) ?? false
  }

  /// Interpreters and lines for a language that no interview uses now.
  package func interpretersFree(for language: Code) -> Int {
    guard let duty = interpreters.first(where: { $0.language == language }) else { return 0 }
    var busy = 0
    for desk in desks where desk.id.stage == .interview {
      guard let id = desk.serving, let item = cases[id], let spoken = interpreted(item, at: desk.id) else { continue }
      // An interpreter of the roster was booked for this interview alone.
      if item.booking?.interpreter != nil { continue }
      if spoken == language { busy += 1 }
    }
    return duty.interpreters + duty.lines - busy
  }

  /// The language for which a case at a desk uses an interpreter, or nil.
  func interpreted(_ item: Case, at desk: DeskID) -> Code? {
    guard let language = item.language, !isSpoken(language, at: desk) else { return nil }
    if let second = item.secondLanguage, isSpoken(second, at: desk) { return nil }
    let known = interpreters.contains { $0.language == language && $0.interpreters + $0.lines > 0 }
    return known ? language : item.secondLanguage ?? language
  }
}
