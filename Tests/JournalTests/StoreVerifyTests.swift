import Alarms
import CaseFlow
import Foundation
import GRDB
import Testing

@testable import Journal

/// What `verify` finds, in journals that somebody has altered behind the program's back.
@Suite struct StoreVerifyTests {
  @Test func aWholeJournalHasNoFaultAndTellsItsLastLink() throws {
    let folder = StoreFolder()
    let site = try folder.fill()
    let found = try site.verify()
    #expect(found.fault == nil)
    #expect(found.records == Int(found.head) && found.head > 100)
    #expect(found.link.count == 64)
    // The chain, as anyone can compute it with a tool for SHA-256.
    var link = digest(Array("SMP".utf8) + [0] + site.journal.headerLine)
    try folder.database { db in
      for row in try Row.fetchAll(db, sql: "SELECT command, line FROM event ORDER BY seq") {
        let before = stride(from: 0, to: 64, by: 2).map {
          UInt8(link.dropFirst($0).prefix(2), radix: 16)!
        }
        link = digest(before + Array((row[0] as String).utf8) + [0] + Array((row[1] as String).utf8))
      }
    }
    #expect(found.link == link)
  }

  @Test(
    arguments: [
      ("UPDATE event SET line = replace(line, '\"by\":\"op3\"', '\"by\":\"op4\"') WHERE seq = 40", 40),
      ("UPDATE event SET command = 'other' WHERE seq = 41", 41),
      ("UPDATE event SET chain = zeroblob(32) WHERE seq = 42", 42),
      ("DELETE FROM event WHERE seq = 43", 44),
      ("DELETE FROM event WHERE seq <= 2", 3),
      ("UPDATE event SET line = 'nonsense' WHERE seq = 1", 1),
      ("INSERT INTO event SELECT max(seq) + 2, line, command, chain FROM event", -1),
    ])
  func anAlteredRecordIsNamed(sql: String, seq: Int) throws {
    let folder = StoreFolder()
    let site = try folder.fill()
    try folder.tamper(sql)
    let fault = try #require(try site.verify().fault)
    #expect(fault.seq == (seq < 0 ? try site.store.head() : Int64(seq)))
  }

