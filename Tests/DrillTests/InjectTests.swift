import Alarms
import CaseFlow
import Testing

@testable import Drill

@Suite("An inject")
struct InjectTests {
  /// A branch in which one inject is fired at noon by the controller, and that then goes on for some hours.
  private func played(
    _ inject: Inject, team: [Role] = [], hours: Double = 3
  ) throws -> (session: DrillSession, day: DrillDay, own: [Record]) {
    let day = try Drills.christmasEve.get()
    var session = Drills.session(day, from: 12, hours: 8, team: team, injects: [inject])
    session.takeOver(by: Drills.controller)
    session.advance(to: day.at(12) + .seconds(1))
    let fired = session.fire(inject.code, by: Drills.controller)
    guard case .injectFired(let e) = fired.first?.event else {
      Issue.record("an inject is recorded first")
      return (session, day, [])
    }
    #expect(e.inject == inject.code && e.told == inject.tell.text)
    #expect(fired.first?.by == Drills.controller)
    #expect(session.fire(inject.code, by: Drills.controller).isEmpty)
    session.advance(to: day.at(12 + hours))
    return (session, day, session.branches[1].records)
  }

  private func arrived(_ records: [Record]) -> Int {
    records.reduce(0) { sum, record in
      if case .partyArrived(let e) = record.event { sum + e.members.count } else { sum }
    }
  }

