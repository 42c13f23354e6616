import CaseFlow
import Foundation
import GRDB
import Testing

@testable import Journal

/// A data folder of its own for a test, its owner's alone, removed afterwards.
final class VaultFolder {
  let path = FileManager.default.temporaryDirectory.appendingPathComponent("jpc-vault-\(UUID().uuidString)").path

  init() throws { try PrivateFile.makeFolder(path) }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String) -> String { "\(path)/\(name)" }

  /// The bytes of every file in the folder, by name.
  func bytes() throws -> [String: Data] { try VaultFolder.bytes(below: path) }

  /// The bytes of every file below a folder, by name.
  static func bytes(below path: String) throws -> [String: Data] {
    var found: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: path) {
      var isFolder: ObjCBool = false
      let file = "\(path)/\(name)"
      guard FileManager.default.fileExists(atPath: file, isDirectory: &isFolder), !isFolder.boolValue else { continue }
      found[name] = try Data(contentsOf: URL(fileURLWithPath: file))
    }
    return found
  }

  /// Whether a file of the folder holds these bytes.
  func holds(_ needle: [UInt8]) throws -> Bool { try bytes().values.contains { $0.range(of: Data(needle)) != nil } }
}

/// The details of somebody invented.
func details(family: String = "Quispe", given: String = "Ada", note: String = "") -> PersonDetails {
  var details = PersonDetails()
  details.familyName = family
  details.givenNames = given
  details.birthDate = "2012-05"
  details.isBirthDateEstimated = true
  details.note = note
  details.unknown = [.document]
  return details
}

@Suite("What is known of a person is sealed with a key of their own")
struct VaultTests {
  let folder: VaultFolder
  let keys: KeyFile
  let ada = PersonID(number: 7)
  let ben = PersonID(number: 8)

  init() throws {
    folder = try VaultFolder()
    keys = try KeyFile.create(folder.path)
  }

  @Test("what one terminal seals, another one reads")
  func opensElsewhere() throws {
    let sealed = try keys.vault.seal([(ada, details()), (ben, details(family: "Rojas"))])
    let other = try KeyFile.open(folder.path).vault
    #expect(try other.open(ada, sealed[0]) == details())
    #expect(try other.open(ben, sealed[1]) == details(family: "Rojas"))
  }

  @Test("the same details never give the same bytes, and short ones no shorter bytes")
  func tellsLittle() throws {
    let sealed = try keys.vault.seal([
      (ada, details()), (ada, details()), (ada, details(note: "speaks K'iche' and some Spanish")),
    ])
    #expect(Set(sealed).count == 3)
    #expect(Set(sealed.map(\.count)).count == 1)
  }

  @Test("bytes moved to somebody else, changed, cut or from another center do not open")
  func refusesOthersBytes() throws {
    let sealed = try keys.vault.seal([(ada, details()), (ben, details())])
    let cut = Array(sealed[0].dropLast())
    let other = [2] + Array(sealed[0].dropFirst())
    for damaged in [sealed[1], [], [1], cut, other] {
      #expect(throws: StoreError.self) { try keys.vault.open(ada, damaged) }
    }
    for index in sealed[0].indices {
      var changed = sealed[0]
      changed[index] ^= 1
      #expect(throws: StoreError.self) { try keys.vault.open(ada, changed) }
    }
    let elsewhere = try VaultFolder()
    let others = try KeyFile.create(elsewhere.path)
    _ = try others.vault.seal([(ada, details())])
    #expect(throws: StoreError.damaged(file: others.file, why: JournalSentences.detailsDamaged(ada))) {
      try others.vault.open(ada, sealed[0])
    }
  }

  @Test("details that could not be read again are refused before anything is kept of them")
  func refusesUnreadable() throws {
    for note in ["a\u{1B}[2Jb", String(repeating: "ñ", count: Limit.text + 1)] {
      #expect(throws: StoreError.unusable(JournalSentences.detailsUnreadable)) {
        try keys.vault.seal([(ben, details()), (ada, details(note: note))])
      }
    }
    #expect(try keys.rows().isEmpty)
  }

  @Test("someone erased is unreadable on every terminal at once, and no new key is made for them")
  func erases() throws {
    let sealed = try keys.vault.seal([(ada, details()), (ben, details())])
    let other = try KeyFile.open(folder.path).vault
    #expect(try other.open(ada, sealed[0]) != nil)
    try keys.vault.destroy(ada)
    #expect(try other.open(ada, sealed[0]) == nil)
    #expect(try KeyFile.open(folder.path).vault.open(ada, sealed[0]) == nil)
    #expect(try keys.vault.open(ben, sealed[1]) == details())
    #expect(throws: StoreError.unusable(JournalSentences.isErased(ada))) { try other.seal([(ada, details())]) }
    #expect(try other.open(ada, sealed[0]) == nil)
  }

  @Test("erasing twice, or someone of whom nothing was kept, is no fault, and holds")
  func erasesAhead() throws {
    try keys.vault.destroy(ada)
    try keys.vault.destroy(ada)
    #expect(throws: StoreError.self) { try keys.vault.seal([(ada, details())]) }
  }

  @Test("a person whose key is not in the file is not taken for an erased one")
  func tellsLostFromErased() throws {
    let sealed = try keys.vault.seal([(ada, details())])
    let elsewhere = try VaultFolder()
    let other = try KeyFile.create(elsewhere.path)
    #expect(throws: StoreError.damaged(file: other.file, why: JournalSentences.noKey(ada))) {
      try other.vault.open(ada, sealed[0])
    }
  }

  @Test("two terminals that enter the same people at once agree on their keys")
  func agreesOnKeys() async throws {
    let path = folder.path
    let sealed = try await withThrowingTaskGroup(of: [[UInt8]].self) { group in
      for _ in 0..<4 {
        group.addTask {
          let vault = try KeyFile.open(path).vault
          return try (1...40).map { try vault.seal([(PersonID(number: $0), details())])[0] }
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(sealed.count == 4)
    for bytes in sealed {
      for (index, one) in bytes.enumerated() {
        #expect(try keys.vault.open(PersonID(number: Int32(index + 1)), one) == details())
      }
    }
  }
}

@Suite("What is typed and not entered is sealed too")
struct VaultDraftTests {
  /// What a form may hold while somebody fills it in.
  struct Form: Described, Equatable {
    var line = ""
    var people: [PersonDetails] = []
    mutating func describe(_ f: inout some FieldVisitor) {
      f.field("line", &line, usual: "")
      f.field("people", &people, most: 100)
    }
  }

  let form = Form(line: "spa ven 2a 3c #bus4", people: [details(), details(family: "Zyxwvuq")])

  @Test("the same desk reads it back after a crash, and nobody else does")
  func readsBack() throws {
    let folder = try VaultFolder()
    let sealed = try KeyFile.create(folder.path).vault.sealDraft(form)
    let vault = try KeyFile.open(folder.path).vault
    #expect(vault.openDraft(Form.self, sealed) == form)
    #expect(vault.sealDraft(form) != sealed)
    #expect(Data(sealed).range(of: Data("Zyxwvuq".utf8)) == nil)
    let elsewhere = try VaultFolder()
    #expect(try KeyFile.create(elsewhere.path).vault.openDraft(Form.self, sealed) == nil)
    for length in [0, 5, 16, 17, sealed.count - 1] {
      #expect(vault.openDraft(Form.self, Array(sealed.prefix(length))) == nil)
    }
  }
}
