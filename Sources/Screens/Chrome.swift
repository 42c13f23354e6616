import CaseFlow

// The frame around every view: header, crisis line, replay bar, message line, footer.

struct Chrome {
  let model: BoardModel
  let state: ViewState
  let layout: BoardLayout

  func draw(in frame: inout Frame) {
    drawHeader(in: &frame)
    drawFault(in: &frame)
    drawCrisis(in: &frame)
    drawTold(in: &frame)
    drawReplay(in: &frame)
    drawFooter(in: &frame)
    drawMessage(in: &frame)
  }

  private var modeStyle: Style {
    if model.mode == .live, model.unfedSince != nil { return .crisis.banner }
    return switch model.mode {
    case .live: .bar
    case .replay: .replay
    case .drill: .drill
    }
  }

  func drawHeader(in frame: inout Frame) {
    let line = layout.header
    guard !line.isEmpty else { return }
    frame.fill(line, style: .bar)
    let clock = TimeText.clock(model.now, model.zone)
    let day = TimeText.day(model.now, model.zone)
    let zone = TimeText.abbreviation(model.now, model.zone)
    let mode = Wording.mode(of: model)
    var right: [Piece]
    if line.width >= 72 {
      right = [Piece(" \(mode) ", modeStyle), Piece(" \(day) \(clock) \(zone) ", .bar)]
      if let minutes = state.bell.mutedMinutes(model.now) {
        right.insert(Piece(" \(Wording.muted(minutes)) ", .bar.reversed), at: 0)
      }
      if let age = model.dataAge { right.append(Piece("\(Wording.data) \(Wording.age(age)) ", .bar)) }
    } else if line.width >= 32 {
      right = [Piece(" \(mode) ", modeStyle), Piece(" \(clock) \(zone) ", .bar)]
    } else if model.drill != nil {
      // Nobody may take a drill for the center, however small the screen: the word goes before the time.
      right = [Piece(mode, modeStyle)] + (line.width >= 11 ? [Piece(" \(clock)", .bar)] : [])
    } else {
      right = [Piece(String(mode.prefix(1)), modeStyle), Piece(" \(clock)", .bar)]
    }
    let width = right.reduce(0) { $0 + TextWidth.cells(of: $1.text) }
    frame.put(right, row: line.row, column: max(0, line.endColumn - width))
    if frame.height < 14 || line.width < 60 {
      let unowned = model.openAlarms.filter { $0.standing == .unacknowledged }
      let texts = Wording.shortHeader(
        unowned: unowned.count, sign: unowned.map(\.grade).max().map { model.sign($0) } ?? "",
        onRoll: model.figures.counts.onRoll, dot: " \(model.glyphs.dot) ")
      let text = texts.first { TextWidth.cells(of: $0) + 2 <= line.width - width }
      frame.put(" " + (text ?? ""), row: line.row, column: 0, style: .bar.bold, limit: max(0, line.width - width))
      return
    }
    let charge = model.inCharge.map { "\(Wording.inCharge) \($0)" }
    let who = model.live.map { Wording.whoSits($0.by, $0.desk) }
    // Who is in charge stands there at all times: where not all fits, the center goes first, then who sits here.
    let wholes = [[model.center.plan.name, who, charge], [who, charge], [charge]]
      .map { " " + $0.compactMap(\.self).joined(separator: " \(model.glyphs.dot) ") }
    let room = line.width - width - 1
    let left = charge == nil ? wholes[0] : wholes.first { TextWidth.cells(of: $0) <= room } ?? wholes[2]
    frame.put(
      TextWidth.clip(left, to: room, ellipsis: model.glyphs.ellipsis), row: line.row, column: 0, style: .bar.bold)
  }

  private func drawFault(in frame: inout Frame) {
    guard let fault = model.live?.fault, !layout.fault.isEmpty else { return }
    frame.fill(layout.fault, style: .crisis.reversed)
    let lines = Page.wrap(fault, to: max(8, frame.width - 2))
    for (row, line) in zip(layout.fault.rows, lines) {
      let text = TextWidth.clip(line, to: frame.width - 2, ellipsis: model.glyphs.ellipsis)
      frame.put(text, row: row, column: 1, style: .crisis.reversed)
    }
  }

