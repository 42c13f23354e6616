import CaseFlow

/// The first token of an arrival line: who came.
///
///     fm+7.4   /17   /16f+0   f71/11.8gm   f+5/13au   4?
///
/// Letters are adults, `+` their own children, `/` children without parent or guardian and then how the adult stands to
/// them, ages parted by a dot. Reading stops at the first fault; what stands before it is kept, for the explanation.
struct ArrivalPeople: Sendable {
  /// How somebody stands in the token.
  enum Role: Hashable, Sendable {
    case adult, ownChild, alone
    /// A child with a child.
    case youngParent
    /// The child of a young parent.
    case ofYoungParent
    /// Counted, nothing else.
    case counted
  }

  /// One of them.
  struct Someone: Hashable, Sendable {
    var role: Role
    var sex: Sex?
    var age: Int?
    /// The age was asked and is not known.
    var isAgeUnknown = false
    var range: Range<Int>

    var isChild: Bool { role != .adult && role != .counted }
  }

  private(set) var people: [Someone] = []
  private(set) var parts: [ArrivalLine.Part] = []
  /// What an adult is to the children after the slash.
  private(set) var relation: Relation?
  /// People were counted, and whether a child is alone among them was not said yet: where that stands.
  private(set) var asks: Range<Int>?

  private let text: [Character]
  private let base: Int
  private var index = 0

  /// `word` is in small letters or capitals; its first character stands at its range's beginning.
  init(_ word: LineWord) {
    text = Array(word.text.lowercased())
    base = word.range.lowerBound
  }

  /// Reads the token.
  mutating func read() throws(LineFault) {
    if try readCount() { return }
    try readAdults()
    if current == "+" { try readChildren(.ownChild) }
    if current == "/" { try readChildren(.alone) }
    guard index == text.count else {
      throw LineFault(range(from: index, to: text.count), Wording.unreadPeople(String(text[index...])))
    }
    if people.isEmpty { throw LineFault(range(from: 0, to: 0), Wording.nobodyTyped) }
  }
}

// The pieces.
extension ArrivalPeople {
  private var current: Character? { index < text.count ? text[index] : nil }

  private func range(from start: Int, to end: Int) -> Range<Int> { (base + start)..<(base + end) }

