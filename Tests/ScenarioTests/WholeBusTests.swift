import Foundation
import Glibc
import TestSupport
import Testing

/// A first day at the gate: fifty-eight people of twenty families get off a bus, and one operator enters them from a
/// paper list, with mistakes, corrections, an interruption and a power cut.
@Suite("A whole bus", .serialized)
struct WholeBusTests {
  static let now = "2026-03-16T09:00:00-07:00"

  @Test("is entered in a real terminal, and every number, place, clock and missing detail is right") func wholeBus()
    throws
  {
    let center = LiveCenterFolder()
    var gate = try board(center, "ana", "arrive")
    try enter("bus 58 spa ven 16/0310", gate, shows: "announced 58")
    try enter("fm+7.4", gate, shows: "0001-R Families A")
    try mistakes(gate)
    for (line, shown) in [
      ("fm+9.5.2", "0005-"), ("/17 kek gt", "0006-"), ("f71/11.8gm", "0009-"), ("m", "0010-"), ("fm+6", "0011-"),
      ("f+12.10", "0012-"),
    ] { try enter(line, gate, shows: shown) }
    try interrupted(gate)
    try enter("fm+1", gate, shows: "0014-")
    try formWithNames(gate)
    try formBegunAsALine(gate)
    gate = try cut(gate, center)
    for (line, shown) in [
      ("f+8", "0018-"), ("fm+11.7.3", "0019-"), ("m28", "0020-"), ("f+2.1", "0021-"), ("fm+15.13.9.6", "0022-"),
    ] { try enter(line, gate, shows: shown) }
    try reconciled(gate)
    try corrected(gate)
    // Of one family everything is known; of all others something is still to be asked.
    gate.send("3")
    try gate.waitFor("TO DO  details are missing of 21 cases")
    gate.send("t")
    try gate.waitFor("STILL TO ASK")
    try gate.waitForNo("0015-")
    gate.send("Q")
    #expect(try gate.waitForEnd() == .exit(0))
    try keyedAgain(center)
    try judge(center)
  }

  private func board(_ center: LiveCenterFolder, _ name: String, _ view: String) throws -> PseudoTerminal {
    try center.board(as: name, ["--view", view, "--now", Self.now])
  }

  /// Types a line and waits until the screen says what became of it.
  private func enter(_ line: String, _ gate: PseudoTerminal, shows text: String) throws {
    gate.send(line + "\r")
    try gate.wait("\(line): \(text)") {
      $0.screen.text.contains(text) && !$0.screen.text.contains("> \(line)")
    }
  }

  /// An age that nobody has, put right where it stands; and a wrong person, entered and taken back by one key.
  private func mistakes(_ gate: PseudoTerminal) throws {
    gate.send("f+300")
    try gate.waitFor("^^^")
    gate.send("\r")
    try gate.waitFor("> f+300")
    gate.send("\u{7F}\u{7F}.0 -pi")
    try gate.waitFor("pregnant")
    gate.send("\r")
    try gate.waitFor("0002-")
    try enter("m34", gate, shows: "0003-")
    gate.send("u")
    try gate.waitFor("entered 7,")
    // A number that was given is never given again.
    try enter("f34", gate, shows: "0004-")
  }

  /// Somebody asks for something in the middle of a line: the board is looked at, the line waits.
  private func interrupted(_ gate: PseudoTerminal) throws {
    gate.send("m45 por")
    try gate.waitFor("Portuguese")
    gate.send("\u{1B}")
    try gate.waitFor("ON ROLL 24 ")
    gate.send("3")
    try gate.waitFor("> m45 por")
    try enter(" bra", gate, shows: "0013-")
  }

  /// A family of three with names, dates, needs and a document: nothing is left to ask of them.
  private func formWithNames(_ gate: PseudoTerminal) throws {
    gate.send("\t")
    try gate.waitFor("ARRIVAL FORM, person 1 of 1")
    gate.send("Quispe Mamani\rRosa\rf14051990AB123\r-\r\u{0E}")
    try gate.waitFor("person 2 of 2")
    gate.send("Abel\rm03021988p\r-\u{0E}")
    try gate.waitFor("person 3 of 3")
    gate.send("Luz\rf25122015c\r-\u{04}")
    try gate.waitFor("0015-")
    gate.send("\u{1B}")
    try gate.waitFor("one line a party")
  }

  /// A party begun as a line and finished in the form, filed by Enter at the summary; Enter held down files nothing.
  private func formBegunAsALine(_ gate: PseudoTerminal) throws {
    gate.send("f34+6f\t")
    try gate.waitFor("ARRIVAL FORM, person 1 of 2")
    gate.send("Rojas\rAna\r\r\r\r\r\r")
    gate.send("Rojas\rEva\r\r\r\r\r\r")
    try gate.waitFor("▸Note")
    gate.send("\r")
    try gate.waitFor("Enter files")
    for _ in 0..<12 {
      gate.send("\r")
      gate.read(0.03)
    }
    try gate.waitFor("Enter was held down")
    #expect(!gate.screen.text.contains("0016-"))
    gate.settle(0.3)
    gate.send("\r")
    try gate.waitFor("0016-")
    gate.send("\u{1B}")
    try gate.waitFor("one line a party")
  }

