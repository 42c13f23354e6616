import CaseFlow
import Testing

@testable import Alarms

/// The states of ISA-18.2, and who answers what.
struct StateTests {
  private let one = threshold("Unplaced", .plain(.unplaced), ThresholdLevel(.strained, raise: 1, clear: 0))

  @Test func everyStateIsReachedAndLeft() {
    var feed = Feed([one])
    #expect(feed.board.active.isEmpty)
    let first = feed.arrive(1, noon())
    #expect(feed.board.active.map(\.state) == [.activeUnacknowledged])
    #expect(feed.board.unowned.count == 1)
    feed.acknowledge("Unplaced", noon(1))
    #expect(feed.board.active.map(\.state) == [.activeAcknowledged])
    #expect(feed.board.active.first?.acknowledgedBy == Code("lead"))
    #expect(feed.board.unowned.isEmpty)
    feed.leave(first, noon(2))
    #expect(feed.board.active.isEmpty)
    #expect(feed.board.alarms.map(\.state) == [.normal])
    let second = feed.arrive(1, noon(3))
    feed.leave(second, noon(4))
    #expect(feed.board.active.map(\.state) == [.clearedUnacknowledged])
    feed.acknowledge("Unplaced", noon(5))
    #expect(feed.board.active.isEmpty)
    #expect(feed.board.alarms.count == 2)
  }

  @Test func anAlarmThatComesBackIsUnacknowledgedAgain() {
    var feed = Feed([one])
    let first = feed.arrive(1, noon())
    feed.acknowledge("Unplaced", noon(1))
    feed.leave(first, noon(2))
    feed.arrive(1, noon(3))
    #expect(feed.board.active.map(\.state) == [.activeUnacknowledged])
    #expect(feed.board.alarms.first?.acknowledged == noon(1))
  }

  @Test func aWorseLevelIsAnAlarmOfItsOwn() {
    var feed = Feed([
      threshold(
        "Unplaced", .plain(.unplaced), ThresholdLevel(.watch, raise: 1, clear: 0),
        ThresholdLevel(.crisis, raise: 3, clear: 1))
    ])
    feed.arrive(1, noon())
    feed.acknowledge("Unplaced", noon(1))
    let more = feed.arrive(2, noon(2))
    #expect(feed.board.active.map(\.level) == [.crisis, .watch])
    #expect(feed.board.unowned.map(\.level) == [.crisis])
    #expect(feed.board.level { $0.of == .unplaced } == .crisis)
    feed.leave(more, noon(3))
    #expect(feed.board.level { $0.of == .unplaced } == .watch)
    #expect(feed.board.active.map(\.state) == [.clearedUnacknowledged, .activeAcknowledged])
  }

  @Test func anAnswerToAnUnknownAlarmChangesNothing() {
    var feed = Feed([one])
    feed.arrive(1, noon())
    let before = feed.board.alarms
    feed.acknowledge("Nothing of the kind", noon(1))
    #expect(feed.board.alarms == before)
    #expect(feed.board.nextAlarm(after: noon(-1)) == noon())
    #expect(feed.board.nextAlarm(after: noon()) == nil)
  }
}
