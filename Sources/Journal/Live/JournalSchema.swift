/// The tables of a journal file, version 1. `docs/journal-format.md` explains them.
enum JournalSchema {
  /// Says in the first bytes of the file that it is a journal of jpc: `jpcJ`.
  static let applicationID: Int64 = 0x6A70_634A
  /// The version that this program reads and writes.
  static let version: Int64 = 1

  /// What makes the tables. A file whose tables read otherwise is no journal, whatever it says of itself: it might hold
  /// triggers of somebody else.
  static let statements =
    [
      "CREATE TABLE journal(one INTEGER PRIMARY KEY CHECK(one = 1), site TEXT NOT NULL, header TEXT NOT NULL) STRICT",
      "CREATE TABLE event(seq INTEGER PRIMARY KEY, line TEXT NOT NULL, command TEXT NOT NULL, chain BLOB NOT NULL) STRICT",
      "CREATE INDEX eventCommand ON event(command)",
      "CREATE TABLE sealed(seq INTEGER PRIMARY KEY, person INTEGER NOT NULL, bytes BLOB NOT NULL) STRICT",
      "CREATE INDEX sealedPerson ON sealed(person)",
    ]
    + ["journal", "event", "sealed"].flatMap { table in
      ["UPDATE", "DELETE"].map { change in
        "CREATE TRIGGER \(table)No\(change) BEFORE \(change) ON \(table) "
          + "BEGIN SELECT RAISE(ABORT, 'a journal is never changed'); END"
      }
    }
}
