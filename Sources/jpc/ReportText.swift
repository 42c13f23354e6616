import Journal
import Screens

// A report as text that people read: Markdown, and a page of HTML that needs nothing else.

extension Report {
  /// Markdown with tables as GitHub and Pandoc read them.
  var markdown: String {
    var lines = ["# \(title.markdown)", ""]
    for fact in facts { lines.append("- \(fact.name.markdown): \(fact.value.markdown)") }
    for section in sections {
      lines += ["", "## \(section.title.markdown)", ""]
      lines += section.rows.isEmpty ? [section.empty.markdown] : section.markdown
      if !section.note.isEmpty { lines += ["", section.note.markdown] }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// One self-contained page: no script, nothing to load, readable in print.
  var html: String {
    var lines = [
      "<!DOCTYPE html>", "<html lang=\"en\">", "<head>", "<meta charset=\"utf-8\">",
      "<meta name=\"viewport\" content=\"width=device-width\">", "<title>\(title.html)</title>", "<style>",
      Report.style, "</style>", "</head>", "<body>", "<h1>\(title.html)</h1>", "<dl>",
    ]
    for fact in facts { lines.append("<dt>\(fact.name.html)</dt><dd>\(fact.value.html)</dd>") }
    lines.append("</dl>")
    for section in sections {
      lines.append("<h2>\(section.title.html)</h2>")
      lines += section.rows.isEmpty ? ["<p>\(section.empty.html)</p>"] : section.html
      if !section.note.isEmpty { lines.append("<p>\(section.note.html)</p>") }
    }
    return (lines + ["</body>", "</html>"]).joined(separator: "\n") + "\n"
  }

  private static let style = """
    body { font-family: sans-serif; max-width: 60em; margin: 2em auto; padding: 0 1em; }
    dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.2em 1em; } dd { margin: 0; }
    table { border-collapse: collapse; } th, td { border-bottom: 1px solid #999; padding: 0.2em 0.8em; text-align: left; }
    .n { text-align: right; font-variant-numeric: tabular-nums; } h2 { break-after: avoid; } tr { break-inside: avoid; }
    """
}

extension Report.Section {
  fileprivate var markdown: [String] {
    let head = columns.map(\.name.markdown)
    let rule = columns.map { $0.isNumber ? "---:" : "---" }
    return ([head, rule] + rows.map { $0.map(\.markdown) }).map { "| \($0.joined(separator: " | ")) |" }
  }

  fileprivate var html: [String] {
    func line(_ tag: String, _ cells: [String]) -> String {
      let filled = zip(columns, cells).map { column, cell in
        "<\(tag)\(column.isNumber ? " class=\"n\"" : "")>\(cell.html)</\(tag)>"
      }
      return "<tr>\(filled.joined())</tr>"
    }
    return ["<table>", "<thead>\(line("th", columns.map(\.name)))</thead>", "<tbody>"] + rows.map { line("td", $0) }
      + ["</tbody>", "</table>"]
  }
}

extension String {
  /// Text that Markdown shows as it is: signs that mean something are escaped, and it stays on its line.
  fileprivate var markdown: String {
    printable.reduce(into: "") { text, character in
      if "\\`*_[]<>|#~&".contains(character) { text += "\\" }
      text.append(character)
    }
  }

  /// Text as HTML shows it, between tags and in attributes.
  fileprivate var html: String {
    printable.reduce(into: "") { text, character in
      switch character {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      case "'": text += "&#39;"
      default: text.append(character)
      }
    }
  }
}
