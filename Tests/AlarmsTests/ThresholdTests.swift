import CaseFlow
import Testing

@testable import Alarms

/// Raising and clearing at exact instants, for each kind of measure.
struct ThresholdTests {
  private let families: Measure = .places(.families)

  @Test func aValueThatJittersByOneAllDayRaisesOneAlarm() {
    var feed = Feed([threshold("Families", families, ThresholdLevel(.strained, raise: 95, clear: 85))])
    for _ in 0..<18 { feed.arrive(1, noon(), into: Code("fam-a")) }
    for minute in 1...600 {
      let last = feed.arrive(1, noon(minute), into: Code("fam-b"))
      feed.leave(last, noon(minute, 30))
    }
    #expect(feed.board.alarms.count == 1)
    #expect(feed.board.alarms.first?.raised == noon(1))
    #expect(feed.board.alarms.first?.cleared == nil)
  }

  @Test func anAlarmRaisesWhenItsOnDelayHasRunAndClearsWhenItsOffDelayHas() {
    let level = ThresholdLevel(.crisis, raise: 100, clear: 90, onDelay: .minutes(15), offDelay: .minutes(30))
    var feed = Feed([threshold("Families", families, level)])
    let first = feed.arrive(20, noon(), into: Code("fam-a"))
    feed.board.advance(to: noon(15) - Span(milliseconds: 1))
    #expect(feed.board.alarms.isEmpty)
    feed.board.advance(to: noon(15))
    #expect(feed.board.alarms.map(\.raised) == [noon(15)])
    feed.leave(first, noon(20))
    feed.board.advance(to: noon(50) - Span(milliseconds: 1))
    #expect(feed.board.alarms.map(\.cleared) == [nil])
    feed.board.advance(to: noon(500))
    #expect(feed.board.alarms.map(\.cleared) == [noon(50)])
  }

  @Test func aDelayStartsAgainWhenTheValueGoesBackBetween() {
    let level = ThresholdLevel(.crisis, raise: 100, clear: 90, onDelay: .minutes(15))
    var feed = Feed([threshold("Families", families, level)])
    feed.arrive(19, noon(), into: Code("fam-a"))
    let last = feed.arrive(1, noon(), into: Code("fam-b"))
    feed.leave(last, noon(14))
    feed.arrive(1, noon(14, 1), into: Code("fam-b"))
    feed.board.advance(to: noon(60))
    #expect(feed.board.alarms.map(\.raised) == [noon(29, 1)])
  }

  @Test func aWaitCrossesItsValueBetweenRecords() {
    var feed = Feed([
      threshold(
        "Wait", .oldestWait(.reception), ThresholdLevel(.watch, raise: 60, clear: 30),
        ThresholdLevel(.strained, raise: 90, clear: 45))
    ])
    let first = feed.arrive(1, noon())
    let second = feed.arrive(1, noon(50))
    feed.board.advance(to: noon(300))
    #expect(feed.board.alarms.map(\.raised) == [noon(60), noon(90)])
    #expect(feed.board.alarms.map(\.level) == [.watch, .strained])
    #expect(feed.board.alarms.map(\.reading.amount) == [60 * 60_000, 90 * 60_000])
    let desk = DeskID(stage: .reception, number: 1)
    feed.record(.serviceStarted(CaseAtDesk(first, desk)), noon(301))
    #expect(feed.board.reading(of: "Wait")?.amount == 251 * 60_000)
    feed.record(.serviceStarted(CaseAtDesk(second, desk)), noon(302))
    #expect(feed.board.alarms.map(\.cleared) == [noon(302), noon(302)])
  }

  @Test("A wait begins anew when isolation ends: no desk could have ended it before.")
  func aWaitDoesNotCountIsolation() {
    var feed = Feed([threshold("Wait", .oldestWait(.reception), ThresholdLevel(.watch, raise: 60, clear: 30))])
    var e = FindingOfCase()
    e.caseID = feed.arrive(1, noon())
    feed.record(.isolationOrdered(e), noon(10))
    feed.board.advance(to: noon(3_000))
    #expect(feed.board.alarms.isEmpty)
    feed.record(.isolationEnded(CaseOnly(e.caseID)), noon(3_000))
    feed.board.advance(to: noon(3_059))
    #expect(feed.board.alarms.isEmpty)
    feed.board.advance(to: noon(3_060))
    #expect(feed.board.alarms.map(\.raised) == [noon(3_060)])
  }

