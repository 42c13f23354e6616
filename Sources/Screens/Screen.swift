import Alarms
import CaseFlow

/// The screen of a model as one operator sees it: a pure function into a grid of cells.
///
/// Any size is lawful; below three rows one line says the most important thing. At the ASCII level names too are
/// written in ASCII: `Acompaña` reads `Acompana`.
package func screen(_ model: BoardModel, _ state: ViewState, _ size: Size) -> Frame {
  var frame = Frame(size: size)
  guard size.width > 0, size.height > 0 else { return frame }
  if let dark = DarkScreen(model) { return dark.frame(model, state, size) }
  if state.isWall {
    WallScreen(model, size).draw(in: &frame)
    model.crossOut(size.rect, in: &frame)
    if model.glyphs.level == .ascii { frame.keepASCII() }
    return frame
  }
  let layout = BoardLayout(size, model, state)
  if size.height < 3 || size.width < 8 {
    drawSummary(model, in: &frame)
    // Its words are digits and signs that every level has.
    if size.height < 3, state.prompt == nil { return frame }
  } else {
    drawBody(model, state, layout, in: &frame)
    model.crossOut(layout.body, in: &frame)
  }
  Chrome(model: model, state: state, layout: layout).draw(in: &frame)
  if model.glyphs.level == .ascii { frame.keepASCII() }
  // What is selected may begin beyond the edge of a narrow screen; the cursor stays on it.
  if let cursor = frame.cursor {
    frame.cursor = Position(row: min(cursor.row, frame.height - 1), column: min(cursor.column, frame.width - 1))
  }
  return frame
}

/// The first screen of all: what is being read, while it is read.
package func screen(loading file: String, size: Size) -> Frame {
  var frame = Frame(size: size)
  frame.put(Wording.loading(file), row: size.height / 2, column: 2)
  return frame
}

/// What fits on a screen of nothing: the gravest sign, everyone on roll, the time.
private func drawSummary(_ model: BoardModel, in frame: inout Frame) {
  let worst = model.alarms.filter(\.isActive).map(\.grade).max()
  let sign = worst.map { model.sign($0) } ?? ""
  let text = sign + String(model.figures.counts.onRoll) + " " + TimeText.clock(model.now, model.zone)
  let word = model.drill == nil ? 0 : frame.put(Wording.drill + " ", row: 0, column: 0, style: .drill)
  frame.put(text, row: 0, column: word, style: worst.map { model.style($0) } ?? .plain)
}

private func drawBody(_ model: BoardModel, _ state: ViewState, _ layout: BoardLayout, in frame: inout Frame) {
  switch state.view {
  case .overview: OverviewScreen(model, state, layout).draw(in: &frame)
  case .aCase, .alarm, .figures, .handOver, .help, .messages:
    Page(of: state.view, model, state, width: layout.body.width).draw(in: &frame, layout, scroll: state.pane.scroll)
  case .form: model.drawForm(state, in: &frame, layout.body)
  case .arrive: ArriveScreen(model, state, layout).draw(in: &frame)
  case .queue, .found, .leaving, .leavingList, .toDo, .appointments, .alarms, .plan, .places, .shift, .schedule,
    .children,
    .clocks, .ledger, .screening, .contacts, .referrals, .drill:
    ListScreen(model, state, layout).draw(in: &frame)
  }
}

/// The wall as lines of text.
package func plainWall(_ model: BoardModel, _ size: Size) -> String {
  var state = ViewState(view: .overview, size: size)
  state.isWall = true
  return screen(model, state, size).lines.map { $0 + "\n" }.joined()
}

/// The same view as lines of text, as long as it is: for `--plain`, pipes and screen readers.
///
/// It has no footer, no selection and no control codes; the width is that of the text, the height whatever it takes.
package func plain(_ model: BoardModel, _ view: BoardView, width: Int = 120) -> String {
  if let dark = DarkScreen(model) { return dark.plain(model, width: width) }
  var state = ViewState(view: view, size: Size(width: width, height: 40))
  state.settle(model)
  let items = model.contents(of: state.pane, size: state.size)
  let rows = view.isPage ? state.pageLength(model) : view == .overview ? 40 : items.count + 40
  var text = ""
  let step = Frame.sideMax - 20
  for first in stride(from: 0, to: max(1, rows), by: step) {
    let height = min(rows - first, step) + 12
    var part = state
    part.size = Size(width: width, height: height)
    part.pane.scroll = first
    part.pane.selection = items.indices.contains(first) ? items[first] : nil
    var frame = Frame(width: width, height: height)
    let layout = BoardLayout(part.size, model, part)
    part.pane.selection = nil
    drawBody(model, part, layout, in: &frame)
    var chrome = Frame(width: width, height: height)
    Chrome(model: model, state: part, layout: layout).draw(in: &chrome)
    if model.glyphs.level == .ascii {
      frame.keepASCII()
      chrome.keepASCII()
    }
    let lines = frame.lines
    if first == 0 { text += chrome.lines[0] + "\n" }
    if first == 0, !layout.crisis.isEmpty, model.crisis.standing != .none {
      text += chrome.lines[layout.crisis.row] + "\n"
    }
    if first == 0 { text += layout.told.rows.map { chrome.lines[$0] + "\n" }.joined() }
    var body = Array(lines[layout.body.rows])
    while body.last == "" { body.removeLast() }
    text += body.map { $0 + "\n" }.joined()
  }
  return text
}

extension BoardModel {
  /// The sign of a grade: never the color alone.
  func sign(_ grade: AlarmGrade) -> String { grade == .crisis ? glyphs.alarm : glyphs.warning }

  /// The style of a grade.
  func style(_ grade: AlarmGrade) -> Style {
    switch grade {
    case .watch: .watch
    case .strained: .strained
    case .crisis: .crisis
    }
  }
}
