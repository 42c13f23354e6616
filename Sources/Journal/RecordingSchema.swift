internal import CaseFlow

/// The JSON Schema of a line of a recording, made of the same descriptions that read and write it.
///
/// Committed as `docs/recording.schema.json`; a test compares the two.
package enum RecordingSchema {
  /// The schema as a document.
  package static var document: String { schema.document }

  private static var schema: JSONTree {
    var definitions = SchemaDefinitions()
    var lines: [JSONTree] = [definitions.reference(RecordingHeader.self, named: "header")]
    for blank in Event.blanks {
      lines.append(.object([("$ref", .text("#/$defs/\(blank.type)"))]))
      definitions.add(blank.type, event(blank, &definitions))
    }
    return .object([
      ("$schema", "https://json-schema.org/draft/2020-12/schema"),
      ("title", "A line of a jpc recording"),
      ("description", "The first line is the header, every further line is one event. See recording-format.md."),
      ("oneOf", .list(lines)),
      ("$defs", .object(definitions.all)),
    ])
  }

  /// The envelope, the type and the fields of an event.
  private static func event(_ blank: Event, _ definitions: inout SchemaDefinitions) -> JSONTree {
    var visitor = SchemaVisitor(definitions: definitions)
    var seq = 0
    var at = Instant()
    var by = Code.none
    var desk: DeskID?
    visitor.field("seq", &seq)
    visitor.field("at", &at)
    visitor.field("recorded", &at)
    visitor.field("by", &by)
    visitor.field("desk", &desk)
    visitor.add("type", .object([("const", .text(blank.type))]), isRequired: true)
    var event = blank
    event.describe(&visitor)
    definitions = visitor.definitions
    return visitor.object
  }
}

/// The named parts of a schema, each once, in the order in which they were first needed.
struct SchemaDefinitions {
  private(set) var all: [(String, JSONTree)] = []
  private var names: [ObjectIdentifier: String] = [:]

  mutating func add(_ name: String, _ tree: JSONTree) { all.append((name, tree)) }

  /// A reference to the object of a described type, which is defined where it is not yet.
  mutating func reference<T: Described>(_ type: T.Type, named given: String? = nil) -> JSONTree {
    let id = ObjectIdentifier(type)
    let name = names[id] ?? given ?? "\(type)"
    if names[id] == nil {
      names[id] = name
      var visitor = SchemaVisitor(definitions: self)
      var blank = T()
      blank.describe(&visitor)
      self = visitor.definitions
      add(name, visitor.object)
    }
    return .object([("$ref", .text("#/$defs/\(name)"))])
  }
}

extension SchemaDefinitions {
  /// What a scalar looks like; the long ones by reference, so that the schema says them once.
  mutating func form<S: Scalar>(of type: S.Type) -> [(String, JSONTree)] {
    let long: String? =
      switch type {
      case is Instant.Type: "time"
      case is Code.Type: "code"
      case is DeskID.Type: "desk"
      case is Need.Type: "need"
      default: nil
      }
    guard let long else { return SchemaVisitor.form(of: type) }
    if !all.contains(where: { $0.0 == long }) { add(long, .object(SchemaVisitor.form(of: type))) }
    return [("$ref", .text("#/$defs/\(long)"))]
  }
}

/// Collects the properties of one described value.
struct SchemaVisitor: FieldVisitor {
  var definitions: SchemaDefinitions
  private var properties: [(String, JSONTree)] = []
  private var required: [JSONTree] = []

  init(definitions: SchemaDefinitions) { self.definitions = definitions }

  var object: JSONTree {
    var fields: [(String, JSONTree)] = [("type", "object"), ("properties", .object(properties))]
    if !required.isEmpty { fields.append(("required", .list(required))) }
    return .object(fields + [("additionalProperties", false)])
  }

  mutating func add(_ name: String, _ tree: JSONTree, isRequired: Bool) {
    properties.append((name, tree))
    if isRequired { required.append(.text(name)) }
  }

  mutating func field<S: Scalar>(_ name: StaticString, _ value: inout S) {
    add("\(name)", .object(definitions.form(of: S.self)), isRequired: true)
  }

  mutating func field<S: Scalar & Equatable>(_ name: StaticString, _ value: inout S, usual: S) {
    add("\(name)", .object(definitions.form(of: S.self) + [("default", Self.tree(usual.token))]), isRequired: false)
  }

  mutating func field<S: Scalar>(_ name: StaticString, _ value: inout S?) {
    add("\(name)", .object(definitions.form(of: S.self)), isRequired: false)
  }

  mutating func field<S: Scalar>(_ name: StaticString, _ value: inout [S], most: Int) {
    add("\(name)", Self.list(of: .object(definitions.form(of: S.self)), most), isRequired: false)
  }

  mutating func field<T: Described>(_ name: StaticString, _ value: inout T) {
    add("\(name)", definitions.reference(T.self), isRequired: true)
  }

  mutating func field<T: Described>(_ name: StaticString, _ value: inout T?) {
    add("\(name)", definitions.reference(T.self), isRequired: false)
  }

  mutating func field<T: Described>(_ name: StaticString, _ value: inout [T], most: Int) {
    add("\(name)", Self.list(of: definitions.reference(T.self), most), isRequired: false)
  }
}

extension SchemaVisitor {
  private static func list(of items: JSONTree, _ most: Int) -> JSONTree {
    .object([("type", "array"), ("items", items), ("maxItems", .whole(Int64(most)))])
  }

  /// What a scalar looks like.
  static func form<S: Scalar>(of type: S.Type) -> [(String, JSONTree)] {
    switch S.form {
    case .int(let range):
      return [("type", "integer"), ("minimum", .whole(range.lowerBound)), ("maximum", .whole(range.upperBound))]
    case .decimal(let range):
      return [("type", "number"), ("minimum", .number(range.lowerBound)), ("maximum", .number(range.upperBound))]
    case .flag: return S(token: .flag(true)) == nil ? [("const", false)] : [("type", "boolean")]
    case .time: return [("type", "string"), ("format", "date-time"), ("pattern", .text(timePattern))]
    case .word(let words):
      let words = words()
      return words.count == 1 ? [("const", .text(words[0]))] : [("enum", .list(words.map { .text($0) }))]
    case .text(let longest, let description):
      let size: [(String, JSONTree)] = [("type", "string"), ("maxLength", .whole(Int64(longest)))]
      guard let pattern = pattern(of: type) else { return size }
      return size + [("pattern", .text(pattern)), ("description", .text(description))]
    }
  }

  private static func tree(_ token: Token) -> JSONTree {
    switch token {
    case .int(let value): .whole(value)
    case .decimal(let value): .number(value)
    case .text(let value): .text(value)
    case .flag(let value): .flag(value)
    case .time(let value): .text(ZoneOffsets.utc.text(value.milliseconds))
    }
  }

  private static let timePattern =
    "^(19|[2-9][0-9])[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,3})?(Z|[+-][0-9]{2}:[0-9]{2})$"

  /// The shape of the texts that have one.
  private static func pattern<S: Scalar>(of type: S.Type) -> String? {
    switch type {
    case is Code.Type: "^[0-9A-Za-z._-]{1,16}$"
    case is DeskID.Type: "^(\(Stage.allCases.map(\.rawValue).joined(separator: "|")))-[1-9][0-9]{0,2}$"
    case is UTCOffset.Type: "^[+-][0-9]{2}:[0-9]{2}$"
    default: nil
    }
  }
}
