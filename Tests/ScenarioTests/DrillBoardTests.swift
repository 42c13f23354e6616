import Foundation
import TestSupport
import Testing

/// A team drills at a board, in a real terminal, by keys.
@Suite("A team drills")
struct DrillBoardTests {
  @Test("it takes over, enters, is told, goes back, takes over again, and leaves two branches")
  func wholeDrill() throws {
    let place = try DrillPlace()
    let before = try place.center()
    let terminal = try place.board(["--speed", "120", "--paused"])
    // Before the takeover nobody enters anything.
    terminal.send("3")
    try terminal.waitFor("T takes over")
    terminal.send("\u{1B}T")
    try terminal.waitFor("b1")
    terminal.send(":charge ana\r")
    try terminal.waitFor("IN CHARGE")
    terminal.send("3fm+7.4 spa ven\r")
    try terminal.waitFor("Families")
    // Time goes on: the gate reports.
    terminal.send("\u{1B}p")
    try terminal.waitFor("Gate, by radio")
    terminal.send("p")
    terminal.settle()
    terminal.send("\u{1B}:goto 17:02\r")
    try terminal.waitFor("17:02:00")
    try terminal.waitForNo("Gate, by radio")
    terminal.send("T")
    try terminal.waitFor("Begin branch 2")
    terminal.settle()
    terminal.send("y")
    try terminal.waitFor("b2")
    terminal.send("X")
    try terminal.waitFor("branch 2 of")
    try terminal.leaveDrill()
    for file in ["branch-2.ndjson", "report-1.md", "report-2.md"] {
      #expect(String(decoding: terminal.output, as: UTF8.self).contains("DRILL \(place.folder)/\(file)"))
    }
    for number in 1...2 {
      let report = try String(contentsOfFile: "\(place.folder)/report-\(number).md", encoding: .utf8)
      #expect(report.hasPrefix("# DRILL - The first ten minutes: after-action report\n"))
    }

    let branches = try place.branches()
    #expect(branches.count == 2)
    let own = branches[0].filter { $0.contains("\"by\":\"ana\"") }
    for type in ["drillTakenOver", "chargeTaken", "partyArrived", "keysCounted"] {
      #expect(own.contains { $0.contains("\"type\":\"\(type)\"") }, "\(type)")
    }
    #expect(branches[1].contains { $0.contains("chargeTaken") }, "what was done before the second takeover is its past")
    #expect(try place.center() == before)
  }

  @Test("DRILL stands on every view, at every size", arguments: [(80, 24), (120, 40), (40, 10)])
  func drillEverywhere(_ columns: Int, _ rows: Int) throws {
    let place = try DrillPlace()
    let terminal = try PseudoTerminal(
      Program.path, ["drill", DrillPlace.scenario, "--as", "ana", "--out", place.folder, "--paused"],
      columns: columns, rows: rows, environment: ["HOME": place.work.root.path])
    try terminal.wait("the drill", seconds: 30) { $0.screen.text.contains("17:01") }
    for isPlayed in [false, true] {
      for key in "1245678X90m?" {
        terminal.send("\(key)")
        terminal.settle(0.05)
        #expect(terminal.screen.text.contains("DRILL"), "\(key) \(isPlayed)\n\(terminal.screen.text)")
      }
      terminal.send("\u{1B}\u{1B}1T")
      terminal.settle(0.1)
    }
  }

  @Test("the team sees nothing of what is to come, the controller does, and fires it") func toCome() throws {
    let place = try DrillPlace()
    let terminal = try place.board()
    terminal.send("TX")
    try terminal.waitFor("branch 1")
    for key in ["X", "m", "5", "6", "1"] {
      terminal.send(key)
      terminal.settle(0.05)
      #expect(!terminal.screen.text.contains("BUS-45") && !terminal.screen.text.contains("bus of 45"), "\(key)")
    }
    terminal.send(":controller\rX")
    try terminal.waitFor("BUS-45")
    terminal.send(":fire BUS-45\r")
    terminal.send(":controller\r")
    try terminal.waitFor("Dispatch: a bus of 45")
    try terminal.leaveDrill()
    #expect(try place.branches()[0].contains { $0.contains("\"type\":\"injectFired\",\"inject\":\"BUS-45\"") })
  }

