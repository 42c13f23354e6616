import CaseFlow

// Moving, opening, sorting, freezing.

func move(_ id: CommandID, _ model: BoardModel, _ state: inout ViewState) {
  let room = max(1, BoardLayout(state.size, model, state).listRoom)
  if state.view.isPage {
    let length = state.pageLength(model)
    switch id {
    case .down: state.pane.scroll += 1
    case .up: state.pane.scroll -= 1
    case .pageDown: state.pane.scroll += room
    case .pageUp: state.pane.scroll -= room
    case .first: state.pane.scroll = 0
    case .last: state.pane.scroll = length
    default: break
    }
    return
  }
  let items = model.items(of: state.pane, size: state.size)
  guard !items.isEmpty else { return }
  let index = state.pane.selection.flatMap { items.firstIndex(of: $0) } ?? 0
  let target =
    switch id {
    case .down: index + 1
    case .up: index - 1
    case .pageDown: index + max(1, room - 1)
    case .pageUp: index - max(1, room - 1)
    case .first: 0
    case .last: items.count - 1
    default: index
    }
  if id == .down, index == items.count - 1 { state.say(Wording.edgeBottom, at: model.now) }
  if id == .up, index == 0 { state.say(Wording.edgeTop, at: model.now) }
  state.pane.selection = items[min(max(0, target), items.count - 1)]
}

func openSelected(_ model: BoardModel, _ state: inout ViewState) {
  guard let selection = state.pane.selection else {
    state.say(Wording.nothingToOpen, at: model.now)
    return
  }
  switch selection {
  case .row(.leaving): state.open(.leaving)
  case .row(.childrenAlone): state.open(.children)
  case .row(let row): state.open(.queue(row))
  case .onRoll: state.open(.found(""))
  case .area(let code) where state.view == .places: state.open(.found(Filter.areaWord + code.text))
  case .places, .area: state.open(.places)
  case .clock where state.view == .overview:
    // The clock chosen on the board is the one chosen among all of them.
    state.open(.clocks)
    state.pane.selection = selection
  case .clock(let id, _), .aCase(let id), .ledger(_, let id, _), .booking(let id), .suggestion(let id):
    openCase(id, &state)
  case .alarm(let threshold): state.open(.alarm(threshold))
  case .folded(let fold): state.pane.unfolded.formSymmetricDifference([fold])
  case .expected: state.open(.queue(.reception))
  case .card, .cardLine, .ladder, .reserve: state.say(Wording.tickHint, at: model.now)
  case .desk, .interpreters: state.open(.shift)
  case .appointment(let code): begin(code, model, &state)
  case .followUp(let id, _): openCase(id, &state)
  case .departure, .receiver: state.say(Wording.nothingToOpen, at: model.now)
  case .referral(let id, _): openCase(id, &state)
  case .drill: break
  case .person(let id):
    if let reason = model.entersNothing {
      state.say(reason, at: model.now, isRefusal: true)
    } else {
      state.ask(.health(.check(id)))
    }
  }
}

func openCase(_ id: CaseID, _ state: inout ViewState) {
  state.lastCase = id
  state.open(.aCase(id))
}

/// One level out: a filter first, then the view; on the board it says how to quit.
func stepOut(_ model: BoardModel, _ state: inout ViewState) {
  if !state.pane.filter.isEmpty {
    state.pane.filter = ""
    state.say(Wording.filterCleared, at: model.now)
    return
  }
  if !state.close() { state.say(Wording.outermost, at: model.now) }
}

/// Tab: from part to part of the board, from queue to queue, from card to card.
func nextPane(_ step: Int, _ model: BoardModel, _ state: inout ViewState) {
  if state.view == .leaving { return nextLeaving(step, &state) }
  if case .leavingList = state.view { return nextLeaving(step, &state) }
  if case .queue(let row) = state.view {
    let rows = BoardRow.allCases.filter { $0 != .leaving }
    let index = rows.firstIndex(of: row) ?? 0
    let next = rows[(index + step + rows.count) % rows.count]
    _ = state.close()
    state.open(.queue(next))
    return
  }
  let items = model.items(of: state.pane, size: state.size)
  guard let selection = state.pane.selection, let index = items.firstIndex(of: selection) else { return }
  let heads = items.indices.filter { $0 == 0 || part(items[$0]) != part(items[$0 - 1]) }
  let here = heads.lastIndex { $0 <= index } ?? 0
  state.pane.selection = items[heads[(here + step + heads.count) % heads.count]]
}

