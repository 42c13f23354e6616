/// What stands in for a scalar on a terminal that shows ASCII only.
///
/// A name keeps as many letters as it can (`Núñez` reads `Nunez`); a letter of another script becomes `?`.
package enum PlainASCII {
  /// The ASCII stand-in of one scalar, always one cell wide and printable.
  package static func standIn(for scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x20..<0x7F: return scalar
    case 0xA0..<0x250: return Unicode.Scalar(latin[Int(scalar.value) - 0xA0])
    case 0x1E00..<0x1F00: return Unicode.Scalar(latinAdditional[Int(scalar.value) - 0x1E00])
    case 0x2500..<0x25A0: return drawing(scalar)
    default: return sign(scalar)
    }
  }

  /// The text with every character replaced by its stand-in; marks and characters of no width vanish.
  package static func text(_ text: String) -> String {
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where TextWidth.kind(of: scalar).isBase {
      plain.append(standIn(for: scalar))
    }
    return String(plain)
  }

  private static func drawing(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x2500, 0x2501, 0x2504, 0x2505, 0x2508, 0x2509, 0x254C, 0x254D: "-"
    case 0x2550: "="
    case 0x2502, 0x2503, 0x2506, 0x2507, 0x250A, 0x250B, 0x254E, 0x254F, 0x2551: "|"
    case 0x2504...0x257F: "+"
    case 0x2581...0x2588: Unicode.Scalar(ramp[Int(scalar.value) - 0x2581])
    case 0x2589...0x258F: "#"
    case 0x2591: "."
    case 0x2592: ":"
    default: "#"
    }
  }

  private static func sign(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "–", "—", "‐", "‑", "−": "-"
    case "‘", "’", "′": "'"
    case "“", "”", "″": "\""
    case "•", "●", "·", "∙": "*"
    case "…": "~"
    case "‖", "⏸": "|"
    case "▲", "△", "↑": "^"
    case "▼", "▽", "↓": "v"
    case "▶", "▸", "→", "›", "≥": ">"
    case "◀", "◂", "←", "‹", "≤": "<"
    case "✓", "✔": "+"
    case "✗", "✘", "×": "x"
    case "≈": "~"
    case "⚠": "!"
    default: "?"
    }
  }

  private static let ramp = Array("._-=+*#@".utf8)

  // One ASCII letter per scalar from U+00A0 on, and from U+1E00 on: the base of its decomposition.
  private static let latin = Array(
    (" !cL$Y|S\"ca<--r-o~23'uP.,1o>113?AAAAAAACEEEEIIIIDNOOOOOxOUUUUYTsaaaaaaaceeeeiiiidnooooo/ouuuuyty"
      + "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiIiJjKkkLlLlLlLlLlNnNnNnnNnOoOoOoOoRrRrRrSsSsSs"
      + "SsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzsbBBb???Cc?DDd????FfG???IKkl??NnOOo??Pp?????tTtTUu?VYyZz?????????"
      + "????DDdLLlNNnAaIiOoUuUuUuUuUu?AaAa??GgGgKkOoOo??jDDdGg??NnAa??OoAaAaEeEeIiIiOoOoRrRrUuUuSsTt??Hh"
      + "Nd??ZzAaEeOoOoOoOoYylnt???ACcLTsz??BU?EeJj?qRrYy").utf8)
  private static let latinAdditional = Array(
    ("AaBbBbBbCcDdDdDdDdDdEeEeEeEeEeFfGgHhHhHhHhHhIiIiKkKkKkLlLlLlLlMmMmMmNnNnNnNnOoOoOoOoPpPpRrRrRrRr"
      + "SsSsSsSsSsTtTtTtTtUuUuUuUuUuVvVvWwWwWwWwWwXxXxYyZzZzZzhtwyas????AaAaAaAaAaAaAaAaAaAaAaAaEeEeEeEe"
      + "EeEeEeEeIiIiOoOoOoOoOoOoOoOoOoOoOoOoUuUuUuUuUuUuUuYyYyYyYy????Yy").utf8)
}
