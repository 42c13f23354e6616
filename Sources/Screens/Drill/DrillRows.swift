package import CaseFlow

/// A row of the drill view: an identity, so that it stays selected while time goes on.
package enum DrillRow: Hashable, Sendable {
  case head(DrillPart)
  case about(DrillAbout)
  /// The second heading of the comparison: which side stands in which column.
  case sides
  case inject(Code)
  case expected(Code)
  /// 0 is the recorded day.
  case branch(Int)
  case hour(Instant)
  /// A line of the score, counted from 0.
  case score(Int)
  case told(ToldItem)
}

/// A part of the drill view.
package enum DrillPart: Int, CaseIterable, Hashable, Sendable {
  case injects, expected, branches, comparison, score, told, about
}

/// A line about the drill itself.
package enum DrillAbout: Hashable, Sendable {
  /// A line of what the team is to learn, which takes as many as it needs.
  case purpose(String, isFirst: Bool)
  case team, seats, time
}

extension DrillRow {
  /// The part it stands in.
  var part: DrillPart {
    switch self {
    case .head(let part): part
    case .about: .about
    case .sides, .hour: .comparison
    case .inject: .injects
    case .expected: .expected
    case .branch: .branches
    case .score: .score
    case .told: .told
    }
  }
}

extension DrillItem {
  /// The rows of the drill view, part after part; a part of which there is nothing is left out. What the drill is and
  /// what the team was told stands first on its own board, what is to come on the controller's; when the drill is over,
  /// how it was scored.
  func rows(width: Int) -> [DrillRow] {
    let parts: [DrillPart] =
      isOver
      ? [.score, .expected, .comparison, .branches, .told, .injects, .about]
      : isController
        ? [.injects, .expected, .branches, .comparison, .score, .told, .about] : [.about, .told, .branches]
    return parts.flatMap { part in
      let rows = rows(of: part, width: width)
      return rows.isEmpty ? [] : [.head(part)] + rows
    }
  }

  private func rows(of part: DrillPart, width: Int) -> [DrillRow] {
    switch part {
    case .injects: (controller?.injects ?? []).map { .inject($0.inject.code) }
    case .expected: expected.map { .expected($0.code) }
    case .branches: branches.map { .branch($0.number) }
    case .comparison: comparison.hours.isEmpty ? [] : [.sides] + comparison.hours.map { .hour($0.from) }
    case .score: score.indices.map { .score($0) }
    case .told: told.reversed().map { .told($0) }
    case .about:
      purposeLines(width: width).map { .about($0) } + [.about(.team)] + (seats.isEmpty ? [] : [.about(.seats)])
        + [.about(.time)]
    }
  }

  private func purposeLines(width: Int) -> [DrillAbout] {
    guard !purpose.isEmpty else { return [] }
    let room = max(8, width - DrillTables.aboutWidth - 4)
    return Page.wrap(purpose, to: room).enumerated().map { .purpose($1, isFirst: $0 == 0) }
  }

  /// The inject of a code.
  func inject(_ code: Code) -> DrillInject? { controller?.injects.first { $0.inject.code == code } }
}

extension BoardModel {
  /// Whether the team's board is dark now; the controller's never is.
  var powerCut: PowerCut? {
    guard let drill, !drill.isController, drill.phase == .played else { return nil }
    return drill.cuts.last { $0.since <= now && now < $0.until }
  }

  /// Everything said to the team from outside up to now, oldest first: what it was told, and that the power is back.
  var toldToTeam: [ToldItem] {
    guard let drill else { return [] }
    let back = drill.cuts.filter { $0.until <= now }.map { cut in
      ToldItem(
        at: cut.until,
        text: Wording.powerBack(TimeText.near(cut.since, now, zone), TimeText.near(cut.until, now, zone)))
    }
    return back.isEmpty ? drill.told : (drill.told + back).sorted { $0.at < $1.at }
  }
}

extension BoardModel {
  /// What stands beside the title of the drill view: whose board, which branch, how it stands, when it ends.
  var drillNotes: [Piece] {
    guard let drill else { return [] }
    return (drill.isController ? [Piece(Wording.theController, .drill)] : []) + [
      Piece(Wording.branchLine(drill.branch, parent: drill.parent)), Piece(Wording.phase(drill.phase, now, zone)),
    ] + (drill.isOver ? [] : [Piece(Wording.endsAt(drill.until, now, zone))])
  }
}
