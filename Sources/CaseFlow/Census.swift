// The census: people already in the center on the day this program arrives, as an opening state.

/// One person of a census, as a line of a list tells it; lines of one party share its reference.
package struct CensusRow: Sendable {
  /// What tells parties apart on the list; it is not kept.
  package var party = ""
  /// To the party's head.
  package var tie = Tie.head
  package var age: Years?
  package var band = AgeBand.adult
  package var sex = Sex.x
  package var language: Code?
  package var nationality: Code?
  package var arrived = Instant()
  /// When custody began; it may lie before the arrival. Nil is unknown.
  package var bookIn: Instant?
  /// Where the case stands: reception, health, interview, childrenAlone or caseManagement.
  package var step = Step.reception
  /// The place given, or nil while there is none.
  package var area: Code?
  package var needs = NeedSet()
  /// When isolation was ordered, and for which finding, or nil.
  package var isolatedAt: Instant?
  package var finding = Finding.influenzaLike
  /// When orientation was given: the start of the consultation.
  package var oriented: Instant?
  /// What was decided and when, by whom and who reviewed it; a case in case management needs them.
  package var outcome: Outcome?
  package var decided: Instant?
  package var officer = Code.none
  package var reviewer = Code.none
  package init() {}
}

/// What is wrong with a row of a census.
package struct CensusFault: Error, Hashable, Sendable {
  /// The row, counted from 0.
  package var row: Int
  package var refusal: Refusal
}

extension Center {
  /// The opening state of a census, sound by the checks of every opening. `at` is when it was taken.
  ///
  /// Parties and cases are formed as on arrival: parents with their own children are a family, every other child is
  /// alone. Where a case stands, its first row says. An empty census is an empty center. Throws a fault that
  /// names the row; linear in the rows, but for the parties, which are checked one by one.
  package func opening(census rows: [CensusRow], at: Instant) throws(CensusFault) -> OpeningState {
    var order: [String] = []
    var parties: [String: [Int]] = [:]
    for (index, row) in rows.enumerated() {
      if parties[row.party] == nil { order.append(row.party) }
      parties[row.party, default: []].append(index)
    }
    var whole = OpeningState()
    for party in order {
      let members = parties[party] ?? []
      var part = OpeningState()
      part.nextPerson = whole.nextPerson
      part.nextParty = whole.nextParty
      part.nextCase = whole.nextCase
      if let refusal = try carry(members, of: rows, into: &part) ?? part.fault(in: self, at: at) {
        throw CensusFault(row: wrongRow(among: members, of: rows, at), refusal: refusal)
      }
      whole.parties += part.parties
      whole.cases += part.cases
      whole.people += part.people
      whole.nextPerson = part.nextPerson
      whole.nextParty = part.nextParty
      whole.nextCase = part.nextCase
    }
    if let refusal = whole.fault(in: self, at: at) { throw CensusFault(row: 0, refusal: refusal) }
    return whole
  }

  /// One party, formed as an arrival forms it and put where its rows say it is; or why it cannot have arrived.
  private func carry(_ indices: [Int], of rows: [CensusRow], into state: inout OpeningState) throws(CensusFault)
    -> Refusal?
  {
    guard let first = indices.first else { return nil }
    for index in indices where rows[index].arrived != rows[first].arrived || rows[index].bookIn != rows[first].bookIn {
      throw CensusFault(row: index, refusal: .partyApart)
    }
    var gate = Center(plan: plan, rules: rules)
    gate.nextPerson = state.nextPerson
    gate.nextParty = state.nextParty
    gate.nextCase = state.nextCase
    var arrival = Arrival()
    arrival.bookIn = rows[first].bookIn
    arrival.members = indices.map {
      ArrivalMember(
        age: rows[$0].age, band: rows[$0].band, sex: rows[$0].sex, tie: rows[$0].tie, needs: rows[$0].needs)
    }
    let arrived = rows[first].arrived
    let moment = Moment(at: arrived, recorded: arrived, by: Code("census"))
    do throws(Refusal) {
      let formed = try gate.decide(.arrive(arrival), moment)
      gate.apply(Record(seq: 0, at: arrived, recorded: arrived, by: moment.by, event: formed[0]))
    } catch {
      return error
    }
    state = gate.openingState(exits: false)
    state.desks = []
    state.capacities = []
    state.interpreters = []
    for (position, index) in indices.enumerated() { state.people[position].area = rows[index].area }
    for position in state.cases.indices {
      let members = state.cases[position].members
      let own = indices.indices.filter { members.contains(state.people[$0].id) }.map { rows[indices[$0]] }
      state.cases[position].stand(as: own)
    }
    return nil
  }

  /// The first row of a party that cannot be by itself; the party's first where only the whole cannot.
  private func wrongRow(among indices: [Int], of rows: [CensusRow], _ at: Instant) -> Int {
    let isWrong = { (index: Int) in
      let row = rows[index]
      let times = [row.arrived, row.bookIn, row.isolatedAt, row.oriented, row.decided].compactMap(\.self)
      let hasArea = row.area.map { area($0) != nil } ?? true
      return !hasArea || !Center.agree(row.age, row.band) || times.contains { $0 > at || $0 < .earliest }
    }
    return indices.first(where: isWrong) ?? indices.first ?? 0
  }
}

extension Case {
  /// Takes over what its rows say of the case: where it stands, and the starts of its clocks. One isolated member
  /// isolates the whole case.
  fileprivate mutating func stand(as rows: [CensusRow]) {
    guard let row = rows.first else { return }
    language = row.language
    nationality = row.nationality
    let since = [arrivedAt, row.oriented, row.decided].compactMap(\.self).max() ?? arrivedAt
    consultation.orientedAt = row.oriented
    if let isolated = rows.first(where: { $0.isolatedAt != nil }), let since = isolated.isolatedAt {
      var ordered = Isolation()
      ordered.orderedAt = since
      ordered.finding = isolated.finding
      isolation = ordered
    }
    if let outcome = row.outcome, let decided = row.decided {
      var made = Determination()
      made.at = decided
      made.outcome = outcome
      made.officer = row.officer
      made.reviewer = row.reviewer
      determination = made
    }
    guard row.step != .reception else { return }
    visits.reception.leftAt = arrivedAt
    step = row.step
    joinedAt = since
    changedAt = since
    if let stage = row.step.stage { visits[stage].joinedAt = since }
  }
}
