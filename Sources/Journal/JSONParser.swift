/// What stopped the parser, by byte offset; the document turns it into a `Fault` with line and column.
struct JSONStop: Error {
  var offset: Int
  var message: String
}

/// Reads one JSON text strictly into a flat list of pieces.
///
/// The buffer is borrowed for the length of one `parse`; `peek` is the only way a byte is read at a computed place
/// and answers 0 past the end, so no input can make the parser read outside.
struct JSONParser {
  private(set) var bytes: UnsafeBufferPointer<UInt8>
  var offset = 0
  var depth = 0
  var nodes: [JSONNode]

  init(bytes: UnsafeBufferPointer<UInt8>, nodes: [JSONNode]) {
    self.bytes = bytes
    self.nodes = nodes
  }

  /// Reads a line of a buffer as one value, its pieces after those of the lines before.
  mutating func parse(_ line: Range<Int>, of buffer: UnsafeBufferPointer<UInt8>) throws(JSONStop) {
    bytes = UnsafeBufferPointer(rebasing: buffer[..<line.upperBound])
    offset = line.lowerBound
    depth = 0
    try parse()
  }

  /// Reads all that is left as one value with nothing but white space around it.
  mutating func parse() throws(JSONStop) {
    let text = UnsafeBufferPointer(rebasing: bytes[offset...])
    guard text.count <= JSONLimits.documentBytesMax else {
      throw stop("longer than \(JSONLimits.documentBytesMax >> 20) MiB")
    }
    if let refusal = TextRules.refusal(ofStart: text) { throw stop("\(refusal)") }
    try skipSpace()
    guard offset < bytes.count else { throw stop("nothing here; expected a JSON value") }
    try value()
    try skipSpace()
    guard offset == bytes.count else { throw stop("unexpected \(sight) after the end of the value") }
  }

  @inline(__always)
  func peek(_ ahead: Int = 0) -> UInt8 {
    let place = offset &+ ahead
    return place < bytes.count ? bytes[place] : 0
  }

  func stop(_ message: String, at place: Int? = nil) -> JSONStop {
    JSONStop(offset: place ?? offset, message: message)
  }

  /// The character at the offset as a refusal shows it.
  var sight: String {
    guard offset < bytes.count else { return "end of text" }
    guard let (scalar, _) = TextRules.decode(bytes, at: offset) else { return "byte that is not UTF-8" }
    if TextRules.refusal(ofScalar: scalar) != nil { return "control character" }
    return Unicode.Scalar(scalar).map { "'\(Character($0))'" } ?? "character"
  }

  mutating func append(_ kind: JSONKind, from start: Int, to end: Int, escaped: Bool = false) {
    // Offsets fit: a document, or lines that are read together, are at most 2 GiB long.
    nodes.append(
      JSONNode(
        kind: kind, escaped: escaped, start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end),
        next: Int32(truncatingIfNeeded: nodes.count + 1)))
  }

  /// Skips blanks, tabs and line ends; a carriage return counts only before a line feed.
  @inline(__always)
  mutating func skipSpace() throws(JSONStop) {
    // Between most pieces of a record there is nothing to skip.
    if 0x21..<0x7F ~= peek() { return }
    try skipSpaces()
  }

  private mutating func skipSpaces() throws(JSONStop) {
    while offset < bytes.count {
      switch bytes[offset] {
      case Byte.space, Byte.lineFeed, Byte.tab: offset += 1
      case Byte.carriageReturn where peek(1) == Byte.lineFeed: offset += 2
      case 0x21..<0x7F: return
      case 0..<0x20, 0x7F: throw stop("control character in text")
      default:
        guard TextRules.decode(bytes, at: offset) != nil else { throw stop("not valid UTF-8") }
        return
      }
    }
  }

  mutating func value() throws(JSONStop) {
    switch peek() {
    case UInt8(ascii: "{"): try object()
    case UInt8(ascii: "["): try array()
    case Byte.quote: try string(as: .string)
    case Byte.minus, Byte.zero...Byte.nine: try number()
    case UInt8(ascii: "t"): try word("true", .true)
    case UInt8(ascii: "f"): try word("false", .false)
    case UInt8(ascii: "n"): try word("null", .null)
    default: throw noValue()
    }
  }

  /// Names the common ways in which something that is no JSON value was meant to be one.
  func noValue() -> JSONStop {
    switch peek() {
    case 0 where offset >= bytes.count: stop("the text ends where a value is expected")
    case UInt8(ascii: "'"): stop("text must be in double quotes")
    case UInt8(ascii: "/"), UInt8(ascii: "#"): stop("comments are not allowed")
    case UInt8(ascii: "+"): stop("a number has no leading '+'")
    case Byte.dot: stop("a number has a digit before its point")
    case UInt8(ascii: "N") where matches("NaN"): stop("NaN is not a number; what is absent is null")
    case UInt8(ascii: "I") where matches("Infinity"): stop("Infinity is not a number; what is absent is null")
    case Byte.comma: stop("a value is missing before ','")
    default: stop("expected a value, found \(sight)")
    }
  }

  func matches(_ word: StaticString) -> Bool {
    for index in 0..<word.utf8CodeUnitCount where peek(index) != word.utf8Start[index] { return false }
    return true
  }

  mutating func word(_ word: StaticString, _ kind: JSONKind) throws(JSONStop) {
    guard matches(word) else { throw noValue() }
    append(kind, from: offset, to: offset + word.utf8CodeUnitCount)
    offset += word.utf8CodeUnitCount
  }
}
