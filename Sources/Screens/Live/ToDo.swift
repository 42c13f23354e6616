import CaseFlow

// What is still to be asked of people who have a number: one line of arrival is enough to begin, the rest follows.

/// Something that is not known of a case, in the order of the form.
enum Missing: Hashable, CaseIterable {
  case name, age, needs, language, nationality, bookIn
  /// Why the case stays longer than the norm.
  case stay
}

extension BoardModel {
  /// What is still to be asked of a case.
  func missing(of item: Case) -> [Missing] { Missing.allCases.filter { isMissing($0, of: item) } }

  private func isMissing(_ what: Missing, of item: Case) -> Bool {
    func anyone(_ lacks: (Person) -> Bool) -> Bool {
      item.members.contains { center.people.holds($0, lacks) }
    }
    return switch what {
    case .name: anyone { !$0.details.contains(.familyName) && $0.erasedAt == nil }
    case .age: anyone { $0.age == nil }
    case .needs: anyone { !$0.needs.asked }
    case .language: item.language == nil
    case .nationality: item.nationality == nil
    case .bookIn: center.parties[item.party]?.bookIn == nil
    case .stay: center.lacksStayReason(item, at: now)
    }
  }

  /// The cases on roll of which something is still to be asked, the latest arrivals first. Linear in the cases when it
  /// is first asked for: it is on the screen while a line is typed.
  var incomplete: [CaseID] {
    incompleteOnce.value {
      // Made once: each `allCases` is a new list, and there may be ten thousand cases.
      let kinds = Missing.allCases
      var found: [(arrivedAt: Instant, id: CaseID)] = []
      for item in center.cases.items
      where item.isOnRoll && kinds.contains(where: { isMissing($0, of: item) }) {
        found.append((item.arrivedAt, item.id))
      }
      return found.sorted { $1 < $0 }.map(\.id)
    }
  }
}

extension ListTable {
  static let toDoColumns: [Column] = [
    .left(Wording.caseHeading, 7),
    .people(16, rank: 2, stretch: 16),
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
