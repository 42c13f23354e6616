import Alarms
import CaseFlow
import Journal
import TestSupport
import Testing

@testable import Drill

@Suite("The score of a drill")
struct ScoreTests {
  @Test("says of every expected action whether it was done in time, late by how much, or missed, and by which record")
  func actions() throws {
    var story = try ScoreStory(ScoreStory.scenario("first-ten-minutes"))
    #expect(story.state("COMMAND") == .open && story.state("DECLARE") == .toCome && story.state("HALL") == .toCome)
    story.wait(1)
    let command = try story.act(.chargeTaken(CrisisAnswered(ScoreStory.lead)))
    let commanded = story.session.now
    #expect(story.state("COMMAND") == .done(commanded))
    #expect(story.action("COMMAND")?.evidence == [command] && story.action("COMMAND")?.by == ScoreStory.lead)
    story.wait(3.5)
    #expect(story.state("DECLARE") == .open && story.state("HALL") == .open && story.state("NOTE") == .open)
    try story.act(.crisisDeclared(CrisisAnswered(ScoreStory.lead)))
    story.wait(5)
    #expect(story.state("HALL") == .missed && story.state("OWNER") == .open)
    try story.act(.order("hall"), by: ScoreStory.second)
    story.wait(2)
    #expect(story.session.now == story.session.scenario.until)
    let ordered = story.session.scenario.until - .seconds(30)
    #expect(story.state("HALL") == .late(ordered, by: .seconds(30)))
    #expect(story.state("OWNER") == .missed && story.state("NOTE") == .missed)
    #expect(story.score().isOver)
  }

  @Test("says of what was missed that it was done before it was asked")
  func before() throws {
    var story = try ScoreStory(ScoreStory.scenario("first-ten-minutes"))
    story.wait(1)
    var promise = PromiseMade()
    promise.text = "Gate: people on foot."
    try story.act(.promiseMade(promise))
    let done = story.session.now
    story.wait(9)
    #expect(story.state("NOTE") == .missed && story.action("NOTE")?.before == done)
    #expect(story.state("COMMAND") == .missed && story.action("COMMAND")?.before == nil)
  }

  @Test("counts what stands when it is asked for, because nobody can order again what is ordered")
  func ahead() throws {
    var story = try ScoreStory(ScoreStory.scenario("first-ten-minutes"))
    story.wait(1)
    let hall = try story.act(.order("hall"))
    let ordered = story.session.now
    story.wait(4)
    #expect(story.state("HALL") == .done(ordered) && story.action("HALL")?.evidence == [hall])
    try story.act(.order("hall", undone: true))
    #expect(story.state("HALL") == .open, "it was called off")
    story.wait(5)
    #expect(story.state("HALL") == .missed && story.action("HALL")?.before == nil)
  }

  @Test("counts nothing that was taken back, by undoing the entry or by calling it off")
  func takenBack() throws {
    var story = try ScoreStory(ScoreStory.scenario("first-ten-minutes"))
    story.wait(4.5)
    var undo = EntryUndone()
    undo.wrongs = Int(try story.act(.order("hall")))
    #expect(story.action("HALL")?.isDone == true)
    let undone = story.note(.entryUndone(undo))
    #expect(story.state("HALL") == .open)
    #expect(story.score().work.undone == [undone])
    try story.act(.order("hall", undone: true))
    #expect(story.state("HALL") == .open)
    try story.act(.order("gym"))
    #expect(story.state("HALL") == .open, "another reserve")
    let hall = try story.act(.order("hall"))
    #expect(story.action("HALL")?.evidence == [hall])
  }

  @Test("is the same from the recording of a branch alone, read again from its bytes")
  func fromTheFile() throws {
    var story = try ScoreStory(ScoreStory.scenario("first-ten-minutes"))
    story.wait(2)
    try story.act(.chargeTaken(CrisisAnswered(ScoreStory.lead)))
    story.wait(9)
    let day = try ScoreStory.day.get()
    var center = CenterFile(plan: day.plan, alarms: day.alarms)
    center.plan = day.plan
    var header = RecordingHeader(
      center: center, from: day.from, until: day.until, zone: day.zone, rules: day.rules, source: "A drill.")
    header.drill = story.session.origin(of: 1)
    let read = try Recording.read(Recording.bytes(header, story.session.records(of: 1)))
    let again = DrillScore(
      origin: try #require(read.header.drill), records: read.records, plan: read.plan, rules: read.rules,
      alarms: read.alarmPlan, at: story.session.now)
    #expect(again == story.score())
    #expect(again.actions.contains { $0.isDone })
  }

