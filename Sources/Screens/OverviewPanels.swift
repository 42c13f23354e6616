import Alarms
import CaseFlow

/// The parts of the board below its rows, in the short form of a small screen and in the long one.
struct OverviewPanels {
  let model: BoardModel
  private let labelWidth = 9

  init(_ model: BoardModel) { self.model = model }

  var figures: BoardFigures { model.figures }

  /// `ON ROLL 503 = 496 here + 7 away`, and what must never be overlooked. Where there is no room for everything whole
  /// parts are left out, the gravest last.
  func drawTotals(on canvas: inout OverviewCanvas, row: Int) {
    let counts = figures.counts
    let isWide = canvas.width >= 112
    let gap = Piece(isWide ? " \(model.glyphs.dot) " : "  ", .dim)
    /// Parts in the order in which they stand, each with its rank: the lower, the sooner it has room.
    var parts: [(rank: Int, pieces: [Piece])] = [
      (0, [Piece(Wording.onRoll, .heading), Piece(" "), Piece(String(counts.onRoll), .plain.bold)]),
      (4, [Piece(" = \(counts.onSite) \(Wording.here) + \(counts.away) \(Wording.away)")]),
    ]
    func add(_ rank: Int, _ name: String, _ count: Int, _ style: Style, _ sign: String) {
      guard isWide || count > 0 else { return }
      let text = count > 0 ? "\(name) \(count) \(sign)" : "\(name) 0"
      parts.append((rank, [gap, Piece(text, count > 0 ? style : .dim)]))
    }
    let apart = isWide ? Wording.openSeparations : Wording.apart
    add(1, Wording.pastHours(model.center.rules.custody), figures.pastCustody, .crisis, model.glyphs.alarm)
    add(2, apart, figures.separations, .watch, model.glyphs.warning)
    add(3, Wording.unplaced, counts.unplaced, .watch, model.glyphs.warning)
    if figures.toHearAgain > 0 {
      add(-1, Wording.toHearAgain, figures.toHearAgain, .strained, model.glyphs.warning)
    }
    if let gone = model.notYetArrived(briefly: true) { parts.append((5, [gap, Piece(gone, .dim)])) }
    if isWide { parts.append((6, [gap, Piece(Wording.exits(counts), .dim)])) }
    func cells(_ part: [Piece]) -> Int { part.reduce(0) { $0 + TextWidth.cells(of: $1.text) } }
    var room = canvas.width - 1
    var kept = Set<Int>()
    for part in parts.sorted(by: { $0.rank < $1.rank }) where part.rank == 0 || cells(part.pieces) <= room {
      kept.insert(part.rank)
      room -= cells(part.pieces)
    }
    let end = canvas.frame.put(parts.filter { kept.contains($0.rank) }.flatMap(\.pieces), row: row, column: 1)
    canvas.mark(.onRoll, row: row, column: 0, width: min(end, canvas.width))
  }

  private func label(_ text: String, on canvas: inout OverviewCanvas, row: Int, column: Int = 1) {
    canvas.frame.put(text, row: row, column: column, style: .heading)
  }

  // MARK: the short form

  /// The kinds of places; where a kind is not over its places and one of its areas is, the area, or only the sign.
  private func placeTexts(areas: Bool) -> [String] {
    figures.kinds.map { kind in
      let text = "\(Wording.places(kind.kind)) \(kind.occupied)/\(kind.usable)"
      if let grade = model.placeGrade(kind.kind) { return "\(text) \(model.sign(grade))" }
      guard let area = model.areaOver(kind.kind) else { return text }
      return areas ? "\(text) \(Wording.areaLoad(area)) \(model.glyphs.warning)" : "\(text) \(model.glyphs.warning)"
    }
  }

  /// The lines that the places take on a board of this width.
  func placeLines(width: Int) -> Int {
    var canvas = OverviewCanvas(width: width, height: 0)
    return drawPlacesLine(on: &canvas, row: 0)
  }

