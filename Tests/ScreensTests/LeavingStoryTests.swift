import CaseFlow
import Screens
import Testing

/// People at the desks of the small center, every act a line as `jpc do` and the palette take it.
struct Desks {
  var center = Center(plan: SmallCenter.plan, rules: .us2023)
  var now = SmallCenter.start
  var records: [Record] = []

  /// Enters a line, a minute after the one before.
  @discardableResult
  mutating func enter(_ line: String, by: String = "cm1") throws -> [Event] {
    now = now + .minutes(1)
    let actor = Code(by) ?? .none
    let desk = center.desks.first { $0.staff == actor }?.id
    let context = EntryContext(center: center, zone: SmallCenter.zone, now: now, by: actor, desk: desk)
    guard let command = try commandLine(line, in: context).command else { return [] }
    let events = try center.decide(command, Moment(now, by: actor, desk: desk))
    for event in events {
      let record = Record(seq: center.seq + 1, at: now, recorded: now, by: actor, event: event)
      center.apply(record)
      records.append(record)
    }
    return events
  }

  /// Why a line is not done, or nil when it is.
  mutating func refuses(_ line: String, by: String = "cm1") -> String? {
    do {
      try enter(line, by: by)
      return nil
    } catch let refusal as Refusal {
      return refusal.sentence
    } catch let fault as LineFault {
      return fault.message
    } catch {
      return "\(error)"
    }
  }

  func item(_ id: CaseID) -> Case { center.cases[id] ?? Case() }

  mutating func open() throws {
    for (desk, staff) in [("r1", "op1"), ("h1", "nurse1"), ("i1", "ao1"), ("cm1", "cm1")] {
      try enter("open \(desk)", by: staff)
    }
  }

  mutating func arrive(_ who: String) throws -> CaseID {
    try enter("arrive \(who)", by: "op1")
    return center.cases.items[center.cases.count - 1].id
  }

  /// Called, begun; what is said there; done.
  mutating func serve(_ id: CaseID, by staff: String, _ said: String...) throws {
    try enter("call \(id.label) because transport", by: staff)
    try enter("begin \(id.label)", by: staff)
    for line in said { try enter(line, by: staff) }
    try enter("done \(id.label)", by: staff)
  }

  /// Through reception, health and the interview.
  mutating func hear(_ id: CaseID, _ outcome: String) throws {
    try serve(id, by: "op1")
    for missing in center.missingChecks(of: item(id)) {
      try enter("check \(missing.person.label) \(missing.check.rawValue) clear", by: "nurse1")
    }
    try serve(id, by: "nurse1")
    try enter("orient \(id.label) spa")
    try enter("waive \(id.label) spa")
    try serve(id, by: "ao1", "determine \(id.label) \(outcome) second=ao9")
  }

  mutating func planRelease(_ id: CaseID) throws {
    try serve(id, by: "cm1", "plan \(id.label) release")
    for step in ["address", "checkIn", "contact", "orientation"] { try enter("step \(id.label) \(step)") }
    try enter("offer \(id.label) casa")
    try enter("accept \(id.label)")
  }

  /// A case whose claim was heard in the negative, with no review asked for, and every step of its return is done.
  mutating func prepareReturn(_ id: CaseID) throws {
    try hear(id, "negative noCredibleFear")
    try enter("review \(id.label) declined")
    now = now + .hours(25)
    try serve(id, by: "cm1", "plan \(id.label) return")
    try enter("consulate \(id.label)")
    for step in ReturnStep.needed(for: item(id)) { try enter("step \(id.label) \(step.rawValue)") }
  }

  /// Every record, told again to a center that knows nothing, passes its gate and gives the same state.
  func isReplayed() -> Bool {
    var copy = Center(plan: center.plan, rules: center.rules)
    for record in records {
      guard copy.objection(to: record) == nil else { return false }
      copy.apply(record)
    }
    return copy.canonicalBytes(at: now) == center.canonicalBytes(at: now)
  }
}

