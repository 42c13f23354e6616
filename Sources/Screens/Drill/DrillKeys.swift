import CaseFlow

// The keys of a drill. The one of a real emergency comes before everything else: it works while something is typed,
// in a question, on the wall and in the dark, and it asks nothing.

extension CommandTable {
  /// A hand that types nothing else of the table falls on it: T takes over, Ctrl-T gives back.
  static let emergencyKey = Key.control("T")

  static let drill: [BoardCommand] = [
    BoardCommand(.emergency, [emergencyKey], .drill, footer: -1, unless: { model, _ in whyNoEmergency(model) }),
    BoardCommand(.takeOver, [.char("T")], .drill, footer: 3, unless: { model, _ in whyNoTakeOver(model) }),
    BoardCommand(.drill, [.char("X")], .drill, footer: 3, unless: { model, _ in model.outsideDrill }),
    BoardCommand(
      .fire, [.char("f")], .drill, footer: 1, in: { $0 == .drill }, isNamedAnywhere: true,
      unless: { model, _ in model.notControlled ?? model.drill.flatMap { Wording.whyNotFired($0.phase) } }),
    BoardCommand(
      .holdBack, [.char("h")], .drill, footer: 2, in: { $0 == .drill }, isNamedAnywhere: true,
      unless: { model, _ in model.notControlled }),
    BoardCommand(
      .changeInject, [.char("e")], .drill, footer: 2, in: { $0 == .drill }, unless: { model, _ in model.notControlled }),
    BoardCommand(
      .inject, [.char("+")], .drill, footer: 2, in: { $0 == .drill }, isNamedAnywhere: true,
      unless: { model, _ in model.notControlled }),
    BoardCommand(
      .endDrill, [.char("x")], .drill, footer: 4, in: { $0 == .drill }, isNamedAnywhere: true,
      unless: { model, _ in model.notControlled ?? whyNoEnd(model) }),
    BoardCommand(.branch, [], .drill, unless: { model, _ in model.outsideDrill }),
    BoardCommand(.controller, [], .drill, unless: { model, _ in model.outsideDrill }),
  ]

  private static func whyNoEnd(_ model: BoardModel) -> String? {
    switch model.drill?.phase {
    case .recorded: Wording.nothingToEnd
    case .ended: Wording.drillIsOver
    case .played, .backedUp, nil: nil
    }
  }

  private static func whyNoEmergency(_ model: BoardModel) -> String? {
    model.outsideDrill ?? (model.drill?.phase == .ended(.emergency) ? Wording.emergencyOnly : nil)
  }

  private static func whyNoTakeOver(_ model: BoardModel) -> String? {
    guard let drill = model.drill else {
      return model.live == nil ? Wording.noTakeOverReplay : Wording.noTakeOverLive
    }
    switch drill.phase {
    case .recorded, .backedUp: return nil
    case .played: return Wording.playsAlready
    case .ended: return Wording.drillIsOver
    }
  }
}

extension BoardModel {
  /// Why nothing of a drill can be done here, or nil in one.
  var outsideDrill: String? { drill == nil ? Wording.onlyInDrill : nil }

  /// Why nothing of the controller's can be done here.
  var notControlled: String? { outsideDrill ?? (drill?.isController == true ? nil : Wording.onlyController) }

  /// Why there is nothing further to go to, in a branch whose end is being played.
  var nothingToCome: String? { drill?.phase == .played ? Wording.nothingYetToCome : nil }
}

/// What a key does before anything else in a drill; nil where it means what it always does.
func pressDrill(_ key: Key, _ model: BoardModel, _ state: inout ViewState) -> [BoardAction]? {
  guard let drill = model.drill else { return nil }
  if drill.phase == .ended(.emergency) { return leave(key) }
  if key == CommandTable.emergencyKey { return [.emergency] }
  if model.powerCut != nil {
    if let prompt = state.prompt, prompt.kind == .choose(.leaveDrill) {
      return answer(prompt, with: key, model, &state)
    }
    switch key {
    case .char("p"): return [.pause]
    case .char("["): return [.slower]
    case .char("]"): return [.faster]
    default: break
    }
    let actions = leave(key)
    return actions == [.quit] ? leaveBoard(model, &state) : actions
  }
  return state.readTold(key, model) ? [] : nil
}

/// What a key does on a screen that shows nothing of the center: it can be left, put aside and drawn anew.
private func leave(_ key: Key) -> [BoardAction] {
  switch key {
  case .character("Q"), .control("C"): [.quit]
  case .control("Z"): [.suspend]
  case .control("L"): [.redraw]
  default: []
  }
}

