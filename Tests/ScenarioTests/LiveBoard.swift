import Foundation
import TestSupport

/// A data folder of its own and boards on it, as people open them on several terminals.
final class LiveCenterFolder {
  let path: String

  init() {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("jpc-live-\(UUID().uuidString)").path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// A board on the folder, ready for keys.
  func board(
    as name: String = "ana", _ more: [String] = [], columns: Int = 80, rows: Int = 24,
    environment: [String: String] = [:]
  ) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      Program.path, ["board", "--data", path, "--as", name] + more, columns: columns, rows: rows,
      environment: environment)
    try terminal.wait("the board") { $0.screen.text.contains("LIVE") }
    return terminal
  }
}
