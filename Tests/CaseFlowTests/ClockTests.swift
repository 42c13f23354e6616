import CaseFlow
import Testing

@Suite("Legal clocks")
struct ClockTests {
  private let hair = Span(milliseconds: 1)

  private func clock(_ life: Live, _ id: CaseID, _ kind: ClockKind) -> LegalClock? {
    life.center.clocks(of: life.item(id), at: life.now).first { $0.kind == kind }
  }

  /// Start, due and the states around the due time of a clock that something must stop.
  private func expect(_ clock: LegalClock?, from start: Instant, _ limit: Span, _ note: Comment) throws {
    let clock = try #require(clock, note)
    #expect(clock.start == start && clock.due == start + limit && !clock.isNotBefore, note)
    #expect(clock.state(at: clock.due) == .running && clock.left(at: clock.due) == .zero, note)
    #expect(clock.state(at: clock.due + hair) == .breached, note)
    var stopped = clock
    stopped.stopped = clock.due
    #expect(stopped.state(at: clock.due + .days(9)) == .met, note)
    stopped.stopped = clock.due + hair
    #expect(stopped.state(at: clock.due + .days(9)) == .breached, note)
  }

  @Test("custody runs 72 hours from book-in, which may precede the arrival, and is met by leaving")
  func custody() throws {
    var life = Live()
    let bookIn = life.now - .hours(20)
    let man = try life.come(.adult(), bookIn: bookIn)[0]
    try expect(clock(life, man, .custody), from: bookIn, .hours(72), "custody")
    #expect(clock(life, man, .custody)?.isAtLeast == false)
    let other = try life.come(.adult())[0]
    #expect(clock(life, other, .custody)?.isAtLeast == true, "an unknown book-in has run at least so long")
    #expect(clock(life, other, .custody)?.start == life.now)
    var fact = FactCorrected()
    fact.caseID = other
    fact.bookIn = life.now - .hours(3)
    try life.run(.correct(fact), by: Code("sup1"))
    #expect(clock(life, other, .custody)?.start == life.now - .hours(3))
    #expect(clock(life, other, .custody)?.isAtLeast == false)
    #expect(life.center.parties[life.item(other).party]?.bookInBy == Code("sup1"), "who recorded the start is known")
    try life.note(.departed(man, .withdrew))
    #expect(clock(life, man, .custody)?.state(at: life.now + .days(9)) == .met)
  }

  @Test("a child alone: 48 hours to notify from the claim, 72 to transfer from the determination")
  func childAlone() throws {
    var life = Live()
    let child = try life.come(.child(15), from: Code("MEX"), bookIn: life.now - .hours(5))[0]
    let arrived = life.now
    try expect(clock(life, child, .notifyORR), from: arrived, .hours(48), "notify")
    #expect(clock(life, child, .transferORR) == nil)
    try expect(clock(life, child, .contiguousScreening), from: arrived - .hours(5), .hours(48), "screening")
    try expect(clock(life, child, .minorPlacement), from: arrived - .hours(5), .days(5), "minor")
    life.pass(.hours(49))
    try life.note(.orrNotified(CaseOnly(child)))
    #expect(clock(life, child, .notifyORR)?.state(at: life.now) == .breached)
    try life.note(.childFound(child))
    try expect(clock(life, child, .transferORR), from: life.now, .hours(72), "transfer")
    try life.note(.screened(child, own: false))
    #expect(clock(life, child, .contiguousScreening)?.stopped == life.now)
    life.pass(.hours(72))
    try life.transfer(child, to: .orr)
    #expect(clock(life, child, .transferORR)?.state(at: life.now) == .met)
    // A child of another country has no such screening; an adult none of these clocks.
    let other = try life.come(.child(15), from: Code("GTM"))[0]
    let man = try life.come(.adult())[0]
    #expect(clock(life, other, .contiguousScreening) == nil)
    for kind in [ClockKind.notifyORR, .transferORR, .contiguousScreening, .minorPlacement, .healthInterview] {
      #expect(clock(life, man, kind) == nil)
    }
  }

  @Test("a correction to a child starts the notice at the correction, not at the arrival")
  func claimedLater() throws {
    var life = Live()
    let man = try life.come(.adult(.male, 18))[0]
    life.pass(.hours(30))
    try life.run(.correct(.age(life.members(man)[0], 17)))
    try expect(clock(life, man, .notifyORR), from: life.now, .hours(48), "claimed at the correction")
  }

