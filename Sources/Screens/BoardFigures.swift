package import CaseFlow

/// How a case stands at a moment: what every list of cases reads.
package struct CaseStanding: Sendable {
  package var row: BoardRow
  /// How many people it is: what a list of ten thousand adds up at every key.
  package var people: Int
  /// Its primary language, or none while not asked.
  package var language: Code
  package var priority: Priority
  /// How long it has waited for its desk, or had waited when its service began; elsewhere how long it has been there. Nil
  /// during its consultation.
  package var waited: Span?
  /// Its place in the order of service, from 1; nil where no desk could call it now.
  package var position: Int?
  /// The language that nobody can interpret now; nil where that is not what it waits for.
  package var lacks: InterpreterLack?
  /// The clock that ends next among those that run or have run out.
  package var clock: LegalClock?
}

/// What the screens show of a center at a moment, computed once for a model.
package struct BoardFigures: Sendable {
  package let rows: [RowFigures]
  package let stages: [StageFigures]
  package let areas: [AreaFigures]
  package private(set) var standings: [CaseID: CaseStanding] = [:]
  /// The cases of every row in the order in which they are shown.
  package private(set) var order: [BoardRow: [CaseID]] = [:]
  /// Clocks that must not run out and still run, the nearest end first.
  package private(set) var clocks: [LegalClock] = []
  /// The clocks that run as the overview lists them: those of one kind that end in the same minute, as of a bus full of
  /// people, are one, with how many others there are.
  package private(set) var clockHeads: [(clock: LegalClock, others: Int)] = []
  /// Such clocks that have run out and wait for what they were about.
  package private(set) var overdue: [LegalClock] = []
  /// Both, as the list of clocks shows them: those past their end first.
  package private(set) var clockItems: [Item] = []
  /// The breach ledger, the latest line first, and as its list shows it.
  package private(set) var ledger: [LedgerLine] = []
  package private(set) var ledgerItems: [Item] = []
  /// Every child alone on roll, wherever it stands.
  package var childrenAlone: [CaseID] { (order[.childrenAlone] ?? []) + childrenElsewhere }
  /// Cases that stay longer than the norm, and nobody has said why for a day.
  package private(set) var unexplainedStays = 0
  /// How fast cases move at present.
  package let pace: Pace
  /// People whose custody has lasted longer than the rules allow.
  package private(set) var pastCustody = 0
  /// Those who leave, by the clock that ends next: the row's, and cases that other rows count for which a place was asked
  /// elsewhere, a hospital, ORR, another center.
  package private(set) var leaving: [CaseID] = []
  /// People of the latter.
  package private(set) var leavingElsewherePeople = 0
  /// People leaving whom nobody has accepted yet.
  package private(set) var withoutReceiver = 0
  /// Children alone whom another row counts, as long as they are at reception or health, or isolated: the clock that
  /// ends next first.
  package private(set) var childrenElsewhere: [CaseID] = []
  package private(set) var childrenElsewherePeople = 0
  /// People who spoke of fear on the way to a return and are to be heard again.
  package private(set) var toHearAgain = 0
  /// Cases that were released, transferred or returned and are not confirmed at the other end yet, the longest gone
  /// first. They are off the roll: no row counts them.
  package private(set) var onTheWay: [CaseID] = []
  /// People of these, by how they left, where there are any.
  package private(set) var peopleOnTheWay: [(exit: ExitKind, count: Int)] = []
  /// Cases that wait for an interview in a language nobody can interpret now, held ones included, by language.
  package private(set) var lacking: [(language: Code, cases: Int)] = []
  package let counts: Counts
  package let separations: Int

  /// Computes every figure. Linear in the cases on roll, but for sorting.
  package init(of center: Center, at now: Instant) {
    rows = center.rows(at: now)
    stages = Stage.allCases.map { center.stageFigures($0, at: now) }
    areas = center.areaFigures()
    pace = Pace(of: center, stages, at: now)
    counts = center.counts
    separations = center.separations.count
    var positions: [CaseID: Int] = [:]
    var lacks: [CaseID: InterpreterLack] = [:]
    for stage in Stage.allCases {
      if stage == .interview { lacks = Self.lacks(in: center) }
      var position = 0
      for next in center.serviceOrder(stage, at: now) where lacks[next.id] == nil {
        position += 1
        positions[next.id] = position
      }
    }
    var late: [LegalClock] = []
    for item in center.cases.items where item.isOnRoll && !item.members.isEmpty {
      late += take(item, in: center, at: now, position: positions[item.id], lacks: lacks[item.id])
    }
    takeOnTheWay(of: center)
    lacking.sort { ($1.cases, $0.language) < ($0.cases, $1.language) }
    clocks.sort { ($0.due, $0.caseID) < ($1.due, $1.caseID) }
    overdue.sort { ($0.due, $0.caseID) < ($1.due, $1.caseID) }
    gatherClocks()
    childrenElsewhere = sorted(childrenElsewhere, of: .childrenAlone, in: center)
    leaving = sorted(leaving + (order[.leaving] ?? []), of: .leaving, in: center)
    clockItems = (overdue + clocks).map { .clock($0.caseID, $0.kind) }
    ledger = center.ledger(of: late)
    ledgerItems = ledger.map { .ledger($0.matter, $0.caseID, $0.since) }
    for row in BoardRow.allCases { order[row] = sorted(order[row] ?? [], of: row, in: center) }
  }

  /// The cases that wait for an interview in a language nobody can interpret now, found once for each pair of languages.
  private static func lacks(in center: Center) -> [CaseID: InterpreterLack] {
    var known: [[Code?]: InterpreterLack?] = [:]
    var lacks: [CaseID: InterpreterLack] = [:]
    for id in center.queue(of: .interview) {
      guard let item = center.cases[id], item.state == .waiting else { continue }
      let languages = [item.language, item.secondLanguage]
      let lack = known[languages] ?? center.interpreterLacking(for: item)
      known[languages] = lack
      lacks[id] = lack
    }
    return lacks
  }

  private mutating func gatherClocks() {
    var last: [ClockKind: Int] = [:]
    for clock in clocks {
      let minute = clock.due.milliseconds / 60_000
      if let index = last[clock.kind], clockHeads[index].clock.due.milliseconds / 60_000 == minute {
        clockHeads[index].others += 1
      } else {
        last[clock.kind] = clockHeads.count
        clockHeads.append((clock, 0))
      }
    }
  }

  private mutating func takeOnTheWay(of center: Center) {
    let awaited = center.cases.items.filter { $0.isAwaitedElsewhere && !$0.members.isEmpty }
    onTheWay = awaited.sorted { ($0.exitedAt ?? .latest, $0.id) < ($1.exitedAt ?? .latest, $1.id) }.map(\.id)
    for exit in ExitKind.allCases {
      let count = awaited.reduce(0) { $0 + ($1.exit == exit ? $1.members.count : 0) }
      if count > 0 { peopleOnTheWay.append((exit, count)) }
    }
  }

  private mutating func countLacking(_ language: Code) {
    if let index = lacking.firstIndex(where: { $0.language == language }) {
      lacking[index].cases += 1
    } else {
      lacking.append((language, 1))
    }
  }

  /// Takes a case into the figures; answers its clocks that ran out.
  private mutating func take(
    _ item: Case, in center: Center, at now: Instant, position: Int?, lacks: InterpreterLack?
  ) -> [LegalClock] {
    let row = center.row(of: item, at: now)
    var nearest: LegalClock?
    var late: [LegalClock] = []
    for clock in center.clocks(of: item, at: now) where !clock.isNotBefore {
      if clock.isBroken(at: now) { late.append(clock) }
      switch clock.state(at: now) {
      case .running: clocks.append(clock)
      case .breached where clock.stopped == nil:
        overdue.append(clock)
        if clock.kind == .custody { pastCustody += item.members.count }
      case .breached, .met, .waived: continue
      }
      if nearest.map({ clock.due < $0.due }) ?? true { nearest = clock }
    }
    if row == .leaving, item.release.acceptedAt == nil || item.isAcceptedInPart, item.plan == .release {
      withoutReceiver += item.members.count
    }
    if row != .leaving, item.transfer.destination != nil {
      leaving.append(item.id)
      leavingElsewherePeople += item.members.count
    }
    if item.returnStopped == .fear { toHearAgain += item.members.count }
    if row == .interview {
      if let lacks { countLacking(lacks.language) }
      if item.state == .onHold, item.hold == .interpreter, let language = item.language { countLacking(language) }
    }
    if item.isChildAlone, row != .childrenAlone {
      childrenElsewhere.append(item.id)
      childrenElsewherePeople += item.members.count
    }
    if center.lacksStayReason(item, at: now) { unexplainedStays += 1 }
    order[row, default: []].append(item.id)
    standings[item.id] = CaseStanding(
      row: row, people: item.members.count, language: item.language ?? .none,
      priority: center.priority(of: item, at: now), waited: waited(item, row, center, now),
      position: position, lacks: row == .interview ? lacks : nil, clock: nearest)
    return late
  }

  private func waited(_ item: Case, _ row: BoardRow, _ center: Center, _ now: Instant) -> Span? {
    if row == .consultation { return nil }
    let began = item.state == .inService ? item.stage.flatMap { item.visits[$0].startedAt } : nil
    return max(.zero, (began ?? now) - (center.waitsSince(item, at: now) ?? item.joinedAt))
  }

  /// Rows with desks in the order of service, then those nobody can interpret for, those that wait for something
  /// else, those called, in service and on hold; a consultation by when it ends; the others by the clock that ends next.
  private func sorted(_ ids: [CaseID], of row: BoardRow, in center: Center) -> [CaseID] {
    let keyed = ids.map { id -> (Int, Int64, CaseID) in
      guard let item = center.cases[id], let standing = standings[id] else { return (9, 0, id) }
      switch row {
      case .reception, .health, .interview, .caseManagement:
        switch item.state {
        case .waiting:
          if let position = standing.position { return (0, Int64(position), id) }
          return (standing.lacks == nil ? 2 : 1, item.joinedAt.milliseconds, id)
        case .called: return (3, item.changedAt.milliseconds, id)
        case .inService: return (4, item.changedAt.milliseconds, id)
        case .onHold: return (5, item.changedAt.milliseconds, id)
        }
      case .consultation: return (0, (center.eligibleAt(item) ?? .latest).milliseconds, id)
      case .review, .leaving, .childrenAlone, .isolation:
        return (0, (standing.clock?.due ?? .latest).milliseconds, id)
      }
    }
    return keyed.sorted { $0 < $1 }.map(\.2)
  }
}

