import ArgumentParser
import CaseFlow
import Drill
import Journal
import Screens

/// `jpc spot N`: cases to look for on the floor.
struct Spot: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print cases to verify on the floor.",
    discussion: """
      Cases on roll, drawn by lot: go and see whether their people, place and step are as the journal says. The draw \
      follows from the journal's last entry, so that nobody chooses the cases, and the same list can be printed again.
      """)

  /// More than anyone walks the floor with.
  private static let most = 1...1_000

  @Argument(help: "How many.")
  var count: Int

  @OptionGroup var folder: DataFolder
  @OptionGroup var time: ClockOption

  func run() throws {
    try reporting { () throws(Failure) in
      guard Spot.most ~= count else { throw .usage("\(count) is not a number from 1 to \(Spot.most.upperBound)") }
      let center = try WorkingCenter(folder.path(), clock: time.clock())
      let cases = drawn(from: center.live.center)
      let model = center.model
      let lines = [center.plan.name + ", " + center.live.zone.text(model.now.milliseconds)] + model.spotRows(cases)
      standardOutput(lines.map { $0 + "\n" }.joined())
    }
  }

  /// A draw without repeats, fixed by the number of the last entry and its time.
  private func drawn(from center: Center) -> [CaseID] {
    var lot = Seeded(UInt64(bitPattern: center.seq), stream: UInt64(bitPattern: center.now.milliseconds))
    var cases = center.casesOnRoll.map(\.id)
    lot.shuffle(&cases)
    return Array(cases.prefix(count))
  }
}
