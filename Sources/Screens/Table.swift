/// A column of a table: its heading, its width, and how soon it goes when there is no room.
struct Column {
  var title: String
  var width: Int
  var alignment = TextWidth.Alignment.left
  /// The highest goes first; 0 stays.
  var rank = 0
  /// How many cells it may grow by when there is room.
  var stretch = 0
  /// Whether it names people: those for whom there is no room are counted, not cut in two.
  var isPeople = false

  static func left(_ title: String, _ width: Int, rank: Int = 0, stretch: Int = 0) -> Column {
    Column(title: title, width: width, rank: rank, stretch: stretch)
  }

  /// A column of a case's people: `family f42 +3` where not all of them have room.
  static func people(
    _ width: Int, title: String = Wording.whoHeading, rank: Int = 0, stretch: Int = 0
  ) -> Column {
    Column(title: title, width: width, rank: rank, stretch: stretch, isPeople: true)
  }

  static func right(_ title: String, _ width: Int, rank: Int = 0, stretch: Int = 0) -> Column {
    Column(title: title, width: width, alignment: .right, rank: rank, stretch: stretch)
  }
}

/// A text in its style.
struct Piece {
  var text: String
  var style: Style

  init(_ text: String, _ style: Style = .plain) {
    self.text = text
    self.style = style
  }
}

extension [Piece] {
  /// As many as `width` cells hold; the last of them is cut with an ellipsis.
  func clipped(to width: Int, ellipsis: String) -> [Piece] {
    var room = width
    var kept: [Piece] = []
    for piece in self where room > 0 {
      let text = TextWidth.clip(piece.text, to: room, ellipsis: ellipsis)
      kept.append(Piece(text, piece.style))
      room = text == piece.text ? room - TextWidth.cells(of: text) : 0
    }
    return kept
  }
}

/// Columns fitted to a width: what does not fit is left out by rank, what is left over goes to columns that stretch.
struct Table {
  let columns: [Column]
  /// Where each column stands; nil for one that was left out.
  let places: [(column: Int, width: Int)?]
  /// What ends a text that was cut, so that `m20` is not read where `m2` is left of it.
  let ellipsis: String

  init(_ columns: [Column], width: Int, gap: Int = 1, ellipsis: String = "") {
    self.ellipsis = ellipsis
    var kept = Array(columns.indices)
    func needed() -> Int { kept.reduce(0) { $0 + columns[$1].width } + gap * max(0, kept.count - 1) }
    while needed() > width,
      let worst = kept.last(where: { index in kept.allSatisfy { columns[$0].rank <= columns[index].rank } }),
      columns[worst].rank > 0
    {
      kept.removeAll { $0 == worst }
    }
    var widths = columns.map(\.width)
    // What must stay and still does not fit: the first column gives way, down to three cells.
    if let first = kept.first { widths[first] = max(min(3, widths[first]), widths[first] - max(0, needed() - width)) }
    var room = max(0, width - kept.reduce(0) { $0 + widths[$1] } - gap * max(0, kept.count - 1))
    var at = 0
    var places = [(column: Int, width: Int)?](repeating: nil, count: columns.count)
    for index in kept {
      let more = min(room, columns[index].stretch)
      room -= more
      places[index] = (at, widths[index] + more)
      at += widths[index] + more + gap
    }
    self.columns = columns
    self.places = places
  }

  /// The cells of the table from its left edge.
  var width: Int { places.compactMap { $0.map { $0.column + $0.width } }.max() ?? 0 }

  func drawHeading(in frame: inout Frame, row: Int, at left: Int) {
    draw(columns.map { Piece($0.title, .heading) }, in: &frame, row: row, at: left)
  }

  /// The cells that a text may take: its column's, and all up to the end where nothing stands behind it.
  func room(of index: Int, in pieces: [Piece]) -> Int {
    guard let place = places[index] else { return 0 }
    let behind = pieces.indices.dropFirst(index + 1)
    let isLast = behind.allSatisfy { $0 >= places.count || places[$0] == nil || pieces[$0].text.isEmpty }
    return isLast ? width - place.column : place.width
  }

  /// Draws one row; a text is cut at its column's width, and the last one goes on where nothing stands behind it.
  func draw(_ pieces: [Piece], in frame: inout Frame, row: Int, at left: Int) {
    for (index, piece) in pieces.enumerated() where index < places.count && !piece.text.isEmpty {
      guard let place = places[index] else { continue }
      switch columns[index].alignment {
      case .right:
        let text = TextWidth.clip(piece.text, to: place.width, ellipsis: ellipsis)
        frame.putRight(
          text, row: row, endColumn: left + place.column + place.width, style: piece.style, limit: place.width)
      case .left, .center:
        let room = room(of: index, in: pieces)
        let text =
          columns[index].isPeople
          ? TextWidth.clipPeople(piece.text, to: room, ellipsis: ellipsis)
          : TextWidth.clip(piece.text, to: room, ellipsis: ellipsis)
        frame.put(text, row: row, column: left + place.column, style: piece.style, limit: room)
      }
    }
  }
}

extension Frame {
  /// Puts pieces one after the other and answers the column behind the last.
  @discardableResult
  mutating func put(_ pieces: [Piece], row: Int, column: Int, limit: Int? = nil) -> Int {
    let end = limit.map { column + $0 } ?? width
    var at = column
    for piece in pieces where at < end {
      at += put(piece.text, row: row, column: at, style: piece.style, limit: end - at)
    }
    return at
  }

  /// Marks a selected place: what is plain takes the selection's style, what is inked keeps its meaning, reversed.
  /// Bars and trends keep theirs: reversed, a bar shows what is missing as if it were there.
  mutating func select(_ rect: Rect) {
    restyle(rect) { cell in
      if cell.isBlock { return cell.style }
      switch cell.style.ink {
      case .plain, .dim, .heading, .carried, .link, .key: return Style(.select, cell.style.flags)
      default: return cell.style.reversed
      }
    }
    cursor = Position(row: rect.row, column: rect.column)
  }
}
