import Foundation
import TestSupport
import Testing

/// The sound of alarms, as a terminal gets it: the byte 7. Nobody touches the board; a person comes in by a script.
@Suite("The bell of a live board")
struct BellTests {
  /// A board on a center with one threshold, which the first person raises.
  private func board(_ level: String) throws -> (WorkFolder, PseudoTerminal) {
    let work = try WorkFolder(center: false)
    let text = try String(contentsOfFile: WorkFolder.training, encoding: .utf8)
    let before = try #require(text.range(of: "\nthresholds:\n"))
    let after = try #require(text.range(of: "\n# The crisis rule"))
    let thresholds = """

      thresholds:
        - name: Anyone here
          measure: { of: census }
          levels: [{ level: \(level), raise: 1, clear: 0 }]
          owner: shift-lead
          consequence: Nobody looks.
          actMinutes: 5

      """
    let center = try work.file("bell.yaml", text[..<before.lowerBound] + thresholds + text[after.lowerBound...])
    let made = try work.run(["init", "--center", center, "--now", WorkFolder.morning])
    try #require(made.status == 0, "\(made.errors)")
    let terminal = try PseudoTerminal(Program.path, ["board", "--data", work.data, "--as", "ana"])
    try terminal.waitFor("LIVE")
    terminal.settle(0.3)
    #expect(Self.rings(terminal) == 0)
    #expect(try work.answers(["arrive m24 spa"]).first?.hasPrefix("ACK") == true)
    try terminal.wait("a ring") { Self.rings($0) == 1 }
    return (work, terminal)
  }

  private static func rings(_ terminal: PseudoTerminal) -> Int { terminal.output.count { $0 == 7 } }

  /// Reads for some seconds.
  private func listen(_ terminal: PseudoTerminal, _ seconds: Double) {
    let end = PseudoTerminal.now() + seconds
    while PseudoTerminal.now() < end { terminal.read(0.1) }
  }

  @Test("rings once for a watch and for strained, and not again within seconds", arguments: ["watch", "strained"])
  func once(level: String) throws {
    let (_, terminal) = try board(level)
    listen(terminal, 4)
    #expect(Self.rings(terminal) == 1)
  }

  @Test("rings for a crisis every ten seconds, and is silent once it is muted") func crisis() throws {
    let (_, terminal) = try board("crisis")
    let first = PseudoTerminal.now()
    try terminal.wait("another ring", seconds: 20) { Self.rings($0) == 2 }
    #expect(PseudoTerminal.now() - first > 8)
    terminal.send("\u{E}")
    try terminal.waitFor("muted 10m")
    let heard = Self.rings(terminal)
    listen(terminal, 12)
    #expect(Self.rings(terminal) == heard)
  }

  @Test("is silent for an alarm that somebody took") func taken() throws {
    let (work, terminal) = try board("crisis")
    #expect(try work.answers(["ack Anyone here"]).first?.hasPrefix("ACK") == true)
    try terminal.waitForNo("UNOWNED")
    let heard = Self.rings(terminal)
    listen(terminal, 12)
    #expect(Self.rings(terminal) == heard)
  }
}
