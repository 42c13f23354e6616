import CaseFlow
import Foundation
import Testing

@testable import Journal

@Suite("The schema of recordings")
struct RecordingSchemaTests {
  static let path = "docs/recording.schema.json"

  @Test("the committed schema is the one the descriptions make")
  func committed() throws {
    let made = RecordingSchema.document
    if ProcessInfo.processInfo.environment["JPC_UPDATE_PICTURES"] == "1" {
      try made.write(toFile: Self.path, atomically: true, encoding: .utf8)
    }
    let isSame = try String(contentsOfFile: Self.path, encoding: .utf8) == made
    #expect(isSame, "make it again with JPC_UPDATE_PICTURES=1")
  }

  @Test("the page on the format explains every type", arguments: Event.blanks.map(\.type))
  func explained(type: String) throws {
    #expect(try String(contentsOfFile: "docs/recording-format.md", encoding: .utf8).contains("`\(type)`"))
  }

  @Test("the schema is strict JSON in which every reference leads somewhere")
  func references() throws {
    let root = try JSONDocument(parsing: Array(RecordingSchema.document.utf8)).root
    let definitions = try #require(root["$defs"]).fields().map(\.key)
    #expect(Set(definitions).count == definitions.count)
    #expect(Set(definitions).isSuperset(of: Event.blanks.map(\.type)))
    let text = RecordingSchema.document
    for part in text.components(separatedBy: "\"#/$defs/").dropFirst() {
      #expect(definitions.contains(String(part.prefix { $0 != "\"" })))
    }
  }

  @Test("lines of recordings conform to the schema, damaged ones do not")
  func conform() throws {
    let schema = try SchemaProbe(Array(RecordingSchema.document.utf8))
    let day = SampleDays.day(parties: 3, center: SampleDays.center)
    let lines = Recording.bytes(day.header, day.records).split(separator: 0x0A).map(Array.init)
    for line in lines { #expect(try schema.accepts(line), "\(String(decoding: line.prefix(200), as: UTF8.self))") }
    for type in Event.blanks {
      var filler = FieldFiller(random: SplitMix(state: 11))
      var event = type
      event.describe(&filler)
      var encoder = RecordingEncoder(zone: SampleDays.zone)
      let record = Record(
        seq: 1, at: SampleDays.opening, recorded: SampleDays.opening, by: Code("op3"), desk: nil, event: event)
      let line = Array(encoder.line(record).dropLast())
      #expect(try schema.accepts(line), "\(type.type)")
      #expect(
        try !schema.accepts(Array(String(decoding: line, as: UTF8.self).replacing("\"seq\"", with: "\"sec\"").utf8)))
    }
  }
}

/// As much of JSON Schema as the schema of recordings uses.
private struct SchemaProbe {
  let root: JSONValue

  init(_ bytes: [UInt8]) throws { root = try JSONDocument(parsing: bytes).root }

  func accepts(_ line: [UInt8]) throws -> Bool { try accepts(try JSONDocument(parsing: line).root, root) }

  private func accepts(_ value: JSONValue, _ schema: JSONValue) throws -> Bool {
    // The cheap rules first, which tell the types of lines apart.
    for (key, rule) in try schema.fields().reversed() where try !holds(key, rule, value, schema) { return false }
    return true
  }

  private func holds(_ key: String, _ rule: JSONValue, _ value: JSONValue, _ schema: JSONValue) throws -> Bool {
    switch key {
    case "oneOf": return try rule.elements().filter { try accepts(value, $0) }.count == 1
    case "$ref":
      let name = String(try rule.string().dropFirst("#/$defs/".count))
      let definitions = try root["$defs"]!.fields()
      return try accepts(value, definitions.first { $0.key == name }!.value)
    case "type":
      switch try rule.string() {
      case "object": return value.kind == .object
      case "array": return value.kind == .array
      case "string": return value.kind == .string
      case "integer": return value.kind == .integer
      case "number": return value.kind == .integer || value.kind == .decimal
      case "boolean": return value.kind == .true || value.kind == .false
      default: return false
      }
    case "const", "enum": return try (key == "enum" ? rule.elements() : [rule]).contains { try same($0, value) }
    case "minimum": return try value.decimal() >= rule.decimal()
    case "maximum": return try value.decimal() <= rule.decimal()
    case "maxItems": return try value.elements().count <= Int(rule.integer())
    case "maxLength": return try value.string().unicodeScalars.count <= Int(rule.integer())
    case "pattern": return try value.string().contains(Regex(try rule.string()))
    case "items": return try value.elements().allSatisfy { try accepts($0, rule) }
    case "required":
      return try rule.elements().allSatisfy { name in try value.fields().contains { $0.key == (try? name.string()) } }
    case "properties":
      let known = try rule.fields()
      return try value.fields().allSatisfy { field in
        guard let rule = known.first(where: { $0.key == field.key }) else { return true }
        return try accepts(field.value, rule.value)
      }
    case "additionalProperties":
      let known = try schema["properties"]!.fields().map(\.key)
      return try value.fields().allSatisfy { known.contains($0.key) }
    default: return true
    }
  }

  private func same(_ left: JSONValue, _ right: JSONValue) throws -> Bool {
    guard left.kind == right.kind else { return false }
    return switch left.kind {
    case .string: try left.string() == right.string()
    case .integer: try left.integer() == right.integer()
    default: true
    }
  }
}
