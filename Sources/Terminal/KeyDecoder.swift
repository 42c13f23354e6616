package import Screens

/// Turns the bytes a terminal sends into keys, whatever pieces they come in.
///
/// A pure value: bytes and time go in, keys come out. Time is nanoseconds of any clock that only goes forward.
///
///     var decoder = KeyDecoder()
///     decoder.feed([0x1B, 0x5B], at: 0)            // [] - the beginning of something
///     decoder.feed([0x41], at: 15_000_000)         // [.up]
///     decoder.feed([0x1B], at: 20_000_000)         // []
///     decoder.expire(at: 45_000_000)               // [.escape]
package struct KeyDecoder: Sendable {
  /// What has come and is not a key yet; never more than `sequenceBytesMax`.
  private var pending: [UInt8] = []
  private var mode = Mode.keys
  private var waitingSince: UInt64?

  private enum Mode: Sendable {
    case keys
    /// Between the marks of a bracketed paste: what was kept of it, and the last bytes seen, for finding its end.
    case paste(kept: [UInt8], tail: [UInt8])
    /// In a sequence too long to be a key, until its last byte.
    case skipping(count: Int)
  }

  /// How long an unfinished sequence may wait for its next byte, in nanoseconds. A lone Esc is known by it.
  package static let sequenceWait: UInt64 = 25_000_000
  /// How long a paste may be silent before it is taken as ended: a lost end mark must not swallow every later key.
  package static let pasteWait: UInt64 = 1_000_000_000
  /// The longest sequence that is looked at, in bytes.
  package static let sequenceBytesMax = 64
  /// The longest sequence that is skipped as one, in bytes.
  package static let skippedBytesMax = 4_096
  /// What is kept of a paste, in bytes; the rest of it is dropped.
  package static let pasteBytesMax = 65_536

  /// A decoder that has seen nothing.
  package init() {}

  /// The time at which `expire(at:)` has something to say, or nil when nothing is unfinished.
  package var deadline: UInt64? {
    guard let waitingSince else { return nil }
    if case .paste = mode { return waitingSince &+ Self.pasteWait }
    return waitingSince &+ Self.sequenceWait
  }

  /// The keys completed by these bytes, which came at `now`.
  package mutating func feed(_ bytes: some Sequence<UInt8>, at now: UInt64) -> [Key] {
    var keys = expire(at: now)
    pending.append(contentsOf: bytes)
    var index = 0
    decoding: while index < pending.count {
      switch mode {
      case .paste: index = takePaste(from: index, into: &keys)
      case .skipping(let count): index = skip(from: index, already: count, into: &keys)
      case .keys:
        switch KeySequence.read(pending[index...]) {
        case .key(let key, let length):
          keys.append(key)
          index += length
        case .nothing(let length): index += length
        case .pasteBegins(let length):
          index += length
          mode = .paste(kept: [], tail: [])
        case .unfinished:
          if pending.count - index <= Self.sequenceBytesMax { break decoding }
          mode = .skipping(count: pending.count - index)
          index = pending.count
        }
      }
    }
    pending.removeFirst(index)
    var isWaiting = !pending.isEmpty
    if case .keys = mode {} else { isWaiting = true }
    waitingSince = isWaiting ? now : nil
    return keys
  }

  /// The keys that follow from nothing more having come by `now`: a lone Esc, the end of a broken sequence.
  package mutating func expire(at now: UInt64) -> [Key] {
    guard let deadline, now >= deadline else { return [] }
    defer {
      pending = []
      mode = .keys
      waitingSince = nil
    }
    switch mode {
    case .paste(let kept, let tail): return [.paste(Self.cleaned(kept + tail))]
    case .skipping: return [.unknown]
    case .keys:
      switch pending {
      case [0x1B]: return [.escape]
      // Esc and then `[` or `O`, typed ahead: these begin a sequence only when more of it comes.
      case [0x1B, 0x5B]: return [.escape, .character("[")]
      case [0x1B, 0x4F]: return [.escape, .character("O")]
      default: return [.unknown]
      }
    }
  }
}

extension KeyDecoder {
  private static let pasteEnd: [UInt8] = Array("\u{1B}[201~".utf8)

  private mutating func takePaste(from index: Int, into keys: inout [Key]) -> Int {
    guard case .paste(var kept, var tail) = mode else { return index }
    // The buffer would be copied on each change while the mode still holds it.
    mode = .keys
    for at in index..<pending.count {
      tail.append(pending[at])
      if tail.count > Self.pasteEnd.count {
        if kept.count < Self.pasteBytesMax { kept.append(tail[0]) }
        tail.removeFirst()
      }
      if tail == Self.pasteEnd {
        keys.append(.paste(Self.cleaned(kept)))
        return at + 1
      }
    }
    mode = .paste(kept: kept, tail: tail)
    return pending.count
  }

  private mutating func skip(from index: Int, already: Int, into keys: inout [Key]) -> Int {
    var count = already
    for at in index..<pending.count {
      count += 1
      let byte = pending[at]
      let isLast = (0x40...0x7E).contains(byte)
      if isLast || byte < 0x20 || byte >= 0x7F || count > Self.skippedBytesMax {
        mode = .keys
        keys.append(.unknown)
        return isLast ? at + 1 : at
      }
    }
    mode = .skipping(count: count)
    return pending.count
  }

  /// Pasted text with line ends as line feeds, and without any other control character but the tab.
  private static func cleaned(_ bytes: [UInt8]) -> String {
    var cleaned = String.UnicodeScalarView()
    var afterReturn = false
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch scalar {
      case "\r": cleaned.append("\n")
      case "\n": if !afterReturn { cleaned.append("\n") }
      case "\t": cleaned.append("\t")
      default:
        if TextWidth.kind(of: scalar) != .forbidden, TextWidth.kind(of: scalar) != .blank { cleaned.append(scalar) }
      }
      afterReturn = scalar == "\r"
    }
    return String(cleaned)
  }
}
