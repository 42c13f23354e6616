import Alarms
import CaseFlow
import Testing

@testable import Drill

/// Any instant, reached any way, is the same.
struct PlaybackTests {
  private static let start = Instant(milliseconds: 1_647_432_000_000)

  /// A day of arrivals, placements, services and exits, one every few seconds, some at the same instant.
  private static func day(_ count: Int) -> [Record] {
    var records: [Record] = []
    var at = start
    var lot: UInt64 = 1
    func roll(_ sides: UInt64) -> Int {
      lot = lot &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((lot >> 33) % sides)
    }
    func add(_ event: Event) {
      records.append(Record(seq: Int64(records.count) + 5, at: at, recorded: at, by: Code("op1"), event: event))
    }
    var here: [Int32] = []
    var next: Int32 = 1
    while records.count < count {
      at = at + .seconds(roll(40))
      if here.count < 8 || here.count < 60 && roll(5) < 2 {
        var e = PartyArrived()
        e.party = PartyID(number: next)
        var facts = CaseFacts()
        facts.caseID = CaseID(number: next)
        e.cases = [facts]
        var member = MemberFacts()
        member.person = PersonID(number: next)
        member.caseID = facts.caseID
        e.members = [member]
        add(.partyArrived(e))
        if roll(4) > 0 { add(.casePlaced(CasePlaced(facts.caseID, in: Code("men")))) }
        here.append(next)
        next += 1
      } else if roll(2) == 0 {
        let id = CaseID(number: here[roll(UInt64(here.count))])
        add(.serviceStarted(CaseAtDesk(id, DeskID(stage: .reception, number: 1))))
      } else {
        let id = CaseID(number: here.remove(at: roll(UInt64(here.count))))
        add(.caseReleased(ReceiverOfCase(id, Code("shelter"))))
      }
    }
    return records
  }

  private static let plan: CenterPlan = {
    var plan = CenterPlan()
    var area = AreaPlan()
    area.code = Code("men")
    area.capacity.physical = 30
    area.capacity.safe = 30
    area.capacity.staffed = 30
    plan.areas = [area]
    var stage = StagePlan()
    stage.desks = 1
    plan.stages = [stage]
    return plan
  }()

  private static let records = day(3_000)
  private static let until = (records.last?.recorded ?? start) + .hours(6)

  private static func playback() -> Playback {
    Playback(records: records, plan: plan, rules: .us2021, alarmPlan: .shipped, from: start, until: until)
  }

  /// The state at an instant by a plain fold.
  private static func straight(_ instant: Instant) -> [UInt8] {
    var center = Center(plan: plan, rules: .us2021)
    var board = AlarmBoard(plan: .shipped, center: center)
    for record in records where record.recorded <= instant {
      center.apply(record)
      board.observe(record, center)
    }
    board.advance(to: instant)
    var bytes = CanonicalBytes()
    board.encode(into: &bytes)
    return center.canonicalBytes(at: instant) + bytes.bytes
  }

  @Test func anyInstantReachedAnyWayIsTheSame() {
    var playback = Self.playback()
    let length = (Self.until - Self.start).milliseconds
    var lot: UInt64 = 3
    for _ in 0..<40 {
      lot = lot &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let instant = Self.start + Span(milliseconds: Int64((lot >> 20) % UInt64(length)))
      playback.seek(to: instant)
      #expect(playback.now == instant)
      #expect(playback.canonicalBytes() == Self.straight(instant))
      for _ in 0..<3 { playback.stepBack() }
      for _ in 0..<2 { playback.stepForward() }
    }
  }

  @Test func steppingBackUndoesSteppingForward() {
    var playback = Self.playback()
    playback.seek(toRecord: Self.records[500].seq)
    #expect(playback.position == 501)
    var seen = [playback.canonicalBytes()]
    for _ in 0..<60 {
      playback.stepForward()
      seen.append(playback.canonicalBytes())
    }
    for expected in seen.dropLast().reversed() {
      playback.stepBack()
      #expect(playback.canonicalBytes() == expected)
    }
  }

