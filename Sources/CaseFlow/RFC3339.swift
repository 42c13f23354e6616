/// Why a text is not a time as jpc writes it, and where in the text.
package struct TimeFault: Error, Equatable, Sendable {
  /// Bytes before the place; every accepted character is one byte.
  package let offset: Int
  /// What is wrong, without a final period.
  package let message: String

  /// A fault after `offset` bytes.
  package init(offset: Int, message: String) {
    self.offset = offset
    self.message = message
  }
}

/// The one text form of an instant: `2021-12-24T10:15:00-07:00`, to the millisecond, always with its offset.
///
///     try RFC3339.parse("2021-12-24T10:15:00.250-07:00")  // (milliseconds: 1640366100250, offsetSeconds: -25200)
///
/// A strict reading of RFC 3339: capital T and Z, no leap seconds, no more digits than are kept, so that what is read
/// and written again is the same text.
package enum RFC3339 {
  /// The farthest a place on Earth is from UTC, in seconds.
  package static let offsetSecondsMax = 14 * 3_600
}

extension RFC3339 {
  /// The instant a text names and the offset it is written with.
  package static func parse(_ text: String) throws(TimeFault) -> (milliseconds: Int64, offsetSeconds: Int) {
    try Array(text.utf8).withUnsafeBufferPointer { bytes throws(TimeFault) in try parse(bytes) }
  }

  /// The instant that UTF-8 bytes name and the offset they are written with. Does not allocate unless it refuses.
  package static func parse(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) throws(TimeFault) -> (milliseconds: Int64, offsetSeconds: Int) {
    var scanner = Scanner(bytes: bytes)
    let date = try scanner.date()
    try scanner.expect("T", "a capital T between date and time")
    let hour = try scanner.number(2, in: 0...23, "the hour is 00 to 23")
    try scanner.expect(":", "':' after the hour")
    let minute = try scanner.number(2, in: 0...59, "the minute is 00 to 59")
    try scanner.expect(":", "':' and seconds")
    let second = try scanner.number(2, in: 0...59, "the second is 00 to 59 (leap seconds are not kept)")
    let millisecond = try scanner.fraction()
    let offset = try scanner.zoneOffset()
    try scanner.end()
    guard
      let time = CivilTime(date: date, hour: hour, minute: minute, second: second, millisecond: millisecond)
    else { throw TimeFault(offset: 0, message: "no such time") }
    return (time.milliseconds(offsetSeconds: offset), offset)
  }

