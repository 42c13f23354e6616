import Foundation
import TestSupport
import Testing

/// What a center has entered outlives its machine, without telling whoever finds a copy.
@Suite("Verify, back up, restore, erase, export")
struct BackupTests {
  private static let passphrase = "four words and a comma, say"

  /// A morning's work with a name that no other text has.
  private static func morning() throws -> WorkFolder {
    let work = try WorkFolder()
    let answers = try work.answers([
      "open reception-1", "bus 58 spa ven 15/0310", "arrive fm+7.4", "arrive f+3.0 -p", "name 1 family=Zwetschgenbaum",
      "call", "begin", "done", "arrive /17 kek gt", "name 2 given=Quetzalcoatlus",
    ])
    try #require(answers.allSatisfy { $0.hasPrefix("ACK ") }, "\(answers)")
    return work
  }

  private static func backUp(_ work: WorkFolder) throws -> (journal: String, keys: String, secret: String) {
    let secret = try work.file("secret", passphrase + "\n")
    let (journal, keys) = (work.path("copy.db"), work.path("copy.keys"))
    let made = try work.run(["backup", journal, "--keys", keys, "--passphrase-file", secret])
    try #require(made.status == 0, "\(made.errors)")
    return (journal, keys, secret)
  }

  private static func digest(_ work: WorkFolder, _ more: [String] = []) throws -> String {
    let result = try work.run(["status", "--format", "json", "--now", "2026-03-16T09:30:00-07:00"] + more)
    let status = try JSONSerialization.jsonObject(with: result.output) as? [String: Any]
    return try #require(status?["digest"] as? String, "\(result.errors)")
  }

  @Test("a backup restored elsewhere is the same center, names included") func restore() throws {
    let work = try Self.morning()
    let copy = try Self.backUp(work)
    let other = work.path("other/place")
    let result = try work.run(
      ["restore", copy.journal, "--keys", copy.keys, "--passphrase-file", copy.secret, "--data", other])
    #expect(result.status == 0, "\(result.errors)")
    #expect(try Self.digest(work, ["--data", other]) == Self.digest(work))
    #expect(try work.run(["verify", "--data", other]).status == 0)
    // The keys came with it: the same person can be entered again, which opening their details takes.
    #expect(try work.run(["do", "name", "1", "given=Ana", "--data", other]).status == 0)
    #expect(try FileManager.default.contentsOfDirectory(atPath: work.path("other")) == ["place"], "nothing left behind")
  }

  @Test("neither copy tells a name, nor does any file of the center") func noNames() throws {
    let work = try Self.morning()
    _ = try Self.backUp(work)
    _ = try work.run(["export", "recording", "--out", work.path("day.ndjson")])
    let files = try #require(FileManager.default.enumerator(atPath: work.root.path)).compactMap { $0 as? String }
    #expect(files.contains("day.ndjson") && files.contains("copy.db"))
    for file in files {
      guard let bytes = FileManager.default.contents(atPath: work.path(file)) else { continue }
      for name in ["Zwetschgenbaum", "Quetzalcoatlus"] {
        #expect(bytes.range(of: Data(name.utf8)) == nil, "\(file)")
        #expect(bytes.range(of: try #require(name.data(using: .utf16LittleEndian))) == nil, "\(file)")
      }
    }
  }

  @Test("nothing is replaced: not a backup, not a folder with a center in it") func replaceNothing() throws {
    let work = try Self.morning()
    let copy = try Self.backUp(work)
    let before = try Data(contentsOf: URL(fileURLWithPath: copy.journal))
    let again = try work.run(["backup", copy.journal])
    #expect(again.status == 73 && again.errorLines.count == 1, "\(again.errors)")
    #expect(try Data(contentsOf: URL(fileURLWithPath: copy.journal)) == before)
    let keys = try work.run(
      ["backup", work.path("new.db"), "--keys", copy.keys, "--passphrase-file", copy.secret])
    #expect(keys.status == 73)
    #expect(!FileManager.default.fileExists(atPath: work.path("new.db")), "half a backup is none")
    let digest = try Self.digest(work)
    #expect(try work.run(["restore", copy.journal]).status == 73)
    #expect(try work.run(["restore", work.path("nowhere.db"), "--data", work.path("other")]).status == 66)
    #expect(try Self.digest(work) == digest)
  }

