import Alarms
import CaseFlow

// The long form.
extension OverviewPanels {
  func drawPlaces(on canvas: inout OverviewCanvas, in rect: Rect) -> Int {
    let table = Table(
      [
        .left(Wording.placesHeading, 10), .right(Wording.occupiedHeading, 6), .right(Wording.usableHeading, 6),
        .left("", 2),
        .left("", 10, rank: 1, stretch: 22), .left(Wording.bindsHeading, 12, rank: 2),
      ], width: rect.width - 1, gap: 1, ellipsis: model.glyphs.ellipsis)
    guard rect.height > 1 else { return rect.row }
    table.drawHeading(in: &canvas.frame, row: rect.row, at: rect.column + 1)
    var row = rect.row + 1
    for kind in figures.kinds where row < rect.endRow {
      let over = model.placeGrade(kind.kind) == nil ? model.areaOver(kind.kind) : nil
      let grade = model.placeGrade(kind.kind) ?? (over == nil ? nil : .watch)
      let style = grade.map { model.style($0) } ?? .plain
      // An area over its places says more than what binds the kind.
      let load = over.map { Wording.areaLoad($0) }.flatMap { TextWidth.cells(of: $0) <= 12 ? $0 : nil }
      table.draw(
        [
          Piece(Wording.places(kind.kind), style), Piece(String(kind.occupied), style), Piece(String(kind.usable)),
          Piece(grade.map { model.sign($0) } ?? "", style),
          Piece(model.glyphs.loadBar(kind.occupied, of: kind.usable, width: table.places[4]?.width ?? 0), style),
          load.map { Piece($0, style) } ?? Piece(kind.limitedBy.map { Wording.limit($0) } ?? ""),
        ], in: &canvas.frame, row: row, at: rect.column + 1)
      canvas.mark(.places(kind.kind), row: row, column: rect.column, width: rect.width)
      row += 1
    }
    return row
  }

  /// Clocks past their end, the longest first, then those that end next.
  func drawClocks(on canvas: inout OverviewCanvas, in rect: Rect, overdue: Int, count: Int) -> Int {
    guard rect.height > 1 else { return rect.row }
    canvas.frame.put(Wording.clocksHeading, row: rect.row, column: rect.column + 1, style: .heading)
    if !figures.overdue.isEmpty {
      let text = "\(Wording.pastLimit(figures.overdue.count)) \(model.glyphs.alarm)"
      canvas.frame.putRight(text, row: rect.row, endColumn: rect.endColumn, style: .crisis)
    }
    let table = Table(
      [
        .left("", 6), .left("", 16), .right("", 14), .people(14, title: "", rank: 1, stretch: 16),
      ], width: rect.width - 1, gap: 1, ellipsis: model.glyphs.ellipsis)
    var row = rect.row + 1
    let late = figures.overdue.prefix(overdue).map { (clock: $0, others: 0) }
    for (clock, others) in late + figures.clockHeads.prefix(count) where row < rect.endRow {
      let left = clock.left(at: model.now)
      let isOver = left < .zero
      let isNear = left < BoardModel.clockNear
      let style: Style = isOver ? .crisis : isNear ? .strained : .plain
      let sign = isOver ? model.glyphs.alarm : isNear ? model.glyphs.warning : ""
      let text = isOver ? Wording.clockLeft(left) : "\(TimeText.length(left)) \(Wording.left)"
      let who = others > 0 ? Wording.moreOf(others) : model.aCase(clock.caseID).map { model.who($0) } ?? ""
      table.draw(
        [
          Piece(clock.caseID.label, style), Piece(Wording.clock(clock.kind), style),
          Piece("\(text) \(TextWidth.pad(sign, to: 2))", style), Piece(who, .dim),
        ], in: &canvas.frame, row: row, at: rect.column + 1)
      canvas.mark(.clock(clock.caseID, clock.kind), row: row, column: rect.column, width: rect.width)
      row += 1
    }
    if row == rect.row + 1 { canvas.frame.put(Wording.noClock, row: row, column: rect.column + 1, style: .dim) }
    return row
  }

  func drawAlarms(on canvas: inout OverviewCanvas, in rect: Rect, count: Int) -> Int {
    guard rect.height > 1 else { return rect.row }
    let open = model.openAlarms
    canvas.frame.put(Wording.alarmsHeading, row: rect.row, column: rect.column + 1, style: .heading)
    if open.isEmpty {
      canvas.frame.put(Wording.noAlarm, row: rect.row + 1, column: rect.column + 1, style: .dim)
      return rect.row + 2
    }
    let summary = Wording.alarmCount(open: open.count, unowned: open.count { $0.standing == .unacknowledged })
    canvas.frame.putRight(summary, row: rect.row, endColumn: rect.endColumn)
    var row = rect.row + 1
    for alarm in model.shownAlarms(count) where row < rect.endRow {
      drawAlarm(alarm, on: &canvas, row: row, column: rect.column + 1, limit: rect.width - 1)
      row += 1
    }
    if open.count > count, row < rect.endRow {
      canvas.frame.put(Wording.moreOf(open.count - count), row: row, column: rect.column + 1, style: .dim)
      row += 1
    }
    return row
  }

  /// Clocks that have run out and still wait for what they were about, the longest first.
  func drawOverdue(on canvas: inout OverviewCanvas, in rect: Rect, count: Int) {
    guard rect.height > 2, !figures.overdue.isEmpty else { return }
    let heading = "\(Wording.overdueHeading) \(figures.overdue.count)"
    canvas.frame.put(heading, row: rect.row, column: rect.column + 1, style: .heading)
    let table = Table(
      [
        .left("", 6), .left("", 16), .left("", 16), .people(14, title: "", rank: 1, stretch: 16),
        .left("", 24, rank: 2),
      ],
      width: rect.width - 1, ellipsis: model.glyphs.ellipsis)
    for (index, clock) in figures.overdue.prefix(min(count, rect.height - 1)).enumerated() {
      guard let line = model.line(of: clock.caseID) else { continue }
      let left = "\(Wording.clockLeft(clock.left(at: model.now))) \(model.glyphs.alarm)"
      table.draw(
        [
          Piece(line.number, .crisis), Piece(Wording.clock(clock.kind), .crisis), Piece(left, .crisis),
          Piece(line.who, .dim),
          Piece(line.row.map { "\(Wording.row($0)): \(line.state)" } ?? "", .dim),
        ], in: &canvas.frame, row: rect.row + 1 + index, at: rect.column + 1)
      let row = rect.row + 1 + index
      canvas.mark(.clock(clock.caseID, clock.kind), row: row, column: rect.column, width: rect.width)
    }
  }
}
