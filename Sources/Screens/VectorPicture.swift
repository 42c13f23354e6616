/// Colors of a frame drawn as an SVG picture, as a dark terminal would show it.
package struct VectorTheme: Sendable {
  package var background: String
  package var foreground: String
  /// The color of an ink, and whether its cells are reversed or bold by themselves.
  package var look: @Sendable (Ink) -> Look

  /// How one ink looks.
  package struct Look: Sendable {
    package var color: String
    package var reversed = false
    package var bold = false
  }

  /// The look of the documentation's pictures.
  package static let dark = VectorTheme(background: "#16191d", foreground: "#d5d9de") { ink in
    switch ink {
    case .plain: Look(color: "#d5d9de")
    case .dim, .carried: Look(color: "#8a929c")
    case .heading: Look(color: "#ffffff", bold: true)
    case .watch: Look(color: "#d7af5f")
    case .strained: Look(color: "#ff8700", bold: true)
    case .crisis, .refusal: Look(color: "#ff5f5f", bold: true)
    case .good: Look(color: "#87af5f")
    case .bar, .select: Look(color: "#d5d9de", reversed: true)
    case .link: Look(color: "#5fafd7")
    case .key, .field: Look(color: "#ffffff", bold: true)
    case .replay: Look(color: "#87d7ff", reversed: true, bold: true)
    case .drill: Look(color: "#ffd75f", reversed: true, bold: true)
    }
  }
}

// Frames as pictures for documents, so that every screenshot is what the program drew.
extension Frame {
  /// The frame as a standalone SVG document, on a grid of monospaced cells.
  ///
  /// Every run of cells is stretched to the grid, so that a reader's font with other proportions cannot move it.
  package func svg(title: String, theme: VectorTheme = .dark) -> String {
    let cell = (width: 8.4, height: 18.0)
    let margin = 12.0
    let wide = Self.decimal(Double(width) * cell.width + 2 * margin)
    let high = Self.decimal(Double(height) * cell.height + 2 * margin)
    var svg = """
      <svg xmlns="http://www.w3.org/2000/svg" role="img" \
      width="\(wide)" height="\(high)" viewBox="0 0 \(wide) \(high)">
      <title>\(Self.escaped(title))</title>
      <rect width="100%" height="100%" rx="6" fill="\(theme.background)"/>
      <g font-family="ui-monospace,Menlo,Consolas,'DejaVu Sans Mono',monospace" font-size="14" \
      xml:space="preserve">

      """
    for row in 0..<height {
      let top = margin + Double(row) * cell.height
      for run in textRuns(row) {
        let left = margin + Double(run.column) * cell.width
        let span = Double(run.cells) * cell.width
        let look = theme.look(run.style.ink)
        let reversed = look.reversed != run.style.flags.contains(.reverse)
        if reversed {
          svg += "<rect x=\"\(Self.decimal(left))\" y=\"\(Self.decimal(top))\" width=\"\(Self.decimal(span))\""
          svg += " height=\"\(Self.decimal(cell.height))\" fill=\"\(look.color)\"/>\n"
        }
        guard run.text.unicodeScalars.contains(where: { $0 != " " }) else { continue }
        svg += "<text x=\"\(Self.decimal(left))\" y=\"\(Self.decimal(top + 13.5))\""
        svg += " textLength=\"\(Self.decimal(span))\""
        svg += " lengthAdjust=\"spacingAndGlyphs\" fill=\"\(reversed ? theme.background : look.color)\""
        if look.bold || run.style.flags.contains(.bold) { svg += " font-weight=\"bold\"" }
        if run.style.flags.contains(.underline) { svg += " text-decoration=\"underline\"" }
        if run.style.flags.contains(.dim) { svg += " opacity=\"0.65\"" }
        svg += ">\(Self.escaped(run.text))</text>\n"
      }
    }
    return svg + "</g>\n</svg>\n"
  }

  private struct TextRun {
    var column: Int
    var cells: Int
    var text: String
    var style: Style
  }

  /// The row's cells joined by style; plain blanks are left out.
  private func textRuns(_ row: Int) -> [TextRun] {
    var runs: [TextRun] = []
    for (column, cell) in self.row(row).enumerated() {
      let style = cell.style
      if var last = runs.last, last.style == style, last.column + last.cells == column {
        last.cells += 1
        last.text += cell.text
        runs[runs.count - 1] = last
      } else if cell != .blank {
        runs.append(TextRun(column: column, cells: 1, text: cell.text, style: style))
      }
    }
    return runs
  }

  /// A length with one decimal at most; there is no number formatting without Foundation.
  private static func decimal(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