  @Test("a wrong passphrase, a short one, none to ask for: no folder, no file") func passphrases() throws {
    let work = try Self.morning()
    let copy = try Self.backUp(work)
    let wrong = try work.file("wrong", "another passphrase, wrong\n")
    let other = work.path("other")
    let refused = try work.run(
      ["restore", copy.journal, "--keys", copy.keys, "--passphrase-file", wrong, "--data", other])
    #expect(refused.status != 0 && refused.errorLines.count == 1, "\(refused.errors)")
    #expect(!FileManager.default.fileExists(atPath: other))
    let short = try work.run(
      [
        "backup", work.path("x.db"), "--keys", work.path("x.keys"), "--passphrase-file",
        try work.file("short", "short\n"),
      ])
    #expect(short.status == 64 && short.errors.contains("12"), "\(short.errors)")
    #expect(!FileManager.default.fileExists(atPath: work.path("x.db")))
    let left = try FileManager.default.contentsOfDirectory(atPath: work.root.path)
    #expect(!left.contains { $0.hasSuffix(".part") }, "\(left)")
  }

  @Test("keys of another center are refused in a sentence that names both, and nothing is written") func otherKeys()
    throws
  {
    let work = try Self.morning()
    let copy = try Self.backUp(work)
    let large = try WorkFolder(center: false)
    let center = WorkFolder.training.replacing("training.yaml", with: "large.yaml")
    try #require(try large.run(["init", "--center", center, "--now", WorkFolder.morning]).status == 0)
    let strange = try Self.backUp(large)
    let other = work.path("other")
    let result = try work.run(
      ["restore", copy.journal, "--keys", strange.keys, "--passphrase-file", copy.secret, "--data", other])
    #expect(result.status == 64 && result.errorLines.count == 1, "\(result.errors)")
    #expect(result.errors.contains("Training Center (TRN)") && result.errors.contains("Large"), "\(result.errors)")
    let left = try FileManager.default.contentsOfDirectory(atPath: work.root.path)
    #expect(!left.contains { $0.hasPrefix("other") }, "\(left)")
  }

  @Test("the passphrase is asked twice on the terminal, and never shown") func asked() throws {
    let work = try Self.morning()
    let (journal, keys) = (work.path("copy.db"), work.path("copy.keys"))
    let terminal = try PseudoTerminal(
      Program.path, ["backup", journal, "--keys", keys, "--data", work.data], columns: 80, rows: 24)
    try terminal.waitFor("Passphrase of the keys:")
    terminal.send(Self.passphrase + "\r")
    try terminal.waitFor("Once more:")
    terminal.send(Self.passphrase + "\r")
    try terminal.waitFor("copy.keys")
    #expect(!terminal.screen.text.contains("comma"))
    #expect(try terminal.waitForEnd() == .exit(0))
    let secret = try work.file("secret", Self.passphrase)
    let other = work.path("other")
    let result = try work.run(["restore", journal, "--keys", keys, "--passphrase-file", secret, "--data", other])
    #expect(result.status == 0, "\(result.errors)")
  }

  @Test("whoever was erased stays erased when older keys are restored") func erased() throws {
    let work = try Self.morning()
    let secret = try work.file("secret", Self.passphrase)
    let keys = work.path("old.keys")
    #expect(try work.run(["backup", work.path("old.db"), "--keys", keys, "--passphrase-file", secret]).status == 0)
    let erased = try work.run(["erase", "1", "--second", "bob", "--reason", "asked for it"])
    #expect(erased.status == 0, "\(erased.errors)")
    #expect(try work.run(["verify"]).status == 0)
    #expect(try work.run(["do", "name", "1", "given=Ana"]).status == 1, "nothing can be kept of them any more")
    #expect(try work.run(["backup", work.path("new.db")]).status == 0)
    let other = work.path("other")
    let restored = try work.run(
      ["restore", work.path("new.db"), "--keys", keys, "--passphrase-file", secret, "--data", other])
    #expect(restored.status == 0, "\(restored.errors)")
    #expect(try work.run(["verify", "--data", other]).status == 0)
  }

  @Test("erasing takes two people, a number that exists and its own check letter") func eraseRefused() throws {
    let work = try Self.morning()
    let reason = ["--reason", "asked for it"]
    #expect(try work.run(["erase", "1"] + reason).status == 64)
    #expect(try work.run(["erase", "1", "--second", "KIM"] + reason).status == 1)
    #expect(try work.run(["erase", "1-Z", "--second", "bob"] + reason).status == 64)
    #expect(try work.run(["erase", "999", "--second", "bob"] + reason).status == 1)
  }

