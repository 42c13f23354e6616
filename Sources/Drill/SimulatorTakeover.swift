import Alarms
import CaseFlow

/// Where and how a branch begins.
struct Takeover: Sendable {
  var center: Center
  var alarms: AlarmBoard
  var plan: AlarmPlan
  var zone: ZoneOffsets
  var at: Instant
  var team: [Role]
  var seed: Int
  /// The recorded day, whole, and what has been recorded up to now.
  var day: [Record]
  var past: [Record]
  /// As the branch begins with them: which have befallen and which are held, `past` says.
  var injects: [DrillInject]
}

extension Simulator {
  /// A center that goes on from a moment: everyone whom the team does not play picks up what they were about, and
  /// whoever came on the recorded day after that moment comes again.
  ///
  /// All of it follows from the state alone; how long things had taken until then is drawn again, so that they end
  /// after now. Linear in the records and in the cases.
  init(goingOn start: Takeover) {
    self.init(
      goingOn: start, seed: UInt64(bitPattern: Int64(start.seed)),
      expected: Expected(start.day, after: start.at, areas: start.center.plan.areas, zone: start.zone))
    drill.recordedParties = expected.parties.count
    drill.mix = start.day.compactMap { record in
      guard case .partyArrived(let e) = record.event else { return nil }
      return Arrival(e)
    }
    remember(start.past)
    enterExpected()
    enterRounds()
    resumeRounds(start.past)
    pickUpAll()
    for item in center.cases.items where item.isOnRoll { takeUpConsultation(item) }
    takeUpInjects(start)
  }

  private init(goingOn start: Takeover, seed: UInt64, expected: Expected) {
    center = start.center
    alarms = start.plan
    self.expected = expected
    roster = Roster(zone: start.zone)
    clock = start.at
    random = Seeded(seed, stream: 12)
    outcomes = Seeded(seed, stream: 13)
    flow = Seeded(seed, stream: 14)
    duty.board = start.alarms
    drill.isOn = true
    drill.seed = seed
    drill.cast.roles = Set(start.team)
    for desk in center.desks where drill.cast.roles.contains(desk.id.stage.role) {
      if let staff = desk.staff { drill.cast.leaving.insert(staff) }
    }
  }

  /// What the simulator would know if it had been there from the start.
  private mutating func remember(_ past: [Record]) {
    for record in past {
      if case .partyArrived(let e) = record.event { entries[e.party] = record.seq }
      if case .breachRecorded(let e) = record.event, let clock = e.clock {
        breachesFound.insert(FoundBreach(caseID: e.caseID, clock: clock))
      }
    }
    for item in center.cases.items where item.isOnRoll {
      lastTold[item.id] = clock
      let bookIn = center.parties[item.party]?.bookIn ?? item.arrivedAt
      if bookIn + center.rules.custody - .hours(14) <= clock { transfersConsidered.insert(item.id) }
      // What ran out a while ago has been looked at.
      for ran in center.clocks(of: item, at: clock)
      where ran.state(at: clock) == .breached && ran.due + .minutes(45) < clock {
        breachesFound.insert(FoundBreach(caseID: item.id, clock: ran.kind))
      }
    }
    let today = roster.local(clock).date
    for standing in center.receiverStandings(at: clock, roster.zone) {
      places.take(standing.offered + standing.accepted, of: standing.plan.code, on: today)
    }
    // Interpreters are listed by the day, everyone else by the shift.
    rosterUntil = center.duties.filter { $0.role != .interpreter }.map(\.from).max().map { roster.window($0).until }
    if case .declared(let crisis) = duty.board?.crisis {
      planTicks()
      duty.ticks.removeAll { tick in crisis.done.contains { $0.card == tick.card && $0.line == tick.line } }
    }
  }

  /// What befell the recorded day from outside befalls the branch, at the same times.
  private mutating func enterExpected() {
    for index in expected.parties.indices { enter(.arrive(index), at: expected.parties[index].entered) }
    for bus in expected.buses { enter(.announce(people: bus.people, expected: bus.expected), at: bus.announced) }
    for change in expected.staff { enter(.incident(.staffedPlaces(change.area, more: change.more)), at: change.at) }
    for change in expected.desks?.changes(after: clock) ?? [] { enter(.staffDesk(change.desk), at: change.at) }
  }

  private mutating func enterRounds() {
    let hour = roster.instant(roster.local(clock).date, minute: (roster.local(clock).hour + 1) * 60)
    enter(.interpreters, at: hour)
    enter(.staffDesks, in: .zero)
    enter(.round(.serve), in: .minutes(1))
    enter(.round(.alarms), in: .minutes(1))
    enter(.round(.breaches), in: .minutes(5))
    enter(.round(.places), in: .minutes(3))
    enter(.round(.loose), in: .minutes(15))
    enter(.round(.supervision), in: random.minutes(5...30))
    enter(.round(.duties), in: .minutes(2))
    enter(.round(.bookings), in: flow.minutes(5...60))
    enter(.round(.stays), in: flow.hours(0.2...3))
  }

