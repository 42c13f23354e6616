import CaseFlow

/// The rows of the process, arrival to exit; they add up to everyone on roll.
struct OverviewTable {
  let model: BoardModel
  let table: Table
  let left = 1

  init(_ model: BoardModel, width: Int) {
    self.model = model
    table = Table(
      [
        .left(Wording.stageHeading, 15),
        .right(Wording.casesHeading, 5, rank: 11),
        .right(Wording.peopleHeading, 6),
        .right(Wording.waitHeading, 5, rank: 1),
        .right(Wording.inServiceHeading, 6, rank: 8),
        .right(Wording.heldHeading, 4, rank: 9),
        .right(Wording.oldestHeading, 6, rank: 2),
        .right(Wording.medianHeading, 6, rank: 10),
        .right(Wording.p90Heading, 6, rank: 5),
        .right(Wording.joinHeading, 6, rank: 4),
        .right(Wording.inHeading, 4, rank: 6),
        .right(Wording.outHeading, 5, rank: 6),
        .right(Wording.desksHeading, 6, rank: 7),
        .left(Wording.bindsHeading, 8, rank: 3),
        .left("", 2),
        .left(Wording.trendHeading, 13, rank: 12, stretch: width >= 150 ? 11 : 0),
      ], width: width - 1, gap: width >= 150 ? 2 : 1, ellipsis: model.glyphs.ellipsis)
  }

  /// The first row below the table.
  var endRow: Int { BoardRow.allCases.count + 1 }
  var width: Int { left + table.width }

  func draw(on canvas: inout OverviewCanvas) {
    table.drawHeading(in: &canvas.frame, row: 0, at: left)
    for (index, row) in BoardRow.allCases.enumerated() {
      guard let figures = model.figures.row(row) else { continue }
      table.draw(pieces(figures), in: &canvas.frame, row: index + 1, at: left)
      draw(notes(figures), on: &canvas, row: index + 1)
      canvas.mark(.row(row), row: index + 1, column: 0, width: min(canvas.width, width))
    }
  }

  private func pieces(_ row: RowFigures) -> [Piece] {
    let stage = model.figures.stage(of: row.row)
    let grade = model.rowGrade(row.row)
    let ink = grade.map { model.style($0) } ?? .plain
    let isQuiet = row.people == 0
    func number(_ count: Int?, cells: Int = 5) -> Piece {
      guard let count else { return Piece("") }
      return Piece(count == 0 ? Wording.none : Wording.number(count, cells: cells), count == 0 ? .dim : .plain)
    }
    let hasQueue = row.row.stage != nil
    let waits = row.waiting ?? 0 > 0
    let stays = hasQueue && waits || (!hasQueue && row.row != .consultation && row.people > 0)
    return [
      Piece(Wording.row(row.row), grade == nil ? .plain : ink),
      number(row.cases), Piece(String(row.people), isQuiet ? .dim : .plain),
      hasQueue ? number(row.waiting ?? 0) : Piece(""),
      hasQueue ? number(row.inService) : Piece(""), hasQueue ? number(row.onHold, cells: 4) : Piece(""),
      Piece(stays ? TimeText.length(row.oldest) : "", ink),
      Piece(stage.map { TimeText.length($0.median) } ?? ""), Piece(stage.map { TimeText.length($0.p90) } ?? ""),
      Piece(stage.map { waits ? TimeText.length($0.join) : Wording.none } ?? ""),
      number(stage?.inPerHour, cells: 4), number(stage?.outPerHour),
      Piece(stage.map { "\($0.desksOpen)/\($0.desks)" } ?? "", waits && stage?.desksOpen == 0 ? .strained : .plain),
      Piece(stage.map { waits ? binds($0) : "" } ?? ""),
      Piece(grade.map { model.sign($0) } ?? "", ink.bold),
      Piece(trend(row.row), .dim),
    ]
  }