  @Test func aLateEntryRaisesWhenItIsRecordedNotBefore() {
    var feed = Feed([threshold("Wait", .oldestWait(.reception), ThresholdLevel(.watch, raise: 60, clear: 30))])
    var e = PartyArrived()
    e.party = PartyID(number: 1)
    var facts = CaseFacts()
    facts.caseID = CaseID(number: 1)
    e.cases = [facts]
    feed.record(.partyArrived(e), noon(90), happened: noon())
    #expect(feed.board.alarms.map(\.raised) == [noon(90)])
  }

  @Test func nobodyWaitsForAnInterviewBeforeTheConsultationIsOver() {
    var feed = Feed([threshold("Wait", .oldestWait(.interview), ThresholdLevel(.watch, raise: 60, clear: 30))])
    let id = feed.arrive(1, noon())
    var oriented = CaseInLanguage()
    oriented.caseID = id
    feed.record(.orientationGiven(oriented), noon(10))
    for (stage, minute) in [(Stage.reception, 20), (.health, 30)] {
      feed.record(.serviceStarted(CaseAtDesk(id, DeskID(stage: stage, number: 1))), noon(minute))
      feed.record(.serviceCompleted(CaseAtDesk(id, DeskID(stage: stage, number: 1))), noon(minute + 5))
    }
    feed.board.advance(to: noon(10 + 24 * 60 + 60) - Span(milliseconds: 1))
    #expect(feed.board.alarms.isEmpty)
    feed.board.advance(to: noon(3_000))
    #expect(feed.board.alarms.map(\.raised) == [noon(10 + 24 * 60 + 60)])
  }

  @Test func entriesLeaveTheirWindowAtTheExactInstant() {
    var feed = Feed([
      threshold("Flow", .arrivalsOverProcessed(minutes: 60), ThresholdLevel(.watch, raise: 5, clear: 2))
    ])
    feed.arrive(3, noon())
    let second = feed.arrive(2, noon(30))
    #expect(feed.board.alarms.map(\.raised) == [noon(30)])
    feed.board.advance(to: noon(60) - Span(milliseconds: 1))
    #expect(feed.board.alarms.map(\.cleared) == [nil])
    feed.board.advance(to: noon(70))
    #expect(feed.board.alarms.map(\.cleared) == [noon(60)])
    feed.leave(second, noon(71))
    #expect(feed.board.reading(of: "Flow")?.amount == 0)
  }

  @Test func clocksCountFromTheInstantTheyAreNear() {
    var feed = Feed([
      threshold("Near", .clocksNear(.custody, minutes: 240), ThresholdLevel(.watch, raise: 2, clear: 1)),
      threshold("Past", .clocksNear(.custody, minutes: 0), ThresholdLevel(.strained, raise: 1, clear: 0)),
    ])
    let first = feed.arrive(1, noon())
    feed.arrive(1, noon(7))
    feed.board.advance(to: noon(72 * 60))
    #expect(feed.board.alarms.map(\.threshold) == ["Near", "Past"])
    #expect(feed.board.alarms.map(\.raised) == [noon(68 * 60 + 7), noon(72 * 60)])
    feed.leave(first, noon(72 * 60 + 1))
    #expect(feed.board.alarms.map(\.cleared) == [noon(72 * 60 + 1), noon(72 * 60 + 1)])
  }

  @Test func tooFewPeopleRaiseNothingAndFewerClearNothing() {
    var feed = Feed([
      threshold("Wait", .oldestWait(.reception), ThresholdLevel(.watch, raise: 60, clear: 30, minimumCount: 2))
    ])
    feed.arrive(1, noon())
    feed.board.advance(to: noon(70))
    #expect(feed.board.alarms.isEmpty)
    let second = feed.arrive(1, noon(80))
    #expect(feed.board.alarms.map(\.raised) == [noon(80)])
    feed.leave(second, noon(81))
    #expect(feed.board.alarms.map(\.cleared) == [nil])
  }

  @Test func peopleWithoutAnyPlaceAreOverEveryPercentage() {
    let level = ThresholdLevel(.crisis, raise: 200, clear: 150)
    var feed = Feed([threshold("Men", .places(.singleMen), level)])
    let only = feed.arrive(1, noon(), into: Code("men"))
    var closed = CapacityChanged()
    closed.area = Code("men")
    feed.record(.capacityChanged(closed), noon(1))
    #expect(feed.board.alarms.map(\.raised) == [noon(1)])
    feed.leave(only, noon(2))
    #expect(feed.board.alarms.map(\.cleared) == [noon(2)])
  }
}
