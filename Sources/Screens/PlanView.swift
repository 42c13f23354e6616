import CaseFlow

// The view of the plan: its rows, and what its keys do.

extension ListTable {
  static let planColumns: [Column] = [
    .left("", 3),
    .left(Wording.whatHeading, 26, stretch: 54),
    .left(Wording.ownerHeading, 14, rank: 3, stretch: 2),
    .right(Wording.leftHeading, 13, rank: 2),
    .right(Wording.done, 5, rank: 1),
  ]

  func card(_ code: Code, _ index: Int) -> [Piece] {
    guard let card = model.cards.first(where: { $0.code == code }), card.lines.indices.contains(index) else {
      return []
    }
    let line = card.lines[index]
    let isLate = line.isLate(at: model.now)
    let left = line.doneAt != nil ? "" : line.due.map { Wording.clockLeft($0 - model.now) } ?? ""
    let done = line.doneAt.map { TimeText.clock($0, model.zone) } ?? ""
    let style: Style = line.doneAt != nil ? .dim : .plain
    let isUnowned = isLate && line.takenBy == nil
    let role = isUnowned ? Wording.unowned : line.owner.map { $0.isEmpty ? "" : $0 } ?? Wording.nobody
    return [
      Piece(line.doneAt != nil ? "[\(model.glyphs.check)]" : "[ ]", style),
      Piece(line.text, style),
      Piece(
        line.doneBy ?? line.takenBy ?? role,
        isUnowned ? .strained.bold : line.doneAt == nil && line.takenBy != nil ? .plain.bold : style),
      Piece(isLate ? "\(model.glyphs.warning) \(left)" : left, isLate ? .strained : style), Piece(done, style),
    ]
  }

  /// The text of a row of the plan in lines, where it is too long for its column: an order that is cut cannot be followed.
  /// Other rows have none.
  func wrapped(_ item: Item) -> [String] {
    switch item {
    case .cardLine, .ladder, .reserve: break
    default: return []
    }
    let texts = pieces(item)
    guard texts.count > 1, layout.places.count > 1 else { return [] }
    let lines = Page.wrap(texts[1].text, to: max(8, layout.room(of: 1, in: texts)))
    return lines.count > 1 ? lines : []
  }

  func head(_ code: Code) -> [Piece] {
    guard let card = model.cards.first(where: { $0.code == code }) else { return [] }
    return [
      Piece(card.code.text, .heading), Piece(card.title, .heading), Piece(card.role, .dim), Piece(""),
      Piece("\(card.doneCount)/\(card.lines.count)"),
    ]
  }

  /// The head of the ladder: what is short, or that nothing is.
  var ladderHead: [Piece] {
    let short = model.ladderShort
    return [
      Piece(Wording.ladderSign, .heading),
      Piece(short.isEmpty ? Wording.nothingShort : short.joined(separator: "; "), short.isEmpty ? .heading : .strained),
      Piece(""), Piece(""), Piece(""),
    ]
  }

  func rung(_ code: Code) -> [Piece] {
    guard let rung = model.ladder.first(where: { $0.code == code }) else { return [] }
    let isReady = rung.ready.map { $0 <= model.now } ?? false
    let time =
      rung.ready.map { isReady ? Wording.rungReady : Wording.readyAt(TimeText.near($0, model.now, model.zone)) }
      ?? "\(Wording.opensIn) \(TimeText.length(rung.lead))"
    return [
      Piece(rung.isNeeded ? model.glyphs.warning : "", .strained), Piece(Wording.rung(rung)),
      Piece(rung.orderedBy ?? (rung.isNeeded ? Wording.rungNeeded : ""), rung.isNeeded ? .strained : .plain),
      Piece(time), Piece(""),
    ]
  }
}

extension CommandTable {
  static let plan: [BoardCommand] = [
    BoardCommand(.takeLine, [.char("o")], .answers, footer: 3, in: { $0 == .plan }, unless: needsLine),
    BoardCommand(
      .order, [.char("O")], .answers, footer: 5, in: { $0 == .plan },
      unless: { model, state in
        if let refused = model.answersRefused { return refused }
        if case .reserve? = state.pane.selection { return nil }
        return model.ladder.isEmpty ? Wording.noLadder : Wording.noRung
      }),
    BoardCommand(
      .charge, [.char("c")], .answers, footer: 6, in: { $0 == .plan },
      unless: { model, _ in
        model.answersRefused
      }),
    BoardCommand(
      .role, [.char("f")], .answers, footer: 7, in: { $0 == .plan },
      unless: { model, _ in model.planRoles.isEmpty ? Wording.noCards : nil }),
    BoardCommand(.handOver, [.char("h")], .views, footer: 2, in: { $0 == .shift }, isNamedAnywhere: true),
    BoardCommand(.sign, [.char("s")], .answers, footer: 2, in: { $0 == .handOver }, unless: entersNothing),
    BoardCommand(.promise, [.char("P")], .answers, footer: 4, in: { $0 == .handOver }, unless: entersNothing),
    BoardCommand(.kept, [.char("K")], .answers, footer: 5, in: { $0 == .handOver }, unless: entersNothing),
  ]