  @Test("of a bus is announced, and brings as many people as it says, of its language")
  func bus() throws {
    var inject = Inject(Code("bus"), .bus, minutes: 30)
    inject.count = 60
    inject.language = Code("mam")
    let (_, day, own) = try played(inject)
    let plain = day.records.filter { $0.recorded > day.at(12) && $0.recorded < day.at(15) }
    #expect(arrived(own) == arrived(plain) + 60)
    let spoken = own.reduce(0) { sum, record in
      guard case .partyArrived(let e) = record.event, e.cases.first?.language == Code("mam") else { return sum }
      #expect(record.at >= day.at(12.5))
      return sum + e.members.count
    }
    #expect(spoken >= 60)
    #expect(
      own.contains {
        if case .arrivalAnnounced(let e) = $0.event {
          e.people == 60 && e.expected == day.at(12.5) + .seconds(1)
        } else {
          false
        }
      })
  }

  @Test("that stops arrivals lets nobody come while it lasts, and the others as they came")
  func arrivalsStop() throws {
    let (_, day, own) = try played(Inject(Code("nobody"), .arrivalsStop, minutes: 60))
    let came = own.compactMap { record -> Instant? in
      if case .partyArrived = record.event { record.at } else { nil }
    }
    let stop = day.at(12) + .seconds(1)
    #expect(!came.contains { $0 >= stop && $0 < stop + .hours(1) })
    #expect(came.contains { $0 >= stop + .hours(1) })
    #expect(
      day.records.contains {
        if case .partyArrived = $0.event { $0.at > stop && $0.at < stop + .hours(1) } else { false }
      })
  }

  @Test("that stops arrivals calls off what has not come of a late bus: who is at the door comes off no other bus")
  func lateBus() throws {
    let day = try Drills.christmasEve.get()
    // Half of the late bus has been entered; two of it stand at the door, and six would come a little later.
    let road = day.at(17.0 + 42.5 / 60)
    let stop = Inject(Code("road"), .arrivalsStop, at: road)
    var sent = Inject(Code("bus"), .bus, at: day.at(17.0 + 37.0 / 60), minutes: 110)
    sent.count = 120
    var session = Drills.session(day, from: 17.5, hours: 2, injects: [stop, sent])
    func expected() -> Int { session.center.announcements.reduce(0) { $0 + $1.people } }
    session.advance(to: day.at(17.6))
    session.takeOver(by: Drills.controller)
    session.advance(to: road - .seconds(1))
    let late = session.center.announcements.filter { $0.expected < session.now }
    try #require(!late.isEmpty)
    let before = expected()
    session.advance(to: road + .seconds(1))
    let (from, announced) = (session.now, expected())
    session.advance(to: day.at(19.4))
    let entered = session.branches[1].records.reduce(0) { sum, record in
      guard case .partyArrived(let e) = record.event, e.transport == .bus, record.recorded > from else { return sum }
      return sum + e.members.count
    }
    try #require(entered > 0, "somebody stands at the door as the road is closed")
    #expect(announced < before && announced == 120 + entered)
    #expect(expected() == 120, "only the bus that was sent on purpose is still to come")
  }

  @Test("that takes the interpreters away leaves nobody for the language until it is over")
  func interpreters() throws {
    var inject = Inject(Code("mam"), .interpreterLeaves, minutes: 90)
    inject.language = Code("mam")
    var (session, day, _) = try played(inject, hours: 1.4)
    func there() -> Int {
      session.center.interpreters.first { $0.language == Code("mam") }.map { $0.interpreters + $0.lines } ?? -1
    }
    #expect(there() == 0)
    session.advance(to: day.at(14))
    #expect(there() > 0)
  }

  @Test("of illness among the staff leaves desks empty, and they come back")
  func staffIll() throws {
    var inject = Inject(Code("ill"), .staffIll, minutes: 45)
    inject.stage = .health
    inject.count = 2
    var (session, day, _) = try played(inject, hours: 0.7)
    func open() -> Int { session.center.desks.count { $0.id.stage == .health && $0.isOpen } }
    let fewer = open()
    session.advance(to: day.at(12.98))
    #expect(open() > fewer)
  }

  @Test("of illness is found in the largest family that waits, which is isolated")
  func illness() throws {
    var inject = Inject(Code("measles"), .illness)
    inject.finding = .measles
    let (session, _, own) = try played(inject)
    let found = own.compactMap { record -> PersonID? in
      if case .findingRecorded(let e) = record.event, e.finding == .measles { e.person } else { nil }
    }
    let person = try #require(found.first)
    let family = try #require(session.center.people[person].flatMap { session.center.cases[$0.caseID] })
    #expect(family.isolation?.finding == .measles)
    #expect(family.members.count > 3)
    // Where the team plays the health desk, it decides what follows.
    let (other, _, left) = try played(inject, team: [.health])
    #expect(left.contains { if case .findingRecorded(let e) = $0.event { e.finding == .measles } else { false } })
    #expect(!other.center.cases.items.contains { $0.isolation?.finding == .measles })
  }

  @Test("of a power cut darkens the board; what happened meanwhile is entered afterwards, with its own times")
  func powerCut() throws {
    let day = try Drills.christmasEve.get()
    var session = Drills.session(
      day, from: 12, hours: 8, injects: [Inject(Code("dark"), .powerCut, at: day.at(13), minutes: 40)])
    session.takeOver(by: Drills.controller)
    session.advance(to: day.at(13) + .seconds(30))
    let back = day.at(13) + .minutes(40)
    #expect(session.darkUntil == back)
    let before = session.center.seq
    let meanwhile = session.advance(to: back - .seconds(1))
    #expect(meanwhile.isEmpty && session.center.seq == before)
    #expect(session.takeOver(by: Drills.controller).isEmpty)
    let caughtUp = session.advance(to: back + .minutes(2))
    #expect(session.darkUntil == nil)
    let late = caughtUp.filter { $0.recorded == back && $0.at < back }
    #expect(late.count > 20)
    #expect(late.count { if case .serviceCompleted = $0.event { true } else { false } } > 2)
    session.advance(to: day.at(18))
    #expect(session.center.counts.areConserved)
  }

  @Test("of a power cut loses nothing that is on paper when the drill ends in the dark")
  func endInTheDark() throws {
    let day = try Drills.christmasEve.get()
    var session = Drills.session(
      day, from: 12, hours: 8, injects: [Inject(Code("dark"), .powerCut, at: day.at(13), minutes: 120)])
    session.takeOver(by: Drills.controller)
    session.advance(to: day.at(14))
    let ended = session.end(.emergency, by: Drills.controller)
    #expect(ended.count > 20)
    guard case .drillEnded(let e) = ended.last?.event else {
      Issue.record("the end is recorded last")
      return
    }
    #expect(e.end == .emergency)
    #expect(session.darkUntil == nil && !session.isPlayed)
    #expect(session.advance(to: day.at(15)).isEmpty)
    #expect(ended.contains { if case .serviceCompleted = $0.event { $0.at < day.at(13.9) } else { false } })
  }

  /// Somebody of the team enters, with another, that a case withdrew.
  private func withdraw(_ id: CaseID, _ session: inout DrillSession) throws(Refusal) {
    var left = CaseDeparted()
    left.caseID = id
    left.second = Code("lead")
    let events = try session.center.decide(.state(.caseDeparted(left)), Moment(session.now, by: Code("vega")))
    session.take(
      events.map {
        Record(seq: session.center.seq + 1, at: session.now, recorded: session.now, by: Code("vega"), event: $0)
      })
  }

  @Test("of a power cut leaves on paper what a rule refuses afterwards, and says by which rule and of whom")
  func refusedOnPaper() throws {
    let day = try Drills.christmasEve.get()
    var session = Drills.session(
      day, from: 12, hours: 8, injects: [Inject(Code("dark"), .powerCut, at: day.at(13), minutes: 40)])
    session.takeOver(by: Drills.controller)
    session.advance(to: day.at(13) + .minutes(25))
    // On paper the next in the queue is served by now; someone who does not know enters that it left.
    let queues = [Stage.reception, .health, .interview].map { session.center.serviceOrder($0, at: session.now) }
    let next = try #require(queues.compactMap(\.first).first?.id)
    try withdraw(next, &session)
    session.advance(to: day.at(13) + .minutes(41))
    let refused = session.branches[1].records.filter {
      if case .commandRefused(let e) = $0.event { e.caseID == next } else { false }
    }
    #expect(!refused.isEmpty && refused.allSatisfy { $0.recorded == day.at(13) + .minutes(40) && $0.at < $0.recorded })
    let score = DrillScore(
      origin: session.origin(of: 1), records: session.records(of: 1), plan: day.plan, rules: day.rules,
      alarms: day.alarms, at: session.now)
    #expect(score.refusals.isEmpty, "the team was refused nothing")
    #expect(score.paper.reduce(0) { $0 + $1.evidence.count } >= refused.count)
    #expect(score.paper.contains { $0.cases.contains(next) })
  }

  @Test("of ORR's no takes the child who waited longest off its list, with the reason, and it is asked again")
  func orr() throws {
    var inject = Inject(Code("orr"), .orrRefuses)
    inject.refusal = .isolation
    let (session, _, own) = try played(inject, hours: 7)
    let refused = own.compactMap { record -> CaseID? in
      if case .transferRefused(let e) = record.event, e.reason == .isolation, e.to == .orr { e.caseID } else { nil }
    }
    let child = try #require(refused.first)
    #expect(session.center.cases[child].map { $0.transfer.askedAt != nil || !$0.isOnRoll } ?? false)
  }

  @Test("that closes the receivers stops offers until it is over")
  func receivers() throws {
    var (session, day, own) = try played(Inject(Code("shut"), .receiversClose, minutes: 120), hours: 2)
    #expect(session.center.receivers.count { !$0.isOpen } == day.plan.receivers.count)
    let shut = day.at(12) + .minutes(2)
    #expect(!own.contains { if case .releaseAccepted = $0.event { $0.recorded > shut } else { false } })
    session.advance(to: day.at(20))
    #expect(session.center.receivers.contains { $0.isOpen })
    own = session.branches[1].records
    #expect(own.contains { if case .releaseAccepted = $0.event { $0.recorded > day.at(14) } else { false } })
  }

  @Test("befalls at its time, unless it is held; let go later, it befalls at once")
  func held() throws {
    let day = try Drills.quiet.get()
    let injects = [
      Inject(Code("one"), .message, at: day.at(10.5)), Inject(Code("two"), .message, at: day.at(10.5)),
      Inject(Code("three"), .message),
    ]
    var session = Drills.session(day, from: 10, hours: 4, injects: injects)
    session.takeOver(by: Drills.controller)
    #expect(session.hold(Code("two"), true, by: Drills.controller).count == 1)
    var later = injects[2]
    later.at = day.at(12)
    session.change(later)
    session.advance(to: day.at(11))
    #expect(session.injects.map(\.state) == [.fired(day.at(10.5)), .held, .toCome])
    _ = session.hold(Code("two"), false, by: Drills.controller)
    session.advance(to: day.at(13))
    #expect(session.injects.map(\.state) == [.fired(day.at(10.5)), .fired(day.at(11)), .fired(day.at(12))])
    #expect(session.origin(of: 1).scenario.injects.last?.at == day.at(12))
  }

  @Test(
    "of ill officers is over in a branch that begins meanwhile too: they are back on duty, once, in the dark as well",
    arguments: [false, true])
  func officersComeBack(_ isDark: Bool) throws {
    let day = try Drills.christmasEve.get()
    var ill = Inject(Code("ill"), .staffIll, at: day.at(12.1), minutes: 45)
    (ill.stage, ill.count) = (.interview, 2)
    var injects = [ill, Inject(Code("word"), .message, at: day.at(12.2))]
    if isDark { injects.insert(Inject(Code("dark"), .powerCut, at: day.at(12.05), minutes: 15), at: 0) }
    var session = Drills.session(day, from: 12, hours: 4, injects: injects)
    session.takeOver(by: Drills.controller)
    func record(_ event: Event) -> Int {
      session.advance(to: session.now + .seconds(1))
      let (seq, now) = (session.center.seq + 1, session.now)
      session.take([Record(seq: seq, at: now, recorded: now, by: Drills.controller, event: event)])
      return Int(seq)
    }
    // Somebody lists every officer twice, and takes it back.
    for var duty in session.center.duties where duty.role == .officer && duty.window.contains(session.now) {
      duty.until = duty.until + .hours(1)
      var undone = EntryUndone()
      undone.wrongs = record(.dutyListed(duty))
      _ = record(.entryUndone(undone))
    }
    session.advance(to: day.at(12.4))
    let gone = session.branches[1].records.compactMap { record -> Code? in
      if case .dutyEnded(let e) = record.event, record.at == day.at(12.1) { e.staff } else { nil }
    }
    #expect(gone.count == 2)
    let over = day.at(12.1) + .minutes(45)
    for branch in 1...2 {
      if branch == 2 {
        session.seek(to: day.at(12.4))
        session.takeOver(by: Drills.controller)
      }
      session.advance(to: day.at(13))
      let back = session.branches[branch].records.compactMap { record -> Code? in
        if case .dutyListed(let e) = record.event, e.from == over { e.staff } else { nil }
      }
      #expect(back.sorted() == gone.sorted(), "branch \(branch)")
    }
  }

  @Test("goes on in a branch that begins while it lasts, and has not befallen one that begins before")
  func branches() throws {
    let day = try Drills.christmasEve.get()
    var bus = Inject(Code("bus"), .bus, at: day.at(12.25), minutes: 60)
    bus.count = 50
    let shut = Inject(Code("shut"), .receiversClose, at: day.at(12.5), minutes: 180)
    var session = Drills.session(day, from: 12, hours: 8, injects: [bus, shut])
    session.takeOver(by: Drills.controller)
    session.advance(to: day.at(13))
    session.takeOver(by: Drills.controller)
    #expect(session.branches[2].parent == 1)
    #expect(session.injects.allSatisfy { $0.isFired })
    session.advance(to: day.at(14))
    let plain = day.records.filter { $0.recorded > day.at(13) && $0.recorded < day.at(14) }
    #expect(arrived(session.branches[2].records) == arrived(plain) + 50)
    #expect(session.center.receivers.contains { !$0.isOpen })
    session.seek(to: day.at(12.1))
    session.takeOver(by: Drills.controller)
    #expect(session.branches[3].parent == 1)
    #expect(!session.injects.contains { $0.isFired })
  }
}
