import CaseFlow

@testable import Alarms

extension Feed {
  /// Something that might be recorded next, at `at`: any kind of event about any case, sensible or not. What
  /// a board makes of a record may not depend on its being sensible.
  mutating func improvise(_ at: Instant, _ dice: inout Dice) {
    let cases = center.casesOnRoll.filter { !$0.members.isEmpty }
    guard let item = cases.randomElement(using: &dice), Int.random(in: 0..<5, using: &dice) > 0 else {
      arrive(Int.random(in: 1...4, using: &dice), at, into: area(&dice))
      return
    }
    let id = item.id
    let late = at - .minutes(Int.random(in: 0...20, using: &dice))
    let desk = DeskID(stage: item.stage ?? .health, number: 1)
    let person = item.members.randomElement(using: &dice) ?? PersonID()
    switch Int.random(in: 0..<26, using: &dice) {
    case 0, 1: record(.serviceStarted(CaseAtDesk(id, desk)), at, happened: late)
    case 2, 3, 4:
      if item.stage != nil { record(.serviceCompleted(CaseAtDesk(id, desk)), at, happened: late) }
    case 5: record(.caseHeld(CaseHeld(id, .rest)), at)
    case 6: record(.caseResumed(CaseOnly(id)), at)
    case 7, 8: record(.casePlaced(CasePlaced(id, in: area(&dice) ?? Code("men"))), at)
    case 9:
      var e = CaseInLanguage()
      e.caseID = id
      record(.orientationGiven(e), at, happened: late)
    case 10:
      var e = DeterminationMade()
      e.caseID = id
      e.outcome = .negative
      record(.determinationMade(e), at)
    case 11: leave(id, at)
    case 12: improviseTie(person, cases, at, &dice)
    case 13:
      var e = PlanMade()
      e.caseID = id
      record(.planMade(e), at)
    case 14: record(.releaseAccepted(ReceiverOfCase(id, Code("shelter"))), at)
    case 15: record(.breachRecorded(BreachRecorded(id, .childWithUnrelatedAdults, .noPlace)), at)
    case 16:
      var e = FindingOfCase()
      e.caseID = id
      record(Bool.random(using: &dice) ? .isolationOrdered(e) : .isolationEnded(CaseOnly(id)), at)
    case 17:
      var e = FactCorrected()
      e.person = person
      e.band = Bool.random(using: &dice) ? .child : .adult
      e.caseID = id
      e.bookIn = at - .hours(Int.random(in: 0...80, using: &dice))
      record(.factCorrected(e), at)
    case 18:
      var e = CareGiven()
      e.people = item.members
      record(.careGiven(e), at)
    case 19, 20: improviseAnswer(at, &dice)
    case 21, 22:
      var e = FindingRecorded()
      e.person = person
      e.finding = Bool.random(using: &dice) ? .influenzaLike : .varicella
      record(.findingRecorded(e), at, happened: late)
    case 23:
      var e = InterpretersChanged()
      e.language = Code("mam")
      e.interpreters = Int.random(in: 0...1, using: &dice)
      record(.interpretersChanged(e), at)
    case 24:
      var e = FactCorrected()
      e.person = person
      e.language = Bool.random(using: &dice) ? Code("mam") : Code("spa")
      e.caseID = id
      record(.factCorrected(e), at)
    default:
      guard item.members.count > 1 else { return }
      var e = FamilySplit()
      e.caseID = id
      e.people = [person]
      e.newCase = takeCaseNumber()
      record(.familySplit(e), at)
    }
  }

  private mutating func improviseTie(_ person: PersonID, _ cases: [Case], _ at: Instant, _ dice: inout Dice) {
    guard let other = cases.randomElement(using: &dice), let adult = other.members.first else { return }
    var e = TieStated()
    e.child = person
    e.adult = adult
    record(.tieStated(e), at)
  }

  private mutating func improviseAnswer(_ at: Instant, _ dice: inout Dice) {
    var tick = LineAnswered()
    tick.card = Code("F-1")
    tick.line = Int.random(in: 1...7, using: &dice)
    tick.undone = Int.random(in: 0..<4, using: &dice) == 0
    let name = board.plan.thresholds.randomElement(using: &dice)?.name ?? ""
    switch Int.random(in: 0..<16, using: &dice) {
    case 0, 1, 2: acknowledge(board.alarms.last?.threshold ?? "", at)
    case 3: record(.crisisDeclared(CrisisAnswered()), at)
    case 4: record(.crisisStoodDown(CrisisAnswered()), at)
    case 5, 6: shelve(Bool.random(using: &dice) ? name : board.active.first?.threshold ?? name, at, &dice)
    case 7: record(.alarmUnshelved(AlarmAnswered(board.shelves.last?.threshold ?? name)), at)
    case 8, 9:
      var e = ServiceChanged()
      e.threshold = board.withdrawals.randomElement(using: &dice)?.threshold ?? name
      e.inService = board.isOutOfService(e.threshold)
      record(.serviceChanged(e), at)
    case 10, 11: change(at, &dice)
    case 13, 14:
      // Begun and ended in turn, so that a story has several.
      record(board.crisis == .none ? .crisisDeclared(CrisisAnswered()) : .crisisStoodDown(CrisisAnswered()), at)
    case 12: record(.chargeTaken(CrisisAnswered(Bool.random(using: &dice) ? Code("ortiz") : Code("lead"))), at)
    default: record(.actionDone(tick), at)
    }
  }

