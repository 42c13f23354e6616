import Foundation
import Glibc
import TestSupport
import Testing

/// What is typed and not entered is kept, once, whatever happens to the board.
@Suite("Drafts of a board", .serialized)
struct DraftTests {
  /// Keeps every commit waiting, as another process in the middle of one does: SQLite's reserved byte, locked.
  private final class Writer {
    private let journal: Int32

    init(_ center: LiveCenterFolder) throws {
      journal = open(center.path + "/journal.db", O_RDWR | O_CLOEXEC)
      var lock = flock(l_type: Int16(F_WRLCK), l_whence: Int16(SEEK_SET), l_start: 0x4000_0001, l_len: 1, l_pid: 0)
      try #require(fcntl(journal, F_SETLK, &lock) == 0)
    }

    deinit { close(journal) }
  }

  private func drafts(_ center: LiveCenterFolder) throws -> [String: Data] {
    try Dictionary(
      uniqueKeysWithValues: FileManager.default.contentsOfDirectory(atPath: center.path + "/drafts").map { name in
        (name, try Data(contentsOf: URL(fileURLWithPath: "\(center.path)/drafts/\(name)")))
      })
  }

  /// Puts back what a power cut brings back: files whose removal had not reached the disk.
  private func bringBack(_ drafts: [String: Data], _ center: LiveCenterFolder) throws {
    for (name, bytes) in drafts {
      try bytes.write(to: URL(fileURLWithPath: "\(center.path)/drafts/\(name)"))
      try #require(chmod("\(center.path)/drafts/\(name)", 0o600) == 0)
    }
  }

  /// What the drafts were when an entry was asked and not yet recorded; afterwards it is, and the board is gone.
  private func cut(
    _ center: LiveCenterFolder, _ type: (PseudoTerminal) throws -> Void, until recorded: String
  ) throws -> [String: Data] {
    let board = try center.board(as: "ana", ["--view", "arrive"])
    try board.waitFor("no bus open")
    try type(board)
    var writer: Writer? = try Writer(center)
    board.send("\r")
    board.settle(0.5)
    let asked = try drafts(center)
    #expect(asked.count == 1)
    withExtendedLifetime(writer) {}
    writer = nil
    try board.waitFor(recorded)
    board.signal(SIGKILL)
    try board.waitForEnd()
    return asked
  }

  @Test("a power cut between the record and the end of its draft: the entry is told, and nothing is offered again")
  func powerCut() throws {
    let center = LiveCenterFolder()
    let asked = try cut(
      center,
      { board in
        board.send("f+3 spa")
        try board.waitFor("Spanish")
        board.settle()
      }, until: "0001-R Families A")
    try bringBack(asked, center)
    let after = try center.board(as: "ana", ["--view", "arrive"])
    try after.waitFor("0001-R Families A")
    #expect(!after.screen.text.contains("Not entered yet") && !after.screen.text.contains("> f+3"))
    after.send("\r\u{1B}")
    try after.waitFor("ON ROLL 2 ")
    after.send("Q")
    try after.waitForEnd()
    #expect(try drafts(center).isEmpty)
  }

  @Test("a power cut before the record: the entry is offered, and Enter enters it once under the same id")
  func powerCutBefore() throws {
    let center = LiveCenterFolder()
    let board = try center.board(as: "ana", ["--view", "arrive"])
    try board.waitFor("no bus open")
    board.send("f+3 spa")
    try board.waitFor("Spanish")
    board.settle()
    var writer: Writer? = try Writer(center)
    board.send("\r")
    board.settle(0.5)
    let asked = try drafts(center)
    board.signal(SIGKILL)
    try board.waitForEnd()
    withExtendedLifetime(writer) {}
    writer = nil
    let after = try center.board(as: "ana", ["--view", "arrive"])
    try after.waitFor("Not entered yet")
    after.send("\r")
    try after.waitFor("0001-R Families A")
    after.signal(SIGKILL)
    try after.waitForEnd()
    // The draft as it was asked the first time comes back: its id is the one that was recorded.
    try bringBack(asked, center)
    let last = try center.board(as: "ana")
    #expect(!last.screen.text.contains("Not entered yet"))
    try last.waitFor("ON ROLL 2 ")
  }

  @Test("a command of the palette is not offered again either") func palette() throws {
    let center = LiveCenterFolder()
    let asked = try cut(
      center,
      { board in
        board.send("\u{1B}:arrive f+3 spa")
        try board.waitFor("arrive f+3 spa")
        board.settle()
      }, until: "0001-R")
    try bringBack(asked, center)
    let after = try center.board()
    try after.waitFor("0001-R")
    #expect(!after.screen.text.contains("Not entered yet"))
    after.send("Q")
    try after.waitForEnd()
    #expect(try drafts(center).isEmpty)
  }

  @Test("of two boards of one person, one offers what a third left, even when the disk is full") func once() throws {
    let center = LiveCenterFolder()
    let before = try center.board(as: "ana", ["--view", "arrive"])
    before.send("f+3 spa")
    try before.waitFor("Spanish")
    before.settle()
    before.signal(SIGKILL)
    try before.waitForEnd()
    let script = "trap '' XFSZ; ulimit -f 0; exec \"$0\" board --data \"$1\" --as ana --view arrive"
    let first = try PseudoTerminal("/bin/sh", ["-c", script, Program.path, center.path])
    try first.waitFor("> f+3 spa")
    let second = try center.board(as: "ana", ["--view", "arrive"])
    try second.waitFor("no bus open")
    #expect(!second.screen.text.contains("f+3 spa") && !second.screen.text.contains("Not entered yet"))
    first.signal(SIGKILL)
    try first.waitForEnd()
    let third = try center.board(as: "ana", ["--view", "arrive"])
    try third.waitFor("> f+3 spa")
  }
}
