import Foundation
import TestSupport
import Testing

/// The sheets for an outage come out of a printer as they are meant.
@Suite("The paper form")
struct PaperFormTests {
  private func pages(_ arguments: [String]) throws -> [[String]] {
    let (result, _) = try Program.run(["form", "--center", WorkFolder.training] + arguments)
    #expect(result.status == 0, "\(result.errors)")
    return result.text.split(separator: "\u{0C}").map { page in
      page.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    }
  }

  @Test("fits a page: every sheet, every line") func size() throws {
    let pages = try pages(["--sheets", "3"])
    #expect(pages.count == 5, "three of arrivals, one of desks, one of codes")
    for page in pages {
      #expect(page.count <= 60)
      for line in page { #expect(line.count <= 80, "\(line)") }
    }
  }

  @Test("has a line for each thing that the entry form asks, in its order") func order() throws {
    let text = try pages([]).first?.joined(separator: "\n") ?? ""
    let fields = [
      "arrived", "book-in", "language", "nation", "came by", "bus no.", "appointment", "family name", "given names",
      "sex", "born", "tie", "document", "needs", "note",
    ]
    var rest = Substring(text[(text.range(of: "PARTY 1")?.upperBound ?? text.endIndex)...])
    for field in fields {
      let found = try #require(rest.range(of: field), "\(field) is missing or out of order")
      rest = rest[found.upperBound...]
    }
  }

  @Test("names the center, its languages, areas and receivers") func codes() throws {
    let pages = try pages(["--sheets", "1"])
    #expect(pages.allSatisfy { $0.first?.hasPrefix("Training Center") == true })
    let codes = try #require(pages.last).joined(separator: "\n")
    for word in ["kek Q'eqchi'", "families-a Families A", "acompana Acompaña Case Program"] {
      #expect(codes.contains(word), "\(word)")
    }
  }

  @Test("needs no journal when the center file is named, and says so when neither is there") func noJournal() throws {
    let (missing, _) = try Program.run(["form"], environment: ["JPC_DATA": "/nowhere"])
    #expect(missing.status == 66 && missing.errorLines.count == 1, "\(missing.errors)")
    let (none, _) = try Program.run(["form", "--center", WorkFolder.training, "--sheets", "0"])
    #expect(none.status == 64)
  }
}
