package import Alarms
package import CaseFlow

/// A realistic recorded day: its records, the opening first, and the center after the last of them.
package struct SynthesizedDay: Sendable {
  package var records: [Record]
  /// The state in which a reader's center is after the opening.
  package var opening: Center
  package var closing: Center
  /// Local midnight, and the next.
  package var from: Instant
  package var until: Instant
  /// Commands that the engine refused, by rule.
  package var refusals: [Rule: Int]
  /// Counts of the profile that could not be met together, as sentences; empty for the published days.
  package var unmet: [String]
}

/// Days of simulated arrivals before the recorded day opens.
package let warmUpDays = 6

/// The arrivals of the days before a published day, as a share of it.
package let usualWarmUp = 0.45...0.65

/// A recorded day with exactly the arrivals of a profile, in a center that has been at work for days.
///
/// The same arguments give the same records on one platform. `days` is how many days are recorded, of which the profile's
/// is the last; those before have arrivals like the warm-up. `ucShare` is the share of people who are children
/// alone, by default the center's own; `warmUp` the arrivals of the days before, as a share of the profile's.
/// Time grows with the people of all days and, for queues, with the square of the longest.
package func synthesize(
  _ profile: DayProfile, plan: CenterPlan, alarms: AlarmPlan, rules: RuleSet? = nil, zone: ZoneOffsets, seed: UInt64,
  ucShare: Double? = nil, warmUp: ClosedRange<Double> = usualWarmUp, days: Int = 1
) -> SynthesizedDay {
  let first = profile.day.advanced(byDays: 1 - days)
  let from = Instant(milliseconds: zone.startOfDay(first))
  let until = Instant(milliseconds: zone.startOfDay(profile.day.advanced(byDays: 1)))
  var random = Seeded(seed, stream: 1)
  let expected = Expected(
    profile, zone: zone, warmUpDays: warmUpDays + days - 1, warmUpShare: warmUp,
    childrenAlone: ucShare ?? plan.model.childrenAlone, &random)
  let start = Instant(milliseconds: zone.startOfDay(first.advanced(byDays: -warmUpDays)))
  var simulator = Simulator(
    plan: plan, rules: rules ?? RuleSet.inForce(at: from), alarms: alarms, zone: zone, expected: expected, from: start,
    seed: seed)
  simulator.run(until: from)
  let incidents = (0..<days).flatMap { day in
    Simulator.incidents(on: first.advanced(byDays: day), Roster(zone: zone), &random)
  }
  simulator.beginRecording(incidents: incidents)
  let opening = simulator.center
  simulator.run(until: until)
  return SynthesizedDay(
    records: simulator.records, opening: opening, closing: simulator.center, from: from, until: until,
    refusals: simulator.refusals, unmet: expected.unmet)
}
