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
  private let database: DatabaseQueue

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
    let database = try KeyTables.open(file)
    return KeyFile(file: file, center: try KeyTables.center(database, file), database: database)
  }

  /// What seals and opens details with these keys.
  package var vault: Vault {
    Vault(
      seal: { people throws(StoreError) in try seal(people) },
      open: { person, bytes throws(StoreError) in try open(person, bytes) },
      destroy: { person throws(StoreError) in try forget([person]) },
      sealBytes: center.sealDraft, openBytes: center.openDraft)
  }

  /// Destroys the keys of people, durably, and sees to it that none is made for them again.
  package func forget(_ people: [PersonID]) throws(StoreError) {
    guard !people.isEmpty else { return }
    try inSQLite(file) { try KeyTables.forget(people, database) }
  }
}

extension KeyFile {
  /// Characters of a passphrase.
  package static let passphraseLength = 12...200

  /// Writes every key into one file, sealed with a passphrase, whole or not at all; refuses to replace a file.
  ///
  /// Keys made later are not in it: it belongs to the journal's backup made before or with it.
  package func export(to file: String, passphrase: String) throws(StoreError) {
    try export(to: file, passphrase: passphrase, cost: .standard)
  }

  func export(to file: String, passphrase: String, cost: KeyBackupCost) throws(StoreError) {
    guard Self.passphraseLength ~= passphrase.count else { throw .unusable(JournalSentences.passphraseLength) }
    if PrivateFile.exists(file) { throw .taken(file: file) }
    var bytes = try KeyBackup.encode(center, rows(), passphrase: passphrase, cost: cost, file: file)
    defer { bytes.wipe() }
    try PrivateFile.write(bytes, to: file)
  }

  /// Makes the key file of a data folder from a key backup, whole or not at all; refuses to replace one.
  ///
  /// `erased` are those whose erasure the journal holds: a backup may be older than it, and their keys stay behind.
  package static func restore(
    from file: String, passphrase: String, to folder: String, erased: [PersonID]
  ) throws(StoreError) -> KeyFile {
    if PrivateFile.exists(try path(in: folder)) { throw .taken(file: try path(in: folder)) }
    guard !passphrase.isEmpty else { throw .wrongPassphrase(file: file) }
    let bytes: [UInt8]
    do throws(ReadError) { bytes = try FileBytes.read(file, bytesMax: KeyBackup.fileBytesMax) } catch {
      throw .unreadable(error)
    }
    let (center, people) = try KeyBackup.decode(bytes, passphrase: passphrase, file: file)
    let gone = Set(erased)
    let kept = people.filter { !gone.contains($0.person) }
    return try create(folder, center, people: kept + erased.map { KeyRow(person: $0, wrapped: nil) })
  }
}

extension KeyFile {
  /// Makes a key file with these keys under another name and gives it its own when it is durable.
  static func create(_ folder: String, _ center: CenterKey, people: [KeyRow]) throws(StoreError) -> KeyFile {
    let file = try path(in: folder)
    if PrivateFile.exists(file) { throw .taken(file: file) }
    let draft = PrivateFile.draft(of: file)
    PrivateFile.remove(draft)
    defer { PrivateFile.remove(draft) }
    try PrivateFile.create(draft)
    try KeyTables.make(draft, center, people)
    try PrivateFile.publish(draft, as: file)
    return try open(folder)
  }

  /// Every row of the file, the erased included, in order.
  func rows() throws(StoreError) -> [KeyRow] { try inSQLite(file) { try KeyTables.rows(database) } }

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
    let row = try inSQLite(file) { try KeyTables.row(person, database) }
    guard let row else { throw .damaged(file: file, why: JournalSentences.noKey(person)) }
    guard let key = try center.unwrap(row, file) else { return nil }
    var plain = try center.open(sealed, of: person, with: key, file)
    defer { plain.wipe() }
    return try DetailBytes.decode(plain, file)
  }

  /// The keys of people, made in one durable transaction where there are none; the erased have none.
  private func keys(of people: Set<PersonID>) throws(StoreError) -> [PersonID: SymmetricKey] {
    var rows = try inSQLite(file) { try KeyTables.rows(people, database) }
    let known = Set(rows.map(\.person))
    let missing = people.subtracting(known).sorted()
    if !missing.isEmpty {
      let made = missing.map(center.newKey)
      // Another process may have made one meanwhile: the first stays, and what is read back is what counts.
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
