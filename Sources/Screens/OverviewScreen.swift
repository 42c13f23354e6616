import CaseFlow

/// The board: every row of the process, and beside or below it places, clocks, alarms and who is expected.
///
/// It is drawn onto a canvas as high as it needs and then shown through the body, so that on a small screen the
/// selected thing stays in sight.
struct OverviewScreen {
  let model: BoardModel
  let state: ViewState
  let layout: BoardLayout
  let plan: OverviewLayout

  init(_ model: BoardModel, _ state: ViewState, _ layout: BoardLayout) {
    self.model = model
    self.state = state
    self.layout = layout
    plan = OverviewLayout(Size(width: state.size.width, height: state.size.height), model)
  }

  func draw(in frame: inout Frame) {
    let body = layout.body
    guard !body.isEmpty else { return }
    var canvas = OverviewCanvas(width: body.width, height: max(body.height, plan.extent == .essential ? 26 : 0))
    let table = OverviewTable(model, width: body.width)
    table.draw(on: &canvas)
    switch plan.extent {
    case .essential: drawEssential(on: &canvas, from: table.endRow)
    case .medium: drawMedium(on: &canvas, from: table.endRow)
    case .large: drawLarge(on: &canvas, from: table.endRow, beside: table.width)
    }
    let place = state.pane.selection.flatMap { canvas.places[$0] }
    if let place { canvas.frame.select(place) }
    // The heading stays, the rest moves up until the selected line is in sight.
    let selected = place?.row ?? 0
    let offset = min(max(0, selected - body.height + 1), max(0, canvas.end - body.height))
    let cut = Rect(row: 0, column: 0, width: body.width, height: body.height)
    for row in cut.rows {
      let source = row == 0 || offset == 0 ? row : row + offset
      frame.paste(canvas.frame, row: source, to: body.row + row)
      if source == selected, let place, state.pane.selection != nil {
        frame.cursor = Position(row: body.row + row, column: place.column)
      }
    }
  }

  private func drawEssential(on canvas: inout OverviewCanvas, from row: Int) {
    let panels = OverviewPanels(model)
    var row = row
    panels.drawTotals(on: &canvas, row: row)
    let clockRows = (plan.clocks + (model.figures.overdue.isEmpty ? 0 : 1) + plan.clocksInLine - 1) / plan.clocksInLine
    let used = row + 2 + panels.placeLines(width: canvas.width) + plan.alarms + max(1, clockRows)
    if plan.height > used { row += 1 }
    row += 1
    row = panels.drawPlacesLine(on: &canvas, row: row)
    row = panels.drawClockLines(on: &canvas, row: row, count: plan.clocks, inLine: plan.clocksInLine)
    row = panels.drawAlarmLines(on: &canvas, row: row, count: plan.alarms)
    panels.drawExpected(on: &canvas, row: row)
    canvas.end = row + 1
  }

  private func drawMedium(on canvas: inout OverviewCanvas, from start: Int) {
    let panels = OverviewPanels(model)
    panels.drawTotals(on: &canvas, row: start)
    let (left, whole) = Rect(row: start + 2, column: 0, width: canvas.width, height: max(0, canvas.height - start - 2))
      .split(columns: (canvas.width - 2) / 2, gap: 2)
    var row = panels.drawPlaces(on: &canvas, in: left)
    row = panels.drawClocks(
      on: &canvas, in: left.inset(top: row + 1 - left.row, bottom: 2),
      overdue: plan.isOverdueRight ? 0 : plan.overdue, count: plan.clocks)
    panels.drawExpected(on: &canvas, row: left.endRow - 1)
    let right = whole.inset(bottom: 1)
    row = panels.drawAlarms(on: &canvas, in: right, count: plan.alarms)
    row = QueueHeads(model, columns: 1).draw(on: &canvas, in: right.inset(top: row + 1 - right.row))
    if plan.isOverdueRight {
      panels.drawOverdue(on: &canvas, in: right.inset(top: row + 1 - right.row), count: plan.overdue)
    }
    canvas.end = canvas.height
  }

  private func drawLarge(on canvas: inout OverviewCanvas, from start: Int, beside column: Int) {
    let panels = OverviewPanels(model)
    panels.drawTotals(on: &canvas, row: start)
    let side = Rect(row: 0, column: column + 3, width: canvas.width - column - 3, height: start)
    _ = panels.drawPlaces(on: &canvas, in: side)
    let below = Rect(row: start + 2, column: 0, width: canvas.width, height: max(0, canvas.height - start - 2))
    let (left, right) = below.split(columns: 76, gap: 3)
    var row = panels.drawAlarms(on: &canvas, in: left, count: plan.alarms)
    row = panels.drawClocks(
      on: &canvas, in: left.inset(top: row + 1 - left.row, bottom: 2), overdue: 0, count: plan.clocks)
    panels.drawExpected(on: &canvas, row: left.endRow - 1, limit: left.width)
    let kept = plan.overdue == 0 ? 0 : min(plan.overdue, 10) + 2
    let end = QueueHeads(model, columns: 2).draw(on: &canvas, in: right.inset(bottom: kept))
    panels.drawOverdue(on: &canvas, in: right.inset(top: end + 1 - right.row), count: plan.overdue)
    canvas.end = canvas.height
  }
}

/// A sheet to draw the overview on, that remembers where each selectable thing stands.
struct OverviewCanvas {
  var frame: Frame
  var places: [Item: Rect] = [:]
  /// The first row below what was drawn.
  var end = 0

  init(width: Int, height: Int) { frame = Frame(width: width, height: height) }

  var width: Int { frame.width }
  var height: Int { frame.height }

  /// Remembers where a thing stands; the first place counts.
  mutating func mark(_ item: Item, row: Int, column: Int, width: Int) {
    guard places[item] == nil else { return }
    places[item] = Rect(row: row, column: column, width: width, height: 1)
  }
}

extension Frame {
  /// Copies one row of another frame.
  mutating func paste(_ other: Frame, row: Int, to target: Int) {
    var at = 0
    for cell in other.row(row) {
      if !cell.isContinuation, cell != .blank { put(cell.text, row: target, column: at, style: cell.style) }
      at += 1
    }
  }
}