  @Test("children are seen by health within 12 hours, under 13 or with any concern within 6")
  func health() throws {
    var life = Live()
    let young = try life.come(.child(12))[0]
    let old = try life.come(.child(13))[0]
    let concern = try life.come(
      ArrivalMember(
        age: Years(16), band: .child, sex: .male, tie: .unstated,
        needs: NeedSet(asked: true, [Need(code: "SM-CI")].compactMap(\.self))))[0]
    let unknown = try life.come(.child(nil))[0]
    let start = life.now
    try expect(clock(life, young, .healthInterview), from: start, .hours(6), "young")
    try expect(clock(life, concern, .healthInterview), from: start, .hours(6), "concern")
    try expect(clock(life, unknown, .healthInterview), from: start, .hours(6), "an unknown age is taken as young")
    try expect(clock(life, old, .healthInterview), from: start, .hours(12), "old")
    try life.serve(old, at: .reception)
    life.pass(.hours(12))
    try life.seat(old, at: .health)
    #expect(clock(life, old, .healthInterview)?.stopped == nil)
    try life.check(old)
    #expect(clock(life, old, .healthInterview)?.state(at: life.now + .days(1)) == .met)
  }

  @Test("consultation: not before 48 hours until 9 May 2023 and 24 from 10 May 2023, or waived")
  func consultation() throws {
    for (rules, hours) in [(RuleSet.us2021, 48), (.us2023, 24)] {
      var life = Live(rules: rules)
      let man = try life.come(.adult())[0]
      #expect(clock(life, man, .consultation) == nil)
      life.pass(.hours(2))
      try life.note(.oriented(man))
      let period = try #require(clock(life, man, .consultation))
      #expect(period.isNotBefore && period.start == life.now && period.due == life.now + .hours(hours))
      #expect(period.state(at: period.due - hair) == .running && period.state(at: period.due) == .met)
      try life.note(.waived(man))
      #expect(clock(life, man, .consultation)?.state(at: life.now) == .waived)
    }
    var life = Live()
    let child = try life.come(.child(15))[0]
    try life.note(.oriented(child))
    #expect(clock(life, child, .consultation) == nil, "a child alone has no interview to wait for")
  }

  @Test("a review is decided within 7 days of the request, or of the silence that counts as one")
  func review() throws {
    var life = Live()
    let man = try life.come(.adult())[0]
    try life.decide(man, .negative)
    #expect(clock(life, man, .review) == nil)
    let ends = life.now + .hours(24)
    var silent = life
    silent.now = ends - hair
    #expect(clock(silent, man, .review) == nil)
    silent.now = ends
    try expect(clock(silent, man, .review), from: ends, .days(7), "silence")
    life.pass(.hours(3))
    try life.note(.reviewRequested(CaseOnly(man)))
    try expect(clock(life, man, .review), from: life.now, .days(7), "request")
    life.pass(.days(7))
    try life.note(.reviewed(man, .upheld))
    #expect(clock(life, man, .review)?.state(at: life.now + .days(1)) == .met)
    var declined = Live()
    let other = try declined.come(.adult())[0]
    try declined.decide(other, .negative)
    try declined.note(.reviewDeclined(CaseOnly(other)))
    declined.pass(.days(2))
    #expect(clock(declined, other, .review) == nil, "declined in time, nothing is pending")
  }

  @Test("isolation is tested again every 5 days until every member is clear")
  func retest() throws {
    var life = Live()
    let man = try life.come(.adult())[0]
    try life.note(.isolated(man))
    try expect(clock(life, man, .retest), from: life.now, .days(5), "ordered")
    life.pass(.days(4))
    try life.note(.retested(man, clear: false))
    try expect(clock(life, man, .retest), from: life.now, .days(5), "tested")
    try life.note(.retested(man, clear: true))
    #expect(clock(life, man, .retest) == nil)
  }

  @Test("a shower within 48 hours for minors and 72 for adults; the last of a case to have one meets it")
  func shower() throws {
    var life = Live()
    let family = try life.come(.adult(.female), .child(5, .ownChild))[0]
    let man = try life.come(.adult())[0]
    let start = life.now
    try expect(clock(life, family, .shower), from: start, .hours(48), "family")
    try expect(clock(life, man, .shower), from: start, .hours(72), "man")
    var care = CareGiven()
    care.people = [life.members(family)[1]]
    try life.note(.careGiven(care))
    try expect(clock(life, family, .shower), from: start, .hours(72), "the mother's is left")
    care.people = [life.members(family)[0]]
    life.pass(.hours(50))
    try life.note(.careGiven(care))
    #expect(clock(life, family, .shower)?.stopped == life.now)
    var meal = CareGiven()
    meal.people = life.members(man)
    meal.care = .meal
    try life.note(.careGiven(meal))
    #expect(clock(life, man, .shower)?.stopped == nil)
  }

  @Test("the rule set in force is the latest that had begun, to the millisecond")
  func rules() {
    let change = Instant(milliseconds: 1_683_676_800_000)
    #expect(RuleSet.inForce(at: change - hair).code == Code("us-2021"))
    #expect(RuleSet.inForce(at: change).code == Code("us-2023"))
    #expect(RuleSet.inForce(at: .earliest).code == Code("us-2021"), "the earliest known, where none had begun")
    #expect(RuleSet.inForce(at: .latest).code == Code("us-2023"))
    #expect(RuleSet.named(Code("us-2021"))?.consultation == .hours(48))
    #expect(RuleSet.named(Code("us-1999")) == nil)
    #expect(RuleSet.us2021.to == change && RuleSet.us2023.from == change)
  }
}
