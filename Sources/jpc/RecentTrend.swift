import CaseFlow
import Drill
import Journal

/// People on every row at the last quarters of an hour, folded from the journal: what a board that is opened now would
/// have seen, had it been open.
enum RecentTrend {
  /// Where more was recorded since the first of those who count arrived, the trend begins when the board is opened: its
  /// first screen does not wait for it.
  private static let recordsMax = 50_000
  /// An arrival may have been put right since to a later time than it was recorded at.
  private static let slack = Span.hours(12)

  /// The rows at each quarter up to the last one, oldest first; none before the journal begins.
  static func quarters(of live: LiveCenter, upTo last: Instant) throws(StoreError) -> [[Int]] {
    guard let begin = try live.store.records(-1, 1).first?.recorded else { return [] }
    var next = last - Span(milliseconds: DayIndex.quarter.milliseconds * Int64(DayIndex.trendLength - 1))
    while next < begin { next = next + DayIndex.quarter }
    let oldest = live.center.cases.items
      .filter { $0.isOnRoll || $0.exitedAt.map { $0 >= next } ?? false }.map(\.arrivedAt).min()
    var seq = try live.lastSeq(before: (oldest ?? next) - slack)
    guard live.center.seq - seq <= recordsMax else { return [] }
    var center = Center(plan: live.center.plan, rules: live.center.rules)
    var quarters: [[Int]] = []
    func note() {
      quarters.append(center.rows(at: next).map(\.people))
      next = next + DayIndex.quarter
    }
    while seq < live.center.seq {
      let records = try live.store.records(seq, CaseHistory.readAtOnce)
      guard let end = records.last else { break }
      for record in records {
        while record.recorded > next, next <= last { note() }
        center.apply(record)
      }
      seq = end.seq
    }
    while next <= last { note() }
    return quarters
  }
}
