import Testing

@testable import Journal

@Suite("No message steers the terminal it is read on")
struct PrintableTests {
  @Test(
    "what steers a terminal is written as its number",
    arguments: [
      ("plain ñ 名 👩‍👧", "plain ñ 名 👩‍👧"), ("a\u{1B}[2Jb", #"a\u{1b}[2Jb"#), ("a\nb\tc\r", #"a\u{a}b\u{9}c\u{d}"#),
      ("\u{9B}31m", #"\u{9b}31m"#), ("x\u{202E}y\u{200F}", #"x\u{202e}y\u{200f}"#), ("a\u{2028}b", #"a\u{2028}b"#),
      ("\u{7F}\u{0}", #"\u{7f}\u{0}"#), (#"a\u{1b}"#, #"a\u{1b}"#),
    ])
  func printable(text: String, shown: String) { #expect(text.printable == shown) }

  private func steers(_ text: String) -> Bool {
    text.unicodeScalars.contains { TextRules.refusal(ofScalar: $0.value) != nil }
  }

  /// A mail brought a recording whose header greeted the one who checked it with a cleared screen.
  @Test(
    "a recording with escapes anywhere is refused in plain words",
    arguments: ["\u{1B}[2J", #"\u001b[2J"#, "\u{9B}2J", #"\u009b2J"#, "\u{202E}", #"\u202e"#, #"\u2028"#])
  func recordings(escape: String) {
    let day = SampleDays.day(parties: 1, center: SampleDays.center)
    let text = String(decoding: Recording.bytes(day.header, day.records), as: UTF8.self)
    let places = [
      ("\"name\":\"Sample", "\"name\":\"Sam\(escape)ple"), ("\"code\":\"SMP", "\"code\":\"S\(escape)MP"),
      ("\"source\":", "\"sou\(escape)rce\":"), ("\"by\":\"op3", "\"by\":\"op\(escape)3"),
      ("\"type\":\"deskOpened", "\"type\":\"desk\(escape)Opened"), ("\"rules\":\"us", "\"rules\":\"\(escape)us"),
    ]
    for (from, to) in places {
      let hurt = text.replacing(from, with: to, maxReplacements: 1)
      let found = Recording.check(Array(hurt.utf8), file: "da\u{1B}[2Jy.ndjson").faults
      // A line separator may stand in a name, where the screens show it as they show any sign without a width.
      #expect(!found.isEmpty || escape == #"\u2028"#, "\(to.printable)")
      for fault in found {
        #expect(!steers(fault.description), "\(to.printable)")
        #expect(fault.description.hasPrefix(#"da\u{1b}[2Jy.ndjson:"#), "\(to.printable)")
      }
    }
  }

  @Test(
    "a center file with escapes anywhere is refused in plain words", arguments: [#"\x1b[2J"#, #"\u009b2J"#, #"\e[2J"#])
  func centers(escape: String) {
    let places = [
      ("name: Test", "name: \"Te\(escape)st\""), ("code: men-a", "code: \"men\(escape)-a\""),
      ("kind: families", "kind: \"fam\(escape)ilies\""), ("rules: us-2023", "rules: \"us\(escape)-2023\""),
      ("timezone: America", "\"time\(escape)zone\": America"),
      ("name: Men\n", "name: \"Men\(escape)\"\n"),
    ]
    for (from, to) in places {
      let hurt = CenterFileTests.base.replacing(from, with: to, maxReplacements: 1)
      let found = CenterFile.check(Array(hurt.utf8), file: "c.yaml")
      #expect(!found.isEmpty, "\(to)")
      for fault in found { #expect(!steers(fault.description), "\(to)") }
    }
  }

  @Test("names of files are printable in every message")
  func names() {
    let name = "a\u{1B}]0;x\u{7}b"
    let shown = #"a\u{1b}]0;x\u{7}b"#
    let read: [ReadError] = [
      .missing(file: name), .isDirectory(file: name), .notPermitted(file: name), .inputOutput(file: name, errno: 5),
      .empty(file: name), .tooLarge(file: name, bytesMax: 10), .malformed(Fault(file: name, "1:1", "x")),
    ]
    for error in read { #expect(error.description.hasPrefix(shown + ":")) }
    let write: [WriteError] = [
      .noFolder(file: name), .isDirectory(file: name), .notPermitted(file: name), .diskFull(file: name),
      .inputOutput(file: name, errno: 5),
    ]
    for error in write { #expect(error.description.hasPrefix(shown + ": ")) }
  }
}