  /// The text of an instant with an offset in whole minutes; milliseconds appear when they are not zero.
  ///
  /// UTC is written `Z`. Instants outside the years 1900...9999 are written as the nearest end of them, and an offset
  /// is cut to whole minutes within ±14:00.
  package static func format(milliseconds: Int64, offsetSeconds: Int = 0) -> String {
    let minutes = max(-offsetSecondsMax, min(offsetSecondsMax, offsetSeconds)) / 60
    let offset = minutes * 60
    let local = max(first, min(last, milliseconds &+ Int64(offset) * 1_000))
    let outside = milliseconds < first - 86_400_000 ? first : milliseconds > last + 86_400_000 ? last : local
    let time = CivilTime(milliseconds: outside)
    var text: [UInt8] = []
    text.reserveCapacity(29)
    append(time.date.year, digits: 4, to: &text)
    append("-", time.date.month, to: &text)
    append("-", time.date.day, to: &text)
    append("T", time.hour, to: &text)
    append(":", time.minute, to: &text)
    append(":", time.second, to: &text)
    if time.millisecond != 0 {
      text.append(UInt8(ascii: "."))
      append(time.millisecond, digits: 3, to: &text)
    }
    if minutes == 0 {
      text.append(UInt8(ascii: "Z"))
    } else {
      append(minutes < 0 ? "-" : "+", abs(minutes) / 60, to: &text)
      append(":", abs(minutes) % 60, to: &text)
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// 1 January 1900 and the last millisecond of 9999, on the wall clock that is written.
  private static let first: Int64 = -2_208_988_800_000
  private static let last: Int64 = 253_402_300_799_999

  private static func append(_ mark: Unicode.Scalar, _ number: Int, to text: inout [UInt8]) {
    text.append(UInt8(ascii: mark))
    append(number, digits: 2, to: &text)
  }

  private static func append(_ number: Int, digits: Int, to text: inout [UInt8]) {
    var divisor = digits == 4 ? 1_000 : digits == 3 ? 100 : 10
    while divisor > 0 {
      text.append(UInt8(ascii: "0") + UInt8(number / divisor % 10))
      divisor /= 10
    }
  }
}

/// Reads the parts of a time one after the other.
private struct Scanner {
  let bytes: UnsafeBufferPointer<UInt8>
  var offset = 0

  private var current: UInt8 { offset < bytes.count ? bytes[offset] : 0 }

  private func fault(_ message: String, at place: Int? = nil) -> TimeFault {
    TimeFault(offset: place ?? offset, message: message)
  }

  mutating func expect(_ mark: Unicode.Scalar, _ what: StaticString) throws(TimeFault) {
    guard current == UInt8(ascii: mark) else { throw fault("expected \(what)") }
    offset += 1
  }

  mutating func number(_ digits: Int, in range: ClosedRange<Int>, _ rule: StaticString) throws(TimeFault) -> Int {
    let start = offset
    var value = 0
    for _ in 0..<digits {
      let digit = current &- UInt8(ascii: "0")
      guard digit <= 9 else { throw fault("expected \(digits) digits", at: start) }
      value = value * 10 + Int(digit)
      offset += 1
    }
    guard range.contains(value) else { throw fault("\(rule)", at: start) }
    return value
  }

  mutating func date() throws(TimeFault) -> CivilDate {
    let year = try number(4, in: CivilDate.years, "the year is 1900 to 9999")
    try expect("-", "'-' after the year")
    let month = try number(2, in: 1...12, "the month is 01 to 12")
    try expect("-", "'-' after the month")
    let start = offset
    let day = try number(2, in: 1...31, "the day is 01 to 31")
    guard let date = CivilDate(year: year, month: month, day: day) else {
      throw fault("month \(month) of \(year) has \(CivilDate.daysInMonth(month, of: year)) days", at: start)
    }
    return date
  }

  mutating func fraction() throws(TimeFault) -> Int {
    guard current == UInt8(ascii: ".") else { return 0 }
    offset += 1
    let start = offset
    var value = 0
    while current &- UInt8(ascii: "0") <= 9 {
      guard offset - start < 3 else { throw fault("times are kept to the millisecond: at most 3 digits") }
      value = value * 10 + Int(current &- UInt8(ascii: "0"))
      offset += 1
    }
    switch offset - start {
    case 0: throw fault("expected digits after the point")
    case 1: return value * 100
    case 2: return value * 10
    default: return value
    }
  }

  mutating func zoneOffset() throws(TimeFault) -> Int {
    let start = offset
    switch current {
    case UInt8(ascii: "Z"):
      offset += 1
      return 0
    case UInt8(ascii: "+"), UInt8(ascii: "-"):
      let isWest = current == UInt8(ascii: "-")
      offset += 1
      let hours = try number(2, in: 0...99, "")
      try expect(":", "':' in the offset")
      let minutes = try number(2, in: 0...99, "")
      let seconds = hours * 3_600 + minutes * 60
      guard minutes <= 59, seconds <= RFC3339.offsetSecondsMax else {
        throw fault("the offset is at most 14:00", at: start)
      }
      if isWest, seconds == 0 { throw fault("offset -00:00 means unknown; write Z or +00:00", at: start) }
      return isWest ? -seconds : seconds
    case UInt8(ascii: "z"): throw fault("Z must be a capital letter")
    default: throw fault("expected an offset (Z, -07:00) after the time")
    }
  }

  func end() throws(TimeFault) {
    guard offset == bytes.count else { throw fault("unexpected text after the time") }
  }
}
