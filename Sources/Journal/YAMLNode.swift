/// A piece of a YAML text that knows where it stands; a scalar keeps its characters as written, unresolved.
package struct YAMLNode: Equatable, Sendable {
  /// A key and its value.
  package struct Pair: Equatable, Sendable {
    package var key: YAMLNode
    package var value: YAMLNode
  }

  /// What a piece is.
  package enum Kind: Equatable, Sendable {
    /// `isPlain` is whether it stands without quotes, so that it may be a number, `true` or nothing.
    case scalar(String, isPlain: Bool)
    case sequence([YAMLNode])
    case mapping([Pair])
  }

  package var kind: Kind
  /// Counted from 1.
  package var line: Int
  /// Counted from 1, in characters.
  package var column: Int

  /// The characters of a scalar.
  package var text: String? {
    guard case .scalar(let text, _) = kind else { return nil }
    return text
  }

  /// The characters of a scalar without quotes.
  var plainText: String? {
    guard case .scalar(let text, isPlain: true) = kind else { return nil }
    return text
  }

  /// The characters of a plain number `-?digits(.digits)?` without a leading zero, or nil.
  var digits: String? {
    guard let text = plainText else { return nil }
    let parts = (text.hasPrefix("-") ? text.dropFirst() : text[...]).split(
      separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (Byte.zero...Byte.nine).contains($0) } }) else {
      return nil
    }
    guard parts[0].utf8.count == 1 || parts[0].utf8.first != Byte.zero else { return nil }
    return text
  }

  /// Whether nothing was written, or the word for nothing.
  package var isNull: Bool { plainText.map { ["", "~", "null"].contains($0) } ?? false }

  /// The word a refusal uses.
  var noun: String {
    switch kind {
    case .scalar(let text, _): isNull ? "nothing" : "'\(text.prefix(40))'"
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }
}
