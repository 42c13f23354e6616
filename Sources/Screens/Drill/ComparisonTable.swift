import CaseFlow

/// The table that sets a branch beside others, hour by hour: for every measure its sides next to each other, so that
/// what is compared stands in one glance.
struct ComparisonTable {
  /// What is compared.
  enum Measure: CaseIterable {
    case wait, breaches, alarms, released
  }

  private let item: ComparisonItem
  private let measures: [Measure]
  /// How many sides there is room for.
  private let sides: Int
  private let table: Table

  init(_ item: ComparisonItem, width: Int, ellipsis: String) {
    self.item = item
    func room(_ measures: [Measure]) -> Int { (width - Self.hourWidth) / measures.reduce(0) { $0 + $1.width + 1 } }
    // Two sides with fewer measures say more than one side with all of them.
    let few: [Measure] = [.wait, .breaches, .released]
    let measures = room(Measure.allCases) < min(2, item.sides.count) ? few : Measure.allCases
    let sides = min(item.sides.count, max(1, room(measures)))
    let columns = measures.flatMap { measure in (0..<sides).map { _ in Column.right("", measure.width) } }
    self.measures = measures
    self.sides = sides
    table = Table([.left("", Self.hourWidth)] + columns, width: width, ellipsis: ellipsis)
  }

  private static let hourWidth = 5

  /// The names of the measures, each over its columns.
  func drawMeasures(in frame: inout Frame, row: Int, at left: Int) {
    frame.put(Wording.comparisonPart, row: row, column: left, style: .heading)
    for (index, measure) in measures.enumerated() where sides > 0 {
      guard let first = table.places[1 + index * sides], let last = table.places[(index + 1) * sides] else { continue }
      let end = last.column + last.width
      let name = measure.names.first { TextWidth.cells(of: $0) <= end - first.column } ?? ""
      frame.putRight(name, row: row, endColumn: left + end, style: .heading)
    }
  }

  /// Which side stands in which column.
  func drawSides(in frame: inout Frame, row: Int, at left: Int) {
    let names = item.sides.prefix(sides).map { Piece(Wording.side($0), .heading) }
    table.draw([Piece("")] + measures.flatMap { _ in names }, in: &frame, row: row, at: left)
  }

  /// One hour; a side that has nothing of it shows a dash.
  func draw(_ hour: ComparisonHour, _ time: String, in frame: inout Frame, row: Int, at left: Int) {
    let figures = (0..<sides).map { hour.figures.indices.contains($0) ? hour.figures[$0] : nil }
    let pieces = measures.flatMap { measure in
      figures.enumerated().map { index, figures in
        Piece(figures.map { measure.text($0) } ?? Wording.none, index == 0 ? .plain.bold : .plain)
      }
    }
    table.draw([Piece(time, .dim)] + pieces, in: &frame, row: row, at: left)
  }
}

extension ComparisonTable.Measure {
  fileprivate var width: Int { self == .wait ? 5 : 3 }

  /// Its name, the longest first.
  fileprivate var names: [String] {
    switch self {
    case .wait: [Wording.longestWaitHeading, Wording.waitHeading]
    case .breaches: [Wording.breachesHeading, Wording.shortBreaches, Wording.shortestBreaches]
    case .alarms: [Wording.alarmsHeading, Wording.shortAlarms]
    case .released: [Wording.releasedHeading, Wording.shortReleased]
    }
  }

  fileprivate func text(_ figures: DrillFigures) -> String {
    switch self {
    case .wait: TimeText.length(figures.wait)
    case .breaches: String(figures.breaches)
    case .alarms: String(figures.alarms)
    case .released: String(figures.released)
    }
  }
}
