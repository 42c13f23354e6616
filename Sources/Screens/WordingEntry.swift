import CaseFlow

// What command lines are told: what is wrong with a word, and what would be right.
extension Wording {
  /// Words that say "asked, none" where needs are listed.
  static let noNeedWords = ["none", "-"]

  static let enterHeld = "Enter was held down and entered nothing. Let it go, then press it once."
  static let nothingTyped = "Type a command, such as: hold 412 interpreter."
  static let quoteOpen = "This quote is not closed. End it with \"."
  static let reasonWithoutCase = "A reason belongs to a case that is named: call 412 because medical."
  static let namedWithoutReason = "To call a case out of its turn, say why: call 412 because medical."

  static func lineTooLong(_ most: Int) -> String { "A line has at most \(most) characters." }

  /// What was typed, as far as a message has room for it, and nothing that could move a cursor.
  static func typed(_ text: String) -> String {
    var shown = ""
    for scalar in text.unicodeScalars.prefix(24) {
      switch TextWidth.kind(of: scalar) {
      case .narrow, .wide, .combining: shown.unicodeScalars.append(scalar)
      case .blank: shown += " "
      case .forbidden, .invisible: shown += "?"
      }
    }
    return "'\(shown)\(text.unicodeScalars.count > 24 ? ".." : "")'"
  }

  static func noCommand(_ text: String, near: String?) -> String {
    guard let near else { return "\(typed(text)) is no command. do --list shows them all." }
    return "\(typed(text)) is no command. Is it \(near)?"
  }

  static func noKey(_ key: String, of word: String, among known: [String]) -> String {
    if let near = nearestWord(to: key, among: known) { return "\(word) has no \(typed(key)). Is it \(near)=?" }
    if known.isEmpty { return "\(word) takes no \(typed(key))." }
    return "\(word) has no \(typed(key)). It takes \(list(known.map { $0 + "=" }, "and"))."
  }

  static func emptyValue(_ key: String) -> String { "Write what \(key) is, right after the =; ? if it is not known." }
  static func twice(_ key: String) -> String { "\(key) stands here twice." }

  static func tooMuch(_ text: String, _ command: CommandWord) -> String {
    "\(typed(text)) is one word too many: \(command.usage)."
  }

  static func lacks(_ argument: CommandArgument, _ command: CommandWord) -> String {
    "\(command.word) lacks \(argument.name): \(argument.meaning). Such as: \(command.example)."
  }

  static func nothingStandsIn(_ argument: CommandArgument, _ command: CommandWord, _ desk: DeskID?) -> String {
    switch argument.standIn {
    case .caseHere:
      guard let desk else { return "Which case? Name it, or sign on to a desk: \(command.example)." }
      return "Which case? Nobody is at \(Wording.desk(desk)). Such as: \(command.example)."
    case .deskHere, .deskOfCase: return "Which desk? Name it with desk=, or sign on to one with open."
    case .languageOfCase: return "In which language? That of the case is not known."
    case .receiverOfCase: return "Which receiver? None was offered to this case."
    case .openBus: return "Which bus? Name it, such as #3; the open ones are on the board."
    case .openDeparture: return "Which departure? Name it, such as #3; the open ones are under Leaving."
    case .departureOfCase: return "This case is on the manifest of no departure."
    case .required, .none, .me, .nextBus, .linesNow, .nextDeparture, .nextPromise: return lacks(argument, command)
    }
  }

  static func noDetails(_ command: CommandWord) -> String {
    "Say what is known of them, ? for what was asked and is not: \(command.example)."
  }
}

// Words, numbers, codes and times.
extension Wording {
  static func notUnderstood(_ text: String, _ what: String) -> String { "\(typed(text)) is not \(what)." }

  static func notOneOf(_ text: String, _ known: [String]) -> String {
    if let near = nearestWord(to: text, among: known) { return "\(typed(text)) is none of them. Is it \(near)?" }
    guard known.count <= 14 else { return "\(typed(text)) is none of those known here." }
    return known.isEmpty ? "\(typed(text)) is not known here." : "\(typed(text)) is none of \(list(known, "or"))."
  }

  static func mayBe(_ text: String, _ near: [String]) -> String {
    "\(typed(text)) may be \(list(Array(near.prefix(5)), "or")). Type more of it."
  }

  static func notYesOrNo(_ text: String) -> String { "\(typed(text)) is neither yes nor no." }

