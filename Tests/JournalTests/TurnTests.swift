import CaseFlow
import Foundation
import Testing

@testable import Journal

@Suite("Those who write at one journal go in turn") struct TurnTests {
  /// What several writers did, each with the folder open for itself.
  private final class Tally: @unchecked Sendable {
    var turns: [Int]
    var writing = 0
    var together = 0
    var isOver = false
    init(_ writers: Int) { turns = [Int](repeating: 0, count: writers) }
  }

  @Test("one at a time, and none goes again and again while others wait") func fair() throws {
    let folder = StoreFolder()
    try PrivateFile.makeFolder(folder.path)
    let path = folder.path
    let tally = Tally(4)
    let ends = Date().addingTimeInterval(0.6)
    let writers = (0..<4).map { number in
      Thread {
        let turn = Turn(path)
        while Date() < ends {
          turn.take(first: false)
          tally.writing += 1
          if tally.writing != 1 { tally.together += 1 }
          usleep(300)
          tally.turns[number] += 1
          tally.writing -= 1
          turn.end()
        }
      }
    }
    writers.forEach { $0.start() }
    for writer in writers { while !writer.isFinished { usleep(1_000) } }
    #expect(tally.together == 0)
    let (fewest, most) = (tally.turns.min() ?? 0, tally.turns.max() ?? 0)
    #expect(fewest * 3 >= most, "turns: \(tally.turns)")
    #expect(
      try FileManager.default.attributesOfItem(atPath: "\(path)/\(Turn.name)")[.posixPermissions] as? Int == 0o600)
  }

  @Test("who waits at a screen goes before scripts that write without pause") func first() throws {
    let folder = StoreFolder()
    try PrivateFile.makeFolder(folder.path)
    let path = folder.path
    let tally = Tally(4)
    let scripts = (0..<4).map { number in
      Thread {
        let turn = Turn(path)
        while !tally.isOver {
          turn.take(first: false)
          usleep(2_000)
          tally.turns[number] += 1
          turn.end()
        }
      }
    }
    scripts.forEach { $0.start() }
    let turn = Turn(path)
    var passed: [Int] = []
    for _ in 0..<25 {
      usleep(5_000)
      let before = tally.turns.reduce(0, +)
      turn.take(first: true)
      passed.append(tally.turns.reduce(0, +) - before)
      turn.end()
    }
    tally.isOver = true
    for script in scripts { while !script.isFinished { usleep(1_000) } }
    // Whoever writes is waited for, and mostly nobody else; in line, four would go before.
    #expect(passed.sorted()[12] <= 2, "turns of others before one's own: \(passed)")
  }

  @Test("who is gone leaves the turn to others; who only stopped is not waited for without end") func stopped() throws {
    let folder = StoreFolder()
    let site = try folder.create()
    var live = try site.live { SampleDays.opening }
    func enter(_ id: String) throws -> Double {
      let began = Date()
      _ = try live.perform(Act(.arrive(StoreFolder.party())), id: id, by: Code("op1"))
      return Date().timeIntervalSince(began)
    }
    var other: Turn? = Turn(folder.path)
    other?.take(first: false)
    #expect(try enter("behind-who-stopped") > 1)
    other = nil
    #expect(try enter("behind-nobody") < 1)
    #expect(try site.verify().records == live.center.seq)
  }

  @Test("reading alone leaves no file of turns behind, and where there can be none entries are taken") func without()
    throws
  {
    let folder = StoreFolder()
    let site = try folder.create()
    _ = try site.live { SampleDays.opening }
    #expect(!PrivateFile.exists("\(folder.path)/\(Turn.name)"))
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/\(Turn.name)", withDestinationPath: "/nowhere/\(UUID().uuidString)")
    var live = try site.live { SampleDays.opening }
    #expect(try !live.perform(Act(.arrive(StoreFolder.party())), id: "x", by: Code("op1")).records.isEmpty)
  }
}
