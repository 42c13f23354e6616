package import CaseFlow

/// The figures of one recorded day, as the blueprint asks for them: how long processing takes, how many are moved
/// to other custody, how many people a day the center can take in, and what became of them.
package struct DayFigures: Sendable {
  /// Half and nine tenths of some lengths of time, and how many there were; nil of none.
  package struct Lengths: Hashable, Sendable {
    package var count = 0
    package var median: Span?
    package var p90: Span?
    package var longest: Span?
  }

  /// One stage over the day.
  package struct StageDay: Hashable, Sendable {
    package var stage: Stage
    /// From joining the queue to the start of service, of services begun on the day.
    package var waits = Lengths()
    package var services = Lengths()
    package var peopleServed = 0
    package var casesWaitingAtEnd = 0
  }

  package var carriedIn = 0
  package var partiesArrived = 0
  package var peopleArrived = 0
  /// People whose reception and health screening were both completed on the day: the intake it processed.
  package var peopleProcessed = 0
  package var stages: [StageDay] = []
  /// From arrival to exit, of cases that left on the day; by case.
  package var processing = Lengths()
  package var exits: [ExitKind: Int] = [:]
  /// People transferred on the day, by where.
  package var transfers: [Destination: Int] = [:]
  package var outcomes: [Outcome: Int] = [:]
  package var reviewsUpheld = 0
  package var reviewsReversed = 0
  /// Clocks that ran out on the day, by kind.
  package var breaches: [ClockKind: Int] = [:]
  package var onRollAtEnd = 0
  package var unplacedAtEnd = 0
  /// Cases placed or released by a supervisor's override on the day.
  package var overrides = 0
  package var corrections = 0
  package var crisesDeclared = 0
  package var refused = 0
  package var records = 0
}

extension DayFigures {
  /// The figures of a day. Linear in its records and in the cases of its center, but for sorting.
  package init(_ day: SynthesizedDay) {
    let closing = day.closing
    let today = { (instant: Instant?) in instant.map { day.from <= $0 && $0 < day.until } ?? false }
    carriedIn = day.opening.counts.carriedIn
    peopleArrived = closing.counts.arrived
    onRollAtEnd = closing.counts.onRoll
    unplacedAtEnd = closing.counts.unplaced
    refused = day.refusals.values.reduce(0, +)
    records = day.records.count
    for record in day.records { count(record.event) }
    stages = Stage.allCases.map { StageDay($0, closing, today) }
    var processingTimes: [Span] = []
    for item in closing.cases.items {
      let people = item.members.count
      if today(item.visits.health.doneAt), item.visits.reception.doneAt != nil { peopleProcessed += people }
      if today(item.determination?.at), let outcome = item.determination?.outcome { outcomes[outcome, default: 0] += 1 }
      if today(item.exitedAt), let exited = item.exitedAt, let exit = item.exit, people > 0 {
        processingTimes.append(exited - item.arrivedAt)
        exits[exit, default: 0] += people
        if exit == .transferred, let to = item.transfer.destination { transfers[to, default: 0] += people }
      }
      for clock in closing.clocks(of: item, at: day.until) where !clock.isNotBefore && today(clock.due) && people > 0 {
        if clock.state(at: day.until) == .breached { breaches[clock.kind, default: 0] += 1 }
      }
    }
    processing = Lengths(processingTimes)
  }

  private mutating func count(_ event: Event) {
    switch event {
    case .partyArrived: partiesArrived += 1
    case .reviewDecided(let e): if e.result == .upheld { reviewsUpheld += 1 } else { reviewsReversed += 1 }
    case .casePlaced(let e): if e.override != nil { overrides += 1 }
    case .caseReleased(let e): if e.override != nil { overrides += 1 }
    case .factCorrected: corrections += 1
    case .crisisDeclared: crisesDeclared += 1
    default: break
    }
  }
}

extension DayFigures.StageDay {
  fileprivate init(_ stage: Stage, _ center: Center, _ today: (Instant?) -> Bool) {
    self.stage = stage
    var waited: [Span] = []
    var served: [Span] = []
    for item in center.cases.items {
      let visit = item.visits[stage]
      if today(visit.startedAt), let wait = center.wait(of: item, stage, at: center.now), wait.isServed {
        waited.append(wait.ended - wait.joined)
      }
      if today(visit.doneAt), let started = visit.startedAt, let done = visit.doneAt {
        served.append(done - started)
        peopleServed += item.members.count
      }
      if item.isOnRoll, item.state == .waiting, item.stage == stage, center.waitsSince(item, at: center.now) != nil {
        casesWaitingAtEnd += 1
      }
    }
    waits = DayFigures.Lengths(waited)
    services = DayFigures.Lengths(served)
  }
}

extension DayFigures.Lengths {
  /// The lengths that half and nine tenths do not exceed.
  package init(_ lengths: [Span]) {
    let sorted = lengths.sorted()
    count = sorted.count
    guard let last = sorted.last else { return }
    median = sorted[(sorted.count - 1) / 2]
    p90 = sorted[(sorted.count * 9 + 9) / 10 - 1]
    longest = last
  }
}
