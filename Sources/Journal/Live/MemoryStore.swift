package import CaseFlow

/// A journal that is kept in memory and nowhere else, with its keys: what a drill works on.
///
/// It opens no folder, so whatever is entered here can never reach a center's own journal. A drill has one for each
/// branch; whoever goes back sees the part up to `end` only. What is personal stays here: under its seal stands a
/// number, the same for the same entries, of which nobody learns a name.
///
///     let journal = MemoryJournal(header: header, records: day)
///     var live = try LiveCenter(store: journal.store, vault: journal.vault, clock: clock)
package final class MemoryJournal {
  private let header: RecordingHeader
  private var records: [Record]
  private var commands: [String: ClosedRange<Int64>] = [:]
  private var sealed: [Sealed] = []
  private var details: [(person: PersonID, details: PersonDetails?)] = []
  /// The last record that is there for those who look; those after it are not there yet.
  package var end: Int64

  /// A journal of records that the engine has decided, whole: their numbers have no gap.
  package init(header: RecordingHeader, records: [Record]) {
    self.header = header
    self.records = records
    end = records.last?.seq ?? -1
  }

  /// A journal with the same past up to a record, details included, that goes on by itself.
  package func branch(after seq: Int64) -> MemoryJournal {
    let branch = MemoryJournal(header: header, records: Array(records.prefix { $0.seq <= seq }))
    branch.commands = commands.filter { $0.value.upperBound <= seq }
    branch.sealed = sealed.filter { $0.seq <= seq }
    // Each seal has its record.
    branch.details = Array(details.prefix(branch.sealed.count))
    return branch
  }

  /// Takes records that somebody else decided, such as those of simulated people.
  package func take(_ more: [Record]) {
    records += more
    end = max(end, more.last?.seq ?? end)
  }
}

extension MemoryJournal {
  package var store: Store {
    Store(
      header: header, head: { self.end }, records: { self.records(after: $0, most: $1) },
      news: { self.records(after: $0, most: $1) }, append: { self.append($0) },
      find: { self.commands[$0].flatMap { $0.upperBound <= self.end ? $0 : nil } },
      sealed: { person in self.sealed.filter { $0.person == person && $0.seq <= self.end }.map(\.bytes) })
  }

  package var vault: Vault {
    Vault(
      seal: { people in people.map { self.seal($0, $1) } },
      open: { self.open($0, $1) },
      destroy: { person in
        for index in self.details.indices where self.details[index].person == person {
          self.details[index].details = nil
        }
      },
      // Nothing that is typed in a drill is kept beyond it.
      sealBytes: { _ in [] }, openBytes: { _ in nil })
  }

  private func records(after seq: Int64, most: Int) -> [Record] {
    guard let first = records.first?.seq else { return [] }
    let start = Int(min(max(0, seq - first + 1), Int64(records.count)))
    let stop = Int(min(max(0, end - first + 1), Int64(records.count)))
    return start < stop ? Array(records[start..<min(stop, start + most)]) : []
  }

  private func append(_ batch: Batch) -> Appended {
    if let known = commands[batch.command] { return .known(known) }
    guard batch.expects == end, end == records.last?.seq ?? -1 else { return .conflict }
    if let first = batch.records.first, let last = batch.records.last {
      commands[batch.command] = first.seq...last.seq
    }
    sealed += batch.sealed
    take(batch.records)
    return .appended
  }

  private func seal(_ person: PersonID, _ known: PersonDetails) -> [UInt8] {
    // Counted within the branch, so that the same entries give the same records.
    details.append((person, known))
    return stride(from: 24, through: 0, by: -8).map { UInt8(truncatingIfNeeded: (details.count - 1) >> $0) }
  }

  private func open(_ person: PersonID, _ seal: [UInt8]) -> PersonDetails? {
    let number = seal.reduce(0) { $0 << 8 | Int($1) }
    guard details.indices.contains(number), details[number].person == person else { return nil }
    return details[number].details
  }
}
