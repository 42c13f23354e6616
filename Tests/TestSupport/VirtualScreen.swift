/// What a terminal would show for the bytes it is sent: as much of an xterm as ncurses uses.
package struct VirtualScreen: Sendable {
  package let columns: Int
  package let rows: Int
  private var grid: [[Cell]]
  private(set) package var cursor = (row: 0, column: 0)
  private var attributes = Attributes()
  private var saved = (row: 0, column: 0)
  private var region: ClosedRange<Int>
  private var privateModes: [Int: Bool] = [:]
  private var drawsLines = false
  private var wrapPending = false
  private var lastPrinted: Unicode.Scalar = " "
  private var pending: [UInt8] = []

  /// One place on the screen.
  package struct Cell: Equatable, Sendable {
    /// The character with its marks; empty behind a wide one.
    package var text = " "
    package var attributes = Attributes()
  }

  /// How a character is shown.
  package struct Attributes: Hashable, Sendable {
    package var bold = false
    package var dim = false
    package var underline = false
    package var reverse = false
    /// 0 to 255, or nil for the terminal's own.
    package var foreground: Int?
    package var background: Int?
  }

  /// A blank screen.
  package init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    grid = Array(repeating: Array(repeating: Cell(), count: columns), count: rows)
    region = 0...max(0, rows - 1)
  }

  /// The rows as text, blanks at their ends left out.
  package var lines: [String] {
    grid.map { row in
      var line = row.map(\.text).joined()
      while line.hasSuffix(" ") { line.removeLast() }
      return line
    }
  }

  /// The whole screen as text.
  package var text: String { lines.joined(separator: "\n") }

  /// The cell at a place; it must exist.
  package subscript(row: Int, column: Int) -> Cell { grid[row][column] }

  /// The attributes of a text's first cell, where it stands first; nil when it is not on the screen.
  package func attributes(of text: String) -> Attributes? {
    for row in grid {
      for column in row.indices where row[column...].map(\.text).joined().hasPrefix(text) {
        return row[column].attributes
      }
    }
    return nil
  }

  /// Modes that were switched on and not off again, and a cursor left hidden.
  package var modesLeftOn: [String] {
    let names = [
      1049: "alternate screen", 47: "alternate screen", 1: "cursor keys", 2004: "bracketed paste", 1000: "mouse",
      1006: "mouse",
    ]
    var left = names.filter { privateModes[$0.key] == true }.map(\.value).sorted()
    if privateModes[25] == false { left.append("cursor hidden") }
    return left
  }

  /// True while a private mode is on.
  package func isOn(_ mode: Int) -> Bool { privateModes[mode] == true }

  /// Takes bytes as a terminal does; a sequence may be split between calls.
  package mutating func feed(_ bytes: some Sequence<UInt8>) {
    pending += bytes
    var index = 0
    while index < pending.count, let length = take(pending[index...]) { index += length }
    pending.removeFirst(index)
  }
}

// Reading: each answers how many bytes it took, or nil when more must come.
extension VirtualScreen {
  private mutating func take(_ bytes: ArraySlice<UInt8>) -> Int? {
    let first = bytes[bytes.startIndex]
    switch first {
    case 0x1B: return takeEscape(bytes)
    case 0x0D: move(row: cursor.row, column: 0)
    case 0x0A: lineFeed()
    case 0x08: move(row: cursor.row, column: cursor.column - 1)
    case 0x09: move(row: cursor.row, column: (cursor.column / 8 + 1) * 8)
    case 0x0E: drawsLines = true
    case 0x0F: drawsLines = false
    case 0..<0x20: break
    default:
      let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
      guard bytes.count >= length else { return nil }
      for scalar in String(decoding: bytes.prefix(length), as: UTF8.self).unicodeScalars { print(scalar) }
      return length
    }
    return 1
  }

  private mutating func takeEscape(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard bytes.count >= 2 else { return nil }
    let second = bytes[bytes.startIndex + 1]
    switch second {
    case UInt8(ascii: "["):
      var at = bytes.startIndex + 2
      while at < bytes.endIndex, (0x20...0x3F).contains(bytes[at]) { at += 1 }
      guard at < bytes.endIndex else { return nil }
      control(String(decoding: bytes[(bytes.startIndex + 2)..<at], as: UTF8.self), Unicode.Scalar(bytes[at]))
      return at - bytes.startIndex + 1
    case UInt8(ascii: "("), UInt8(ascii: ")"):
      guard bytes.count >= 3 else { return nil }
      if second == UInt8(ascii: "(") { drawsLines = bytes[bytes.startIndex + 2] == UInt8(ascii: "0") }
      return 3
    case UInt8(ascii: "7"): saved = cursor
    case UInt8(ascii: "8"): move(row: saved.row, column: saved.column)
    case UInt8(ascii: "M"): reverseLineFeed()
    default: break
    }
    return 2
  }

