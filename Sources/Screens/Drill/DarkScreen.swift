import CaseFlow

/// A screen that shows nothing of the center: the power is cut, or the drill gave way to a real emergency.
struct DarkScreen {
  let title: String
  let lines: [String]
  /// What came from outside since the power went, the newest first: telephones and people need no board.
  let told: [ToldItem]
  let style: Style

  /// What the screen is instead of the board; nil where it is the board.
  init?(_ model: BoardModel) {
    guard let drill = model.drill else { return nil }
    if drill.phase == .ended(.emergency) {
      title = Wording.emergencyTitle
      lines = Wording.emergencyLines
      told = []
      style = .crisis.bold
    } else if let cut = model.powerCut {
      title = Wording.powerCut
      let speed = model.replay.map { Wording.dark(speed: model.glyphs.times + Wording.speed($0.speed), $0.isPaused) }
      lines = Wording.dark(until: TimeText.near(cut.until, model.now, model.zone)) + [speed].compactMap { $0 }
      told = drill.told.filter { $0.at >= cut.since }.reversed()
      style = .plain.bold
    } else {
      return nil
    }
  }

  /// Draws it below the header, which stays: the word DRILL and the time.
  func draw(in frame: inout Frame, _ rect: Rect, _ model: BoardModel) {
    guard !rect.isEmpty else { return }
    let texts = texts(model, width: max(1, rect.width - 4))
    var row = rect.row + max(0, (rect.height - texts.count - 2) / 3)
    frame.put(title, row: row, column: min(2, rect.width - 1), style: style, limit: rect.width)
    row += rect.height > texts.count + 1 ? 2 : 1
    for text in texts where row < rect.endRow {
      frame.put(text, row: row, column: 2, limit: max(0, rect.width - 2))
      row += 1
    }
  }
}

extension DarkScreen {
  /// What it is, what was told since then, each with its time, and what to do: a small screen has room for the first of it.
  private func texts(_ model: BoardModel, width: Int) -> [String] {
    let notes = told.flatMap { item in
      let time = TimeText.clock(item.at, model.zone) + " "
      return Page.wrap(item.text, to: max(1, width - time.count)).enumerated().map { index, text in
        (index == 0 ? time : String(repeating: " ", count: time.count)) + text
      }
    }
    let first = lines.prefix(1).flatMap { Page.wrap($0, to: width) }
    let rest = lines.dropFirst().flatMap { Page.wrap($0, to: width) }
    return first + (notes.isEmpty ? [] : [""] + notes + [""]) + rest
  }

  /// The whole screen: the header, the sentences, and the keys that still mean something.
  func frame(_ model: BoardModel, _ state: ViewState, _ size: Size) -> Frame {
    var frame = Frame(size: size)
    var calm = state
    let asksToLeave = state.prompt?.kind == .choose(.leaveDrill) && model.powerCut != nil
    if !asksToLeave { calm.prompt = nil }
    calm.isMessageShown = false
    let layout = BoardLayout(size, model, calm)
    let chrome = Chrome(model: model, state: calm, layout: layout)
    if layout.header.isEmpty {
      frame.put(Wording.drill + " ", row: 0, column: 0, style: .drill)
      frame.put(title, row: 0, column: Wording.drill.count + 1, style: style)
    } else {
      chrome.drawHeader(in: &frame)
      draw(in: &frame, size.rect.inset(top: 1, bottom: layout.footer.height), model)
      chrome.drawFooter(in: &frame)
      if asksToLeave { chrome.drawMessage(in: &frame) }
    }
    if model.glyphs.level == .ascii { frame.keepASCII() }
    return frame
  }

  /// The same as lines of text.
  func plain(_ model: BoardModel, width: Int) -> String {
    let size = Size(width: width, height: 3)
    var header = Frame(size: size)
    let state = ViewState(size: size)
    Chrome(model: model, state: state, layout: BoardLayout(size, model, state)).drawHeader(in: &header)
    if model.glyphs.level == .ascii { header.keepASCII() }
    let texts = [header.lines[0], title] + texts(model, width: max(8, width))
    return texts.map { $0 + "\n" }.joined()
  }
}

extension CommandTable {
  /// What still means something where nothing of the center is shown; nil where the board is.
  static func inTheDark(_ model: BoardModel) -> [BoardCommand]? {
    guard DarkScreen(model) != nil else { return nil }
    let ids: [CommandID] = model.powerCut == nil ? [.quit] : [.emergency, .pause, .slower, .faster, .quit]
    return all.filter { ids.contains($0.id) }
  }
}
