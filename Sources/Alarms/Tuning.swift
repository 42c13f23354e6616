package import CaseFlow

/// An alarm of one plan and what became of it under another; one of the two is always there.
package struct TunedAlarm: Hashable, Sendable {
  package var before: Activation?
  package var after: Activation?

  /// How much later it came; negative when earlier, nil when it came under one plan only.
  package var shift: Span? {
    guard let before, let after else { return nil }
    return after.raised - before.raised
  }

  package var change: TuningChange {
    guard let shift else { return before == nil ? .gained : .lost }
    if shift == .zero { return .same }
    return shift < .zero ? .earlier : .later
  }

  /// When the first of the two was raised.
  package var first: Instant { min(before?.raised ?? .never, after?.raised ?? .never) }
}

/// What another plan does to an alarm.
package enum TuningChange: String, Word {
  case gained, lost, earlier, later, same
}

/// One level of one threshold under two plans.
package struct TuningRow: Hashable, Sendable {
  package var threshold: String
  package var level: AlarmLevel
  /// In the order of time.
  package var alarms: [TunedAlarm]

  package var before: Int { alarms.count { $0.before != nil } }
  package var after: Int { alarms.count { $0.after != nil } }

  /// How many alarms changed so.
  package func count(_ change: TuningChange) -> Int { alarms.count { $0.change == change } }
}

/// Which alarms a plan gains, loses and moves against another. Pure: two lists of activations in, rows out.
///
/// Two activations of one level are the same alarm when they overlap in time; of several, the nearest raisings first. Of
/// those left over, two are the same when nothing of that level was raised between them and the one began within `reach`
/// of the other's end.
package enum Tuning {
  /// How far apart an alarm of one plan may lie from one of the other and still be the same.
  package static let reach = Span.hours(12)

  /// The rows of every level of two plans, in the order of the first and then of what only the second has.
  package static func rows(
    _ plans: (before: AlarmPlan, after: AlarmPlan), before: [Activation], after: [Activation]
  ) -> [TuningRow] {
    var keys: [RowKey] = []
    var known: Set<RowKey> = []
    for threshold in plans.before.thresholds + plans.after.thresholds {
      for level in threshold.levels {
        let key = RowKey(threshold: threshold.name, level: level.level)
        if known.insert(key).inserted { keys.append(key) }
      }
    }
    let before = Dictionary(grouping: before) { RowKey(threshold: $0.threshold, level: $0.level) }
    let after = Dictionary(grouping: after) { RowKey(threshold: $0.threshold, level: $0.level) }
    return keys.map {
      TuningRow(threshold: $0.threshold, level: $0.level, alarms: matched(before[$0] ?? [], after[$0] ?? []))
    }
  }

  private struct RowKey: Hashable {
    var threshold: String
    var level: AlarmLevel
  }

  /// The activations of one level under two plans, each list in the order of time and without overlaps in itself. As
  /// long as a sort of both.
  package static func matched(_ before: [Activation], _ after: [Activation]) -> [TunedAlarm] {
    var partner = [Int?](repeating: nil, count: before.count)
    var isTaken = [Bool](repeating: false, count: after.count)
    for pairs in [overlaps(before, after), neighbors(before, after)] {
      for pair in pairs.sorted(by: { $0.order < $1.order })
      where partner[pair.before] == nil && !isTaken[pair.after] {
        partner[pair.before] = pair.after
        isTaken[pair.after] = true
      }
    }
    var alarms = before.indices.map { TunedAlarm(before: before[$0], after: partner[$0].map { after[$0] }) }
    for index in after.indices where !isTaken[index] { alarms.append(TunedAlarm(after: after[index])) }
    return alarms.sorted { $0.first < $1.first }
  }

  /// Two activations that may be the same alarm, by position.
  private struct Pair {
    var before: Int
    var after: Int
    /// Between the raisings.
    var apart: Span

    /// The nearest first; of equals the earlier.
    var order: (Span, Int, Int) { (apart, before, after) }
  }

  /// The pairs that overlap: at most as many as there are activations, because none overlaps another of its own plan.
  private static func overlaps(_ before: [Activation], _ after: [Activation]) -> [Pair] {
    var pairs: [Pair] = []
    var (old, new) = (0, 0)
    while old < before.count, new < after.count {
      let (one, other) = (before[old], after[new])
      if one.raised < other.end && other.raised < one.end || one.raised == other.raised {
        pairs.append(Pair(before: old, after: new, apart: one.distance(to: other)))
      }
      if one.end <= other.end { old += 1 } else { new += 1 }
    }
    return pairs
  }

  /// The pairs with no other raising between them that lie within reach.
  private static func neighbors(_ before: [Activation], _ after: [Activation]) -> [Pair] {
    var pairs: [Pair] = []
    var (old, new) = (0, 0)
    while old < before.count, new < after.count {
      let (one, other) = (before[old], after[new])
      let isFirst = one.raised <= other.raised
      // What the first plan raised next, or the second, may come between the two.
      let next = isFirst ? before[(old + 1)...].first : after[(new + 1)...].first
      let later = max(one.raised, other.raised)
      if next.map({ $0.raised > later }) ?? true, later - (isFirst ? one.end : other.end) <= reach {
        pairs.append(Pair(before: old, after: new, apart: one.distance(to: other)))
      }
      if isFirst { old += 1 } else { new += 1 }
    }
    return pairs
  }
}

extension Activation {
  /// What is still active at the end ends after every other.
  fileprivate var end: Instant { cleared ?? .latest }

  fileprivate func distance(to other: Activation) -> Span {
    max(raised - other.raised, other.raised - raised)
  }
}
