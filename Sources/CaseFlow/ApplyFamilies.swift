// Splitting, reuniting, ties, corrections: whatever changes who belongs to which case.

extension Center {
  mutating func split(_ e: FamilySplit, _ at: Instant) {
    guard let item = cases[e.caseID], cases.canInsert(e.newCase) else { return }
    let leaving = Set(e.people)
    var apart = item
    apart.id = e.newCase
    apart.members = item.members.filter(leaving.contains)
    apart.state = .waiting
    apart.desk = nil
    apart.hold = nil
    cases.insert(apart, at: e.newCase)
    cases.update(e.caseID) { $0.members.removeAll(where: leaving.contains) }
    for id in apart.members { people.update(id) { $0.caseID = e.newCase } }
    parties.update(item.party) { $0.cases.append(e.newCase) }
    nextCase = max(nextCase, e.newCase.next)
    enqueue(apart)
    var separation = Separation()
    separation.from = e.caseID
    separation.to = e.newCase
    separation.reason = e.reason
    separation.since = at
    separation.second = e.second
    separations.append(separation)
    for id in [e.caseID, e.newCase] {
      rekind(id, at)
      clearUnsafePlace(of: id)
    }
  }

  /// Children whom a split leaves alone give up their places beside adults and wait, visibly, for others.
  private mutating func clearUnsafePlace(of id: CaseID) {
    guard let item = cases[id], item.isChildAlone else { return }
    clearPlaces(of: item, in: areas.filter { endangersChild($0, item) }.map(\.code))
  }

  private mutating func clearPlaces(of item: Case, in unsafe: [Code]) {
    for member in item.members {
      guard var person = people[member], let area = person.area, unsafe.contains(area) else { continue }
      count(person, by: -1)
      person.area = nil
      count(person, by: 1)
      people.update(member) { $0.area = nil }
    }
  }

  mutating func reunite(_ e: FamilyReunited, _ at: Instant) {
    separations.removeAll { $0.from == e.with && $0.to == e.caseID || $0.from == e.caseID && $0.to == e.with }
    absorb(e.caseID, into: e.with, at)
  }

  mutating func state(_ e: TieStated, _ at: Instant) {
    guard let child = people[e.child], let adult = people[e.adult] else { return }
    people.update(e.child) { $0.tie = .ownChild }
    if child.caseID != adult.caseID { absorb(child.caseID, into: adult.caseID, at) }
  }

  /// Moves every member of one case into another; the emptied case leaves the roll without counting anyone.
  private mutating func absorb(_ id: CaseID, into target: CaseID, _ at: Instant) {
    guard let item = cases[id], let into = cases[target], item.isOnRoll, into.isOnRoll, id != target else { return }
    move(id, to: .exited, at)
    cases.update(id) {
      $0.members = []
      $0.isolation = nil
      $0.exit = .departed
      $0.exitedAt = at
    }
    let area = into.members.first.flatMap { people[$0]?.area }
    for member in item.members {
      guard var person = people[member] else { continue }
      count(person, by: -1)
      person.caseID = target
      person.area = area
      count(person, by: 1)
      people.update(member) {
        $0.caseID = target
        $0.area = area
      }
    }
    cases.update(target) {
      $0.members += item.members
      $0.isolation = $0.isolation ?? item.isolation
    }
    endCoPlacement(of: id, at)
    rekind(target, at)
    if into.determination?.outcome == .negative && item.determination != into.determination { rehear(target, at) }
  }

  /// A family that someone joined whose claim was not part of the negative is heard again as a whole.
  private mutating func rehear(_ id: CaseID, _ at: Instant) {
    cases.update(id) {
      $0.determination = nil
      $0.review = Review()
      $0.plan = nil
      $0.returnSteps = []
    }
    move(id, to: .interview, at)
  }

  mutating func correct(_ e: FactCorrected, _ at: Instant) {
    if let id = e.person {
      people.update(id) {
        if let age = e.age { $0.age = age }
        if let band = e.band {
          $0.band = band
          if e.age == nil { $0.age = nil }
        }
        if let sex = e.sex { $0.sex = sex }
      }
      if let item = people[id].map(\.caseID) {
        rekind(item, at)
        clearChildrensPlace(of: item)
      }
    }
    if let id = e.caseID {
      cases.update(id) {
        if let language = e.language { $0.language = language }
        if let nationality = e.nationality { $0.nationality = nationality }
      }
      if let bookIn = e.bookIn, let party = cases[id]?.party { parties.update(party) { $0.bookIn = bookIn } }
    }
  }

  /// Someone found to be an adult gives up a place among children alone.
  private mutating func clearChildrensPlace(of id: CaseID) {
    guard let item = cases[id], !item.isChildAlone else { return }
    clearPlaces(of: item, in: areas.filter { $0.kind == .children }.map(\.code))
  }

  /// Gives a case the kind its members make it, and the lane that goes with the kind: a child alone leaves
  /// the interview queue at once; whoever is no longer alone joins it.
  mutating func rekind(_ id: CaseID, _ at: Instant) {
    guard let item = cases[id], item.isOnRoll, !item.members.isEmpty else { return }
    let kind = Center.kind(of: members(of: item))
    guard kind != item.kind else { return }
    cases.update(id) {
      $0.kind = kind
      if kind == .unaccompaniedChild { $0.child.claimedAt = $0.child.claimedAt ?? at }
    }
    switch item.step {
    case .interview, .review, .caseManagement, .leaving:
      if kind == .unaccompaniedChild { move(id, to: .childrenAlone, at) }
    case .childrenAlone:
      if kind != .unaccompaniedChild { move(id, to: .interview, at) }
    case .reception, .health, .exited: break
    }
  }
}
