// A small binary encoding of described values, for caches alone: it may change from version to version.
//
// Each scalar is a byte that says what follows and a number of as many bytes as it needs; times are differences from the
// time before, and texts stand once. What is nil, usual or empty is a single zero.

/// The bytes that say what follows.
private enum CompactTag {
  static let none: UInt8 = 0
  static let int: UInt8 = 1
  static let decimal: UInt8 = 2
  static let text: UInt8 = 3
  static let no: UInt8 = 4
  static let yes: UInt8 = 5
  static let time: UInt8 = 6
  static let nested: UInt8 = 7
}

/// Writes described values compactly.
package struct CompactWriter: FieldVisitor {
  package private(set) var bytes: [UInt8] = []
  private var texts: [String: Int] = [:]
  private var lastTime: Int64 = 0

  /// A writer with room for `expected` bytes: a long state grows into many copies of itself otherwise.
  package init(expecting expected: Int = 0) { bytes.reserveCapacity(expected) }

  private mutating func append(count: Int) { append(UInt64(count)) }

  private mutating func append(_ number: UInt64) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// Small numbers of either sign take few bytes.
  private mutating func append(signed number: Int64) { append(UInt64(bitPattern: number << 1 ^ number >> 63)) }

  private mutating func append(_ token: Token) {
    switch token {
    case .int(let number):
      bytes.append(CompactTag.int)
      append(signed: number)
    case .decimal(let number):
      bytes.append(CompactTag.decimal)
      append(number.bitPattern)
    case .text(let text):
      bytes.append(CompactTag.text)
      append(text)
    case .flag(let flag): bytes.append(flag ? CompactTag.yes : CompactTag.no)
    case .time(let time):
      bytes.append(CompactTag.time)
      append(signed: time.milliseconds &- lastTime)
      lastTime = time.milliseconds
    }
  }

  /// The number of a text that stood before, or the next number, its length and the text.
  private mutating func append(_ text: String) {
    if let known = texts[text] { return append(count: known) }
    append(count: texts.count)
    append(count: text.utf8.count)
    bytes.append(contentsOf: text.utf8)
    texts[text] = texts.count
  }

  @inline(__always)
  package mutating func field<S: Scalar>(_ name: StaticString, _ value: inout S) { append(value.token) }

  @inline(__always)
  package mutating func field<S: Scalar & Equatable>(_ name: StaticString, _ value: inout S, usual: S) {
    if value == usual { bytes.append(CompactTag.none) } else { append(value.token) }
  }

  @inline(__always)
  package mutating func field<S: Scalar>(_ name: StaticString, _ value: inout S?) {
    if let value { append(value.token) } else { bytes.append(CompactTag.none) }
  }

  @inline(__always)
  package mutating func field<S: Scalar>(_ name: StaticString, _ value: inout [S], most: Int) {
    append(count: value.count)
    for item in value { append(item.token) }
  }

  package mutating func field<T: Described>(_ name: StaticString, _ value: inout T) { value.describe(&self) }

  package mutating func field<T: Described>(_ name: StaticString, _ value: inout T?) {
    bytes.append(value == nil ? CompactTag.none : CompactTag.nested)
    value?.describe(&self)
  }

  package mutating func field<T: Described>(_ name: StaticString, _ value: inout [T], most: Int) {
    append(count: value.count)
    // One by one: to describe them in place would copy the whole list, which the state still holds.
    for var item in value { item.describe(&self) }
  }
}

