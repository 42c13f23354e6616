package import CaseFlow

/// Everything a board has derived, described once for the digest: histories, and the timers that are still
/// running, so that two boards with the same bytes also go on alike.
package struct AlarmSnapshot: Sendable, Equatable {
  package var at = Instant()
  package var alarms: [Alarm] = []
  package var crises: [Crisis] = []
  package var timers: [AlarmTimer] = []
  /// Whether the crisis rule may propose again once its parts hold.
  package var armed = true
  package var shelves: [Shelf] = []
  package var outOfService: [Withdrawal] = []
  package var changes: [ValuesChange] = []
  package var reserves: [ReserveOrder] = []
  package var charge: Charge?
  package init() {}
}

/// A delay that is running: since when a level of a threshold, or a part of the crisis rule, asks to turn.
package struct AlarmTimer: Hashable, Sendable {
  /// The position of the level among all levels of the plan, then the kinds of place of the crisis rule,
  /// then its clearing part.
  package var position = 0
  package var since = Instant()
  package init() {}
}

extension AlarmBoard {
  /// Everything derived at `now`.
  package var snapshot: AlarmSnapshot {
    var snapshot = AlarmSnapshot()
    snapshot.at = now
    snapshot.alarms = alarms
    snapshot.crises = crises
    snapshot.armed = crisisWatch.isArmed
    snapshot.shelves = shelves
    snapshot.outOfService = withdrawals
    snapshot.changes = changes
    snapshot.reserves = reserves
    snapshot.charge = charge
    let pending = latches.map(\.pending) + crisisWatch.fullSince + [crisisWatch.underSince]
    for (position, since) in pending.enumerated() {
      guard let since else { continue }
      var timer = AlarmTimer()
      timer.position = position
      timer.since = since
      snapshot.timers.append(timer)
    }
    return snapshot
  }

  /// Visits everything derived at `now`, for canonical bytes.
  package func encode(into f: inout some FieldVisitor) {
    var snapshot = snapshot
    snapshot.describe(&f)
  }
}

extension AlarmSnapshot: Described {
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("at", &at)
    f.field("alarms", &alarms, most: Int(Limit.numberSpan))
    f.field("crises", &crises, most: Int(Limit.numberSpan))
    f.field("timers", &timers, most: AlarmLimit.thresholds * AlarmLevel.allCases.count + PlaceKind.allCases.count + 1)
    f.field("armed", &armed)
    f.field("shelves", &shelves, most: Int(Limit.numberSpan))
    f.field("outOfService", &outOfService, most: AlarmLimit.thresholds)
    f.field("changes", &changes, most: AlarmLimit.thresholds * AlarmLevel.allCases.count)
    f.field("reserves", &reserves, most: AlarmLimit.reserves)
    f.field("charge", &charge)
  }
}

extension AlarmTimer: Described {
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("position", &position)
    f.field("since", &since)
  }
}