  @Test("gives a team that takes over later the whole of a window that is still open, and asks for nothing before")
  func later() throws {
    var scenario = try ScoreStory.scenario("first-ten-minutes")
    scenario.expected[4].inject = nil
    scenario.expected[4].minutes = 1
    var session = DrillSession(scenario: scenario, day: try ScoreStory.day.get())
    session.seek(to: scenario.from + .minutes(2))
    session.takeOver(by: ScoreStory.controller)
    let score = DrillScore(
      origin: session.origin(of: 1), records: session.records(of: 1), plan: session.day.plan,
      rules: session.day.rules, alarms: session.day.alarms, at: session.now)
    #expect(score.actions[0].state == .open)
    #expect(score.actions[0].due == scenario.from + .minutes(5))
    #expect(score.actions[4].state == .before)
  }

  @Test("asks nothing whose window was over before the team took over, nor what still had time when the drill ended")
  func outside() throws {
    let scenario = try ScoreStory.scenario("first-ten-minutes")
    var story = try ScoreStory(scenario)
    story.session = DrillSession(scenario: scenario, day: try ScoreStory.day.get())
    story.session.seek(to: scenario.from + .minutes(7))
    story.session.takeOver(by: ScoreStory.controller)
    // Late for the scenario, and the right thing to do all the same.
    try story.act(.chargeTaken(CrisisAnswered(ScoreStory.lead)))
    #expect(story.state("COMMAND") == .before)
    story.wait(4)
    #expect(story.session.now >= scenario.until)
    let score = story.score()
    #expect(score.actions.contains { $0.state == .open })
    for action in score.actions where action.state == .missed {
      #expect(action.due.map { $0 <= scenario.until } == true)
    }
  }

  @Test("gives no new window to a team that goes back: what it did before counts, and what it missed stays missed")
  func goneBack() throws {
    var story = try ScoreStory(ScoreStory.scenario("first-ten-minutes"))
    let from = story.session.scenario.from
    story.wait(1)
    let command = try story.act(.chargeTaken(CrisisAnswered(ScoreStory.lead)))
    story.wait(8.5)
    #expect(story.state("HALL") == .missed)
    let due = try #require(story.action("HALL")?.due)
    // Back to before the window closed: it closes when it did; back to after it: it is missed there, too.
    story.session.seek(to: from + .minutes(6))
    story.session.takeOver(by: ScoreStory.controller)
    #expect(story.session.current == 2 && story.state("HALL") == .open)
    #expect(story.action("HALL")?.due == due)
    #expect(story.action("COMMAND")?.evidence == [command] && story.state("COMMAND") == .done(from + .minutes(1)))
    story.session.show(branch: 1)
    story.session.seek(to: from + .seconds(555))
    story.session.takeOver(by: ScoreStory.controller)
    #expect(story.session.current == 3 && story.state("HALL") == .missed)
    try story.act(.order("hall"))
    #expect(story.state("HALL") == .late(story.session.now, by: story.session.now - due))
  }

