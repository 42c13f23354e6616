/// A rule nobody is talked out of: a predicate over a center and a record, asked on every path.
package struct Guard: Sendable {
  /// The rule it keeps, as the manual and the tests call it.
  package let rule: Rule
  package let refuses: @Sendable (Center, Record) -> Refusal?
}

extension Guard {
  /// Every guard, in the order in which they answer.
  package static let all: [Guard] = [
    twoPersons, noReturnBeforeFinal, noConsulateBeforeFinal, childAlone, childPlacement, noSplitOfWholes, wholeFamily,
    suitablePlace, consultation, isolation, releaseWithBothEnds, bookedInterview, treatedFirst, fitness,
  ]

  /// An act of two people is not done by one.
  static let twoPersons = Guard(rule: .secondPerson) { center, record in
    let second: Code
    switch record.event {
    case .familySplit(let e): second = e.second
    case .familyReunited(let e):
      // Earlier records name one person; whoever enters it now is asked by `decide`.
      if e.second.isNone { return nil }
      second = e.second
    case .tieStated(let e): second = e.second
    case .caseReturned(let e): second = e.second
    case .childScreened(let e): second = e.second
    case .determinationMade(let e): second = e.reviewer
    case .reviewDecided(let e):
      // Nobody judges their own determination.
      guard let made = center.cases[e.caseID]?.determination else { return nil }
      return made.officer.isSamePerson(as: record.by) || made.reviewer.isSamePerson(as: record.by) ? .samePerson : nil
    default: return nil
    }
    return second.isNone || record.by.isNone || second.isSamePerson(as: record.by) ? .samePerson : nil
  }

  /// No contact with a consulate about a person before the negative is final (8 CFR 208.6).
  static let noConsulateBeforeFinal = Guard(rule: .consulate) { center, record in
    let id: CaseID
    switch record.event {
    case .consulateAsked(let e): id = e.caseID
    case .returnStepDone(let e) where e.step.isOfConsulate: id = e.caseID
    default: return nil
    }
    return center.cases.lend(id) { center.mayConsulateHear(of: $0, at: record.at) ? nil : .consulateTooEarly($0) }
  }

  /// A child alone never waits for an interview, leaves to ORR or a hospital only, and is returned only to
  /// Mexico or Canada after the screening, from 14 years on, by two reviewers. Its protection as a child ends
  /// only by two people.
  static let childAlone = Guard(rule: .childAlone) { center, record in
    switch record.event {
    case .caseCalled(let e) where e.desk.stage == .interview:
      return center.cases.lend(e.caseID) { $0.isChildAlone ? .childInterview($0) : nil }
    case .serviceStarted(let e) where e.desk.stage == .interview:
      return center.cases.lend(e.caseID) { $0.isChildAlone ? .childInterview($0) : nil }
    case .determinationMade(let e):
      return center.cases.lend(e.caseID) { $0.isChildAlone ? .childInterview($0) : nil }
    case .caseReleased(let e), .releaseOffered(let e), .releaseAccepted(let e):
      return center.cases.lend(e.caseID) { $0.isChildAlone ? .childLeaves($0) : nil }
    case .caseDeparted(let e):
      // A child does not withdraw a claim alone. That it ran away or died is a fact, told once ORR knows of the child:
      // nothing is recorded of a case that has left, so the notice would be lost.
      guard let item = center.cases[e.caseID], item.isChildAlone else { return nil }
      if e.reason == .withdrew { return .childLeaves(item) }
      return item.child.orrNotifiedAt == nil ? .notNotified(item) : nil
    case .transferAsked(let e), .transferAccepted(let e), .caseTransferred(let e):
      guard let item = center.cases[e.caseID] else { return nil }
      if !item.isChildAlone { return e.to == .orr ? .notAChildAlone(item) : nil }
      if e.to != .orr && e.to != .hospital { return .childLeaves(item) }
      guard case .caseTransferred = record.event else { return nil }
      let isDetermined = item.child.determinedAt.map { $0 <= record.at } ?? false
      if e.to == .orr, !isDetermined || !item.wasNotified(at: record.at) { return .notDetermined(item) }
      return item.wasNotified(at: record.at) ? nil : .notNotified(item)
    case .childScreened(let e):
      guard let item = center.cases[e.caseID], e.mayReturn else { return nil }
      if !center.isContiguous(item) { return .childReturn(item) }
      if item.child.hasClaimed { return .childClaimed(item) }
      return center.isOldEnoughToDecide(item) ? nil : .childTooYoung(item)
    case .caseReturned(let e):
      guard let item = center.cases[e.caseID], item.isChildAlone else { return nil }
      // Asked again: nationality and age may have been corrected since the screening.
      guard item.child.mayReturn, center.isContiguous(item), let screened = item.child.screenedAt,
        record.at >= screened
      else { return .childReturn(item) }
      if item.child.hasClaimed { return .childClaimed(item) }
      if !center.isOldEnoughToDecide(item) { return .childTooYoung(item) }
      if item.step != .childrenAlone { return .notLeaving(item) }
      if let missing = center.missingChecks(of: item).first { return .checkMissing(missing) }
      if !item.wasNotified(at: record.at) { return .notNotified(item) }
      return center.returnLacks(item, at: record.at) ?? (center.isTogether(item) ? nil : .apart(item))
    case .factCorrected(let e):
      return center.protectionObjection(e, by: record.by)
    case .tieStated(let e):
      guard let child = center.people[e.child], let adult = center.people[e.adult],
        let from = center.cases[child.caseID],
        let into = center.cases[adult.caseID]
      else { return nil }
      guard child.isChild, !adult.isChild, from.isChildAlone else { return .noTie(e.child) }
      return into.determination == nil ? nil : .tieTooLate(into)
    default: return nil
    }
  }