  private func binds(_ stage: StageFigures) -> String {
    if stage.desksOpen == 0 { return Wording.noDesk }
    guard stage.capacity.limitedBy == .interpreters, let language = stage.capacity.language else {
      return Wording.limit(stage.capacity.limitedBy)
    }
    let name = EventWording.language(language, model.center)
    return TextWidth.cells(of: name) <= 8 ? name : language.text
  }

  private func trend(_ row: BoardRow) -> String {
    guard let place = table.places[15], let values = model.trends[row], !values.isEmpty else { return "" }
    let shown = values.suffix(place.width)
    return model.glyphs.trend(shown, highest: max(4, shown.max() ?? 0))
  }

  /// What a row without desks says instead of paces, the longest way of saying it first; nothing for other rows.
  private func notes(_ row: RowFigures) -> [[Piece]] {
    switch row.row {
    case .consultation:
      guard let time = row.nextReady.map({ TimeText.near($0, model.now, model.zone) }) else { return [] }
      return [[Piece("\(Wording.nextReady) \(time)")], [Piece("\(time) \(Wording.nextReady)")]]
    case .leaving: return leavingNotes
    case .childrenAlone where !model.figures.childrenElsewhere.isEmpty: return childrenNotes(row)
    case .review, .childrenAlone, .isolation:
      guard let id = model.figures.order[row.row]?.first, let clock = model.figures.standings[id]?.clock else {
        return []
      }
      let piece = model.clockPiece(clock, normal: .plain)
      return [
        [Piece("\(id.label) "), piece], [Piece("\(id.label) "), Piece(model.shortClock(clock), piece.style)],
      ]
    case .reception, .health, .interview, .caseManagement: return []
    }
  }

  /// How many children alone there are on all rows, and the one whose clock ends next.
  private func childrenNotes(_ row: RowFigures) -> [[Piece]] {
    let others = model.figures.childrenElsewherePeople
    let all = row.people + others
    let children = (model.figures.order[row.row] ?? []) + model.figures.childrenElsewhere
    let clocks = children.compactMap { id in model.figures.standings[id]?.clock }
    let next = clocks.min { ($0.due, $0.caseID) < ($1.due, $1.caseID) }
    let clock = next.map { [Piece(", \($0.caseID.label) "), model.clockPiece($0, normal: .plain)] } ?? []
    let count = Piece(Wording.childrenInAll(all, others))
    return [[count] + clock, [count], [Piece(Wording.childrenShort(all, others))]]
  }

  /// Who leaves without anyone who takes them, who did not arrive, and when the next bus leaves.
  private var leavingNotes: [[Piece]] {
    var parts: [String] = []
    let count = model.figures.withoutReceiver
    if count > 0 { parts.append("\(count) \(Wording.without)") }
    let late = model.late.reduce(0) { $0 + (model.aCase($1)?.members.count ?? 0) }
    if late > 0 { parts.append(Wording.lateArrivals(late)) }
    let sign = Piece(model.glyphs.warning, .watch)
    let bus = model.center.nextDepartures(at: model.now).first.map {
      Wording.bus(TimeText.near($0.leaves, model.now, model.zone), seats: model.center.seatsFree(on: $0))
    }
    guard let first = parts.first else { return bus.map { [[Piece($0)]] } ?? [] }
    let whole = [Piece(parts.joined(separator: ", ") + " "), sign]
    return [whole + (bus.map { [Piece("  " + $0)] } ?? []), whole, [sign, Piece(" " + first)]]
  }

  private func draw(_ notes: [[Piece]], on canvas: inout OverviewCanvas, row: Int) {
    // Behind the last column these rows fill, before the mark.
    let first = table.places[8] ?? table.places[9] ?? table.places[13]
    guard let first, let last = table.places[14], let shortest = notes.last else { return }
    let room = last.column - first.column
    let whole = notes.first { note in note.reduce(0) { $0 + TextWidth.cells(of: $1.text) } < room }
    canvas.frame.put(
      whole ?? shortest.clipped(to: room - 1, ellipsis: model.glyphs.ellipsis), row: row, column: left + first.column)
  }
}
