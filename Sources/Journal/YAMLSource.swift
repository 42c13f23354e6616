/// Checks a YAML text as bytes, before and beside the parser: encoding, characters, escapes, floods of aliases.
struct YAMLSource {
  let bytes: [UInt8]
  let file: String?
  private let lineStarts: [Int]

  /// More aliases than this are refused unparsed: a few nested ones already stand for millions of nodes.
  private static let aliasesMax = 32

  /// The text, or its first fault.
  init(_ bytes: [UInt8], file: String?) throws(Fault) {
    self.bytes = bytes
    self.file = file
    var starts = [0]
    for (offset, byte) in bytes.enumerated() where byte == Byte.lineFeed { starts.append(offset + 1) }
    lineStarts = starts
    guard bytes.count <= YAMLDocument.bytesMax else {
      throw fault(at: 0, "larger than \(YAMLDocument.bytesMax >> 20) MiB")
    }
    guard !bytes.isEmpty else { throw fault(at: 0, "is empty") }
    if let stop = bytes.withUnsafeBufferPointer(Self.firstRefusal) { throw fault(at: stop.offset, stop.message) }
  }

  func fault(at offset: Int, _ message: String) -> Fault {
    let place = Fault.place(of: offset, in: bytes, from: 0, firstLine: 1)
    return Fault(file: file, line: place.line, column: place.column, message: message)
  }

  private static func firstRefusal(_ bytes: UnsafeBufferPointer<UInt8>) -> JSONStop? {
    if let refusal = TextRules.refusal(ofStart: bytes) { return JSONStop(offset: 0, message: "\(refusal)") }
    var offset = 0
    var aliases = 0
    var last = Byte.lineFeed
    while offset < bytes.count {
      guard let (scalar, length) = TextRules.decode(bytes, at: offset) else {
        return JSONStop(offset: offset, message: "not valid UTF-8")
      }
      let next = offset + length < bytes.count ? bytes[offset + length] : 0
      switch bytes[offset] {
      case Byte.tab, Byte.lineFeed: break
      case Byte.carriageReturn where next == Byte.lineFeed: break
      case UInt8(ascii: "*") where " \t\n\r[]{},:\"'".utf8.contains(last) && next > Byte.space:
        aliases += 1
        if aliases > aliasesMax { return JSONStop(offset: offset, message: "aliases (*name) are not allowed") }
      default:
        if let refusal = TextRules.refusal(ofScalar: scalar) { return JSONStop(offset: offset, message: "\(refusal)") }
        if scalar == 0x2028 || scalar == 0x2029 {
          return JSONStop(offset: offset, message: "line separator character in text")
        }
      }
      last = bytes[offset]
      offset += length
    }
    return nil
  }

  /// The byte offset of a place.
  private func offset(line: Int, column: Int) -> Int {
    guard line >= 1, line <= lineStarts.count else { return bytes.count }
    var offset = lineStarts[line - 1]
    var left = column - 1
    while offset < bytes.count, left > 0 || bytes[offset] & 0xC0 == 0x80 {
      if bytes[offset] & 0xC0 != 0x80 { left -= 1 }
      offset += 1
    }
    return offset
  }

  /// The byte at a place, or 0 at the end.
  func byte(line: Int, column: Int) -> UInt8 {
    let offset = offset(line: line, column: column)
    return offset < bytes.count ? bytes[offset] : 0
  }

  /// Whether a text in double quotes has an escape for a control character; the parser would cut the text at a NUL.
  func escapesControl(line: Int, column: Int) -> Bool {
    var offset = offset(line: line, column: column) + 1
    while offset + 1 < bytes.count, bytes[offset] != Byte.quote {
      guard bytes[offset] == Byte.backslash else {
        offset += 1
        continue
      }
      switch bytes[offset + 1] {
      case Byte.quote, Byte.backslash, UInt8(ascii: "/"), Byte.space, Byte.tab, Byte.lineFeed, Byte.carriageReturn:
        break
      case UInt8(ascii: "x"): if isZero(offset + 2, digits: 2) { return true }
      case UInt8(ascii: "u"): if isZero(offset + 2, digits: 4) { return true }
      case UInt8(ascii: "U"): if isZero(offset + 2, digits: 8) { return true }
      case UInt8(ascii: "_"): break
      default: return true
      }
      offset += 2
    }
    return false
  }

  private func isZero(_ start: Int, digits: Int) -> Bool {
    bytes.dropFirst(start).prefix(digits).allSatisfy { $0 == Byte.zero }
  }

  /// The line on which a key at a column is written again after its first line, in a mapping of one key a line.
  func repeated(_ key: String, after line: Int, column: Int) -> Int? {
    for number in stride(from: line + 1, through: lineStarts.count, by: 1) {
      let start = offset(line: number, column: column)
      let rest = bytes.dropFirst(start)
      let indent = bytes[lineStarts[number - 1]..<start]
      guard indent.allSatisfy({ $0 == Byte.space }), indent.count == column - 1 else { continue }
      for quote in ["", "\"", "'"] where rest.starts(with: (quote + key + quote).utf8) {
        let tail = rest.dropFirst((quote + key + quote).utf8.count).drop { $0 == Byte.space }
        if tail.first == Byte.colon { return number }
      }
    }
    return nil
  }
}
