import CaseFlow
import Testing

@Suite("Counsel, officer and interpreter come to the interview")
struct ScheduleCounselTests {
  private let absent =
    "Case 0001 is heard with its counsel, who is not booked for now, is off duty or with others. Book it with counsel=yes and hear them "
    + "then, or record that they go on without: counsel declined."

  /// A man whose counsel was reached, and the officer of the first room on duty.
  private func reached() throws -> (Live, CaseID, DeskID) {
    var life = Live()
    let man = try life.ready()
    let desk = try life.open(.interview)
    let officer = try #require(life.center.desk(desk)?.staff)
    try life.note(.duty(officer.text, .officer, [], life.window(0, 480)))
    try life.note(.counselRequested(CaseOnly(man)))
    try life.note(.counsel(man, .reached))
    return (life, man, desk)
  }

  @Test("who has counsel is heard with counsel booked, at that time, and not before")
  func booked() throws {
    var (life, man, desk) = try reached()
    #expect(life.refuses(.called(man, desk)) == absent)
    #expect(life.refusal(.callNext(desk)) == .order)
    let officer = try #require(life.center.desk(desk)?.staff)
    try life.note(.booked(man, life.window(60), officer.text, counsel: true))
    #expect(life.refuses(.called(man, desk)) == absent, "counsel is not here yet")
    life.pass(.minutes(55))
    try life.run(.callNext(desk))
    try life.note(.serviceStarted(CaseAtDesk(man, desk)))
    var without = life
    try without.note(.unbooked(man))
    #expect(without.refuses(.determined(man, .positive)) == absent)
    try life.note(.determined(man, .positive))
  }

  @Test("not after that time, however long the interview takes that began in it")
  func windowOver() throws {
    var (life, man, desk) = try reached()
    let officer = try #require(life.center.desk(desk)?.staff)
    let window = life.window(60)
    try life.note(.booked(man, window, officer.text, counsel: true))
    life.now = window.until - .minutes(1)
    #expect(life.verdict(.called(man, desk)) == nil)
    var called = life
    try called.note(.called(man, desk))
    var begun = called
    life.now = window.until
    called.now = window.until
    begun.now = window.until - .minutes(1)
    #expect(life.refuses(.called(man, desk)) == absent && life.refuses(.callNext(desk)) != nil)
    #expect(!life.center.isCallable(life.item(man), at: life.now))
    #expect(called.refuses(.serviceStarted(CaseAtDesk(man, desk))) == absent)
    try begun.note(.serviceStarted(CaseAtDesk(man, desk)))
    begun.pass(.hours(1))
    try begun.note(.determined(man, .positive))
    // Booked anew, or declined on the record, it goes on.
    var declined = life
    try declined.note(.counsel(man, .declined))
    #expect(declined.verdict(.called(man, desk)) == nil)
    try life.note(.booked(man, life.window(30), officer.text, counsel: true))
    life.pass(.minutes(30))
    try life.note(.called(man, desk))
  }

  @Test("nor once counsel has gone off duty, whether the duty had begun or not; an interview in progress waits")
  func counselOffDuty() throws {
    var (life, man, desk) = try reached()
    let officer = try #require(life.center.desk(desk)?.staff)
    try life.note(.duty("law1", .legal, [], life.window(30, 400)))
    try life.note(.booked(man, life.window(60), officer.text, counsel: true))
    var ill = life
    try ill.note(.offDuty("law1"))
    ill.pass(.minutes(60))
    #expect(ill.refuses(.called(man, desk)) == absent)
    life.pass(.minutes(60))
    var later = life
    try later.note(.offDuty("law1"))
    #expect(later.refuses(.called(man, desk)) == absent && later.refuses(.callNext(desk)) != nil)
    try life.note(.called(man, desk))
    try life.note(.serviceStarted(CaseAtDesk(man, desk)))
    let begun = life.now
    life.pass(.minutes(20))
    try life.note(.offDuty("law1"))
    life.pass(.minutes(5))
    #expect(life.refuses(.determined(man, .positive)) == absent)
    // What was decided while counsel was there may be entered after counsel has gone.
    try life.note(.determined(man, .positive), at: begun + .minutes(15))
  }

