internal import CaseFlow

/// The sentences that the writer of a scenario reads about its faults; some follow `'key' must be`.
enum ScenarioSentences {
  static let dayPath = "'day' must be a path from the folder of the scenario, such as ../days/2021-12-24.ndjson"
  static let dayOfDrill = "'day' is a branch of a drill; a scenario begins with a recorded day"
  static func noDay(_ error: ReadError) -> String { "'day' names no sound recording: \(error)" }

  static let someText = "text that is not empty"
  static let code = "a code: up to \(Code.longest) letters, digits and signs of - . _"
  static let laterThanFrom = "later than 'from'"
  static func atMost(hours: Int) -> String { "at most \(hours) hours after 'from'" }
  static func withinDay(_ from: String, _ until: String) -> String {
    "within the recorded day, from \(from) to \(until)"
  }
  static let withinDrill = "within the drill, between its 'from' and 'until'"
  static let afterTheDrill = "the window ends after the drill ('until')"

  static let someRole = "a list of at least one role"
  static func givenTwice(_ word: String) -> String { "'\(word)' is given twice" }
  static func notOfTeam(_ role: Role) -> String { "'\(role.rawValue)' is not in 'team': its work is simulated" }

  static func needs(_ kind: String, _ field: String) -> String { "'\(kind)' needs '\(field)'" }
  static func takesNo(_ kind: String, _ field: String) -> String { "'\(kind)' takes no '\(field)'" }
  static func number(_ range: ClosedRange<Int>) -> String { "from \(range.lowerBound) to \(range.upperBound)" }
  static let isolating =
    "a finding that isolates: \(Finding.allCases.filter(\.isolates).map(\.rawValue).joined(separator: ", "))"

  static func unknown(_ what: String, _ text: String, among known: [String]) -> String {
    let near = nearestWord(to: text, among: known).map { "did you mean '\($0)'?" }
    let list = known.isEmpty ? "there is none" : "known: \(known.joined(separator: ", "))"
    return "no \(what) is called \(JournalSentences.shown(text)); \(near ?? list)"
  }
  /// There are too many types to list them.
  static func unknownEvent(_ text: String, among known: [String]) -> String {
    let near = nearestWord(to: text, among: known).map { "did you mean '\($0)'?" }
    return "no record that a team makes has the type \(JournalSentences.shown(text)); "
      + (near ?? "the types stand in docs/recording-format.md")
  }
  static func eventHasNo(_ event: String, _ field: String) -> String { "'\(event)' says nothing of '\(field)'" }
  static let twoBeginnings = "the window begins with 'inject' or at 'at', not with both"
  static func lineOfCard(_ card: String, _ lines: Int) -> String { "from 1 to \(lines), the lines of card \(card)" }
}