  @Test("counts refusals by rule, keys by entry, and what was corrected")
  func work() throws {
    var story = try ScoreStory(ScoreStory.scenario("first-ten-minutes"))
    story.wait(1)
    try story.act(.chargeTaken(CrisisAnswered(ScoreStory.lead)))
    story.wait(0.5)
    try story.enter([.order("hall"), .order("gym")])
    var keys = KeysCounted()
    keys.keys = 21
    story.note(.keysCounted(keys))
    // Who looked on with the team has pressed keys for it; who controls the drill has not.
    keys.keys = 4
    story.note(.keysCounted(keys), by: ScoreStory.second)
    story.note(.controlTaken(ControlTaken()), by: Drills.controller)
    story.note(.keysCounted(keys), by: Drills.controller)
    var refused = CommandRefused()
    refused.rule = .order
    let first = story.note(.commandRefused(refused))
    let second = story.note(.commandRefused(refused), by: ScoreStory.second)
    refused.rule = .unknown
    let third = story.note(.commandRefused(refused))
    let score = story.score()
    #expect(score.work.entries == 2 && score.work.keys == 25 && score.work.tenthsAnEntry == 125)
    #expect(
      score.refusals == [
        RefusalScore(rule: .order, evidence: [first, second]), RefusalScore(rule: .unknown, evidence: [third]),
      ])
  }

  @Test("measures an alarm from its raising to when one of the team took it")
  func alarms() throws {
    var scenario = try ScoreStory.scenario("december-surge")
    scenario.until = scenario.from + .hours(4)
    var story = try ScoreStory(scenario)
    // The bus is entered from 14:10 on; more arrive than are processed.
    while !story.session.alarms.unowned.contains(where: { $0.threshold == "Arrivals over processed" }) {
      try #require(!story.score().isOver, "the alarm is never raised")
      story.wait(5)
    }
    #expect(story.score().alarms.contains { $0.alarm.threshold == "Arrivals over processed" && $0.state == .open })
    let seq = try story.act(.alarmAcknowledged(AlarmAnswered("Arrivals over processed")))
    let taken = try #require(story.score().alarms.first { $0.evidence == seq })
    #expect(taken.state == .taken(story.session.now) && taken.due > story.session.now)
    #expect(story.action("ARRIVALS")?.evidence == [seq])
    #expect(story.score().alarms.allSatisfy { if case .simulated = $0.state { false } else { true } })
  }

  @Test("tells the clocks, the waits and the people since the takeover as the center has them")
  func flow() throws {
    var scenario = try ScoreStory.scenario("december-surge")
    scenario.until = scenario.from + .hours(3)
    var story = try ScoreStory(scenario)
    let before = story.session.center.counts
    story.wait(180)
    let score = story.score()
    let center = story.session.center
    #expect(score.people.arrived == center.counts.arrived - before.arrived && score.people.arrived >= 120)
    #expect(score.people.released == center.counts.released - before.released)
    let custody = try #require(score.clocks.first { $0.kind == .custody })
    for id in custody.breached {
      let clock = try #require(center.cases[id].flatMap { center.clocks(of: $0, at: center.now).first })
      #expect(clock.state(at: story.session.now) == .breached && clock.due > score.since)
    }
    #expect(custody.over > 0, "on this day some were past their limit at one o'clock")
    let reception = score.waits.filter { $0.stage == .reception }
    #expect(reception.reduce(0) { $0 + $1.cases } > 30)
    for stage in Stage.allCases {
      let longest = center.waits(of: stage, since: score.since + Span(milliseconds: 1), at: story.session.now)
      #expect(score.waits.filter { $0.stage == stage }.map(\.longest).max() == longest.waits.map(\.length).max())
    }
  }

  @Test("numbers of a header that no scenario has are counted with, and never trapped on")
  func hostile() throws {
    let day = try ScoreStory.day.get()
    let records = Array(day.records.prefix(200))
    for number in [Int.max, Int.min, 0, -1] {
      for at in [Instant.earliest, .latest, day.from] {
        var origin = DrillOrigin()
        (origin.branch, origin.at) = (number, at)
        (origin.scenario.from, origin.scenario.until) = (at, .earliest)
        var action = ExpectedAction()
        (action.minutes, action.count, action.line, action.event) = (number, number, number, "casePlaced")
        origin.scenario.expected = [action]
        let score = DrillScore(
          origin: origin, records: records, plan: day.plan, rules: day.rules, alarms: day.alarms,
          at: day.from + .hours(3))
        #expect(score.actions.count == 1 && !score.actions[0].isDone, "nobody of the day is of a team")
      }
    }
  }

  @Test("knows who is simulated by the codes that the simulator uses, and takes everyone else for the team")
  func codes() throws {
    let plan = try ScoreStory.day.get().plan
    for code in ["op1", "sup3", "ao110", "in-por4", "dispatch", "jpc", "legal1", "casa-norte", "ij1", "cw2"] {
      #expect(SimulatedStaff.includes(Code(code) ?? .none, plan), "\(code)")
    }
    for code in ["vega", "super", "ops", "op", "sup1a", "ortiz2", "controller"] {
      #expect(!SimulatedStaff.includes(Code(code) ?? .none, plan), "\(code)")
    }
    for record in try ScoreStory.day.get().records where record.isOfTeam(plan) {
      Issue.record("\(record.by) of the recorded day counts as a team")
      return
    }
  }
}
