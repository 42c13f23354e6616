import CaseFlow

/// A word of `jpc do` as the palette shows it.
struct EntryWord {
  let word: CommandWord

  var name: String { word.word }
  /// What it does, in a sentence.
  var meaning: String { word.meaning }
  /// It and its arguments, as they are typed.
  var usage: String { "\(word.usage)   \(Wording.forExample) \(word.example)" }
  /// Whether it means nothing alone.
  var needsMore: Bool { word.arguments.contains(where: \.isRequired) }

  static let all = CommandWords.all.map { EntryWord(word: $0) }

  /// The word that a line begins with: of `bus count 57` the two words.
  static func of(_ text: String) -> EntryWord? {
    let words = text.lowercased().split(separator: " ").prefix(2).map(String.init)
    let both = words.joined(separator: " ")
    return all.first { $0.name == both } ?? all.first { $0.name == words.first }
  }

  /// How a line about a case begins, as far as it can be written without asking; nil when it is not about one.
  func beginning(about item: Case) -> String? {
    guard let first = word.arguments.first else { return nil }
    switch (first.field, first.shape) {
    case ("case", .number): return "\(name) \(item.id.checked) "
    // A correction begins with what is wrong.
    case ("wrongs", _): return "\(name) "
    case (_, .number): return item.members.first.map { "\(name) \($0.checked) " }
    case (_, .numbers): return "\(name) \(item.members.map(\.label).joined(separator: ",")) "
    default: return nil
    }
  }
}
