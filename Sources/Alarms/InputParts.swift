import CaseFlow

// Parts of what thresholds read: loads of places, what is kept up only where it is asked for, clocks that are near.

/// People and usable places of an area.
struct AreaLoad: Sendable {
  var occupied: Int
  var usable: Int
}

/// People and staffed places of a kind.
struct KindLoad: Sendable {
  var occupied = 0
  var staffed = 0
}

/// What is kept up only where a threshold asks for it, because it costs more than others.
struct Watches: Sendable {
  /// Who waits without an interpreter.
  var languages = false
  /// Who is ill and has been with others who are.
  var illness = false

  init() {}

  init(_ thresholds: [Threshold]) {
    languages = thresholds.contains { $0.measure.of == .interpreterShortage }
    illness = thresholds.contains { $0.measure.of == .linkedIllness }
  }
}

/// A clock and how near counts as near.
struct ClockMeasure: Sendable, Equatable {
  var kind: ClockKind
  var within: Span

  /// From when a case with these clocks counts: the earliest unmet one's due time less `within`, but not
  /// before that clock runs at all. Never, if none is unmet.
  func near(among clocks: [LegalClock]) -> Instant {
    var earliest = Instant.never
    for clock in clocks
    where clock.kind == kind && !clock.isNotBefore && !clock.isWaived && clock.stopped == nil {
      earliest = min(earliest, max(clock.start, clock.due - within))
    }
    return earliest
  }
}

extension Counts {
  /// People who left the roll: the people processed.
  var exits: Int { released + returned + transferred + departed }
}

extension PlaceKind {
  /// The position in `allCases`.
  var index: Int {
    switch self {
    case .singleMen: 0
    case .singleWomen: 1
    case .families: 2
    case .children: 3
    case .isolation: 4
    }
  }
}
