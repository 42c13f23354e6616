import CaseFlow
import Testing

@Suite("Clocks that stand still, and who started them")
struct ClockPauseTests {
  @Test("the health interview waits while everyone is at a hospital; custody does not")
  func hospital() throws {
    var life = Live()
    let child = try life.come(.child(9))[0]
    let due = try #require(life.clock(child, .healthInterview)?.due)
    let custody = try #require(life.clock(child, .custody)?.due)
    life.pass(.hours(2))
    try life.note(.went(life.members(child), to: .hospital))
    life.pass(.hours(10))
    let away = try #require(life.clock(child, .healthInterview))
    #expect(away.isPaused && away.pausedFor == .hours(10) && away.due == due + .hours(10))
    #expect(away.state(at: life.now) == .running && away.left(at: life.now) == .hours(4))
    #expect(life.clock(child, .custody)?.due == custody && life.clock(child, .custody)?.isPaused == false)
    try life.note(.peopleCameBack(PeopleOnly(life.members(child))))
    life.pass(.hours(1))
    let back = try #require(life.clock(child, .healthInterview))
    #expect(!back.isPaused && back.pausedFor == .hours(10) && back.left(at: life.now) == .hours(3))
    #expect(try life.replaysTheSame())
  }

  @Test("nothing stands still while one of them is here, or at a court")
  func notEveryone() throws {
    var life = Live()
    let family = try life.come(.adult(.female), .child(5, .ownChild))[0]
    try life.note(.went([life.members(family)[1]], to: .hospital))
    let man = try life.come(.adult())[0]
    try life.note(.went(life.members(man), to: .court))
    life.pass(.hours(3))
    #expect(life.clock(family, .healthInterview)?.pausedFor == .zero)
    #expect(life.clock(man, .shower)?.pausedFor == .zero)
    try life.note(.went([life.members(family)[0]], to: .hospital))
    life.pass(.hours(1))
    #expect(life.clock(family, .healthInterview)?.pausedFor == .hours(1), "from when the last of them left")
  }

  @Test("what had run out before they left stays so, and is no later for it")
  func ranOut() throws {
    var life = Live()
    let child = try life.come(.child(9))[0]
    life.pass(.hours(8))
    let due = try #require(life.clock(child, .healthInterview)?.due)
    try life.note(.went(life.members(child), to: .hospital))
    life.pass(.hours(5))
    let clock = try #require(life.clock(child, .healthInterview))
    #expect(clock.due == due && clock.state(at: life.now) == .breached && !clock.isPaused)
  }

  @Test("a departure to a hospital that is taken back leaves no pause")
  func undone() throws {
    var life = Live()
    let child = try life.come(.child(9))[0]
    life.pass(.minutes(1))
    try life.note(.went(life.members(child), to: .hospital))
    life.pass(.minutes(5))
    try life.run(.undo)
    #expect(life.clock(child, .healthInterview)?.pausedFor == .zero)
  }

  @Test("every clock names who recorded its start")
  func starts() throws {
    var life = Live()
    let child = try life.come(.child(15), from: Code("MEX"))[0]
    let man = try life.come(.adult(), bookIn: life.now - .hours(3))[0]
    for kind in [ClockKind.custody, .notifyORR, .contiguousScreening, .minorPlacement, .healthInterview, .shower] {
      #expect(life.clock(child, kind)?.startedBy == Code("op1"), "\(kind)")
    }
    try life.note(.childFound(child), by: Code("cm1"))
    #expect(life.clock(child, .transferORR)?.startedBy == Code("cm1"))
    try life.note(.oriented(man), by: Code("leg1"))
    #expect(life.clock(man, .consultation)?.startedBy == Code("leg1"))
    try life.note(.isolated(man), by: Code("nurse1"))
    #expect(life.clock(man, .retest)?.startedBy == Code("nurse1"))
    life.pass(.days(1))
    try life.note(.retested(man, clear: false), by: Code("nurse2"))
    #expect(life.clock(man, .retest)?.startedBy == Code("nurse2"))
    var fact = FactCorrected()
    fact.caseID = child
    fact.arrived = life.now - .hours(25)
    try life.run(.correct(fact), by: Code("sup1"))
    #expect(
      life.clock(child, .healthInterview)?.startedBy == Code("sup1"), "whoever put the start right answers for it")
  }

  @Test("nobody started a review that silence asked for")
  func silence() throws {
    var life = Live()
    let man = try life.come(.adult())[0]
    try life.decide(man, .negative)
    life.pass(.hours(25))
    #expect(life.clock(man, .review) != nil && life.clock(man, .review)?.startedBy == nil)
    let other = try life.come(.adult())[0]
    try life.decide(other, .negative)
    try life.note(.reviewRequested(CaseOnly(other)), by: Code("leg1"))
    #expect(life.clock(other, .review)?.startedBy == Code("leg1"))
  }
}

