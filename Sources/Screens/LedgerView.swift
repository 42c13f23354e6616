import CaseFlow

// The breach ledger: what was broken, of which case, since when, how late, why, and who said why. A line without a cause
// asks for one, by one key.

extension ListTable {
  static let ledgerColumns: [Column] = [
    .left(Wording.whatHeading, 18),
    .left(Wording.caseHeading, 6),
    .people(13, rank: 4, stretch: 20),
    .right(Wording.sinceHeading, 12, rank: 1),
    .right(Wording.lateHeading, 8),
    .left(Wording.causeHeading, 19, stretch: 6),
    .left(Wording.byHeading, 10, rank: 2),
  ]

  func ledger(_ matter: LedgerMatter, _ id: CaseID, _ since: Instant) -> [Piece] {
    guard let line = model.figures.ledgerLine(matter, id, since) else { return [] }
    let isOpen = line.ended == nil
    let late = TimeText.length(line.late(at: model.now)) + (isOpen ? " \(model.glyphs.alarm)" : "")
    let cause =
      if case .separation(let reason) = matter {
        EventWording.split(reason)
      } else {
        line.cause.map { Wording.cause($0) } ?? "\(model.glyphs.warning) \(Wording.noCauseYet)"
      }
    return [
      Piece(Wording.matter(matter), isOpen ? .crisis : .plain), Piece(id.label),
      Piece(model.aCase(id).map { model.who($0) } ?? "", .dim), Piece(TimeText.near(since, model.now, model.zone)),
      Piece(late, isOpen ? .crisis : .plain), Piece(cause, line.lacksCause ? .watch : .plain),
      Piece(line.by?.text ?? Wording.none, .dim),
    ]
  }
}

extension BoardFigures {
  /// A line of the ledger, found by halving: the latest stand first.
  func ledgerLine(_ matter: LedgerMatter, _ id: CaseID, _ since: Instant) -> LedgerLine? {
    var (low, high) = (0, ledger.count)
    while low < high {
      let middle = (low + high) / 2
      if ledger[middle].since > since { low = middle + 1 } else { high = middle }
    }
    return ledger[low...].prefix { $0.since == since }.first { $0.caseID == id && $0.matter == matter }
  }
}

extension BoardModel {
  /// What stands beside the title of a list of clocks, breaches or stays.
  func truthNotes(of view: BoardView) -> [String] {
    switch view {
    case .clocks: [Wording.clockCounts(overdue: figures.overdue.count, running: figures.clocks.count)]
    case .ledger where !figures.ledger.isEmpty: [Wording.causes(causes)]
    case .leaving where figures.unexplainedStays > 0: [Wording.unexplainedStays(figures.unexplainedStays)]
    default: []
    }
  }

  /// The lines of the ledger by cause: those without one first, then the most frequent.
  private var causes: [(cause: String, count: Int)] {
    let missing = figures.ledger.count(where: \.lacksCause)
    let counts = BreachCause.allCases.map { cause in
      (cause: Wording.cause(cause), count: figures.ledger.count { $0.cause == cause })
    }
    let known = counts.filter { $0.count > 0 }.sorted { $0.count > $1.count }
    return (missing > 0 ? [(Wording.noCauseYet, missing)] : []) + known
  }
}

extension ViewState {
  /// The clock whose cause can be said: the selected one of the ledger or of the list of clocks.
  var clockAtHand: (CaseID, ClockKind)? {
    switch pane.selection {
    case .ledger(.clock(let kind), let id, _)?: (id, kind)
    case .clock(let id, let kind)?: (id, kind)
    default: nil
    }
  }
}

extension CommandTable {
  static let whyNoCause: @Sendable (BoardModel, ViewState) -> String? = { model, state in
    if let reason = model.entersNothing { return reason }
    guard let (id, kind) = state.clockAtHand else { return Wording.notAClock }
    let isBroken = model.figures.ledger.contains { $0.caseID == id && $0.matter == .clock(kind) }
    return isBroken ? nil : Wording.notRunOut
  }

  static let whyNoStay: @Sendable (BoardModel, ViewState) -> String? = { model, state in
    if let reason = model.entersNothing { return reason }
    guard let item = state.caseToActOn.flatMap({ model.aCase($0) }), item.isOnRoll else { return Wording.noCase }
    return model.center.isOverNorm(item, at: model.now) ? nil : Wording.withinNorm
  }

  static let whyNoScreening: @Sendable (BoardModel, ViewState) -> String? = { model, state in
    if let reason = model.entersNothing { return reason }
    guard let item = state.caseToActOn.flatMap({ model.aCase($0) }), item.isOnRoll else { return Wording.noCase }
    guard item.isChildAlone, model.center.isContiguous(item) else { return Wording.notContiguous }
    return item.child.screenedAt == nil ? nil : Wording.screenedAlready
  }
}
