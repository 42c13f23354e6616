internal import GRDB
internal import GRDBSQLite

/// Runs `body` on a database file and throws what SQLite says as the reason a store gives.
func inSQLite<Value>(_ file: String, _ body: () throws -> Value) throws(StoreError) -> Value {
  do {
    return try body()
  } catch let error as StoreError {
    throw error
  } catch {
    throw StoreError(error, file)
  }
}

extension Database {
  /// Whether SQLite could open the file for reading only.
  var isReadOnlyFile: Bool { sqlite3_db_readonly(sqliteConnection, "main") == 1 }
}

extension StoreError {
  /// What an error of GRDB or SQLite means to those who wait for an entry; values of statements are never quoted.
  init(_ error: any Error, _ file: String) {
    guard let error = error as? DatabaseError else {
      self = .notSaved(file: file, why: JournalSentences.unknownFailure)
      return
    }
    let why = error.message ?? JournalSentences.unknownFailure
    self =
      switch error.resultCode.primaryResultCode {
      case .SQLITE_BUSY, .SQLITE_LOCKED: .busy(file: file)
      case .SQLITE_CORRUPT, .SQLITE_NOTADB: .damaged(file: file, why: why)
      default: .notSaved(file: file, why: JournalSentences.disk(error.resultCode.primaryResultCode.rawValue, why))
      }
  }
}

extension JournalSentences {
  /// What a result code of SQLite says of the disk, and what to do about it.
  static func disk(_ primaryCode: Int32, _ why: String) -> String {
    switch primaryCode {
    case SQLITE_FULL: isFull
    case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM: isReadOnly
    case SQLITE_IOERR: fails(why)
    default: why
    }
  }
}
