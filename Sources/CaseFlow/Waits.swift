/// Waits of one stage, finished and unfinished, for estimates that count the people still waiting.
package struct Waits: Sendable {
  /// How long a case waited until it was served, or has waited so far.
  package struct Wait: Hashable, Sendable {
    package var length: Span
    /// False while the case still waits, and where it left without being served.
    package var isServed: Bool

    package init(length: Span, isServed: Bool) {
      self.length = length
      self.isServed = isServed
    }
  }

  package var waits: [Wait]

  package init(_ waits: [Wait]) { self.waits = waits }
}

extension Waits {
  /// The time by which a share of cases is served, by the product-limit estimate (Kaplan and Meier, 1958):
  /// the first length at which the estimated share still waiting is `1 - share` or less. Nil when that many
  /// cannot be known yet. A mean of finished waits would lie in a growing queue. Sorts once: n log n.
  package func quantiles(_ shares: [Double]) -> [Span?] {
    // At the same length, those served count before those who merely stopped being watched.
    let sorted = waits.sorted {
      $0.length != $1.length ? $0.length < $1.length : $0.isServed && !$1.isServed
    }
    var found = [Span?](repeating: nil, count: shares.count)
    var surviving = 1.0
    var index = 0
    while index < sorted.count {
      let length = sorted[index].length
      let atRisk = sorted.count - index
      var served = 0
      while index < sorted.count, sorted[index].length == length {
        if sorted[index].isServed { served += 1 }
        index += 1
      }
      guard served > 0 else { continue }
      surviving *= 1 - Double(served) / Double(atRisk)
      for (position, share) in shares.enumerated() where found[position] == nil {
        // A hair of tolerance: 1 - 1/3 - 1/3 must count as a third.
        if surviving <= 1 - share + 1e-12 { found[position] = length }
      }
    }
    return found
  }
}

extension Center {
  /// The waits of a stage that were open at any time in the last `waitWindow`.
  package func waits(of stage: Stage, at: Instant) -> Waits {
    waits(of: stage, since: at - Center.waitWindow, at: at)
  }

  /// The waits of a stage that were open at any time from `since` on, those that go on as long as they are at `at`.
  package func waits(of stage: Stage, since: Instant, at: Instant) -> Waits {
    var waits: [Waits.Wait] = []
    for item in cases.items {
      guard let wait = wait(of: item, stage, at: at), wait.ended >= since else { continue }
      waits.append(Waits.Wait(length: wait.ended - wait.joined, isServed: wait.isServed))
    }
    return Waits(waits)
  }

  /// When a case joined the queue of a stage, for an interview when it could first be called; nil where it never did, and
  /// where that ended before a split: it is counted with the case it was split from.
  func queueJoined(by item: Case, _ stage: Stage) -> Instant? {
    let visit = item.visits[stage]
    if let split = item.splitAt, let ended = visit.startedAt ?? visit.leftAt, ended <= split { return nil }
    guard let joined = visit.joinedAt else { return nil }
    guard stage == .interview, visit.startedAt == nil else { return joined }
    return eligibleAt(item).map { max(joined, $0) }
  }

  /// When a case joined the queue of a stage and when its wait ended, or `at` while it waits; nil where it never did.
  ///
  /// A wait for a desk is one that a desk could end: it begins anew after isolation, and is watched no longer once
  /// isolation is ordered. Health comes to those in isolation.
  package func wait(of item: Case, _ stage: Stage, at: Instant) -> (joined: Instant, ended: Instant, isServed: Bool)? {
    guard var joined = queueJoined(by: item, stage) else { return nil }
    let visit = item.visits[stage]
    let isolation = stage == .health ? nil : item.isolation?.orderedAt
    let ended = visit.startedAt ?? visit.leftAt ?? min(item.exitedAt ?? at, isolation ?? .latest)
    if stage != .health, let back = item.isolatedUntil, back <= ended { joined = max(joined, back) }
    return joined <= ended ? (joined, ended, visit.startedAt != nil) : nil
  }
}
