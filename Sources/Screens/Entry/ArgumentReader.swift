import CaseFlow

/// Fills the fields of an event, or of personal details, with the words of a line.
///
/// A visitor: each field says of which form it is, and its word is read as such. The first fault stays.
struct ArgumentReader: FieldVisitor {
  /// The words of each field.
  var given: [String: [LineWord]] = [:]
  let context: EntryContext
  private(set) var fault: LineFault?

  init(_ context: EntryContext) { self.context = context }

  /// The one word of a field, if it has one.
  func word(_ field: String) -> String? { given[field]?.first?.text }

  /// The case that the line is about, where there is one of its number.
  var item: Case? { word("case").flatMap { CaseID(typed: $0) }.flatMap { context.center.cases[$0] } }

  mutating func field<S: Scalar>(_ name: StaticString, _ value: inout S) {
    if let read: S = read("\(name)") { value = read }
  }
  mutating func field<S: Scalar & Equatable>(_ name: StaticString, _ value: inout S, usual: S) {
    if let read: S = read("\(name)") { value = read }
  }
  mutating func field<S: Scalar>(_ name: StaticString, _ value: inout S?) {
    if let read: S = read("\(name)") { value = read }
  }
  mutating func field<S: Scalar>(_ name: StaticString, _ value: inout [S], most: Int) {
    let name = "\(name)"
    guard fault == nil, let words = given[name] else { return }
    do throws(LineFault) {
      var list: [S] = []
      for word in words where !(S.self == Need.self && Wording.noNeedWords.contains(word.text.lowercased())) {
        list.append(try scalar(word, name))
      }
      if list.count > most, let last = words.last {
        throw LineFault(words[0].range.lowerBound..<last.range.upperBound, Wording.tooMany(most))
      }
      value = list
    } catch { fault = error }
  }
  mutating func field<T: Described>(_ name: StaticString, _ value: inout T) {}
  mutating func field<T: Described>(_ name: StaticString, _ value: inout T?) {}
  mutating func field<T: Described>(_ name: StaticString, _ value: inout [T], most: Int) {}

  private mutating func read<S: Scalar>(_ name: String) -> S? {
    guard fault == nil, let word = given[name]?.first else { return nil }
    do throws(LineFault) { return try scalar(word, name) } catch {
      fault = error
      return nil
    }
  }

  /// Times that lie ahead, as they are mostly meant.
  private static let coming: Set<String> = ["expected", "from", "until", "leaves", "due"]

  /// A time. A beginning is the last such time before its end, so that `22:00 06:00` is the night, and a duty that has
  /// begun can still be listed.
  private func time(_ word: LineWord, _ name: String) throws(LineFault) -> Instant {
    let side: TypedMoment.Side = ArgumentReader.coming.contains(name) ? .coming : .past
    guard name == "from", let until = given["until"]?.first else {
      return try TypedMoment.read(word, side, in: context)
    }
    let end = try TypedMoment.read(until, .coming, in: context)
    let last = end - Span(milliseconds: 1)
    switch TypedMoment.read(word.text, .past, now: last, context.zone, context.dateOrder) {
    case .at(let from), .twice(let from): return from
    case .wrongSide:
      throw LineFault(
        word.textRange, Wording.notBefore(word.text, TimeText.near(end, context.now, context.zone)))
    case .skipped, .unreadable: return try TypedMoment.read(word, side, in: context)
    }
  }

  private func scalar<S: Scalar>(_ word: LineWord, _ name: String) throws(LineFault) -> S {
    guard let value = S(token: try token(word, name, S.self)) else {
      throw LineFault(word.textRange, Wording.notUnderstood(word.text, Wording.argument(name)))
    }
    return value
  }

