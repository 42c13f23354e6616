import CaseFlow

/// The arrival view: the bus whose people are entered, the line under the cursor and what it is understood as, the
/// last entries with their numbers, and how much is still to be asked.
///
/// What is said of the line keeps its rows, so that the eye finds it in one place while the line grows.
struct ArriveScreen {
  let model: BoardModel
  let state: ViewState
  let layout: BoardLayout
  private let reading: ArrivalReading?
  /// The rows from which nothing has to be short.
  private static let roomy = 14

  init(_ model: BoardModel, _ state: ViewState, _ layout: BoardLayout) {
    self.model = model
    self.state = state
    self.layout = layout
    reading = model.arrivalReading(state)
  }

  func draw(in frame: inout Frame) {
    var body = layout.body
    guard !body.isEmpty else { return }
    func take(_ rows: Int) -> Rect {
      let (upper, lower) = body.split(rows: rows)
      body = lower
      return upper
    }
    if body.height >= 3 { drawBus(in: &frame) { take($0) } }
    drawLine(in: &frame, take(1))
    let said = body.height >= Self.roomy - 2 ? 7 : body.height >= 5 ? body.height - 2 : body.height
    drawReading(in: &frame, take(said))
    if body.height >= 3 { drawToDo(in: &frame, body.bottom(1)) }
    drawEntries(in: &frame, body.inset(bottom: body.height >= 3 ? 1 : 0))
  }

  // -- The bus

  /// The bus in one row, or, where there is room for it, what it says of everyone on it in a second one.
  private func drawBus(in frame: inout Frame, _ take: (Int) -> Rect) {
    let line = take(1)
    let title = frame.put(Wording.arriveTitle, row: line.row, column: 0, style: .heading)
    let dot = " \(model.glyphs.dot) "
    let bus = model.bus(state)
    let counts = bus.map { Wording.bus($0, openBuses: model.center.openBuses.count) } ?? [Wording.noBus(model)]
    let carried = bus.map { Wording.carried(by: $0, in: model) } ?? []
    func put(_ parts: [String], _ line: Rect) {
      let room = max(0, line.width - title - 4)
      let text = TextWidth.clipWords(parts.joined(separator: dot), to: room, ellipsis: model.glyphs.ellipsis)
      frame.put(dot + text, row: line.row, column: title)
    }
    let isLong = TextWidth.cells(of: (counts + carried).joined(separator: dot)) > line.width - title - 4
    if isLong, layout.body.height >= Self.roomy, !carried.isEmpty {
      put(counts, line)
      put(carried, take(1))
    } else {
      put(counts + carried, line)
    }
  }

  // -- The line

  private func drawLine(in frame: inout Frame, _ line: Rect) {
    guard !line.isEmpty else { return }
    frame.fill(line, style: .field)
    let sign = frame.put("> ", row: line.row, column: 0, style: .key)
    // Of a long line its end, where the cursor is.
    var (shown, gone) = (state.line.text[...], 0)
    while gone < offset, let first = shown.popFirst() { gone += TextWidth.cells(of: String(first)) }
    frame.put(String(shown), row: line.row, column: sign + gone - offset, style: .field)
    frame.cursor = Position(row: line.row, column: min(line.endColumn - 1, sign + cells(state.line.cursor) - offset))
    if state.line.isEmpty {
      frame.put(
        TextWidth.clip(Wording.lineExample, to: max(0, line.width - sign - 2), ellipsis: model.glyphs.ellipsis),
        row: line.row, column: sign + 1, style: Style(.dim, .dim))
    }
  }

  /// How many cells of the line's beginning are out of sight, so that the cursor is in it.
  private var offset: Int { max(0, cells(state.line.cursor) + 4 - state.size.width) }

  private func cells(_ characters: Int) -> Int { TextWidth.cells(of: String(state.line.text.prefix(characters))) }

  // -- What it is understood as

