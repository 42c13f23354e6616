import CaseFlow
import Testing

@testable import Drill

/// Machine time to replayed time.
struct PlaybackClockTests {
  private let start = Instant(milliseconds: 1_647_432_000_000)
  private let second: UInt64 = 1_000_000_000

  @Test func sixtyTimesFasterThanLife() {
    let clock = PlaybackClock(at: start, nanoseconds: 5 * second)
    #expect(clock.instant(at: 5 * second) == start)
    #expect(clock.instant(at: 0) == start)
    #expect(clock.instant(at: 6 * second) == start + .minutes(1))
    #expect(clock.nanoseconds(showing: start + .minutes(2)) == 7 * second)
  }

  @Test func aPauseHoldsTheInstant() {
    var clock = PlaybackClock(at: start, nanoseconds: 0)
    clock.pause(at: second)
    #expect(clock.instant(at: 100 * second) == start + .minutes(1))
    #expect(clock.nanoseconds(showing: start + .hours(1)) == nil)
    clock.resume(at: 100 * second)
    #expect(clock.instant(at: 101 * second) == start + .minutes(2))
  }

  @Test func speedDoublesAndHalvesWithinItsBoundsWithoutAJump() {
    var clock = PlaybackClock(at: start, nanoseconds: 0)
    var speeds: [Double] = []
    for _ in 0..<9 {
      clock.slower(at: second)
      speeds.append(clock.speed)
    }
    #expect(speeds == [30, 15, 7.5, 3.75, 1.875, 0.9375, 0.46875, 0.25, 0.25])
    #expect(clock.instant(at: second) == start + .minutes(1))
    for _ in 0..<20 { clock.faster(at: second) }
    #expect(clock.speed == PlaybackClock.fastest)
    #expect(clock.instant(at: 2 * second) == start + .minutes(61))
  }

  @Test func theEndOfTimeIsNotPassed() {
    let clock = PlaybackClock(at: start, nanoseconds: 0, speed: 1e9)
    #expect(clock.speed == PlaybackClock.fastest)
    #expect(clock.instant(at: .max) <= .latest)
  }
}
