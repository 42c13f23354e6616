import Testing

@testable import Journal

@Suite("YAML: center files read strictly")
struct YAMLTests {
  private func document(_ text: String) throws -> YAMLDocument {
    try YAMLDocument(parsing: Array(text.utf8), file: "c.yaml")
  }

  @Test("fields are read with their types")
  func fields() throws {
    let document = try document(
      """
      name: Training Center
      code: 010
      physical: 120
      share: 0.25
      open: true
      note: "yes: \\"quoted\\" é"
      areas:
        - name: Pod A
        - name: Pod B
      limits: { soft: 1, hard: -2 }
      later: ~
      """)
    let reader = try #require(YAMLReader(document.root, document.faults))
    #expect(reader.string("name") == "Training Center")
    #expect(reader.string("code") == "010")
    #expect(reader.int("physical", in: 0...100_000) == 120)
    #expect(reader.decimal("share") == 0.25)
    #expect(reader.decimal("physical") == 120)
    #expect(reader.bool("open") == true)
    #expect(reader.string("note") == "yes: \"quoted\" é")
    #expect(reader.list("areas")?.compactMap { YAMLReader($0, document.faults)?.string("name") } == ["Pod A", "Pod B"])
    #expect(reader.mapping("limits")?.int("hard") == -2)
    #expect(reader.optionalInt("later") == nil)
    #expect(reader.optionalString("missing") == nil)
    reader.finish()
    #expect(document.faults.all == [])
  }

