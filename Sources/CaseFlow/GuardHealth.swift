// The guards of health: treated before rooms are shared, fit for what is asked of a person.

extension Guard {
  /// Lice and scabies are treated before people share a room or a bus: screening does not end, no place among others is
  /// given, and nobody leaves but to a hospital, while an untreated one stands. The single rooms of isolation are no
  /// shared place.
  static let treatedFirst = Guard(rule: .treatment) { center, record in
    func untreated(_ id: CaseID, at: Instant) -> PersonID? {
      center.cases.lend(id) { $0.members.first { center.people.holds($0) { $0.isUntreated(at: at) } } }
    }
    switch record.event {
    case .serviceCompleted(let e) where e.desk.stage == .health:
      return untreated(e.caseID, at: record.at).map { .untreated($0) }
    case .casePlaced(let e) where center.area(e.area)?.kind != .isolation:
      return untreated(e.caseID, at: record.at).map { .untreated($0) }
    default:
      // A way out is judged by the latest that is known, whatever time it is entered for.
      return record.event.journey.flatMap { untreated($0, at: .latest) }.map { .untreatedLeaving($0) }
    }
  }

  /// Whoever was judged not fit is not placed among others, interviewed, or sent on a journey; a hospital takes anyone.
  static let fitness = Guard(rule: .fitness) { center, record in
    if let id = record.event.journey {
      return center.cases.lend(id) { center.unfit($0, for: .travel, at: .latest).map { .unfit($0, for: .travel) } }
    }
    let id: CaseID
    let purpose: FitFor
    switch record.event {
    case .casePlaced(let e) where center.area(e.area)?.kind != .isolation: (id, purpose) = (e.caseID, .sharedArea)
    case .caseCalled(let e) where e.desk.stage == .interview: (id, purpose) = (e.caseID, .interview)
    case .serviceStarted(let e) where e.desk.stage == .interview: (id, purpose) = (e.caseID, .interview)
    case .returnStepDone(let e) where e.step == .fitnessToTravel: (id, purpose) = (e.caseID, .travel)
    default: return nil
    }
    return center.cases.lend(id) { item in
      center.unfit(item, for: purpose, at: record.at).map { .unfit($0, for: purpose) }
    }
  }
}

extension Event {
  /// Whom it sends on a journey beside others, or nil. Whoever boards is asked as if they left then.
  var journey: CaseID? {
    switch self {
    case .caseReleased(let e): e.caseID
    case .departureBoarded(let e): e.caseID
    case .caseReturned(let e): e.caseID
    case .caseTransferred(let e) where e.to != .hospital: e.caseID
    default: nil
    }
  }
}