extension BoardFigures {
  /// The figures of a row.
  package func row(_ row: BoardRow) -> RowFigures? { rows.first { $0.row == row } }

  /// The figures of the stage behind a row with desks.
  package func stage(of row: BoardRow) -> StageFigures? {
    guard let stage = row.stage else { return nil }
    return stages.first { $0.stage == stage }
  }
}

extension BoardRow {
  /// The stage whose queue this row is, or nil.
  package var stage: Stage? {
    switch self {
    case .reception: .reception
    case .health: .health
    case .interview: .interview
    case .caseManagement: .caseManagement
    case .consultation, .review, .leaving, .childrenAlone, .isolation: nil
    }
  }
}

/// People and places of one kind, summed over its areas.
package struct KindFigures: Hashable, Sendable {
  package var kind: PlaceKind
  package var occupied = 0
  package var usable = 0
  /// What takes most of the places that exist and cannot be used; nil where all can.
  package var limitedBy: CapacityLimit?

  /// People over places; nil where there is no place but people.
  package var load: Double? { usable > 0 ? Double(occupied) / Double(usable) : occupied == 0 ? 0 : nil }
}

extension BoardFigures {
  /// Places by kind, in the order of `PlaceKind`; kinds that a center has not are left out.
  package var kinds: [KindFigures] {
    PlaceKind.allCases.compactMap { kind in
      let those = areas.filter { $0.area.kind == kind }
      guard !those.isEmpty else { return nil }
      return KindFigures(
        kind: kind, occupied: those.reduce(0) { $0 + $1.area.occupied }, usable: those.reduce(0) { $0 + $1.usable },
        limitedBy: Self.limit(of: those))
    }
  }

  /// The part that takes the most places away over areas of one kind: each area's missing places count for the part
  /// that binds it.
  private static func limit(of areas: [AreaFigures]) -> CapacityLimit? {
    var missing: [CapacityLimit: Int] = [:]
    for area in areas { missing[area.limitedBy, default: 0] += area.area.capacity.physical - area.usable }
    let worst = CapacityLimit.allCases.max { missing[$0] ?? 0 < missing[$1] ?? 0 }
    return worst.flatMap { missing[$0] ?? 0 > 0 && $0 != .places ? $0 : nil }
  }
}
