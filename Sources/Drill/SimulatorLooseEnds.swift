import CaseFlow

// What a case waits for, read from its state alone: at a takeover, after the team did something, and now and then for
// whatever was left to the team or given up.

extension Simulator {
  /// Everyone and everything that waits for somebody simulated, and for which nothing is planned.
  mutating func pickUpAll() {
    for item in center.cases.items where item.isOnRoll || item.isAwaitedElsewhere || !item.followUps.isEmpty {
      pickUp(item)
    }
    for departure in center.departures where !drill.isPlanned(.bus(departure.id)) {
      if departure.leftAt == nil {
        enter(.leave(departure.id), at: departure.leaves)
      } else if departure.arrivedAt == nil, let left = departure.leftAt, departure.counted ?? 0 > 0 {
        enter(.reach(departure.id), at: rest(since: left) { $0.hours(0.6...4) })
      }
    }
  }

  /// Plans what a case waits for, but for what is planned already.
  mutating func pickUp(_ item: Case) {
    pickUpService(item)
    pickUpAbsence(item)
    if item.step == .review, case .windowOpen = center.reviewStanding(item, at: clock),
      ![Task.askReview, .declineReview, .decideReview].contains(where: { drill.isPlanned(.task(item.id, $0)) })
    {
      planReview(item.id)
    }
    for task in tasks(of: item) where !drill.isPlanned(.task(item.id, task)) {
      enter(.attend(item.id, task), at: time(for: task, item))
    }
  }

  /// Someone called comes to the desk, someone served is served to the end.
  private mutating func pickUpService(_ item: Case) {
    guard item.state == .called || item.state == .inService, let id = item.desk, let desk = center.desk(id),
      let staff = desk.staff, !drill.cast.people.contains(staff), !drill.isPlanned(.service(id, item.id)),
      let plan = center.plan.stages.first(where: { $0.stage == id.stage })
    else { return }
    if item.state == .called {
      enter(.begin(id, item.id), at: rest(since: item.changedAt) { $0.minutes(0.7...4) })
    } else {
      enter(.finish(id, item.id), at: rest(since: item.changedAt) { $0.service(plan.service) })
    }
  }

  /// Whoever is at a hospital or a court comes back, those who went together together.
  private mutating func pickUpAbsence(_ item: Case) {
    let away = center.members(of: item).filter { $0.presence == .hospital || $0.presence == .court }
    guard let first = away.first, !away.contains(where: { drill.isPlanned(.away($0.id)) }) else { return }
    let companion = away.dropFirst().first { $0.movedAt == first.movedAt }?.id
    let back = rest(since: first.movedAt ?? clock) { $0.chance(0.8) ? $0.hours(2.5...9) : $0.hours(14...40) }
    enter(.comeBack(first.id, with: companion), at: back)
  }

  /// What the state of a case asks somebody to do sooner or later.
  func tasks(of item: Case) -> [Task] {
    guard item.isOnRoll else { return tasksElsewhere(item) }
    guard !item.members.isEmpty else { return [] }
    var tasks = item.referrals.compactMap { path -> Task? in
      guard path.closedAt == nil else { return nil }
      return path.seenAt == nil ? .seeReferral(path.to) : .closeReferral(path.to)
    }
    if item.state == .onHold, item.stage != nil {
      tasks.append(item.hold == .interpreter ? .bookInterpreter : .resume)
    }
    if let isolation = item.isolation { tasks.append(isolation.clear ? .endIsolation : .retest) }
    if item.counselAskedAt != nil, item.counselAnsweredAt == nil, item.determination == nil {
      tasks.append(.answerCounsel)
    }
    if case .pending = center.reviewStanding(item, at: clock), item.review.result == nil { tasks.append(.decideReview) }
    if item.visits.reception.doneAt != nil,
      center.members(of: item).contains(where: { $0.presence == .here && $0.showeredAt == nil })
    {
      tasks.append(.shower)
    }
    // Whom safety or their own wish parted are not brought together unasked.
    for separation in center.separations where separation.to == item.id && separation.reason == .medical {
      if center.members(of: item).allSatisfy({ $0.presence == .here }) { tasks.append(.reunite(with: separation.from)) }
    }
    return tasks + tasksOfChild(item) + tasksOfTransfer(item) + tasksOfRelease(item) + tasksOfReturn(item)
  }

