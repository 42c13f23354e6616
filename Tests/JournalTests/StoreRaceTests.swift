import Alarms
import CaseFlow
import Foundation
import Testing

@testable import Journal

/// Several at one journal at once.
@Suite struct StoreRaceTests {
  @Test func fourWhoEnterAtOnceLoseNothingAndDoubleNothing() throws {
    let folder = StoreFolder()
    do { _ = try folder.create() }
    let path = folder.path
    let each = 40
    let threads = (0..<4).map { number in
      Thread {
        guard var live = try? Site.open(path).live(clock: { SampleDays.opening }) else { return }
        for index in 0..<each {
          let id = "t\(number)-\(index)"
          guard let entered = try? live.perform(Act(.arrive(StoreFolder.party())), id: id, by: Code("op\(number)")!)
          else { return }
          // A retry of what was acknowledged answers the same.
          if index % 5 == 0 {
            guard let again = try? live.perform(Act(.arrive(StoreFolder.party())), id: id, by: Code("op\(number)")!),
              again.wasKnown, again.records.map(\.seq) == entered.records.map(\.seq)
            else { return }
          }
        }
      }
    }
    threads.forEach { $0.start() }
    for thread in threads { while !thread.isFinished { usleep(1_000) } }
    let site = try Site.open(path)
    let records = try site.store.records(-1, 10_000)
    #expect(records.map(\.seq) == Array(1...Int64(records.count)))
    #expect(records.count { if case .partyArrived = $0.event { true } else { false } } == 4 * each)
    #expect(try site.verify().fault == nil)
    for number in 0..<4 {
      for index in 0..<each { #expect(try site.store.find("t\(number)-\(index)") != nil) }
    }
  }

  @Test func oneWhoIsKilledInTheMiddleOfAnEntryLeavesAWholeJournal() throws {
    let folder = StoreFolder()
    let site = try folder.fill(parties: 2)
    let head = try site.store.head()
    // A rollback journal as a power cut leaves it: the pages before the entry, and an entry half written.
    let hot = "\(folder.path)/\(JournalFile.name)-journal"
    let copy = StoreFolder()
    try FileManager.default.createDirectory(
      atPath: copy.path, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    try site.journal.connection.use { sqlite throws(StoreError) in
      try Prepared(sqlite, "PRAGMA cache_size = 1", file: hot).run()
      try Prepared(sqlite, "BEGIN IMMEDIATE", file: hot).run()
      let insert = try Prepared(
        sqlite, "INSERT INTO event SELECT seq + 1000000, line || line, command, chain FROM event", file: hot)
      for _ in 0..<1 { try insert.run() }
      for file in [JournalFile.name, "\(JournalFile.name)-journal"] {
        let bytes = FileManager.default.contents(atPath: "\(folder.path)/\(file)") ?? Data()
        _ = FileManager.default.createFile(
          atPath: "\(copy.path)/\(file)", contents: bytes, attributes: [.posixPermissions: 0o600])
      }
      try Prepared(sqlite, "ROLLBACK", file: hot).run()
    }
    let size = try FileManager.default.attributesOfItem(atPath: "\(copy.path)/\(JournalFile.name)-journal")[.size]
    #expect(try #require(size as? Int) > 0)
    _ = try KeyFile.create(copy.path)
    let again = try Site.open(copy.path)
    #expect(try again.store.head() == head)
    #expect(try again.verify().fault == nil)
  }

  @Test func whoWaitsIsWokenOnceForEachEntry() throws {
    let folder = StoreFolder()
    let one = try folder.create()
    let two = try Site.open(folder.path)
    var woken = 0
    for record in StoreFolder.arrivals(30) {
      _ = one.watch
      _ = try two.store.append(
        Batch(command: "c\(record.seq)", records: [record], expects: record.seq == 1 ? -1 : record.seq - 1))
      while StoreFolder.waits(one.watch, milliseconds: 50) {
        woken += 1
        one.drainWatch()
      }
      #expect(try one.store.head() == record.seq)
    }
    #expect(woken == 30)
  }
}
