import CaseFlow

// Which things a view lists, in which order: read by keys and by drawing alike.

extension BoardModel {
  /// The selectable things of a pane in the order in which they stand, as if nothing were frozen.
  package func contents(of pane: Pane, size: Size) -> [Item] {
    switch pane.view {
    case .overview: overviewItems(size)
    case .queue, .leaving, .leavingList(.ready), .children, .found, .toDo: caseList(of: pane).items
    case .leavingList(let list): items(of: list)
    case .appointments: appointmentsToday.map { .appointment($0.id) }
    case .clocks: figures.clockItems
    case .ledger: figures.ledgerItems
    case .shift: shiftItems(selected: pane.selection)
    case .schedule: scheduleItems
    case .alarms: alarmRows(pane)
    case .plan: planItems(role: pane.filter)
    case .places: figures.areas.map { .area($0.area.code) } + isolatedCases.map { .aCase($0) }
    case .screening(let id): (aCase(id)?.members ?? []).map { .person($0) }
    case .contacts(let id): contacts(of: id).map { .aCase($0.caseID) }
    case .referrals: openReferrals
    case .drill: (drill?.rows(width: size.width) ?? []).map { .drill($0) }
    case .aCase, .alarm, .arrive, .form, .figures, .handOver, .help, .messages: []
    }
  }

  /// The list of cases of a pane as if nothing were frozen.
  private func caseList(of pane: Pane) -> CaseList {
    lists.list(of: pane) { CaseList(cases(of: pane), figures) }
  }

  /// The things that a pane shows as a list of cases, counted.
  func counted(_ items: [Item], of pane: Pane) -> CaseList {
    pane.frozen == nil ? caseList(of: pane) : CaseList(items, figures)
  }

  /// The cases of a list, which follow from the center and its moment alone.
  private func cases(of pane: Pane) -> [Item] {
    switch pane.view {
    // A child alone is looked for in one place, whatever row counts it.
    case .queue(.childrenAlone): listed((figures.order[.childrenAlone] ?? []) + figures.childrenElsewhere, pane)
    case .queue(let row): listed(figures.order[row] ?? [], pane)
    case .leaving:
      listed(figures.leaving, pane) + listed(figures.onTheWay, pane)
    case .leavingList(.ready): listed(readiness.map(\.id), pane)
    case .children: listed(figures.childrenAlone, pane)
    case .toDo: listed(incomplete, pane)
    case .found(let text): listed(everyone(matching: text), pane)
    default: []
    }
  }

  /// The rows a pane shows: kept still while frozen.
  package func items(of pane: Pane, size: Size) -> [Item] { pane.frozen ?? contents(of: pane, size: size) }

  /// How many rows a frozen pane hides because they came later.
  func newcomers(of pane: Pane, size: Size) -> Int {
    guard let frozen = pane.frozen else { return 0 }
    let kept = Set(frozen)
    return contents(of: pane, size: size).count { !kept.contains($0) }
  }

  /// Everyone on roll, or those who match, in the order of the rows; the case that bears the number first.
  func everyone(matching text: String) -> [CaseID] {
    var ids: [CaseID] = []
    for row in BoardRow.allCases { ids += figures.order[row] ?? [] }
    if text.isEmpty { return ids }
    // A number called aloud is a case's; whoever bears it as a person comes after.
    let named = CaseID(typed: text).flatMap { ids.contains($0) ? $0 : nil }
    return [named].compactMap { $0 } + ids.filter { $0 != named && matches($0, text) }
  }

  private func overviewItems(_ size: Size) -> [Item] {
    let layout = OverviewLayout(size, self)
    var items = BoardRow.allCases.map { Item.row($0) }
    items.append(.onRoll)
    items += figures.kinds.map { .places($0.kind) }
    items += figures.overdue.prefix(layout.overdue).map { .clock($0.caseID, $0.kind) }
    items += figures.clockHeads.prefix(layout.clocks).map { .clock($0.clock.caseID, $0.clock.kind) }
    items += shownAlarms(layout.alarms).map { .alarm($0.key) }
    items.append(.expected)
    return items
  }

  private func listed(_ ids: [CaseID], _ pane: Pane) -> [Item] {
    var ids = ids
    if !pane.filter.isEmpty, case .filter(let filter) = Filter.read(pane.filter) {
      ids = ids.filter { filter.admits($0, in: self) }
    }
    if pane.sort != .order { ids = sorted(ids, by: pane.sort) }
    if pane.isInverse { ids.reverse() }
    return ids.map { .aCase($0) }
  }

  private func sorted(_ ids: [CaseID], by key: SortKey) -> [CaseID] {
    // What a standing tells is not asked of the case: a case is a thousand bytes, and there may be ten thousand.
    let keyed = ids.map { id -> (Int64, CaseID) in
      let standing = figures.standings[id]
      switch key {
      case .order: return (0, id)
      case .waited: return (standing?.waited.map { -$0.milliseconds } ?? 1, id)
      case .clock: return (standing?.clock?.due.milliseconds ?? .max, id)
      case .number: return (Int64(id.number), id)
      case .people: return (-Int64(standing?.people ?? aCase(id)?.members.count ?? 0), id)
      case .language:
        let language = standing?.language ?? aCase(id)?.language ?? .none
        return (Int64(truncatingIfNeeded: language.bits >> 65), id)
      }
    }
    // Spelled out: a comparison of pairs asks each of its parts twice.
    return keyed.sorted { $0.0 < $1.0 || $0.0 == $1.0 && $0.1.number < $1.1.number }.map(\.1)
  }
}

extension ViewState {
  /// The case a person means now: the selected one, the one shown, or the last one opened.
  var caseAtHand: CaseID? {
    if case .aCase(let id) = view { return id }
    if case .screening(let id) = view { return id }
    switch pane.selection {
    case .aCase(let id)?: return id
    case .clock(let id, _)?, .referral(let id, _)?: return id
    case .ledger(_, let id, _)?: return id
    case .booking(let id)?, .suggestion(let id)?: return id
    case .row, .onRoll, .places, .alarm, .folded, .expected, .area, .card, .cardLine, .ladder, .reserve, .desk,
      .interpreters,
      .appointment,
      .departure, .receiver, .person, .drill, nil:
      return lastCase
    case .followUp(let id, _)?: return id
    }
  }
}
