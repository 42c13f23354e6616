import CaseFlow
import Foundation
import GRDB
import Testing

@testable import Journal

@Suite("The files of keys and names are their owner's alone")
struct VaultFileTests {
  let folder: VaultFolder

  init() throws { folder = try VaultFolder() }

  private var keyFile: String { folder.file(KeyFile.name) }

  @Test("a key destroyed is gone from the bytes of the file and leaves no journal behind")
  func destroysBytes() throws {
    let keys = try KeyFile.create(folder.path)
    var random = SystemRandomNumberGenerator()
    let people = (1...3_000).map { PersonID(number: $0) }.shuffled(using: &random)
    for some in stride(from: 0, to: people.count, by: 50) {
      _ = try keys.vault.seal(people[some..<some + 50].map { ($0, details()) })
    }
    let rows = try keys.rows().shuffled(using: &random)
    let gone = rows.prefix(200)
    for row in rows.prefix(20) { #expect(try folder.holds(try #require(row.wrapped))) }
    for row in gone { try keys.vault.destroy(row.person) }
    let bytes = try folder.bytes()
    #expect(bytes.keys.sorted() == [KeyFile.name])
    let file = try #require(bytes[KeyFile.name])
    for row in gone {
      let wrapped = Data(try #require(row.wrapped))
      #expect(file.range(of: wrapped) == nil)
      #expect(file.range(of: wrapped.dropFirst(24)) == nil)
    }
    for row in rows.suffix(20) { #expect(file.range(of: Data(try #require(row.wrapped))) != nil) }
  }

  @Test("no name stands in clear in any file, in any of the ways names are written")
  func showsNoName() throws {
    let keys = try KeyFile.create(folder.path)
    let name = "Zyxwvuqarpñil"
    let sealed = try keys.vault.seal([(PersonID(number: 7), details(family: name, note: "cousin of \(name)"))])
    try Data(sealed[0]).write(to: URL(fileURLWithPath: folder.file("sealed")))
    try keys.export(to: folder.file("backup.keys"), passphrase: "correct horse battery", of: .test, cost: .test)
    _ = try? keys.vault.open(PersonID(number: 7), Array(sealed[0].dropLast()))
    try keys.vault.destroy(PersonID(number: 9))
    for needle in writings(of: name) { #expect(try !folder.holds(needle)) }
    for failure: StoreError in [.damaged(file: keys.file, why: JournalSentences.detailsDamaged(PersonID(number: 7)))] {
      #expect(!failure.description.contains(name))
    }
    try Data(writings(of: name)[1]).write(to: URL(fileURLWithPath: folder.file("control")))
    #expect(try folder.holds(writings(of: name)[1]))
  }

  /// UTF-8, UTF-16 both ways, base64 at each of its three offsets, and the hash in bytes and in text.
  private func writings(of name: String) -> [[UInt8]] {
    let utf8 = Array(name.utf8)
    var found = [utf8, Array(name.data(using: .utf16LittleEndian)!), Array(name.data(using: .utf16BigEndian)!)]
    for offset in 0..<3 {
      let text = Data([UInt8](repeating: 0, count: offset) + utf8).base64EncodedString()
      found.append(Array(text.utf8.dropFirst(4).dropLast(4)))
    }
    found.append(Array(digest(utf8).utf8))
    return found
  }

  @Test("somebody entered, corrected and erased leaves no name in any file of the data folder")
  func dataFolder() throws {
    let name = "Zyxwvuqarpñil"
    let store = StoreFolder()
    let site = try store.create()
    var live = try site.live { SampleDays.opening }
    var arrival = Act(.arrive(StoreFolder.party()))
    arrival.details[.member(0)] = details(family: name)
    _ = try live.perform(arrival, id: "a", by: Code("op1"))
    let person = try #require(live.center.people.items.first?.id)
    var correction = Act(nil)
    correction.details[.person(person)] = details(family: name + "ez", note: "called \(name) by the cousin")
    _ = try live.perform(correction, id: "b", by: Code("op1"))
    #expect(try live.details(of: person)?.familyName == name + "ez")
    try Data(site.vault.sealDraft(details(family: name))).write(to: URL(fileURLWithPath: store.path + "/draft"))
    for needle in writings(of: name) { #expect(try !holds(store.path, needle)) }
    _ = try live.erase(person, because: "asked for it", second: Code("sup1"), id: "c", by: Code("op1"))
    #expect(try live.details(of: person) == nil)
    for needle in writings(of: name) { #expect(try !holds(store.path, needle)) }
    #expect(try holds(store.path, Array("detailsErased".utf8)), "the search does find what is there")
  }

  /// Whether any file below a folder holds these bytes.
  private func holds(_ path: String, _ needle: [UInt8]) throws -> Bool {
    try VaultFolder.bytes(below: path).values.contains { $0.range(of: Data(needle)) != nil }
  }

  @Test("made for their owner alone, whatever the umask")
  func modes() throws {
    let before = umask(0)
    defer { umask(before) }
    let data = folder.file("new/data")
    try PrivateFile.makeFolder(data)
    _ = try KeyFile.create(data)
    #expect(try mode(data) == 0o700)
    #expect(try mode("\(data)/keys.db") == 0o600)
  }

  @Test("a folder or file that others can read, write or replace is refused")
  func refusesOpenOnes() throws {
    _ = try KeyFile.create(folder.path)
    for (path, open, closed) in [
      (folder.path, 0o750, 0o700), (folder.path, 0o701, 0o700), (keyFile, 0o640, 0o600), (keyFile, 0o602, 0o600),
    ] {
      chmod(path, mode_t(open))
      #expect(throws: StoreError.self, "\(path) \(open)") { try KeyFile.open(folder.path) }
      chmod(path, mode_t(closed))
      _ = try KeyFile.open(folder.path)
    }
  }

  @Test("a link in place of the folder or of the file is refused, with a slash behind it too")
  func refusesLinks() throws {
    _ = try KeyFile.create(folder.path)
    let link = folder.path + "-link"
    #expect(symlink(folder.path, link) == 0)
    defer { unlink(link) }
    for path in [link, link + "/"] {
      #expect(throws: StoreError.unsafe(file: link, why: JournalSentences.isLink)) { try KeyFile.open(path) }
    }
    let other = try VaultFolder()
    #expect(symlink(keyFile, other.file(KeyFile.name)) == 0)
    #expect(throws: StoreError.unsafe(file: other.file(KeyFile.name), why: JournalSentences.isLink)) {
      try KeyFile.open(other.path)
    }
    #expect(throws: StoreError.taken(file: other.file(KeyFile.name))) { try KeyFile.create(other.path) }
  }

  @Test("somebody else's file is refused", .enabled(if: geteuid() == 0))
  func refusesOthers() throws {
    _ = try KeyFile.create(folder.path)
    #expect(chown(keyFile, 65_534, 65_534) == 0)
    #expect(throws: StoreError.unsafe(file: keyFile, why: JournalSentences.isSomebodyElses)) {
      try KeyFile.open(folder.path)
    }
  }

  @Test("what is no key file, a newer one, or none at all is refused and left as it is")
  func refusesOtherFiles() throws {
    #expect(throws: StoreError.damaged(file: keyFile, why: JournalSentences.keysMissing)) {
      try KeyFile.open(folder.path)
    }
    for content in [[], Array("not a database, but long enough to be read as one".utf8)] {
      close(try PrivateFile.create(keyFile, for: keyFile))
      try Data(content).write(to: URL(fileURLWithPath: keyFile))
      chmod(keyFile, 0o600)
      #expect(throws: StoreError.self) { try KeyFile.open(folder.path) }
      #expect(throws: StoreError.taken(file: keyFile)) { try KeyFile.create(folder.path) }
      #expect(try Array(Data(contentsOf: URL(fileURLWithPath: keyFile))) == content)
      unlink(keyFile)
    }
    _ = try KeyFile.create(folder.path)
    let database = try DatabaseQueue(path: keyFile)
    try database.inDatabase { try $0.execute(sql: "PRAGMA user_version = 2") }
    try database.close()
    #expect(throws: StoreError.damaged(file: keyFile, why: JournalSentences.isNewerKeyFile)) {
      try KeyFile.open(folder.path)
    }
  }

  private func mode(_ path: String) throws -> mode_t {
    var status = stat()
    try #require(lstat(path, &status) == 0)
    return status.st_mode & 0o7777
  }
}
