import CaseFlow
import Foundation
import Testing

@Suite("Times as text")
struct RFC3339Tests {
  @Test(
    "known instants",
    arguments: [
      ("1970-01-01T00:00:00Z", 0, 0),
      ("2021-12-24T10:15:00-07:00", 1_640_366_100_000, -25_200),
      ("2021-12-24T10:15:00.250-07:00", 1_640_366_100_250, -25_200),
      ("2000-02-29T23:59:59.999+14:00", 951_818_399_999, 50_400),
      ("1900-01-01T00:00:00Z", -2_208_988_800_000, 0),
      ("9999-12-31T23:59:59.999Z", 253_402_300_799_999, 0),
      ("1969-12-31T23:59:59.001Z", -999, 0),
    ] as [(String, Int64, Int)])
  func known(_ text: String, _ milliseconds: Int64, _ offset: Int) throws {
    let read = try RFC3339.parse(text)
    #expect(read.milliseconds == milliseconds)
    #expect(read.offsetSeconds == offset)
    #expect(RFC3339.format(milliseconds: milliseconds, offsetSeconds: offset) == text)
  }

  @Test(
    "shorter fractions and a written-out UTC are read", arguments: [(".5Z", 500), (".25+00:00", 250), (".000Z", 0)])
  func loose(_ tail: String, _ milliseconds: Int64) throws {
    #expect(try RFC3339.parse("1970-01-01T00:00:00\(tail)").milliseconds == milliseconds)
  }

  @Test(
    "what is no time is refused with the place and the reason",
    arguments: [
      ("2026-02-30T10:00:00Z", 8, "month 2 of 2026 has 28 days"),
      ("2025-02-29T10:00:00Z", 8, "month 2 of 2025 has 28 days"),
      ("1900-02-29T10:00:00Z", 8, "month 2 of 1900 has 28 days"),
      ("2026-04-31T10:00:00Z", 8, "month 4 of 2026 has 30 days"),
      ("2026-00-10T10:00:00Z", 5, "the month is 01 to 12"),
      ("2026-13-10T10:00:00Z", 5, "the month is 01 to 12"),
      ("2026-01-00T10:00:00Z", 8, "the day is 01 to 31"),
      ("1899-12-31T10:00:00Z", 0, "the year is 1900 to 9999"),
      ("26-01-01T10:00:00Z", 0, "expected 4 digits"),
      ("2026-01-01T24:00:00Z", 11, "the hour is 00 to 23"),
      ("2026-01-01T10:60:00Z", 14, "the minute is 00 to 59"),
      ("2026-01-01T10:00:60Z", 17, "the second is 00 to 59 (leap seconds are not kept)"),
      ("2026-01-01T10:00Z", 16, "expected ':' and seconds"),
      ("2026-01-01T1:00:00Z", 11, "expected 2 digits"),
      ("2026-01-01t10:00:00Z", 10, "expected a capital T between date and time"),
      ("2026-01-01 10:00:00Z", 10, "expected a capital T between date and time"),
      ("2026-01-01T10:00:00z", 19, "Z must be a capital letter"),
      ("2026-01-01T10:00:00", 19, "expected an offset (Z, -07:00) after the time"),
      ("2026-01-01T10:00:00.Z", 20, "expected digits after the point"),
      ("2026-01-01T10:00:00.1234Z", 23, "times are kept to the millisecond: at most 3 digits"),
      ("2026-01-01T10:00:00+99:99", 19, "the offset is at most 14:00"),
      ("2026-01-01T10:00:00+14:01", 19, "the offset is at most 14:00"),
      ("2026-01-01T10:00:00-07:60", 19, "the offset is at most 14:00"),
      ("2026-01-01T10:00:00-00:00", 19, "offset -00:00 means unknown; write Z or +00:00"),
      ("2026-01-01T10:00:00-0700", 22, "expected ':' in the offset"),
      ("2026-01-01T10:00:00Z ", 20, "unexpected text after the time"),
      ("", 0, "expected 4 digits"),
    ])
  func refused(_ text: String, _ offset: Int, _ message: String) {
    #expect(throws: TimeFault(offset: offset, message: message)) { try RFC3339.parse(text) }
  }

  @Test("every time that is written is read back")
  func roundTrip() throws {
    var random = Seeded(state: 3)
    for turn in 0..<100_000 {
      var milliseconds = Int64.random(in: -2_208_900_000_000...253_402_200_000_000, using: &random)
      if turn % 4 == 0 { milliseconds -= milliseconds % 1_000 }
      let offset = Int.random(in: -56...56, using: &random) * 900
      let text = RFC3339.format(milliseconds: milliseconds, offsetSeconds: offset)
      let read = try RFC3339.parse(text)
      guard read.milliseconds == milliseconds, read.offsetSeconds == offset else {
        Issue.record("\(milliseconds) with \(offset) became \(text)")
        return
      }
    }
  }

  @Test("a clock gone wild is written as an end of the calendar, not a trap", arguments: [Int64.min, Int64.max])
  func extremes(_ milliseconds: Int64) {
    let text = RFC3339.format(milliseconds: milliseconds, offsetSeconds: -25_200)
    #expect(text == (milliseconds < 0 ? "1900-01-01T00:00:00-07:00" : "9999-12-31T23:59:59.999-07:00"))
    #expect(CivilTime(milliseconds: milliseconds).milliseconds() == milliseconds)
  }

  @Test("days, dates and weekdays agree with the system's calendar")
  func calendar() throws {
    var oracle = Calendar(identifier: .gregorian)
    oracle.timeZone = try #require(TimeZone(identifier: "UTC"))
    for day in stride(from: -25_567, to: 2_932_000, by: 997) {
      let date = CivilDate(daysSinceEpoch: day)
      #expect(date.daysSinceEpoch == day)
      let parts = oracle.dateComponents(
        [.year, .month, .day, .weekday], from: Date(timeIntervalSince1970: Double(day) * 86_400))
      #expect(parts.year == date.year && parts.month == date.month && parts.day == date.day)
      #expect(parts.weekday == date.weekday % 7 + 1)
    }
    #expect(CivilDate(daysSinceEpoch: 0).weekday == 4)
    #expect(CivilDate(year: 2024, month: 2, day: 28)?.advanced(byDays: 2) == CivilDate(year: 2024, month: 3, day: 1))
  }
}
