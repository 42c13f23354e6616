/// The offsets of one time zone over a stretch of time, as a plain value: no zone database is needed to use it.
///
/// A center's journal and recordings carry it, so that a replay shows the clock the center had.
package struct ZoneOffsets: Hashable, Sendable {
  /// A change of the zone's clock.
  package struct Transition: Hashable, Sendable {
    /// Milliseconds since 1970 UTC; the new offset holds from here on.
    package let at: Int64
    /// Seconds ahead of UTC.
    package let offsetSeconds: Int
    /// `MST`, `CDT`; some zones have `-03`.
    package let abbreviation: String

    /// A change at an instant.
    package init(at: Int64, offsetSeconds: Int, abbreviation: String) {
      self.at = at
      self.offsetSeconds = offsetSeconds
      self.abbreviation = abbreviation
    }
  }

  /// The IANA name, `America/Phoenix`.
  package let name: String
  /// Seconds ahead of UTC before the first transition.
  package let initialOffsetSeconds: Int
  /// The abbreviation before the first transition.
  package let initialAbbreviation: String
  /// In rising order of their instants.
  package let transitions: [Transition]

  /// A zone's offsets; transitions may come in any order.
  package init(name: String, initialOffsetSeconds: Int, initialAbbreviation: String, transitions: [Transition] = []) {
    self.name = name
    self.initialOffsetSeconds = initialOffsetSeconds
    self.initialAbbreviation = initialAbbreviation
    self.transitions = transitions.sorted { $0.at < $1.at }
  }

  /// Coordinated universal time.
  package static let utc = ZoneOffsets(name: "UTC", initialOffsetSeconds: 0, initialAbbreviation: "UTC")
}

extension ZoneOffsets {
  /// The transition in force at an instant, or nil before the first. O(log transitions).
  package func transition(at milliseconds: Int64) -> Transition? {
    var low = 0
    var high = transitions.count
    while low < high {
      let middle = low + (high - low) / 2
      if transitions[middle].at <= milliseconds { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : transitions[low - 1]
  }

  /// Seconds the wall clock is ahead of UTC at an instant.
  package func offset(at milliseconds: Int64) -> Int {
    transition(at: milliseconds)?.offsetSeconds ?? initialOffsetSeconds
  }

  /// What the offset in force at an instant is called.
  package func abbreviation(at milliseconds: Int64) -> String {
    transition(at: milliseconds)?.abbreviation ?? initialAbbreviation
  }

  /// What the wall clock shows at an instant.
  package func local(_ milliseconds: Int64) -> CivilTime {
    CivilTime(milliseconds: milliseconds, offsetSeconds: offset(at: milliseconds))
  }

  /// The instant's text with the offset in force.
  package func text(_ milliseconds: Int64) -> String {
    RFC3339.format(milliseconds: milliseconds, offsetSeconds: offset(at: milliseconds))
  }
}

extension ZoneOffsets {
  /// The instants at which a wall clock shows one time.
  package enum Instants: Hashable, Sendable {
    /// The clock was put forward over this time; `offered` is the instant as far after the change as the time is.
    case none(offered: Int64)
    case one(Int64)
    /// The clock was put back and showed the time twice.
    case two(earlier: Int64, later: Int64)
  }

  /// The instants at which the wall clock shows `time`.
  ///
  ///     denver.instants(ofLocal: 2026-03-08 02:30)  // .none(offered: the instant shown as 03:30)
  package func instants(ofLocal time: CivilTime) -> Instants {
    // Offsets differ by less than a day, so those in force a day before and after are the only candidates that a
    // transition near the time can bring in, together with every one between.
    let middle = time.milliseconds()
    let from = middle.addingReportingOverflow(-2 * CivilTime.dayMilliseconds).partialValue
    let until = middle.addingReportingOverflow(2 * CivilTime.dayMilliseconds).partialValue
    var offsets = [offset(at: from)]
    for transition in transitions where transition.at > from && transition.at <= until {
      offsets.append(transition.offsetSeconds)
    }
    var found: [Int64] = []
    for offset in offsets {
      let instant = time.milliseconds(offsetSeconds: offset)
      if self.offset(at: instant) == offset, !found.contains(instant) { found.append(instant) }
    }
    found.sort()
    switch (found.first, found.last) {
    case (let earlier?, let later?) where earlier != later: return .two(earlier: earlier, later: later)
    case (let only?, _): return .one(only)
    default:
      return .none(offered: time.milliseconds(offsetSeconds: offsetBefore(gapAt: time, from: from, until: until)))
    }
  }

  /// The offset in force before the transition that skipped a wall-clock time.
  private func offsetBefore(gapAt time: CivilTime, from: Int64, until: Int64) -> Int {
    for transition in transitions where transition.at > from && transition.at <= until {
      let before = offset(at: transition.at &- 1)
      let skipped = CivilTime(milliseconds: transition.at, offsetSeconds: before)
      let resumed = CivilTime(milliseconds: transition.at, offsetSeconds: transition.offsetSeconds)
      if skipped <= time, time < resumed { return before }
    }
    return offset(at: from)
  }

  /// The first instant of a local day: midnight, or the first time after it where midnight is skipped.
  package func startOfDay(_ date: CivilDate) -> Int64 {
    guard let midnight = CivilTime(date: date, hour: 0, minute: 0) else { return 0 }
    switch instants(ofLocal: midnight) {
    case .one(let instant): return instant
    case .two(let earlier, _): return earlier
    case .none(let offered):
      // The day begins at the transition itself, the last one not after what was offered.
      return transition(at: offered)?.at ?? offered
    }
  }

  /// The length of a local day: 24 hours, 23 or 25 when the clock changes.
  package func dayMilliseconds(_ date: CivilDate) -> Int64 {
    startOfDay(date.advanced(byDays: 1)) - startOfDay(date)
  }
}
