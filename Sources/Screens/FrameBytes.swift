// A frame as bytes, for a screen that is shown on another terminal: rows of runs of one style.

extension Frame {
  /// The rows that differ from another frame of the same size, all of them without one, and where the cursor stands.
  package func bytes(after before: Frame?) -> [UInt8] {
    let before = before?.size == size ? before : nil
    var out = FrameBytes()
    out.number(width)
    out.number(height)
    out.number(cursor.map { $0.row + 1 } ?? 0)
    out.number(cursor.map { $0.column } ?? 0)
    let changed = (0..<height).filter { before == nil || before?.row($0) != row($0) }
    out.number(changed.count)
    for row in changed { out.row(self.row(row), row) }
    return out.bytes
  }

  /// The frame that follows `before` by such bytes; nil where they are none.
  package init?(_ bytes: [UInt8], after before: Frame?) {
    var input = FrameBytes(bytes)
    guard let width = input.number(), let height = input.number(), width <= Frame.sideMax, height <= Frame.sideMax,
      let row = input.number(), let column = input.number(), let count = input.number(), count <= height
    else { return nil }
    let size = Size(width: width, height: height)
    self = before?.size == size ? before ?? Frame(size: size) : Frame(size: size)
    cursor = row > 0 ? Position(row: row - 1, column: column) : nil
    for _ in 0..<count {
      guard input.readRow(into: &self) else { return nil }
    }
  }
}

/// Numbers of up to 65,535, and rows made of them.
private struct FrameBytes {
  private(set) var bytes: [UInt8] = []
  private var at = 0

  init(_ bytes: [UInt8] = []) { self.bytes = bytes }

  mutating func number(_ value: Int) {
    let value = UInt16(clamping: value)
    bytes += [UInt8(truncatingIfNeeded: value >> 8), UInt8(truncatingIfNeeded: value)]
  }

  /// A row as runs of one style: where each begins, how it is written, and its text.
  mutating func row(_ cells: ArraySlice<Cell>, _ row: Int) {
    var runs: [(column: Int, style: Style, text: String)] = []
    for (column, cell) in cells.enumerated() where !cell.isContinuation {
      if let last = runs.last, last.style == cell.style {
        runs[runs.count - 1].text += cell.text
      } else {
        runs.append((column, cell.style, cell.text))
      }
    }
    number(row)
    number(runs.count)
    for run in runs {
      number(run.column)
      bytes += [run.style.ink.rawValue, run.style.flags.rawValue]
      let text = Array(run.text.utf8)
      number(text.count)
      bytes += text
    }
  }

  mutating func number() -> Int? {
    guard at + 2 <= bytes.count else { return nil }
    defer { at += 2 }
    return Int(bytes[at]) << 8 | Int(bytes[at + 1])
  }

  private mutating func byte() -> UInt8? {
    guard at < bytes.count else { return nil }
    defer { at += 1 }
    return bytes[at]
  }

  mutating func readRow(into frame: inout Frame) -> Bool {
    guard let row = number(), row < frame.height, let count = number() else { return false }
    for _ in 0..<count {
      guard let column = number(), let ink = byte().flatMap({ Ink(rawValue: $0) }), let flags = byte(),
        let length = number(), at + length <= bytes.count
      else { return false }
      let text = String(decoding: bytes[at..<at + length], as: UTF8.self)
      at += length
      frame.put(text, row: row, column: column, style: Style(ink, Style.Flags(rawValue: flags)))
    }
    return true
  }
}
