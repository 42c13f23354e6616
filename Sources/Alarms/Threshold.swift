package import CaseFlow

/// A named value that someone must act on when it is crossed.
///
/// ```yaml
/// - name: Families over places
///   measure: { of: kindOccupancy, kind: families }
///   levels: [{ level: strained, raise: 95, clear: 85, onDelay: 15, offDelay: 30 }]
///   owner: shift-lead
///   consequence: Families sleep without a place.
///   actMinutes: 30
///   firstKeys: 7
/// ```
package struct Threshold: Sendable, Equatable {
  /// At most `AlarmLimit.name` characters, and no other threshold's.
  package var name = ""
  package var measure = Measure()
  /// One to three levels, from the mildest on.
  package var levels: [ThresholdLevel] = []
  /// The role that owns the alarm.
  package var owner = Code.none
  /// What happens if it is ignored.
  package var consequence = ""
  /// How long there is to act.
  package var actMinutes = 0
  /// The keys to press first.
  package var firstKeys = ""
  /// Thresholds whose alarms bring this one about: it is folded under the first of them that is active.
  package var effectOf: [String] = []
  /// Thresholds while whose alarms are active this one stays silent.
  package var inhibitedBy: [String] = []
  package init() {}
}

/// One level of a threshold: raised at `raise` or above, cleared at `clear` or below, each only after
/// standing so for its whole delay. Between the two values nothing changes: that is the deadband.
package struct ThresholdLevel: Sendable, Equatable {
  package var level = AlarmLevel.watch
  package var raise = 0
  package var clear = 0
  package var onDelay = Span.zero
  package var offDelay = Span.zero
  /// The level is raised only while at least so many people or cases stand behind the value; it is cleared
  /// by value alone, so that a count that jitters does not make an alarm that does.
  package var minimumCount = 0
  package init() {}

  package init(
    _ level: AlarmLevel, raise: Int, clear: Int, onDelay: Span = .zero, offDelay: Span = .zero, minimumCount: Int = 0
  ) {
    self.level = level
    self.raise = raise
    self.clear = clear
    self.onDelay = onDelay
    self.offDelay = offDelay
    self.minimumCount = minimumCount
  }
}

extension Threshold: Described {
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("name", &name)
    f.field("measure", &measure)
    f.field("levels", &levels, most: AlarmLevel.allCases.count)
    f.field("owner", &owner)
    f.field("consequence", &consequence)
    f.field("actMinutes", &actMinutes)
    f.field("firstKeys", &firstKeys, usual: "")
    f.field("effectOf", &effectOf, most: AlarmLimit.links)
    f.field("inhibitedBy", &inhibitedBy, most: AlarmLimit.links)
  }
}

extension ThresholdLevel: Described {
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("level", &level)
    f.field("raise", &raise)
    f.field("clear", &clear)
    f.field("onDelay", &onDelay, usual: .zero)
    f.field("offDelay", &offDelay, usual: .zero)
    f.field("minimumCount", &minimumCount, usual: 0)
  }
}
