import CaseFlow

// The shift: who sits at which desk since when and serves whom, who interprets, how many places are staffed. Enter or
// `o` changes what is selected.

extension BoardModel {
  /// The desks stage by stage, then the languages that need an interpreter, then the areas. Closed desks of a stage stand
  /// together behind the first of them, but for the selected one: whoever has just closed it may open it again.
  func shiftItems(selected: Item?) -> [Item] {
    let shown = center.desks.map(\.id).filter { id in
      let together = closedTogether(id)
      return together.isEmpty || together.first == id || selected == .desk(id)
    }
    return shown.map { Item.desk($0) }
      + center.interpreters.filter { !isSpoken($0.language) }.map {
        .interpreters($0.language)
      } + figures.areas.map { .area($0.area.code) }
  }

  /// The closed desks of the stage of a closed desk, where they are so many that they stand in one row; else none.
  func closedTogether(_ id: DeskID) -> [DeskID] {
    guard let desk = center.desk(id), !desk.isOpen else { return [] }
    let closed = center.desks.filter { $0.id.stage == id.stage && !$0.isOpen }.map(\.id)
    return closed.count >= BoardModel.closedGroup ? closed : []
  }

  /// So many closed desks of one stage stand in one row.
  private static let closedGroup = 3

  private func isSpoken(_ language: Code) -> Bool {
    center.plan.languages.contains { $0.code == language && $0.spokenByStaff }
  }
}

extension ListTable {
  static let shiftColumns: [Column] = [
    .left(Wording.whatColumn, 22, stretch: 6),
    .left(Wording.staffHeading, 16),
    .right(Wording.sinceHeading, 7, rank: 2),
    .left(Wording.casesHeading, 7, rank: 1),
    .left(Wording.stateHeading, 24, rank: 3, stretch: 24),
  ]

  func desk(_ id: DeskID) -> [Piece] {
    guard let desk = model.center.desk(id) else { return [] }
    guard let staff = desk.staff else {
      let together = model.closedTogether(id)
      let others = together.first == id ? together.count { $0 != id && selected != .desk($0) } : 0
      return [
        Piece(Wording.capitalDesk(id) + (others > 0 ? " \(Wording.moreOf(others))" : ""), .dim),
        Piece(Wording.closedDesk, .dim),
      ]
    }
    let item = desk.serving.flatMap { model.aCase($0) }
    let languages = desk.languages.map { model.languageName($0) }.joined(separator: ", ")
    let isOwn = model.live?.desk == id
    let does = item.map { item in
      let since = TimeText.short(item.changedAt, model.now, model.zone)
      return Wording.deskDoes(item.state) + (item.state == .inService ? " \(since)" : "")
    }
    return [
      Piece(Wording.capitalDesk(id), isOwn ? .plain.bold : .plain), Piece(staff.text, isOwn ? .plain.bold : .plain),
      Piece(TimeText.short(desk.changedAt, model.now, model.zone)), Piece(item?.id.label ?? Wording.none),
      Piece([does ?? Wording.freeDesk, languages].filter { !$0.isEmpty }.joined(separator: ", ")),
    ]
  }

  func interpreters(_ language: Code) -> [Piece] {
    guard let duty = model.center.interpreters.first(where: { $0.language == language }) else { return [] }
    let all = duty.interpreters + duty.lines
    return [
      Piece("\(Wording.interpretersOf) \(model.languageName(language))", all == 0 ? .dim : .plain),
      Piece(Wording.onDuty(duty.interpreters, lines: duty.lines)), Piece(""), Piece(""),
      Piece(all == 0 ? "" : Wording.freeInterpreters(model.center.interpretersFree(for: language))),
    ]
  }

  func staffed(_ code: Code) -> [Piece] {
    guard let area = model.figures.areas.first(where: { $0.area.code == code }) else { return [] }
    let capacity = area.area.capacity
    return [
      Piece("\(Wording.placesOf) \(area.name.isEmpty ? code.text : area.name)"),
      Piece(Wording.staffedPlaces(capacity.staffed)), Piece(""), Piece(""),
      Piece(Wording.takenPlaces(area.area.occupied, of: area.usable, limit: area.limitedBy)),
    ]
  }
}

/// Enter in the shift view: a desk opens or closes, a number is typed.
func changeShift(_ item: Item, _ model: BoardModel, _ state: inout ViewState) -> [BoardAction] {
  if let reason = model.entersNothing {
    state.say(reason, at: model.now, isRefusal: true)
    return []
  }
  switch item {
  case .desk(let id): return turn(id, model, &state)
  case .interpreters(let language): state.prompt = Prompt(.palette, text: DeskLine.interpreters(language))
  case .area(let code): state.prompt = Prompt(.palette, text: DeskLine.staffed(code))
  default: break
  }
  return []
}
