// What is said of names; one place for every sentence. No sentence quotes a name: it may be shown, logged and printed.

enum NameSentences {
  static let empty = "a name cannot be empty; if it is not known, say so"
  static let tooLong = "a name has at most \(PersonalName.charactersMax) characters and \(PersonalName.cellsMax) cells"
  static let tooManyMarks = "a letter of a name carries at most \(PersonalName.marksMax) marks"
  static let misread = "looks like text read in the wrong encoding; compare it with the paper"

  /// What is wrong with a character, counted from 1, which the sentence names by number.
  static func fault(_ scalar: Unicode.Scalar, at place: Int, _ fault: NameFault) -> String {
    "character \(place + 1), \(number(scalar)), \(reason(fault))"
  }

  static func standIn(_ scalar: Unicode.Scalar) -> String {
    "\(number(scalar)) stands in for an ordinary letter or sign; type the ordinary one unless the paper has it"
  }

  static func mixed(_ scripts: [LookAlikeScript]) -> String {
    "mixes \(scripts.map(\.rawValue).joined(separator: " and ")) letters, which look alike; compare it with the paper"
  }

  private static func reason(_ fault: NameFault) -> String {
    switch fault {
    case .control: "is a control character, which no name has"
    case .direction: "turns the direction of writing, which no name does"
    case .invisible: "cannot be seen"
    case .emoji: "is an emoji"
    case .symbol: "is a symbol, and no letter of a name"
    case .lost: "says that a letter was lost before; compare it with the paper"
    case .notText: "is no character of any script"
    case .enclosing: "encloses a letter, which no name does"
    case .markAlone: "is a mark without a letter"
    }
  }

  /// `U+001B`.
  private static func number(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
