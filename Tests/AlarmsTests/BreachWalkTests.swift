import CaseFlow
import Testing

@testable import Alarms

/// Breaches ahead on a random walk of weeks, against plain lists of when clocks end and when people left, looked at every
/// minute.
struct BreachWalkTests {
  private static let level = ThresholdLevel(.watch, raise: 3, clear: 0, onDelay: .minutes(7), offDelay: .minutes(11))

  @Test(arguments: [121, 122, 123, 124, 125, 126] as [UInt64])
  func breachesAheadTurnWhenTheirValueDoes(seed: UInt64) {
    var walk = BreachWalk(threshold("Ahead", .predictedBreaches(.custody, minutes: 720), Self.level), Dice(seed))
    for _ in 0..<2_000 { walk.step() }
    walk.feed.board.advance(to: noon(walk.minute))
    #expect(walk.latch.turns.count >= 6, "the value hardly moved")
    #expect(turns(walk.feed.board, "Ahead") == walk.latch.turns.map(\.0))
  }

  @Test("Before a whole day was seen nothing is predicted: of a night nobody knows how many leave by noon.")
  func aNightPredictsNothing() {
    var feed = Feed([threshold("Ahead", .predictedBreaches(.custody, minutes: 720), Self.level)])
    for _ in 0..<9 { _ = feed.arriveAdults(1, noon(), speaking: nil, bookIn: noon(23 * 60) - .hours(60)) }
    feed.board.advance(to: noon(24 * 60) - Span(milliseconds: 1))
    #expect(feed.board.reading(of: "Ahead")?.amount == 0)
    #expect(feed.board.alarms.isEmpty)
    feed.board.advance(to: noon(24 * 60 + 7))
    #expect(feed.board.reading(of: "Ahead")?.amount == 9)
    #expect(feed.board.alarms.map(\.raised) == [noon(24 * 60 + 7)])
  }

  @Test("Whoever was entered in error has not left: nothing is less ahead for it.")
  func whatWasUndoneDidNotLeave() {
    var feed = Feed([threshold("Ahead", .predictedBreaches(.custody, minutes: 720), Self.level)])
    for _ in 0..<9 { _ = feed.arriveAdults(1, noon(), speaking: nil, bookIn: noon(30 * 60) - .hours(72)) }
    for minute in 0..<8 {
      _ = feed.arriveAdults(1, noon(60 + minute), speaking: nil, bookIn: noon(60))
      var e = EntryUndone()
      e.wrongs = feed.records.count - 1
      feed.record(.entryUndone(e), noon(60 + minute))
    }
    feed.board.advance(to: noon(30 * 60) - Span(milliseconds: 1))
    #expect(feed.center.counts.onRoll == 9)
    #expect(feed.board.reading(of: "Ahead")?.amount == 9)
  }

  @Test("Who is over the limit is not ahead of it.")
  func whatIsOverIsNotAhead() {
    var feed = Feed([threshold("Ahead", .predictedBreaches(.custody, minutes: 720), Self.level)])
    for _ in 0..<9 { _ = feed.arriveAdults(1, noon(), speaking: nil, bookIn: noon(30 * 60) - .hours(72)) }
    feed.board.advance(to: noon(30 * 60) - Span(milliseconds: 1))
    #expect(feed.board.reading(of: "Ahead")?.amount == 9)
    feed.board.advance(to: noon(30 * 60))
    #expect(feed.board.reading(of: "Ahead")?.amount == 0)
  }
}

/// People who come with clocks that end sooner or later, and leave, told to a board and to lists alike.
private struct BreachWalk {
  var feed: Feed
  var latch: SlowLatch
  private(set) var minute = 0
  /// Who is here, and in which minute their clock ends.
  private var guests: [(id: CaseID, due: Int)] = []
  /// The minutes in which a case left.
  private var exits: [Int] = []
  private var dice: Dice

  init(_ threshold: Threshold, _ dice: Dice) {
    feed = Feed([threshold])
    latch = SlowLatch(level: threshold.levels[0])
    self.dice = dice
    arrive()
    look()
  }

  mutating func step() {
    let until = minute + Int.random(in: 1...40, using: &dice)
    while minute < until {
      minute += 1
      look()
    }
    // Tides of weeks: some days more come than leave, on others it is the other way around.
    let mayLeave = minute / 4_320 % 2 == 0 ? 30 : 70
    if let index = guests.indices.randomElement(using: &dice),
      guests.count > 60 || Int.random(in: 0..<100, using: &dice) < mayLeave
    {
      feed.leave(guests[index].id, noon(minute))
      guests.remove(at: index)
      exits.append(minute)
    } else {
      arrive()
    }
    look()
  }

  private mutating func arrive() {
    let due = minute + Int.random(in: 60...3_000, using: &dice)
    let id = feed.arriveAdults(
      Int.random(in: 1...3, using: &dice), noon(minute), speaking: nil, bookIn: noon(due) - .hours(72))
    guests.append((id, due))
  }

  private mutating func look() {
    let ahead = guests.count { minute < $0.due && $0.due - 720 <= minute }
    let leave = exits.count { $0 > minute - 1_440 } * 720 / 1_440
    let value = minute < 1_440 ? 0 : max(0, ahead - leave)
    latch.look(value >= latch.level.raise, value <= latch.level.clear, second: minute * 60)
  }
}
