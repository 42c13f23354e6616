package import CaseFlow

/// A date as far as it is known: `2012-05-14`, `2012-05`, `2012`.
package struct PartialDate: Hashable, Sendable {
  package var year: Int
  package var month: Int?
  package var day: Int?

  package init(year: Int, month: Int? = nil, day: Int? = nil) {
    self.year = year
    self.month = month
    self.day = day
  }

  package init(_ date: CivilDate) { self.init(year: date.year, month: date.month, day: date.day) }

  /// As the vault keeps it.
  package var text: String {
    [month, day].compactMap { $0.map { "-" + TimeText.two($0) } }.reduce("\(year)", +)
  }

  /// The first and the last day that it may mean; nil where the calendar has none.
  package var days: ClosedRange<CivilDate>? {
    guard let first = CivilDate(year: year, month: month ?? 1, day: day ?? 1) else { return nil }
    let lastMonth = month ?? 12
    let lastDay = day ?? CivilDate.daysInMonth(lastMonth, of: year)
    return CivilDate(year: year, month: lastMonth, day: lastDay).map { first...$0 }
  }
}

/// Which of two numbers is the day: `0512` is 5 December or May 12.
package enum DateOrder: Hashable, Sendable {
  case dayFirst, monthFirst

  /// A center under United States rules writes the month first, as on the forms of its government; others the day.
  package init(_ plan: CenterPlan) { self = plan.rules.text.hasPrefix("us-") ? .monthFirst : .dayFirst }
}

/// A date as an operator types it; separators are optional, and what is left out is the latest that fits.
///
///     TypedDate("5", today: today, .dayFirst)          // the 5th, of this month or the last
///     TypedDate("0512", today: today, .dayFirst)       // 5 December, of this year or the last
///     TypedDate("05122026", today: today, .dayFirst)   // 5 December 2026; also 5.12.26 and 2026-12-05
///     TypedDate("-1", today: today, .dayFirst)         // yesterday; +0 is today
///     TypedDate("may", today: today, .dayFirst)        // May, of this year or the last; also may 2012, 5/2012, 2012
///
/// A month that cannot be one makes the other number the month: `1405` is 14 May in either order.
package struct TypedDate: Hashable, Sendable {
  package let date: PartialDate

  /// The most days that a signed number counts.
  package static let daysMost = 36_500

  /// The years that four digits alone may be, where they are no day and month: those of somebody alive.
  static func years(_ today: CivilDate) -> ClosedRange<Int> { today.year - Limit.age...today.year }

  /// The date that a text means, or nil when it means none.
  package init?(_ text: String, today: CivilDate, _ order: DateOrder) {
    let reader = Reader(today: today, order: order)
    guard text.utf8.count <= 20, let date = reader.read(text.lowercased()), date.days != nil else { return nil }
    self.date = date
  }
}

private struct Reader {
  let today: CivilDate
  let order: DateOrder

  func read(_ text: String) -> PartialDate? {
    if let first = text.utf8.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
      guard let days = Int(text), TypedDate.daysMost >= days.magnitude else { return nil }
      return PartialDate(today.advanced(byDays: days))
    }
    let parts = text.split(whereSeparator: { "-/. ".contains($0) })
    if let word = parts.firstIndex(where: { $0.first?.isLetter == true }) { return withWord(parts, word) }
    guard parts.allSatisfy({ $0.utf8.count <= 8 && $0.utf8.allSatisfy { 0x30...0x39 ~= $0 } }) else { return nil }
    let numbers = parts.compactMap { Int($0) }
    switch parts.count {
    case 1: return run(String(parts[0]))
    case 2:
      if parts[0].utf8.count == 4 { return PartialDate(year: numbers[0], month: numbers[1]) }
      if parts[1].utf8.count == 4 { return PartialDate(year: numbers[1], month: numbers[0]) }
      return latest(numbers[0], numbers[1])
    case 3:
      if parts[0].utf8.count == 4 { return PartialDate(year: numbers[0], month: numbers[1], day: numbers[2]) }
      return year(parts[2]).flatMap { ordered(numbers[0], numbers[1], $0) }
    default: return nil
    }
  }

  /// Digits without a separator.
  private func run(_ digits: String) -> PartialDate? {
    func number(_ from: Int, _ count: Int) -> Int { Int(digits.dropFirst(from).prefix(count)) ?? 0 }
    switch digits.utf8.count {
    case 1, 2: return latest(day: number(0, 2))
    case 4:
      if let date = latest(number(0, 2), number(2, 2)) { return date }
      return TypedDate.years(today).contains(number(0, 4)) ? PartialDate(year: number(0, 4)) : nil
    case 6: return year(digits.suffix(2)).flatMap { ordered(number(0, 2), number(2, 2), $0) }
    case 8: return ordered(number(0, 2), number(2, 2), number(4, 4))
    default: return nil
    }
  }

  /// A year of four digits, or of two: then the latest that is not to come.
  private func year(_ digits: Substring) -> Int? {
    guard let number = Int(digits) else { return nil }
    if digits.utf8.count == 4 { return number }
    guard digits.utf8.count == 2 else { return nil }
    let century = today.year / 100 * 100
    return century + number <= today.year ? century + number : century - 100 + number
  }

  private func ordered(_ a: Int, _ b: Int, _ year: Int) -> PartialDate? {
    let (day, month) = order == .dayFirst ? (a, b) : (b, a)
    if CivilDate(year: year, month: month, day: day) != nil { return PartialDate(year: year, month: month, day: day) }
    // Only where the first reading has no such month is the other one meant; a 31 of April is a mistake.
    guard month > 12, CivilDate(year: year, month: day, day: month) != nil else { return nil }
    return PartialDate(year: year, month: day, day: month)
  }

  /// The last time that a day and a month came; 29 February goes back up to eight years.
  private func latest(_ a: Int, _ b: Int) -> PartialDate? {
    for year in stride(from: today.year, through: today.year - 8, by: -1) {
      if let date = ordered(a, b, year), let days = date.days, days.lowerBound <= today { return date }
    }
    return nil
  }

  /// The last time that a day of the month came.
  private func latest(day: Int) -> PartialDate? {
    var year = today.year
    var month = today.month
    for _ in 0..<12 {
      if let date = CivilDate(year: year, month: month, day: day), date <= today { return PartialDate(date) }
      (year, month) = month == 1 ? (year - 1, 12) : (year, month - 1)
    }
    return nil
  }

  /// A month by name, alone, with a year, or with a day and a year in any order.
  private func withWord(_ parts: [Substring], _ index: Int) -> PartialDate? {
    let word = parts[index]
    guard word.utf8.count >= 3,
      let month = Wording.longMonths.firstIndex(where: { $0.hasPrefix(word) })
    else { return nil }
    let rest = parts.indices.filter { $0 != index }.map { parts[$0] }
    switch rest.count {
    case 0:
      let year = month + 1 <= today.month ? today.year : today.year - 1
      return PartialDate(year: year, month: month + 1)
    case 1:
      if rest[0].utf8.count == 4, let year = Int(rest[0]) { return PartialDate(year: year, month: month + 1) }
      guard let day = Int(rest[0]) else { return nil }
      let isPast = (month + 1, day) <= (today.month, today.day)
      return PartialDate(year: isPast ? today.year : today.year - 1, month: month + 1, day: day)
    case 2:
      guard let last = year(rest[1]), let day = Int(rest[0]) else { return nil }
      return PartialDate(year: last, month: month + 1, day: day)
    default: return nil
    }
  }
}
