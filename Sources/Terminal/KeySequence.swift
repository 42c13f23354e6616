import Screens

/// The byte sequences of keys: xterm's and its relatives', rxvt's, the Linux console's and VT220's.
///
/// Modifiers are read and ignored (Shift-Up is Up), except Shift-Tab; nothing in the program needs them.
enum KeySequence {
  /// What stands at the beginning of some bytes.
  enum Reading: Equatable {
    case key(Key, length: Int)
    /// Bytes that mean nothing, to be passed over.
    case nothing(length: Int)
    /// The mark before pasted text.
    case pasteBegins(length: Int)
    /// The beginning of something longer.
    case unfinished
  }

  /// Reads what stands first. `bytes` is not empty.
  static func read(_ bytes: ArraySlice<UInt8>) -> Reading {
    guard let first = bytes.first else { return .unfinished }
    switch first {
    case 0x1B: return readEscape(bytes)
    case 0x0D, 0x0A: return .key(.enter, length: 1)
    case 0x09: return .key(.tab, length: 1)
    case 0x08, 0x7F: return .key(.backspace, length: 1)
    case 0..<0x20: return .key(.control(Unicode.Scalar(first + 0x40)), length: 1)
    case 0x20..<0x7F: return .key(.character(Unicode.Scalar(first)), length: 1)
    default: return readCharacter(bytes)
    }
  }

  /// A character of two to four bytes of UTF-8; a byte that cannot be one is an unknown key by itself.
  private static func readCharacter(_ bytes: ArraySlice<UInt8>) -> Reading {
    let first = bytes[bytes.startIndex]
    let length: Int
    switch first {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF: length = 3
    case 0xF0...0xF4: length = 4
    default: return .key(.unknown, length: 1)
    }
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for (offset, byte) in bytes.dropFirst().prefix(length - 1).enumerated() {
      guard byte & 0xC0 == 0x80 else { return .key(.unknown, length: offset + 1) }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    guard bytes.count >= length else { return .unfinished }
    let smallest: [UInt32] = [0x80, 0x800, 0x10000]
    guard value >= smallest[length - 2], let scalar = Unicode.Scalar(value), !(0x80..<0xA0).contains(value) else {
      return .key(.unknown, length: length)
    }
    return .key(.character(scalar), length: length)
  }

  private static func readEscape(_ bytes: ArraySlice<UInt8>) -> Reading {
    guard let second = bytes.dropFirst().first else { return .unfinished }
    switch second {
    case 0x5B: return readControlSequence(bytes)
    case 0x4F: return readSingleShift(bytes)
    // Alt and a key send the same bytes as Esc and a key typed ahead over a slow line, and only the latter is ever
    // asked for here: neither key is lost.
    default: return .key(.escape, length: 1)
    }
  }

  // -- ESC O: arrows and the keypad in application mode, F1 to F4

  private static func readSingleShift(_ bytes: ArraySlice<UInt8>) -> Reading {
    var length = 2
    for byte in bytes.dropFirst(2) {
      length += 1
      if (0x30...0x39).contains(byte) || byte == 0x3B { continue }
      if byte < 0x20 || byte > 0x7E { return .key(.unknown, length: length - 1) }
      return .key(singleShifts[byte] ?? .unknown, length: length)
    }
    return .unfinished
  }

  private static let singleShifts: [UInt8: Key] = {
    var keys = letters
    keys[UInt8(ascii: "M")] = .enter
    keys[UInt8(ascii: "I")] = .tab
    keys[UInt8(ascii: "X")] = .character("=")
    keys[UInt8(ascii: " ")] = .character(" ")
    for (byte, scalar) in zip(UInt8(ascii: "j")..., "*+,-./0123456789".unicodeScalars) {
      keys[byte] = .character(scalar)
    }
    return keys
  }()

  private static let letters: [UInt8: Key] = [
    UInt8(ascii: "A"): .up, UInt8(ascii: "B"): .down, UInt8(ascii: "C"): .right, UInt8(ascii: "D"): .left,
    UInt8(ascii: "H"): .home, UInt8(ascii: "F"): .end,
    UInt8(ascii: "P"): .function(1), UInt8(ascii: "Q"): .function(2), UInt8(ascii: "R"): .function(3),
    UInt8(ascii: "S"): .function(4),
  ]

  // -- ESC [: everything else

  private static func readControlSequence(_ bytes: ArraySlice<UInt8>) -> Reading {
    let start = bytes.startIndex
    var at = start + 2
    // The console's F1 to F5 are ESC [ [ A to E: a second bracket where a last byte would be.
    if at < bytes.endIndex, bytes[at] == 0x5B {
      guard at + 1 < bytes.endIndex else { return .unfinished }
      let number = Int(bytes[at + 1]) - 0x40
      return .key((1...5).contains(number) ? .function(number) : .unknown, length: 4)
    }
    while at < bytes.endIndex, (0x20...0x3F).contains(bytes[at]) { at += 1 }
    guard at < bytes.endIndex else { return .unfinished }
    let length = at - start + 1
    let last = bytes[at]
    // Not a byte a sequence may hold: the sequence is broken off there, and the byte begins something new.
    guard (0x40...0x7E).contains(last) else { return .key(.unknown, length: length - 1) }
    guard length <= KeyDecoder.sequenceBytesMax else { return .key(.unknown, length: length) }
    let parameters = bytes[(start + 2)..<at]
    // The old mouse report carries three bytes behind it.
    if last == UInt8(ascii: "M"), parameters.isEmpty {
      return bytes.count >= length + 3 ? .nothing(length: length + 3) : .unfinished
    }
    if last == UInt8(ascii: "Z") { return .key(.backTab, length: length) }
    // rxvt ends its keys with $, ^ or @ where a modifier is held; $ is no last byte elsewhere.
    guard last == UInt8(ascii: "~") || last == UInt8(ascii: "^") || last == UInt8(ascii: "@") else {
      return .key(isPlain(parameters) ? letters[last] ?? .unknown : .unknown, length: length)
    }
    switch firstNumber(parameters) {
    case 200: return .pasteBegins(length: length)
    // An end mark whose beginning is gone.
    case 201: return .nothing(length: length)
    case let number?: return .key(numbered[number] ?? .unknown, length: length)
    case nil: return .key(.unknown, length: length)
    }
  }

  /// True for digits and semicolons only: a report with `<`, `?` or others in it is no key.
  private static func isPlain(_ parameters: ArraySlice<UInt8>) -> Bool {
    parameters.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x3B }
  }

  /// The first parameter, or nil when there is none or it is longer than any key's.
  private static func firstNumber(_ parameters: ArraySlice<UInt8>) -> Int? {
    guard isPlain(parameters) else { return nil }
    let digits = parameters.prefix { $0 != 0x3B }
    guard (1...4).contains(digits.count) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  private static let numbered: [Int: Key] = [
    1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
    11: .function(1), 12: .function(2), 13: .function(3), 14: .function(4), 15: .function(5),
    17: .function(6), 18: .function(7), 19: .function(8), 20: .function(9), 21: .function(10),
    23: .function(11), 24: .function(12), 25: .function(13), 26: .function(14), 28: .function(15),
    29: .function(16), 31: .function(17), 32: .function(18), 33: .function(19), 34: .function(20),
  ]
}