  func drawPlacesLine(on canvas: inout OverviewCanvas, row: Int) -> Int {
    label(Wording.placesHeading, on: &canvas, row: row)
    var row = row
    var at = 1 + labelWidth
    let named = placeTexts(areas: true)
    let isNamed = named.reduce(at + named.count - 1, { $0 + TextWidth.cells(of: $1) }) <= canvas.width
    let texts = isNamed ? named : placeTexts(areas: false)
    let cells = texts.reduce(at) { $0 + TextWidth.cells(of: $1) }
    // Closer together, where that keeps them on one line.
    let gap = cells + 2 * texts.count - 2 > canvas.width && cells + texts.count - 1 <= canvas.width ? 1 : 2
    for (kind, text) in zip(figures.kinds, texts) {
      let grade = model.placeGrade(kind.kind) ?? (model.areaOver(kind.kind) == nil ? nil : .watch)
      let style = grade.map { model.style($0) } ?? .plain
      let cells = TextWidth.cells(of: text)
      if at + cells > canvas.width, at > 1 + labelWidth {
        row += 1
        at = 1 + labelWidth
      }
      canvas.frame.put(text, row: row, column: at, style: style)
      canvas.mark(.places(kind.kind), row: row, column: at, width: cells)
      at += cells + gap
    }
    return row + 1
  }

  func drawClockLines(on canvas: inout OverviewCanvas, row: Int, count: Int, inLine: Int) -> Int {
    label(Wording.clocksHeading, on: &canvas, row: row)
    let shown = figures.clockHeads.prefix(count)
    let over = figures.overdue.count
    if over > 0 {
      let text = Wording.clocksOver(over, model.glyphs.alarm)
      canvas.frame.put(text, row: row, column: 1 + labelWidth, style: .crisis)
    }
    if shown.isEmpty, over > 0 { return row + 1 }
    if shown.isEmpty {
      canvas.frame.put(Wording.noClock, row: row, column: 1 + labelWidth, style: .dim)
      return row + 1
    }
    // Those that are over take the first place.
    let first = over > 0 ? 1 : 0
    let lines = (first + shown.count + inLine - 1) / inLine
    func text(_ clock: LegalClock, _ others: Int) -> (name: String, more: String) {
      ("\(clock.caseID.label) \(model.shortClock(clock))", others > 0 ? " +\(others)" : "")
    }
    let room = canvas.width - 1 - labelWidth
    let needs =
      (over > 0 ? [TextWidth.cells(of: Wording.clocksOver(over, model.glyphs.alarm))] : [])
      + shown.map { TextWidth.cells(of: text($0.clock, $0.others).name + text($0.clock, $0.others).more) }
    // Where one would be cut, as many lines share them evenly.
    let isCut = (needs.max() ?? 0) >= room / inLine
    let inLine = isCut ? (needs.count + lines - 1) / lines : inLine
    let slots = Self.slots(of: needs, inLine: inLine, in: room)
    for (index, (clock, others)) in zip(first..., shown) {
      let line = row + index / inLine
      let inThis = slots[index / inLine]
      let column = 1 + labelWidth + inThis.prefix(index % inLine).reduce(0, +)
      let slot = inThis[index % inLine]
      let (whole, more) = text(clock, others)
      // What is cut is the name of the clock, and only where its one word is too long too.
      let cells = slot - 1 - more.count
      let isWhole = TextWidth.cells(of: whole) <= cells
      let name = isWhole ? whole : "\(clock.caseID.label) \(model.shortClock(clock, briefly: true))"
      let text = TextWidth.clip(name, to: cells, ellipsis: model.glyphs.ellipsis) + more
      let style = model.clockPiece(clock, normal: .plain).style
      canvas.frame.put(text, row: line, column: column, style: style, limit: slot - 1)
      canvas.mark(
        .clock(clock.caseID, clock.kind), row: line, column: column, width: min(slot - 1, TextWidth.cells(of: text)))
    }
    return row + lines
  }

  /// How many cells each text of some lines gets: all alike where each then has room and one blank; else each column
  /// what its longest text needs; where that is too much, each line by itself, and its longest text gives way.
  static func slots(of needs: [Int], inLine: Int, in width: Int) -> [[Int]] {
    let lines = stride(from: 0, to: needs.count, by: inLine).map { Array(needs[$0..<min($0 + inLine, needs.count)]) }
    let even = max(1, width / inLine)
    if needs.allSatisfy({ $0 < even }) { return lines.map { $0.map { _ in even } } }
    let columns = (0..<inLine).map { column in 1 + (lines.compactMap { $0.dropFirst(column).first }.max() ?? 0) }
    if columns.reduce(0, +) <= width { return lines.map { _ in spread(columns, over: width) } }
    return lines.map { line in
      var slots = line.map { $0 + 1 }
      while slots.reduce(0, +) > width, let widest = slots.max(), widest > 1, let index = slots.lastIndex(of: widest) {
        slots[index] -= 1
      }
      return spread(slots, over: width)
    }
  }

