/// What a journal file is asked, prepared once.
struct JournalStatements {
  let begin: Prepared
  let commit: Prepared
  let rollback: Prepared
  /// The first and last number of a command.
  let find: Prepared
  /// The last number and its link of the chain.
  let last: Prepared
  /// The link of a number.
  let link: Prepared
  /// Rows after a number, at most so many.
  let lines: Prepared
  let insert: Prepared
  let insertSealed: Prepared
  /// The sealed bytes of a person, oldest first.
  let sealed: Prepared
  /// The sealed bytes of a range of numbers, and how many there are up to a number.
  let sealedRows: Prepared
  let sealedCount: Prepared

  init(_ sqlite: OpaquePointer, _ file: String) throws(StoreError) {
    func prepare(_ sql: String) throws(StoreError) -> Prepared { try Prepared(sqlite, sql, file: file) }
    begin = try prepare("BEGIN IMMEDIATE")
    commit = try prepare("COMMIT")
    rollback = try prepare("ROLLBACK")
    find = try prepare("SELECT min(seq), max(seq) FROM event WHERE command = ?")
    last = try prepare("SELECT seq, chain FROM event ORDER BY seq DESC LIMIT 1")
    link = try prepare("SELECT chain FROM event WHERE seq = ?")
    lines = try prepare("SELECT seq, line, command, chain FROM event WHERE seq > ? ORDER BY seq LIMIT ?")
    insert = try prepare("INSERT INTO event(seq, line, command, chain) VALUES (?, ?, ?, ?)")
    insertSealed = try prepare("INSERT INTO sealed(seq, person, bytes) VALUES (?, ?, ?)")
    sealedRows = try prepare("SELECT seq, person, bytes FROM sealed WHERE seq BETWEEN ? AND ?")
    sealedCount = try prepare("SELECT count(*) FROM sealed WHERE seq <= ?")
    sealed = try prepare("SELECT bytes FROM sealed WHERE person = ? ORDER BY seq")
  }
}
