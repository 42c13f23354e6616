import Foundation
import TestSupport
import Testing

@testable import Journal

/// An installed program has no fixtures beside it and begins with the same center.
@Suite struct TrainingCenterTests {
  @Test func theCenterOfAFirstDayIsTheOneOfTheFixtures() throws {
    let file = PackageRoot.url.appendingPathComponent("Fixtures/centers/training.yaml")
    #expect(TrainingCenter.text == String(decoding: try Data(contentsOf: file), as: UTF8.self))
    #expect(CenterFile.read(TrainingCenter.bytes, file: nil).faults.isEmpty)
  }
}
