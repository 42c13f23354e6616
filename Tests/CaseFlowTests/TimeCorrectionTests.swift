import CaseFlow
import Testing

@Suite("Times put right, and an evening entered after the outage")
struct TimeCorrectionTests {
  private func fact(_ id: CaseID, second: Code? = nil, _ change: (inout FactCorrected) -> Void) -> Command {
    var fact = FactCorrected()
    fact.caseID = id
    fact.second = second
    change(&fact)
    return .correct(fact)
  }

  @Test("a party that came earlier is served earlier, and its clocks run from then")
  func earlier() throws {
    var life = Live()
    let first = try life.come(.adult())[0]
    life.pass(.minutes(10))
    let child = try life.come(.child(9))[0]
    let came = life.now - .minutes(40)
    life.pass(.minutes(1))
    try life.run(fact(child) { $0.arrived = came })
    let item = life.item(child)
    #expect(item.arrivedAt == came && item.joinedAt == came && item.child.claimedAt == came)
    #expect(life.center.queue(of: .reception) == [child, first])
    #expect(life.center.clocks(of: item, at: life.now).first { $0.kind == .notifyORR }?.start == came)
    let isReplayed = try life.replayed().canonicalBytes(at: life.now) == life.center.canonicalBytes(at: life.now)
    #expect(isReplayed)
  }

  @Test("what gives people less protection takes two, whatever happened since keeps its order")
  func later() throws {
    var life = Live()
    let man = try life.come(.adult(), bookIn: life.now - .hours(5))[0]
    let came = life.now
    life.pass(.minutes(30))
    let two = "This gives case 0001 less protection by its clocks. Someone else must confirm it."
    #expect(life.refuses(fact(man) { $0.arrived = came + .minutes(5) }) == two)
    #expect(life.refuses(fact(man, second: Code("op1")) { $0.arrived = came + .minutes(5) }) == two)
    #expect(life.refuses(fact(man) { $0.bookIn = came - .hours(4) }) == two)
    #expect(life.refuses(fact(man) { $0.arrived = came - .hours(6) })?.contains("Book-in") == true)
    #expect(life.refuses(fact(man) { $0.bookIn = came - .hours(6) }) == nil)
    #expect(life.refuses(fact(man) { $0.oriented = came })?.contains("no orientation") == true)
    try life.note(.oriented(man))
    let oriented = life.now
    life.pass(.minutes(10))
    #expect(life.refuses(fact(man) { $0.oriented = oriented - .minutes(5) }) == two)
    try life.run(fact(man, second: Code("sup1")) { $0.oriented = oriented - .minutes(5) })
    #expect(life.item(man).consultation.orientedAt == oriented - .minutes(5))
    #expect(life.refuses(fact(man) { $0.oriented = came - .minutes(5) }) != nil)
    #expect(life.refusal(fact(man, second: Code("sup1")) { $0.arrived = oriented }) == .time)
    try life.run(fact(man, second: Code("sup1")) { $0.arrived = came + .minutes(5) })
    #expect(life.item(man).arrivedAt == came + .minutes(5))
  }

  /// The night of 10 March 2024 in Chicago, where the hour from 02:00 to 03:00 does not exist.
  private let night = Instant(milliseconds: 1_710_050_400_000)

  @Test("a whole evening entered afterwards stands as if it had been entered as it happened, across a clock change")
  func evening() throws {
    func tell(_ life: inout Live, late: Bool) throws {
      let after = night + .hours(10)
      func step(_ minutes: Int) -> Instant {
        let at = night + .minutes(minutes)
        life.now = late ? after : at
        return at
      }
      let desk = DeskID(stage: .reception, number: 1)
      var opened = DeskOpened()
      opened.desk = desk
      opened.staff = Code("st1")
      try life.note(.deskOpened(opened), at: step(0))
      let man = try life.come(.adult(), bookIn: night - .hours(3), at: step(10))[0]
      let family = try life.come(.adult(.female), .child(4, .ownChild), at: step(50))[0]
      try life.run(.callNext(desk), at: step(100))
      try life.note(.serviceStarted(CaseAtDesk(man, desk)), at: step(118))
      try life.run(.complete(man), at: step(125))
      try life.note(.caseHeld(CaseHeld(family, .rest)), at: step(130))
      try life.run(.place(family, in: Code("families"), override: nil), at: step(140))
      life.now = after
    }
    var (live, late) = (Live(), Live())
    (live.now, late.now) = (night, night)
    try tell(&live, late: false)
    try tell(&late, late: true)
    let isSame = live.center.canonicalBytes(at: live.now) == late.center.canonicalBytes(at: live.now)
    #expect(isSame)
    // Seven minutes of service lie between 01:58 and 03:05 on the wall.
    let visit = late.item(CaseID(number: 1)).visits.reception
    #expect(visit.doneAt.map { $0 - (visit.startedAt ?? $0) } == .minutes(7))
    let custody = late.center.clocks(of: late.item(CaseID(number: 1)), at: late.now).first { $0.kind == .custody }
    #expect(custody?.due == night + .hours(69))
  }

  @Test("people entered out of order stand in the queue by when they came; what could not follow is refused")
  func outOfOrder() throws {
    var life = Live()
    let noon = life.now
    life.pass(.hours(6))
    let second = try life.come(.adult(), at: noon + .hours(2))[0]
    let first = try life.come(.adult(), at: noon + .hours(1))[0]
    #expect(life.center.queue(of: .reception) == [first, second])
    var opened = DeskOpened()
    opened.desk = DeskID(stage: .reception, number: 1)
    opened.staff = Code("st1")
    try life.note(.deskOpened(opened), at: noon)
    #expect(life.refusal(.state(.called(second, opened.desk)), at: noon + .minutes(90)) == .time)
    try life.run(.callNext(opened.desk), at: noon + .minutes(90))
    #expect(life.item(first).state == .called)
    #expect(life.refuses(.caseHeld(CaseHeld(first, .rest)), at: noon + .minutes(80)) != nil)
    #expect(life.refuses(.caseHeld(CaseHeld(first, .rest)), at: life.now + .minutes(1)) != nil)
  }
}
