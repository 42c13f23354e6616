import CaseFlow

/// A line of the palette: a command of the board, or a word that makes an entry in a live center.
struct PaletteLine {
  var name: String
  var keys: [Key]
  var help: String
  /// Why it cannot be done now, or nil.
  var whyNot: String?
  /// Nil for a word of entry.
  var command: BoardCommand?

  init(_ command: BoardCommand, _ model: BoardModel, _ state: ViewState) {
    name = command.name
    keys = command.keys
    help = command.help
    whyNot = command.whyNot(model, state)
    self.command = command
  }

  init(_ word: EntryWord) {
    name = word.name
    keys = []
    help = word.meaning
  }
}

/// The palette: commands by the beginning of their names, then by any part of it.
enum Palette {
  /// The first word of what was typed.
  static func name(_ text: String) -> String { text.split(separator: " ").first.map { $0.lowercased() } ?? "" }

  /// What means something here and whose name fits what was typed.
  static func matches(_ prompt: Prompt, _ model: BoardModel, _ state: ViewState) -> [PaletteLine] {
    let name = name(prompt.text)
    let here: [PaletteLine]
    switch prompt.kind {
    case .palette:
      let commands = CommandTable.all.filter { $0.applies(state.view) || $0.isNamedAnywhere }.map {
        PaletteLine($0, model, state)
      }
      let words = model.live == nil ? [] : EntryWord.all.filter { word in !commands.contains { $0.name == word.name } }
      here = commands + words.map { PaletteLine($0) }
    case .act(let id):
      guard let item = model.aCase(id) else { return [] }
      here = EntryWord.all.filter { $0.beginning(about: item) != nil }.map { PaletteLine($0) }
    case .find, .filter, .goTo, .confirm, .choose: return []
    }
    guard !name.isEmpty else { return here }
    let begins = here.filter { $0.name.hasPrefix(name) }
    let holds = here.filter { !$0.name.hasPrefix(name) && contains($0.name, name) }
    return begins + holds
  }

  /// The line that Enter runs: the one chosen, else an exact name, else the only one that begins so.
  static func marked(_ prompt: Prompt, _ model: BoardModel, _ state: ViewState) -> Int? {
    if let choice = prompt.choice { return choice }
    let name = name(prompt.text)
    guard !name.isEmpty else { return nil }
    let matches = matches(prompt, model, state)
    if let exact = matches.firstIndex(where: { $0.name == name }) { return exact }
    // A name of another view is that command, and never the beginning of one that is here.
    if prompt.kind == .palette, CommandTable.all.contains(where: { $0.name == name }) { return nil }
    return matches.count { $0.name.hasPrefix(name) } == 1 ? matches.firstIndex { $0.name.hasPrefix(name) } : nil
  }

  /// The entry that a line asks for: a word of entry, with what it needs behind it.
  static func entry(_ text: String, _ rest: String, _ model: BoardModel, _ state: ViewState) -> BoardAction? {
    guard model.live != nil, let word = EntryWord.of(text) else { return nil }
    // A word alone that is also a command of the board is that command, which asks for the rest.
    let command = CommandTable.all.first { $0.name == word.name }
    if rest.isEmpty, command != nil || word.needsMore { return nil }
    return .enter(.line(text))
  }

  /// Why a name runs nothing.
  static func refusal(of name: String, _ matches: [PaletteLine], _ state: ViewState) -> String {
    let elsewhere = CommandTable.all.filter { $0.name.hasPrefix(name) && !$0.applies(state.view) }
    if let exact = elsewhere.first(where: { $0.name == name }) { return Wording.notHere(exact.name) }
    let begins = matches.filter { $0.name.hasPrefix(name) }.map(\.name)
    if begins.count > 1 { return Wording.ambiguous(name, begins) }
    if begins.isEmpty, elsewhere.count == 1 { return Wording.notHere(elsewhere[0].name) }
    return matches.isEmpty ? Wording.unknownCommand(name) : Wording.onlyHolds(name)
  }

  private static func contains(_ text: String, _ part: String) -> Bool {
    let text = Array(text.utf8)
    let part = Array(part.utf8)
    guard part.count <= text.count else { return false }
    return (0...(text.count - part.count)).contains { text[$0..<($0 + part.count)].elementsEqual(part) }
  }
}

extension Prompt {
  /// How many lines stand above it to choose from.
  func lines(_ model: BoardModel, _ state: ViewState) -> Int {
    if case .choose(let question) = kind { return model.choices(question).count }
    if let completion = completion(model, state) { return completion.offers.count }
    return Palette.matches(self, model, state).count
  }
}

extension Prompt {
  /// How the line of a word of entry goes on; nil while its word is still being typed, and for other questions.
  func completion(_ model: BoardModel, _ state: ViewState) -> CommandCompletion? {
    guard kind == .palette, text.contains(" "), EntryWord.of(text) != nil else { return nil }
    return model.context(state).map { CommandCompletion(text, in: $0) }
  }

  /// Puts one of the offers into the line.
  mutating func take(_ index: Int, of completion: CommandCompletion) {
    guard completion.offers.indices.contains(index) else { return }
    text = completion.text(with: completion.offers[index])
    choice = nil
  }
}

extension Prompt.Kind {
  /// Whether an answer counts only when the question has been on the screen.
  var mustBeSeen: Bool {
    switch self {
    case .confirm, .choose: true
    case .find, .filter, .palette, .goTo, .act: false
    }
  }
}

extension BoardAction {
  /// Whether it goes into the journal.
  var isEntry: Bool { if case .enter = self { true } else { false } }
}
