import CaseFlow

// Clocks: all of the center in a list, those of a case on its page. Each says when it began and by whose record, when it
// ends, what is left, whether it stands still, and when what it waits for is to be expected at the present pace.

extension BoardModel {
  /// The clocks of a case, with what is to be expected of those that run.
  func clocks(of item: Case) -> [LegalClock] {
    let position = figures.standings[item.id]?.position
    return center.clocks(of: item, at: now).map { clock in
      guard item.isOnRoll, !clock.isNotBefore, clock.stopped == nil else { return clock }
      var clock = clock
      clock.expectedStop = figures.pace.expectedStop(of: clock.kind, item, position: position, in: center)
      return clock
    }
  }

  /// When what a clock waits for is to be expected; marked where that is too late.
  func expectedPiece(_ clock: LegalClock, _ style: Style) -> Piece {
    guard let expected = clock.expectedStop else { return Piece(Wording.none, .dim) }
    let text = TimeText.near(expected, now, zone)
    return clock.isExpectedLate ? Piece("\(text) \(glyphs.warning)", .strained) : Piece(text, style)
  }

  func clockStateWords(_ clock: LegalClock) -> String {
    let state = clock.isPaused ? Wording.clockPaused : Wording.clockState(clock.state(at: now))
    guard clock.pausedFor > .zero else { return state }
    return clock.isPaused ? Wording.pausedFor(clock.pausedFor) : Wording.paused(state, clock.pausedFor)
  }

  func clockStyle(_ clock: LegalClock) -> Style {
    switch clock.state(at: now) {
    case .breached: .crisis
    case .running where clock.isPaused: .dim
    case .running: !clock.isNotBefore && clock.left(at: now) < BoardModel.clockNear ? .strained : .plain
    case .met, .waived: .dim
    }
  }

  fileprivate func startText(_ clock: LegalClock) -> String {
    (clock.isAtLeast ? glyphs.atLeast : "") + TimeText.near(clock.start, now, zone)
  }
}

extension ListTable {
  static let clockColumns: [Column] = [
    .left(Wording.caseHeading, 6),
    .people(13, rank: 3, stretch: 16),
    .left(Wording.clocksHeading, 14),
    .right(Wording.leftHeading, 13),
    .right(Wording.dueHeading, 12, rank: 1),
    .right(Wording.expectedAtHeading, 14, rank: 2),
    .right(Wording.startHeading, 13, rank: 5),
    .left(Wording.startedByHeading, 10, rank: 6),
    .left(Wording.stateHeading, 14, rank: 4, stretch: 12),
  ]

  func clock(_ id: CaseID, _ kind: ClockKind) -> [Piece] {
    guard let item = model.aCase(id), let clock = model.clocks(of: item).first(where: { $0.kind == kind }) else {
      return []
    }
    let style = model.clockStyle(clock)
    let left = clock.left(at: model.now)
    let sign = left < .zero ? model.glyphs.alarm : left < BoardModel.clockNear ? model.glyphs.warning : ""
    return [
      Piece(id.label, style), Piece(model.who(item)), Piece(Wording.clock(kind), style),
      Piece("\(Wording.clockLeft(left)) \(sign)", style), Piece(TimeText.near(clock.due, model.now, model.zone), style),
      model.expectedPiece(clock, .plain), Piece(model.startText(clock), .dim),
      Piece(clock.startedBy?.text ?? Wording.none, .dim), Piece(model.clockStateWords(clock), style),
    ]
  }
}

extension Page {
  mutating func addClocks(_ item: Case) {
    let clocks = model.clocks(of: item)
    guard !clocks.isEmpty else { return }
    let table = Table(
      [
        .left(Wording.clocks, 16), .right(Wording.startHeading, 13, rank: 3),
        .left(Wording.startedByHeading, 8, rank: 5), .right(Wording.dueHeading, 13, rank: 2),
        .right(Wording.leftHeading, 12), .right(Wording.expectedAtHeading, 14, rank: 4),
        .left(Wording.stateHeading, 12, rank: 1, stretch: 12),
      ], width: width - 2, gap: 1)
    lines.append(Line())
    add(table, table.columns.map { Piece($0.title, .heading) }, at: 0)
    for clock in clocks {
      let state = clock.state(at: model.now)
      let left = clock.left(at: model.now)
      let isOpen = state == .running || state == .breached && clock.stopped == nil
      let isNear = state == .running && !clock.isNotBefore && !clock.isPaused && left < BoardModel.clockNear
      let sign = state == .breached ? " \(model.glyphs.alarm)" : isNear ? " \(model.glyphs.warning)" : ""
      let style = model.clockStyle(clock)
      let due = (clock.isNotBefore ? ">" : "") + TimeText.near(clock.due, model.now, model.zone)
      add(
        table,
        [
          Piece(Wording.clock(clock.kind), style), Piece(model.startText(clock), style),
          Piece(clock.startedBy?.text ?? "", .dim), Piece(due, style),
          Piece(isOpen ? Wording.clockLeft(left) : Wording.none, style), model.expectedPiece(clock, .plain),
          Piece(model.clockStateWords(clock) + sign, style),
        ])
    }
    if clocks.contains(where: \.isAtLeast) { add(Wording.startUnknown, .dim) }
  }
}
