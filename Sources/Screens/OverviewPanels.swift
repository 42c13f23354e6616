import CaseFlow

/// The parts of the board below its rows, in the short form of a small screen and in the long one.
struct OverviewPanels {
  let model: BoardModel
  private let labelWidth = 9

  init(_ model: BoardModel) { self.model = model }

  private var figures: BoardFigures { model.figures }

  /// `ON ROLL 503 = 496 here + 7 away`, and what must never be overlooked.
  func drawTotals(on canvas: inout OverviewCanvas, row: Int) {
    let counts = figures.counts
    var pieces = [
      Piece(Wording.onRoll, .heading), Piece(" "), Piece(String(counts.onRoll), .plain.bold),
      Piece(" = \(counts.onSite) \(Wording.here) + \(counts.away) \(Wording.away)"),
    ]
    let isWide = canvas.width >= 112
    func add(_ name: String, _ count: Int, _ style: Style, _ sign: String) {
      guard isWide || count > 0 else { return }
      pieces.append(Piece(" \(model.glyphs.dot) ", .dim))
      pieces.append(Piece(count > 0 ? "\(name) \(count) \(sign)" : "\(name) 0", count > 0 ? style : .dim))
    }
    add(Wording.pastHours(model.center.rules.custody), figures.pastCustody, .crisis, model.glyphs.alarm)
    add(Wording.openSeparations, figures.separations, .watch, model.glyphs.warning)
    add(Wording.unplaced, counts.unplaced, .watch, model.glyphs.warning)
    if isWide {
      let today =
        "\(Wording.exits)  \(Wording.exit(.released)) \(counts.released)  \(Wording.exit(.transferred)) \(counts.transferred)"
        + "  \(Wording.exit(.returned)) \(counts.returned)  \(Wording.exit(.departed)) \(counts.departed)"
      let used = pieces.reduce(1) { $0 + TextWidth.cells(of: $1.text) }
      if used + 3 + TextWidth.cells(of: today) <= canvas.width {
        pieces.append(Piece(" \(model.glyphs.dot) ", .dim))
        pieces.append(Piece(today, .dim))
      }
    }
    let end = canvas.frame.put(pieces, row: row, column: 1)
    canvas.mark(.onRoll, row: row, column: 0, width: min(end, canvas.width))
  }

  private func label(_ text: String, on canvas: inout OverviewCanvas, row: Int, column: Int = 1) {
    canvas.frame.put(text, row: row, column: column, style: .heading)
  }

  // MARK: the short form

  func drawPlacesLine(on canvas: inout OverviewCanvas, row: Int) -> Int {
    label(Wording.placesHeading, on: &canvas, row: row)
    var row = row
    var at = 1 + labelWidth
    for kind in figures.kinds {
      let grade = model.placeGrade(kind.kind)
      let style = grade.map { model.style($0) } ?? .plain
      var text = "\(Wording.places(kind.kind)) \(kind.occupied)/\(kind.usable)"
      if let grade { text += " \(model.sign(grade))" }
      let cells = TextWidth.cells(of: text)
      if at + cells > canvas.width, at > 1 + labelWidth {
        row += 1
        at = 1 + labelWidth
      }
      canvas.frame.put(text, row: row, column: at, style: style)
      canvas.mark(.places(kind.kind), row: row, column: at, width: cells)
      at += cells + 2
    }
    return row + 1
  }

