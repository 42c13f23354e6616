internal import GRDB

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
      default: .notSaved(file: file, why: why)
      }
  }
}
