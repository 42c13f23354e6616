/// How many cells a text takes on a terminal, and texts cut or filled to a number of cells.
///
/// Example: `TextWidth.cells(of: "José")` is 4 whether the accent is a mark of its own or not.
package enum TextWidth {
  /// What a terminal does with a scalar.
  package enum Kind: Sendable {
    /// Takes one cell.
    case narrow
    /// Takes two cells.
    case wide
    /// Sits on the cell before it.
    case combining
    /// Moves the cursor or speaks to the terminal; shown as a blank.
    case blank
    /// A control character or no character at all; shown as `?`, so that a hostile name is seen to be one.
    case forbidden
    /// Turns the direction of writing or has no shape; left out.
    case invisible

    /// True when it takes cells of its own.
    package var isBase: Bool { self != .combining && self != .invisible }
  }

  /// What a terminal does with this scalar. O(log of the table) above U+02FF, else O(1).
  package static func kind(of scalar: Unicode.Scalar) -> Kind {
    switch scalar.value {
    case 0x20..<0x7F: return .narrow
    case 0x09...0x0D, 0x85, 0x2028, 0x2029: return .blank
    case 0..<0x20, 0x7F..<0xA0: return .forbidden
    case 0xAD: return .invisible
    case 0xA0..<0x300: return .narrow
    // Direction marks, embeddings, isolates, zero-width characters, byte order mark, variation selectors, tags.
    case 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F, 0x200B...0x200F, 0x202A...0x202E,
      0x2060...0x206F, 0x3164, 0xFE00...0xFE0F, 0xFEFF, 0xFFA0, 0xFFF9...0xFFFB, 0x1BCA0...0x1BCA3,
      0x1D173...0x1D17A, 0xE0000...0xE0FFF:
      return .invisible
    // Private use and noncharacters: no two terminals agree on them.
    case 0xE000...0xF8FF, 0xFDD0...0xFDEF, 0xF0000...0x10FFFF: return .forbidden
    case let value where value & 0xFFFE == 0xFFFE: return .forbidden
    case let value:
      if contains(value, in: TextWidthTable.combining) { return .combining }
      return contains(value, in: TextWidthTable.wide) ? .wide : .narrow
    }
  }

  /// The cells a text takes when it is put into a frame.
  package static func cells(of text: String) -> Int {
    var cells = 0
    for scalar in text.unicodeScalars { cells += width(of: scalar) }
    return cells
  }

  /// The cells of one scalar: 0, 1 or 2.
  package static func width(of scalar: Unicode.Scalar) -> Int {
    switch kind(of: scalar) {
    case .narrow, .blank, .forbidden: 1
    case .wide: 2
    case .combining, .invisible: 0
    }
  }

  /// The text cut to at most `width` cells, with the ellipsis as its last cell when something was cut.
  ///
  /// A wide character that would be halved is left out, so the answer can be one cell shorter than `width`.
  package static func clip(_ text: String, to width: Int, ellipsis: String = "") -> String {
    guard width > 0 else { return "" }
    guard cells(of: text) > width else { return text }
    let room = max(0, width - cells(of: ellipsis))
    var kept = String.UnicodeScalarView()
    var used = 0
    for scalar in text.unicodeScalars {
      let next = Self.width(of: scalar)
      if used + next > room { break }
      used += next
      kept.append(scalar)
    }
    return String(kept) + (cells(of: ellipsis) <= width ? ellipsis : "")
  }

  /// The text cut between words, so that no part of a number is left: `desks 2/4` never reads `desks 2`.
  package static func clipWords(_ text: String, to width: Int, ellipsis: String) -> String {
    guard cells(of: text) > width else { return text }
    var words = text.split(separator: " ").dropLast()
    while !words.isEmpty {
      let line = words.joined(separator: " ") + ellipsis
      if cells(of: line) <= width { return line }
      words.removeLast()
    }
    return clip(ellipsis, to: width)
  }

  /// A case and its people cut between people, with those left out as a number: `family f42 m40 c7` is `family f42 +2`,
  /// and never a child of another age. A kind of two words gives up its first before anybody is left out: of `child
  /// alone c16` there stays `alone c16`.
  package static func clipPeople(_ text: String, to width: Int, ellipsis: String) -> String {
    guard cells(of: text) > width else { return text }
    var words = text.split(separator: " ")
    if words.prefix(while: { $0.last?.isLetter == true }).count > 1 {
      words.removeFirst()
      let line = words.joined(separator: " ")
      if cells(of: line) <= width { return line }
    }
    var left = 0
    if let more = words.last, more.first == "+", let count = Int(more.dropFirst()) {
      left = count
      words.removeLast()
    }
    // A tag ends with an age, a kind does not. Somebody alone is not one more.
    let tags = words.count { $0.last?.isLetter == false }
    for _ in 0..<(tags + left > 1 ? tags : 0) {
      words.removeLast()
      left += 1
      let line = words.joined(separator: " ") + " +\(left)"
      if cells(of: line) <= width { return line }
    }
    return clip(text, to: width, ellipsis: ellipsis)
  }

  /// Where a text stands in a wider column.
  package enum Alignment: Sendable { case left, right, center }

  /// The text cut or filled with blanks to exactly `width` cells.
  package static func pad(
    _ text: String, to width: Int, _ alignment: Alignment = .left, ellipsis: String = ""
  ) -> String {
    let cut = clip(text, to: width, ellipsis: ellipsis)
    let free = min(max(0, width - cells(of: cut)), Frame.sideMax)
    switch alignment {
    case .left: return cut + String(repeating: " ", count: free)
    case .right: return String(repeating: " ", count: free) + cut
    case .center: return String(repeating: " ", count: free / 2) + cut + String(repeating: " ", count: free - free / 2)
    }
  }

  private static func contains(_ value: UInt32, in pairs: [UInt32]) -> Bool {
    var low = 0
    var high = pairs.count / 2
    while low < high {
      let middle = (low + high) / 2
      if pairs[middle * 2 + 1] < value { low = middle + 1 } else { high = middle }
    }
    return low < pairs.count / 2 && pairs[low * 2] <= value
  }
}
