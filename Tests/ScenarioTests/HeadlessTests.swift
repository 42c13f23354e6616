import Foundation
import TestSupport
import Testing

/// The headless replay keeps its contract with outside tools.
@Suite("A recorded day without a screen")
struct HeadlessTests {
  private func report(_ arguments: [String]) throws -> [String: Any] {
    let (result, left) = try Program.run(["replay", Program.day, "--headless", "--format", "json"] + arguments)
    #expect(result.status == 0, "\(result.errors)")
    #expect(left.isEmpty)
    return try #require(try JSONSerialization.jsonObject(with: result.output) as? [String: Any])
  }

  @Test("prints exactly the document of the contract") func contract() throws {
    let report = try report([])
    #expect(report["schema"] as? String == "jpc.replay/1")
    #expect(
      Set(report.keys) == [
        "schema", "at", "events", "digest", "counts", "stages", "areas", "alarms", "crisis", "clocks", "refusals",
      ])
    let counts = try #require(report["counts"] as? [String: Int])
    let gone = ["released", "returned", "transferred", "departed"].compactMap { counts[$0] }.reduce(0, +)
    #expect(counts["arrived"] == 294)
    #expect(try #require(counts["carriedIn"]) + 294 == (try #require(counts["onRoll"])) + gone)
    #expect(counts["onRoll"] == (try #require(counts["onSite"])) + (try #require(counts["away"])))
    let stages = try #require(report["stages"] as? [[String: Any]])
    #expect(stages.compactMap { $0["stage"] as? String } == ["reception", "health", "interview", "caseManagement"])
    for stage in stages {
      #expect(Set(stage.keys) == ["stage", "waiting", "inService", "onHold", "done", "wait", "desks", "capacity"])
    }
    #expect((report["digest"] as? String)?.count == 64)
  }

  @Test("an instant has one digest, however the end is named") func digest() throws {
    let one = try report(["--until", "15:00"])
    let other = try report(["--until", "2021-12-24T22:00:00Z"])
    let later = try report(["--until", "15:30"])
    #expect(one["digest"] as? String == other["digest"] as? String)
    #expect(one["digest"] as? String != later["digest"] as? String)
    #expect(one["at"] as? String == "2021-12-24T15:00:00-07:00")
  }

  @Test("a center without that receiver would have refused what happened; it counts all the same") func otherCenter()
    throws
  {
    let training = PackageRoot.url.appendingPathComponent("Fixtures/centers/training.yaml")
    let fewer = try String(contentsOf: training, encoding: .utf8)
      .replacingOccurrences(of: "casa-puente", with: "casa-otra")
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("fewer-\(UUID().uuidString).yaml")
    try fewer.write(to: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: file) }
    let here = try report([])
    let there = try report(["--center", file.path])
    #expect(here["refusals"] as? Int == 0)
    #expect((there["refusals"] as? Int ?? 0) > 5)
    #expect(here["events"] as? Int == there["events"] as? Int)
    #expect((here["counts"] as? [String: Int])?["onRoll"] == (there["counts"] as? [String: Int])?["onRoll"])
  }

  @Test(
    "every view is printed as plain text, in ASCII without control codes",
    arguments: [
      "overview", "reception", "interview", "childrenAlone", "alarms", "plan", "places", "leaving", "everyone",
    ])
  func plain(_ view: String) throws {
    let (result, _) = try Program.run(["replay", Program.day, "--plain", "--view", view, "--from", "15:00"])
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.allSatisfy { $0 == 10 || (32..<127).contains($0) })
    #expect(result.output.count > 200)
  }
}
