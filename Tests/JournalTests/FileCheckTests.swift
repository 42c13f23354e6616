import CaseFlow
import Foundation
import Journal
import TestSupport
import Testing

/// `jpc check` knows what it is given, and says so.
@Suite("A file is checked as what it is")
struct FileCheckTests {
  private static let plan = CenterFile.read(TrainingCenter.bytes, file: nil).center.plan
  private static let fixtures = PackageRoot.url.appendingPathComponent("Fixtures").path

  private func check(_ path: String) throws -> FileCheck {
    try FileCheck.check(
      path, plan: Self.plan, zone: ZoneOffsets(name: "MST", initialOffsetSeconds: -25_200, initialAbbreviation: "MST"))
  }

  private func check(_ name: String, _ text: String) throws -> FileCheck {
    let folder = NSTemporaryDirectory() + "check-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try text.write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
    return try check("\(folder)/\(name)")
  }

  @Test("a pipe, which gives what it holds once, is checked like a file")
  func pipe() throws {
    let path = NSTemporaryDirectory() + "check-\(UUID().uuidString).csv"
    try #require(mkfifo(path, 0o600) == 0)
    defer { unlink(path) }
    let list = try Data(contentsOf: URL(fileURLWithPath: "\(Self.fixtures)/lists/roster.csv"))
    let writer = Thread { try? list.write(to: URL(fileURLWithPath: path), options: []) }
    writer.start()
    let found = try check(path)
    #expect(found.kind == .roster && found.faults.isEmpty, "\(found.faults)")
  }

  @Test("every file that comes with jpc is what its folder says, and sound")
  func fixtures() throws {
    let folders: [String: FileKind] = [
      "centers": .centerFile, "drills": .scenario, "profiles": .dayProfile, "data": .dayTable,
    ]
    for (folder, kind) in folders {
      let names = try FileManager.default.contentsOfDirectory(atPath: "\(Self.fixtures)/\(folder)")
      for name in names where !name.hasSuffix(".md") {
        let check = try check("\(Self.fixtures)/\(folder)/\(name)")
        #expect(check.kind == kind && check.faults.isEmpty, "\(name): \(check.faults)")
      }
    }
    for (name, kind) in [("appointments", FileKind.appointments), ("census", .census), ("roster", .roster)] {
      let check = try check("\(Self.fixtures)/lists/\(name).csv")
      #expect(check.kind == kind && check.faults.isEmpty, "\(name): \(check.faults)")
    }
  }

  @Test("what jpc does not read is told so, not what would be wrong with it as a center file")
  func others() throws {
    for name in ["data/README.md", "reports/2021-12-24.md"] {
      let check = try check("\(Self.fixtures)/\(name)")
      #expect(
        check.kind == nil && check.faults.map(\.message).first?.hasPrefix("no file that can be") == true, "\(name)")
    }
    for name in ["clock-cases", "csv-cells", "names"] {
      let check = try check("\(Self.fixtures)/hostile/\(name).ndjson")
      #expect(check.faults.map(\.message).first?.hasPrefix("not a recording:") == true, "\(name): \(check.faults)")
    }
    let answer = try check("figures.json", "{\"schema\":\"jpc.drill/1\",\"teams\":[]}\n")
    #expect(answer.faults.map(\.message).first?.hasPrefix("an answer of jpc (jpc.drill/1)") == true)
    let table = try check("people.csv", "name,colour\nAna,red\n")
    #expect(table.faults.map(\.message).first?.hasPrefix("no file that can be") == true)
  }

  @Test("a fault in a profile or a list stands where it is")
  func faults() throws {
    let list = try check("any.csv", "reference,expected,people\nA-1,2026-03-16 09:30,0\n")
    #expect(list.kind == .appointments && list.faults.map { [$0.line, $0.column] } == [[2, 22]], "\(list.faults)")
    let profile = try check("day.json", "{\"day\":\"2021-13-24\",\n\"arrivals_by_quarter_hour\":[]}")
    #expect(profile.kind == .dayProfile && profile.faults.count == 1, "\(profile.faults)")
    let spaced = try check("semicolons.csv", "reference;expected\nA-1;2026-03-16 09:30\n")
    #expect(spaced.faults.count == 1 && spaced.faults[0].message.contains("comma"), "\(spaced.faults)")
  }
}
