import Foundation
import TestSupport
import Testing

/// A data folder of its own for a test, with the training center in it, and the program run on it.
final class WorkFolder {
  let root: URL
  var data: String { root.appendingPathComponent("data").path }
  static let training = PackageRoot.url.appendingPathComponent("Fixtures/centers/training.yaml").path
  /// A morning in Tucson: the clock of every run that is told no other.
  static let morning = "2026-03-16T09:00:00-07:00"

  /// An empty place; with a center unless told otherwise.
  init(center: Bool = true) throws {
    root = FileManager.default.temporaryDirectory.appendingPathComponent("jpc-work-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    guard center else { return }
    let made = try run(["init", "--center", Self.training, "--now", Self.morning])
    try #require(made.status == 0, "\(made.errors)")
  }

  deinit {
    // A test may have taken the right to write away.
    _ = chmod(data, 0o700)
    try? FileManager.default.removeItem(at: root)
  }

  /// The path of a file beside the data folder.
  func path(_ name: String) -> String { root.appendingPathComponent(name).path }

  /// A file beside the data folder.
  func file(_ name: String, _ text: String) throws -> String {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path(name)))
    return path(name)
  }

  /// The program on this folder, as kim, to its end.
  @discardableResult
  func run(_ arguments: [String], input: Data? = nil, by: String = "kim") throws -> Program.Result {
    let process = process(arguments, by: by)
    let output = Pipe()
    let errors = Pipe()
    process.standardOutput = output
    process.standardError = errors
    let sent = Pipe()
    process.standardInput = input == nil ? FileHandle.nullDevice : sent
    try process.run()
    if let input {
      try sent.fileHandleForWriting.write(contentsOf: input)
      try sent.fileHandleForWriting.close()
    }
    let data = output.fileHandleForReading.readDataToEndOfFile()
    let said = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Program.Result(
      status: process.terminationStatus, output: data, errors: String(decoding: said, as: UTF8.self))
  }

  /// Lines through `jpc do --stdin`; the answers, one a line.
  func answers(_ lines: [String], at time: String = WorkFolder.morning, by: String = "kim") throws -> [String] {
    let input = Data(lines.map { $0 + "\n" }.joined().utf8)
    return try run(["do", "--stdin", "--now", time], input: input, by: by).lines
  }

  /// The state as outside tools read it.
  func status(at time: String = WorkFolder.morning) throws -> [String: Any] {
    let result = try run(["status", "--format", "json", "--now", time])
    try #require(result.status == 0, "\(result.errors)")
    return try #require(try JSONSerialization.jsonObject(with: result.output) as? [String: Any])
  }

  func count(_ name: String) throws -> Int? { (try status()["counts"] as? [String: Int])?[name] }

  /// A run that is not started yet.
  func process(_ arguments: [String], by: String = "kim") -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Program.path)
    process.arguments = arguments
    process.currentDirectoryURL = root
    process.environment = ProcessInfo.processInfo.environment.merging(["JPC_DATA": data, "JPC_USER": by]) { $1 }
    return process
  }
}

extension Program.Result {
  var lines: [String] { text.split(separator: "\n").map(String.init) }
}

/// A terminal without a screen: a program that is asked line by line and waited for.
final class Asked {
  private let process: Process
  private let input = Pipe()
  private let output = Pipe()
  private var pending = Data()

  init(_ process: Process) throws {
    self.process = process
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
  }

  deinit { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }

  var processID: pid_t { process.processIdentifier }

  /// Sends a line and waits for its answer; nil when the program has ended.
  func ask(_ line: String) throws -> String? {
    try send(line)
    return answer()
  }

  func send(_ line: String) throws { try input.fileHandleForWriting.write(contentsOf: Data((line + "\n").utf8)) }

  func answer() -> String? {
    while true {
      if let end = pending.firstIndex(of: 10) {
        let line = String(decoding: pending[pending.startIndex..<end], as: UTF8.self)
        pending.removeSubrange(pending.startIndex...end)
        return line
      }
      let more = output.fileHandleForReading.availableData
      if more.isEmpty { return nil }
      pending.append(more)
    }
  }

  /// Ends the input and waits for the program's own end.
  func finish() throws -> Int32 {
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    return process.terminationStatus
  }

  /// Ends it as a power cut does.
  func cutPower() {
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  /// Stops listening, without a word.
  func closeAnswers() throws { try output.fileHandleForReading.close() }
}
