/// One key as an operator knows it, whatever bytes the terminal sent for it.
package enum Key: Hashable, Sendable {
  case character(Unicode.Scalar)
  case enter, escape, tab, backTab
  case up, down, left, right
  case pageUp, pageDown, home, end
  case backspace, delete, insert
  /// F1 is 1.
  case function(Int)
  /// The letter or sign held with Ctrl, a capital: Ctrl-Z is `.control("Z")`.
  case control(Unicode.Scalar)
  /// Text pasted as one piece; it never submits a form, whatever it contains.
  case paste(String)
  /// The terminal has a new size.
  case resize
  /// Bytes no key sends: a broken sequence, a mouse report, invalid UTF-8.
  case unknown
}

extension Key {
  /// A key from a literal character in a command table: `"j"`.
  package static func char(_ scalar: Unicode.Scalar) -> Key { .character(scalar) }

  /// The name shown in footers and help: `Enter`, `Esc`, `^Z`, `PgUp`, `j`; arrows are signs.
  package var name: String { name(arrows: ["↑", "↓", "←", "→"]) }

  /// The name in ASCII, for a terminal that shows nothing else: arrows are words.
  package var plainName: String { name(arrows: ["Up", "Down", "Left", "Right"]) }

  private func name(arrows: [String]) -> String {
    switch self {
    case .character(" "): "Space"
    case .character(let scalar): String(Character(scalar))
    case .enter: "Enter"
    case .escape: "Esc"
    case .tab: "Tab"
    case .backTab: "S-Tab"
    case .up: arrows[0]
    case .down: arrows[1]
    case .left: arrows[2]
    case .right: arrows[3]
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .home: "Home"
    case .end: "End"
    case .backspace: "Bksp"
    case .delete: "Del"
    case .insert: "Ins"
    case .function(let number): "F\(number)"
    case .control(let scalar): "^\(Character(scalar))"
    case .paste: "paste"
    case .resize: "resize"
    case .unknown: "?"
    }
  }
}