  @Test("all faults are told at once, in the order of the text")
  func collects() throws {
    let document = try document(
      """
      physcal: 3
      staffed: 010
      open: yes
      quoted: "12"
      share: 1e2
      big: 99999999999999999999
      low: -1
      name:
      list: 5
      inner: [1]
      zebra: 1
      """)
    let reader = try #require(YAMLReader(document.root, document.faults))
    _ = reader.int("physical")
    _ = reader.int("staffed")
    _ = reader.bool("open")
    _ = reader.int("quoted")
    _ = reader.decimal("share")
    _ = reader.int("big")
    _ = reader.int("low", in: 0...9)
    _ = reader.string("name")
    _ = reader.list("list")
    _ = reader.mapping("inner")
    reader.finish()
    #expect(
      document.faults.all.map(\.description) == [
        "c.yaml:1:1: missing 'physical'",
        "c.yaml:1:1: unknown key 'physcal'; did you mean 'physical'?",
        "c.yaml:2:10: 'staffed' must be a whole number, not '010'",
        "c.yaml:3:7: 'open' must be true or false, not 'yes'",
        "c.yaml:4:9: 'quoted' must be a whole number, not '12'",
        "c.yaml:5:8: 'share' must be a number, not '1e2'",
        "c.yaml:6:6: 'big' is out of range",
        "c.yaml:7:6: 'low' must be from 0 to 9",
        "c.yaml:8:1: 'name' has no value",
        "c.yaml:9:7: 'list' must be a list, not '5'",
        "c.yaml:10:8: must be a mapping of keys, not a list",
        "c.yaml:11:1: unknown key 'zebra'; known here: physical, staffed, open, quoted, share, big, low, name, list, inner",
      ])
  }

  @Test(
    "numbers other tools would read otherwise are no numbers here",
    arguments: ["010", "0x1F", "0o17", "1_000", "1:30", "+1", ".5", "1.", ".inf", ".nan", "1e2", "1.5", "'5'", "true"])
  func numbers(_ text: String) throws {
    let document = try document("n: \(text)")
    let reader = try #require(YAMLReader(document.root, document.faults))
    #expect(reader.int("n") == nil)
    #expect(document.faults.all.count == 1)
  }

  @Test("only true and false are", arguments: ["yes", "no", "on", "off", "True", "TRUE", "y", "'true'", "1"])
  func booleans(_ text: String) throws {
    let document = try document("b: \(text)")
    let reader = try #require(YAMLReader(document.root, document.faults))
    #expect(reader.bool("b") == nil)
    #expect(document.faults.all.count == 1)
  }

  @Test(
    "what YAML allows and this house does not is noted by name",
    arguments: [
      ("a: &x 1\nb: *x\n", "1:4", "anchors (&name) and aliases (*name) are not allowed"),
      ("a: !!int 1\n", "1:4", "tags (!name) are not allowed"),
      ("a: !custom {b: 1}\n", "1:4", "tags (!name) are not allowed"),
      ("a: 1\n<<: {b: 1}\n", "2:1", "merge keys (<<) are not allowed"),
      ("? [1, 2]\n: 3\n", "1:3", "a key must be text"),
      ("a: \"x\\u202ey\"\n", "1:4", "direction-changing character in text"),
      ("a: \"x\\ty\"\n", "1:4", "control character in text"),
      ("a: \"x\\0y\"\n", "1:4", "control character in text"),
      ("a: \"x\\u0000y\"\n", "1:4", "control character in text"),
    ])
  func noted(_ text: String, _ place: String, _ message: String) throws {
    #expect(try document(text).faults.all == [Fault(file: "c.yaml", place, message)])
  }

  @Test(
    "what cannot be read is thrown with its place",
    arguments: [
      Refused("a: 1\nb:\n  c: 2\na: 3\n", "4:1", "key given twice: a (first on line 1)"),
      Refused("x:\n  - b: 1\n    c: 2\n    b: 3\n", "4:5", "key given twice: b (first on line 2)"),
      Refused("a: {b: 1, b: 2}\n", "1:5", "key given twice: b"),
      Refused("a: 1\n---\nb: 2\n", "2:1", "only one document is allowed"),
      Refused("a: *nowhere\n", "1:4", "aliases (*name) are not allowed"),
      Refused("a:\n\tb: 1\n", "2:1", "a tab may not indent; use spaces"),
      Refused("a: [1, 2\n", "2:1", "not YAML: did not find expected ',' or ']'"),
      Refused("a: 'x\n", "2:1", "not YAML: found unexpected end of stream"),
      Refused("", "1:1", "is empty"),
      Refused("# nothing\n", "1:1", "is empty"),
      Refused("a: é\u{1b}[2J\n", "1:5", "control character in text"),
      Refused("a: \u{202e}x\n", "1:4", "direction-changing character in text"),
      Refused("a: x\u{2028}b\n", "1:5", "line separator character in text"),
      Refused("a: 1\rb: 2\n", "1:5", "control character in text"),
      Refused([0x61, 0x3A, 0x20, 0xE9, 0x0A], "1:4", "not valid UTF-8"),
      Refused([0xFF, 0xFE, 0x61, 0, 0x3A, 0], "1:1", "is UTF-16; save it as UTF-8"),
      Refused([0xEF, 0xBB, 0xBF, 0x61], "1:1", "starts with a byte-order mark (UTF-8); save it without the mark"),
    ])
  func thrown(_ refused: Refused) {
    #expect(throws: Fault(file: "c.yaml", refused.place, refused.message)) {
      _ = try YAMLDocument(parsing: refused.bytes, file: "c.yaml")
    }
  }

  @Test("CR LF files read the same")
  func carriageReturns() throws {
    let document = try document("a: 1\r\nb: x\r\n")
    let reader = try #require(YAMLReader(document.root, document.faults))
    #expect(reader.int("a") == 1 && reader.string("b") == "x")
  }

  @Test("floods of aliases, of depth and of bytes end quickly")
  func floods() throws {
    let clock = ContinuousClock()
    let start = clock.now
    var bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1..<9 {
      bomb += "a\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ") + "]\n"
    }
    #expect(throws: Fault.self) { try document(bomb + "? *a8\n: 1\n") }
    var small = "a0: &a0 [x, x]\n"
    for level in 1..<15 { small += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
    #expect(try document(small).faults.isEmpty == false)
    #expect(try document(String(repeating: "[", count: 40) + String(repeating: "]", count: 40)).faults.isEmpty == false)
    #expect(throws: Fault.self) { try document(String(repeating: "[", count: 100_000)) }
    #expect(throws: Fault("1:1", "larger than 1 MiB")) {
      _ = try YAMLDocument(parsing: [UInt8](repeating: 0x61, count: YAMLDocument.bytesMax + 1))
    }
    #expect(clock.now - start < .seconds(5))
  }

  @Test("no damaged text makes the reader trap")
  func mutations() {
    let seed = Array(
      "name: T\nareas:\n  - {n: 1, k: \"q\\u00e9\"}\n  - &a x\n  - *a\nnote: |\n  two\n  lines\n? k\n: !t v\n".utf8)
    var random = Seeded(state: 6)
    for _ in 0..<5_000 {
      var bytes = seed
      for _ in 0..<3 {
        let place = Int.random(in: bytes.indices, using: &random)
        bytes[place] =
          Bool.random(using: &random)
          ? UInt8.random(in: 0...255, using: &random) : seed[Int.random(in: seed.indices, using: &random)]
      }
      guard let document = try? YAMLDocument(parsing: bytes) else { continue }
      YAMLReader(document.root, document.faults)?.finish()
    }
  }

  @Test("the nearest word is offered only when it is near")
  func nearest() {
    let words = ["physical", "staffed", "staff", "desks"]
    #expect(nearestWord(to: "physcal", among: words) == "physical")
    #expect(nearestWord(to: "pyhsical", among: words) == "physical")
    #expect(nearestWord(to: "Staff", among: words) == "staff")
    #expect(nearestWord(to: "desk", among: words) == "desks")
    #expect(nearestWord(to: "zebra", among: words) == nil)
    #expect(nearestWord(to: "", among: words) == nil)
    #expect(editDistance(Array("ca"), Array("ac")) == 1)
    #expect(editDistance(Array("kitten"), Array("sitting")) == 3)
  }
}
