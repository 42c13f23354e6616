import Glibc
import TestSupport
import Testing

// What the terminal is sent: for its kind, its locale, and never more than needed.
@Suite struct DisplayTests {
  /// The sequences that set a color.
  private static func colorCount(_ output: [UInt8]) -> Int {
    let text = String(decoding: output, as: UTF8.self)
    return text.matches(of: /\u{1B}\[[0-9;]*m/).count { match in
      match.output.dropFirst(2).dropLast().split(separator: ";").contains { number in
        Int(number).map { (30...38).contains($0) || (40...48).contains($0) || (90...107).contains($0) } ?? false
      }
    }
  }

  private static func highBytes(_ output: [UInt8]) -> Int { output.count { $0 > 0x7F } }

  @Test func aModernTerminalShowsEverything() throws {
    let terminal = try ContractTests.probe(columns: 100)
    #expect(terminal.screen.text.contains("Muñoz Ibañez 王小明"))
    #expect(terminal.screen.text.contains("▁▂▃▄▅▆▇"))
    #expect(Self.colorCount(terminal.output) > 0)
    #expect(terminal.screen.attributes(of: "PROBE")?.reverse == true)
    #expect(terminal.screen.attributes(of: "keys 0")?.bold == true)
    expectPicture(terminal.screen.text + "\n", named: "terminal/probe-100x24")
  }

  @Test func plainLocalesGetPureASCII() throws {
    for (locale, term) in [("C", "xterm-256color"), ("POSIX", "linux"), ("C", "vt100")] {
      let terminal = try ContractTests.probe(columns: 100, ["LC_ALL": locale, "TERM": term])
      terminal.send("jjjk")
      try terminal.waitFor("keys 4")
      #expect(Self.highBytes(terminal.output) == 0)
      #expect(!terminal.output.contains(0x0E))
      let repetitions = String(decoding: terminal.output, as: UTF8.self).matches(of: /\u{1B}\[[0-9]+b/)
      #expect(repetitions.isEmpty)
      #expect(terminal.screen.text.contains("Munoz Ibanez ? ? ?"))
      #expect(terminal.screen.text.contains("._-=+*#"))
    }
  }

  @Test func aLocaleThatIsNotInstalledButNamesUTF8IsUTF8() throws {
    let terminal = try ContractTests.probe(["LC_ALL": "xx_YY.UTF-8"])
    #expect(terminal.screen.text.contains("王小明"))
  }

  @Test func noColorMeansAttributesOnly() throws {
    let terminal = try ContractTests.probe(["NO_COLOR": "1"])
    #expect(Self.colorCount(terminal.output) == 0)
    #expect(terminal.screen.attributes(of: "PROBE")?.reverse == true)
  }

  @Test(arguments: ["xterm", "screen", "linux", "vt100", "vt220", "xterm-mono", "ansi"])
  func everyTerminalThatCanPlaceACursorIsServed(term: String) throws {
    guard
      access("/usr/share/terminfo/\(term.prefix(1))/\(term)", R_OK) == 0
        || access("/lib/terminfo/\(term.prefix(1))/\(term)", R_OK) == 0
    else { return }
    let terminal = try ContractTests.probe(["TERM": term])
    terminal.send("\u{1B}[B")
    try terminal.waitFor("keys 1 last Down")
    let isXterm = term.hasPrefix("xterm") || term == "screen"
    #expect(terminal.screen.isOn(2004) == isXterm)
    if ["vt100", "vt220", "xterm-mono"].contains(term) { #expect(Self.colorCount(terminal.output) == 0) }
    terminal.send("q")
    #expect(try terminal.waitForEnd() == .exit(0))
    #expect(terminal.leftBehind == [])
  }

  @Test(arguments: [("dumb", "cannot place a cursor"), ("no-such-term", "is unknown here"), ("", "TERM is not set")])
  func aTerminalThatCannotBeServedIsToldInASentence(term: String, sentence: String) throws {
    let terminal = try PseudoTerminal(PackageRoot.program("TerminalProbe"), environment: ["TERM": term])
    #expect(try terminal.waitForEnd() == .exit(64))
    #expect(terminal.screen.text.contains(sentence))
    #expect(terminal.screen.text.contains("--plain"))
    #expect(terminal.leftBehind == [])
  }

  @Test func nothingIsWrittenWhenNothingChanged() throws {
    let terminal = try ContractTests.probe()
    terminal.send("k")  // already on the first row, but the count of keys changes
    try terminal.waitFor("keys 1")
    terminal.settle()
    let mark = terminal.output.count
    terminal.signal(SIGWINCH)  // the same size: one repaint at most, then silence
    terminal.settle(0.2)
    let repainted = terminal.output.count
    terminal.settle(0.3)
    #expect(terminal.output.count == repainted)
    #expect(repainted - mark < 20_000)
  }

  @Test func aMoveOfTheSelectionCostsFewBytes() throws {
    let terminal = try ContractTests.probe(columns: 120, rows: 40)
    terminal.settle()
    for step in 1...20 {
      let mark = terminal.output.count
      terminal.send("j")
      try terminal.waitFor("keys \(step) ")
      terminal.settle(0.02)
      #expect(terminal.output.count - mark <= 400)
      #expect(terminal.screen.cursor.row == step + 1)
    }
  }

  @Test func twoThousandKeysAtOnceCostFewDrawings() throws {
    let terminal = try ContractTests.probe(columns: 120, rows: 40)
    terminal.settle()
    let mark = terminal.output.count
    terminal.send(String(repeating: "j", count: 2000))
    try terminal.waitFor("keys 2000")
    #expect(terminal.output.count - mark <= 2000 * 40)
  }

  @Test func scrollingShowsTheSameAsDrawingWhole() throws {
    let terminal = try ContractTests.probe(columns: 90, rows: 12)
    for _ in 0..<30 {
      terminal.send("j")
      terminal.settle(0.01)
    }
    try terminal.waitFor("keys 30")
    let scrolled = terminal.screen.lines
    terminal.resize(columns: 90, rows: 12)
    terminal.signal(SIGWINCH)
    try terminal.wait("drawn whole") { $0.screen.lines == scrolled }
  }

  @Test func escapeAloneAnswersSoonAndASplitArrowIsAnArrow() throws {
    let terminal = try ContractTests.probe()
    terminal.send("\u{1B}")
    try terminal.waitFor("keys 1 last Esc")
    terminal.send("\u{1B}")
    usleep(2_000)
    terminal.send("[B")
    try terminal.waitFor("keys 2 last Down")
    terminal.send("\u{1B}[200~two\rlines\u{1B}[201~")
    try terminal.waitFor("keys 3 last paste of 9")
    terminal.send(Array("\u{1B}[<0;99999999999999999999;1M\u{1B}[99999999999999999999~".utf8) + [0xFF, 0xC3, 0x28])
    try terminal.waitFor("last (")
  }
}
