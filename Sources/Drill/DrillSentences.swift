// Every sentence of this room that users read, together.

enum DrillSentences {
  static func unmetQuarters(people: Int) -> String {
    "The sizes of parties do not fit the people of each quarter: \(people) stand in other quarters."
  }
  static func unmetShares(_ names: [String]) -> String {
    "No parties of these sizes have exactly the people stated for \(names.joined(separator: ", "))."
  }
}
