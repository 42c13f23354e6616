package import Screens

/// How many colors the screen uses.
package enum ColorDepth: Int, Comparable, Sendable {
  /// Attributes only.
  case mono
  case eight
  case many

  package static func < (left: ColorDepth, right: ColorDepth) -> Bool { left.rawValue < right.rawValue }
}

/// What the terminal can show, decided once from its description, the locale and the environment.
package struct Abilities: Equatable, Sendable {
  /// The glyphs screens may draw with.
  package let glyphs: GlyphLevel
  package let depth: ColorDepth
  /// True when every character may be sent; otherwise letters are sent as ASCII stand-ins.
  let sendsUTF8: Bool
  /// True when the terminal brackets pasted text.
  let bracketsPaste: Bool

  /// What the environment and the terminal's description say of it.
  struct Facts {
    var term: String
    var localeIsUTF8: Bool
    var colorCount: Int
    var drawsLines: Bool
    /// The locale's name, from the first of LC_ALL, LC_CTYPE and LANG that is set.
    var localeName: String
    var noColor: String
  }

  /// Decides from facts. Under `LC_ALL=C` the answer is ASCII even where the terminal could draw lines: whoever asks
  /// for C asks for bytes that survive anything.
  init(_ facts: Facts) {
    let isPlainLocale = ["", "C", "POSIX"].contains(facts.localeName)
    let isSimple = ["linux", "vt", "ansi", "cons", "pcansi"].contains { facts.term.hasPrefix($0) }
    sendsUTF8 = facts.localeIsUTF8
    glyphs =
      if facts.localeIsUTF8 {
        isSimple ? .lineDrawing : .unicode
      } else {
        facts.drawsLines && !isPlainLocale ? .lineDrawing : .ascii
      }
    depth =
      if !facts.noColor.isEmpty || facts.colorCount < 8 {
        .mono
      } else {
        facts.colorCount >= 256 ? .many : .eight
      }
    let known = [
      "xterm", "screen", "tmux", "rxvt", "alacritty", "foot", "konsole", "gnome", "vte", "putty", "st-", "kitty",
      "wezterm", "iterm", "contour", "ghostty", "mlterm",
    ]
    bracketsPaste = known.contains { facts.term.lowercased().hasPrefix($0) }
  }
}
