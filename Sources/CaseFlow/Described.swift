/// A value whose fields are told once, by name, to whoever asks: the reader and the writer of recordings,
/// the reader of center files, the canonical bytes under a digest, the JSON Schema.
///
/// One description instead of five keeps them from drifting apart. `describe` visits every field exactly
/// once, in the order of the format; a reader assigns through the `inout`, a writer reads through it.
package protocol Described: Sendable {
  /// The value before anything is read into it.
  init()
  mutating func describe(_ f: inout some FieldVisitor)
}

/// A single JSON or YAML value: whole number, decimal, text, truth value or time.
package enum Token: Equatable, Sendable {
  case int(Int64)
  case decimal(Double)
  case text(String)
  case flag(Bool)
  case time(Instant)
}

/// What a scalar looks like in a file, for readers, messages and the schema.
package enum ScalarForm: Sendable {
  case int(ClosedRange<Int64>)
  case decimal(ClosedRange<Double>)
  case flag
  case time
  /// One of a closed list of words, made when it is asked for: a reader needs the list for a fault only.
  case word(@Sendable () -> [String])
  /// Text of at most so many characters, described by `as`.
  case text(longest: Int, as: String)
}

/// A value that stands in one token.
package protocol Scalar: Sendable {
  static var form: ScalarForm { get }
  /// The value before anything is read into it.
  init()
  /// The value of a token of this form, or nil when the form fits but the value does not exist.
  init?(token: Token)
  var token: Token { get }
  /// Becomes the value of a token, or stays as it is and says false. For generic readers, which would have to look up the
  /// type of an optional for every field.
  mutating func take(_ token: Token) -> Bool
}

extension Scalar {
  package mutating func take(_ token: Token) -> Bool {
    guard let value = Self(token: token) else { return false }
    self = value
    return true
  }
}

/// Walks over the fields of a described value; see `Described`.
package protocol FieldVisitor {
  /// A field that must be there.
  mutating func field<S: Scalar>(_ name: StaticString, _ value: inout S)
  /// A field left out when it equals `usual`.
  mutating func field<S: Scalar & Equatable>(_ name: StaticString, _ value: inout S, usual: S)
  /// A field left out when nil.
  mutating func field<S: Scalar>(_ name: StaticString, _ value: inout S?)
  /// A list of scalars, left out when empty, of at most `most` items.
  mutating func field<S: Scalar>(_ name: StaticString, _ value: inout [S], most: Int)
  /// A nested value that must be there.
  mutating func field<T: Described>(_ name: StaticString, _ value: inout T)
  /// A nested value left out when nil.
  mutating func field<T: Described>(_ name: StaticString, _ value: inout T?)
  /// A list of nested values, left out when empty, of at most `most` items.
  mutating func field<T: Described>(_ name: StaticString, _ value: inout [T], most: Int)
}
