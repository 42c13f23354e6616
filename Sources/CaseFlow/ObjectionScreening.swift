// What may be wrong with an entry of health screening, a referral, an opening or an explanation.

extension Center {
  func objection(toScreening record: Record) -> Refusal? {
    let at = record.at
    switch record.event {
    case .healthChecked(let e): return known(e.person, at)
    case .fitnessJudged(let e): return known(e.person, at)
    case .treatmentGiven(let e): return known(e.person, at)
    case .recordOpened(let e): return people[e.person] == nil ? .noPerson(e.person) : nil
    case .ageDisputed(let e): return known(e.person, at) ?? disputeObjection(e)
    case .referralAsked(let e): return known(e.caseID, at: at, flow: false)
    case .referralSeen(let e): return known(e.caseID, at: at, flow: false)
    case .referralClosed(let e): return known(e.caseID, at: at, flow: false)
    case .stayExplained(let e): return with(e.caseID, at) { isOverNorm($0, at: at) ? nil : .withinNorm($0) }
    default: return nil
    }
  }
}
