// When what a clock waits for will happen at the present pace. It is an estimate and says nothing where there is nothing
// to estimate from: a case on hold, in isolation or under review, a stage that began no service within the hour.

/// The present pace of a center: how fast each stage takes cases, and how long leaving takes.
package struct Pace: Sendable {
  private let at: Instant
  /// The expected wait of a case that joins a stage now; nil where some wait and nobody is taken.
  private var join: [Span?] = []
  private var waiting: [Int] = []
  /// What a service takes on average, by the center file.
  private var service: [Span] = []
  /// The median time from the end of case management to the exit, of those who left within the last day.
  private let leaving: Span?

  /// Reads the pace from the figures of the stages. Linear in the cases that the center has seen.
  package init(of center: Center, _ stages: [StageFigures], at: Instant) {
    self.at = at
    for stage in Stage.allCases {
      let figures = stages.first { $0.stage == stage }
      join.append(figures?.join)
      waiting.append(figures?.waitingCases ?? 0)
      let minutes = center.plan.stages.first { $0.stage == stage }?.service.meanMinutes ?? 0
      service.append(Span(milliseconds: Int64(minutes * 60_000)))
    }
    let left = center.cases.items.compactMap { item -> Span? in
      guard let exited = item.exitedAt, exited > at - .days(1), let done = item.visits.caseManagement.doneAt else {
        return nil
      }
      return exited - done
    }.sorted()
    leaving = left.isEmpty ? nil : left[left.count / 2]
  }

  /// When what a clock of a case waits for is to be expected, or nil. `position` is the place of the case in the order
  /// of service of its stage, from 1.
  package func expectedStop(of kind: ClockKind, _ item: Case, position: Int?, in center: Center) -> Instant? {
    switch kind {
    case .healthInterview: return begins(.health, item, position, in: center)
    case .custody, .minorPlacement: return exit(of: item, position, in: center)
    case .transferORR: return pickup(of: item)
    default: return nil
    }
  }

  private func exit(of item: Case, _ position: Int?, in center: Center) -> Instant? {
    if let departure = item.departure.flatMap({ id in center.departures.first { $0.id == id } }),
      departure.leftAt == nil
    {
      return max(at, departure.leaves)
    }
    if let pickup = pickup(of: item) { return pickup }
    guard let leaving, !item.isChildAlone, item.isolation == nil else { return nil }
    if item.step == .leaving { return max(at, item.joinedAt + leaving) }
    return begins(.caseManagement, item, position, in: center).map {
      $0 + service[Stage.caseManagement.index] + leaving
    }
  }

  private func pickup(of item: Case) -> Instant? { item.transfer.pickupAt.map { max(at, $0) } }

  /// When the service of a case at a stage is to begin: the waits and services of the stages before it, then its wait.
  private func begins(_ target: Stage, _ item: Case, _ position: Int?, in center: Center) -> Instant? {
    guard item.isolation == nil || target == .health, let present = item.stage, present.index <= target.index else {
      return nil
    }
    var time = at
    for stage in Stage.allCases[present.index...target.index] {
      if stage == .interview {
        guard !item.isChildAlone, let eligible = center.eligibleAt(item) else { return nil }
        time = max(time, eligible)
      }
      if stage != present || item.state == .waiting {
        guard let wait = wait(at: stage, stage == present ? position : nil) else { return nil }
        time = time + wait
      } else if item.state == .onHold {
        return nil
      } else if item.state == .inService, let started = item.visits[stage].startedAt {
        time = max(time, started + service[stage.index])
        continue
      }
      if stage != target { time = time + service[stage.index] }
    }
    return time
  }

  /// The wait of the case at a place in the queue, or of one that joins it now.
  private func wait(at stage: Stage, _ position: Int?) -> Span? {
    guard let join = join[stage.index] else { return nil }
    guard let position, waiting[stage.index] > 0 else { return join }
    return Span(milliseconds: join.milliseconds * Int64(position) / Int64(waiting[stage.index]))
  }
}
