/// Reads comma-separated values row by row, strictly, keeping line and column.
///
/// The buffer is borrowed for the length of one `CSVTable.read`; `peek` is the only way a byte is read at a computed
/// place and answers nil past the end, so no input can make the parser read outside.
struct CSVParser {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let file: String?
  private let content: CSVTable.Content
  private var offset = 0
  private var line = 1
  private var column = 1

  init(_ bytes: UnsafeBufferPointer<UInt8>, file: String?, content: CSVTable.Content) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    self.bytes = bytes.starts(with: mark) ? UnsafeBufferPointer(rebasing: bytes[mark.count...]) : bytes
    self.file = file
    self.content = content
  }

  var isAtEnd: Bool { offset >= bytes.count }

  /// The first row; a text in another encoding, with another separator or with a column named twice is refused here,
  /// since nothing below it could be read.
  mutating func header() throws(Fault) -> [CSVCell] {
    guard !isAtEnd else { throw fault(JournalSentences.noColumns) }
    if let refusal = TextRules.refusal(ofStart: bytes) { throw fault("\(refusal)") }
    let cells = try cells()
    if cells.count == 1, cells[0].text.utf8.contains(where: [UInt8(ascii: ";"), Byte.tab].contains) {
      throw cells[0].fault(JournalSentences.otherSeparator, file: file)
    }
    for (index, cell) in cells.enumerated() where cells[..<index].contains(where: { $0.text == cell.text }) {
      throw cell.fault(JournalSentences.columnTwice(cell.text), file: file)
    }
    return cells
  }

  /// The next row, of `count` cells; after a fault the parser stands before the next line.
  mutating func row(of count: Int) throws(Fault) -> [CSVCell] {
    // Nothing may stand in the only column of a table; where there are more, the line is a slip.
    if count > 1, isAtLineEnd {
      defer { endLine() }
      throw fault(JournalSentences.emptyLine)
    }
    let begin = line
    let cells: [CSVCell]
    do throws(Fault) { cells = try self.cells() } catch {
      skipLine()
      throw error
    }
    guard cells.count == count else {
      throw Fault(file: file, line: begin, column: 1, message: JournalSentences.cells(cells.count, insteadOf: count))
    }
    return cells
  }

  private mutating func skipLine() {
    while let byte = peek() {
      step(1)
      if byte == Byte.lineFeed { return }
    }
  }
}

extension CSVParser {
  /// The cells up to the end of the line, and over it.
  private mutating func cells() throws(Fault) -> [CSVCell] {
    var cells: [CSVCell] = []
    while true {
      guard cells.count < CSVTable.columnsMax else { throw fault(JournalSentences.tooManyColumns) }
      cells.append(try cell())
      if isAtEnd { return cells }
      if peek() == Byte.comma {
        step(1)
      } else {
        endLine()
        return cells
      }
    }
  }

  /// One cell, up to a comma, the end of its line or the end of the text.
  private mutating func cell() throws(Fault) -> CSVCell {
    var cell = CSVCell(text: "", line: line, column: column)
    var text: [UInt8] = []
    if peek() == Byte.quote {
      try quoted(&text, from: cell)
    } else {
      while !isAtEnd, peek() != Byte.comma, !isAtLineEnd {
        if peek() == Byte.quote { throw fault(JournalSentences.quoteInside) }
        try take(&text)
      }
    }
    cell.text = String(decoding: text, as: UTF8.self)
    return cell
  }

  private mutating func quoted(_ text: inout [UInt8], from opening: CSVCell) throws(Fault) {
    step(1)
    while true {
      guard let byte = peek() else { throw opening.fault(JournalSentences.quoteOpen, file: file) }
      if byte == Byte.quote {
        step(1)
        guard peek() == Byte.quote else { break }
      } else if content == .text, isAtLineEnd {
        throw opening.fault(JournalSentences.quoteOpen, file: file)
      }
      try take(&text)
    }
    guard isAtEnd || peek() == Byte.comma || isAtLineEnd else { throw fault(JournalSentences.afterQuote) }
  }

  /// Takes one character into a cell.
  private mutating func take(_ text: inout [UInt8]) throws(Fault) {
    guard let (scalar, length) = TextRules.decode(bytes, at: offset) else { throw fault(JournalSentences.noUTF8) }
    if content == .text, let refusal = TextRules.refusal(ofScalar: scalar) { throw fault("\(refusal)") }
    guard text.count + length <= CSVTable.cellBytesMax else { throw fault(JournalSentences.cellTooLong) }
    text.append(contentsOf: bytes[offset..<offset + length])
    step(length)
  }

  private var isAtLineEnd: Bool {
    peek() == Byte.lineFeed || peek() == Byte.carriageReturn && peek(1) == Byte.lineFeed
  }

  private mutating func endLine() {
    if peek() == Byte.carriageReturn { step(1) }
    step(1)
  }

  private func peek(_ ahead: Int = 0) -> UInt8? {
    let place = offset + ahead
    return place < bytes.count ? bytes[place] : nil
  }

  /// Goes on by the bytes of one character.
  private mutating func step(_ length: Int) {
    if peek() == Byte.lineFeed {
      line += 1
      column = 1
    } else {
      column += 1
    }
    offset += length
  }

  private func fault(_ message: String) -> Fault { Fault(file: file, line: line, column: column, message: message) }
}