  static func outOfRange(_ text: String, _ range: ClosedRange<Int64>) -> String {
    "\(typed(text)) is out of range: \(range.lowerBound) to \(range.upperBound)."
  }

  static func tooMany(_ most: Int) -> String { "At most \(most) stand here." }
  static func textTooLong(_ most: Int) -> String { "A text has at most \(most) characters." }
  static func forbiddenCharacter(_ value: UInt32) -> String {
    "A character stands in it that no text has (number \(value)). Type the text anew."
  }
  static func badBirthDate(_ text: String) -> String {
    "\(typed(text)) is no date of birth: 2012-05-14, 2012-05, 2012, an age such as 34, or ? if it is not known."
  }
  static func birthOfChild(_ person: PersonID, _ years: Int?) -> String {
    let age = years.map { " of \($0)" } ?? ""
    return "By this birth date person \(person.label) is a child\(age) and stands here as an adult. "
      + "Correct the age first: C on the case, or correct ENTRY person=\(person.number) age=AGE."
  }
  static func badName(_ why: String) -> String { "This name is not kept: \(why)" }
  static func doubtfulName(_ why: String) -> String { "\(why) If it is so, end the line with !" }

  static func noNeed(_ text: String, near: String?) -> String {
    "\(typed(text)) is no code of needs." + (near.map { " Is it \($0)?" } ?? " Such as SM-DP; none if there are none.")
  }

  static func noNumber(_ text: String, isPerson: Bool) -> String {
    let what = isPerson ? "person" : "case"
    let rest = text.drop { ("0"..."9").contains($0) }
    if rest.count == text.count || rest.count > 2 || rest.last?.isLetter == false {
      return "\(typed(text)) is no number of a \(what), such as 412 or 0412-K."
    }
    if rest.isEmpty { return "\(typed(text)) is no number that a \(what) can have." }
    return "The check letter of \(typed(text)) is another one. Read the number again."
  }

  static func wrongKind(_ text: String, isPerson: Bool) -> String {
    isPerson
      ? "\(typed(text)) is a case, and a person is wanted here."
      : "\(typed(text)) is a person, and a case is wanted here."
  }

  static func caseForPerson(_ id: CaseID, _ people: [String]) -> String {
    "\(id.label) is a case, and a person is wanted here: \(list(Array(people.prefix(6)), "or"))."
  }

  static func personForCase(_ person: PersonID, _ id: CaseID) -> String {
    "\(person.label) is a person, and a case is wanted here: theirs is \(id.checked)."
  }

  static func noDesk(_ text: String) -> String { "\(typed(text)) is no desk, such as reception-2 or r2." }

  static func noCode(_ text: String) -> String {
    "\(typed(text)) is no short name: 1 to 16 letters, digits, dots, underscores or hyphens."
  }

  static func noLanguage(_ text: String, near: String?) -> String {
    "\(typed(text)) is no language known here." + (near.map { " Is it \($0)?" } ?? " Type a code, a name, or ?.")
  }

  static func noNation(_ text: String, near: String?) -> String {
    "\(typed(text)) is no country." + (near.map { " Is it \($0)?" } ?? " Type a code, a name, or ?.")
  }

  static func noTime(_ text: String, because reason: String?) -> String {
    "\(typed(text)) is no time: \(reason ?? "14:05, 15/1405 for the 15th, or 2026-03-15/1405")."
  }

  static func skippedTime(_ text: String, offered: String) -> String {
    "\(typed(text)) did not exist: the clock was put forward over it. Is it \(offered)?"
  }

  static func wrongSide(_ text: String, isPast: Bool) -> String {
    isPast ? "\(typed(text)) is still to come. It must have happened." : "\(typed(text)) is past. It must be to come."
  }

  static func notBefore(_ text: String, _ end: String) -> String { "\(typed(text)) is not before \(end)." }

  /// `a, b and c`.
  static func list(_ words: [String], _ last: String) -> String {
    guard words.count > 1, let end = words.last else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " \(last) \(end)"
  }

  static func language(_ code: Code, in center: Center) -> String {
    code == Vocabulary.unknownLanguage ? "language not known" : Vocabulary.languages(of: center).name(code)
  }

  static func nation(_ code: Code) -> String {
    code == Vocabulary.unknownNation ? "nationality not known" : Vocabulary.nations.name(code)
  }
}
