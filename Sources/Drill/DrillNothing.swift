package import CaseFlow

/// A branch's hours again with the same injects at the same instants, and nobody doing the team's work.
///
/// It grows with the branch, from where it was: each hour is played once.
package struct DoingNothing: Sendable {
  private var session: DrillSession
  /// How many of the branch's own records it has heard of.
  private var heard = 0
  private let branch: Int

  /// Where a branch begins; nil of the recorded day.
  package init?(beside branch: Int, of session: DrillSession) {
    guard branch > 0, let own = session.branches.first(where: { $0.number == branch }) else { return nil }
    var copy = session
    copy.show(branch: own.parent)
    copy.seek(to: own.at)
    guard copy.darkUntil == nil, copy.now < session.scenario.until else { return nil }
    let injects = session.origin(of: branch).scenario.injects.map(\.withoutTime)
    let past = copy.records(of: own.parent).prefix(copy.position)
    _ = copy.takeOver(by: Simulator.scribe, with: [DrillInject](injects, after: past))
    self.session = copy
    self.branch = branch
  }

  /// The instant up to which it has been played.
  package var head: Instant { session.branches[session.current].head }
  package var origin: DrillOrigin { session.origin(of: session.current) }
  package var records: [Record] { session.records(of: session.current) }

  /// Goes on up to an instant, at most to the end of what was played in the branch. Costs what the simulator needs.
  package mutating func advance(to instant: Instant, beside whole: DrillSession) {
    let own = whole.branches[branch]
    let until = min(instant, own.head)
    guard until > head || heard < own.records.count else { return }
    let injects = whole.origin(of: branch).scenario.injects
    while heard < own.records.count, own.records[heard].recorded <= until {
      if case .injectFired(let e) = own.records[heard].event {
        let (at, by) = (own.records[heard].recorded, own.records[heard].by)
        // Whoever acted before it at its instant in the branch does so here; before a controller, everyone did.
        let before = own.records[..<heard].reversed().prefix { $0.recorded == at }
        let isLater = by != Simulator.scribe || before.contains { !$0.event.isOfDrill && !$0.isOfTeam(whole.day.plan) }
        session.advance(to: at, andAtIt: isLater)
        // The controller may have changed or added it since.
        if let inject = injects.first(where: { $0.code == e.inject }) { session.change(inject.withoutTime) }
        _ = session.fire(e.inject, by: Simulator.scribe)
      }
      heard += 1
    }
    session.advance(to: until)
  }
}

extension DrillSession {
  /// The whole of a branch's hours with nobody doing the team's work; nil of the recorded day.
  package func doingNothing(beside branch: Int) -> (origin: DrillOrigin, records: [Record])? {
    guard var nothing = DoingNothing(beside: branch, of: self) else { return nil }
    nothing.advance(to: .latest, beside: self)
    return (nothing.origin, nothing.records)
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
