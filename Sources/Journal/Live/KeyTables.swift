internal import CaseFlow
internal import Crypto
internal import FoundationEssentials
internal import GRDB

/// A person's wrapped key, or nil for one whose key was destroyed: the number stays, so that none is made again.
struct KeyRow: Equatable {
  var person: PersonID
  var wrapped: [UInt8]?
}

/// A file of keys, open.
final class KeyConnection {
  private(set) var database: DatabaseQueue
  private let file: String

  init(_ file: String) throws(StoreError) {
    self.file = file
    database = try KeyTables.open(file)
  }

  /// The file, opened anew where its disk took nothing when it was opened: SQLite reads such a file only, whatever becomes
  /// of the disk. It is as private as when it was opened first, and still of the same center.
  func writable(of center: CenterKey) throws(StoreError) -> DatabaseQueue {
    guard database.inDatabase(\.isReadOnlyFile) else { return database }
    do throws(StoreError) { try PrivateFile.check(file) } catch StoreError.none {
      throw .notSaved(file: file, why: JournalSentences.keysMissing)
    }
    let found = try KeyTables.open(file)
    guard try KeyTables.center(found, file).id == center.id else {
      throw .notSaved(file: file, why: JournalSentences.otherKeys)
    }
    database = found
    return database
  }
}

/// The tables of `keys.db` and the settings without which it is not used.
///
/// A rollback journal that is deleted, and not a WAL, because a WAL keeps the bytes of deleted keys.
enum KeyTables {
  /// `jpck`: what a file of keys says it is.
  private static let applicationID = 0x6A70_636B
  private static let version = 1
  /// How long another process may hold the file.
  private static let waitSeconds = 5.0

  /// What SQLite must answer, having been told so: a setting it does not know or take is answered otherwise.
  private static let settings = [
    ("journal_mode", "DELETE", "delete"), ("synchronous", "EXTRA", "3"), ("secure_delete", "ON", "1"),
    ("temp_store", "MEMORY", "2"), ("trusted_schema", "OFF", "0"), ("mmap_size", "0", "0"),
  ]

  /// Opens a file of keys, checks what it is and reads the settings back.
  static func open(_ file: String) throws(StoreError) -> DatabaseQueue {
    let database = try connect(file)
    try inSQLite(file) {
      try database.inDatabase { db in
        guard try Int.fetchOne(db, sql: "PRAGMA application_id") == applicationID else {
          throw StoreError.damaged(file: file, why: JournalSentences.isNoKeyFile)
        }
        guard try Int.fetchOne(db, sql: "PRAGMA user_version") == version else {
          throw StoreError.damaged(file: file, why: JournalSentences.isNewerKeyFile)
        }
      }
    }
    return database
  }

  /// Fills an empty file, durably, and closes it.
  static func make(_ file: String, _ center: CenterKey, _ people: [KeyRow]) throws(StoreError) {
    let database = try connect(file)
    try inSQLite(file) {
      try database.inDatabase { db in
        try db.inTransaction(.immediate) {
          try db.execute(sql: "PRAGMA application_id = \(applicationID)")
          try db.execute(sql: "PRAGMA user_version = \(version)")
          try db.execute(
            sql: """
              CREATE TABLE center(one INTEGER PRIMARY KEY CHECK (one = 1), id BLOB NOT NULL, key BLOB NOT NULL) STRICT;
              CREATE TABLE person(number INTEGER PRIMARY KEY, key BLOB) STRICT;
              """)
          try db.execute(
            sql: "INSERT INTO center VALUES (1, ?, ?)",
            arguments: [Data(center.id), center.key.withUnsafeBytes { Data($0) }])
          for row in people { try insert(row, db) }
          return .commit
        }
      }
      try database.close()
    }
  }

  private static func connect(_ file: String) throws(StoreError) -> DatabaseQueue {
    try inSQLite(file) {
      var configuration = Configuration()
      configuration.busyMode = .timeout(waitSeconds)
      configuration.label = "keys"
      configuration.prepareDatabase { db in
        for (name, value, answer) in settings {
          try db.execute(sql: "PRAGMA \(name) = \(value)")
          guard try String.fetchOne(db, sql: "PRAGMA \(name)") == answer else {
            throw StoreError.unsafe(file: file, why: JournalSentences.settingRefused("\(name)=\(value)"))
          }
        }
      }
      return try DatabaseQueue(path: file, configuration: configuration)
    }
  }
}

extension KeyTables {
  /// The key of the center and what identifies this file of keys.
  static func center(_ database: DatabaseQueue, _ file: String) throws(StoreError) -> CenterKey {
    let found = try inSQLite(file) {
      try database.inDatabase { db in
        try Row.fetchOne(db, sql: "SELECT id, key FROM center").map { row -> ([UInt8], [UInt8]) in
          (Array(row["id"] as Data), Array(row["key"] as Data))
        }
      }
    }
    guard let (id, key) = found, let center = CenterKey(id: id, key: key) else {
      throw .damaged(file: file, why: JournalSentences.noCenterKey)
    }
    return center
  }

  /// The row of a person, or nil when none was ever made.
  static func row(_ person: PersonID, _ database: DatabaseQueue) throws -> KeyRow? {
    try database.inDatabase { db in try row(person, db) }
  }

  /// The rows that people have.
  static func rows(_ people: Set<PersonID>, _ database: DatabaseQueue) throws -> [KeyRow] {
    try database.inDatabase { db in try people.sorted().compactMap { try row($0, db) } }
  }

  /// Every row, in order.
  static func rows(_ database: DatabaseQueue) throws -> [KeyRow] {
    try database.inDatabase { db in
      try Row.fetchAll(db, sql: "SELECT number, key FROM person ORDER BY number").map(row)
    }
  }

  /// Adds rows in one durable transaction; a row that is there stays as it is.
  static func add(_ rows: [KeyRow], _ database: DatabaseQueue) throws {
    try database.inDatabase { db in
      try db.inTransaction(.immediate) {
        for row in rows { try insert(row, db) }
        return .commit
      }
    }
  }

  /// Overwrites the keys of people in one durable transaction, and keeps their numbers.
  static func forget(_ people: [PersonID], _ database: DatabaseQueue) throws {
    try database.inDatabase { db in
      try db.inTransaction(.immediate) {
        let statement = try db.cachedStatement(
          sql: "INSERT INTO person VALUES (?, NULL) ON CONFLICT (number) DO UPDATE SET key = NULL")
        for person in people { try statement.execute(arguments: [person.number]) }
        return .commit
      }
    }
  }

  private static func insert(_ row: KeyRow, _ db: Database) throws {
    let statement = try db.cachedStatement(sql: "INSERT OR IGNORE INTO person VALUES (?, ?)")
    try statement.execute(arguments: [row.person.number, row.wrapped.map { Data($0) }])
  }

  private static func row(_ person: PersonID, _ db: Database) throws -> KeyRow? {
    let statement = try db.cachedStatement(sql: "SELECT number, key FROM person WHERE number = ?")
    return try Row.fetchOne(statement, arguments: [person.number]).map(row)
  }

  private static func row(_ row: Row) -> KeyRow {
    KeyRow(person: PersonID(number: row["number"]), wrapped: (row["key"] as Data?).map { Array($0) })
  }
}