  /// The power goes in the middle of a line; what was confirmed and what was typed is there, and nothing is asked.
  private func cut(_ gate: PseudoTerminal, _ center: LiveCenterFolder) throws -> PseudoTerminal {
    gate.send("fm+4")
    try gate.waitFor("their child 4")
    gate.settle()
    gate.signal(SIGKILL)
    #expect(try gate.waitForEnd() == .signal(SIGKILL))
    let again = try board(center, "ana", "arrive")
    try again.waitFor("> fm+4")
    #expect(again.screen.text.contains("entered 33,"))
    try enter(".3", again, shows: "0017-")
    return again
  }

  /// The manifest is not closed before its numbers agree.
  private func reconciled(_ gate: PseudoTerminal) throws {
    try enter("bus count 58", gate, shows: "entered 54, counted 58, announced 58")
    gate.send("bus close\r")
    try gate.wait("the refusal") { $0.screen.text.contains("> bus close") && $0.screen.text.contains("54") }
    gate.send("\u{15}")
    try enter("fm+5.0", gate, shows: "entered 58, counted 58, announced 58")
    try enter("bus close", gate, shows: "no bus open")
  }

  /// The child of a family is sixteen, not six: said on the page of the case by the number of the entry.
  private func corrected(_ gate: PseudoTerminal) throws {
    // The number is that of a person of another case too: both are found, the case that bears it first.
    gate.send("\u{1B}/0011\r")
    try gate.waitFor("Found: 0011 · 2 cases")
    gate.send("\r")
    try gate.waitFor("CASE 0011")
    try gate.waitFor("3 people arrived")
    let line = try #require(gate.screen.text.split(separator: "\n").first { $0.contains("3 people arrived") })
    let entry = try #require(line.split(separator: "[").last?.prefix { $0.isNumber })
    let child = try #require(
      gate.screen.text.split(separator: "\n").first { $0.contains("own child") }?.split(separator: " ").first)
    gate.send(":correct \(entry) person=\(child) age=16\r")
    try gate.waitFor("is 16")
  }

  /// A second person keys the newest names again from the paper; a key that is refused rings once, however long it is held.
  private func keyedAgain(_ center: LiveCenterFolder) throws {
    let second = try board(center, "ben", "arrive")
    try second.waitFor("LAST ENTRIES")
    second.send("v")
    try second.waitFor("SECOND KEYING by ben")
    #expect(!second.screen.text.contains("Rojas"))
    second.send("Rojas\rAnna\r")
    try second.waitFor("First Ana, now Anna")
    #expect(second.output.count { $0 == 7 } == 1)
    second.send("\r34\rRojas\rEva\r6\r")
    try second.waitFor("1 difference, Enter files")
    second.send(Array(repeating: "\u{0E}", count: 50).joined())
    try second.waitFor("adds nobody")
    #expect(second.output.count { $0 == 7 } <= 3)
    second.send("\r")
    try second.waitFor("was keyed again by a second person, changed: given names.")
    second.send("Q")
    try second.waitForEnd()
  }

  /// What other programs read afterwards.
  private func judge(_ center: LiveCenterFolder) throws {
    let data = ["--data", center.path, "--now", Self.now]
    let (status, _) = try Program.run(["status", "--format", "json"] + data)
    let root = try #require(try JSONSerialization.jsonObject(with: status.output) as? [String: Any])
    let counts = try #require(root["counts"] as? [String: Int])
    #expect(counts["onRoll"] == 58 && counts["unplaced"] == 0)
    #expect((root["buses"] as? [Any])?.isEmpty == true)
    let areas = try #require(root["areas"] as? [[String: Any]])
    let occupied = Dictionary(
      areas.compactMap { area in (area["area"] as? String).map { ($0, area["occupied"] as? Int ?? -1) } }
    ) { $1 }
    #expect(occupied["families-a"] == 50 && occupied["men-a"] == 3)
    #expect(occupied["women-a"] == 2 && occupied["children-a"] == 3)
    let clocks = try #require(root["clocks"] as? [[String: Any]])
    let custody = clocks.filter { $0["clock"] as? String == "custody" }
    #expect(custody.count == 22)
    #expect(custody.allSatisfy { ($0["due"] as? String)?.hasPrefix("2026-03-19T03:10:00") == true })
    #expect(Set(custody.compactMap { $0["case"] as? Int }).count == 22)
    let (verified, _) = try Program.run(["verify", "--data", center.path])
    #expect(verified.status == 0)
  }
}
