import Alarms
import CaseFlow
import Testing

@testable import Drill

@Suite("Injects that have to wait, and several at once")
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

  private func waitsForORR(_ item: Case) -> Bool {
    item.isOnRoll && item.transfer.destination == .orr && item.transfer.askedAt != nil
      && item.transfer.acceptedAt == nil
  }

  @Test("befalls nobody where nobody fits, and then the first who does")
  func waits() throws {
    let day = try Drills.christmasEve.get()
    let from = try hour(day) { !$0.cases.items.contains(where: waitsForORR) }
    var refuses = Inject(Code("orr"), .orrRefuses, at: day.at(from + 0.1))
    refuses.refusal = .isolation
    var nobody = Inject(Code("nobody"), .interpreterLeaves)
    nobody.language = Code("zul")
    var session = Drills.session(day, from: from, hours: 14, injects: [refuses, nobody])
    session.takeOver(by: Drills.controller)
    #expect(session.fire(Code("nobody"), by: Drills.controller).isEmpty)
    var waited = false
    while !session.injects[0].isFired, session.isPlayed {
      waited = waited || session.now > day.at(from + 0.2)
      session.advance(to: session.now + .minutes(1))
    }
    #expect(waited, "a child was asked for at once")
    let own = session.branches[1].records
    let fired = try #require(own.firstIndex { if case .injectFired = $0.event { true } else { false } })
    let next = own[(fired + 1)...].first?.event
    guard case .transferRefused(let e)? = next else {
      Issue.record("the child is refused as the inject befalls")
      return
    }
    #expect(e.reason == .isolation && e.to == .orr)
    #expect(session.injects[1].state == .toCome && session.injects[1].inject.at == day.at(from))
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
