import CaseFlow
import Testing

@testable import Alarms

/// What a board says of an instant does not depend on how it came there.
struct PathTests {
  @Test(arguments: [1, 2, 3, 4, 5] as [UInt64])
  func manySmallStepsAndOneJumpAgree(seed: UInt64) {
    var dice = Dice(seed)
    var feed = Feed(.nervous)
    var slow = feed.board
    var center = feed.center
    var now = noon()
    for step in 0..<600 {
      let next = now + .seconds(Int.random(in: 0...400, using: &dice))
      let before = feed.records.count
      feed.improvise(next, &dice)
      while now < next {
        now = min(next, now + Span(milliseconds: Int64.random(in: 1...60_000, using: &dice)))
        if feed.records.count > before { slow.advance(to: now - Span(milliseconds: 1)) }
      }
      for record in feed.records[before...] {
        center.apply(record)
        slow.observe(record, center)
      }
      now = next
      feed.board.advance(to: now)
      slow.advance(to: now)
      if step % 4 == 0 { #expect(bytes(of: slow) == feed.bytes) }
    }
    #expect(bytes(of: slow) == feed.bytes)
    #expect(feed.board.alarms.count > 30)
    #expect(feed.board.crises.count > 1)
  }

  @Test func aRestartIsAReplay() {
    var dice = Dice(9)
    var feed = Feed(.nervous)
    for step in 0..<500 { feed.improvise(noon(step), &dice) }
    feed.board.advance(to: noon(900))
    var again = Feed(.nervous)
    for record in feed.records {
      again.center.apply(record)
      again.board.observe(record, again.center)
    }
    again.board.advance(to: noon(900))
    #expect(again.bytes == feed.bytes)
  }

  /// A board that was written down at any moment, and read beside the same center, goes on as the one that was not.
  @Test(arguments: [31, 32, 33, 34] as [UInt64])
  func aBoardThatWasWrittenDownGoesOnAlike(seed: UInt64) throws {
    var dice = Dice(seed)
    var feed = Feed(.nervous)
    for step in 0..<800 {
      feed.improvise(noon(step), &dice)
      feed.board.advance(to: noon(step, Int.random(in: 0...59, using: &dice)))
      guard step % 10 == 0 else { continue }
      var copy = feed.board
      var writer = CompactWriter()
      copy.describeState(&writer)
      var reader = CompactReader(writer.bytes)
      var read = AlarmBoard(plan: .nervous, center: feed.center)
      read.describeState(&reader)
      try #require(reader.isSound && read.resume())
      #expect(bytes(of: read) == feed.bytes)
      #expect(read.plan == feed.board.plan)
      feed.board = read
    }
    var straight = Feed(.nervous)
    for record in feed.records {
      straight.center.apply(record)
      straight.board.observe(record, straight.center)
    }
    straight.board.advance(to: feed.board.now)
    #expect(straight.bytes == feed.bytes)
    #expect(!feed.board.shelves.isEmpty && !feed.board.snapshot.changes.isEmpty && feed.board.charge != nil)
    #expect(feed.board.alarms.contains { $0.escalated != nil } && feed.board.alarms.contains { $0.cause != nil })
  }

  /// The numbers kept up record by record are those that a look at the whole center gives.
  @Test(arguments: [11, 12, 13] as [UInt64])
  func whatIsKeptUpEqualsWhatIsLoaded(seed: UInt64) {
    var dice = Dice(seed)
    var feed = Feed(.nervous)
    for step in 0..<1_000 {
      feed.improvise(noon(step), &dice)
      guard step % 20 == 0 else { continue }
      var fresh = AlarmBoard(plan: .nervous, center: feed.center)
      fresh.advance(to: feed.board.now)
      for threshold in AlarmPlan.nervous.thresholds where !Self.remembering.contains(threshold.measure.of) {
        #expect(fresh.reading(of: threshold.name) == feed.board.reading(of: threshold.name), "\(threshold.name)")
      }
    }
  }

  /// What reads who came and went before: a center does not know when.
  private static let remembering: Set<MeasureKind> = [
    .arrivalsOverProcessed, .arrivalsADay, .stockHours, .predictedBreaches,
  ]

  /// The oldest wait on the alarm list is the oldest wait on the board.
  @Test func waitsEqualTheFiguresOfTheCenter() {
    var dice = Dice(21)
    var feed = Feed(.nervous)
    for step in 0..<500 {
      feed.improvise(noon(step * 5), &dice)
      guard step % 4 == 0 else { continue }
      for stage in Stage.allCases {
        let figures = feed.center.stageFigures(stage, at: feed.board.now)
        let reading = feed.board.reading(of: "wait \(stage.rawValue)")
        #expect(reading?.amount == Int(figures.oldest?.milliseconds ?? 0))
        #expect(reading?.count == figures.waitingCases)
      }
    }
  }

  @Test func timeNeverGoesBack() {
    var feed = Feed(.nervous)
    feed.arrive(8, noon(), into: Code("men"))
    feed.board.advance(to: noon(100))
    let before = feed.bytes
    feed.board.advance(to: noon(3))
    #expect(feed.bytes == before)
    feed.record(.caseHeld(CaseHeld(CaseID(number: 1), .rest)), noon(5))
    #expect(feed.board.now == noon(100))
  }
}
