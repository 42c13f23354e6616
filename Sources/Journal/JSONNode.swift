/// What one piece of a JSON text is. A key is a piece of its own, directly before its value.
package enum JSONKind: UInt8, Sendable {
  case null, `true`, `false`, integer, decimal, string, key, array, object

  /// The word a refusal uses: "must be text, not a whole number".
  package var noun: String {
    switch self {
    case .null: "null"
    case .true, .false: "true or false"
    case .integer: "a whole number"
    case .decimal: "a decimal number"
    case .string, .key: "text"
    case .array: "a list"
    case .object: "an object"
    }
  }
}

/// One piece of a JSON text by position; a document is the flat list of its pieces in reading order.
struct JSONNode: Sendable {
  var kind: JSONKind
  /// Whether a text contains escapes and must be decoded before it is compared.
  var escaped: Bool
  /// Offsets from the document's first byte; the quotes of a text lie outside.
  var start: Int32
  var end: Int32
  /// The index of the piece after this one and everything inside it.
  var next: Int32
}

/// What a single JSON text may cost at most.
package enum JSONLimits {
  /// The longest line of a recording and the largest single document, in bytes.
  package static let documentBytesMax = 16 << 20
  /// How deep lists and objects may nest.
  package static let depthMax = 32
  /// Up to here an object's keys are compared in pairs, beyond in a set.
  static let pairwiseKeysMax = 24
}
