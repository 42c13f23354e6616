/// A word of `jpc do` as the palette shows it.
struct EntryWord {
  var name: String
  /// What it does, in a sentence.
  var meaning: String
  /// Its arguments, as they are typed.
  var usage: String
  /// Whether its first argument is a case.
  var isAboutCase: Bool
  /// Whether it means nothing alone.
  var needsMore: Bool

  static let all: [EntryWord] = []

  /// The word of a name, or the only one that begins so.
  static func named(_ name: String) -> EntryWord? {
    guard !name.isEmpty else { return nil }
    if let exact = all.first(where: { $0.name == name }) { return exact }
    let begins = all.filter { $0.name.hasPrefix(name) }
    return begins.count == 1 ? begins[0] : nil
  }
}
