internal import CaseFlow

// What a store is asked, on a journal file.

extension JournalFile {
  /// The sequence number of the last record, -1 before the first.
  func head() throws(StoreError) -> Int64 { try use { () throws(StoreError) in try last()?.seq ?? -1 } }

  /// The numbers that a command was recorded under.
  func find(_ command: String) throws(StoreError) -> ClosedRange<Int64>? {
    try use { () throws(StoreError) in try range(of: command) }
  }

  /// The chain before the first record.
  var origin: [UInt8] { Chain(site: site, header: headerLine).link }

  /// The chain's link at a record, or nil when there is no such record.
  func link(at seq: Int64) throws(StoreError) -> [UInt8]? {
    try use { () throws(StoreError) in
      statements.link.bind(seq, at: 1)
      return try statements.link.first { statements.link.bytes(0) }
    }
  }

  /// The records after a number, in order, at most so many.
  func records(after seq: Int64, most: Int) throws(StoreError) -> [Record] {
    // Mostly there is nothing new, or a few records.
    var lines = JournalLines(min(most, 16))
    try eachLine(after: seq, most: most) { lines.append($0.seq, $0.line) }
    let (records, fault) = lines.read()
    if let fault { throw .damaged(file: path, why: fault.description) }
    return records
  }

  /// The sealed details of a person, oldest first.
  func sealed(of person: PersonID) throws(StoreError) -> [[UInt8]] {
    try use { () throws(StoreError) in
      var found: [[UInt8]] = []
      statements.sealed.bind(Int64(person.number), at: 1)
      while try statements.sealed.step() { found.append(statements.sealed.bytes(0)) }
      return found
    }
  }

  /// Appends a batch in one transaction, or changes nothing.
  func append(_ batch: Batch) throws(StoreError) -> Appended {
    guard batch.isInSequence else { throw .unusable(JournalSentences.outOfSequence) }
    // A few are written out before the lock is taken: the others wait for as little as possible.
    let isBulk = batch.records.count >= JournalFile.bulk
    let lines = isBulk ? [] : JournalFile.lines(batch.records[...], header.zone)
    try makeWritable()
    return try use { () throws(StoreError) in
      try statements.begin.run()
      do throws(StoreError) {
        let outcome = try insert(batch, lines)
        try (outcome == .appended ? statements.commit : statements.rollback).run()
        return outcome
      } catch {
        // SQLite may have taken it back itself; then there is nothing to take back.
        try? statements.rollback.run()
        throw error
      }
    }
  }

  /// What is done within the transaction of an append.
  private func insert(_ batch: Batch, _ lines: [[UInt8]]) throws(StoreError) -> Appended {
    if let range = try range(of: batch.command) { return .known(range) }
    let last = try last()
    guard last?.seq ?? -1 == batch.expects else { return .conflict }
    let chain = last.map { Chain(after: $0.link) } ?? Chain(site: site, header: headerLine)
    try insertRows(batch, lines, chain)
    for sealed in batch.sealed { try statements.insert(sealed) }
    return .appended
  }

  /// Inserts the rows of a batch; those of a large one are written out and linked beside the inserting.
  private func insertRows(_ batch: Batch, _ lines: [[UInt8]], _ start: Chain) throws(StoreError) {
    let command = Array(batch.command.utf8)
    var chain = start
    func linked(_ lines: [[UInt8]]) -> [(line: [UInt8], link: [UInt8])] {
      lines.map { line in
        line.withUnsafeBytes { line in command.withUnsafeBytes { chain.add(command: $0, line: line) } }
        return (line, chain.link)
      }
    }
    var seq = batch.records.first?.seq ?? 0
    func insert(_ rows: [(line: [UInt8], link: [UInt8])]) throws(StoreError) {
      for row in rows {
        try statements.insert(seq, row.line, command, row.link)
        seq += 1
      }
    }
    if !lines.isEmpty { return try insert(linked(lines)) }
    var failure: StoreError?
    var rest = batch.records[...]
    let zone = header.zone
    AssemblyLine.run(
      take: {
        defer { rest = rest.dropFirst(JournalFile.piece) }
        return rest.isEmpty ? nil : linked(JournalFile.lines(rest.prefix(JournalFile.piece), zone))
      },
      prepare: { $0 },
      put: { rows in
        do throws(StoreError) { try insert(rows) } catch { failure = error }
        return failure == nil
      })
    if let failure { throw failure }
  }

  /// Records from which on an entry is a bulk import.
  private static let bulk = 100
  /// How many of them are written out at once: the inserting begins when the first are.
  private static let piece = 50

  /// The lines of records, without line ends.
  private static func lines(_ records: ArraySlice<Record>, _ zone: ZoneOffsets) -> [[UInt8]] {
    var encoder = RecordingEncoder(zone: zone)
    return records.map { Array(encoder.line($0).dropLast()) }
  }

  private func range(of command: String) throws(StoreError) -> ClosedRange<Int64>? {
    let find = statements.find
    find.bind(command, at: 1)
    return try find.first { find.isNull(0) ? nil : find.integer(0)...max(find.integer(0), find.integer(1)) } ?? nil
  }

  private func last() throws(StoreError) -> (seq: Int64, link: [UInt8])? {
    let last = try statements.last.first { (statements.last.integer(0), statements.last.bytes(1)) }
    guard let last, last.1.count != Chain.linkBytes else { return last }
    let fault = JournalFault(seq: last.0, why: JournalSentences.brokenChain)
    throw .damaged(file: path, why: fault.description)
  }
}

extension Batch {
  /// Whether its records follow, without a gap, the one it was decided on.
  fileprivate var isInSequence: Bool {
    guard let first = records.first, first.seq == expects + 1 || expects == -1 && first.seq == 1 else { return false }
    return records.enumerated().allSatisfy { $1.seq == first.seq + Int64($0) }
  }
}

/// Lines of a journal, read in one go and not yet understood.
struct JournalLines {
  private var text: [UInt8] = []
  private var places: [(seq: Int64, range: Range<Int>)] = []

  /// Room for so many lines, of the usual length.
  init(_ count: Int) {
    text.reserveCapacity(count * JournalLines.usualBytes)
    places.reserveCapacity(count)
  }

  /// Bytes of a usual line.
  private static let usualBytes = 320

  var isEmpty: Bool { places.isEmpty }

  mutating func append(_ seq: Int64, _ line: UnsafeRawBufferPointer) {
    let start = text.count
    text.append(contentsOf: line)
    places.append((seq, start..<text.count))
  }

  /// The records of the lines, up to the first that is none.
  func read() -> (records: [Record], fault: JournalFault?) {
    let faults = FaultSink(most: 1)
    var records: [Record] = []
    records.reserveCapacity(places.count)
    let (roots, fault) = JSONDocument.roots(of: places.map(\.range), in: text)
    for (place, root) in zip(places, roots) {
      guard let record = RecordLine.read(root, faults: faults), record.seq == place.seq else {
        return (records, unreadable(place.seq, faults.faults.first))
      }
      records.append(record)
    }
    if let fault { return (records, unreadable(places[roots.count].seq, fault)) }
    return (records, nil)
  }

  private func unreadable(_ seq: Int64, _ fault: Fault?) -> JournalFault {
    JournalFault(seq: seq, why: JournalSentences.unreadable(fault?.message ?? JournalSentences.otherNumber))
  }
}
