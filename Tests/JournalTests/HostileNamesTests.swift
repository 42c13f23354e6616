import Foundation
import Testing

@testable import Journal

@Suite("Names that break other systems pass through text unchanged")
struct HostileNamesTests {
  struct Name: Decodable {
    var id: String
    var verdict: String
    var name: String
  }

  static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Fixtures/hostile")

  @Test("what the name rules keep, the JSON layer reads and writes byte for byte")
  func names() throws {
    var reader = try LineReader(file: Self.fixtures.appendingPathComponent("names.ndjson").path)
    var kept = 0
    while let line = try reader.next() {
      let oracle = try JSONDecoder().decode(Name.self, from: Data(line.bytes[line.range]))
      let forbidden = oracle.name.unicodeScalars.contains { TextRules.refusal(ofScalar: $0.value) != nil }
      guard !forbidden else {
        #expect(oracle.verdict == "REJECT", "\(oracle.id)")
        #expect(throws: Fault.self) { try line.json() }
        continue
      }
      let name = try line.json().root.field("name").string()
      #expect(Array(name.utf8) == Array(oracle.name.utf8), "\(oracle.id)")
      var writer = JSONWriter()
      writer.string(name)
      let again = try JSONDocument(parsing: writer.bytes).root.string()
      #expect(Array(again.utf8) == Array(oracle.name.utf8), "\(oracle.id)")
      if oracle.verdict == "KEEP" { kept += 1 }
    }
    #expect(kept > 30)
  }
}
