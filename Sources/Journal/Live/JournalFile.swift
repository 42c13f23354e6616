internal import CaseFlow
internal import GRDB
internal import GRDBSQLite
internal import Glibc
internal import Synchronization

/// The journal file of a site, open: one connection and the statements it runs.
///
/// Its rollback journal is truncated and synchronized at each commit. SQLite 3.40.1 can corrupt a WAL database when two
/// connections checkpoint at once; a journal that is deleted can come back after a power cut and undo the last entry.
final class JournalFile {
  /// The file's name in a data folder.
  static let name = "journal.db"

  let path: String
  let site: Code
  let header: RecordingHeader
  /// The header as it stands in the file: what the chain begins with.
  let headerLine: [UInt8]
  private(set) var statements: JournalStatements
  private(set) var connection: JournalConnection

  /// Opens a journal that nobody but its owner may touch, and makes sure that every commit will be durable.
  init(_ path: String) throws(StoreError) {
    let connection = try JournalFile.connect(path)
    let (site, line) = try connection.use { sqlite throws(StoreError) in try JournalFile.identity(sqlite, path) }
    guard let site = Code(site), let header = JournalFile.header(line) else {
      throw .damaged(file: path, why: JournalSentences.noHeader)
    }
    self.path = path
    self.site = site
    self.header = header
    headerLine = line
    statements = try connection.use { sqlite throws(StoreError) in try JournalStatements(sqlite, path) }
    self.connection = connection
  }

  private static func connect(_ path: String) throws(StoreError) -> JournalConnection {
    try PrivateFile.check(path)
    let connection = try JournalConnection(path)
    try connection.use { sqlite throws(StoreError) in
      try JournalFile.checkIdentity(sqlite, path)
      try JournalFile.makeDurable(sqlite, path)
    }
    return connection
  }

  /// Opens the journal anew where its disk took nothing when it was opened: SQLite reads such a file only, whatever
  /// becomes of the disk. Meanwhile somebody may have put another journal there, which takes nothing of this center's.
  func makeWritable() throws(StoreError) {
    guard connection.isReadOnly else { return }
    let path = path
    let connection = try JournalFile.connect(path)
    let found = try connection.use { sqlite throws(StoreError) in try JournalFile.identity(sqlite, path) }
    guard found == (site.text, headerLine) else { throw .notSaved(file: path, why: JournalSentences.otherJournal) }
    statements = try connection.use { sqlite throws(StoreError) in try JournalStatements(sqlite, path) }
    self.connection = connection
  }

  var owner: JournalOwner { JournalOwner(site, header, headerLine) }

  /// The records after a number as `records` answers them, or nil where others hold the journal just now: they are not
  /// waited for.
  func news(after seq: Int64, most: Int) throws(StoreError) -> [CaseFlow.Record]? {
    do throws(StoreError) {
      return try connection.glance { () throws(StoreError) in try records(after: seq, most: most) }
    } catch .busy {
      return nil
    }
  }

  /// Runs `body` while the connection is held.
  func use<Value>(_ body: () throws(StoreError) -> Value) throws(StoreError) -> Value {
    try connection.use { _ throws(StoreError) in try body() }
  }

  /// Makes the journal of a site at `path`; it is there whole or not at all.
  static func create(_ path: String, _ header: RecordingHeader, site: Code) throws(StoreError) {
    var encoder = RecordingEncoder(zone: header.zone)
    let line = Array(encoder.line(header).dropLast())
    guard self.header(line) != nil, !site.isNone else { throw .unusable(JournalSentences.noHeader) }
    try PrivateFile.make(path) { draft throws(StoreError) in try fill(draft, line, site) }
  }

  /// Whose journal a file is, read without touching it: a backup may lie on a disk that cannot be written.
  static func owner(of file: String) throws(StoreError) -> JournalOwner {
    try JournalConnection(file, isReadOnly: true).use { sqlite throws(StoreError) in
      try checkIdentity(sqlite, file)
      let (site, line) = try identity(sqlite, file)
      guard let site = Code(site), let header = header(line) else {
        throw .damaged(file: file, why: JournalSentences.noHeader)
      }
      return JournalOwner(site, header, line)
    }
  }

  private static func identity(_ sqlite: OpaquePointer, _ path: String) throws(StoreError) -> (String, [UInt8]) {
    let identity = try Prepared(sqlite, "SELECT site, header FROM journal", file: path)
    guard let row = try identity.first({ (identity.text(0), identity.bytes(1)) }) else {
      throw .damaged(file: path, why: JournalSentences.noHeader)
    }
    return row
  }

  /// The header of a line, or nil when it is none.
  private static func header(_ line: [UInt8]) -> RecordingHeader? {
    let faults = FaultSink(most: 1)
    guard let root = faults.keep({ () throws(Fault) in try JSONDocument(parsing: line) })?.root else { return nil }
    return RecordingHeader.read(root, faults: faults)
  }

