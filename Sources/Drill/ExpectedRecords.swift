import CaseFlow

extension Expected {
  /// Whoever comes to a center after an instant, as a recorded day has it: the same parties at the same times, entered
  /// as late. The numbers that they were given are not theirs any more.
  init(_ records: [Record], after instant: Instant, zone: ZoneOffsets) {
    self.init(zone: zone)
    let undone = Set(
      records.compactMap { record -> Int64? in
        guard case .entryUndone(let e) = record.event else { return nil }
        return Int64(e.wrongs)
      })
    for record in records where record.recorded > instant && !undone.contains(record.seq) {
      switch record.event {
      case .partyArrived(let e):
        parties.append(ExpectedParty(at: record.at, entered: record.recorded, arrival: Arrival(e)))
      case .arrivalAnnounced(let e):
        buses.append(ExpectedBus(announced: record.recorded, expected: e.expected, people: e.people))
      default: break
      }
    }
  }
}

extension Arrival {
  /// What was entered about a party that came, but for the bus and the appointment by which it was known.
  init(_ e: PartyArrived) {
    self.init()
    transport = e.transport
    bookIn = e.bookIn
    language = e.cases.first?.language
    secondLanguage = e.cases.first?.secondLanguage
    nationality = e.cases.first?.nationality
    members = e.members.map {
      ArrivalMember(
        age: $0.age, band: $0.band, sex: $0.sex, tie: $0.tie, relation: $0.relation, needs: $0.needs)
    }
  }
}