  private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }

  /// A count of people, `4?`, with the number of children alone among them once that is known: `4?0`, `4?n`, `4?1`.
  private mutating func readCount() throws(LineFault) -> Bool {
    let digits = text.prefix(while: Self.isDigit)
    guard !digits.isEmpty, digits.count < text.count, text[digits.count] == "?" else { return false }
    guard let count = Int(String(digits)), (1...Limit.partyPeople).contains(count) else {
      throw LineFault(
        range(from: 0, to: digits.count), Wording.outOfRange(String(digits), 1...Int64(Limit.partyPeople)))
    }
    let answer = String(text[(digits.count + 1)...])
    let whole = range(from: 0, to: text.count)
    let alone = answer == "n" ? 0 : Int(answer)
    guard answer.isEmpty || (answer.utf8.count <= 3 && alone.map { (0...count).contains($0) } == true) else {
      throw LineFault(range(from: digits.count + 1, to: text.count), Wording.noAnswer(answer, of: count))
    }
    if answer.isEmpty { asks = whole }
    for number in 0..<count {
      people.append(Someone(role: number < alone ?? 0 ? .alone : .counted, range: whole))
    }
    parts.append(ArrivalLine.Part(range: whole, meaning: Wording.counted(count, alone: alone)))
    index = text.count
    return true
  }

  private mutating func readAdults() throws(LineFault) {
    while let letter = current, let sex = Sex(letter: letter) {
      let start = index
      index += 1
      var someone = Someone(role: .adult, sex: sex, range: range(from: start, to: index))
      if current == "?" {
        index += 1
        someone.isAgeUnknown = true
      } else {
        someone.age = try readAge()
      }
      someone.range = range(from: start, to: index)
      if let age = someone.age, age < 18 {
        throw LineFault(someone.range, Wording.childAmongAdults(age, letter))
      }
      people.append(someone)
      parts.append(ArrivalLine.Part(range: someone.range, meaning: Wording.adult(someone)))
    }
  }

  /// Digits as an age in years, or nil where there are none.
  private mutating func readAge() throws(LineFault) -> Int? {
    let digits = text[index...].prefix(while: Self.isDigit)
    guard !digits.isEmpty else { return nil }
    let start = index
    index += digits.count
    guard let age = Int(String(digits)), age <= Limit.age else {
      throw LineFault(range(from: start, to: index), Wording.tooOld(String(digits), Limit.age))
    }
    return age
  }

  /// Children after `+` or `/`, their own children after another `+`, and the relation.
  private mutating func readChildren(_ role: Role) throws(LineFault) {
    let start = index
    if role == .ownChild, people.isEmpty {
      throw LineFault(range(from: index, to: index + 1), Wording.childrenWithoutParent)
    }
    if role == .ofYoungParent, people.contains(where: { $0.role == .ownChild }) {
      throw LineFault(range(from: index, to: text.count), Wording.youngParentApart)
    }
    let first = people.count
    repeat {
      index += 1
      try readChild(role)
    } while current == "." || current == "," || (role == .ownChild && current == "+")
    guard first < people.count else { return }
    if role == .alone, current == "+" {
      parts.append(part(from: start, people[first...].dropLast()))
      let parent = people.count - 1
      people[parent].role = .youngParent
      parts.append(ArrivalLine.Part(range: people[parent].range, meaning: Wording.youngParent(people[parent])))
      try readChildren(.ofYoungParent)
    } else {
      parts.append(part(from: start, people[first...]))
      if role != .ownChild { try readRelation() }
    }
    parts.removeAll { $0.meaning.isEmpty }
  }

  private func part(from start: Int, _ children: ArraySlice<Someone>) -> ArrivalLine.Part {
    let adults = people.filter { $0.role == .adult || $0.role == .youngParent }
    return ArrivalLine.Part(
      range: range(from: start, to: index),
      meaning: children.isEmpty ? "" : Wording.children(Array(children), of: adults))
  }

  /// `7`, `7f`, `?`, `3c`.
  private mutating func readChild(_ role: Role) throws(LineFault) {
    let start = index
    let age = try readAge()
    var someone = Someone(role: role, age: age, range: range(from: start, to: index))
    if age == nil, current == "?" {
      index += 1
      someone.isAgeUnknown = true
    }
    let letters = String(text[index...].prefix { $0.isLetter })
    let isRelation = role != .ownChild && Relation(letters: letters) != nil
    if !isRelation, letters.hasPrefix("c") { return try readCount(of: role, age ?? 1, from: start) }
    guard age != nil || someone.isAgeUnknown else {
      throw LineFault(range(from: start, to: min(start + 1, text.count)), Wording.agesWanted)
    }
    if let age, age >= 18 { throw LineFault(range(from: start, to: index), Wording.adultAmongChildren(age)) }
    if !isRelation, let sex = letters.first.flatMap(Sex.init(letter:)) {
      someone.sex = sex
      index += 1
    }
    someone.range = range(from: start, to: index)
    try add(someone)
  }

  private mutating func readCount(of role: Role, _ count: Int, from start: Int) throws(LineFault) {
    index += 1
    guard (1...Limit.casePeople).contains(count) else {
      throw LineFault(range(from: start, to: index), Wording.outOfRange("\(count)", 1...Int64(Limit.casePeople)))
    }
    for _ in 0..<count { try add(Someone(role: role, range: range(from: start, to: index))) }
  }

  private mutating func add(_ someone: Someone) throws(LineFault) {
    guard people.count < Limit.casePeople else {
      throw LineFault(someone.range, Wording.tooManyPeople(Limit.casePeople))
    }
    if someone.role == .ofYoungParent, let age = someone.age,
      let parent = people.last(where: { $0.role == .youngParent }),
      let older = parent.age, age >= older
    {
      throw LineFault(someone.range, Wording.olderThanParent(age, older))
    }
    people.append(someone)
  }

  private mutating func readRelation() throws(LineFault) {
    let letters = String(text[index...].prefix { $0.isLetter || $0 == "?" })
    guard !letters.isEmpty else { return }
    let range = range(from: index, to: index + letters.count)
    guard letters == "?" || Relation(letters: letters) != nil else {
      throw LineFault(range, Wording.noRelation(letters))
    }
    guard people.contains(where: { $0.role == .adult }) else { throw LineFault(range, Wording.relationWithoutAdult) }
    relation = Relation(letters: letters)
    parts.append(ArrivalLine.Part(range: range, meaning: Wording.relation(relation)))
    index += letters.count
  }
}

extension Relation {
  /// As it is typed: two letters after the children's ages.
  var letters: String {
    switch self {
    case .grandmother: "gm"
    case .grandfather: "gf"
    case .aunt: "au"
    case .uncle: "un"
    case .sister: "si"
    case .brother: "br"
    case .cousin: "co"
    case .stepParent: "st"
    case .friend: "fr"
    }
  }

  init?(letters: String) {
    guard let relation = Relation.allCases.first(where: { $0.letters == letters }) else { return nil }
    self = relation
  }

  /// Whether it is a tie of kin.
  var isKin: Bool { self != .friend }
}

extension Sex {
  /// The letter of an arrival line.
  init?(letter: Character) {
    switch letter {
    case "f": self = .female
    case "m": self = .male
    case "x": self = .x
    default: return nil
    }
  }
}
