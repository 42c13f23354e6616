package import CaseFlow

/// People and places of one kind, and how fast they change: what reserves are opened for.
package struct PlaceNeed: Hashable, Sendable {
  package var kind: PlaceKind
  /// People who need a place of the kind: those who have one and those who wait for one.
  package var people = 0
  package var usable = 0
  /// People who came and who left within `Ladder.pace`.
  package var arrived = 0
  package var left = 0

  package init(_ kind: PlaceKind) { self.kind = kind }

  /// People without a usable place after some minutes, if people go on coming and leaving as in the last hour. Below
  /// zero, places are free.
  package func short(after minutes: Int) -> Int {
    let hour = Int(Ladder.pace.milliseconds / 60_000)
    let change = (arrived - left) * minutes
    // Rounded up: half a person sleeps on the floor too.
    return people - usable + (change >= 0 ? (change + hour - 1) / hour : change / hour)
  }
}

/// The rungs of the ladder that the load of a kind asks for.
package struct Rungs: Hashable, Sendable {
  package var need: PlaceNeed
  /// People without a place when the picked rungs are open, before any of them is counted; of several times the worst.
  /// Now, where nothing is picked. 0 is no shortage.
  package var short = 0
  /// Places that were ordered and are not open yet.
  package var ordered = 0
  /// What to order, the shortest lead time first.
  package var picked: [Reserve] = []

  /// People for whom there is no place even with every rung that is picked.
  package var missing: Int { max(0, short - ordered - picked.reduce(0) { $0 + $1.places }) }
}

/// The ladder of reserves: which rungs meet the load.
package enum Ladder {
  /// How far back people who came and who left are counted; their difference is carried on in a straight line. It knows
  /// nothing of a bus that is announced.
  package static let pace = Span.hours(1)

  /// Picks rungs of the kind that is short, in the order of their lead times, until they meet what is short when they
  /// open; then takes out those without which the others meet it too.
  ///
  /// What is on its way counts first. Without a shortage nothing is picked; dropping any picked rung leaves one.
  package static func rungs(for need: PlaceNeed, of reserves: [Reserve], ordered: [Code]) -> Rungs {
    var rungs = Rungs(need: need)
    let own = reserves.filter { $0.kind == need.kind && $0.places > 0 }
    rungs.ordered = own.reduce(0) { $0 + (ordered.contains($1.code) ? $1.places : 0) }
    rungs.short = max(0, need.short(after: 0))
    var places = rungs.ordered
    for rung in own.sorted(by: { ($0.leadMinutes, $1.places) < ($1.leadMinutes, $0.places) })
    where !ordered.contains(rung.code) {
      let short = need.short(after: rung.leadMinutes)
      guard short > places else { break }
      rungs.short = rungs.picked.isEmpty ? short : max(rungs.short, short)
      rungs.picked.append(rung)
      places += rung.places
    }
    for index in rungs.picked.indices.reversed() where places - rungs.picked[index].places >= rungs.short {
      places -= rungs.picked[index].places
      rungs.picked.remove(at: index)
    }
    return rungs
  }
}

extension Center {
  /// The needs for places by kind, those that the center has or needs. Linear in the cases.
  package func placeNeeds(at: Instant) -> [PlaceNeed] {
    var needs = PlaceKind.allCases.map { PlaceNeed($0) }
    for area in areas {
      needs[area.kind.index].people += area.occupied
      needs[area.kind.index].usable += area.capacity.usable.places
    }
    let since = at - Ladder.pace
    for item in cases.items where item.exit != .enteredInError {
      guard item.isOnRoll || item.exitedAt ?? .earliest > since else { continue }
      for person in members(of: item) {
        let kind = placeKind(of: person, item).index
        if item.isOnRoll, person.area == nil { needs[kind].people += 1 }
        if person.arrivedAt > since { needs[kind].arrived += 1 }
        if !item.isOnRoll { needs[kind].left += 1 }
      }
    }
    return needs.filter { $0.people > 0 || $0.usable > 0 }
  }

  /// The kind of place that suits a person.
  private func placeKind(of person: Person, _ item: Case) -> PlaceKind {
    if item.isolation != nil { return .isolation }
    switch item.kind {
    case .unaccompaniedChild: return .children
    case .familyUnit: return .families
    case .singleAdult: return person.sex == .female ? .singleWomen : .singleMen
    }
  }
}

extension AlarmBoard {
  /// The rungs that the load asks for now, kind by kind; kinds that are short of nothing have none.
  ///
  /// A reserve counts as coming until its lead time is over: from then on its places stand among the others, once
  /// somebody has entered them. It is not asked for again before it is called off.
  package func ladder(_ center: Center) -> [Rungs] {
    let coming = reserves.filter { order in
      plan.plan.reserves.contains { $0.code == order.reserve && order.at + .minutes($0.leadMinutes) > now }
    }
    let over = reserves.map(\.reserve).filter { code in !coming.contains { $0.reserve == code } }
    let ladder = plan.plan.reserves.filter { !over.contains($0.code) }
    return center.placeNeeds(at: now).map { Ladder.rungs(for: $0, of: ladder, ordered: coming.map(\.reserve)) }
  }
}
