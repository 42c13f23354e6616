import Foundation
import TestSupport
import Testing

/// The line protocol as scripts and scanners speak it.
@Suite("Commands from the shell")
struct DoTests {
  @Test("an arrival is answered with its id, its first record and the number to call out") func arrival() throws {
    let work = try WorkFolder()
    let result = try work.run(["arrive", "fm+7.4", "spa", "ven", "--now", WorkFolder.morning])
    #expect(result.status == 0 && result.lines.count == 1, "\(result.text) \(result.errors)")
    let words = result.text.split(whereSeparator: \.isWhitespace)
    #expect(words.first == "ACK" && words.count == 4 && words[2] == "1" && words[3] == "0001-R", "\(result.text)")
    #expect(result.text.hasSuffix("\n"))
    #expect(try work.count("arrived") == 4)
  }

  @Test("a birth date that makes a child of an adult is not sealed away: the age is corrected first")
  func birthOfChild() throws {
    let work = try WorkFolder()
    #expect(try work.answers(["arrive m40 spa"]).first?.hasPrefix("ACK") == true)
    let answer = try work.answers(["name 1 birth=2012-01-01", "name 1 birth=1986-01-01", "name 1 birth=2008"])
    #expect(
      answer[0].contains("By this birth date person 0001 is a child of 14 and stands here as an adult."), "\(answer)")
    #expect(answer[1].hasPrefix("ACK") && answer[2].hasPrefix("ACK"), "of a year alone, who may be grown is: \(answer)")
  }

  @Test("needs after a dash belong to the arrival, not to the shell") func needs() throws {
    let work = try WorkFolder()
    let result = try work.run(["arrive", "f+3.0", "-p", "--now", WorkFolder.morning])
    #expect(result.status == 0, "\(result.text) \(result.errors)")
  }

  @Test("a file as editors of other systems save it is read: a byte-order mark, CR LF") func otherSystems() throws {
    let work = try WorkFolder()
    let result = try work.run(
      ["do", "--stdin", "--now", WorkFolder.morning],
      input: Data([0xEF, 0xBB, 0xBF]) + Data("#a arrive m\r\n#b arrive f\r\n".utf8))
    #expect(result.lines == ["ACK a 1 0001-R", "ACK b 3 0002-W"], "\(result.text)")
  }

  @Test("each line is answered before the next is written") func coprocess() throws {
    let work = try WorkFolder()
    let desk = try Asked(work.process(["do", "--stdin", "--now", WorkFolder.morning]))
    #expect(try desk.ask("#a arrive f spa") == "ACK a 1 0001-R")
    #expect(try desk.ask("#b open reception-1")?.hasPrefix("ACK b ") == true)
    #expect(try desk.ask("#c begin 1")?.hasPrefix("REFUSED c ") == true)
    #expect(try desk.ask("#d call")?.hasPrefix("ACK d ") == true)
    #expect(try desk.ask("#e begin 0001-R")?.hasSuffix(" 0001-R") == true)
    #expect(try desk.finish() == 1, "one was refused")
  }

  @Test("a retry under the same id is the same entry, even in another run and after others went on") func retry() throws
  {
    let work = try WorkFolder()
    let first = try work.answers(["#bus-7-row-3 arrive fm+7 spa"])
    _ = try work.answers(["arrive m"])
    let again = try work.answers(["#bus-7-row-3 arrive fm+7 spa", "#bus-7-row-3 words that mean nothing"])
    #expect(first.count == 1 && again == [first[0], first[0]])
    #expect(try work.count("arrived") == 4)
  }

  @Test(
    "lines that cannot be commands are answered too, and the next line counts",
    arguments: [
      (Data("arrive m\0\n".utf8), "NUL"), (Data([0xFF, 0xFE, 10]), "UTF-8"), (Data("\n".utf8), "no command"),
      (Data(repeating: 0x6D, count: 40_000) + [10], "longer"), (Data("#\u{E9} arrive m\n".utf8), "id"),
      (Data("#\(String(repeating: "x", count: 65)) arrive m\n".utf8), "id"), (Data("#only-an-id\n".utf8), "no command"),
      (Data("dance 412\n".utf8), "dance"),
    ])
  func unreadable(_ line: Data, _ word: String) throws {
    let work = try WorkFolder()
    let result = try work.run(
      ["do", "--stdin", "--now", WorkFolder.morning], input: line + Data("#z arrive m\n".utf8))
    #expect(result.status == 65, "\(result.text)")
    #expect(result.lines.count == 2, "\(result.text)")
    #expect(result.lines.first?.hasPrefix("ERROR ") == true && result.lines[0].contains(word), "\(result.text)")
    #expect(result.lines.last == "ACK z 1 0001-R", "\(result.text)")
    #expect(try work.count("arrived") == 1)
  }

  @Test("line ends of other systems are line ends all the same") func lineEnds() throws {
    let work = try WorkFolder()
    let result = try work.run(
      ["arrive", "--stdin", "--now", WorkFolder.morning], input: Data("m spa\r\nf spa\r\n".utf8))
    #expect(result.lines.map { $0.hasPrefix("ACK ") } == [true, true], "\(result.text)")
  }

  @Test(
    "a last line without its line end may be cut short: it is named and not carried out",
    arguments: [["arrive"], ["do"]])
  func cutShort(_ command: [String]) throws {
    let work = try WorkFolder()
    let line = command == ["do"] ? "#last arrive fm+7.4" : "#last fm+7.4"
    let result = try work.run(
      command + ["--stdin", "--now", WorkFolder.morning], input: Data("\(line)\n#cut\(line.dropFirst())".utf8))
    #expect(result.status == 65 && result.lines.count == 2, "\(result.text)")
    #expect(result.lines.first?.hasPrefix("ACK last ") == true, "\(result.text)")
    #expect(result.lines.last?.hasPrefix("ERROR - line 2") == true, "\(result.text)")
    #expect(try work.count("arrived") == 4)
    let long = Data(repeating: 0x6D, count: 40_000)
    #expect(try work.run(command + ["--stdin"], input: long).text.hasPrefix("ERROR - line 1"))
  }

  @Test("what a terminal would obey is answered in plain signs") func hostile() throws {
    let work = try WorkFolder()
    let result = try work.run(["do", "--stdin"], input: Data("\u{1B}[2J\u{202E} \u{7}\n".utf8))
    #expect(result.lines.count == 1 && result.text.hasPrefix("ERROR "))
    #expect(!result.output.contains(0x1B) && !result.output.contains(7))
    #expect(!result.text.unicodeScalars.contains("\u{202E}"))
  }

  @Test(
    "before any name is read, memory can no longer reach a file: no core, no backtrace, no other program",
    arguments: ["do", "arrive"])
  func quietMemory(_ command: String) throws {
    let work = try WorkFolder()
    let desk = try Asked(work.process([command, "--stdin", "--now", WorkFolder.morning]))
    // Its own line answered, it runs and has read nothing else yet.
    _ = try desk.ask("#only-an-id")
    let own = "/proc/\(desk.processID)"
    let limits = try String(contentsOfFile: own + "/limits", encoding: .utf8).split(separator: "\n")
    let cores = limits.first { $0.hasPrefix("Max core file size") }?.split(separator: " ").suffix(3)
    #expect(cores?.first == "0" && cores?.dropFirst().first == "0", "\(limits)")
    let environment = try String(contentsOfFile: own + "/environ", encoding: .utf8)
    #expect(environment.split(separator: "\0").contains("SWIFT_BACKTRACE=enable=no"))
    // Who may not trace it does not own what stands in /proc of it.
    let owner = try FileManager.default.attributesOfItem(atPath: own + "/maps")[.ownerAccountID] as? Int
    #expect(owner == 0)
    kill(desk.processID, SIGSEGV)
    #expect(desk.answer() == nil)
    #expect(try FileManager.default.contentsOfDirectory(atPath: work.root.path) == ["data"])
  }

  @Test("nobody reads the answers: it stops, and nothing more is recorded unheard") func closedReader() throws {
    let work = try WorkFolder()
    let desk = try Asked(work.process(["arrive", "--stdin", "--now", WorkFolder.morning]))
    _ = try desk.ask("m")
    try desk.closeAnswers()
    try desk.send("m")
    #expect(try desk.finish() == 74)
    #expect(try work.count("arrived") == 2, "the second was durable before its answer found nobody")
  }

  @Test("two terminals enter at once: numbers without a gap, nothing lost, nothing doubled") func together() throws {
    let work = try WorkFolder()
    let count = 60
    let terminals = try ["ada", "bea"].map {
      try Asked(work.process(["arrive", "--stdin", "--now", WorkFolder.morning], by: $0))
    }
    var numbers: Set<Substring> = []
    for index in 0..<count {
      for (number, terminal) in terminals.enumerated() { try terminal.send("#t\(number)-\(index) f spa") }
    }
    for index in 0..<count {
      for (number, terminal) in terminals.enumerated() {
        let words = try #require(terminal.answer()).split(separator: " ")
        #expect(words.prefix(2) == ["ACK", "t\(number)-\(index)"])
        numbers.insert(try #require(words.last))
      }
    }
    for terminal in terminals { #expect(try terminal.finish() == 0) }
    #expect(numbers.count == 2 * count)
    #expect(try work.count("arrived") == 2 * count)
    #expect(try work.run(["verify"]).status == 0)
  }

  @Test("the power fails between a commit and its answer, or before: what was answered is there") func powerCut() throws
  {
    let work = try WorkFolder()
    var confirmed: [String] = []
    for cut in 0..<8 {
      let desk = try Asked(work.process(["arrive", "--stdin", "--now", WorkFolder.morning]))
      for line in 0..<30 { try desk.send("#c\(cut)-\(line) f+7 spa") }
      for _ in 0..<(cut * 3) { if let answer = desk.answer() { confirmed.append(answer) } }
      desk.cutPower()
    }
    let again = try work.answers(confirmed.map { "#" + $0.split(separator: " ")[1] + " arrive f+7 spa" })
    #expect(again == confirmed)
    let verified = try work.run(["verify"])
    #expect(verified.status == 0, "\(verified.text)\(verified.errors)")
  }

  @Test("who acts is known: by option, by JPC_USER, and never as the second person of one's own act") func actors()
    throws
  {
    let work = try WorkFolder()
    #expect(try work.run(["arrive", "m", "--as", "two words"]).status == 64)
    let own = try work.run(["do", "erase", "1", "--as", "kim", "--second", "KIM"])
    #expect(own.status == 1 && own.errors.contains("another person"), "\(own.errors)")
    #expect(try work.run(["do"]).status == 64)
    #expect(try work.run(["do", "--stdin", "hold 1"], input: Data()).status == 64)
  }
}
