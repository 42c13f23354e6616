package import CaseFlow

// What a line would do, what it leaves open, and what is unlikely about it.
extension ArrivalLine {
  /// How many children would be alone, with the children of young parents.
  private var alone: Int { people.count { [.alone, .youngParent, .ofYoungParent].contains($0.role) } }

  /// Said aloud while a child is alone; nil otherwise.
  package var notice: String? { alone == 0 ? nil : Wording.childAlone(alone) }

  /// What would be entered: `4 people: 1 family`.
  package var summary: String {
    guard !people.isEmpty else { return "" }
    return Wording.summary(people: people.count, cases: cases)
  }

  /// The cases the party would make, by kind: adults with own children are one family, a young parent with a child one
  /// case, everyone else a case of their own.
  package var cases: [CaseKind: Int] {
    let families = people.contains { $0.role == .ownChild } ? 1 : 0
    let inFamily = families == 0 ? 0 : min(2, people.count { $0.role == .adult })
    let counts: [CaseKind: Int] = [
      .familyUnit: families,
      .singleAdult: people.count { $0.role == .adult || $0.role == .counted } - inFamily,
      .unaccompaniedChild: people.count { $0.role == .alone || $0.role == .youngParent },
    ]
    return counts.filter { $0.value > 0 }
  }

  /// What is still to be asked.
  func missing(_ context: EntryContext) -> [String] {
    guard !people.isEmpty else { return [] }
    var list = [Wording.missingNames(people.count)]
    let ages = people.count { $0.age == nil && !$0.isAgeUnknown }
    if ages > 0 { list.append(Wording.missingAges(ages)) }
    let sexes = people.count { $0.sex == nil }
    if sexes > 0 { list.append(Wording.missingSexes(sexes)) }
    if arrival.language == nil { list.append(Wording.missingLanguage) }
    if arrival.nationality == nil { list.append(Wording.missingNation) }
    if arrival.bookIn == nil { list.append(Wording.missingBookIn) }
    if !arrival.members.isEmpty, arrival.members.allSatisfy({ !$0.needs.asked }) { list.append(Wording.missingNeeds) }
    return list
  }

  /// A line of very many people is asked about once; a `!` says that they are so many, and that is recorded.
  mutating func askMany(_ word: LineWord) {
    guard people.count > Plausible.party else { return }
    let message = Wording.manyPeople(people.count)
    questions.append(
      Question(range: word.range, message: message, confirmation: Act.Confirmation(.member(0), .partySize)))
    if isConfirmed || asks != nil { return }
    asks = LineFault(word.range, message)
    isCrowd = true
  }

  /// Values that are possible and seldom right.
  func unlikely() -> [Question] {
    var found: [Question] = []
    func ask(_ member: Int, _ check: Plausibility, _ message: String) {
      found.append(
        Question(range: people[member].range, message: message, confirmation: Act.Confirmation(.member(member), check)))
    }
    for (index, someone) in people.enumerated() {
      if let age = someone.age, age > Plausible.age { ask(index, .age, Wording.veryOld(age)) }
      if someone.role == .youngParent, let age = someone.age, age < Plausible.youngParent {
        ask(index, .age, Wording.veryYoungParent(age))
      }
    }
    for (role, child) in [(ArrivalPeople.Role.adult, ArrivalPeople.Role.ownChild), (.youngParent, .ofYoungParent)] {
      let parents = people.indices.filter { people[$0].role == role }.prefix(2)
      for index in people.indices where people[index].role == child {
        guard let age = people[index].age else { continue }
        for parent in parents {
          guard let older = people[parent].age else { continue }
          if older - age < Plausible.gap || (people[parent].sex == .female && older - age > Plausible.widestGap) {
            ask(index, .ageGap, Wording.ageGap(older, age))
          }
        }
      }
    }
    let own = people.count { $0.role == .ownChild }
    if own > Plausible.children, let last = people.lastIndex(where: { $0.role == .ownChild }) {
      ask(last, .familySize, Wording.manyChildren(own))
    }
    return found
  }
}

