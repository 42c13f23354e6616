import CaseFlow

/// What one key does: it changes where the operator stands, and answers what the app must do.
///
/// Pure: the same key on the same model and state gives the same answer. A paste outside a question does nothing,
/// a key that means nothing says so, and a command that cannot be done now says why.
///
///     var state = ViewState()
///     let actions = reduce(.char("p"), model, &state)   // [.pause]
package func reduce(_ key: Key, _ model: BoardModel, _ state: inout ViewState) -> [BoardAction] {
  if key == .resize {
    state.settle(model)
    return []
  }
  if let actions = pressDrill(key, model, &state) { return actions }
  if state.isWall { return pressWall(key) }
  state.isMessageShown = false
  defer { state.settle(model) }
  if let prompt = state.prompt { return answer(prompt, with: key, model, &state) }
  if state.view == .form, model.live != nil { return pressForm(key, model, &state) }
  if state.view == .arrive, model.live != nil, let actions = typeArrival(key, model, &state) { return actions }
  if case .paste = key {
    state.say(Wording.pasteIgnored, at: model.now)
    return []
  }
  guard let command = CommandTable.command(for: key, in: state.view) else {
    if let elsewhere = CommandTable.all.first(where: { $0.keys.contains(key) }) {
      if elsewhere.id != .back { state.say(Wording.notHere(elsewhere.label), at: model.now) }
      if elsewhere.id == .back { state.say(Wording.outermost, at: model.now) }
    } else {
      state.say(Wording.unknownKey(model.glyphs.name(of: key)), at: model.now)
    }
    return []
  }
  return run(command, model, &state)
}