@Suite("When what a clock waits for comes at the present pace")
struct PaceTests {
  private func pace(_ life: Live) -> Pace {
    Pace(of: life.center, Stage.allCases.map { life.center.stageFigures($0, at: life.now) }, at: life.now)
  }

  @Test("the third in the line of health is seen after three services at the pace of the last hour")
  func health() throws {
    var life = Live()
    var children: [CaseID] = []
    for _ in 0..<5 { children += try life.come(.child(14)) }
    for child in children { try life.serve(child, at: .reception) }
    let desk = try life.open(.health)
    for child in children[..<2] {
      try life.note(.called(child, desk))
      try life.note(.serviceStarted(CaseAtDesk(child, desk)))
      life.pass(.minutes(20))
      try life.check(child)
      try life.run(.complete(child))
    }
    // Two an hour, three wait.
    let last = life.item(children[4])
    let expected = pace(life).expectedStop(of: .healthInterview, last, position: 3, in: life.center)
    #expect(expected == life.now + .minutes(90))
    let next = pace(life).expectedStop(of: .healthInterview, last, position: 1, in: life.center)
    #expect(next == life.now + .minutes(30))
  }

  @Test("nothing is said where nobody is served, or the case is on hold, or nobody has left yet")
  func unknown() throws {
    var life = Live()
    let child = try life.come(.child(14))[0]
    #expect(pace(life).expectedStop(of: .healthInterview, life.item(child), position: 1, in: life.center) == nil)
    #expect(pace(life).expectedStop(of: .custody, life.item(child), position: 1, in: life.center) == nil)
    #expect(pace(life).expectedStop(of: .notifyORR, life.item(child), position: 1, in: life.center) == nil)
    let man = try life.come(.adult())[0]
    try life.serve(man, at: .reception)
    try life.note(.caseHeld(CaseHeld(man, .rest)))
    #expect(pace(life).expectedStop(of: .custody, life.item(man), position: nil, in: life.center) == nil)
  }

  @Test("a planned pick-up ends a child's stay when it comes; custody of others by those who left before")
  func leaving() throws {
    var life = Live()
    let child = try life.come(.child(14))[0]
    var pickup = PickupPlanned()
    pickup.caseID = child
    pickup.expected = life.now + .hours(5)
    try life.note(.transferAsked(TransferOfCase(child, .orr)))
    try life.note(.transferAccepted(TransferOfCase(child, .orr)))
    try life.note(.pickupPlanned(pickup))
    for kind in [ClockKind.custody, .minorPlacement] {
      #expect(pace(life).expectedStop(of: kind, life.item(child), position: nil, in: life.center) == pickup.expected)
    }
    let (first, second) = (try life.come(.adult())[0], try life.come(.adult())[0])
    try life.readyForRelease(first)
    life.pass(.hours(3))
    try life.note(.caseReleased(ReceiverOfCase(first, Code("casa"))))
    try life.readyForRelease(second)
    #expect(
      pace(life).expectedStop(of: .custody, life.item(second), position: nil, in: life.center) == life.now + .hours(3))
  }
}