extension ArrivalLine {
  /// Custody is a matter of days; a start long ago is more often a slip.
  mutating func question(_ bookIn: Instant, _ word: LineWord, _ context: EntryContext) {
    let ago = context.now - bookIn
    guard ago > Plausible.custody else { return }
    questions.append(
      Question(
        range: word.textRange, message: Wording.longCustody(ago), confirmation: Act.Confirmation(.member(0), .bookIn)))
  }
}

/// Beyond these a value is questioned once; none of them refuses anything.
private enum Plausible {
  static let age = 105
  /// Years between a parent and a child.
  static let gap = 13
  static let widestGap = 55
  static let youngParent = 12
  static let custody = Span.days(10)
  static let children = 12
  /// People on one line: a bus is counted by a line, but 200 for 20 is a slip of one key.
  static let party = 20
}

/// Something that a word could go on to be.
package struct Completion: Hashable, Sendable {
  /// The characters it replaces.
  package var range: Range<Int>
  package var text: String
  /// What it means.
  package var meaning: String
}

extension ArrivalLine {
  /// Completions shown at once.
  private static let most = 8

  /// What the word under the cursor could be, most likely first: a language, a country, a relation, a need.
  package static func completions(of text: String, at cursor: Int, in context: EntryContext) -> [Completion] {
    guard let line = try? LineWords(text) else { return [] }
    var plain = line.words.filter { $0.key.isEmpty }
    if plain.first?.text.lowercased() == CommandWordID.arrive.rawValue { plain.removeFirst() }
    let here = plain.firstIndex { $0.range.lowerBound <= cursor && cursor <= $0.range.upperBound }
    let word = here.map { plain[$0] } ?? LineWord(text: "", range: cursor..<cursor)
    let index = here ?? plain.count { $0.range.upperBound < cursor }
    if index == 0 { return relations(word, cursor) }
    if word.text.hasPrefix("-") { return needs(word) }
    let before = plain[..<index].dropFirst().count(where: isCode)
    guard isCode(word), before < 2 else { return [] }
    let vocabulary = before == 0 ? Vocabulary.languages(of: context.center) : Vocabulary.nations
    return vocabulary.completions(of: word.text, most: most).map { item in
      // A code that would be a country's, as `pol` is Poland's, is completed to the name of the language.
      let isName = before == 0 && Vocabulary.isRatherNation(item.code.text, at: context.center)
      let text = isName ? item.name.split(separator: " ").joined(separator: "-") : item.code.text
      return Completion(range: word.range, text: text.lowercased(), meaning: item.name)
    }
  }

  /// Whether a word stands for a language or a country, or may come to.
  private static func isCode(_ word: LineWord) -> Bool {
    guard let first = word.text.first else { return true }
    return !"-#!".contains(first) && Transport(rawValue: word.text.lowercased()) == nil
  }

  private static func relations(_ word: LineWord, _ cursor: Int) -> [Completion] {
    let text = word.text.lowercased()
    guard let slash = text.lastIndex(of: "/"), text.first.flatMap(Sex.init(letter:)) != nil else { return [] }
    let letters = String(text[slash...].reversed().prefix { $0.isLetter }.reversed())
    guard cursor == word.range.upperBound, text.contains(where: { ("0"..."9").contains($0) }) else { return [] }
    return Relation.allCases.filter { $0.letters.hasPrefix(letters) }.prefix(most).map { relation in
      Completion(
        range: (word.range.upperBound - letters.count)..<word.range.upperBound, text: relation.letters,
        meaning: Wording.relation(relation))
    }
  }

  private static func needs(_ word: LineWord) -> [Completion] {
    ArrivalNeed.allCases.filter { !word.text.contains($0.rawValue) }.map { need in
      Completion(
        range: word.range.upperBound..<word.range.upperBound, text: String(need.rawValue), meaning: Wording.need(need))
    }
  }
}
