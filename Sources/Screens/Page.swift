import CaseFlow

/// A view that is read like a page: lines of pieces, scrolled.
struct Page {
  /// A line: pieces, each at its column.
  struct Line {
    var pieces: [(column: Int, piece: Piece)] = []

    init() {}
    init(_ text: String, _ style: Style = .plain, column: Int = 1) { pieces = [(column, Piece(text, style))] }
  }

  var title: [Piece] = []
  var lines: [Line] = []
  let width: Int
  let model: BoardModel

  init(of view: BoardView, _ model: BoardModel, _ state: ViewState, width: Int) {
    self.width = width
    self.model = model
    switch view {
    case .aCase(let id): fillCase(id, isOpened: state.pane.isOpened)
    case .alarm(let key): fillAlarm(key)
    case .handOver: fillHandOver()
    case .figures: fillFigures()
    case .help: fillHelp(state)
    case .messages: fillMessages(state)
    case .overview, .queue, .found, .alarms, .plan, .places, .leaving, .leavingList, .arrive, .form, .toDo,
      .appointments, .shift, .schedule, .children, .clocks, .ledger, .screening, .contacts, .referrals, .drill:
      break
    }
  }

  func draw(in frame: inout Frame, _ layout: BoardLayout, scroll: Int) {
    let body = layout.body
    guard !body.isEmpty else { return }
    let room = layout.listRoom
    let first = min(max(0, scroll), max(0, lines.count - room))
    if layout.listHead > 0 {
      let shown = lines.count > room ? " \(min(lines.count, first + room))/\(lines.count)" : ""
      let reserve = shown.isEmpty ? 0 : TextWidth.cells(of: shown) + 1
      let cut = title.clipped(to: body.width - reserve, ellipsis: model.glyphs.ellipsis)
      frame.put(cut, row: body.row, column: 0)
      if !shown.isEmpty {
        frame.putRight(shown, row: body.row, endColumn: body.endColumn - 1, style: .dim)
      }
    }
    for offset in 0..<room where lines.indices.contains(first + offset) {
      let row = body.row + layout.listHead + offset
      for (column, piece) in lines[first + offset].pieces {
        frame.put(piece.text, row: row, column: column, style: piece.style)
      }
    }
  }

  mutating func add(_ text: String = "", _ style: Style = .plain, column: Int = 1) {
    for part in Page.wrap(text, to: max(8, width - column - 1)) { lines.append(Line(part, style, column: column)) }
  }

  /// A heading above the lines that follow, with a blank line before it.
  mutating func heading(_ text: String) {
    if !lines.isEmpty { lines.append(Line()) }
    lines.append(Line(text, .heading, column: 0))
  }

  mutating func add(_ table: Table, _ pieces: [Piece], at left: Int = 1) {
    var line = Line()
    for (index, piece) in pieces.enumerated() where index < table.places.count {
      guard let place = table.places[index] else { continue }
      let alignment = table.columns[index].alignment
      let room = alignment == .left ? table.room(of: index, in: pieces) : place.width
      let text = TextWidth.pad(piece.text, to: room, alignment, ellipsis: model.glyphs.ellipsis)
      line.pieces.append((left + place.column, Piece(text, piece.style)))
    }
    lines.append(line)
  }

  /// A text in lines of at most `width` cells, broken between words.
  static func wrap(_ text: String, to width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      let room = TextWidth.cells(of: line) + (line.isEmpty ? 0 : 1) + TextWidth.cells(of: String(word))
      if room > width, !line.isEmpty {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    lines.append(line)
    return lines
  }
}
