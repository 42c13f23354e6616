internal import CaseFlow

// What a run through the whole journal reads.

extension JournalFile {
  /// A row of the journal, lent while it is looked at.
  struct Row {
    var seq: Int64
    var line: UnsafeRawBufferPointer
    var command: UnsafeRawBufferPointer
    var link: UnsafeRawBufferPointer
  }

  /// Lends the rows after a number, in order, at most so many.
  func eachLine(after seq: Int64, most: Int, _ body: (Row) -> Void) throws(StoreError) {
    try use { () throws(StoreError) in
      let rows = statements.lines
      rows.bind(seq, at: 1)
      rows.bind(Int64(most), at: 2)
      while try rows.step() {
        rows.withBytes(1) { line in
          rows.withBytes(2) { command in
            rows.withBytes(3) { body(Row(seq: rows.integer(0), line: line, command: command, link: $0)) }
          }
        }
      }
    }
  }

  /// The sealed details of some records.
  func sealedRows(of range: ClosedRange<Int64>) throws(StoreError) -> [Sealed] {
    try use { () throws(StoreError) in
      let rows = statements.sealedRows
      rows.bind(range.lowerBound, at: 1)
      rows.bind(range.upperBound, at: 2)
      var found: [Sealed] = []
      while try rows.step() {
        let person = PersonID(number: Int32(truncatingIfNeeded: rows.integer(1)))
        found.append(Sealed(person: person, seq: rows.integer(0), bytes: rows.bytes(2)))
      }
      return found
    }
  }

  /// How many details are sealed up to a record.
  func sealedCount(upTo seq: Int64) throws(StoreError) -> Int {
    try use { () throws(StoreError) in
      statements.sealedCount.bind(seq, at: 1)
      return Int(try statements.sealedCount.first { statements.sealedCount.integer(0) } ?? 0)
    }
  }
}

extension JournalStatements {
  /// Puts a row into the table of events.
  func insert(_ row: JournalFile.Row) throws(StoreError) {
    insert.bind(row.seq, at: 1)
    insert.lend(row.line, at: 2, asText: true)
    insert.lend(row.command, at: 3, asText: true)
    insert.lend(row.link, at: 4)
    try insert.run()
  }

  /// Puts the line of a record into the table of events.
  func insert(_ seq: Int64, _ line: [UInt8], _ command: [UInt8], _ link: [UInt8]) throws(StoreError) {
    try line.withUnsafeBufferPointer { line throws(StoreError) in
      try command.withUnsafeBufferPointer { command throws(StoreError) in
        try link.withUnsafeBufferPointer { link throws(StoreError) in
          let row = JournalFile.Row(
            seq: seq, line: UnsafeRawBufferPointer(line), command: UnsafeRawBufferPointer(command),
            link: UnsafeRawBufferPointer(link))
          try insert(row)
        }
      }
    }
  }

  /// Puts sealed details into their table.
  func insert(_ sealed: Sealed) throws(StoreError) {
    insertSealed.bind(sealed.seq, at: 1)
    insertSealed.bind(Int64(sealed.person.number), at: 2)
    insertSealed.bind(sealed.bytes, at: 3)
    try insertSealed.run()
  }
}
