import Alarms
import CaseFlow
import Journal
import Testing

@testable import Drill

@Suite struct SimulatedDayTests {
  @Test func aDayRuns() throws {
    let day = try Days.synthesized("2021-12-24", seed: 1)
    print(day.records.count, day.opening.counts, day.closing.counts, day.refusals, day.unmet)
  }
}
