// The line in which something is typed, and the question that it answers.

extension Chrome {
  func drawPrompt(_ prompt: Prompt, in frame: inout Frame, line: Rect) {
    frame.fill(line, style: .field)
    let word = layout.header.isEmpty && model.drill != nil ? Wording.drill + " " : ""
    var sign = word + Wording.promptSign(prompt, model)
    var top = line.row
    // A question that leaves too little room for its answer stands above it.
    if case .confirm = prompt.kind, top > 0, line.width - TextWidth.cells(of: sign) < Self.answerRoom {
      top = say(sign, .key, in: &frame, endingAt: top - 1)
      sign = word + Wording.answerSign
    }
    let signRoom = word.isEmpty ? max(0, line.width - 1) : line.width
    var at = frame.put(sign, row: line.row, column: line.column, style: .key, limit: signRoom)
    let room = max(0, line.width - at - 1)
    let shown = shownText(prompt, room: room)
    at += frame.put(shown, row: line.row, column: line.column + at, style: .field, limit: room)
    frame.cursor = Position(row: line.row, column: min(line.endColumn - 1, line.column + at))
    let hint = Wording.promptHint(prompt.kind)
    if at + TextWidth.cells(of: hint) + 4 < line.width {
      frame.putRight(hint, row: line.row, endColumn: line.endColumn - 1, style: Style(.dim, .dim))
    }
    if let message = state.message, top > 0 { top = say(message, in: &frame, endingAt: top - 1) }
    switch prompt.kind {
    case .palette, .act: drawPalette(prompt, in: &frame, above: top)
    case .choose(let question): drawChoices(model.choices(question), prompt, in: &frame, above: top)
    case .find, .filter, .goTo, .confirm: break
    }
  }

  /// The cells that an answer needs beside its question.
  private static let answerRoom = 20

  /// What a prompt shows of a text that is longer than its line: the end, which is being typed, and before it the word
  /// that says what is done.
  private func shownText(_ prompt: Prompt, room: Int) -> String {
    var end = prompt.text
    guard TextWidth.cells(of: end) > room else { return end }
    var word = ""
    if case .palette = prompt.kind { word = end.prefix { $0 != " " } + " " + model.glyphs.ellipsis }
    if TextWidth.cells(of: word) > room / 2 { word = "" }
    let left = room - TextWidth.cells(of: word)
    while TextWidth.cells(of: end) > left, !end.isEmpty { end.removeFirst() }
    return word + end
  }
}
