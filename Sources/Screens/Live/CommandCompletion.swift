import CaseFlow

/// How a command line goes on: the argument that is typed at its end, and what that can be.
struct CommandCompletion {
  /// What is typed now, in words; empty where nothing more belongs.
  private(set) var explanation = ""
  /// What the last word can be; each replaces the characters of its range.
  private(set) var offers: [Completion] = []
  private let line: String
  private let context: EntryContext

  /// Offers at once.
  private static let most = 16

  /// Reads a line whose cursor stands at its end; a line that begins with no command offers nothing.
  init(_ text: String, in context: EntryContext) {
    line = text
    self.context = context
    guard let command = EntryWord.of(text)?.word, let typed = try? LineWords(text) else { return }
    var words = typed.words.dropFirst(command.word.split(separator: " ").count)
    let isAtBlank = text.last?.isWhitespace ?? true
    guard isAtBlank || !words.isEmpty else { return }
    let last = isAtBlank ? LineWord(text: "", range: typed.end..<typed.end) : words.removeLast()
    fill(command, Array(words), last)
  }

  /// The line with an offer taken, and a blank behind it where the next word goes.
  func text(with offer: Completion) -> String {
    var characters = Array(line)
    characters.replaceSubrange(offer.range.clamped(to: 0..<characters.count), with: Array(offer.text))
    return String(characters) + (offer.text.hasSuffix("=") ? "" : " ")
  }

  private mutating func fill(_ command: CommandWord, _ words: [LineWord], _ last: LineWord) {
    if !last.key.isEmpty {
      guard let argument = command.arguments.first(where: { $0.isNamed && $0.name == last.key }) else { return }
      explanation = Wording.typedNow(argument)
      return offer(values(of: argument, command, words, last), at: last.textRange, begunAs: last.text)
    }
    let next = CommandCompletion.next(command, words)
    if let argument = next.first(where: \.isRequired) ?? next.first { explanation = Wording.typedNow(argument) }
    if words.isEmpty { offer(secondWords(of: command), at: last.range, begunAs: last.text) }
    for argument in next where last.text.isEmpty || argument.isRequired || CommandBinding.fits(last, argument) {
      // Of a list with commas the last word is typed.
      let part = argument.shape == .words ? last.parts.last ?? last : last
      offer(values(of: argument, command, words, part), at: part.range, begunAs: part.text)
    }
    // Keys come when every place is filled, or when one is begun.
    guard !last.text.isEmpty || !next.contains(where: \.isRequired) else { return }
    let taken = Set(words.map(\.key))
    let keys = command.arguments.filter { $0.isNamed && !$0.isHidden && !taken.contains($0.name) }
    offer(keys.map { ($0.name + "=", $0.meaning) }, at: last.range, begunAs: last.text)
  }

  private mutating func offer(_ values: [(text: String, meaning: String)], at range: Range<Int>, begunAs begun: String)
  {
    let begun = Vocabulary.folded(begun)
    for value in values where offers.count < CommandCompletion.most {
      guard begun.isEmpty || [value.text, value.meaning].contains(where: { Vocabulary.folded($0).hasPrefix(begun) })
      else { continue }
      offers.append(Completion(range: range, text: value.text, meaning: value.meaning))
    }
  }

  /// The places that the next word can fill: those that may be left out, up to the first that must be there.
  private static func next(_ command: CommandWord, _ words: [LineWord]) -> [CommandArgument] {
    var rest = words.filter(\.key.isEmpty)[...]
    var next: [CommandArgument] = []
    for argument in command.arguments where !argument.isNamed && !argument.isHidden {
      if argument.field == "because", rest.first?.text.lowercased() == "because" { rest.removeFirst() }
      guard let word = rest.first else {
        next.append(argument)
        if argument.isRequired { break }
        continue
      }
      guard argument.isRequired || CommandBinding.fits(word, argument) else { continue }
      switch argument.shape {
      case .words:
        // A list goes on.
        rest = []
        next.append(argument)
      case .numbers: rest = rest.drop { CommandBinding.fits($0, argument) }
      case .number, .bus, .desk, .word, .digits: rest.removeFirst()
      }
    }
    return next
  }
}

// What an argument can be.
extension CommandCompletion {
  private typealias Values = [(text: String, meaning: String)]

  /// `count` and `close` after `bus`.
  private func secondWords(of command: CommandWord) -> Values {
    CommandWords.all.filter { $0.word.hasPrefix(command.word + " ") }
      .map { (String($0.word.dropFirst(command.word.count + 1)), $0.meaning) }
  }

  private func values(
    of argument: CommandArgument, _ command: CommandWord, _ words: [LineWord], _ last: LineWord
  ) -> Values {
    let plan = context.center.plan
    switch argument.field {
    case "area": return context.center.areas.map { ($0.code.text, name($0.code, of: plan)) }
    case "receiver": return plan.receivers.map { ($0.code.text, $0.name) }
    case "language", "languages":
      return Vocabulary.languages(of: context.center).completions(of: last.text, most: 8)
        .map { ($0.code.text.lowercased(), $0.name) }
    case "nationality":
      return Vocabulary.nations.completions(of: last.text, most: 8).map { ($0.code.text.lowercased(), $0.name) }
    case "servedAt": return desks(for: command.id)
    case "bus": return context.center.openBuses.map { ("#\($0.id.number)", Wording.busEntered($0)) }
    case "departure":
      return context.center.departures.filter { $0.arrivedAt == nil }.map { ("#\($0.id.number)", "") }
    case "step": return steps(of: item(words))
    case "basis" where command.id == .determine:
      let outcome = words.lazy.compactMap { word in Outcome.allCases.first { $0.rawValue == word.text } }.first
      return spelled((outcome?.bases ?? Outcome.allCases.flatMap(\.bases)).map(\.rawValue))
    case "basis": return spelled(Basis.ofChildren.map(\.rawValue))
    default: return spelled(argument.choices(of: command))
    }
  }

  private func spelled(_ words: [String]) -> Values {
    words.map { ($0, Wording.spelled($0) == $0 ? "" : Wording.spelled($0)) }
  }

  private func name(_ code: Code, of plan: CenterPlan) -> String { plan.areas.first { $0.code == code }?.name ?? "" }

  /// Desks that are closed can be opened, open ones closed or called to.
  private func desks(for id: CommandWordID) -> Values {
    context.center.desks.filter { $0.isOpen != (id == .open) }
      .map { ($0.id.text, $0.staff?.text ?? Wording.closedDesk) }
  }

  /// The steps of the path of a case that are still open; those of both paths where no case is named.
  private func steps(of item: Case?) -> Values {
    let release = ReleaseStep.allCases.filter { item?.release.steps.contains($0) != true }.map(\.rawValue)
    let returns = ReturnStep.allCases.filter { item?.returnSteps.contains($0) != true }.map(\.rawValue)
    switch item?.plan {
    case .return?: return spelled(returns)
    case .release?: return spelled(release)
    case .transfer?, nil: return spelled(release + returns.filter { !release.contains($0) })
    }
  }

  /// The case that the line names, else the one at the desk.
  private func item(_ words: [LineWord]) -> Case? {
    let named = words.first { $0.key.isEmpty && CommandBinding.isNumber($0.text) }
    let id = named.flatMap { CaseID(typed: $0.text) } ?? context.caseHere
    return id.flatMap { context.center.cases[$0] }
  }
}
