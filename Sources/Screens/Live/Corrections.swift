import CaseFlow

// What of a case can be put right, which entry stated it, and what it was before.

/// A fact about a case or one of its members that may have been entered wrong.
enum CorrectableFact: Hashable, Sendable {
  case language, nationality, bookIn, arrived, oriented
  case age(PersonID), sex(PersonID), band(PersonID)

  /// The facts of a case as a whole.
  static let ofCase: [CorrectableFact] = [.language, .nationality, .bookIn, .arrived, .oriented]

  /// The facts of a member.
  static func of(_ person: PersonID) -> [CorrectableFact] { [.age(person), .sex(person), .band(person)] }

  /// What a command line says before the new value.
  func keys(of id: CaseID) -> String {
    switch self {
    case .language: "case=\(id.checked) language="
    case .nationality: "case=\(id.checked) nation="
    case .bookIn: "case=\(id.checked) bookin="
    case .arrived: "case=\(id.checked) arrived="
    case .oriented: "case=\(id.checked) oriented="
    case .age(let person): "person=\(person.checked) age="
    case .sex(let person): "person=\(person.checked) sex="
    case .band(let person): "person=\(person.checked) band="
    }
  }
}

extension BoardModel {
  /// What a fact is now.
  func value(of fact: CorrectableFact, _ item: Case) -> String {
    switch fact {
    case .language: item.language.map { languageName($0) } ?? Wording.notStated
    case .nationality: item.nationality?.text ?? Wording.notStated
    case .bookIn: time(center.parties[item.party]?.bookIn)
    case .arrived: time(item.arrivedAt)
    case .oriented: time(item.consultation.orientedAt)
    case .age(let id): center.people[id]?.age.map { String($0.count) } ?? Wording.notStated
    case .sex(let id): center.people[id].map { Wording.sex($0.sex) } ?? Wording.notStated
    case .band(let id): center.people[id].map { Wording.band($0.band) } ?? Wording.notStated
    }
  }

  /// What an event states of a fact; nil where it says nothing of it.
  private func stated(_ fact: CorrectableFact, by record: Record, _ id: CaseID) -> String? {
    switch record.event {
    case .partyArrived(let e): arrival(e, at: record.at, fact, id)
    case .orientationGiven(let e) where fact == .oriented && e.caseID == id: time(record.at)
    case .factCorrected(let e): correction(e, fact)
    default: nil
    }
  }

  private func arrival(_ e: PartyArrived, at: Instant, _ fact: CorrectableFact, _ id: CaseID) -> String? {
    let facts = e.cases.first { $0.caseID == id }
    func member(_ id: PersonID) -> MemberFacts? { e.members.first { $0.person == id } }
    switch fact {
    case .language: return facts.map { $0.language.map { languageName($0) } ?? Wording.notStated }
    case .nationality: return facts.map { $0.nationality?.text ?? Wording.notStated }
    case .bookIn: return time(e.bookIn)
    case .arrived: return time(at)
    case .oriented: return nil
    case .age(let id): return member(id).map { $0.age.map { String($0.count) } ?? Wording.notStated }
    case .sex(let id): return member(id).map { Wording.sex($0.sex) }
    case .band(let id): return member(id).map { Wording.band($0.band) }
    }
  }

  private func correction(_ e: FactCorrected, _ fact: CorrectableFact) -> String? {
    switch fact {
    case .language: e.language.map { languageName($0) }
    case .nationality: e.nationality?.text
    case .bookIn: e.bookIn.map { time($0) }
    case .arrived: e.arrived.map { time($0) }
    case .oriented: e.oriented.map { time($0) }
    case .age(let id): e.person == id ? e.age.map { String($0.count) } : nil
    case .sex(let id): e.person == id ? e.sex.map { Wording.sex($0) } : nil
    case .band(let id): e.person == id ? e.band.map { Wording.band($0) } : nil
    }
  }

  private func time(_ instant: Instant?) -> String {
    instant.map { TimeText.near($0, now, zone) } ?? Wording.notStated
  }

  /// The number of the entry that last stated a fact, else of the first one of the case.
  func entry(stating fact: CorrectableFact, of id: CaseID) -> Int64 {
    let records = records(id)
    return records.last { stated(fact, by: $0, id) != nil }?.seq ?? records.first?.seq ?? 0
  }

  /// What a correction put right, each fact with what it was and what it is: read in the history of the case.
  func changes(by record: Record, of id: CaseID, in history: [Record]) -> [(what: String, was: String, now: String)] {
    guard case .factCorrected(let e) = record.event else { return [] }
    let facts = CorrectableFact.ofCase + (e.person.map { CorrectableFact.of($0) } ?? [])
    return facts.compactMap { fact in
      guard let new = correction(e, fact) else { return nil }
      let before = history.last { $0.seq < record.seq && stated(fact, by: $0, id) != nil }
      let was = before.flatMap { stated(fact, by: $0, id) } ?? Wording.notStated
      return was == new ? nil : (Wording.fact(fact), was, new)
    }
  }

  /// The answers to which fact of a case is wrong: those of the case, and its members.
  func correctable(of id: CaseID) -> [Choice] {
    guard let item = aCase(id) else { return [] }
    let facts = CorrectableFact.ofCase.filter { $0 != .oriented || item.consultation.orientedAt != nil }
    let members = center.members(of: item).enumerated().map { index, person in
      Choice(
        "\(person.id.checked) \(tag(person))", Wording.factsOfPerson, .ask(.correctPerson(id, person.id)),
        // The first nine are picked by their place.
        key: index < 9 ? String(index + 1).unicodeScalars.first : nil)
    }
    return facts.map { choice($0, item) } + members
  }

  /// The answers to which fact of a member is wrong.
  func correctable(of person: PersonID, in id: CaseID) -> [Choice] {
    guard let item = aCase(id) else { return [] }
    let details = Choice(Wording.detailsOfPerson, "", .write("name \(person.checked) ", first: [], then: nil))
    return CorrectableFact.of(person).map { choice($0, item) } + [details]
  }

  private func choice(_ fact: CorrectableFact, _ item: Case) -> Choice {
    let line = DeskLine.correct(entry(stating: fact, of: item.id)) + fact.keys(of: item.id)
    return Choice(Wording.factName(fact), value(of: fact, item), .write(line, first: [], then: nil))
  }
}

/// Opens the page of a case, where its entries have their numbers, and asks what is wrong.
func correct(_ id: CaseID, _ state: inout ViewState) {
  openCase(id, &state)
  state.ask(.correct(id))
}
