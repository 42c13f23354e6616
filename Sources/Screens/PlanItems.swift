import Alarms
package import CaseFlow

/// A rung of the ladder of reserves as a screen shows it.
package struct RungItem: Hashable, Sendable {
  package var code: Code
  package var title: String
  package var kind: PlaceKind
  package var places: Int
  package var staff: Int
  package var lead: Span
  package var orderedBy: String?
  /// When what was ordered is open at the latest.
  package var ready: Instant?
  /// Whether the load asks for it now.
  package var isNeeded = false
}

// The plan of a board: its crisis, its cards with the checklist of standing down, its ladder.
extension BoardModel {
  mutating func takeCrisis(of board: AlarmBoard) {
    var item = CrisisItem()
    item.rule = AlarmSentences.rule(board.plan.crisis)
    var going: Crisis?
    inCharge = board.charge?.who.text
    switch board.crisis {
    case .none: break
    case .proposed(let crisis):
      item.standing = .proposed(since: crisis.proposed ?? board.now)
      going = crisis
    case .declared(let crisis):
      let charge = crisis.charge ?? board.charge?.who ?? crisis.declaredBy ?? .none
      item.standing = .declared(at: crisis.declared ?? board.now, by: charge.text)
      item.declaredBy = crisis.declaredBy?.text ?? ""
      going = crisis
    }
    item.seen = going?.parts.map { AlarmSentences.parts($0, board.plan.crisis) } ?? ""
    item.clearSince = going?.clear
    item.openChecks = board.openChecks
    crisis = item
    cards = board.plan.plan.cards.map { card($0, going) }
    if going?.declared != nil, !board.plan.plan.standDown.isEmpty {
      cards.append(card(board.plan.plan.checklist, going))
    }
    takeLadder(of: board)
  }

  private func card(_ card: ActionCard, _ crisis: Crisis?) -> CardItem {
    let lines = card.lines.enumerated().map { index, line in
      func isLine(_ tick: ActionTick) -> Bool { tick.card == card.code && tick.line == index + 1 }
      var shown = CardLine(text: line.text, owner: line.role.text)
      if card.code != ResponsePlan.standDownCard {
        shown.due = crisis?.declared.map { $0 + .minutes(line.minutes) }
      }
      shown.takenBy = crisis?.taken.first(where: isLine)?.by.text
      let tick = crisis?.done.first(where: isLine)
      shown.doneAt = tick?.at
      shown.doneBy = tick?.by.text
      return shown
    }
    return CardItem(code: card.code, title: card.title, role: card.role.text, lines: lines)
  }

  private mutating func takeLadder(of board: AlarmBoard) {
    let reserves = board.plan.plan.reserves
    guard !reserves.isEmpty else { return }
    let rungs = board.ladder(center)
    ladderShort = rungs.filter { $0.short > 0 }.map { Wording.short($0) }
    let needed = Set(rungs.flatMap(\.picked).map(\.code))
    ladder = reserves.map { reserve in
      let order = board.reserves.first { $0.reserve == reserve.code }
      var item = RungItem(
        code: reserve.code, title: reserve.title, kind: reserve.kind, places: reserve.places, staff: reserve.staff,
        lead: .minutes(reserve.leadMinutes))
      item.orderedBy = order?.by.text
      item.ready = order.map { $0.at + .minutes(reserve.leadMinutes) }
      item.isNeeded = needed.contains(reserve.code)
      return item
    }
  }

  /// What the view of the plan lists: the cards of the role asked for, late lines first, then the ladder.
  func planItems(role: String) -> [Item] {
    var items: [Item] = []
    for card in cards {
      let own = card.lines.indices.filter { role.isEmpty || card.role == role || card.lines[$0].owner == role }
      if own.isEmpty { continue }
      let late = own.filter { card.lines[$0].isLate(at: now) }
      items.append(.card(card.code))
      items += (late + own.filter { !late.contains($0) }).map { .cardLine(card.code, $0) }
    }
    if role.isEmpty, !ladder.isEmpty { items += [.ladder] + ladder.map { .reserve($0.code) } }
    return items
  }

  /// The roles of the plan, in the order of the cards.
  var planRoles: [String] {
    var roles: [String] = []
    for role in cards.flatMap({ [$0.role] + $0.lines.compactMap(\.owner) }) where !role.isEmpty {
      if !roles.contains(role) { roles.append(role) }
    }
    return roles
  }

  /// The first line that should have been done and that nobody answers for: `F-1 2`.
  var lateUnowned: String? {
    for card in cards {
      if let index = card.lines.firstIndex(where: { $0.isLate(at: now) && $0.takenBy == nil }) {
        return "\(card.code) \(index + 1)"
      }
    }
    return nil
  }
}

extension ResponsePlan {
  /// The checklist of standing down as a card without times.
  fileprivate var checklist: ActionCard {
    var card = ActionCard()
    card.code = ResponsePlan.standDownCard
    card.title = Wording.standDownTitle
    card.lines = standDown.map { text in
      var line = ActionLine()
      line.text = text
      return line
    }
    return card
  }
}
