package import CaseFlow

/// A day and a time as an operator types them, on a line and in the form alike.
///
///     1405    14:05    now is 14:31: today; 2305 is yesterday
///     15/0310          on the 15th           -1 2230      yesterday
///     0512/1405        5 December, or May 12, in the order of the center
///     2026-03-15/1405  also 2026-03-15 14:05 and RFC 3339
///
/// Without a day it is the nearest such time that lies on the right side of now. Where the clock is put back and shows
/// a time twice, it is the earlier: a clock that must not run out then ends sooner, never later than is right.
package enum TypedMoment {
  /// On which side of now a time must lie.
  package enum Side: Sendable {
    case past, coming
  }

  /// What a text means, or why it means nothing.
  package enum Reading: Hashable, Sendable {
    case at(Instant)
    /// The clock showed this time twice: the earlier is taken.
    case twice(Instant)
    /// The clock was put forward over this time; an hour later it showed what is offered.
    case skipped(offered: Instant)
    /// It is still to come, or past.
    case wrongSide
    /// No such time; why, where more can be said.
    case unreadable(String?)
  }

  /// How far a day that is named by its number alone may lie away: a month away is never guessed.
  private static let daysAway = 31

  /// Reads a text. Pure; the same text kept by `text` means the same at any later time.
  package static func read(
    _ text: String, _ side: Side = .past, now: Instant, _ zone: ZoneOffsets, _ order: DateOrder
  ) -> Reading {
    if text.utf8.count > 16, text.contains("T") { return written(text, side, now) }
    let halves =
      text.contains("/")
      ? text.split(separator: "/", omittingEmptySubsequences: false) : text.split(separator: " ")
    guard let clock = halves.last, let time = TypedTime(String(clock)), time.day == nil, halves.count <= 2 else {
      return .unreadable(nil)
    }
    let today = zone.local(now.milliseconds).date
    let dates =
      halves.count == 2
      ? days(String(halves[0]), side, today, order) : [today, today.advanced(byDays: side == .past ? -1 : 1)]
    var reading = Reading.unreadable(nil)
    for date in dates {
      reading = at(date, time, side, now, zone)
      if reading != .wrongSide { return reading }
    }
    return reading
  }

  private static func at(
    _ date: CivilDate, _ time: TypedTime, _ side: Side, _ now: Instant, _ zone: ZoneOffsets
  ) -> Reading {
    guard let local = CivilTime(date: date, hour: time.hour, minute: time.minute, second: time.second) else {
      return .unreadable(nil)
    }
    switch zone.instants(ofLocal: local) {
    case .one(let only): return onSide(.at(Instant(milliseconds: only)), Instant(milliseconds: only), side, now)
    case .two(let earlier, _):
      return onSide(.twice(Instant(milliseconds: earlier)), Instant(milliseconds: earlier), side, now)
    case .none(let offered): return .skipped(offered: Instant(milliseconds: offered))
    }
  }

  private static func onSide(_ reading: Reading, _ instant: Instant, _ side: Side, _ now: Instant) -> Reading {
    (side == .past ? instant <= now : instant >= now) ? reading : .wrongSide
  }

  /// A moment as machines write it.
  private static func written(_ text: String, _ side: Side, _ now: Instant) -> Reading {
    do throws(TimeFault) {
      let instant = Instant(milliseconds: try RFC3339.parse(text).milliseconds)
      return onSide(.at(instant), instant, side, now)
    } catch {
      return .unreadable(error.message)
    }
  }

  /// The day that a word names. Today is meant by today's number, even where the time of day is on the wrong side.
  private static func days(_ text: String, _ side: Side, _ today: CivilDate, _ order: DateOrder) -> [CivilDate] {
    if text.utf8.count <= 2, text.utf8.allSatisfy({ 0x30...0x39 ~= $0 }), let day = Int(text) {
      let near = (0...daysAway).lazy.map { today.advanced(byDays: side == .past ? -$0 : $0) }
      return near.first { $0.day == day }.map { [$0] } ?? []
    }
    guard let days = TypedDate(text, today: today, order)?.date.days, days.lowerBound == days.upperBound else {
      return []
    }
    return [days.lowerBound]
  }

  /// A moment as it stands in its field: read again at any later time, it means the same.
  package static func text(_ instant: Instant, _ zone: ZoneOffsets) -> String {
    PartialDate(zone.local(instant.milliseconds).date).text + " " + TimeText.clock(instant, zone)
  }
}

extension TypedMoment {
  /// Reads a word of a line; throws where it stands and what would be right.
  static func read(_ word: LineWord, _ side: Side, in context: EntryContext) throws(LineFault) -> Instant {
    switch read(word.text, side, now: context.now, context.zone, context.dateOrder) {
    case .at(let instant), .twice(let instant): return instant
    case .skipped(let offered):
      let instead = TimeText.clock(offered, context.zone)
      throw LineFault(word.textRange, Wording.skippedTime(word.text, offered: instead))
    case .wrongSide: throw LineFault(word.textRange, Wording.wrongSide(word.text, isPast: side == .past))
    case .unreadable(let why): throw LineFault(word.textRange, Wording.noTime(word.text, because: why))
    }
  }
}
