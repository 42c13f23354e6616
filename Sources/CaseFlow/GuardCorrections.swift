// What one person cannot correct: a clock that protects someone set back, the protection of a child ended, the way to a
// return of a child alone opened.

extension Center {
  /// Why a correction needs a second person and has none, or nil.
  func protectionObjection(_ e: FactCorrected, by: Code) -> Refusal? {
    if e.isConfirmed(by: by) { return nil }
    if let refusal = clockObjection(e) { return refusal }
    let person = e.person.flatMap { people[$0] }
    if let person, let item = cases[person.caseID] {
      if person.isChild, e.band == .adult { return .protectionLowered(item) }
      if opensReturn(e, of: item) { return .decidesSooner(item) }
    }
    // What is said of a case counts whoever else is corrected with it.
    if let item = e.caseID.flatMap({ cases[$0] }), opensReturn(e, of: item) { return .decidesSooner(item) }
    return nil
  }

  /// A clock that protects someone is not set back by one person: custody that began later, an orientation that
  /// was given earlier.
  private func clockObjection(_ e: FactCorrected) -> Refusal? {
    guard let id = e.caseID, let item = cases[id] else { return nil }
    let party = parties[item.party]
    let arrivedLater = e.arrived.map { $0 > item.arrivedAt } ?? false
    let bookedLater = e.bookIn.map { $0 > party?.bookIn ?? item.arrivedAt } ?? false
    let orientedEarlier = e.oriented.map { $0 < item.consultation.orientedAt ?? $0 } ?? false
    return arrivedLater || bookedLater || orientedEarlier ? .clockSetBack(item) : nil
  }

  /// Whether a correction makes a child one who might be returned alone: of Mexico or Canada, and old enough to decide.
  /// A child in a family counts too: a split would leave it alone. Of a child alone either half opens the way.
  private func opensReturn(_ e: FactCorrected, of item: Case) -> Bool {
    var after = item
    if e.caseID == item.id, let nationality = e.nationality { after.nationality = nationality }
    let before = members(of: item)
    let corrected = before.map { person in
      guard person.id == e.person else { return person }
      var corrected = person
      if let band = e.band {
        corrected.band = band
        corrected.age = nil
      }
      corrected.age = e.age ?? corrected.age
      return corrected
    }
    let grown = !Center.deciding(corrected).isSubset(of: Center.deciding(before))
    let becameContiguous = isContiguous(after) && !isContiguous(item)
    if item.isChildAlone { return grown || becameContiguous }
    return isContiguous(after) && (grown || becameContiguous && !Center.deciding(corrected).isEmpty)
  }

  /// The children among people who are known to be old enough to decide on their own return.
  private static func deciding(_ people: [Person]) -> Set<PersonID> {
    Set(people.filter { $0.isChild && ($0.age?.count ?? 0) >= decidesFrom }.map(\.id))
  }
}

extension FactCorrected {
  /// Whether it puts the start of a clock right.
  var hasTimes: Bool { bookIn != nil || arrived != nil || oriented != nil }

  /// Whether someone other than `by` confirmed it.
  func isConfirmed(by: Code) -> Bool {
    guard let second, !second.isNone, !by.isNone else { return false }
    return !second.isSamePerson(as: by)
  }
}