  private mutating func shelve(_ name: String, _ at: Instant, _ dice: inout Dice) {
    var e = AlarmShelved()
    e.threshold = name
    // Some ask for too long or for what is past: they change nothing.
    e.until = at + .minutes(Int.random(in: -10...600, using: &dice))
    record(.alarmShelved(e), at)
  }

  /// Changed values of a level: mostly such as can work beside the other level.
  private mutating func change(_ at: Instant, _ dice: inout Dice) {
    guard let threshold = board.plan.thresholds.randomElement(using: &dice),
      let level = threshold.levels.randomElement(using: &dice)
    else { return }
    var e = ThresholdChanged()
    e.threshold = threshold.name
    e.level = level.level
    e.raise = level.raise + Int.random(in: -8...20, using: &dice)
    e.clear = level.clear + Int.random(in: -8...4, using: &dice)
    e.onDelay = .minutes(Int.random(in: 0...5, using: &dice))
    e.offDelay = level.offDelay
    record(.thresholdChanged(e), at)
  }

  private func area(_ dice: inout Dice) -> Code? {
    Bool.random(using: &dice) ? center.areas.randomElement(using: &dice)?.code : nil
  }
}

extension AlarmPlan {
  /// A plan that looks at everything, with values and delays that a random story crosses often.
  static let nervous: AlarmPlan = {
    var plan = AlarmPlan()
    func level(_ raise: Int, _ clear: Int, _ on: Int, _ off: Int) -> ThresholdLevel {
      ThresholdLevel(.watch, raise: raise, clear: clear, onDelay: .minutes(on), offDelay: .minutes(off))
    }
    plan.thresholds = [
      threshold("fam-a", .area(Code("fam-a")), level(60, 40, 2, 3)),
      threshold("men", .places(.singleMen), level(100, 80, 0, 1)),
      threshold("center", .plain(.centerOccupancy), level(70, 60, 5, 5)),
      threshold("flow", .arrivalsOverProcessed(minutes: 30), level(4, 1, 1, 2)),
      threshold("unplaced", .plain(.unplaced), level(5, 2, 0, 0)),
      threshold("receivers", .plain(.releasesWithoutReceiver), level(2, 0, 3, 0)),
      threshold("separations", .plain(.openSeparations), level(3, 1, 0, 4)),
      threshold("placements", .plain(.coPlacements), level(2, 0, 1, 1)),
      threshold("illness", .plain(.linkedIllness), level(2, 1, 2, 5)),
      threshold("a day", .arrivalsADay(minutes: 60), level(800, 500, 1, 2)),
      threshold("census", .plain(.census), level(20, 15, 3, 3)),
      threshold("stock", .plain(.stockHours), level(40, 20, 2, 2)),
      threshold("interpreters", .plain(.interpreterShortage), level(2, 1, 2, 0)),
      threshold("predicted", .predictedBreaches(.custody, minutes: 600), level(3, 1, 0, 5)),
      threshold("age", .plain(.dataAge), level(8, 3, 1, 0)),
    ]
    for stage in Stage.allCases {
      var wait = threshold("wait \(stage.rawValue)", .oldestWait(stage), level(30, 10, 0, 7))
      wait.levels.append(ThresholdLevel(.crisis, raise: 90, clear: 45, onDelay: .minutes(3), minimumCount: 3))
      plan.thresholds.append(wait)
      plan.thresholds.append(threshold("p90 \(stage.rawValue)", .p90Wait(stage), level(25, 12, 1, 3)))
    }
    for clock in ClockKind.allCases where clock != .consultation {
      plan.thresholds.append(threshold("clock \(clock.rawValue)", .clocksNear(clock, minutes: 600), level(2, 1, 4, 4)))
    }
    for index in plan.thresholds.indices where plan.thresholds[index].name.hasPrefix("wait ") {
      plan.thresholds[index].effectOf = ["flow", "unplaced"]
    }
    for index in plan.thresholds.indices where plan.thresholds[index].name.hasPrefix("p90 ") {
      plan.thresholds[index].inhibitedBy = ["census"]
    }
    plan.crisis.placesMinutes = 5
    plan.crisis.clearMinutes = 20
    plan.plan = shipped.plan
    return plan
  }()
}
