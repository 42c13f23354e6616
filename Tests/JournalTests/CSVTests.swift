import CaseFlow
import Foundation
import TestSupport
import Testing

@testable import Journal

@Suite("Lists of comma-separated values are read strictly and written so that no spreadsheet runs them")
struct CSVTests {
  private func read(_ text: String, content: CSVTable.Content = .text, most: Int = 20) -> (CSVTable, [String]) {
    let faults = FaultSink(most: most)
    let table = CSVTable.read(Array(text.utf8), file: "list.csv", content: content, faults: faults)
    return (table, faults.all.map(\.description))
  }

  private func texts(_ table: CSVTable) -> [[String]] { table.rows.map { $0.map(\.text) } }

  /// A cell of the hostile sample.
  struct Line: Decodable {
    var id: String
    var cell: String
  }

  static let sample: [Line] = {
    let file = PackageRoot.url.appendingPathComponent("Fixtures/hostile/csv-cells.ndjson")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").compactMap { try? JSONDecoder().decode(Line.self, from: Data($0.utf8)) }
  }()

  /// The text of a cell that was guarded: without one leading apostrophe.
  private static func unguarded(_ text: String) -> String {
    text.unicodeScalars.first == "'" ? String(text.unicodeScalars.dropFirst()) : text
  }

  @Test("every hostile cell comes back as it was, and none begins as a formula does")
  func hostileSample() throws {
    #expect(Self.sample.count == 13)
    var writer = CSVWriter()
    writer.row(["id", "cell", "end"])
    for line in Self.sample { writer.row([line.id, line.cell, "end"]) }
    let (table, faults) = read(String(decoding: writer.bytes, as: UTF8.self), content: .anything)
    #expect(faults == [])
    try #require(table.rows.count == Self.sample.count)
    for (row, line) in zip(table.rows, Self.sample) {
      #expect(row.count == 3 && row[0].text == line.id && row[2].text == "end", "\(line.id)")
      #expect(Array(Self.unguarded(row[1].text).utf8) == Array(line.cell.utf8), "\(line.id)")
      let first = try #require(row[1].text.unicodeScalars.first)
      #expect(!"=+-@\t\r\n\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars.contains(first), "\(line.id)")
    }
  }

  @Test("a formula is guarded behind spaces, marks and separators; ordinary text is left alone")
  func guards() {
    for text in [
      "=1", "+1", "-1", "@A", "\t1", "\r1", "\n1", " =1", "\u{A0}=1", "\u{200B}=1", "\u{FEFF}=1", "; =1", "＝1", "−1",
      "'1",
    ] {
      #expect(CSVCell.guarded(text) == "'" + text, "\(text.debugDescription)")
    }
    for text in ["", " ", "Ana", "1E10", "#REF!", "a=1", "5-1", "K'iche'", "(1)", "محمد"] {
      #expect(CSVCell.guarded(text) == text, "\(text.debugDescription)")
    }
  }

