import Glibc
import TestSupport
import Testing

// The terminal contract, on a real process: whatever happens, the terminal is as it was.
@Suite struct ContractTests {
  static func probe(
    columns: Int = 80, rows: Int = 24, _ environment: [String: String] = [:], deafShell: Bool = false
  ) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      PackageRoot.program("TerminalProbe"), columns: columns, rows: rows, environment: environment,
      deafShell: deafShell)
    try terminal.waitFor("last none")
    return terminal
  }

  @Test func quittingRestoresTheTerminal() throws {
    let terminal = try Self.probe()
    #expect(terminal.leftBehind.contains("alternate screen"))
    #expect(terminal.leftBehind.contains("bracketed paste"))
    #expect(terminal.leftBehind.contains("modes"))
    terminal.send("q")
    #expect(try terminal.waitForEnd() == .exit(0))
    #expect(terminal.leftBehind == [])
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT])
  func everySignalRestoresTheTerminalAndIsSeenByWhoeverWaits(number: Int32) throws {
    let terminal = try Self.probe()
    terminal.signal(number)
    #expect(try terminal.waitForEnd() == .signal(number))
    #expect(terminal.leftBehind == [])
  }

  @Test func interruptAndQuitKeysEndTheProgram() throws {
    for (key, number) in [("\u{3}", SIGINT), ("\u{1C}", SIGQUIT)] {
      let terminal = try Self.probe()
      terminal.send(key)
      #expect(try terminal.waitForEnd() == .signal(number))
      #expect(terminal.leftBehind == [])
    }
  }

  @Test func aTrapAnAbortAndAnExitInTheProgramRestoreTheTerminal() throws {
    for key in ["x", "a", "e"] {
      let terminal = try Self.probe()
      terminal.send(key)
      let ending = try terminal.waitForEnd()
      #expect(key == "e" ? ending == .exit(7) : ending != .exit(0))
      #expect(terminal.leftBehind == [])
    }
  }

  @Test func theKeyAndTheSignalStopTheProgramAndItComesBackWhole() throws {
    for byKey in [true, false] {
      let terminal = try Self.probe()
      terminal.send("jjj")
      try terminal.waitFor("keys 3 last j")
      let before = terminal.screen.lines.dropFirst()
      if byKey { terminal.send("\u{1A}") } else { terminal.signal(SIGTSTP) }
      try terminal.wait("stopped") { $0.isStopped }
      terminal.settle(0.02)
      #expect(terminal.leftBehind == [])
      terminal.resize(columns: 80, rows: 24)  // a blank screen; the size is the same
      terminal.signal(SIGCONT)
      try terminal.waitFor("continued 1")
      #expect(terminal.screen.lines.dropFirst() == before)
      #expect(terminal.leftBehind.contains("bracketed paste"))
      terminal.send("jq")
      #expect(try terminal.waitForEnd() == .exit(0))
      #expect(terminal.leftBehind == [])
    }
  }

  @Test func aStopNobodyCanCatchIsRepaintedToo() throws {
    let terminal = try Self.probe()
    terminal.signal(SIGSTOP)
    try terminal.wait("stopped") { $0.isStopped }
    terminal.resize(columns: 100, rows: 30)
    terminal.signal(SIGCONT)
    try terminal.waitFor("continued 1")
    try terminal.waitFor("100x30")
    terminal.send("q")
    #expect(try terminal.waitForEnd() == .exit(0))
    #expect(terminal.leftBehind == [])
  }

  @Test(arguments: [false, true])
  func aTerminalThatGoesAwayEndsTheProgramAtOnce(nobodyTellsIt: Bool) throws {
    let terminal = try Self.probe(deafShell: nobodyTellsIt)
    terminal.hangUp()
    try terminal.waitForEnd(seconds: 3)
  }

  @Test func anEndThatFindsTheTerminalBlockedStillComes() throws {
    let terminal = try Self.probe(columns: 200, rows: 60)
    // Nobody reads, so that the program fills the terminal's queue and waits in a write.
    for _ in 0..<40 {
      terminal.signal(SIGSTOP)
      usleep(2_000)
      terminal.signal(SIGCONT)
      usleep(5_000)
    }
    terminal.signal(SIGTERM)
    let began = PseudoTerminal.now()
    while !terminal.hasEnded, PseudoTerminal.now() - began < 9 { usleep(20_000) }
    #expect(terminal.ending == .signal(SIGTERM))
  }

  @Test func sizesDownToOneCellAndBackAreDrawn() throws {
    let terminal = try Self.probe()
    for (columns, rows) in [(60, 12), (20, 5), (8, 3), (2, 2), (1, 1), (200, 60), (80, 24)] {
      terminal.resize(columns: columns, rows: rows)
      terminal.settle(0.05)
      #expect(!terminal.hasEnded)
    }
    try terminal.waitFor("80x24")
    try terminal.waitFor("last none")
  }

  @Test func aProgramStartsInOneCell() throws {
    for size in [1, 2] {
      let terminal = try PseudoTerminal(PackageRoot.program("TerminalProbe"), columns: size, rows: size)
      try terminal.wait("something drawn") { $0.screen.text.contains("P") || $0.screen.text.contains("─") }
      terminal.send("jq")
      #expect(try terminal.waitForEnd() == .exit(0))
    }
  }

  @Test func aBurstOfSizesIsOneRepaint() throws {
    let terminal = try Self.probe()
    terminal.settle(0.05)
    for step in 0..<100 { terminal.resize(columns: 60 + step % 60, rows: 20 + step % 20) }
    let mark = terminal.output.count
    terminal.resize(columns: 80, rows: 24)
    try terminal.waitFor("80x24")
    terminal.settle(0.1)
    let clears = String(decoding: terminal.output[mark...], as: UTF8.self).components("\u{1B}[H\u{1B}[2J")
    // One, or two on a machine so busy that the burst itself pauses.
    #expect((1...2).contains(clears))
  }

  @Test func standardErrorGoesToTheLogWhileTheScreenIsOurs() throws {
    let path = "/tmp/jpc-probe-\(getpid())-\(UInt32.random(in: 0...UInt32.max)).log"
    defer { unlink(path) }
    let terminal = try Self.probe(["PROBE_LOG": path])
    terminal.send("q")
    #expect(try terminal.waitForEnd() == .exit(0))
    #expect(!String(decoding: terminal.output, as: UTF8.self).contains("drawn"))
    var facts = stat()
    #expect(stat(path, &facts) == 0 && facts.st_size > 0)
    #expect(facts.st_mode & 0o777 == 0o600)
  }
}

extension String {
  /// How often another text occurs.
  func components(_ text: String) -> Int {
    let own = Array(unicodeScalars)
    let other = Array(text.unicodeScalars)
    return own.indices.count { own[$0...].starts(with: other) }
  }
}
