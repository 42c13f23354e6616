// A list of rows to move through, and ways to go wrong: what the tests drive in a pseudo-terminal.
//
// j, k and the arrows move; Esc says so; x crashes by a trap, a aborts, e exits by exit(); q quits.

import CTerminalRescue
import Glibc
import Screens
import Terminal

/// What the probe shows.
struct Model {
  var selected = 0
  var lastKey = "none"
  var keyCount = 0
  var repaints = 0
  var continued = 0
  var rowCount = 500

  mutating func take(_ key: Key) {
    keyCount += 1
    lastKey = key.plainName
    switch key {
    case .up, .character("k"): selected = max(0, selected - 1)
    case .down, .character("j"): selected = min(rowCount - 1, selected + 1)
    case .paste(let text): lastKey = "paste of \(text.unicodeScalars.count)"
    case .character("x"): crashByTrap()
    case .character("a"): abort()
    case .character("e"): exit(7)
    default: break
    }
  }

  func frame(_ size: Size, _ glyphs: Glyphs) -> Frame {
    var frame = Frame(size: size)
    let (bar, rest) = frame.rect.split(rows: 1)
    let (body, footer) = rest.split(rows: rest.height - 2)
    frame.fill(bar, style: .bar)
    frame.put("PROBE \(glyphs.dot) continued \(continued)", row: 0, column: 0, style: .bar)
    frame.putRight("\(size.width)x\(size.height)", row: 0, endColumn: bar.endColumn, style: .bar)
    let first = max(0, selected - body.height + 1)
    for index in 0..<body.height where first + index < rowCount {
      let row = first + index
      let ink: Style = row % 7 == 3 ? .crisis : row % 7 == 5 ? .watch : .plain
      let line = body.line(index)
      frame.put(TextWidth.pad("\(row)", to: 5, .right), row: line.row, column: 0)
      frame.put("Muñoz Ibañez 王小明 \(row * 37 % 1000)", row: line.row, column: 7, style: ink)
      frame.put(glyphs.bar(Double(row % 10) / 10, width: 20), row: line.row, column: 36)
      frame.put(glyphs.trend([0, 1, 2, 3, 4, 5, 6, row % 8], highest: 7), row: line.row, column: 60, style: .dim)
      if row == selected {
        // Not the trend: whatever changes its style is sent anew, and its glyphs take three bytes each.
        frame.restyle(line.left(58)) { $0.style.reversed }
        frame.cursor = Position(row: line.row, column: 0)
      }
    }
    for column in 0..<footer.width { frame.put(glyphs.horizontal, row: footer.row, column: column, style: .dim) }
    frame.put("keys \(keyCount) last \(lastKey)", row: footer.row + 1, column: 0, style: .key)
    return frame
  }

  private func crashByTrap() -> Never {
    let nothing: Int? = lastKey.isEmpty ? 0 : nil
    exit(Int32(nothing!))
  }
}

func run() throws(TerminalError) -> EndReason? {
  var session = try TerminalSession(logPath: getenv("PROBE_LOG").map { String(cString: $0) })
  var model = Model()
  let logs = getenv("PROBE_LOG") != nil
  while true {
    session.draw(model.frame(session.size, session.glyphs))
    if logs { write(STDERR_FILENO, "drawn\n", 6) }
    switch session.next() {
    case .keys(let keys):
      for key in keys {
        if key == .character("q") { return nil }
        model.take(key)
      }
    case .ended(let reason): return reason
    case .continued: model.continued += 1
    case .resized: model.repaints += 1
    case .ready, .timeout: break
    }
  }
}

rescue_forbid_dumps()
do {
  if let reason = try run() { reason.leave() }
} catch {
  let sentence = error.description + " Use --plain.\n"
  write(STDERR_FILENO, sentence, sentence.utf8.count)
  exit(64)
}
