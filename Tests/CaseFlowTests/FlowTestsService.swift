import CaseFlow
import Testing

@Suite("The order of service")
struct FlowTestsService {
  private func needs(_ codes: String...) -> NeedSet { NeedSet(asked: true, codes.compactMap(Need.init(code:))) }

  private func member(_ needs: NeedSet = NeedSet(), age: Int = 30) -> ArrivalMember {
    ArrivalMember(age: Years(age), band: age < 18 ? .child : .adult, sex: .male, tie: .head, needs: needs)
  }

  /// Who is called next and why; the case is served and gone from the queue.
  private func call(_ life: inout Live, _ stage: Stage = .reception) throws -> (CaseID, CallReason) {
    let desk = try life.open(stage)
    let events = try life.run(.callNext(desk))
    guard case .caseCalled(let e) = events.first else { throw Refusal.none }
    try life.note(.serviceStarted(CaseAtDesk(e.caseID, desk)))
    if stage != .interview { try life.run(.complete(e.caseID)) }
    return (e.caseID, e.reason)
  }

  @Test("is by class, then arrival, and says why")
  func classes() throws {
    var life = Live()
    let plain = try life.come(member())[0]
    life.pass(.minutes(1))
    let pregnant = try life.come(member(needs("SM-DP")))[0]
    life.pass(.minutes(1))
    let child = try life.come(.child(12))[0]
    life.pass(.minutes(1))
    let critical = try life.come(member(needs("SM-CC")))[0]
    life.pass(.minutes(1))
    let baby = try life.come(.adult(.female), .child(1, .ownChild))[0]
    life.pass(.minutes(1))
    let expedited = try life.come(member())[0]
    var e = CaseExpedited()
    e.caseID = expedited
    e.reason = .transport
    try life.note(.caseExpedited(e))
    let urgent = try life.come(member(), bookIn: life.now - .hours(64))[0]
    let order = life.center.serviceOrder(.reception, at: life.now)
    #expect(order.map(\.id) == [critical, child, expedited, urgent, pregnant, baby, plain])
    #expect(order.map(\.priority.level.label) == ["P0", "P1", "P1", "P1", "P2", "P2", "P4"])
    #expect(
      order.map(\.priority.reason) == [
        .critical, .childAlone, .expedited, .deadline, .vulnerable, .vulnerable, .arrival,
      ])
    #expect(try call(&life) == (critical, .order))
    #expect(try call(&life) == (child, .order))
    #expect(try call(&life) == (expedited, .expedited))
    // Every fourth call is for whoever has waited longest, whatever their class.
    #expect(try call(&life) == (plain, .longestWaiting))
    #expect(try call(&life) == (urgent, .deadline))
    #expect(try call(&life) == (pregnant, .order))
    #expect(try call(&life) == (baby, .order))
    let desk = try life.open(.reception)
    #expect(life.refuses(.callNext(desk)) == "Nobody can be called to reception now.")
  }

  @Test("a deadline counts from eight hours before custody ends, to the millisecond")
  func deadline() throws {
    var life = Live()
    let man = try life.come(member())[0]
    let near = life.now + .hours(64)
    #expect(life.center.priority(of: life.item(man), at: near - Span(milliseconds: 1)).level == .p4)
    let priority = life.center.priority(of: life.item(man), at: near)
    #expect(priority.level == .p1 && priority.reason == .deadline)
    #expect(PriorityClass.p0 < .p4)
  }

  @Test("a call nobody answers is made again three times, then the case holds as a no-show and keeps its turn")
  func recalls() throws {
    var life = Live()
    let first = try life.come(member())[0]
    life.pass(.minutes(5))
    let second = try life.come(member())[0]
    let desk = try life.open(.reception)
    try life.run(.callNext(desk))
    #expect(life.refuses(.callNext(desk)) == "Desk reception-1 has case 0001. Complete or hold it first.")
    for _ in 0..<3 { try life.note(.caseRecalled(CaseAtDesk(first, desk))) }
    #expect(
      life.refuses(.caseRecalled(CaseAtDesk(first, DeskID(stage: .reception, number: 2))))
        == "Case 0001 was not called to this desk: it is called to reception-1, reception.")
    // A record of a fourth recall is refused; an operator who tries has held the case.
    #expect(
      life.verdict(.caseRecalled(CaseAtDesk(first, desk)))?.sentence
        == "Case 0001 was recalled often enough. Put it on hold as a no-show: it keeps its turn.")
    let events = try life.run(.state(.caseRecalled(CaseAtDesk(first, desk))))
    #expect(events.map(\.type) == ["caseHeld"] && life.item(first).hold == .noShow)
    #expect(life.refuses(.caseHeld(CaseHeld(first, .rest))) == "Case 0001 is on hold already.")
    #expect(life.center.desk(desk)?.serving == nil)
    try life.note(.caseResumed(CaseOnly(first)))
    #expect(life.refuses(.caseResumed(CaseOnly(first))) == "Case 0001 is not on hold.")
    #expect(life.center.serviceOrder(.reception, at: life.now).map(\.id) == [first, second])
  }

  @Test("a desk calls a case by name only with a recorded reason, and only one that waits there")
  func named() throws {
    var life = Live()
    let man = try life.come(member())[0]
    let desk = try life.open(.reception)
    #expect(
      life.refuses(.called(man, desk, because: nil)) == "Calling case 0001 out of turn needs a recorded reason.")
    let health = try life.open(.health)
    #expect(life.refuses(.called(man, health)) == "Case 0001 is not waiting there: it is waiting, reception.")
    #expect(life.refuses(.called(man, DeskID(stage: .reception, number: 9))) == "This center has no desk reception-9.")
    #expect(
      life.refuses(.called(man, DeskID(stage: .reception, number: 2)))
        == "Desk reception-2 is closed. Open it first.")
    #expect(life.refuses(.called(CaseID(number: 77), desk)) == "There is no case 0077 on the roll. Find it with /.")
    #expect(life.refuses(.callNext(DeskID(stage: .health, number: 9))) != nil)
    #expect(life.refuses(.callNext(DeskID(stage: .health, number: 2))) != nil)
    #expect(life.refuses(.complete(man)) == "Case 0001 is not being served there: it is waiting, reception.")
    try life.note(.called(man, desk))
    #expect(life.refuses(.serviceCompleted(CaseAtDesk(man, desk))) != nil)
    #expect(life.refusal(.complete(CaseID(number: 9))) == .unknown)
  }

  @Test(
    "an interpreter binds: who cannot be understood waits while others are called, and the screen names the language")
  func interpreters() throws {
    var life = Live()
    var cases: [CaseID] = []
    for language in ["mam", "mam", "spa"] {
      let id = try life.come(member(), speaking: Code(language))[0]
      try life.screen(id)
      try life.note(.oriented(id))
      try life.note(.waived(id))
      cases.append(id)
      life.pass(.minutes(1))
    }
    #expect(try call(&life, .interview).0 == cases[0])
    let desk = try life.open(.interview, number: 2)
    #expect(
      life.refuses(.called(cases[1], desk))
        == "No interpreter for mam is free for case 0002. Hold it for an interpreter, or call another.")
    try life.run(.callNext(desk))
    #expect(life.item(cases[2]).state == .called)
    _ = try life.open(.interview, number: 3)
    let capacity = life.center.stageFigures(.interview, at: life.now).capacity
    #expect(capacity.limitedBy == .interpreters && capacity.language == Code("mam") && capacity.usable == 2)
    // A line is as good as a person; so is an officer who speaks it.
    try life.note(.interpreters(Code("mam"), 1, lines: 1))
    #expect(life.center.interpretersFree(for: Code("mam")) == 1)
    #expect(life.verdict(.called(cases[1], DeskID(stage: .interview, number: 3))) == nil)
    try life.note(.interpreters(Code("mam"), 0))
    var closed = DeskClosed()
    closed.desk = DeskID(stage: .interview, number: 3)
    try life.note(.deskClosed(closed))
    var open = DeskOpened()
    open.desk = closed.desk
    open.staff = Code("off9")
    open.languages = [Code("mam")]
    try life.note(.deskOpened(open))
    try life.note(.called(cases[1], open.desk))
    #expect(life.refuses(.deskClosed(closed)) == "Desk interview-3 has case 0002. Complete or hold it first.")
    for number in [-1, 10_001] { #expect(life.verdict(.interpreters(Code("mam"), number)) != nil) }
    try life.note(.interpreters(Code("kek"), 2))
    #expect(life.center.interpretersFree(for: Code("kek")) == 2 && life.center.interpretersFree(for: Code("xxx")) == 0)
  }

  @Test("a second language helps where the first has nobody")
  func secondLanguage() throws {
    var life = Live()
    var arrival = Arrival()
    arrival.members = [member()]
    arrival.language = Code("kek")
    arrival.secondLanguage = Code("por")
    try life.run(.arrive(arrival))
    let id = CaseID(number: 1)
    try life.interview(id)
    #expect(life.center.interpretersFree(for: Code("por")) == 1)
    arrival.secondLanguage = Code("spa")
    try life.run(.arrive(arrival))
    let other = CaseID(number: 2)
    #expect(life.center.canSpeak(DeskID(stage: .interview, number: 2), with: life.item(other)))
    #expect(life.center.canSpeak(DeskID(stage: .health, number: 2), with: life.item(other)))
  }

  @Test("nobody works at two desks, and a desk opens and closes once")
  func desks() throws {
    var life = Live()
    let desk = try life.open(.reception)
    var e = DeskOpened()
    e.desk = desk
    e.staff = Code("other")
    #expect(life.refuses(.deskOpened(e)) == "Desk reception-1 is open already.")
    e.desk = DeskID(stage: .reception, number: 2)
    e.staff = Code("st-0-1")
    #expect(life.refuses(.deskOpened(e)) == "st-0-1 is at desk reception-1. Nobody works at two desks.")
    e.desk = DeskID(stage: .reception, number: 77)
    #expect(life.refusal(.state(.deskOpened(e))) == .unknown)
    var closed = DeskClosed()
    closed.desk = desk
    try life.note(.deskClosed(closed))
    #expect(life.refuses(.deskClosed(closed)) == "Desk reception-1 is closed. Open it first.")
    closed.desk = e.desk
    #expect(life.refusal(.state(.deskClosed(closed))) == .unknown)
  }

  @Test("a service interrupted by a hold began when it first began, and ends with what its stage asks for")
  func service() throws {
    var life = Live()
    let man = try life.come(member())[0]
    try life.screen(man)
    try life.interview(man)
    let began = life.now
    #expect(
      life.refuses(.complete(man))
        == "The interview of case 0001 ends with a determination. Record it with its reviewer.")
    try life.note(.caseHeld(CaseHeld(man, .rest)))
    life.pass(.minutes(20))
    try life.note(.caseResumed(CaseOnly(man)))
    try life.seat(man, at: .interview)
    #expect(life.item(man).visits.interview.startedAt == began)
    try life.note(.determined(man, .positive))
    try life.run(.complete(man))
    try life.seat(man, at: .caseManagement)
    #expect(
      life.refuses(.complete(man))
        == "Case 0001 has no plan yet: release, return or transfer. Record it first.")
    try life.note(.planned(man, .transfer))
    try life.run(.complete(man))
    #expect(life.item(man).step == .leaving && life.item(man).visits.caseManagement.doneAt == life.now)
    #expect(life.refuses(.planned(man, .release)) != nil)
    var e = CaseExpedited()
    e.caseID = man
    #expect(life.refusal(.state(.caseExpedited(e))) == .order)
    #expect(life.refusal(.state(.caseHeld(CaseHeld(man, .rest)))) == .order)
  }

  @Test("what happened is not recorded before the last entry, nor before it happened, nor outside all years")
  func time() throws {
    var life = Live()
    let man = try life.come(member())[0]
    #expect(
      life.refuses(.oriented(man), at: life.now + .minutes(1))
        == "It cannot happen after it is recorded. Check the time entered.")
    #expect(
      life.refuses(.oriented(man), at: life.now - .minutes(1))
        == "Case 0001 had not arrived at that time. Enter a later time, or correct its arrival.")
    #expect(life.refusal(.arrive(Arrival()), at: .earliest - .hours(1)) == .time)
    life.pass(.minutes(-1))
    #expect(
      life.refuses(.oriented(man)) == "Nothing can be recorded before the last entry. Check this machine's clock.")
    life.now = .latest + .hours(1)
    #expect(life.refuses(.oriented(man)) == "The time lies after 9999. Check the time entered.")
    // Two places at once: what a case did last bounds what it may have done before.
    var late = Live()
    let woman = try late.come(member())[0]
    late.pass(.hours(1))
    try late.serve(woman, at: .reception)
    let desk = try late.open(.health)
    #expect(
      late.refuses(.called(woman, desk), at: late.now - .minutes(30))
        == "Case 0001 was somewhere else at that time. Enter a time after its last step.")
  }
}

extension Refusal {
  fileprivate static var none: any Error { NothingCalled() }
  private struct NothingCalled: Error {}
}
