// Reuniting and tying: two cases become one, and the one keeps whatever protects either.

extension Center {
  mutating func reunite(_ e: FamilyReunited, _ at: Instant, by: Code) {
    absorb(e.caseID, into: e.with, at, by: by)
  }

  mutating func state(_ e: TieStated, _ at: Instant, by: Code) {
    guard let child = people[e.child], let adult = people[e.adult] else { return }
    people.update(e.child) { $0.tie = .ownChild }
    if child.caseID != adult.caseID { absorb(child.caseID, into: adult.caseID, at, by: by) }
  }

  /// Moves every member of one case into another; the emptied case leaves the roll without counting anyone.
  private mutating func absorb(_ id: CaseID, into target: CaseID, _ at: Instant, by: Code) {
    guard let item = cases[id], let into = cases[target], item.isOnRoll, into.isOnRoll, id != target else { return }
    for changed in [id, target] { leaveManifest(changed) }
    move(id, to: .exited, at)
    cases.update(id) {
      $0.members = []
      $0.isolation = nil
      $0.exit = .departed
      $0.exitedAt = at
    }
    for member in item.members { people.update(member) { $0.caseID = target } }
    cases.update(target) {
      $0.members += item.members
      $0.join(item)
      $0.prepare(max(at, item.preparedAt ?? at))
    }
    // Whoever was apart from the case that is no more is apart from the one that took its people in.
    for index in separations.indices {
      if separations[index].from == id { separations[index].from = target }
      if separations[index].to == id { separations[index].to = target }
    }
    separations.removeAll { $0.from == $0.to }
    endCoPlacement(of: id, at)
    rekind(target, at, by: by)
    settle(item.members, in: target, at)
    guard let joined = cases[target], let determination = joined.determination, determination.outcome == .negative
    else { return }
    if item.determination != determination {
      rehear(target, at)
    } else if item.review != into.review {
      cases.update(target) { $0.review = Review.together(item.review, into.review) }
      followReview(target, at)
    }
  }

  /// Those who joined live where the case does if that suits it and has room; else they wait, visibly, for
  /// places. Nobody stays in a place that the merged case may not have.
  private mutating func settle(_ joined: [PersonID], in id: CaseID, _ at: Instant) {
    guard let item = cases[id] else { return }
    let home = item.members.first.flatMap { people[$0]?.area }.flatMap(area)
    let need = joined.count { people[$0]?.area != home?.code }
    let hasRoom = home.map { suits($0, item) && $0.free >= need } ?? false
    for member in item.members {
      guard var person = people[member] else { continue }
      let own = person.area.flatMap(area)
      let keeps = own.map { suits($0, item) } ?? false
      var place = person.area
      if joined.contains(member) {
        place = hasRoom ? home?.code : keeps ? place : nil
      } else if own.map({ $0.kind == .children || endangersChild($0, item) }) ?? false, !keeps {
        place = nil
      }
      guard place != person.area else { continue }
      count(person, by: -1)
      person.area = place
      count(person, by: 1)
      people.update(member) {
        $0.area = place
        if let place { $0.stay(in: place, at) } else { $0.leaveArea(at) }
      }
    }
  }

  /// A family that someone joined whose claim was not part of the negative is heard again as a whole.
  mutating func rehear(_ id: CaseID, _ at: Instant) {
    cases.update(id) {
      $0.child.hasClaimed = true
      $0.determination = nil
      $0.review = Review()
      $0.plan = nil
      $0.dropReturn()
    }
    move(id, to: .interview, at)
  }

  /// Where a case goes once its review was decided, or is open again.
  mutating func followReview(_ id: CaseID, _ at: Instant) {
    guard let item = cases[id], item.determination != nil else { return }
    switch item.review.result {
    case .reversed:
      if item.plan == .return {
        // Case management had planned a return before the review was asked for: it plans anew.
        cases.update(id) {
          $0.plan = nil
          $0.dropReturn()
        }
        if item.step == .leaving { move(id, to: .caseManagement, at) }
      }
      if item.step == .review { move(id, to: .caseManagement, at) }
    case .upheld:
      if item.step == .review { move(id, to: .caseManagement, at) }
    case nil:
      guard item.review.declinedAt == nil, item.step == .caseManagement || item.step == .leaving else { return }
      // Under review again, nothing is prepared for a return, and no consulate is in contact.
      cases.update(id) {
        $0.plan = nil
        $0.dropReturn()
      }
      move(id, to: .review, at)
    }
  }
}

