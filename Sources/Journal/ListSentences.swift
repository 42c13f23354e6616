internal import CaseFlow

/// What is said of lists from outside; one place for every sentence.
enum ListSentences {
  static let noRows = "the list has a header and no rows"
  static func unknownColumn(_ name: String, _ known: [String]) -> String {
    if let nearest = nearestWord(to: name, among: known) {
      return "unknown column '\(name)'; did you mean '\(nearest)'?"
    }
    return "unknown column '\(name)'; a list has: \(known.joined(separator: ", "))"
  }
  static func columnTwice(_ name: String) -> String { "the column '\(name)' is there twice" }
  static func columnMissing(_ name: String) -> String { "the column '\(name)' is missing" }
  static func empty(_ name: String) -> String { "\(name) must be there" }
  static func noCode(_ text: String) -> String {
    "'\(text)' is not a reference: 1 to 16 letters, digits, dots, underscores or hyphens"
  }
  static func noNumber(_ text: String, _ range: ClosedRange<Int>) -> String {
    "'\(text)' is not a whole number from \(range.lowerBound) to \(range.upperBound)"
  }
  static func noWord(_ text: String, _ known: [String]) -> String {
    if let nearest = nearestWord(to: text, among: known) { return "'\(text)' is not known; did you mean '\(nearest)'?" }
    return "'\(text)' is not known; it is one of: \(known.joined(separator: ", "))"
  }
  static func noFlag(_ text: String) -> String { "'\(text)' is neither yes nor no" }
  static func noLanguage(_ text: String) -> String {
    "'\(text)' is not a language: three small letters of ISO 639-3 such as spa, or a name from the center file"
  }
  static func noNation(_ text: String) -> String {
    "'\(text)' is not a nationality: three capital letters of ISO 3166-1 such as VEN"
  }
  static func noTime(_ text: String) -> String {
    "'\(text)' is not a time; write 2026-03-16 14:05, or with an offset 2026-03-16T14:05:00-07:00"
  }
  static func skippedTime(_ text: String, _ zone: String) -> String {
    "'\(text)' does not exist: the clocks of \(zone) were set forward over it; write the time with its offset"
  }
  static func doubleTime(_ text: String, _ zone: String) -> String {
    "'\(text)' is there twice: the clocks of \(zone) were set back over it; write the time with its offset"
  }
  static func doubtfulTime(_ text: String, _ zone: String) -> String {
    "'\(text)' is doubtful: the clocks of \(zone) change in that night; write the day, the time and its offset"
  }
  static func referenceTwice(_ text: String, line: Int) -> String {
    "the reference '\(text)' stands in line \(line) already"
  }
  static func listedOtherwise(_ text: String) -> String {
    "the reference '\(text)' is listed already, for other people or another time"
  }
  static func noDay(_ text: String) -> String { "'\(text)' is not a day; write 2021-12-24" }
  static let dayMissing = "the days of the table follow each other, one row for each; this is not the next day"
  static func censusTooLarge(_ census: Int, most: Int) -> String {
    "\(census) people cannot be there: with those of the night before and those who came, there are \(most)"
  }
  static let partiesTooLarge = "so few parties for so many people would be larger than \(Limit.partyPeople) people"
  static let noAge = "an age must be there, or child or adult under band"
  static let otherBand = "the band is not that of the age: a child is under 18"
  static let isolationAlone = "an isolation needs its time and its finding"
  static func decisionAlone(_ columns: [String]) -> String {
    "a decided case needs all of: \(columns.joined(separator: ", "))"
  }
  static func noNeed(_ text: String) -> String {
    "'\(text)' is not a need: a UNHCR code such as SM-CC, several with blanks between, or none"
  }
}