  /// Of a case that has left: that it arrived, and what was agreed for afterwards.
  private func tasksElsewhere(_ item: Case) -> [Task] {
    // Where the team calls, nobody simulated tries again and again: chance would depend on whether it has called.
    let calls = item.openFollowUp(.call) != nil && !drill.cast.roles.contains(.caseManager)
    var tasks: [Task] = calls ? [.recordFollowUp(.call)] : []
    guard item.isAwaitedElsewhere else { return tasks }
    switch item.exit {
    // A bus arrives with everyone on it, unless it arrived with others than left: then each is asked for.
    case .released:
      if item.departure.flatMap(center.departure).map({ $0.arrivedAt != nil }) ?? true { tasks.append(.confirmRelease) }
    case .transferred: tasks.append(.confirmTransfer)
    case .returned: tasks.append(.confirmReturn)
    case .departed, .enteredInError, nil: break
    }
    return tasks
  }

  private func tasksOfChild(_ item: Case) -> [Task] {
    guard item.isChildAlone else { return [] }
    var tasks: [Task] = []
    if item.child.determinedAt == nil {
      tasks.append(.determineChild)
    } else if item.child.orrNotifiedAt == nil {
      tasks.append(.notifyORR)
    } else if item.transfer.askedAt == nil {
      tasks.append(.askTransfer(.orr))
    }
    if item.child.screenedAt == nil, center.isContiguous(item) { tasks.append(.screenChild) }
    if let adult = stranger(of: item) { tasks.append(.stateTie(adult)) }
    return tasks
  }

  /// The head of the party in which nobody has said whose child this is.
  private func stranger(of item: Case) -> PersonID? {
    guard center.members(of: item).contains(where: { $0.tie == .unstated }) else { return nil }
    let others = center.parties[item.party]?.cases.compactMap { center.cases[$0] } ?? []
    for other in others where other.isOnRoll && other.determination == nil && other.isolation == nil {
      if let head = center.members(of: other).first(where: { !$0.isChild && $0.tie == .head }) { return head.id }
    }
    return nil
  }

  private func tasksOfTransfer(_ item: Case) -> [Task] {
    guard let to = item.transfer.destination, item.transfer.askedAt != nil else { return [] }
    if item.transfer.acceptedAt == nil { return [.acceptTransfer(to)] }
    return to == .custody && item.plan == .release ? [] : [.transfer(to)]
  }

  private func tasksOfRelease(_ item: Case) -> [Task] {
    guard item.plan == .release, item.step == .leaving, !item.isChildAlone else { return [] }
    var tasks = ReleaseStep.allCases.filter { !item.release.steps.contains($0) }.map(Task.releaseStep)
    if item.release.acceptedAt == nil || item.isAcceptedInPart {
      tasks.append(item.release.receiver == nil || item.isAcceptedInPart ? .offer : .answerOffer)
    }
    return tasks
  }

  private func tasksOfReturn(_ item: Case) -> [Task] {
    guard item.isChildAlone ? item.child.mayReturn : item.plan == .return && item.step == .leaving else { return [] }
    let mayBeHeard = item.isChildAlone || center.isNegativeFinal(item, at: clock)
    var tasks: [Task] = []
    if item.consulateAskedAt == nil, mayBeHeard { tasks.append(.askConsulate) }
    if item.consulateAskedAt != nil, item.consulateAnswer == nil { tasks.append(.answerConsulate) }
    let missing = ReturnStep.needed(for: item).filter { !item.returnSteps.contains($0) }
    for step in missing where item.consulateAskedAt != nil || step != .identityVerified && step != .travelDocument {
      tasks.append(.returnStep(step))
    }
    if missing.isEmpty, item.consulateAnswer != nil { tasks.append(.handOver) }
    return tasks
  }
}
