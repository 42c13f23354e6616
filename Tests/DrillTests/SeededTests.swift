import CaseFlow
import Testing

@testable import Drill

@Suite("Seeded random numbers")
struct SeededTests {
  @Test("the generator is xoshiro256** seeded by SplitMix64")
  func reference() {
    // Computed apart from this code, from the published definitions, for the seed 0.
    var random = Seeded(0)
    #expect(random.next() == 0x99EC_5F36_CB75_F2B4)
    #expect(random.next() == 0xBF6E_1F78_4956_452A)
    #expect(random.next() == 0x1A5F_849D_4933_E6E0)
  }

  @Test("streams of one seed differ, and draws stay in their ranges")
  func ranges() {
    var first = Seeded(5, stream: 1)
    var second = Seeded(5, stream: 2)
    #expect(first.next() != second.next())
    for count in [1, 2, 3, 7, 1_000] {
      for _ in 0..<200 { #expect((0..<count).contains(first.below(count))) }
    }
    #expect(first.below(0) == 0)
    #expect(first.pick([Int]()) == nil)
    #expect(first.weighted([0, 0]) == nil)
    for _ in 0..<200 { #expect(first.weighted([0, 1, 0]) == 1) }
  }

  @Test("service times have the mean and the variation of the plan")
  func services() {
    var random = Seeded(3)
    var time = ServiceTime()
    time.meanMinutes = 40
    time.variation = 0.5
    for shape in [ServiceShape.lognormal, .exponential] {
      time.shape = shape
      let minutes = (0..<20_000).map { _ in Double(random.service(time).wholeSeconds) / 60 }
      let mean = minutes.reduce(0, +) / 20_000
      let deviation = (minutes.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 20_000).squareRoot()
      #expect(abs(mean - 40) < 1)
      #expect(abs(deviation / mean - (shape == .lognormal ? 0.5 : 1)) < 0.03)
    }
  }
}
