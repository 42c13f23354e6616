import CaseFlow

// The keys of the health desk: they act on the member selected, or on the whole case shown. Beside them the keys that
// lead to contacts, to the services beside the flow, and to what only those read who serve it.

extension CommandTable {
  static let health: [BoardCommand] = [
    BoardCommand(
      .screening, [.char("H")], .desks, footer: 6, in: { $0.showsCases || $0 == .overview },
      unless: { model, state in model.caseToScreen(state) == nil ? needsAnyCase(model, state) : nil }),
    BoardCommand(.check, [.char("c")], .desks, footer: 1, in: { $0.isScreening }, unless: needsMember),
    BoardCommand(.finding, [.char("f")], .desks, footer: 2, in: { $0.isScreening }, unless: needsMember),
    BoardCommand(
      .treat, [.char("t")], .desks, footer: 3, in: { $0.isScreening },
      unless: { model, state in
        if let reason = needsMember(model, state) { return reason }
        guard case .person(let id)? = state.pane.selection else { return nil }
        return model.choices(.treatment(id)).isEmpty ? Wording.nothingToTreat : nil
      }),
    BoardCommand(.fit, [.char("J")], .desks, footer: 3, in: { $0.isScreening }, unless: needsMember),
    BoardCommand(
      .isolate, [.char("i")], .desks, footer: 4, in: { $0.isScreening },
      unless: { model, state in model.entersNothing ?? needsAnyCase(model, state) }),
    BoardCommand(
      .contacts, [.char("W")], .desks, footer: 7, in: { $0.showsCases || $0.isScreening }, unless: needsAnyCase),
    BoardCommand(
      .look, [.char("l")], .desks, footer: 6, in: { if case .aCase = $0 { true } else { false } },
      unless: { model, state in
        if let reason = model.entersNothing { return reason }
        let item = state.caseInView.flatMap { model.aCase($0) }
        return item.map { model.readable(of: $0).isEmpty } ?? true ? Wording.nothingToLookAt : nil
      }),
    BoardCommand(
      .refer, [.char("+")], .desks, footer: 7, in: { $0.showsCases || $0.isScreening || $0 == .referrals },
      unless: { model, state in model.entersNothing ?? needsAnyCase(model, state) }),
    BoardCommand(.referrals, [.char("B")], .views),
  ]

  private static let needsAnyCase: @Sendable (BoardModel, ViewState) -> String? = { _, state in
    state.caseInView == nil ? Wording.noCase : nil
  }

  private static let needsMember: @Sendable (BoardModel, ViewState) -> String? = { model, state in
    if let reason = model.entersNothing { return reason }
    if case .person? = state.pane.selection { return nil }
    return Wording.noMember
  }
}

extension BoardView {
  /// Whether it is the health page of a case.
  var isScreening: Bool { if case .screening = self { true } else { false } }
}

extension ViewState {
  /// The case that the view is about, or the selected one.
  var caseInView: CaseID? {
    switch view {
    case .screening(let id), .contacts(let id): if case .aCase(let other)? = pane.selection { other } else { id }
    default: caseToActOn
    }
  }
}

extension BoardModel {
  /// What whoever sits here does now; in a replay nobody sits here.
  var roles: Set<Role> { live.map { center.roles(of: $0.by, at: now) } ?? [] }

  /// What of a case's people may be opened by whoever sits here.
  func readable(of item: Case) -> [(person: PersonID, what: OpenedRecord)] {
    let roles = roles
    return center.members(of: item).flatMap { person -> [(PersonID, OpenedRecord)] in
      var records: [(PersonID, OpenedRecord)] = []
      if !roles.needs(of: person).isEmpty { records.append((person.id, .needs)) }
      if roles.readsMedical, person.hasMedicalRecord { records.append((person.id, .medical)) }
      return records
    }
  }
}

extension Person {
  fileprivate var hasMedicalRecord: Bool { !findings.isEmpty || !checks.isEmpty || !fitness.isEmpty }
}

/// What such a key does.
func tend(_ id: CommandID, _ model: BoardModel, _ state: inout ViewState) -> [BoardAction] {
  if id == .referrals { state.go(to: .referrals) }
  guard let item = state.caseInView ?? (id == .screening ? model.caseToScreen(state) : nil) else { return [] }
  switch id {
  case .screening: state.open(.screening(model.caseToScreen(state) ?? item))
  case .contacts: state.open(.contacts(item))
  case .isolate: state.ask(.health(.isolation(item)))
  case .refer: state.ask(.health(.refer(item)))
  case .look: return look(item, model, &state)
  default: break
  }
  guard case .person(let person)? = state.pane.selection, state.view.isScreening else { return [] }
  switch id {
  case .check: state.ask(.health(.check(person)))
  case .finding: state.ask(.health(.finding(person)))
  case .treat: state.ask(.health(.treatment(person)))
  case .fit: state.ask(.health(.fitness(person)))
  default: break
  }
  return []
}

/// Opens what whoever sits here may read, once for as long as the page stands; each is recorded.
private func look(_ id: CaseID, _ model: BoardModel, _ state: inout ViewState) -> [BoardAction] {
  guard let item = model.aCase(id) else { return [] }
  if state.pane.isOpened {
    state.say(Wording.openAlready, at: model.now)
    return []
  }
  state.pane.isOpened = true
  return model.readable(of: item).map { .enter(.line(DeskLine.look($0.person, $0.what))) }
}

extension BoardModel {
  /// On the board and in the queue of health, the case at one's own desk goes before the selected one.
  fileprivate func caseToScreen(_ state: ViewState) -> CaseID? {
    guard state.view.stage == .health || state.view == .overview, ownDesk?.id.stage == .health else { return nil }
    return caseAtDesk?.id
  }
}
