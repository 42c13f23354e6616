internal import GRDBSQLite

/// A prepared statement on a connection that GRDB has opened, driven through SQLite's own functions: an entry costs what
/// SQLite costs, and what fails is a `StoreError` that names the file.
///
/// Used only while the connection is held. Values are bound by position, from 1; columns are read from 0.
final class Prepared {
  private let statement: OpaquePointer
  private let file: String

  init(_ connection: OpaquePointer, _ sql: String, file: String) throws(StoreError) {
    var statement: OpaquePointer?
    let code = sqlite3_prepare_v3(connection, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil)
    guard code == SQLITE_OK, let statement else { throw StoreError(sqlite: code, file) }
    self.statement = statement
    self.file = file
  }

  deinit { sqlite3_finalize(statement) }

  func bind(_ value: Int64, at position: Int32) { sqlite3_bind_int64(statement, position, value) }

  func bind(_ text: String, at position: Int32) { bind(Array(text.utf8), at: position, asText: true) }

  /// Binds bytes as a blob, or as text; SQLite takes a copy of them.
  func bind(_ bytes: [UInt8], at position: Int32, asText: Bool = false) {
    bytes.withUnsafeBytes { bind($0, at: position, asText, Prepared.copied) }
  }

  /// Binds bytes that stay where they are until the statement has run.
  func lend(_ bytes: UnsafeRawBufferPointer, at position: Int32, asText: Bool = false) {
    bind(bytes, at: position, asText, nil)
  }

  private func bind(
    _ bytes: UnsafeRawBufferPointer, at position: Int32, _ asText: Bool, _ destructor: sqlite3_destructor_type?
  ) {
    // No bytes at all may have no address, which would bind NULL.
    let start = bytes.baseAddress ?? UnsafeRawPointer(bitPattern: 1)
    if asText {
      let text = start?.assumingMemoryBound(to: CChar.self)
      sqlite3_bind_text(statement, position, text, Int32(bytes.count), destructor)
    } else {
      sqlite3_bind_blob(statement, position, start, Int32(bytes.count), destructor)
    }
  }

  /// Goes to the next row; false at the end, after which the statement can be run again.
  func step() throws(StoreError) -> Bool {
    let code = sqlite3_step(statement)
    if code == SQLITE_ROW { return true }
    let failure = code == SQLITE_DONE ? nil : StoreError(sqlite: code, file)
    sqlite3_reset(statement)
    if let failure { throw failure }
    return false
  }

  /// Runs a statement to its end, whatever it answers.
  func run() throws(StoreError) { while try step() {} }

  /// What `read` makes of the first row, or nil when there is none.
  func first<Value>(_ read: () throws(StoreError) -> Value) throws(StoreError) -> Value? {
    guard try step() else { return nil }
    defer { sqlite3_reset(statement) }
    return try read()
  }

  func isNull(_ column: Int32) -> Bool { sqlite3_column_type(statement, column) == SQLITE_NULL }

  func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(statement, column) }

  func bytes(_ column: Int32) -> [UInt8] { withBytes(column) { Array($0) } }

  func text(_ column: Int32) -> String { withBytes(column) { String(decoding: $0, as: UTF8.self) } }

  /// Lends the bytes of a column, which are there until the next step.
  func withBytes<Result>(_ column: Int32, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    let start = sqlite3_column_blob(statement, column)
    return body(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column))))
  }

  /// SQLite takes a copy of what is bound.
  private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
}

extension StoreError {
  /// What a result code of SQLite means to those who wait for an entry; values of statements are never quoted.
  init(sqlite code: Int32, _ file: String) {
    let why = String(cString: sqlite3_errstr(code))
    self =
      switch code & 0xFF {
      case SQLITE_BUSY, SQLITE_LOCKED: .busy(file: file)
      case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_CONSTRAINT, SQLITE_MISMATCH: .damaged(file: file, why: why)
      default: .notSaved(file: file, why: JournalSentences.disk(code & 0xFF, why))
      }
  }
}
