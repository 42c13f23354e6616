internal import CaseFlow

/// The 64-bit table of a TZif file and the rule for the time after it.
struct TZif {
  struct Damage: Error {
    var reason: String
  }

  /// One state of the zone's clock.
  struct Kind: Equatable {
    var offsetSeconds: Int
    var isDaylight: Bool
    var abbreviation: String
  }

  /// The state before the first change.
  let first: Kind
  /// Changes by instant, in seconds since 1970 UTC, rising.
  let changes: [(at: Int64, kind: Kind)]
  let rule: PosixZone?

  /// Reads a file of version 2 or later.
  init(_ bytes: [UInt8]) throws(Damage) {
    var reader = Reader(bytes: bytes)
    let old = try reader.header()
    guard old.version >= UInt8(ascii: "2") else { throw Damage(reason: "version 1 is too old") }
    try reader.skip(old.bodyBytes(timeBytes: 4))
    let header = try reader.header()
    guard header.types > 0 else { throw Damage(reason: "no clock states") }
    // A header cannot make us reserve more than the file holds: sizes are checked against it first.
    try reader.require(header.bodyBytes(timeBytes: 8))
    var instants: [Int64] = []
    for _ in 0..<header.times { instants.append(Int64(truncatingIfNeeded: try reader.big(8))) }
    var indexes: [Int] = []
    for _ in 0..<header.times { indexes.append(Int(try reader.big(1))) }
    var states: [(offset: Int, isDaylight: Bool, text: Int)] = []
    for _ in 0..<header.types {
      let offset = Int(Int32(truncatingIfNeeded: try reader.big(4)))
      states.append((offset, try reader.big(1) != 0, Int(try reader.big(1))))
    }
    let texts = try reader.take(header.characters)
    try reader.skip(header.leaps * 12 + header.standards + header.universals)
    let kinds = states.map { state in
      let text = texts.dropFirst(state.text).prefix { $0 != 0 }
      return Kind(
        offsetSeconds: state.offset, isDaylight: state.isDaylight, abbreviation: String(decoding: text, as: UTF8.self))
    }
    guard indexes.allSatisfy({ $0 < kinds.count }), kinds.allSatisfy({ abs($0.offsetSeconds) < 86_400 }) else {
      throw Damage(reason: "a clock state is out of range")
    }
    guard zip(instants, instants.dropFirst()).allSatisfy({ $0 < $1 }) else {
      throw Damage(reason: "changes are out of order")
    }
    first = kinds[0]
    changes = zip(instants, indexes).map { ($0, kinds[$1]) }
    rule = try reader.footer()
  }

  /// The offsets within a stretch of time, in milliseconds.
  func offsets(name: String, from: Int64, until: Int64) -> ZoneOffsets {
    let opening = Self.floorSeconds(max(-Self.horizon, min(Self.horizon, from)))
    let window = opening...max(opening, Self.floorSeconds(max(-Self.horizon, min(Self.horizon, until))))
    var all = changes
    if let rule {
      let after = changes.last?.at ?? .min
      all += rule.changes(in: window).filter { $0.at > after }
    }
    var state = all.last { $0.at <= window.lowerBound }?.kind ?? first
    let initial = state
    var transitions: [ZoneOffsets.Transition] = []
    for change in all where change.at > window.lowerBound && change.at <= window.upperBound {
      guard change.kind.offsetSeconds != state.offsetSeconds || change.kind.abbreviation != state.abbreviation else {
        continue
      }
      state = change.kind
      transitions.append(
        ZoneOffsets.Transition(
          at: change.at * 1_000, offsetSeconds: state.offsetSeconds, abbreviation: state.abbreviation))
    }
    return ZoneOffsets(
      name: name, initialOffsetSeconds: initial.offsetSeconds, initialAbbreviation: initial.abbreviation,
      transitions: transitions)
  }

  /// Milliseconds to the end of the year 9999, the farthest that changes are worked out.
  private static let horizon: Int64 = 253_402_300_799_999

  private static func floorSeconds(_ milliseconds: Int64) -> Int64 {
    milliseconds >= 0 ? milliseconds / 1_000 : -((-(milliseconds + 1)) / 1_000) - 1
  }
}

extension TZif {
  struct Header {
    var version: UInt8
    var universals: Int
    var standards: Int
    var leaps: Int
    var times: Int
    var types: Int
    var characters: Int

    func bodyBytes(timeBytes: Int) -> Int {
      times * (timeBytes + 1) + types * 6 + characters + leaps * (timeBytes + 4) + standards + universals
    }
  }

  /// Takes big-endian numbers from the file, never past its end.
  struct Reader {
    let bytes: [UInt8]
    var offset = 0

    func require(_ count: Int) throws(Damage) {
      guard count >= 0, count <= bytes.count - offset else { throw Damage(reason: "cut short") }
    }

    mutating func skip(_ count: Int) throws(Damage) {
      try require(count)
      offset += count
    }

    mutating func take(_ count: Int) throws(Damage) -> ArraySlice<UInt8> {
      try skip(count)
      return bytes[offset - count..<offset]
    }

    mutating func big(_ count: Int) throws(Damage) -> UInt64 {
      try take(count).reduce(0) { $0 << 8 | UInt64($1) }
    }

    mutating func header() throws(Damage) -> Header {
      guard try take(4).elementsEqual("TZif".utf8) else { throw Damage(reason: "no TZif mark") }
      let version = UInt8(truncatingIfNeeded: try big(1))
      try skip(15)
      var counts: [Int] = []
      for _ in 0..<6 { counts.append(Int(try big(4))) }
      return Header(
        version: version, universals: counts[0], standards: counts[1], leaps: counts[2], times: counts[3],
        types: counts[4], characters: counts[5])
    }

    /// The rule between two line feeds at the end; an empty one means no further changes are known.
    mutating func footer() throws(Damage) -> PosixZone? {
      guard try big(1) == UInt64(Byte.lineFeed), let end = bytes[offset...].firstIndex(of: Byte.lineFeed) else {
        throw Damage(reason: "no rule in the last line")
      }
      let text = bytes[offset..<end]
      if text.isEmpty { return nil }
      guard let rule = PosixZone(text) else { throw Damage(reason: "unreadable rule in the last line") }
      return rule
    }
  }
}