  private static let entersNothing: @Sendable (BoardModel, ViewState) -> String? = { model, _ in model.entersNothing }

  private static let needsLine: @Sendable (BoardModel, ViewState) -> String? = { model, state in
    if let refused = model.answersRefused { return refused }
    guard case .declared = model.crisis.standing else { return Wording.noCrisis }
    if case .cardLine? = state.pane.selection { return nil }
    return Wording.noLine
  }
}

/// What a key of the plan or of the hand-over sheet does.
func answerPlan(_ id: CommandID, _ model: BoardModel, _ state: inout ViewState) -> [BoardAction] {
  switch (id, state.pane.selection) {
  case (.takeLine, .cardLine(let code, let line)?):
    guard let card = model.cards.first(where: { $0.code == code }), card.lines.indices.contains(line) else { return [] }
    return [.takeLine(card: code, line: line, undone: model.isOwn(card.lines[line].takenBy))]
  case (.order, .reserve(let code)?):
    let isOrdered = model.ladder.first { $0.code == code }?.orderedBy != nil
    return [.order(code, undone: isOrdered)]
  case (.charge, _), (.sign, _): state.prompt = Prompt(.confirm(id))
  case (.role, _):
    let roles = [""] + model.planRoles
    let next = (roles.firstIndex(of: state.pane.filter) ?? 0) + 1
    state.pane.filter = next < roles.count ? roles[next] : ""
  case (.handOver, _): state.open(.handOver)
  case (.promise, _): state.prompt = Prompt(.palette, text: DeskLine.promise)
  case (.kept, _): state.prompt = Prompt(.palette, text: DeskLine.kept)
  default: break
  }
  return []
}

extension BoardModel {
  /// Whether whoever sits here took a line; in a replay whoever has it.
  fileprivate func isOwn(_ taker: String?) -> Bool {
    guard let taker else { return false }
    return live.map { $0.by.text == taker } ?? true
  }

  /// The side that signs next: who takes over signs after who hands over.
  var signsNext: ShiftSide { center.signatures.last?.side == .outgoing ? .incoming : .outgoing }
}

extension Page {
  /// The hand-over sheet: every section with its rows in columns.
  mutating func fillHandOver() {
    guard let report = model.handOver() else { return }
    title = [Piece(report.title, .heading)]
    for fact in report.facts { add("\(fact.name): \(fact.value)", .dim) }
    for section in report.sections {
      heading(section.title)
      guard !section.rows.isEmpty else {
        add(section.empty, .dim)
        continue
      }
      var widths = section.columns.indices.map { index in
        (section.rows.map { $0[index] } + [section.columns[index].name]).map { TextWidth.cells(of: $0) }.max() ?? 0
      }
      // The longest text goes on in lines of its own: who answers for it, and until when, must not fall off its end.
      let over = widths.reduce(2 * (widths.count - 1), +) - max(1, width - 1)
      if over > 0, let longest = widths.indices.max(by: { widths[$0] < widths[$1] }) {
        widths[longest] = max(12, widths[longest] - over)
      }
      add(section.columns.map(\.name), section, widths, .dim)
      for row in section.rows { add(row, section, widths, .plain) }
      if !section.note.isEmpty { add(section.note, .dim) }
    }
  }

  private mutating func add(_ row: [String], _ section: Report.Section, _ widths: [Int], _ style: Style) {
    let parts = zip(row, widths).map { text, width in
      TextWidth.cells(of: text) > width ? Page.wrap(text, to: width) : [text]
    }
    for line in 0..<max(1, parts.map(\.count).max() ?? 1) {
      addLine(parts.map { $0.indices.contains(line) ? $0[line] : "" }, section, widths, style)
    }
  }

  private mutating func addLine(_ row: [String], _ section: Report.Section, _ widths: [Int], _ style: Style) {
    let cells = zip(zip(row, section.columns), widths).map { cell, width in
      TextWidth.pad(cell.0, to: width, cell.1.isNumber ? .right : .left, ellipsis: model.glyphs.ellipsis)
    }
    let text = TextWidth.clip(cells.joined(separator: "  "), to: max(1, width - 1), ellipsis: model.glyphs.ellipsis)
    lines.append(Line(text, style))
  }
}
