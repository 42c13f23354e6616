import Foundation
import TestSupport
import Testing

/// An administrator tries thresholds on recorded days.
@Suite("Tuning thresholds on recorded days")
struct TuneTests {
  private static func fixture(_ path: String) -> String {
    PackageRoot.url.appendingPathComponent("Fixtures/\(path)").path
  }

  private func tuned(_ arguments: [String]) throws -> [String: Any] {
    let (result, left) = try Program.run(["tune"] + arguments + ["--format", "json"])
    #expect(result.status == 0, "\(result.errors)")
    #expect(left.isEmpty)
    return try #require(try JSONSerialization.jsonObject(with: result.output) as? [String: Any])
  }

  @Test("the published year: 34 and 17 raw alarms become 3 and 4") func year() throws {
    let work = try WorkFolder(center: false)
    let year = work.path("year.ndjson")
    let (made, _) = try Program.run([
      "synthesize", Self.fixture("data/daily-arrivals-tucson-2021.csv"), "--center",
      Self.fixture("centers/tuning-raw.yaml"), "--out", year,
    ])
    #expect(made.status == 0, "\(made.errors)")
    let report = try tuned([year, "--center", Self.fixture("centers/tuning-steady.yaml")])
    #expect(report["schema"] as? String == "jpc.tune/1")
    let totals = try #require(report["totals"] as? [[String: Any]])
    #expect(totals.map { $0["threshold"] as? String } == ["Many arrivals", "Many people here"])
    #expect(totals.map { $0["before"] as? Int } == [34, 17])
    #expect(totals.map { $0["after"] as? Int } == [3, 4])
    for row in totals {
      let counts = ["lost", "earlier", "later", "same"].compactMap { row[$0] as? Int }
      #expect(counts.reduce(0, +) == row["before"] as? Int)
    }
    let arguments = ["tune", year, "--center", Self.fixture("centers/tuning-steady.yaml")]
    let (text, _) = try Program.run(arguments)
    #expect(text.text.contains("Many arrivals, strained: 34 before, 3 after"))
    #expect(text.output == (try Program.run(arguments).0.output), "the same files give the same bytes")
  }

  @Test("a day's own center file changes nothing, and its alarms are those of its replay") func own() throws {
    let day = Program.day
    let report = try tuned([day, "--center", Self.fixture("centers/training.yaml"), "--against", WorkFolder.training])
    let days = try #require(report["recordings"] as? [[String: Any]])
    let rows = try #require(days.first?["thresholds"] as? [[String: Any]])
    #expect(rows.allSatisfy { $0["before"] as? Int == $0["same"] as? Int })
    let (replayed, _) = try Program.run([
      "replay", day, "--headless", "--format", "json", "--center", WorkFolder.training,
    ])
    let state = try #require(try JSONSerialization.jsonObject(with: replayed.output) as? [String: Any])
    let raised = try #require(state["alarms"] as? [[String: Any]])
    let silent = try #require((days.first?["silent"] as? [String: Int])?["after"])
    #expect(rows.reduce(0) { $0 + ($1["after"] as? Int ?? 0) } + silent == raised.count)
    #expect(raised.count > 5)
  }

  @Test("a delay two minutes longer raises its alarm two minutes later, and nothing else changes") func edited() throws
  {
    let work = try WorkFolder(center: false)
    let yaml = try String(contentsOfFile: WorkFolder.training, encoding: .utf8)
    let later = yaml.replacingOccurrences(
      of: "raise: 25, clear: 10, onDelay: 15", with: "raise: 25, clear: 10, onDelay: 17")
    let file = try work.file("later.yaml", later)
    let report = try tuned([Program.day, "--center", file, "--against", WorkFolder.training])
    let days = try #require(report["recordings"] as? [[String: Any]])
    let rows = try #require(days.first?["thresholds"] as? [[String: Any]])
    let alarms = rows.flatMap { row in
      (row["alarms"] as? [[String: Any]] ?? []).map { (row["threshold"] as? String, $0) }
    }
    let changed = alarms.filter { $0.1["change"] as? String != "same" }
    #expect(changed.map(\.0) == ["People without a place"])
    #expect(changed.map { $0.1["change"] as? String } == ["later"])
    #expect(changed.map { $0.1["shift_s"] as? Int } == [120])
  }

  @Test("a center file with faults is refused with each of them") func refused() throws {
    let work = try WorkFolder(center: false)
    let yaml = try String(contentsOfFile: WorkFolder.training, encoding: .utf8)
    let file = try work.file(
      "wrong.yaml", yaml.replacingOccurrences(of: "raise: 95, clear: 85", with: "raise: 95, clear: 96"))
    let (result, _) = try Program.run(["tune", Program.day, "--center", file])
    #expect(result.status == 65)
    #expect(result.output.isEmpty)
    #expect(result.errorLines.count > 2, "\(result.errors)")
    #expect(result.errorLines.dropLast().allSatisfy { $0.hasPrefix("\(file):") })
    #expect(result.errorLines.last?.contains("jpc check") == true)
  }
}