  private func drawCrisis(in frame: inout Frame) {
    let line = layout.crisis
    guard !line.isEmpty else { return }
    let dot = " \(model.glyphs.dot) "
    var parts: [String]
    let style: Style
    switch model.crisis.standing {
    case .none: return
    case .proposed(let since):
      style = .strained
      let time = TimeText.near(since, model.now, model.zone)
      parts = ["\(model.glyphs.warning) \(Wording.crisisProposed) \(time)", Wording.pressToDeclare]
    case .declared(let at, let by):
      style = .crisis
      parts = ["\(model.glyphs.alarm) \(Wording.crisis) \(TimeText.near(at, model.now, model.zone))", by]
      if let card = model.cards.first(where: { $0.doneCount < $0.lines.count }) {
        parts.append("\(Wording.card) \(card.code) \(card.doneCount)/\(card.lines.count)")
      }
      let late = model.cards.reduce(0) { $0 + $1.lines.count { $0.isLate(at: model.now) } }
      if late > 0 { parts.append(Wording.linesLate(late)) }
      if let line = model.lateUnowned { parts.append(Wording.lateUnowned(line)) }
    }
    // What the rule saw is the longest part: it stands last and is cut first.
    if !model.crisis.seen.isEmpty { parts.append(model.crisis.seen) }
    let text = parts.joined(separator: dot)
    frame.fill(line, style: style.reversed)
    frame.put(
      TextWidth.clip(text, to: line.width - 1, ellipsis: model.glyphs.ellipsis), row: line.row, column: 1,
      style: style.reversed)
  }

  /// Keys and labels, the most useful first, as many as fit; the help is always the last.
  func drawFooter(in frame: inout Frame) {
    let line = layout.footer
    guard !line.isEmpty else { return }
    for (index, piece) in Footer.pieces(model, state, width: line.width) {
      frame.put(piece.text, row: line.row, column: line.column + index, style: piece.style)
    }
  }

  func drawMessage(in frame: inout Frame) {
    let line = layout.message
    guard !line.isEmpty else {
      if let prompt = state.prompt { drawPrompt(prompt, in: &frame, line: frame.rect.bottom(1)) }
      return
    }
    if let prompt = state.prompt {
      drawPrompt(prompt, in: &frame, line: line)
      return
    }
    guard let message = state.message else {
      if layout.message != layout.footer {
        drawDetail(in: &frame, line: line)
        if state.view == .overview { drawHint(in: &frame, line: line) }
      }
      return
    }
    _ = say(message, in: &frame, endingAt: line.row)
  }

  /// Draws a message whole: what one line has no room for stands in the rows above it, over the view. Answers its
  /// first row.
  func say(_ message: Message, in frame: inout Frame, endingAt row: Int) -> Int {
    say(message.text, message.isRefusal ? .refusal : .plain, in: &frame, endingAt: row)
  }

  func say(_ sentence: String, _ style: Style, in frame: inout Frame, endingAt row: Int) -> Int {
    let lines = Page.wrap(sentence, to: max(8, frame.width - 2)).prefix(max(1, row))
    let top = row - lines.count + 1
    for (index, line) in lines.enumerated() {
      frame.fill(Rect(row: top + index, column: 0, width: frame.width, height: 1))
      let text = TextWidth.clip(line, to: frame.width - 2, ellipsis: model.glyphs.ellipsis)
      frame.put(text, row: top + index, column: 1, style: style)
    }
    return top
  }

  /// What a newcomer can do, as long as nothing else is said.
  private func drawHint(in frame: inout Frame, line: Rect) {
    let hint =
      model.drill.map { Wording.drillHint($0.phase, isPaused: model.replay?.isPaused ?? false) }
      ?? (model.live == nil
        ? Wording.boardHint(isPaused: model.replay.flatMap { $0.now < $0.until ? $0.isPaused : nil })
        : Wording.liveHint)
    guard TextWidth.cells(of: hint) + 2 <= line.width else { return }
    frame.put(hint, row: line.row, column: 1, style: .dim)
  }

