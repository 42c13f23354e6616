import TestSupport
import Testing

/// A supervisor watches a recorded day, in a real terminal, by keys.
@Suite("A supervisor watches 24 December")
struct WatchingTests {
  @Test("the board at three in the afternoon", arguments: [(80, 24), (120, 40), (200, 60)])
  func overview(_ columns: Int, _ rows: Int) throws {
    let terminal = try Program.board(columns: columns, rows: rows)
    terminal.settle()
    expectPicture(terminal.screen.text, named: "day-overview-\(columns)x\(rows)")
  }

  @Test("the same board in pure ASCII") func ascii() throws {
    let terminal = try Program.board(environment: ["LC_ALL": "C"])
    terminal.settle()
    #expect(terminal.output.allSatisfy { $0 < 128 })
    expectPicture(terminal.screen.text, named: "day-overview-80x24-ascii")
  }

  @Test("the same board without color") func mono() throws {
    let terminal = try Program.board(environment: ["NO_COLOR": "1"])
    terminal.settle()
    let text = String(decoding: terminal.output, as: UTF8.self)
    #expect(text.firstMatch(of: /\u{1B}\[[0-9;]*(3[0-7]|4[0-7]|38;5|48;5|9[0-7])[0-9;]*m/) == nil)
    expectPicture(terminal.screen.text, named: "day-overview-80x24")
  }

  @Test("moving through time by keys: arrows, events, goto") func time() throws {
    let terminal = try Program.board()
    terminal.send("\u{1B}[C")
    try terminal.waitFor("15:15:00")
    terminal.send("\u{1B}[D\u{1B}[D")
    try terminal.waitFor("14:45:00")
    terminal.send(":goto 16:20\r")
    try terminal.waitFor("16:20:00")
    terminal.settle()
    let there = terminal.screen.text
    terminal.send(">")
    try terminal.wait("another moment shown") { $0.screen.text != there }
    terminal.send("<")
    try terminal.wait("an earlier moment shown") { !$0.screen.text.contains("16:20:00") }
    terminal.send(":goto 16:20\r")
    try terminal.waitFor("16:20:00")
    terminal.settle()
    // Any instant reached any way shows the same.
    #expect(terminal.screen.text == there)
  }

  @Test("a playing day moves, a paused one is silent") func playing() throws {
    let terminal = try Program.board()
    terminal.settle(0.4)
    let quiet = terminal.output.count
    _ = terminal.read(0.8)
    #expect(terminal.output.count == quiet)
    terminal.send("]p")
    try terminal.wait("time went on") { !$0.screen.text.contains("15:00:00") && $0.screen.text.contains("120") }
    terminal.send("p")
    terminal.settle(0.4)
    let stopped = terminal.output.count
    _ = terminal.read(0.6)
    #expect(terminal.output.count == stopped)
  }

  @Test("the next alarm is found, taken, and has an owner") func alarm() throws {
    let terminal = try Program.board(at: "08:00", columns: 120, rows: 40)
    terminal.send("!")
    try terminal.waitFor("Paused where the next alarm is raised")
    try terminal.waitFor("UNOWNED")
    terminal.send("a")
    try terminal.waitFor("ortiz")
    try terminal.waitForNo("UNOWNED")
    // The answer belongs to its moment: before it, nobody had given it.
    terminal.send("\u{1B}[D")
    try terminal.wait("nobody's answer") { !$0.screen.text.contains("ortiz") }
  }

  @Test("a crisis is declared by a typed word and stood down the same way") func crisis() throws {
    let terminal = try Program.board(at: "16:00", columns: 120, rows: 40)
    terminal.send("6")
    try terminal.waitFor("No crisis")
    terminal.send("D")
    try terminal.waitFor("Declare a crisis?")
    terminal.send("no\r")
    terminal.settle()
    try terminal.waitForNo("declared by")
    // The question stays, so that what is typed next is no command.
    try terminal.waitFor("the word is crisis")
    try terminal.waitFor("Declare a crisis?")
    terminal.send("crisis\r")
    try terminal.waitFor("declared by ortiz")
    terminal.send("jt")
    try terminal.waitFor("1/3")
    terminal.send("S")
    try terminal.waitFor("Stand the crisis down?")
    terminal.send("stand down\r")
    try terminal.waitFor("No crisis")
  }

  @Test("keys typed before the question never declare a crisis") func typedAhead() throws {
    let terminal = try Program.board(at: "16:40", columns: 120, rows: 40)
    terminal.send("6Dcrisis\r")
    terminal.settle(0.4)
    try terminal.waitForNo("declared by")
  }

  @Test("a queue opens, a case opens with its timeline, and Esc comes back to the same place") func queue() throws {
    let terminal = try Program.board(columns: 120, rows: 40)
    terminal.send("jjj\r")
    terminal.settle()
    let queue = terminal.screen.text
    terminal.send("j\r")
    try terminal.wait("the case's timeline") {
      $0.screen.text.contains("TIMELINE") || $0.screen.text.contains("Timeline")
    }
    terminal.send("\u{1B}")
    try terminal.wait("the queue again") { $0.screen.text.contains(queue.split(separator: "\n")[2]) }
    terminal.send("q")
    try terminal.waitFor("ON ROLL")
  }

  @Test("help, palette, find and filter answer on the same screen") func words() throws {
    let terminal = try Program.board(columns: 120, rows: 40)
    terminal.send("?")
    try terminal.waitFor("quit")
    terminal.send("\u{1B}")
    try terminal.waitFor("ON ROLL")
    terminal.send("0")
    terminal.settle()
    terminal.send("\\lang:por\r")
    terminal.settle()
    #expect(terminal.screen.text.contains("por"))
    terminal.send("\u{1B}")
    terminal.settle()
    terminal.send("x")
    try terminal.waitFor("?")
  }

  @Test("quit leaves the terminal as it was") func quit() throws {
    let terminal = try Program.board()
    terminal.send("q")
    #expect(try terminal.waitForEnd() == .exit(0))
    #expect(terminal.leftBehind.isEmpty)
  }

  @Test("suspended, continued, resized to nothing and back, it is whole") func whole() throws {
    let terminal = try Program.board()
    terminal.settle()
    let before = terminal.screen.text
    terminal.send("\u{1A}")
    try terminal.wait("stopped") { $0.isStopped }
    terminal.settle()
    #expect(terminal.leftBehind.isEmpty)
    terminal.signal(18)
    terminal.settle(0.3)
    for (columns, rows) in [(1, 1), (40, 10), (2, 2), (80, 24)] {
      terminal.resize(columns: columns, rows: rows)
      terminal.settle(0.2)
    }
    try terminal.wait("the same board") { $0.screen.text == before }
  }
}