extension Case {
  /// Takes in what must hold for the whole from a case whose members join.
  fileprivate mutating func join(_ other: Case) {
    child.hasClaimed = child.hasClaimed || other.child.hasClaimed || other.hasBeenHeard
    if child.hasClaimed { child.mayReturn = false }
    // Children are heard with their parents; adults have each had their time to consult.
    if isChildAlone {
      consultation = other.consultation
    } else if !other.isChildAlone {
      consultation = Consultation.together(consultation, other.consultation)
    }
    if let asked = other.counselAskedAt, counselAskedAt == nil || other.counselAnsweredAt == nil {
      counselAskedAt = asked
      counselAnsweredAt = other.counselAnsweredAt
    }
    hasCounsel = hasCounsel || other.hasCounsel
    if let theirs = other.interpreterSoughtAt, theirs < interpreterSoughtAt ?? .latest {
      interpreterSoughtAt = theirs
      interpreterSoughtBy = other.interpreterSoughtBy
    }
    isolation = Isolation.together(isolation, other.isolation)
    isolatedUntil = [isolatedUntil, other.isolatedUntil].compactMap(\.self).max()
    // Whoever accepted or checked fewer people did not accept or check these.
    release = ReleasePath()
    transfer = TransferPath()
    returnSteps = returnSteps.filter(other.returnSteps.contains)
    let bothAsked = other.consulateAskedAt.flatMap { theirs in consulateAskedAt.map { max($0, theirs) } }
    consulateAskedBy =
      bothAsked == nil ? .none : bothAsked == consulateAskedAt ? consulateAskedBy : other.consulateAskedBy
    consulateAskedAt = bothAsked
    // It was asked about fewer people.
    consulateAnswer = nil
    if !returnSteps.contains(.travelDocument) { travelDocumentAt = nil }
    if isChildAlone && other.isChildAlone {
      child.join(other.child)
      dropReturn()
    }
    expedited = expedited ?? other.expedited
    // A service goes on with whoever joins, once.
    for path in other.referrals where referrals.count < Limit.paths {
      if path.closedAt != nil || openReferral(to: path.to) == nil { referrals.append(path) }
    }
  }
}

extension ChildPath {
  /// Siblings alone who are together again: what was asked, found or told of one was not of the other, and the clocks of
  /// the one who came first go on.
  fileprivate mutating func join(_ other: ChildPath) {
    forgetScreening()
    if let theirs = other.claimedAt, theirs < claimedAt ?? .latest {
      (claimedAt, claimedBy) = (theirs, other.claimedBy)
    }
    orrNotifiedAt = orrNotifiedAt.flatMap { own in other.orrNotifiedAt.map { max(own, $0) } }
    guard let own = determinedAt, let theirs = other.determinedAt else {
      (determinedAt, determinedBy, basis) = (nil, .none, nil)
      return
    }
    if theirs > own { (determinedAt, determinedBy, basis) = (theirs, other.determinedBy, other.basis) }
  }
}

extension Consultation {
  /// The period of the one who was told last; waived only where both waived it.
  fileprivate static func together(_ a: Consultation, _ b: Consultation) -> Consultation {
    var both = Consultation()
    guard let first = a.orientedAt, let second = b.orientedAt else { return both }
    both.orientedAt = max(first, second)
    both.orientedBy = first >= second ? a.orientedBy : b.orientedBy
    if let first = a.waivedAt, let second = b.waivedAt {
      let last = first >= second ? a : b
      both.waivedAt = last.waivedAt
      both.waivedBy = last.waivedBy
      both.waivedIn = last.waivedIn
    }
    return both
  }
}

extension Isolation {
  /// The longer one; clear only where both were found clear. Who joins an isolated case is tested with it.
  fileprivate static func together(_ a: Isolation?, _ b: Isolation?) -> Isolation? {
    guard var longer = a ?? b else { return nil }
    if let b, b.orderedAt < longer.orderedAt { longer = b }
    longer.clear = (a?.clear ?? false) && (b?.clear ?? false)
    return longer
  }
}

extension Review {
  /// The review of one determination for people who answered it apart: what one asked for holds for all, what
  /// one declined or lost does not.
  fileprivate static func together(_ a: Review, _ b: Review) -> Review {
    if a.result == .reversed { return a }
    if b.result == .reversed { return b }
    var both = Review()
    both.requestedAt = [a.requestedAt, b.requestedAt].compactMap(\.self).min()
    both.requestedBy = both.requestedAt == a.requestedAt ? a.requestedBy : b.requestedBy
    if a.result == .upheld && b.result == .upheld {
      both.result = .upheld
      both.decidedAt = [a.decidedAt, b.decidedAt].compactMap(\.self).max()
    } else if both.requestedAt == nil, let first = a.declinedAt, let second = b.declinedAt {
      both.declinedAt = max(first, second)
    }
    return both
  }
}
