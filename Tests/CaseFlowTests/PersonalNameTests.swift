import CaseFlow
import Foundation
import TestSupport
import Testing

@Suite("Names are kept as people write them, and what deceives is not")
struct PersonalNameTests {
  /// One line of the hostile sample.
  struct Line: Decodable {
    var id: String
    var category: String
    var verdict: String
    var name: String
    var stored: String?
  }

  static let sample: [Line] = {
    let file = PackageRoot.url.appendingPathComponent("Fixtures/hostile/names.ndjson")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").compactMap { try? JSONDecoder().decode(Line.self, from: Data($0.utf8)) }
  }()

  /// What a verdict is called, and the text it keeps.
  private func outcome(_ text: String) -> (word: String, kept: String?) {
    switch PersonalName.judge(text) {
    case .kept: ("KEEP", text)
    case .cleaned(let name): ("CLEAN", name)
    case .flagged(let name, _): ("FLAG", name)
    case .rejected: ("REJECT", nil)
    }
  }

  private func expect(
    _ word: String, _ names: [String], _ kept: String? = nil, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for name in names {
      let (found, text) = outcome(name)
      let shown = name.unicodeScalars.map { $0.escaped(asASCII: true) }.joined()
      #expect(found == word, "\(shown)", sourceLocation: sourceLocation)
      if let kept {
        #expect(text.map { Array($0.utf8) } == Array(kept.utf8), "\(shown)", sourceLocation: sourceLocation)
      }
    }
  }

