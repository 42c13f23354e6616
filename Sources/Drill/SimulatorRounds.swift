import CaseFlow

// What staff do again and again, whoever is there.

extension Simulator {
  mutating func go(_ round: Round) {
    switch round {
    case .serve:
      for stage in Stage.allCases { serve(stage) }
      enter(.round(.serve), in: .minutes(10))
    case .breaches:
      findBreaches()
      enter(.round(.breaches), in: .minutes(20))
    case .places:
      findPlaces()
      enter(.round(.places), in: .minutes(15))
    case .supervision:
      supervise()
      enter(.round(.supervision), in: random.minutes(25...45))
    case .departures:
      departures()
      enter(.round(.departures), at: next(Simulator.departureMinutes) + random.minutes(1...9))
    case .care:
      serveMeal()
      enter(.round(.care(.meal)), at: next(Simulator.mealMinutes) + random.minutes(0...6))
    case .alarms: answerAlarms()
    case .duties:
      listDuties()
      enter(.round(.duties), at: roster.window(clock).until + flow.minutes(3...12))
    case .bookings:
      keepSchedule()
      enter(.round(.bookings), in: flow.minutes(50...70))
    case .receivers:
      hearReceivers()
      enter(.round(.receivers), at: next(Simulator.receiverMinutes) + flow.minutes(0...15))
    case .stays:
      explainStays()
      enter(.round(.stays), in: flow.hours(2...4))
    case .loose:
      pickUpAll()
      enter(.round(.loose), in: .minutes(15))
    }
  }

  /// When buses leave, in minutes of the local day.
  static let departureMinutes = [510, 660, 810, 900, 990, 1_080, 1_140, 1_200, 1_260, 1_320]
  static let mealMinutes = [420, 750, 1_095]
  /// When receivers call: in the morning, and at the end of the afternoon.
  static let receiverMinutes = [515, 1_050]

  /// The first of these minutes of the day that comes after now.
  func next(_ minutes: [Int]) -> Instant {
    let today = roster.local(clock).date
    let times = [0, 1].flatMap { day in minutes.map { roster.instant(today.advanced(byDays: day), minute: $0) } }
    return times.first { $0 > clock + .minutes(15) } ?? clock + .hours(6)
  }

  /// Everyone who is here eats, area by area.
  private mutating func serveMeal() {
    var eaters: [Code: [PersonID]] = [:]
    for person in center.people.items where person.presence == .here {
      eaters[person.area ?? .none, default: []].append(person.id)
    }
    for (_, people) in eaters.sorted(by: { $0.key < $1.key }) {
      for from in stride(from: 0, to: people.count, by: 120) {
        var care = CareGiven()
        care.people = Array(people[from..<min(from + 120, people.count)])
        care.care = .meal
        act(.state(.careGiven(care)), by: roster.floor(clock))
      }
    }
  }

  /// A supervisor goes over the clocks; whatever ran out is written down with its cause.
  private mutating func findBreaches() {
    for item in center.cases.items where item.isOnRoll && !item.members.isEmpty {
      for clock in center.clocks(of: item, at: clock) where !clock.isNotBefore && clock.kind != .coPlacement {
        guard clock.state(at: self.clock) == .breached,
          breachesFound.insert(FoundBreach(caseID: item.id, clock: clock.kind)).inserted
        else { continue }
        let found = max(self.clock, clock.due)
        enter(
          .attend(item.id, .recordBreach(cause(of: clock.kind, item), clock.kind, due: clock.due)),
          at: found + random.minutes(2...25))
      }
    }
  }

  private func cause(of clock: ClockKind, _ item: Case) -> BreachCause {
    switch clock {
    case .healthInterview, .shower, .notifyORR, .contiguousScreening, .retest, .review: .noStaff
    case .transferORR, .minorPlacement, .travelDocument: .partner
    case .consultation, .coPlacement: .unknown
    case .interpreter: .noInterpreter
    case .custody:
      if item.isolation != nil {
        .medical
      } else if item.step == .leaving {
        item.plan == .return ? .partner : item.release.acceptedAt == nil ? .partner : .noTransport
      } else if item.step == .interview, let language = item.language,
        !center.plan.languages.contains(where: { $0.code == language && $0.spokenByStaff })
      {
        .noInterpreter
      } else {
        .noStaff
      }
    }
  }

