package import CaseFlow

/// What a viewer of a recorded day asks again and again, gathered in one fold: which records concern a case,
/// and how many people stood on each row of the board at every quarter of an hour.
package struct DayIndex: Sendable {
  private let records: [Record]
  private var positions: [CaseID: [Int32]] = [:]
  private var quarters: [(at: Instant, people: [Int])] = []

  /// The time between two values of a trend.
  package static let quarter = Span.minutes(15)
  /// Values of a trend: six hours.
  package static let trendLength = 24

  /// Folds the records once. Linear in records, plus one pass over the cases on roll a quarter of an hour: in a year most
  /// have left.
  package init(records: [Record], plan: CenterPlan, rules: RuleSet, from: Instant) {
    self.records = records
    var center = Center(plan: plan, rules: rules)
    var next = from
    var present: Set<CaseID> = []
    for (position, record) in records.enumerated() {
      while record.recorded > next { note(center, present, &next) }
      var former: CaseID?
      if case .tieStated(let e) = record.event { former = center.people[e.child]?.caseID }
      center.apply(record)
      if case .stateAt = record.event { present = Set(center.casesOnRoll.map(\.id)) }
      record.event.forEachCase(in: center, former: { _ in former }) { id in
        positions[id, default: []].append(Int32(position))
        if center.cases[id]?.isOnRoll ?? false { present.insert(id) } else { present.remove(id) }
      }
    }
    note(center, present, &next)
  }

  private mutating func note(_ center: Center, _ present: Set<CaseID>, _ next: inout Instant) {
    var people: [BoardRow: Int] = [:]
    for id in present {
      guard let item = center.cases[id] else { continue }
      people[center.row(of: item, at: next), default: 0] += item.members.count
    }
    quarters.append((next, BoardRow.allCases.map { people[$0] ?? 0 }))
    next = next + DayIndex.quarter
  }

  /// The records of a case among the first `count`, in their order.
  package func records(of id: CaseID, among count: Int) -> [Record] {
    (positions[id] ?? []).prefix { Int($0) < count }.map { records[Int($0)] }
  }

  /// People on every row at the last quarters of an hour up to a moment, oldest first.
  package func trends(at instant: Instant) -> [BoardRow: [Int]] {
    let end = quarters.partitioningIndex { $0.at > instant }
    let window = quarters[max(0, end - DayIndex.trendLength)..<end]
    var trends: [BoardRow: [Int]] = [:]
    for (index, row) in BoardRow.allCases.enumerated() { trends[row] = window.map { $0.people[index] } }
    return trends
  }
}

extension Array {
  /// The first index whose element, and all after it, satisfy a predicate that holds from some point on.
  fileprivate func partitioningIndex(where isBeyond: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isBeyond(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
