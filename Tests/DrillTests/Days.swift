import Alarms
import CaseFlow
import Foundation
import Journal
import TestSupport

@testable import Drill

/// What the tests of this room share: the published days, the centers of the fixtures, and days made of both.
enum Days {
  static let published = ["2021-03-08", "2021-06-15", "2021-10-18", "2021-12-24", "2022-01-01"]
  static let zone = ZoneOffsets(name: "America/Phoenix", initialOffsetSeconds: -25_200, initialAbbreviation: "MST")
  static let fixtures = "\(PackageRoot.url.path)/Fixtures"

  static func center(_ name: String) throws -> CenterFile { try CenterFile.read("\(fixtures)/centers/\(name).yaml") }

  static func profile(_ day: String) throws -> DayProfile {
    try DayProfileFile.read("\(fixtures)/profiles/\(day).json")
  }

  static func synthesized(_ day: String, seed: UInt64, ucShare: Double? = nil) throws -> SynthesizedDay {
    let file = try center("training")
    return synthesize(
      try profile(day), plan: file.plan, alarms: file.alarms, zone: zone, seed: seed, ucShare: ucShare)
  }

  /// The days that several tests look at, made once.
  static let samples: Result<[SynthesizedDay], any Error> = Result {
    try published.map { try synthesized($0, seed: 1) } + [
      synthesized("2021-12-24", seed: 2, ucShare: 0.06), synthesized("2021-06-15", seed: 3, ucShare: 0.5),
      // One on which a crisis is stood down before midnight.
      synthesized("2021-12-24", seed: 3),
    ]
  }
}

extension SynthesizedDay {
  /// The arrivals of the recorded day.
  var arrivals: [(record: Record, party: PartyArrived)] {
    records.compactMap { record in
      guard case .partyArrived(let party) = record.event else { return nil }
      return (record, party)
    }
  }

  func events(_ fits: (Event) -> Bool) -> Int { records.count { fits($0.event) } }
}
