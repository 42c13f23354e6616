import CaseFlow
import Journal

/// What the journal holds of one case: read when its page is opened, and continued from there.
struct CaseHistory {
  private var id: CaseID?
  private var kept: [Record] = []
  private var upTo: Int64 = -1

  /// Records read at once.
  private static let readAtOnce = 10_000

  /// Everything recorded of a case, in the order of the journal. What cannot be read now is read the next time.
  mutating func records(of item: Case, in live: LiveCenter) -> [Record] {
    if id != item.id {
      id = item.id
      kept = []
      upTo = (try? CaseHistory.before(item, in: live)) ?? -1
    }
    while upTo < live.center.seq, let records = try? live.store.records(upTo, CaseHistory.readAtOnce),
      let last = records.last
    {
      kept += records.filter { $0.seq <= live.center.seq && concerns($0, item.id, in: live.center) }
      upTo = last.seq
    }
    return kept
  }

  private func concerns(_ record: Record, _ id: CaseID, in center: Center) -> Bool {
    switch record.event {
    case .stateAt: return center.cases[id].map { $0.arrivedAt <= record.at } ?? false
    // Whom an undone entry concerned is known by the entry.
    case .entryUndone(let e): return kept.contains { $0.seq == Int64(e.wrongs) }
    default: break
    }
    var isMeant = false
    record.event.forEachCase(in: center, former: { center.people[$0]?.caseID }) { if $0 == id { isMeant = true } }
    return isMeant
  }

  /// A sequence number before everything recorded of a case: nothing was recorded of it before it arrived.
  private static func before(_ item: Case, in live: LiveCenter) throws(StoreError) -> Int64 {
    var low: Int64 = -1
    var high = live.center.seq
    while low < high {
      let middle = low + (high - low) / 2
      guard let record = try live.store.records(middle, 1).first else { return low }
      if record.recorded < item.arrivedAt { low = max(middle + 1, low + 1) } else { high = middle }
    }
    return max(-1, low - 1)
  }
}
