import Screens
import Testing

@Suite struct TextTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("José", 4), ("Jose\u{301}", 4), ("王小明", 6), ("한국", 4), ("😀", 2), ("ｗ", 2),
    ("a\u{202E}b", 2), ("\u{301}", 0), ("é́́́", 1), ("▁▂█─│✓×", 7), ("نور", 3), ("\u{FE0F}", 0),
  ])
  func cellsAreThoseOfATerminal(text: String, cells: Int) { #expect(TextWidth.cells(of: text) == cells) }

  @Test func textsAreClippedByCells() {
    #expect(TextWidth.clip("Interview", to: 5) == "Inter")
    #expect(TextWidth.clip("Interview", to: 5, ellipsis: "…") == "Inte…")
    #expect(TextWidth.clip("Inter", to: 5, ellipsis: "…") == "Inter")
    #expect(TextWidth.clip("王小明", to: 5) == "王小")
    #expect(TextWidth.clip("王小明", to: 4, ellipsis: "~") == "王~")
    #expect(TextWidth.clip("abc", to: 0, ellipsis: "…") == "")
    #expect(TextWidth.clip("abc", to: -1) == "")
  }

  @Test(arguments: [
    ("family f29 m30 c7", 14, "family f29 +2"), ("family f29 m30 c7", 9, "family +3"),
    ("family f29 m30 c7 +4", 18, "family f29 m30 +5"), ("child alone c17", 13, "alone c17"),
    ("child alone c16 c0", 13, "alone c16 c0"),
    ("child alone c16 c0", 9, "alone +2"), ("child alone c17", 7, "child …"),
    ("adult m24", 9, "adult m24"), ("family f29 m30", 4, "fam…"),
  ])
  func peopleForWhomThereIsNoRoomAreCounted(text: String, width: Int, shown: String) {
    #expect(TextWidth.clipPeople(text, to: width, ellipsis: "…") == shown)
  }

  @Test(arguments: [(9_999, 4, "9999"), (10_000, 4, "10k"), (10_000, 5, "10000"), (123_456, 5, "123k"), (0, 4, "0")])
  func aNumberWithoutRoomStandsInThousandsAndIsNeverCut(count: Int, cells: Int, shown: String) {
    #expect(Wording.number(count, cells: cells) == shown)
  }

  @Test func textsAreFilledToCells() {
    #expect(TextWidth.pad("王", to: 4) == "王  ")
    #expect(TextWidth.pad("12", to: 4, .right) == "  12")
    #expect(TextWidth.pad("ab", to: 5, .center) == " ab  ")
    #expect(TextWidth.pad("王小", to: 3) == "王 ")
  }

  @Test func everyScalarHasOneKindAndAStandIn() {
    for value in 0...UInt32(0x10FFFF) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let standIn = PlainASCII.standIn(for: scalar).value
      guard (0x20..<0x7F).contains(standIn), (0...2).contains(TextWidth.width(of: scalar)) else {
        Issue.record("U+\(String(value, radix: 16))")
        continue
      }
    }
  }

  @Test func namesKeepTheirLettersInASCII() {
    #expect(PlainASCII.text("Núñez Ångström Łódź Ðặng") == "Nunez Angstrom Lodz Dang")
    #expect(PlainASCII.text("┌─┐ ▁█ … × – “a” ≥") == "+-+ .@ ~ x - \"a\" >")
    #expect(PlainASCII.text("王a\u{301}\u{202E}") == "?a")
  }

  @Test func glyphsSayTheSameAtEveryLevel() {
    for level in GlyphLevel.allCases {
      let glyphs = Glyphs(level)
      for share in [-1, 0, 0.01, 0.5, 0.99, 1, 7, .infinity, .nan] {
        #expect(TextWidth.cells(of: glyphs.bar(share, width: 10)) == 10)
      }
      #expect(TextWidth.cells(of: glyphs.trend([-1, 0, 5, 10, 99], highest: 10)) == 5)
      #expect(TextWidth.cells(of: glyphs.trend([0, 1], highest: 0)) == 2)
      let drawn = glyphs.bar(0.37, width: 9) + glyphs.trend(0...9, highest: 9) + glyphs.play + glyphs.horizontal
      #expect(drawn.unicodeScalars.allSatisfy(\.isASCII) == (level == .ascii))
    }
    #expect(Glyphs(.unicode).bar(0.5, width: 3) == "█▌ ")
    #expect(Glyphs(.ascii).trend([0, 3, 7], highest: 7) == ".=@")
  }

  @Test func keysHaveTheNamesOfFooters() {
    let keys: [Key] = [
      .enter, .escape, .control("Z"), .left, .pageDown, .function(4), .character("j"), .character(" "),
    ]
    #expect(keys.map(\.name) == ["Enter", "Esc", "^Z", "←", "PgDn", "F4", "j", "Space"])
    #expect(Glyphs(.ascii).name(of: .left) == "Left")
  }
}