  private mutating func control(_ text: String, _ last: Unicode.Scalar) {
    if text.hasPrefix("?") {
      for mode in text.dropFirst().split(separator: ";").compactMap({ Int($0) }) where last == "h" || last == "l" {
        privateModes[mode] = last == "h"
      }
      return
    }
    let numbers = text.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) }
    let count = max(1, numbers.first.flatMap { $0 } ?? 1)
    func number(_ index: Int, _ missing: Int) -> Int { index < numbers.count ? numbers[index] ?? missing : missing }
    switch last {
    case "A": move(row: cursor.row - count, column: cursor.column)
    case "B", "e": move(row: cursor.row + count, column: cursor.column)
    case "C", "a": move(row: cursor.row, column: cursor.column + count)
    case "D": move(row: cursor.row, column: cursor.column - count)
    case "G", "`": move(row: cursor.row, column: count - 1)
    case "d": move(row: count - 1, column: cursor.column)
    case "H", "f": move(row: number(0, 1) - 1, column: number(1, 1) - 1)
    case "J": eraseScreen(number(0, 0))
    case "K": eraseLine(number(0, 0))
    case "X": erase(cursor.row, cursor.column..<min(columns, cursor.column + count))
    case "P": shiftLeft(count)
    case "@": shiftRight(count)
    case "L": scrollDown(count, from: cursor.row)
    case "M": scrollUp(count, from: cursor.row)
    case "S": scrollUp(count, from: region.lowerBound)
    case "T": scrollDown(count, from: region.lowerBound)
    case "b": for _ in 0..<min(count, columns * rows) { print(lastPrinted) }
    case "m": style(numbers.map { $0 ?? 0 })
    case "r":
      let top = min(max(0, number(0, 1) - 1), rows - 1)
      region = top...min(max(top, number(1, rows) - 1), rows - 1)
      move(row: 0, column: 0)
    default: break
    }
  }

  private mutating func style(_ numbers: [Int]) {
    var rest = (numbers.isEmpty ? [0] : numbers)[...]
    while let number = rest.popFirst() {
      switch number {
      case 0: attributes = Attributes()
      case 1: attributes.bold = true
      case 2: attributes.dim = true
      case 4: attributes.underline = true
      case 7: attributes.reverse = true
      case 22: (attributes.bold, attributes.dim) = (false, false)
      case 24: attributes.underline = false
      case 27: attributes.reverse = false
      case 30...37: attributes.foreground = number - 30
      case 39: attributes.foreground = nil
      case 40...47: attributes.background = number - 40
      case 49: attributes.background = nil
      case 90...97: attributes.foreground = number - 82
      case 100...107: attributes.background = number - 92
      case 38, 48:
        guard rest.popFirst() == 5, let color = rest.popFirst() else { return }
        if number == 38 { attributes.foreground = color } else { attributes.background = color }
      default: break
      }
    }
  }
}

// Changing the grid.
extension VirtualScreen {
  private var blank: Cell {
    var cell = Cell()
    cell.attributes.background = attributes.background
    return cell
  }

  private mutating func move(row: Int, column: Int) {
    cursor = (min(max(0, row), rows - 1), min(max(0, column), columns - 1))
    wrapPending = false
  }

  private mutating func print(_ scalar: Unicode.Scalar) {
    lastPrinted = scalar
    if Self.isMark(scalar) {
      let column = wrapPending ? cursor.column : cursor.column - 1
      if column >= 0 { grid[cursor.row][column].text.unicodeScalars.append(scalar) }
      return
    }
    let width = Self.isWide(scalar) ? 2 : 1
    if wrapPending || cursor.column + width > columns {
      move(row: cursor.row, column: 0)
      lineFeed()
    }
    let shown = drawsLines ? Self.lines[scalar] ?? scalar : scalar
    grid[cursor.row][cursor.column] = Cell(text: String(Character(shown)), attributes: attributes)
    if width == 2, cursor.column + 1 < columns {
      grid[cursor.row][cursor.column + 1] = Cell(text: "", attributes: attributes)
    }
    if cursor.column + width >= columns {
      cursor.column = columns - 1
      wrapPending = true
    } else {
      cursor.column += width
    }
  }

  private mutating func lineFeed() {
    if cursor.row == region.upperBound {
      scrollUp(1, from: region.lowerBound)
    } else {
      move(row: cursor.row + 1, column: cursor.column)
    }
  }

  private mutating func reverseLineFeed() {
    if cursor.row == region.lowerBound {
      scrollDown(1, from: region.lowerBound)
    } else {
      move(row: cursor.row - 1, column: cursor.column)
    }
  }

  private mutating func scrollUp(_ count: Int, from row: Int) {
    guard region.contains(row) else { return }
    for _ in 0..<min(count, rows) {
      grid.remove(at: row)
      grid.insert(Array(repeating: blank, count: columns), at: region.upperBound)
    }
  }

  private mutating func scrollDown(_ count: Int, from row: Int) {
    guard region.contains(row) else { return }
    for _ in 0..<min(count, rows) {
      grid.remove(at: region.upperBound)
      grid.insert(Array(repeating: blank, count: columns), at: row)
    }
  }

  private mutating func erase(_ row: Int, _ range: Range<Int>) {
    for column in range { grid[row][column] = blank }
  }

  private mutating func eraseLine(_ how: Int) {
    erase(cursor.row, how == 0 ? cursor.column..<columns : how == 1 ? 0..<(cursor.column + 1) : 0..<columns)
  }

  private mutating func eraseScreen(_ how: Int) {
    if how < 2 { eraseLine(how) }
    let rest = how == 0 ? (cursor.row + 1)..<rows : how == 1 ? 0..<cursor.row : 0..<rows
    for row in rest { erase(row, 0..<columns) }
  }

  private mutating func shiftLeft(_ count: Int) {
    for _ in 0..<min(count, columns - cursor.column) {
      grid[cursor.row].remove(at: cursor.column)
      grid[cursor.row].append(blank)
    }
  }

  private mutating func shiftRight(_ count: Int) {
    for _ in 0..<min(count, columns - cursor.column) {
      grid[cursor.row].removeLast()
      grid[cursor.row].insert(blank, at: cursor.column)
    }
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    (0x300...0x36F).contains(scalar.value) || (0x20D0...0x20FF).contains(scalar.value)
  }

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }

  /// The VT100's line-drawing letters.
  private static let lines: [Unicode.Scalar: Unicode.Scalar] = [
    "q": "─", "x": "│", "l": "┌", "k": "┐", "m": "└", "j": "┘", "t": "├", "u": "┤", "w": "┬", "v": "┴", "n": "┼",
  ]
}