  func drawClockLines(on canvas: inout OverviewCanvas, row: Int, count: Int, inLine: Int) -> Int {
    label(Wording.clocksHeading, on: &canvas, row: row)
    let shown = figures.clocks.prefix(count)
    if shown.isEmpty {
      canvas.frame.put(Wording.noClock, row: row, column: 1 + labelWidth, style: .dim)
      return row + 1
    }
    let slot = max(1, (canvas.width - 1 - labelWidth) / inLine)
    for (index, clock) in shown.enumerated() {
      let line = row + index / inLine
      let column = 1 + labelWidth + index % inLine * slot
      let piece = model.clockPiece(clock, normal: .plain)
      let text = "\(clock.caseID.label) \(piece.text)"
      canvas.frame.put(text, row: line, column: column, style: piece.style, limit: slot - 1)
      canvas.mark(
        .clock(clock.caseID, clock.kind), row: line, column: column, width: min(slot - 1, TextWidth.cells(of: text)))
    }
    return row + (shown.count + inLine - 1) / inLine
  }

  func drawAlarmLines(on canvas: inout OverviewCanvas, row: Int, count: Int) -> Int {
    label(Wording.alarmsHeading, on: &canvas, row: row)
    let open = model.openAlarms
    if open.isEmpty {
      canvas.frame.put(Wording.noAlarm, row: row, column: 1 + labelWidth, style: .dim)
      return row + 1
    }
    let summary = Wording.alarmCount(open: open.count, unowned: open.count { $0.standing == .unacknowledged })
    for (index, alarm) in open.prefix(count).enumerated() {
      let note = index == 0 ? summary : ""
      let limit = canvas.width - labelWidth - 3 - TextWidth.cells(of: note)
      drawAlarm(alarm, on: &canvas, row: row + index, column: 1 + labelWidth, limit: limit)
      canvas.frame.putRight(note, row: row + index, endColumn: canvas.width - 1)
    }
    return row + min(count, open.count)
  }

  func drawExpected(on canvas: inout OverviewCanvas, row: Int, limit: Int? = nil) {
    label(Wording.expectedHeading, on: &canvas, row: row)
    let announced = model.center.announcements.sorted { $0.expected < $1.expected }
    let text = announced.map { announcement in
      let time = TimeText.near(announcement.expected, model.now, model.zone)
      let isLate = announcement.expected < model.now
      return Wording.expected(announcement, at: time) + (isLate ? " \(Wording.late)" : "")
    }
    .joined(separator: ", ")
    let width = max(0, (limit ?? canvas.width) - labelWidth - 2)
    let shown = text.isEmpty ? Wording.nobodyExpected : TextWidth.clip(text, to: width, ellipsis: model.glyphs.ellipsis)
    canvas.frame.put(shown, row: row, column: 1 + labelWidth, style: text.isEmpty ? .dim : .plain)
    canvas.mark(.expected, row: row, column: 0, width: labelWidth + TextWidth.cells(of: shown) + 1)
  }

  private func drawAlarm(_ alarm: AlarmItem, on canvas: inout OverviewCanvas, row: Int, column: Int, limit: Int) {
    let style = model.style(of: alarm)
    let sign = TextWidth.pad(alarm.isActive ? model.sign(alarm.grade) : "~", to: 2)
    let isUnowned = alarm.standing == .unacknowledged
    let owner = isUnowned ? Wording.unowned : alarm.owner ?? Wording.standing(alarm.standing)
    let start = "\(sign) \(TimeText.clock(alarm.raised, model.zone)) "
    let room = max(0, limit - TextWidth.cells(of: start) - TextWidth.cells(of: owner) - 2)
    let whole = Wording.alarmLine(alarm.title, alarm.value, alarm.limit)
    let short = "\(alarm.title) \(alarm.value)"
    let title =
      TextWidth.cells(of: whole) <= room ? whole : TextWidth.clip(short, to: room, ellipsis: model.glyphs.ellipsis)
    let end = canvas.frame.put(
      [Piece(start + title, style), Piece("  "), Piece(owner, isUnowned ? style : .plain)], row: row,
      column: column, limit: limit)
    canvas.mark(.alarm(alarm.key), row: row, column: column, width: end - column)
  }
}

