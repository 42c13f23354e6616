package import CaseFlow
internal import Crypto
internal import GRDB

/// The keys of people's details: one small file, `keys.db`, apart from the journal and from its backups.
///
/// Each person has a key of their own, wrapped by the center's key. To erase a person is to destroy their key: what was
/// sealed with it can never be read again, and the journal, whose chain covers the sealed bytes, still verifies.
/// Used from one thread; several processes share the file. See `docs/security.md`.
package struct KeyFile {
  let file: String
  let center: CenterKey
  private let connection: KeyConnection

  /// The name of the file in a data folder.
  package static let name = "keys.db"

  /// Makes the key file of a new center in its data folder, whole or not at all; refuses to replace one.
  package static func create(_ folder: String) throws(StoreError) -> KeyFile {
    try create(folder, CenterKey.random(), people: [])
  }

  /// Opens the key file of a data folder after checking that it is private and that deleted keys are overwritten.
  package static func open(_ folder: String) throws(StoreError) -> KeyFile {
    let file = try path(in: folder)
    do throws(StoreError) { try PrivateFile.check(file) } catch StoreError.none {
      throw .damaged(file: file, why: JournalSentences.keysMissing)
    }
    if PrivateFile.exists(file + "-journal") { try PrivateFile.check(file + "-journal") }
    let connection = try KeyConnection(file)
    return KeyFile(file: file, center: try KeyTables.center(connection.database, file), connection: connection)
  }

  /// What seals and opens details with these keys.
  package var vault: Vault {
    Vault(
      seal: { people throws(StoreError) in try seal(people) },
      open: { person, bytes throws(StoreError) in try open(person, bytes) },
      destroy: { person throws(StoreError) in try forget([person]) },
      sealBytes: center.sealDraft, openBytes: center.openDraft)
  }

  /// Destroys the keys that are there of people who were erased: a crash may have come before.
  func finishErasing(_ erased: [PersonID]) throws(StoreError) { try forget(try remaining(of: erased)) }

  /// Those of people whose keys are there.
  func remaining(of people: [PersonID]) throws(StoreError) -> [PersonID] {
    guard !people.isEmpty else { return [] }
    return try inSQLite(file) { try KeyTables.rows(Set(people), connection.database) }.filter { $0.wrapped != nil }.map(
      \.person)
  }

  /// Destroys the keys of people, durably, and sees to it that none is made for them again.
  package func forget(_ people: [PersonID]) throws(StoreError) {
    guard !people.isEmpty else { return }
    let database = try connection.writable(of: center)
    try inSQLite(file) { try KeyTables.forget(people, database) }
  }
}

extension KeyFile {
  /// Characters of a passphrase.
  package static let passphraseLength = 12...200

  /// Writes the keys of a journal's people, but of those erased, into one file, sealed with a passphrase, whole or not at
  /// all; refuses to replace a file.
  ///
  /// Keys made later are not in it: it belongs to the journal's backup made before or with it.
  func export(
    to file: String, passphrase: String, of owner: JournalOwner, erased: [PersonID] = [],
    cost: KeyBackupCost = .standard
  ) throws(StoreError) {
    guard Self.passphraseLength ~= passphrase.count else { throw .unusable(JournalSentences.passphraseLength) }
    if PrivateFile.exists(file) { throw .taken(file: file) }
    let copy = KeyCopy(file: file, owner: owner, center: center, people: try rows()).without(erased)
    var bytes = try KeyBackup.encode(copy, passphrase: passphrase, cost: cost)
    defer { bytes.wipe() }
    try PrivateFile.write(bytes, to: file)
  }

  /// Makes the key file of a data folder from a key backup, whole or not at all; refuses to replace one.
  ///
  /// `erased` are those whose erasure the journal holds: a backup may be older than it, and their keys stay behind.
  static func restore(_ copy: KeyCopy, to folder: String, erased: [PersonID]) throws(StoreError) -> KeyFile {
    try create(folder, copy.center, people: copy.without(erased).people)
  }
}

