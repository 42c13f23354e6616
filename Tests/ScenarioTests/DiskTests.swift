import Foundation
import TestSupport
import Testing

/// A small disk of a test's own.
private final class SmallDisk {
  let path: String

  /// Whether this user and this machine can mount one.
  static let isPossible = (try? SmallDisk()) != nil

  init() throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("jpc-disk-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    try #require(try mount(["-t", "tmpfs", "-o", "size=2m,mode=700", "jpc-test", path]))
  }

  deinit {
    _ = try? Self.system("umount", ["-l", path])
    try? FileManager.default.removeItem(atPath: path)
  }

  func makeReadOnly(_ isReadOnly: Bool) throws {
    try #require(try mount(["-o", isReadOnly ? "remount,ro" : "remount,rw", path]))
  }

  /// Leaves no room.
  func fill() throws {
    let descriptor = open(path + "/filling", O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
    try #require(descriptor >= 0)
    defer { close(descriptor) }
    let zeros = [UInt8](repeating: 0, count: 4_096)
    while write(descriptor, zeros, zeros.count) > 0 {}
  }
  func makeRoom() throws { try FileManager.default.removeItem(atPath: path + "/filling") }

  private func mount(_ arguments: [String]) throws -> Bool { try Self.system("mount", arguments) }

  private static func system(_ program: String, _ arguments: [String]) throws -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [program] + arguments
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus == 0
  }
}

/// The disk fails, and nothing that was confirmed is lost.
@Suite(
  "A disk that takes nothing", .serialized,
  .enabled(if: SmallDisk.isPossible, "mounting a small disk takes an administrator"))
struct DiskTests {
  private let disk: SmallDisk
  private let work: WorkFolder
  private var data: [String] { ["--data", disk.path + "/center", "--now", WorkFolder.morning] }

  init() throws {
    disk = try SmallDisk()
    work = try WorkFolder(center: false)
    let made = try work.run(["init", "--center", WorkFolder.training] + data)
    try #require(made.status == 0, "\(made.errors)")
    #expect(try answers(["#a arrive fm+7", "#b name 1 given=Ana"]).allSatisfy { $0.hasPrefix("ACK ") })
  }

  private func answers(_ lines: [String]) throws -> [String] {
    try work.run(["do", "--stdin"] + data, input: Data(lines.map { $0 + "\n" }.joined().utf8)).lines
  }

  private func verify() throws -> Program.Result { try work.run(["verify"] + data.prefix(2)) }