@Suite("A lawful end, in the words of the desks")
struct LeavingStoryTests {
  @Test("a negative decision, a review, a reversal: released, and followed up")
  func reversal() throws {
    var desks = Desks()
    try desks.open()
    let man = try desks.arrive("m34 spa ven")
    try desks.hear(man, "negative noCredibleFear")
    #expect(desks.item(man).step == .review)
    #expect(desks.refuses("consulate 1") == "No consulate hears of case 0001 before its negative is final.")
    try desks.enter("review 1 requested")
    #expect(desks.refuses("return 1 second=lead tag=\(man.checked)") != nil)
    #expect(
      desks.refuses("review 1 reversed", by: "ao1") == "This needs a second person. Someone else must confirm it.")
    try desks.enter("review 1 reversed", by: "judge1")
    #expect(desks.item(man).step == .caseManagement)
    try desks.enter("call 1 because transport")
    try desks.enter("begin 1")
    #expect(
      desks.refuses("plan 1 return")
        == "Case 0001 was decided otherwise. Its plan must follow the determination.")
    try desks.enter("plan 1 release")
    try desks.enter("done 1")
    #expect(desks.refuses("release 1") != nil)
    for step in ["address", "checkIn", "contact", "orientation"] { try desks.enter("step 1 \(step)") }
    try desks.enter("offer 1 casa")
    try desks.enter("accept 1")
    try desks.enter("release 1")
    try desks.enter("confirm 1")
    try desks.enter("followup 1 checkIn 2022-01-20/0900")
    try desks.enter("followed 1 checkIn attended")
    #expect(desks.item(man).exit == .released && desks.item(man).followUps[0].outcome == .attended)
    #expect(desks.isReplayed())
  }

  @Test("a bus that leaves with 39 of 41: the two who stayed are on roll and seen, the others arrive")
  func bus() throws {
    var desks = Desks()
    try desks.open()
    var cases: [CaseID] = []
    for who in Array(repeating: "fm+7.4 spa", count: 9) + ["f+3 spa", "m spa", "m spa", "m spa"] {
      cases.append(try desks.arrive(who))
    }
    for id in cases {
      try desks.hear(id, "positive credibleFear")
      try desks.planRelease(id)
    }
    try desks.enter("departure casa 41 25/2100")
    for id in cases { try desks.enter("board \(id.label)") }
    let mother = cases[9]
    #expect(
      desks.refuses("left 39 stayedBehind")
        == "Departure 0001: 41 on the manifest, 39 counted. Unboard who stayed (0010?), or count again.")
    try desks.enter("unboard \(mother.label)")
    #expect(try desks.enter("left #1 39 stayedBehind").count == 13)
    #expect(desks.center.counts.released == 39 && desks.item(mother).isOnRoll)
    #expect(desks.item(mother).step == .leaving && desks.item(mother).release.acceptedAt != nil)
    var model = BoardModel(center: desks.center, now: desks.now)
    model.zone = SmallCenter.zone
    #expect(plain(model, .leaving, width: 120).contains("0010"))
    try desks.enter("arrived #1 39")
    #expect(desks.center.cases.items.allSatisfy { !$0.isAwaitedElsewhere })
    try desks.enter("release \(mother.label)")
    #expect(desks.center.counts.onRoll == 0 && desks.isReplayed())
  }

  @Test("a change of mind at the last step; then fear is spoken of, and heard")
  func changeOfMind() throws {
    var desks = Desks()
    try desks.open()
    let woman = try desks.arrive("f29 spa hnd")
    try desks.prepareReturn(woman)
    #expect(desks.refuses("return 1 second=lead tag=\(woman.checked)")?.contains("vulnerable") == true)
    try desks.enter("consulate answer 1 \(desks.item(woman).members[0].label) protocol=yes")
    // The number alone, another letter, one person alone: none of them hands anyone over.
    #expect(desks.refuses("return 1 second=lead")?.contains("tag") == true)
    #expect(desks.refuses("return 1 second=lead tag=0001")?.contains("letter") == true)
    #expect(desks.refuses("return 1 second=lead tag=0001-X")?.contains("letter") == true)
    #expect(desks.refuses("return 1 second=cm1 tag=\(woman.checked)")?.contains("second person") == true)
    try desks.enter("stop 1 changedMind")
    #expect(desks.item(woman).step == .caseManagement && desks.item(woman).plan == nil)
    #expect(desks.refuses("return 1 second=lead tag=\(woman.checked)") != nil)
    try desks.enter("stop 1 fear")
    #expect(desks.item(woman).step == .interview && desks.item(woman).determination == nil)
    try desks.serve(woman, by: "ao1", "determine 1 positive credibleFear second=ao9")
    try desks.planRelease(woman)
    try desks.enter("release 1")
    #expect(desks.item(woman).exit == .released && desks.isReplayed())
  }
}
