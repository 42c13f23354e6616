import CaseFlow
import Testing

@Suite("The breach ledger")
struct LedgerTests {
  private func matters(_ life: Live) -> [LedgerMatter] { life.center.ledger(at: life.now).map(\.matter) }

  @Test("every clock that ran out stands on it without being entered, and asks for its cause")
  func derived() throws {
    var life = Live()
    let child = try life.come(.child(9))[0]
    life.pass(.hours(6))
    #expect(life.center.ledger(at: life.now).isEmpty)
    life.pass(.hours(1))
    let line = try #require(life.center.ledger(at: life.now).first)
    #expect(line.matter == .clock(.healthInterview) && line.caseID == child && line.lacksCause)
    #expect(line.late(at: life.now) == .hours(1) && line.ended == nil)
    life.pass(.hours(1))
    try life.serve(child, at: .reception)
    try life.seat(child, at: .health)
    try life.check(child)
    let met = try #require(life.center.ledger(at: life.now + .days(1)).first { $0.matter == .clock(.healthInterview) })
    #expect(met.late(at: life.now + .days(1)) == .hours(2), "met two hours late, and no later since")
  }

  @Test("a cause is said once, by name, and stays when the case has left")
  func cause() throws {
    var life = Live()
    let man = try life.come(.adult())[0]
    #expect(
      life.refuses(.state(.ranOut(man, .custody, .noStaff))) == "That clock of case 0001 has not run out.")
    life.pass(.hours(73))
    try life.note(.ranOut(man, .custody, .noTransport), by: Code("sup1"))
    let before = life.center.ledger(at: life.now).filter { $0.matter == .clock(.custody) }
    #expect(before.count == 1 && before[0].cause == .noTransport && before[0].by == Code("sup1"))
    #expect(before[0].ended == nil)
    life.pass(.hours(4))
    try life.note(.departed(man, .withdrew))
    life.pass(.days(2))
    let after = life.center.ledger(at: life.now)
    #expect(Set(after.map(\.matter)) == [.clock(.custody), .clock(.shower)])
    let custody = try #require(after.first { $0.matter == .clock(.custody) })
    #expect(custody.late(at: life.now) == .hours(5) && custody.cause == .noTransport)
    let shower = try #require(after.first { $0.matter == .clock(.shower) })
    #expect(shower.lacksCause)
    try life.note(.ranOut(man, .shower, .noStaff))
    #expect(life.center.ledger(at: life.now).allSatisfy { !$0.lacksCause })
    #expect(try life.replaysTheSame())
  }

  @Test("a test that came late is not forgotten when the next one starts")
  func lateTest() throws {
    var life = Live()
    let man = try life.come(.adult())[0]
    try life.note(.isolated(man))
    life.pass(.days(6))
    try life.note(.retested(man, clear: false))
    #expect(life.clock(man, .retest)?.start == life.now)
    let line = try #require(life.center.ledger(at: life.now).first { $0.matter == .clock(.retest) })
    #expect(line.late(at: life.now) == .days(1))
    try life.note(.ranOut(man, .retest, .noStaff))
    #expect(life.center.ledger(at: life.now).filter { $0.matter == .clock(.retest) }.map(\.cause) == [.noStaff])
  }

  @Test("children beside adults and families apart stand on it too, the latest first")
  func others() throws {
    var life = Live()
    let boy = try life.come(.adult(.male, 19))[0]
    try life.run(.correct(.age(life.members(boy)[0], 16)))
    life.pass(.hours(1))
    let family = try life.family()
    let apart = try life.split(family, [life.members(family)[1]])
    #expect(matters(life) == [.separation(.medical), .rule(.childWithUnrelatedAdults)])
    #expect(life.center.ledger(at: life.now)[0].caseID == apart)
    #expect(life.center.ledger(at: life.now).allSatisfy { !$0.lacksCause })
  }

  @Test("it goes on in the next recording, and an opening state cannot make it up")
  func carriedOver() throws {
    var life = Live()
    let man = try life.come(.adult())[0]
    life.pass(.hours(80))
    try life.note(.ranOut(man, .custody, .noPlace))
    var opening = life.center.openingState(exits: false)
    var next = Center(plan: life.center.plan, rules: life.center.rules)
    func record() -> Record {
      Record(seq: 0, at: life.now, recorded: life.now, by: Code("op1"), event: .stateAt(opening))
    }
    #expect(next.objection(to: record()) == nil)
    next.apply(record())
    #expect(next.ledger(at: life.now) == life.center.ledger(at: life.now))
    opening.brokenClocks[0].due = life.now + .hours(1)
    #expect(Center(plan: next.plan, rules: next.rules).objection(to: record())?.rule == .entry)
  }
}

@Suite("Stays over the norm")
struct StayTests {
  @Test("ask for a reason when the norm has passed, and again after a day")
  func asked() throws {
    var life = Live()
    let man = try life.come(.adult(), bookIn: life.now - .hours(10))[0]
    #expect(life.center.normEnds(life.item(man)) == life.now + .hours(62), "custody ends before the norm of the center")
    life.pass(.hours(61))
    #expect(!life.center.lacksStayReason(life.item(man), at: life.now))
    #expect(life.refuses(.state(.stays(man, .noReceiver))) != nil)
    life.pass(.hours(1))
    #expect(life.center.lacksStayReason(life.item(man), at: life.now))
    try life.note(.stays(man, .noReceiver))
    #expect(!life.center.lacksStayReason(life.item(man), at: life.now))
    life.pass(.hours(24))
    #expect(life.center.lacksStayReason(life.item(man), at: life.now))
    try life.note(.stays(man, .review))
    #expect(life.item(man).stayReason == .review)
    life.pass(.minutes(1))
    try life.run(.undo)
    #expect(life.item(man).stayReason == .noReceiver && life.center.lacksStayReason(life.item(man), at: life.now))
  }

  @Test("the norm is the center's own where that is shorter")
  func own() throws {
    var plan = SmallCenter.plan
    plan.stayNorm = 48
    var life = Live()
    life.center = Center(plan: plan, rules: .us2023)
    let man = try life.come(.adult())[0]
    #expect(life.center.normEnds(life.item(man)) == life.now + .hours(48))
  }
}
