internal import CaseFlow

/// The sentences that people read when a recording or a center file is refused. Without a final period, as faults are.
enum JournalSentences {
  static func missing(_ name: StaticString) -> String { "missing '\(name)'" }

  static func noTime(_ key: String?, _ reason: String) -> String {
    key.map { "'\($0)' is no time: \(reason)" } ?? "no time: \(reason)"
  }

  static let possibleTime = "a time from 1900 to 9999"

  static func atMost(characters: Int) -> String { "at most \(characters) characters long" }

  /// `one of bus, van, foot, not 'buss'; did you mean 'bus'?`
  static func oneOf(_ words: [String], not text: String) -> String {
    let shown = Self.shown(text)
    if words.count == 1 { return "'\(words[0])', not \(shown)" }
    if let nearest = nearestWord(to: text, among: words) { return "a known word, not \(shown); did you mean '\(nearest)'?" }
    return words.count <= 12 ? "one of \(words.joined(separator: ", ")), not \(shown)" : "a known word, not \(shown)"
  }

  /// What a field of a form takes, for a value whose form fits and that does not exist.
  static func expectation(_ form: ScalarForm) -> String {
    switch form {
    case .int(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .decimal(let range): "a number from \(range.lowerBound) to \(range.upperBound)"
    case .flag: "true or false"
    case .time: "a time"
    case .word(let words): "one of \(words.joined(separator: ", "))"
    case .text(_, let description): description
    }
  }

  /// A text of a file in quotes, cut where it would fill the screen.
  static func shown(_ text: String) -> String {
    text.unicodeScalars.count <= 40 ? "'\(text)'" : "'\(String(text.prefix(40)))…'"
  }
}
