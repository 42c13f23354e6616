import CaseFlow
import Testing

@testable import Alarms

/// The crisis rule: both parts, exact instants, and what people answer.
struct CrisisTests {
  private func declare(_ feed: inout Feed, _ at: Instant) {
    var e = CrisisAnswered()
    e.charge = Code("ortiz")
    feed.record(.crisisDeclared(e), at, by: Code("lead"))
  }

  private func tick(_ feed: inout Feed, _ line: Int, _ at: Instant, undone: Bool = false) {
    var e = LineAnswered()
    e.card = Code("F-1")
    e.line = line
    e.undone = undone
    feed.record(.actionDone(e), at, by: Code("op2"))
  }

  /// Twenty people on twenty staffed family places at noon.
  private func full() -> (Feed, CaseID) {
    var feed = Feed(.shipped)
    let id = feed.arrive(20, noon(), into: Code("fam-a"))
    return (feed, id)
  }

  @Test func bothPartsProposeAtTheInstantTheLaterBeginsToHold() throws {
    var (feed, _) = full()
    feed.board.advance(to: noon(15) - Span(milliseconds: 1))
    #expect(feed.board.crisis == .none)
    feed.board.advance(to: noon(15))
    guard case .proposed(let crisis) = feed.board.crisis else {
      Issue.record("no crisis was proposed")
      return
    }
    #expect(crisis.proposed == noon(15))
    let parts = try #require(crisis.parts)
    #expect(parts.kind == .families)
    #expect([parts.occupied, parts.staffed, parts.arrived, parts.processed] == [20, 20, 20, 0])
    #expect(parts.fullSince == noon())
    #expect(
      AlarmSentences.parts(parts, feed.board.plan.crisis)
        == "families 20/20 staffed for 15 min; 20 arrived, 0 processed in 60 min")
  }

  @Test func fullPlacesAloneAreNoCrisis() {
    var feed = Feed(.shipped)
    let guests = feed.arrive(30, noon(-120))
    feed.arrive(20, noon(), into: Code("fam-a"))
    feed.leave(guests, noon(1))
    feed.board.advance(to: noon(600))
    #expect(feed.board.crises.isEmpty)
    #expect(feed.board.reading(of: "Families over places")?.isAtLeast(100, .percent) == true)
  }

  @Test func arrivalsAloneAreNoCrisis() {
    var feed = Feed(.shipped)
    feed.arrive(19, noon(), into: Code("fam-a"))
    feed.arrive(9, noon(30), into: Code("men"))
    feed.board.advance(to: noon(600))
    #expect(feed.board.crises.isEmpty)
  }

  @Test func aProposalLapsesWhenAllAreUnderForTwoHours() {
    var (feed, id) = full()
    feed.board.advance(to: noon(20))
    feed.leave(id, noon(30))
    feed.board.advance(to: noon(150) - Span(milliseconds: 1))
    #expect(feed.board.crises.map(\.ended) == [nil])
    feed.board.advance(to: noon(150))
    #expect(feed.board.crises.map(\.ended) == [noon(150)])
    #expect(feed.board.crises.map(\.endedBy) == [nil])
    #expect(feed.board.crisis == .none)
  }

  @Test func exactlyTheClearingPercentageIsNotUnderIt() {
    var (feed, id) = full()
    feed.board.advance(to: noon(20))
    feed.leave(id, noon(30))
    feed.arrive(17, noon(30), into: Code("fam-a"))
    feed.board.advance(to: noon(900))
    #expect(feed.board.crises.map(\.ended) == [nil])
  }

  @Test func aDeclaredCrisisIsStoodDownByAPerson() {
    var (feed, id) = full()
    declare(&feed, noon(20))
    tick(&feed, 1, noon(21))
    tick(&feed, 3, noon(22))
    tick(&feed, 3, noon(23))
    tick(&feed, 1, noon(24), undone: true)
    tick(&feed, 99, noon(25))
    guard case .declared(let crisis) = feed.board.crisis else {
      Issue.record("no crisis was declared")
      return
    }
    #expect(crisis.declared == noon(20))
    #expect(crisis.declaredBy == Code("lead"))
    #expect(crisis.charge == Code("ortiz"))
    #expect(crisis.done.map(\.line) == [3])
    #expect(crisis.done.map(\.at) == [noon(22)])
    feed.leave(id, noon(30))
    feed.board.advance(to: noon(600))
    #expect(feed.board.crises.map(\.clear) == [noon(150)])
    #expect(feed.board.crises.map(\.ended) == [nil])
    feed.record(.crisisStoodDown(CrisisAnswered()), noon(601), by: Code("lead"))
    #expect(feed.board.crises.map(\.ended) == [noon(601)])
    #expect(feed.board.crisis == .none)
  }

  @Test func aCrisisStoodDownIsProposedAgainOnlyAfterItsPartsLetGo() {
    var (feed, _) = full()
    feed.board.advance(to: noon(20))
    feed.record(.crisisStoodDown(CrisisAnswered()), noon(21))
    feed.board.advance(to: noon(59))
    #expect(feed.board.crises.count == 1)
    // At 13:00 the arrivals of noon leave the window; the next arrival makes the parts hold anew.
    feed.arrive(1, noon(61))
    #expect(feed.board.crises.map(\.proposed) == [noon(15), noon(61)])
  }

  @Test func aPersonMayDeclareUnprompted() {
    var feed = Feed(.shipped)
    declare(&feed, noon())
    feed.arrive(20, noon(1), into: Code("fam-a"))
    feed.board.advance(to: noon(120))
    #expect(feed.board.crises.count == 1)
    #expect(feed.board.crises.first?.proposed == nil)
  }
}
