import CaseFlow
import Testing

@testable import Journal

@Suite("YAML: center files read strictly")
struct YAMLTests {
  private func document(_ text: String, _ faults: FaultSink = FaultSink(most: 1)) throws -> YAMLDocument {
    try YAMLDocument(parsing: Array(text.utf8), file: "c.yaml", faults: faults)
  }

  /// The value under the key `n` of a text.
  private func value(_ text: String) throws -> YAMLValue {
    try #require(YAMLValue(document(text).root, file: "c.yaml").member("n"))
  }

  private func fault(_ read: () throws(Fault) -> Void) -> String? {
    do throws(Fault) { try read() } catch { return error.description }
    return nil
  }

  @Test("values are read with their types")
  func values() throws {
    #expect(try value("n: Training Center").text() == "Training Center")
    #expect(try value("n: 010").text() == "010")
    #expect(try value("n: \"yes: \\\"quoted\\\" é\"").text() == "yes: \"quoted\" é")
    #expect(try value("n: 120").integer(in: 0...100_000) == 120)
    #expect(try value("n: -2").integer(in: -9...9) == -2)
    #expect(try value("n: 120").decimal(in: nil) == 120)
    #expect(try value("n: 0.25").decimal(in: 0...1) == 0.25)
    #expect(try value("n: true").bool())
    #expect(try value("n: [a, b]").items(most: 2).map { try $0.text() } == ["a", "b"])
    #expect(try value("n: { n: x }").member("n")?.text() == "x")
    #expect(try value("n: {}").member("n") == nil)
  }

  @Test("a value of another type is named with its key and its place")
  func types() throws {
    let none = try value("n:")
    #expect(fault { () throws(Fault) in _ = try none.text() } == "c.yaml:1:3: 'n' must be text, not nothing")
    let word = try value("n: 5")
    #expect(fault { () throws(Fault) in _ = try word.items(most: 1) } == "c.yaml:1:4: 'n' must be a list, not '5'")
    #expect(
      fault { () throws(Fault) in _ = try word.integer(in: 0...4) } == "c.yaml:1:4: 'n' must be from 0 to 4")
    let list = try value("n:\n  - 1\n  - 2")
    #expect(
      fault { () throws(Fault) in _ = try list.members() }
        == "c.yaml:2:3: 'n' must be a mapping of keys, not a list")
    #expect(fault { () throws(Fault) in _ = try list.items(most: 1) } == "c.yaml:2:3: 'n' must be at most 1 long")
  }

  @Test(
    "numbers other tools would read otherwise are no numbers here",
    arguments: ["010", "0x1F", "0o17", "1_000", "1:30", "+1", ".5", "1.", ".inf", ".nan", "1e2", "1.5", "'5'", "true"])
  func numbers(_ text: String) throws {
    let value = try value("n: \(text)")
    #expect(throws: Fault.self) { try value.integer(in: .min ... .max) }
  }

  @Test("only true and false are", arguments: ["yes", "no", "on", "off", "True", "TRUE", "y", "'true'", "1"])
  func booleans(_ text: String) throws {
    let value = try value("n: \(text)")
    #expect(throws: Fault.self) { try value.bool() }
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
    let faults = FaultSink(most: 10)
    _ = try document(text, faults)
    #expect(faults.all == [Fault(file: "c.yaml", place, message)])
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
      _ = try YAMLDocument(parsing: refused.bytes, file: "c.yaml", faults: FaultSink(most: 1))
    }
  }

  @Test("CR LF files read the same")
  func carriageReturns() throws {
    let root = try YAMLValue(document("a: 1\r\nb: x\r\n").root, file: nil)
    #expect(try root.member("a")?.integer(in: 0...9) == 1 && root.member("b")?.text() == "x")
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
    for text in [small, String(repeating: "[", count: 40) + String(repeating: "]", count: 40)] {
      let faults = FaultSink(most: 10)
      _ = try document(text, faults)
      #expect(!faults.all.isEmpty)
    }
    #expect(throws: Fault.self) { try document(String(repeating: "[", count: 100_000)) }
    #expect(throws: Fault("1:1", "larger than 1 MiB")) {
      let bytes = [UInt8](repeating: 0x61, count: YAMLDocument.bytesMax + 1)
      _ = try YAMLDocument(parsing: bytes, faults: FaultSink(most: 1))
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
      let faults = FaultSink(most: 10)
      guard let document = try? YAMLDocument(parsing: bytes, faults: faults) else { continue }
      _ = YAMLFieldReader.read(CenterFile.self, from: YAMLValue(document.root, file: nil), faults: faults)
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
