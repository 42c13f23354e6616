/// A place in a `JSONDocument`: cheap to copy, and every refusal it throws carries line and column.
package struct JSONValue: Sendable {
  let document: JSONDocument
  let index: Int

  var node: JSONNode { document.nodes[index] }

  /// What the value is.
  package var kind: JSONKind { node.kind }

  /// Whether the value is null.
  package var isNull: Bool { kind == .null }

  /// The key the value stands under, or nil in a list and at the root.
  package var key: String? {
    guard index > 0, document.nodes[index - 1].kind == .key else { return nil }
    return document.text(document.nodes[index - 1])
  }

  /// A fault at this value.
  package func fault(_ message: String) -> Fault {
    document.fault(at: Int(node.start) - (kind == .string ? 1 : 0), message)
  }

  /// A fault that names the value's key: `'seq' must be a whole number, not text`.
  package func mustBe(_ expectation: String) -> Fault {
    fault("\(key.map { "'\($0)'" } ?? "this") must be \(expectation)")
  }

  private func mistyped(_ expected: String) -> Fault { mustBe("\(expected), not \(kind.noun)") }
}

extension JSONValue {
  /// The value of a whole number, which must be written as one (`1.0` and `1e2` are not).
  package func integer(in range: ClosedRange<Int64> = .min ... .max) throws(Fault) -> Int64 {
    guard kind == .integer, let value = document.withBytes(of: node, JSONParser.integer) else {
      throw mistyped("a whole number")
    }
    guard range.contains(value) else { throw mustBe("from \(range.lowerBound) to \(range.upperBound)") }
    return value
  }

  /// The value of any number.
  package func decimal(in range: ClosedRange<Double>? = nil) throws(Fault) -> Double {
    guard kind == .decimal || kind == .integer, let value = document.withBytes(of: node, JSONParser.decimal) else {
      throw mistyped("a number")
    }
    if let range, !range.contains(value) { throw mustBe("from \(range.lowerBound) to \(range.upperBound)") }
    return value
  }

  /// The value of `true` or `false`.
  package func bool() throws(Fault) -> Bool {
    switch kind {
    case .true: true
    case .false: false
    default: throw mistyped("true or false")
    }
  }

  /// The text with its escapes resolved, byte for byte as written (no normalization).
  package func string(bytesMax: Int = .max) throws(Fault) -> String {
    guard kind == .string else { throw mistyped("text") }
    let text = document.text(node)
    guard text.utf8.count <= bytesMax else { throw mustBe("at most \(bytesMax) bytes long") }
    return text
  }

  /// Whether the value is exactly this text; does not allocate for text without escapes.
  package func isText(_ word: StaticString) -> Bool {
    kind == .string && document.text(node, is: word)
  }

  /// Lends the bytes of a text, escapes resolved, without allocating for text without escapes.
  package func withText<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) throws(Fault) -> Result {
    guard kind == .string else { throw mistyped("text") }
    guard node.escaped else { return document.withBytes(of: node, body) }
    return document.withBytes(of: node) { JSONParser.decoded($0, escaped: true).withUnsafeBufferPointer(body) }
  }
}

extension JSONValue {
  /// The value under a key, or nil when the object has no such key or this is no object. O(keys), no allocation.
  package subscript(_ key: StaticString) -> JSONValue? {
    guard kind == .object else { return nil }
    var place = index + 1
    let end = Int(node.next)
    while place < end {
      let candidate = document.nodes[place]
      if document.text(candidate, is: key) { return JSONValue(document: document, index: place + 1) }
      place = Int(candidate.next)
    }
    return nil
  }

  /// The value under a key that must be there.
  package func field(_ key: StaticString) throws(Fault) -> JSONValue {
    guard kind == .object else { throw mistyped("an object") }
    guard let value = self[key] else { throw fault("missing '\(key)'") }
    return value
  }

  /// The value under a key, or nil when the key is missing or its value null.
  package func optional(_ key: StaticString) throws(Fault) -> JSONValue? {
    guard kind == .object else { throw mistyped("an object") }
    guard let value = self[key], !value.isNull else { return nil }
    return value
  }

  /// The keys and values of an object in the order written.
  package func fields() throws(Fault) -> [(key: String, value: JSONValue)] {
    guard kind == .object else { throw mistyped("an object") }
    var fields: [(key: String, value: JSONValue)] = []
    var place = index + 1
    while place < Int(node.next) {
      let key = document.nodes[place]
      fields.append((document.text(key), JSONValue(document: document, index: place + 1)))
      place = Int(key.next)
    }
    return fields
  }

  /// The values of a list in order.
  package func elements(countMax: Int = .max) throws(Fault) -> [JSONValue] {
    guard kind == .array else { throw mistyped("a list") }
    var elements: [JSONValue] = []
    var place = index + 1
    while place < Int(node.next) {
      guard elements.count < countMax else { throw mustBe("at most \(countMax) long") }
      elements.append(JSONValue(document: document, index: place))
      place = Int(document.nodes[place].next)
    }
    return elements
  }

  /// Refuses the first key that is not among `known`, naming the nearest known one.
  ///
  /// Does not allocate unless it refuses. O(keys × known).
  package func requireKeys(among known: [StaticString]) throws(Fault) {
    guard kind == .object else { throw mistyped("an object") }
    var place = index + 1
    while place < Int(node.next) {
      let key = document.nodes[place]
      if !known.contains(where: { document.text(key, is: $0) }) {
        let message = unknownKey(document.text(key), among: known.map { "\($0)" })
        throw document.fault(at: Int(key.start) - 1, message)
      }
      place = Int(key.next)
    }
  }
}
