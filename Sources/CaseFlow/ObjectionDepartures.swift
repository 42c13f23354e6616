// What may be wrong with a departure, a receiver, a follow-up, or the answers to a transfer and a return.

extension Center {
  func objection(toDeparture record: Record) -> Refusal? {
    let at = record.at
    switch record.event {
    case .transferRefused(let e): return known(e.caseID, at: at, flow: false)
    case .pickupPlanned(let e): return known(e.caseID, at: at, flow: false)
    case .departureBoarded(let e), .departureUnboarded(let e): return known(e.caseID, at: at, flow: false)
    case .consulateAnswered(let e): return known(e.caseID, at: at, flow: false)
    case .returnStopped(let e): return known(e.caseID, at: at, flow: true)
    default: return nil
    }
  }
}
