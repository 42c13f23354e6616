import Alarms
import CaseFlow
import Journal
import Testing

@testable import Drill

/// What the tests of this room share: the published days and the centers of the fixtures.
enum Days {
  static let published = ["2021-03-08", "2021-06-15", "2021-10-18", "2021-12-24", "2022-01-01"]
  static let zone = ZoneOffsets(name: "America/Phoenix", initialOffsetSeconds: -25_200, initialAbbreviation: "MST")

  static let fixtures = String(#filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }) + "/Fixtures"

  static func center(_ name: String) throws -> CenterFile { try CenterFile.read("\(fixtures)/centers/\(name).yaml") }

  static func profile(_ day: String) throws -> DayProfile { try DayProfileFile.read("\(fixtures)/profiles/\(day).json") }

  static func synthesized(_ day: String, seed: UInt64, ucShare: Double? = nil) throws -> SynthesizedDay {
    let file = try center("training")
    return synthesize(
      try profile(day), plan: file.plan, alarms: file.alarms, zone: zone, seed: seed, ucShare: ucShare)
  }
}
