import CaseFlow

// What random operators enter of ages in dispute, care, stays, causes and answers to referrals.
extension RandomCommands {
  mutating func truth(in center: Center) -> Event {
    let id = caseID(in: center)
    switch Int.random(in: 0..<6, using: &random) {
    case 0: return .disputed(person(in: center), chance(0.7) ? .child : .adult)
    case 1: return .care(chance(0.5) ? .meal : .shower, [person(in: center)])
    case 2: return .stays(id, one(StayReason.allCases) ?? .noReceiver)
    case 3: return .ranOut(id, one(ClockKind.allCases) ?? .custody, one(BreachCause.allCases) ?? .noStaff)
    case 4:
      var e = TransferRefused()
      e.caseID = id
      e.reason = one(PlaceRefusal.allCases) ?? .capacity
      return .transferRefused(e)
    default:
      var e = PeopleWentAway()
      e.people = center.cases[id]?.members ?? []
      return chance(0.5) ? .peopleWentAway(e) : .peopleCameBack(PeopleOnly(e.people))
    }
  }
}
