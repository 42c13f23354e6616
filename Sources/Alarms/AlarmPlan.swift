package import CaseFlow

/// What a center wants to be warned of and what it does then: its thresholds, its crisis rule and its
/// response plan. It stands in the center file; what a center file leaves out is as in `shipped`.
///
/// No action of a plan turns people away or delays their admission.
package struct AlarmPlan: Sendable, Equatable {
  package var thresholds: [Threshold] = []
  package var crisis = CrisisRule()
  package var plan = ResponsePlan()
  /// How long an alarm may stand without an owner before it escalates; 0 is forever.
  package var escalateMinutes = 10
  /// The length of a shift: no alarm is shelved for longer.
  package var shiftMinutes = 480
  package init() {}
}

extension AlarmPlan: Described {
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("thresholds", &thresholds, most: AlarmLimit.thresholds)
    // Always written, so that a recording says what held; what a reader does not find is as shipped.
    var crisis: CrisisRule? = crisis
    f.field("crisis", &crisis)
    self.crisis = crisis ?? AlarmPlan.shipped.crisis
    var plan: ResponsePlan? = plan
    f.field("responsePlan", &plan)
    self.plan = plan ?? AlarmPlan.shipped.plan
    f.field("escalateMinutes", &escalateMinutes, usual: 10)
    f.field("shiftMinutes", &shiftMinutes, usual: 480)
  }
}

/// The limits of an alarm plan; a file beyond them is refused by name.
package enum AlarmLimit {
  /// Thresholds of one center.
  package static let thresholds = 200
  /// Characters of a threshold's name: what fits a row of the alarm list.
  package static let name = 40
  /// Thresholds that one threshold names as its causes.
  package static let links = 10
  /// Reserves of one ladder.
  package static let reserves = 50
  /// Action cards of one response plan.
  package static let cards = 50
  /// Lines of one action card.
  package static let lines = 30
  /// Raise and clear values, in the unit of the measure.
  package static let value = 1_000_000
  /// Delays, windows and times to act: thirty days.
  package static let minutes = 43_200
}
