// Calling, serving, holding, and moving from step to step.

extension Center {
  mutating func call(_ e: CaseCalled, _ at: Instant) {
    guard cases.position(of: e.caseID) != nil else { return }
    calls[e.desk.stage.index] += 1
    cases.update(e.caseID) {
      $0.state = .called
      $0.desk = e.desk
      $0.recalls = 0
      $0.changedAt = at
    }
    change(e.desk) {
      $0.serving = e.caseID
      $0.changedAt = at
    }
  }

  mutating func start(_ e: CaseAtDesk, _ at: Instant) {
    guard let item = cases[e.caseID] else { return }
    let joined = e.desk.stage == .interview ? max(item.joinedAt, eligibleAt(item) ?? item.joinedAt) : item.joinedAt
    cases.update(e.caseID) {
      $0.state = .inService
      $0.desk = e.desk
      $0.changedAt = at
      // A service interrupted by a hold began when it first began.
      guard $0.visits[e.desk.stage].startedAt == nil else { return }
      $0.visits[e.desk.stage].joinedAt = joined
      $0.visits[e.desk.stage].startedAt = at
    }
    change(e.desk) {
      $0.serving = e.caseID
      $0.changedAt = at
    }
  }

  mutating func complete(_ e: CaseAtDesk, _ at: Instant) {
    guard let item = cases[e.caseID] else { return }
    cases.update(e.caseID) { $0.visits[e.desk.stage].doneAt = at }
    move(e.caseID, to: Center.step(after: e.desk.stage, item), at)
  }

  /// The step that follows a completed service.
  static func step(after stage: Stage, _ item: Case) -> Step {
    switch stage {
    case .reception: .health
    case .health: item.isChildAlone ? .childrenAlone : .interview
    case .interview: item.determination?.outcome == .negative && item.review.result == nil ? .review : .caseManagement
    case .caseManagement: .leaving
    }
  }

  mutating func hold(_ e: CaseHeld, _ at: Instant) {
    guard let item = cases[e.caseID] else { return }
    if let desk = item.desk { free(desk, of: item.id, at) }
    cases.update(e.caseID) {
      $0.state = .onHold
      $0.hold = e.reason
      $0.desk = nil
      $0.changedAt = at
    }
  }

  mutating func resume(_ e: CaseOnly, _ at: Instant) {
    cases.update(e.caseID) {
      $0.state = .waiting
      $0.hold = nil
      $0.changedAt = at
    }
  }

  mutating func decideReview(_ e: ReviewDecided, _ at: Instant) {
    guard let item = cases[e.caseID] else { return }
    let deemed = item.determination.map { $0.at + rules.reviewWindow }
    cases.update(e.caseID) {
      // A silence that was taken as a request gets its start on the record.
      $0.review.requestedAt = $0.review.requestedAt ?? deemed
      $0.review.decidedAt = at
      $0.review.result = e.result
    }
    followReview(e.caseID, at)
  }

  /// Moves a case to a step: out of its queue, away from its desk, into the next queue.
  mutating func move(_ id: CaseID, to step: Step, _ at: Instant) {
    guard let item = cases[id] else { return }
    unqueue(item)
    if let desk = item.desk { free(desk, of: id, at) }
    cases.update(id) {
      if let old = $0.stage, $0.visits[old].doneAt == nil { $0.visits[old].leftAt = at }
      $0.step = step
      $0.state = .waiting
      $0.hold = nil
      $0.desk = nil
      $0.recalls = 0
      $0.joinedAt = at
      $0.changedAt = at
      if !step.leadsToInterview { $0.booking = nil }
      if let stage = step.stage { $0.visits[stage] = Center.visit(joined: at) }
    }
    if let moved = cases[id] { enqueue(moved) }
  }

  private static func visit(joined at: Instant) -> Visit {
    var visit = Visit()
    visit.joinedAt = at
    return visit
  }

  /// Takes a case off the roll with all its members.
  mutating func exit(_ id: CaseID, _ kind: ExitKind, _ at: Instant) {
    guard let item = cases[id], item.isOnRoll else { return }
    noteBrokenClocks(of: id, at)
    leaveManifest(id)
    move(id, to: .exited, at)
    cases.update(id) {
      $0.exit = kind
      $0.exitedAt = at
      $0.isolation = nil
    }
    var left = 0
    for member in item.members {
      guard let person = people[member], person.presence != .gone else { continue }
      count(person, by: -1)
      people.update(member) {
        $0.presence = .gone
        $0.area = nil
        $0.leaveArea(at)
        $0.noteAbsence(at)
      }
      left += 1
    }
    switch kind {
    case .released: counts.released += left
    case .returned: counts.returned += left
    case .transferred: counts.transferred += left
    case .departed: counts.departed += left
    case .enteredInError: break
    }
    endCoPlacement(of: id, at)
  }

  /// Takes a case out of the queue of its stage.
  mutating func unqueue(_ item: Case) {
    if let stage = item.stage, let index = queues[stage.index].firstIndex(of: item.id) {
      queues[stage.index].remove(at: index)
    }
  }

  /// Puts a case into the queue of its stage: by when it joined, then by number.
  mutating func enqueue(_ item: Case) {
    guard let stage = item.stage else { return }
    var index = queues[stage.index].count
    while index > 0, let before = cases[queues[stage.index][index - 1]],
      (before.joinedAt, before.id) > (item.joinedAt, item.id)
    {
      index -= 1
    }
    queues[stage.index].insert(item.id, at: index)
  }

  mutating func change(_ id: DeskID, _ change: (inout Desk) -> Void) {
    guard let index = desks.firstIndex(where: { $0.id == id }) else { return }
    change(&desks[index])
    deskChanges[index] = seq
  }

  mutating func free(_ desk: DeskID, of id: CaseID, _ at: Instant) {
    change(desk) {
      guard $0.serving == id else { return }
      $0.serving = nil
      $0.changedAt = max($0.changedAt, at)
    }
  }

  mutating func open(_ e: DeskOpened) {
    change(e.desk) {
      $0.staff = e.staff
      $0.languages = e.languages
    }
  }
}
