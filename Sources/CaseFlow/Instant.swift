// Inlinable, and public, since nothing else is inlined in another room: every room compares times at every record, and a
// call costs more than the comparison. All comparisons, since those that follow from `<` are found by way of the protocol.

/// A point in time: milliseconds since 1970-01-01T00:00:00Z, never read from a clock in this room.
public struct Instant: Hashable, Comparable, Sendable {
  public var milliseconds: Int64

  @inlinable public init(milliseconds: Int64) { self.milliseconds = milliseconds }

  /// The earliest time a journal may carry, 1900-01-01T00:00:00Z.
  public static let earliest = Instant(milliseconds: -2_208_988_800_000)
  /// The latest time a journal may carry, 9999-12-31T23:59:59.999Z.
  public static let latest = Instant(milliseconds: 253_402_300_799_999)

  @inlinable public static func == (a: Instant, b: Instant) -> Bool { a.milliseconds == b.milliseconds }
  @inlinable public static func < (a: Instant, b: Instant) -> Bool { a.milliseconds < b.milliseconds }
  @inlinable public static func <= (a: Instant, b: Instant) -> Bool { a.milliseconds <= b.milliseconds }
  @inlinable public static func > (a: Instant, b: Instant) -> Bool { a.milliseconds > b.milliseconds }
  @inlinable public static func >= (a: Instant, b: Instant) -> Bool { a.milliseconds >= b.milliseconds }
  @inlinable public static func + (a: Instant, b: Span) -> Instant {
    Instant(milliseconds: a.milliseconds + b.milliseconds)
  }
  @inlinable public static func - (a: Instant, b: Span) -> Instant {
    Instant(milliseconds: a.milliseconds - b.milliseconds)
  }
  @inlinable public static func - (a: Instant, b: Instant) -> Span {
    Span(milliseconds: a.milliseconds - b.milliseconds)
  }
}

/// A length of time in milliseconds; negative when it points back.
public struct Span: Hashable, Comparable, Sendable {
  public var milliseconds: Int64

  @inlinable public init(milliseconds: Int64) { self.milliseconds = milliseconds }

  public static let zero = Span(milliseconds: 0)

  @inlinable public static func seconds(_ n: Int) -> Span { Span(milliseconds: Int64(n) * 1_000) }
  @inlinable public static func minutes(_ n: Int) -> Span { Span(milliseconds: Int64(n) * 60_000) }
  @inlinable public static func hours(_ n: Int) -> Span { Span(milliseconds: Int64(n) * 3_600_000) }
  @inlinable public static func days(_ n: Int) -> Span { Span(milliseconds: Int64(n) * 86_400_000) }

  /// Whole seconds, rounded toward zero: the unit of `_s` fields.
  public var wholeSeconds: Int { Int(milliseconds / 1_000) }

  @inlinable public static func == (a: Span, b: Span) -> Bool { a.milliseconds == b.milliseconds }
  @inlinable public static func < (a: Span, b: Span) -> Bool { a.milliseconds < b.milliseconds }
  @inlinable public static func <= (a: Span, b: Span) -> Bool { a.milliseconds <= b.milliseconds }
  @inlinable public static func > (a: Span, b: Span) -> Bool { a.milliseconds > b.milliseconds }
  @inlinable public static func >= (a: Span, b: Span) -> Bool { a.milliseconds >= b.milliseconds }
  @inlinable public static func + (a: Span, b: Span) -> Span { Span(milliseconds: a.milliseconds + b.milliseconds) }
  @inlinable public static func - (a: Span, b: Span) -> Span { Span(milliseconds: a.milliseconds - b.milliseconds) }
}
