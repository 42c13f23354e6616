import Foundation
import TestSupport
import Testing

/// Whatever a user hands over by mistake: one clear line, the right status, nothing left behind.
@Suite("Bad input ends in one clear line")
struct BadInputTests {
  private static func file(_ name: String, _ bytes: Data) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("jpc-bad-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let url = folder.appendingPathComponent(name)
    try bytes.write(to: url)
    return url.path
  }

  private func expectRefusal(
    _ arguments: [String], status: Int32, says words: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let (result, left) = try Program.run(arguments)
    #expect(result.status == status, "\(result.errors)", sourceLocation: sourceLocation)
    #expect(result.errorLines.count == 1, "\(result.errors)", sourceLocation: sourceLocation)
    #expect(result.errors.contains(words), "\(result.errors)", sourceLocation: sourceLocation)
    #expect(result.output.isEmpty && left.isEmpty, "left behind: \(left)", sourceLocation: sourceLocation)
  }

  @Test("a file that is not there") func missing() throws {
    try expectRefusal(["replay", "nowhere.ndjson", "--headless"], status: 66, says: "no such file")
    try expectRefusal(["replay", "nowhere.ndjson"], status: 66, says: "no such file")
  }

  @Test("a folder") func folder() throws {
    try expectRefusal(["replay", "/", "--headless"], status: 66, says: "is a folder")
  }

  @Test("an empty file") func empty() throws {
    let path = try Self.file("empty.ndjson", Data())
    try expectRefusal(["replay", path, "--headless"], status: 65, says: "is empty")
  }

  @Test("a gigabyte of zeros, refused without reading it all") func zeros() throws {
    let path = try Self.file("zeros.ndjson", Data())
    // A sparse file: it has the size and takes no room.
    try #require(truncate(path, 1_000_000_000) == 0)
    defer { unlink(path) }
    try expectRefusal(["replay", path, "--headless"], status: 65, says: "is not text")
  }

