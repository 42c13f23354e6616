package import CaseFlow

/// The time of day as a board takes it: the machine's, as long as that goes as fast as time passes.
///
/// A clock that leaps, set by hand or by a time server gone wrong, would raise alarms that nobody's waiting justifies, on
/// the screens of that machine alone, and give entries times that never were. From a leap on, time goes on as before,
/// until the machine's clock fits again or two people confirm it.
///
///     let clock = SteadyClock(machine: MachineClock.now, passed: MachineClock.passed)
///     clock.now()  // as the machine has it
package final class SteadyClock {
  /// What a time of day was, and how much time had passed then since some moment.
  package struct Anchor: Equatable {
    var time: Instant
    var passed: Span
  }

  /// How far a clock may be put at once, as a time server does that catches up.
  package static let slack = Span.minutes(2)

  private let machine: () -> Instant
  private let passed: () -> Span
  /// The last time that was told.
  package var anchor: Anchor
  /// How far ahead of time as it passes the machine's clock stands, negative when behind; nil while it fits.
  package private(set) var leap: Span?

  /// `passed` only ever goes forward, while the machine sleeps too.
  package init(machine: @escaping () -> Instant, passed: @escaping () -> Span) {
    self.machine = machine
    self.passed = passed
    anchor = Anchor(time: machine(), passed: passed())
  }

  /// What time it is.
  package func now() -> Instant {
    let (shown, passed) = (machine(), passed())
    let expected = anchor.time + (passed - anchor.passed)
    let ahead = shown - expected
    leap = ahead > Self.slack || ahead < .zero - Self.slack ? ahead : nil
    anchor = Anchor(time: leap == nil ? shown : expected, passed: passed)
    return anchor.time
  }

  /// Takes the machine's clock as it stands.
  package func trust() {
    anchor = Anchor(time: machine(), passed: passed())
    leap = nil
  }
}
