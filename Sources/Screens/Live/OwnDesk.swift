import CaseFlow

// The line above a queue that says what the operator's own desk does and what it would do next.

extension ListScreen {
  func drawDesk(in frame: inout Frame, row: Int) {
    let text = model.deskLine(state)
    frame.put(
      TextWidth.clip(text.text, to: frame.width - 3, ellipsis: model.glyphs.ellipsis), row: row, column: 2,
      style: text.style)
  }
}

extension BoardModel {
  /// Why a case is next: its class, or what goes before that.
  private func why(_ next: (id: CaseID, reason: CallReason)) -> String {
    guard next.reason == .order, let priority = figures.standings[next.id]?.priority else {
      return Wording.callReason(next.reason)
    }
    return "\(priority.level.label) \(Wording.reason(priority.reason))"
  }

  /// `call 3 of 4`: after the last one a case that does not come is put on hold.
  private func calls(of item: Case) -> String { Wording.calls(item.recalls + 1, of: center.rules.recalls + 1) }

  /// `interview-2: 0412-K family f34 c7, called 14:02` or who would be called next, and why.
  func deskLine(_ state: ViewState) -> Piece {
    guard let stage = state.view.stage, let live else { return Piece("") }
    guard let desk = ownDesk else { return Piece(Wording.noDeskYet(live.by), .dim) }
    if let item = caseAtDesk {
      let since = TimeText.near(item.changedAt, now, zone)
      let again = item.state == .called && item.recalls > 0 ? ", \(calls(of: item))" : ""
      return Piece(
        "\(desk.id.shown): \(item.id.checked) \(who(item)), \(Wording.deskDoes(item.state)) \(since)\(again)",
        .plain.bold)
    }
    if desk.id.stage != stage { return Piece(Wording.deskElsewhere(desk.id), .dim) }
    guard let next = center.next(at: desk.id, at: now), let item = aCase(next.id) else {
      return Piece("\(desk.id.shown): \(Wording.freeDesk), \(Wording.nobodyToCall)", .dim)
    }
    return Piece("\(desk.id.shown): \(Wording.wouldCall(item.id.checked, who(item), why(next)))")
  }
}
