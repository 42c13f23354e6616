package import CaseFlow

/// Reads one command line, as `jpc do` and the palette take it.
///
///     try commandLine("hold 412 interpreter", in: context)
///
/// Every command takes `at=` (when it happened, if not now) and `desk=` (where it is done, if not at the desk signed on
/// to). Throws where the first thing stands that cannot be meant, with what would be right.
package func commandLine(_ text: String, in context: EntryContext) throws(LineFault) -> Act {
  let line = try LineWords(text)
  guard let (id, rest) = try CommandWords.begin(line) else { throw LineFault(0..<0, Wording.nothingTyped) }
  if id == .arrive { return try ArrivalLine(Array(rest), end: line.end, in: context).get() }
  var context = context
  var at: Instant?
  var words: [LineWord] = []
  let isConfirmed = id == .name && rest.last?.text == "!"
  for word in isConfirmed ? rest.dropLast() : rest {
    switch word.key {
    case "at": at = try TypedMoment.read(word, .past, in: context)
    case "desk": context.desk = try ArgumentReader(context).desk(word)
    default: words.append(word)
    }
  }
  let binding = try CommandBinding(CommandWords.command(id), words, in: context, end: line.end)
  var act = try binding.act(isConfirmed: isConfirmed)
  act.at = at
  act.desk = context.desk
  return act
}

extension CommandWords {
  /// Every word, or two words, that a line may begin with.
  private static let spelled = CommandWordID.allCases.map(\.rawValue)
  /// Bytes of the longest of them: what is longer is none of them, and is not compared with any.
  private static let longest = spelled.map(\.utf8.count).max() ?? 0

  /// The command that a line begins with, and the words after it; nil for an empty line.
  static func begin(_ line: LineWords) throws(LineFault) -> (CommandWordID, ArraySlice<LineWord>)? {
    guard let first = line.words.first else { return nil }
    let word = first.text.lowercased()
    if first.key.isEmpty, line.words.count > 1, word.utf8.count <= longest {
      let two = word + " " + line.words[1].text.lowercased()
      if let id = CommandWordID(rawValue: two) { return (id, line.words[2...]) }
    }
    guard first.key.isEmpty, word.utf8.count <= longest, let id = CommandWordID(rawValue: word) else {
      throw LineFault(first.range, Wording.noCommand(first.text, near: nearestWord(to: word, among: spelled)))
    }
    return (id, line.words[1...])
  }
}

extension CommandBinding {
  /// What the line asks for; `isConfirmed` says that what is doubtful about it is so.
  func act(isConfirmed: Bool) throws(LineFault) -> Act {
    var reader = reader
    switch command.id.blank(reader) {
    case .undo, .arrival: return Act(.undo)
    case .details: return try details(isConfirmed: isConfirmed)
    case .event(var event):
      event.describe(&reader)
      if let fault = reader.fault { throw fault }
      return Act(try meant(event))
    }
  }

  /// The command for an event: a fact that stands as given, or one from which something is computed.
  private func meant(_ event: Event) throws(LineFault) -> Command {
    switch event {
    case .caseCalled(var e):
      if reader.given["case"] == nil {
        guard let because = reader.given["because"]?.first else { return .callNext(e.desk) }
        throw LineFault(because.range, Wording.reasonWithoutCase)
      }
      guard e.because != nil else { throw LineFault(end..<end, Wording.namedWithoutReason) }
      e.reason = .named
      return .state(.caseCalled(e))
    case .casePlaced(let e): return .place(e.caseID, in: e.area.isNone ? nil : e.area, override: e.override)
    case .serviceCompleted(let e): return .complete(e.caseID)
    case .familySplit(let e): return .split(e.caseID, people: e.people, reason: e.reason, second: e.second)
    case .factCorrected(let e): return .correct(e)
    case .caseReturned(let e):
      // The last act is done to whoever stands there: their number is typed with its letter, from their own paper.
      guard let tag = reader.given["tag"]?.first, tag.text.uppercased() == e.caseID.checked else {
        throw LineFault(reader.given["tag"]?.first?.textRange ?? end..<end, Wording.wrongTag)
      }
      return .state(event)
    default: return .state(event)
    }
  }
}
