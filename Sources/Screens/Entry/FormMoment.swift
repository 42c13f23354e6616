package import CaseFlow

/// A time as an operator types it: `1405`, `14:05`, `15/0310` on the 15th, `-1 2230` yesterday, `2026-12-05 14:05`.
package struct FormMoment: Hashable, Sendable {
  /// What the text means, or why it means nothing.
  package enum Reading: Hashable, Sendable {
    case at(Instant)
    /// The clock showed this time twice: the earlier is taken.
    case twice(Instant)
    /// The clock was put forward over this time.
    case skipped
    case unreadable
  }

  /// The latest moment up to `now` at which the clock of the zone showed what was typed.
  package static func read(_ text: String, now: Instant, _ zone: ZoneOffsets, _ order: DateOrder) -> Reading {
    let today = zone.local(now.milliseconds).date
    var words = text.split(whereSeparator: { $0 == " " || $0 == "/" }).map(String.init)
    guard let clock = words.popLast(), let time = TypedTime(clock), time.day == nil, words.count <= 1 else {
      return .unreadable
    }
    guard let word = words.first else {
      let reading = at(today, time, zone)
      if case .at(let instant) = reading, instant > now { return at(today.advanced(byDays: -1), time, zone) }
      return reading
    }
    guard let date = TypedDate(word, today: today, order)?.date, let days = date.days,
      days.lowerBound == days.upperBound
    else { return .unreadable }
    return at(days.lowerBound, time, zone)
  }

  private static func at(_ date: CivilDate, _ time: TypedTime, _ zone: ZoneOffsets) -> Reading {
    guard let local = CivilTime(date: date, hour: time.hour, minute: time.minute, second: time.second) else {
      return .unreadable
    }
    switch zone.instants(ofLocal: local) {
    case .one(let only): return .at(Instant(milliseconds: only))
    case .two(let earlier, _): return .twice(Instant(milliseconds: earlier))
    case .none: return .skipped
    }
  }

  /// A moment as it stands in its field: read again at any later time, it means the same.
  package static func text(_ instant: Instant, _ zone: ZoneOffsets) -> String {
    PartialDate(zone.local(instant.milliseconds).date).text + " " + TimeText.clock(instant, zone)
  }
}
