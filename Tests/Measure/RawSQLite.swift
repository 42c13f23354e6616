import GRDBSQLite
import Glibc

/// A table like the journal's, filled through SQLite's own functions and nothing else: what the machine can do.
final class RawSQLite {
  private var database: OpaquePointer?
  private var insert: OpaquePointer?

  struct Failure: Error {
    var code: Int32
  }

  /// Makes a file with the table and the settings of a journal.
  init(_ path: String) throws(Failure) {
    try check(sqlite3_open_v2(path, &database, SQLITE_OPEN_CREATE | SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nil))
    for sql in [
      "PRAGMA journal_mode = TRUNCATE", "PRAGMA synchronous = EXTRA", "PRAGMA temp_store = MEMORY",
      "CREATE TABLE event(seq INTEGER PRIMARY KEY, line TEXT NOT NULL, command TEXT NOT NULL, chain BLOB NOT NULL) STRICT",
      "CREATE INDEX eventCommand ON event(command)",
    ] { try run(sql) }
    let sql = "INSERT INTO event(seq, line, command, chain) VALUES (?, ?, ?, ?)"
    try check(sqlite3_prepare_v2(database, sql, -1, &insert, nil))
  }

  deinit {
    sqlite3_finalize(insert)
    sqlite3_close(database)
  }

  /// Inserts rows in one transaction.
  func append(_ rows: [(seq: Int64, line: [UInt8])], command: String) throws(Failure) {
    try run("BEGIN IMMEDIATE")
    var link = [UInt8](repeating: 0, count: 32)
    for row in rows {
      link[Int(row.seq % 32)] &+= 1
      sqlite3_bind_int64(insert, 1, row.seq)
      row.line.withUnsafeBytes {
        _ = sqlite3_bind_text(
          insert, 2, $0.baseAddress?.assumingMemoryBound(to: CChar.self), Int32($0.count), RawSQLite.copied)
      }
      sqlite3_bind_text(insert, 3, command, -1, RawSQLite.copied)
      link.withUnsafeBytes { _ = sqlite3_bind_blob(insert, 4, $0.baseAddress, 32, RawSQLite.copied) }
      guard sqlite3_step(insert) == SQLITE_DONE else { throw Failure(code: sqlite3_errcode(database)) }
      sqlite3_reset(insert)
    }
    try run("COMMIT")
  }

  private func run(_ sql: String) throws(Failure) { try check(sqlite3_exec(database, sql, nil, nil, nil)) }

  private func check(_ code: Int32) throws(Failure) {
    if code != SQLITE_OK { throw Failure(code: code) }
  }

  private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
}
