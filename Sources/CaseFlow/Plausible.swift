// What cannot have been: inspectors found impossible entries in every log they sampled. Such an entry is refused where
// it is made, late entries with their true times included; what was recorded otherwise before is corrected.

extension Limit {
  /// Meals of one person that are kept.
  package static let meals = 12
  /// Meals within 24 hours.
  package static let mealsADay = 6
  /// No meal, and no shower, is given sooner after the last.
  package static let betweenCare = Span.minutes(30)
}

extension Person {
  /// Keeps when care was given, in the order of its times.
  mutating func take(_ care: Care, _ at: Instant) {
    switch care {
    case .rest: break
    case .shower:
      showeredLastAt = max(at, showeredLastAt ?? at)
      showeredAt = min(at, showeredAt ?? at)
    case .meal:
      let place = meals.lastIndex { $0 <= at }.map { $0 + 1 } ?? 0
      meals.insert(at, at: place)
      if meals.count > Limit.meals { meals.removeFirst() }
    }
  }

  /// The last time at which something is told of the person that happens to those who are here only.
  var lastSeen: Instant {
    var last = max(arrivedAt, movedAt ?? arrivedAt, showeredLastAt ?? arrivedAt)
    for time in meals + checks.map(\.at) + fitness.map(\.at) { last = max(last, time) }
    for found in findings { last = max(last, found.treatedAt ?? found.at) }
    return max(last, stays.last?.from ?? last)
  }

  /// Whether the person can have been given care at a time, beside what was given before and after.
  fileprivate func canTake(_ care: Care, _ at: Instant) -> Bool {
    func isNear(_ other: Instant) -> Bool { at - other < Limit.betweenCare && other - at < Limit.betweenCare }
    switch care {
    case .rest: return true
    case .shower: return ![showeredAt, showeredLastAt].contains { $0.map(isNear) ?? false }
    case .meal:
      if meals.contains(where: isNear) { return false }
      let before = meals.count { $0 < at && at - $0 < .days(1) }
      let after = meals.count { $0 > at && $0 - at < .days(1) }
      return max(before, after) < Limit.mealsADay
    }
  }
}

extension Center {
  /// Why an entry that the flow allows cannot be true, or nil.
  func implausibility(_ record: Record) -> Refusal? {
    let at = record.at
    switch record.event {
    case .careGiven(let e):
      if Set(e.people).count != e.people.count { return .careTwice(e.people.first ?? PersonID(), e.care) }
      return firstObjection(e.people) { people[$0]?.canTake(e.care, at) ?? true ? nil : .careTwice($0, e.care) }
    case .casePlaced(let e):
      return cases.lend(e.caseID) { item in
        // Their present place was given later: they cannot have been in two areas at once.
        let isLater = item.members.contains { people.holds($0) { $0.stays.last.map { $0.from > at } ?? false } }
        return isLater ? .placedLater(item) : nil
      }
    case .peopleWentAway(let e): return servedWhileAway(e, at)
    case .caseReleased(let e): return seenLater(e.caseID, at)
    case .caseReturned(let e): return seenLater(e.caseID, at)
    case .caseTransferred(let e): return seenLater(e.caseID, at)
    case .caseDeparted(let e): return seenLater(e.caseID, at)
    default: return nil
    }
  }

  /// Nobody leaves before the last thing that is told of them here: what was found, judged or given later shows that they
  /// had not left.
  private func seenLater(_ id: CaseID, _ at: Instant) -> Refusal? {
    cases.lend(id) { item in
      if at < item.lastTold { return .toldLater(item) }
      return item.members.first { people.holds($0) { at < $0.lastSeen } }.map { .seenLater($0) }
    }
  }

  /// Nobody was served at a desk after everyone of their case had left.
  private func servedWhileAway(_ e: PeopleWentAway, _ at: Instant) -> Refusal? {
    var asked = Set<CaseID>()
    for id in e.people {
      guard let item = people[id].flatMap({ cases[$0.caseID] }), asked.insert(item.id).inserted else { continue }
      let isEveryone = item.members.allSatisfy { e.people.contains($0) || !wasHere($0, at: at) }
      let isServedLater = Stage.allCases.contains { item.visits[$0].startedAt.map { $0 > at } ?? false }
      if isEveryone && isServedLater { return .servedLater(item) }
    }
    return nil
  }
}

extension Case {
  /// The last time at which something is told of the case that happens to those who are here only: counsel, a service
  /// beside the flow.
  fileprivate var lastTold: Instant {
    let times = [consultation.orientedAt, consultation.waivedAt, counselAskedAt, counselAnsweredAt]
    let services = referrals.flatMap { [$0.askedAt, $0.seenAt] }
    return (times + services).compactMap(\.self).max() ?? arrivedAt
  }
}
