/// One cell of a frame: a character with up to two marks on it, and its style.
///
/// A wide character fills its own cell and the one to the right, which is a *continuation* (width 0) and is never
/// drawn by itself.
package struct Cell: Hashable, Sendable {
  package let base: Unicode.Scalar
  /// Marks that sit on the base, or U+0000 for none. More than two are dropped: a flood of marks is an attack.
  package private(set) var marks: (Unicode.Scalar, Unicode.Scalar) = ("\0", "\0")
  /// 1, 2 for a wide character, 0 for the cell behind one.
  package let width: UInt8
  package var style: Style

  /// A cell of one scalar; `width` is taken as given.
  init(_ base: Unicode.Scalar, width: UInt8 = 1, style: Style) {
    self.base = base
    self.width = width
    self.style = style
  }

  /// An empty cell.
  package static let blank = Cell(" ", style: .plain)

  /// True for the right half of a wide character.
  package var isContinuation: Bool { width == 0 }

  /// Whether it shows one ASCII character and nothing else.
  package var isASCII: Bool { width == 1 && base.isASCII && marks.0 == "\0" }

  /// Whether it is a piece of a bar or a trend: U+2580 to U+259F.
  package var isBlock: Bool { (0x2580...0x259F).contains(base.value) }

  /// The cell's character with its marks; nothing for a continuation.
  package var text: String {
    if isContinuation { return "" }
    var scalars = String.UnicodeScalarView()
    scalars.append(base)
    if marks.0 != "\0" { scalars.append(marks.0) }
    if marks.1 != "\0" { scalars.append(marks.1) }
    return String(scalars)
  }

  /// Puts a mark on the base; beyond the second it has no effect.
  mutating func add(mark: Unicode.Scalar) {
    if marks.0 == "\0" { marks.0 = mark } else if marks.1 == "\0" { marks.1 = mark }
  }

  package static func == (left: Cell, right: Cell) -> Bool {
    left.base == right.base && left.style == right.style && left.width == right.width && left.marks == right.marks
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(base)
    hasher.combine(marks.0)
    hasher.combine(marks.1)
    hasher.combine(width)
    hasher.combine(style)
  }
}