  /// Makes the tables of a journal in an empty file, and what `rows` puts into them, in one transaction.
  ///
  /// Until the file has its name nobody else sees it; SQLite deletes its rollback journal, so that nothing is left.
  static func fill(
    _ draft: String, _ header: [UInt8], _ site: Code,
    rows: (OpaquePointer) throws(StoreError) -> Void = { _ throws(StoreError) in }
  ) throws(StoreError) {
    try JournalConnection(draft).use { sqlite throws(StoreError) in
      func run(_ sql: String) throws(StoreError) { try Prepared(sqlite, sql, file: draft).run() }
      try run("PRAGMA synchronous = EXTRA")
      try run("BEGIN IMMEDIATE")
      for statement in JournalSchema.statements { try run(statement) }
      let insert = try Prepared(sqlite, "INSERT INTO journal(one, site, header) VALUES (1, ?, ?)", file: draft)
      insert.bind(site.text, at: 1)
      insert.bind(header, at: 2, asText: true)
      try insert.run()
      try rows(sqlite)
      try run("PRAGMA application_id = \(JournalSchema.applicationID)")
      try run("PRAGMA user_version = \(JournalSchema.version)")
      try run("COMMIT")
    }
  }
}

extension JournalFile {
  /// Refuses what is no journal of a version known here, before anything is set or run in it.
  private static func checkIdentity(_ sqlite: OpaquePointer, _ path: String) throws(StoreError) {
    guard try pragma("application_id", sqlite, path) == "\(JournalSchema.applicationID)" else {
      throw .damaged(file: path, why: JournalSentences.noJournal)
    }
    let version = try pragma("user_version", sqlite, path)
    guard version == "\(JournalSchema.version)" else {
      throw .damaged(file: path, why: JournalSentences.otherJournalVersion(version))
    }
    let tables = try Prepared(sqlite, "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL", file: path)
    var found: Set<String> = []
    while try tables.step() { found.insert(tables.text(0)) }
    guard found == Set(JournalSchema.statements) else { throw .damaged(file: path, why: JournalSentences.otherTables) }
  }

  /// Sets what makes a commit durable, reads it back, and refuses to work otherwise.
  private static func makeDurable(_ sqlite: OpaquePointer, _ path: String) throws(StoreError) {
    for (name, value, expected) in [
      ("trusted_schema", "OFF", "0"), ("temp_store", "MEMORY", "2"), ("locking_mode", "NORMAL", "normal"),
      ("journal_mode", "TRUNCATE", "truncate"), ("synchronous", "EXTRA", "3"),
    ] {
      try Prepared(sqlite, "PRAGMA \(name) = \(value)", file: path).run()
      guard try pragma(name, sqlite, path) == expected else {
        throw .damaged(file: path, why: JournalSentences.notDurable(name))
      }
    }
  }

  private static func pragma(_ name: String, _ sqlite: OpaquePointer, _ path: String) throws(StoreError) -> String {
    let pragma = try Prepared(sqlite, "PRAGMA \(name)", file: path)
    return try pragma.first { pragma.text(0) } ?? ""
  }
}

/// Whether a connection waits for a lock; the callback that SQLite asks reads it.
private final class Patience: Sendable {
  let waits = Atomic(true)
}

/// A connection to a database file, as GRDB opens it.
final class JournalConnection {
  private let queue: DatabaseQueue
  private let path: String
  /// Whether a lock that others hold is waited for.
  private let patience: Patience

  init(_ path: String, isReadOnly: Bool = false) throws(StoreError) {
    self.path = path
    let patience = Patience()
    self.patience = patience
    var configuration = JournalConnection.configuration(patience)
    configuration.readonly = isReadOnly
    queue = try inSQLite(path) { try DatabaseQueue(path: path, configuration: configuration) }
  }

  /// Whether the file could be opened for reading only.
  var isReadOnly: Bool { queue.inDatabase(\.isReadOnlyFile) }

  /// Runs `body` on the connection, which nothing else uses meanwhile.
  func use<Value>(_ body: (OpaquePointer) throws(StoreError) -> Value) throws(StoreError) -> Value {
    let result: Result<Value, StoreError> = queue.inDatabase { database in
      guard let sqlite = database.sqliteConnection else { return .failure(.busy(file: path)) }
      do throws(StoreError) { return .success(try body(sqlite)) } catch { return .failure(error) }
    }
    return try result.get()
  }

  /// Runs `body` without waiting for a lock that others hold: `busy` then.
  func glance<Value>(_ body: () throws(StoreError) -> Value) throws(StoreError) -> Value {
    patience.waits.store(false, ordering: .relaxed)
    defer { patience.waits.store(true, ordering: .relaxed) }
    return try body()
  }

  private static func configuration(_ patience: Patience) -> Configuration {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    // A disk that fails may fail to take a transaction back; GRDB would end the program for it.
    configuration.allowsUnsafeTransactions = true
    configuration.busyMode = .callback { tries in
      guard tries < busyTriesMax, patience.waits.load(ordering: .relaxed) else { return false }
      usleep(tries < 20 ? 100 : tries < 200 ? 500 : 2_000)
      return true
    }
    return configuration
  }

  /// Tries of a held lock, a tenth of a millisecond apart at first and two milliseconds in the end: ten seconds.
  private static let busyTriesMax = 5_200
}