  /// A child alone is never placed with unrelated adults, and no adult among children alone; no override.
  static let childPlacement = Guard(rule: .childAlone) { center, record in
    guard case .casePlaced(let e) = record.event, let area = center.area(e.area) else { return nil }
    return center.cases.lend(e.caseID) { item in
      if center.endangersChild(area, item) { return .childWithAdults(item, area) }
      return !item.isChildAlone && area.kind == .children ? .adultWithChildren(item, area) : nil
    }
  }

  /// Only what was one family is reunited.
  static let noSplitOfWholes = Guard(rule: .familySplit) { center, record in
    guard case .familyReunited(let e) = record.event, let item = center.cases[e.caseID] else { return nil }
    let isOpen = center.separations.contains {
      $0.from == e.with && $0.to == e.caseID || $0.from == e.caseID && $0.to == e.with
    }
    return isOpen ? nil : .notSeparated(item)
  }

  /// Nobody is interviewed, put on a bus or sent to a shelter as part of a family.
  static let wholeFamily = Guard(rule: .partOfFamily) { center, record in
    let id: CaseID
    switch record.event {
    case .caseCalled(let e) where e.desk.stage == .interview: id = e.caseID
    case .serviceStarted(let e) where e.desk.stage == .interview: id = e.caseID
    case .caseReleased(let e): id = e.caseID
    case .caseReturned(let e): id = e.caseID
    case .caseDeparted(let e) where e.reason != .withdrew:
      // Who left or died is one of them, until two people say otherwise of each: children are not taken off the roll along.
      return center.cases.lend(e.caseID) { center.hasChildrenWithOthers($0) ? .separatedFirst($0) : nil }
    // Who withdraws leaves together with those in hospital, or not yet.
    case .caseDeparted(let e) where e.reason == .withdrew: id = e.caseID
    case .caseTransferred(let e) where e.to != .hospital: id = e.caseID
    default: return nil
    }
    return center.cases.lend(id) { center.isTogether($0) ? nil : .apart($0) }
  }

  /// Nobody is placed into a full or unsuitable area without a supervisor's name.
  static let suitablePlace = Guard(rule: .place) { center, record in
    guard case .casePlaced(let e) = record.event, (e.override ?? .none).isNone, let area = center.area(e.area) else {
      return nil
    }
    return center.cases.lend(e.caseID) { item in
      if !center.suits(area, item) { return .unsuitable(area, item) }
      let there = item.members.count { center.people.holds($0) { $0.area == area.code } }
      return area.free < item.members.count - there ? .full(area) : nil
    }
  }

  /// No interview before the consultation period has passed, unless waived; none while counsel is awaited, and none
  /// without the counsel that was reached: at the time for which they are booked, and while they are on duty.
  static let consultation = Guard(rule: .consultation) { center, record in
    let id: CaseID
    switch record.event {
    case .caseCalled(let e) where e.desk.stage == .interview: id = e.caseID
    case .serviceStarted(let e) where e.desk.stage == .interview: id = e.caseID
    case .determinationMade(let e): id = e.caseID
    default: return nil
    }
    guard let item = center.cases[id] else { return nil }
    guard let eligible = center.eligibleAt(item) else { return .notOriented(item) }
    if record.at < eligible { return .notEligible(item) }
    if item.counselAskedAt != nil, item.counselAnsweredAt.map({ record.at < $0 }) ?? true { return .counselOpen(item) }
    return center.lacksCounsel(item, at: record.at) ? .counselAbsent(item) : nil
  }

  /// An isolated case is seen by health only and leaves to a hospital only, until every member is clear.
  static let isolation = Guard(rule: .isolation) { center, record in
    switch record.event {
    case .isolationEnded(let e):
      guard let item = center.cases[e.caseID], let isolation = item.isolation else { return nil }
      return isolation.clear && record.at >= isolation.testedAt ?? .latest ? nil : .notClear(item)
    case .caseCalled(let e):
      return e.desk.stage == .health ? nil : center.isolated(e.caseID, at: record.at)
    case .serviceStarted(let e):
      // Called before the isolation was ordered; they do not sit down after it.
      return e.desk.stage == .health ? nil : center.isolated(e.caseID, at: record.at)
    case .peopleWentAway(let e) where e.to != .hospital:
      for id in e.people {
        if let refusal = center.people[id].flatMap({ center.isolated($0.caseID, at: record.at) }) { return refusal }
      }
      return nil
    case .casePlaced(let e):
      guard let area = center.area(e.area), area.kind != .isolation else { return nil }
      return center.isolated(e.caseID, at: record.at)
    case .caseReleased(let e): return center.isolated(e.caseID, at: record.at)
    case .caseReturned(let e): return center.isolated(e.caseID, at: record.at)
    case .caseDeparted(let e) where e.reason == .withdrew: return center.isolated(e.caseID, at: record.at)
    case .caseTransferred(let e): return e.to == .hospital ? nil : center.isolated(e.caseID, at: record.at)
    default: return nil
    }
  }
}

extension Center {
  /// That a case was isolated at a time, or nil.
  fileprivate func isolated(_ id: CaseID, at: Instant) -> Refusal? {
    cases.lend(id) { $0.wasIsolated(at: at) ? .isolated($0) : nil }
  }
}