  /// Rounds that have their minutes of the day: a takeover just before one, or between its minute and when somebody gets
  /// to it, loses none, and one that was made is not made again.
  private mutating func resumeRounds(_ past: [Record]) {
    let departures = resumed(Simulator.departureMinutes, late: 9, past) { event in
      switch event {
      case .departureOpened, .caseReleased: true
      default: false
      }
    }
    enter(.round(.departures), at: departures)
    let meal = resumed(Simulator.mealMinutes, late: 6, past) { event in
      if case .careGiven(let e) = event { e.care == .meal } else { false }
    }
    enter(.round(.care(.meal)), at: meal)
    let calls = resumed(Simulator.receiverMinutes, late: 15, past) { event in
      switch event {
      case .receiverChanged, .placesHeld: true
      default: false
      }
    }
    enter(.round(.receivers), at: calls)
  }

  /// When a round is made next that staff get to within so many minutes after these of the day.
  private mutating func resumed(
    _ minutes: [Int], late: Int, _ past: [Record], isOf: (Event) -> Bool
  ) -> Instant {
    let today = roster.local(clock).date
    let times = [0, 1].flatMap { day in minutes.map { roster.instant(today.advanced(byDays: day), minute: $0) } }
    let next = times.first { time in
      guard time <= clock else { return true }
      guard clock < time + .minutes(late) else { return false }
      return !past.reversed().prefix { $0.recorded >= time }.contains { isOf($0.event) }
    }
    let from = max(next ?? clock + .hours(6), clock)
    let latest = (next ?? from) + .minutes(late)
    return from + .seconds(flow.below((latest - from).wholeSeconds))
  }

  /// What may still fill a consultation period that has begun: as likely as it would be of those to whom it has not
  /// happened yet.
  private mutating func takeUpConsultation(_ item: Case) {
    guard let oriented = item.consultation.orientedAt, item.determination == nil, !item.isChildAlone,
      item.step == .health || item.step == .interview
    else { return }
    let hours = Double((clock - oriented).wholeSeconds) / 3_600
    for (task, share, last) in [
      (Task.waive, center.plan.model.waived, 9.0), (.askCounsel, 0.05, 20), (.withdraw, 0.014, 45),
    ] {
      let left = max(0, (last - hours) / last)
      guard random.chance(share * left / (1 - share + share * left)) else { continue }
      enter(
        .attend(item.id, task), at: roster.officeTime(clock + random.hours(0...max(0, last - hours)), 7..<21, &random))
    }
  }

  /// The duties that an inject ended as it befell the past, as they were listed until then: whoever was called away is to
  /// be listed again. What was on paper is entered after what befell since, and what was taken back never was.
  private func duties(endedBy inject: Code, _ past: [Record]) -> [Duty] {
    let callers = Set(drill.injects.filter { $0.inject.kind == .staffIll }.map(\.inject.code))
    var fired: [Instant: Code] = [:]
    var listed: [Code: [Duty]] = [:]
    var before: [Int: (staff: Code, duties: [Duty])] = [:]
    var ended: [Int: [Duty]] = [:]
    for record in past {
      let seq = Int(record.seq)
      switch record.event {
      case .stateAt(let opening): for duty in opening.duties { listed[duty.staff, default: []].append(duty) }
      case .injectFired(let e): if callers.contains(e.inject) { fired[record.recorded] = e.inject }
      case .dutyListed(let e):
        before[seq] = (e.staff, listed[e.staff] ?? [])
        listed[e.staff, default: []].append(e)
      case .dutyEnded(let e):
        let known = listed.removeValue(forKey: e.staff) ?? []
        before[seq] = (e.staff, known)
        guard fired[record.at] == inject else { continue }
        ended[seq] = known.filter { $0.window.contains(record.at) && $0.role != .interpreter }
      case .entryUndone(let e):
        guard let entry = before[e.wrongs] else { continue }
        listed[entry.staff] = entry.duties
        ended[e.wrongs] = nil
      default: break
      }
    }
    return ended.sorted { $0.key < $1.key }.flatMap(\.value)
  }

  /// Injects that have befallen the past go on as long as they last; the others are still to come.
  private mutating func takeUpInjects(_ start: Takeover) {
    drill.injects = [DrillInject](start.injects.map(\.inject), after: start.past)
    for index in drill.injects.indices { drill.injects[index].waitsSince = start.injects[index].waitsSince }
    for item in drill.injects {
      switch item.state {
      case .fired(let at):
        last(item.inject, since: at)
        if item.inject.kind == .staffIll, item.lasts?.contains(clock) == true {
          calledAway[item.inject.code] = duties(endedBy: item.inject.code, start.past)
        }
      case .toCome: schedule(item)
      case .held: break
      }
    }
  }
}
