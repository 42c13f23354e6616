package import CaseFlow

/// A recording made of published counts of days.
package struct RecordedDays: Sendable {
  package var records: [Record]
  package var rules: RuleSet
  package var from: Instant
  package var until: Instant
}

/// The records of a center in which each day so many people came, and so many left that each night has its census.
///
/// Every day is recorded at one instant, 22:00 of the first day and every 24 hours from then on: a threshold with delays
/// of a minute sees the days as they ended, and nothing in between. Within that instant people come first where both
/// nights are large, and leave first where one is small, so that no reading lies outside what both nights allow: a
/// delay of days is never cut short by the order of one evening. Who has been there longest leaves first. Nil for no
/// days; linear in the people; throws what the engine refuses, such as more people than it can number.
package func recording(
  of days: [DayCounts], plan: CenterPlan, zone: ZoneOffsets
) throws(Refusal) -> RecordedDays? {
  guard let first = days.first, let last = days.last else { return nil }
  let from = Instant(milliseconds: zone.startOfDay(first.date))
  var keeper = DayKeeper(center: Center(plan: plan, rules: RuleSet.inForce(at: from)), clock: from + .hours(22))
  for day in days { try keeper.take(day) }
  return RecordedDays(
    records: keeper.records, rules: keeper.center.rules, from: from,
    until: Instant(milliseconds: zone.startOfDay(last.date.advanced(byDays: 1))))
}

/// Enters days one after another.
private struct DayKeeper {
  private(set) var center: Center
  private(set) var records: [Record] = []
  private var clock: Instant
  /// Cases on roll, in the order of coming; those before `gone` have left.
  private var stays: [CaseID] = []
  private var gone = 0

  /// A census from which on people come before others leave.
  private static let large = 130

  init(center: Center, clock: Instant) {
    self.center = center
    self.clock = clock
  }

  private var census: Int { stays.count - gone }

  mutating func take(_ day: DayCounts) throws(Refusal) {
    var leaving = census + day.people - day.census
    let comesFirst = census >= DayKeeper.large && day.census >= DayKeeper.large
    for index in 0..<day.parties {
      if !comesFirst { try leave(&leaving) }
      try arrive(day.people / day.parties + (index < day.people % day.parties ? 1 : 0))
    }
    try leave(&leaving)
    clock = clock + .days(1)
  }

  private mutating func arrive(_ people: Int) throws(Refusal) {
    var arrival = Arrival()
    for index in 0..<people {
      // Men and women in turn, each a case of its own: who came together is not known, and each can leave alone.
      let sex: Sex = (stays.count + index) % 2 == 0 ? .male : .female
      arrival.members.append(ArrivalMember(age: nil, band: .adult, sex: sex, tie: index == 0 ? .head : .relative))
    }
    let next = center.nextCase.number
    try act(.arrive(arrival))
    for number in next..<center.nextCase.number { stays.append(CaseID(number: number)) }
  }

  /// Lets people leave, as many as are to leave and are there.
  private mutating func leave(_ count: inout Int) throws(Refusal) {
    while count > 0, gone < stays.count {
      var departure = CaseDeparted()
      departure.caseID = stays[gone]
      departure.reason = .leftUnannounced
      try act(.state(.caseDeparted(departure)))
      gone += 1
      count -= 1
    }
  }

  private mutating func act(_ command: Command) throws(Refusal) {
    for event in try center.decide(command, Moment(clock, by: Simulator.scribe)) {
      let record = Record(seq: center.seq + 1, at: clock, recorded: clock, by: Simulator.scribe, event: event)
      center.apply(record)
      records.append(record)
    }
  }
}