/// Reads what `CompactWriter` wrote, described in the same order.
///
/// It never traps: bytes that are no such description leave `isSound` false and the values they do not reach blank.
package struct CompactReader: FieldVisitor {
  private let bytes: [UInt8]
  private var place = 0
  private var texts: [String] = []
  private var lastTime: Int64 = 0
  private var hasFault = false

  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Whether every byte was read and made sense.
  package var isSound: Bool { !hasFault && place == bytes.count }

  private mutating func byte() -> UInt8 {
    guard place < bytes.count else {
      hasFault = true
      return CompactTag.none
    }
    defer { place += 1 }
    return bytes[place]
  }

  private mutating func number() -> UInt64 {
    var number: UInt64 = 0
    var shift: UInt64 = 0
    while shift < 64 {
      let byte = byte()
      number |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return number }
      shift += 7
    }
    hasFault = true
    return 0
  }

  private mutating func signed() -> Int64 {
    let number = number()
    return Int64(bitPattern: number >> 1) ^ -Int64(bitPattern: number & 1)
  }

  /// How many items follow: no more than there may be, and no more than there are bytes.
  private mutating func count(most: Int) -> Int {
    let count = number()
    guard !hasFault, count <= UInt64(min(most, bytes.count - place)) else {
      hasFault = true
      return 0
    }
    return Int(count)
  }

  private mutating func text() -> String {
    let known = number()
    if known < UInt64(texts.count) { return texts[Int(known)] }
    let length = number()
    guard !hasFault, known == UInt64(texts.count), length <= UInt64(bytes.count - place) else {
      hasFault = true
      return ""
    }
    let text = String(decoding: bytes[place..<place + Int(length)], as: UTF8.self)
    place += Int(length)
    texts.append(text)
    return text
  }

  /// The token that follows, or nil where there is none.
  private mutating func token() -> Token? {
    switch byte() {
    case CompactTag.none: return nil
    case CompactTag.int: return .int(signed())
    case CompactTag.decimal: return .decimal(Double(bitPattern: number()))
    case CompactTag.text: return .text(text())
    case CompactTag.no: return .flag(false)
    case CompactTag.yes: return .flag(true)
    case CompactTag.time:
      lastTime = lastTime &+ signed()
      return .time(Instant(milliseconds: lastTime))
    default:
      hasFault = true
      return nil
    }
  }

  @inline(__always)
  private mutating func scalar<S: Scalar>(_ type: S.Type) -> S? {
    guard let token = token() else { return nil }
    if let value = S(token: token) { return value }
    // What no file may say, such as a number or a name that was not given yet, a state may hold: its blank value.
    let blank = S()
    if blank.token == token { return blank }
    hasFault = true
    return nil
  }

  @inline(__always)
  package mutating func field<S: Scalar>(_ name: StaticString, _ value: inout S) {
    if let read = scalar(S.self) { value = read } else { hasFault = true }
  }

  @inline(__always)
  package mutating func field<S: Scalar & Equatable>(_ name: StaticString, _ value: inout S, usual: S) {
    value = scalar(S.self) ?? usual
  }

  @inline(__always)
  package mutating func field<S: Scalar>(_ name: StaticString, _ value: inout S?) { value = scalar(S.self) }

  @inline(__always)
  package mutating func field<S: Scalar>(_ name: StaticString, _ value: inout [S], most: Int) {
    let count = count(most: most)
    value.removeAll()
    if count == 0 { return }
    value.reserveCapacity(count)
    for _ in 0..<count where !hasFault { value.append(scalar(S.self) ?? S()) }
  }

  package mutating func field<T: Described>(_ name: StaticString, _ value: inout T) { value.describe(&self) }

  package mutating func field<T: Described>(_ name: StaticString, _ value: inout T?) {
    switch byte() {
    case CompactTag.none: value = nil
    case CompactTag.nested:
      var read = T()
      read.describe(&self)
      value = read
    default: hasFault = true
    }
  }

  package mutating func field<T: Described>(_ name: StaticString, _ value: inout [T], most: Int) {
    let count = count(most: most)
    value.removeAll()
    if count == 0 { return }
    value.reserveCapacity(count)
    for _ in 0..<count where !hasFault {
      value.append(T())
      value[value.count - 1].describe(&self)
    }
  }
}

/// The shape of described values: the names of all fields, nested ones included, in their order. Two programs with the
/// same shape read each other's compact bytes.
package struct Shape: FieldVisitor {
  package private(set) var text = ""
  /// Types that were gone into before.
  private var known: [ObjectIdentifier] = []

  package init() {}

  private mutating func add(_ name: StaticString, _ type: Any.Type) { text += "\(name):\(type) " }

  private mutating func nest<T: Described>(_ name: StaticString, _ type: T.Type) {
    text += "\(name):\(type)"
    let id = ObjectIdentifier(type)
    if !known.contains(id) {
      known.append(id)
      text += "( "
      var blank = T()
      blank.describe(&self)
      text += ")"
    }
    text += " "
  }

  package mutating func field<S: Scalar>(_ name: StaticString, _ value: inout S) { add(name, S.self) }
  package mutating func field<S: Scalar & Equatable>(_ name: StaticString, _ value: inout S, usual: S) {
    add(name, S.self)
  }
  package mutating func field<S: Scalar>(_ name: StaticString, _ value: inout S?) { add(name, S?.self) }
  package mutating func field<S: Scalar>(_ name: StaticString, _ value: inout [S], most: Int) { add(name, [S].self) }
  package mutating func field<T: Described>(_ name: StaticString, _ value: inout T) { nest(name, T.self) }
  package mutating func field<T: Described>(_ name: StaticString, _ value: inout T?) { nest(name, T.self) }
  package mutating func field<T: Described>(_ name: StaticString, _ value: inout [T], most: Int) { nest(name, T.self) }
}
