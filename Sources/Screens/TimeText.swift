package import CaseFlow

/// How times and lengths of time stand on a screen: `15:42`, `1h52`, `4d03`.
package enum TimeText {
  /// A length of time in the board's short form.
  ///
  ///     TimeText.length(.minutes(112))   // 1h52
  ///     TimeText.length(.hours(61))      // 61h00
  ///     TimeText.length(.hours(123))     // 5d03
  ///
  /// Seconds are cut, never rounded up: a limit is never shown as passed before it is. Below zero it begins with `-`.
  package static func length(_ span: Span) -> String {
    let minutes = span.milliseconds / 60_000
    let sign = minutes < 0 ? "-" : ""
    let size = minutes.magnitude
    let hours = size / 60
    if hours > 99 { return "\(sign)\(hours / 24)d\(two(Int(hours % 24)))" }
    return "\(sign)\(hours)h\(two(Int(size % 60)))"
  }

  /// A length of time, or a dash where it is not known.
  package static func length(_ span: Span?) -> String { span.map { length($0) } ?? Wording.none }

  /// The wall clock: `15:42`.
  package static func clock(_ instant: Instant, _ zone: ZoneOffsets) -> String {
    let local = zone.local(instant.milliseconds)
    return "\(two(local.hour)):\(two(local.minute))"
  }

  /// The wall clock with seconds: `15:42:07`.
  package static func clockSeconds(_ instant: Instant, _ zone: ZoneOffsets) -> String {
    clock(instant, zone) + ":" + two(zone.local(instant.milliseconds).second)
  }

  /// The day as people say it: `24 Dec 2021`.
  package static func day(_ instant: Instant, _ zone: ZoneOffsets) -> String {
    let date = zone.local(instant.milliseconds).date
    return "\(date.day) \(Wording.months[date.month - 1]) \(date.year)"
  }

  /// A time seen from `now`: `15:42` on the same day, `23 Dec 15:42` on another.
  package static func near(_ instant: Instant, _ now: Instant, _ zone: ZoneOffsets) -> String {
    let there = zone.local(instant.milliseconds).date
    let here = zone.local(now.milliseconds).date
    if there == here { return clock(instant, zone) }
    return "\(there.day) \(Wording.months[there.month - 1]) \(clock(instant, zone))"
  }

  /// A time seen from `now` in six cells: `15:42` on the same day, `23 Dec` on another.
  package static func short(_ instant: Instant, _ now: Instant, _ zone: ZoneOffsets) -> String {
    let there = zone.local(instant.milliseconds).date
    if there == zone.local(now.milliseconds).date { return clock(instant, zone) }
    return "\(there.day) \(Wording.months[there.month - 1])"
  }

  /// The zone's abbreviation in force: `MST`.
  package static func abbreviation(_ instant: Instant, _ zone: ZoneOffsets) -> String {
    zone.abbreviation(at: instant.milliseconds)
  }

  static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

/// A time of day typed by an operator, with a day of the month if they gave one.
package struct TypedTime: Hashable, Sendable {
  package var day: Int?
  package var hour: Int
  package var minute: Int
  package var second: Int

  /// Reads `14:05`, `1405`, `9:30`, `14:05:30` and `25 14:05`; nil for anything else.
  package init?(_ text: String) {
    var words = text.split(separator: " ", omittingEmptySubsequences: true)
    guard let clock = words.popLast(), words.count <= 1 else { return nil }
    day = nil
    if let word = words.first {
      guard let number = Int(word), (1...31).contains(number) else { return nil }
      day = number
    }
    var parts = clock.split(separator: ":", omittingEmptySubsequences: false).map { Self.number($0) }
    if parts.count == 1, let number = parts[0], (3...4).contains(clock.utf8.count) {
      parts = [number / 100, number % 100]
    }
    guard (2...3).contains(parts.count), let hour = parts[0], let minute = parts[1] else { return nil }
    guard let second = parts.count == 3 ? parts[2] : 0 else { return nil }
    guard hour < 24, minute < 60, second < 60 else { return nil }
    self.hour = hour
    self.minute = minute
    self.second = second
  }

  private static func number(_ text: Substring) -> Int? {
    guard !text.isEmpty, text.utf8.count <= 4, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int(text)
  }

  /// The instant within `range` at which the wall clock shows this, the nearest to `now`; nil when none does.
  package func instant(from: Instant, until: Instant, near now: Instant, _ zone: ZoneOffsets) -> Instant? {
    var date = zone.local(from.milliseconds).date
    let last = zone.local(until.milliseconds).date
    var best: Instant?
    while date <= last {
      if day == nil || day == date.day,
        let civil = CivilTime(date: date, hour: hour, minute: minute, second: second)
      {
        for candidate in Self.instants(zone.instants(ofLocal: civil)) where candidate >= from && candidate <= until {
          if best.map({ Self.distance(candidate, now) < Self.distance($0, now) }) ?? true { best = candidate }
        }
      }
      date = date.advanced(byDays: 1)
    }
    return best
  }

  private static func instants(_ found: ZoneOffsets.Instants) -> [Instant] {
    switch found {
    case .none(let offered): [Instant(milliseconds: offered)]
    case .one(let only): [Instant(milliseconds: only)]
    case .two(let earlier, let later): [Instant(milliseconds: earlier), Instant(milliseconds: later)]
    }
  }

  private static func distance(_ a: Instant, _ b: Instant) -> UInt64 { (a - b).milliseconds.magnitude }
}
