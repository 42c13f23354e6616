/// Reads the fields of one YAML mapping, noting every fault and going on.
///
///     let desk = YAMLReader(node, faults)
///     let name = desk?.string("name")
///     let physical = desk?.int("physical", in: 0...100_000)
///     desk?.finish()  // unknown key 'physcal'; did you mean 'physical'?
///
/// A method answers nil when the field is missing or wrong; whether anything was wrong, `Faults` knows. Each field is
/// asked for by the keys known here, so `finish` can name what nobody asked for.
package final class YAMLReader {
  /// The mapping being read.
  package let node: YAMLNode
  /// Where faults are noted.
  package let faults: Faults
  private let pairs: [YAMLNode.Pair]
  private var known: [String] = []

  /// Reads a mapping; notes a fault and answers nil for anything else.
  package init?(_ node: YAMLNode, _ faults: Faults) {
    guard case .mapping(let pairs) = node.kind else {
      faults.add(node, "must be a mapping of keys, not \(node.noun)")
      return nil
    }
    self.node = node
    self.faults = faults
    self.pairs = pairs
  }

  /// The keys in the order written.
  package var keys: [String] { pairs.compactMap(\.key.text) }

  /// Whether a key is written, whatever its value.
  package func has(_ key: String) -> Bool { pairs.contains { $0.key.text == key } }

  /// The value under a key, or nil when the key is missing or its value empty.
  package func optional(_ key: String) -> YAMLNode? {
    if !known.contains(key) { known.append(key) }
    guard let value = pairs.first(where: { $0.key.text == key })?.value, !value.isNull else { return nil }
    return value
  }

  /// The value under a key that must be there.
  package func required(_ key: String) -> YAMLNode? {
    if let value = optional(key) { return value }
    if let empty = pairs.first(where: { $0.key.text == key }) {
      faults.add(empty.key, "'\(key)' has no value")
    } else {
      faults.add(node, "missing '\(key)'")
    }
    return nil
  }

  /// Every pair as written, for mappings whose keys are names; all keys count as known.
  package func entries() -> [(key: YAMLNode, name: String, value: YAMLNode)] {
    known += keys
    return pairs.compactMap { pair in pair.key.text.map { (pair.key, $0, pair.value) } }
  }

  /// Notes every key that was not asked for, with the nearest that was.
  package func finish() {
    for pair in pairs {
      guard let key = pair.key.text, !known.contains(key), pair.key.plainText != "<<" else { continue }
      faults.add(pair.key, unknownKey(key, among: known))
    }
  }
}

extension YAMLReader {
  /// Text that must be there.
  package func string(_ key: String) -> String? { required(key).flatMap { string($0, key) } }

  /// Text that may be absent.
  package func optionalString(_ key: String) -> String? { optional(key).flatMap { string($0, key) } }

  /// A whole number that must be there.
  package func int(_ key: String, in range: ClosedRange<Int> = .min ... .max) -> Int? {
    required(key).flatMap { int($0, key, in: range) }
  }

  /// A whole number that may be absent.
  package func optionalInt(_ key: String, in range: ClosedRange<Int> = .min ... .max) -> Int? {
    optional(key).flatMap { int($0, key, in: range) }
  }

  /// A number that must be there, such as `0.25`; no exponents.
  package func decimal(_ key: String, in range: ClosedRange<Double>? = nil) -> Double? {
    required(key).flatMap { decimal($0, key, in: range) }
  }

  /// A number that may be absent.
  package func optionalDecimal(_ key: String, in range: ClosedRange<Double>? = nil) -> Double? {
    optional(key).flatMap { decimal($0, key, in: range) }
  }

  /// `true` or `false`, which must be there.
  package func bool(_ key: String) -> Bool? { required(key).flatMap { bool($0, key) } }

  /// `true` or `false`, or nothing.
  package func optionalBool(_ key: String) -> Bool? { optional(key).flatMap { bool($0, key) } }

  /// The elements of a list that must be there.
  package func list(_ key: String) -> [YAMLNode]? { required(key).flatMap { list($0, key) } }

  /// The elements of a list that may be absent.
  package func optionalList(_ key: String) -> [YAMLNode]? { optional(key).flatMap { list($0, key) } }

  /// A reader of a mapping that must be there.
  package func mapping(_ key: String) -> YAMLReader? { required(key).flatMap { YAMLReader($0, faults) } }

  /// A reader of a mapping that may be absent.
  package func optionalMapping(_ key: String) -> YAMLReader? { optional(key).flatMap { YAMLReader($0, faults) } }
}

extension YAMLReader {
  /// The text of a node, for the elements of lists.
  package func string(_ node: YAMLNode, _ name: String) -> String? {
    guard let text = node.text, !node.isNull else { return refuse(node, "'\(name)' must be text, not \(node.noun)") }
    return text
  }

  /// The whole number a node is; quotes make it text.
  package func int(_ node: YAMLNode, _ name: String, in range: ClosedRange<Int>) -> Int? {
    guard let text = node.digits, !text.contains(".") else {
      return refuse(node, "'\(name)' must be a whole number, not \(node.noun)")
    }
    guard let value = Int(text) else { return refuse(node, "'\(name)' is out of range") }
    guard range.contains(value) else {
      return refuse(node, "'\(name)' must be from \(range.lowerBound) to \(range.upperBound)")
    }
    return value
  }

  /// The number a node is; quotes make it text.
  package func decimal(_ node: YAMLNode, _ name: String, in range: ClosedRange<Double>?) -> Double? {
    guard let text = node.digits else {
      return refuse(node, "'\(name)' must be a number, not \(node.noun)")
    }
    guard let value = Double(text), value.isFinite else { return refuse(node, "'\(name)' is out of range") }
    if let range, !range.contains(value) {
      return refuse(node, "'\(name)' must be from \(range.lowerBound) to \(range.upperBound)")
    }
    return value
  }

  /// What `true` and `false` say; `yes`, `on` and quoted words are text.
  package func bool(_ node: YAMLNode, _ name: String) -> Bool? {
    switch node.plainText {
    case "true": true
    case "false": false
    default: refuse(node, "'\(name)' must be true or false, not \(node.noun)")
    }
  }

  /// The elements of a list.
  package func list(_ node: YAMLNode, _ name: String) -> [YAMLNode]? {
    guard case .sequence(let elements) = node.kind else {
      return refuse(node, "'\(name)' must be a list, not \(node.noun)")
    }
    return elements
  }

  private func refuse<Value>(_ node: YAMLNode, _ message: String) -> Value? {
    faults.add(node, message)
    return nil
  }
}
