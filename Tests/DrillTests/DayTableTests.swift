import Alarms
import CaseFlow
import Journal
import Testing

@testable import Drill

@Suite("A recording made of a table of days")
struct DayTableTests {
  /// The published year, made once.
  static let year: Result<(days: [DayCounts], made: RecordedDays), any Error> = Result {
    let table = try DayTableFile.read("\(Days.fixtures)/data/daily-arrivals-tucson-2021.csv")
    #expect(table.faults.isEmpty)
    let days = table.rows.map(\.item)
    let plan = try Days.center("tuning-raw").plan
    return (days, try #require(try recording(of: days, plan: plan, zone: Days.zone)))
  }

  /// Each day with what was recorded on it.
  private static func evenings() throws -> [(day: DayCounts, records: ArraySlice<Record>)] {
    let (days, made) = try year.get()
    var rest = made.records[...]
    let evenings = days.map { day in
      let midnight = Instant(milliseconds: Days.zone.startOfDay(day.date.advanced(byDays: 1)))
      let records = rest.prefix { $0.recorded < midnight }
      rest = rest[records.endIndex...]
      return (day, records)
    }
    #expect(rest.isEmpty)
    return evenings
  }

  private static func emptyCenter() throws -> Center {
    Center(plan: try Days.center("tuning-raw").plan, rules: try year.get().made.rules)
  }

  @Test("has the people, the parties and the census of every day, and is admitted record by record")
  func counts() throws {
    let evenings = try Self.evenings()
    #expect(evenings.count == 361)
    var center = try Self.emptyCenter()
    for (day, records) in evenings {
      let before = (center.counts.arrived, center.parties.items.count)
      for record in records {
        if let refusal = center.objection(to: record) { Issue.record("record \(record.seq): \(refusal.sentence)") }
        center.apply(record)
      }
      #expect(center.counts.arrived - before.0 == day.people, "\(day)")
      #expect(center.parties.items.count - before.1 == day.parties, "\(day)")
      #expect(center.counts.onRoll == day.census, "\(day)")
    }
    #expect(center.counts.unplaced == 0)
  }

  @Test("no reading within an evening lies outside what both of its nights allow")
  func readings() throws {
    var center = try Self.emptyCenter()
    var last = 0
    for (day, records) in try Self.evenings() {
      #expect(Set(records.map(\.recorded)).count <= 1)
      let isLarge = min(last, day.census) >= 130
      for record in records {
        center.apply(record)
        let now = center.counts.onRoll
        // Where one night is small, nobody comes before someone has left, unless nobody is there to leave.
        let largestParty = (day.people + max(1, day.parties) - 1) / max(1, day.parties)
        #expect(isLarge ? now >= min(last, day.census) : now <= max(last, day.census, largestParty), "\(day)")
      }
      last = day.census
    }
  }

  @Test(
    "the published year raises as often as published: raw 34 and 17 times, with room and delays 3 and 4 times",
    arguments: [("tuning-raw", 34, 17), ("tuning-steady", 3, 4)])
  func published(_ name: String, arrivals: Int, census: Int) throws {
    let file = try Days.center(name)
    let made = try Self.year.get().made
    var center = Center(plan: file.plan, rules: made.rules)
    var run = TuningRun(plan: file.alarms, center: center, keepsValues: true)
    for record in made.records {
      center.apply(record)
      run.observe(record, center)
    }
    run.advance(to: made.until)
    #expect(run.activations.count { $0.threshold == "Many arrivals" } == arrivals)
    #expect(run.activations.count { $0.threshold == "Many people here" } == census)
  }
}

@Suite("Several days on end")
struct SeveralDaysTests {
  @Test("the last is the profile's, those before are open to the same people")
  func days() throws {
    let file = try Days.center("training")
    let profile = try Days.profile("2021-03-08")
    let made = synthesize(
      profile, plan: file.plan, alarms: file.alarms, zone: Days.zone, seed: 3, warmUp: 0.3...0.3, days: 3)
    let last = Instant(milliseconds: Days.zone.startOfDay(profile.day))
    #expect(made.from == last - .days(2))
    #expect(made.arrivals.filter { $0.record.at >= last }.reduce(0) { $0 + $1.party.members.count } == profile.people)
    #expect(made.arrivals.contains { $0.record.at < last - .days(1) })
    var center = Center(plan: file.plan, rules: made.closing.rules)
    for record in made.records {
      if let refusal = center.objection(to: record) { Issue.record("record \(record.seq): \(refusal.sentence)") }
      center.apply(record)
    }
    #expect(center.canonicalBytes(at: made.until) == made.closing.canonicalBytes(at: made.until))
  }
}