private func part(_ item: Item) -> Int {
  switch item {
  case .row, .onRoll: 0
  case .places, .area: 1
  case .clock: 2
  case .alarm, .folded: 3
  case .expected: 4
  case .aCase: 5
  case .desk: 6
  case .interpreters: 7
  case .appointment: 8
  case .ledger: 9
  case .departure: 10
  case .receiver: 11
  case .followUp: 12
  case .booking: 13
  case .suggestion: 14
  case .person: 15
  case .referral: 16
  case .drill(let row): 18 + row.part.rawValue
  case .ladder, .reserve: 17
  case .card(let code), .cardLine(let code, _): 32 + Int(truncatingIfNeeded: code.bits >> 72)
  }
}

func mark(_ model: BoardModel, _ state: inout ViewState) {
  guard case .aCase(let id)? = state.pane.selection else { return }
  if state.marks.remove(id) == nil { state.marks.insert(id) }
  move(.down, model, &state)
  state.isMessageShown = false
}

func sort(_ id: CommandID, _ model: BoardModel, _ state: inout ViewState) {
  if id == .invert {
    state.pane.isInverse.toggle()
  } else {
    let next = (state.pane.sort.rawValue + 1) % SortKey.allCases.count
    state.pane.sort = SortKey(rawValue: next) ?? .order
  }
  if state.pane.frozen != nil {
    var moving = state.pane
    moving.frozen = nil
    state.pane.frozen = model.contents(of: moving, size: state.size)
  }
  state.say(Wording.sortedBy(state.pane.sort, inverse: state.pane.isInverse), at: model.now)
}

func freeze(_ model: BoardModel, _ state: inout ViewState) {
  if state.pane.frozen == nil {
    state.pane.frozen = model.contents(of: state.pane, size: state.size)
    state.say(Wording.nowFrozen, at: model.now)
  } else {
    state.pane.frozen = nil
    state.say(Wording.nowMoving, at: model.now)
  }
}

/// Goes to the case that bears the number looked for, wherever it stands in the list: a number called aloud is a
/// case's, and people have numbers too. Anything else is looked for from here on.
func find(_ model: BoardModel, _ state: inout ViewState) {
  if state.view.listsCases, let id = CaseID(typed: state.find),
    model.items(of: state.pane, size: state.size).contains(.aCase(id))
  {
    state.pane.selection = .aCase(id)
    let others = model.everyone(matching: state.find).count - 1
    state.say(Wording.foundCase(id.checked, people: others), at: model.now)
  } else {
    findNext(1, model, &state)
  }
}

/// Goes to the next case found in the list shown; where the view lists no cases, to everyone found.
func findNext(_ step: Int, _ model: BoardModel, _ state: inout ViewState) {
  let text = state.find
  if state.view.listsCases {
    let items = model.items(of: state.pane, size: state.size)
    let hits = items.indices.filter {
      if case .aCase(let id) = items[$0] { return model.matches(id, text) }
      return false
    }
    if !hits.isEmpty {
      let here = state.pane.selection.flatMap { items.firstIndex(of: $0) } ?? 0
      let hit = step > 0 ? hits.first { $0 > here } ?? hits[0] : hits.last { $0 < here } ?? hits[hits.count - 1]
      state.pane.selection = items[hit]
      state.say(Wording.foundOne((hits.firstIndex(of: hit) ?? 0) + 1, hits.count, text), at: model.now)
      return
    }
  }
  let found = model.everyone(matching: text)
  guard !found.isEmpty else {
    state.say(Wording.notFound(text), at: model.now)
    return
  }
  if state.view.listsCases { state.say(Wording.notFoundHere(text), at: model.now) }
  state.open(.found(text))
}
