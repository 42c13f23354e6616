import Foundation
import TestSupport
import Testing

/// The program itself, run as its users run it.
enum Program {
  static let path = PackageRoot.program("jpc")
  static let day = PackageRoot.url.appendingPathComponent("Fixtures/days/2021-12-24.ndjson").path

  /// What a run without a terminal left behind.
  struct Result {
    var status: Int32
    var output: Data
    var errors: String
    var text: String { String(decoding: output, as: UTF8.self) }
    var errorLines: [Substring] { errors.split(separator: "\n", omittingEmptySubsequences: true) }
  }

  /// Runs the program without a terminal, in an empty folder of its own, and says what it left there.
  static func run(_ arguments: [String], environment: [String: String] = [:]) throws -> (Result, leftBehind: [String]) {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("jpc-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let output = Pipe()
    let errors = folder.appendingPathComponent(".errors")
    try Data().write(to: errors)
    process.standardOutput = output
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let said = try String(contentsOf: errors, encoding: .utf8)
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0 != ".errors" }
    return (Result(status: process.terminationStatus, output: data, errors: said), left)
  }

  /// A terminal with the recorded day on it, paused at a local time.
  static func board(
    at time: String = "15:00", columns: Int = 80, rows: Int = 24, _ more: [String] = [],
    environment: [String: String] = [:]
  ) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      path, ["replay", day, "--paused", "--from", time, "--as", "ortiz"] + more, columns: columns, rows: rows,
      environment: environment)
    try terminal.waitFor("Reception")
    return terminal
  }
}
