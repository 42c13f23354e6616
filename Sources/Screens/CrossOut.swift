import CaseFlow

extension BoardModel {
  /// Crosses out what is no longer fed: every cell dim, two strokes from corner to corner, and since when across the
  /// middle. It is read without colors: strokes and words say it.
  func crossOut(_ rect: Rect, in frame: inout Frame) {
    guard let since = unfedSince else { return }
    let text = Wording.notFed(since: TimeText.clockSeconds(since, zone))
    frame.crossOut(rect, saying: text, ellipsis: glyphs.ellipsis)
  }
}

extension Frame {
  /// Crosses out what is no longer fed, with what is said of it across the middle.
  package mutating func crossOut(_ rect: Rect, saying text: String, ellipsis: String) {
    guard !rect.isEmpty else { return }
    restyle(rect) { cell in Style(.dim, cell.style.flags.subtracting(.bold).union(.dim)) }
    let span = max(1, rect.height - 1)
    for offset in 0..<rect.height {
      let column = (rect.width - 1) * offset / span
      put("\\", row: rect.row + offset, column: rect.column + column, style: .crisis)
      put("/", row: rect.row + offset, column: rect.column + rect.width - 1 - column, style: .crisis)
    }
    let line = Rect(row: rect.row + rect.height / 2, column: rect.column, width: rect.width, height: 1)
    fill(line, style: .crisis.banner)
    put(
      TextWidth.clip(text, to: rect.width - 1, ellipsis: ellipsis), row: line.row, column: rect.column + 1,
      style: .crisis.banner)
  }
}
