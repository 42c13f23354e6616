import CaseFlow

// What a health desk enters, sensible or not.
extension RandomCommands {
  /// The next thing that the screening of a case asks for; nil when a hurried desk thinks it is done.
  mutating func screening(_ item: Case, _ center: Center) -> Event? {
    if chance(0.1) { return nil }
    for person in center.members(of: item) {
      for found in person.findings where found.finding.isParasite && found.treatedAt == nil {
        return .treated(person.id, found.finding)
      }
    }
    if let ill = center.toIsolate(item) {
      let found = center.people[ill]?.findings.first { $0.finding.isolates && $0.treatedAt == nil }?.finding
      return chance(0.7) ? .isolated(item.id) : .treated(ill, found ?? .varicella)
    }
    guard let missing = center.missingChecks(of: item).first else { return nil }
    return .checked(missing.person, missing.check, one(CheckResult.allCases) ?? .clear)
  }

  /// Anything about someone's health or a service beside the flow.
  mutating func health(in center: Center) -> Event {
    let someone = person(in: center)
    let id = caseID(in: center)
    let service = one(Referral.allCases) ?? .legalServices
    switch Int.random(in: 0..<9, using: &random) {
    case 0: return .checked(someone, one(HealthCheck.allCases) ?? .skin, one(CheckResult.allCases) ?? .clear)
    case 1: return .judged(someone, fit: chance(0.5), for: one(FitFor.allCases) ?? .travel)
    case 2, 3: return .found(someone, one(Finding.allCases) ?? .lice)
    case 4: return .treated(someone, one(Finding.allCases) ?? .lice)
    case 5: return .referralAsked(ReferralOfCase(id, service))
    case 6: return .referralSeen(ReferralOfCase(id, service))
    case 7: return .referralOver(id, service, one(ReferralOutcome.allCases) ?? .served)
    default:
      var e = RecordOpened()
      e.person = someone
      e.what = one(OpenedRecord.allCases) ?? .needs
      return .recordOpened(e)
    }
  }
}
