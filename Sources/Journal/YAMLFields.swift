package import CaseFlow

/// Reads the values of strict YAML: center files.
package struct YAMLFieldReader: FieldReader {
  package let node: YAMLValue
  package var members: YAMLMembers
  package let faults: FaultSink

  package init(node: YAMLValue, members: YAMLMembers, faults: FaultSink) {
    self.node = node
    self.members = members
    self.faults = faults
  }
}

/// A piece of a YAML text under its key, as a reader of described values asks for it.
///
/// Numbers, `true` and `false` stand without quotes; text may stand with or without.
package struct YAMLValue: FieldNode {
  let node: YAMLNode
  let key: String?
  let file: String?

  /// A piece of a text; `key` is what its faults call it.
  package init(_ node: YAMLNode, key: String? = nil, file: String?) {
    self.node = node
    self.key = key
    self.file = file
  }

  package func fault(_ message: String) -> Fault {
    Fault(file: file, line: node.line, column: node.column, message: message)
  }

  package func mustBe(_ expectation: String) -> Fault {
    fault("\(key.map { "'\($0)'" } ?? "this") must be \(expectation)")
  }

  package func integer(in range: ClosedRange<Int64>) throws(Fault) -> Int64 {
    guard let digits = node.digits, !digits.contains(".") else { throw mustBe("a whole number, not \(node.noun)") }
    guard let value = Int64(digits), range.contains(value) else {
      throw mustBe("from \(range.lowerBound) to \(range.upperBound)")
    }
    return value
  }

  package func decimal(in range: ClosedRange<Double>?) throws(Fault) -> Double {
    guard let digits = node.digits else { throw mustBe("a number, not \(node.noun)") }
    guard let value = Double(digits), value.isFinite else { throw fault("number out of range") }
    if let range, !range.contains(value) { throw mustBe("from \(range.lowerBound) to \(range.upperBound)") }
    return value
  }

  package func bool() throws(Fault) -> Bool {
    switch node.plainText {
    case "true": true
    case "false": false
    default: throw mustBe("true or false, not \(node.noun)")
    }
  }

  package func text() throws(Fault) -> String {
    guard let text = node.text, !node.isNull else { throw mustBe("text, not \(node.noun)") }
    return text
  }

  package func instant() throws(Fault) -> Instant {
    let text = try text()
    do throws(TimeFault) {
      return Instant(milliseconds: try RFC3339.parse(text).milliseconds)
    } catch {
      throw fault(JournalSentences.noTime(key, error.message))
    }
  }

  package func items(most: Int) throws(Fault) -> [YAMLValue] {
    guard case .sequence(let items) = node.kind else { throw mustBe("a list, not \(node.noun)") }
    guard items.count <= most else { throw mustBe("at most \(most) long") }
    return items.map { YAMLValue($0, file: file) }
  }

  package func members() throws(Fault) -> YAMLMembers {
    guard case .mapping(let pairs) = node.kind else { throw mustBe("a mapping of keys, not \(node.noun)") }
    return YAMLMembers(pairs: pairs, file: file)
  }

  package func fields() throws(Fault) -> [(key: String, value: YAMLValue)] {
    try members().pairs.compactMap { pair in
      pair.key.text.map { ($0, YAMLValue(pair.value, key: $0, file: file)) }
    }
  }
}

/// The keys of a YAML mapping.
package struct YAMLMembers: FieldMembers {
  let pairs: [YAMLNode.Pair]
  let file: String?
  private var taken = 0

  init(pairs: [YAMLNode.Pair], file: String?) {
    self.pairs = pairs
    self.file = file
  }

  package mutating func take(_ key: StaticString) -> YAMLValue? {
    let name = "\(key)"
    guard let pair = pairs.first(where: { $0.key.text == name }) else { return nil }
    taken += 1
    return YAMLValue(pair.value, key: name, file: file)
  }

  package var areAllTaken: Bool { taken == pairs.count }

  package var keys: [(key: String, fault: (String) -> Fault)] {
    pairs.compactMap { pair in
      pair.key.text.map { ($0, YAMLValue(pair.key, file: file).fault) }
    }
  }
}
