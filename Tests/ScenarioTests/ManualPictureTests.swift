import Foundation
import TestSupport
import Testing

/// The pictures in the manual are what the program draws today. To make them again:
///
///     JPC_UPDATE_PICTURES=1 swift test --filter ManualPictureTests
@Suite("The manual's pictures")
struct ManualPictureTests {
  @Test(
    "show the board as it is",
    arguments: [
      ("overview-80x24", "overview", "80x24", "16:40"), ("overview-120x40", "overview", "120x40", "17:20"),
      ("overview-200x60", "overview", "200x60", "17:20"), ("queue", "interview", "120x40", "17:20"),
      ("children-alone", "childrenAlone", "80x24", "16:40"), ("alarms", "alarms", "120x40", "17:20"),
      ("plan", "plan", "120x40", "17:20"), ("places", "places", "120x40", "17:20"),
      ("leaving", "leaving", "120x40", "17:20"),
    ])
  func pictures(_ name: String, _ view: String, _ size: String, _ time: String) throws {
    let (result, _) = try Program.run([
      "replay", Program.day, "--picture", "--view", view, "--size", size, "--from", time,
    ])
    #expect(result.status == 0, "\(result.errors)")
    let file = PackageRoot.url.appendingPathComponent("docs/pictures/\(name).svg")
    if ProcessInfo.processInfo.environment["JPC_UPDATE_PICTURES"] == "1" {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try result.output.write(to: file)
    }
    let kept = try? Data(contentsOf: file)
    #expect(
      kept == result.output,
      "docs/pictures/\(name).svg is not what the program draws; look at it and run JPC_UPDATE_PICTURES=1 swift test")
  }
}
