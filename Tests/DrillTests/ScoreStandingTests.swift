import CaseFlow
import Testing

@testable import Drill

@Suite("The score of what was done before it was asked for, or called off again")
struct ScoreStandingTests {
  /// An action that is asked for some minutes after the drill begins, for some minutes.
  private func asked(
    _ code: String, _ event: String, after: Int, for minutes: Int, reserve: String? = nil, card: String? = nil,
    line: Int? = nil
  ) throws -> (Scenario) -> ExpectedAction {
    let code = try #require(Code(code))
    return { scenario in
      var action = ExpectedAction()
      (action.code, action.title, action.role) = (code, code.text, .supervisor)
      (action.at, action.minutes, action.event) = (scenario.from + .minutes(after), minutes, event)
      (action.reserve, action.card, action.line) = (reserve.flatMap { Code($0) }, card.flatMap { Code($0) }, line)
      return action
    }
  }

  private func story(_ actions: [(Scenario) -> ExpectedAction]) throws -> ScoreStory {
    var scenario = try ScoreStory.scenario("first-ten-minutes")
    scenario.expected = actions.map { $0(scenario) }
    return try ScoreStory(scenario)
  }

  @Test("a line of a card that was ticked ahead counts; the checklist of standing down is asked for at its time")
  func checklist() throws {
    var story = try story([
      asked("PLACED", "actionDone", after: 3, for: 4, card: "S-0", line: 1),
      asked("OPENED", "actionDone", after: 3, for: 4, card: "F-1", line: 1),
    ])
    try story.act(.crisisDeclared(CrisisAnswered(ScoreStory.lead)))
    story.wait(1)
    try story.act(.tick("S-0", 1))
    let opened = try story.act(.tick("F-1", 1))
    let ticked = story.session.now
    story.wait(3)
    #expect(story.state("OPENED") == .done(ticked) && story.action("OPENED")?.evidence == [opened])
    #expect(story.state("PLACED") == .open && story.action("PLACED")?.before == ticked)
    let again = try story.act(.tick("S-0", 1))
    #expect(story.state("PLACED") == .done(story.session.now) && story.action("PLACED")?.evidence == [again])
  }

  @Test("what was done in a crisis that was stood down does not count for the next one; a reserve stays ordered")
  func nextCrisis() throws {
    var story = try story([
      asked("CRISIS", "crisisDeclared", after: 4, for: 5), asked("HALL", "reserveOrdered", after: 4, for: 5),
      asked("OPENED", "actionDone", after: 4, for: 5, card: "F-1", line: 1),
      asked("OWNER", "actionTaken", after: 4, for: 5, card: "F-1", line: 2),
    ])
    try story.act(.crisisDeclared(CrisisAnswered(ScoreStory.lead)))
    try story.act(.tick("F-1", 1))
    try story.act(.take("F-1", 2))
    try story.act(.order("hall"))
    let first = story.session.now
    story.wait(2)
    try story.act(.crisisStoodDown(CrisisAnswered(ScoreStory.lead)))
    story.wait(3)
    for code in ["CRISIS", "OPENED", "OWNER"] {
      #expect(story.state(code) == .open && story.action(code)?.before == first, "\(code)")
    }
    #expect(story.state("HALL") == .done(first))
    try story.act(.crisisDeclared(CrisisAnswered(ScoreStory.lead)))
    try story.act(.tick("F-1", 1))
    #expect(story.state("CRISIS") == .done(story.session.now) && story.state("OPENED") == .done(story.session.now))
    #expect(story.state("OWNER") == .open)
  }

  @Test("a reserve that was ordered in time and called off when nobody needed it any more was ordered in time")
  func calledOffLater() throws {
    var story = try story([
      asked("HALL", "reserveOrdered", after: 0, for: 4, reserve: "hall"),
      asked("GYM", "reserveOrdered", after: 0, for: 4, reserve: "gym"),
    ])
    story.wait(1)
    let hall = try story.act(.order("hall"))
    try story.act(.order("gym"))
    let ordered = story.session.now
    story.wait(2)
    try story.act(.order("gym", undone: true))
    story.wait(5)
    try story.act(.order("hall", undone: true))
    #expect(story.state("HALL") == .done(ordered) && story.action("HALL")?.evidence == [hall])
    #expect(story.state("GYM") == .missed, "it was called off while it was asked for")
  }

  @Test("a calling-off takes back the same reserve or line and no other")
  func calledOffOther() throws {
    var story = try story([
      asked("PLACES", "reserveOrdered", after: 0, for: 9),
      asked("CARD", "actionDone", after: 0, for: 9, card: "F-1"),
    ])
    try story.act(.crisisDeclared(CrisisAnswered(ScoreStory.lead)))
    story.wait(1)
    let hall = try story.act(.order("hall"))
    try story.act(.order("gym"))
    try story.act(.order("gym", undone: true))
    let first = try story.act(.tick("F-1", 1))
    try story.act(.tick("F-1", 2))
    try story.act(.tick("F-1", 2, undone: true))
    #expect(story.action("PLACES")?.evidence == [hall] && story.action("CARD")?.evidence == [first])
    try story.act(.order("hall", undone: true))
    try story.act(.tick("F-1", 1, undone: true))
    #expect(story.state("PLACES") == .open && story.state("CARD") == .open)
  }
}

extension Event {
  fileprivate static func tick(_ card: String, _ line: Int, undone: Bool = false) -> Event {
    var e = LineAnswered()
    (e.card, e.line, e.undone) = (Code(card) ?? .none, line, undone)
    return .actionDone(e)
  }
}
