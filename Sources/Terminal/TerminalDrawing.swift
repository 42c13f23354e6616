import CNCurses
package import Screens

// Frames out.
extension TerminalSession {
  /// Shows a frame. Only cells that differ from what is shown are copied, the terminal is written to once, and not at
  /// all when the frame equals the last one. What lies outside the terminal is cut off; what the frame does not cover
  /// is blank.
  package mutating func draw(_ frame: Frame) {
    if shown == frame { return }
    if shown?.size != frame.size { shown = nil }
    if shown == nil { cnc_erase() }
    let rows = min(frame.height, size.height)
    for row in 0..<rows {
      let cells = frame.row(row)
      let before = shown?.row(row)
      if before == cells { continue }
      put(cells, before: before, row: row)
    }
    shown = frame
    update(cursor: frame.cursor)
  }

  /// Paints everything again, for a screen that somebody else wrote over.
  package mutating func redraw() {
    guard let before = shown else { return }
    shown = nil
    cnc_repaint()
    draw(before)
  }

  /// Copies the cells of a row that changed. A cell behind a wide one is drawn with it; one that was covered by a wide
  /// character before differs from what it is now, so that it is drawn again.
  private func put(_ cells: ArraySlice<Cell>, before: ArraySlice<Cell>?, row: Int) {
    let width = min(cells.count, size.width)
    for column in 0..<width {
      let cell = cells[cells.startIndex + column]
      if let before, before[before.startIndex + column] == cell { continue }
      if cell.isContinuation { continue }
      put(cell, row: row, column: column, room: width - column)
    }
  }

  private func put(_ cell: Cell, row: Int, column: Int, room: Int) {
    let look = palette.look(of: cell.style)
    let row = Int32(row)
    let column = Int32(column)
    func put(_ scalar: Unicode.Scalar, _ marks: (Unicode.Scalar, Unicode.Scalar) = ("\0", "\0"), at column: Int32) {
      cnc_put(row, column, scalar.value, marks.0.value, marks.1.value, look.attributes, look.pair)
    }
    if cell.base.isASCII && cell.marks.0 == "\0" { return put(cell.base, at: column) }
    if !abilities.sendsUTF8, abilities.glyphs == .lineDrawing, let letter = Self.lineLetter(cell.base) {
      return cnc_put_line(row, column, letter, look.attributes, look.pair)
    }
    // ncurses places by the C library's widths: where those differ from ours, a stand-in keeps the columns.
    let fits = Int(cell.width) <= room
    if abilities.sendsUTF8, fits, cell.base.value < 0x300 || cnc_width(cell.base.value) == Int32(cell.width) {
      return put(cell.base, cell.marks, at: column)
    }
    put(fits ? PlainASCII.standIn(for: cell.base) : " ", at: column)
    if cell.width == 2, fits { put(" ", at: column + 1) }
  }

  private mutating func update(cursor: Position?) {
    guard size.width > 0, size.height > 0 else { return }
    let place = cursor ?? Position(row: size.height - 1, column: size.width - 1)
    if showsCursor != (cursor != nil) {
      showsCursor = cursor != nil
      cnc_show_cursor(showsCursor)
    }
    cnc_update(
      Int32(min(max(0, place.row), size.height - 1)), Int32(min(max(0, place.column), size.width - 1)))
  }

  /// The VT100's letter for a box line.
  private static func lineLetter(_ scalar: Unicode.Scalar) -> UInt8? {
    let letter: Unicode.Scalar? =
      switch scalar {
      case "─": "q"
      case "│": "x"
      case "┌": "l"
      case "┐": "k"
      case "└": "m"
      case "┘": "j"
      case "├": "t"
      case "┤": "u"
      case "┬": "w"
      case "┴": "v"
      case "┼": "n"
      default: nil
      }
    return letter.map { UInt8(ascii: $0) }
  }
}