  /// The whole text of a selected line of a card, or why a case cannot leave: its row may have cut it.
  private func drawDetail(in frame: inout Frame, line: Rect) {
    if state.view == .leavingList(.ready), case .aCase(let id)? = state.pane.selection,
      let sentence = model.refusals[id]?.sentence
    {
      let text = TextWidth.clip(sentence, to: line.width - 2, ellipsis: model.glyphs.ellipsis)
      frame.put(text, row: line.row, column: 1, style: .dim)
      return
    }
    if case .drill(let part)? = state.pane.selection, let detail = model.drillDetail(part) {
      let text = TextWidth.clip(detail, to: line.width - 2, ellipsis: model.glyphs.ellipsis)
      frame.put(text, row: line.row, column: 1, style: .dim)
      return
    }
    guard case .cardLine(let code, let index)? = state.pane.selection, state.view == .plan,
      let card = model.cards.first(where: { $0.code == code }), card.lines.indices.contains(index)
    else { return }
    let text = "\(code) \(index + 1): \(card.lines[index].text)"
    frame.put(
      TextWidth.clip(text, to: line.width - 2, ellipsis: model.glyphs.ellipsis), row: line.row, column: 1, style: .dim)
  }
}

/// The footer: the commands of a view that can be done now.
package enum Footer {
  /// The pieces of a footer with the columns they begin at; they never reach beyond `width`.
  static func pieces(_ model: BoardModel, _ state: ViewState, width: Int) -> [(Int, Piece)] {
    let dark = CommandTable.inTheDark(model)
    let commands = (dark ?? CommandTable.all)
      .filter {
        ($0.footer != nil || dark != nil) && $0.applies(state.view) && $0.isOffered(state.view) && !$0.keys.isEmpty
          && $0.whyNot(model, state) == nil
      }
      .filter { !state.takesText || !$0.keys[0].isText }
      .sorted { ($0.footer ?? 40) < ($1.footer ?? 40) }
    var pieces: [(Int, Piece)] = []
    var at = 1
    func add(_ key: String, _ label: String) {
      let cells = TextWidth.cells(of: key) + 1 + TextWidth.cells(of: label)
      guard at + cells <= width else { return }
      pieces.append((at, Piece(key, .key)))
      pieces.append((at + TextWidth.cells(of: key) + 1, Piece(label)))
      at += cells + 2
    }
    if width >= 150, !state.takesText {
      let ids: [CommandID] =
        [.board, .queues] + (model.live == nil ? [] : [.arrive]) + [.alarms, .plan, .places, .leaving]
      for id in ids {
        if let command = CommandTable.command(id) { add(command.keys.first?.name ?? "", command.label) }
      }
      at += 2
    }
    for command in commands {
      let key = model.glyphs.name(of: command.keys[0])
      // Two keys that do the same in two directions share one label.
      switch command.id {
      case .slower: add(key + " " + name(.faster, model), Wording.speedLabel)
      case .backward: add(key + " " + name(.forward, model), Wording.stride(model.stride))
      case .faster, .forward: continue
      case .pause: add(key, model.replay?.isPaused == true ? Wording.goOnLabel : command.label)
      default: add(key, command.label)
      }
      if command.id == .open, state.view == .overview, width < 150 {
        add(model.live == nil ? Wording.viewKeys : Wording.liveViewKeys, Wording.viewsLabel)
      }
    }
    return pieces
  }

  private static func name(_ id: CommandID, _ model: BoardModel) -> String {
    CommandTable.command(id)?.keys.first.map { model.glyphs.name(of: $0) } ?? ""
  }

  /// The footer's text, as a test reads it.
  package static func text(_ model: BoardModel, _ state: ViewState, width: Int) -> String {
    var frame = Frame(width: width, height: 1)
    for (column, piece) in pieces(model, state, width: width) { frame.put(piece.text, row: 0, column: column) }
    return frame.lines[0]
  }
}
