/// A whole screen as a value: a grid of cells, and where the hardware cursor stands.
///
/// Screens make frames, the terminal copies them, tests compare them. Everything put outside the grid is cut off
/// without a word, so drawing code needs no bounds of its own.
package struct Frame: Equatable, Sendable {
  package let size: Size
  /// Where the hardware cursor stands (the selected row, the field being typed into); nil hides it.
  package var cursor: Position?
  private var cells: [Cell]

  /// The longest side of a frame, in cells. Larger terminals are drawn up to here.
  package static let sideMax = 1000

  /// A blank frame; sides are clamped to `0...sideMax`.
  package init(size: Size) {
    self.size = size
    cells = Array(repeating: .blank, count: size.width * size.height)
  }

  /// A blank frame of `width` columns and `height` rows, clamped to `0...sideMax`.
  package init(width: Int, height: Int) { self.init(size: Size(width: width, height: height)) }

  package var width: Int { size.width }
  package var height: Int { size.height }

  /// The whole frame as a rectangle.
  package var rect: Rect { size.rect }

  /// The cell at a place; a blank one outside the grid. O(1).
  package subscript(row: Int, column: Int) -> Cell {
    contains(row, column) ? cells[row * width + column] : .blank
  }

  /// The cells of one row, from the left; none when there is no such row. O(1).
  package func row(_ row: Int) -> ArraySlice<Cell> {
    guard row >= 0, row < height else { return [] }
    return cells[(row * width)..<((row + 1) * width)]
  }

  private func contains(_ row: Int, _ column: Int) -> Bool {
    row >= 0 && row < height && column >= 0 && column < width
  }
}

// Drawing.
extension Frame {
  /// Writes a text from a place to the right and answers how many columns it took.
  ///
  /// Nothing is written beyond `limit` columns or the frame's edge; a wide character that would be halved is left
  /// out. Control characters show as `?` or a blank, characters that turn the direction of writing vanish, and a
  /// cell keeps at most two marks: whatever a name contains, it cannot leave its place.
  @discardableResult
  package mutating func put(
    _ text: String, row: Int, column: Int, style: Style = .plain, limit: Int? = nil
  ) -> Int {
    guard row >= 0, row < height, column < width else { return 0 }
    let end = min(width, column + min(max(0, limit ?? width), Self.sideMax))
    var at = column
    var base: Int?
    for scalar in text.unicodeScalars {
      switch TextWidth.kind(of: scalar) {
      case .invisible: continue
      case .combining:
        if let base { cells[row * width + base].add(mark: scalar) }
      case .wide:
        guard at + 2 <= end else { return at - column }
        base = set(Cell(scalar, width: 2, style: style), row, at)
        at += 2
      case let kind:
        guard at + 1 <= end else { return at - column }
        let shown: Unicode.Scalar = kind == .narrow ? scalar : kind == .blank ? " " : "?"
        base = set(Cell(shown, style: style), row, at)
        at += 1
      }
    }
    return at - column
  }

  /// Writes a text so that it ends before `endColumn`; it is cut at `limit` columns from there to the left.
  @discardableResult
  package mutating func putRight(
    _ text: String, row: Int, endColumn: Int, style: Style = .plain, limit: Int? = nil
  ) -> Int {
    let clipped = TextWidth.clip(text, to: min(limit ?? Self.sideMax, Self.sideMax))
    return put(clipped, row: row, column: endColumn - TextWidth.cells(of: clipped), style: style)
  }

  /// Fills a rectangle with one character, blank unless told; a character that is not one cell wide fills blanks.
  package mutating func fill(_ rect: Rect, _ character: Unicode.Scalar = " ", style: Style = .plain) {
    let filler = TextWidth.kind(of: character) == .narrow ? character : " "
    let area = rect.intersection(self.rect)
    guard !area.isEmpty else { return }
    for row in area.rows {
      for column in area.column..<area.endColumn { set(Cell(filler, style: style), row, column) }
    }
  }

  /// Gives every cell of a rectangle another style and leaves the characters alone: the selected row.
  package mutating func restyle(_ rect: Rect, _ change: (Cell) -> Style) {
    let area = rect.intersection(self.rect)
    guard !area.isEmpty else { return }
    for row in area.rows {
      for column in area.column..<area.endColumn {
        cells[row * width + column].style = change(cells[row * width + column])
      }
    }
  }

  /// Replaces every character by its ASCII stand-in, each in its own cell; of a wide one the right half becomes blank.
  mutating func keepASCII() {
    for index in cells.indices where !cells[index].isASCII {
      let shown: Unicode.Scalar = cells[index].isContinuation ? " " : PlainASCII.standIn(for: cells[index].base)
      cells[index] = Cell(shown, style: cells[index].style)
    }
  }

  /// Copies another frame into this one with its top left at a place; what does not fit is cut off.
  package mutating func paste(_ other: Frame, at place: Position) {
    for row in 0..<other.height {
      for column in 0..<other.width where !other[row, column].isContinuation {
        let cell = other[row, column]
        let target = place.column + column
        guard target + Int(cell.width) <= width else { continue }
        set(cell, place.row + row, target)
      }
    }
  }

  /// Replaces one cell, or two for a wide one, and blanks what is left of a wide character it cut in half.
  @discardableResult
  private mutating func set(_ cell: Cell, _ row: Int, _ column: Int) -> Int? {
    guard contains(row, column) else {
      // Left of the frame: a wide character of which only the right half would show becomes a blank there.
      if column == -1, cell.width == 2, contains(row, 0) { set(Cell(" ", style: cell.style), row, 0) }
      return nil
    }
    let index = row * width + column
    mend(index, row)
    if cell.width == 2 {
      mend(index + 1, row)
      cells[index + 1] = Cell(" ", width: 0, style: cell.style)
    }
    cells[index] = cell
    return column
  }

  private mutating func mend(_ index: Int, _ row: Int) {
    let old = cells[index]
    if old.width == 2 { cells[index + 1] = Cell(" ", style: old.style) }
    if old.width == 0 { cells[index - 1] = Cell(" ", style: cells[index - 1].style) }
  }
}