  @Test("every line of the hostile sample is judged as it says, and stored byte for byte")
  func hostileSample() {
    #expect(Self.sample.count == 53)
    for line in Self.sample {
      let (word, kept) = outcome(line.name)
      #expect(word == (line.verdict == "INERT" ? "KEEP" : line.verdict), "\(line.id) \(line.category)")
      if let stored = line.stored { #expect(kept.map { Array($0.utf8) } == Array(stored.utf8), "\(line.id)") }
      if line.verdict == "INERT" { #expect(kept.map { Array($0.utf8) } == Array(line.name.utf8), "\(line.id)") }
    }
  }

  @Test("control characters and escape sequences are refused, wherever they stand")
  func control() {
    let values: [UInt32] = Array(0...0x1F) + Array(0x7F...0x9F) + [0x2028, 0x2029]
    for value in values {
      let scalar = String(Character(Unicode.Scalar(value)!))
      expect("REJECT", ["Ana" + scalar, scalar + "Ana", "A\(scalar)na", scalar])
    }
    expect("REJECT", ["Ana\u{1B}]0;title\u{7}", "Ana\u{9B}2J", "Ana\r\nBob", "Ana\tBob"])
  }

  @Test("direction marks around a name are dropped; inside, and overrides anywhere, are refused")
  func direction() {
    for mark in ["\u{200E}", "\u{200F}", "\u{61C}"] {
      expect("CLEAN", ["\(mark)Ana", "Ana\(mark)", " \(mark) Ana\(mark) "], "Ana")
      expect("REJECT", ["A\(mark)na", mark])
    }
    let overrides: [UInt32] = Array(0x202A...0x202E) + Array(0x2066...0x2069)
    for value in overrides {
      let mark = String(Character(Unicode.Scalar(value)!))
      expect("REJECT", ["\(mark)Ana", "Ana\(mark)", "A\(mark)na"])
    }
  }

  @Test("what cannot be seen is refused")
  func invisible() {
    let values: [UInt32] = [
      0xAD, 0x34F, 0x115F, 0x1160, 0x17B4, 0x180E, 0x200B, 0x200C, 0x200D, 0x2060, 0x2062, 0x206A, 0x2800, 0x3164,
      0xFE0F, 0xFEFF, 0xFFA0, 0xFFF9, 0x1D173, 0xE0001, 0xE0041, 0xE007F, 0xE0100,
    ]
    for value in values {
      let scalar = String(Character(Unicode.Scalar(value)!))
      expect("REJECT", ["Ma\(scalar)ria", "Maria\(scalar)", "\(scalar)Maria"])
    }
  }

  @Test("joiners and shapes that a script needs are kept")
  func joiners() {
    expect(
      "KEEP",
      [
        "می\u{200C}نا", "نیک\u{200C}پی", "سه\u{200C}رده\u{200C}م", "ه\u{200C}", "\u{0D28}\u{0D4D}\u{200D}",
        "ශ්\u{200D}රී", "র\u{200D}্যাব", "क्\u{200C}ष", "葛\u{E0100}城", "ᠮᠣᠩ\u{180B}",
      ])
    expect(
      "REJECT",
      ["می\u{200C}\u{200C}نا", "می\u{200C}", "\u{200C}می", "می\u{200C}a", "ن\u{200D} ن", "葛\u{E0100}\u{E0101}"])
  }

  @Test("spaces of every kind become single plain ones; nothing else is no name")
  func spaces() {
    expect("CLEAN", ["Rosa\u{A0}Diaz", "\u{3000}Rosa \u{2009}\u{202F}Diaz\u{2003}", "Rosa\u{1680}Diaz"], "Rosa Diaz")
    expect("REJECT", ["", " ", "\u{A0}\u{3000}", "\u{200E} \u{200F}"])
  }

  @Test("names of any length that a paper has are kept, and none that fills a screen")
  func size() {
    expect("KEEP", ["O", "王", String(repeating: "a", count: 200), String(repeating: "王", count: 100)])
    expect(
      "REJECT",
      [
        String(repeating: "a", count: 201), String(repeating: "王", count: 101),
        String(repeating: "A", count: 1_000_000),
        "a" + String(repeating: "\u{301}", count: 7), "\u{301}na", "Ana \u{301}", "A\u{20DD}na",
      ])
    expect("CLEAN", [String(repeating: "e\u{301}", count: 200)], String(repeating: "é", count: 200))
    expect("KEEP", ["שָׁלּוֹם", "བསྒྲུབས", "မြွှုံ့", "ធីតា", "Đặng Thị Ngọc"])
  }

  @Test("emoji and symbols are refused")
  func emoji() {
    expect("REJECT", ["Ana😀", "Ana ❤", "Ana❤\u{FE0F}", "🇬🇹", "1\u{FE0F}\u{20E3}", "👍🏽", "Ana ☠", "Ana™", "♥", "🄰na"])
  }

  @Test("text that lost letters or never was text is refused, and accents are composed")
  func encoding() {
    let noncharacters = ([0xFFFE, 0xFDD0, 0x10FFFF] as [UInt32]).compactMap(Unicode.Scalar.init).map {
      "Ana\(Character($0))"
    }
    #expect(noncharacters.count == 3)
    expect("REJECT", ["Jos\u{FFFD}", "Ana\u{E000}", "Ana\u{378}"] + noncharacters)
    expect("CLEAN", ["Jose\u{301}"], "José")
    expect("CLEAN", ["A\u{30A}sa", "\u{212B}sa"], "Åsa")
    expect("CLEAN", ["\u{1100}\u{1161}\u{11A8}"], "각")
    expect("CLEAN", ["\u{1EC7}".decomposedStringWithCanonicalMapping, "\u{1EB9}\u{302}"], "\u{1EC7}")
    expect("FLAG", ["JosÃ©", "PeÃ±a", "D\u{E2}\u{20AC}\u{153}Angelo"])
    expect("KEEP", ["JOÃO", "MÂCON", "Ângela", "Gal·la", "Mª José"])
  }

  @Test("letters that look like others are kept for a second look")
  func lookAlikes() {
    expect(
      "FLAG",
      [
        "Ｍａｒｉａ", "Маria", "Mаria", "Οmar", "Αnna Роза", "𝓜𝓪𝓻𝓲𝓪", "An\u{2090}",
        "ﬁlippo", "ᴍaria", "ﾀﾅｶ", "ﷲ",
      ])
    expect(
      "KEEP",
      [
        "Ольга", "Ελένη", "Արամ", "王小明 Wang", "محمد Mohamed", "さくらSakura", "김Kim", "Ꞌujpan", "Kʼicheʼ", "Hawaiʻi",
        "Ɓala", "Ŋola", "Şırnak", "Straße", "Ünal", "Ñu", "Œuvre",
      ])
  }

  @Test("what attacks another program is a name here")
  func inert() {
    expect(
      "KEEP",
      [
        "'; DROP TABLE person;--", "=1+1", "@SUM(A1)", "-1", "| rm -rf /", "`id`", "../../etc/passwd", "%n%n%n", "{0}",
        "<script>alert(1)</script>", "null", "NaN", "true", "\\u0000", "\\e[31m", "^[[2J", "&amp;", "\"", "\\",
      ])
  }

  @Test("no sentence repeats what it refuses")
  func sentences() {
    for name in ["Zyxwv\u{1B}[2J", "Zyxwv\u{202E}", "Zyxwvа", "Zyxwv😀", String(repeating: "Zyxwv", count: 100)] {
      switch PersonalName.judge(name) {
      case .flagged(_, let why), .rejected(let why):
        #expect(!why.contains("Zyxwv"))
        #expect(why.unicodeScalars.allSatisfy { 0x20..<0x7F ~= $0.value })
      case .kept, .cleaned: Issue.record("\(name.debugDescription) was kept")
      }
    }
    if case .rejected(let why) = PersonalName.judge("Ana\u{1B}[2J") {
      #expect(why == "character 4, U+001B, is a control character, which no name has")
    }
  }
}

@Suite("Texts that read the same are the same bytes once composed")
struct CompositionTests {
  @Test("composing agrees with Foundation on letters and marks of many scripts")
  func agrees() {
    var random = SystemRandomNumberGenerator()
    var letters: [Unicode.Scalar] = []
    // Hangul is left out: Foundation composes letters that have no syllable, and leaves others apart.
    let ranges: [ClosedRange<UInt32>] = [
      0x41...0x7A, 0xC0...0x24F, 0x300...0x345, 0x900...0x97F, 0x1E00...0x1FFF, 0x212A...0x212B,
      0xF900...0xFAD0, 0xFB1D...0xFB4E, 0x11080...0x110BA,
    ]
    for range in ranges { letters += range.compactMap(Unicode.Scalar.init) }
    for _ in 0..<3_000 {
      var view = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 1...6, using: &random) { view.append(letters.randomElement(using: &random)!) }
      let text = String(view)
      let composed = text.composed
      #expect(
        Array(composed.utf8) == Array(text.precomposedStringWithCanonicalMapping.utf8), "\(text.debugDescription)")
      #expect(Array(composed.composed.utf8) == Array(composed.utf8))
    }
    #expect(Array("\u{AC00}\u{11B5}".composed.utf8) == Array("\u{AC0E}".utf8))
    #expect(Array("\u{110E}\u{1176}\u{11B9}".composed.utf8) == Array("\u{110E}\u{1176}\u{11B9}".utf8))
  }
}
