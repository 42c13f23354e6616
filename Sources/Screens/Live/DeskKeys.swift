import CaseFlow

// The keys of the desks. Those of a service act on the case at the operator's own desk, whatever is selected: looking
// for someone can never summon someone. The others act on the selected case, and say which before they ask.

extension CommandTable {
  static let desks: [BoardCommand] = [
    BoardCommand(
      .record, [.enter], .desks, footer: 1, in: { $0 == .arrive }, unless: { model, _ in model.entersNothing }),
    BoardCommand(.complete, [.tab], .desks, footer: 2, in: { $0 == .arrive }),
    BoardCommand(.call, [.char("c")], .desks, footer: 2, in: { $0.stage != nil }, unless: whyNoCall),
    BoardCommand(.begin, [.char("b")], .desks, footer: 2, in: { $0.isAtDesk }, unless: atDesk(.called)),
    BoardCommand(.recall, [.char("r")], .desks, footer: 3, in: { $0.isAtDesk }, unless: atDesk(.called)),
    BoardCommand(.done, [.char("d")], .desks, footer: 2, in: { $0.isAtDesk }, unless: atDesk(.inService)),
    BoardCommand(.hold, [.char("h")], .desks, footer: 4, in: \.showsCases, unless: needsCase),
    BoardCommand(
      .resume, [.char("R")], .desks, footer: 4, in: \.showsCases,
      unless: { model, state in
        needsCase(model, state)
          ?? (state.caseToActOn.flatMap { model.aCase($0) }?.state == .onHold ? nil : Wording.notOnHold)
      }),
    BoardCommand(.expedite, [.char("e")], .desks, footer: 5, in: \.showsCases, unless: needsCase),
    BoardCommand(.place, [.char("P")], .desks, footer: 5, in: \.showsCases, unless: needsCase),
    BoardCommand(.act, [.char("x")], .desks, footer: 3, in: \.showsCases, unless: needsCase),
    BoardCommand(.correct, [.char("C")], .desks, footer: 6, in: \.showsCases, unless: needsCase),
    BoardCommand(.stay, [.char("w")], .desks, footer: 8, in: \.showsCases, unless: whyNoStay),
    BoardCommand(.cause, [.char("w")], .desks, footer: 2, in: { $0 == .ledger || $0 == .clocks }, unless: whyNoCause),
    BoardCommand(.screen, [.char("f")], .desks, footer: 3, in: \.asksChildren, unless: whyNoScreening),
    BoardCommand(
      .signOn, [.char("o")], .desks, footer: 5, in: { $0.stage != nil || $0 == .shift },
      unless: { model, _ in model.entersNothing }),
    BoardCommand(
      .keyAgain, [.char("v")], .desks, footer: 8, in: { $0.showsCases || $0 == .arrive },
      unless: { model, state in
        model.entersNothing ?? (model.caseToKeyAgain(state) == nil ? Wording.Form.nothingToKeyAgain : nil)
      }),
    BoardCommand(
      .book, [.char("b")], .desks, footer: 2, in: { $0 == .schedule },
      unless: { model, state in
        if let reason = model.entersNothing { return reason }
        if case .suggestion? = state.pane.selection { return nil }
        return Wording.noSuggestion
      }),
    BoardCommand(.rebook, [.char("r")], .desks, footer: 3, in: { $0 == .schedule }, unless: needsCase),
    BoardCommand(
      .unbook, [.char("d")], .desks, footer: 3, in: { $0 == .schedule },
      unless: { model, state in
        if let reason = model.entersNothing { return reason }
        return state.caseToActOn.flatMap { model.aCase($0) }?.booking == nil ? Wording.noBooking : nil
      }),
    BoardCommand(.form, [], .desks, unless: { model, _ in model.entersNothing }),
    BoardCommand(.toDo, [.char("t")], .desks, footer: 6, in: { $0 == .arrive }),
  ]

  private static let needsCase: @Sendable (BoardModel, ViewState) -> String? = { model, state in
    model.entersNothing ?? (state.caseToActOn == nil ? Wording.noCase : nil)
  }

  private static let whyNoCall: @Sendable (BoardModel, ViewState) -> String? = { model, state in
    if let reason = model.entersNothing { return reason }
    guard let desk = model.ownDesk, let stage = state.view.stage else { return nil }
    if desk.id.stage != stage { return Wording.deskElsewhere(desk.id) }
    return desk.serving.map { Wording.deskServes($0) }
  }

  private static func atDesk(_ wanted: ServiceState) -> @Sendable (BoardModel, ViewState) -> String? {
    { model, _ in
      if let reason = model.entersNothing { return reason }
      guard model.ownDesk != nil else { return Wording.noDeskOfYours }
      let item = model.caseAtDesk
      return item?.state == wanted ? nil : Wording.nobodyAtDesk(wanted, but: item)
    }
  }
}

