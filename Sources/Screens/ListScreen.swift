import CaseFlow

/// A view with rows: a title, column headings, the rows, the selected one marked.
struct ListScreen {
  let model: BoardModel
  let state: ViewState
  let layout: BoardLayout
  let items: [Item]

  init(_ model: BoardModel, _ state: ViewState, _ layout: BoardLayout) {
    self.model = model
    self.state = state
    self.layout = layout
    items = model.items(of: state.pane, size: state.size)
  }

  func draw(in frame: inout Frame) {
    let body = layout.body
    guard !body.isEmpty else { return }
    let drill = state.view == .drill ? DrillTables(model, width: body.width - 2) : nil
    let table = ListTable(
      state.view, width: body.width - 2, model, offering: state.lastCase, selected: state.pane.selection)
    let selected = state.pane.selection.flatMap { items.firstIndex(of: $0) }
    let wrapped = selected.map { table.wrapped(items[$0]) } ?? []
    let room = min(layout.listRoom, max(1, layout.listRoom - max(0, wrapped.count - 1)))
    let first = ViewState.scroll(state.pane.scroll, showing: selected ?? state.pane.scroll, of: items.count, room: room)
    var row = body.row
    if layout.listHead >= 1 {
      // How far the list has been seen, where it goes on.
      let seen = items.count > room ? "\(min(items.count, first + room))/\(items.count)" : ""
      drawTitle(in: &frame, row: row, width: body.width - (seen.isEmpty ? 0 : TextWidth.cells(of: seen) + 2))
      frame.putRight(seen, row: row, endColumn: body.endColumn - 1, style: .dim)
      row += 1
    }
    if layout.listHead > 2, state.view == .plan {
      for line in model.ruleLines(width: state.size.width - 2) {
        frame.put(line, row: row, column: 2, style: .dim)
        row += 1
      }
    } else if layout.listHead > 2, state.view == .schedule {
      let grid = ScheduleGrid(model, width: body.width, rows: layout.listHead - 2)
      row += grid.draw(in: &frame, row: row, selected: state.pane.selection)
    } else if layout.listHead > 2 {
      drawDesk(in: &frame, row: row)
      row += 1
    }
    if layout.listHead >= 2 {
      table.layout.drawHeading(in: &frame, row: row, at: 2)
      row += 1
    }
    if items.isEmpty {
      frame.put(emptySentence, row: row, column: 2, style: .dim)
      return
    }
    for offset in 0..<room where items.indices.contains(first + offset) {
      let item = items[first + offset]
      let line = Rect(row: row + offset, column: 0, width: frame.width, height: 1)
      drawSigns(item, isSelected: first + offset == selected, in: &frame, row: line.row)
      if case .drill(let part) = item {
        drill?.draw(part, in: &frame, row: line.row, at: 2)
      } else {
        var pieces = table.pieces(item)
        if first + offset == selected, let text = wrapped.first { pieces[1].text = text }
        table.layout.draw(pieces, in: &frame, row: line.row, at: 2)
      }
      if first + offset == selected {
        frame.select(line)
        for text in wrapped.dropFirst() where row + offset + 1 < body.endRow {
          row += 1
          frame.put(text, row: row + offset, column: 2 + (table.layout.places[1]?.column ?? 0))
        }
      }
    }
  }

  private func drawSigns(_ item: Item, isSelected: Bool, in frame: inout Frame, row: Int) {
    if case .aCase(let id) = item, state.marks.contains(id) {
      frame.put(model.glyphs.bullet, row: row, column: 1, style: .key)
    }
    if isSelected { frame.put(model.glyphs.marker, row: row, column: 0) }
  }

  private func drawTitle(in frame: inout Frame, row: Int, width: Int) {
    var at = frame.put(title, row: row, column: 0, style: .heading)
    for note in notes where at + 3 < width {
      at += frame.put(" \(model.glyphs.dot) ", row: row, column: at, style: .dim)
      let text = TextWidth.clipWords(note.text, to: width - at, ellipsis: model.glyphs.ellipsis)
      at += frame.put(text, row: row, column: at, style: note.style)
    }
  }

  private var title: String {
    switch state.view {
    case .queue(let row): Wording.row(row)
    case .found(let text): text.isEmpty ? Wording.everyone : model.titleOfFound(text)
    case .leaving: Wording.row(.leaving)
    case .leavingList(let list): Wording.list(list)
    case .toDo: Wording.toDoTitle
    case .appointments: Wording.appointmentsTitle
    case .children: Wording.row(.childrenAlone)
    case .clocks: Wording.clocksHeading
    case .ledger: Wording.ledgerTitle
    case .shift: Wording.shiftTitle
    case .schedule: Wording.scheduleTitle
    case .screening(let id): "\(Wording.screeningTitle) \(id.checked)"
    case .contacts(let id): "\(Wording.contactsTitle) \(id.checked)"
    case .referrals: Wording.referralsTitle
    case .drill: model.drill?.title ?? Wording.drillTitle
    case .alarms: Wording.alarmsHeading
    case .plan: Wording.planTitle
    case .places: Wording.placesHeading
    case .overview, .aCase, .alarm, .arrive, .form, .figures, .handOver, .help, .messages: ""
    }
  }

