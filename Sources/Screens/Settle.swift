import CaseFlow

// Keeping the selection on its case while rows move below it.

extension ViewState {
  /// Fits the view to a model: the selection follows its case, or goes to the nearest neighbor when the case left
  /// the list, and a message says so. To be called when the model or the size has changed; keys do it themselves.
  package mutating func settle(_ model: BoardModel) {
    settleTold(model)
    let items = model.items(of: pane, size: size)
    if items.isEmpty {
      pane.selection = nil
    } else if let selection = pane.selection, items.contains(selection) {
      // It stays where its case stands.
    } else if let lost = pane.selection {
      pane.selection = Self.neighbor(of: lost, among: pane.shown, in: items) ?? items[0]
      if case .aCase(let id) = lost, view.listsCases { say(Wording.selectionLeft(id.label), at: model.now) }
    } else {
      pane.selection = items[0]
    }
    pane.shown = items
    scrollToSelection(model, items)
  }

  /// The nearest of the rows around a lost one that is still there: below it first, then above.
  static func neighbor(of lost: Item, among old: [Item], in new: [Item]) -> Item? {
    guard let place = old.firstIndex(of: lost) else { return nil }
    let kept = Set(new)
    return old[(place + 1)...].first(where: kept.contains) ?? old[..<place].last(where: kept.contains)
  }

  private mutating func scrollToSelection(_ model: BoardModel, _ items: [Item]) {
    let room = BoardLayout(size, model, self).listRoom
    if view.isPage {
      pane.scroll = min(max(0, pane.scroll), max(0, pageLength(model) - room))
      return
    }
    let index = pane.selection.flatMap { items.firstIndex(of: $0) } ?? 0
    pane.scroll = Self.scroll(pane.scroll, showing: index, of: items.count, room: room)
  }

  /// The first row shown, moved as little as possible so that `index` is among `room` rows.
  static func scroll(_ scroll: Int, showing index: Int, of count: Int, room: Int) -> Int {
    guard room > 0 else { return index }
    let highest = min(scroll, index)
    let lowest = index - room + 1
    return min(max(0, highest, lowest), max(0, count - room))
  }

  /// The lines of a page view.
  func pageLength(_ model: BoardModel) -> Int {
    Page(of: view, model, self, width: BoardLayout(size, model, self).body.width).lines.count
  }
}
