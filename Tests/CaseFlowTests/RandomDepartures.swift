import CaseFlow

// What a case manager enters beyond the checklist: buses, receivers, follow-ups, answers from elsewhere.
extension RandomCommands {
  mutating func outwards(in center: Center) -> Event {
    let id = caseID(in: center)
    let item = center.cases[id]
    let bus = one(center.departures)?.id.number ?? 1
    let later = center.now + .minutes(Int.random(in: -60...6_000, using: &random))
    switch Int.random(in: 0..<13, using: &random) {
    case 0:
      return .announced(
        chance(0.9) ? center.nextDeparture.number : bus, seats: Int.random(in: -1...30, using: &random), leaves: later)
    case 1: return .boarded(id, bus)
    case 2: return .unboarded(center.departure(DepartureID(number: bus))?.cases.first ?? id, bus)
    case 3, 4:
      let aboard = center.departure(DepartureID(number: bus)).map(center.people(on:)) ?? 0
      return .left(bus, chance(0.8) ? aboard : aboard - 1, chance(0.5) ? .stayedBehind : nil)
    case 5:
      let left = center.departure(DepartureID(number: bus))?.counted ?? 0
      return .arrived(bus, chance(0.7) ? left : left - 1, chance(0.5) ? .hospital : nil)
    case 6: return .takes(Event.casa, Int.random(in: -1...60, using: &random), isOpen: chance(0.8))
    case 7: return .held(Event.casa, Int.random(in: -1...9, using: &random), until: later)
    case 8: return .toFollow(id, one(FollowUp.allCases) ?? .call, due: later)
    case 9: return .followed(id, one(FollowUp.allCases) ?? .call, one(FollowUpOutcome.allCases) ?? .missed)
    case 10: return .noPlace(id, item?.transfer.destination ?? .orr, .capacity)
    case 11: return .pickup(id, later)
    default:
      let returning = center.cases.items.filter { $0.plan == .return || $0.child.mayReturn }
      return .stopped(one(returning)?.id ?? id, one(StopReason.allCases) ?? .fear)
    }
  }
}
