import CaseFlow
import Testing

@testable import Journal

@Suite("Lines of a journal, read together")
struct JournalLinesTests {
  private static func line(_ seq: Int) -> String {
    let time = "2021-06-15T08:00:00-07:00"
    return
      #"{"seq":\#(seq),"at":"\#(time)","recorded":"\#(time)","by":"op1","type":"caseResumed","case":\#(seq)}"#
  }

  private func read(_ texts: [String]) -> (records: [Record], fault: JournalFault?) {
    var lines = JournalLines(texts.count)
    for (index, text) in texts.enumerated() {
      Array(text.utf8).withUnsafeBytes { lines.append(Int64(index + 1), $0) }
    }
    return lines.read()
  }

  @Test("are as many records, in their order")
  func whole() {
    let (records, fault) = read((1...300).map(Self.line))
    #expect(fault == nil)
    #expect(records.map(\.seq) == Array(1...300))
    let cases = records.map { if case .caseResumed(let e) = $0.event { Int64(e.caseID.number) } else { Int64(0) } }
    #expect(cases == Array(1...300))
  }

  @Test(
    "end at the first that is no record, which is named with what is wrong with it",
    arguments: [
      ("", "nothing here"), ("{", "the text ends"), (line(2) + "{", "after the end of the value"),
      (line(7), "number"), ("[]", "object"), ("\u{FEFF}" + line(2), "byte-order mark"),
      (line(2).replacing("op1", with: "nobody at all"), "by"),
      (line(2).replacing("caseResumed", with: "slept"), "type"),
    ])
  func broken(_ text: String, _ word: String) throws {
    // Lines after it may be whole, or not: what counts is the first.
    for rest in [[], [Self.line(3), Self.line(4)], ["}"]] {
      let (records, fault) = read([Self.line(1), text] + rest)
      #expect(records.map(\.seq) == [1])
      let found = try #require(fault)
      #expect(found.seq == 2 && found.why.contains(word), "\(found)")
    }
  }
}
