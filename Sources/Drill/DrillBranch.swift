package import Alarms
package import CaseFlow

/// The recorded day that a drill plays.
package struct DrillDay: Sendable {
  package var records: [Record]
  package var plan: CenterPlan
  package var rules: RuleSet
  package var alarms: AlarmPlan
  package var zone: ZoneOffsets
  package var from: Instant
  package var until: Instant

  package init(
    records: [Record], plan: CenterPlan, rules: RuleSet, alarms: AlarmPlan, zone: ZoneOffsets, from: Instant,
    until: Instant
  ) {
    self.records = records
    self.plan = plan
    self.rules = rules
    self.alarms = alarms
    self.zone = zone
    self.from = from
    self.until = until
  }
}

/// One way on from an instant: 0 is the recorded day, the others are what teams made of it.
package struct DrillBranch: Sendable {
  package var number: Int
  /// The branch whose past it shares; 0 for the recorded day itself.
  package var parent: Int
  /// When the team took over; the beginning of the drill for the recorded day.
  package var at: Instant
  package var seed: Int
  /// Its own records, from the takeover on; of the recorded day, all.
  package var records: [Record]
  /// The last instant that can be shown.
  package var head: Instant
  package var isOver: Bool
}