  @Test("in a real emergency one key ends it at once, and the terminal is as it was") func emergency() throws {
    let place = try DrillPlace()
    let terminal = try place.board()
    // Even while something is typed.
    terminal.send("T3fm+")
    try terminal.waitFor("fm+")
    terminal.send([0x14])
    #expect(try terminal.waitForEnd(seconds: 30) == .exit(0))
    let output = String(decoding: terminal.output, as: UTF8.self)
    #expect(output.contains("REAL EMERGENCY - the drill has ended"))
    #expect(terminal.leftBehind.isEmpty)
    #expect(try place.branches()[0].last?.contains("\"end\":\"emergency\"") == true)
  }

  @Test("what was played is there after a kill") func kill() throws {
    let place = try DrillPlace()
    let terminal = try place.board(["--paused"])
    terminal.send("T:charge ana\r")
    try terminal.waitFor("IN CHARGE")
    terminal.signal(SIGKILL)
    _ = try terminal.waitForEnd()
    let branch = "\(place.folder)/branch-1.ndjson"
    #expect(try place.branches()[0].contains { $0.contains("chargeTaken") && $0.contains("\"by\":\"ana\"") })
    #expect(try place.work.run(["check", branch]).status == 0)
  }

  @Test("a name of somebody simulated is not taken") func simulatedName() throws {
    let place = try DrillPlace()
    let terminal = try PseudoTerminal(
      Program.path, ["drill", DrillPlace.scenario, "--as", "sup3", "--out", place.folder],
      environment: ["HOME": place.work.root.path])
    #expect(try terminal.waitForEnd(seconds: 30) == .exit(64))
    #expect(String(decoding: terminal.output, as: UTF8.self).contains("somebody simulated"))
  }
}

/// Others join at terminals of their own.
@Suite("Others join a drill")
struct DrillJoinTests {
  @Test("the controller at a second terminal fires what the team is told; each sees their own") func controller()
    throws
  {
    let place = try DrillPlace()
    let team = try place.board()
    let controller = try place.join(as: "dora", ["--controller"])
    // Only who sits at the first terminal can let somebody see what is to come.
    try controller.waitFor("ana is asked")
    try team.waitFor("Let dora control the drill?")
    team.send("y")
    try controller.waitFor("You control the drill now")
    team.send("T")
    try controller.waitFor("b1")
    controller.send("X")
    try controller.waitFor("BUS-45")
    team.settle()
    #expect(!team.screen.text.contains("BUS-45"))
    controller.send(":fire BUS-45\r")
    try team.waitFor("Dispatch: a bus of 45")
    // Each has a place, a size and a name of their own.
    controller.resize(columns: 120, rows: 40)
    controller.send("3fm+7 spa\r")
    try controller.waitFor("family f? m? c7")
    team.settle()
    #expect(team.screen.text.contains("STAGE"))
    // One that is lost changes nothing.
    controller.signal(SIGKILL)
    _ = try controller.waitForEnd()
    team.send("\u{1B}2")
    try team.waitFor("Reception · ")
    try team.leaveDrill()
    let branch = try place.branches()[0]
    #expect(branch.contains { $0.contains("\"by\":\"dora\"") && $0.contains("injectFired") })
    #expect(branch.contains { $0.contains("\"by\":\"dora\"") && $0.contains("partyArrived") })
    // Lost, they control it no more.
    let control = branch.filter { $0.contains("\"by\":\"dora\"") && $0.contains("controlTaken") }
    #expect(control.count == 2 && control.last?.contains("\"taken\":false") == true, "\(control)")
    #expect(branch.last?.contains("\"end\":\"left\"") == true)
    #expect(!FileManager.default.fileExists(atPath: "\(place.folder)/drill.sock"))
  }

  @Test("a real emergency told at one terminal ends it at all of them") func emergency() throws {
    let place = try DrillPlace()
    let team = try place.board()
    let guest = try place.join(as: "ben")
    guest.send([0x14])
    for terminal in [team, guest] {
      #expect(try terminal.waitForEnd(seconds: 30) == .exit(0))
      #expect(String(decoding: terminal.output, as: UTF8.self).contains("REAL EMERGENCY - the drill has ended"))
      #expect(terminal.leftBehind.isEmpty)
    }
  }

  @Test("who leaves leaves alone; where nothing is played nobody joins") func leaving() throws {
    let place = try DrillPlace()
    let team = try place.board()
    let guest = try place.join(as: "ben")
    guest.send("Q")
    #expect(try guest.waitForEnd(seconds: 30) == .exit(0))
    team.send("X")
    try team.waitFor("The first ten minutes")
    team.send("Q")
    #expect(try team.waitForEnd(seconds: 30) == .exit(0))
    let late = try place.work.run(["drill", "--join", place.folder])
    #expect(late.status == 66 && late.errors.contains("no drill is played there"))
  }
}
