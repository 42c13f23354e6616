/// How many columns and rows a terminal or a picture has.
package struct Size: Hashable, Sendable {
  package var width: Int
  package var height: Int

  /// A size in cells, each side clamped to `0...Frame.sideMax`, so that nobody further in meets a negative one.
  package init(width: Int, height: Int) {
    self.width = min(max(0, width), Frame.sideMax)
    self.height = min(max(0, height), Frame.sideMax)
  }

  /// The whole area as a rectangle at the origin.
  package var rect: Rect { Rect(row: 0, column: 0, width: width, height: height) }
}

/// A place in a frame, counted from 0 at the top left.
package struct Position: Hashable, Sendable {
  package var row: Int
  package var column: Int

  /// The place at a row and a column, in cells.
  package init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}

/// A part of a frame, in cells; its sides are never negative, however it was cut.
package struct Rect: Hashable, Sendable {
  package let row: Int
  package let column: Int
  package let width: Int
  package let height: Int

  /// A rectangle whose sides are clamped to `0...Frame.sideMax`.
  package init(row: Int, column: Int, width: Int, height: Int) {
    self.row = row
    self.column = column
    self.width = min(max(0, width), Frame.sideMax)
    self.height = min(max(0, height), Frame.sideMax)
  }

  /// True when no cell lies within.
  package var isEmpty: Bool { width == 0 || height == 0 }

  /// The first row below it.
  package var endRow: Int { row + height }

  /// The first column right of it.
  package var endColumn: Int { column + width }

  /// The row numbers it covers, from the top; empty when it has none.
  package var rows: Range<Int> { row..<(row + height) }
}

// Cutting: each answer lies within the rectangle it was cut from, so layouts at 1x1 need no special case.
extension Rect {
  /// The rectangle without a margin on each side; it shrinks to nothing rather than turn inside out.
  package func inset(top: Int = 0, left: Int = 0, bottom: Int = 0, right: Int = 0) -> Rect {
    let top = min(max(0, top), height)
    let left = min(max(0, left), width)
    return Rect(
      row: row + top, column: column + left,
      width: width - left - max(0, right), height: height - top - max(0, bottom))
  }

  /// The first `count` rows.
  package func top(_ count: Int) -> Rect {
    Rect(row: row, column: column, width: width, height: min(max(0, count), height))
  }

  /// The last `count` rows.
  package func bottom(_ count: Int) -> Rect {
    let kept = min(max(0, count), height)
    return Rect(row: row + height - kept, column: column, width: width, height: kept)
  }

  /// The first `count` columns.
  package func left(_ count: Int) -> Rect {
    Rect(row: row, column: column, width: min(max(0, count), width), height: height)
  }

  /// The last `count` columns.
  package func right(_ count: Int) -> Rect {
    let kept = min(max(0, count), width)
    return Rect(row: row, column: column + width - kept, width: kept, height: height)
  }

  /// One row of it, counted from its top, or an empty rectangle when it has no such row.
  package func line(_ index: Int) -> Rect {
    guard index >= 0, index < height else { return Rect(row: row, column: column, width: 0, height: 0) }
    return Rect(row: row + index, column: column, width: width, height: 1)
  }

  /// An upper and a lower part: the upper takes up to `count` rows, the lower what is left.
  package func split(rows count: Int) -> (upper: Rect, lower: Rect) {
    let upper = top(count)
    return (upper, inset(top: upper.height))
  }

  /// A left and a right part: the left takes up to `count` columns, then `gap` columns stay free.
  package func split(columns count: Int, gap: Int = 0) -> (left: Rect, right: Rect) {
    let first = left(count)
    return (first, inset(left: first.width + max(0, gap)))
  }

  /// What it has in common with another; empty when they do not meet.
  package func intersection(_ other: Rect) -> Rect {
    let row = max(row, other.row)
    let column = max(column, other.column)
    return Rect(
      row: row, column: column,
      width: min(endColumn, other.endColumn) - column, height: min(endRow, other.endRow) - row)
  }
}
