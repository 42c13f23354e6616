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
  /// Said aloud: a child is alone.
  var notice: String?
  /// What is unlikely and recorded as typed, unless it is put right.
  var doubts: [String] = []
  var completions: [Completion] = []

  init(_ text: String, cursor: Int, in context: EntryContext) {
    if DeskLine.isBus(text) {
      do throws(LineFault) { _ = try commandLine(text, in: context) } catch { fault = error }
      summary = EntryWord.of(text)?.word.usage ?? ""
      if cursor == text.count { completions = CommandCompletion(text, in: context).offers }
      return
    }
    let line = ArrivalLine(text, in: context)
    meanings = line.parts.map(\.meaning)
    summary = line.summary
    missing = line.missing
    fault = line.fault ?? line.asks
    isQuestion = line.fault == nil && line.asks != nil
    notice = line.notice
    doubts = line.isConfirmed ? [] : line.questions.map(\.message)
    completions = ArrivalLine.completions(of: text, at: cursor, in: context)
  }
}

extension BoardModel {
  /// What the arrival line of a state is understood as; nil where nothing can be entered or nothing is typed.
  func arrivalReading(_ state: ViewState) -> ArrivalReading? {
    guard !state.line.isEmpty else { return nil }
    return context(state).map { ArrivalReading(state.line.text, cursor: state.line.cursor, in: $0) }
  }
}
