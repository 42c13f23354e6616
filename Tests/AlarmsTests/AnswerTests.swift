import CaseFlow
import Testing

@testable import Alarms

/// What people answer to alarms beyond taking them: shelving, taking out of service, other values; and what time does
/// to what nobody answers.
struct AnswerTests {
  private let one = threshold("Unplaced", .plain(.unplaced), ThresholdLevel(.strained, raise: 1, clear: 0))
  private let people = threshold("People", .plain(.census), ThresholdLevel(.watch, raise: 3, clear: 1))

  private func states(_ feed: Feed) -> [AlarmState] { feed.board.active.map { feed.board.state(of: $0) } }

  private func shelve(_ feed: inout Feed, _ name: String, until: Instant, _ at: Instant) {
    var e = AlarmShelved()
    e.threshold = name
    e.until = until
    e.reason = .knownFault
    feed.record(.alarmShelved(e), at, by: Code("lead"))
  }

  private func serve(_ feed: inout Feed, _ name: String, _ inService: Bool, _ at: Instant) {
    var e = ServiceChanged()
    e.threshold = name
    e.inService = inService
    feed.record(.serviceChanged(e), at)
  }

  private func change(_ feed: inout Feed, _ level: AlarmLevel, _ raise: Int, _ clear: Int, _ at: Instant) {
    var e = ThresholdChanged()
    e.threshold = "Unplaced"
    e.level = level
    e.raise = raise
    e.clear = clear
    feed.record(.thresholdChanged(e), at)
  }

  @Test func whatComesBackFromTheShelfAsksForAnOwnerAnew() {
    var feed = Feed([one])
    feed.arrive(1, noon())
    feed.acknowledge("Unplaced", noon(1))
    shelve(&feed, "Unplaced", until: noon(60), noon(2))
    #expect(states(feed) == [.shelved])
    #expect(feed.board.shelf(of: "Unplaced")?.by == Code("lead"))
    #expect(feed.board.unowned.isEmpty)
    feed.board.advance(to: noon(60) - Span(milliseconds: 1))
    #expect(states(feed) == [.shelved])
    feed.board.advance(to: noon(60))
    #expect(states(feed) == [.activeUnacknowledged])
    #expect(feed.board.shelves.map(\.ended) == [noon(60)])
    // From the end of the shelf on, not from the raising.
    feed.board.advance(to: noon(70) - Span(milliseconds: 1))
    #expect(feed.board.alarms.map(\.escalated) == [nil])
    feed.board.advance(to: noon(70))
    #expect(feed.board.alarms.map(\.escalated) == [noon(70)])
  }

  @Test func aShelfIsTakenBackBeforeItsTime() {
    var feed = Feed([one])
    feed.arrive(1, noon())
    shelve(&feed, "Unplaced", until: noon(60), noon(2))
    feed.record(.alarmUnshelved(AlarmAnswered("Unplaced")), noon(5))
    #expect(states(feed) == [.activeUnacknowledged])
    #expect(feed.board.shelves.map(\.ended) == [noon(5)])
    #expect(feed.board.shelf(of: "Unplaced") == nil)
  }

  @Test func nothingIsShelvedForMoreThanAShiftOrIntoThePast() {
    var feed = Feed([one])
    feed.arrive(1, noon())
    var e = AlarmShelved()
    e.threshold = "Unplaced"
    e.until = noon(481)
    #expect(AnswerFault.of(.alarmShelved(e), in: feed.board, at: noon()) == .shelfTooLong(.hours(8)))
    e.until = noon()
    #expect(AnswerFault.of(.alarmShelved(e), in: feed.board, at: noon()) == .shelfInPast)
    shelve(&feed, "Unplaced", until: noon(600), noon(1))
    #expect(feed.board.shelves.isEmpty)
    shelve(&feed, "Unplaced", until: noon(481), noon(1))
    #expect(feed.board.shelves.map(\.until) == [noon(481)])
  }

  @Test func anAlarmRaisedOnTheShelfIsSilentUntilItsEnd() {
    var feed = Feed([one])
    shelve(&feed, "Unplaced", until: noon(30), noon())
    feed.arrive(1, noon(5))
    #expect(states(feed) == [.shelved])
    feed.board.advance(to: noon(39))
    #expect(states(feed) == [.activeUnacknowledged])
    #expect(feed.board.alarms.map(\.escalated) == [nil])
  }

  @Test func whatNobodyTakesEscalatesAtItsExactInstantAndWhatSomebodyTookDoesNot() {
    var feed = Feed([one, people])
    feed.arrive(3, noon())
    feed.acknowledge("People", noon(3))
    feed.board.advance(to: noon(10) - Span(milliseconds: 1))
    #expect(feed.board.alarms.allSatisfy { $0.escalated == nil })
    feed.board.advance(to: noon(300))
    #expect(feed.board.alarms.first { $0.threshold == "Unplaced" }?.escalated == noon(10))
    #expect(feed.board.alarms.first { $0.threshold == "People" }?.escalated == nil)
  }

