package import Alarms
package import CaseFlow

/// One branch of a drill, folded record by record: what its score and its hours are read from.
///
/// ```swift
/// var tally = DrillTally(records: recording.records, plan: plan, rules: rules, alarms: alarms, since: origin.at)
/// tally.advance(to: end)
/// let score = DrillScore(tally, origin: origin)
/// ```
package struct DrillTally: Sendable {
  /// The instant from which everything is counted: that of the takeover.
  package let since: Instant
  /// The instant up to which everything has been counted.
  package private(set) var now: Instant
  package private(set) var center: Center
  package private(set) var board: AlarmBoard
  /// Everyone counted as the team took over.
  package private(set) var before: Counts
  /// What the team recorded, in the branch and in those whose past it shares.
  package private(set) var team: [Record] = []
  /// Entries since the takeover that corrected or took back another, whoever made them.
  private(set) var mended: [Record] = []
  /// Everything that belongs to a drill alone, in the order of recording.
  package private(set) var drill: [Record] = []
  /// Whom somebody simulated seated at a desk: called in by the team, and none of it.
  private var seated: Set<Code> = []
  /// When a team first took over in the past of the branch, or in the branch itself: from then on it could act.
  package var begun: Instant {
    let first = drill.first { if case .drillTakenOver = $0.event { true } else { false } }
    return min(first?.recorded ?? since, since)
  }
  /// Whether what is recorded at the instant of the takeover follows it already.
  private var hasBegun = false
  /// How many waited at the end of each hour that has passed since the takeover.
  private(set) var marks: [Mark] = []

  /// Far more hours than a drill has; a hostile recording may have many years.
  private static let hoursMax = 1_000

  /// What an hour ends with.
  struct Mark: Sendable {
    var at: Instant
    var waiting = 0
    var released = 0
  }

  /// A tally of a branch from its first record on; what was recorded up to `since` is its past.
  package init(
    records: [Record], plan: CenterPlan, rules: RuleSet, alarms: AlarmPlan, since: Instant, until: Instant
  ) {
    let center = Center(plan: plan, rules: rules)
    let board = AlarmBoard(plan: alarms, center: center)
    self.init(center: center, board: board, since: since)
    for record in records where record.recorded <= until { take(record) }
    advance(to: until)
  }

  /// A tally that goes on from a center as it is, without any record before.
  package init(center: Center, board: AlarmBoard, since: Instant) {
    self.since = since
    self.center = center
    self.board = board
    now = min(center.now, since)
    before = center.counts
  }

  /// Counts a record, the next of the branch.
  package mutating func take(_ record: Record) {
    // What is recorded at an instant belongs to the hour that ends with it.
    pass(until: record.recorded - Span(milliseconds: 1))
    center.apply(record)
    board.observe(record, center)
    if case .drillTakenOver = record.event, record.recorded == since { hasBegun = true }
    if record.recorded <= since, !hasBegun { before = center.counts }
    switch record.event {
    case .factCorrected, .entryUndone: if record.recorded > since { mended.append(record) }
    default: if record.event.isOfDrill { drill.append(record) }
    }
    if case .deskOpened(let e) = record.event, !record.isOfTeam(center.plan) { seated.insert(e.staff) }
    if record.isOfTeam(center.plan), !seated.contains(record.by) { team.append(record) }
    now = max(now, record.recorded)
  }

  /// Lets time pass up to an instant; an earlier one changes nothing.
  package mutating func advance(to instant: Instant) {
    pass(until: instant)
    board.advance(to: instant)
    now = max(now, instant)
  }

  private mutating func pass(until instant: Instant) {
    var next = (marks.last?.at ?? since) + .hours(1)
    while next <= instant, marks.count < DrillTally.hoursMax {
      board.advance(to: next)
      marks.append(mark(at: next))
      next = next + .hours(1)
    }
  }

  /// How it stands at an instant that has been reached.
  func mark(at instant: Instant) -> Mark {
    var mark = Mark(at: instant, released: center.counts.released)
    for stage in Stage.allCases {
      mark.waiting += center.stageFigures(stage, at: instant).waitingPeople
    }
    return mark
  }
}

/// The codes under which the simulator acts: nobody of a team may have such a one.
package enum SimulatedStaff {
  /// Whether a code is that of somebody simulated: of a shift, a partner, or the program itself.
  package static func includes(_ code: Code, _ plan: CenterPlan) -> Bool {
    if plan.receivers.contains(where: { $0.code == code }) { return true }
    let name = code.text
    if name.hasPrefix("in-") { return true }
    let role = name.prefix { $0 < "0" || $0 > "9" }
    guard role.count < name.count else { return alone.contains(name) }
    return numbered.contains(String(role)) && name.dropFirst(role.count).allSatisfy { ("0"..."9").contains($0) }
  }

  private static let alone: Set<String> = ["dispatch", Simulator.scribe.text]
  private static let numbered: Set<String> = [
    "op", "hs", "rn", "ao", "ro", "sao", "cm", "sup", "cw", "legal", "ps", "tr", "fl", "ij",
  ]
}

extension Record {
  /// Whether somebody of a team recorded it.
  package func isOfTeam(_ plan: CenterPlan) -> Bool {
    if case .stateAt = event { return false }
    return !SimulatedStaff.includes(by, plan)
  }
}