extension BoardView {
  /// Whether a service can go on here: where cases are shown one stands before.
  var isAtDesk: Bool {
    if case .aCase = self { return true }
    return stage != nil || isScreening
  }
}

extension BoardModel {
  /// Why nothing can be entered here, or nil at a live board.
  var entersNothing: String? {
    live == nil ? drill.map { Wording.notPlayed($0.phase) } ?? Wording.notInReplay(mode) : nil
  }

  /// The desk at which whoever sits here signed on.
  var ownDesk: Desk? { live?.desk.flatMap { center.desk($0) } }

  /// The case called to that desk or served at it.
  var caseAtDesk: Case? { ownDesk?.serving.flatMap { aCase($0) } }
}

extension ViewState {
  /// The case a command is about: the one shown, or the selected one; never one that is only remembered.
  var caseToActOn: CaseID? {
    if case .aCase(let id) = view { return id }
    switch pane.selection {
    case .aCase(let id)?, .booking(let id)?, .suggestion(let id)?, .referral(let id, _)?: return id
    default: return nil
    }
  }

  mutating func ask(_ question: Question) { prompt = Prompt(.choose(question)) }
}

/// What a key of the desks does: an entry, or first a question.
func serve(_ id: CommandID, _ model: BoardModel, _ state: inout ViewState) -> [BoardAction] {
  switch id {
  case .call: return call(model, &state)
  case .begin: return model.caseAtDesk.map { [.enter(.line(DeskLine.begin($0.id)))] } ?? []
  case .recall: return model.caseAtDesk.map { [.enter(.line(DeskLine.recall($0.id)))] } ?? []
  case .done: return done(model, &state)
  case .signOn: return signOn(model, &state)
  default: break
  }
  guard let item = state.caseToActOn else { return [] }
  switch id {
  case .hold: state.ask(.hold(item))
  case .resume: return [.enter(.line(DeskLine.resume(item)))]
  case .expedite: state.ask(.expedite(item))
  case .place: state.ask(.place(item))
  case .act: state.prompt = Prompt(.act(item))
  case .correct: correct(item, &state)
  case .book:
    return model.schedule.suggestions[item].map { [.enter(.line(DeskLine.book($0.booking, of: item, model)))] } ?? []
  case .rebook: state.prompt = Prompt(.palette, text: model.bookingToMove(item))
  case .unbook: state.ask(.unbook(item))
  default: break
  }
  return []
}

private func call(_ model: BoardModel, _ state: inout ViewState) -> [BoardAction] {
  if let desk = model.ownDesk { return [.enter(.line(DeskLine.call(desk.id)))] }
  if let stage = state.view.stage { askForDesk(stage, model, &state) }
  return []
}

/// A service ends with what its stage decides; where that stands already, at once.
private func done(_ model: BoardModel, _ state: inout ViewState) -> [BoardAction] {
  guard let item = model.caseAtDesk, let desk = model.ownDesk else { return [] }
  switch desk.id.stage {
  case .interview where item.determination == nil: state.ask(.outcome(item.id))
  case .caseManagement where item.plan == nil: state.ask(.plan(item.id))
  case .reception, .health, .interview, .caseManagement: return [.enter(.line(DeskLine.done(item.id)))]
  }
  return []
}

/// Signs on to a desk of the queue shown, or off; in the shift view, opens or closes the desk selected.
private func signOn(_ model: BoardModel, _ state: inout ViewState) -> [BoardAction] {
  if case .desk(let id)? = state.pane.selection, state.view == .shift { return turn(id, model, &state) }
  guard let stage = state.view.stage else {
    state.say(Wording.selectADesk, at: model.now)
    return []
  }
  if let desk = model.ownDesk, desk.id.stage == stage { return [.enter(.line(DeskLine.close(desk.id)))] }
  askForDesk(stage, model, &state)
  return []
}

/// Opens a closed desk for whoever sits here, closes an open one.
func turn(_ id: DeskID, _ model: BoardModel, _ state: inout ViewState) -> [BoardAction] {
  guard let desk = model.center.desk(id) else { return [] }
  if desk.isOpen { return [.enter(.line(DeskLine.close(id)))] }
  guard id.stage == .interview else { return [.enter(.line(DeskLine.open(id)))] }
  state.prompt = Prompt(.palette, text: DeskLine.open(id) + " ")
  return []
}

private func askForDesk(_ stage: Stage, _ model: BoardModel, _ state: inout ViewState) {
  if model.center.desks.contains(where: { $0.id.stage == stage && !$0.isOpen }) {
    state.ask(.signOn(stage))
  } else {
    state.say(Wording.noFreeDesk, at: model.now, isRefusal: true)
  }
}