// The long form.
extension OverviewPanels {
  func drawPlaces(on canvas: inout OverviewCanvas, in rect: Rect) -> Int {
    let table = Table(
      [
        .left(Wording.placesHeading, 10), .right(Wording.occupiedHeading, 6), .right(Wording.usableHeading, 6),
        .left("", 2),
        .left("", 12, rank: 1, stretch: 20), .left(Wording.bindsHeading, 10, rank: 2),
      ], width: rect.width - 1, gap: 1)
    guard rect.height > 1 else { return rect.row }
    table.drawHeading(in: &canvas.frame, row: rect.row, at: rect.column + 1)
    var row = rect.row + 1
    for kind in figures.kinds where row < rect.endRow {
      let grade = model.placeGrade(kind.kind)
      let style = grade.map { model.style($0) } ?? .plain
      let binding = figures.areas.filter { $0.area.kind == kind.kind && $0.limitedBy != .places }.first
      table.draw(
        [
          Piece(Wording.places(kind.kind), style), Piece(String(kind.occupied), style), Piece(String(kind.usable)),
          Piece(grade.map { model.sign($0) } ?? "", style),
          Piece(model.glyphs.loadBar(kind.occupied, of: kind.usable, width: table.places[4]?.width ?? 0), style),
          Piece(binding.map { Wording.limit($0.limitedBy) } ?? ""),
        ], in: &canvas.frame, row: row, at: rect.column + 1)
      canvas.mark(.places(kind.kind), row: row, column: rect.column, width: rect.width)
      row += 1
    }
    return row
  }

  func drawClocks(on canvas: inout OverviewCanvas, in rect: Rect, count: Int) -> Int {
    guard rect.height > 1 else { return rect.row }
    canvas.frame.put(Wording.clocksHeading, row: rect.row, column: rect.column + 1, style: .heading)
    if !figures.overdue.isEmpty {
      let text = "\(Wording.pastLimit(figures.overdue.count)) \(model.glyphs.alarm)"
      canvas.frame.putRight(text, row: rect.row, endColumn: rect.endColumn, style: .crisis)
    }
    let table = Table(
      [
        .left("", 6), .left("", 16), .right("", 13), .left("", 14, rank: 1, stretch: 16),
      ], width: rect.width - 1, gap: 1)
    var row = rect.row + 1
    for clock in figures.clocks.prefix(count) where row < rect.endRow {
      let left = clock.left(at: model.now)
      let isNear = left < BoardModel.clockNear
      let style: Style = isNear ? .strained : .plain
      let who = model.aCase(clock.caseID).map { model.who($0) } ?? ""
      table.draw(
        [
          Piece(clock.caseID.label, style), Piece(Wording.clock(clock.kind), style),
          Piece("\(TimeText.length(left)) \(Wording.left)\(isNear ? " \(model.glyphs.warning)" : "  ")", style),
          Piece(who, .dim),
        ], in: &canvas.frame, row: row, at: rect.column + 1)
      canvas.mark(.clock(clock.caseID, clock.kind), row: row, column: rect.column, width: rect.width)
      row += 1
    }
    if figures.clocks.isEmpty { canvas.frame.put(Wording.noClock, row: row, column: rect.column + 1, style: .dim) }
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
    for alarm in open.prefix(count) where row < rect.endRow {
      drawAlarm(alarm, on: &canvas, row: row, column: rect.column + 1, limit: rect.width - 1)
      row += 1
    }
    if open.count > count, row < rect.endRow {
      canvas.frame.put(Wording.moreOf(open.count - count), row: row, column: rect.column + 1, style: .dim)
      row += 1
    }
    return row
  }

