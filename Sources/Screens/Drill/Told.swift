import CaseFlow

/// What was said to the team from outside and not yet read: the oldest of it stands on the screen until it is read.
package struct ToldNotice: Equatable, Sendable {
  package var item: ToldItem
  /// How many more wait behind it.
  package var more: Int
  /// Whether it has been on the screen: a key typed before never reads it away.
  package var wasDrawn = false
}

extension ViewState {
  /// Finds what is to be read now; what lies ahead of an instant that was backed up to is unread again.
  mutating func settleTold(_ model: BoardModel) {
    guard let drill = model.drill, !drill.isController else {
      told = nil
      return
    }
    let all = model.toldToTeam
    toldRead.formIntersection(all)
    let unread = all.filter { !toldRead.contains($0) }
    guard let first = unread.first else {
      told = nil
      return
    }
    let wasDrawn = told?.item == first && told?.wasDrawn == true
    told = ToldNotice(item: first, more: unread.count - 1, wasDrawn: wasDrawn)
  }

  /// Takes the key that says that it was read. Esc does wherever no question is open; Enter where nothing is typed that
  /// it would record.
  mutating func readTold(_ key: Key, _ model: BoardModel) -> Bool {
    guard let notice = told, notice.wasDrawn, prompt == nil, !isWall else { return false }
    guard key == .escape || key == .enter && !takesText else { return false }
    toldRead.insert(notice.item)
    settle(model)
    return true
  }
}

extension BoardLayout {
  /// The rows that what was told takes; never more than a third of the screen.
  static func toldRows(_ state: ViewState, _ model: BoardModel, _ size: Size) -> Int {
    guard size.height >= 4, let lines = model.toldLines(state, width: size.width) else { return 0 }
    return min(lines.count, max(1, (size.height - 3) / 3))
  }
}

extension BoardModel {
  /// What was told as it stands on the screen. Beside the last line there is room for the key that reads it.
  func toldLines(_ state: ViewState, width: Int) -> [String]? {
    guard let notice = state.told else { return nil }
    let text = Wording.told(notice.item.text, TimeText.near(notice.item.at, now, zone), more: notice.more)
    let hint = toldHint(state)
    var lines = Page.wrap(text, to: max(8, width - 2))
    if !hint.isEmpty, TextWidth.cells(of: lines.last ?? "") + TextWidth.cells(of: hint) + 4 > width { lines.append("") }
    return lines
  }

  /// The key that reads it; none while a question is open.
  fileprivate func toldHint(_ state: ViewState) -> String {
    state.prompt != nil ? "" : state.takesText ? Wording.toldHintTyping : Wording.toldHint
  }
}

extension Chrome {
  /// What the team was told, in the color of the drill, above the view: it covers nothing that is typed.
  func drawTold(in frame: inout Frame) {
    guard !layout.told.isEmpty, var lines = model.toldLines(state, width: frame.width) else { return }
    frame.fill(layout.told, style: .drill)
    let room = layout.told.height
    if lines.count > room { lines = lines.prefix(room - 1) + [lines[(room - 1)...].joined(separator: " ")] }
    for (row, line) in zip(layout.told.rows, lines) {
      let text = TextWidth.clip(line, to: frame.width - 1, ellipsis: model.glyphs.ellipsis)
      frame.put(text, row: row, column: min(1, frame.width - 1), style: .drill.bold)
    }
    let hint = model.toldHint(state)
    let last = TextWidth.cells(of: lines.prefix(room).last ?? "")
    guard !hint.isEmpty, last + TextWidth.cells(of: hint) + 4 <= frame.width else { return }
    frame.putRight(hint, row: layout.told.endRow - 1, endColumn: frame.width - 1, style: .drill)
  }
}
