extension JSONParser {
  /// Reads a text in double quotes, checking every character of it, escaped or not.
  mutating func string(as kind: JSONKind) throws(JSONStop) {
    let opening = offset
    offset += 1
    var escaped = false
    skipPlain()
    while offset < bytes.count {
      let byte = bytes[offset]
      switch byte {
      case Byte.quote:
        append(kind, from: opening + 1, to: offset, escaped: escaped)
        offset += 1
        return
      case Byte.backslash:
        escaped = true
        try escape()
      case 0x20..<0x7F: offset += 1
      case 0..<0x20, Byte.delete: throw stop("control character in text")
      default:
        guard let (scalar, length) = TextRules.decode(bytes, at: offset) else { throw stop("not valid UTF-8") }
        if let refusal = TextRules.refusal(ofScalar: scalar) { throw stop("\(refusal)") }
        offset += length
      }
    }
    throw stop("the text in quotes does not end", at: opening)
  }

  /// Steps over printable ASCII that is no quote and no backslash, eight bytes at a time: nearly all text of a recording.
  private mutating func skipPlain() {
    func every(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }
    while offset &+ 8 <= bytes.count {
      let eight = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      let quote = eight ^ every(Byte.quote)
      let backslash = eight ^ every(Byte.backslash)
      // The high bit of a byte stands where it is below a blank, a quote, a backslash, or 0x7F and more; a borrow or carry
      // from another such byte may set more of them, never fewer.
      let special =
        (eight &- every(0x20)) | (quote &- every(1)) | (backslash &- every(1)) | (eight &+ every(1)) | eight
      if special & every(0x80) != 0 { return }
      offset += 8
    }
  }

  /// Steps over one escape, refusing unknown ones, lone surrogates and what may not stand in text.
  private mutating func escape() throws(JSONStop) {
    let start = offset
    switch peek(1) {
    case Byte.quote, Byte.backslash, UInt8(ascii: "/"): offset += 2
    case UInt8(ascii: "b"), UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      throw stop("control character in text")
    case UInt8(ascii: "u"):
      guard let (scalar, length) = Self.unicodeEscape(bytes, at: start) else {
        throw stop(hexadecimal(at: start + 2) == nil ? "\\u takes four hexadecimal digits" : "half of a surrogate pair")
      }
      if let refusal = TextRules.refusal(ofScalar: scalar) { throw stop("\(refusal)") }
      offset += length
    default: throw stop("unknown escape in text")
    }
  }

  private func hexadecimal(at place: Int) -> UInt32? { Self.hexadecimal(bytes, at: place) }

