import CaseFlow
import Testing

@testable import Alarms

/// When alarms come faster than people can answer, and how a shift's alarms behaved.
struct FloodTests {
  /// Thresholds of which each more person here raises the next.
  private static let many: [Threshold] = (1...20).map {
    threshold("At \($0)", .plain(.census), ThresholdLevel(.watch, raise: $0, clear: $0 - 1))
  }

  /// One person a minute, so many of them.
  private func trickle(_ people: Int) -> Feed {
    var feed = Feed(Self.many)
    for minute in 0..<people { feed.arrive(1, noon(0, minute * 50)) }
    return feed
  }

  @Test func elevenInTenMinutesAreAFloodAndTenAreNone() {
    #expect(trickle(10).board.flood == nil)
    let flood = trickle(11).board.flood
    #expect(flood?.since == noon(0, 500))
    #expect(flood?.first.threshold == "At 1")
    #expect(flood?.alarms.count == 11)
  }

  @Test func elevenThatTakeTheFullTenMinutesAreNone() {
    var feed = Feed(Self.many)
    for index in 0..<20 { feed.arrive(1, noon(index)) }
    #expect(feed.board.alarms.count == 20)
    #expect(feed.board.flood == nil)
  }

  @Test func aFloodEndsWhenFewerThanFiveAreLeftInTenMinutes() {
    var feed = trickle(11)
    // The fifth latest came at 5:00.
    feed.board.advance(to: noon(15) - Span(milliseconds: 1))
    #expect(feed.board.flood != nil)
    feed.board.advance(to: noon(15))
    #expect(feed.board.flood == nil)
  }

  @Test func whatGoesOnIsOneFlood() {
    var feed = trickle(11)
    feed.arrive(1, noon(14))
    feed.arrive(1, noon(14, 30))
    feed.board.advance(to: noon(16))
    #expect(feed.board.flood?.since == noon(0, 500))
    #expect(feed.board.flood?.alarms.count == 13)
  }

  @Test func theLargestArrivalOfTheHourBeforeStandsOnTop() {
    var feed = Feed(Self.many.dropFirst(9).map { $0 })
    feed.arrive(2, noon(-70))
    feed.arrive(6, noon(-10))
    feed.arrive(1, noon(-5))
    for index in 0..<11 { feed.arrive(1, noon(0, index)) }
    #expect(feed.board.flood?.arrival == Flood.Arrived(people: 6, at: noon(-10)))
    #expect(feed.board.flood?.first.threshold == "At 10")
  }

  @Test func theFiguresOfAShiftCountWhatWasRaisedInIt() {
    var feed = Feed([
      threshold("Unplaced", .plain(.unplaced), ThresholdLevel(.strained, raise: 1, clear: 0)),
      threshold("People", .plain(.census), ThresholdLevel(.watch, raise: 3, clear: 1)),
    ])
    feed.arrive(3, noon(-1_500), into: Code("fam-a"))
    feed.acknowledge("Unplaced", noon(-1_499))
    for minute in [0, 10, 20] {
      let id = feed.arrive(1, noon(minute))
      feed.leave(id, noon(minute + 5))
    }
    feed.acknowledge("Unplaced", noon(30))
    feed.arrive(1, noon(40))
    feed.board.advance(to: noon(60))
    let figures = AlarmFigures(of: feed.board, from: noon(), until: noon(60))
    #expect(figures.raised == 4)
    #expect(figures.tenthsAnHour == 40)
    #expect(figures.mostInTenMinutes == 1)
    #expect(figures.acknowledged == 3)
    #expect(figures.medianAnswer == .minutes(20))
    #expect(figures.escalated == 1)
    #expect(figures.frequent == [AlarmFigures.Count(threshold: "Unplaced", raised: 4)])
    #expect(figures.chattering == ["Unplaced"])
    #expect(figures.standing.map(\.threshold) == ["People"])
    // What is answered later does not change the figures of before.
    let early = AlarmFigures(of: feed.board, from: noon(), until: noon(15))
    #expect(early.medianAnswer == nil && early.acknowledged == 0 && early.raised == 2)
  }
}
