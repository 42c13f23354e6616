import CaseFlow
import Journal
import Testing

@testable import Drill

@Suite("The recorded days of the fixtures")
struct FixtureDaysTests {
  @Test("are read without a fault, are those of their profiles, and say what is real", arguments: Days.published)
  func published(_ name: String) throws {
    let recording = try Recording.read("\(Days.fixtures)/days/\(name).ndjson")
    let profile = try Days.profile(name)
    #expect(recording.warnings.isEmpty)
    #expect(recording.header.source.text == profile.sourceStatement())
    #expect(recording.header.source.text.contains("kendramlyons/guest-analysis-CAWC"))
    #expect(recording.header.until - recording.header.from == .days(1))
    #expect(recording.rules.code == Code("us-2021"))
    var sizes: [Int: Int] = [:]
    for record in recording.records {
      if case .partyArrived(let party) = record.event { sizes[party.members.count, default: 0] += 1 }
    }
    #expect(sizes == profile.partiesBySize)
  }

  @Test("the surge brings 2,000 people to the large center")
  func surge() throws {
    let recording = try Recording.read("\(Days.fixtures)/days/surge.ndjson")
    var people = 0
    for record in recording.records {
      if case .partyArrived(let party) = record.event { people += party.members.count }
    }
    #expect(people == 2_000)
    #expect(recording.plan.code == Code("LRG"))
    #expect(recording.header.source.text.hasPrefix("Nothing here happened."))
  }
}
