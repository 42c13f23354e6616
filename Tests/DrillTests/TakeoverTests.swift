import Alarms
import CaseFlow
import Journal
import TestSupport
import Testing

@testable import Drill

@Suite("A drill that somebody took over")
struct TakeoverTests {
  @Test("leaves the past as it was recorded, and goes on with records that the engine admits")
  func past() throws {
    let day = try Drills.christmasEve.get()
    var session = Drills.session(day, from: 11, hours: 8)
    session.takeOver(by: Drills.controller)
    session.advance(to: day.at(19))
    let whole = session.records(of: 1)
    let past = day.records.filter { $0.recorded <= day.at(11) }
    #expect(Drills.bytes(Array(whole.prefix(past.count)), day.zone) == Drills.bytes(past, day.zone))
    #expect(whole.count > past.count + 500)
    guard case .drillTakenOver(let e) = whole[past.count].event else {
      Issue.record("the first record of a branch says who took over")
      return
    }
    #expect(e.branch == 1)
    var center = Center(plan: day.plan, rules: day.rules)
    for record in whole {
      let refusal = center.objection(to: record)
      #expect(refusal == nil, "\(record.seq) \(record.event.type): \(refusal?.sentence ?? "")")
      center.apply(record)
    }
    #expect(center.canonicalBytes(at: session.now) == session.center.canonicalBytes(at: session.now))
    #expect(center.counts.areConserved)
    guard case .drillEnded(let end) = whole.last?.event else {
      Issue.record("a drill ends with its scenario")
      return
    }
    #expect(end.end == .scenario)
  }

  @Test("gives the same records for the same acts, in one step or in many")
  func steps() throws {
    let day = try Drills.quiet.get()
    var injects = [
      Inject(Code("bus"), .bus, at: day.at(12.5), minutes: 30), Inject(Code("dark"), .powerCut, minutes: 45),
    ]
    injects[0].count = 40
    func play(_ step: Span, seed: Int) -> [UInt8] {
      var session = Drills.session(day, from: 12, hours: 5, team: [.supervisor], seed: seed, injects: injects)
      session.takeOver(by: Drills.controller)
      for stop in [day.at(13), day.at(14), day.at(17)] {
        while session.now < stop { session.advance(to: min(stop, session.now + step)) }
        _ = session.fire(Code("dark"), by: Drills.controller)
      }
      return Drills.bytes(session.records(of: 1), day.zone)
    }
    let whole = play(.hours(10), seed: 1)
    #expect(whole == play(.seconds(97), seed: 1))
    #expect(whole == play(.minutes(13), seed: 1))
    #expect(whole != play(.hours(10), seed: 2))
  }

  @Test("is the same center and board however an instant is reached")
  func seeking() throws {
    let day = try Drills.quiet.get()
    var session = Drills.session(day, from: 9, hours: 10)
    session.takeOver(by: Drills.controller)
    var seen: [(Instant, [UInt8])] = []
    for hour in [10.0, 12.5, 15, 18] {
      // Not at a full minute: what is recorded at the very instant that was shown is seen only on the way back.
      session.advance(to: day.at(hour) + Span(milliseconds: 7))
      seen.append((session.now, state(session)))
    }
    for (at, bytes) in seen.reversed() {
      session.seek(to: at)
      #expect(session.now == at)
      #expect(state(session) == bytes)
    }
    #expect(!session.isPlayed)
    session.advance(to: seen[3].0)
    #expect(session.isPlayed)
    #expect(state(session) == seen[3].1)
  }

  private func state(_ session: DrillSession) -> [UInt8] {
    var bytes = CanonicalBytes()
    session.alarms.encode(into: &bytes)
    return session.center.canonicalBytes(at: session.now) + bytes.bytes
  }

