import CaseFlow
import Journal

extension LiveCenter {
  /// A sequence number before everything that was recorded at a moment or later. Reads a record for each doubling of
  /// the journal.
  func lastSeq(before instant: Instant) throws(StoreError) -> Int64 {
    var low: Int64 = -1
    var high = center.seq
    while low < high {
      let middle = low + (high - low) / 2
      guard let record = try store.records(middle, 1).first else { return low }
      if record.recorded < instant { low = middle + 1 } else { high = middle }
    }
    return max(-1, low - 1)
  }

  /// The record by which a person's details were erased at a moment; nil where it cannot be found.
  func erasure(of person: PersonID, at instant: Instant) throws(StoreError) -> Record? {
    var upTo = try lastSeq(before: instant)
    while upTo < center.seq {
      let records = try store.records(upTo, CaseHistory.readAtOnce)
      guard let last = records.last else { return nil }
      let found = records.first { record in
        if case .detailsErased(let e) = record.event { e.person == person } else { false }
      }
      if let found { return found }
      upTo = last.seq
    }
    return nil
  }
}
