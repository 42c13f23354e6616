extension JSONParser {
  mutating func array() throws(JSONStop) {
    let opening = try open(.array)
    if peek() == UInt8(ascii: "]") { return close(opening) }
    while true {
      try value()
      try skipSpace()
      switch peek() {
      case Byte.comma:
        let comma = offset
        offset += 1
        try skipSpace()
        if peek() == UInt8(ascii: "]") { throw stop("comma before the end of the list", at: comma) }
      case UInt8(ascii: "]"): return close(opening)
      default: throw noSeparator("',' or ']'")
      }
    }
  }

  mutating func object() throws(JSONStop) {
    let opening = try open(.object)
    if peek() == UInt8(ascii: "}") { return close(opening) }
    var seen = JSONKeys()
    while true {
      guard peek() == Byte.quote else { throw noKey() }
      let key = nodes.count
      try string(as: .key)
      if seen.repeats(key, of: opening, in: self) {
        throw stop("key given twice: \(text(of: nodes[key]))", at: Int(nodes[key].start) - 1)
      }
      try skipSpace()
      guard peek() == Byte.colon else { throw noSeparator("':'") }
      offset += 1
      try skipSpace()
      try value()
      nodes[key].next = Int32(truncatingIfNeeded: nodes.count)
      try skipSpace()
      switch peek() {
      case Byte.comma:
        let comma = offset
        offset += 1
        try skipSpace()
        if peek() == UInt8(ascii: "}") { throw stop("comma before the end of the object", at: comma) }
      case UInt8(ascii: "}"): return close(opening)
      default: throw noSeparator("',' or '}'")
      }
    }
  }

  private mutating func open(_ kind: JSONKind) throws(JSONStop) -> Int {
    guard depth < JSONLimits.depthMax else { throw stop("nested deeper than \(JSONLimits.depthMax) levels") }
    depth += 1
    append(kind, from: offset, to: offset + 1)
    offset += 1
    try skipSpace()
    return nodes.count - 1
  }

  private mutating func close(_ opening: Int) {
    offset += 1
    depth -= 1
    nodes[opening].end = Int32(truncatingIfNeeded: offset)
    nodes[opening].next = Int32(truncatingIfNeeded: nodes.count)
  }

  private func noKey() -> JSONStop {
    switch peek() {
    case 0 where offset >= bytes.count: stop("the text ends inside an object")
    case UInt8(ascii: "'"): stop("a key must be in double quotes")
    case UInt8(ascii: "/"), UInt8(ascii: "#"): stop("comments are not allowed")
    default: stop("expected a key in double quotes, found \(sight)")
    }
  }

  private func noSeparator(_ expected: String) -> JSONStop {
    switch peek() {
    case 0 where offset >= bytes.count: stop("the text ends where \(expected) is expected")
    case UInt8(ascii: "/"), UInt8(ascii: "#"): stop("comments are not allowed")
    default: stop("expected \(expected), found \(sight)")
    }
  }
}

/// Finds a repeated key in one object: in pairs while there are few, by set when there are many, so that a hostile
/// object of a million keys costs no more than a million look-ups.
private struct JSONKeys {
  var count = 0
  var many: Set<[UInt8]>?
  /// A bit for each key so far, by its length and its ends: a key whose bit is free is none of them.
  var marks: UInt64 = 0

  mutating func repeats(_ key: Int, of opening: Int, in parser: JSONParser) -> Bool {
    defer { count += 1 }
    let mark = parser.mark(of: parser.nodes[key])
    defer { marks |= mark }
    if marks & mark == 0, many == nil, count < JSONLimits.pairwiseKeysMax { return false }
    if count < JSONLimits.pairwiseKeysMax {
      return Self.earlier(than: key, of: opening, in: parser) { parser.sameText($0, parser.nodes[key]) }
    }
    if many == nil {
      var first = Set<[UInt8]>()
      _ = Self.earlier(than: key, of: opening, in: parser) { earlier in
        first.insert(parser.decoded(earlier))
        return false
      }
      many = first
    }
    return many?.insert(parser.decoded(parser.nodes[key])).inserted == false
  }

  /// Whether `test` holds for a key of the object before the key at index `key`.
  private static func earlier(
    than key: Int, of opening: Int, in parser: JSONParser, _ test: (JSONNode) -> Bool
  ) -> Bool {
    var index = opening + 1
    while index < key {
      if test(parser.nodes[index]) { return true }
      index = Int(parser.nodes[index].next)
    }
    return false
  }
}
