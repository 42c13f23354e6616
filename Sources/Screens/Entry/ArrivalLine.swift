package import CaseFlow

/// One party on one line, as it is typed with the eyes on the paper.
///
///     let line = ArrivalLine("fm+3c pt br", in: context)
///     line.parts.map(\.meaning)  // woman, man, their 3 children, Portuguese, Brazil
///     try line.get()             // the act that enters them
///
/// `people [language [nation]] [-needs]`, then what differs from the bus: `#3`, `foot`, `van`, `at=`, `in=`, `appt=`,
/// `also=`. What is left out is as the bus has it. It can be read after every key: it never fails, it explains.
package struct ArrivalLine: Sendable {
  /// What some characters were understood as; the range is empty for what the bus adds.
  package struct Part: Hashable, Sendable {
    package var range: Range<Int>
    package var meaning: String
  }

  /// Something unlikely: it never blocks, and a `!` at the end of the line says that it is so.
  package struct Question: Hashable, Sendable {
    package var range: Range<Int>
    package var message: String
    var confirmation: Act.Confirmation
  }

  /// Who came, as far as it was understood; what is meant only where there is neither a fault nor a question to answer.
  package internal(set) var arrival = Arrival()
  package internal(set) var parts: [Part] = []
  /// What cannot be meant, where it stands.
  package internal(set) var fault: LineFault?
  /// What the program must know before it enters anybody, and how the line answers it.
  package internal(set) var asks: LineFault?
  /// What it asks is whether so many people came.
  var isCrowd = false
  package internal(set) var questions: [Question] = []
  /// A `!` says that what is unlikely is so.
  package internal(set) var isConfirmed = false
  /// When they came, if not now.
  package internal(set) var at: Instant?
  /// Asked and not said: the to-do list of this party, in words.
  package internal(set) var missing: [String] = []

  var desk: DeskID?
  var people: [ArrivalPeople.Someone] = []
  /// The characters of the line.
  let end: Int

  /// Reads a line; where it `isNamed`, the first word is its own, `arrive`.
  package init(_ text: String, in context: EntryContext, isNamed: Bool = false) {
    do throws(LineFault) {
      let line = try LineWords(text)
      self.init(Array(line.words.dropFirst(isNamed ? 1 : 0)), end: line.end, in: context)
    } catch {
      self.init(fault: error)
    }
  }

  private init(fault: LineFault) {
    self.fault = fault
    end = fault.range.upperBound
  }

  /// Reads the words of a longer line.
  init(_ words: [LineWord], end: Int, in context: EntryContext) {
    self.end = end
    desk = context.desk
    do throws(LineFault) { try read(words, context) } catch { fault = error }
    parts.sort { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// The act that enters the party.
  ///
  /// Throws the fault, or the question that comes first, with how the line answers it.
  package func get() throws(LineFault) -> Act {
    if let fault = fault ?? asks { throw fault }
    var act = Act(.arrive(arrival), at: at, desk: desk)
    if isConfirmed { act.confirmed = questions.map(\.confirmation) }
    return act
  }
}

// Reading, token by token.
extension ArrivalLine {
  private mutating func read(_ words: [LineWord], _ context: EntryContext) throws(LineFault) {
    guard let first = words.first else { throw LineFault(0..<0, Wording.nobodyTyped) }
    guard first.key.isEmpty else { throw LineFault(first.range, Wording.peopleFirst) }
    var token = ArrivalPeople(first)
    defer {
      people = token.people
      missing = missing(context)
    }
    do throws(LineFault) { try token.read() } catch {
      parts = token.parts
      throw error
    }
    people = token.people
    parts = token.parts
    arrival.members = members(token.relation)
    if let range = token.asks { asks = LineFault(range, Wording.askAlone(people.count)) }
    questions = unlikely()
    var codes: [LineWord] = []
    var modifiers = ArrivalModifiers()
    for word in words.dropFirst() {
      if try modifiers.read(word, context, &self) { continue }
      if word.text.hasPrefix("-") {
        try readNeeds(word)
      } else {
        codes.append(word)
      }
    }
    askMany(first)
    try readCodes(codes, context)
    try modifiers.complete(context, &self)
  }

  /// Language, then nation; a first word that is a country only is the nation.
  private mutating func readCodes(_ words: [LineWord], _ context: EntryContext) throws(LineFault) {
    var rest = words[...]
    if let word = rest.first, rest.count > 1 || !Vocabulary.isRatherNation(word.text, at: context.center) {
      do throws(LineFault) {
        let code = try ArgumentReader.language(word, in: context.center)
        arrival.language = code
        add(word, Wording.language(code, in: context.center))
        rest.removeFirst()
      } catch {
        guard case .one = Vocabulary.nations.find(word.text) else { throw error }
      }
    }
    if let word = rest.first {
      let code = try ArgumentReader.nation(word)
      arrival.nationality = code
      add(word, Wording.nation(code))
      rest.removeFirst()
    }
    if let extra = rest.first { throw LineFault(extra.range, Wording.nothingAfterNation(extra.text)) }
  }

  private mutating func readNeeds(_ word: LineWord) throws(LineFault) {
    if word.text == "-" {
      for index in arrival.members.indices { arrival.members[index].needs.asked = true }
      return add(word, Wording.askedNone)
    }
    for (offset, letter) in word.text.lowercased().enumerated().dropFirst() {
      let place = (word.range.lowerBound + offset)..<(word.range.lowerBound + offset + 1)
      guard let need = ArrivalNeed(letter: letter) else { throw LineFault(place, Wording.noNeedLetter(letter)) }
      guard let bearer = need.bearer(among: people) else { throw LineFault(place, Wording.nobodyCanBe(need)) }
      var needs = arrival.members[bearer].needs
      needs.insert(need.code(ofChild: people[bearer].isChild))
      needs.asked = true
      arrival.members[bearer].needs = needs
      parts.append(Part(range: place, meaning: Wording.need(need)))
    }
  }

  mutating func add(_ word: LineWord, _ meaning: String) { parts.append(Part(range: word.range, meaning: meaning)) }

  /// The members with their ties to the head of the party.
  private func members(_ relation: Relation?) -> [ArrivalMember] {
    let isKin = relation?.isKin == true
    let hasOwn = people.contains { $0.role == .ownChild }
    let hasYoung = people.contains { $0.role == .youngParent }
    var adults = 0
    return people.map { someone in
      let tie: Tie
      switch someone.role {
      case .adult:
        adults += 1
        // Beside a young parent, who heads the case of their own child, an adult is a relative at most.
        if hasYoung {
          tie = isKin ? .relative : .unstated
        } else {
          tie = adults == 1 ? .head : adults == 2 && hasOwn ? .partner : .unstated
        }
      case .ownChild, .ofYoungParent: tie = .ownChild
      case .youngParent: tie = .head
      case .alone: tie = isKin ? .relative : .unstated
      case .counted: tie = .unstated
      }
      return ArrivalMember(
        age: someone.age.map { Years($0) }, band: someone.isChild ? .child : .adult, sex: someone.sex ?? .x, tie: tie,
        relation: someone.role == .alone || someone.role == .youngParent ? relation : nil)
    }
  }
}