/// Does a command, or says why not now.
func run(_ command: BoardCommand, _ model: BoardModel, _ state: inout ViewState) -> [BoardAction] {
  if let reason = command.whyNot(model, state) {
    state.say(reason, at: model.now, isRefusal: true)
    return []
  }
  switch command.id {
  case .down, .up, .pageDown, .pageUp, .first, .last: move(command.id, model, &state)
  case .open:
    if state.view == .shift, let item = state.pane.selection { return changeShift(item, model, &state) }
    if case .drill(let row)? = state.pane.selection { return openDrill(row, model, &state) }
    openSelected(model, &state)
  case .nextPane: nextPane(1, model, &state)
  case .previousPane: nextPane(-1, model, &state)
  case .back: stepOut(model, &state)
  case .close: return state.close() ? [] : leaveBoard(model, &state)
  case .quit: return leaveBoard(model, &state)
  case .board: state.go(to: .overview)
  case .queues: state.go(to: .queue(rowAtHand(model, state)))
  case .lastCase: if let id = state.caseAtHand { state.open(.aCase(id)) }
  case .alarms: state.go(to: .alarms)
  case .plan: state.go(to: .plan)
  case .places: state.go(to: .places)
  case .leaving: state.go(to: .leaving)
  case .everyone: state.go(to: .found(""))
  case .messages: state.open(.messages)
  case .help: state.open(.help)
  case .find: state.prompt = Prompt(.find)
  case .filter: state.prompt = Prompt(.filter, text: state.pane.filter)
  case .palette:
    state.prompt = Prompt(.palette, text: state.keptCommand)
    state.keptCommand = ""
  case .goTo: state.prompt = Prompt(.goTo)
  case .findNext: findNext(1, model, &state)
  case .findPrevious: findNext(-1, model, &state)
  case .mark: mark(model, &state)
  case .sort, .invert: sort(command.id, model, &state)
  case .freeze: freeze(model, &state)
  case .declare, .standDown:
    // What the rule saw and the action cards stand beside the question.
    if state.view == .overview { state.go(to: .plan) }
    state.prompt = Prompt(.confirm(command.id))
  case .acknowledge: return acknowledge(model, &state)
  case .shelve, .takeBack, .service, .values: return answerAlarm(command.id, model, &state)
  case .figures: state.open(.figures)
  case .mute: state.toggleMute(model)
  case .tick: return tick(model, state)
  case .takeLine, .order, .charge, .role, .handOver, .sign, .promise, .kept:
    return answerPlan(command.id, model, &state)
  case .pause: return [.pause]
  case .slower: return [.slower]
  case .faster: return [.faster]
  case .backward: return [.seek(by: .zero - model.stride)]
  case .forward: return [.seek(by: model.stride)]
  case .previousEvent: return [.step(-1)]
  case .nextEvent: return [.step(1)]
  case .nextAlarm: return [.nextAlarm]
  case .suspend: return [.suspend]
  case .redraw: return [.redraw]
  case .arrive: state.go(to: .arrive)
  case .shift: state.go(to: .shift)
  case .schedule: state.open(.schedule)
  case .toDo: state.open(.toDo)
  case .appointments: state.open(.appointments)
  case .children: state.open(.children)
  case .clocks: state.open(.clocks)
  case .ledger: state.open(.ledger)
  case .stay: if let id = state.caseToActOn { state.ask(.stay(id)) }
  case .cause: if let (id, kind) = state.clockAtHand { state.ask(.cause(id, kind)) }
  case .screen: if let id = state.caseToActOn { state.ask(.screening(id, [])) }
  case .form: state.openForm(model)
  case .record: return typeArrival(.enter, model, &state) ?? []
  case .complete: return typeArrival(.tab, model, &state) ?? []
  case .undo:
    guard let question = model.questionBeforeUndo(in: state.view) else { return [.enter(.line(DeskLine.undo))] }
    state.ask(question)
  case .call, .begin, .recall, .done, .hold, .resume, .expedite, .place, .act, .correct, .signOn, .book,
    .rebook, .unbook:
    return serve(command.id, model, &state)
  case .keyAgain: return model.caseToKeyAgain(state).map { [.keyAgain($0)] } ?? []
  case .offer, .answer, .step, .seat, .leave, .confirm, .stopReturn, .fear, .announce, .holdPlaces, .turnReceiver:
    return serveLeaving(command.id, model, &state)
  case .ready: state.go(to: .leavingList(.ready))
  case .departures: state.go(to: .leavingList(.departures))
  case .receivers: state.go(to: .leavingList(.receivers))
  case .followUps: state.go(to: .leavingList(.followUps))
  case .screening, .check, .finding, .treat, .fit, .isolate, .contacts, .look, .refer, .referrals:
    return tend(command.id, model, &state)
  case .takeOver, .emergency, .drill, .fire, .holdBack, .changeInject, .inject, .endDrill, .branch, .controller:
    return direct(command.id, model, &state)
  }
  return []
}

private func acknowledge(_ model: BoardModel, _ state: inout ViewState) -> [BoardAction] {
  guard let alarm = CommandTable.alarmAtHand(model, state) else { return [] }
  state.say(Wording.took(alarm.title), at: model.now)
  return [.acknowledge(alarm.threshold)]
}

private func tick(_ model: BoardModel, _ state: ViewState) -> [BoardAction] {
  guard case .cardLine(let code, let line)? = state.pane.selection,
    let card = model.cards.first(where: { $0.code == code }), card.lines.indices.contains(line)
  else { return [] }
  return [.tick(card: code, line: line, undone: card.lines[line].doneAt != nil)]
}

/// The row whose queue the operator has open, else that of their own desk, else the one selected on the board.
private func rowAtHand(_ model: BoardModel, _ state: ViewState) -> BoardRow {
  for pane in state.stack.reversed() {
    if case .queue(let row) = pane.view { return row }
  }
  if let stage = model.ownDesk?.id.stage, let row = BoardRow.allCases.first(where: { $0.stage == stage }) { return row }
  for pane in state.stack.reversed() {
    if case .row(let row)? = pane.selection { return row }
  }
  return .reception
}
