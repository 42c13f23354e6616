import CaseFlow
import Testing

@Suite("A Mam speaker on a night without interpreters")
struct ScheduleMamTests {
  private func clock(_ life: Live, _ id: CaseID) -> LegalClock? {
    life.center.clocks(of: life.item(id), at: life.now).first { $0.kind == .interpreter }
  }

  @Test("is booked all the same to try Spanish, an interpreter is sought against the clock, and hears them at eight")
  func night() throws {
    var life = Live()
    try life.note(.duty("ao1", .officer, ["spa"], life.window(0, 600)))
    let woman = try life.ready(speaking: "mam")
    try life.note(.interpreters(Code("mam"), 0))
    // Nobody interprets Mam tonight: the line of the supervisor books the interview all the same.
    let tonight = life.window(60)
    try life.note(.booked(woman, tonight, "ao1", in: "mam"))
    #expect(life.center.bookings(at: life.now).map(\.fault) == [nil])
    #expect(life.item(woman).booking?.isUnderstood == false)
    try life.note(.sought(woman))
    #expect(life.refuses(.sought(woman))?.contains("sought already") == true)
    let due = life.now + .hours(24)
    #expect(clock(life, woman)?.due == due && clock(life, woman)?.stopped == nil)
    // At its time the desk may call it although nobody interprets; Spanish is tried and does not do.
    life.pass(.minutes(60))
    let desk = try life.open(.interview)
    #expect(life.refuses(.called(woman, desk)) != nil, "no officer of that booking sits there")
    var close = DeskClosed()
    close.desk = desk
    try life.note(.deskClosed(close))
    var open = DeskOpened()
    open.desk = desk
    open.staff = Code("ao1")
    try life.note(.deskOpened(open))
    try life.run(.callNext(desk))
    try life.note(.serviceStarted(CaseAtDesk(woman, desk)))
    try life.note(.caseHeld(CaseHeld(woman, .interpreter)))
    #expect(clock(life, woman)?.stopped == nil, "trying is not hearing")
    // In the morning one is found who interprets by telephone.
    life.pass(.hours(10))
    try life.note(.duty("ao5", .officer, [], life.window(0, 480)))
    try life.note(.duty("mam1", .interpreter, ["mam"], life.window(0, 240), remote: true))
    try life.note(.booked(woman, life.window(30), "ao5", in: "mam", interpreter: "mam1"))
    #expect(clock(life, woman)?.state(at: life.now) == .met)
    try life.note(.unbooked(woman, .interpreter))
    #expect(clock(life, woman)?.state(at: life.now) == .running, "taken back, it runs on from when it began")
    try life.note(.booked(woman, life.window(30), "ao5", in: "mam", interpreter: "mam1"))
    try life.note(.deskClosed(close))
    open.staff = Code("ao5")
    try life.note(.deskOpened(open))
    try life.note(.caseResumed(CaseOnly(woman)))
    life.pass(.minutes(30))
    try life.run(.callNext(desk))
    try life.note(.serviceStarted(CaseAtDesk(woman, desk)))
    try life.note(.determined(woman, .positive), by: Code("ao5"))
    try life.run(.complete(woman))
    #expect(life.item(woman).step == .caseManagement && clock(life, woman)?.state(at: life.now) == .met)
    let replayed = try life.replayed()
    #expect(replayed.canonicalBytes(at: life.now) == life.center.canonicalBytes(at: life.now))
  }
}
