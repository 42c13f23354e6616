package import CaseFlow

/// More alarms than a person can answer: what came first stands on top, the rest is folded under it.
package struct Flood: Hashable, Sendable {
  package var since = Instant()
  /// The alarm that was raised first.
  package var first = Alarm()
  /// Everything raised since, the first included, in the order of raising.
  package var alarms: [Alarm] = []
  /// The largest arrival within the hour before, where it is still known: people, and when they were entered.
  package var arrival: Arrived?

  /// People who were entered at one instant.
  package struct Arrived: Hashable, Sendable {
    package var people: Int
    package var at: Instant
  }
}

extension AlarmLimit {
  /// More raisings than this within `floodSpan` are a flood (ISA-18.2: ten in ten minutes).
  package static let flood = 10
  /// Fewer than this within `floodSpan` end it.
  package static let ebb = 5
  package static let floodSpan = Span.minutes(10)
}

extension AlarmBoard {
  /// The flood that goes on at `now`, or nil. Linear in the raisings since it began.
  package var flood: Flood? {
    guard let begun = Flood.begin(of: alarms.map(\.raised), at: now) else { return nil }
    var flood = Flood()
    flood.alarms = Array(alarms[begun.first...])
    flood.first = flood.alarms[0]
    flood.since = begun.since
    let hour = flood.first.raised - .minutes(60)
    flood.arrival = arrivals.filter { $0.at > hour && $0.at <= flood.first.raised && $0.people > 0 }
      .max { ($0.people, $1.at) < ($1.people, $0.at) }
    return flood
  }
}

extension Flood {
  /// Where the flood began that goes on at a moment: since when, and the position of the raising that came first.
  static func begin(of raised: [Instant], at now: Instant) -> (since: Instant, first: Int)? {
    var begun: (since: Instant, first: Int)?
    var oldest = 0
    for (index, time) in raised.enumerated() {
      if begun != nil, hasEbbed(raised[..<index], at: time) { begun = nil }
      while raised[oldest] + AlarmLimit.floodSpan <= time { oldest += 1 }
      if begun == nil, index - oldest + 1 > AlarmLimit.flood { begun = (time, oldest) }
    }
    return begun != nil && hasEbbed(raised[...], at: now) ? nil : begun
  }

  /// Whether fewer than so many raisings lay within the span at some time up to `time`: the fifth latest had left it.
  private static func hasEbbed(_ raised: ArraySlice<Instant>, at time: Instant) -> Bool {
    guard raised.count >= AlarmLimit.ebb else { return true }
    return raised[raised.endIndex - AlarmLimit.ebb] + AlarmLimit.floodSpan <= time
  }
}
