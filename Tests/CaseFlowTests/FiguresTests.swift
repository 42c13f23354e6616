import CaseFlow
import Testing

@Suite("Figures of the board")
struct FiguresTests {
  private func people(_ life: Live, _ row: BoardRow) -> Int {
    life.center.rows(at: life.now).first { $0.row == row }?.people ?? -1
  }

  @Test("rows add up to everyone on roll in every state a case can be in")
  func rows() throws {
    var life = Live()
    var expected: [BoardRow: Int] = [:]
    func check(_ note: Comment) {
      let rows = life.center.rows(at: life.now)
      #expect(rows.map(\.row) == BoardRow.allCases, note)
      for row in rows { #expect(row.people == expected[row.row, default: 0], "\(note): \(row.row)") }
      #expect(rows.reduce(0) { $0 + $1.people } == life.center.counts.onRoll, note)
    }
    check("nobody")
    _ = try life.family()
    expected[.reception] = 4
    check("waiting")
    let called = try life.come(.adult())[0]
    try life.note(.called(called, try life.open(.reception)))
    expected[.reception] = 5
    check("called")
    let held = try life.come(.adult())[0]
    try life.note(.caseHeld(CaseHeld(held, .rest)))
    expected[.reception] = 6
    check("on hold")
    try life.note(.caseHeld(CaseHeld(called, .rest)))
    let inHealth = try life.come(.adult())[0]
    try life.serve(inHealth, at: .reception)
    expected[.health] = 1
    check("health")
    let consulting = try life.come(.adult())[0]
    try life.screen(consulting)
    expected[.consultation] = 1
    check("not oriented is in consultation")
    let eligible = try life.come(.adult())[0]
    try life.screen(eligible)
    try life.note(.oriented(eligible))
    expected[.consultation] = 2
    check("oriented")
    try life.note(.waived(eligible))
    expected[.consultation] = 1
    expected[.interview] = 1
    check("eligible")
    let reviewed = try life.come(.adult())[0]
    try life.decide(reviewed, .negative)
    expected[.review] = 1
    check("review")
    let managed = try life.come(.adult())[0]
    try life.decide(managed, .positive)
    expected[.caseManagement] = 1
    check("case management")
    let leaving = try life.come(.adult())[0]
    try life.readyForRelease(leaving)
    expected[.leaving] = 1
    check("leaving")
    let child = try life.come(.child(9))[0]
    try life.screen(child)
    expected[.childrenAlone] = 1
    check("a child alone")
    let isolated = try life.come(.adult(.female))[0]
    try life.note(.isolated(isolated))
    expected[.isolation] = 1
    check("isolation")
    try life.note(.went(life.members(isolated), to: .hospital))
    check("away")
    try life.note(.caseReleased(ReceiverOfCase(leaving, Code("casa"))))
    expected[.leaving] = 0
    check("left")
    #expect(life.center.counts.released == 1 && life.center.counts.areConserved)
  }

  @Test("a row tells its waiting, served and held, its oldest, and when the next is ready")
  func row() throws {
    var life = Live()
    let first = try life.family()
    life.pass(.minutes(30))
    let second = try life.come(.adult())[0]
    let third = try life.come(.adult())[0]
    life.pass(.minutes(10))
    try life.seat(second, at: .reception)
    try life.note(.caseHeld(CaseHeld(third, .documents)))
    let row = life.center.rows(at: life.now)[0]
    #expect(row.cases == 3 && row.waiting == 4 && row.waitingCases == 1 && row.inService == 1 && row.onHold == 1)
    #expect(row.oldest == .minutes(40) && row.oldestCase == first)
    try life.run(.complete(second))
    try life.serve(second, at: .health)
    try life.note(.oriented(second))
    let consulting = try #require(life.center.rows(at: life.now).first { $0.row == .consultation })
    #expect(consulting.nextReady == life.now + .hours(24) && consulting.waiting == nil && consulting.oldest == .zero)
  }

  @Test("figures of a stage, by hand")
  func stage() throws {
    var life = Live()
    let start = life.now
    let family = try life.family()
    life.pass(.minutes(20))
    let man = try life.come(.adult())[0]
    let other = try life.come(.adult())[0]
    life.pass(.minutes(10))
    try life.seat(family, at: .reception)
    life.pass(.minutes(15))
    try life.run(.complete(family))
    try life.seat(man, at: .reception)
    life.pass(.minutes(5))
    let figures = life.center.stageFigures(.reception, at: life.now)
    #expect(life.now - start == .minutes(50))
    #expect(figures.waitingCases == 1 && figures.waitingPeople == 1 && figures.inService == 1 && figures.done == 1)
    #expect(figures.oldest == .minutes(30))
    // Waits: 30 served, 25 served, 30 still waiting. Half are served by 30; nine tenths cannot be known.
    #expect(figures.median == .minutes(30) && figures.p90 == nil)
    #expect(figures.inPerHour == 6 && figures.outPerHour == 4)
    // Two starts in the hour, one case ahead: half an hour.
    #expect(figures.join == .minutes(30))
    #expect(figures.desksOpen == 1 && figures.desks == 3)
    #expect(figures.capacity.usable == 1 && figures.capacity.limitedBy == .staff)
    // Three cases joined in the hour, 20 minutes each, one desk.
    #expect(figures.capacity.load == 1.0)
    try life.note(.caseHeld(CaseHeld(other, .rest)))
    let held = life.center.stageFigures(.reception, at: life.now)
    #expect(held.onHold == 1 && held.waitingCases == 0 && held.join == .zero && held.oldest == nil)
    let health = life.center.stageFigures(.health, at: life.now)
    #expect(health.join == nil, "nobody was served in the last hour, so nobody can tell")
    #expect(health.capacity.load == nil && health.capacity.usable == 0)
    life.pass(.hours(2))
    #expect(life.center.stageFigures(.reception, at: life.now).inPerHour == 0)
  }

  @Test("with every desk staffed the desks bind")
  func desksBind() throws {
    var life = Live()
    for number in 1...3 { _ = try life.open(.health, number: UInt8(number)) }
    #expect(life.center.stageFigures(.health, at: life.now).capacity.limitedBy == .desks)
  }

  @Test("an isolated case waits for health and in no other queue")
  func isolated() throws {
    var life = Live()
    let man = try life.come(.adult())[0]
    try life.note(.isolated(man))
    #expect(life.center.stageFigures(.reception, at: life.now).waitingCases == 0)
    #expect(life.center.areaFigures().first { $0.name == "isolation" }?.area.occupied == 1)
  }
}
