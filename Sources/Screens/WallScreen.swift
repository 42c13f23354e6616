import Alarms
import CaseFlow

/// The board on a wall: figures that are read from four metres, numbers and stages only, never a name. Nothing on it
/// moves by itself; while an alarm goes on, the worst one stands in the upper half.
struct WallScreen {
  private let model: BoardModel
  private let size: Size

  init(_ model: BoardModel, _ size: Size) {
    self.model = model
    self.size = size
  }

  /// A figure with what it counts.
  private struct Tile {
    var label: String
    var figure: String
    var note = ""
    var grade: AlarmGrade?
  }

  func draw(in frame: inout Frame) {
    var rest = size.rect
    let (head, below) = rest.split(rows: 1)
    rest = below
    drawHead(in: &frame, head)
    if let crisis, rest.height > 1 {
      let (line, lower) = rest.split(rows: 1)
      frame.fill(line, style: crisis.style)
      frame.put(
        TextWidth.clip(crisis.text, to: line.width, ellipsis: model.glyphs.ellipsis), row: line.row, column: 0,
        style: crisis.style)
      rest = lower
    }
    if let worst = worst, rest.height > 0 {
      let (upper, lower) = rest.split(rows: min(rest.height, max(1, rest.height >= 16 ? 2 + figureRows : 1)))
      drawWorst(worst, in: &frame, upper)
      rest = lower
    }
    drawTiles(in: &frame, rest)
  }

  /// That a crisis is declared or proposed, since when, and what the rule saw: without whoever declared it.
  private var crisis: Piece? {
    let (sign, word, since, style): (String, String, Instant, Style)
    switch model.crisis.standing {
    case .none: return nil
    case .proposed(let at): (sign, word, since, style) = (model.glyphs.warning, Wording.crisisProposed, at, .strained)
    case .declared(let at, _): (sign, word, since, style) = (model.glyphs.alarm, Wording.crisis, at, .crisis)
    }
    let time = TimeText.near(since, model.now, model.zone)
    let seen = model.crisis.seen.isEmpty ? "" : "  \(model.crisis.seen)"
    return Piece(" \(sign) \(word)  \(time)\(seen)", style.bold.reversed)
  }

  /// The alarm to look at, of the gravest level: the one that waits longest for an owner, else the newest, because what
  /// somebody has answered for since the morning tells nobody what is happening now.
  private var worst: AlarmItem? {
    let open = model.alarms.filter(\.isActive)
    let grade = open.map(\.grade).max()
    return open.first { $0.grade == grade && $0.standing == .unacknowledged }
      ?? open.filter { $0.grade == grade }.max { $0.raised < $1.raised }
  }

  /// How many times larger than a cell a stroke is: as large as everything still fits.
  private var scale: Int { max(1, min(size.height / 24, size.width / 80)) }
  private var figureRows: Int { BlockDigits.rows * scale }

  private func drawHead(in frame: inout Frame, _ line: Rect) {
    frame.fill(line, style: .bar)
    let time = "\(Wording.mode(of: model)) \(TimeText.clock(model.now, model.zone)) "
    let unowned = model.openAlarms.count { $0.standing == .unacknowledged }
    let alarms = unowned > 0 ? "  \(unowned) \(Wording.unowned)" : ""
    let room = max(0, line.width - TextWidth.cells(of: time) - 1)
    frame.put(
      TextWidth.clip(" \(model.center.plan.name)\(alarms)", to: room, ellipsis: model.glyphs.ellipsis), row: line.row,
      column: 0, style: .bar.bold)
    frame.putRight(time, row: line.row, endColumn: line.endColumn, style: .bar.bold)
  }

  /// The worst alarm: its sign, its level as a word, reversed, and its value as large as the figures.
  private func drawWorst(_ alarm: AlarmItem, in frame: inout Frame, _ rect: Rect) {
    let style = model.style(alarm.grade).bold.banner
    frame.fill(rect, style: style)
    let word = Wording.grade(alarm.grade).uppercased()
    let owner = alarm.standing == .unacknowledged ? "  \(Wording.unowned)" : ""
    let text =
      " \(model.sign(alarm.grade)) \(word)  \(alarm.title)  \(TimeText.clock(alarm.raised, model.zone))\(owner)"
    frame.put(
      TextWidth.clip(text, to: rect.width, ellipsis: model.glyphs.ellipsis), row: rect.row, column: 0, style: style)
    guard rect.height > figureRows else { return }
    let figure = "\(model.sign(alarm.grade)) \(alarm.value)"
    BlockDigits.draw(
      figure, in: &frame, Rect(row: rect.row + 1, column: 2, width: rect.width - 4, height: figureRows), scale, style,
      model.glyphs)
  }

  /// Children alone wherever they are: the row counts those who wait for nothing else.
  private var childrenAlone: Int {
    model.center.cases.items.reduce(0) { $0 + ($1.isOnRoll && $1.isChildAlone ? $1.members.count : 0) }
  }

