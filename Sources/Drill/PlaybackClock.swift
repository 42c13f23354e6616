package import CaseFlow

/// Which instant of a recording to show at a time of the machine, under a speed and a pause.
///
/// Pure: times of the machine are handed in, in nanoseconds of a clock that never goes back.
package struct PlaybackClock: Sendable, Equatable {
  /// Replayed time over machine time, from `slowest` to `fastest`.
  package private(set) var speed: Double
  package private(set) var isPaused: Bool
  /// The instant that was shown at `since`.
  private var anchor: Instant
  private var since: UInt64

  package static let slowest = 0.25
  package static let fastest = 3_600.0
  package static let usual = 60.0

  /// A clock that shows `instant` at `nanoseconds`; a speed out of bounds is held at them.
  package init(at instant: Instant, nanoseconds: UInt64, speed: Double = usual, isPaused: Bool = false) {
    anchor = instant
    since = nanoseconds
    self.speed = min(max(speed, PlaybackClock.slowest), PlaybackClock.fastest)
    self.isPaused = isPaused
  }

  /// The instant to show.
  package func instant(at nanoseconds: UInt64) -> Instant {
    guard !isPaused, nanoseconds > since else { return anchor }
    let milliseconds = Double(nanoseconds - since) / 1_000_000 * speed
    let left = Double((Instant.latest - anchor).milliseconds)
    return anchor + Span(milliseconds: Int64(min(milliseconds, max(0, left))))
  }

  /// When the clock will show `instant`, or nil while it is paused; now, if it is past.
  package func nanoseconds(showing instant: Instant) -> UInt64? {
    guard !isPaused else { return nil }
    guard instant > anchor else { return since }
    return since + UInt64((Double((instant - anchor).milliseconds) * 1_000_000 / speed).rounded(.up))
  }

  /// Jumps to an instant.
  package mutating func set(_ instant: Instant, at nanoseconds: UInt64) {
    anchor = instant
    since = max(since, nanoseconds)
  }

  package mutating func pause(at nanoseconds: UInt64) {
    set(instant(at: nanoseconds), at: nanoseconds)
    isPaused = true
  }

  package mutating func resume(at nanoseconds: UInt64) {
    guard isPaused else { return }
    isPaused = false
    since = max(since, nanoseconds)
  }

  /// Twice as fast, at most `fastest`.
  package mutating func faster(at nanoseconds: UInt64) { change(to: speed * 2, at: nanoseconds) }

  /// Half as fast, at least `slowest`.
  package mutating func slower(at nanoseconds: UInt64) { change(to: speed / 2, at: nanoseconds) }

  private mutating func change(to speed: Double, at nanoseconds: UInt64) {
    set(instant(at: nanoseconds), at: nanoseconds)
    self.speed = min(max(speed, PlaybackClock.slowest), PlaybackClock.fastest)
  }
}