  @Test("a backup is whole although others write meanwhile") func whileWriting() throws {
    let work = try Self.morning()
    let desk = try Asked(work.process(["arrive", "--stdin", "--now", WorkFolder.morning]))
    for line in 0..<200 { try desk.send("#w\(line) f spa") }
    let made = try work.run(["backup", work.path("copy.db")])
    #expect(made.status == 0, "\(made.errors)")
    #expect(try desk.finish() == 0)
    let other = work.path("other")
    #expect(try work.run(["restore", work.path("copy.db"), "--data", other]).status == 0)
    #expect(try work.run(["verify", "--data", other]).status == 0)
  }

  @Test("a changed byte is found and said, with 1") func tampered() throws {
    let work = try Self.morning()
    let journal = URL(fileURLWithPath: work.data + "/journal.db")
    var bytes = try Data(contentsOf: journal)
    let place = try #require(bytes.range(of: Data("\"announced\":58".utf8)))
    bytes.replaceSubrange(place, with: Data("\"announced\":57".utf8))
    try bytes.write(to: journal)
    #expect(chmod(journal.path, 0o600) == 0)
    let result = try work.run(["verify"])
    #expect(result.status == 1 && result.errorLines.count == 1, "\(result.errors)")
    #expect(result.errors.contains("record 2"), "\(result.errors)")
    #expect(try work.run(["backup", work.path("copy.db")]).status == 65, "what is damaged is no backup")
  }

  @Test("a live day becomes a recording: sound, nameless, and the same center at the same instant") func export() throws
  {
    let work = try Self.morning()
    let end = "2026-03-16T09:30:00-07:00"
    let day = work.path("day.ndjson")
    let result = try work.run(["export", "recording", "--until", end, "--out", day])
    #expect(result.status == 0, "\(result.errors)")
    let checked = try work.run(["check", day])
    #expect(checked.status == 0, "\(checked.text)")
    let replayed = try work.run(["replay", day, "--headless", "--format", "json"])
    let report = try JSONSerialization.jsonObject(with: replayed.output) as? [String: Any]
    #expect(report?["digest"] as? String == (try Self.digest(work)), "\(replayed.errors)")
  }

  @Test("a part of the journal begins with the people who were there") func part() throws {
    let work = try Self.morning()
    _ = try work.answers(["arrive m"], at: "2026-03-16T10:00:00-07:00")
    let day = work.path("part.ndjson")
    let from = "2026-03-16T09:45:00-07:00"
    #expect(try work.run(["export", "recording", "--from", from, "--out", day]).status == 0)
    let checked = try work.run(["check", day])
    #expect(checked.status == 0, "\(checked.text)")
    let lines = try String(contentsOfFile: day, encoding: .utf8).split(separator: "\n")
    #expect(lines.count >= 3 && lines[1].contains("stateAt") && lines[2].contains("partyArrived"))
  }

