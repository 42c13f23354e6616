/// A day of the Gregorian calendar.
///
///     CivilDate(year: 2026, month: 2, day: 30)  // nil
///     CivilDate(daysSinceEpoch: 0)              // 1 January 1970, a Thursday
///
/// Days to dates and back after H. Hinnant, "chrono-compatible low-level date algorithms". O(1), no tables.
package struct CivilDate: Hashable, Sendable {
  package let year: Int
  /// 1...12
  package let month: Int
  /// 1...31
  package let day: Int

  /// The years that times entered or read may fall in.
  package static let years = 1900...9999

  /// The date, or nil where the calendar has no such day or the year is outside `years`.
  package init?(year: Int, month: Int, day: Int) {
    guard Self.years.contains(year), (1...12).contains(month) else { return nil }
    guard day >= 1, day <= Self.daysInMonth(month, of: year) else { return nil }
    self.init(uncheckedYear: year, month: month, day: day)
  }

  private init(uncheckedYear year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// The date a number of days after 1 January 1970; total for every count of days that Int64 milliseconds reach.
  package init(daysSinceEpoch days: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    self.init(
      uncheckedYear: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * marchMonth + 2) / 5 + 1)
  }
}

extension CivilDate {
  /// Days since 1 January 1970.
  package var daysSinceEpoch: Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// 1 for Monday to 7 for Sunday, as ISO 8601 counts.
  package var weekday: Int {
    let fromThursday = daysSinceEpoch % 7
    return (fromThursday + 10) % 7 + 1
  }

  /// The date some days later, or earlier if negative.
  package func advanced(byDays days: Int) -> CivilDate { CivilDate(daysSinceEpoch: daysSinceEpoch + days) }

  /// Whether February has 29 days.
  package static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

  /// The length of a month 1...12.
  package static func daysInMonth(_ month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension CivilDate: Comparable {
  /// The earlier day first.
  package static func < (left: CivilDate, right: CivilDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }
}

/// What a wall clock and the calendar beside it show; which instant that is, an offset decides.
package struct CivilTime: Hashable, Sendable {
  package let date: CivilDate
  /// 0...23
  package let hour: Int
  /// 0...59
  package let minute: Int
  /// 0...59
  package let second: Int
  /// 0...999
  package let millisecond: Int

  /// The time of day on a date, or nil where a clock does not show it (24:00, 12:60, a leap second).
  package init?(date: CivilDate, hour: Int, minute: Int, second: Int = 0, millisecond: Int = 0) {
    guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second) else { return nil }
    guard (0...999).contains(millisecond) else { return nil }
    self.date = date
    self.hour = hour
    self.minute = minute
    self.second = second
    self.millisecond = millisecond
  }

  /// What the wall clock shows at an instant, in milliseconds since 1970 UTC, where it runs `offsetSeconds` ahead of UTC.
  ///
  /// Total: an offset larger than a day counts as a day.
  package init(milliseconds: Int64, offsetSeconds: Int = 0) {
    let offset = Int64(max(-86_400, min(86_400, offsetSeconds)))
    let (instantDays, instantRest) = Self.floorDivide(milliseconds, by: Self.dayMilliseconds)
    let (moreDays, rest) = Self.floorDivide(instantRest + offset * 1_000, by: Self.dayMilliseconds)
    date = CivilDate(daysSinceEpoch: Int(instantDays + moreDays))
    hour = Int(rest / 3_600_000)
    minute = Int(rest / 60_000 % 60)
    second = Int(rest / 1_000 % 60)
    millisecond = Int(rest % 1_000)
  }
}

extension CivilTime {
  /// Milliseconds of a day of 24 hours.
  package static let dayMilliseconds: Int64 = 86_400_000

  /// The time of day in milliseconds since midnight on the wall clock.
  package var millisecondOfDay: Int64 {
    Int64(hour) * 3_600_000 + Int64(minute) * 60_000 + Int64(second) * 1_000 + Int64(millisecond)
  }

  /// The instant, in milliseconds since 1970 UTC, at which a clock `offsetSeconds` ahead of UTC shows this.
  ///
  /// Saturates at the ends of Int64, which lie 292 million years away.
  package func milliseconds(offsetSeconds: Int = 0) -> Int64 {
    let (days, overflow) = Int64(date.daysSinceEpoch).multipliedReportingOverflow(by: Self.dayMilliseconds)
    guard !overflow else { return date.year < 0 ? .min : .max }
    let offset = Int64(max(-86_400, min(86_400, offsetSeconds)))
    let (sum, carry) = days.addingReportingOverflow(millisecondOfDay - offset * 1_000)
    return carry ? (days < 0 ? .min : .max) : sum
  }

  private static func floorDivide(_ value: Int64, by divisor: Int64) -> (quotient: Int64, remainder: Int64) {
    let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}

extension CivilTime: Comparable {
  /// The time the same clock shows first.
  package static func < (left: CivilTime, right: CivilTime) -> Bool {
    left.date == right.date ? left.millisecondOfDay < right.millisecondOfDay : left.date < right.date
  }
}
