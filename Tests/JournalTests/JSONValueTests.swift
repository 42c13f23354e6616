import Testing

@testable import Journal

@Suite("JSON: reading fields, each refusal with its place")
struct JSONValueTests {
  let document: JSONDocument

  init() throws {
    let text = #"{"seq":17,"at":1.5,"by":"op\u00333","ok":true,"none":null,"list":[1,"two",[3]],"in":{"x":-4}}"#
    document = try JSONDocument(parsing: Array(text.utf8), file: "day.ndjson", line: 9)
  }

  @Test("values are found by key and keep their kind")
  func values() throws {
    let root = document.root
    #expect(try root.field("seq").integer() == 17)
    #expect(try root.field("at").decimal() == 1.5)
    #expect(try root.field("seq").decimal() == 17)
    #expect(try root.field("by").string() == "op33")
    #expect(try root.field("by").isText("op33"))
    #expect(try root.field("ok").bool())
    #expect(try root.optional("none") == nil)
    #expect(try root.optional("missing") == nil)
    #expect(try root.field("in").field("x").integer() == -4)
    let list = try root.field("list").elements()
    #expect(list.map(\.kind) == [.integer, .string, .array])
    #expect(list.map(\.key) == [nil, nil, nil])
    #expect(try root.fields().map(\.key) == ["seq", "at", "by", "ok", "none", "list", "in"])
    #expect(try root.field("by").withText { Array($0) } == Array("op33".utf8))
  }

  @Test("a wrong type, a wrong size and a missing or unknown key are named where they stand")
  func mistakes() throws {
    let root = document.root
    expect("9:16: 'at' must be a whole number, not a decimal number") { try root.field("at").integer() }
    expect("9:25: 'by' must be a whole number, not text") { try root.field("by").integer() }
    expect("9:8: 'seq' must be text, not a whole number") { try root.field("seq").string() }
    expect("9:8: 'seq' must be from 1 to 5") { try root.field("seq").integer(in: 1...5) }
    expect("9:25: 'by' must be at most 3 bytes long") { try root.field("by").string(bytesMax: 3) }
    expect("9:1: missing 'desk'") { try root.field("desk").string() }
    expect("9:11: unknown key 'at'; known here: seq") { try root.requireKeys(among: ["seq"]) }
    expect("9:2: unknown key 'seq'; did you mean 'sec'?") { try root.requireKeys(among: ["sec", "at"]) }
    expect("9:67: this must be text, not a whole number") { try root.field("list").elements()[0].string() }
    expect("9:66: 'list' must be at most 2 long") { try root.field("list").elements(countMax: 2) }
  }

  @Test("a whole number is one that was written as one", arguments: ["1.0", "1e2", "-0.0", "1E0"])
  func wholeNumbers(_ text: String) throws {
    let root = try JSONDocument(parsing: Array(text.utf8)).root
    #expect(root.kind == .decimal)
    #expect(throws: Fault.self) { try root.integer() }
  }

  @Test("the ends of Int64 are read exactly", arguments: [Int64.min, -1, 0, 1, Int64.max])
  func extremes(_ number: Int64) throws {
    #expect(try JSONDocument(parsing: Array("\(number)".utf8)).root.integer() == number)
  }

  @Test("a text that spans lines reports the line within it")
  func lines() {
    #expect(throws: Fault(line: 3, column: 8, message: "a number has no leading zero")) {
      _ = try JSONDocument(parsing: Array("{\r\n\t\"é\": 1,\n  \"b\": 007}".utf8))
    }
  }

  private func expect(_ complaint: String, _ body: () throws -> Any, at here: SourceLocation = #_sourceLocation) {
    do {
      _ = try body()
      Issue.record("accepted; expected \(complaint)", sourceLocation: here)
    } catch {
      #expect("\(error)" == "day.ndjson:\(complaint)", sourceLocation: here)
    }
  }
}
