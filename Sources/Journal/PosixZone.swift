internal import CaseFlow

/// The rule of a zone's clock for years to come: `MST7MDT,M3.2.0,M11.1.0`.
///
/// POSIX.1 `TZ` with the extensions of RFC 8536: names in `<>`, hours of change from -167 to 167.
struct PosixZone: Equatable {
  /// The day and local second of a yearly change.
  struct Change: Equatable {
    enum Day: Equatable {
      /// 1...365, never 29 February.
      case julian(Int)
      /// 0...365 with 29 February.
      case ordinal(Int)
      /// The week 1...5 (5 is the last) in which a weekday 0...6 (0 is Sunday) of a month falls.
      case weekday(month: Int, week: Int, weekday: Int)
    }
    var day: Day
    var seconds: Int
  }

  var standard: TZif.Kind
  var daylight: TZif.Kind?
  var start: Change?
  var end: Change?

  /// Reads a rule, or nil where it is none.
  init?(_ text: some Collection<UInt8>) {
    var scanner = PosixScanner(bytes: Array(text))
    guard let name = scanner.name(), let west = scanner.time(hoursMax: 24) else { return nil }
    standard = TZif.Kind(offsetSeconds: -west, isDaylight: false, abbreviation: name)
    if scanner.isAtEnd { return }
    guard let other = scanner.name() else { return nil }
    var offset = standard.offsetSeconds + 3_600
    if !scanner.next(is: Byte.comma) {
      guard let west = scanner.time(hoursMax: 24) else { return nil }
      offset = -west
    }
    daylight = TZif.Kind(offsetSeconds: offset, isDaylight: true, abbreviation: other)
    guard scanner.skip(Byte.comma), let start = scanner.change() else { return nil }
    guard scanner.skip(Byte.comma), let end = scanner.change(), scanner.isAtEnd else { return nil }
    (self.start, self.end) = (start, end)
  }

  /// The yearly changes around a stretch of time in seconds: one before it, where years allow, and all within.
  func changes(in window: ClosedRange<Int64>) -> [(at: Int64, kind: TZif.Kind)] {
    let first = CivilTime(milliseconds: window.lowerBound * 1_000).date.year
    let last = CivilTime(milliseconds: window.upperBound * 1_000).date.year
    let years = max(first - 1, CivilDate.years.lowerBound)...max(CivilDate.years.lowerBound, last + 1)
    guard let daylight, let start, let end else { return [(.min / 1_000, standard)] }
    var changes: [(at: Int64, kind: TZif.Kind)] = []
    for year in years.clamped(to: CivilDate.years) {
      changes.append((start.instant(in: year, offsetSeconds: standard.offsetSeconds), daylight))
      changes.append((end.instant(in: year, offsetSeconds: daylight.offsetSeconds), standard))
    }
    return changes.sorted { $0.at < $1.at }
  }
}

extension PosixZone.Change {
  /// The instant of the change in seconds since 1970 UTC, when the clock before it is `offsetSeconds` ahead of UTC.
  func instant(in year: Int, offsetSeconds: Int) -> Int64 {
    Int64(dayNumber(in: year)) * 86_400 + Int64(seconds - offsetSeconds)
  }

  private func dayNumber(in year: Int) -> Int {
    func days(_ month: Int, _ day: Int) -> Int {
      CivilDate(year: year, month: month, day: day)?.daysSinceEpoch ?? 0
    }
    switch day {
    case .ordinal(let day): return days(1, 1) + day
    case .julian(let day): return days(1, 1) + day - (CivilDate.isLeap(year) && day >= 60 ? 0 : 1)
    case .weekday(let month, let week, let weekday):
      let first = days(month, 1)
      let firstWeekday = CivilDate(daysSinceEpoch: first).weekday % 7
      var day = first + (weekday - firstWeekday + 7) % 7 + (week - 1) * 7
      if day >= first + CivilDate.daysInMonth(month, of: year) { day -= 7 }
      return day
    }
  }
}

/// Takes the parts of a rule one after the other.
private struct PosixScanner {
  let bytes: [UInt8]
  var offset = 0

  var isAtEnd: Bool { offset == bytes.count }

  func next(is byte: UInt8) -> Bool { offset < bytes.count && bytes[offset] == byte }

  mutating func skip(_ byte: UInt8) -> Bool {
    guard next(is: byte) else { return false }
    offset += 1
    return true
  }

  mutating func name() -> String? {
    let quoted = skip(UInt8(ascii: "<"))
    let rest = bytes[offset...].prefix { byte in
      let isLetter = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
      return isLetter || quoted && (byte == UInt8(ascii: "+") || byte == Byte.minus || isDigit(byte))
    }
    offset += rest.count
    if quoted, !skip(UInt8(ascii: ">")) { return nil }
    return rest.count >= 3 && rest.count <= 16 ? String(decoding: rest, as: UTF8.self) : nil
  }

  mutating func number(in range: ClosedRange<Int>) -> Int? {
    let digits = bytes[offset...].prefix(4).prefix(while: isDigit)
    offset += digits.count
    guard !digits.isEmpty else { return nil }
    let value = digits.reduce(0) { $0 * 10 + Int($1 - Byte.zero) }
    return range.contains(value) ? value : nil
  }

  /// `[+-]hh[:mm[:ss]]` in seconds.
  mutating func time(hoursMax: Int) -> Int? {
    let isNegative = skip(Byte.minus)
    if !isNegative { _ = skip(UInt8(ascii: "+")) }
    guard let hours = number(in: 0...hoursMax) else { return nil }
    var seconds = hours * 3_600
    for unit in [60, 1] where skip(Byte.colon) {
      guard let part = number(in: 0...59) else { return nil }
      seconds += part * unit
    }
    return isNegative ? -seconds : seconds
  }

  mutating func change() -> PosixZone.Change? {
    guard let day = day() else { return nil }
    guard skip(UInt8(ascii: "/")) else { return PosixZone.Change(day: day, seconds: 7_200) }
    return time(hoursMax: 167).map { PosixZone.Change(day: day, seconds: $0) }
  }

  private mutating func day() -> PosixZone.Change.Day? {
    if skip(UInt8(ascii: "J")) { return number(in: 1...365).map { .julian($0) } }
    guard skip(UInt8(ascii: "M")) else { return number(in: 0...365).map { .ordinal($0) } }
    guard let month = number(in: 1...12), skip(Byte.dot), let week = number(in: 1...5), skip(Byte.dot),
      let weekday = number(in: 0...6)
    else { return nil }
    return .weekday(month: month, week: week, weekday: weekday)
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte &- Byte.zero <= 9 }
}
