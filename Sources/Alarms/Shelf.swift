package import CaseFlow

/// An alarm put aside by a person: who, why, until when; its end is announced.
package struct Shelf: Hashable, Described {
  package var threshold = ""
  package var by = Code.none
  package var since = Instant()
  package var until = Instant()
  package var reason = ShelveReason.underWay
  /// When it ended: at its time, or because someone took it back.
  package var ended: Instant?
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("threshold", &threshold)
    f.field("by", &by)
    f.field("since", &since)
    f.field("until", &until)
    f.field("reason", &reason)
    f.field("ended", &ended)
  }
}

/// A threshold taken out of service: by whom, since when.
package struct Withdrawal: Hashable, Described {
  package var threshold = ""
  package var by = Code.none
  package var since = Instant()
  package init() {}
  package init(threshold: String, by: Code, since: Instant) {
    self.threshold = threshold
    self.by = by
    self.since = since
  }
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("threshold", &threshold)
    f.field("by", &by)
    f.field("since", &since)
  }
}

/// Values of a level that were changed: by whom, when.
package struct ValuesChange: Described, Equatable {
  package var values = ThresholdChanged()
  package var by = Code.none
  package var at = Instant()
  package init() {}
  package init(_ values: ThresholdChanged, by: Code, at: Instant) {
    self.values = values
    self.by = by
    self.at = at
  }
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("values", &values)
    f.field("by", &by)
    f.field("at", &at)
  }
}

/// Who is in charge, since when.
package struct Charge: Hashable, Described {
  package var who = Code.none
  package var since = Instant()
  package init() {}
  package init(who: Code, since: Instant) {
    self.who = who
    self.since = since
  }
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("who", &who)
    f.field("since", &since)
  }
}

/// A reserve that was ordered: by whom, when.
package struct ReserveOrder: Hashable, Described {
  package var reserve = Code.none
  package var by = Code.none
  package var at = Instant()
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("reserve", &reserve)
    f.field("by", &by)
    f.field("at", &at)
  }
}

// Shelving, and what time does to alarms that nobody takes.
extension AlarmBoard {
  /// The shelf that holds a threshold now, or nil.
  package func shelf(of threshold: String) -> Shelf? {
    shelves.last { $0.threshold == threshold && $0.ended == nil }
  }

  /// Whether a threshold is out of service.
  package func isOutOfService(_ threshold: String) -> Bool { withdrawals.contains { $0.threshold == threshold } }

  /// Whether a threshold stays silent because what brings it about is active.
  package func isSuppressed(_ threshold: String) -> Bool {
    guard let of = plan.thresholds.first(where: { $0.name == threshold }), !of.inhibitedBy.isEmpty else { return false }
    return latches.contains { latch in
      latch.isOn && latch.alarm.map { of.inhibitedBy.contains(alarms[$0].threshold) } ?? false
    }
  }

  /// Where a raising stands here: by itself, or shelved, suppressed, out of service.
  package func state(of alarm: Alarm) -> AlarmState {
    let own = alarm.state
    guard own != .normal else { return own }
    if isOutOfService(alarm.threshold) { return .outOfService }
    if shelf(of: alarm.threshold) != nil { return .shelved }
    return alarm.isActive && isSuppressed(alarm.threshold) ? .suppressed : own
  }

  mutating func shelve(_ e: AlarmShelved, _ by: Code) {
    guard AnswerFault.of(.alarmShelved(e), in: self, at: now) == nil else { return }
    var shelf = Shelf()
    shelf.threshold = e.threshold
    shelf.by = by
    shelf.since = now
    shelf.until = e.until
    shelf.reason = e.reason
    shelves.append(shelf)
    planDuties()
  }

  mutating func unshelve(_ threshold: String, _ by: Code) {
    guard let index = shelves.lastIndex(where: { $0.threshold == threshold && $0.ended == nil }) else { return }
    end(index)
    planDuties()
  }

  /// What comes back from the shelf asks for an owner anew.
  private mutating func end(_ index: Int) {
    shelves[index].ended = now
    for latch in latches where latch.isOn {
      guard let alarm = latch.alarm, alarms[alarm].threshold == shelves[index].threshold else { continue }
      alarms[alarm].acknowledged = nil
      alarms[alarm].acknowledgedBy = nil
      alarms[alarm].escalated = nil
    }
  }

  mutating func order(_ e: ReserveOrdered, _ by: Code) {
    guard plan.plan.reserves.contains(where: { $0.code == e.reserve }) else { return }
    let isOrdered = reserves.contains { $0.reserve == e.reserve }
    if e.undone { return reserves.removeAll { $0.reserve == e.reserve } }
    guard !isOrdered else { return }
    var order = ReserveOrder()
    order.reserve = e.reserve
    order.by = by
    order.at = now
    reserves.append(order)
  }

  /// Ends the shelves whose time has come, and escalates what nobody has taken for too long.
  mutating func settleDuties() {
    for index in shelves.indices where shelves[index].ended == nil && shelves[index].until <= now { end(index) }
    for (index, due) in unownedDue where due <= now { alarms[index].escalated = now }
    planDuties()
  }

  /// Sets the next instant at which `settleDuties` has something to do. Asked only where one of them may have changed.
  mutating func planDuties() {
    var next = Instant.never
    for shelf in shelves.reversed() where shelf.ended == nil { next = min(next, shelf.until) }
    for (_, due) in unownedDue { next = min(next, due) }
    nextDuty = next
  }

  /// The active alarms without an owner that have not escalated, each with when it does.
  private var unownedDue: [(index: Int, due: Instant)] {
    guard plan.escalateMinutes > 0 else { return [] }
    return latches.compactMap { latch in
      guard latch.isOn, let index = latch.alarm, alarms[index].acknowledged == nil, alarms[index].escalated == nil,
        state(of: alarms[index]) == .activeUnacknowledged
      else { return nil }
      let back = shelves.last { $0.threshold == alarms[index].threshold }?.ended ?? .earliest
      return (index, max(alarms[index].raised, back) + .minutes(plan.escalateMinutes))
    }
  }
}
