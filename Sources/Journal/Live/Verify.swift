internal import Alarms
package import CaseFlow

/// What `Site.verify` found.
package struct Verification: Sendable {
  /// Records that were read, judged and folded.
  package var records = 0
  /// The number of the last of them, -1 without any.
  package var head: Int64 = -1
  /// The last link of the chain, as 64 hexadecimal digits: written down elsewhere, it proves later that nothing before it
  /// was changed, and that the end was not cut off.
  package var link = ""
  /// Sealed details whose bytes are those that the chain covers.
  package var sealed = 0
  /// The record whose snapshot was compared with what the records say, if there was one.
  package var snapshot: Int64?
  /// The first fault, or nil: the journal is whole.
  package var fault: JournalFault?
  /// Records that the rules of this program refuse, and the first `refusedMax` of them. They stand in the chain like all
  /// others: they were entered under the rules of another version, or past them.
  package var refusals = 0
  package var refused: [JournalFault] = []
  /// Someone whom the journal says was erased and whose key is there all the same, or nil.
  package var keptThoughErased: PersonID?

  /// How many refused records are told one by one.
  package static let refusedMax = 20
}

/// Something in a journal that is not as it was written.
package struct JournalFault: Error, Equatable, Sendable, CustomStringConvertible {
  /// The record at which it shows, if at one.
  package var seq: Int64?
  /// When that was recorded, of one that a rule refuses: before or after this version was put in.
  package var recorded: Instant?
  package var why: String

  package var description: String { (seq.map { "record \($0): \(why)" } ?? why).printable }
}

extension Site {
  /// Goes through the whole journal: its chain, its seals, every rule, the snapshot against what the records say, and the
  /// keys of those who were erased.
  ///
  /// Stops at the first fault; a record that a rule refuses is none, since rules change with the program. Others may go on
  /// writing. An erasure that a crash cut off between its record and its key is brought to its end first.
  package func verify() throws(StoreError) -> Verification {
    var run = Verifier(journal, Aside { snapshotFile() })
    try run.run()
    // Somebody wrote on, and kept a snapshot of that: it is compared with what they wrote.
    while run.isOutrun {
      run = Verifier(journal, Aside { snapshotFile() })
      try run.run()
    }
    var verification = run.verification
    guard verification.fault == nil else { return verification }
    let erased = run.state.center.erased
    try? keys.finishErasing(erased)
    verification.keptThoughErased = try keys.remaining(of: erased).first
    return verification
  }
}

/// One run through a journal. Reading and hashing, understanding, and judging go on side by side.
final class Verifier {
  private let journal: JournalFile
  /// The state after the last record that was judged.
  private(set) var state: Snapshot
  private(set) var verification = Verification()
  /// What a snapshot says of one of the records. Read beside the first of them: it is long.
  private let remembered: Aside<SnapshotFile>?

  // Only the thread that reads uses these.
  private var chain: Chain
  private var lastRead: Int64 = -1
  private var failure: StoreError?

  /// Records read at once: nobody who writes is held up for longer than this takes, and none of the lists that are made
  /// of them is so long that the system gives it pages of its own each time.
  private static let chunk = 256

  /// Records that were read together.
  private struct Chunk {
    var lines: JournalLines
    var seals: [Sealed]
    /// Where the chain breaks, after the lines.
    var fault: JournalFault?
  }

  /// Records of a chunk, understood as far as they could be.
  private struct Understood {
    var records: [Record]
    var seals: [Sealed]
    var fault: JournalFault?
  }

  init(_ journal: JournalFile, _ remembered: Aside<SnapshotFile>?) {
    self.journal = journal
    self.remembered = remembered
    chain = Chain(site: journal.site, header: journal.headerLine)
    state = Snapshot(journal.header)
  }

  func run() throws(StoreError) {
    AssemblyLine.run(take: take, prepare: understand, put: judge)
    if let failure { throw failure }
    verification.link = hexadecimal(try journal.link(at: verification.head) ?? journal.origin)
    if verification.fault == nil { verification.fault = try faultOfTheWhole() }
  }

