import Foundation
import TestSupport
import Testing

/// Reports as their readers get them.
@Suite("Reports")
struct ReportTests {
  private static let golden = PackageRoot.url.appendingPathComponent("Fixtures/reports/2021-12-24.md")

  private func json(_ result: Program.Result) throws -> [String: Any] {
    try #require(result.status == 0, "\(result.errors)")
    return try #require(try JSONSerialization.jsonObject(with: result.output) as? [String: Any])
  }

  @Test("the report of a recorded day is the one that stands beside it") func day() throws {
    let (result, left) = try Program.run(["report", "day", Program.day])
    #expect(result.status == 0 && left.isEmpty, "\(result.errors)")
    if ProcessInfo.processInfo.environment["JPC_UPDATE_PICTURES"] == "1" { try result.output.write(to: Self.golden) }
    #expect(result.text == String(decoding: try Data(contentsOf: Self.golden), as: UTF8.self))
  }

  @Test("the numbers of a day add up, and agree with the replay") func numbers() throws {
    let report = try json(try Program.run(["report", "day", Program.day, "--format", "json"]).0)
    #expect(report["schema"] as? String == "jpc.report/1")
    let before = try #require(report["before"] as? [String: Int])
    let after = try #require(report["after"] as? [String: Int])
    func change(_ name: String) -> Int { (after[name] ?? 0) - (before[name] ?? 0) }
    let gone = ["released", "returned", "transferred", "departed"].map(change).reduce(0, +)
    #expect(change("onRoll") == change("arrived") + change("carriedIn") - gone)
    let outcomes = try #require(report["outcomes"] as? [[String: Any]])
    #expect(outcomes.compactMap { $0["people"] as? Int }.reduce(0, +) == gone)
    let transfers = try #require(report["transfers"] as? [[String: Any]])
    #expect(transfers.compactMap { $0["people"] as? Int }.reduce(0, +) == gone)
    #expect(transfers.allSatisfy { $0["to"] is String })
    let rows = try #require(report["rows"] as? [[String: Any]])
    #expect(rows.compactMap { $0["people"] as? Int }.reduce(0, +) == after["onRoll"])
    let replay = try json(
      try Program.run(["replay", Program.day, "--headless", "--format", "json"]).0)
    #expect((replay["counts"] as? [String: Int])?["arrived"] == after["arrived"])
    let alarms = try #require(report["alarms"] as? [[String: Any]])
    #expect(alarms.count == (replay["alarms"] as? [Any])?.count)
    #expect(alarms.allSatisfy { $0["acknowledgedBy"] is String })
    // Waits are those of the replay.
    func stage(_ document: [String: Any], _ name: String) -> [String: Any]? {
      (document["stages"] as? [[String: Any]])?.first { $0["stage"] as? String == name }
    }
    let waits = try #require(stage(report, "health")?["waits"] as? [String: Any])
    let wait = try #require(stage(replay, "health")?["wait"] as? [String: Any])
    #expect(waits["p90_s"] as? Int == wait["p90_s"] as? Int && waits["p90_s"] is Int)
  }

  /// A center in Denver, where clocks change.
  private func denver() throws -> WorkFolder {
    let work = try WorkFolder(center: false)
    let text = try String(contentsOfFile: WorkFolder.training, encoding: .utf8)
      .replacingOccurrences(of: "America/Phoenix", with: "America/Denver")
    let center = try work.file("denver.yaml", text)
    let made = try work.run(["init", "--center", center, "--now", "2026-03-07T20:00:00-07:00"])
    try #require(made.status == 0, "\(made.errors)")
    return work
  }

