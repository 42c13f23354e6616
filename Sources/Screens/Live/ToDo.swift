import CaseFlow

// What is still to be asked of people who have a number: one line of arrival is enough to begin, the rest follows.

/// Something that is not known of a case.
enum Missing: Hashable {
  case name, age, needs, language, nationality, bookIn
  /// Why the case stays longer than the norm.
  case stay
}

extension BoardModel {
  /// What is still to be asked of a case, in the order of the form.
  func missing(of item: Case) -> [Missing] {
    let members = center.members(of: item)
    var missing: [Missing] = []
    if members.contains(where: { !$0.details.contains(.familyName) && $0.erasedAt == nil }) { missing.append(.name) }
    if members.contains(where: { $0.age == nil }) { missing.append(.age) }
    if members.contains(where: { !$0.needs.asked }) { missing.append(.needs) }
    if item.language == nil { missing.append(.language) }
    if item.nationality == nil { missing.append(.nationality) }
    if center.parties[item.party]?.bookIn == nil { missing.append(.bookIn) }
    if center.lacksStayReason(item, at: now) { missing.append(.stay) }
    return missing
  }

  /// The cases on roll of which something is still to be asked, the latest arrivals first. Linear in the cases when it
  /// is first asked for: it is on the screen while a line is typed.
  var incomplete: [CaseID] {
    incompleteOnce.value {
      var found: [(arrivedAt: Instant, id: CaseID)] = []
      for item in center.cases.items where item.isOnRoll && isIncomplete(item) {
        found.append((item.arrivedAt, item.id))
      }
      return found.sorted { $1 < $0 }.map(\.id)
    }
  }

  /// Whether anything is missing of a case: what is soonest found out comes first.
  private func isIncomplete(_ item: Case) -> Bool {
    if item.language == nil || item.nationality == nil || center.parties[item.party]?.bookIn == nil { return true }
    return item.members.contains { id in center.people.holds(id) { !$0.isComplete } }
      || center.lacksStayReason(item, at: now)
  }
}

extension Person {
  fileprivate var isComplete: Bool {
    age != nil && needs.asked && (erasedAt != nil || details.contains(.familyName))
  }
}

extension ListTable {
  static let toDoColumns: [Column] = [
    .left(Wording.caseHeading, 7),
    .left(Wording.whoHeading, 16, rank: 2, stretch: 16),
    .left(Wording.missingHeading, 24, stretch: 40),
    .left(Wording.rowHeading, 15, rank: 3),
    .right(Wording.arrivedHeading, 7, rank: 4),
  ]

  func toDo(_ id: CaseID) -> [Piece] {
    guard let item = model.aCase(id) else { return [] }
    let row = model.figures.standings[id]?.row
    return [
      Piece(id.checked), Piece(model.who(item)),
      Piece(model.missing(of: item).map { Wording.missing($0) }.joined(separator: ", ")),
      Piece(row.map { Wording.row($0) } ?? Wording.none, .dim),
      Piece(TimeText.short(item.arrivedAt, model.now, model.zone), .dim),
    ]
  }
}
