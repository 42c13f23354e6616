import CaseFlow

// What stands above a prompt to choose from.

extension Chrome {
  /// The commands that fit what was typed, or how the one that was typed goes on.
  func drawPalette(_ prompt: Prompt, in frame: inout Frame, above row: Int) {
    if let word = EntryWord.of(prompt.text), let completion = prompt.completion(model, state) {
      draw(word, completion, prompt, in: &frame, above: row)
      return
    }
    if prompt.writesInject, model.notControlled == nil {
      return drawTexts([Wording.injectUsage, Wording.injectKinds], in: &frame, above: row)
    }
    let matches = Palette.matches(prompt, model, state)
    let marked = Palette.marked(prompt, model, state)
    let lines = matches.map { line in
      (
        key: line.name, keyWidth: 17,
        rest: line.keys.first.map { model.glyphs.name(of: $0) } ?? "",
        note: line.whyNot.map { "\(Wording.notNow) \($0)" } ?? line.help, isDim: line.whyNot != nil
      )
    }
    drawLines(count: lines.count, marked: marked, most: 8, in: &frame, above: row) { frame, index, row in
      frame.put(lines[index].key, row: row, column: 2, style: .key, limit: 17)
      frame.put(lines[index].rest, row: row, column: 20, style: .dim, limit: 7)
      let note = TextWidth.clip(lines[index].note, to: frame.width - 29, ellipsis: model.glyphs.ellipsis)
      frame.put(note, row: row, column: 28, style: lines[index].isDim ? .dim : .plain)
    }
    // What the marked one does is read whole.
    guard let marked, lines.indices.contains(marked), TextWidth.cells(of: lines[marked].note) > frame.width - 29
    else { return }
    drawTexts([lines[marked].note], in: &frame, above: row - min(lines.count, 8, max(0, row - 1)))
  }

  /// Sentences in whole, over the view; the header stays.
  private func drawTexts(_ texts: [String], in frame: inout Frame, above row: Int) {
    let lines = texts.flatMap { Page.wrap($0, to: max(8, frame.width - 3)) }.suffix(max(0, row - 1))
    for (index, text) in lines.enumerated() {
      let line = Rect(row: row - lines.count + index, column: 0, width: frame.width, height: 1)
      frame.fill(line)
      frame.put(text, row: line.row, column: 2)
    }
  }

  /// The answers of a question with their keys.
  func drawChoices(_ choices: [Choice], _ prompt: Prompt, in frame: inout Frame, above row: Int) {
    let width = min(40, choices.map { TextWidth.cells(of: $0.label) }.max() ?? 0)
    drawLines(count: choices.count, marked: prompt.choice, most: 16, in: &frame, above: row) { frame, index, row in
      let choice = choices[index]
      frame.put(choice.key.map { String(Character($0)) } ?? " ", row: row, column: 2, style: .key)
      let label = TextWidth.clip(choice.label, to: width, ellipsis: model.glyphs.ellipsis)
      frame.put(label, row: row, column: 5)
      frame.put(choice.note, row: row, column: 7 + width, style: .dim)
    }
  }

  /// How a word of entry is used, what is typed now, and what it can be.
  private func draw(
    _ word: EntryWord, _ completion: CommandCompletion, _ prompt: Prompt, in frame: inout Frame, above row: Int
  ) {
    let texts = [word.usage, word.meaning, completion.explanation].filter { !$0.isEmpty }
      .flatMap { Page.wrap($0, to: max(8, frame.width - 3)) }
    let offers = completion.offers
    let count = min(offers.count, 8, max(0, row - texts.count - 1))
    let width = min(24, offers.map { TextWidth.cells(of: $0.text) }.max() ?? 0)
    drawLines(count: offers.count, marked: prompt.choice, most: count, in: &frame, above: row) { frame, index, row in
      frame.put(offers[index].text, row: row, column: 4, style: .key, limit: width)
      frame.put(offers[index].meaning, row: row, column: 6 + width, style: .dim)
    }
    let end = row - count
    let first = max(0, end - texts.count)
    frame.fill(Rect(row: first, column: 0, width: frame.width, height: end - first))
    for (index, text) in texts.suffix(end - first).enumerated() {
      frame.put(text, row: first + index, column: 2, style: index == 0 ? .key : .dim)
    }
  }

  /// Lines above a prompt, as many as fit, the marked one in sight.
  private func drawLines(
    count all: Int, marked: Int?, most: Int, in frame: inout Frame, above row: Int,
    _ draw: (inout Frame, _ index: Int, _ row: Int) -> Void
  ) {
    let count = min(all, most, max(0, row - 1))
    guard count > 0 else { return }
    let first = min(max(0, (marked ?? 0) - count + 1), all - count)
    let top = row - count
    frame.fill(Rect(row: top, column: 0, width: frame.width, height: count))
    for index in 0..<count {
      draw(&frame, first + index, top + index)
      guard first + index == marked else { continue }
      frame.put(model.glyphs.marker, row: top + index, column: 0)
      frame.restyle(Rect(row: top + index, column: 0, width: frame.width, height: 1)) { Style(.select, $0.style.flags) }
    }
  }
}
