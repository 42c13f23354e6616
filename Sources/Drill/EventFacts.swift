package import CaseFlow

/// What an event says, field by field and whatever its type: an expected action names some of these fields.
package struct EventFacts: FieldVisitor {
  /// The fields of the event's type, in the order of the format.
  package private(set) var names: [String] = []
  private var tokens: [String: Token] = [:]

  /// The facts of an event; lists and nested values are left out.
  package init(_ event: Event) {
    var event = event
    event.describe(&self)
  }

  /// Whether a record of this type can be about such a field: `stage` is that of the desk at which it happens.
  package func has(_ field: String) -> Bool { names.contains(field == "stage" ? "servedAt" : field) }

  /// The number in a field, or nil.
  func number(_ field: String) -> Int? {
    guard case .int(let number)? = tokens[field] else { return nil }
    return Int(number)
  }

  /// The text of a field, or nil.
  func text(_ field: String) -> String? {
    guard case .text(let text)? = tokens[field] else { return nil }
    return text
  }

  /// Whether the event takes something back rather than doing it.
  var isUndone: Bool { tokens["undone"] == .flag(true) }

  /// Whether another takes this back: it is about the same reserve, line or announcement.
  func isTakenBack(by other: EventFacts) -> Bool {
    EventFacts.subjects.allSatisfy { tokens[$0] == other.tokens[$0] }
  }

  private static let subjects = ["reserve", "card", "line", "expected", "transport"]

  private mutating func note(_ name: StaticString, _ token: Token?) {
    names.append("\(name)")
    tokens["\(name)"] = token
  }

  package mutating func field<S: Scalar>(_ name: StaticString, _ value: inout S) { note(name, value.token) }
  package mutating func field<S: Scalar & Equatable>(_ name: StaticString, _ value: inout S, usual: S) {
    note(name, value.token)
  }
  package mutating func field<S: Scalar>(_ name: StaticString, _ value: inout S?) { note(name, value?.token) }
  package mutating func field<S: Scalar>(_ name: StaticString, _ value: inout [S], most: Int) { note(name, nil) }
  package mutating func field<T: Described>(_ name: StaticString, _ value: inout T) { note(name, nil) }
  package mutating func field<T: Described>(_ name: StaticString, _ value: inout T?) { note(name, nil) }
  package mutating func field<T: Described>(_ name: StaticString, _ value: inout [T], most: Int) { note(name, nil) }
}
