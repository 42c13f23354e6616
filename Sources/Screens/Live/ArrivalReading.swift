import CaseFlow

/// What the arrival line was understood as, and what the screen says of it while it is typed.
struct ArrivalReading {
  /// The words, spelled out one after the other.
  var meanings: [String] = []
  /// What would be entered.
  var summary = ""
  var missing: [String] = []
  /// What keeps Enter from recording it: a fault where it stands, or a question.
  var fault: LineFault?
  /// Whether it is a question that the line can answer, not a mistake.
  var isQuestion = false
  /// Whether the question is if so many people came, which Enter once more answers.
  var isCrowd = false
  /// Said aloud: a child is alone.
  var notice: String?
  /// What is unlikely and recorded as typed, unless it is put right.
  var doubts: [String] = []
  var completions: [Completion] = []

  init(_ text: String, cursor: Int, in context: EntryContext) {
    switch ArrivalWord(beginning: text) {
    case .bus?:
      do throws(LineFault) { _ = try commandLine(text, in: context) } catch { fault = error }
      summary = EntryWord.of(text)?.word.usage ?? ""
      if cursor == text.count { completions = CommandCompletion(text, in: context).offers }
    case .arrive?: read(text, cursor, in: context, after: ArrivalWord.arrive)
    case nil:
      read(text, cursor, in: context, after: nil)
      // The beginning of a word is no mistake yet.
      let words = ArrivalWord.allCases.filter { $0.rawValue.hasPrefix(text.lowercased()) }
      completions += words.map { Completion(range: 0..<text.count, text: "\($0.rawValue) ", meaning: $0.meaning) }
    }
  }

  private mutating func read(_ text: String, _ cursor: Int, in context: EntryContext, after word: ArrivalWord?) {
    let line = ArrivalLine(text, in: context, isNamed: word != nil)
    meanings = line.parts.map(\.meaning)
    summary = line.summary
    missing = line.missing
    fault = line.fault ?? line.asks
    isQuestion = line.fault == nil && line.asks != nil
    // Enter answers what it asked and no other doubt: beside one, the line is answered with its own sign.
    isCrowd = isQuestion && line.isCrowd && line.questions.count == 1
    if isCrowd { fault?.message = Wording.manyPeopleAgain(line.people.count) }
    notice = line.notice
    doubts = line.isConfirmed ? [] : line.questions.map(\.message)
    completions = ArrivalLine.completions(of: text, at: cursor, in: context)
  }
}

/// A word with which a line of the arrival view may begin; without one it is about people who arrive.
enum ArrivalWord: String, CaseIterable {
  case arrive, bus

  /// The word that a line begins with, a blank or its end behind it.
  init?(beginning line: String) {
    guard let word = line.split(separator: " ", maxSplits: 1).first else { return nil }
    self.init(rawValue: word.lowercased())
  }

  var meaning: String {
    switch self {
    case .arrive: CommandWords.command(.arrive).meaning
    case .bus: CommandWords.command(.bus).meaning
    }
  }
}

extension BoardModel {
  /// What the arrival line of a state is understood as; nil where nothing can be entered or nothing is typed.
  func arrivalReading(_ state: ViewState) -> ArrivalReading? {
    guard !state.line.isEmpty else { return nil }
    return context(state).map { ArrivalReading(state.line.text, cursor: state.line.cursor, in: $0) }
  }
}
