/// A short name without spaces, such as `men-a`, `op3`, `spa` or `VEN`: one to sixteen ASCII letters,
/// digits, dots, underscores or hyphens.
///
/// It is kept in one machine word pair rather than in a `String`, so that events are plain bits: copying
/// one never touches a reference count, and a fold stays fast. Order is the order of the text.
package struct Code: Hashable, Comparable, Sendable {
  package let bits: UInt128

  /// The number of characters a code may have.
  package static let longest = 16

  /// The code written as `text`, or nil when a character or the length does not fit.
  package init?(_ text: some StringProtocol) {
    var bits: UInt128 = 0
    var count = 0
    for byte in text.utf8 {
      guard count < Code.longest, Code.allows(byte) else { return nil }
      bits = bits << 8 | UInt128(byte)
      count += 1
    }
    guard count > 0 else { return nil }
    self.bits = bits << UInt128(8 * (Code.longest - count))
  }

  private init(bits: UInt128) { self.bits = bits }

  /// The code of a literal in this program; a literal that is no code gives `none`.
  package init(_ literal: StaticString) {
    self = literal.withUTF8Buffer { Code(String(decoding: $0, as: UTF8.self)) } ?? .none
  }

  /// No code at all: the value of a field before it is read.
  package static let none = Code(bits: 0)

  package var isNone: Bool { bits == 0 }

  package var text: String {
    var bytes: [UInt8] = []
    var shift = 8 * (Code.longest - 1)
    while shift >= 0 {
      let byte = UInt8(truncatingIfNeeded: bits >> UInt128(shift))
      if byte == 0 { break }
      bytes.append(byte)
      shift -= 8
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  package static func < (a: Code, b: Code) -> Bool { a.bits < b.bits }

  private static func allows(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
    default: false
    }
  }
}

extension Code {
  /// Whether two codes of people name the same one: `AO1` is `ao1`. Constant time.
  package func isSamePerson(as other: Code) -> Bool {
    bits | Code.smallLetters == other.bits | Code.smallLetters
  }

  /// The bit that makes a small letter of a capital one; the other characters of a code stay apart under it.
  private static let smallLetters: UInt128 = 0x2020_2020_2020_2020_2020_2020_2020_2020
}

extension Code: CustomStringConvertible {
  package var description: String { text }
}
