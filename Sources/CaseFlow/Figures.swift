// What screens, outputs and thresholds read of a center at a moment. Derived, never stored.

/// One row of the board.
package struct RowFigures: Sendable {
  package var row: BoardRow
  package var cases = 0
  package var people = 0
  /// People waiting or called; nil on rows without a queue.
  package var waiting: Int?
  package var waitingCases = 0
  package var inService = 0
  package var onHold = 0
  /// The longest time that anyone of this row has waited; on rows without a queue, been there.
  package var oldest: Span?
  package var oldestCase: CaseID?
  /// When the next case of a consultation becomes eligible.
  package var nextReady: Instant?
}

/// A stage's figures: counts are of cases unless named people.
package struct StageFigures: Sendable {
  package var stage: Stage
  package var waitingCases = 0
  package var waitingPeople = 0
  package var inService = 0
  package var onHold = 0
  package var done = 0
  package var oldest: Span?
  package var median: Span?
  package var p90: Span?
  /// Expected wait of a case that joins now: the cases waiting or called, divided by the services begun in the last
  /// hour. Zero when nobody waits; nil when some wait and no service began in it.
  package var join: Span?
  /// People that joined and that were done in the last hour.
  package var inPerHour = 0
  package var outPerHour = 0
  package var desksOpen = 0
  package var desks = 0
  package var capacity = StageCapacity()
}

/// What a stage can do.
package struct StageCapacity: Sendable {
  /// Desks that could serve someone now.
  package var usable = 0
  package var limitedBy = StageLimit.desks
  /// The language that binds, when interpreters do.
  package var language: Code?
  /// Work begun in the last hour and work waiting, over the work that the usable desks do in an hour; above 1 the
  /// stage is behind. Nil when nothing can be served.
  package var load: Double?
}

/// What binds a stage.
package enum StageLimit: String, Word {
  case desks, staff, interpreters
}

/// An area's figures in people.
package struct AreaFigures: Sendable {
  package var area: Area
  package var name: String
  package var usable: Int
  package var limitedBy: CapacityLimit
}

extension Center {
  /// The time over which waits are estimated: visits that were open at any time in it.
  package static let waitWindow = Span.hours(24)
  /// The time over which paces are counted.
  package static let paceWindow = Span.hours(1)
}
