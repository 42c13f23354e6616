// What may be wrong with a split, a reunion, a tie or a correction, but for the guards.

extension Center {
  func familyObjection(_ record: Record) -> Refusal? {
    let at = record.at
    switch record.event {
    case .familySplit(let e):
      return with(e.caseID, at, flow: true) { item in
        if e.newCase != nextCase { return .wrongNumber("case", nextCase.label) }
        if e.people.isEmpty || !Set(e.people).isSubset(of: Set(item.members)) { return .strangers(item.id) }
        if item.state == .called || item.state == .inService { return .notWaiting(item) }
        return Set(e.people).count == item.members.count ? .wholeFamily(item) : nil
      }
    case .familyReunited(let e):
      return known(e.caseID, at: at, flow: true)
        ?? with(e.with, at, flow: true) { whole in
          guard let item = cases[e.caseID] else { return .noCase(e.caseID) }
          for served in [item, whole] where served.state == .called || served.state == .inService {
            return .notWaiting(served)
          }
          return item.members.count + whole.members.count > Limit.casePeople ? .crowdedCase(whole.id) : nil
        }
    case .tieStated(let e):
      if let refusal = known(e.child, at) ?? known(e.adult, at) { return refusal }
      guard let child = people[e.child], let adult = people[e.adult], let from = cases[child.caseID],
        let into = cases[adult.caseID]
      else { return .noPerson(e.child) }
      if from.id == into.id { return .done(into) }
      for item in [from, into] {
        if at < item.changedAt { return .before(item) }
        if item.state == .called || item.state == .inService { return .notWaiting(item) }
      }
      return from.members.count + into.members.count > Limit.casePeople ? .crowdedCase(into.id) : nil
    case .factCorrected(let e): return objection(toCorrection: e, at)
    default: return nil
    }
  }

  private func objection(toCorrection e: FactCorrected, _ at: Instant) -> Refusal? {
    if e.wrongs < 0 || Int64(e.wrongs) > seq { return .notYetRecorded }
    if e.person == nil && e.caseID == nil { return .emptyCorrection }
    if let id = e.person {
      guard e.age != nil || e.band != nil || e.sex != nil else { return .emptyCorrection }
      if let refusal = known(id, at) { return refusal }
      if let person = people[id] {
        if !Center.agree(e.age ?? (e.band == nil ? person.age : nil), e.band ?? person.band) { return .wrongBand(id) }
        let kind = kindAfter(e)
        let change = kind == cases[person.caseID]?.kind ? nil : kind
        if e.kind != change { return .wrongKind(person.caseID, kind) }
        if let item = cases[person.caseID], change != nil, item.state == .called || item.state == .inService {
          return .busy(item.desk ?? DeskID(), item.id)
        }
      }
    } else if e.kind != nil {
      return .emptyCorrection
    }
    if let id = e.caseID {
      guard e.language != nil || e.nationality != nil || e.hasTimes else { return .emptyCorrection }
      return with(id, at) { timesObjection($0, e, at) }
    }
    return e.hasTimes ? .emptyCorrection : nil
  }

  /// The starts of clocks, put right, still lie in the order in which things happen.
  private func timesObjection(_ item: Case, _ e: FactCorrected, _ at: Instant) -> Refusal? {
    let party = parties[item.party]
    let arrived = e.arrived ?? party?.arrivedAt ?? item.arrivedAt
    let bookIn = e.bookIn ?? party?.bookIn ?? arrived
    if bookIn < .earliest || arrived < .earliest { return .tooEarly }
    if bookIn > arrived { return .bookInAfterArrival }
    if let new = e.arrived {
      if new > at { return .future }
      for id in party?.cases ?? [] {
        if let item = cases[id], let first = firstTime(of: item), first < new { return .beforeArrival(item) }
      }
    }
    guard let oriented = e.oriented else { return nil }
    guard item.consultation.orientedAt != nil else { return .notOriented(item) }
    if oriented < arrived { return .beforeArrival(item) }
    if oriented > at { return .future }
    let next = [item.consultation.waivedAt, item.visits.interview.startedAt].compactMap(\.self).min()
    return next.map { oriented > $0 } ?? false ? .before(item) : nil
  }

  /// The first thing that happened to a case and its people after they arrived, or nil.
  private func firstTime(of item: Case) -> Instant? {
    var rest = item
    rest.moveArrival(from: item.arrivedAt, to: .latest)
    var times = TimesTold()
    rest.describe(&times)
    for var person in members(of: item) {
      person.moveArrival(to: .latest)
      person.describe(&times)
    }
    return times.earliest == .latest ? nil : times.earliest
  }

  /// The kind that the case of the corrected person has after the correction.
  func kindAfter(_ e: FactCorrected) -> CaseKind {
    guard let id = e.person, let person = people[id], let item = cases[person.caseID] else { return .singleAdult }
    return Center.kind(
      of: members(of: item).map { member in
        guard member.id == id else { return member }
        var corrected = member
        corrected.band = e.band ?? member.band
        return corrected
      })
  }
}
