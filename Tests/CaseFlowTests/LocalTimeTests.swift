import CaseFlow
import Testing

@Suite("The clock on the wall")
struct LocalTimeTests {
  /// Chicago around the changes of 2024: 10 March 08:00 UTC and 3 November 07:00 UTC.
  private let chicago = ZoneOffsets(
    name: "America/Chicago", initialOffsetSeconds: -21_600, initialAbbreviation: "CST",
    transitions: [
      .init(at: 1_730_617_200_000, offsetSeconds: -21_600, abbreviation: "CST"),
      .init(at: 1_710_057_600_000, offsetSeconds: -18_000, abbreviation: "CDT"),
    ])

  private func local(_ month: Int, _ day: Int, _ hour: Int, _ minute: Int = 0) throws -> CivilTime {
    let date = try #require(CivilDate(year: 2024, month: month, day: day))
    return try #require(CivilTime(date: date, hour: hour, minute: minute))
  }

  @Test("skips an hour in spring and repeats one in autumn")
  func changes() throws {
    let spring = chicago.transitions[0].at
    #expect(chicago.abbreviation(at: spring - 1) == "CST" && chicago.abbreviation(at: spring) == "CDT")
    #expect(chicago.offset(at: spring) == -18_000 && chicago.transition(at: spring - 1) == nil)
    #expect(chicago.local(spring) == (try local(3, 10, 3)))
    #expect(chicago.text(spring - 60_000) == "2024-03-10T01:59:00-06:00")
    let kinds = [try local(3, 10, 2, 30), try local(11, 3, 1, 30), try local(7, 1, 12)].map {
      "\(chicago.instants(ofLocal: $0))"
    }
    #expect(Set(kinds.map { $0.prefix(4) }).count == 3, "none, two and one: \(kinds)")
    let short = try #require(CivilDate(year: 2024, month: 3, day: 10))
    let long = try #require(CivilDate(year: 2024, month: 11, day: 3))
    #expect(chicago.dayMilliseconds(short) == 23 * 3_600_000 && chicago.dayMilliseconds(long) == 25 * 3_600_000)
    #expect(chicago.local(chicago.startOfDay(long)) == (try local(11, 3, 0)))
  }

  @Test("writes what it reads, and refuses what no clock shows")
  func text() throws {
    for text in ["2021-12-24T10:15:00-07:00", "1969-12-31T23:59:59.001Z", "2000-02-29T12:00:00+14:00"] {
      let read = try RFC3339.parse(text)
      #expect(RFC3339.format(milliseconds: read.milliseconds, offsetSeconds: read.offsetSeconds) == text)
    }
    for text in [
      "", "2021", "2021-02-30T00:00:00Z", "2021-01-01T24:00:00Z", "2021-01-01T00:60:00Z", "2021-01-01T00:00:60Z",
      "2021-01-01T00:00:00+99:99", "2021-01-01T00:00:00", "2021-01-01t00:00:00Z", "2021-01-01T00:00:00Z ",
      "2021-01-01T00:00:00.Z", "2021-13-01T00:00:00Z", "1899-12-31T00:00:00Z", "2021-1-01T00:00:00Z",
    ] {
      #expect(throws: TimeFault.self, "\(text)") { try RFC3339.parse(text) }
    }
  }

  @Test("counts days over all years and knows the weekday")
  func days() throws {
    for days in stride(from: -25_567, to: 2_932_897, by: 997) {
      let date = CivilDate(daysSinceEpoch: days)
      #expect(date.daysSinceEpoch == days)
      #expect(CivilDate(year: date.year, month: date.month, day: date.day) == date)
      #expect(date.advanced(byDays: 1) > date && date.advanced(byDays: 7).weekday == date.weekday)
    }
    #expect(CivilDate(daysSinceEpoch: 0).weekday == 4)
    #expect(CivilDate(year: 1900, month: 2, day: 29) == nil && CivilDate(year: 2000, month: 2, day: 29) != nil)
    let time = CivilTime(milliseconds: -1)
    #expect(time.millisecond == 999 && time.milliseconds() == -1 && time.millisecondOfDay == 86_399_999)
    #expect(CivilTime(milliseconds: 0) > time)
  }
}