/// What a command of a drill does.
func direct(_ id: CommandID, _ model: BoardModel, _ state: inout ViewState) -> [BoardAction] {
  guard let drill = model.drill else { return [] }
  switch id {
  case .emergency: return [.emergency]
  case .takeOver:
    guard case .backedUp = drill.phase else { return [.takeOver] }
    state.ask(.beginBranch)
  case .drill:
    state.go(to: .drill)
    if drill.controller?.injects.contains(where: { !$0.isFired }) == true { state.beginDrillView(model) }
  case .fire, .holdBack, .changeInject: return directInject(id, drill, model, &state)
  case .inject: state.prompt = Prompt(.palette, text: "\(Wording.paletteName(.inject)) ")
  case .endDrill: state.prompt = Prompt(.confirm(.endDrill))
  case .branch: state.prompt = Prompt(.palette, text: "\(Wording.paletteName(.branch)) ")
  case .controller:
    return [.control(!drill.isController)]
  default: break
  }
  return []
}

/// What a key does with the inject selected.
private func directInject(
  _ id: CommandID, _ drill: DrillItem, _ model: BoardModel, _ state: inout ViewState
) -> [BoardAction] {
  guard case .drill(.inject(let code))? = state.pane.selection, state.view == .drill, let item = drill.inject(code)
  else {
    state.say(Wording.noInjectSelected(Wording.paletteName(id)), at: model.now)
    return []
  }
  if case .fired = item.state {
    state.say(Wording.alreadyFired(code), at: model.now, isRefusal: true)
    return []
  }
  switch id {
  case .fire: return [.fire(code)]
  case .holdBack:
    state.sayKept(drill, model)
    return [.holdInject(code, item.state != .held)]
  default:
    state.prompt = Prompt(.palette, text: model.changeLine(item.inject))
    return []
  }
}

/// Enter in the drill view: a branch is shown, an inject to come is changed.
func openDrill(_ row: DrillRow, _ model: BoardModel, _ state: inout ViewState) -> [BoardAction] {
  guard let drill = model.drill else { return [] }
  switch row {
  case .branch(let number): return [.showBranch(number)]
  case .inject: return directInject(.changeInject, drill, model, &state)
  case .head, .about, .sides, .expected, .hour, .score, .told:
    state.say(Wording.nothingToOpen, at: model.now)
    return []
  }
}

/// A command of a drill with what was typed behind its name; nil when it is refused: then a message says why.
func direct(_ id: CommandID, _ rest: String, _ model: BoardModel, _ state: inout ViewState) -> [BoardAction]? {
  guard let drill = model.drill else { return [] }
  func refuse(_ sentence: String) -> [BoardAction]? {
    state.say(sentence, at: model.now, isRefusal: true)
    return nil
  }
  switch id {
  case .branch:
    guard let number = Int(rest), drill.branches.contains(where: { $0.number == number }) else {
      return refuse(Wording.noBranch(rest))
    }
    return [.showBranch(number)]
  case .inject:
    do throws(LineFault) {
      let change = try model.injectLine(rest)
      state.sayKept(drill, model)
      return [.changeInject(change)]
    } catch {
      return refuse(error.message)
    }
  default:
    let item = (drill.controller?.injects ?? []).first { $0.inject.code.text.lowercased() == rest.lowercased() }
    guard let item else { return refuse(Wording.noInject(rest)) }
    if case .fired = item.state { return refuse(Wording.alreadyFired(item.inject.code)) }
    if id == .fire { return [.fire(item.inject.code)] }
    state.sayKept(drill, model)
    return [.holdInject(item.inject.code, item.state != .held)]
  }
}

extension ViewState {
  /// Says for whom a change of an inject is kept, where nobody plays it.
  fileprivate mutating func sayKept(_ drill: DrillItem, _ model: BoardModel) {
    switch drill.phase {
    case .played: break
    case .recorded: say(Wording.keptForTakeover, at: model.now)
    case .backedUp, .ended: say(Wording.keptForNextBranch, at: model.now)
    }
  }
}

extension BoardModel {
  /// The answers to whether another branch is to begin.
  var beginBranchChoices: [Choice] {
    [
      Choice(Wording.beginIt, Wording.beginNote(drill?.branch ?? 0), .act(.takeOver), key: "y"),
      Choice(Wording.stayHere, "", .leave, key: "n"),
    ]
  }
}
