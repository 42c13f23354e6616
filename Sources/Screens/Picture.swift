// Frames as text: for plain mode, and as the pictures tests compare.
extension Frame {
  /// The rows as plain text, blanks at their ends left out; as many lines as the frame has rows.
  package var lines: [String] {
    (0..<height).map { row in
      var text = ""
      var kept = text.endIndex
      for cell in self.row(row) {
        text += cell.text
        if cell.base != " " { kept = text.endIndex }
      }
      return String(text[..<kept])
    }
  }

  /// The rows as plain text, each ended by a line feed, blank rows at the end left out.
  package var text: String {
    var lines = lines
    while lines.last == "" { lines.removeLast() }
    return lines.map { $0 + "\n" }.joined()
  }

  /// The frame as a picture a test can compare and a person can read: its size and cursor, the text, then every run
  /// of cells that is not plain.
  ///
  ///     12x2 cursor 1,0
  ///     ALARMS
  ///     !! families
  ///     -- styles
  ///     0: 0-11 bar
  ///     1: 0-10 select bold
  package var picture: String {
    var picture = "\(width)x\(height)"
    if let cursor { picture += " cursor \(cursor.row),\(cursor.column)" }
    picture += "\n"
    for line in lines { picture += line + "\n" }
    picture += "-- styles\n"
    for row in 0..<height {
      let runs = styleRuns(row).map { run in
        let columns = run.first == run.last ? "\(run.first)" : "\(run.first)-\(run.last)"
        return columns + " " + run.style.name
      }
      if !runs.isEmpty { picture += "\(row): " + runs.joined(separator: ", ") + "\n" }
    }
    return picture
  }

  /// Cells next to each other in one style, which is not plain.
  struct StyleRun {
    var first: Int
    var last: Int
    var style: Style
  }

  /// The runs of one row that are not plain, from the left.
  func styleRuns(_ row: Int) -> [StyleRun] {
    var runs: [StyleRun] = []
    for (column, cell) in self.row(row).enumerated() where cell.style != .plain {
      if let last = runs.last, last.last == column - 1, last.style == cell.style {
        runs[runs.count - 1].last = column
      } else {
        runs.append(StyleRun(first: column, last: column, style: cell.style))
      }
    }
    return runs
  }
}

extension Style {
  /// The style in words: its ink, then its attributes.
  package var name: String {
    var words = ["\(ink)"]
    if flags.contains(.bold) { words.append("bold") }
    if flags.contains(.reverse) { words.append("reverse") }
    if flags.contains(.underline) { words.append("underline") }
    if flags.contains(.dim) { words.append("half") }
    return words.joined(separator: " ")
  }
}