  private func drawReading(in frame: inout Frame, _ area: Rect) {
    guard let reading, !area.isEmpty else { return }
    let dot = " \(model.glyphs.dot) "
    var lines: [[Piece]] = []
    // A word that is still being typed is no mistake yet while it can become one of those offered.
    let isOpen = reading.fault?.range.upperBound == state.line.cursor && !reading.completions.isEmpty
    if let fault = reading.fault, !isOpen {
      // Of what is out of sight to the left nothing is marked, and all the rest is.
      let from = max(0, 2 + cells(fault.range.lowerBound) - offset)
      let width = max(1, 2 + cells(fault.range.upperBound) - offset - from)
      if !reading.isQuestion {
        frame.put(String(repeating: "^", count: width), row: area.row, column: from, style: .refusal)
        lines.append([])
      }
      lines += wrapped(fault.message, reading.isQuestion ? .watch.bold : .refusal)
    }
    if let notice = reading.notice { lines += wrapped(notice, .watch.bold) }
    lines += wrapped(reading.meanings.joined(separator: dot), .plain)
    lines += wrapped(reading.summary, .plain.bold)
    for doubt in reading.doubts { lines += wrapped("\(model.glyphs.warning) \(doubt)", .watch) }
    if !reading.missing.isEmpty { lines += wrapped(Wording.stillToAsk(reading.missing), .dim) }
    if !reading.completions.isEmpty {
      let offers = reading.completions.prefix(6).map { "\($0.text) \($0.meaning)" }.joined(separator: dot)
      lines += wrapped("\(Wording.tabCompletes) \(offers)", .dim)
    }
    for (index, pieces) in lines.prefix(area.height).enumerated() {
      frame.put(pieces, row: area.row + index, column: 2)
    }
  }

  private func wrapped(_ text: String, _ style: Style) -> [[Piece]] {
    text.isEmpty ? [] : Page.wrap(text, to: max(8, state.size.width - 4)).map { [Piece($0, style)] }
  }

  // -- What was entered

  private func drawEntries(in frame: inout Frame, _ area: Rect) {
    guard area.height >= 2 else { return }
    let table = Table(
      [
        .left(Wording.lastEntries, 14), .people(18, rank: 1, stretch: 20),
        .left(Wording.areaHeading, 16, rank: 2, stretch: 8), .left(Wording.clockHeading, 24, rank: 3, stretch: 6),
      ], width: area.width - 2, gap: 1, ellipsis: model.glyphs.ellipsis)
    table.drawHeading(in: &frame, row: area.row, at: 0)
    let newest = model.center.cases.items.suffix(area.height - 1).reversed()
    for (index, item) in newest.enumerated() {
      let style: Style = item.isOnRoll ? .plain : .dim
      let clock = model.figures.standings[item.id]?.clock
      table.draw(
        [
          Piece("\(TimeText.short(item.arrivedAt, model.now, model.zone)) \(item.id.checked)", style),
          Piece(model.who(item), style),
          whereNow(item, style),
          model.clockPiece(clock, normal: .dim),
        ], in: &frame, row: area.row + 1 + index, at: 1)
    }
  }

  /// Where an entered case is: its area, or what became of it.
  private func whereNow(_ item: Case, _ style: Style) -> Piece {
    if item.exit == .enteredInError { return Piece(Wording.entryTakenBack, .watch) }
    // A reunion or a stated tie took its people into another case.
    guard let first = item.members.first else { return Piece(Wording.joinedAnother, style) }
    if let exit = item.exit { return Piece(Wording.exit(exit), style) }
    return model.center.people[first]?.area.map { Piece(EventWording.area($0, model.center), style) }
      ?? Piece("\(model.glyphs.warning) \(Wording.noPlace)", .watch)
  }

  private func drawToDo(in frame: inout Frame, _ line: Rect) {
    let parts = [Wording.toDo(model.incomplete.count), state.forms.map { Wording.formsWaiting($0) } ?? ""]
    let text = parts.filter { !$0.isEmpty }.joined(separator: " \(model.glyphs.dot) ")
    frame.put(text, row: line.row, column: 1, style: .dim, limit: line.width - 1)
  }
}
