import CaseFlow

// Words for telling disputes of age, care, stays and causes.
extension Event {
  static func disputed(_ person: PersonID, _ claim: AgeBand) -> Event {
    var e = AgeDisputed()
    e.person = person
    e.claim = claim
    return .ageDisputed(e)
  }
  static func care(_ care: Care, _ people: [PersonID]) -> Event {
    var e = CareGiven()
    e.people = people
    e.care = care
    return .careGiven(e)
  }
  static func stays(_ id: CaseID, _ reason: StayReason) -> Event {
    var e = StayExplained()
    e.caseID = id
    e.reason = reason
    return .stayExplained(e)
  }
  static func ranOut(_ id: CaseID, _ clock: ClockKind, _ cause: BreachCause) -> Event {
    .breachRecorded(BreachRecorded(id, .clock, cause, clock: clock))
  }
}

extension Live {
  func clock(_ id: CaseID, _ kind: ClockKind) -> LegalClock? {
    center.clocks(of: item(id), at: now).first { $0.kind == kind }
  }

  /// A replay of what was lived says the same at this moment.
  func replaysTheSame() throws -> Bool {
    try replayed().canonicalBytes(at: now) == center.canonicalBytes(at: now)
  }
}
