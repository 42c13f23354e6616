/// Writes canonical JSON: keys in the order given, no spaces, the fewest escapes, UTF-8 as it is.
///
///     var writer = JSONWriter()
///     writer.object { $0.field("seq", 17); $0.field("by", "op3") }
///     writer.bytes  // {"seq":17,"by":"op3"}
///
/// The same calls give the same bytes on every machine, so that they can be hashed and compared.
package struct JSONWriter: Sendable {
  /// What has been written so far.
  package private(set) var bytes: [UInt8] = []
  private var needsComma = false

  /// An empty writer.
  package init() {}

  /// Forgets what was written and keeps the memory.
  package mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    needsComma = false
  }

  /// Ends a line of a recording.
  package mutating func newline() {
    bytes.append(Byte.lineFeed)
    needsComma = false
  }

  /// What has been written, as text.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  private mutating func begin() {
    if needsComma { bytes.append(Byte.comma) }
    needsComma = true
  }
}

extension JSONWriter {
  /// Writes an object; `body` writes its fields.
  package mutating func object<E: Error>(_ body: (inout JSONWriter) throws(E) -> Void) throws(E) {
    try enclose(UInt8(ascii: "{"), UInt8(ascii: "}"), body)
  }

  /// Writes a list; `body` writes its values.
  package mutating func array<E: Error>(_ body: (inout JSONWriter) throws(E) -> Void) throws(E) {
    try enclose(UInt8(ascii: "["), UInt8(ascii: "]"), body)
  }

  private mutating func enclose<E: Error>(
    _ opening: UInt8, _ closing: UInt8, _ body: (inout JSONWriter) throws(E) -> Void
  ) throws(E) {
    begin()
    bytes.append(opening)
    needsComma = false
    try body(&self)
    bytes.append(closing)
    needsComma = true
  }

  /// Begins an object whose fields are written by later calls, up to `closeObject`.
  mutating func openObject() { open(UInt8(ascii: "{")) }

  /// Ends the object begun last.
  mutating func closeObject() { close(UInt8(ascii: "}")) }

  /// Begins a list whose items are written by later calls, up to `closeList`.
  mutating func openList() { open(UInt8(ascii: "[")) }

  /// Ends the list begun last.
  mutating func closeList() { close(UInt8(ascii: "]")) }

  private mutating func open(_ mark: UInt8) {
    begin()
    bytes.append(mark)
    needsComma = false
  }

  private mutating func close(_ mark: UInt8) {
    bytes.append(mark)
    needsComma = true
  }

  /// Writes a key that needs no escapes; the next call writes its value.
  mutating func key(_ key: StaticString) {
    begin()
    bytes.append(Byte.quote)
    key.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(Byte.quote)
    bytes.append(Byte.colon)
    needsComma = false
  }

  /// Writes a key; the next call writes its value.
  package mutating func key(_ key: String) {
    string(key)
    bytes.append(Byte.colon)
    needsComma = false
  }

  /// Writes a key and an object.
  package mutating func object<E: Error>(_ name: String, _ body: (inout JSONWriter) throws(E) -> Void) throws(E) {
    key(name)
    try object(body)
  }

  /// Writes a key and a list.
  package mutating func array<E: Error>(_ name: String, _ body: (inout JSONWriter) throws(E) -> Void) throws(E) {
    key(name)
    try array(body)
  }

  /// Writes a key and text, or null.
  package mutating func field(_ name: String, _ value: String?) {
    key(name)
    if let value { string(value) } else { null() }
  }

  /// Writes a key and a whole number, or null.
  package mutating func field(_ name: String, _ value: (some FixedWidthInteger)?) {
    key(name)
    if let value { integer(value) } else { null() }
  }

  /// Writes a key and a statistic, or null.
  package mutating func field(_ name: String, _ value: Double?) {
    key(name)
    if let value { decimal(value) } else { null() }
  }

  /// Writes a key and `true`, `false` or null.
  package mutating func field(_ name: String, _ value: Bool?) {
    key(name)
    if let value { bool(value) } else { null() }
  }
}

extension JSONWriter {
  /// Writes null.
  package mutating func null() {
    begin()
    bytes.append(contentsOf: "null".utf8)
  }

  /// Writes `true` or `false`.
  package mutating func bool(_ value: Bool) {
    begin()
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
  }

  /// Writes a whole number.
  package mutating func integer(_ value: some FixedWidthInteger) {
    begin()
    bytes.append(contentsOf: String(value).utf8)
  }

  /// Writes a number so that reading it gives the same number again: whole ones without a point.
  ///
  /// What is not finite is absent: null.
  mutating func exact(_ value: Double) {
    if let whole = Int64(exactly: value), whole.magnitude < 1 << 53 { return integer(whole) }
    guard value.isFinite else { return null() }
    begin()
    bytes.append(contentsOf: value.description.utf8)
  }

  /// Writes a statistic with up to `places` (0...6) decimals, no exponent and no trailing zeros.
  ///
  /// Halves round to the even digit; -0 is written 0. What is not finite, or beyond what such a number can hold
  /// (about 9e12 at six places), is absent: null.
  package mutating func decimal(_ value: Double, places: Int = 3) {
    let places = max(0, min(6, places))
    let scale: Int64 = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000][places]
    guard let scaled = Int64(exactly: (value * Double(scale)).rounded(.toNearestOrEven)) else { return null() }
    begin()
    if scaled < 0 { bytes.append(Byte.minus) }
    let (whole, rest) = scaled.magnitude.quotientAndRemainder(dividingBy: UInt64(scale))
    bytes.append(contentsOf: String(whole).utf8)
    guard rest != 0 else { return }
    var digits = String(rest)
    digits = String(repeating: "0", count: places - digits.utf8.count) + digits
    while digits.utf8.last == Byte.zero { digits.removeLast() }
    bytes.append(Byte.dot)
    bytes.append(contentsOf: digits.utf8)
  }

  /// Writes text; only quotes, backslashes and control characters (C0, DEL, C1) are escaped.
  package mutating func string(_ value: String) {
    begin()
    bytes.append(Byte.quote)
    var value = value
    value.withUTF8 { text in
      var plain = 0
      var offset = 0
      while offset < text.count {
        let byte = text[offset]
        let isC1 = byte == 0xC2 && offset + 1 < text.count && text[offset + 1] < 0xA0
        if byte >= 0x20, byte != Byte.quote, byte != Byte.backslash, byte != Byte.delete, !isC1 {
          offset += 1
          continue
        }
        bytes.append(contentsOf: text[plain..<offset])
        if isC1 { offset += 1 }
        escape(text[offset])
        offset += 1
        plain = offset
      }
      bytes.append(contentsOf: text[plain...])
    }
    bytes.append(Byte.quote)
  }

  private mutating func escape(_ byte: UInt8) {
    bytes.append(Byte.backslash)
    if byte == Byte.quote || byte == Byte.backslash { return bytes.append(byte) }
    let hexadecimal = Array("0123456789abcdef".utf8)
    bytes.append(contentsOf: "u00".utf8)
    bytes.append(hexadecimal[Int(byte >> 4)])
    bytes.append(hexadecimal[Int(byte & 15)])
  }
}