  /// Finds places for whoever has none, or not the right ones; after a while a supervisor overrides a full area.
  mutating func findPlaces() {
    let waiting = center.cases.items.filter { item in
      item.isOnRoll && !item.members.isEmpty
        && item.members.contains { id in
          guard let area = center.people[id]?.area, let place = center.area(area) else { return true }
          return !center.suits(place, item)
        }
    }
    for item in waiting {
      let fitting = center.areas.filter { center.suits($0, item) }
      let areas = item.members.map { center.people[$0]?.area }
      if fitting.contains(where: { area in area.free >= areas.count { $0 != area.code } }) {
        act(.place(item.id, in: nil, override: nil), by: roster.floor(clock))
      } else if clock - max(item.arrivedAt, item.isolation?.orderedAt ?? item.arrivedAt) > .minutes(50),
        let roomiest = fitting.max(by: { ($0.free, $1.code) < ($1.free, $0.code) })
      {
        act(
          .place(item.id, in: roomiest.code, override: roster.supervisor(clock)), by: roster.supervisor(clock))
      }
    }
  }

  private mutating func supervise() {
    holdForInterpreters()
    considerTransfers()
    if random.chance(0.22) { expedite() }
  }

  /// Cases whose language nobody on duty speaks wait for a booked interpreter, on hold and not unseen in the queue.
  private mutating func holdForInterpreters() {
    let center = center
    let speaks = { (language: Code) in
      center.plan.languages.contains { $0.code == language && $0.spokenByStaff }
        || center.interpreters.contains { $0.language == language && $0.interpreters + $0.lines > 0 }
        || center.desks.contains { $0.languages.contains(language) }
    }
    let stuck = center.queue(of: .interview).compactMap { center.cases[$0] }.filter { item in
      guard let language = item.language, center.isCallable(item, at: clock) else { return false }
      return !speaks(language) && !(item.secondLanguage.map(speaks) ?? false)
    }
    for item in stuck {
      seek(item)
      guard
        state(.caseHeld(CaseHeld(item.id, .interpreter)), of: item.id, by: roster.supervisor(clock), promptly: true)
      else { continue }
      enter(.attend(item.id, .bookInterpreter), at: roster.officeTime(clock + random.hours(0.7...4), 7..<21, &random))
    }
  }

  /// Before custody here runs out, a supervisor may ask for a transfer of those whose negative is under review or
  /// who wait for a travel document.
  private mutating func considerTransfers() {
    for item in center.cases.items
    where item.isOnRoll && item.transfer.askedAt == nil && (item.step == .review || item.plan == .return) {
      let bookIn = center.parties[item.party]?.bookIn ?? item.arrivedAt
      guard bookIn + center.rules.custody - .hours(14) <= clock, transfersConsidered.insert(item.id).inserted,
        !item.isChildAlone, random.chance(0.65)
      else { continue }
      askTransfer(item, .custody)
    }
  }

  /// A supervisor moves a case ahead: the longest waiting with a small child, or the longest waiting.
  mutating func expedite() {
    let stage: Stage = random.chance(0.6) ? .interview : .health
    let order = center.serviceOrder(stage, at: clock).compactMap { center.cases[$0.id] }.filter { $0.expedited == nil }
    let child = order.first { center.members(of: $0).contains { ($0.age?.count ?? 99) < 6 } }
    guard let item = child ?? order.first, order.count > 4 else { return }
    var expedited = CaseExpedited()
    expedited.caseID = item.id
    expedited.reason = child == nil ? .transport : .child
    state(.caseExpedited(expedited), of: item.id, by: roster.supervisor(clock), promptly: true)
    enter(.serve(stage), in: .minutes(1))
  }
}
