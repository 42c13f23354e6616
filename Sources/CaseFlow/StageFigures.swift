// Figures of stages, rows and areas at a moment. Linear in the cases the center has seen.

extension Center {
  /// The rows of the board in the order of the process; they add up to everyone on roll.
  package func rows(at: Instant) -> [RowFigures] {
    var rows = BoardRow.allCases.map { RowFigures(row: $0) }
    for item in cases.items where item.isOnRoll && !item.members.isEmpty {
      let row = row(of: item, at: at)
      guard let index = BoardRow.allCases.firstIndex(of: row) else { continue }
      rows[index].add(item, row, self, at)
    }
    return rows
  }

  /// The figures of one stage.
  package func stageFigures(_ stage: Stage, at: Instant) -> StageFigures {
    var figures = StageFigures(stage: stage)
    let hourAgo = at - Center.paceWindow
    let dayAgo = at - Center.waitWindow
    var waits: [Waits.Wait] = []
    var starts = 0
    for item in cases.items {
      let visit = item.visits[stage]
      guard visit.joinedAt != nil else { continue }
      let people = item.members.count
      if let joined = queueJoined(by: item, stage), joined > hourAgo, joined <= at { figures.inPerHour += people }
      if let wait = wait(of: item, stage, at: at) {
        if wait.ended >= dayAgo { waits.append(.init(length: wait.ended - wait.joined, isServed: wait.isServed)) }
        if wait.isServed && wait.ended > hourAgo { starts += 1 }
      }
      if let done = visit.doneAt, item.splitAt.map({ done > $0 }) ?? true {
        figures.done += 1
        if done > hourAgo { figures.outPerHour += people }
      }
      guard item.isOnRoll, item.stage == stage else { continue }
      switch item.state {
      case .inService: figures.inService += 1
      case .onHold: figures.onHold += 1
      case .waiting, .called:
        guard let since = waitsSince(item, at: at) else { continue }
        figures.waitingCases += 1
        figures.waitingPeople += people
        let waited = at - since
        if figures.oldest.map({ waited > $0 }) ?? true { figures.oldest = waited }
      }
    }
    let quantiles = Waits(waits).quantiles([0.5, 0.9])
    figures.median = quantiles[0]
    figures.p90 = quantiles[1]
    if figures.waitingCases == 0 {
      figures.join = .zero
    } else if starts > 0 {
      figures.join = Span(
        milliseconds: Center.paceWindow.milliseconds * Int64(figures.waitingCases) / Int64(starts))
    }
    fillCapacity(&figures, starts: starts, at)
    return figures
  }

  private func fillCapacity(_ figures: inout StageFigures, starts: Int, _ at: Instant) {
    let stage = figures.stage
    var idle: DeskID?
    for desk in desks where desk.id.stage == stage {
      figures.desks += 1
      guard desk.isOpen else { continue }
      figures.desksOpen += 1
      if desk.serving == nil { idle = desk.id }
    }
    var capacity = StageCapacity()
    capacity.usable = figures.desksOpen
    capacity.limitedBy = figures.desksOpen < figures.desks ? .staff : .desks
    if stage == .interview, let idle {
      // Desks stand idle while people wait: the languages nobody can speak now bind.
      var blocked: [Code: Int] = [:]
      var callable = 0
      for id in queues[stage.index] {
        guard let item = cases[id], isCallable(item, at: at) else { continue }
        if canSpeak(idle, with: item) { callable += 1 } else { blocked[item.language ?? .none, default: 0] += 1 }
      }
      if let worst = blocked.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), callable == 0 {
        capacity.limitedBy = .interpreters
        capacity.language = worst.key
        capacity.usable = desks.count { $0.id.stage == stage && $0.serving != nil }
      }
    }
    if let service = plan.stages.first(where: { $0.stage == stage })?.service, capacity.usable > 0 {
      capacity.load = Double(starts + figures.waitingCases) * service.meanMinutes / (60 * Double(capacity.usable))
    }
    figures.capacity = capacity
  }

  /// The areas in the order of the center file.
  package func areaFigures() -> [AreaFigures] {
    zip(areas, plan.areas).map { area, plan in
      let usable = area.capacity.usable
      return AreaFigures(area: area, name: plan.name, usable: usable.places, limitedBy: usable.limitedBy)
    }
  }
}

extension RowFigures {
  fileprivate mutating func add(_ item: Case, _ row: BoardRow, _ center: Center, _ at: Instant) {
    cases += 1
    people += item.members.count
    var since = item.joinedAt
    if item.stage != nil && row != .isolation && row != .consultation {
      waiting = waiting ?? 0
      switch item.state {
      case .inService:
        inService += 1
        return
      case .onHold:
        onHold += 1
        return
      case .waiting, .called:
        guard let queued = center.waitsSince(item, at: at) else { return }
        since = queued
        waiting = (waiting ?? 0) + item.members.count
        waitingCases += 1
      }
    }
    if row == .consultation {
      if let ready = center.eligibleAt(item), nextReady.map({ ready < $0 }) ?? true { nextReady = ready }
    }
    if row == .isolation { since = item.isolation?.orderedAt ?? since }
    let stay = at - since
    if oldest.map({ stay > $0 }) ?? true {
      oldest = stay
      oldestCase = item.id
    }
  }
}