  @Test("any text comes back as it was")
  func roundTrip() {
    var random = SystemRandomNumberGenerator()
    let pieces = ["a", "é", "王", ",", "\"", "\n", "\r", "\r\n", "'", "=", " ", ";", "\0", "\u{202E}", "\u{301}", ""]
    for _ in 0..<2_000 {
      let rows = (0..<Int.random(in: 1...4, using: &random)).map { _ in
        (0..<3).map { _ in
          (0..<Int.random(in: 0...5, using: &random)).map { _ in pieces.randomElement(using: &random)! }.joined()
        }
      }
      var writer = CSVWriter()
      writer.row(["a", "b", "c"])
      for row in rows { writer.row(row) }
      let (table, faults) = read(String(decoding: writer.bytes, as: UTF8.self), content: .anything)
      #expect(faults == [])
      #expect(
        texts(table).map { $0.map { Array(Self.unguarded($0).utf8) } } == rows.map { $0.map { Array($0.utf8) } })
    }
  }

  @Test("what spreadsheets save is read: a byte-order mark, CR LF or LF, a last line without an end")
  func spreadsheets() {
    for text in [
      "name,people\r\n\"Diaz, Rosa\",3\r\nO'Neil,1\r\n", "\u{FEFF}name,people\n\"Diaz, Rosa\",3\nO'Neil,1",
    ] {
      let (table, faults) = read(text)
      #expect(faults == [])
      #expect(table.header.map(\.text) == ["name", "people"])
      #expect(texts(table) == [["Diaz, Rosa", "3"], ["O'Neil", "1"]])
    }
    let (table, faults) = read("note\n\"said \"\"no\"\"\"\n\n\"\"\n")
    #expect(faults == [])
    #expect(texts(table) == [["said \"no\""], [""], [""]])
    #expect(read("a,b\n").0.rows.isEmpty)
  }

  @Test("each fault is told with its line and column, and the lines without one are read")
  func places() {
    let (table, faults) = read(
      """
      name,people,note
      Ana,1,
      José,"2" ,x
      王,3
      Ben,4,"open
      Cara,5,a "quoted" word

      Dora,6,a\u{1B}[2J
      Eva,7,"ok, really"
      Fay,8,\u{202E}x

      """)
    #expect(texts(table) == [["Ana", "1", ""], ["Eva", "7", "ok, really"]])
    #expect(table.rows[1].map(\.line) == [9, 9, 9])
    #expect(table.rows[1].map(\.column) == [1, 5, 7])
    #expect(
      faults == [
        "list.csv:3:9: only a comma or the end of the line may follow the closing quote",
        "list.csv:4:1: 2 cells where the first line names 3",
        "list.csv:5:7: the text in quotes does not end on this line",
        "list.csv:6:10: a quote in the middle of a cell; put the whole cell in quotes and write the quote twice",
        "list.csv:7:1: empty line; remove it",
        "list.csv:8:9: control character in text",
        "list.csv:10:7: direction-changing character in text",
      ])
  }

  @Test("what is no such list is refused by its first line")
  func noLists() {
    #expect(read("").1 == ["list.csv:1:1: is empty; the first line names the columns"])
    #expect(read("\u{FEFF}").1 == ["list.csv:1:1: is empty; the first line names the columns"])
    for text in ["name;people\nAna;1\n", "name\tpeople\nAna\t1\n"] {
      #expect(
        read(text, content: .anything).1 == [
          "list.csv:1:1: the columns are not separated by commas; save it as CSV with commas"
        ])
    }
    #expect(read("name,people,name\n").1 == ["list.csv:1:13: column named twice: name"])
    let utf16 = FaultSink(most: 5)
    _ = CSVTable.read([0xFF, 0xFE, 0x61, 0], file: nil, faults: utf16)
    #expect(utf16.all.map(\.message) == ["is UTF-16; save it as UTF-8"])
    let latin = FaultSink(most: 5)
    let table = CSVTable.read(Array("n,b\nJos".utf8) + [0xE9] + Array(",1\nAna,2\n".utf8), file: nil, faults: latin)
    #expect(latin.all.map(\.description) == ["2:4: not valid UTF-8; save it as UTF-8"])
    #expect(texts(table) == [["Ana", "2"]])
  }

  @Test("no list costs more than its limits")
  func limits() {
    let wide = String(repeating: "a,", count: CSVTable.columnsMax) + "a\n"
    #expect(read(wide).1 == ["list.csv:1:129: more than 64 columns"])
    let long = "a\n" + String(repeating: "b", count: CSVTable.cellBytesMax + 1) + "\nc\n"
    #expect(read(long).1 == ["list.csv:2:4097: cell longer than 4096 bytes"])
    #expect(texts(read(long).0) == [["c"]])
    let many = "a\n" + String(repeating: "b\n", count: CSVTable.rowsMax + 1)
    #expect(read(many).1 == ["list.csv:100002:1: more than 100000 rows; split it"])
    let (table, faults) = read("a,b\n" + String(repeating: "\"\n", count: 1_000), most: 5)
    #expect(table.rows.isEmpty)
    #expect(faults.count == 6)
  }

  @Test("random bytes never stop the reader")
  func randomBytes() {
    var random = SystemRandomNumberGenerator()
    let alphabet: [UInt8] = Array("ab,,\"\"\n\r;'=".utf8) + [0, 0xC3, 0xA9, 0xFF, 0xE2, 0x80, 0xAE]
    for _ in 0..<5_000 {
      let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in alphabet.randomElement(using: &random)! }
      let faults = FaultSink(most: 10)
      let table = CSVTable.read(bytes, file: nil, faults: faults)
      #expect(table.rows.allSatisfy { $0.count == table.header.count })
      #expect(!table.header.isEmpty || faults.found > 0)
    }
  }
}