  /// The heads of the four queues: who is called next, and why.
  func drawQueues(on canvas: inout OverviewCanvas, in rect: Rect, columns: Int) -> Int {
    let stages = Stage.allCases
    let width = (rect.width - (columns - 1) * 3) / columns
    let lines = stages.count / columns
    guard rect.height >= 2 * lines, width > 20 else { return rect.row }
    let wanted = (0..<lines).map { line in
      stages[(line * columns)..<((line + 1) * columns)].map { 2 + max(1, waiting(at: $0).count) }.max() ?? 3
    }
    var row = rect.row
    for (line, height) in Self.shared(rect.height, wanted).enumerated() {
      for column in 0..<columns {
        let box = Rect(row: row, column: rect.column + column * (width + 3), width: width, height: height)
        drawQueue(stages[line * columns + column], on: &canvas, in: box)
      }
      row += height
    }
    return row
  }

  /// Clocks that have run out and still wait for what they were about, the longest first.
  func drawOverdue(on canvas: inout OverviewCanvas, in rect: Rect) {
    guard rect.height > 2, !figures.overdue.isEmpty else { return }
    let heading = "\(Wording.overdueHeading) \(figures.overdue.count)"
    canvas.frame.put(heading, row: rect.row, column: rect.column + 1, style: .heading)
    let table = Table(
      [.left("", 6), .left("", 16), .left("", 16), .left("", 30, rank: 1), .left("", 24, rank: 2)],
      width: rect.width - 1)
    for (index, clock) in figures.overdue.prefix(rect.height - 1).enumerated() {
      guard let line = model.line(of: clock.caseID) else { continue }
      let left = "\(Wording.clockLeft(clock.left(at: model.now))) \(model.glyphs.alarm)"
      table.draw(
        [
          Piece(line.number, .crisis), Piece(Wording.clock(clock.kind), .crisis), Piece(left, .crisis),
          Piece(line.who, .dim),
          Piece(line.row.map { "\(Wording.row($0)): \(line.state)" } ?? "", .dim),
        ], in: &canvas.frame, row: rect.row + 1 + index, at: rect.column + 1)
    }
  }

  /// Rows for every line of boxes: as many as it wants, and where that is too much an equal share of what is left.
  static func shared(_ height: Int, _ wanted: [Int]) -> [Int] {
    var given = [Int](repeating: 0, count: wanted.count)
    var left = height
    while left > 0, let next = given.indices.filter({ given[$0] < wanted[$0] }).min(by: { given[$0] < given[$1] }) {
      given[next] += 1
      left -= 1
    }
    return given
  }

  private func waiting(at stage: Stage) -> [CaseID] {
    guard let row = BoardRow.allCases.first(where: { $0.stage == stage }) else { return [] }
    return (figures.order[row] ?? []).filter { figures.standings[$0]?.position != nil }
  }

  private func drawQueue(_ stage: Stage, on canvas: inout OverviewCanvas, in box: Rect) {
    canvas.frame.put(
      "\(Wording.nextHeading) \(Wording.stage(stage).uppercased())", row: box.row, column: box.column + 1,
      style: .heading)
    let waiting = waiting(at: stage)
    let rows = box.height - 2
    guard !waiting.isEmpty, rows > 0 else {
      if waiting.isEmpty {
        canvas.frame.put(Wording.nobodyWaits, row: box.row + 1, column: box.column + 1, style: .dim)
      }
      return
    }
    let table = Table(
      [
        .left("", 6), .left("", 2), .right("", 6), .left("", 16, stretch: 10), .left("", 4, rank: 2),
        .left("", 14, rank: 1),
      ],
      width: box.width - 1, gap: 1)
    for (index, id) in waiting.prefix(rows).enumerated() {
      guard let line = model.line(of: id) else { continue }
      table.draw(
        [
          Piece(line.number), Piece(line.level.label, line.level <= .p1 ? .plain.bold : .plain),
          Piece(TimeText.length(line.waited)), Piece(line.who, .dim), Piece(line.language, .dim), Piece(line.why, .dim),
        ], in: &canvas.frame, row: box.row + 1 + index, at: box.column + 1)
    }
    let more = waiting.count - rows
    if more > 0 { canvas.frame.putRight(Wording.moreOf(more), row: box.row, endColumn: box.endColumn, style: .dim) }
  }
}