  private var tiles: [Tile] {
    let figures = model.figures
    var tiles = [Tile(label: Wording.onRoll, figure: String(figures.counts.onRoll))]
    if figures.counts.unplaced > 0 {
      tiles.append(Tile(label: Wording.unplacedNow, figure: String(figures.counts.unplaced), grade: .watch))
    }
    for row in [BoardRow.reception, .health, .interview, .caseManagement, .leaving, .childrenAlone] {
      guard let people = figures.row(row) else { continue }
      tiles.append(
        Tile(
          label: Wording.row(row), figure: String(row == .childrenAlone ? childrenAlone : people.people),
          note: people.oldest.map { TimeText.length($0) } ?? "",
          grade: model.rowGrade(row)))
    }
    for kind in figures.kinds {
      tiles.append(
        Tile(
          label: Wording.places(kind.kind), figure: String(kind.occupied), note: "/ \(kind.usable)",
          grade: model.placeGrade(kind.kind)))
    }
    return tiles
  }

  /// So many of the figures, in their order: where not all have room, those go about which no alarm is active.
  private func tiles(fitting room: Int) -> [Tile] {
    var tiles = tiles
    while tiles.count > room, let calm = tiles.lastIndex(where: { $0.grade == nil }) { tiles.remove(at: calm) }
    return Array(tiles.prefix(room))
  }

  /// As many figures as fit, the most telling first; what fits nowhere large stands as a line.
  private func drawTiles(in frame: inout Frame, _ rect: Rect) {
    let tileRows = figureRows + 2
    let width = max(18, BlockDigits.width * scale * 4 + 2)
    guard rect.height >= tileRows, rect.width >= width else { return drawLines(in: &frame, rect) }
    let across = rect.width / width
    for (index, tile) in tiles(fitting: across * (rect.height / tileRows)).enumerated() {
      let row = rect.row + index / across * tileRows
      let column = rect.column + index % across * (rect.width / across) + 1
      let style = tile.grade.map { model.style($0).bold } ?? .plain
      let sign = tile.grade.map { "\(model.sign($0)) " } ?? ""
      let heading = TextWidth.clip(
        "\(sign)\(tile.label) \(tile.note)", to: width - 2, ellipsis: model.glyphs.ellipsis)
      frame.put(heading, row: row, column: column, style: tile.grade == nil ? .heading : style.banner)
      BlockDigits.draw(
        tile.figure, in: &frame, Rect(row: row + 1, column: column, width: width - 2, height: figureRows), scale,
        style, model.glyphs)
    }
  }

  private func drawLines(in frame: inout Frame, _ rect: Rect) {
    for (offset, tile) in tiles(fitting: max(0, rect.height)).enumerated() {
      let sign = tile.grade.map { "\(model.sign($0)) " } ?? ""
      frame.put(
        TextWidth.clip(
          "\(sign)\(tile.figure) \(tile.label) \(tile.note)", to: rect.width, ellipsis: model.glyphs.ellipsis),
        row: rect.row + offset, column: 0, style: tile.grade.map { model.style($0).bold } ?? .plain.bold)
    }
  }
}

/// Digits made of blocks, five cells high and three wide, and larger by whole factors.
enum BlockDigits {
  static let rows = 5
  /// With the gap behind it.
  static let width = 4

  /// Each row of a digit in three bits, the left one first.
  private static let shapes: [Character: [UInt8]] = [
    "0": [7, 5, 5, 5, 7], "1": [2, 6, 2, 2, 7], "2": [7, 1, 7, 4, 7], "3": [7, 1, 7, 1, 7], "4": [5, 5, 7, 1, 1],
    "5": [7, 4, 7, 1, 7], "6": [7, 4, 7, 5, 7], "7": [7, 1, 2, 2, 2], "8": [7, 5, 7, 5, 7], "9": [7, 5, 7, 1, 7],
    "h": [4, 4, 7, 5, 5], "m": [0, 0, 7, 7, 5], "d": [1, 1, 7, 5, 7], "%": [5, 1, 2, 4, 5], "+": [0, 2, 7, 2, 0],
    "-": [0, 0, 7, 0, 0], "/": [1, 1, 2, 4, 4], "!": [2, 2, 2, 0, 2], ":": [0, 2, 0, 2, 0],
  ]

  /// Draws a text of digits and the signs of lengths of time; what has no shape is left out. What does not fit is not
  /// begun: half a number is another number.
  static func draw(
    _ text: String, in frame: inout Frame, _ rect: Rect, _ scale: Int, _ style: Style, _ glyphs: Glyphs
  ) {
    let known = text.map { shapes[$0] }
    guard known.count * width * scale <= rect.width + scale else {
      frame.put(
        TextWidth.clip(text, to: rect.width, ellipsis: glyphs.ellipsis), row: rect.row, column: rect.column,
        style: style)
      return
    }
    let block = glyphs.level == .unicode ? "█" : "#"
    for (index, shape) in known.enumerated() {
      guard let shape else { continue }
      for row in 0..<rows * scale {
        for column in 0..<3 * scale where shape[row / scale] & (4 >> UInt8(column / scale)) != 0 {
          frame.put(
            block, row: rect.row + row, column: rect.column + (index * width * scale) + column, style: style)
        }
      }
    }
  }
}

/// What a key does on the wall: it needs none, and none but those to leave, to suspend and to draw anew does anything.
func pressWall(_ key: Key) -> [BoardAction] {
  switch key {
  case .character("q"), .character("Q"), .control("C"): [.quit]
  case .control("Z"): [.suspend]
  case .control("L"): [.redraw]
  default: []
  }
}
