import Foundation
import TestSupport
import Testing

/// The report of a drill as those who were there get it.
@Suite("The report of a drill")
struct DrillReportTests {
  /// Ten minutes of a team of two, as a script plays them.
  private static let script = """
    17:01 takeover
    17:02 vega charge vega
    17:03:30 vega promise "Forty people walk up from the bus stop"
    17:05 vega declare
    17:05:20 vega undo
    17:06 ruiz reserve hall
    17:10:30 ruiz take F-1 1

    """

  private struct Played {
    var work: WorkFolder
    var folder: String
    var branch: String { folder + "/branch-1.ndjson" }
  }

  private func play() throws -> (played: Played, result: Program.Result) {
    let work = try WorkFolder(center: false)
    let team = try work.file("team.txt", Self.script)
    let scenario = PackageRoot.url.appendingPathComponent("Fixtures/drills/first-ten-minutes.yaml").path
    let folder = work.path("drill")
    let result = try work.run([
      "drill", scenario, "--headless", "--team", team, "--out", folder, "--report", work.path("report.md"),
    ])
    try #require(result.status == 0, "\(result.errors)")
    // It tells of cases, as the folder does.
    let mode = try FileManager.default.attributesOfItem(atPath: work.path("report.md"))[.posixPermissions] as? Int
    #expect(mode == 0o600)
    return (Played(work: work, folder: folder), result)
  }

  private func json(_ work: WorkFolder, _ file: String) throws -> [String: Any] {
    let result = try work.run(["report", "drill", file, "--format", "json"])
    try #require(result.status == 0, "\(result.errors)")
    return try #require(try JSONSerialization.jsonObject(with: result.output) as? [String: Any])
  }

  @Test("says DRILL, what was done in time, and by which record, and names nobody")
  func report() throws {
    let (played, result) = try play()
    #expect(result.text.hasPrefix("DRILL - The first ten minutes, branch 1\nExpected actions: 5 in time, 0 late"))
    let text = try String(contentsOfFile: played.work.path("report.md"), encoding: .utf8)
    #expect(text.hasPrefix("# DRILL - The first ten minutes: after-action report\n"))
    for name in ["vega", "ruiz"] { #expect(!text.contains(name), "\(name)") }
    for part in [
      "## Strengths", "## Gaps", "## Improvement plan", "## Expected actions", "## Timeline", "## Hot wash",
      "doing nothing", "recorded day", "team-1 is in charge", "Refused by rule order",
    ] { #expect(text.contains(part), "\(part)") }
  }

  @Test("every number of evidence is a record of the branch that says so")
  func evidence() throws {
    let played = try play().played
    let report = try json(played.work, played.branch)
    #expect(report["schema"] as? String == "jpc.drill/1" && report["drill"] as? Bool == true)
    let lines = try String(contentsOfFile: played.branch, encoding: .utf8).split(separator: "\n").dropFirst()
    let records = try lines.map { try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] ?? [:] }
    let types = Dictionary(
      records.map { ($0["seq"] as? Int ?? 0, $0["type"] as? String ?? "") }, uniquingKeysWith: { first, _ in first })
    let expected = [
      "COMMAND": "chargeTaken", "NOTE": "promiseMade", "DECLARE": "crisisDeclared", "HALL": "reserveOrdered",
      "OWNER": "actionTaken",
    ]
    for action in try #require(report["actions"] as? [[String: Any]]) {
      let seq = try #require((action["evidence"] as? [Int])?.first, "\(action)")
      #expect(types[seq] == expected[action["action"] as? String ?? ""])
      #expect(action["state"] as? String == "done")
    }
    let refusals = try #require(report["refusals"] as? [[String: Any]])
    #expect(refusals.count == 1 && refusals[0]["rule"] as? String == "order")
    let courses = try #require(report["courses"] as? [[String: Any]])
    #expect(courses.count == 3 && courses[2]["doingNothing"] as? Bool == true)
  }

  @Test("is drafted from the recording of the branch alone, wherever that lies; then nothing is beside it")
  func alone() throws {
    let played = try play().played
    let elsewhere = try WorkFolder(center: false)
    let copy = elsewhere.path("kept.ndjson")
    try FileManager.default.copyItem(atPath: played.branch, toPath: copy)
    let alone = try json(elsewhere, copy)
    let beside = try json(played.work, played.branch)
    for part in ["actions", "alarms", "clocks", "waits", "people", "refusals", "work"] {
      #expect((alone[part] as? NSObject) == (beside[part] as? NSObject), "\(part)")
    }
    #expect((alone["courses"] as? [Any])?.count == 1)
    let html = try elsewhere.run(["report", "drill", copy, "--format", "html"]).text
    #expect(html.hasPrefix("<!DOCTYPE html>") && html.contains("<h1>DRILL - ") && !html.contains("<script"))
  }

  @Test("of a recorded day, of no recording, or to a file of another kind it says what to do")
  func refusals() throws {
    let work = try WorkFolder(center: false)
    let day = try work.run(["report", "drill", Program.day])
    #expect(day.status == 65 && day.errors.contains("is of no drill"))
    let none = try work.run(["report", "drill"])
    #expect(none.status == 64 && none.errors.contains("jpc report drill FOLDER/branch-1.ndjson"))
    let scenario = PackageRoot.url.appendingPathComponent("Fixtures/drills/first-ten-minutes.yaml").path
    let other = try work.run(["drill", scenario, "--headless", "--team", "rules", "--report", "report.doc"])
    #expect(other.status == 64 && other.errors.contains(".md, .html or .json"))
  }
}
