package import CaseFlow

/// How the alarms of a shift behaved, in the measures of ISA-18.2: were they few enough to answer, and were they answered?
package struct AlarmFigures: Hashable, Sendable {
  package var from = Instant()
  package var until = Instant()
  package var raised = 0
  /// The most that were raised within ten minutes.
  package var mostInTenMinutes = 0
  package var acknowledged = 0
  package var escalated = 0
  /// The median time from raising to acknowledging, or nil where none was acknowledged.
  package var medianAnswer: Span?
  /// The thresholds that were raised most, at most ten.
  package var frequent: [Count] = []
  /// Active at the end for longer than `standingAfter`.
  package var standing: [Alarm] = []
  /// Raised at least `chatter` times within `chatterSpan`.
  package var chattering: [String] = []

  /// A threshold and how often it was raised.
  package struct Count: Hashable, Sendable {
    package var threshold: String
    package var raised: Int
  }

  /// Active for longer than this, an alarm stands: nobody can be acting on it.
  package static let standingAfter = Span.hours(24)
  /// So many raisings within the span are chatter.
  package static let chatter = 3
  package static let chatterSpan = Span.minutes(30)

  /// Raisings an hour, in tenths.
  package var tenthsAnHour: Int {
    let minutes = max(1, (until - from).milliseconds / 60_000)
    return Int(Int64(raised) * 600 / minutes)
  }
}

extension AlarmFigures {
  /// The figures of the raisings from one time up to another.
  package init(of board: AlarmBoard, from: Instant, until: Instant) {
    self.init(of: board.alarms, from: from, until: until)
  }

  /// The figures of these raisings, the oldest first.
  package init(of alarms: [Alarm], from: Instant, until: Instant) {
    self.from = from
    self.until = until
    let own = alarms.filter { $0.raised >= from && $0.raised < until }
    raised = own.count
    mostInTenMinutes = Self.most(own.map(\.raised), within: AlarmLimit.floodSpan)
    acknowledged = own.count { $0.acknowledged.map { $0 < until } ?? false }
    escalated = own.count { $0.escalated.map { $0 < until } ?? false }
    let answers = own.compactMap { alarm in
      alarm.acknowledged.flatMap { $0 < until ? $0 - alarm.raised : nil }
    }.sorted()
    medianAnswer = answers.isEmpty ? nil : answers[(answers.count - 1) / 2]
    let named = Dictionary(grouping: own, by: \.threshold)
    frequent = named.map { Count(threshold: $0.key, raised: $0.value.count) }
      .sorted { ($1.raised, $0.threshold) < ($0.raised, $1.threshold) }
    frequent = Array(frequent.prefix(10))
    chattering = named.filter { Self.chatters($0.value) }.map(\.key).sorted()
    standing = alarms.filter {
      $0.raised + Self.standingAfter <= until && ($0.cleared.map { $0 >= until } ?? true)
    }
  }

  /// Whether one level of a threshold was raised too often in too short a time.
  private static func chatters(_ alarms: [Alarm]) -> Bool {
    Dictionary(grouping: alarms, by: \.level).values.contains { level in
      most(level.map(\.raised), within: chatterSpan) >= chatter
    }
  }

  /// The most of these times, in order, that lie within one span.
  private static func most(_ times: [Instant], within span: Span) -> Int {
    var most = 0
    var oldest = 0
    for (index, time) in times.enumerated() {
      while times[oldest] + span <= time { oldest += 1 }
      most = max(most, index - oldest + 1)
    }
    return most
  }
}
