import CaseFlow
import Screens

// What goes between a drill and a terminal that joined it: keys and sizes one way, screens the other. Each message is a
// length in four bytes, a letter, and what belongs to it.

/// What a terminal that joined tells the drill.
enum GuestMessage: Equatable {
  /// Who sits there, whether they control the drill, and what the terminal shows.
  case join(name: String, isController: Bool, size: Size, glyphs: GlyphLevel)
  case key(Key)
  case size(Size)
}

/// What the drill tells a terminal that joined.
enum HostMessage: Equatable {
  /// A frame after the one before, as `Frame.bytes` writes it.
  case frame([UInt8])
  case ring, suspend, redraw
  /// The drill answers, whatever it shows: when a key has come, and every second or two.
  case heard
  /// It is over for this terminal; what is said when it is restored.
  case end(String)
}

/// Messages out of bytes as they come, in pieces of any size.
struct WireReader {
  private var pending: [UInt8] = []
  /// No message is longer: a paste, or the largest screen.
  static let longest = 8 << 20

  mutating func feed(_ bytes: ArraySlice<UInt8>) { pending += bytes }

  /// The next whole message, or nil until there is one; false where what came is none.
  mutating func next() -> (letter: UInt8, body: [UInt8])?? {
    guard pending.count >= 5 else { return .some(nil) }
    let length = pending[..<4].reduce(0) { $0 << 8 | Int($1) }
    guard 1...Self.longest ~= length else { return nil }
    guard pending.count >= 4 + length else { return .some(nil) }
    defer { pending.removeFirst(4 + length) }
    return (pending[4], Array(pending[5..<4 + length]))
  }
}

/// A message as it goes over the wire.
private func wired(_ letter: Character, _ body: [UInt8] = []) -> [UInt8] {
  let length = body.count + 1
  return [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: length >> $0) } + [letter.asciiValue ?? 0] + body
}

extension HostMessage {
  var bytes: [UInt8] {
    switch self {
    case .frame(let frame): wired("F", frame)
    case .ring: wired("B")
    case .suspend: wired("Z")
    case .redraw: wired("L")
    case .heard: wired("A")
    case .end(let text): wired("E", Array(text.utf8))
    }
  }

  init?(_ letter: UInt8, _ body: [UInt8]) {
    switch Character(Unicode.Scalar(letter)) {
    case "F": self = .frame(body)
    case "B": self = .ring
    case "Z": self = .suspend
    case "L": self = .redraw
    case "A": self = .heard
    case "E": self = .end(String(decoding: body, as: UTF8.self))
    default: return nil
    }
  }
}

extension GuestMessage {
  var bytes: [UInt8] {
    switch self {
    case .join(let name, let isController, let size, let glyphs):
      let words = [name, isController ? "1" : "0", "\(size.width)", "\(size.height)", "\(glyphs.rawValue)"]
      return wired("J", Array(words.joined(separator: " ").utf8))
    case .size(let size): return wired("S", Array("\(size.width) \(size.height)".utf8))
    case .key(let key): return wired("K", Array(GuestMessage.text(of: key).utf8))
    }
  }

  init?(_ letter: UInt8, _ body: [UInt8]) {
    let text = String(decoding: body, as: UTF8.self)
    let words = text.split(separator: " ")
    switch Character(Unicode.Scalar(letter)) {
    case "J":
      guard words.count == 5, let size = Size(words[2...3]), let level = Int(words[4]).flatMap(GlyphLevel.init) else {
        return nil
      }
      self = .join(name: String(words[0]), isController: words[1] == "1", size: size, glyphs: level)
    case "S":
      guard let size = Size(words[...]) else { return nil }
      self = .size(size)
    case "K":
      guard let key = GuestMessage.key(of: text) else { return nil }
      self = .key(key)
    default: return nil
    }
  }

  private static let named: [(String, Key)] = [
    ("enter", .enter), ("escape", .escape), ("tab", .tab), ("backTab", .backTab), ("up", .up), ("down", .down),
    ("left", .left), ("right", .right), ("pageUp", .pageUp), ("pageDown", .pageDown), ("home", .home), ("end", .end),
    ("backspace", .backspace), ("delete", .delete), ("insert", .insert),
  ]

  private static func text(of key: Key) -> String {
    switch key {
    case .character(let scalar): "c\(scalar.value)"
    case .control(let scalar): "x\(scalar.value)"
    case .function(let number): "f\(number)"
    case .paste(let text): "p\(text)"
    default: "n" + (named.first { $0.1 == key }?.0 ?? "")
    }
  }

  private static func key(of text: String) -> Key? {
    let rest = text.dropFirst()
    let scalar = UInt32(rest).flatMap { Unicode.Scalar($0) }
    switch text.first {
    case "c": return scalar.map { .character($0) }
    case "x": return scalar.map { .control($0) }
    case "f": return Int(rest).map { .function($0) }
    case "p": return .paste(String(rest))
    default: return named.first { $0.0 == rest }?.1
    }
  }
}

extension Size {
  /// Columns and rows as two words.
  fileprivate init?(_ words: ArraySlice<Substring>) {
    guard let columns = words.first.flatMap({ Int($0) }), let rows = words.dropFirst().first.flatMap({ Int($0) }),
      1...Frame.sideMax ~= columns, 1...Frame.sideMax ~= rows
    else { return nil }
    self.init(width: columns, height: rows)
  }
}
