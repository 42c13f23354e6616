import Alarms
import CaseFlow
import Testing

@testable import Drill

@Suite("An inject that has to wait, or overlaps another,")
struct InjectOverlapTests {
  /// The first hour of the day, from one on, at which something holds.
  private func hour(_ day: DrillDay, from: Double = 8, _ holds: (Center) -> Bool) throws -> Double {
    var session = Drills.session(day, from: from, hours: 14)
    let steps = stride(from: from, to: from + 13, by: 0.25)
    return try #require(
      steps.first { hour in
        session.seek(to: day.at(hour))
        return holds(session.center)
      })
  }

  @Test("befalls nobody where nobody fits, and then the first who does")
  func waits() throws {
    let day = try Drills.christmasEve.get()
    var all = Inject(Code("all"), .staffIll, at: day.at(12), minutes: 90)
    (all.stage, all.count) = (.reception, 5)
    var one = Inject(Code("one"), .staffIll, at: day.at(13.25), minutes: 60)
    (one.stage, one.count) = (.reception, 1)
    var nobody = Inject(Code("nobody"), .interpreterLeaves)
    nobody.language = Code("zul")
    var session = Drills.session(day, from: 12, hours: 3, injects: [all, one, nobody])
    session.takeOver(by: Drills.controller)
    session.advance(to: day.at(12) + .seconds(1))
    #expect(session.fire(Code("nobody"), by: Drills.controller).isEmpty)
    session.advance(to: day.at(13.45))
    #expect(!session.center.desks.contains { $0.id.stage == .reception && $0.isOpen })
    #expect(session.injects[1].state == .toCome, "nobody is there who could fall ill")
    session.advance(to: day.at(14))
    guard case .fired(let at) = session.injects[1].state else {
      Issue.record("the desks are staffed again, and nobody fell ill")
      return
    }
    #expect(at >= day.at(13.5) && at < day.at(13.75))
    #expect(session.injects[2].state == .toCome && session.injects[2].waitsSince == day.at(12) + .seconds(1))
    let fired = session.branches[1].records.compactMap { record -> Code? in
      if case .injectFired(let e) = record.event { e.inject } else { nil }
    }
    #expect(fired == [all.code, one.code])
  }

  @Test("keeps the time it was given, in later branches and in the recording too")
  func keepsItsTime() throws {
    let day = try Drills.quiet.get()
    var nobody = Inject(Code("nobody"), .interpreterLeaves, at: day.at(13))
    nobody.language = Code("zul")
    var session = Drills.session(day, from: 10, hours: 4, injects: [nobody])
    session.takeOver(by: Drills.controller)
    session.advance(to: day.at(11))
    #expect(session.fire(nobody.code, by: Drills.controller).isEmpty)
    session.advance(to: day.at(12))
    #expect(session.injects[0].waitsSince == day.at(11))
    #expect(session.origin(of: 1).scenario.injects[0].at == day.at(13))
    // A branch from before it was fired knows nothing of that; one from after waits too.
    session.seek(to: day.at(10.5))
    session.takeOver(by: Drills.controller)
    #expect(session.injects[0].waitsSince == nil && session.injects[0].inject.at == day.at(13))
    session.show(branch: 1)
    session.seek(to: day.at(11.5))
    session.takeOver(by: Drills.controller)
    #expect(session.injects[0].waitsSince == day.at(11) && session.injects[0].inject.at == day.at(13))
  }

  @Test("that was held is held no more once it was fired, in later branches too")
  func firedWhileHeld() throws {
    let day = try Drills.quiet.get()
    var nobody = Inject(Code("nobody"), .interpreterLeaves, at: day.at(12))
    nobody.language = Code("zul")
    var session = Drills.session(day, from: 10, hours: 4, injects: [nobody])
    session.takeOver(by: Drills.controller)
    _ = session.hold(nobody.code, true, by: Drills.controller)
    session.advance(to: day.at(10.5))
    let made = session.fire(nobody.code, by: Drills.controller)
    guard made.count == 1, case .injectHeld(let e) = made[0].event else {
      Issue.record("that it is not held any more is recorded: \(made.map(\.event))")
      return
    }
    #expect(!e.held && e.inject == nobody.code && made[0].by == Drills.controller)
    session.advance(to: day.at(11))
    session.takeOver(by: Drills.controller)
    #expect(session.injects.map(\.state) == [.toCome])
  }

  @Test("of one kind that overlap last until the last of them is over")
  func overlap() throws {
    let day = try Drills.christmasEve.get()
    func inject(_ code: String, _ kind: InjectKind, _ hour: Double, _ minutes: Int) -> Inject {
      Inject(Code(code) ?? .none, kind, at: day.at(hour), minutes: minutes)
    }
    let one = try #require(day.plan.receivers.last).code
    var injects = [
      inject("mam-1", .interpreterLeaves, 12.1, 60), inject("mam-2", .interpreterLeaves, 12.5, 120),
      inject("gate-1", .arrivalsStop, 12.1, 180), inject("gate-2", .arrivalsStop, 12.5, 20),
      inject("shut-1", .receiversClose, 12.1, 60), inject("shut-2", .receiversClose, 12.2, 120),
      inject("ill-1", .staffIll, 12.1, 60), inject("ill-2", .staffIll, 12.2, 120),
    ]
    for index in [0, 1] { injects[index].language = Code("mam") }
    injects[5].receiver = one
    for index in [6, 7] { (injects[index].stage, injects[index].count) = (.reception, 1) }
    var session = Drills.session(day, from: 12, hours: 6, injects: injects)
    session.takeOver(by: Drills.controller)
    func mam() -> Int {
      session.center.interpreters.first { $0.language == Code("mam") }.map { $0.interpreters + $0.lines } ?? -1
    }
    func shut() -> [Code] { session.center.receivers.filter { !$0.isOpen }.map(\.receiver) }
    func staffed() -> Int { session.center.desks.count { $0.id.stage == .reception && $0.isOpen } }
    let all = staffed()
    session.advance(to: day.at(13.05))
    #expect(mam() == 0 && shut().count == day.plan.receivers.count && staffed() == all - 2)
    session.advance(to: day.at(13.6))
    #expect(mam() == 0 && shut() == [one] && staffed() == all - 1)
    session.advance(to: day.at(14.7))
    #expect(mam() > 0 && shut().isEmpty)
    let came = session.branches[1].records.filter {
      if case .partyArrived = $0.event { $0.at >= day.at(12.1) } else { false }
    }
    #expect(came.isEmpty, "the shorter stop does not end the longer")
  }

  @Test("of no arrivals calls off the buses that were to come meanwhile, and no others")
  func buses() throws {
    let day = try Drills.christmasEve.get()
    let from = try hour(day) { center in center.announcements.contains { $0.expected > center.now + .minutes(20) } }
    var bus = Inject(Code("bus"), .bus, at: day.at(from), minutes: 40)
    bus.count = 30
    let stop = Inject(Code("stop"), .arrivalsStop, at: day.at(from) + .minutes(1), minutes: 120)
    var session = Drills.session(day, from: from, hours: 4, injects: [bus, stop])
    session.takeOver(by: Drills.controller)
    session.advance(to: day.at(from) + .seconds(59))
    let sent = day.at(from) + .minutes(40)
    #expect(session.center.announcements.contains { $0.expected > session.now && $0.expected != sent })
    session.advance(to: day.at(from) + .minutes(2))
    #expect(session.center.announcements.filter { $0.expected > session.now }.map(\.expected) == [sent])
    let end = day.at(from) + .minutes(121)
    session.advance(to: end - .minutes(1))
    #expect(!session.center.announcements.contains { $0.expected > session.now && $0.expected < end })
  }
}
