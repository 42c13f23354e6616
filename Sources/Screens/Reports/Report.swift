/// A report as a reader sees it: a title, what it is about, and sections of rows. Whoever writes it, as Markdown, as
/// HTML or on the board, finds the words in it and adds none.
package struct Report: Hashable, Sendable {
  package var title: String
  /// What it covers: name and value.
  package var facts: [Fact] = []
  package var sections: [Section] = []

  package struct Fact: Hashable, Sendable {
    package var name: String
    package var value: String
  }

  /// A table, or a sentence where it would have no rows.
  package struct Section: Hashable, Sendable {
    package var title: String
    package var columns: [Column]
    package var rows: [[String]]
    /// What an empty table means.
    package var empty: String
    /// A sentence that the table needs, or nothing.
    package var note = ""

    package init(_ title: String, _ columns: [Column], _ rows: [[String]], empty: String, note: String = "") {
      self.title = title
      self.columns = columns
      self.rows = rows
      self.empty = empty
      self.note = note
    }
  }

  /// A column and whether it holds numbers, which stand at its right.
  package struct Column: Hashable, Sendable {
    package var name: String
    package var isNumber: Bool

    package static func text(_ name: String) -> Column { Column(name: name, isNumber: false) }
    package static func number(_ name: String) -> Column { Column(name: name, isNumber: true) }
  }

  package init(_ title: String) { self.title = title }

  package mutating func fact(_ name: String, _ value: String) { facts.append(Fact(name: name, value: value)) }
}