  @Test("the day on which clocks go forward has 23 hours, and all of them count") func clockChange() throws {
    let work = try denver()
    for (line, time) in [
      ("arrive f spa", "2026-03-07T23:59:00-07:00"), ("arrive m spa", "2026-03-08T00:00:00-07:00"),
      ("arrive f spa", "2026-03-08T23:59:00-06:00"), ("arrive m spa", "2026-03-09T00:00:00-06:00"),
    ] { #expect(try work.answers([line], at: time).first?.hasPrefix("ACK") == true) }
    let result = try work.run(
      ["report", "day", "--date", "2026-03-08", "--format", "json", "--now", "2026-03-10T12:00:00-06:00"])
    let report = try json(result)
    #expect((report["from"] as? String)?.hasPrefix("2026-03-08T00:00:00") == true)
    #expect((report["from"] as? String)?.hasSuffix("-07:00") == true)
    #expect((report["until"] as? String)?.hasSuffix("-06:00") == true)
    let before = try #require(report["before"] as? [String: Int])
    let after = try #require(report["after"] as? [String: Int])
    #expect(before["arrived"] == 1 && after["arrived"] == 3)
  }

  @Test("a shift is handed over by one person and taken by another, and the sheet says so") func shift() throws {
    let work = try WorkFolder()
    let noon = "2026-03-16T12:00:00-07:00"
    #expect(try work.answers(["arrive fm+7 spa ven", "promise \"Water <for> the *night* bus\" due=22:00"]).count == 2)
    #expect(try work.answers(["sign outgoing"], at: noon).first?.hasPrefix("ACK") == true)
    #expect(try work.answers(["sign incoming"], at: noon).first?.hasPrefix("REFUSED") == true)
    #expect(try work.answers(["sign incoming"], at: noon, by: "ortiz").first?.hasPrefix("ACK") == true)
    let sheet = try work.run(["report", "shift", "--now", noon]).text
    #expect(sheet.contains("- In charge: ortiz") && sheet.contains("- Crisis: -"), "\(sheet)")
    #expect(sheet.contains("Water \\<for\\> the \\*night\\* bus"))
    let html = try work.run(["report", "shift", "--format", "html", "--now", noon]).text
    #expect(html.contains("Water &lt;for&gt; the *night* bus") && !html.contains("<script") && !html.contains("http"))
    let report = try json(try work.run(["report", "shift", "--format", "json", "--now", noon]))
    let handOver = try #require(report["handOver"] as? [String: Any])
    #expect((handOver["signatures"] as? [[String: Any]])?.compactMap { $0["by"] as? String } == ["kim", "ortiz"])
    #expect((handOver["promises"] as? [[String: Any]])?.count == 1)
    #expect(report["inCharge"] as? String == "ortiz")
    #expect(try work.answers(["declare"], at: noon, by: "ortiz").first?.hasPrefix("ACK") == true)
    let crisis = try work.run(["report", "shift", "--now", noon]).text
    #expect(crisis.contains("- Crisis: declared 12:00 by ortiz, goes on"), "\(crisis)")
  }

  @Test("on a young journal the shift begins with its first record, and a day before it is told by its date")
  func young() throws {
    let work = try WorkFolder()
    #expect(try work.answers(["arrive fm+7 spa ven"]).first?.hasPrefix("ACK") == true)
    let report = try json(
      try work.run(["report", "shift", "--format", "json", "--now", "2026-03-16T10:00:00-07:00"]))
    #expect((report["from"] as? String)?.hasPrefix("2026-03-16T09:00:00") == true, "\(report["from"] ?? "")")
    let before = try work.run(["report", "day", "--date", "2026-03-01", "--now", WorkFolder.morning])
    #expect(before.errors.contains("from 16 Mar 2026 to 16 Mar 2026"), "\(before.errors)")
  }

  @Test("nobody is named in a report, whatever is known of them") func noNames() throws {
    let work = try WorkFolder()
    _ = try work.answers(["arrive f34 spa ven", "details 1 family=Quispe given=Marisol"])
    for kind in ["day", "shift"] {
      for format in ["md", "html", "json"] {
        let text = try work.run(["report", kind, "--format", format, "--now", WorkFolder.morning]).text
        #expect(!text.contains("Quispe") && !text.contains("Marisol") && !text.isEmpty)
      }
    }
  }

  @Test("what cannot be reported is told in one line") func refused() throws {
    let work = try WorkFolder()
    for (arguments, status) in [
      (["report", "crisis"], Int32(1)), (["report", "day", "--date", "2026-02-30"], 64),
      (["report", "shift", "--date", "2026-03-16"], 64), (["report", "day", "--date", "1999-01-01"], 64),
      (["report", "day", "nowhere.ndjson"], 66),
    ] {
      let result = try work.run(arguments + ["--now", WorkFolder.morning])
      #expect(result.status == status && result.errorLines.count == 1 && result.text.isEmpty, "\(result.errors)")
    }
  }

  @Test("after a crisis the draft says who did what, and what was not done") func crisis() throws {
    let (result, _) = try Program.run(["report", "crisis", Program.day])
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.text.contains("- Declared: 24 Dec 2021 17:23, sup2"))
    #expect(result.text.contains("| not done, late |") && result.text.contains("## What to change"))
  }
}
