import CaseFlow
import Testing

@Suite("Services beside the flow, and what is known to whom")
struct ReferralTests {
  @Test("a referral is asked, seen and closed in this order, once at a time, without losing the place in line")
  func path() throws {
    var life = Live()
    let man = try life.come(.adult())[0]
    let other = try life.come(.adult())[0]
    let legal = ReferralOfCase(man, .legalServices)
    #expect(
      life.refuses(.referralSeen(legal)) == "Case 0001 was not referred to legal services. Refer it first.")
    try life.note(.referralAsked(legal))
    #expect(
      life.refuses(.referralAsked(legal))
        == "Case 0001 is with legal services already. Record what came of it first.")
    try life.note(.referralAsked(ReferralOfCase(man, .safeRefuge)))
    #expect(life.refuses(.referralSeen(legal), at: life.now - .minutes(1)) != nil)
    life.pass(.hours(1))
    try life.note(.referralSeen(legal))
    #expect(life.refuses(.referralSeen(legal)) == "That was recorded for case 0001 already.")
    #expect(life.refuses(.referralOver(man, .legalServices), at: life.now - .minutes(1)) != nil)
    try life.note(.referralOver(man, .legalServices))
    #expect(life.refuses(.referralOver(man, .legalServices)) != nil)
    #expect(life.item(man).referrals.map(\.outcome) == [.served, nil])
    // Whoever does not serve it learns nothing by asking again; those who do are told.
    try life.note(.referralAsked(ReferralOfCase(man, .safeRefuge)))
    #expect(life.item(man).referrals.map(\.outcome) == [.served, nil])
    try life.note(.duty("care1", .psychosocial, [], life.window(0, 60)))
    #expect(
      life.refuses(.referralAsked(ReferralOfCase(man, .safeRefuge)), by: Code("care1"))
        == "Case 0001 is with safe refuge already. Record what came of it first.")
    #expect(life.center.serviceOrder(.reception, at: life.now).map(\.id) == [man, other])
    // Needed once more, it is asked for once more.
    try life.note(.referralAsked(legal))
    #expect(life.item(man).openReferral(to: .legalServices)?.askedAt == life.now)
  }

  @Test("whoever does not serve a protected service is told the same, whether somebody was referred to it or nobody")
  func protected() throws {
    var life = Live()
    let referred = try life.come(.adult())[0]
    let other = try life.come(.adult())[0]
    let desk = try life.open(.health)
    let nurse = try #require(life.center.desk(desk)?.staff)
    for (service, role) in [(Referral.safeRefuge, Role.psychosocial), (.mentalHealth, .health)] {
      try life.note(.referralAsked(ReferralOfCase(referred, service)))
      let told = life.refuses(.referralSeen(ReferralOfCase(referred, service)))
      #expect(told?.contains("is entered by who serves it: at a desk or on duty for \(role.rawValue).") == true)
      for id in [referred, other] {
        #expect(life.refuses(.referralSeen(ReferralOfCase(id, service))) == told)
        #expect(life.refuses(.referralOver(id, service)) == told)
      }
      // What was recorded is read, whoever recorded it.
      #expect(life.verdict(.referralSeen(ReferralOfCase(referred, service))) == nil)
    }
    #expect(life.refuses(.referralSeen(ReferralOfCase(referred, .safeRefuge)), by: nurse) != nil)
    try life.note(.referralSeen(ReferralOfCase(referred, .mentalHealth)), by: nurse)
    try life.note(.duty("care1", .psychosocial, [], life.window(0, 60)))
    let psychologist: Code = Code("care1")
    try life.note(.referralOver(referred, .safeRefuge), by: psychologist)
    #expect(
      life.refuses(.referralOver(other, .safeRefuge), by: psychologist)
        == "Case 0002 was not referred to safe refuge. Refer it first.")
    // Who enters it is asked, not who was there then: what was before the duty is entered in it.
    try life.note(.referralAsked(ReferralOfCase(other, .safeRefuge)))
    life.pass(.minutes(30))
    var late = life
    try late.note(.duty("care2", .psychosocial, [], late.window(0, 60)))
    try late.note(.referralSeen(ReferralOfCase(other, .safeRefuge)), at: late.now - .minutes(20), by: Code("care2"))
    life.pass(.minutes(60))
    #expect(
      life.refuses(.referralSeen(ReferralOfCase(other, .safeRefuge)), at: life.now - .minutes(70), by: psychologist)
        != nil)
  }

  @Test("someone who joins a family brings the open referral along, once")
  func joining() throws {
    var life = Live()
    let family = try life.family()
    let apart = try life.split(family, [life.members(family)[1]], .safety)
    for id in [family, apart] { try life.note(.referralAsked(ReferralOfCase(id, .psychosocial))) }
    try life.note(.referralAsked(ReferralOfCase(apart, .legalServices)))
    try life.note(.reunited(apart, with: family))
    #expect(life.item(family).referrals.map(\.to) == [.psychosocial, .legalServices])
  }

  @Test("roles follow the desk somebody sits at and the duty they are listed for, while it lasts")
  func roles() throws {
    var life = Live()
    let desk = try life.open(.health)
    let nurse = try #require(life.center.desk(desk)?.staff)
    #expect(life.center.roles(of: nurse, at: life.now) == [.health])
    let counselor: Code = Code("psy1")
    #expect(life.center.roles(of: counselor, at: life.now).isEmpty)
    var duty = Duty()
    duty.staff = counselor
    duty.role = .psychosocial
    duty.from = life.now
    duty.until = life.now + .hours(8)
    try life.note(.dutyListed(duty))
    #expect(life.center.roles(of: counselor, at: life.now) == [.psychosocial])
    #expect(life.center.roles(of: counselor, at: life.now + .hours(8)).isEmpty)
  }

  @Test("needs, medical detail and referrals are read by those who serve them")
  func access() throws {
    var person = Person()
    person.needs = NeedSet(asked: true, ["SM-CI", "SV-VF", "LP-ND", "FU-TR"].compactMap(Need.init(code:)))
    func codes(_ roles: Set<Role>) -> [String] { roles.needs(of: person).map(\.code) }
    #expect(codes([.health]) == ["SM-CI", "SV-VF"])
    #expect(codes([.officer]) == ["LP-ND"])
    #expect(codes([.caseManager]) == ["FU-TR"])
    #expect(codes([.reception, .transport, .supervisor]).isEmpty)
    #expect(Set<Role>([.health]).readsMedical && !Set<Role>([.supervisor, .officer]).readsMedical)
    // A supervisor sees that somebody waits for a service, and not which of the most protected ones.
    let supervisor: Set<Role> = [.supervisor]
    #expect(Referral.allCases.allSatisfy(supervisor.sees))
    #expect(Referral.allCases.filter(supervisor.names) == [.legalServices, .childWelfare, .psychosocial])
    #expect(!Referral.allCases.contains(where: Set<Role>([.officer]).sees))
    #expect(Set<Role>([.psychosocial]).names(.safeRefuge))
  }
}
