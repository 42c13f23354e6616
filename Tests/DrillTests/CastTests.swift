import Alarms
import CaseFlow
import Testing

@testable import Drill

@Suite("The work of a drill")
struct CastTests {
  private func played(_ team: [Role], until hour: Double = 16) throws -> DrillSession {
    let day = try Drills.christmasEve.get()
    var session = Drills.session(day, from: 12, hours: 10, team: team)
    session.takeOver(by: Drills.controller)
    session.advance(to: day.at(hour))
    return session
  }

  @Test(
    "of a role that the team plays is left to the team",
    arguments: [
      (Role.officer, "ao"), (.supervisor, "sup"), (.health, "rn"), (.childWelfare, "cw"), (.transport, "tr"),
      (.legal, "legal"), (.caseManager, "cm"), (.reception, "op"), (.psychosocial, "ps"),
    ])
  func left(_ role: Role, _ letters: String) throws {
    let session = try played([role])
    let own = session.branches[1].records
    let theirs = own.filter { $0.by.text.prefix { $0.isLetter } == letters }
    // Those who sat at desks finish whom they serve, and sign off.
    let ending = theirs.count { record in
      if case .deskOpened = record.event { true } else if case .caseCalled = record.event { true } else { false }
    }
    #expect(ending == 0)
    let desks = session.center.desks.filter { $0.id.stage.role == role }
    if desks.isEmpty { #expect(theirs.isEmpty) } else { #expect(desks.allSatisfy { !$0.isOpen }) }
    #expect(own.count > 100)
  }

  @Test("is done by whom the team calls in for others: they sit down, serve until their duty ends, and are no team")
  func calledIn() throws {
    let day = try Drills.christmasEve.get()
    // The last is of the morning's shift, and stays overtime.
    let officers: [Code] = [Code("oc1"), Code("oc2"), Code("ao3")]
    func played(calling: Bool) -> [Record] {
      var ill = Inject(Code("OFFICERS"), .staffIll, at: day.at(14.1))
      (ill.stage, ill.count) = (.interview, 4)
      var session = Drills.session(day, from: 14, hours: 9, team: [.supervisor], injects: [ill])
      session.takeOver(by: Drills.controller)
      session.advance(to: day.at(14.5))
      for staff in officers where calling {
        var duty = Duty()
        (duty.staff, duty.from, duty.until, duty.languages) = (staff, session.now, day.at(17), [Code("por")])
        session.take([
          Record(
            seq: session.center.seq + 1, at: session.now, recorded: session.now, by: Code("vega"),
            event: .dutyListed(duty))
        ])
      }
      // A nurse of the simulator's own, listed for referrals, has other work than a desk.
      var nurse = Duty()
      (nurse.staff, nurse.role, nurse.from, nurse.until) = (Code("rn1"), .health, session.now, day.at(17))
      let seq = session.center.seq + 1
      session.take([
        Record(seq: seq, at: session.now, recorded: session.now, by: Code("vega"), event: .dutyListed(nurse))
      ])
      session.advance(to: day.at(22))
      return session.branches[1].records
    }
    let own = played(calling: true)
    for staff in officers {
      let opened = try #require(
        own.first { if case .deskOpened(let e) = $0.event { e.staff == staff } else { false } })
      #expect(opened.desk?.stage == .interview && opened.recorded < day.at(14.5) + .minutes(40))
      #expect(own.contains { $0.by == staff && $0.event.type == "determinationMade" })
      // They hear to its end what they began.
      let left = try #require(own.last { $0.by == staff })
      #expect(left.event.type == "deskClosed" && left.recorded > day.at(17))
      #expect(!own.contains { $0.by == staff && $0.event.type == "caseCalled" && $0.recorded > day.at(17.2) })
    }
    #expect(!own.contains { if case .deskOpened(let e) = $0.event { e.staff == Code("rn1") } else { false } })
    var tally = DrillTally(
      records: day.records.filter { $0.recorded <= day.at(14) }, plan: day.plan, rules: day.rules, alarms: day.alarms,
      since: day.at(14), until: day.at(14))
    for record in own { tally.take(record) }
    #expect(Set(tally.team.filter { !$0.event.isOfDrill }.map(\.by)) == [Code("vega")])
    func heard(_ records: [Record]) -> Int { records.count { $0.event.type == "determinationMade" } }
    #expect(heard(own) > heard(played(calling: false)))
  }

  @Test("goes on with the partners' answers once the team has asked")
  func answers() throws {
    let day = try Drills.christmasEve.get()
    var session = try played([.caseManager])
    let me: Code = Code("team1")
    // Someone ready to leave who has no receiver yet is offered by the team, at whatever time there is one.
    var waiting: Case?
    for hour in [13.0, 14, 15, 16, 17, 18, 11, 10, 9] where waiting == nil {
      session = Drills.session(day, from: hour, hours: 12, team: [.caseManager])
      session.takeOver(by: Drills.controller)
      waiting = session.center.casesOnRoll.first {
        $0.plan == .release && $0.step == .leaving && $0.release.receiver == nil
      }
    }
    let item = try #require(waiting)
    let receiver = try #require(
      day.plan.receivers.first { session.center.objection(toOffering: item, to: $0.code, at: session.now) == nil })
    let events = try session.center.decide(
      .state(.releaseOffered(ReceiverOfCase(item.id, receiver.code))), Moment(session.now, by: me))
    let record = Record(
      seq: session.center.seq + 1, at: session.now, recorded: session.now, by: me, event: events[0])
    session.take([record])
    #expect(session.center.cases[item.id]?.release.receiver == receiver.code)
    session.advance(to: session.now + .hours(11))
    let answered = session.branches[1].records.contains { record in
      switch record.event {
      case .releaseAccepted(let e), .releaseRefused(let e): e.caseID == item.id
      default: false
      }
    }
    #expect(answered)
    #expect(!session.branches[1].records.contains { if case .releaseOffered = $0.event { $0.by != me } else { false } })
  }

  @Test("at a desk where one of the team sits is theirs, whatever the shift")
  func desk() throws {
    let day = try Drills.christmasEve.get()
    var ill = Inject(Code("ill"), .staffIll, at: day.at(12), minutes: 120)
    ill.stage = .caseManagement
    ill.count = 1
    var session = Drills.session(day, from: 12, hours: 10, team: [.supervisor], injects: [ill])
    session.takeOver(by: Drills.controller)
    session.advance(to: day.at(13))
    let desk = try #require(session.center.desks.first { !$0.isOpen })
    var opened = DeskOpened()
    opened.desk = desk.id
    opened.staff = Code("team1")
    session.take([
      Record(
        seq: session.center.seq + 1, at: session.now, recorded: session.now, by: Code("team1"), desk: desk.id,
        event: .deskOpened(opened))
    ])
    session.advance(to: day.at(21))
    #expect(session.center.desk(desk.id)?.staff == Code("team1"))
    #expect(session.center.desk(desk.id)?.serving == nil)
  }

  @Test("changes nothing of a synthesized day, byte for byte", arguments: ["2021-10-18"])
  func synthesized(_ name: String) throws {
    let day = try Days.synthesized(name, seed: 1)
    let fixture = try Drills.day(name)
    #expect(Drills.bytes(day.records, fixture.zone) == Drills.bytes(fixture.records, fixture.zone))
  }
}