  private func files() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: disk.path).filter { $0 != "filling" }.sorted()
  }

  /// Nothing is taken, each refusal says what to do, and all of it is taken when the fault has ended.
  private func check(
    _ says: String, whatToDo: String, begin: () throws -> Void, end: () throws -> Void
  ) throws {
    let before = try files()
    try begin()
    // The second needs a key of its own first: that file takes nothing either.
    let refused = try answers(["#c arrive m", "#d name 2 given=Bo"])
    #expect(refused.count == 2)
    #expect(refused.allSatisfy { $0.hasPrefix("ERROR ") && $0.contains("NOT SAVED") }, "\(refused)")
    #expect(refused.allSatisfy { $0.contains(says) && $0.contains(whatToDo) }, "\(refused)")
    #expect(refused[0].contains("journal.db") && refused[1].contains("keys.db"), "\(refused)")
    let erase = try work.run(["erase", "1", "--second", "bob", "--reason", "asked"] + data)
    #expect(erase.status == 74 && erase.errors.contains(whatToDo), "\(erase.errors)")
    let backup = try work.run(["backup", disk.path + "/copy.db"] + data.prefix(2))
    #expect(backup.status == 74 && backup.errors.contains(disk.path + "/copy.db: " + says), "\(backup.errors)")
    let new = try work.run(["init", "--center", WorkFolder.training, "--data", disk.path + "/new"])
    #expect(new.status == 74 && new.errors.contains(whatToDo), "\(new.errors)")
    // What is there is still seen, whole, and can be carried away.
    #expect(try work.run(["status"] + data).status == 0)
    #expect(try verify().status == 0)
    #expect(try work.run(["backup", work.path("\(UUID().uuidString).db")] + data.prefix(2)).status == 0)
    #expect(try files().filter { !$0.hasPrefix("new") } == before)
    try end()
    let taken = try answers(["#c arrive m", "#d name 2 given=Bo", "#a arrive fm+7"])
    #expect(taken.allSatisfy { $0.hasPrefix("ACK ") }, "\(taken)")
    #expect(try work.run(["erase", "1", "--second", "bob", "--reason", "asked"] + data).status == 0)
    #expect(try verify().status == 0)
    #expect(try work.run(["init", "--center", WorkFolder.training, "--data", disk.path + "/new"]).status == 0)
  }

  @Test("a full disk") func full() throws {
    try check("the disk is full", whatToDo: "make room", begin: { try disk.fill() }, end: { try disk.makeRoom() })
  }

  @Test("a read-only disk") func readOnly() throws {
    try check(
      "the disk or the folder is read-only", whatToDo: "make it writable", begin: { try disk.makeReadOnly(true) },
      end: { try disk.makeReadOnly(false) })
  }

  @Test("a board that was opened on a read-only disk enters what was typed once the disk takes it") func opened() throws
  {
    try disk.makeReadOnly(true)
    let terminal = try PseudoTerminal(
      Program.path, ["board"] + data + ["--as", "ana", "--view", "arrive"], columns: 80, rows: 24)
    try terminal.waitFor("no bus open")
    terminal.send("m24\r")
    try terminal.waitFor("NOT SAVED")
    try disk.makeReadOnly(false)
    // An Enter right behind an Enter is a key held down.
    terminal.settle(0.5)
    terminal.send("\r")
    try terminal.waitForNo("NOT SAVED")
    try terminal.waitFor("0002-")
    #expect(try verify().text.contains("no fault"))
  }

  /// Someone who answers commands, one after the other, as long as the test asks.
  private final class Answering {
    private let asks = Pipe()
    private let answers = Pipe()
    private let process = Process()

    init(_ data: [String]) throws {
      process.executableURL = URL(fileURLWithPath: Program.path)
      process.arguments = ["do", "--stdin"] + data
      process.standardInput = asks
      process.standardOutput = answers
      try process.run()
    }

    func answer(_ line: String) throws -> String {
      try asks.fileHandleForWriting.write(contentsOf: Data((line + "\n").utf8))
      return String(decoding: answers.fileHandleForReading.availableData, as: UTF8.self)
    }

    func end() throws {
      try asks.fileHandleForWriting.close()
      process.waitUntilExit()
    }
  }

  @Test("so does who answers commands, and names are sealed with a key again") func answering() throws {
    try disk.makeReadOnly(true)
    let desk = try Answering(data)
    #expect(try desk.answer("#c name 1 given=Bo").contains("NOT SAVED"))
    #expect(try desk.answer("#d arrive m").contains("NOT SAVED"))
    try disk.makeReadOnly(false)
    #expect(try desk.answer("#d arrive m").hasPrefix("ACK "))
    #expect(try desk.answer("#e name 3 given=Bo").hasPrefix("ACK "))
    try desk.end()
    #expect(try verify().status == 0)
  }

  @Test(
    "another journal, or other keys, put there meanwhile take nothing of this center, and nothing is changed in them")
  func exchanged() throws {
    try disk.makeReadOnly(true)
    let desk = try Answering(data)
    #expect(try desk.answer("#c arrive m").contains("NOT SAVED"))
    try disk.makeReadOnly(false)
    let made = try work.run(["init", "--center", WorkFolder.training, "--data", disk.path + "/other"])
    try #require(made.status == 0)
    func exchange(_ name: String) throws -> Data {
      let file = URL(fileURLWithPath: disk.path + "/center/" + name)
      try FileManager.default.moveItem(atPath: file.path, toPath: file.path + ".own")
      try FileManager.default.copyItem(atPath: disk.path + "/other/" + name, toPath: file.path)
      return try Data(contentsOf: file)
    }
    func giveBack(_ name: String, unchanged bytes: Data) throws {
      let file = disk.path + "/center/" + name
      #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == bytes)
      try FileManager.default.removeItem(atPath: file)
      try FileManager.default.moveItem(atPath: file + ".own", toPath: file)
    }
    let journal = try exchange("journal.db")
    let refused = try desk.answer("#c arrive m")
    #expect(refused.contains("NOT SAVED") && refused.contains("another journal lies there"), "\(refused)")
    try giveBack("journal.db", unchanged: journal)
    let keys = try exchange("keys.db")
    // Somebody of whom nothing was kept yet needs a key of their own.
    let unsealed = try desk.answer("#d name 2 given=Bo")
    #expect(unsealed.contains("NOT SAVED") && unsealed.contains("the keys of another center"), "\(unsealed)")
    try #require(chmod(disk.path + "/center/keys.db", 0o644) == 0)
    let open = try desk.answer("#d name 2 given=Bo")
    #expect(open.contains("ERROR") && open.contains("keys.db"), "\(open)")
    try giveBack("keys.db", unchanged: keys)
    #expect(try desk.answer("#c arrive m").hasPrefix("ACK "))
    #expect(try desk.answer("#d name 2 given=Bo").hasPrefix("ACK "))
    try desk.end()
    #expect(try verify().status == 0)
  }

  @Test("an erasure that a read-only disk cut off: nobody reads them, verify says so, and it ends when it can")
  func erasure() throws {
    let keys = disk.path + "/center/keys.db"
    let before = try Data(contentsOf: URL(fileURLWithPath: keys))
    #expect(try work.run(["erase", "1", "--second", "bob", "--reason", "asked"] + data).status == 0)
    // As a crash between the record and the key leaves it.
    try before.write(to: URL(fileURLWithPath: keys))
    try #require(chmod(keys, 0o600) == 0)
    try disk.makeReadOnly(true)
    let unfinished = try verify()
    #expect(unfinished.status == 1 && unfinished.errors.contains("cannot be destroyed now"), "\(unfinished.errors)")
    #expect(try work.run(["status"] + data).status == 0)
    try disk.makeReadOnly(false)
    #expect(try work.run(["status"] + data).status == 0)
    #expect(try Data(contentsOf: URL(fileURLWithPath: keys)) != before)
    #expect(try verify().status == 0)
  }
}
