import CaseFlow

// The keys of the leaving views. They act on the selected case, departure, receiver or follow-up; each question says
// which, and nothing that goes out to others is done by a single key.

extension CommandTable {
  static let leaving: [BoardCommand] = [
    BoardCommand(.offer, [.char("o")], .leaving, footer: 2, in: { $0.offers }, unless: needsLeaver),
    BoardCommand(.answer, [.char("a")], .leaving, footer: 2, in: { $0.leadsOut }, unless: whyNoAnswer),
    BoardCommand(.step, [.char("l")], .leaving, footer: 2, in: { $0.leadsOut }, unless: needsLeaver),
    BoardCommand(
      .seat, [.char("b")], .leaving, footer: 3, in: { $0.preparesLeaving || $0 == .leavingList(.departures) },
      unless: whyNoSeat),
    BoardCommand(
      .leave, [.char("d")], .leaving, footer: 3, in: { $0.leadsOut || $0 == .leavingList(.departures) },
      unless: whyNoExit),
    BoardCommand(
      .confirm, [.char("f")], .leaving, footer: 3,
      in: { $0.preparesLeaving || $0 == .leavingList(.departures) || $0 == .leavingList(.followUps) },
      unless: needsLeaver),
    BoardCommand(.stopReturn, [.char("S")], .leaving, footer: 4, in: { $0.preparesLeaving }, unless: whyNoStop),
    BoardCommand(.fear, [.char("F")], .leaving, footer: 4, in: { $0.preparesLeaving }, unless: whyNoStop),
    BoardCommand(
      .announce, [.char("A")], .leaving, footer: 2, in: { $0 == .leavingList(.departures) },
      unless: { model, _ in model.entersNothing }),
    BoardCommand(
      .holdPlaces, [.char("h")], .leaving, footer: 2, in: { $0 == .leavingList(.receivers) }, unless: needsLeaver),
    BoardCommand(
      .turnReceiver, [.char("c")], .leaving, footer: 2, in: { $0 == .leavingList(.receivers) }, unless: needsLeaver),
    BoardCommand(.ready, [], .leaving),
    BoardCommand(.departures, [], .leaving),
    BoardCommand(.receivers, [], .leaving),
    BoardCommand(.followUps, [], .leaving),
  ]

  private static let needsLeaver: @Sendable (BoardModel, ViewState) -> String? = { model, state in
    if let reason = model.entersNothing { return reason }
    if state.view == .leavingList(.receivers) || state.view == .leavingList(.departures) {
      return state.pane.selection == nil ? Wording.selectOne : nil
    }
    if case .followUp? = state.pane.selection { return nil }
    return state.caseToActOn == nil ? Wording.noCase : nil
  }

  private static let whyNoAnswer: @Sendable (BoardModel, ViewState) -> String? = { model, state in
    if let reason = needsLeaver(model, state) { return reason }
    return state.caseToActOn.map { model.leavingChoices(.answer($0)).isEmpty } ?? false ? Wording.nobodyAsked : nil
  }

  private static let whyNoExit: @Sendable (BoardModel, ViewState) -> String? = { model, state in
    if let reason = needsLeaver(model, state) { return reason }
    if case .departure? = state.pane.selection { return nil }
    return state.caseToActOn.map { model.leavingChoices(.leave($0)).isEmpty } ?? false ? Wording.nobodyAsked : nil
  }

  private static let whyNoSeat: @Sendable (BoardModel, ViewState) -> String? = { model, state in
    if let reason = model.entersNothing { return reason }
    guard let item = state.caseToActOn.flatMap({ model.aCase($0) }) else { return Wording.noCase }
    if item.departure != nil { return nil }
    return model.leavingChoices(.seat(item.id)).isEmpty ? Wording.noDepartureThere : nil
  }

  private static let whyNoStop: @Sendable (BoardModel, ViewState) -> String? = { model, state in
    if let reason = model.entersNothing { return reason }
    guard let item = state.caseToActOn.flatMap({ model.aCase($0) }) else { return Wording.noCase }
    return item.isReturning ? nil : Wording.noReturnPlanned
  }
}

