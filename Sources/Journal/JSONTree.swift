/// A JSON value being built, for documents that people read: keys in the order given, two spaces a level.
///
///     JSONTree.object([("type", "string"), ("maxLength", 24)]).text
enum JSONTree: Sendable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
  case object([(String, JSONTree)])
  case list([JSONTree])
  case text(String)
  case whole(Int64)
  case number(Double)
  case flag(Bool)

  init(stringLiteral value: String) { self = .text(value) }
  init(integerLiteral value: Int64) { self = .whole(value) }
  init(booleanLiteral value: Bool) { self = .flag(value) }

  /// The document, ended by a line feed.
  var document: String { text(indent: 0) + "\n" }

  /// The longest line on which an object or a list stands whole.
  private static let lineMax = 110

  private func text(indent: Int) -> String {
    let flat = flat
    if indent * 2 + flat.utf8.count <= Self.lineMax { return flat }
    let inner = String(repeating: "  ", count: indent + 1)
    let outer = String(repeating: "  ", count: indent)
    switch self {
    case .object(let fields):
      let lines = fields.map { "\(inner)\(Self.quoted($0.0)): \($0.1.text(indent: indent + 1))" }
      return "{\n\(lines.joined(separator: ",\n"))\n\(outer)}"
    case .list(let items):
      return "[\n\(items.map { inner + $0.text(indent: indent + 1) }.joined(separator: ",\n"))\n\(outer)]"
    case .text, .whole, .number, .flag: return flat
    }
  }

  /// The value on one line.
  private var flat: String {
    switch self {
    case .object(let fields):
      "{\(fields.map { "\(Self.quoted($0.0)): \($0.1.flat)" }.joined(separator: ", "))}"
    case .list(let items): "[\(items.map(\.flat).joined(separator: ", "))]"
    case .text(let value): Self.quoted(value)
    case .whole(let value): String(value)
    case .number(let value): Self.number(value)
    case .flag(let value): value ? "true" : "false"
    }
  }

  private static func quoted(_ text: String) -> String {
    var writer = JSONWriter()
    writer.string(text)
    return writer.text
  }

  private static func number(_ value: Double) -> String {
    var writer = JSONWriter()
    writer.exact(value)
    return writer.text
  }
}
