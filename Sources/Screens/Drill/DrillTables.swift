import CaseFlow

/// The tables of the drill view, each fitted to the width: one for every part, its heading in the row above it.
struct DrillTables {
  let model: BoardModel
  let drill: DrillItem
  private let tables: [DrillPart: Table]
  private let comparison: ComparisonTable

  init?(_ model: BoardModel, width: Int) {
    guard let drill = model.drill else { return nil }
    self.model = model
    self.drill = drill
    let ellipsis = model.glyphs.ellipsis
    comparison = ComparisonTable(drill.comparison, width: width, ellipsis: ellipsis)
    var tables: [DrillPart: Table] = [:]
    for part in DrillPart.allCases {
      tables[part] = Table(
        Self.columns(part, model, drill), width: width, gap: width >= 150 ? 2 : 1, ellipsis: ellipsis)
    }
    self.tables = tables
  }

  func draw(_ row: DrillRow, in frame: inout Frame, row line: Int, at left: Int) {
    guard let table = tables[row.part] else { return }
    switch row {
    case .head(.comparison): comparison.drawMeasures(in: &frame, row: line, at: left)
    case .sides: comparison.drawSides(in: &frame, row: line, at: left)
    case .hour(let from):
      guard let hour = drill.comparison.hours.first(where: { $0.from == from }) else { return }
      comparison.draw(hour, TimeText.clock(from, model.zone), in: &frame, row: line, at: left)
    case .head: table.drawHeading(in: &frame, row: line, at: left)
    case .inject, .expected, .branch, .score, .told, .about: table.draw(pieces(row), in: &frame, row: line, at: left)
    }
  }

  private func pieces(_ row: DrillRow) -> [Piece] {
    switch row {
    // The comparison draws its own.
    case .head, .sides, .hour: []
    case .inject(let code): drill.inject(code).map { inject($0) } ?? []
    case .expected(let code): drill.expected.first { $0.code == code }.map { expected($0) } ?? []
    case .branch(let number): drill.branches.first { $0.number == number }.map { branch($0) } ?? []
    case .score(let index): drill.score.indices.contains(index) ? score(drill.score[index]) : []
    case .told(let item): [Piece(near(item.at), .dim), Piece(item.text)]
    case .about(let line): [Piece(Wording.about(line), .dim), Piece(model.about(line, drill))]
    }
  }

  private func near(_ instant: Instant?) -> String {
    instant.map { TimeText.near($0, model.now, model.zone) } ?? ""
  }
}

// The columns.
extension DrillTables {
  private static func columns(_ part: DrillPart, _ model: BoardModel, _ drill: DrillItem) -> [Column] {
    // A code is typed as it stands here, so none is cut; a time without its day needs half the room.
    func code(_ title: String, _ codes: [Code]) -> Column { .left(title, max(8, codes.map(\.text.count).max() ?? 0)) }
    func time(_ title: String, _ times: [Instant?]) -> Column {
      let cells = times.compactMap { $0 }.map { TextWidth.cells(of: TimeText.near($0, model.now, model.zone)) }
      return .right(title, max(5, cells.max() ?? 0), rank: 3)
    }
    let injects = drill.controller?.injects ?? []
    return switch part {
    case .injects:
      [
        code(Wording.injectsPart, injects.map(\.inject.code)), .left(Wording.stateHeading, 12),
        time(Wording.injectTimeHeading, injects.flatMap { [$0.inject.at, $0.due] }),
        .left(Wording.injectKindHeading, 14, rank: 1, stretch: 12),
        .left(Wording.injectTextHeading, 8, rank: 4, stretch: 120),
      ]
    case .expected:
      [
        code(Wording.expectedPart, drill.expected.map(\.code)), .left(Wording.stateHeading, 12),
        time(Wording.dueByHeading, drill.expected.map(\.due)),
        .left(Wording.roleHeading, 14, rank: 2), .left(Wording.whatHeading, 16, rank: 1, stretch: 120),
      ]
    case .branches:
      [
        .left(Wording.branchesPart, 8), .left(Wording.fromHeading, 8, rank: 4),
        .right(Wording.takenOverHeading, 12, rank: 3), .right(Wording.playedHeading, 12, rank: 5),
      ] + (drill.branches.contains { $0.figures != nil } ? figures : [])
    case .score:
      [
        .left(Wording.scorePart, 30), .right(Wording.shownHeading, 13, stretch: 3),
        .right(Wording.recordedDayHeading, 13, rank: 2), .right(Wording.nothingHeading, 13, rank: 1),
      ]
    case .told: [.left(Wording.toldPart, 12), .left("", 10, stretch: 200)]
    case .about: [.left(Wording.aboutPart, aboutWidth), .left("", 10, stretch: 200)]
    case .comparison: []
    }
  }

