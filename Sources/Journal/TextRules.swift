/// What may stand in any text jpc takes in, whatever the format around it.
///
/// Control characters can repaint a wallboard and bidirectional overrides can turn a name around, so both are
/// refused where text enters; names have stricter rules of their own.
enum TextRules {
  /// Why a scalar is refused in text, or nil when it may stand.
  static func refusal(ofScalar scalar: UInt32) -> StaticString? {
    switch scalar {
    case 0...0x1F, 0x7F, 0x80...0x9F: "control character in text"
    case 0x202A...0x202E, 0x2066...0x2069: "direction-changing character in text"
    case 0x2028, 0x2029: "line separator character in text"
    case 0x200B, 0x2060, 0xFEFF, 0xE0000...0xE007F: "invisible character in text"
    default: nil
    }
  }

  /// Why the first bytes of a file are not UTF-8 text without a mark, or nil when they may be.
  static func refusal(ofStart bytes: UnsafeBufferPointer<UInt8>) -> StaticString? {
    if bytes.count >= 4, bytes[0] < 0x80, bytes[..<4].allSatisfy({ $0 != 0 }) { return nil }
    let head = (0..<4).map { $0 < bytes.count ? Int(bytes[$0]) : -1 }
    switch (head[0], head[1], head[2], head[3]) {
    case (0xEF, 0xBB, 0xBF, _): return "starts with a byte-order mark (UTF-8); save it without the mark"
    case (0xFF, 0xFE, 0, 0), (0, 0, 0xFE, 0xFF): return "is UTF-32; save it as UTF-8"
    case (0xFF, 0xFE, _, _), (0xFE, 0xFF, _, _): return "is UTF-16; save it as UTF-8"
    case (0, 1...0x7F, 0, _), (1...0x7F, 0, 1...0x7F, 0): return "is UTF-16; save it as UTF-8"
    case (0, _, _, _), (_, 0, _, _), (_, _, 0, _), (_, _, _, 0): return "is not text (it contains NUL bytes)"
    default: return nil
    }
  }

  /// The scalar at `offset` and its length in bytes, or nil where the bytes are not UTF-8.
  ///
  /// Overlong forms, surrogates, values above U+10FFFF and cut sequences are not UTF-8.
  static func decode(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> (scalar: UInt32, length: Int)? {
    let first = bytes[offset]
    let length: Int
    var scalar: UInt32
    switch first {
    case 0..<0x80: return (UInt32(first), 1)
    case 0xC2...0xDF: (length, scalar) = (2, UInt32(first & 0x1F))
    case 0xE0...0xEF: (length, scalar) = (3, UInt32(first & 0x0F))
    case 0xF0...0xF4: (length, scalar) = (4, UInt32(first & 0x07))
    default: return nil
    }
    guard offset <= bytes.count - length else { return nil }
    for next in 1..<length {
      let byte = bytes[offset + next]
      guard byte & 0xC0 == 0x80 else { return nil }
      scalar = scalar << 6 | UInt32(byte & 0x3F)
    }
    let smallest: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x1_0000
    guard scalar >= smallest, scalar <= 0x10_FFFF, !(0xD800...0xDFFF).contains(scalar) else { return nil }
    return (scalar, length)
  }
}