  /// The scalar written as `\uXXXX` or as a pair of surrogates at `start`, and the bytes it takes.
  static func unicodeEscape(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> (scalar: UInt32, length: Int)? {
    guard let first = hexadecimal(bytes, at: start + 2) else { return nil }
    if !(0xD800...0xDFFF).contains(first) { return (first, 6) }
    guard first < 0xDC00, start + 7 < bytes.count, bytes[start + 6] == Byte.backslash,
      bytes[start + 7] == UInt8(ascii: "u"), let second = hexadecimal(bytes, at: start + 8),
      (0xDC00...0xDFFF).contains(second)
    else { return nil }
    return (0x1_0000 + (first - 0xD800) << 10 + (second - 0xDC00), 12)
  }

  private static func hexadecimal(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> UInt32? {
    guard place <= bytes.count - 4 else { return nil }
    var value: UInt32 = 0
    for byte in bytes[place..<place + 4] {
      switch byte {
      case Byte.zero...Byte.nine: value = value << 4 | UInt32(byte - Byte.zero)
      case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value << 4 | UInt32(byte - UInt8(ascii: "a") + 10)
      case UInt8(ascii: "A")...UInt8(ascii: "F"): value = value << 4 | UInt32(byte - UInt8(ascii: "A") + 10)
      default: return nil
      }
    }
    return value
  }

  /// Reads a number and keeps whether it was written as a whole one: `1.0` and `1e2` are decimals.
  mutating func number() throws(JSONStop) {
    let start = offset
    var kind = JSONKind.integer
    if peek() == Byte.minus { offset += 1 }
    guard isDigit(peek()) else {
      if matches("Infinity") { throw stop("Infinity is not a number; what is absent is null", at: start) }
      throw stop("a digit is missing after '-'")
    }
    if peek() == Byte.zero, isDigit(peek(1)) { throw stop("a number has no leading zero", at: start) }
    skipDigits()
    if peek() == Byte.dot {
      kind = .decimal
      offset += 1
      guard isDigit(peek()) else { throw stop("a digit is missing after the point") }
      skipDigits()
    }
    if peek() | 0x20 == UInt8(ascii: "e") {
      kind = .decimal
      offset += peek(1) == UInt8(ascii: "+") || peek(1) == Byte.minus ? 2 : 1
      guard isDigit(peek()) else { throw stop("a digit is missing in the exponent") }
      skipDigits()
    }
    let digits = UnsafeBufferPointer(rebasing: bytes[start..<offset])
    let inRange = kind == .integer ? Self.integer(digits) != nil : Self.decimal(digits) != nil
    guard inRange else { throw stop("number out of range", at: start) }
    append(kind, from: start, to: offset)
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte &- Byte.zero <= 9 }

  private mutating func skipDigits() {
    while isDigit(peek()) { offset += 1 }
  }

  /// The value of an optional minus and digits, or nil outside Int64.
  static func integer(_ text: UnsafeBufferPointer<UInt8>) -> Int64? {
    let negative = text.first == Byte.minus
    var value: Int64 = 0
    for byte in text.dropFirst(negative ? 1 : 0) {
      let digit = Int64(byte &- Byte.zero)
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, carry) =
        negative ? product.subtractingReportingOverflow(digit) : product.addingReportingOverflow(digit)
      guard !overflow, !carry else { return nil }
      value = sum
    }
    return value
  }

  /// The nearest Double of a JSON number, or nil beyond its range.
  static func decimal(_ text: UnsafeBufferPointer<UInt8>) -> Double? {
    guard let value = Double(String(decoding: text, as: UTF8.self)), value.isFinite else { return nil }
    return value
  }
}

extension JSONParser {
  /// The text of a string or key with its escapes resolved, as bytes.
  func decoded(_ node: JSONNode) -> [UInt8] {
    Self.decoded(UnsafeBufferPointer(rebasing: bytes[Int(node.start)..<Int(node.end)]), escaped: node.escaped)
  }

  /// The text of a string or key for a message.
  func text(of node: JSONNode) -> String { String(decoding: decoded(node), as: UTF8.self) }

  /// Whether two texts are the same bytes once unescaped; allocates only when one of them has escapes.
  func sameText(_ left: JSONNode, _ right: JSONNode) -> Bool {
    if left.escaped || right.escaped { return decoded(left) == decoded(right) }
    return bytes(of: left).holds(bytes(of: right))
  }

  /// The bits of a text: equal texts share one. An escaped text has them all, since it may be any.
  func mark(of node: JSONNode) -> UInt64 {
    if node.escaped { return .max }
    let text = bytes(of: node)
    guard let first = text.first, let last = text.last else { return 1 }
    return 1 << ((UInt64(first) &* 7 ^ UInt64(last) &* 3 ^ UInt64(text.count)) % 64)
  }

  private func bytes(of node: JSONNode) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[Int(node.start)..<Int(node.end)])
  }

  /// Resolves the escapes of a text that `string` has accepted.
  static func decoded(_ raw: UnsafeBufferPointer<UInt8>, escaped: Bool) -> [UInt8] {
    guard escaped else { return Array(raw) }
    var text: [UInt8] = []
    text.reserveCapacity(raw.count)
    var offset = 0
    while offset < raw.count {
      if raw[offset] != Byte.backslash {
        text.append(raw[offset])
        offset += 1
      } else if let (scalar, length) = unicodeEscape(raw, at: offset), raw[offset + 1] == UInt8(ascii: "u"),
        let character = Unicode.Scalar(scalar)
      {
        text.append(contentsOf: String(Character(character)).utf8)
        offset += length
      } else {
        text.append(raw[offset + 1])
        offset += 2
      }
    }
    return text
  }
}
