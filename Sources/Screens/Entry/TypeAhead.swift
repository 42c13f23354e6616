import CaseFlow

/// One answer that a coded field takes: what is kept, and what it means.
struct FormChoice: Hashable {
  var text: String
  var name: String
}

/// What a coded field makes of a code, of the beginning of a name, or of nothing yet.
///
/// What Enter takes never depends on ranks, so that the same keys always enter the same case; ranks order the list.
enum TypeAhead {
  enum Reading {
    case one(FormChoice)
    case several([FormChoice])
    case none
  }

  /// The answers named to somebody who typed too little.
  static let named = 3
  /// The most answers of a list.
  static let listed = 300

  /// What a text means, whatever was used how often.
  static func read(_ field: FormField, _ text: String, in context: EntryContext) -> Reading {
    switch field {
    case .language, .secondLanguage: reading(Vocabulary.languages(of: context.center).find(text))
    case .nationality: reading(Vocabulary.nations.find(text))
    default: reading(field, text, context)
    }
  }

  private static func reading(_ match: Vocabulary.Match) -> Reading {
    switch match {
    case .one(let item): .one(FormChoice(text: item.code.text, name: item.name))
    case .several(let items): .several(items.map { FormChoice(text: $0.code.text, name: $0.name) })
    case .none: .none
    }
  }

  private static func reading(_ field: FormField, _ text: String, _ context: EntryContext) -> Reading {
    let all = closed(field, context)
    let folded = Vocabulary.folded(text)
    if let exact = all.first(where: { Vocabulary.folded($0.text) == folded }) { return .one(exact) }
    let begins = all.filter {
      Vocabulary.folded($0.text).hasPrefix(folded) || Vocabulary.folded($0.name).hasPrefix(folded)
    }
    return begins.count == 1 ? .one(begins[0]) : begins.isEmpty ? .none : .several(begins)
  }

  /// The list under a field for what was typed: the most used first, then in the order of the center.
  static func list(_ field: FormField, _ text: String, in context: EntryContext, _ help: FormHelp) -> [FormChoice] {
    let typed = field == .needs ? String(text.split(omittingEmptySubsequences: false) { $0 == " " }.last ?? "") : text
    let found: [FormChoice]
    switch field {
    case .language, .secondLanguage: found = completions(Vocabulary.languages(of: context.center), typed)
    case .nationality: found = completions(Vocabulary.nations, typed)
    default:
      let folded = Vocabulary.folded(typed)
      found = closed(field, context).filter { choice in
        folded.isEmpty || Vocabulary.folded(choice.text).hasPrefix(folded)
          || choice.name.split(separator: " ").contains { Vocabulary.folded($0).hasPrefix(folded) }
      }
    }
    let ranked = found.enumerated().map { (uses: help.uses(field, $0.element.text), at: $0.offset, choice: $0.element) }
    return ranked.sorted { ($0.uses, $1.at) > ($1.uses, $0.at) }.prefix(listed).map(\.choice)
  }

  private static func completions(_ vocabulary: Vocabulary, _ text: String) -> [FormChoice] {
    vocabulary.completions(of: text, most: listed).map { FormChoice(text: $0.code.text, name: $0.name) }
  }

  /// The answers of a field whose list is short.
  private static func closed(_ field: FormField, _ context: EntryContext) -> [FormChoice] {
    switch field {
    case .sex: Sex.allCases.map { FormChoice(text: $0.letter, name: Wording.Form.sex($0)) }
    case .tie: Tie.allCases.map { FormChoice(text: $0.letter, name: Wording.Form.tie($0)) }
    case .relation: Relation.allCases.map { FormChoice(text: $0.letters, name: Wording.relation($0)) }
    case .transport: Transport.allCases.map { FormChoice(text: $0.rawValue, name: Wording.transport($0)) }
    case .appointment:
      context.center.appointments.filter { $0.party == nil }.map {
        FormChoice(text: $0.id.text, name: Wording.Form.appointment($0, context.zone))
      }
    case .needs: Need.table.map { FormChoice(text: $0.code, name: $0.label) }
    default: []
    }
  }

  /// The name of what a field holds, or nothing where the text says it all.
  static func name(_ field: FormField, _ text: String, in context: EntryContext) -> String {
    switch field {
    case .language, .secondLanguage: Code(text).map { Vocabulary.languages(of: context.center).name($0) } ?? ""
    case .nationality: Code(text).map { Vocabulary.nations.name($0) } ?? ""
    default: closed(field, context).first { $0.text == text }?.name ?? ""
    }
  }
}

extension Sex {
  /// As it is typed.
  var letter: String {
    switch self {
    case .female: "f"
    case .male: "m"
    case .x: "x"
    }
  }
}

extension Tie {
  /// As it is typed: head, partner, child of the head, relative, none stated.
  var letter: String {
    switch self {
    case .head: "h"
    case .partner: "p"
    case .ownChild: "c"
    case .relative: "r"
    case .unstated: "n"
    }
  }

  init?(letter: String) {
    guard let tie = Tie.allCases.first(where: { $0.letter == letter }) else { return nil }
    self = tie
  }
}
