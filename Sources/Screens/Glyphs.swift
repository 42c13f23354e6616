/// Which characters a terminal can show beyond letters.
package enum GlyphLevel: Int, Comparable, Sendable, CaseIterable {
  /// ASCII and nothing else, as under `LC_ALL=C`.
  case ascii
  /// Box lines, but neither part blocks nor signs: a console, a VT terminal.
  case lineDrawing
  /// All of it.
  case unicode

  package static func < (left: GlyphLevel, right: GlyphLevel) -> Bool { left.rawValue < right.rawValue }
}

/// The glyphs screens draw with, chosen once for what the terminal can show.
///
/// A screen takes every sign that is not ASCII from here, so that one level down it still says the same.
package struct Glyphs: Equatable, Sendable {
  package let level: GlyphLevel

  /// The glyphs of a level.
  package init(_ level: GlyphLevel) { self.level = level }

  private func choose(_ unicode: String, _ ascii: String) -> String { level == .unicode ? unicode : ascii }
  private func line(_ drawn: String, _ ascii: String) -> String { level == .ascii ? ascii : drawn }
}

// Lines.
extension Glyphs {
  package var horizontal: String { line("─", "-") }
}

// Signs. Those of one cell stay one cell at every level; `pause` and `atLeast` take up to two.
extension Glyphs {
  package var play: String { choose("▶", ">") }
  package var pause: String { choose("‖", "||") }
  package var up: String { choose("▲", "^") }
  package var down: String { choose("▼", "v") }
  package var ellipsis: String { choose("…", "~") }
  package var times: String { choose("×", "x") }
  package var minus: String { choose("–", "-") }
  package var dot: String { choose("·", "-") }
  package var bullet: String { choose("•", "*") }
  package var check: String { choose("✓", "+") }
  package var atLeast: String { choose("≥", ">=") }
  package var marker: String { choose("▸", ">") }
  package var warning: String { "!" }
  package var alarm: String { "!!" }

  /// The name of a key as this terminal can show it.
  package func name(of key: Key) -> String { level == .unicode ? key.name : key.plainName }
}

// Charts.
extension Glyphs {
  /// One column of a trend, from the lowest step (0) to the highest (7); other numbers are clamped.
  package func step(_ index: Int) -> String {
    let index = min(max(0, index), Self.steps.count - 1)
    return level == .unicode ? Self.steps[index] : Self.plainSteps[index]
  }

  /// A trend, one cell per value, scaled from 0 to `highest`; a value above it is drawn as the highest.
  ///
  /// Zero and below are the lowest step, so that a quiet hour still shows as an hour.
  package func trend(_ values: some Sequence<Int>, highest: Int) -> String {
    var text = ""
    for value in values {
      let share = highest > 0 ? Double(value) / Double(highest) : 0
      text += step(Int(min(max(0, share), 1) * Double(Self.steps.count - 1) + 0.5))
    }
    return text
  }

  /// A bar that fills `width` cells for a share of 0 to 1; the rest is blank, so that the answer is `width` cells.
  ///
  /// A share above 1 fills the bar; a share that is not a number leaves it empty.
  package func bar(_ share: Double, width: Int) -> String {
    let width = min(max(0, width), Frame.sideMax)
    let share = share.isFinite ? min(max(0, share), 1) : 0
    guard level == .unicode else {
      let full = Int(share * Double(width) + 0.5)
      return String(repeating: "#", count: full) + String(repeating: " ", count: width - full)
    }
    let eighths = Int(share * Double(width * 8) + 0.5)
    var text = String(repeating: "█", count: eighths / 8)
    if eighths % 8 > 0 { text += Self.parts[eighths % 8 - 1] }
    return text + String(repeating: " ", count: width - (eighths + 7) / 8)
  }

  private static let steps = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
  private static let plainSteps = [".", "_", "-", "=", "+", "*", "#", "@"]
  private static let parts = ["▏", "▎", "▍", "▌", "▋", "▊", "▉"]
}
