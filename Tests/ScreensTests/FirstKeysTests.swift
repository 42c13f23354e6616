import Alarms
import Foundation
import Journal
import Screens
import TestSupport
import Testing

/// What an alarm tells its owner to press must do something on the board.
@Suite struct FirstKeysTests {
  /// Every key of the table under the name that help and footer give it.
  private static let known = Set(CommandTable.all.flatMap(\.keys).map(\.plainName))

  private func unknown(_ plan: AlarmPlan) -> [String] {
    plan.thresholds.flatMap { threshold in
      threshold.firstKeys.split(separator: " ").map(String.init).filter { !Self.known.contains($0) }
        .map { "\(threshold.name): \($0)" }
    }
  }

  @Test(arguments: ["training", "large"])
  func theKeysOfACenterAreThoseOfTheTable(_ name: String) throws {
    let path = PackageRoot.url.appendingPathComponent("Fixtures/centers/\(name).yaml").path
    let plan = try CenterFile.read(path).alarms
    #expect(unknown(plan) == [])
    #expect(plan.thresholds.allSatisfy { !$0.firstKeys.isEmpty })
  }

  @Test func theKeysOfTheShippedPlanAreThoseOfTheTable() {
    #expect(unknown(.shipped) == [])
    #expect(AlarmPlan.shipped.thresholds.allSatisfy { !$0.firstKeys.isEmpty })
  }

  /// The thresholds were written when 1 to 4 were to be the stages: the keys existed and led elsewhere.
  @Test(arguments: ["training", "large", nil])
  func theKeysLeadToWhatTheMeasureLooksAt(_ name: String?) throws {
    let plan = try name.map {
      try CenterFile.read(PackageRoot.url.appendingPathComponent("Fixtures/centers/\($0).yaml").path).alarms
    }
    for threshold in (plan ?? .shipped).thresholds {
      let first = threshold.firstKeys.split(separator: " ").first.flatMap { key in
        CommandTable.all.first { $0.keys.contains { $0.plainName == key } }
      }
      #expect(first?.id == Self.view(of: threshold.measure.of), "\(threshold.name)")
    }
  }

  /// The view that shows what a measure counts.
  private static func view(of kind: MeasureKind) -> CommandID {
    switch kind {
    case .areaOccupancy, .kindOccupancy, .centerOccupancy, .unplaced, .coPlacements: .places
    case .oldestWait, .p90Wait, .interpreterShortage, .linkedIllness: .queues
    case .arrivalsOverProcessed, .arrivalsADay, .stockHours: .plan
    case .clocksNear, .predictedBreaches, .openSeparations, .census: .everyone
    case .dataAge: .messages
    case .releasesWithoutReceiver: .leaving
    }
  }
}