/// The keys of a key backup, in memory.
package struct KeyCopy {
  /// Where they were read from, or are written to.
  let file: String
  /// Whose journal they belong to.
  let owner: JournalOwner
  let center: CenterKey
  private(set) var people: [KeyRow]

  init(file: String, owner: JournalOwner, center: CenterKey, people: [KeyRow]) {
    self.file = file
    self.owner = owner
    self.center = center
    self.people = people
  }

  /// Reads a key backup. Throws `wrongPassphrase` or `damaged` where it does not open.
  package static func read(_ file: String, passphrase: String) throws(StoreError) -> KeyCopy {
    guard !passphrase.isEmpty else { throw .wrongPassphrase(file: file) }
    let bytes: [UInt8]
    do throws(ReadError) { bytes = try FileBytes.read(file, bytesMax: KeyBackup.fileBytesMax) } catch {
      throw .unreadable(error)
    }
    return try KeyBackup.decode(bytes, passphrase: passphrase, file: file)
  }

  /// The keys, those of some people destroyed.
  func without(_ erased: [PersonID]) -> KeyCopy {
    let gone = Set(erased)
    var copy = self
    copy.people.removeAll { gone.contains($0.person) }
    copy.people += gone.sorted().map { KeyRow(person: $0, wrapped: nil) }
    return copy
  }
}

extension KeyFile {
  /// Makes a key file with these keys under another name and gives it its own when it is durable.
  static func create(_ folder: String, _ center: CenterKey, people: [KeyRow]) throws(StoreError) -> KeyFile {
    let file = try path(in: folder)
    if PrivateFile.exists(file) { throw .taken(file: file) }
    try PrivateFile.make(file) { draft throws(StoreError) in try KeyTables.make(draft, center, people) }
    return try open(folder)
  }

  /// Every row of the file, the erased included, in order.
  func rows() throws(StoreError) -> [KeyRow] { try inSQLite(file) { try KeyTables.rows(connection.database) } }

  private static func path(in folder: String) throws(StoreError) -> String {
    try PrivateFile.checkFolder(folder)
    return folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }

  /// Seals details; what could not be opened again is refused before any key is made.
  private func seal(_ people: [(PersonID, PersonDetails)]) throws(StoreError) -> [[UInt8]] {
    var plain: [[UInt8]] = []
    defer { for index in plain.indices { plain[index].wipe() } }
    for (_, details) in people { plain.append(try DetailBytes.encode(details)) }
    let keys = try keys(of: Set(people.map(\.0)))
    var sealed: [[UInt8]] = []
    for (index, (person, _)) in people.enumerated() {
      guard let key = keys[person] else { throw .unusable(JournalSentences.isErased(person)) }
      sealed.append(center.seal(plain[index], of: person, with: key))
    }
    return sealed
  }

  private func open(_ person: PersonID, _ sealed: [UInt8]) throws(StoreError) -> PersonDetails? {
    let row = try inSQLite(file) { try KeyTables.row(person, connection.database) }
    guard let row else { throw .damaged(file: file, why: JournalSentences.noKey(person)) }
    guard let key = try center.unwrap(row, file) else { return nil }
    var plain = try center.open(sealed, of: person, with: key, file)
    defer { plain.wipe() }
    return try DetailBytes.decode(plain, file)
  }

  /// The keys of people, made in one durable transaction where there are none; the erased have none.
  private func keys(of people: Set<PersonID>) throws(StoreError) -> [PersonID: SymmetricKey] {
    var rows = try inSQLite(file) { try KeyTables.rows(people, connection.database) }
    let known = Set(rows.map(\.person))
    let missing = people.subtracting(known).sorted()
    if !missing.isEmpty {
      let made = missing.map(center.newKey)
      // Another process may have made one meanwhile: the first stays, and what is read back is what counts.
      let database = try connection.writable(of: center)
      rows = try inSQLite(file) {
        try KeyTables.add(made, database)
        return try KeyTables.rows(people, database)
      }
    }
    var keys: [PersonID: SymmetricKey] = [:]
    for row in rows { keys[row.person] = try center.unwrap(row, file) }
    return keys
  }
}