extension BoardView {
  /// Whether cases prepare to leave here.
  var preparesLeaving: Bool { self == .leaving || self == .leavingList(.ready) }
  /// Whether the steps of a way out, its answers and its end are entered here: children alone have theirs in their lane.
  var leadsOut: Bool { preparesLeaving || self == .children || self == .queue(.childrenAlone) }
  /// Whether a receiver can be chosen for a case here.
  var offers: Bool { preparesLeaving || self == .leavingList(.receivers) }
}

/// What a key of the leaving views does.
func serveLeaving(_ id: CommandID, _ model: BoardModel, _ state: inout ViewState) -> [BoardAction] {
  switch state.pane.selection {
  case .departure(let departure)?: return serve(id, departure, model, &state)
  case .receiver(let code)?: return serve(id, code, model, &state)
  case .followUp(let item, let followUp)?:
    state.ask(.leaving(.followed(item, followUp)))
    return []
  default: break
  }
  if id == .announce { return announce(&state) }
  guard let item = state.caseToActOn.flatMap({ model.aCase($0) }) else { return [] }
  switch id {
  case .offer: state.ask(.leaving(.offer(item.id)))
  case .answer: state.ask(.leaving(.answer(item.id)))
  case .step: state.ask(.leaving(.step(item.id)))
  case .seat:
    if item.departure != nil { return [.enter(.line(DeskLine.unboard(item.id)))] }
    state.ask(.leaving(.seat(item.id)))
  case .leave: state.ask(.leaving(.leave(item.id)))
  // Nothing is asked of what cannot be: the rule says why not.
  case .confirm where !item.isAwaitedElsewhere: return [.enter(.line(DeskLine.confirm(item.id)))]
  case .confirm: state.ask(.leaving(.arrived(item.id)))
  case .stopReturn: return [.enter(.line(DeskLine.stop(item.id, .changedMind)))]
  case .fear: state.ask(.leaving(.fear(item.id)))
  default: break
  }
  return []
}

/// A departure that is selected: it left, or it arrived; the heads counted are typed.
private func serve(
  _ id: CommandID, _ departure: DepartureID, _ model: BoardModel, _ state: inout ViewState
) -> [BoardAction] {
  switch id {
  case .announce: return announce(&state)
  case .leave:
    let children = model.center.childrenBeside(model.center.departure(departure)?.cases ?? [])
    if !children.isEmpty { state.say(Wording.busLeavesBehind(children.map(\.label)), at: model.now) }
    state.prompt = Prompt(.palette, text: DeskLine.left(departure))
  case .confirm: state.prompt = Prompt(.palette, text: DeskLine.arrived(departure))
  default: state.say(Wording.selectACase, at: model.now)
  }
  return []
}

/// A receiver that is selected: the case at hand is offered to it, places are held, it opens or closes.
private func serve(_ id: CommandID, _ code: Code, _ model: BoardModel, _ state: inout ViewState) -> [BoardAction] {
  guard let standing = model.receivers.first(where: { $0.plan.code == code }) else { return [] }
  switch id {
  case .offer:
    guard let item = state.lastCase else {
      state.say(Wording.noCase, at: model.now, isRefusal: true)
      return []
    }
    state.prompt = Prompt(.palette, text: DeskLine.offer(item, code))
  case .holdPlaces: state.prompt = Prompt(.palette, text: DeskLine.held(code))
  case .turnReceiver:
    return [.enter(.line(DeskLine.receiver(code, standing.places, isOpen: !standing.isOpen)))]
  default: break
  }
  return []
}

private func announce(_ state: inout ViewState) -> [BoardAction] {
  state.prompt = Prompt(.palette, text: DeskLine.announce)
  return []
}

/// Tab in a leaving view: the next list; the case at hand goes along.
func nextLeaving(_ step: Int, _ state: inout ViewState) {
  let views = [BoardView.leaving] + LeavingList.allCases.map { BoardView.leavingList($0) }
  guard let index = views.firstIndex(of: state.view) else { return }
  if let item = state.caseToActOn { state.lastCase = item }
  let item = state.lastCase
  state.go(to: views[(index + step + views.count) % views.count])
  state.lastCase = item
  if state.view.preparesLeaving { state.pane.selection = item.map { .aCase($0) } }
}