  /// Texts with what is left of their line between them.
  private static func spread(_ slots: [Int], over width: Int) -> [Int] {
    let rest = max(0, width - slots.reduce(0, +)) / slots.count
    return slots.map { $0 + rest }
  }

  func drawAlarmLines(on canvas: inout OverviewCanvas, row: Int, count: Int) -> Int {
    label(Wording.alarmsHeading, on: &canvas, row: row)
    let open = model.openAlarms
    if open.isEmpty {
      canvas.frame.put(Wording.noAlarm, row: row, column: 1 + labelWidth, style: .dim)
      return row + 1
    }
    let summary = Wording.alarmCount(open: open.count, unowned: open.count { $0.standing == .unacknowledged })
    let shown = model.shownAlarms(count)
    // In a flood the first line has to say what came first.
    let noted = model.flood == nil ? 0 : shown.count - 1
    for (index, alarm) in shown.enumerated() {
      let note = index == noted ? summary : ""
      let limit = canvas.width - labelWidth - 4 - TextWidth.cells(of: note)
      drawAlarm(alarm, on: &canvas, row: row + index, column: 1 + labelWidth, limit: limit)
      canvas.frame.putRight(note, row: row + index, endColumn: canvas.width - 1)
    }
    return row + shown.count
  }

  /// Who was announced, soonest first; what does not fit is counted, and nobody is cut in two.
  func drawExpected(on canvas: inout OverviewCanvas, row: Int, limit: Int? = nil) {
    label(Wording.expectedHeading, on: &canvas, row: row)
    let announced = model.center.announcements.sorted { $0.expected < $1.expected }
    let end = limit ?? canvas.width
    var at = 1 + labelWidth
    if announced.isEmpty { at += canvas.frame.put(Wording.nobodyExpected, row: row, column: at, style: .dim) }
    for (index, announcement) in announced.enumerated() {
      let isLate = announcement.expected < model.now
      let time = TimeText.near(announcement.expected, model.now, model.zone)
      let text = Wording.expected(announcement, at: time, isLate: isLate) + (isLate ? " \(model.glyphs.warning)" : "")
      let left = announced.count - index - 1
      let reserve = left > 0 ? TextWidth.cells(of: Wording.moreOf(left)) + 2 : 0
      guard index == 0 || at + TextWidth.cells(of: text) + reserve <= end else {
        at += canvas.frame.put(Wording.moreOf(left + 1), row: row, column: at, style: .dim)
        break
      }
      let shown = TextWidth.clip(text, to: max(0, end - at), ellipsis: model.glyphs.ellipsis)
      at += canvas.frame.put(shown, row: row, column: at, style: isLate ? .watch : .plain) + 2
    }
    canvas.mark(.expected, row: row, column: 0, width: min(at, end))
  }

  func drawAlarm(_ alarm: AlarmItem, on canvas: inout OverviewCanvas, row: Int, column: Int, limit: Int) {
    let style = model.style(of: alarm)
    let sign = TextWidth.pad(alarm.isActive ? model.sign(alarm.grade) : "~", to: 2)
    let isUnowned = alarm.standing == .unacknowledged
    let owner =
      alarm.isEscalated || !isUnowned && alarm.owner == nil
      ? Wording.standing(alarm) : isUnowned ? Wording.unowned : alarm.owner ?? ""
    let start = "\(sign) \(TimeText.clock(alarm.raised, model.zone)) "
    let room = max(0, limit - TextWidth.cells(of: start) - TextWidth.cells(of: owner) - 2)
    // The name is cut, never the value.
    let value = " \(alarm.value)"
    let name = TextWidth.clip(
      alarm.title, to: room - TextWidth.cells(of: value), ellipsis: model.glyphs.ellipsis)
    // In a flood what came first says what brought it about.
    let flood = alarm.isFirstOut ? model.flood.map { Wording.floodLines($0, alarm, model.zone) } ?? [] : []
    let title = (flood + Wording.alarmLines(alarm)).first { TextWidth.cells(of: $0) <= room } ?? name + value
    let end = canvas.frame.put(
      [Piece(start + title, style), Piece("  "), Piece(owner, isUnowned ? style : .plain)], row: row,
      column: column, limit: limit)
    canvas.mark(.alarm(alarm.key), row: row, column: column, width: end - column)
  }
}
