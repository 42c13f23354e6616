// Splitting and corrections: whatever takes people out of a case or makes it another kind of case.

extension Center {
  mutating func split(_ e: FamilySplit, _ at: Instant, by: Code) {
    guard let item = cases[e.caseID], cases.canInsert(e.newCase) else { return }
    let leaving = Set(e.people)
    var apart = item
    apart.id = e.newCase
    apart.members = item.members.filter(leaving.contains)
    apart.state = .waiting
    apart.desk = nil
    apart.hold = nil
    apart.splitAt = at
    apart.departure = nil
    apart.booking = nil
    leaveManifest(item.id)
    apart.forgetWay()
    apart.prepare(at)
    cases.insert(apart, at: e.newCase)
    cases.update(e.caseID) {
      $0.members.removeAll(where: leaving.contains)
      $0.forgetWay()
      $0.prepare(at)
    }
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
      rekind(id, at, by: by)
      clearUnsafePlace(of: id, at)
    }
  }

  /// Children whom a split leaves alone give up their places beside adults and wait, visibly, for others.
  private mutating func clearUnsafePlace(of id: CaseID, _ at: Instant) {
    guard let item = cases[id], item.isChildAlone else { return }
    clearPlaces(of: item, in: areas.filter { endangersChild($0, item) }.map(\.code), at)
  }

  private mutating func clearPlaces(of item: Case, in unsafe: [Code], _ at: Instant) {
    for member in item.members {
      guard var person = people[member], let area = person.area, unsafe.contains(area) else { continue }
      count(person, by: -1)
      person.area = nil
      count(person, by: 1)
      people.update(member) {
        $0.area = nil
        $0.leaveArea(at)
      }
    }
  }

  mutating func correct(_ e: FactCorrected, _ at: Instant, by: Code) {
    if let id = e.person {
      people.update(id) {
        if let age = e.age { $0.age = age }
        if let band = e.band {
          $0.band = band
          if e.age == nil { $0.age = nil }
        }
        if let sex = e.sex { $0.sex = sex }
      }
      // Two people have found out what was in dispute.
      if e.band != nil || e.age != nil, e.isConfirmed(by: by) { people.update(id) { $0.settleAge() } }
      if let item = people[id].map(\.caseID) {
        followAge(of: item, at, by)
        endScreening(of: item)
      }
    }
    if let id = e.caseID {
      cases.update(id) {
        if let language = e.language { $0.language = language }
        if let nationality = e.nationality { $0.nationality = nationality }
      }
      if let oriented = e.oriented {
        cases.update(id) {
          $0.consultation.orientedAt = oriented
          $0.consultation.orientedBy = by
        }
      }
      endScreening(of: id)
      if let arrived = e.arrived, let party = cases[id]?.party { moveArrival(of: party, to: arrived, by: by) }
      if let bookIn = e.bookIn, let party = cases[id]?.party {
        parties.update(party) {
          $0.bookIn = bookIn
          $0.bookInBy = by
        }
      }
    }
  }

  /// A screening allowed the return of a child of a country or an age that it turns out not to have.
  private mutating func endScreening(of id: CaseID) {
    guard let item = cases[id], item.child.mayReturn, !isContiguous(item) || !isOldEnoughToDecide(item) else { return }
    cases.update(id) {
      $0.dropReturn()
      $0.child.forgetScreening()
    }
  }

  /// A party came at another time than was entered: everything that began with its arrival begins then.
  private mutating func moveArrival(of id: PartyID, to new: Instant, by: Code) {
    guard let party = parties[id] else { return }
    parties.update(id) {
      $0.arrivedAt = new
      $0.enteredBy = by
    }
    for case let item? in party.cases.map({ cases[$0] }) {
      unqueue(item)
      cases.update(item.id) { $0.moveArrival(from: item.arrivedAt, to: new) }
      for member in item.members where people[member]?.party == id {
        people.update(member) { $0.moveArrival(to: new) }
      }
      if let moved = cases[item.id] { enqueue(moved) }
    }
  }

  /// What follows from another age: the kind of the case with its lane, places, and a line of the ledger.
  mutating func followAge(of id: CaseID, _ at: Instant, _ by: Code) {
    rekind(id, at, by: by)
    clearChildrensPlace(of: id, at)
    noteCoPlacement(of: id, at, by)
  }

  /// A child found to be alone among adults is on the ledger from that moment, whoever forgot to enter it.
  private mutating func noteCoPlacement(of id: CaseID, _ at: Instant, _ by: Code) {
    guard let item = cases[id], !hasOpenCoPlacement(id) else { return }
    let isBeside = members(of: item).contains { person in
      person.area.flatMap(area).map { endangersChild($0, item) } ?? false
    }
    guard isBeside else { return }
    var breach = Breach()
    breach.caseID = id
    breach.kind = .childWithUnrelatedAdults
    breach.cause = .ageStatedLater
    breach.at = at
    breach.by = by
    breaches.append(breach)
  }

  func hasOpenCoPlacement(_ id: CaseID) -> Bool {
    breaches.contains { $0.caseID == id && $0.kind == .childWithUnrelatedAdults && $0.ended == nil }
  }

  /// Someone found to be an adult gives up a place among children alone.
  private mutating func clearChildrensPlace(of id: CaseID, _ at: Instant) {
    guard let item = cases[id], !item.isChildAlone else { return }
    clearPlaces(of: item, in: areas.filter { $0.kind == .children }.map(\.code), at)
  }

  /// Gives a case the kind its members make it, and the lane that goes with the kind: a child alone leaves
  /// the interview queue at once; whoever is no longer alone joins it.
  mutating func rekind(_ id: CaseID, _ at: Instant, by: Code) {
    guard let item = cases[id], item.isOnRoll, !item.members.isEmpty else { return }
    let kind = Center.kind(of: members(of: item))
    guard kind != item.kind else { return }
    leaveManifest(id)
    cases.update(id) {
      $0.kind = kind
      if (kind == .unaccompaniedChild) != item.isChildAlone { $0.beginAnew() }
      if kind == .unaccompaniedChild, $0.child.claimedAt == nil {
        $0.child.claimedAt = at
        $0.child.claimedBy = by
      }
    }
    // Entered late, a change of lane still follows what the case did last.
    let moved = max(at, item.changedAt)
    switch item.step {
    case .interview, .review, .caseManagement, .leaving:
      if kind == .unaccompaniedChild { move(id, to: .childrenAlone, moved) }
    case .childrenAlone:
      if kind != .unaccompaniedChild { move(id, to: .interview, moved) }
    case .reception, .health, .exited: break
    }
  }
}

extension Case {
  /// Puts the time of arrival, and what began with it, to another one.
  mutating func moveArrival(from old: Instant, to new: Instant) {
    arrivedAt = new
    if joinedAt == old { joinedAt = new }
    if changedAt == old { changedAt = new }
    if visits.reception.joinedAt == old { visits.reception.joinedAt = new }
    if child.claimedAt == old { child.claimedAt = new }
  }

  /// What was decided, planned, asked or accepted in one lane does not hold in the other: a child found to be
  /// alone is not returned on an adult's negative, an adult not on a child's screening.
  fileprivate mutating func beginAnew() {
    child.hasClaimed = child.hasClaimed || hasBeenHeard
    determination = nil
    review = Review()
    plan = nil
    release = ReleasePath()
    dropReturn()
    transfer = TransferPath()
    child.forgetScreening()
  }
}
