import Alarms
import CaseFlow
import Journal
import TestSupport

@testable import Drill

/// A drill that a test plays: the shipped scenarios on their day, and a team of two whose acts are decided like any other.
struct ScoreStory {
  var session: DrillSession
  static let lead: Code = Code("vega")
  static let second: Code = Code("ruiz")
  static let controller: Code = Code("controller")

  /// The day of every shipped scenario, read once.
  static let day: Result<DrillDay, any Error> = Result {
    let recording = try Recording.read("\(Days.fixtures)/days/2021-12-24.ndjson")
    return DrillDay(
      records: recording.records, plan: recording.plan, rules: recording.rules, alarms: recording.alarmPlan,
      zone: recording.zone, from: recording.header.from, until: recording.header.until)
  }

  static func scenario(_ name: String) throws -> Scenario {
    try ScenarioFile.read("\(Days.fixtures)/drills/\(name).yaml").scenario
  }

  /// A team that takes over as the scenario begins.
  init(_ scenario: Scenario) throws {
    session = DrillSession(scenario: scenario, day: try Self.day.get())
    session.takeOver(by: Self.controller)
  }

  /// Lets minutes pass.
  mutating func wait(_ minutes: Double) { session.advance(to: session.now + .seconds(Int(minutes * 60))) }

  /// The team records something now; a refusal is an error of the test. Answers the record's number.
  @discardableResult
  mutating func act(_ event: Event, by: Code = lead) throws -> Int64 {
    try enter([event], by: by)
  }

  /// Several things as one entry, or a command.
  @discardableResult
  mutating func enter(_ events: [Event], by: Code = lead) throws -> Int64 {
    let moment = Moment(session.now, by: by)
    let decided = try session.center.decide(.stateAll(events), moment)
    return take(decided, by: by)
  }

  /// What the board itself notes about the team.
  @discardableResult
  mutating func note(_ event: Event, by: Code = lead) -> Int64 { take([event], by: by) }

  private mutating func take(_ events: [Event], by: Code) -> Int64 {
    let first = session.center.seq + 1
    session.take(
      events.enumerated().map { index, event in
        Record(seq: first + Int64(index), at: session.now, recorded: session.now, by: by, event: event)
      })
    return first
  }

  func score() -> DrillScore {
    let branch = session.current
    return DrillScore(
      origin: session.origin(of: branch), records: session.records(of: branch), plan: session.day.plan,
      rules: session.day.rules, alarms: session.day.alarms, at: session.now)
  }

  func state(_ code: String) -> ActionScore.State? { action(code)?.state }

  func action(_ code: String) -> ActionScore? { score().actions.first { $0.action.code.text == code } }
}

extension Event {
  static func order(_ reserve: String, undone: Bool = false) -> Event {
    var e = ReserveOrdered()
    e.reserve = Code(reserve) ?? .none
    e.undone = undone
    return .reserveOrdered(e)
  }

  static func take(_ card: String, _ line: Int) -> Event {
    var e = LineAnswered()
    e.card = Code(card) ?? .none
    e.line = line
    return .actionTaken(e)
  }
}
