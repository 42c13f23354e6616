import Testing

@testable import Journal

/// A small generator with a fixed seed, so that a failure can be repeated.
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

@Suite("JSON: what holds for every text")
struct JSONPropertyTests {
  @Test("what the writer writes, the reader reads and the writer writes again, byte for byte")
  func roundTrip() throws {
    var random = Seeded(state: 1)
    for _ in 0..<2_000 {
      var writer = JSONWriter()
      write(depth: 4, to: &writer, &random)
      var again = JSONWriter()
      try copy(try JSONDocument(parsing: writer.bytes).root, to: &again)
      #expect(again.text == writer.text)
    }
  }

  @Test("no damaged text makes the reader trap")
  func mutations() {
    let seeds = [
      #"{"seq":17,"at":"2021-12-24T10:15:00-07:00","by":"op3","type":"partyArrived","n":[1,2.5e3,null,true]}"#,
      #"{"name":"Mar\u00eda \ud83d\udc69 \"x\" \\ é 漢","list":[[],{},[-1,0.25]],"t":false}"#,
    ].map { Array($0.utf8) }
    var random = Seeded(state: 2)
    var refused = 0
    for turn in 0..<100_000 {
      var bytes = seeds[turn % seeds.count]
      for _ in 0...Int.random(in: 0..<3, using: &random) {
        let place = Int.random(in: bytes.indices, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(bytes[Int.random(in: bytes.indices, using: &random)], at: place)
        default: bytes.removeSubrange(place...)
        }
        if bytes.isEmpty { bytes = [Byte.space] }
      }
      do throws(Fault) {
        _ = try JSONDocument(parsing: bytes)
      } catch {
        refused += 1
        if error.column < 1 || error.column > bytes.count + 1 { Issue.record("\(error) lies outside its text") }
      }
    }
    #expect(refused > 50_000)
  }

  @Test("decimals follow one rule")
  func decimals() {
    let cases: [(Double, String)] = [
      (0, "0"), (-0.0, "0"), (1, "1"), (-1.5, "-1.5"), (0.1 + 0.2, "0.3"), (1.0 / 3, "0.333"), (-0.0004, "0"),
      (0.0625, "0.062"), (12_345.678_9, "12345.679"), (1e15, "1000000000000000"), (0.05, "0.05"), (-0.007, "-0.007"),
      (.nan, "null"), (.infinity, "null"), (1e300, "null"),
    ]
    for (value, expected) in cases {
      var writer = JSONWriter()
      writer.decimal(value)
      #expect(writer.text == expected)
    }
    var precise = JSONWriter()
    precise.array {
      $0.decimal(0.123_456_7, places: 6)
      $0.decimal(2.5, places: 0)
    }
    #expect(precise.text == "[0.123457,2]")
  }

  @Test("text is escaped as little as possible, and never so that a terminal could be moved")
  func escapes() {
    var writer = JSONWriter()
    writer.object {
      $0.field("plain", "é漢👩")
      $0.field("marks", "a\"b\\c/d")
      $0.field("controls", "\u{0}\n\u{1b}\u{7f}\u{9b}")
      $0.field("none", nil as Int?)
      $0.field("yes", true)
      $0.array("empty") { _ in }
    }
    let expected =
      #"{"plain":"é漢👩","marks":"a\"b\\c/d","controls":"\u0000\u000a\u001b\u007f\u009b","none":null,"yes":true,"#
      + #""empty":[]}"#
    #expect(writer.text == expected)
  }

  private func write(depth: Int, to writer: inout JSONWriter, _ random: inout Seeded) {
    switch Int.random(in: 0..<(depth > 0 ? 8 : 6), using: &random) {
    case 0: writer.null()
    case 1: writer.bool(Bool.random(using: &random))
    case 2: writer.integer(Int64.random(in: .min ... .max, using: &random))
    case 3: writer.decimal(Double(Int.random(in: -1_000_000...1_000_000, using: &random)) / 1_000 + 0.000_1)
    case 4, 5: writer.string(text(&random))
    case 6:
      writer.array { for _ in 0..<Int.random(in: 0..<5, using: &random) { write(depth: depth - 1, to: &$0, &random) } }
    default:
      writer.object {
        for index in 0..<Int.random(in: 0..<30, using: &random) {
          $0.key(text(&random) + "\(index)")
          write(depth: depth - 2, to: &$0, &random)
        }
      }
    }
  }

  private func text(_ random: inout Seeded) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0..<8, using: &random) {
      guard let scalar = Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &random) >> UInt32(turn(&random))),
        TextRules.refusal(ofScalar: scalar.value) == nil
      else { continue }
      text.unicodeScalars.append(scalar)
    }
    return text
  }

  private func turn(_ random: inout Seeded) -> Int { Int.random(in: 0..<16, using: &random) }

  private func copy(_ value: JSONValue, to writer: inout JSONWriter) throws {
    switch value.kind {
    case .null: writer.null()
    case .true, .false: writer.bool(try value.bool())
    case .integer: writer.integer(try value.integer())
    case .decimal: writer.decimal(try value.decimal())
    case .string, .key: writer.string(try value.string())
    case .array: try writer.array { for element in try value.elements() { try copy(element, to: &$0) } }
    case .object:
      try writer.object {
        for (key, field) in try value.fields() {
          $0.key(key)
          try copy(field, to: &$0)
        }
      }
    }
  }
}
