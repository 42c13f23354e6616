/// A table of comma-separated values (RFC 4180), each cell with the place where a person finds it.
///
///     let faults = FaultSink(most: 100)
///     let table = try CSVTable.read("list.csv", faults: faults)
///     for row in table.rows { row[0].text }
///     faults.all  // list.csv:7:12: the text in quotes does not end
///
/// Every row has as many cells as the header; a row with a fault is left out. A byte-order mark is passed over, since
/// spreadsheets write one. Rows end in LF or CR LF.
package struct CSVTable: Sendable {
  /// The cells of the first row: what the columns are called.
  package var header: [CSVCell] = []
  /// The rows below it.
  package var rows: [[CSVCell]] = []

  package static let fileBytesMax = 16 << 20
  package static let rowsMax = 100_000
  package static let columnsMax = 64
  /// Bytes of one cell.
  package static let cellBytesMax = 4_096

  /// What may stand in cells.
  package enum Content: Sendable {
    /// What may stand in any text that jpc takes in: no control characters, line ends and direction overrides.
    case text
    /// Whatever UTF-8 can say, line ends in quotes included: files that jpc wrote itself.
    case anything
  }

  /// Reads a file; what is wrong with its content goes into `faults`.
  package static func read(
    _ file: String, content: Content = .text, faults: FaultSink
  ) throws(ReadError) -> CSVTable {
    read(try FileBytes.read(file, bytesMax: fileBytesMax), file: file, content: content, faults: faults)
  }

  /// Reads a text in memory; `file` is the name that faults carry. O(bytes).
  package static func read(
    _ bytes: [UInt8], file: String?, content: Content = .text, faults: FaultSink
  ) -> CSVTable {
    bytes.withUnsafeBufferPointer { buffer in
      // The parser lives inside this closure and so never outlives the buffer it borrows.
      var parser = CSVParser(buffer, file: file, content: content)
      var table = CSVTable()
      guard let header = faults.keep({ () throws(Fault) in try parser.header() }) else { return table }
      table.header = header
      while !parser.isAtEnd, !faults.isEnough {
        guard let row = faults.keep({ () throws(Fault) in try parser.row(of: header.count) }) else { continue }
        guard table.rows.count < rowsMax else {
          faults.add(row[0].fault(JournalSentences.tooManyRows, file: file))
          break
        }
        table.rows.append(row)
      }
      return table
    }
  }
}

/// One cell of a table.
package struct CSVCell: Sendable {
  package var text: String
  /// Counted from 1.
  package var line: Int
  /// Where the cell begins, its quote included; counted from 1, in characters (Unicode scalars).
  package var column: Int

  /// Something wrong with the cell, at its place.
  package func fault(_ message: String, file: String?) -> Fault {
    Fault(file: file, line: line, column: column, message: message)
  }
}

/// Writes a table of comma-separated values that no spreadsheet takes for formulas.
///
///     var writer = CSVWriter()
///     writer.row(["case", "name"])
///     writer.row(["0412-K", "=1+1"])  // 0412-K,'=1+1
///
/// Rows end in CR LF, as RFC 4180 has it. What stands in quotes reads back as it was.
package struct CSVWriter: Sendable {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  /// Writes a row; every cell is guarded.
  package mutating func row(_ cells: [String]) {
    for (index, text) in cells.enumerated() {
      if index > 0 { bytes.append(Byte.comma) }
      cell(CSVCell.guarded(text), isAlone: cells.count == 1)
    }
    bytes += [Byte.carriageReturn, Byte.lineFeed]
  }

  /// A row of one empty cell would be an empty line, so that it stands in quotes.
  private mutating func cell(_ text: String, isAlone: Bool) {
    let special = [Byte.comma, Byte.quote, Byte.lineFeed, Byte.carriageReturn]
    let isOuterSpaced = text.utf8.first == Byte.space || text.utf8.last == Byte.space
    guard isOuterSpaced || text.utf8.contains(where: special.contains) || text.isEmpty && isAlone else {
      return bytes += text.utf8
    }
    bytes.append(Byte.quote)
    for byte in text.utf8 {
      if byte == Byte.quote { bytes.append(Byte.quote) }
      bytes.append(byte)
    }
    bytes.append(Byte.quote)
  }
}

extension CSVCell {
  /// The apostrophe that spreadsheets put before what is text whatever it looks like.
  private static let guardSign: Unicode.Scalar = "'"

  /// A text as it stands in a cell: with an apostrophe before it when a spreadsheet could take it for a formula, and
  /// when it begins with an apostrophe itself, so that without one leading apostrophe every text is as it was.
  package static func guarded(_ text: String) -> String {
    guard let first = text.unicodeScalars.first else { return text }
    let shown = text.unicodeScalars.first { !passesOver($0) }
    let isGuarded =
      first == guardSign || first.properties.generalCategory == .control || shown.map(beginsFormula) == true
    return isGuarded ? "'" + text : text
  }

  /// The signs that begin a formula, in their ordinary, wide and small forms.
  private static func beginsFormula(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "=", "+", "-", "@", "\u{2212}", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}", "\u{FE66}", "\u{FE62}",
      "\u{FE63}",
      "\u{FE6B}":
      true
    default: false
    }
  }

  /// What a spreadsheet may leave out or cut at before it looks for a formula.
  private static func passesOver(_ scalar: Unicode.Scalar) -> Bool {
    let properties = scalar.properties
    return scalar == ";" || properties.isWhitespace || properties.isDefaultIgnorableCodePoint
      || properties.generalCategory == .control
  }
}