  @Test("a table for spreadsheets has a row for each record and case, guarded, and no names") func table() throws {
    let work = try WorkFolder()
    _ = try work.run(["arrive", "f71/11.8gm", "spa", "ven", "--now", WorkFolder.morning])
    _ = try work.run(["do", "open", "reception-1", "--as=-op", "--now", WorkFolder.morning])
    let result = try work.run(["export", "csv"])
    #expect(result.status == 0, "\(result.errors)")
    let rows = result.text.split(separator: "\r\n").map(String.init)
    #expect(rows.first == "seq,at,recorded,by,desk,type,case,what")
    let arrived = rows.filter { $0.contains(",partyArrived,") }
    #expect(
      arrived.map { $0.split(separator: ",", omittingEmptySubsequences: false)[6] }.sorted()
        == ["0001-R", "0002-W", "0003-A"].map { "\($0)"[...] })
    #expect(arrived.allSatisfy { $0.hasPrefix("1,20") && $0.contains("-07:00,") && $0.contains("1 person arrived") })
    // Who acted is a code that a spreadsheet would take for a formula.
    #expect(rows.contains { $0.contains(",'-op,") && $0.contains("Reception desk 1 opened") }, "\(result.text)")
    #expect(try work.run(["export", "csv", "--names"]).status == 64)
    let file = work.path("day.csv")
    #expect(try work.run(["export", "csv", "--out", file]).status == 0)
    #expect(try String(contentsOfFile: file, encoding: .utf8) == result.text)
  }

  @Test("what goes to standard output goes on in the file the shell opened, and nothing takes the place of that file")
  func standardOutput() throws {
    let work = try Self.morning()
    for what in ["csv", "recording"] {
      let table = try work.run(["export", what]).output
      #expect(table.count > 100)
      for named in [[], ["--out", "/dev/stdout"]] {
        let file = work.path("\(what)\(named.count)")
        try Data("before\n".utf8).write(to: URL(fileURLWithPath: file))
        let output = try FileHandle(forUpdating: URL(fileURLWithPath: file))
        try output.seekToEnd()
        let process = work.process(["export", what] + named)
        process.standardOutput = output
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == Data("before\n".utf8) + table)
      }
      // What is cut short is told, and not taken for the whole.
      let cut = work.process(["export", what])
      let errors = Pipe()
      cut.standardOutput = FileHandle(forWritingAtPath: "/dev/full")
      cut.standardError = errors
      try cut.run()
      let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      cut.waitUntilExit()
      #expect(cut.terminationStatus == 74 && said.contains("standard output: the disk is full"), "\(said)")
    }
  }

  @Test("a recording never has names, and its file never is half written") func exportRefused() throws {
    let work = try Self.morning()
    let names = try work.run(["export", "recording", "--names"])
    #expect(names.status == 64 && names.errors.contains("no names") && names.output.isEmpty, "\(names.errors)")
    #expect(try work.run(["export", "recording", "--out", "/nowhere/day.ndjson"]).status == 73)
    #expect(try work.run(["export", "recording", "--from", "yesterday"]).status == 64)
  }

  @Test("spot draws the same cases for the same journal, and others when it has grown") func spot() throws {
    let work = try Self.morning()
    for number in 0..<20 { _ = try work.answers(["#s\(number) arrive f spa"]) }
    func drawn() throws -> [Substring] {
      let result = try work.run(["spot", "5", "--now", WorkFolder.morning])
      #expect(result.status == 0, "\(result.errors)")
      return result.lines.dropFirst(2).compactMap { $0.split(separator: " ").first }
    }
    let first = try drawn()
    #expect(first.count == 5 && Set(first).count == 5)
    #expect(try drawn() == first)
    _ = try work.answers(["arrive m"])
    #expect(try drawn() != first)
    #expect(try work.run(["spot", "0"]).status == 64)
  }

  @Test("a full disk answers NOT SAVED, keeps what was confirmed, and work goes on when it ends") func fullDisk() throws
  {
    let work = try WorkFolder()
    _ = try work.answers(["#before arrive m spa"])
    // A limit on the size of files stands in for a full disk; half-kilobyte blocks, as the shell counts them.
    let blocks =
      try #require(
        try FileManager.default.attributesOfItem(atPath: work.data + "/journal.db")[.size] as? Int) / 512
    let lines = (0..<60).map { "#full\($0) arrive fm+7.4.2.1 spa ven\n" }.joined()
    let full = Process()
    full.executableURL = URL(fileURLWithPath: "/bin/sh")
    full.arguments = [
      "-c",
      "trap '' XFSZ; ulimit -f \(blocks); exec '\(Program.path)' do --stdin --now \(WorkFolder.morning) <'\(try work.file("lines", lines))'",
    ]
    full.environment = ProcessInfo.processInfo.environment.merging(["JPC_DATA": work.data, "JPC_USER": "kim"]) { $1 }
    let output = Pipe()
    full.standardOutput = output
    try full.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    full.waitUntilExit()
    let answers = text.split(separator: "\n")
    let confirmed = answers.filter { $0.hasPrefix("ACK ") }
    #expect(answers.count == 60 && confirmed.count < 60, "\(text)")
    #expect(answers.filter { !$0.hasPrefix("ACK ") }.allSatisfy { $0.contains("NOT SAVED") }, "\(text)")
    #expect(full.terminationStatus == 74)
    #expect(try work.run(["verify"]).status == 0)
    // The same lines once more: those confirmed are there once, the others now are too.
    _ = try work.run(["do", "--stdin", "--now", WorkFolder.morning], input: Data(lines.utf8))
    #expect(try work.count("arrived") == 1 + 60 * 6)
  }
}
