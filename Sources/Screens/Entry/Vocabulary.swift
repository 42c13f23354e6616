package import CaseFlow

/// The languages or the countries that may be typed by code or by name: ISO 639-3 and ISO 3166-1 alpha-3, the codes of
/// two letters beside them, English names and those of the center file.
package struct Vocabulary: Sendable {
  /// One of them. A class, since lists of hundreds are put together for a word that is read.
  package final class Item: Sendable {
    package let code: Code
    /// The code of two letters in small letters, or nothing.
    package let short: String
    package let name: String
    /// The code in small letters, as it is compared.
    let lower: String
    /// The name in small plain letters, and its later words, as they are compared.
    let folded: String
    let laterWords: [String]
    /// What else the center calls it, as it is compared.
    let aliases: [String]

    init(code: Code, short: String, name: String, aliases: [String] = []) {
      self.code = code
      self.short = short
      self.name = name
      lower = code.text.lowercased()
      folded = Vocabulary.folded(name)
      laterWords = name.split(separator: " ").dropFirst().map { Vocabulary.folded($0) }
      self.aliases = aliases.map { Vocabulary.folded($0) }
    }

    /// Whether its name, or what else the center calls it, begins with a text.
    func isNamed(_ beginning: String) -> Bool {
      folded.hasPrefix(beginning) || aliases.contains { $0.hasPrefix(beginning) }
    }
  }

  /// What a typed word may be.
  enum Match {
    case one(Item)
    case several([Item])
    case none
  }

  /// In order of rank: those of the center first.
  package let items: [Item]
  /// How many of them are the center's own.
  let own: Int
  /// Codes of two letters that mean something else unless the center uses them.
  let taken: Set<String>
}

extension Vocabulary {
  /// Asked and not known, ISO 639-3; distinct from nil, which is not asked.
  package static let unknownLanguage: Code = Code("und")
  /// Asked and not known, as ICAO 9303 writes it; distinct from nil, which is not asked.
  package static let unknownNation: Code = Code("XXX")

  /// The languages, those of the center file first and under the names it gives them.
  ///
  /// A code of two letters that is a country's too means a language only where the center speaks it: `ve` is never Venda
  /// at a center that has no Venda. Other names that the center file gives come before what the world calls by them, but
  /// never before a country: the line reads a language first, and `blz` alone is where somebody is from.
  package static func languages(of center: Center) -> Vocabulary {
    let own = center.plan.languages.map { plan in
      let known = languagesByCode[plan.code]
      return Item(
        code: plan.code, short: known?.short ?? "",
        name: plan.name.isEmpty ? known?.name ?? plan.code.text : plan.name,
        aliases: plan.aliases.filter { !nationNames.contains(foldedName($0)) })
    }
    let codes = Set(own.map(\.code))
    return Vocabulary(
      items: own + knownLanguages.filter { !codes.contains($0.code) }, own: own.count, taken: nationShorts)
  }

  /// The countries, those that people on the move came from most often first.
  package static let nations: Vocabulary = {
    let all = read(nationLines)
    let often = DayProfile.nationalityNames.compactMap { named in all.first { $0.code == named.code } }
    let codes = Set(often.map(\.code))
    return Vocabulary(items: often + all.filter { !codes.contains($0.code) }, own: 0, taken: [])
  }()

  private static let knownLanguages = read(languageLines)
  private static let languagesByCode = Dictionary(knownLanguages.map { ($0.code, $0) }) { first, _ in first }
  private static let nationNames = Set(nations.items.flatMap { [$0.lower, $0.folded] })
  private static let nationShorts = Set(nations.items.map(\.short))

  private static func read(_ lines: String) -> [Item] {
    lines.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ", maxSplits: 2)
      guard words.count == 3, let code = Code(words[1]) else { return nil }
      return Item(code: code, short: words[0] == "-" ? "" : words[0].lowercased(), name: String(words[2]))
    }
  }

  /// What a word means: a code of three letters, of two, a name, or the beginning of only one name.
  func find(_ text: String) -> Match {
    let lower = text.lowercased()
    let folded = Vocabulary.folded(text)
    if let item = items[..<own].first(where: { $0.lower == lower || $0.aliases.contains(folded) }) { return .one(item) }
    if let item = items.first(where: { $0.lower == lower }) { return .one(item) }
    if lower.count == 2 { return short(lower).map { .one($0) } ?? .none }
    guard folded.count >= 3 else { return .none }
    if let item = items.first(where: { $0.folded == folded }) { return .one(item) }
    let ours = items[..<own].filter { $0.isNamed(folded) }
    let found = ours.isEmpty ? items.filter { $0.folded.hasPrefix(folded) } : ours
    return found.count == 1 ? .one(found[0]) : found.isEmpty ? .none : .several(found)
  }

  /// Whether a code of three letters that stands alone is a country's: `ven` is Venezuela, `slv` El Salvador, unless the
  /// center speaks what is called so.
  static func isRatherNation(_ text: String, at center: Center) -> Bool {
    let lower = text.lowercased()
    return nations.items.contains { $0.lower == lower } && !center.plan.languages.contains { $0.code.text == lower }
  }

  private func short(_ text: String) -> Item? {
    let index = items.firstIndex { $0.short == text }
    guard let index, index < own || !taken.contains(text) else { return nil }
    return items[index]
  }

  /// The item of a code, or nil when the list does not have it.
  package func item(_ code: Code) -> Item? { items.first { $0.code == code } }

  /// The name of a code, or the code itself.
  package func name(_ code: Code) -> String { item(code)?.name ?? code.text }

  /// Those whose code or name, or a later word of it, begins with a text; by rank, whole codes first.
  package func completions(of text: String, most: Int) -> [Item] {
    let lower = text.lowercased()
    let folded = Vocabulary.folded(text)
    var best: [Item] = []
    var others: [Item] = []
    for item in items {
      if item.lower == lower || (item.short == lower && !lower.isEmpty) {
        best.append(item)
      } else if item.lower.hasPrefix(lower) || item.isNamed(folded) {
        others.append(item)
      } else if !folded.isEmpty, item.laterWords.contains(where: { $0.hasPrefix(folded) }) {
        others.append(item)
      }
    }
    return Array((best + others).prefix(most))
  }

  /// A text as names are compared.
  static func folded(_ text: some StringProtocol) -> String { foldedName(text) }
}
