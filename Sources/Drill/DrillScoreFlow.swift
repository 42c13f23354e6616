import CaseFlow

extension ClockScore {
  /// The clocks by kind, in the order of the law page, where there is anything to tell.
  static func all(_ tally: DrillTally) -> [ClockScore] {
    var scores = ClockKind.allCases.map { ClockScore(kind: $0) }
    let clocks = tally.clocks
    for clock in clocks.met { scores[clock.kind.position].met += 1 }
    for clock in clocks.breached { scores[clock.kind.position].breached.append(clock.caseID) }
    for item in tally.center.cases.items where !item.members.isEmpty {
      for clock in tally.center.clocks(of: item, at: tally.now)
      where !clock.isNotBefore && !clock.isWaived && clock.due <= tally.since {
        if clock.stopped.map({ $0 > tally.since }) ?? true { scores[clock.kind.position].over += 1 }
      }
    }
    return scores.filter { $0.met + $0.breached.count + $0.over > 0 }
  }
}

extension ClockKind {
  fileprivate var position: Int { ClockKind.allCases.firstIndex(of: self) ?? 0 }
}

extension WaitScore {
  /// The waits since the takeover by stage and class; a case has the class it had when it was served.
  static func all(_ tally: DrillTally) -> [WaitScore] {
    let waits = Dictionary(grouping: tally.waits) { StageClass(stage: $0.stage, level: $0.level) }
    return Stage.allCases.flatMap { stage in
      PriorityClass.allCases.compactMap { level in
        waits[StageClass(stage: stage, level: level)].map { WaitScore(stage, level, $0) }
      }
    }
  }

  private struct StageClass: Hashable {
    var stage: Stage
    var level: PriorityClass
  }

  private init(_ stage: Stage, _ level: PriorityClass, _ waits: [DrillTally.Wait]) {
    self.init(stage: stage, level: level, cases: waits.count)
    for wait in waits where longestCase == nil || wait.ended - wait.joined > longest {
      (longest, longestCase) = (wait.ended - wait.joined, wait.caseID)
    }
    let lengths = waits.map { Waits.Wait(length: $0.ended - $0.joined, isServed: $0.isServed) }
    median = Waits(lengths).quantiles([0.5])[0]
  }
}

extension PeopleScore {
  init(_ tally: DrillTally) {
    let (before, after) = (tally.before, tally.center.counts)
    arrived = after.arrived - before.arrived
    released = after.released - before.released
    returned = after.returned - before.returned
    transferred = after.transferred - before.transferred
    departed = after.departed - before.departed
    (onRoll, unplaced) = (after.onRoll, after.unplaced)
  }
}

extension RefusalScore {
  /// What was refused since the takeover, by rule: to the team, or of what those simulated had on paper.
  static func all(_ tally: DrillTally, ofTeam: Bool) -> [RefusalScore] {
    var scores: [RefusalScore] = []
    for record in tally.drill where record.recorded >= tally.since {
      guard case .commandRefused(let e) = record.event, record.isOfTeam(tally.center.plan) == ofTeam else { continue }
      let index = scores.firstIndex { $0.rule == e.rule } ?? scores.count
      if index == scores.count { scores.append(RefusalScore(rule: e.rule, evidence: [])) }
      scores[index].evidence.append(record.seq)
      if let id = e.caseID, !scores[index].cases.contains(id) { scores[index].cases.append(id) }
    }
    // Sorting keeps the order of equal ones only by what is compared.
    return scores.sorted { ($1.evidence.count, $0.evidence[0]) < ($0.evidence.count, $1.evidence[0]) }
  }
}

extension WorkScore {
  init(_ tally: DrillTally) {
    var last: Record?
    for record in tally.acts {
      // One entry may make several records: they follow each other, at one instant and by one author.
      let isSame = last.map { $0.seq + 1 == record.seq && $0.recorded == record.recorded && $0.by == record.by }
      if isSame != true { entries += 1 }
      last = record
      switch record.event {
      case .factCorrected: corrections.append(record.seq)
      case .entryUndone: undone.append(record.seq)
      default: break
      }
    }
    // Whoever only controls the drill has pressed keys too, and entered nothing.
    let players = Set(tally.acts.map(\.by))
    let controllers = Set(tally.drill.compactMap { if case .controlTaken = $0.event { $0.by } else { nil } })
    let others = controllers.subtracting(players)
    for record in tally.drill where record.recorded >= tally.since && !others.contains(record.by) {
      guard case .keysCounted(let e) = record.event else { continue }
      // A hostile file may count more keys than a number holds.
      keys += min(max(e.keys, 0), 1_000_000)
    }
  }
}
