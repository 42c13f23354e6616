import Alarms
import CaseFlow
import Foundation
import Testing

@testable import Journal

/// The journal's file: whose it is, what fails around it, and its copies.
@Suite struct StoreFileTests {
  @Test func theHeaderComesBackAsItWasGiven() throws {
    let folder = StoreFolder()
    let header = SampleDays.header(try SampleDays.fixture("training"))
    let site = try Site.create(folder.path, header, site: Code("TRN"))
    #expect(Recording.bytes(site.store.header, []) == Recording.bytes(header, []))
    #expect(site.code == Code("TRN"))
    #expect(throws: StoreError.exists(folder: folder.path)) {
      try Site.create(folder.path, header, site: Code("TRN"))
    }
  }

  @Test func theFolderAndItsFilesAreTheirOwnersAlone() throws {
    let folder = StoreFolder()
    let before = umask(0)
    defer { umask(before) }
    _ = try folder.fill(parties: 2)
    #expect(try folder.mode("") == 0o700)
    for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      #expect(try folder.mode(file) == 0o600, "\(file)")
    }
  }

  @Test(arguments: [JournalFile.name, ""]) func whatOthersCanReadIsRefused(file: String) throws {
    let folder = StoreFolder()
    do { _ = try folder.create() }
    chmod("\(folder.path)/\(file)", file.isEmpty ? 0o750 : 0o640)
    let error = #expect(throws: StoreError.self) { try Site.open(folder.path) }
    guard case .unsafe = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(error?.exitStatus == 77)
  }

  @Test func linksFoldersStrangersAndMissingFilesAreRefused() throws {
    let folder = StoreFolder()
    do { _ = try folder.create() }
    let other = StoreFolder()
    try FileManager.default.createDirectory(
      atPath: other.path, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    #expect(throws: StoreError.none(folder: other.path)) { try Site.open(other.path) }
    symlink("\(folder.path)/\(JournalFile.name)", "\(other.path)/\(JournalFile.name)")
    #expect(throws: StoreError.self) { try Site.open(other.path) }
    unlink("\(other.path)/\(JournalFile.name)")
    try other.write(Data(repeating: 7, count: 5_000), JournalFile.name)
    #expect(throws: StoreError.self) { try Site.open(other.path) }
    try other.write(Data(), JournalFile.name)
    #expect(throws: StoreError.self) { try Site.open(other.path) }
    let link = StoreFolder()
    symlink(folder.path, link.path)
    #expect(throws: StoreError.self) { try Site.open(link.path) }
    #expect(throws: StoreError.self) { try Site.open(link.path + "/") }
  }

  @Test func aFullDiskSavesNothingAndWorkGoesOnWhenThereIsRoomAgain() throws {
    let folder = StoreFolder()
    let site = try folder.fill(parties: 2)
    let before = try site.verify()
    var live = try site.live { SampleDays.opening + .hours(25) }
    let pages = try site.journal.setting("page_count")
    try site.journal.set("max_page_count = \(pages)")
    var refused = 0
    for index in 0..<40 {
      do { _ = try live.perform(Act(.arrive(StoreFolder.party())), id: "n\(index)", by: Code("op1")) } catch {
        guard case .store(.notSaved) = error else { throw error }
        refused += 1
      }
    }
    #expect(refused > 0)
    let head = try site.store.head()
    #expect(head == live.center.seq && head >= before.head)
    try site.journal.set("max_page_count = 1000000")
    #expect(try live.perform(Act(.arrive(StoreFolder.party())), id: "later", by: Code("op1")).wasKnown == false)
    #expect(try Site.open(folder.path).verify().fault == nil)
  }

  @Test func aBackupMadeWhileOthersWriteIsWholeAndPrivate() throws {
    let folder = StoreFolder()
    let site = try folder.fill()
    let path = folder.path
    let writer = Thread {
      guard let live = try? Site.open(path).live(clock: { SampleDays.opening + .hours(25) }) else { return }
      var writing = live
      for index in 0..<200 {
        _ = try? writing.perform(Act(.arrive(StoreFolder.party())), id: "w\(index)", by: Code("op2"))
      }
    }
    writer.start()
    let copies = try (0..<5).map { index in
      let found = try site.backup(to: "\(path)/copy\(index)")
      #expect(found.fault == nil)
      #expect(try folder.mode("copy\(index)") == 0o600)
      return found.head
    }
    while !writer.isFinished { usleep(1_000) }
    #expect(copies == copies.sorted())
    #expect(try site.verify().fault == nil)
    #expect(throws: StoreError.taken(file: "\(path)/copy0")) { try site.backup(to: "\(path)/copy0") }
    let leftovers = try FileManager.default.contentsOfDirectory(atPath: path).filter { $0.contains(".part") }
    #expect(leftovers.isEmpty)
  }

  @Test func whatAKilledProcessHadBegunToWriteIsRemovedAndWhatIsBeingWrittenStays() throws {
    let folder = StoreFolder()
    do { _ = try folder.create() }
    try folder.write(Data([1]), "snapshot.4242.part")
    try folder.write(Data([2]), "\(KeyFile.name).77.part")
    try folder.write(Data([3]), "journal.db.old.part")
    try folder.write(Data([4]), "snapshot.4243.part")
    let held = open("\(folder.path)/snapshot.4243.part", O_RDONLY)
    defer { close(held) }
    try #require(flock(held, LOCK_EX | LOCK_NB) == 0)
    _ = try Site.open(folder.path)
    let parts = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".part") }
    #expect(Set(parts) == ["journal.db.old.part", "snapshot.4243.part"])
  }

  @Test func whatIsRestoredIsTheSameAndNothingIsOverwritten() throws {
    let folder = StoreFolder()
    let site = try folder.fill()
    let copy = "\(folder.path)/copy"
    let saved = try site.backup(to: copy)
    let place = StoreFolder()
    let restored = try Site.restore(from: copy, to: place.path)
    #expect(restored.link == saved.link && restored.head == saved.head)
    _ = try KeyFile.create(place.path)
    let again = try Site.open(place.path)
    let (old, new) = (try site.live { SampleDays.opening }, try again.live { SampleDays.opening })
    #expect(Snapshot(old).body == Snapshot(new).body)
    #expect(try again.snapshot()?.center.seq == saved.head, "a restored journal opens at once")
    #expect(throws: StoreError.exists(folder: place.path)) { try Site.restore(from: copy, to: place.path) }

    let third = StoreFolder()
    var bytes = try Data(contentsOf: URL(fileURLWithPath: copy))
    let line = try #require(bytes.range(of: Data("\"by\":\"op3\"".utf8)))
    bytes.replaceSubrange(line, with: Data("\"by\":\"op4\"".utf8))
    try folder.write(bytes, "forged")
    for file in ["forged", "nothing", ""] {
      #expect(throws: StoreError.self) { try Site.restore(from: "\(folder.path)/\(file)", to: third.path) }
      #expect(!FileManager.default.fileExists(atPath: "\(third.path)/\(JournalFile.name)"))
    }
  }

  @Test func anExportIsASoundRecordingWithTheSameState() throws {
    let folder = StoreFolder()
    let site = try folder.fill()
    let live = try site.live { SampleDays.opening }
    let whole = try site.recording()
    let read = try Recording.read(Recording.bytes(whole.header, whole.records))
    var center = read.emptyCenter
    for record in read.records { center.apply(record) }
    let end = read.header.until
    #expect(center.canonicalBytes(at: end) == live.center.canonicalBytes(at: end))
    #expect(read.records.count == Int(try site.store.head()))
  }

  @Test func aPartOfAJournalBeginsWithWhoWasThereAndKeepsItsNumbers() throws {
    let folder = StoreFolder()
    let day = try Recording.read("Fixtures/days/2021-12-24.ndjson")
    let site = try Site.create(folder.path, day.header, site: Code("TRN"))
    let expects = (day.records.first?.seq ?? 0) == 0 ? -1 : 0
    #expect(try site.store.append(Batch(command: "day", records: day.records, expects: Int64(expects))) == .appended)
    let length = (day.header.until - day.header.from).milliseconds
    for part in 1...8 {
      let from = day.header.from + Span(milliseconds: length * Int64(part) / 9)
      let recording = try site.recording(from: from, until: from + .hours(2))
      let faults = Recording.check(Recording.bytes(recording.header, recording.records)).faults
      #expect(faults.isEmpty, "\(part): \(faults.first?.description ?? "")")
      let first = try #require(recording.records.first)
      guard case .stateAt(let opening) = first.event else {
        Issue.record("no opening")
        continue
      }
      var center = day.emptyCenter
      for record in day.records where record.recorded < from { center.apply(record) }
      #expect(first.seq == center.seq)
      #expect(opening.cases.count(where: \.isOnRoll) == center.casesOnRoll.count)
      #expect(recording.records.dropFirst().allSatisfy { from <= $0.recorded && $0.recorded <= from + .hours(2) })
    }
    #expect(throws: StoreError.self) { try site.recording(from: day.header.until, until: day.header.from) }
  }
}

extension StoreFolder {
  /// The permissions of a file in the folder, or of the folder itself.
  func mode(_ file: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: file.isEmpty ? path : "\(path)/\(file)")
    return try #require(attributes[.posixPermissions] as? Int)
  }
}

extension JournalFile {
  /// A setting of the open connection, as a test needs it to make a disk full.
  fileprivate func setting(_ name: String) throws -> Int64 {
    try connection.use { sqlite throws(StoreError) in
      let pragma = try Prepared(sqlite, "PRAGMA \(name)", file: path)
      return try pragma.first { pragma.integer(0) } ?? 0
    }
  }

  fileprivate func set(_ text: String) throws {
    try connection.use { sqlite throws(StoreError) in try Prepared(sqlite, "PRAGMA \(text)", file: path).run() }
  }
}
