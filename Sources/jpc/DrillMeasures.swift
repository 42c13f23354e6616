import CaseFlow
import Drill
import Screens

/// What a branch came to up to an instant, beside the other ways on: for the controller, and for all once it is over.
///
/// To measure is to fold every branch again, so it is done at times and kept.
struct DrillMeasures {
  private(set) var expected: [ExpectedItem] = []
  private(set) var score: [ScoreItem] = []
  private(set) var comparison = ComparisonItem()
  private(set) var figures: [Int: DrillFigures] = [:]
  /// What was measured, up to when, and when that was on the machine's clock.
  private var branch: Int?
  private var at = Instant.earliest
  private var measured: UInt64 = 0
  /// What comes of doing nothing, as far as it was found for the branch.
  private var nothing: DrillCourse?

  /// How much time of the drill and of the machine passes before a branch is measured anew.
  private static let drillTime = Span.minutes(1)
  private static let nanoseconds: UInt64 = 2_000_000_000
  /// What comes of doing nothing is played again after so much of the drill.
  private static let nothingTime = Span.minutes(15)

  /// Measures the branch shown, unless it was just measured. Of the recorded day there is nothing to measure.
  mutating func update(_ drill: PlayedDrill, at nanoseconds: UInt64) {
    let session = drill.session
    let now = session.now
    guard session.current > 0 else { return self = DrillMeasures() }
    if branch == session.current, now >= at, !drill.branch.isOver || now == at {
      guard now - at >= Self.drillTime, nanoseconds >= measured + Self.nanoseconds else { return }
    }
    let isSame = branch == session.current && now >= at
    measured = nanoseconds
    measure(drill, isSame: isSame)
    branch = session.current
    at = now
  }

  private mutating func measure(_ drill: PlayedDrill, isSame: Bool) {
    let session = drill.session
    let (branch, now, day) = (drill.branch, session.now, session.day)
    let tally = DrillTally(
      records: session.records(of: branch.number), plan: day.plan, rules: day.rules, alarms: day.alarms,
      since: branch.at, until: now)
    let score = DrillScore(tally, origin: session.origin(of: branch.number))
    expected = score.actions.map(\.item)
    var courses = [DrillCourse(.branch(branch.number), tally)]
    for other in Set([branch.parent, 0]).sorted(by: >) {
      courses.append(session.course(of: other, since: branch.at, until: now))
    }
    if !isSame || nothing?.hours.last.map({ $0.until + Self.nothingTime < now }) ?? true || branch.isOver {
      nothing = Self.nothing(session, branch, until: now)
    }
    if let nothing { courses.append(nothing) }
    comparison = ComparisonItem(DrillComparison(courses))
    figures = [:]
    for course in courses {
      if case .branch(let number) = course.name { figures[number] = course.total.map { DrillFigures($0) } }
    }
    let recorded = courses.first { $0.name == .branch(0) }?.total
    self.score = score.items(own: courses[0].total, recorded: recorded, nothing: nothing?.total)
  }

  /// The branch's hours again with nobody doing the team's work.
  private static func nothing(_ session: DrillSession, _ branch: DrillBranch, until: Instant) -> DrillCourse? {
    guard let other = session.doingNothing(beside: branch.number) else { return nil }
    let day = session.day
    let tally = DrillTally(
      records: other.records, plan: day.plan, rules: day.rules, alarms: day.alarms, since: branch.at, until: until)
    return DrillCourse(.doingNothing, tally)
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

extension DrillScore {
  /// The lines of the score, beside the recorded day and doing nothing where they have the figure too.
  fileprivate func items(
    own: DrillCourse.Hour?, recorded: DrillCourse.Hour?, nothing: DrillCourse.Hour?
  ) -> [ScoreItem] {
    let asked = actions.filter { $0.state != .toCome && $0.state != .before && $0.state != .open }
    let done = asked.filter(\.isDone).count
    let inTime = asked.filter { if case .done = $0.state { true } else { false } }.count
    let answered = alarms.filter { alarm in
      switch alarm.state {
      case .taken, .late, .missed: true
      case .open, .lapsed, .simulated: false
      }
    }
    let taken = answered.filter { if case .taken = $0.state { true } else { false } }.count
    func compared(
      _ name: String, _ figure: (DrillCourse.Hour) -> String, isGap: Bool = false
    ) -> ScoreItem {
      ScoreItem(
        name: name, value: own.map(figure) ?? "", recorded: recorded.map(figure) ?? "",
        nothing: nothing.map(figure) ?? "", isGap: isGap)
    }
    return [
      ScoreItem(
        name: Wording.scoreActions, value: Wording.scoreInTime(inTime, done: done, of: asked.count),
        isGap: inTime < asked.count),
      ScoreItem(
        name: Wording.scoreAlarms, value: Wording.score(taken, of: answered.count), isGap: taken < answered.count),
      compared(Wording.scoreWait, { $0.longest.map { TimeText.length($0) } ?? Wording.none }),
      compared(Wording.scoreBreaches, { "\($0.breaches)" }, isGap: (own?.breaches ?? 0) > 0),
      compared(Wording.scoreRaised, { "\($0.alarms)" }),
      compared(Wording.scoreReleased, { "\($0.released)" }),
      ScoreItem(
        name: Wording.scoreRefusals, value: "\(refusals.reduce(0) { $0 + $1.evidence.count })", isGap: !refusals.isEmpty
      ),
      ScoreItem(name: Wording.scoreKeys, value: work.tenthsAnEntry.map { "\($0 / 10).\($0 % 10)" } ?? Wording.none),
      ScoreItem(name: Wording.scoreCorrections, value: "\(work.corrections.count + work.undone.count)"),
    ]
  }
}