  @Test func steppingBackFromBetweenRecordsGoesToTheLastOne() {
    var playback = Self.playback()
    playback.seek(to: Self.until)
    #expect(playback.isAtEnd)
    playback.stepBack()
    #expect(playback.position == Self.records.count)
    #expect(playback.now == Self.records.last?.recorded)
    #expect(!playback.isAtEnd)
    playback.stepForward()
    #expect(playback.isAtEnd)
    playback.seek(to: Self.start - .hours(1))
    #expect(playback.now == Self.start)
  }

  @Test func theNextAlarmIsTheNextRaiseOfTheWholeDay() {
    var whole = Self.playback()
    whole.seek(to: Self.until)
    let raised = Set(whole.alarms.alarms.map(\.raised) + whole.alarms.crises.compactMap(\.proposed)).sorted()
    #expect(raised.count > 3)
    var playback = Self.playback()
    var found: [Instant] = []
    while let next = playback.nextAlarm() {
      found.append(next)
      playback.seek(to: next)
    }
    #expect(found == raised.filter { $0 > Self.start })
    playback.seek(to: Self.start)
    let first = playback.nextAlarm()
    #expect(first == found.first)
    playback.seek(to: Self.until - .hours(5))
    let late = playback.nextAlarm()
    #expect(late == found.first { $0 > Self.until - .hours(5) })
  }

  @Test func aViewersAnswerBelongsToItsInstantAndNotToTheRecording() throws {
    var playback = Self.playback()
    let next = playback.nextAlarm()
    playback.seek(to: try #require(next))
    let alarm = try #require(playback.alarms.unowned.first)
    let before = playback.canonicalBytes()
    let taken = playback.now + .minutes(2)
    playback.seek(to: taken)
    playback.respond(.alarmAcknowledged(AlarmAnswered(alarm.threshold)), by: Code("viewer"))
    let answered = playback.canonicalBytes()
    #expect(playback.alarms.alarms.first { $0 == alarm || $0.raised == alarm.raised }?.acknowledgedBy == Code("viewer"))
    playback.seek(to: alarm.raised)
    #expect(playback.canonicalBytes() == before)
    playback.seek(to: Self.until)
    playback.seek(to: taken)
    #expect(playback.canonicalBytes() == answered)
    #expect(playback.records.count == Self.records.count)
  }

  @Test func answersAtOneInstantAreTakenOnceAndInOrder() {
    var playback = Self.playback()
    let place = Self.start + .hours(3)
    playback.seek(to: place)
    playback.respond(.crisisDeclared(CrisisAnswered()), by: Code("viewer"))
    playback.respond(.crisisStoodDown(CrisisAnswered()), by: Code("viewer"))
    playback.respond(.crisisDeclared(CrisisAnswered()), by: Code("viewer"))
    let crises = playback.alarms.crises
    let answered = playback.canonicalBytes()
    playback.seek(to: place)
    #expect(playback.alarms.crises == crises)
    playback.seek(to: Self.start)
    #expect(playback.alarms.crises.isEmpty)
    playback.seek(to: place)
    #expect(playback.canonicalBytes() == answered)
  }

  @Test func answersBeforeASnapshotAndAfterItAreBothSeen() {
    var playback = Self.playback()
    var expected: [[UInt8]] = []
    let places = [40, 700, 1_400].map { Self.records[$0].seq }
    for seq in places {
      playback.seek(toRecord: seq)
      playback.respond(.crisisDeclared(CrisisAnswered()), by: Code("viewer"))
      playback.respond(.crisisStoodDown(CrisisAnswered()), by: Code("viewer"))
      expected.append(playback.canonicalBytes())
    }
    playback.seek(to: Self.until)
    #expect(playback.alarms.crises.count { $0.endedBy == Code("viewer") } == 3)
    for (seq, bytes) in zip(places, expected).reversed() {
      playback.seek(toRecord: seq)
      #expect(playback.canonicalBytes() == bytes)
    }
  }
}