  @Test func escalationDoesNotWaitForAnotherAlarmOfTheSameInstant() {
    let wait = threshold("Wait", .oldestWait(.reception), ThresholdLevel(.watch, raise: 10, clear: 5))
    var feed = Feed([one, wait])
    feed.arrive(1, noon())
    feed.board.advance(to: noon(20))
    #expect(feed.board.alarms.first { $0.threshold == "Wait" }?.raised == noon(10))
    #expect(feed.board.alarms.first { $0.threshold == "Unplaced" }?.escalated == noon(10))
  }

  @Test func outOfServiceRaisesNothingAndEndsWhatItRaised() {
    var feed = Feed([one])
    let first = feed.arrive(1, noon())
    serve(&feed, "Unplaced", false, noon(1))
    #expect(states(feed) == [.outOfService])
    #expect(feed.board.alarms.map(\.cleared) == [noon(1)])
    feed.acknowledge("Unplaced", noon(2))
    feed.leave(first, noon(3))
    feed.arrive(1, noon(4))
    feed.board.advance(to: noon(500))
    #expect(feed.board.alarms.count == 1 && feed.board.active.isEmpty)
    serve(&feed, "Unplaced", true, noon(501))
    #expect(feed.board.alarms.map(\.raised) == [noon(), noon(501)])
    #expect(states(feed) == [.activeUnacknowledged])
  }

  @Test func valuesChangedOutOfServiceHoldWhenItIsBack() {
    var feed = Feed([one])
    serve(&feed, "Unplaced", false, noon())
    change(&feed, .strained, 3, 1, noon(1))
    feed.arrive(2, noon(2))
    serve(&feed, "Unplaced", true, noon(3))
    #expect(feed.board.alarms.isEmpty)
    feed.arrive(1, noon(4))
    #expect(feed.board.alarms.map(\.raised) == [noon(4)])
  }

  @Test func changedValuesHoldFromNowOnAndThoseThatCannotWorkChangeNothing() {
    var feed = Feed([one])
    change(&feed, .strained, 3, 3, noon())
    change(&feed, .watch, 3, 1, noon())
    feed.arrive(1, noon(1))
    #expect(feed.board.alarms.map(\.raised) == [noon(1)])
    change(&feed, .strained, 5, 2, noon(2))
    #expect(feed.board.alarms.map(\.cleared) == [noon(2)])
    feed.arrive(4, noon(3))
    #expect(feed.board.alarms.map(\.raised) == [noon(1), noon(3)])
  }

  @Test func valuesThatOvertookEachOtherAreReadBackTogether() throws {
    let two = threshold(
      "Unplaced", .plain(.unplaced), ThresholdLevel(.watch, raise: 80, clear: 70),
      ThresholdLevel(.strained, raise: 95, clear: 85))
    var feed = Feed([two])
    change(&feed, .strained, 120, 90, noon())
    change(&feed, .watch, 100, 80, noon(1))
    change(&feed, .strained, 110, 90, noon(2))
    var writer = CompactWriter()
    var copy = feed.board
    copy.describeState(&writer)
    var reader = CompactReader(writer.bytes)
    var read = Feed([two]).board
    read.describeState(&reader)
    try #require(reader.isSound && read.resume())
    #expect(read.plan.thresholds.first?.levels.map(\.raise) == [100, 110])
  }

  @Test func whatIsBroughtAboutIsSilentWhileItsCauseIsActive() {
    var quiet = people
    quiet.inhibitedBy = ["Unplaced"]
    var feed = Feed([one, quiet])
    let first = feed.arrive(3, noon())
    #expect(feed.board.active.map(\.threshold) == ["Unplaced", "People"])
    #expect(states(feed) == [.activeUnacknowledged, .suppressed])
    #expect(feed.board.unowned.map(\.threshold) == ["Unplaced"])
    feed.record(.casePlaced(CasePlaced(first, in: Code("men"))), noon(20))
    #expect(feed.board.active.map(\.threshold) == ["Unplaced", "People"])
    #expect(states(feed) == [.clearedUnacknowledged, .activeUnacknowledged])
    // It has stood for twenty minutes: nobody waits ten more for it.
    #expect(feed.board.alarms.last?.escalated == noon(20))
  }

  @Test func anEffectNamesWhatCameFirst() {
    var effect = people
    effect.effectOf = ["Unplaced"]
    var last = threshold("Wait", .oldestWait(.reception), ThresholdLevel(.watch, raise: 5, clear: 1))
    last.effectOf = ["People"]
    var feed = Feed([one, effect, last])
    feed.arrive(1, noon())
    feed.arrive(2, noon(1))
    feed.board.advance(to: noon(5))
    #expect(feed.board.alarms.map(\.threshold) == ["Unplaced", "People", "Wait"])
    #expect(feed.board.alarms.map(\.cause) == [nil, "Unplaced", "Unplaced"])
  }
}
