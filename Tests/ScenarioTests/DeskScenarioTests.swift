import Foundation
import Glibc
import TestSupport
import Testing

/// Desks of a live center, on two terminals and from the shell.
@Suite("Desk staff and supervisors share one truth", .serialized) struct DeskScenarioTests {
  @Test("two hold the same case at once: the slower one reads who was faster, when and with what") func conflict()
    throws
  {
    let center = LiveCenterFolder()
    let gate = try center.board(as: "gate", ["--view", "arrive"])
    gate.send("fm+3 spa ven\r")
    try gate.waitFor("0001-R Families A")
    let ana = try center.board(as: "ana", ["--view", "reception"])
    let ben = try center.board(as: "ben", ["--view", "reception"])
    for board in [ana, ben] {
      try board.waitFor("0001")
      board.send("h")
      try board.waitFor("Hold 0001-R")
    }
    // Both decide on what they see; the journal is let go when both have pressed.
    let journal = try JournalLock(center.path + "/journal.db")
    ana.send("m")
    ben.send("m")
    ana.settle(0.4)
    ben.settle(0.4)
    journal.release()
    try ana.wait("ana's answer") { $0.screen.text.contains("Put on hold: medical.") }
    try ben.wait("ben's answer") { $0.screen.text.contains("Put on hold: medical.") }
    let told = [("ana", ben), ("ben", ana)].filter { faster, slower in
      let text = slower.screen.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      return text.contains("\(faster) was faster at") && text.contains("Case 0001 is on hold already.")
    }
    #expect(told.count == 1)
  }

  @Test("a board that is opened shows how the rows stood in the hours before") func trend() throws {
    let work = try WorkFolder()
    for (hour, line) in [("09", "arrive fm+3.4 spa"), ("10", "arrive m20 spa"), ("11", "arrive fm+3.4.5.6.7 spa")] {
      let answers = try work.answers([line], at: "2026-03-16T\(hour):05:00-07:00")
      try #require(answers.first?.hasPrefix("ACK") == true, "\(answers)")
    }
    let plain = try work.run(
      ["board", "--plain", "--view", "overview", "--size", "160x40", "--now", "2026-03-16T12:20:00-07:00"])
    let row = try #require(plain.lines.first { $0.contains("Reception") })
    // Four people at first, five an hour later, twelve two hours later: thirteen quarters since the journal begins.
    let trend = row.split(separator: " ").last.map(String.init) ?? ""
    #expect(Set(trend).count >= 3 && trend.count == 13, "\(row)")
  }

  @Test("erasing someone again says when and by whom it was done") func eraseAgain() throws {
    let work = try WorkFolder()
    _ = try work.answers(["arrive m20 spa", "name 1 family=Abendrot given=Ilo"])
    let first = try work.run(
      ["erase", "1", "--second", "lead", "--reason", "asked for", "--now", "2026-03-16T09:30:00-07:00"])
    #expect(first.status == 0 && first.text.contains("the key is destroyed"))
    let second = try work.run(
      ["erase", "1", "--second", "mia", "--reason", "asked for", "--now", "2026-03-17T10:00:00-07:00"], by: "ben")
    #expect(second.status == 0)
    #expect(second.text.contains("was erased already, on 16 Mar 2026 09:30 by kim with lead"))
  }

  @Test("a replay has no arrival line, and says where there is one") func replayedArrivals() throws {
    let day = PackageRoot.url.appendingPathComponent("Fixtures/days/2021-12-24.ndjson").path
    let (refused, _) = try Program.run(["replay", day, "--plain", "--view", "arrive"])
    #expect(refused.status == 64 && refused.errors.contains("jpc board --view arrive"))
  }
}

/// Holds a journal as SQLite's writers do, so that nobody reads or writes it until it is let go.
private final class JournalLock {
  private let descriptor: Int32

  init(_ path: String) throws {
    descriptor = open(path, O_RDWR | O_CLOEXEC)
    try #require(descriptor >= 0)
    // The bytes by which SQLite locks a file: pending, reserved and shared.
    var lock = flock()
    lock.l_type = Int16(F_WRLCK)
    lock.l_whence = Int16(SEEK_SET)
    lock.l_start = 0x4000_0000
    lock.l_len = 512
    try #require(fcntl(descriptor, F_SETLKW, &lock) == 0)
  }

  func release() { close(descriptor) }
}
