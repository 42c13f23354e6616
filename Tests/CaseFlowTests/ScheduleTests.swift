import CaseFlow
import Testing

@Suite("The schedule of interviews")
struct ScheduleTests {
  /// Officer ao1 and remote officer ao2 and interpreter mam1 on duty for the next eight hours, a man ready.
  private func shift(speaking language: String = "spa") throws -> (Live, CaseID) {
    var life = Live()
    try life.note(.duty("ao1", .officer, [], life.window(0, 480)))
    try life.note(.duty("ao2", .officer, [], life.window(0, 480), remote: true))
    try life.note(.duty("mam1", .interpreter, ["mam"], life.window(0, 480)))
    let man = try life.ready(speaking: language)
    return (life, man)
  }

  @Test("an interview is booked with an officer in a room, shown, moved, and taken back")
  func booking() throws {
    var (life, man) = try shift()
    let first = life.window(60)
    try life.note(.booked(man, first, "ao1"))
    #expect(life.center.bookings(at: life.now).map(\.booking.window) == [first])
    let later = life.window(120)
    try life.note(.booked(man, later, "ao1"))
    #expect(life.center.bookings(at: life.now).map(\.booking.window) == [later], "booking again replaces")
    #expect(life.center.bookings(at: life.now).first?.fault == nil)
    try life.note(.unbooked(man))
    #expect(life.center.bookings(at: life.now).isEmpty && life.item(man).state == .waiting)
    #expect(life.refuses(.unbooked(man)) == "Case 0001 is booked for no interview.")
  }

  @Test("nobody is booked who may not be heard at that time")
  func whoMayBeHeard() throws {
    var (life, _) = try shift()
    let man = try life.come(.adult())[0]
    #expect(life.verdict(.booked(man, life.window(60), "ao1"))?.rule == .consultation)
    try life.note(.oriented(man))
    let tooEarly = life.refuses(.booked(man, life.window(60), "ao1"))
    #expect(tooEarly?.hasPrefix("Then case 0002 is still in its consultation period.") == true)
    try life.note(.duty("ao3", .officer, [], life.window(24 * 60, 240)))
    try life.note(.booked(man, life.window(24 * 60), "ao3"))
    try life.note(.counselRequested(CaseOnly(man)))
    #expect(life.center.bookings(at: life.now).first?.fault == .counselOpen)
    #expect(life.verdict(.booked(man, life.window(24 * 60), "ao3"))?.rule == .consultation)
    let child = try life.come(.child(12))[0]
    #expect(life.verdict(.booked(child, life.window(60), "ao1"))?.rule == .childAlone)
  }

  @Test("nobody isolated, away or apart from their family is booked, and what is booked is shown as broken")
  func whole() throws {
    var (life, man) = try shift()
    try life.note(.booked(man, life.window(60), "ao1"))
    try life.note(.went(life.members(man), to: .hospital))
    #expect(life.center.bookings(at: life.now).first?.fault == .away)
    #expect(life.verdict(.booked(man, life.window(60), "ao1"))?.rule == .partOfFamily)
    try life.note(.peopleCameBack(PeopleOnly(life.members(man))))
    #expect(life.center.bookings(at: life.now).first?.fault == nil)
    try life.note(.isolated(man))
    #expect(life.center.bookings(at: life.now).first?.fault == .isolated)
    #expect(life.verdict(.booked(man, life.window(60), "ao1"))?.rule == .isolation)
  }

  @Test("an officer, an interpreter and a room are each in one interview at a time, under whatever spelling")
  func oneAtATime() throws {
    var (life, man) = try shift(speaking: "mam")
    let other = try life.ready(speaking: "mam")
    try life.note(.duty("ao3", .officer, [], life.window(0, 480)))
    try life.note(.booked(man, life.window(60), "ao1", in: "mam", interpreter: "mam1"))
    func refusal(_ from: Int, _ officer: String, _ interpreter: String?, room: UInt8) -> String? {
      life.verdict(.booked(other, life.window(from), officer, in: "mam", interpreter: interpreter, room: room))?
        .sentence
    }
    #expect(refusal(90, "ao1", "mam1", room: 2)?.hasPrefix("ao1 is booked with case 0001 then.") == true)
    #expect(refusal(90, "ao3", "mam1", room: 2)?.hasPrefix("mam1 is booked with case 0001 then.") == true)
    #expect(refusal(90, "ao3", nil, room: 1)?.hasPrefix("interview-1 is booked for case 0001 then.") == true)
    #expect(refusal(120, "ao1", "mam1", room: 1) == nil, "one begins where the other ends")
    #expect(refusal(0, "ao1", "mam1", room: 1) == nil)
    #expect(life.refuses(.duty("AO1", .officer, [], life.window(600)))?.contains("stands in the roster as ao1") == true)
  }

