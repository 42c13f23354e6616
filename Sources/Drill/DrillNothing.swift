package import CaseFlow

extension DrillSession {
  /// A branch's hours again with the same injects at the same instants, and nobody doing the team's work: the recording
  /// that a branch is compared with, whole. Nil of the recorded day. Costs what the simulator needs to play them.
  package func doingNothing(beside branch: Int) -> (origin: DrillOrigin, records: [Record])? {
    guard branch > 0, let own = branches.first(where: { $0.number == branch }) else { return nil }
    var copy = self
    copy.show(branch: own.parent)
    copy.seek(to: own.at)
    guard copy.darkUntil == nil, copy.now < scenario.until else { return nil }
    let injects = origin(of: branch).scenario.injects.map(\.withoutTime)
    let past = copy.records(of: own.parent).prefix(copy.position)
    _ = copy.takeOver(by: Simulator.scribe, with: [DrillInject](injects, after: past))
    for record in own.records {
      guard case .injectFired(let e) = record.event else { continue }
      copy.advance(to: record.recorded)
      _ = copy.fire(e.inject, by: Simulator.scribe)
    }
    copy.advance(to: own.head)
    return (copy.origin(of: copy.current), copy.records(of: copy.current))
  }
}

extension Inject {
  /// The inject, fired by hand only.
  fileprivate var withoutTime: Inject {
    var inject = self
    inject.at = nil
    return inject
  }
}

extension DrillOrigin {
  /// Whether these records of a branch show what happens when nobody does the team's work.
  package func isDoingNothing(_ records: [Record]) -> Bool {
    records.contains { record in
      guard case .drillTakenOver(let e) = record.event else { return false }
      return e.branch == branch && record.recorded == at && record.by == Simulator.scribe
    }
  }
}

extension DrillSession {
  /// The course of a branch over the hours since an instant, as far as it was played. Folds the branch anew.
  package func course(of branch: Int, since: Instant, until: Instant) -> DrillCourse {
    let head = branches.first { $0.number == branch }?.head ?? until
    let tally = DrillTally(
      records: records(of: branch), plan: day.plan, rules: day.rules, alarms: day.alarms, since: since,
      until: min(head, until))
    return DrillCourse(.branch(branch), tally)
  }
}
