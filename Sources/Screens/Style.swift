/// What a cell means, not what color it has: the terminal's palette decides that by what the terminal can show.
///
/// No meaning may rest on the ink alone; a screen adds a glyph, a word or a position.
package enum Ink: UInt8, Hashable, Sendable, CaseIterable {
  /// The terminal's own colors; everything normal.
  case plain
  /// Less important than its surroundings: units, frames, hints.
  case dim
  /// A heading of a column or a section.
  case heading
  /// Worth an eye: the first level above normal.
  case watch
  /// The second level: strained.
  case strained
  /// The third level: crisis, a broken limit.
  case crisis
  /// Something that has become right again, or a confirmation.
  case good
  /// The bars at the top and the bottom of a screen.
  case bar
  /// The selected row.
  case select
  /// A value carried over from elsewhere, not typed here.
  case carried
  /// Something Enter opens.
  case link
  /// A key in the footer, the help or a hint.
  case key
  /// What the operator is typing.
  case field
  /// A refusal's sentence.
  case refusal
  /// The bar of a replay, and its word.
  case replay
  /// The bar of a drill, and its word.
  case drill
}

/// How a cell is written: what it means, and attributes that every terminal has.
package struct Style: Hashable, Sendable {
  package var ink: Ink
  package var flags: Flags

  /// Attributes added to those the palette gives the ink.
  package struct Flags: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8

    /// Flags from their bits.
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package static let bold = Flags(rawValue: 1)
    package static let reverse = Flags(rawValue: 2)
    package static let underline = Flags(rawValue: 4)
    package static let dim = Flags(rawValue: 8)
  }

  /// A style of one ink, with attributes if wanted.
  package init(_ ink: Ink = .plain, _ flags: Flags = []) {
    self.ink = ink
    self.flags = flags
  }
}

extension Style {
  package static let plain = Style(.plain)
  package static let dim = Style(.dim)
  package static let heading = Style(.heading)
  package static let watch = Style(.watch)
  package static let strained = Style(.strained)
  package static let crisis = Style(.crisis)
  package static let good = Style(.good)
  package static let bar = Style(.bar)
  package static let select = Style(.select)
  package static let carried = Style(.carried)
  package static let link = Style(.link)
  package static let key = Style(.key)
  package static let field = Style(.field)
  package static let refusal = Style(.refusal)
  package static let replay = Style(.replay)
  package static let drill = Style(.drill)

  /// The same style, bold.
  package var bold: Style { Style(ink, flags.union(.bold)) }

  /// The same style with foreground and background exchanged.
  package var reversed: Style { Style(ink, flags.union(.reverse)) }

  /// A whole line of this style: reversed once, whatever the ink brings along.
  package var banner: Style { ink == .crisis ? Style(ink, flags.subtracting(.reverse)) : reversed }

  /// The same style, underlined.
  package var underlined: Style { Style(ink, flags.union(.underline)) }
}