  @Test("a recording of another format") func otherFormat() throws {
    let path = try Self.file("other.ndjson", Data(#"{"format":"minutes","version":1}"#.utf8 + [10]))
    try expectRefusal(["replay", path, "--headless"], status: 65, says: "1:11:")
  }

  @Test("an unknown key in a center file names the place and the nearest key") func unknownKey() throws {
    let center = PackageRoot.url.appendingPathComponent("Fixtures/centers/training.yaml")
    let text = try String(contentsOf: center, encoding: .utf8).replacingOccurrences(
      of: "timezone:", with: "timezoen:")
    let path = try Self.file("center.yaml", Data(text.utf8))
    let (result, _) = try Program.run(["check", path])
    #expect(result.status == 1)
    #expect(result.text.contains("unknown key") && result.text.contains("timezone"), "\(result.text)")
    try expectRefusal(["replay", Program.day, "--center", path, "--headless"], status: 65, says: path)
  }

  @Test("check: what is empty or no text is a fault, what is not there is not") func checked() throws {
    for (bytes, sentence) in [(Data(), "is empty"), (Data([0x89, 0x50, 0, 0]), "is not text (it contains NUL bytes)")] {
      let path = try Self.file("center.yaml", bytes)
      let (result, _) = try Program.run(["check", path])
      #expect(result.status == 1 && result.text == "\(path):1:1: \(sentence)\n", "\(result.text)")
    }
    try expectRefusal(["check", "nowhere.yaml"], status: 66, says: "no such file")
  }

  @Test("a file whose name would clear the screen is named in plain signs") func hostileName() throws {
    let path = try Self.file("a\u{1B}[2Jb.yaml", Data("name: \"\\e[2J\"\n".utf8))
    let (result, _) = try Program.run(["check", path])
    #expect(result.status == 1)
    #expect(result.text.contains(#"a\u{1b}[2Jb.yaml:1:7: control character in text"#), "\(result.text)")
    #expect(!(result.text + result.errors).contains("\u{1B}"))
    try expectRefusal(
      ["replay", "no\u{1B}[2J.ndjson", "--headless"], status: 66, says: #"no\u{1b}[2J.ndjson: no such"#)
    try expectRefusal(
      ["replay", Program.day, "--headless", "--until", "\u{1B}[2J"], status: 64, says: #"\u{1b}[2J"#)
  }

  @Test("no terminal: the message names --plain") func noTerminal() throws {
    try expectRefusal(["replay", Program.day], status: 64, says: "--plain")
  }

  @Test(
    "times and speeds that cannot be meant",
    arguments: [
      ["--until", "2021-02-30T10:00:00-07:00"], ["--until", "24:00"], ["--until", "2031-01-01T00:00:00Z"],
      ["--speed", "0"], ["--speed", "1e9"], ["--as", "two words"],
    ])
  func usage(_ arguments: [String]) throws {
    try expectRefusal(["replay", Program.day, "--headless"] + arguments, status: 64, says: arguments[1])
  }

  @Test(
    "options that contradict each other, unknown ones, missing ones",
    arguments: [
      (["replay"], "recording"), (["replay", "x", "--bogus"], "--bogus"), (["synthesize", "x"], "--center"),
      (["replay", "x", "--format", "json"], "--headless"), (["replay", "x", "--headless", "--plain"], "exclude"),
      (["replay", "x", "--size", "80x24"], "--plain"), (["replay", "x", "--plain", "--size", "0x0"], "--size"),
    ])
  func contradictions(_ arguments: [String], _ words: String) throws {
    try expectRefusal(arguments, status: 64, says: words)
  }

  @Test("a center file where a recording is meant") func centerFile() throws {
    let center = PackageRoot.url.appendingPathComponent("Fixtures/centers/training.yaml").path
    try expectRefusal(["replay", center], status: 65, says: "is a center file")
  }

  @Test("a recording cut short in its opening shows nothing rather than an empty center") func tornOpening() throws {
    let bytes = try Data(contentsOf: URL(fileURLWithPath: Program.day)).prefix(40_000)
    try expectRefusal(
      ["replay", try Self.file("torn.ndjson", bytes), "--headless"], status: 65, says: "before its first whole record")
  }

  @Test("a recording cut short by a crash is shown up to the last whole line") func torn() throws {
    var bytes = try Data(contentsOf: URL(fileURLWithPath: Program.day))
    bytes.removeLast(300_030)
    let path = try Self.file("torn.ndjson", bytes)
    let (replay, _) = try Program.run(["replay", path, "--headless", "--format", "json"])
    #expect(replay.status == 0)
    #expect(replay.errors.contains("warning: ") && replay.errorLines.count == 1, "\(replay.errors)")
    let report = try #require(try JSONSerialization.jsonObject(with: replay.output) as? [String: Any])
    #expect((report["at"] as? String)?.hasPrefix("2021-12-24T") == true, "it ends with its last whole record")
    let (check, _) = try Program.run(["check", path])
    #expect(check.status == 0)
  }

  @Test(
    "a recording with one forbidden thing is refused whole, at its place",
    arguments: [
      ("trailing comma", #""}"#, #"",}"#), ("control character", #""by":""#, #""by":"\u0007"#),
      ("hour 24", "T15:", "T24:"), ("offset +99:99", "-07:00", "+99:99"),
    ])
  func forbidden(_ what: String, _ good: String, _ bad: String) throws {
    var lines = try String(contentsOfFile: Program.day, encoding: .utf8).split(separator: "\n").map(String.init)
    let line = try #require(lines.indices.dropFirst(2).first { lines[$0].contains(good) }, "no line with \(good)")
    let range = try #require(lines[line].range(of: good, options: .backwards))
    lines[line].replaceSubrange(range, with: bad)
    let path = try Self.file("bad.ndjson", Data((lines.joined(separator: "\n") + "\n").utf8))
    try expectRefusal(["replay", path, "--headless"], status: 65, says: "\(path):\(line + 1):")
  }
}
