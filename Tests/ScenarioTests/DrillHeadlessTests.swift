import Foundation
import TestSupport
import Testing

/// Drills without a screen: what is played, what is written, and that it is the same each time.
@Suite("A drill without a screen")
struct DrillHeadlessTests {
  private static let script = [
    "# first training", "17:01 takeover", "17:02 ana charge", "17:04:30 ana declare", "17:05 controller hold BUS-45",
    "17:06 ana reserve hall", "17:07 controller fire BUS-45", "17:08:10 ana arrive fm+7.4 spa ven",
    "17:09 back 17:05", "17:05 takeover", "17:06:30 ben reserve hall", "17:08:20 controller end",
  ]

  @Test("the same script and seed give the same branches, byte for byte, in whatever steps time passes")
  func sameBytes() throws {
    let place = try DrillPlace()
    let once = try place.played(Self.script)
    #expect(once.count == 2)
    #expect(try place.played(Self.script) == once)
    let stepped = Self.script.flatMap { line -> [String] in
      line.hasPrefix("17:06 ") ? ["17:05:07 wait", "17:05:59 wait", line] : [line]
    }
    #expect(try place.played(stepped) == once)
    #expect(try place.played(Self.script, ["--seed", "77"]) != once)
  }

  @Test("a branch keeps its parent's past, says DRILL, and is sound") func branches() throws {
    let place = try DrillPlace()
    let file = try place.work.file("team.txt", Self.script.map { $0 + "\n" }.joined())
    let out = place.folder
    let result = try place.work.run(["drill", DrillPlace.scenario, "--headless", "--team", file, "--out", out])
    try #require(result.status == 0, "\(result.errors)")
    let (first, second) = (try place.branches()[0], try place.branches()[1])
    let taken = try #require(second.firstIndex { $0.contains("\"type\":\"drillTakenOver\",\"branch\":2") })
    // The second branch was taken over at 17:05, before the hall was ordered; what was held before it is its past too.
    #expect(Array(first[1..<taken]) == Array(second[1..<taken]))
    #expect(!second[1..<taken].contains { $0.contains("reserveOrdered\",\"reserve\":\"hall") })
    #expect(second.contains { $0.contains("\"by\":\"ben\"") && $0.contains("reserveOrdered") })
    #expect(second[0].contains("\"branch\":2,\"parent\":1") && second[0].contains("DRILL"))
    #expect(second.last?.contains("\"type\":\"drillEnded\",\"end\":\"controller\"") == true)
    for branch in ["branch-1.ndjson", "branch-2.ndjson"] {
      let checked = try place.work.run(["check", "\(out)/\(branch)"])
      #expect(checked.status == 0, "\(checked.text)")
      let attributes = try FileManager.default.attributesOfItem(atPath: "\(out)/\(branch)")
      #expect((attributes[.posixPermissions] as? Int) == 0o600)
    }
    #expect(try FileManager.default.attributesOfItem(atPath: out)[.posixPermissions] as? Int == 0o700)
    let replayed = try place.work.run(["replay", "\(out)/branch-2.ndjson", "--plain"])
    #expect(replayed.text.contains("DRILL") && !replayed.text.contains("REPLAY"))
    let report = try place.work.run(["report", "day", "\(out)/branch-2.ndjson"])
    #expect(report.lines.first?.contains("DRILL FIRST-TEN, branch 2 of 1") == true)
  }

  @Test("a team that follows rules answers what is asked of it") func rules() throws {
    let place = try DrillPlace()
    let run = ["drill", DrillPlace.scenario, "--headless", "--team", "rules", "--out", place.folder]
    #expect(try place.work.run(run).status == 0)
    let branch = try place.branches()[0]
    for done in ["crisisDeclared", "reserveOrdered", "actionDone"] {
      #expect(branch.contains { $0.contains("\"type\":\"\(done)\"") && $0.contains("\"by\":\"") }, "\(done)")
    }
    // Again in the same folder: nothing is written over.
    let again = try place.work.run(run)
    #expect(again.status == 73 && again.errors.contains("holds a drill already"))
    #expect(try place.branches() == [branch])
  }