  private func token<S: Scalar>(_ word: LineWord, _ name: String, _ type: S.Type) throws(LineFault) -> Token {
    if type == PersonID.self { return .int(try number(word, isPerson: true)) }
    if type == CaseID.self { return .int(try number(word, isPerson: false)) }
    if type == DeskID.self { return .text(try desk(word).text) }
    if type == Need.self { return .text(try need(word).code) }
    if type == Code.self { return .text(try code(word, name).text) }
    switch S.form {
    case .word(let known): return .text(try choose(word, among: known()))
    case .flag: return .flag(try flag(word, name))
    case .int(let range): return .int(try count(word, in: range, name))
    case .time:
      return .time(try time(word, name))
    case .decimal, .text: return .text(try text(word))
    }
  }
}

// Words, counts and texts.
extension ArgumentReader {
  /// One of a closed list, case-blind, hyphens aside; the beginning of only one of them is enough.
  func choose(_ word: LineWord, among known: [String]) throws(LineFault) -> String {
    let typed = Vocabulary.folded(word.text)
    if let exact = known.first(where: { Vocabulary.folded($0) == typed }) { return exact }
    let near = typed.isEmpty ? [] : known.filter { Vocabulary.folded($0).hasPrefix(typed) }
    if near.count == 1 { return near[0] }
    if near.isEmpty { throw LineFault(word.textRange, Wording.notOneOf(word.text, known)) }
    throw LineFault(word.textRange, Wording.mayBe(word.text, near))
  }

  private func flag(_ word: LineWord, _ name: String) throws(LineFault) -> Bool {
    switch word.text.lowercased() {
    case "yes", "y", "true", name.lowercased(): return true
    case "no", "n", "false": return false
    default: throw LineFault(word.textRange, Wording.notYesOrNo(word.text))
    }
  }

  private func count(_ word: LineWord, in range: ClosedRange<Int64>, _ name: String) throws(LineFault) -> Int64 {
    let text = word.text.hasPrefix("#") ? String(word.text.dropFirst()) : word.text
    guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      throw LineFault(word.textRange, Wording.notUnderstood(word.text, Wording.argument(name)))
    }
    guard let count = Int64(text), range.contains(count) else {
      throw LineFault(word.textRange, Wording.outOfRange(word.text, range))
    }
    return count
  }

  private func text(_ word: LineWord) throws(LineFault) -> String {
    if word.text.count > Limit.text { throw LineFault(word.textRange, Wording.textTooLong(Limit.text)) }
    // Nothing in a text may move a cursor or turn the direction of writing.
    if let bad = word.text.unicodeScalars.first(where: ArgumentReader.isForbidden) {
      throw LineFault(word.textRange, Wording.forbiddenCharacter(bad.value))
    }
    return word.text
  }

  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x202A...0x202E, 0x2066...0x2069: true
    default: scalar.properties.generalCategory == .control || TextWidth.kind(of: scalar) == .forbidden
    }
  }

  private func need(_ word: LineWord) throws(LineFault) -> Need {
    let text = word.text.uppercased()
    if let need = Need(code: text) { return need }
    if text.count == 1, let letter = text.lowercased().first, let need = ArrivalNeed(letter: letter) {
      return need.code(ofChild: false)
    }
    throw LineFault(
      word.textRange, Wording.noNeed(word.text, near: nearestWord(to: text, among: Need.table.map(\.code))))
  }
}

// Numbers, desks and codes.
extension ArgumentReader {
  /// The number of a person or a case. `p12` and `c412` say which is meant; a number that only the other kind has is a
  /// slip.
  private func number(_ word: LineWord, isPerson: Bool) throws(LineFault) -> Int64 {
    var text = Substring(word.text)
    if let first = text.first?.lowercased(), first == "p" || first == "c", text.dropFirst().first?.isNumber == true {
      if (first == "p") != isPerson {
        throw LineFault(word.textRange, Wording.wrongKind(word.text, isPerson: isPerson))
      }
      text.removeFirst()
    }
    guard let id = CaseID(typed: text) else {
      throw LineFault(
        word.textRange, Wording.noNumber(String(text), isPerson: isPerson))
    }
    let center = context.center
    let person = center.people[PersonID(number: id.number)]
    let item = center.cases[id]
    if isPerson, person == nil, let item {
      throw LineFault(word.textRange, Wording.caseForPerson(id, item.members.map(\.label)))
    }
    if !isPerson, item == nil, let person {
      throw LineFault(word.textRange, Wording.personForCase(person.id, person.caseID))
    }
    return Int64(id.number)
  }

