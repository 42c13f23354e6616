// What may be wrong with a duty or a booking.

extension Center {
  func objection(toSchedule record: Record) -> Refusal? {
    let at = record.at
    switch record.event {
    case .interviewBooked(let e): return known(e.caseID, at: at, flow: false)
    case .interviewUnbooked(let e): return known(e.caseID, at: at, flow: false)
    case .interpreterSought(let e): return known(e.caseID, at: at, flow: false)
    default: return nil
    }
  }
}
