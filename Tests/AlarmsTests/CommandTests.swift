import CaseFlow
import Testing

@testable import Alarms

/// Command in a crisis: who declares, who is in charge, what is checked before it ends.
struct CommandTests {
  private func plan(autoDeclare: Int = 0) -> AlarmPlan {
    var plan = AlarmPlan.shipped
    plan.crisis.autoDeclareMinutes = autoDeclare
    plan.plan.standDown = ["Everyone has a bed", "The reserves are staffed"]
    return plan
  }

  /// Twenty people on twenty family places at noon: proposed at a quarter past.
  private func full(autoDeclare: Int = 0) -> Feed {
    var feed = Feed(plan(autoDeclare: autoDeclare))
    feed.arrive(20, noon(), into: Code("fam-a"))
    return feed
  }

  private func check(_ feed: inout Feed, _ line: Int, _ at: Instant) {
    var e = LineAnswered()
    e.card = ResponsePlan.standDownCard
    e.line = line
    feed.record(.actionDone(e), at)
  }

  @Test func aProposalDeclaresItselfAtItsInstantWhereTheCenterFileSaysSo() {
    var feed = full(autoDeclare: 20)
    feed.board.advance(to: noon(35) - Span(milliseconds: 1))
    #expect(feed.board.crises.map(\.declared) == [nil])
    feed.board.advance(to: noon(90))
    #expect(feed.board.crises.map(\.declared) == [noon(35)])
    #expect(feed.board.crises.map(\.declaredBy) == [Crisis.byRule])
  }

  @Test func zeroLeavesItToAPerson() {
    var feed = full()
    feed.board.advance(to: noon(600))
    #expect(feed.board.crises.map(\.declared) == [nil])
  }

  @Test func aPersonIsBeforeTheRule() {
    var feed = full(autoDeclare: 20)
    feed.record(.crisisDeclared(CrisisAnswered(Code("ortiz"))), noon(30), by: Code("lead"))
    feed.board.advance(to: noon(60))
    #expect(feed.board.crises.map(\.declaredBy) == [Code("lead")])
    #expect(feed.board.crises.map(\.declared) == [noon(30)])
  }

  @Test func whoeverTakesCommandIsInChargeOfTheCrisisTheRuleDeclared() {
    var feed = full(autoDeclare: 20)
    feed.board.advance(to: noon(40))
    feed.record(.chargeTaken(CrisisAnswered(Code("ortiz"))), noon(41))
    #expect(feed.board.charge == Charge(who: Code("ortiz"), since: noon(41)))
    #expect(feed.board.crises.last?.charge == Code("ortiz"))
  }

  @Test func theChecklistOfStandingDownIsTickedLikeACardAndSaysWhatIsOpen() {
    var feed = full()
    #expect(feed.board.openChecks.isEmpty)
    feed.record(.crisisDeclared(CrisisAnswered(Code("ortiz"))), noon(20))
    #expect(feed.board.openChecks == [1, 2])
    check(&feed, 2, noon(30))
    check(&feed, 3, noon(31))
    #expect(feed.board.openChecks == [1])
    feed.record(.crisisStoodDown(CrisisAnswered(Code("ortiz"))), noon(40))
    #expect(feed.board.openChecks.isEmpty)
    #expect(feed.board.crises.last?.done.map(\.line) == [2])
  }

  @Test func whatCannotBeAnsweredIsToldWhy() {
    var feed = full()
    feed.board.advance(to: noon(10))
    func fault(_ event: Event) -> AnswerFault? { AnswerFault.of(event, in: feed.board, at: feed.board.now) }
    let ortiz = CrisisAnswered(Code("ortiz"))
    #expect(fault(.crisisStoodDown(ortiz)) == .nothingToStandDown)
    #expect(fault(.crisisDeclared(ortiz)) == nil)
    feed.record(.crisisDeclared(ortiz), noon(20))
    #expect(fault(.crisisDeclared(ortiz)) == .declaredAlready(Code("ortiz")))
    #expect(fault(.crisisDeclared(CrisisAnswered(Code("diaz")))) == nil)
    #expect(fault(.chargeTaken(ortiz)) == .inChargeAlready(Code("ortiz")))
    #expect(fault(.crisisStoodDown(ortiz)) == nil)
    #expect(
      AlarmSentences.sentence(of: .declaredAlready(Code("ortiz")))
        == "A crisis is declared already, and ortiz is in charge.")
  }

  @Test func aLadderAndAChecklistThatCannotWorkAreNamed() {
    var reserve = Reserve()
    reserve.code = Code("gym")
    reserve.places = 0
    var card = AlarmPlan.shipped.plan.cards[0]
    card.code = ResponsePlan.standDownCard
    var plan = plan()
    plan.plan.reserves = [reserve, reserve]
    plan.plan.cards = [card]
    plan.plan.standDown = ["", "Everyone has a bed"]
    plan.crisis.autoDeclareMinutes = -1
    #expect(
      plan.faults(in: Feed.plan).map(\.path) == [
        "crisis.autoDeclareMinutes", "responsePlan.cards[0].code", "responsePlan.reserves[0].places",
        "responsePlan.reserves[1].code", "responsePlan.reserves[1].places", "responsePlan.standDown[0]",
      ])
  }
}
