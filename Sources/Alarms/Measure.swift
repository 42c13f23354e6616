package import CaseFlow

/// What a threshold looks at: a kind of measure and the parameters that kind takes.
package struct Measure: Sendable, Equatable {
  package var of = MeasureKind.unplaced
  /// Of `areaOccupancy`.
  package var area: Code?
  /// Of `kindOccupancy`.
  package var kind: PlaceKind?
  /// Of `oldestWait`.
  package var stage: Stage?
  /// Of `clocksNear`.
  package var clock: ClockKind?
  /// The window of `arrivalsOverProcessed`, and how near counts as near for `clocksNear`.
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
  /// People who arrived less people who left the roll, over the last `minutes`.
  case arrivalsOverProcessed
  /// People here without a place.
  case unplaced
  /// Cases with an unmet clock of a kind that is due within `minutes`, or past due.
  case clocksNear
  /// People whose plan is release, who are leaving, and whom no receiver has accepted.
  case releasesWithoutReceiver
  /// Separations of families that are still open.
  case openSeparations
  /// Children found placed with unrelated adults, and not yet placed apart.
  case coPlacements
}

/// The unit of a measure's values.
package enum MeasureUnit: Sendable {
  case percent, minutes, people, cases
}

extension MeasureKind {
  package var unit: MeasureUnit {
    switch self {
    case .areaOccupancy, .kindOccupancy, .centerOccupancy: .percent
    case .oldestWait: .minutes
    case .arrivalsOverProcessed, .unplaced, .releasesWithoutReceiver: .people
    case .clocksNear, .openSeparations, .coPlacements: .cases
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
  /// The places the amount is a share of; 1 for plain counts.
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
    case .people, .cases: amount >= value
    }
  }

  /// Whether the value in its unit is `value` or less.
  package func isAtMost(_ value: Int, _ unit: MeasureUnit) -> Bool {
    switch unit {
    case .percent: amount == 0 || amount * 100 <= value * of
    case .minutes: amount <= value * 60_000
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
