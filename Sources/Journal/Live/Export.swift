package import CaseFlow

extension Site {
  /// The journal, or the part of it that was recorded within a time, ends included, as a recording without names.
  ///
  /// A part begins with the people who were there, under the number of the last record before it.
  package func recording(from: Instant? = nil, until: Instant? = nil) throws(StoreError) -> Recording {
    if let from, let until, until < from { throw .unusable(JournalSentences.endsBeforeStart) }
    var center = Center(plan: journal.header.center.plan, rules: Snapshot(journal.header).center.rules)
    var records: [Record] = []
    var last: Int64 = -1
    reading: while true {
      let read = try journal.records(after: last, most: Site.exportedAtOnce)
      for record in read {
        if let until, record.recorded > until { break reading }
        if let from, record.recorded < from { center.apply(record) } else { records.append(record) }
        last = record.seq
      }
      if read.isEmpty { break }
    }
    var header = journal.header
    header.from = from ?? min(header.from, records.first?.recorded ?? header.from)
    header.until = max(until ?? records.last?.recorded ?? header.from, header.from)
    if let from, center.seq >= 0 {
      let opening = Event.stateAt(center.openingState(exits: false))
      records.insert(Record(seq: center.seq, at: from, recorded: from, by: Site.scribe, event: opening), at: 0)
    }
    return Recording(header, records)
  }

  private static let exportedAtOnce = 10_000
  /// Who says, at the beginning of a part, who was there.
  private static let scribe: Code = Code("jpc" as StaticString)
}