  @Test("of two interviews at once, one keeps its counsel when the other counsel goes off duty")
  func amongSeveral() throws {
    var life = Live()
    let men = [try life.ready(), try life.ready(), try life.ready()]
    let desks = [try life.open(.interview), try life.open(.interview, number: 2)]
    for counsel in ["law1", "law2"] { try life.note(.duty(counsel, .legal, [], life.window(0, 600))) }
    for (index, desk) in desks.enumerated() {
      let officer = try #require(life.center.desk(desk)?.staff)
      try life.note(.duty(officer.text, .officer, [], life.window(0, 600)))
      try life.note(.counselRequested(CaseOnly(men[index])))
      try life.note(.counsel(men[index], .reached))
      let window = life.window(30 + 15 * index)
      try life.note(.booked(men[index], window, officer.text, room: UInt8(index + 1), counsel: true))
    }
    try life.note(.counselRequested(CaseOnly(men[2])))
    try life.note(.counsel(men[2], .reached))
    try life.note(.duty("ao3", .officer, [], life.window(0, 600)))
    #expect(life.refuses(.booked(men[2], life.window(40), "ao3", room: 3, counsel: true)) != nil, "both are taken")
    try life.note(.offDuty("law2"))
    #expect(life.center.bookings(at: life.now).map(\.fault) == [nil, .counselOff], "the one booked first keeps hers")
    life.pass(.minutes(45))
    #expect(life.refusal(.state(.called(men[1], desks[1]))) == .consultation)
    // Nobody waits for counsel of somebody who cannot be heard now.
    var alone = life
    try alone.note(.caseHeld(CaseHeld(men[0], .rest)))
    try alone.note(.called(men[1], desks[1]))
    // Whoever is heard goes before whoever is booked earlier and still waits.
    var other = life
    try other.note(.duty("law3", .legal, [], life.window(0, 300)))
    try other.note(.called(men[1], desks[1]))
    try other.note(.serviceStarted(CaseAtDesk(men[1], desks[1])))
    try other.note(.offDuty("law3"))
    #expect(other.refuses(.called(men[0], desks[0])) == absent)
    try other.note(.determined(men[1], .positive))
    try life.note(.called(men[0], desks[0]))
    try life.note(.serviceStarted(CaseAtDesk(men[0], desks[0])))
    // It takes longer than booked: its counsel sits there still, and is with nobody else.
    life.pass(.minutes(50))
    #expect(life.refusal(.state(.called(men[1], desks[1]))) == .consultation)
    try life.note(.determined(men[0], .positive))
    try life.run(.complete(men[0]))
    try life.note(.called(men[1], desks[1]))
  }

  @Test("an interview that takes longer than booked ends with its counsel there, or is not decided")
  func counselLeavesAfterTheTime() throws {
    var (life, man, desk) = try reached()
    let officer = try #require(life.center.desk(desk)?.staff)
    let duty = life.window(30, 120)
    try life.note(.duty("law1", .legal, [], duty))
    let window = life.window(60)
    try life.note(.booked(man, window, officer.text, counsel: true))
    life.now = window.from
    try life.note(.called(man, desk))
    try life.note(.serviceStarted(CaseAtDesk(man, desk)))
    life.now = window.until + .minutes(10)
    var gone = life
    #expect(life.verdict(.determined(man, .positive)) == nil)
    try gone.note(.offDuty("law1"))
    gone.pass(.minutes(5))
    #expect(gone.refuses(.determined(man, .positive)) == absent)
    // By the roster counsel has gone home; who stays is listed for longer.
    life.now = duty.until + .minutes(5)
    #expect(life.refuses(.determined(man, .positive)) == absent)
    try life.note(.duty("law1", .legal, [], Window(duty.until, duty.until + .hours(1))))
    try life.note(.determined(man, .positive))
  }

