import CaseFlow

/// A day and a time as an operator types them: `14:05`, `1405`, `15/1405` for the 15th, `2026-03-15/1405`, or RFC 3339.
///
/// Without a day it is the nearest such time that lies on the right side of now. Where the clock is put back and shows
/// a time twice, it is the earlier: a clock that must not run out then ends sooner, never later than is right.
enum TypedMoment {
  /// On which side of now a time must lie.
  enum Side {
    case past, coming
  }

  /// How far a day that is named by its number alone may lie away.
  private static let daysAway = 31

  static func read(_ word: LineWord, _ side: Side, in context: EntryContext) throws(LineFault) -> Instant {
    let text = word.text
    if text.utf8.count > 16, text.contains("T") {
      return try onSide(instant(word), side, word, context)
    }
    let halves = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard let clock = halves.last.flatMap({ TypedTime(String($0)) }), clock.day == nil else {
      throw LineFault(word.textRange, Wording.noTime(text, because: nil))
    }
    let dates = halves.count == 2 ? days(String(halves[0]), side, context) : daysAround(side, context)
    guard !dates.isEmpty else { throw LineFault(word.textRange, Wording.noTime(text, because: nil)) }
    for date in dates {
      guard let civil = CivilTime(date: date, hour: clock.hour, minute: clock.minute, second: clock.second) else {
        continue
      }
      let found: Int64
      switch context.zone.instants(ofLocal: civil) {
      case .one(let only): found = only
      case .two(let earlier, _): found = earlier
      case .none(let offered):
        let instead = TimeText.clock(Instant(milliseconds: offered), context.zone)
        throw LineFault(word.textRange, Wording.skippedTime(text, offered: instead))
      }
      let instant = Instant(milliseconds: found)
      if isOnSide(instant, side, context) { return instant }
    }
    throw LineFault(word.textRange, Wording.wrongSide(text, isPast: side == .past))
  }

  private static func instant(_ word: LineWord) throws(LineFault) -> Instant {
    do throws(TimeFault) {
      return Instant(milliseconds: try RFC3339.parse(word.text).milliseconds)
    } catch {
      throw LineFault(word.textRange, Wording.noTime(word.text, because: error.message))
    }
  }

  private static func onSide(
    _ instant: Instant, _ side: Side, _ word: LineWord, _ context: EntryContext
  ) throws(LineFault) -> Instant {
    if isOnSide(instant, side, context) { return instant }
    throw LineFault(word.textRange, Wording.wrongSide(word.text, isPast: side == .past))
  }

  private static func isOnSide(_ instant: Instant, _ side: Side, _ context: EntryContext) -> Bool {
    side == .past ? instant <= context.now : instant >= context.now
  }

  /// Today first, then the day before or after.
  private static func daysAround(_ side: Side, _ context: EntryContext) -> [CivilDate] {
    let today = context.zone.local(context.now.milliseconds).date
    return [today, today.advanced(byDays: side == .past ? -1 : 1)]
  }

  /// The day that a word names: the nearest of a number, or a whole date. Today is meant by today's number, even where
  /// the time of day is on the wrong side: a month away is never guessed.
  private static func days(_ text: String, _ side: Side, _ context: EntryContext) -> [CivilDate] {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { number($0) }
    if parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2] {
      return CivilDate(year: year, month: month, day: day).map { [$0] } ?? []
    }
    guard parts.count == 1, let day = parts[0] else { return [] }
    let today = context.zone.local(context.now.milliseconds).date
    return (0...daysAway).map { today.advanced(byDays: side == .past ? -$0 : $0) }.first { $0.day == day }.map { [$0] }
      ?? []
  }

  private static func number(_ text: Substring) -> Int? {
    text.utf8.allSatisfy { (0x30...0x39).contains($0) } && text.utf8.count <= 4 ? Int(text) : nil
  }
}
