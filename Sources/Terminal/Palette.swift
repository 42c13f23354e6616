import CNCurses
import Screens

/// What a style looks like on this terminal: attributes, and a color pair where there are colors.
///
/// On a terminal without colors every ink that matters still differs from plain text by an attribute.
struct Palette {
  /// Attributes as `cnc_attribute` bits, and the number of a color pair.
  struct Look: Equatable {
    var attributes: UInt32
    var pair: Int16
  }

  let depth: ColorDepth

  /// A color in 8 and in 256 colors. Those of 256 are chosen to be read on dark and on light backgrounds.
  private enum Color: Int16, CaseIterable {
    case gray = 1
    case yellow, orange, red, green, blue, cyan

    var eight: Int16 {
      switch self {
      case .gray: -1
      case .yellow: 3
      case .orange: 5
      case .red: 1
      case .green: 2
      case .blue: 4
      case .cyan: 6
      }
    }

    var many: Int16 {
      switch self {
      case .gray: 245
      case .yellow: 178
      case .orange: 208
      case .red: 196
      case .green: 71
      case .blue: 75
      case .cyan: 37
      }
    }
  }

  /// Tells ncurses the pairs. The screen is open and its colors started.
  func definePairs() {
    guard depth > .mono else { return }
    for color in Color.allCases { cnc_define_pair(color.rawValue, depth == .many ? color.many : color.eight, -1) }
  }

  /// The look of a style.
  func look(of style: Style) -> Look {
    var (attributes, color) = Self.base(of: style.ink)
    if style.flags.contains(.bold) { attributes |= CNC_BOLD.rawValue }
    // Reversed twice is not reversed: a selected bar must still show.
    if style.flags.contains(.reverse) { attributes ^= CNC_REVERSE.rawValue }
    if style.flags.contains(.underline) { attributes |= CNC_UNDERLINE.rawValue }
    if style.flags.contains(.dim) { attributes |= CNC_DIM.rawValue }
    guard depth > .mono, let color else { return Look(attributes: attributes, pair: 0) }
    // Gray is a color of its own only where there are many.
    if color == .gray {
      return depth == .many
        ? Look(attributes: attributes & ~CNC_DIM.rawValue, pair: color.rawValue) : Look(attributes: attributes, pair: 0)
    }
    return Look(attributes: attributes, pair: color.rawValue)
  }

  private static func base(of ink: Ink) -> (attributes: UInt32, color: Color?) {
    switch ink {
    case .plain: (0, nil)
    case .dim, .carried: (CNC_DIM.rawValue, .gray)
    case .heading, .key: (CNC_BOLD.rawValue, nil)
    case .watch: (CNC_UNDERLINE.rawValue, .yellow)
    case .strained: (CNC_BOLD.rawValue, .orange)
    case .crisis: (CNC_BOLD.rawValue | CNC_REVERSE.rawValue, .red)
    case .refusal: (CNC_BOLD.rawValue, .red)
    case .good: (0, .green)
    case .bar, .select: (CNC_REVERSE.rawValue, nil)
    case .link: (0, .blue)
    case .field: (CNC_UNDERLINE.rawValue, nil)
    case .replay: (CNC_BOLD.rawValue | CNC_REVERSE.rawValue, .cyan)
    case .drill: (CNC_BOLD.rawValue | CNC_REVERSE.rawValue, .yellow)
    }
  }
}
