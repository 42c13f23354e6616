// Scalars that stand in the heads of files.

/// A paragraph, such as what is real and what is simulated in a recorded day, or the purpose of a drill.
package struct Prose: Scalar, Hashable {
  package var text: String
  package static let longest = 2_000
  package static var form: ScalarForm { .text(longest: longest, as: "text") }
  package init() { text = "" }
  package init(_ text: String) { self.text = String(text.unicodeScalars.prefix(Self.longest)) }
  package init?(token: Token) {
    guard case .text(let text) = token else { return nil }
    self.text = text
  }
  package var token: Token { .text(text) }
}

/// The version of a format: of recordings and of scenarios there is one so far.
package struct FormatVersion: Scalar {
  package static let known: Int64 = 1
  package static var form: ScalarForm { .int(known...known) }
  package init() {}
  package init?(token: Token) {}
  package var token: Token { .int(Self.known) }
}
