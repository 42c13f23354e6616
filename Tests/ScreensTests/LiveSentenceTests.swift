import CaseFlow
import Foundation
import Screens
import TestSupport
import Testing

/// Whatever the board says can be read whole, in the field's words.
@Suite struct LiveSentenceTests {
  @Test func aRefusalLongerThanALineIsReadWhole() {
    var clerk = LiveOperator(.arrive)
    clerk.type("bus 58 spa ven")
    clerk.press(.enter)
    clerk.type("bus count 57")
    clerk.press(.enter)
    clerk.type("bus close")
    clerk.press(.enter)
    #expect(clerk.message.hasSuffix("Enter who is missing, count again, or close with a reason."))
    #expect(TextWidth.cells(of: clerk.message) > 80)
    #expect(words(of: clerk.sees).contains(clerk.message))
  }

  @Test func aFaultLongerThanALineIsReadWhole() {
    var clerk = LiveOperator(.queue(.reception))
    let fault = "NOT SAVED: /srv/centers/el-paso/journal.db: the disk is full; make room, then press Enter again"
    clerk.fault = fault
    clerk.refresh()
    #expect(words(of: clerk.sees).contains(fault))
  }

  @Test func aRecallSaysHowManyCallsAreLeft() {
    var clerk = LiveOperator(.queue(.reception), desk: DeskID(stage: .reception, number: 2))
    clerk.press(.char("c"), .char("r"))
    #expect(clerk.message.contains("is called to reception desk 2 again: call 2 of 4."))
    #expect(clerk.sees.contains(", call 2 of 4"))
    clerk.press(.char("r"), .char("r"))
    #expect(clerk.message.hasSuffix("call 4 of 4. If nobody comes, r puts it on hold; it keeps its turn."))
    clerk.press(.char("r"))
    #expect(clerk.message.contains("did not come"))
  }

  @Test func anArrivalTakenBackSaysSoAmongTheLastEntries() {
    var clerk = LiveOperator(.arrive)
    clerk.type("m24 hat")
    clerk.press(.enter, .char("u"))
    let id = clerk.center.cases.items.last?.id
    #expect(clerk.center.cases.items.last?.exit == .enteredInError)
    let row = clerk.sees.split(separator: "\n").first { $0.contains(id?.checked ?? "?") && $0.contains("adult") }
    #expect(row?.contains("taken back") == true)
    // A refusal about it speaks the field's words.
    clerk.type("bus")
    clerk.press(.control("U"), .char(":"))
    clerk.type("hold \(id?.checked ?? "") medical")
    clerk.press(.enter)
    #expect(clerk.message.contains("has left (entered in error)"))
  }

  @Test func theLineShowsHowABusIsCountedAndClosed() {
    var clerk = LiveOperator(.arrive)
    clerk.type("bus 58 spa ven")
    clerk.press(.enter)
    clerk.type("bus close")
    #expect(clerk.sees.contains("bus close [#BUS] [REASON]"))
    clerk.press(.control("U"))
    clerk.type("bus count")
    #expect(clerk.sees.contains("bus count [#BUS] PEOPLE"))
  }

  /// Two lines of a small screen hold whatever is said: no sentence of the program is longer than they are.
  @Test(arguments: ["Sources/Screens", "Sources/CaseFlow"]) func noSentenceIsLongerThanTwoLines(_ folder: String) throws
  {
    let url = PackageRoot.url.appendingPathComponent(folder)
    let names = try FileManager.default.contentsOfDirectory(atPath: url.path)
      .filter { $0.hasPrefix("Wording") && $0 != "WordingCommandWords.swift" || $0.hasSuffix("Sentences.swift") }
    #expect(!names.isEmpty)
    for name in names {
      let text = try String(contentsOf: url.appendingPathComponent(name), encoding: .utf8)
      // Two literals that stand for one sentence are one.
      let joined = text.replacing(/"\s*\n?\s*\+ "/, with: "")
      for match in joined.matches(of: /"((?:[^"\\\n]|\\.)*)"/) {
        // What is filled in is a number or a name.
        let shown = String(match.1).replacing(/\\\([^()]*(\([^()]*\)[^()]*)*\)/, with: "0412-K")
        #expect(shown.count <= 2 * 78, "\(name): \(shown)")
      }
    }
  }

  /// The words of a screen without the line ends between them.
  private func words(of text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
