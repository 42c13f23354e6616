import CaseFlow

/// Every command that a line may begin with; the raw value is the word, or the two words.
package enum CommandWordID: String, CaseIterable, Hashable, Sendable {
  // At the gate
  case arrive, bus
  case busCount = "bus count"
  case busClose = "bus close"
  case expect, appointment, name
  // At the desks
  case open, close, call, recall, begin, done, hold, resume, expedite, place
  // Health
  case needs, finding, isolate, retest, deisolate, care, away, back
  case check, fit, treat
  // The schedule
  case duty, offduty, book, unbook, seek
  // Interview and review
  case orient, waive, counsel, determine, review
  // Children alone
  case child, orr, screen, dispute
  // Leaving
  case plan, step, offer, accept, refuse, release, consulate, `return`, transfer, confirm, depart
  case noplace, pickup, stop
  case consulateAnswer = "consulate answer"
  // Departures, receivers, what follows
  case departure, board, unboard, left, arrived, held, receiver, followup, followed
  // Beside the flow
  case refer, seen, served, look, stay
  // Families
  case split, reunite, tie
  // Resources
  case capacity, interpreters
  // Truth
  case correct, undo, breach, clock
  // Alarms and the crisis
  case ack, shelve, unshelve, service, threshold, declare, standdown, charge, take, tick, reserve
  // The shift
  case promise, kept, sign
}

/// A command of the lines that `jpc do` and the palette take: its word, its arguments and what all of them mean.
package struct CommandWord: Sendable {
  package let id: CommandWordID
  package let arguments: [CommandArgument]
  package let example: String

  init(_ id: CommandWordID, _ arguments: [CommandArgument] = [], example: String) {
    self.id = id
    self.arguments = arguments
    self.example = example
  }

  /// The arguments that are typed.
  package var shownArguments: [CommandArgument] { arguments.filter { !$0.isHidden } }
  /// The word or the two words it begins with.
  package var word: String { id.rawValue }
  /// A sentence on what it does.
  package var meaning: String { Wording.meaning(id) }
  /// Word and arguments in a line: `hold [CASE] REASON`.
  package var usage: String { ([word] + shownArguments.map(\.usage)).joined(separator: " ") }
}

/// An argument of a command: a word in its place, or `key=value`.
package struct CommandArgument: Sendable {
  /// What words can stand for it, by which the reader tells whether one that may be left out was.
  enum Shape: Sendable {
    /// A number, with or without its check letter.
    case number
    case numbers
    /// `#3`.
    case bus
    /// `reception-2` or `r2`.
    case desk
    case word
    /// Every word that follows, for lists and for names with blanks.
    case words
    /// A time, or a count: it begins with a digit.
    case digits
  }

  /// What stands for an argument that is left out.
  enum StandIn: Sendable {
    /// Nothing does: it must be there.
    case required
    /// It stays empty.
    case none
    case caseHere, deskHere, deskOfCase, languageOfCase, receiverOfCase, me, openBus, nextBus, linesNow, nextDeparture,
      openDeparture, departureOfCase, nextPromise
  }

  /// The field it fills.
  let field: String
  /// How it stands in lists, and the key if it has one.
  package let name: String
  let shape: Shape
  let standIn: StandIn
  /// It stands as `key=value`.
  package let isNamed: Bool
  /// The words it may be, where they are few and fixed.
  package let words: [String]
  /// It is never typed.
  let isHidden: Bool

  init(
    _ field: String, _ name: String? = nil, _ shape: Shape = .word, or standIn: StandIn = .required,
    named: Bool = false,
    words: [String] = [], hidden: Bool = false
  ) {
    self.field = field
    self.name = name ?? (named ? field : field.uppercased())
    self.shape = shape
    self.standIn = standIn
    isNamed = named
    self.words = words
    isHidden = hidden
  }

  /// It must be typed.
  package var isRequired: Bool {
    switch standIn {
    case .required: true
    default: false
    }
  }

  /// A sentence part on what it is.
  package var meaning: String {
    if case .digits = shape, field == "people" { return Wording.peopleCount }
    return Wording.argument(field)
  }

  /// As it stands in a usage line: `[CASE]`, `REASON`, `[language=]`.
  var usage: String {
    let shown = isNamed ? name + "=" : name
    return isRequired ? shown : "[\(shown)]"
  }
}
