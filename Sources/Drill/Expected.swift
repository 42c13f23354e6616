import CaseFlow

/// A party that will come to a simulated center, and what will be entered about it.
struct ExpectedParty: Sendable {
  /// When it arrives; feeds the clocks, and the quarter in which the profile counts it.
  var at: Instant
  /// When someone has entered it.
  var entered: Instant
  var arrival: Arrival
}

/// A bus that is announced before it comes.
struct ExpectedBus: Sendable {
  var announced: Instant
  var expected: Instant
  var people: Int
}

/// Staff for so many more places of an area, or for fewer, that come or go on a recorded day.
struct ExpectedStaff: Sendable {
  var at: Instant
  var area: Code
  var more: Int
}

/// Everyone who comes to a center from the first day of the warm-up to the end of the recorded day.
struct Expected: Sendable {
  var parties: [ExpectedParty] = []
  var buses: [ExpectedBus] = []
  /// Of a drill only.
  var staff: [ExpectedStaff] = []
  var desks: ExpectedDesks?
  /// Counts of the profile that could not be met together.
  private(set) var unmet: [String] = []
  private let zone: ZoneOffsets
  private let childrenAlone: Double

  /// Nobody, as yet.
  init(zone: ZoneOffsets) {
    self.zone = zone
    childrenAlone = 0
  }

  /// The recorded day has exactly the profile's counts; each day of the warm-up has a share of its parties, drawn anew.
  init(
    _ profile: DayProfile, zone: ZoneOffsets, warmUpDays: Int, warmUpShare: ClosedRange<Double>,
    childrenAlone: Double, _ random: inout Seeded
  ) {
    self.zone = zone
    self.childrenAlone = childrenAlone
    let fit = Fit(profile, &random)
    unmet = fit.unmet
    for back in stride(from: warmUpDays, to: 0, by: -1) {
      let share = warmUpShare.lowerBound + random.unit() * (warmUpShare.upperBound - warmUpShare.lowerBound)
      let count = max(1, Int((Double(fit.parties.count) * share).rounded()))
      let shapes = (0..<count).compactMap { _ in random.pick(fit.parties) }
      add(shapes, on: profile.day.advanced(byDays: -back), &random)
    }
    add(fit.parties, on: profile.day, &random)
  }

  private mutating func add(_ shapes: [Fit.PartyShape], on day: CivilDate, _ random: inout Seeded) {
    let alone = childrenAlone(among: shapes, &random)
    let midnight = zone.startOfDay(day.advanced(byDays: 1))
    let quarters = Dictionary(grouping: shapes.indices) { shapes[$0].startMinute }
    for (startMinute, indices) in quarters.sorted(by: { $0.key < $1.key }) {
      let people = indices.reduce(0) { $0 + shapes[$1].size }
      let comesByBus = people >= Expected.busPeople
      let from = Roster(zone: zone).instant(day, minute: startMinute)
      var desk = from
      for (offset, index) in zip(offsets(indices.count, comesByBus, &random), indices) {
        let at = from + .seconds(offset)
        // Entries queue behind each other: somebody types them in.
        desk = max(desk, at) + random.minutes(0.3...(comesByBus ? 1.2 : 4))
        var entered = desk
        if random.chance(0.01) { entered = entered + random.minutes(35...70) }
        entered = min(entered, Instant(milliseconds: midnight) - .seconds(61))
        var arrival = self.arrival(shapes[index], alone[index], &random)
        arrival.transport = comesByBus ? .bus : transport(&random)
        arrival.bookIn = bookIn(before: at, &random)
        parties.append(ExpectedParty(at: at, entered: max(entered, at), arrival: arrival))
      }
      guard comesByBus else { continue }
      let announced = from - random.minutes(40...150)
      buses.append(ExpectedBus(announced: announced, expected: from + .minutes(5), people: people))
    }
  }

  /// People of one quarter from whom on they come by bus and are announced.
  static let busPeople = 15

  /// Seconds into the quarter: one bus after another unloads, or people come one by one.
  private func offsets(_ count: Int, _ comesByBus: Bool, _ random: inout Seeded) -> [Int] {
    let first = comesByBus ? random.below(360) : 0
    return (0..<count).map { _ in first + random.below(899 - first) }.sorted()
  }

  private func arrival(_ shape: Fit.PartyShape, _ alone: Int, _ random: inout Seeded) -> Arrival {
    var arrival = Arrival()
    arrival.language = shape.language
    if let language = shape.language, let second = Fit.secondLanguages[language], random.chance(second.share) {
      arrival.secondLanguage = second.code
    }
    arrival.nationality = shape.nationality
    arrival.members =
      alone > 0
      ? Household(size: shape.size, alone: alone, &random).members : Household(size: shape.size, &random).members
    // Sometimes nobody thinks of asking whose child it is: until then it counts as alone.
    if alone == 0, random.chance(0.015), let child = arrival.members.lastIndex(where: { $0.band == .child }) {
      arrival.members[child].tie = .unstated
    }
    if random.chance(0.01), let adult = arrival.members.firstIndex(where: { $0.band == .adult }) {
      arrival.members[adult].age = nil
    }
    return arrival
  }

  /// How many children alone each party has, so that together they are the wanted share of all people.
  private func childrenAlone(among shapes: [Fit.PartyShape], _ random: inout Seeded) -> [Int] {
    var alone = [Int](repeating: 0, count: shapes.count)
    let wanted = childrenAlone * Double(shapes.reduce(0) { $0 + $1.size })
    var left = Int(wanted) + (random.chance(wanted - wanted.rounded(.down)) ? 1 : 0)
    var order = Array(shapes.indices)
    random.shuffle(&order)
    // Those who came by themselves first, then with a relative.
    for index in order where left > 0 && shapes[index].size == 1 && random.chance(0.5) {
      alone[index] = 1
      left -= 1
    }
    for index in order where left > 0 && alone[index] == 0 && shapes[index].size <= left + 1 && shapes[index].size <= 4
    {
      alone[index] = max(1, shapes[index].size - 1)
      left -= alone[index]
    }
    return alone
  }

  /// When custody began: mostly hours before, sometimes days, sometimes nobody knows.
  private func bookIn(before at: Instant, _ random: inout Seeded) -> Instant? {
    let draw = random.unit()
    if draw < 0.09 { return nil }
    if draw < 0.86 { return at - random.hours(2.5...10) }
    if draw < 0.97 { return at - random.hours(10...22) }
    if draw < 0.992 { return at - random.hours(22...52) }
    return at - random.hours(60...70)
  }

  private func transport(_ random: inout Seeded) -> Transport {
    let draw = random.unit()
    return draw < 0.55 ? .van : draw < 0.8 ? .appointment : draw < 0.95 ? .foot : .transfer
  }
}
