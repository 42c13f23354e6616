import Alarms
import CaseFlow
import Journal
import TestSupport
import Testing

@testable import Drill

@Suite("A branch beside others")
struct ComparisonTests {
  private static func scenario() throws -> Scenario {
    var scenario = try ScoreStory.scenario("december-surge")
    scenario.until = scenario.from + .hours(3)
    return scenario
  }

  private static func course(_ session: DrillSession, _ branch: Int, until: Instant) -> DrillCourse {
    session.course(of: branch, since: session.scenario.from, until: until)
  }

  @Test("has the same hours, and each hour what happened in it")
  func hours() throws {
    var story = try ScoreStory(Self.scenario())
    story.wait(150)
    let (now, from) = (story.session.now, story.session.scenario.from)
    let comparison = DrillComparison([
      Self.course(story.session, 1, until: now), Self.course(story.session, 0, until: now),
    ])
    #expect(comparison.rows.map(\.from) == [from, from + .hours(1), from + .hours(2)])
    #expect(comparison.rows.last?.until == now)
    #expect(comparison.rows.allSatisfy { $0.hours.count == 2 && !$0.hours.contains(nil) })
    let own = try #require(comparison.courses[0].total)
    #expect(own.released == story.score().people.released)
    #expect(own.breaches == story.score().clocks.reduce(0) { $0 + $1.breached.count })
    #expect(own.met == story.score().clocks.reduce(0) { $0 + $1.met } && own.met > 0)
    // One measure of waits: the score's by stage and class, the hours' by class, and the longest of either.
    for level in PriorityClass.allCases {
      #expect(own.waits[level] == story.score().waits.filter { $0.level == level }.map(\.longest).max())
    }
    #expect(own.longest == story.score().waits.map(\.longest).max())
    #expect(own.alarms == story.session.alarms.alarms.count { $0.raised > from })
    let waiting = Stage.allCases.reduce(0) { $0 + story.session.center.stageFigures($1, at: now).waitingPeople }
    #expect(own.waiting == waiting)
    let recorded = try #require(comparison.courses[1].total)
    #expect(recorded.waiting < own.waiting, "120 people more have come")
  }

  @Test("a branch that ended sooner has no figures for the hours after")
  func shorter() throws {
    var story = try ScoreStory(Self.scenario())
    story.wait(70)
    let short = Self.course(story.session, 1, until: story.session.now)
    let long = Self.course(story.session, 0, until: story.session.scenario.until)
    let comparison = DrillComparison([long, short])
    #expect(comparison.rows.map { $0.hours[1] != nil } == [true, false, false], "ten minutes of an hour are no hour")
    #expect(comparison.totals[0] != nil && comparison.totals[1] == nil)
  }

  @Test("doing nothing has the same injects at the same instants and nobody of the team, and is the same every time")
  func nothing() throws {
    var story = try ScoreStory(Self.scenario())
    story.wait(20)
    try story.act(.chargeTaken(CrisisAnswered(ScoreStory.lead)))
    _ = story.session.fire(Code("RUMOR"), by: ScoreStory.controller)
    _ = story.session.hold(Code("OFFICERS"), true, by: ScoreStory.controller)
    story.wait(150)
    let nothing = try #require(story.session.doingNothing(beside: 1))
    func injects(_ records: [Record]) -> [String] {
      records.compactMap { record in
        guard case .injectFired(let e) = record.event else { return nil }
        return "\(e.inject) \(record.recorded.milliseconds)"
      }
    }
    let own = story.session.records(of: 1)
    #expect(injects(nothing.records) == injects(own) && injects(own).count >= 4)
    #expect(nothing.origin.isDoingNothing(nothing.records))
    #expect(!story.session.origin(of: 1).isDoingNothing(own))
    let plan = story.session.day.plan
    #expect(!nothing.records.contains { $0.isOfTeam(plan) && !$0.event.isOfDrill })
    let again = try #require(story.session.doingNothing(beside: 1))
    // Grown with the branch, a little at a time, it is the same.
    var growing = try #require(DoingNothing(beside: 1, of: story.session))
    while growing.head < story.session.now { growing.advance(to: growing.head + .minutes(7), beside: story.session) }
    #expect(growing.records.map(\.seq) == nothing.records.map(\.seq))
    #expect(growing.records.map(\.recorded) == nothing.records.map(\.recorded))
    #expect(again.records.map(\.seq) == nothing.records.map(\.seq))
    #expect(again.records.map(\.event.type) == nothing.records.map(\.event.type))
    #expect(story.session.doingNothing(beside: 0) == nil)
  }

  @Test("doing nothing is the same hours for all others, where a team only takes alarms, declares, orders and ticks")
  func tellingTeam() throws {
    let file = try ScenarioFile.read("\(Days.fixtures)/drills/december-surge.yaml")
    var session = DrillSession(scenario: file.scenario, day: try Drills.christmasEve.get())
    session.seek(to: file.scenario.from)
    session.takeOver(by: RuleTeam.lead)
    var rules = RuleTeam()
    while session.isPlayed {
      session.advance(to: session.now + RuleTeam.look)
      // As a journal has it: entries of one author at one instant are a millisecond apart.
      for (index, deed) in rules.acts(session.center, session.alarms, at: session.now).enumerated() {
        let recorded = session.now + Span(milliseconds: index > 0 ? 1 : 0)
        let seq = session.center.seq + 1
        session.take([Record(seq: seq, at: recorded, recorded: recorded, by: deed.by, event: deed.event)])
      }
    }
    let nothing = try #require(session.doingNothing(beside: 1))
    let team = [RuleTeam.lead, Code("deputy"), Simulator.scribe]
    func lived(_ records: [Record]) -> [String] {
      records.filter { !team.contains($0.by) && !$0.event.isOfDrill }
        .map { "\($0.recorded.milliseconds) \($0.by) \($0.event.type)" }
    }
    let own = session.records(of: 1)
    #expect(own.count { $0.by == RuleTeam.lead } > 10)
    // Not the lists themselves: where they differ, comparing them would take minutes.
    let isSame = lived(own) == lived(nothing.records)
    #expect(isSame)
  }

  @Test("doing nothing has what a controller fires after all that was due at its instant, as the branch has it")
  func firedByHand() throws {
    let day = try Drills.christmasEve.get()
    for minute in 1...30 {
      var ill = Inject(Code("OFFICERS"), .staffIll)
      (ill.stage, ill.count) = (.interview, 2)
      var session = Drills.session(day, from: 14, hours: 2, injects: [ill])
      session.takeOver(by: Drills.controller)
      session.advance(to: day.at(14) + .minutes(minute))
      #expect(!session.fire(Code("OFFICERS"), by: Drills.controller).isEmpty)
      session.advance(to: day.at(15))
      let nothing = try #require(session.doingNothing(beside: 1))
      let isSame = lived(session.records(of: 1)) == lived(nothing.records)
      #expect(isSame, "fired \(minute) minutes after the takeover")
    }
    func lived(_ records: [Record]) -> [String] {
      records.filter { !$0.event.isOfDrill }.map { "\($0.recorded.milliseconds) \($0.by) \($0.event.type)" }
    }
  }
}
