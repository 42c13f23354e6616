import CaseFlow
import Crypto
import Foundation
import Testing

@testable import Journal

extension JournalOwner {
  static let test = JournalOwner(
    name: "Desert Center (DSR), begun 2026-03-16T09:00:00-07:00", origin: [UInt8](repeating: 7, count: Chain.linkBytes))
}

extension KeyBackupCost {
  /// Cheap, for tests that do not ask what guessing costs.
  static let test = KeyBackupCost(rounds: 1 << 8, block: 8, lanes: 1)
}

@Suite("A lost disk does not lose every name: keys are kept apart, sealed with a passphrase")
struct VaultBackupTests {
  let folder: VaultFolder
  let away: VaultFolder
  let keys: KeyFile
  let sealed: [[UInt8]]
  let ada = PersonID(number: 7)
  let ben = PersonID(number: 8)
  let passphrase = "three blue buses at noon"

  init() throws {
    folder = try VaultFolder()
    away = try VaultFolder()
    keys = try KeyFile.create(folder.path)
    sealed = try keys.vault.seal([(ada, details()), (ben, details(family: "Rojas"))])
  }

  private var backup: String { folder.file("center.keys") }

  private func restore(_ file: String, _ passphrase: String, erased: [PersonID] = []) throws(StoreError) -> KeyFile {
    try KeyFile.restore(try KeyCopy.read(file, passphrase: passphrase), to: away.path, erased: erased)
  }

  @Test("what was sealed before opens with the keys restored, and what is sealed then opens too")
  func restores() throws {
    try keys.vault.destroy(ben)
    try keys.export(to: backup, passphrase: passphrase, of: .test, cost: .test)
    let restored = try restore(backup, passphrase)
    #expect(try restored.vault.open(ada, sealed[0]) == details())
    #expect(try restored.vault.open(ben, sealed[1]) == nil)
    let again = try restored.vault.seal([(ada, details(family: "Rojas"))])
    #expect(try keys.vault.open(ada, again[0]) == details(family: "Rojas"))
    #expect(try restored.rows() == keys.rows())
  }

  @Test("someone erased after the backup stays erased when it is restored")
  func staysErased() throws {
    try keys.export(to: backup, passphrase: passphrase, of: .test, cost: .test)
    let cara = PersonID(number: 9)
    let restored = try restore(backup, passphrase, erased: [ada, cara])
    #expect(try restored.vault.open(ada, sealed[0]) == nil)
    #expect(try restored.vault.open(ben, sealed[1]) != nil)
    #expect(throws: StoreError.unusable(JournalSentences.isErased(cara))) {
      try restored.vault.seal([(cara, details())])
    }
    let wrapped = try #require(try keys.rows().first { $0.person == ada }?.wrapped)
    #expect(try folder.holds(wrapped))
    #expect(try !away.holds(wrapped))
  }

  @Test("the file is its owner's alone and tells nothing without its passphrase")
  func tellsNothing() throws {
    try keys.export(to: backup, passphrase: passphrase, of: .test, cost: .test)
    try PrivateFile.check(backup)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: backup))
    for row in try keys.rows() { #expect(bytes.range(of: Data(try #require(row.wrapped))) == nil) }
    let centerKey = keys.center.key.withUnsafeBytes { Data($0) }
    #expect(bytes.range(of: centerKey) == nil)
    #expect(bytes.range(of: Data(passphrase.utf8)) == nil)
    for wrong in ["", "three blue buses at noo", "Three blue buses at noon", passphrase + " "] {
      #expect(throws: StoreError.wrongPassphrase(file: backup)) { try restore(backup, wrong) }
    }
    #expect(try away.bytes().isEmpty)
  }

  @Test("a passphrase with accents opens however the keyboard writes them")
  func accents() throws {
    try keys.export(to: backup, passphrase: "ma\u{F1}ana por la ma\u{F1}ana", of: .test, cost: .test)
    let restored = try restore(backup, "man\u{303}ana por la man\u{303}ana")
    #expect(try restored.vault.open(ada, sealed[0]) == details())
  }

  @Test("a short passphrase is refused, and nothing is written")
  func refusesShort() throws {
    for passphrase in ["", "hunter2", "eleven char", String(repeating: "a", count: 201)] {
      #expect(throws: StoreError.unusable(JournalSentences.passphraseLength)) {
        try keys.export(to: backup, passphrase: passphrase, of: .test, cost: .test)
      }
    }
    #expect(!PrivateFile.exists(backup))
  }

  @Test("neither a backup nor a key file is ever written over")
  func replacesNothing() throws {
    try keys.export(to: backup, passphrase: passphrase, of: .test, cost: .test)
    let before = try folder.bytes()
    #expect(throws: StoreError.taken(file: backup)) {
      try keys.export(to: backup, passphrase: passphrase, of: .test, cost: .test)
    }
    #expect(throws: StoreError.taken(file: keys.file)) {
      try KeyFile.restore(try KeyCopy.read(backup, passphrase: passphrase), to: folder.path, erased: [])
    }
    #expect(try folder.bytes() == before)
    #expect(throws: StoreError.notSaved(file: folder.file("no/center.keys"), why: JournalSentences.folderMissing)) {
      try keys.export(to: folder.file("no/center.keys"), passphrase: passphrase, of: .test, cost: .test)
    }
  }

  @Test("a backup cut anywhere, or changed in any byte, is refused and leaves nothing")
  func refusesChanged() throws {
    try keys.export(to: backup, passphrase: passphrase, of: .test, cost: .test)
    let whole = try [UInt8](Data(contentsOf: URL(fileURLWithPath: backup)))
    for length in stride(from: 0, to: whole.count, by: 3) { try refuse(Array(whole[..<length]), "cut at \(length)") }
    for index in whole.indices {
      var changed = whole
      changed[index] ^= 0x40
      try refuse(changed, "byte \(index)")
    }
    try refuse(whole + [0], "a byte more")
    #expect(try away.bytes().isEmpty)
    #expect(throws: StoreError.unreadable(.missing(file: "no.keys"))) { try restore("no.keys", passphrase) }
  }

  private func refuse(_ bytes: [UInt8], _ comment: String) throws {
    #expect(throws: StoreError.self, "\(comment)") {
      try KeyBackup.decode(bytes, passphrase: passphrase, file: "center.keys")
    }
  }

  @Test("a file cannot ask for memory or work without end")
  func refusesCosts() {
    #expect(KeyBackupCost.standard.isAcceptable)
    let hostile: [(UInt32, UInt32, UInt32)] = [
      (0, 8, 1), (1, 8, 1), (3, 8, 1), (1 << 17, 0, 1), (1 << 17, 8, 0), (1 << 20, 8, 1), (1 << 31, 8, 1),
      (1 << 17, .max, 1), (1 << 17, 8, .max), (1 << 17, 16, 16), (.max, .max, .max),
    ]
    for (rounds, block, lanes) in hostile {
      #expect(!KeyBackupCost(rounds: rounds, block: block, lanes: lanes).isAcceptable, "\(rounds) \(block) \(lanes)")
    }
  }

  @Test("a hostile cost is refused before any work is done for it")
  func refusesAtOnce() throws {
    try keys.export(to: backup, passphrase: passphrase, of: .test, cost: .test)
    var bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: backup)))
    bytes[11..<15] = [0x40, 0, 0, 0]
    #expect(throws: StoreError.damaged(file: "a", why: JournalSentences.asksTooMuch)) {
      try KeyBackup.decode(bytes, passphrase: passphrase, file: "a")
    }
  }
}
