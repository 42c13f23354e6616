import Screens
import Terminal
import Testing

private let esc = "\u{1B}"
private let millisecond: UInt64 = 1_000_000

/// The keys of a text that comes in one piece, and what follows from silence after it.
private func keys(_ text: String) -> [Key] { keys(Array(text.utf8)) }

private func keys(_ bytes: [UInt8]) -> [Key] {
  var decoder = KeyDecoder()
  var keys = decoder.feed(bytes, at: 0)
  if let deadline = decoder.deadline { keys += decoder.expire(at: deadline) }
  #expect(decoder.deadline == nil)
  return keys
}

@Suite struct KeyDecoderTests {
  @Test(arguments: [
    ("[A", Key.up), ("OA", .up), ("[B", .down), ("OB", .down), ("[C", .right), ("OC", .right), ("[D", .left),
    ("OD", .left), ("[H", .home), ("OH", .home), ("[1~", .home), ("[7~", .home), ("[F", .end), ("OF", .end),
    ("[4~", .end), ("[8~", .end), ("[2~", .insert), ("[3~", .delete), ("[5~", .pageUp), ("[6~", .pageDown),
    ("[Z", .backTab), ("[1;2Z", .backTab), ("OM", .enter), ("Op", .character("0")), ("Oy", .character("9")),
    ("On", .character(".")), ("Ok", .character("+")), ("[1;5A", .up), ("[1;3D", .left), ("O5C", .right),
    ("O1;2P", .function(1)), ("[5;2~", .pageUp), ("[7^", .home),
  ])
  func sequencesOfEveryFamily(sequence: String, key: Key) { #expect(keys(esc + sequence) == [key]) }

  @Test func functionKeysOfXtermTheConsoleAndOldTerminals() {
    let xterm = ["OP", "OQ", "OR", "OS", "[15~", "[17~", "[18~", "[19~", "[20~", "[21~", "[23~", "[24~"]
    for (index, sequence) in xterm.enumerated() { #expect(keys(esc + sequence) == [.function(index + 1)]) }
    for (index, letter) in "ABCDE".enumerated() { #expect(keys("\(esc)[[\(letter)") == [.function(index + 1)]) }
    for number in 1...4 { #expect(keys("\(esc)[\(10 + number)~") == [.function(number)]) }
  }

  @Test func singleBytes() {
    #expect(keys("aZ~ ") == [.character("a"), .character("Z"), .character("~"), .character(" ")])
    #expect(keys("\r\n\t\u{7F}\u{8}") == [.enter, .enter, .tab, .backspace, .backspace])
    #expect(keys([0x01, 0x1A, 0x00, 0x1C]) == [.control("A"), .control("Z"), .control("@"), .control("\\")])
  }

  @Test func lettersOfAnyScript() {
    #expect(keys("ñ王😀") == [.character("ñ"), .character("王"), .character("😀")])
    var decoder = KeyDecoder()
    #expect(decoder.feed([0xE7, 0x8E], at: 0) == [])
    #expect(decoder.feed([0x8B, 0x6A], at: 10 * millisecond) == [.character("王"), .character("j")])
  }

  @Test func bytesThatAreNoUTF8AreUnknownAndSwallowNothing() {
    #expect(keys([0xFF, 0x6A]) == [.unknown, .character("j")])
    #expect(keys([0xC3, 0x28]) == [.unknown, .character("(")])
    #expect(keys([0xE2, 0x82, 0x6A]) == [.unknown, .character("j")])
    #expect(keys([0xC2, 0x9B]) == [.unknown])  // a control character of eight bits
    #expect(keys([0xE0, 0x80, 0x80]) == [.unknown])  // longer than it need be
    #expect(keys([0xED, 0xA0, 0x80]) == [.unknown])  // half a surrogate pair
    #expect(keys([0xF4, 0x90, 0x80, 0x80]) == [.unknown])  // above the last scalar
    #expect(keys([0xE7]) == [.unknown])
  }

  @Test func aLoneEscapeIsKnownAfterTwentyFiveMilliseconds() {
    var decoder = KeyDecoder()
    #expect(decoder.feed([0x1B], at: 1000) == [])
    #expect(decoder.deadline == 1000 + 25 * millisecond)
    #expect(decoder.expire(at: 1000 + 24 * millisecond) == [])
    #expect(decoder.expire(at: 1000 + 25 * millisecond) == [.escape])
    #expect(decoder.deadline == nil)
  }

  @Test func anArrowSplitAnywhereIsOneKey() {
    for sequence in ["[A", "OA", "[1;5A", "[24~"] {
      var decoder = KeyDecoder()
      var found: [Key] = []
      let bytes = Array((esc + sequence).utf8)
      for (index, byte) in bytes.enumerated() { found += decoder.feed([byte], at: UInt64(index) * 24 * millisecond) }
      #expect(found == keys(bytes))
      #expect(found.count == 1)
    }
  }

  @Test func escapeAndAKeyTypedAheadAreBothKept() {
    #expect(keys("\(esc)j") == [.escape, .character("j")])
    #expect(keys("\(esc)\(esc)") == [.escape, .escape])
    #expect(keys("\(esc)\(esc)[A") == [.escape, .up])
    #expect(keys("\(esc)[") == [.escape, .character("[")])
    #expect(keys("\(esc)O") == [.escape, .character("O")])
    var decoder = KeyDecoder()
    #expect(decoder.feed([0x1B], at: 0) == [])
    #expect(decoder.feed([0x5B], at: 30 * millisecond) == [.escape, .character("[")])
  }

  @Test func aPasteIsOneKeyWhateverItHolds() {
    #expect(keys("\(esc)[200~a\rb\r\nc\u{1}\(esc)[A\(esc)[201~j") == [.paste("a\nb\nc[A"), .character("j")])
    #expect(keys("\(esc)[200~\(esc)[201~") == [.paste("")])
    #expect(keys("\(esc)[201~j") == [.character("j")])
    var decoder = KeyDecoder()
    var found: [Key] = []
    for byte in Array("\(esc)[200~one\(esc)[201~".utf8) { found += decoder.feed([byte], at: 0) }
    #expect(found == [.paste("one")])
  }

  @Test func aPasteWithoutAnEndIsTakenAfterASecond() {
    var decoder = KeyDecoder()
    #expect(decoder.feed(Array("\(esc)[200~abc".utf8), at: 0) == [])
    #expect(decoder.expire(at: 900 * millisecond) == [])
    #expect(decoder.feed(Array("j".utf8), at: 1100 * millisecond) == [.paste("abc"), .character("j")])
  }

  @Test func aPasteIsKeptUpToItsLimitAndTheRestIsNotTyped() {
    let long = String(repeating: "x", count: KeyDecoder.pasteBytesMax + 5000)
    let kept = String(repeating: "x", count: KeyDecoder.pasteBytesMax)
    #expect(keys("\(esc)[200~\(long)\(esc)[201~j") == [.paste(kept), .character("j")])
  }

  @Test func reportsNobodyAskedForAreSwallowed() {
    #expect(keys("\(esc)[<0;9999;9999Mj") == [.unknown, .character("j")])
    #expect(keys("\(esc)[M !!j") == [.character("j")])
    #expect(keys("\(esc)[?62;22cj") == [.unknown, .character("j")])
    #expect(keys("\(esc)[999;999Hj").last == .character("j"))
    #expect(keys("\(esc)[99999999999999999999~j") == [.unknown, .character("j")])
    #expect(keys("\(esc)[12\u{1}j") == [.unknown, .control("A"), .character("j")])
    #expect(keys("\(esc)[12\(esc)[A") == [.unknown, .up])
  }

  @Test func aSequenceWithoutEndIsSkippedAsOneAndEndsSomewhere() {
    let parameters = String(repeating: "1;", count: 500)
    #expect(keys("\(esc)[\(parameters)Aj") == [.unknown, .character("j")])
    let endless = Array((esc + "[" + String(repeating: "1", count: KeyDecoder.skippedBytesMax + 10)).utf8)
    #expect(keys(endless).first == .unknown)
    #expect(keys(endless + Array("mj".utf8)).last == .character("j"))
  }

  @Test func whateverComesNothingIsLostForGood() {
    var seed: UInt64 = 42
    var decoder = KeyDecoder()
    for round in 0..<2000 {
      var bytes: [UInt8] = []
      for _ in 0..<(round % 40) {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes.append(seed >> 60 < 5 ? 0x1B : seed >> 60 < 8 ? 0x5B : UInt8(truncatingIfNeeded: seed >> 33))
      }
      _ = decoder.feed(bytes, at: UInt64(round) * 2000 * millisecond)
      _ = decoder.expire(at: UInt64(round) * 2000 * millisecond + 1500 * millisecond)
      #expect(decoder.deadline == nil)
      #expect(decoder.feed([0x6A], at: UInt64(round) * 2000 * millisecond + 1600 * millisecond) == [.character("j")])
    }
  }
}