  @Test("leaves nothing hanging a day later, and releases about as many people as the recorded day")
  func flow() throws {
    let day = try Drills.christmasEve.get()
    var session = Drills.session(day, from: 1, hours: 23)
    session.takeOver(by: Drills.controller)
    session.advance(to: day.at(24))
    let center = session.center
    let released = session.branches[1].records.peopleReleased(center)
    let recorded = day.records.filter { $0.recorded > day.at(1) }.peopleReleased(closing(day))
    #expect(Double(released) > Double(recorded) * 0.7 && Double(released) < Double(recorded) * 1.4)
    // Whoever came comes again, at the same times.
    let arrivals = { (records: [Record]) in
      records.compactMap { record -> Instant? in
        if case .partyArrived = record.event, record.recorded > day.at(1) { record.at } else { nil }
      }.sorted()
    }
    #expect(arrivals(session.records(of: 1)) == arrivals(day.records))
    for item in center.casesOnRoll where item.stage != nil {
      switch item.state {
      case .called: #expect(session.now - item.changedAt < .hours(1), "\(item.id.label) was called")
      case .inService: #expect(session.now - item.changedAt < .hours(8), "\(item.id.label) is served")
      case .onHold:
        #expect(
          session.now - item.changedAt < .hours(16), "\(item.id.label) is on hold \(String(describing: item.hold))")
      case .waiting: break
      }
    }
  }

  @Test(
    "goes on where the recorded day stood: in the hours that follow as many people leave, whenever it is taken over",
    arguments: [10.84, 14, 16.34])
  func noDip(_ hour: Double) throws {
    let day = try Drills.christmasEve.get()
    // Nobody plays: the branch is the recorded staff, drawn anew.
    var session = Drills.session(day, from: hour, hours: 4)
    session.takeOver(by: Drills.controller)
    let (from, until) = (day.at(hour), day.at(hour + 4))
    session.advance(to: until)
    let own = session.course(of: 1, since: from, until: until).hours.map(\.released)
    let recorded = session.course(of: 0, since: from, until: until).hours.map(\.released)
    #expect(own.count == 4 && recorded.count == 4)
    #expect(abs(own[0] - recorded[0]) <= max(4, recorded[0] / 5), "\(own) where \(recorded) left on the day")
    let (all, allRecorded) = (own.reduce(0, +), recorded.reduce(0, +))
    #expect(abs(all - allRecorded) <= max(12, allRecorded / 4), "\(own) where \(recorded) left on the day")
  }

  @Test("staffs the desks that were staffed on the recorded day, and no others")
  func desks() throws {
    let day = try Drills.christmasEve.get()
    var session = Drills.session(day, from: 14.25, hours: 3)
    session.takeOver(by: Drills.controller)
    var recorded = session
    recorded.show(branch: 0)
    func open(_ session: DrillSession) -> [Stage: Int] {
      Dictionary(grouping: session.center.desks.filter(\.isOpen), by: \.id.stage).mapValues(\.count)
    }
    for hour in [14.9, 15.9, 16.9] {
      session.advance(to: day.at(hour))
      recorded.seek(to: day.at(hour))
      // A desk that still serves is closed later.
      for (stage, count) in open(recorded) {
        #expect(abs(open(session)[stage, default: 0] - count) <= 1, "\(stage) at \(hour)")
      }
    }
  }

  private func closing(_ day: DrillDay) -> Center {
    var center = Center(plan: day.plan, rules: day.rules)
    for record in day.records { center.apply(record) }
    return center
  }

  @Test("can be taken over anywhere, again and again, and every branch reads back")
  func anywhere() throws {
    var random = Seeded(11)
    for name in ["2021-03-08", "2021-06-15", "2021-10-18"] {
      let day = try Drills.day(name)
      var session = Drills.session(day, from: 0, hours: 30)
      for _ in 0..<4 {
        session.show(branch: random.below(session.branches.count))
        session.seek(to: day.from + random.hours(0...23))
        let at = session.now
        session.takeOver(by: Drills.controller)
        #expect(session.isPlayed)
        session.advance(to: at + random.hours(1...6))
      }
      #expect(session.branches.count == 5)
      for branch in session.branches.dropFirst() {
        #expect(session.branches[branch.parent].number < branch.number)
        try readBack(session, branch.number, day)
      }
    }
  }

  private func readBack(_ session: DrillSession, _ number: Int, _ day: DrillDay) throws {
    var file = CenterFile()
    file.plan = day.plan
    file.alarms = day.alarms
    var header = RecordingHeader(
      center: file, from: day.from, until: session.scenario.until, zone: day.zone, rules: day.rules, source: "A drill.")
    header.drill = session.origin(of: number)
    let records = session.records(of: number)
    let recording = try Recording.read(Recording.bytes(header, records), file: nil)
    #expect(recording.warnings.isEmpty)
    #expect(recording.header.drill?.parent == session.branches[number].parent)
    #expect(Drills.bytes(recording.records, day.zone) == Drills.bytes(records, day.zone))
  }
}
