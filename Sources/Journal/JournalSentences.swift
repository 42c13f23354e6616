internal import CaseFlow

/// The sentences that people read when a recording or a center file is refused. Without a final period, as faults are.
enum JournalSentences {
  static func missing(_ name: some CustomStringConvertible) -> String { "missing '\(name)'" }

  static func noTime(_ key: String?, _ reason: String) -> String {
    key.map { "'\($0)' is no time: \(reason)" } ?? "no time: \(reason)"
  }

  static let possibleTime = "a time from 1900 to 9999"

  static func atMost(characters: Int) -> String { "at most \(characters) characters long" }

  /// `one of bus, van, foot, not 'buss'; did you mean 'bus'?`
  static func oneOf(_ words: [String], not text: String) -> String {
    let shown = shown(text)
    if words.count == 1 { return "'\(words[0])', not \(shown)" }
    if let near = nearestWord(to: text, among: words) { return "a known word, not \(shown); did you mean '\(near)'?" }
    return words.count <= longestList
      ? "one of \(words.joined(separator: ", ")), not \(shown)" : "a known word, not \(shown)"
  }

  /// So many words are listed: as many as there are measures.
  private static let longestList = 18

  /// What a field of a form takes, for a value whose form fits and that does not exist.
  static func expectation(_ form: ScalarForm, not token: Token) -> String {
    switch form {
    case .int(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .decimal(let range): "a number from \(range.lowerBound) to \(range.upperBound)"
    case .flag: token == .flag(true) ? "false" : "true"
    case .time: "a time"
    case .word(let words): if case .text(let text) = token { oneOf(words(), not: text) } else { "a known word" }
    case .text(_, let description): description
    }
  }

  /// A text of a file in quotes, cut where it would fill the screen.
  static func shown(_ text: String) -> String {
    text.unicodeScalars.count <= 40 ? "'\(text)'" : "'\(String(text.prefix(40)))…'"
  }
}

// Files, whatever they are.
extension JournalSentences {
  static let notChecked =
    "no file that can be checked: those are recordings (.ndjson), center files and scenarios of drills (.yaml), day "
    + "profiles (.json), tables of days and lists of appointments, census or roster (.csv)"
  static func answer(_ schema: String) -> String {
    "an answer of jpc (\(schema)), made for reading: nothing takes it in again, and there is nothing to check"
  }
}

extension FileKind {
  /// What the file is called.
  package var name: String {
    switch self {
    case .recording: "recording"
    case .centerFile: "center file"
    case .scenario: "scenario of a drill"
    case .dayProfile: "day profile"
    case .dayTable: "table of days"
    case .appointments: "list of appointments"
    case .census: "census"
    case .roster: "roster"
    case .answer: "answer of jpc"
    }
  }
}

// Recordings.
extension JournalSentences {
  static let noRecording = "not a recording: its first line must be a header with \"format\":\"jpc-recording\""
  static let otherFormat = "not a recording: 'format' must be 'jpc-recording'"
  static func otherVersion(_ number: Int64) -> String {
    "version \(number) of the format is not known; this jpc reads version \(FormatVersion.known)"
  }
  static let tornHeader = "the header is cut short: the file has no whole line"
  static let tornLine = "the last line is cut short; read up to the line before"
  static func unjudged(_ line: Int) -> String {
    "not checked against the rules from here on, because line \(line) could not be read"
  }
  static let more = "there are more faults; mend these first"

  static func drillOnly(_ type: String) -> String {
    "'\(type)' belongs to a drill, and the header names none ('drill')"
  }

  static func brokenRule(_ rule: String, _ sentence: String) -> String {
    "broken rule (\(rule)): \(sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence)"
  }

