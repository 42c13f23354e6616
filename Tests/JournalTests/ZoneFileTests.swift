import CaseFlow
import Foundation
import Testing

@testable import Journal

@Suite("Time zones from the machine's database")
struct ZoneFileTests {
  static let year2026 = (from: time("2026-01-01T00:00:00Z"), until: time("2027-01-01T00:00:00Z"))

  static func time(_ text: String) -> Int64 { (try? RFC3339.parse(text).milliseconds) ?? .min }

  private func zone(_ name: String) throws -> ZoneOffsets {
    try ZoneFile.offsets(of: name, from: Self.year2026.from, until: Self.year2026.until)
  }

  @Test("Phoenix keeps standard time")
  func phoenix() throws {
    let zone = try zone("America/Phoenix")
    #expect(zone == ZoneOffsets(name: "America/Phoenix", initialOffsetSeconds: -25_200, initialAbbreviation: "MST"))
    #expect(zone.text(Self.time("2026-07-01T12:00:00Z")) == "2026-07-01T05:00:00-07:00")
  }

  @Test(
    "Chicago changes in March and November", arguments: [("America/Chicago", -6, "C"), ("America/Denver", -7, "M")])
  func daylight(_ name: String, _ hours: Int, _ letter: String) throws {
    let zone = try zone(name)
    #expect(zone.initialOffsetSeconds == hours * 3_600)
    let spring = Self.time("2026-03-08T02:00:00Z") - Int64(hours) * 3_600_000
    let fall = Self.time("2026-11-01T01:00:00Z") - Int64(hours) * 3_600_000
    #expect(
      zone.transitions == [
        .init(at: spring, offsetSeconds: (hours + 1) * 3_600, abbreviation: "\(letter)DT"),
        .init(at: fall, offsetSeconds: hours * 3_600, abbreviation: "\(letter)ST"),
      ])
    #expect(zone.text(spring - 1).hasSuffix("01:59:59.999-0\(-hours):00"))
    #expect(zone.text(spring).hasSuffix("03:00:00-0\(-hours - 1):00"))
    #expect(zone.abbreviation(at: spring - 1) == "\(letter)ST")
    #expect(zone.abbreviation(at: spring) == "\(letter)DT")
  }

  @Test("a time the clock skips does not exist and one it repeats exists twice")
  func gapAndOverlap() throws {
    let zone = try zone("America/Chicago")
    let skipped = try #require(local(2026, 3, 8, 2, 30))
    #expect(zone.instants(ofLocal: skipped) == .none(offered: Self.time("2026-03-08T03:30:00-05:00")))
    let twice = try #require(local(2026, 11, 1, 1, 30))
    #expect(
      zone.instants(ofLocal: twice)
        == .two(earlier: Self.time("2026-11-01T01:30:00-05:00"), later: Self.time("2026-11-01T01:30:00-06:00")))
    for (hour, offset) in [(1, "-06:00"), (3, "-05:00")] {
      let plain = try #require(local(2026, 3, 8, hour, 0))
      #expect(zone.instants(ofLocal: plain) == .one(Self.time("2026-03-08T0\(hour):00:00\(offset)")))
    }
  }

  @Test("days of change have 23 and 25 hours, and the year its 365 days")
  func dayLengths() throws {
    let zone = try ZoneFile.offsets(
      of: "America/Chicago", from: Self.time("2025-12-01T00:00:00Z"), until: Self.time("2027-02-01T00:00:00Z"))
    var total: Int64 = 0
    let first = try #require(CivilDate(year: 2026, month: 1, day: 1))
    for day in 0..<365 {
      let date = first.advanced(byDays: day)
      let hours = zone.dayMilliseconds(date) / 3_600_000
      let expected: Int64 = (date.month, date.day) == (3, 8) ? 23 : (date.month, date.day) == (11, 1) ? 25 : 24
      #expect(hours == expected, "\(date)")
      total += zone.dayMilliseconds(date)
    }
    #expect(total == 365 * CivilTime.dayMilliseconds)
  }

  @Test(
    "offsets agree with the system's for decades, past the end of the table",
    arguments: [
      "America/Phoenix", "America/Denver", "America/Chicago", "America/Los_Angeles", "America/Ciudad_Juarez",
      "America/Tijuana", "America/Havana", "Europe/Dublin", "Asia/Kolkata", "Australia/Lord_Howe", "America/Nuuk",
      "Africa/Casablanca", "Pacific/Chatham", "Etc/GMT+7", "UTC",
    ])
  func oracle(_ name: String) throws {
    let oracle = try #require(TimeZone(identifier: name))
    let zone = try ZoneFile.offsets(
      of: name, from: Self.time("1975-01-01T00:00:00Z"), until: Self.time("2090-01-01T00:00:00Z"))
    var random = Seeded(state: 4)
    for _ in 0..<2_000 {
      let seconds = Int64.random(in: 200_000_000...2_140_000_000, using: &random)
      let expected = oracle.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds)))
      #expect(zone.offset(at: seconds * 1_000) == expected, "\(seconds)")
    }
  }

  @Test("the far future follows the rule")
  func future() throws {
    let zone = try ZoneFile.offsets(
      of: "America/Denver", from: Self.time("2080-01-01T00:00:00Z"), until: Self.time("2081-01-01T00:00:00Z"))
    #expect(
      zone.transitions.map { zone.text($0.at) } == ["2080-03-10T03:00:00-06:00", "2080-11-03T01:00:00-07:00"])
    let wild = try ZoneFile.offsets(of: "America/Denver", from: .min, until: .max)
    #expect(wild.initialAbbreviation == "LMT")
  }

  @Test(
    "names cannot lead out of the database",
    arguments: [
      "", "/etc/passwd", "../../etc/passwd", "America/../Denver", "America//Denver", "America/", "a b", "Amé/rica",
      "America/Denver\0", String(repeating: "a", count: 65),
    ])
  func badNames(_ name: String) {
    #expect(throws: ZoneError.badName(name)) { try zone(name) }
  }

  @Test("unknown zones, damaged files and a missing database are told apart")
  func failures() throws {
    #expect(throws: ZoneError.unknown("America/Nowhere")) { try zone("America/Nowhere") }
    #expect(throws: ZoneError.unknown("America")) { try zone("America") }
    let folder = try Folder()
    #expect(throws: ZoneError.noDatabase(folder: folder.path + "/none")) {
      try ZoneFile.offsets(of: "UTC", from: 0, until: 1, folder: folder.path + "/none")
    }
    let good = Array(try Data(contentsOf: URL(fileURLWithPath: ZoneFile.systemFolder + "/America/Denver")))
    let short = try folder.write(Array(good.prefix(900)), as: "Short")
    #expect(throws: ZoneError.damaged(file: short, reason: "cut short")) {
      try ZoneFile.offsets(of: "Short", from: 0, until: 1, folder: folder.path)
    }
    let other = try folder.write(Array("not a zone".utf8), as: "Other")
    #expect(throws: ZoneError.damaged(file: other, reason: "no TZif mark")) {
      try ZoneFile.offsets(of: "Other", from: 0, until: 1, folder: folder.path)
    }
  }

  @Test("no damaged zone file makes the reader trap")
  func mutations() throws {
    let good = Array(try Data(contentsOf: URL(fileURLWithPath: ZoneFile.systemFolder + "/America/Denver")))
    var random = Seeded(state: 5)
    for _ in 0..<300 {
      var bytes = good
      for _ in 0..<3 {
        let place = Int.random(in: bytes.indices, using: &random)
        bytes[Bool.random(using: &random) ? place : place % 60] = UInt8.random(in: 0...255, using: &random)
      }
      if let table = try? TZif(bytes) {
        _ = table.offsets(name: "x", from: Self.year2026.from, until: Self.year2026.until)
      }
    }
  }

  private func local(_ year: Int, _ month: Int, _ day: Int, _ hour: Int, _ minute: Int) -> CivilTime? {
    CivilDate(year: year, month: month, day: day).flatMap { CivilTime(date: $0, hour: hour, minute: minute) }
  }
}
