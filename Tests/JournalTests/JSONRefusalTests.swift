import Testing

@testable import Journal

/// One malformed text and the exact complaint it earns.
struct Refused: CustomTestStringConvertible, Sendable {
  var bytes: [UInt8]
  var place: String
  var message: String

  init(_ text: String, _ place: String, _ message: String) {
    self.init(Array(text.utf8), place, message)
  }

  init(_ bytes: [UInt8], _ place: String, _ message: String) {
    (self.bytes, self.place, self.message) = (bytes, place, message)
  }

  var testDescription: String { "\(String(decoding: bytes, as: UTF8.self).debugDescription) at \(place)" }
}

@Suite("JSON: what the strict reader refuses")
struct JSONRefusalTests {
  static let structure: [Refused] = [
    Refused(#"{"a":1,"a":2}"#, "1:8", "key given twice: a"),
    Refused(#"{"a":1,"\u0061":2}"#, "1:8", "key given twice: a"),
    Refused(#"{"b":{"x":1,"x":1}}"#, "1:13", "key given twice: x"),
    Refused(#"{"a":1,}"#, "1:7", "comma before the end of the object"),
    Refused(#"[1,2,]"#, "1:5", "comma before the end of the list"),
    Refused(#"[1,,2]"#, "1:4", "a value is missing before ','"),
    Refused(#"{"a" 1}"#, "1:6", "expected ':', found '1'"),
    Refused(#"{"a":1 "b":2}"#, "1:8", "expected ',' or '}', found '\"'"),
    Refused(#"[1 2]"#, "1:4", "expected ',' or ']', found '2'"),
    Refused(#"{"a":1"#, "1:7", "the text ends where ',' or '}' is expected"),
    Refused(#"{"a":"#, "1:6", "the text ends where a value is expected"),
    Refused(#"{"#, "1:2", "the text ends inside an object"),
    Refused(#"{a:1}"#, "1:2", "expected a key in double quotes, found 'a'"),
    Refused(#"{'a':1}"#, "1:2", "a key must be in double quotes"),
    Refused(#"{"a":'x'}"#, "1:6", "text must be in double quotes"),
    Refused("{\"a\":1 // two\n}", "1:8", "comments are not allowed"),
    Refused("# note", "1:1", "comments are not allowed"),
    Refused("[1, /* two */ 2]", "1:5", "comments are not allowed"),
    Refused(#"{"a":1} x"#, "1:9", "unexpected 'x' after the end of the value"),
    Refused(#"{}{}"#, "1:3", "unexpected '{' after the end of the value"),
    Refused("", "1:1", "nothing here; expected a JSON value"),
    Refused(" \n ", "2:2", "nothing here; expected a JSON value"),
    Refused("True", "1:1", "expected a value, found 'T'"),
    Refused("nul", "1:1", "expected a value, found 'n'"),
    Refused("[1]\r", "1:4", "control character in text"),
    Refused(String(repeating: "[", count: 33), "1:33", "nested deeper than 32 levels"),
  ]

  static let numbers: [Refused] = [
    Refused("NaN", "1:1", "NaN is not a number; what is absent is null"),
    Refused("[Infinity]", "1:2", "Infinity is not a number; what is absent is null"),
    Refused("-Infinity", "1:1", "Infinity is not a number; what is absent is null"),
    Refused("01", "1:1", "a number has no leading zero"),
    Refused("-00", "1:1", "a number has no leading zero"),
    Refused("+1", "1:1", "a number has no leading '+'"),
    Refused("1.", "1:3", "a digit is missing after the point"),
    Refused(".5", "1:1", "a number has a digit before its point"),
    Refused("1e", "1:3", "a digit is missing in the exponent"),
    Refused("-", "1:2", "a digit is missing after '-'"),
    Refused("0x10", "1:2", "unexpected 'x' after the end of the value"),
    Refused("9223372036854775808", "1:1", "number out of range"),
    Refused("-9223372036854775809", "1:1", "number out of range"),
    Refused("1e999", "1:1", "number out of range"),
  ]

  static let text: [Refused] = [
    Refused(#""\ud800""#, "1:2", "half of a surrogate pair"),
    Refused(#""\ud800\u0041""#, "1:2", "half of a surrogate pair"),
    Refused(#""\udc00""#, "1:2", "half of a surrogate pair"),
    Refused(#""\x41""#, "1:2", "unknown escape in text"),
    Refused(#""\u12g4""#, "1:2", "\\u takes four hexadecimal digits"),
    Refused(#""\u12"#, "1:2", "\\u takes four hexadecimal digits"),
    Refused("\"ñ\tb\"", "1:3", "control character in text"),
    Refused("\"a\u{1b}[2J\"", "1:3", "control character in text"),
    Refused(#""Abel\u0000Cruz""#, "1:6", "control character in text"),
    Refused(#""a\nb""#, "1:3", "control character in text"),
    Refused("\"\u{7f}\"", "1:2", "control character in text"),
    Refused("\"\u{85}\"", "1:2", "control character in text"),
    Refused(#""\u009b2J""#, "1:2", "control character in text"),
    Refused("\"\u{202e}gro\"", "1:2", "direction-changing character in text"),
    Refused(#""\u202Egro""#, "1:2", "direction-changing character in text"),
    Refused(#""\u2066gro""#, "1:2", "direction-changing character in text"),
    Refused(#"{"\u0007":1}"#, "1:3", "control character in text"),
    Refused("\"abc", "1:1", "the text in quotes does not end"),
    Refused(#""abc\"#, "1:5", "unknown escape in text"),
  ]

  static let encodings: [Refused] = [
    Refused([0x22, 0x61, 0xC0, 0xAF, 0x22], "1:3", "not valid UTF-8"),
    Refused([0x22, 0xC3, 0xB1, 0xE0, 0x80, 0xAF, 0x22], "1:3", "not valid UTF-8"),
    Refused([0x22, 0xED, 0xA0, 0x80, 0x22], "1:2", "not valid UTF-8"),
    Refused([0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], "1:2", "not valid UTF-8"),
    Refused([0x22, 0xF5, 0x80, 0x80, 0x80, 0x22], "1:2", "not valid UTF-8"),
    Refused([0x22, 0xE2, 0x82, 0x22], "1:2", "not valid UTF-8"),
    Refused([0x22, 0xE2, 0x82], "1:2", "not valid UTF-8"),
    Refused([0x22, 0x80, 0x22], "1:2", "not valid UTF-8"),
    Refused([0x5B, 0xFF, 0x5D], "1:2", "not valid UTF-8"),
    Refused([0xEF, 0xBB, 0xBF, 0x7B, 0x7D], "1:1", "starts with a byte-order mark (UTF-8); save it without the mark"),
    Refused([0xFF, 0xFE, 0x7B, 0, 0x7D, 0], "1:1", "is UTF-16; save it as UTF-8"),
    Refused([0xFE, 0xFF, 0, 0x7B, 0, 0x7D], "1:1", "is UTF-16; save it as UTF-8"),
    Refused([0x7B, 0, 0x7D, 0], "1:1", "is UTF-16; save it as UTF-8"),
    Refused([0, 0x7B, 0, 0x7D], "1:1", "is UTF-16; save it as UTF-8"),
    Refused([0xFF, 0xFE, 0, 0, 0x7B, 0, 0, 0], "1:1", "is UTF-32; save it as UTF-8"),
    Refused([0, 0, 0, 0, 0], "1:1", "is not text (it contains NUL bytes)"),
  ]

  @Test("names the place and the reason", arguments: structure + numbers + text + encodings)
  func refuses(_ refused: Refused) {
    #expect(throws: Fault(file: "x.ndjson", refused.place, refused.message)) {
      _ = try JSONDocument(parsing: refused.bytes, file: "x.ndjson")
    }
  }

  @Test("an object of very many keys is still searched for repeats, and quickly")
  func manyKeys() {
    let keys = (0..<20_000).map { "\"k\($0)\":0" }.joined(separator: ",")
    #expect(throws: Never.self) { try JSONDocument(parsing: Array("{\(keys)}".utf8)) }
    #expect(throws: Fault.self) { try JSONDocument(parsing: Array("{\(keys),\"k7\":0}".utf8)) }
    #expect(throws: Fault.self) { try JSONDocument(parsing: Array("{\(keys),\"k19999\":0}".utf8)) }
  }

  @Test("a text over the size limit is refused before it is read")
  func tooLong() {
    let bytes = [UInt8](repeating: Byte.space, count: JSONLimits.documentBytesMax + 1)
    #expect(throws: Fault(line: 1, column: 1, message: "longer than 16 MiB")) { try JSONDocument(parsing: bytes) }
  }
}

extension Fault {
  /// A fault at a place written `LINE:COLUMN`, as the tables of expectations have it.
  init(file: String? = nil, _ place: String, _ message: String) {
    let numbers = place.split(separator: ":").compactMap { Int($0) }
    self.init(file: file, line: numbers[0], column: numbers[1], message: message)
  }
}
