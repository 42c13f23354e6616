import CaseFlow

/// The heads of the queues: who is called next, and why. Stages at whose desks nobody waits share one line.
struct QueueHeads {
  let model: BoardModel
  let columns: Int
  /// The stages that have a box.
  let stages: [Stage]

  init(_ model: BoardModel, columns: Int) {
    self.model = model
    self.columns = columns
    stages = Stage.allCases.filter { stage in
      !Self.waiting(at: stage, model).isEmpty || Self.blocked(at: stage, model) != nil
    }
  }

  /// The rows of all boxes when each shows at most `shown` cases.
  func height(shown: Int) -> Int {
    let idle = stages.count < Stage.allCases.count ? 1 : 0
    return boxes.reduce(idle) { sum, line in sum + (line.map { min(shown + 2, wanted($0)) }.max() ?? 0) }
  }

  /// Draws the boxes, and answers the first row below them.
  func draw(on canvas: inout OverviewCanvas, in rect: Rect) -> Int {
    let gap = 3
    let width = (rect.width - (columns - 1) * gap) / columns
    guard rect.height >= 2, width > 20 else { return rect.row }
    let idle = Stage.allCases.filter { !stages.contains($0) }
    let room = rect.height - (idle.isEmpty ? 0 : 1)
    let heights = Self.shared(room, boxes.map { line in line.map { wanted($0) }.max() ?? 0 })
    var row = rect.row
    for (line, height) in zip(boxes, heights) {
      for (column, stage) in line.enumerated() {
        let box = Rect(row: row, column: rect.column + column * (width + gap), width: width, height: height)
        draw(stage, on: &canvas, in: box)
      }
      row += height
    }
    guard !idle.isEmpty, row < rect.endRow else { return row }
    canvas.frame.put(
      Wording.nobodyWaits(at: idle), row: row, column: rect.column + 1, style: .dim, limit: rect.width - 1)
    return row + 1
  }

  /// The stages side by side.
  private var boxes: [[Stage]] {
    stride(from: 0, to: stages.count, by: columns).map { Array(stages[$0..<min($0 + columns, stages.count)]) }
  }

  /// Heading, cases, why others cannot be called, a blank line.
  private func wanted(_ stage: Stage) -> Int {
    2 + Self.waiting(at: stage, model).count + (Self.blocked(at: stage, model) == nil ? 0 : 1)
  }

  private static func waiting(at stage: Stage, _ model: BoardModel) -> [CaseID] {
    guard let row = BoardRow.allCases.first(where: { $0.stage == stage }) else { return [] }
    return (model.figures.order[row] ?? []).filter { model.figures.standings[$0]?.position != nil }
  }

  /// Those of a stage who wait and whom no desk can call now, counted by why: interpreters by language first, also for
  /// cases on hold for one. Other holds stand in the column HELD.
  private static func blocked(at stage: Stage, _ model: BoardModel) -> String? {
    guard let row = BoardRow.allCases.first(where: { $0.stage == stage }) else { return nil }
    var languages: [(name: String, cases: Int)] = []
    if stage == .interview {
      languages = model.figures.lacking.map { (model.languageName($0.language), $0.cases) }
    }
    var reasons: [(name: String, cases: Int)] = []
    for id in model.figures.order[row] ?? [] {
      guard let standing = model.figures.standings[id], standing.position == nil, standing.lacks == nil,
        let item = model.aCase(id), item.state == .waiting, let reason = model.blocked(item, standing)
      else { continue }
      if let index = reasons.firstIndex(where: { $0.name == reason }) {
        reasons[index].cases += 1
      } else {
        reasons.append((reason, 1))
      }
    }
    return languages.isEmpty && reasons.isEmpty ? nil : Wording.heldUp(languages: languages, reasons)
  }

  /// Rows for every line of boxes: as many as it wants, and where that is too much an equal share of what is left.
  static func shared(_ height: Int, _ wanted: [Int]) -> [Int] {
    var given = [Int](repeating: 0, count: wanted.count)
    var left = height
    while left > 0, let next = given.indices.filter({ given[$0] < wanted[$0] }).min(by: { given[$0] < given[$1] }) {
      given[next] += 1
      left -= 1
    }
    return given
  }

  private func draw(_ stage: Stage, on canvas: inout OverviewCanvas, in box: Rect) {
    guard !box.isEmpty else { return }
    canvas.frame.put(
      "\(Wording.nextHeading) \(Wording.stage(stage).uppercased())", row: box.row, column: box.column + 1,
      style: .heading)
    let waiting = Self.waiting(at: stage, model)
    let blocked = Self.blocked(at: stage, model)
    let rows = max(0, box.height - 2 - (blocked == nil ? 0 : 1))
    let table = Table(
      [
        .left("", 6), .left("", 2), .right("", 6), .people(16, title: "", stretch: 10), .left("", 4, rank: 2),
        .left("", 14, rank: 1),
      ],
      width: box.width - 1, gap: 1, ellipsis: model.glyphs.ellipsis)
    var row = box.row + 1
    for id in waiting.prefix(rows) {
      guard let line = model.line(of: id) else { continue }
      table.draw(
        [
          Piece(line.number), Piece(line.level.label, line.level <= .p1 ? .plain.bold : .plain),
          Piece(TimeText.length(line.waited)), Piece(line.who, .dim), Piece(line.language, .dim), Piece(line.why, .dim),
        ], in: &canvas.frame, row: row, at: box.column + 1)
      row += 1
    }
    let more = waiting.count - rows
    if more > 0 { canvas.frame.putRight(Wording.moreOf(more), row: box.row, endColumn: box.endColumn, style: .dim) }
    guard let blocked, row < box.endRow else { return }
    let shown = TextWidth.clip(blocked, to: box.width - 1, ellipsis: model.glyphs.ellipsis)
    canvas.frame.put(shown, row: row, column: box.column + 1, style: .plain)
  }
}
