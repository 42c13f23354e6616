import CaseFlow
import Testing

/// Random commands never trap, never get round a guard, never lose a person; a replay equals what was lived.
@Suite("Random commands over many seeds")
struct RandomCommandTests {
  /// 200 lives of 500 commands in the suite; ten times as many where a release build runs it.
  static var seeds: Range<UInt64> {
    #if DEBUG
      0..<200
    #else
      0..<2_000
    #endif
  }
  static let commandsPerSeed = 500

  @Test("keep every guard, conserve people, and replay to the identical state")
  func live() throws {
    var exits: [ExitKind: Int] = [:]
    var refused: [Rule: Int] = [:]
    var undone = 0
    var ledgerLines = 0
    var disputes = 0
    var booked = 0
    var late = 0
    var counselled = 0
    var besideOthers = 0
    var forged = ForgedOpenings()
    for seed in Self.seeds {
      var commands = RandomCommands(seed: seed)
      var life = Live(rules: seed % 2 == 0 ? .us2023 : .us2021)
      var watcher = Watcher(rules: life.center.rules)
      for _ in 0..<Self.commandsPerSeed {
        life.pass(.minutes(commands.chance(0.05) ? Int.random(in: 60...2_000, using: &commands.random) : 7))
        let command = commands.command(in: life.center)
        let at = commands.time(of: command, in: life.center, now: life.now)
        let before = life.records.count
        do {
          try life.run(command, at: at, by: commands.actor())
        } catch {
          refused[error.rule, default: 0] += 1
          if error.sentence.contains("was still done after that time") { late += 1 }
          #expect(!error.sentence.isEmpty && error.sentence.hasSuffix("."))
        }
        for record in life.records[before...] {
          if case .entryUndone = record.event { undone += 1 }
          if case .interviewBooked = record.event { booked += 1 }
          if let breach = watcher.see(record, life.center) {
            Issue.record("seed \(seed), \(record.event.type): \(breach)")
            return
          }
        }
        if !life.center.counts.areConserved || watcher.lost(life.center) {
          Issue.record("seed \(seed): people lost or made up: \(life.center.counts)")
          return
        }
      }
      counselled += watcher.exits.heardWithCounsel
      besideOthers += watcher.exits.calledBesideOthers
      let replayed = try life.replayed()
      #expect(replayed.canonicalBytes(at: life.now) == life.center.canonicalBytes(at: life.now))
      if let refusal = reopened(life) { Issue.record("seed \(seed), carried over: \(refusal.sentence)") }
      if let forgery = forged.admitted(life) { Issue.record("seed \(seed), opening: \(forgery)") }
      for item in life.center.cases.items { if let exit = item.exit { exits[exit, default: 0] += 1 } }
      let ledger = life.center.ledger(at: life.now)
      ledgerLines += ledger.count
      for line in ledger where line.late(at: life.now) < .zero {
        Issue.record("seed \(seed): \(line.matter) of case \(line.caseID.label) is on the ledger and not late")
      }
      for person in life.center.people.items where person.ageDisputedAt != nil { disputes += person.isChild ? 1 : 0 }
    }
    // The walk must have got somewhere, or it proves nothing.
    #expect(forged.tried > 30, "only \(forged.tried) openings were forged")
    #expect(late > 15, "only \(late) ways out were entered for a time before they were ready")
    #expect(counselled > 15, "only \(counselled) interviews were decided with counsel")
    #expect(besideOthers > 0, "only \(besideOthers) were called with counsel while others had theirs")
    #expect(booked > 30, "only \(booked) interviews were booked")
    #expect(undone > 500, "only \(undone) entries were undone")
    #expect(ledgerLines > 1_000, "only \(ledgerLines) rules were broken")
    #expect(disputes > 20, "only \(disputes) ages were disputed")
    for kind in ExitKind.allCases { #expect(exits[kind, default: 0] > 0, "no case was ever \(kind)") }
    for rule in Rule.allCases { #expect(refused[rule, default: 0] > 0, "\(rule) never refused anything") }
  }

  /// Why the state of a life could not open the next day's recording, or nil.
  private func reopened(_ life: Live) -> Refusal? {
    var next = Center(plan: life.center.plan, rules: life.center.rules)
    let opening = life.center.openingState(exits: false, continues: true)
    let record = Record(
      seq: life.center.seq, at: life.now, recorded: life.now, by: Code("op1"), event: .stateAt(opening))
    if let refusal = next.objection(to: record) { return refusal }
    next.apply(record)
    #expect(next.counts.onRoll == life.center.counts.onRoll && next.counts.areConserved)
    #expect(next.counts.unplaced == life.center.counts.unplaced)
    for stage in Stage.allCases { #expect(Set(next.queue(of: stage)) == Set(life.center.queue(of: stage))) }
    return nil
  }
}

/// Watches records as an inspector would: from what was written alone, with rules of its own, written apart
/// from the engine's.
struct Watcher {
  let rules: RuleSet
  private var negativeAt: [CaseID: Instant] = [:]
  private var askedAt: [CaseID: Instant] = [:]
  private var declined: Set<CaseID> = []
  private var decided: [CaseID: ReviewResult] = [:]
  private var steps: [CaseID: Set<ReturnStep>] = [:]
  private var oriented: [CaseID: Instant] = [:]
  private var waived: Set<CaseID> = []
  private var seen: [Int64: Event] = [:]
  /// Adults who said to be children, and of whom two people have not found otherwise.
  private var claimed: Set<PersonID> = []
  private var itches: [PersonID: Set<Finding>] = [:]
  private var unfit: [PersonID: Set<FitFor>] = [:]
  /// Whose claim was heard, by whatever case it was.
  private var heard: Set<PersonID> = []
  private(set) var exits = ExitNotes()

  init(rules: RuleSet) { self.rules = rules }

  /// What is unlawful about a record, or nil. `center` is the center after it.
  mutating func see(_ record: Record, _ center: Center) -> String? {
    let at = record.at
    lastEvent = record.event
    seen[record.seq] = record.event
    if let wrong = exits.see(record, center) { return wrong }
    if record.at > record.recorded { return "recorded before it happened" }
    switch record.event {
    case .orientationGiven(let e): oriented[e.caseID] = at
    case .consultationWaived(let e): waived.insert(e.caseID)
    case .determinationMade(let e):
      if e.reviewer == record.by { return "reviewed by the officer" }
      heard.formUnion(center.cases[e.caseID]?.members ?? [])
      negativeAt[e.caseID] = e.outcome == .negative ? at : nil
      guard let start = oriented[e.caseID] else { return "interviewed without orientation" }
      if !waived.contains(e.caseID) && at < start + rules.consultation {
        return "interviewed before consultation ended"
      }
    case .entryUndone(let e):
      switch seen[Int64(e.wrongs)] {
      case .orientationGiven(let e): oriented[e.caseID] = nil
      case .consultationWaived(let e): waived.remove(e.caseID)
      case .determinationMade(let e): heard.subtract(center.cases[e.caseID]?.members ?? [])
      case .returnStepDone(let e): steps[e.caseID]?.remove(e.step)
      case .findingRecorded(let e): restore(e.person, center)
      case .treatmentGiven(let e): restore(e.person, center)
      case .fitnessJudged(let e): restore(e.person, center)
      default: break
      }
    case .ageDisputed(let e) where e.claim == .child: claimed.insert(e.person)
    case .factCorrected(let e):
      if let id = e.person, e.band != nil, let second = e.second, second != record.by { claimed.remove(id) }
    case .reviewRequested(let e): askedAt[e.caseID] = at
    case .reviewDeclined(let e): declined.insert(e.caseID)
    case .reviewDecided(let e): decided[e.caseID] = e.result
    case .consulateAsked(let e):
      if !isFinal(e.caseID, at) && !isScreenedChild(e.caseID, center) { return "consulate asked too early" }
    case .returnStepDone(let e): steps[e.caseID, default: []].insert(e.step)
    case .caseReturned(let e):
      if e.second == record.by { return "returned by one person" }
      let isChild = center.cases[e.caseID]?.isChildAlone ?? false
      let needed = Set(ReturnStep.allCases).subtracting(isChild ? [] : [.guardian])
      if !needed.isSubset(of: steps[e.caseID, default: []]) { return "returned with steps missing" }
      if !isFinal(e.caseID, at) && !isScreenedChild(e.caseID, center) { return "returned before final" }
      if center.cases[e.caseID]?.consulateAnswer == nil { return "returned before the consulate answered" }
      if isChild, let members = center.cases[e.caseID]?.members, !heard.isDisjoint(with: members) {
        return "a child returned whose claim was heard"
      }
    case .caseReleased(let e):
      guard let item = center.cases[e.caseID] else { return "unknown case released" }
      if at == record.recorded, item.members.contains(where: { unfit[$0]?.contains(.travel) ?? false }) {
        return "released and not fit to travel"
      }
      if item.members.contains(where: { itches[$0]?.isEmpty == false }) { return "released and untreated" }
      if item.isChildAlone { return "child alone released" }
      if item.release.acceptedAt == nil { return "released to nobody" }
      if item.release.acceptedPeople ?? item.members.count < item.members.count { return "released in part" }
    case .departureLeft(let e):
      guard let departure = center.departure(e.departure) else { return "an unknown bus left" }
      if e.counted != center.people(on: departure) { return "a bus left with others than those on its manifest" }
    case .caseDeparted(let e) where e.reason == .withdrew:
      if e.second == nil || e.second == record.by { return "withdrawn by one person" }
      if isFinal(e.caseID, at) { return "withdrawn when the negative was final" }
    case .caseDeparted(let e):
      if let item = center.cases[e.caseID], item.isChildAlone, item.child.orrNotifiedAt == nil {
        return "a child left or died and ORR does not know of it"
      }
      if let item = center.cases[e.caseID], item.members.count > 1, center.members(of: item).contains(where: \.isChild)
      {
        return "a family with children left or died as one"
      }
    case .caseTransferred(let e):
      if let item = center.cases[e.caseID], item.isChildAlone, item.child.orrNotifiedAt == nil {
        return "a child left the roll and ORR does not know of it"
      }
      if let item = center.cases[e.caseID], item.isChildAlone, e.to != .orr, e.to != .hospital {
        return "child transferred"
      }
    case .caseCalled(let e):
      if e.desk.stage == .interview, center.cases[e.caseID]?.isChildAlone ?? false {
        return "child called to interview"
      }
    case .familySplit(let e):
      if e.second == record.by || e.second.isNone { return "family split by one person" }
      // A part that leaves takes the family's history along.
      negativeAt[e.newCase] = negativeAt[e.caseID]
      askedAt[e.newCase] = askedAt[e.caseID]
      decided[e.newCase] = decided[e.caseID]
      steps[e.newCase] = steps[e.caseID]
      oriented[e.newCase] = oriented[e.caseID]
      if declined.contains(e.caseID) { declined.insert(e.newCase) }
      if waived.contains(e.caseID) { waived.insert(e.newCase) }
    case .findingRecorded(let e):
      if e.finding == .lice || e.finding == .scabies { itches[e.person, default: []].insert(e.finding) }
    case .treatmentGiven(let e): itches[e.person]?.remove(e.finding)
    case .fitnessJudged(let e):
      unfit[e.person, default: []].remove(e.purpose)
      if !e.fit { unfit[e.person, default: []].insert(e.purpose) }
    case .serviceCompleted(let e) where e.desk.stage == .health:
      if at == record.recorded, let item = center.cases[e.caseID] {
        if item.members.contains(where: { itches[$0]?.isEmpty == false }) { return "screened and untreated" }
        let young = center.members(of: item).filter { $0.band == .child }
        if young.contains(where: { child in !child.checks.contains { $0.check == .interview } }) {
          return "a child was not asked"
        }
      }
    case .casePlaced(let e):
      if center.area(e.area)?.kind != .isolation, at == record.recorded,
        center.cases[e.caseID]?.members.contains(where: { itches[$0]?.isEmpty == false }) ?? false
      {
        return "placed among others and untreated"
      }
      if e.override == nil, let area = center.area(e.area), area.free < 0 { return "placed beyond capacity" }
    default: break
    }
    forget(rehearing: center)
    for id in claimed where center.people[id]?.isChild == false { return "a claim to be a child was not believed" }
    return bookedTwice(record, center) ?? childBesideAdults(center) ?? brokenManifest(center)
  }

  /// A case stands on at most one bus that has not left, the bus knows it, and nobody sits on another's lap.
  private func brokenManifest(_ center: Center) -> String? {
    let waiting = center.departures.filter { $0.leftAt == nil }
    for departure in waiting where center.people(on: departure) > departure.seats { return "a bus over its seats" }
    let aboard = waiting.flatMap(\.cases)
    if Set(aboard).count != aboard.count { return "a case on two buses" }
    for id in aboard where !(center.cases[id]?.isOnRoll ?? false) { return "somebody who left on a manifest" }
    for item in center.cases.items.suffix(60) where item.isOnRoll && (item.departure != nil) != aboard.contains(item.id)
    {
      return "a case and its bus do not agree"
    }
    return nil
  }

  /// Whether the people of the roll differ from the people of its cases.
  func lost(_ center: Center) -> Bool {
    let inCases = center.casesOnRoll.reduce(0) { $0 + $1.members.count }
    let onRows = center.rows(at: center.now).reduce(0) { $0 + $1.people }
    let inAreas = center.areas.reduce(0) { $0 + $1.occupied }
    let placed = center.people.items.count { $0.presence != .gone && $0.area != nil }
    return inCases != center.counts.onRoll || onRows != center.counts.onRoll || inAreas != placed
  }

  /// What an author took back is as the center has it.
  private mutating func restore(_ id: PersonID, _ center: Center) {
    guard let person = center.people[id] else { return }
    itches[id] = Set(person.findings.filter { $0.treatedAt == nil }.map(\.finding)).intersection([.lice, .scabies])
    unfit[id] = Set(person.fitness.filter { !$0.fit }.map(\.purpose))
  }

  private func isFinal(_ id: CaseID, _ at: Instant) -> Bool {
    guard let negative = negativeAt[id] else { return false }
    if let result = decided[id] { return result == .upheld }
    if askedAt[id] != nil { return false }
    return declined.contains(id) && at >= negative + rules.reviewWindow
  }

  private func isScreenedChild(_ id: CaseID, _ center: Center) -> Bool {
    guard let item = center.cases[id], item.isChildAlone, item.child.mayReturn else { return false }
    return item.nationality == Code("MEX") && center.members(of: item).allSatisfy { ($0.age?.count ?? 0) >= 14 }
  }

  private mutating func forget(rehearing center: Center) {
    for id in negativeAt.keys where center.cases[id]?.determination == nil {
      negativeAt[id] = nil
      askedAt[id] = nil
      decided[id] = nil
      steps[id] = nil
      declined.remove(id)
    }
  }

  private func childBesideAdults(_ center: Center) -> String? {
    for item in center.cases.items where item.isOnRoll && item.isChildAlone {
      for person in center.members(of: item) {
        guard let area = person.area.flatMap(center.area), area.kind != .children, area.kind != .isolation else {
          continue
        }
        let known = center.breaches.contains {
          $0.caseID == item.id && $0.kind == .childWithUnrelatedAdults && $0.ended == nil
        }
        // The breach follows in the next record of the same decision.
        let follows: Bool
        if case .factCorrected = lastEvent { follows = true } else { follows = false }
        if !known && !follows { return "child \(person.id.label) beside adults in \(area.code)" }
      }
    }
    return nil
  }

  private var lastEvent: Event?
}
