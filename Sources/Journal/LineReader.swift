internal import Glibc

/// Goes through a text line by line, keeping one rule for line ends.
///
///     var reader = try LineReader(file: "day.ndjson")
///     while let line = try reader.next() {
///       let event = try line.json()
///     }
///
/// Lines end in LF, or all of them in CR LF; a mixture is refused by line. The text is held in memory as one piece.
package struct LineReader: Sendable {
  /// The text.
  package let bytes: [UInt8]
  /// The name that faults carry.
  package let file: String?
  private var start = 0
  private(set) var lines = 0
  private var endsInCarriageReturn: Bool?

  /// A line by its number, from 1, and the bytes of the text it takes, without its end.
  package struct Line: Sendable {
    /// Counted from 1.
    package let number: Int
    /// The place in `bytes`.
    package let range: Range<Int>
    /// Whether the text ends here without a line end.
    package let isTorn: Bool
    /// The whole text.
    package let bytes: [UInt8]
    /// The name that faults carry.
    package let file: String?
  }

  /// Reads a file of at most `bytesMax` bytes.
  package init(file: String, bytesMax: Int = FileBytes.textBytesMax) throws(ReadError) {
    self.init(bytes: try FileBytes.readText(file, bytesMax: bytesMax), file: file)
  }

  /// Goes through a text already in memory.
  package init(bytes: [UInt8], file: String? = nil) {
    self.bytes = bytes
    self.file = file
  }

  /// The next line, or nil after the last.
  ///
  /// Complexity: O(length of the line).
  package mutating func next() throws(Fault) -> Line? {
    guard start < bytes.count else { return nil }
    let begin = start
    lines += 1
    let limit = min(bytes.count, begin + JSONLimits.documentBytesMax + 2)
    let found = lineFeed(from: begin, to: limit)
    guard found != nil || limit == bytes.count else {
      throw Fault(
        file: file, line: lines, column: 1, message: "line longer than \(JSONLimits.documentBytesMax >> 20) MiB")
    }
    var end = found ?? bytes.count
    start = found.map { $0 + 1 } ?? bytes.count
    let hasCarriageReturn = end > begin && bytes[end - 1] == Byte.carriageReturn
    if found != nil {
      if let expected = endsInCarriageReturn, expected != hasCarriageReturn {
        let place = Fault.place(of: hasCarriageReturn ? end - 1 : end, in: bytes, from: begin, firstLine: lines)
        let message = expected ? "line ends in LF, earlier lines in CR LF" : "line ends in CR LF, earlier lines in LF"
        throw Fault(file: file, line: lines, column: place.column, message: message)
      }
      endsInCarriageReturn = hasCarriageReturn
      if hasCarriageReturn { end -= 1 }
    }
    return Line(number: lines, range: begin..<end, isTorn: found == nil, bytes: bytes, file: file)
  }

  private func lineFeed(from begin: Int, to limit: Int) -> Int? {
    bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress, let hit = memchr(base + begin, Int32(Byte.lineFeed), limit - begin) else {
        return nil
      }
      return UnsafeRawPointer(hit) - base
    }
  }
}

extension LineReader.Line {
  /// Reads the line as one JSON value.
  package func json() throws(Fault) -> JSONDocument {
    try JSONDocument(parsing: bytes, range: range, file: file, line: number)
  }

  /// Whether the line is printable UTF-8 text, as the rest of a line cut short by a crash is.
  ///
  /// The last character itself may be cut.
  package var isPrintable: Bool {
    bytes.withUnsafeBufferPointer { whole in
      let line = UnsafeBufferPointer(rebasing: whole[range])
      var offset = 0
      while offset < line.count {
        guard let (scalar, length) = TextRules.decode(line, at: offset) else {
          return line.count - offset < 4 && line[offset] >= 0xC2
            && line[(offset + 1)...].allSatisfy { $0 & 0xC0 == 0x80 }
        }
        if TextRules.refusal(ofScalar: scalar) != nil { return false }
        offset += length
      }
      return true
    }
  }
}
