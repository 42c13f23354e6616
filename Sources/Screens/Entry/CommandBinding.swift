import CaseFlow

/// Which words of a line stand for which arguments of its command.
struct CommandBinding {
  let command: CommandWord
  let context: EntryContext
  /// Where something that is missing would stand.
  let end: Int
  private(set) var reader: ArgumentReader

  init(_ command: CommandWord, _ words: [LineWord], in context: EntryContext, end: Int) throws(LineFault) {
    self.command = command
    self.context = context
    self.end = end
    reader = ArgumentReader(context)
    try bindNamed(words.filter { !$0.key.isEmpty })
    try bindPlaced(words.filter { $0.key.isEmpty })
    try complete()
    try fixWords()
  }

  /// Whether a word begins like a number: `412`, `0412-K`, `p12`, `c412`.
  static func isNumber(_ text: String) -> Bool {
    guard let first = text.first else { return false }
    if isDigit(first) { return true }
    return "pcPC".contains(first) && text.dropFirst().first.map(isDigit) == true
  }

  private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }

  /// Whether a word can stand for an argument, as far as its form tells.
  static func fits(_ word: LineWord, _ argument: CommandArgument) -> Bool {
    let text = word.text
    switch argument.shape {
    case .number, .numbers: return CommandBinding.isNumber(text)
    case .bus: return text.hasPrefix("#")
    case .desk:
      guard let first = text.first, let last = text.last else { return false }
      return first.isLetter && CommandBinding.isDigit(last)
    case .digits: return text == "?" || text.first.map(CommandBinding.isDigit) == true
    case .word, .words: return text.first.map(CommandBinding.isDigit) != true
    }
  }

  private mutating func bindNamed(_ words: [LineWord]) throws(LineFault) {
    for word in words {
      let named = command.arguments.filter { $0.isNamed }
      let field = named.first { $0.field.lowercased() == word.key }
      // The second person of a placement is who overrides.
      let second = word.key == "second" ? named.first { $0.field == "override" } : nil
      guard let argument = named.first(where: { $0.name == word.key }) ?? field ?? second else {
        throw LineFault(word.range, Wording.noKey(word.key, of: command.word, among: named.map(\.name)))
      }
      guard !word.text.isEmpty else { throw LineFault(word.range, Wording.emptyValue(word.key)) }
      guard reader.given[argument.field] == nil else { throw LineFault(word.range, Wording.twice(word.key)) }
      reader.given[argument.field] = [word]
    }
  }

  private mutating func bindPlaced(_ words: [LineWord]) throws(LineFault) {
    var rest = words[...]
    for argument in command.arguments where !argument.isNamed && !argument.isHidden {
      // "because" reads well before a reason and says nothing.
      if argument.field == "because", rest.first?.text.lowercased() == "because" { rest.removeFirst() }
      guard let next = rest.first, argument.isRequired || CommandBinding.fits(next, argument) else { continue }
      switch argument.shape {
      case .words where argument.field == "threshold":
        let all = LineWord(
          text: rest.map(\.text).joined(separator: " "),
          range: next.range.lowerBound..<(rest.last?.range.upperBound ?? next.range.upperBound))
        reader.given[argument.field] = [all]
        rest = []
      case .words:
        reader.given[argument.field] = rest.flatMap(\.parts)
        rest = []
      case .numbers:
        let numbers = rest.prefix { CommandBinding.fits($0, argument) }
        let taken = numbers.isEmpty ? rest.prefix(1) : numbers
        reader.given[argument.field] = taken.flatMap(\.parts)
        rest = rest.dropFirst(taken.count)
      case .number, .bus, .desk, .word, .digits:
        // Unknown is the same as not said where a count or a time may be left out.
        if !(argument.shape == .digits && next.text == "?") { reader.given[argument.field] = [next] }
        rest.removeFirst()
      }
    }
    // What must be there may also stand without its key, after everything that has a place.
    for argument in command.arguments where argument.isNamed && argument.isRequired {
      guard let next = rest.first, reader.given[argument.field] == nil else { continue }
      reader.given[argument.field] = [next]
      rest.removeFirst()
    }
    guard let extra = rest.first else { return }
    throw LineFault(extra.range, Wording.tooMuch(extra.text, command))
  }

  /// Fills in what was left out.
  private mutating func complete() throws(LineFault) {
    for argument in command.arguments where reader.given[argument.field]?.isEmpty ?? true {
      let text: String?
      switch argument.standIn {
      case .none: continue
      case .required: throw LineFault(end..<end, Wording.lacks(argument, command))
      case .caseHere: text = context.caseHere?.label
      case .deskHere: text = context.desk?.text
      case .deskOfCase: text = (reader.item?.desk ?? context.desk)?.text
      case .languageOfCase: text = reader.item?.language?.text
      case .receiverOfCase: text = reader.item?.release.receiver?.text
      case .me: text = context.by.text
      case .openBus: text = context.busAtHand.map { String($0.id.number) }
      case .nextBus: text = String(context.center.nextBus.number)
      case .nextDeparture: text = String(context.center.nextDeparture.number)
      case .nextPromise: text = String(context.center.nextPromise.number)
      case .openDeparture: text = context.center.departureAtHand.map { String($0.id.number) }
      case .departureOfCase: text = reader.item?.departure.map { String($0.number) }
      case .linesNow:
        let language = try reader.given["language"]?.first.map { word throws(LineFault) in
          try ArgumentReader.language(word, in: context.center)
        }
        text = String(context.center.interpreters.first { $0.language == language }?.lines ?? 0)
      }
      guard let text else { throw LineFault(end..<end, Wording.nothingStandsIn(argument, command, context.desk)) }
      reader.given[argument.field] = [LineWord(text: text, range: end..<end, isGiven: true)]
    }
  }

  /// Arguments of a closed list of the command's own are spelled out before anything is chosen by them.
  private mutating func fixWords() throws(LineFault) {
    for argument in command.arguments where !argument.words.isEmpty {
      guard var word = reader.given[argument.field]?.first else { continue }
      word.text = try reader.choose(word, among: argument.words)
      reader.given[argument.field] = [word]
    }
  }
}

extension EntryContext {
  /// The case called to the desk or served there.
  var caseHere: CaseID? { desk.flatMap { center.desk($0) }?.serving }

  /// The bus whose people are being entered; nil where none is open, or where several are and none was named.
  var busAtHand: Bus? {
    if let bus { return center.bus(bus).flatMap { $0.closedAt == nil ? $0 : nil } }
    let open = center.openBuses
    return open.count == 1 ? open[0] : nil
  }
}

extension Center {
  /// The departure that is being boarded; nil where none is, or where several are and none was named.
  fileprivate var departureAtHand: Departure? {
    let open = departures.filter { $0.leftAt == nil }
    return open.count == 1 ? open[0] : nil
  }
}
