import Alarms
import CaseFlow
import Drill
import Screens

/// What a branch came to up to an instant, beside the other ways on: for the controller, and for all once it is over.
///
/// To measure is to walk all cases of several courses, so it is done at times and kept; what was folded is not folded again.
struct DrillMeasures {
  private(set) var expected: [ExpectedItem] = []
  private(set) var score: [ScoreItem] = []
  private(set) var comparison = ComparisonItem()
  private(set) var figures: [Int: DrillFigures] = [:]
  /// What was measured, up to when, and when that was on the machine's clock.
  private var branch: Int?
  private var at = Instant.earliest
  private var measured: UInt64 = 0
  /// The branch and the instant shown when it was looked at last.
  private var shownBranch: Int?
  private var shown = Instant.earliest
  /// When measuring begins or goes on, on the machine's clock, even if time stands still; nil where that is done.
  private(set) var due: UInt64?
  /// The tallies of the branch and of what it is compared with, which grow with them.
  private var tallies: [DrillCourse.Name: GrowingTally] = [:]
  /// The instant up to which they were grown last, or begun to be.
  private var grownTo = Instant.earliest

  /// How much time of the drill and of the machine passes before a branch is measured anew.
  private static let drillTime = Span.minutes(1)
  private static let nanoseconds: UInt64 = 2_000_000_000
  /// How long nobody has gone further back when a branch is folded anew.
  private static let rest: UInt64 = 250_000_000
  /// Records that are folded at once: some milliseconds' work.
  private static let piece = 1_000

  /// Measures the branch shown, unless it was just measured. Of the recorded day there is nothing to measure.
  ///
  /// To fold a branch anew takes longer than a key may, so it is done in pieces, one at each call, unless `isWhole`: until
  /// then who goes back sees the figures of before, and who shows another branch none.
  mutating func update(_ drill: PlayedDrill, at nanoseconds: UInt64, isWhole: Bool = false) {
    let session = drill.session
    let now = session.now
    guard session.current > 0 else { return self = DrillMeasures() }
    if let shownBranch, shownBranch != session.current { self = DrillMeasures() }
    defer { (shownBranch, shown) = (session.current, now) }
    guard isWhole || isToMeasure(drill, at: nanoseconds) else { return }
    if now < grownTo { tallies = [:] }
    grownTo = now
    var left = isWhole ? .max : Self.piece
    let courses = courses(of: drill)
    for course in courses { grow(course, session, &left) }
    guard left > 0 else { return due = nanoseconds }
    due = nil
    measured = nanoseconds
    measure(drill, courses)
    branch = session.current
    at = now
  }

  private mutating func isToMeasure(_ drill: PlayedDrill, at nanoseconds: UInt64) -> Bool {
    let now = drill.session.now
    guard branch != nil else { return true }
    if now < at {
      if due == nil || now < shown { due = max(nanoseconds + Self.rest, measured + Self.nanoseconds) }
      return due.map { nanoseconds >= $0 } ?? false
    }
    guard !drill.branch.isOver || now == at else { return true }
    due = nil
    return now - at >= Self.drillTime && nanoseconds >= measured + Self.nanoseconds
  }

  /// A way on that is measured: its records, and up to when.
  private struct Way {
    var name: DrillCourse.Name
    var records: [Record]
    var until: Instant
  }

  /// The branch shown first, then its parent, the recorded day, and doing nothing.
  private func courses(of drill: PlayedDrill) -> [Way] {
    let session = drill.session
    let branch = drill.branch
    var ways = [Way(name: .branch(branch.number), records: session.records(of: branch.number), until: session.now)]
    for other in Set([branch.parent, 0]).sorted(by: >) {
      let until = min(session.now, session.branches[other].head)
      ways.append(Way(name: .branch(other), records: session.records(of: other), until: until))
    }
    if let nothing = drill.nothings[branch.number] {
      ways.append(Way(name: .doingNothing, records: nothing.records, until: min(session.now, nothing.head)))
    }
    return ways
  }

  /// Takes into a tally what was recorded since it was grown last, at most so many records, and counts them off.
  private mutating func grow(_ way: Way, _ session: DrillSession, _ left: inout Int) {
    var growing = tallies[way.name] ?? GrowingTally(session.day, since: session.branches[session.current].at)
    tallies[way.name] = nil
    growing.grow(way.records, until: way.until, &left)
    tallies[way.name] = growing
  }

  private mutating func measure(_ drill: PlayedDrill, _ ways: [Way]) {
    let session = drill.session
    let courses = ways.compactMap { way in tallies[way.name].map { DrillCourse(way.name, $0.tally) } }
    guard let tally = tallies[ways[0].name]?.tally else { return }
    let score = DrillScore(tally, origin: session.origin(of: session.current))
    expected = score.actions.map(\.item)
    let comparison = DrillComparison(courses)
    self.comparison = ComparisonItem(comparison)
    figures = [:]
    for course in courses {
      if case .branch(let number) = course.name { figures[number] = course.total.map { DrillFigures($0) } }
    }
    self.score = score.lines(
      own: courses[0].total, recorded: comparison.total(.branch(0)), nothing: comparison.total(.doingNothing))
  }
}

/// A tally of a course that goes on.
private struct GrowingTally {
  private(set) var tally: DrillTally
  private var taken = 0

  init(_ day: DrillDay, since: Instant) {
    let center = Center(plan: day.plan, rules: day.rules)
    tally = DrillTally(center: center, board: AlarmBoard(plan: day.alarms, center: center), since: since)
  }

  /// Takes records up to an instant, at most so many, and counts them off; only all of them let time pass.
  mutating func grow(_ records: [Record], until: Instant, _ left: inout Int) {
    while taken < records.count, records[taken].recorded <= until {
      guard left > 0 else { return }
      tally.take(records[taken])
      taken += 1
      left -= 1
    }
    if left > 0 { tally.advance(to: until) }
  }
}

extension DrillFigures {
  init(_ hour: DrillCourse.Hour) {
    self.init(wait: hour.longest, breaches: hour.breaches, alarms: hour.alarms, released: hour.released)
  }
}

extension ComparisonItem {
  init(_ comparison: DrillComparison) {
    let sides = comparison.courses.map { course -> ComparisonSide in
      if case .branch(let number) = course.name { .branch(number) } else { .doingNothing }
    }
    self.init(
      sides: sides,
      hours: comparison.rows.map { row in
        ComparisonHour(from: row.from, figures: row.hours.map { $0.map { DrillFigures($0) } })
      })
  }
}

extension ActionScore {
  /// The action as a board shows it.
  fileprivate var item: ExpectedItem {
    let state: ExpectedItem.State =
      switch self.state {
      case .toCome: .toCome
      case .before: .notAsked
      case .open: .open
      case .done(let at): .done(at)
      case .late(let at, _): .late(at)
      case .missed: .missed
      }
    return ExpectedItem(code: action.code, title: action.title, role: action.role, due: due, state: state)
  }
}