  /// Whether the snapshot is of a record after the last that was read, and so was not compared.
  var isOutrun: Bool {
    verification.fault == nil && remembered?.value.map { $0.seq > verification.head } ?? false
  }

  /// Reads the next records and follows the chain through them.
  private func take() -> Chunk? {
    do throws(StoreError) {
      var chunk = Chunk(lines: JournalLines(Verifier.chunk), seals: [])
      let first = lastRead + 1
      try journal.eachLine(after: lastRead, most: Verifier.chunk) { row in
        guard chunk.fault == nil else { return }
        chain.add(command: row.command, line: row.line)
        if row.seq != lastRead + 1, lastRead != -1 || row.seq != 1 {
          chunk.fault = JournalFault(seq: row.seq, why: JournalSentences.gap(after: lastRead))
        } else if !chain.ends(with: row.link) {
          chunk.fault = JournalFault(seq: row.seq, why: JournalSentences.brokenChain)
        } else {
          chunk.lines.append(row.seq, row.line)
          lastRead = row.seq
        }
      }
      if chunk.lines.isEmpty, chunk.fault == nil { return nil }
      chunk.seals = try journal.sealedRows(of: first...max(first, lastRead))
      return chunk
    } catch {
      failure = error
      return nil
    }
  }

  private func understand(_ chunk: Chunk) -> Understood {
    let (records, fault) = chunk.lines.read()
    return Understood(records: records, seals: chunk.seals, fault: fault ?? chunk.fault)
  }

  /// Judges and folds; false at the first fault.
  private func judge(_ chunk: Understood) -> Bool {
    guard verification.fault == nil else { return false }
    // Lent, not taken out: a record is copied with all that it says.
    verification.fault = chunk.records.withUnsafeBufferPointer { records in
      for index in records.indices {
        if let fault = judge(records[index], chunk.seals) { return fault }
      }
      return chunk.fault
    }
    return verification.fault == nil
  }

  private func judge(_ record: Record, _ seals: [Sealed]) -> JournalFault? {
    if let why = fault(of: record, seals) { return JournalFault(seq: record.seq, why: why) }
    if let refusal = state.judge(record) {
      verification.refusals += 1
      if verification.refusals <= Verification.refusedMax {
        let why = JournalSentences.brokenRule(refusal.rule.rawValue, refusal.sentence)
        verification.refused.append(JournalFault(seq: record.seq, recorded: record.recorded, why: why))
      }
    }
    verification.records += 1
    verification.head = record.seq
    return record.seq == remembered?.value?.seq ? faultOfSnapshot() : nil
  }

  private func fault(of record: Record, _ seals: [Sealed]) -> String? {
    guard case .detailsRecorded(let event) = record.event else { return nil }
    guard let row = seals.first(where: { $0.seq == record.seq }), row.person == event.person,
      digest(row.bytes) == event.seal
    else { return JournalSentences.otherSeal }
    verification.sealed += 1
    return nil
  }

  private func faultOfSnapshot() -> JournalFault? {
    guard let remembered = remembered?.value else { return nil }
    verification.snapshot = state.center.seq
    var rebuilt = state
    rebuilt.alarms.advance(to: remembered.now)
    if rebuilt.body(expecting: remembered.body.count) == remembered.body { return nil }
    return JournalFault(seq: state.center.seq, why: JournalSentences.otherSnapshot)
  }

  /// What shows only when all was read.
  private func faultOfTheWhole() throws(StoreError) -> JournalFault? {
    if let remembered = remembered?.value {
      let seq = remembered.seq
      if try journal.link(at: seq) != remembered.link {
        return JournalFault(seq: seq, why: JournalSentences.cutOff(verification.head, known: seq))
      }
    }
    if try journal.sealedCount(upTo: verification.head) != verification.sealed {
      return JournalFault(why: JournalSentences.strangeSeals)
    }
    return nil
  }
}
