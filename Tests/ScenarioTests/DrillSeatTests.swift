import Foundation
import TestSupport
import Testing

/// Who sits at a drill, what each may do, and what becomes of the others when one is gone.
@Suite("Those who sit at a drill")
struct DrillSeatTests {
  @Test("nobody sees what is to come unless who sits at the first terminal lets them") func control() throws {
    let place = try DrillPlace()
    let team = try place.board()
    let guest = try place.join(as: "ben")
    team.send("T")
    try guest.waitFor("b1")
    guest.send(":controller\r")
    try guest.waitFor("ana is asked")
    try team.waitFor("Let ben control the drill?")
    guest.send("X")
    try guest.waitFor("THIS DRILL")
    #expect(!guest.screen.text.contains("BUS-45"))
    team.send("n")
    try guest.waitFor("ana does not let you")
    #expect(!guest.screen.text.contains("BUS-45"))
    guest.send(":controller\r")
    try team.waitFor("Let ben control the drill?")
    team.send("y")
    try guest.waitFor("BUS-45")
    team.send("X")
    try team.waitFor("ben (controller)")
    #expect(!team.screen.text.contains("BUS-45"))
    // Whoever controls it decides about the first terminal too.
    team.send(":controller\r")
    try guest.waitFor("Let ana control the drill?")
    guest.send("n")
    try team.waitFor("ben does not let you")
    try team.leaveDrill()
    _ = try guest.waitForEnd(seconds: 30)
    #expect(guest.printed.contains("The drill is over: its first terminal was left."))
    let control = try place.branches()[0].filter { $0.contains("controlTaken") }
    #expect(control.count == 1 && control[0].contains("\"by\":\"ben\""))
  }

  @Test("the first terminal is left only by who says so again, and the end is recorded") func leaving() throws {
    let place = try DrillPlace()
    let team = try place.board()
    team.send("T")
    try team.waitFor("b1")
    let guest = try place.join(as: "ben")
    team.send("Q")
    try team.waitFor("ends the drill for 1 other")
    team.send("n")
    try team.waitForNo("ends the drill for 1 other")
    guest.send("X")
    try guest.waitFor("THIS DRILL")
    try team.leaveDrill()
    #expect(try place.branches()[0].last?.contains("\"end\":\"left\"") == true)
    #expect(try place.work.run(["check", "\(place.folder)/branch-1.ndjson"]).status == 0)
  }

  @Test("two of one name cannot be told apart: the second is refused") func names() throws {
    let place = try DrillPlace()
    let team = try place.board(as: "ana")
    let second = try PseudoTerminal(
      Program.path, ["drill", "--join", place.folder, "--as", "Ana"], columns: 80, rows: 24,
      environment: ["HOME": place.work.root.path])
    _ = try second.waitForEnd(seconds: 30)
    #expect(second.printed.contains("sits at this drill already; join it under another name with --as NAME"))
    team.send("Q")
    #expect(try team.waitForEnd(seconds: 30) == .exit(0))
  }

  @Test("when the first terminal is killed the others say so, and what was played is kept") func killed() throws {
    let place = try DrillPlace()
    let team = try place.board()
    team.send("T")
    try team.waitFor("b1")
    let guest = try place.join(as: "ben")
    guest.send(":charge ben\r")
    try guest.waitFor("IN CHARGE")
    team.signal(SIGKILL)
    _ = try team.waitForEnd()
    #expect(try guest.waitForEnd(seconds: 30) == .exit(0))
    #expect(guest.printed.contains("its first terminal is gone. What was played is kept in \(place.folder)"))
    #expect(guest.leftBehind.isEmpty)
    #expect(try place.branches()[0].contains { $0.contains("chargeTaken") })
    let check = try place.work.run(["check", "\(place.folder)/branch-1.ndjson"])
    #expect(check.status == 0 && check.errors.contains("(DRILL FIRST-TEN, branch 1): no fault found"))
    let report = try place.work.run(["report", "drill", "\(place.folder)/branch-1.ndjson"])
    #expect(report.status == 0 && report.lines.first?.contains("DRILL") == true)
    let again = try place.work.run(["drill", "--join", place.folder, "--as", "ben"])
    #expect(again.status == 66)
  }