  @Test("the controller of a script adds injects and changes those to come, in the words of the board")
  func injects() throws {
    let place = try DrillPlace()
    let script = [
      "17:01 takeover", "17:02 controller inject message 17:04 \"Gate: a second bus\"",
      "17:03 controller inject BUS-45 17:06 count=12", "17:08 controller end",
    ]
    let text = try place.played(script)[0].joined(separator: "\n")
    #expect(text.contains("17:04:00-07:00\",\"by\":\"jpc\",\"type\":\"injectFired\",\"inject\":\"C1\",\"told\":\"Gate"))
    #expect(text.contains("17:06:00-07:00\",\"by\":\"jpc\",\"type\":\"injectFired\",\"inject\":\"BUS-45\""))
    #expect(text.contains("\"type\":\"arrivalAnnounced\",\"people\":12"))
  }

  @Test("a refused command is counted, one that cannot be read is told with its place") func faults() throws {
    let place = try DrillPlace()
    let script = ["17:01 takeover", "17:02 ana standdown", "17:03 ana shout"].map { $0 + "\n" }.joined()
    let file = try place.work.file("team.txt", script)
    let result = try place.work.run(
      ["drill", DrillPlace.scenario, "--headless", "--team", file, "--out", place.folder])
    #expect(result.status == 65)
    #expect(result.errorLines.contains { $0.hasPrefix("\(file):2:11: REFUSED") }, "\(result.errors)")
    #expect(result.errorLines.contains { $0.hasPrefix("\(file):3:11:") }, "\(result.errors)")
    #expect(try place.branches()[0].contains { $0.contains("\"by\":\"ana\"") && $0.contains("commandRefused") })
  }

  @Test(
    "a script is refused where it cannot be meant",
    arguments: [
      ("25:00 takeover", ":1:1:"), ("17:02", ":1:6:"), ("17:02 ana charge", ":1:1:"),
      ("17:01 takeover\n17:02 sup3 charge", ":2:7:"), ("17:01 takeover\n17:02 controller shout", ":2:7:"),
      ("17:03 takeover\n17:02 wait", ":2:1:"), ("17:01 takeover\n17:02 controller inject buss 17:07", ":2:25:"),
      ("17:01 takeover\n17:02 controller inject bus 17:07 count=20 minutes=99999999999999999", ":2:"),
      ("17:01 takeover\n17:02 controller fire BUS-54", ":2:"),
      ("17:01 takeover\n17:11 ana charge ana", ":2:1: the drill is over"),
    ])
  func badScripts(_ script: String, _ place: String) throws {
    let drill = try DrillPlace()
    let file = try drill.work.file("team.txt", script + "\n")
    let result = try drill.work.run(
      ["drill", DrillPlace.scenario, "--headless", "--team", file, "--out", drill.folder])
    #expect(result.status == 65)
    // An inject is looked at before anything is played.
    let isPlayed = FileManager.default.fileExists(atPath: drill.folder)
    #expect(!isPlayed || !script.contains("controller"), "\(script)")
    #expect(result.errorLines.count == 1 && result.errors.contains(file + place), "\(result.errors)")
  }

  @Test("a drill never writes into a data folder, and never opens one") func dataFolder() throws {
    let place = try DrillPlace()
    let before = try place.center()
    for folder in [place.work.data, "\(place.work.data)/drills", "\(place.work.data)/../data"] {
      let result = try place.work.run(
        ["drill", DrillPlace.scenario, "--headless", "--team", "rules", "--out", folder])
      #expect(result.status == 73 && result.errors.contains("data folder of a center"), "\(result.errors)")
    }
    #expect(try place.center() == before)
  }

  @Test("without a terminal it says so, and names --headless") func noTerminal() throws {
    let place = try DrillPlace()
    let result = try place.work.run(["drill", DrillPlace.scenario])
    #expect(result.status == 64 && result.errors.contains("--headless"))
    let plain = try place.work.run(["drill", DrillPlace.scenario, "--plain", "--view", "alarms"])
    #expect(plain.status == 0 && plain.text.contains("DRILL"))
  }
}