  @Test("who joins a family brings their counsel along")
  func joined() throws {
    var life = Live()
    let family = try life.family()
    try life.screen(family)
    try life.note(.oriented(family))
    try life.note(.waived(family))
    let father = try life.split(family, [life.members(family)[1]])
    try life.note(.counselRequested(CaseOnly(father)))
    try life.note(.counsel(father, .reached))
    try life.note(.reunited(father, with: family))
    let desk = try life.open(.interview)
    #expect(life.refusal(.state(.called(family, desk))) == .consultation)
    try life.note(.counsel(family, .declined))
    try life.note(.called(family, desk))
  }

  @Test("or goes on without, which is recorded")
  func waived() throws {
    var (life, man, desk) = try reached()
    #expect(life.refuses(.counsel(man, .reached)) != nil)
    #expect(life.refuses(.counsel(man, .declined), at: life.now - .hours(1)) != nil)
    try life.note(.counsel(man, .declined))
    #expect(life.refuses(.counsel(man, .declined)) != nil)
    try life.note(.called(man, desk))
    try life.note(.serviceStarted(CaseAtDesk(man, desk)))
    try life.note(.determined(man, .positive))
  }

  @Test("a case is called as booked only where it is booked for now, with an interpreter who is there")
  func calledAsBooked() throws {
    var life = Live()
    try life.note(.duty("mam1", .interpreter, ["mam"], life.window(0, 480)))
    let woman = try life.ready(speaking: "mam")
    let desk = try life.open(.interview)
    let officer = try #require(life.center.desk(desk)?.staff)
    try life.note(.duty(officer.text, .officer, [], life.window(0, 480)))
    var call = CaseCalled()
    call.caseID = woman
    call.desk = desk
    call.reason = .booked
    let sentence = "Case 0001 is not booked for now at that desk, or who was booked is not there."
    #expect(life.refuses(.caseCalled(call)) == sentence)
    try life.note(.booked(woman, life.window(60), officer.text, in: "mam", interpreter: "mam1"))
    #expect(life.refuses(.caseCalled(call)) == sentence)
    life.pass(.minutes(60))
    #expect(life.verdict(.caseCalled(call)) == nil)
    try life.note(.interpreters(Code("mam"), 0))
    #expect(life.verdict(.caseCalled(call)) == nil, "the one who was booked is there")
    try life.note(.offDuty("mam1"))
    #expect(life.refuses(.caseCalled(call)) == sentence)
    #expect(life.refuses(.called(woman, desk))?.hasPrefix("No interpreter for mam is free") == true)
  }

  @Test("a telephone booking holds while its officer, wherever they are, is on duty")
  func remoteOfficer() throws {
    var life = Live()
    try life.note(.duty("ao2", .officer, [], life.window(0, 480), remote: true))
    let man = try life.ready()
    let desk = try life.open(.interview)
    try life.note(.booked(man, life.window(30), "ao2", mode: .telephone))
    life.pass(.minutes(30))
    #expect(life.center.next(at: desk, at: life.now)?.reason == .booked)
    try life.note(.offDuty("ao2"))
    #expect(life.center.next(at: desk, at: life.now)?.reason == .order)
  }

  @Test("who recorded the start of a search and of a consulate's answer stands with their clocks")
  func startedBy() throws {
    var life = Live()
    let man = try life.ready(speaking: "mam")
    try life.note(.sought(man), by: Code("sup7"))
    let clock = life.center.clocks(of: life.item(man), at: life.now).first { $0.kind == .interpreter }
    #expect(clock?.startedBy == Code("sup7"))
    #expect(life.item(man).consultation.waivedBy == Code("op1") && life.item(man).consultation.waivedIn == Code("spa"))
  }
}
