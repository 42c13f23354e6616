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
  /// The instant shown when it was looked at last.
  private var shown = Instant.earliest
  /// When a branch that was gone back in is measured, on the machine's clock; nil where that is done.
  private(set) var due: UInt64?
  /// The tallies of the branch and of what it is compared with, which grow with them.
  private var tallies: [DrillCourse.Name: GrowingTally] = [:]

  /// How much time of the drill and of the machine passes before a branch is measured anew.
  private static let drillTime = Span.minutes(1)
  private static let nanoseconds: UInt64 = 2_000_000_000
  /// How long nobody has gone further back when a branch is folded anew.
  private static let rest: UInt64 = 250_000_000

  /// Measures the branch shown, unless it was just measured. Of the recorded day there is nothing to measure.
  ///
  /// Who goes back sees the figures of before for a moment: to fold all anew takes longer than a key may.
  mutating func update(_ drill: PlayedDrill, at nanoseconds: UInt64) {
    let session = drill.session
    let now = session.now
    guard session.current > 0 else { return self = DrillMeasures() }
    defer { shown = now }
    if branch == session.current, now < at {
      if due == nil || now < shown { due = max(nanoseconds + Self.rest, measured + Self.nanoseconds) }
      guard let due, nanoseconds >= due else { return }
    } else if branch == session.current, !drill.branch.isOver || now == at {
      due = nil
      guard now - at >= Self.drillTime, nanoseconds >= measured + Self.nanoseconds else { return }
    }
    if branch != session.current || now < at { tallies = [:] }
    due = nil
    measured = nanoseconds
    measure(drill)
    branch = session.current
    at = now
  }

  private mutating func measure(_ drill: PlayedDrill) {
    let session = drill.session
    let (branch, now) = (drill.branch, session.now)
    let tally = grown(.branch(branch.number), session.records(of: branch.number), session, until: now)
    let score = DrillScore(tally, origin: session.origin(of: branch.number))
    expected = score.actions.map(\.item)
    var courses = [DrillCourse(.branch(branch.number), tally)]
    for other in Set([branch.parent, 0]).sorted(by: >) {
      let until = min(now, session.branches[other].head)
      let tally = grown(.branch(other), session.records(of: other), session, until: until)
      courses.append(DrillCourse(.branch(other), tally))
    }
    if let nothing = drill.nothings[branch.number] {
      let tally = grown(.doingNothing, nothing.records, session, until: min(now, nothing.head))
      courses.append(DrillCourse(.doingNothing, tally))
    }
    comparison = ComparisonItem(DrillComparison(courses))
    figures = [:]
    for course in courses {
      if case .branch(let number) = course.name { figures[number] = course.total.map { DrillFigures($0) } }
    }
    func total(_ name: DrillCourse.Name) -> DrillCourse.Hour? { courses.first { $0.name == name }?.total }
    self.score = score.lines(own: courses[0].total, recorded: total(.branch(0)), nothing: total(.doingNothing))
  }

  /// The tally of a course, grown up to an instant by what was recorded since it was looked at last.
  private mutating func grown(
    _ name: DrillCourse.Name, _ records: [Record], _ session: DrillSession, until: Instant
  ) -> DrillTally {
    let since = session.branches[session.current].at
    var growing = tallies[name] ?? GrowingTally(session.day, since: since)
    tallies[name] = nil
    growing.grow(records, until: until)
    tallies[name] = growing
    return growing.tally
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

  mutating func grow(_ records: [Record], until: Instant) {
    while taken < records.count, records[taken].recorded <= until {
      tally.take(records[taken])
      taken += 1
    }
    tally.advance(to: until)
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