  @Test("nobody is booked with someone who is not there for all of the time, or far away")
  func onDuty() throws {
    var (life, man) = try shift(speaking: "mam")
    func refusal(_ event: Event) -> String? { life.verdict(event)?.sentence }
    #expect(refusal(.booked(man, life.window(440), "ao1"))?.contains("not on duty as an officer for all of") == true)
    #expect(refusal(.booked(man, life.window(60), "mam1"))?.contains("not on duty as an officer") == true)
    #expect(refusal(.booked(man, life.window(60), "ao2"))?.contains("far away then: add mode=telephone") == true)
    #expect(refusal(.booked(man, life.window(60), "ao1", room: nil))?.contains("needs a room") == true)
    let forgotten = refusal(.booked(man, life.window(60), "ao1", in: "mam"))
    #expect(forgotten?.hasSuffix("mam1 is free then: add interpreter=mam1.") == true)
    let wrong = refusal(.booked(man, life.window(60), "ao1", in: "kek", interpreter: "mam1"))
    #expect(wrong?.hasPrefix("mam1 does not interpret kek") == true)
    #expect(refusal(.booked(man, life.window(-1), "ao1"))?.contains("for a time to come") == true)
    #expect(refusal(.booked(man, life.window(60, 0), "ao1"))?.contains("must end after it begins") == true)
    try life.note(.duty("ao1", .officer, [], life.window(480, 120)))
    #expect(refusal(.booked(man, life.window(440), "ao1")) == nil, "duties that follow each other count as one")
  }

  @Test("a telephone interview is counted where one in person was free")
  func telephone() throws {
    var (life, man) = try shift()
    try life.note(.booked(man, life.window(60), "ao2", room: nil, mode: .telephone))
    #expect(life.center.telephonedNeedlessly == 1)
    let other = try life.ready()
    try life.note(.booked(other, life.window(60), "ao1"))
    try life.note(.booked(man, life.window(60), "ao2", room: nil, mode: .telephone))
    #expect(life.center.telephonedNeedlessly == 0, "nobody in person is free by now")
  }

  @Test("a booking is broken, and stays to be seen, when its officer or interpreter goes off duty")
  func broken() throws {
    var (life, man) = try shift(speaking: "mam")
    try life.note(.booked(man, life.window(60), "ao1", in: "mam", interpreter: "mam1"))
    try life.note(.offDuty("mam1"))
    #expect(life.center.bookings(at: life.now).first?.fault == .interpreterOff)
    try life.note(.offDuty("ao1"))
    #expect(life.center.bookings(at: life.now).first?.fault == .officerOff)
    #expect(life.refuses(.offDuty("ao1"))?.contains("not on duty") == true)
    life.pass(.minutes(95))
    #expect(life.center.bookings(at: life.now).first?.fault == .passed)
  }

  @Test("the desk of the booked officer calls the booked case at its time, and in the order of service until then")
  func called() throws {
    var (life, first) = try shift()
    life.pass(.minutes(5))
    let booked = try life.ready()
    let desk = try life.open(.interview)
    let officer = try #require(life.center.desk(desk)?.staff)
    try life.note(.duty(officer.text, .officer, [], life.window(0, 480)))
    try life.note(.booked(booked, life.window(60), officer.text))
    #expect(life.center.next(at: desk, at: life.now)?.id == first)
    let next = try #require(life.center.next(at: desk, at: life.now + .minutes(50)))
    #expect(next.id == booked && next.reason == .booked)
    #expect(life.center.next(at: try life.open(.interview, number: 2), at: life.now + .minutes(50))?.id == first)
    life.pass(.minutes(55))
    try life.run(.callNext(desk))
    #expect(life.item(booked).state == .called)
  }