  @Test("a folder in which a drill is being played is not taken; the door of one that was killed is") func door() throws
  {
    let place = try DrillPlace()
    let team = try place.board()
    let other = try PseudoTerminal(
      Program.path, ["drill", DrillPlace.scenario, "--as", "ben", "--out", place.folder],
      environment: ["HOME": place.work.root.path])
    #expect(try other.waitForEnd(seconds: 30) == .exit(73))
    #expect(other.printed.contains("a drill is being played there; join it with --join"))
    let headless = try place.work.run(
      ["drill", DrillPlace.scenario, "--headless", "--team", "rules", "--out", place.folder])
    #expect(headless.status == 73 && headless.errors.contains("a drill is being played there"), "\(headless.errors)")
    team.signal(SIGKILL)
    _ = try team.waitForEnd()
    #expect(FileManager.default.fileExists(atPath: "\(place.folder)/drill.sock"))
    let again = try place.board()
    let guest = try place.join(as: "ben")
    guest.send("Q")
    #expect(try guest.waitForEnd(seconds: 30) == .exit(0))
    again.send("Q")
    #expect(try again.waitForEnd(seconds: 30) == .exit(0))
  }

  @Test("a disk that takes nothing is told of, leaves whole lines, and is caught up with when it does again")
  func fullDisk() throws {
    let place = try DrillPlace()
    let process = place.work.path("process")
    // A file may grow no further than a limit: half a line is written, as on a disk that is full.
    let script = "trap '' XFSZ; echo $$ > \"$0\"; exec \"$@\""
    let team = try PseudoTerminal(
      "/bin/bash",
      [
        "-c", script, process, Program.path, "drill", DrillPlace.scenario, "--as", "ana", "--out", place.folder,
        "--paused",
      ], columns: 100, rows: 30, environment: ["HOME": place.work.root.path])
    try team.wait("the drill", seconds: 30) { $0.screen.text.contains("17:01:00") }
    let pid = try String(contentsOfFile: process, encoding: .utf8).trimmingCharacters(in: .whitespacesAndNewlines)
    func limit(_ bytes: String) throws {
      let run = Process()
      run.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      run.arguments = ["prlimit", "--pid", pid, "--fsize=\(bytes):"]
      try run.run()
      run.waitUntilExit()
      try #require(run.terminationStatus == 0)
    }
    let file = "\(place.folder)/branch-1.ndjson"
    team.send("T")
    try team.waitFor("b1")
    let before = try #require(FileManager.default.contents(atPath: file))
    try limit("\(before.count + 40)")
    team.send(":charge ana\r")
    try team.waitFor("branch-1.ndjson")
    #expect(FileManager.default.contents(atPath: file)?.last == UInt8(ascii: "\n"))
    let full = try place.work.run(["check", file])
    #expect(full.status == 0, "\(full.errors)")
    try limit("unlimited")
    team.send("3fm+7 spa\r")
    try team.waitForNo("branch-1.ndjson")
    try team.leaveDrill()
    let branch = try place.branches()[0]
    #expect(branch.contains { $0.contains("chargeTaken") } && branch.contains { $0.contains("\"by\":\"ana\"") })
    let check = try place.work.run(["check", file])
    #expect(check.status == 0 && check.errors.contains("no fault found"), "\(check.errors)")
  }

  @Test("while the first terminal is suspended the others can leave, and are told why")
  func suspended() throws {
    let place = try DrillPlace()
    let team = try place.board()
    let guest = try place.join(as: "ben")
    // A key that changes nothing is answered: whoever waits after it is not alone.
    guest.send("\u{1B}")
    guest.settle()
    team.signal(SIGSTOP)
    // What it shows is old from now on, and says so, until the drill goes on.
    try guest.waitFor("NOT FED")
    team.signal(SIGCONT)
    try guest.wait("the drill goes on") { !$0.screen.text.contains("NOT FED") }
    team.signal(SIGSTOP)
    guest.send("2")
    guest.send("Q")
    #expect(try guest.waitForEnd(seconds: 30) == .exit(0))
    #expect(guest.printed.contains("The first terminal of the drill does not answer, so you left by yourself."))
    #expect(guest.leftBehind.isEmpty)
    team.signal(SIGCONT)
    team.send("X")
    try team.waitFor("The first ten minutes")
    team.send("Q")
    #expect(try team.waitForEnd(seconds: 30) == .exit(0))
  }

  @Test("a report is never written into a center's folder nor over another file") func reportFile() throws {
    let place = try DrillPlace()
    let before = try place.center()
    let taken = try place.work.file("report.md", "mine")
    for (path, says) in [
      ("\(place.work.data)/report.md", "in the data folder of a center"), (taken, "is there already"),
    ] {
      let result = try place.work.run(
        ["drill", DrillPlace.scenario, "--headless", "--team", "rules", "--report", path])
      #expect(result.status == 73 && result.errors.contains(says) && result.errors.contains("--report"))
    }
    #expect(try place.center() == before)
    #expect(try String(contentsOfFile: taken, encoding: .utf8) == "mine")
    let out = try place.work.run(
      ["drill", DrillPlace.scenario, "--headless", "--team", "rules", "--out", "\(place.work.data)/drill"])
    #expect(out.status == 73 && out.errors.contains("name another folder with --out"))
  }
}