  private var notes: [Piece] {
    var notes: [Piece] = []
    if state.view.listsCases {
      let list = model.counted(items, of: state.pane)
      notes.append(Piece(Wording.casesAndPeople(list.cases, list.people)))
    }
    notes += changes + model.healthNotes(state.view) + stageNotes
    if state.view == .leaving, model.figures.withoutReceiver > 0 {
      notes.append(Piece("\(model.figures.withoutReceiver) \(Wording.without)"))
    }
    if state.view == .leaving, model.figures.leavingElsewherePeople > 0 {
      notes.append(Piece(Wording.countedElsewhere(model.figures.leavingElsewherePeople)))
    }
    if state.view == .leaving, let gone = model.notYetArrived(briefly: false) { notes.append(Piece(gone)) }
    notes += model.truthNotes(of: state.view).map { Piece($0) }
    if state.view == .leavingList(.ready) {
      notes.append(Piece(Wording.couldLeave(model.readiness.count - model.refusals.count)))
    }
    if state.view == .leavingList(.receivers), let id = state.lastCase {
      notes.append(Piece(Wording.offering(id.checked)))
    }
    if state.view == .plan { notes.append(crisisNote) }
    if state.view == .drill { notes += model.drillNotes }
    if state.view == .schedule { notes += model.scheduleNotes }
    if state.view == .alarms {
      // What brought a flood about is never what is cut off.
      if let flood = model.flood { notes.append(Piece(Wording.flood(flood, model.zone), .strained)) }
      let open = model.openAlarms
      notes.append(Piece(Wording.alarmCount(open: open.count, unowned: open.count { $0.standing == .unacknowledged })))
    }
    if state.view == .places {
      let kinds = model.figures.kinds
      notes.append(Piece("\(kinds.reduce(0) { $0 + $1.occupied })/\(kinds.reduce(0) { $0 + $1.usable })"))
    }
    return notes
  }

  /// What the operator has changed about this list.
  private var changes: [Piece] {
    var notes: [Piece] = []
    if !state.pane.filter.isEmpty { notes.append(Piece("\(Wording.filtered) \(state.pane.filter)", .watch)) }
    if state.pane.sort != .order || state.pane.isInverse {
      let inverse = state.pane.isInverse ? ", \(Wording.inverse)" : ""
      notes.append(Piece("\(Wording.sorted) \(Wording.sort(state.pane.sort))\(inverse)"))
    }
    if state.pane.frozen != nil {
      let late = model.newcomers(of: state.pane, size: state.size)
      notes.append(Piece("\(Wording.frozen), \(Wording.newcomers(late))", .watch))
    }
    let marked = state.marks.count
    if marked > 0, state.view.listsCases { notes.append(Piece("\(marked) \(Wording.marked)")) }
    return notes
  }

  private var stageNotes: [Piece] {
    guard case .queue(let row) = state.view, let stage = model.figures.stage(of: row) else { return [] }
    return [
      Piece("\(Wording.desksHeading.lowercased()) \(stage.desksOpen)/\(stage.desks)"),
      Piece("\(Wording.oldestHeading.lowercased()) \(TimeText.length(stage.oldest))"),
      Piece("\(Wording.joinHeading.lowercased()) \(TimeText.length(stage.join))"),
    ]
  }

  private var crisisNote: Piece {
    switch model.crisis.standing {
    case .none: Piece(Wording.noCrisisNow)
    case .proposed(let since):
      Piece(
        "\(model.glyphs.warning) \(Wording.crisisProposed) \(TimeText.near(since, model.now, model.zone))", .strained)
    case .declared(let at, _):
      Piece(
        "\(model.glyphs.alarm) \(Wording.crisis) \(TimeText.near(at, model.now, model.zone)), \(Wording.declaredBy) \(model.crisis.declaredBy)",
        .crisis)
    }
  }

  private var emptySentence: String {
    if !state.pane.filter.isEmpty { return Wording.nothingMatches }
    switch state.view {
    case .leaving: return Wording.nobodyLeaves
    case .leavingList(let list): return Wording.empty(list)
    case .alarms: return Wording.quiet
    case .plan: return Wording.noCards
    case .toDo: return Wording.nothingToDo
    case .appointments: return Wording.noAppointments
    case .clocks: return Wording.noClock
    case .ledger: return Wording.noBreach
    case .schedule: return Wording.nothingScheduled
    case .contacts: return Wording.noContacts
    case .referrals: return Wording.noReferrals(reads: Referral.allCases.contains(where: model.roles.sees))
    case .drill: return model.outsideDrill ?? Wording.drillIsNew
    default: return Wording.nobodyHere
    }
  }
}
