import Foundation
import TestSupport
import Testing

/// A place of its own for a drill, with a center at work beside it that no drill may touch.
final class DrillPlace {
  let work: WorkFolder
  static let scenario = PackageRoot.url.appendingPathComponent("Fixtures/drills/first-ten-minutes.yaml").path

  init() throws {
    work = try WorkFolder()
    try #require(work.run(["arrive", "fm+7.4", "spa", "ven", "--now", WorkFolder.morning]).status == 0)
  }

  /// Where the branches of this drill go.
  var folder: String { work.path("drill") }

  /// A drill on a terminal, as it is opened.
  func board(
    as name: String = "ana", _ more: [String] = ["--paused"], columns: Int = 100, rows: Int = 30
  ) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      Program.path, ["drill", Self.scenario, "--as", name, "--out", folder] + more, columns: columns, rows: rows,
      environment: ["JPC_DATA": work.data, "HOME": work.root.path])
    try terminal.wait("the drill", seconds: 30) { $0.screen.text.contains("17:01:00") }
    return terminal
  }

  /// One more terminal at the drill.
  func join(as name: String, _ more: [String] = []) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      Program.path, ["drill", "--join", folder, "--as", name] + more, columns: 80, rows: 24,
      environment: ["HOME": work.root.path])
    try terminal.wait("the drill", seconds: 30) { $0.screen.text.contains("DRILL") }
    return terminal
  }

  /// Plays a script; the lines of each branch that it wrote.
  func played(_ script: [String], _ more: [String] = []) throws -> [[String]] {
    let file = try work.file("team.txt", script.map { $0 + "\n" }.joined())
    let out = work.path("headless-\(UUID().uuidString)")
    let result = try work.run(["drill", Self.scenario, "--headless", "--team", file, "--out", out] + more)
    try #require(result.status == 0, "\(result.errors)")
    return try branches(in: out)
  }

  /// The lines of the branches of a folder, in their order; the recorded day beside them is none.
  func branches(in folder: String? = nil) throws -> [[String]] {
    let folder = folder ?? self.folder
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasPrefix("branch-") && $0 != "branch-0.ndjson" }.sorted()
    return try names.map {
      try String(contentsOfFile: "\(folder)/\($0)", encoding: .utf8).split(separator: "\n").map(String.init)
    }
  }

  /// Every file of the center beside, byte for byte.
  func center() throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: work.data) {
      files[name] = FileManager.default.contents(atPath: "\(work.data)/\(name)")
    }
    return files
  }
}

extension PseudoTerminal {
  /// Leaves a drill in which something is played, at its first terminal.
  func leaveDrill() throws {
    send("Q")
    try waitFor("its branches are kept")
    send("y")
    #expect(try waitForEnd(seconds: 60) == .exit(0))
  }

  /// What was printed, screens and all.
  var printed: String { String(decoding: output, as: UTF8.self) }
}