  /// The cells that the names of the lines about the drill take.
  static let aboutWidth = 10

  /// What branches are compared by; the team's board has nothing of it until the drill is over.
  private static let figures: [Column] = [
    .right(Wording.longestHeading, 7), .right(Wording.breachesHeading, 8, rank: 1),
    .right(Wording.alarmsHeading, 6, rank: 1), .right(Wording.releasedHeading, 8, rank: 1),
  ]
}

// The rows.
extension DrillTables {
  private func inject(_ item: DrillInject) -> [Piece] {
    let what = item.inject
    var style = Style.plain
    let state: Piece
    switch item.state {
    case .fired(let at):
      style = .dim
      state = Piece("\(model.glyphs.check) \(near(at))", .dim)
    case _ where drill.isOver:
      style = .dim
      state = Piece(Wording.neverCame, .dim)
    case .held: state = Piece(Wording.heldBack, .watch)
    case .toCome:
      let left = item.due.map { $0 - model.now }
      if drill.phase == .played, let left, left < .zero {
        return [
          Piece(what.code.text, .watch), Piece(Wording.waitsForTarget, .watch), Piece(near(item.due)),
          Piece(Wording.inject(what)), Piece(Wording.fitsNobody(what), .watch),
        ]
      }
      let isNear = left.map { $0 < DrillTables.near } ?? false
      state = Piece(left.map { Wording.comes(in: $0) } ?? Wording.byHand, isNear ? .watch : .plain)
    }
    return [
      Piece(what.code.text, style), state, Piece(near(what.at), style), Piece(Wording.inject(what), style),
      Piece(what.tell.text, style),
    ]
  }

  /// What comes so soon is marked.
  private static let near = Span.minutes(5)

  private func expected(_ item: ExpectedItem) -> [Piece] {
    let style: Style =
      switch item.state {
      case .toCome, .notAsked, .done: .dim
      case .open: .plain
      case .late: .watch
      case .missed: .strained
      }
    return [
      Piece(item.code.text, style),
      Piece(
        Wording.expected(item, isOver: drill.isOver, model.now, model.zone), item.state == .open ? .plain.bold : style),
      Piece(near(item.due), style), Piece(Wording.role(item.role), style), Piece(item.title, style),
    ]
  }

  private func branch(_ item: BranchItem) -> [Piece] {
    let isShown = item.number == drill.branch
    let style: Style = isShown ? .plain.bold : .plain
    let sign = isShown ? model.glyphs.marker : " "
    func count(_ part: (DrillFigures) -> Int) -> Piece { Piece(item.figures.map { String(part($0)) } ?? "", style) }
    return [
      Piece("\(sign)\(Wording.shortBranch(item.number))", style),
      Piece(item.parent.map { Wording.shortBranch($0) } ?? Wording.asRecorded, style), Piece(near(item.at), style),
      Piece(item.parent == nil ? "" : near(item.until), style),
      Piece(item.figures.map { TimeText.length($0.wait) } ?? "", style), count(\.breaches), count(\.alarms),
      count(\.released),
    ]
  }

  private func score(_ item: ScoreItem) -> [Piece] {
    let sign = item.isGap ? "\(model.glyphs.warning) " : ""
    return [
      Piece(sign + item.name, item.isGap ? .strained : .plain), Piece(item.value, item.isGap ? .strained : .plain.bold),
      Piece(item.recorded), Piece(item.nothing),
    ]
  }
}

extension BoardModel {
  /// The whole text of a row of the drill view that its column may have cut; nil where it says all.
  func drillDetail(_ row: DrillRow) -> String? {
    switch row {
    case .inject(let code):
      drill?.inject(code).map { $0.inject.tell.text.isEmpty ? Wording.inject($0.inject) : $0.inject.tell.text }
    case .expected(let code): drill?.expected.first { $0.code == code }?.title
    case .told(let item): item.text
    case .sides, .hour, .head(.comparison): drill.map { Wording.legend($0.comparison.sides) }
    case .about(let line): drill.map { about(line, $0) }
    case .head, .branch, .score: nil
    }
  }

  /// A line about the drill itself.
  fileprivate func about(_ line: DrillAbout, _ drill: DrillItem) -> String {
    switch line {
    case .purpose(let text, _): text
    case .team: Wording.plays(drill.team)
    case .seats: Wording.seated(drill.seats)
    case .time:
      Wording.time(TimeText.near(drill.from, now, zone), TimeText.near(drill.until, now, zone), left: drill.until - now)
    }
  }
}