  @Test("counsel who was reached comes to the interview, at hours when counsel is here")
  func counsel() throws {
    var (life, man) = try shift()
    try life.note(.counselRequested(CaseOnly(man)))
    try life.note(.counsel(man, .reached))
    #expect(life.refuses(.booked(man, life.window(60), "ao1"))?.contains("add counsel=yes") == true)
    try life.note(.duty("law1", .legal, [], life.window(180, 60)))
    #expect(life.refuses(.booked(man, life.window(60), "ao1", counsel: true))?.contains("legal services") == true)
    try life.note(.booked(man, life.window(180), "ao1", counsel: true))
    let desk = try life.open(.interview)
    #expect(life.center.next(at: desk, at: life.now) == nil, "counsel is not here yet")
    let other = try life.ready()
    try life.note(.duty("ao3", .officer, [], life.window(0, 480)))
    try life.note(.counselRequested(CaseOnly(other)))
    try life.note(.counsel(other, .reached))
    let busy = life.refuses(.booked(other, life.window(180), "ao3", room: 2, counsel: true))
    #expect(busy?.contains("legal services") == true, "one counsel is in one interview at a time")
  }

  @Test("a roster that cannot be is refused")
  func roster() throws {
    var (life, _) = try shift()
    for (event, words) in [
      (Event.duty("x", .officer, [], life.window(0, 0)), "must end after it begins"),
      (.duty("x", .officer, [], life.window(0, 24 * 60 + 1)), "within 24 hours"),
      (.duty("x", .interpreter, [], life.window(0)), "needs the languages"),
      (.duty("x", .officer, [], life.window(-120)), "is over already"),
      (.duty("ao1", .officer, [], life.window(470)), "listed for some of that time"),
    ] {
      #expect(life.refuses(event)?.contains(words) == true, "\(words)")
    }
  }

  @Test("bookings and duties are taken back by whoever entered them, unless others have the time by then")
  func undone() throws {
    var (life, man) = try shift()
    let other = try life.ready()
    func enter(_ command: Command, by: String = "op1") throws {
      life.pass(.minutes(1))
      try life.run(command, by: Code(by))
    }
    let window = life.window(60)
    try enter(.state(.booked(man, window, "ao1")))
    try enter(.undo)
    #expect(life.center.bookings(at: life.now).isEmpty)
    try enter(.state(.duty("ao9", .officer, [], life.window(60))))
    try enter(.undo)
    #expect(!life.center.duties.contains { $0.staff == Code("ao9") })
    try enter(.state(.offDuty("ao1")))
    try enter(.undo)
    #expect(life.center.duties.contains { $0.staff == Code("ao1") && $0.until > life.now })
    try enter(.state(.booked(man, window, "ao1")), by: "op2")
    try enter(.state(.unbooked(man)))
    try enter(.state(.booked(other, window, "ao1", room: 2)), by: "op2")
    #expect(life.refuses(.undo)?.hasPrefix("Others have gone on with case 0002 since.") == true)
    let opening = life.center.openingState(exits: false, continues: true)
    let next = Center(plan: life.center.plan, rules: life.center.rules)
    let record = Record(
      seq: life.center.seq, at: life.now, recorded: life.now, by: Code("op1"), event: .stateAt(opening))
    #expect(next.objection(to: record) == nil, "what was carried over can be carried on")
  }

  @Test("no opening brings in what no booking could have made")
  func opening() throws {
    var (life, man) = try shift()
    let other = try life.ready()
    try life.note(.booked(man, life.window(60), "ao1"))
    try life.note(.booked(other, life.window(120), "ao1"))
    func refuses(_ change: (inout OpeningState) -> Void) -> Bool {
      var opening = life.center.openingState(exits: false)
      change(&opening)
      let next = Center(plan: life.center.plan, rules: life.center.rules)
      return next.objection(
        to: Record(seq: 0, at: life.now, recorded: life.now, by: Code("op1"), event: .stateAt(opening))) != nil
    }
    #expect(!refuses { _ in })
    #expect(refuses { $0.cases[1].booking?.from = life.now + .minutes(110) })
    #expect(refuses { $0.cases[1].booking?.room = DeskID(stage: .interview, number: 9) })
    #expect(refuses { $0.cases[1].booking?.room = nil })
    #expect(refuses { $0.cases[1].booking?.until = life.now + .minutes(120) })
    #expect(refuses { $0.cases[1].booking?.bookedAt = life.now + .minutes(1) })
    #expect(refuses { $0.duties[0].until = $0.duties[0].from })
    #expect(refuses { $0.duties[2].languages = [] })
  }
}
