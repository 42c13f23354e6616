import CaseFlow
import Screens
import Testing

/// Dates, ages and times as people type them, on 21 November 2026.
@Suite struct TypedDateTests {
  static let today = CivilDate(year: 2026, month: 11, day: 21) ?? CivilDate(daysSinceEpoch: 0)

  private func read(_ text: String, _ order: DateOrder = .dayFirst) -> String? {
    TypedDate(text, today: Self.today, order)?.date.text
  }

  @Test(arguments: [
    ("5", "2026-11-05"), ("21", "2026-11-21"), ("22", "2026-10-22"), ("31", "2026-10-31"),
    ("0512", "2025-12-05"), ("0511", "2026-11-05"), ("05122026", "2026-12-05"), ("5.12.2025", "2025-12-05"),
    ("5/12/25", "2025-12-05"), ("5 12 99", "1999-12-05"), ("2026-12-05", "2026-12-05"), ("051299", "1999-12-05"),
    ("-1", "2026-11-20"), ("+0", "2026-11-21"), ("+1", "2026-11-22"), ("2902", "2024-02-29"),
    ("may", "2026-05"), ("dec", "2025-12"), ("May 2012", "2012-05"), ("5/2012", "2012-05"), ("2012-05", "2012-05"),
    ("1990", "1990"), ("14 may 2012", "2012-05-14"), ("december", "2025-12"),
  ])
  func datesAsTyped(_ typed: String, _ meant: String) { #expect(read(typed) == meant) }

  @Test func theOrderIsTheCenters() {
    #expect(read("05122010", .dayFirst) == "2010-12-05")
    #expect(read("05122010", .monthFirst) == "2010-05-12")
    // A month that cannot be one makes the other number the month; no 31 April becomes another day.
    #expect(read("14052010", .monthFirst) == "2010-05-14")
    #expect(read("05142010", .dayFirst) == "2010-05-14")
    #expect(read("31042010", .dayFirst) == nil)
    #expect(DateOrder(FormTypist.context(rules: "us-2023").center.plan) == .monthFirst)
    #expect(DateOrder(FormTypist.context(rules: "mx-2024").center.plan) == .dayFirst)
  }

  @Test(arguments: [
    "", "x", "0", "32", "3002", "00002026", "29022025", "-", "+-1", "-99999999999999999999", "12345", "1234567",
    "123456789", "5/5/5/5", "ma", "maybe", "2012-13", "５", "1899", "0000", "-40000",
  ])
  func whatIsNoDateIsNone(_ typed: String) { #expect(read(typed) == nil) }

  @Test func agesAndBirthDates() {
    func birth(_ text: String) -> TypedBirth? { TypedBirth(text, today: Self.today, .dayFirst) }
    #expect(birth("34") == .age(years: 34, months: 0))
    #expect(birth("8m") == .age(years: 0, months: 8))
    #expect(birth("c") == .band(.child) && birth("adult") == .band(.adult))
    #expect(birth("1990") == .date(PartialDate(year: 1990)))
    #expect(birth("0512") == nil)
    #expect(birth("8m")?.birthDate(on: Self.today).text == "2026-03")
    #expect(birth("34")?.birthDate(on: Self.today).text == "1992")
    #expect(birth("34")?.birthDate(on: Self.today).isEstimated == true)
    #expect(birth("21112008")?.years(on: Self.today) == 18)
    #expect(birth("22112008")?.years(on: Self.today) == 17)
    // Of two possible ages the lower: a guess never makes a child an adult.
    #expect(birth("2008")?.years(on: Self.today) == 17)
    #expect(birth("2008")?.band(on: Self.today) == .child)
    #expect(birth("2026")?.years(on: Self.today) == 0)
  }

  @Test func whatIsKeptMeansTheSameWhenReadAgain() {
    for text in ["34", "8m", "30m", "c", "a", "1990", "14051990", "5/2012", "0"] {
      let typed = TypedBirth(text, today: Self.today, .monthFirst)
      #expect(typed != nil)
      #expect(typed.flatMap { TypedBirth($0.text, today: Self.today, .dayFirst) } == typed)
    }
  }

  @Test func timesOfArrival() {
    let zone = SmallCenter.zone
    let now = SmallCenter.now  // 24 December 2021, 14:31
    func read(_ text: String) -> String? {
      guard case .at(let instant) = TypedMoment.read(text, now: now, zone, .dayFirst) else { return nil }
      return TypedMoment.text(instant, zone)
    }
    #expect(read("1405") == "2021-12-24 14:05")
    #expect(read("14:05") == "2021-12-24 14:05")
    #expect(read("2305") == "2021-12-23 23:05")
    #expect(read("15/0310") == "2021-12-15 03:10")
    #expect(read("-1 2230") == "2021-12-23 22:30")
    #expect(read("2021-12-20 08:00") == "2021-12-20 08:00")
    for text in ["", "25", "2460", "x", "may 1405", "/", "99/1405", "/1405", "15//1405"] { #expect(read(text) == nil) }
  }

  @Test func aTimeTheClockSkippedOrShowedTwice() {
    let zone = ZoneOffsets(
      name: "America/Denver", initialOffsetSeconds: -25_200, initialAbbreviation: "MST",
      transitions: [
        .init(at: 1_773_565_200_000 - 7 * 86_400_000 + 0, offsetSeconds: -21_600, abbreviation: "MDT"),
        .init(at: 1_793_520_000_000, offsetSeconds: -25_200, abbreviation: "MST"),
      ])
    let spring = Instant(milliseconds: zone.transitions[0].at)
    let before = zone.local(spring.milliseconds - 1)
    let skipped = PartialDate(before.date).text + " 0\(before.hour + 1):30"
    #expect(
      TypedMoment.read(skipped, now: spring + .days(2), zone, .dayFirst) == .skipped(offered: spring + .minutes(30)))
    let fall = Instant(milliseconds: zone.transitions[1].at)
    let twice = TypedMoment.text(fall + .minutes(15), zone)
    #expect(TypedMoment.read(twice, now: fall + .days(1), zone, .dayFirst) == .twice(fall + .minutes(15) - .hours(1)))
  }

  @Test func anyTextIsRead() {
    var random = SystemRandomNumberGenerator()
    let characters = Array("0123456789+-/. maycdefé９\u{202E}")
    for _ in 0..<3_000 {
      let length = Int.random(in: 0...12, using: &random)
      let text = String((0..<length).map { _ in characters[Int.random(in: 0..<characters.count, using: &random)] })
      let date = TypedDate(text, today: Self.today, .dayFirst)?.date
      if let date { #expect(date.days != nil, "\(text)") }
      if let birth = TypedBirth(text, today: Self.today, .monthFirst) {
        #expect((birth.years(on: Self.today) ?? 0) >= 0, "\(text)")
        #expect(TypedBirth(birth.text, today: Self.today, .monthFirst) == birth, "\(text)")
      }
    }
  }
}
