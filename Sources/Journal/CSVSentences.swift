// What is said of tables of comma-separated values; one place for every sentence.

extension JournalSentences {
  static let noColumns = "is empty; the first line names the columns"
  static let otherSeparator = "the columns are not separated by commas; save it as CSV with commas"
  static let emptyLine = "empty line; remove it"
  static let quoteInside = "a quote in the middle of a cell; put the whole cell in quotes and write the quote twice"
  static let quoteOpen = "the text in quotes does not end on this line"
  static let afterQuote = "only a comma or the end of the line may follow the closing quote"
  static let noUTF8 = "not valid UTF-8; save it as UTF-8"
  static let cellTooLong = "cell longer than \(CSVTable.cellBytesMax) bytes"
  static let tooManyColumns = "more than \(CSVTable.columnsMax) columns"
  static let tooManyRows = "more than \(CSVTable.rowsMax) rows; split it"

  static func columnTwice(_ name: String) -> String { "column named twice: \(name)" }

  static func cells(_ found: Int, insteadOf expected: Int) -> String {
    "\(found) \(found == 1 ? "cell" : "cells") where the first line names \(expected)"
  }
}