  /// A desk by its whole name, or by the beginning of its stage and its number: `reception-2`, `r2`, `cm1`.
  func desk(_ word: LineWord) throws(LineFault) -> DeskID {
    let text = word.text.lowercased()
    let stage = text.prefix { !$0.isNumber && $0 != "-" }
    let digits = text.dropFirst(stage.count).drop { $0 == "-" }
    let stages = Stage.allCases.filter { it in
      it.rawValue.lowercased().hasPrefix(stage) || it == .caseManagement && stage == "cm"
    }
    guard !stage.isEmpty, stages.count == 1, let number = UInt8(digits), number >= 1, number <= Limit.desks else {
      throw LineFault(word.textRange, Wording.noDesk(word.text))
    }
    return DeskID(stage: stages[0], number: number)
  }

  private func code(_ word: LineWord, _ name: String) throws(LineFault) -> Code {
    let plan = context.center.plan
    if !word.isGiven {
      switch name {
      case "language", "languages":
        return try ArgumentReader.language(word, in: context.center, orCode: !word.key.isEmpty)
      case "nationality": return try ArgumentReader.nation(word)
      case "area": return try pick(word, plan.areas.map { ($0.code, $0.name) }, name)
      case "receiver": return try pick(word, plan.receivers.map { ($0.code, $0.name) }, name)
      default: break
      }
    }
    guard let code = Code(word.text) else { throw LineFault(word.textRange, Wording.noCode(word.text)) }
    return code
  }

  /// What the center file names, by code, by name, or by the beginning of only one of them.
  private func pick(_ word: LineWord, _ known: [(code: Code, name: String)], _ name: String) throws(LineFault) -> Code {
    let typed = Vocabulary.folded(word.text)
    if let code = known.first(where: { Vocabulary.folded($0.code.text) == typed || Vocabulary.folded($0.name) == typed }
    ) {
      return code.code
    }
    let near = known.filter {
      !typed.isEmpty
        && (Vocabulary.folded($0.code.text).hasPrefix(typed) || Vocabulary.folded($0.name).hasPrefix(typed))
    }
    if near.count == 1 { return near[0].code }
    let codes = (near.isEmpty ? known : near).map(\.code.text)
    throw LineFault(
      word.textRange, near.isEmpty ? Wording.notOneOf(word.text, codes) : Wording.mayBe(word.text, codes))
  }

  /// A language by code or name; `?` is asked and unknown. With a key of its own, a code that no list has is taken too.
  static func language(_ word: LineWord, in center: Center, orCode: Bool = false) throws(LineFault) -> Code {
    if word.text == "?" { return Vocabulary.unknownLanguage }
    let vocabulary = Vocabulary.languages(of: center)
    switch vocabulary.find(word.text) {
    case .one(let item): return item.code
    case .several(let items):
      throw LineFault(word.textRange, Wording.mayBe(word.text, items.map(\.name)))
    case .none:
      let lower = word.text.lowercased()
      if orCode, lower.utf8.count == 3, lower.utf8.allSatisfy({ (0x61...0x7A).contains($0) }), let code = Code(lower) {
        return code
      }
      throw LineFault(
        word.textRange, Wording.noLanguage(word.text, near: nearestWord(to: lower, among: vocabulary.items.map(\.name)))
      )
    }
  }

  /// A country by code or name; `?` is asked and unknown.
  static func nation(_ word: LineWord) throws(LineFault) -> Code {
    if word.text == "?" { return Vocabulary.unknownNation }
    switch Vocabulary.nations.find(word.text) {
    case .one(let item): return item.code
    case .several(let items): throw LineFault(word.textRange, Wording.mayBe(word.text, items.map(\.name)))
    case .none:
      let near = nearestWord(to: word.text, among: Vocabulary.nations.items.map(\.name))
      throw LineFault(word.textRange, Wording.noNation(word.text, near: near))
    }
  }
}