  static func sequence(_ seq: Int64, after last: Int64) -> String {
    if seq == last { return "sequence number \(seq) is repeated" }
    return seq > last ? "sequence gap: \(seq) follows \(last)" : "sequence goes back: \(seq) follows \(last)"
  }
  static let recordedEarlier = "recorded before the line above"
  static let happenedLater = "happened after it was recorded"
  static let beforeStart = "recorded before the recording begins ('from')"
  static let afterEnd = "recorded after the recording ends ('until')"
  static let endsBeforeStart = "the recording ends before it begins ('from')"
  static func otherZone(_ zone: String) -> String { "'timezone' must be that of the center, '\(zone)'" }
  static func rulesNotInForce(_ code: String, _ other: String) -> String {
    "the rule set '\(code)' was not in force on these days; they have '\(other)'"
  }
  static func unknownRules(_ code: String) -> String {
    let known = RuleSet.known.map(\.code.text)
    let near = nearestWord(to: code, among: known).map { "did you mean '\($0)'?" }
    return "no rule set is called '\(code)'; \(near ?? "known: " + known.joined(separator: ", "))"
  }
  static let noTransitions = "'transitions' must have at least one line: the offset at the beginning"
  static let transitionStart = "the first line of 'transitions' has no 'from', every other has one"
  static let transitionOrder = "'transitions' must be in the order of time"
}

/// The sentences that a center's administrator reads about the center file; most follow `'key' must be`.
enum CenterSentences {
  static let named = "the name of the center, which is empty"
  static let someAreas = "a list of at least one area"
  static func atLeast(_ number: Int) -> String { "at least \(number)" }
  static func atMost(_ number: Int) -> String { "at most \(number)" }
  static func givenTwice(_ word: String) -> String { "'\(word)' is given twice" }
  static func takenAlias(_ alias: String, _ language: String) -> String {
    "'\(alias)' is what '\(language)' is called already"
  }
  static func shortAlias(_ alias: String) -> String {
    "'\(alias)' must have at least \(CenterLimit.aliasLetters) letters, or it could be a code"
  }
  static func missingStages(_ stages: [String]) -> String {
    "every center has four stages; missing: \(stages.joined(separator: ", "))"
  }
  static let serviceMinutes = "more than 0 and at most 1440 minutes"
  static let variation = "more than 0 and at most 5"
  static func everyHour(_ count: Int) -> String { "24 numbers, one for each hour of the day, not \(count)" }
  static func moreStaffThanDesks(_ staffed: Int, _ desks: Int) -> String {
    "\(staffed) staffed desks are more than the \(desks) there are"
  }
  static let languageCode = "an ISO 639-3 code of three small letters, such as spa"
  static let mustBeLanguage = "must be \(languageCode)"
  static let nationCode = "an ISO 3166-1 code of three capital letters, such as GTM"
  static let receivedKinds = "singleAdult or familyUnit: a child alone leaves to ORR"
  static let documentHours = "from 1 to 8760 hours"
  static let opensFirst = "an hour before 'closes'"
  static let share = "a share from 0 to 1"
  static let perThousand = "at most 1000 people in 1,000"
  static let fourStages = "a list of the four stages: \(Stage.allCases.map(\.rawValue).joined(separator: ", "))"
}

extension JournalSentences {
  static let profileSize = "the size of a party is a whole number from 1 on, written once"

  /// Why the counts of a day profile cannot be those of one day.
  static func profile(_ fault: ProfileFault, _ profile: DayProfile) -> String {
    func off(_ found: Int, _ what: String, _ stated: Int) -> String {
      "these add up to \(found) \(what); the profile says \(stated)"
    }
    return switch fault {
    case .people: "a profile has from 1 to \(DayProfile.peopleMax) people, and no more parties than people"
    case .partiesByQuarter(let found), .partiesBySize(let found): off(found, "parties", profile.parties)
    case .peopleByQuarter(let found), .peopleBySize(let found), .peopleByLanguage(let found),
      .peopleByNationality(let found):
      off(found, "people", profile.people)
    case .quarter(let start):
      "the quarter that begins \(start) minutes after midnight is out of order, none of a day, or its counts cannot be"
    case .size(let size): "no parties of \(size) people, or more of them than parties, cannot be stated"
    case .share(let name): "'\(name)' has no people, or more than there are"
    }
  }
}

/// `unknown key 'physcal'; did you mean 'physical'?`, or the list of known keys when none is near and they are few.
func unknownKey(_ key: String, among known: [String]) -> String {
  if let nearest = nearestWord(to: key, among: known) { return "unknown key '\(key)'; did you mean '\(nearest)'?" }
  guard !known.isEmpty, known.count <= 12 else { return "unknown key '\(key)'" }
  return "unknown key '\(key)'; known here: \(known.joined(separator: ", "))"
}
