package import CaseFlow

/// What a threshold looks at: a kind of measure and the parameters that kind takes.
package struct Measure: Sendable, Equatable {
  package var of = MeasureKind.unplaced
  /// Of `areaOccupancy`.
  package var area: Code?
  /// Of `kindOccupancy`.
  package var kind: PlaceKind?
  /// Of `oldestWait` and `p90Wait`.
  package var stage: Stage?
  /// Of `clocksNear` and `predictedBreaches`.
  package var clock: ClockKind?
  /// The window of `arrivalsOverProcessed` and `arrivalsADay`, and how near counts as near for `clocksNear` and
  /// `predictedBreaches`.
  package var minutes: Int?
  package init() {}
}

/// The kinds of measure; each is worse the higher it is.
package enum MeasureKind: String, Word, Scalar {
  /// People with a place in an area, in percent of its usable places.
  case areaOccupancy
  /// People with a place of a kind, in percent of the staffed places of that kind.
  case kindOccupancy
  /// People who have or lack a place, in percent of all usable places.
  case centerOccupancy
  /// The longest time that a case of a stage has waited, in minutes; called cases wait until served.
  case oldestWait
  /// How long the tenth of the waiting who have waited longest have waited at least, in minutes.
  case p90Wait
  /// People who arrived less people who left the roll, over the last `minutes`.
  case arrivalsOverProcessed
  /// People who arrived within the last `minutes`, as so many a day: 1440 counts a day, 10080 is a mean of seven.
  case arrivalsADay
  /// People on roll.
  case census
  /// People on roll over people who leave in a day, in hours: how long the center would take to empty.
  case stockHours
  /// People here without a place.
  case unplaced
  /// Cases with an unmet clock of a kind that is due within `minutes`, or past due.
  case clocksNear
  /// Cases that an unmet clock of a kind will overtake: those whose clock still runs and is due within `minutes`, less the
  /// cases that leave in so long at the pace of the last day. Nothing before a whole day was seen: of a night nobody can
  /// tell how many leave by noon.
  case predictedBreaches
  /// Cases that wait for an interview in languages that nobody on duty interprets or speaks.
  case interpreterShortage
  /// Minutes since anything was recorded.
  case dataAge
  /// People whose plan is release, who are leaving, and whom no receiver has accepted.
  case releasesWithoutReceiver
  /// Separations of families that are still open.
  case openSeparations
  /// Children found placed with unrelated adults, and not yet placed apart.
  case coPlacements
  /// Cases of an illness who have been with another case of it, found within 72 hours: of the illness with most of them.
  case linkedIllness
}

/// The unit of a measure's values.
package enum MeasureUnit: Sendable {
  case percent, minutes, hours, people, peopleADay, cases
}

extension MeasureKind {
  package var unit: MeasureUnit {
    switch self {
    case .areaOccupancy, .kindOccupancy, .centerOccupancy: .percent
    case .oldestWait, .p90Wait, .dataAge: .minutes
    case .stockHours: .hours
    case .arrivalsADay: .peopleADay
    case .arrivalsOverProcessed, .census, .unplaced, .releasesWithoutReceiver: .people
    case .clocksNear, .predictedBreaches, .interpreterShortage, .openSeparations, .coPlacements, .linkedIllness:
      .cases
    }
  }
}

extension Measure {
  /// Percent of the usable places of an area.
  package static func area(_ code: Code) -> Measure {
    var measure = Measure()
    measure.of = .areaOccupancy
    measure.area = code
    return measure
  }

  /// Percent of the staffed places of a kind.
  package static func places(_ kind: PlaceKind) -> Measure {
    var measure = Measure()
    measure.of = .kindOccupancy
    measure.kind = kind
    return measure
  }

  /// Minutes of the longest wait of a stage.
  package static func oldestWait(_ stage: Stage) -> Measure {
    var measure = Measure()
    measure.of = .oldestWait
    measure.stage = stage
    return measure
  }

  /// People who arrived less people processed, over a window.
  package static func arrivalsOverProcessed(minutes: Int) -> Measure {
    var measure = Measure()
    measure.of = .arrivalsOverProcessed
    measure.minutes = minutes
    return measure
  }

  /// Cases with an unmet clock that is due within so many minutes, or past due.
  package static func clocksNear(_ clock: ClockKind, minutes: Int) -> Measure {
    var measure = Measure()
    measure.of = .clocksNear
    measure.clock = clock
    measure.minutes = minutes
    return measure
  }

  /// Minutes that the tenth of the waiting who waited longest have waited at least.
  package static func p90Wait(_ stage: Stage) -> Measure {
    var measure = oldestWait(stage)
    measure.of = .p90Wait
    return measure
  }

  /// People who arrived over a window, as so many a day.
  package static func arrivalsADay(minutes: Int) -> Measure {
    var measure = Measure()
    measure.of = .arrivalsADay
    measure.minutes = minutes
    return measure
  }

  /// Cases that a clock will overtake within so many minutes, at the pace of the last day.
  package static func predictedBreaches(_ clock: ClockKind, minutes: Int) -> Measure {
    var measure = clocksNear(clock, minutes: minutes)
    measure.of = .predictedBreaches
    return measure
  }

  /// A measure without parameters.
  package static func plain(_ kind: MeasureKind) -> Measure {
    var measure = Measure()
    measure.of = kind
    return measure
  }
}

extension Measure: Described {
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("of", &of)
    f.field("area", &area)
    f.field("kind", &kind)
    f.field("stage", &stage)
    f.field("clock", &clock)
    f.field("minutes", &minutes)
  }
}

/// The value of a measure at a moment, kept exact: 271 of 240 places, not 112.9 %.
package struct Reading: Hashable, Sendable {
  /// People with or without a place, minutes in milliseconds, people or cases.
  package var amount = 0
  /// The places the amount is a share of, the people who left in a day, or the minutes of a window; 1 for plain counts.
  package var of = 1
  /// People or cases behind the value, for `minimumCount`.
  package var count = 0
  package init() {}

  package init(amount: Int, of whole: Int = 1, count: Int) {
    self.amount = amount
    self.of = whole
    self.count = count
  }
}

extension Reading {
  /// Whether the value in its unit is `value` or more. People without any places are over every percentage.
  package func isAtLeast(_ value: Int, _ unit: MeasureUnit) -> Bool {
    switch unit {
    case .percent: amount > 0 && amount * 100 >= value * of
    case .minutes: amount >= value * 60_000
    // Nobody leaving is worse than any number of hours.
    case .hours: amount > 0 && amount * 24 >= value * of
    case .peopleADay: amount * 1_440 >= value * of
    case .people, .cases: amount >= value
    }
  }

  /// Whether the value in its unit is `value` or less.
  package func isAtMost(_ value: Int, _ unit: MeasureUnit) -> Bool {
    switch unit {
    case .percent: amount == 0 || amount * 100 <= value * of
    case .minutes: amount <= value * 60_000
    case .hours: amount == 0 || amount * 24 <= value * of
    case .peopleADay: amount * 1_440 <= value * of
    case .people, .cases: amount <= value
    }
  }
}

extension Reading: Described {
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("amount", &amount)
    f.field("of", &of, usual: 1)
    f.field("count", &count)
  }
}