  @Test("nothing is written behind a link that has another length than a link", arguments: [0, 16, 40])
  func brokenLink(bytes: Int) throws {
    let folder = StoreFolder()
    let site = try folder.fill()
    let head = try site.store.head()
    try folder.tamper("UPDATE event SET chain = zeroblob(\(bytes)) WHERE seq = \(head)")
    var record = try #require(try site.journal.records(after: head - 1, most: 1).first)
    record.seq = head + 1
    let fault = #expect(throws: StoreError.self) {
      try site.store.append(Batch(command: "next", records: [record], expects: head))
    }
    #expect(fault?.description.contains("record \(head): it, its command or the link before") == true)
    #expect(try site.journal.records(after: head, most: 1).isEmpty)
  }

  @Test func aJournalWhoseChainWasMadeAnewIsStillJudgedByEveryRule() throws {
    let folder = StoreFolder()
    let site = try folder.create()
    var records = StoreFolder.records(10)
    // A party that arrives twice: whoever could write the file could also make its chain.
    let arrival = try #require(records.firstIndex { if case .partyArrived = $0.event { true } else { false } })
    records.insert(records[arrival], at: arrival + 1)
    for index in records.indices { records[index].seq = Int64(index + 1) }
    _ = try site.store.append(Batch(command: "forged", records: records, expects: -1))
    let found = try site.verify()
    let refused = try #require(found.refused.first)
    #expect(refused.seq == Int64(arrival + 2))
    #expect(refused.recorded == records[arrival + 1].recorded)
    #expect(refused.why.contains("rule"))
    // It stands in the chain as it was written: what was recorded is never lost to a rule, nor is what came after it.
    #expect(found.fault == nil && found.records == records.count && found.refusals > 0)
    let copy = folder.path + "-copy.db"
    defer { unlink(copy) }
    #expect(try site.backup(to: copy).records == records.count)
  }

  @Test func ofManyRefusedRecordsTheFirstTwentyAreNamedAndAllAreCounted() throws {
    let folder = StoreFolder()
    let site = try folder.create()
    var records = StoreFolder.records(10)
    let arrival = try #require(records.firstIndex { if case .partyArrived = $0.event { true } else { false } })
    let twice = Array(repeating: records[arrival], count: 25)
    records = Array(records[...arrival]) + twice
    for index in records.indices { records[index].seq = Int64(index + 1) }
    _ = try site.store.append(Batch(command: "forged", records: records, expects: -1))
    let found = try site.verify()
    #expect(found.fault == nil && found.refusals == 25)
    #expect(found.refused.map(\.seq) == (1...20).map { Int64(arrival + 1 + $0) })
  }

  @Test func detailsThatWereExchangedOrRemovedAreFound() throws {
    for sql in [
      "UPDATE sealed SET bytes = zeroblob(80)", "UPDATE sealed SET person = person + 1", "DELETE FROM sealed",
      "INSERT INTO sealed SELECT seq - 1, person, bytes FROM sealed",
    ] {
      let folder = StoreFolder()
      let site = try folder.create()
      var live = try site.live { SampleDays.opening }
      var act = Act(.arrive(StoreFolder.party()))
      var details = PersonDetails()
      details.familyName = "Quispe Tintaya"
      act.details = [.member(0): details]
      _ = try live.perform(act, id: "a", by: Code("op1"))
      let whole = try site.verify()
      #expect(whole.fault == nil && whole.sealed == 1)
      try folder.tamper(sql)
      #expect(try site.verify().fault != nil, "\(sql)")
    }
  }

  @Test func aSnapshotThatSaysOtherwiseIsFoundAndSoIsACutOffEnd() throws {
    let folder = StoreFolder()
    let site = try folder.fill()
    var lying = Snapshot(site.store.header)
    for record in try site.store.records(-1, 60) where record.seq <= 60 { lying.take(record) }
    try site.keep(lying)
    #expect(try site.verify().fault == nil)
    #expect(try site.verify().snapshot == 60)

    // A snapshot that knows the end, of a journal whose end is gone.
    try site.keep(Snapshot(try site.live { SampleDays.opening }))
    let head = try site.store.head()
    try folder.tamper("DELETE FROM event WHERE seq > \(head - 5)")
    let cut = try #require(try site.verify().fault)
    #expect(cut.seq == head)
    #expect(cut.why.contains("cut off"))

    lying.lastAuthor = Code("op9")
    try site.keep(lying)
    let lie = try #require(try site.verify().fault)
    #expect(lie.seq == 60)
  }

  @Test func aFileWithOtherTablesOrATriggerOfSomebodyElsesIsNotOpened() throws {
    for sql in [
      "CREATE TABLE more(x)", "DROP TRIGGER eventNoDELETE", "PRAGMA user_version = 2", "PRAGMA application_id = 0",
      "CREATE TRIGGER x AFTER INSERT ON event BEGIN INSERT INTO sealed VALUES (1, 1, 'x'); END",
    ] {
      let folder = StoreFolder()
      do { _ = try folder.create() }
      try folder.database { try $0.execute(sql: sql) }
      #expect(throws: StoreError.self, "\(sql)") { try Site.open(folder.path) }
    }
  }
}

extension StoreFolder {
  /// Opens the journal with a tool of one's own.
  func database(_ body: (Database) throws -> Void) throws {
    let queue = try DatabaseQueue(path: "\(path)/\(JournalFile.name)")
    try queue.inDatabase(body)
    try queue.close()
  }

  /// Alters the journal as one could who takes the triggers away and puts them back.
  func tamper(_ sql: String) throws {
    try database { db in
      let triggers = try String.fetchAll(db, sql: "SELECT sql FROM sqlite_master WHERE type = 'trigger'")
      for name in try String.fetchAll(db, sql: "SELECT name FROM sqlite_master WHERE type = 'trigger'") {
        try db.execute(sql: "DROP TRIGGER \(name)")
      }
      try db.execute(sql: sql)
      for trigger in triggers { try db.execute(sql: trigger) }
    }
  }
}
