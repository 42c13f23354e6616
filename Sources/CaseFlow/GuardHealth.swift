// The guards of health: treated before rooms are shared, fit for what is asked of a person.

extension Guard {
  /// Lice and scabies are treated before people share a room: screening does not end, and no place among others is
  /// given, while an untreated one stands. The single rooms of isolation are no shared place.
  static let treatedFirst = Guard(rule: .treatment) { center, record in
    let id: CaseID
    switch record.event {
    case .serviceCompleted(let e) where e.desk.stage == .health: id = e.caseID
    case .casePlaced(let e) where center.area(e.area)?.kind != .isolation: id = e.caseID
    default: return nil
    }
    guard let item = center.cases[id] else { return nil }
    return item.members.first { center.people[$0]?.isUntreated(at: record.at) ?? false }.map { .untreated($0) }
  }

  /// Whoever was judged not fit is not placed among others, interviewed, or sent on a journey; a hospital takes anyone.
  static let fitness = Guard(rule: .fitness) { center, record in
    let id: CaseID
    let purpose: FitFor
    switch record.event {
    case .casePlaced(let e) where center.area(e.area)?.kind != .isolation: (id, purpose) = (e.caseID, .sharedArea)
    case .caseCalled(let e) where e.desk.stage == .interview: (id, purpose) = (e.caseID, .interview)
    case .serviceStarted(let e) where e.desk.stage == .interview: (id, purpose) = (e.caseID, .interview)
    case .caseReleased(let e): (id, purpose) = (e.caseID, .travel)
    case .departureBoarded(let e): (id, purpose) = (e.caseID, .travel)
    case .returnStepDone(let e) where e.step == .fitnessToTravel: (id, purpose) = (e.caseID, .travel)
    case .caseReturned(let e): (id, purpose) = (e.caseID, .travel)
    case .caseTransferred(let e) where e.to != .hospital: (id, purpose) = (e.caseID, .travel)
    default: return nil
    }
    guard let item = center.cases[id] else { return nil }
    return center.unfit(item, for: purpose, at: record.at).map { .unfit($0, for: purpose) }
  }
}
