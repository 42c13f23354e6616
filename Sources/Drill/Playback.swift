package import Alarms
package import CaseFlow

/// A recorded day under a viewer's hand: any instant, forward and back, record by record.
///
/// The state at an instant has applied the records recorded up to it, in the order of their numbers, and is
/// the same however the viewer came there. A few snapshots are kept on the way; seeking folds from the
/// nearest one before. Snapshots share what has not changed between them, so that a day of 2,000 people
/// stays well under 100 MB.
///
/// ```swift
/// var playback = Playback(records: records, plan: plan, rules: rules, alarmPlan: .shipped, from: from, until: until)
/// playback.seek(to: noon)
/// playback.stepBack()
/// ```
package struct Playback: Sendable {
  package private(set) var records: [Record]
  /// The first and the last instant that can be shown.
  package let from: Instant
  package private(set) var until: Instant
  /// How many records have been applied.
  package private(set) var position = 0
  package private(set) var now: Instant
  package private(set) var center: Center
  package private(set) var alarms: AlarmBoard

  /// When each record takes effect: its time of recording, or that of an earlier one recorded later.
  private var times: [Instant]
  private let stride: Int
  private var snapshots: [Snapshot]
  /// One more, shortly before the present, once someone went back: stepping back again is then a short fold.
  private var recent: Snapshot?
  /// What viewers answered, by place: not part of the recording.
  private var responses: [Response] = []
  /// How many of them, from the first, the present state has taken.
  private var answered = 0
  private var scout: Scout?

  /// Snapshots kept at most, beside the beginning.
  package static let mostSnapshots = 12
  /// Records between two snapshots at least: fewer are folded faster than copied.
  package static let leastStride = 256
  /// How many records before the target of a way back one more snapshot is kept.
  package static let recentReach = 64

  /// A playback at its first instant, with whatever was recorded at it applied.
  package init(
    records: [Record], plan: CenterPlan, rules: RuleSet, alarmPlan: AlarmPlan, from: Instant, until: Instant
  ) {
    self.records = records
    var latest = Instant.earliest
    times = records.map {
      latest = max(latest, $0.recorded)
      return latest
    }
    self.from = from
    self.until = max(from, until, latest)
    stride = max(Playback.leastStride, (records.count + Playback.mostSnapshots - 1) / Playback.mostSnapshots)
    center = Center(plan: plan, rules: rules)
    alarms = AlarmBoard(plan: alarmPlan, center: center)
    now = from
    snapshots = [Snapshot(position: 0, answered: 0, center: center, alarms: alarms)]
    go(to: Playback.count(times, atMost: from), at: from)
  }

  /// The state after some record and before anything that follows it.
  private struct Snapshot: Sendable {
    var position: Int
    var answered: Int
    var center: Center
    var alarms: AlarmBoard
  }

  /// An answer of a viewer: after how many records, and when.
  private struct Response: Sendable {
    var position: Int
    var at: Instant
    var by: Code
    var event: Event
  }

  /// A second pair of eyes that runs ahead to the next alarm.
  private struct Scout: Sendable {
    var position: Int
    var center: Center
    var alarms: AlarmBoard
  }
}

extension Playback {
  package var isAtEnd: Bool { position == records.count && now >= until }

  /// The next instant at which the state changes by a record or by an alarm, or nil at the end.
  package var nextChange: Instant? {
    let record = position < times.count ? times[position] : nil
    let turn = alarms.nextTurn.flatMap { $0 <= until ? $0 : nil }
    guard let record, let turn else { return record ?? turn }
    return min(record, turn)
  }

  /// Shows an instant, held between `from` and `until`.
  package mutating func seek(to instant: Instant) {
    let target = min(max(instant, from), until)
    go(to: Playback.count(times, atMost: target), at: target)
  }

  /// Shows the moment after the record of a sequence number; one that is not in the recording moves to the
  /// nearest there is.
  package mutating func seek(toRecord seq: Int64) {
    guard let first = records.first?.seq else { return }
    go(afterRecords: Int(min(max(seq - first, -1), Int64(records.count - 1))) + 1)
  }

  /// Applies one more record and moves to its time; after the last, moves to the end.
  package mutating func stepForward() {
    if position < records.count { go(afterRecords: position + 1) } else { seek(to: until) }
  }

  /// Goes back to the moment of the last record, or, standing there, to that of the one before.
  package mutating func stepBack() {
    guard position > 0 else { return seek(to: from) }
    go(afterRecords: now > max(times[position - 1], from) ? position : position - 1)
  }

  /// When the next alarm after `now` is raised or the next crisis proposed, or nil when none is to come. Runs
  /// ahead once; a second call goes on from where the first stopped.
  package mutating func nextAlarm() -> Instant? {
    var scout = scout ?? Scout(position: position, center: center, alarms: alarms)
    self.scout = nil
    defer { self.scout = scout }
    if scout.position < position { scout = Scout(position: position, center: center, alarms: alarms) }
    while true {
      let seen = scout.alarms.alarms.count + scout.alarms.crises.count
      if let found = scout.alarms.nextAlarm(after: now) { return found }
      repeat {
        if scout.position == records.count {
          guard scout.alarms.now < until else { return nil }
          scout.alarms.advance(to: until)
          break
        }
        let record = records[scout.position]
        scout.center.apply(record)
        scout.alarms.observe(record, scout.center)
        scout.position += 1
      } while scout.alarms.alarms.count + scout.alarms.crises.count == seen
    }
  }

  /// Takes what a viewer answers here and now. It is taken again whenever this place is passed, is not seen
  /// before it, and never becomes part of the recording.
  package mutating func respond(_ event: Event, by: Code) {
    responses.insert(Response(position: position, at: now, by: by, event: event), at: answered)
    answered += 1
    alarms.respond(event, by: by, at: now)
    snapshots.removeAll { $0.position > position }
    if let kept = recent, kept.position > position { recent = nil }
    scout = nil
  }

  /// The canonical bytes of all that is derived at `now`: center, clocks and alarms.
  package func canonicalBytes() -> [UInt8] {
    var bytes = CanonicalBytes()
    alarms.encode(into: &bytes)
    return center.canonicalBytes(at: now) + bytes.bytes
  }
}

extension Playback {
  /// Leaves out what follows the present: something else may follow it then.
  mutating func forgetWhatFollows() {
    records.removeSubrange(position...)
    times.removeSubrange(position...)
    snapshots.removeAll { $0.position > position }
    if let kept = recent, kept.position > position { recent = nil }
    scout = nil
  }

  /// Takes records that followed the last one, with the center and the board in which they were decided: at the end
  /// nothing is folded again. Moves to `instant`.
  mutating func grow(by more: [Record], to center: Center, _ alarms: AlarmBoard, at instant: Instant) {
    guard position == records.count else { return }
    var latest = times.last ?? .earliest
    for record in more {
      latest = max(latest, record.recorded)
      times.append(latest)
    }
    records += more
    position = records.count
    self.center = center
    self.alarms = alarms
    now = instant
    until = max(until, instant)
    scout = nil
    if position - (snapshots.last?.position ?? 0) >= stride { snapshots.append(snapshot) }
  }
}

extension Playback {
  /// Moves to the moment of the last of so many records.
  private mutating func go(afterRecords count: Int) {
    go(to: count, at: count == 0 ? from : max(from, times[count - 1]))
  }

  /// Moves to where `target` records are applied and it is `instant`.
  private mutating func go(to target: Int, at instant: Instant) {
    let goesBack = (target, instant) < (position, now)
    if let nearest = nearest(to: target), goesBack || nearest.position > position {
      position = nearest.position
      answered = nearest.answered
      center = nearest.center
      alarms = nearest.alarms
    }
    let mark = goesBack && target - position > 2 * Playback.recentReach ? target - Playback.recentReach : nil
    while position < target {
      applyNext()
      if position == mark { recent = snapshot }
    }
    answer(upTo: instant)
    alarms.advance(to: instant)
    now = instant
  }

  private mutating func applyNext() {
    answer(upTo: times[position])
    center.apply(records[position])
    alarms.observe(records[position], center)
    position += 1
    now = times[position - 1]
    if position % stride == 0, (snapshots.last?.position ?? 0) < position {
      snapshots.append(snapshot)
    }
  }

  private var snapshot: Snapshot { Snapshot(position: position, answered: answered, center: center, alarms: alarms) }

  private func nearest(to target: Int) -> Snapshot? {
    let regular = snapshots.last { $0.position <= target }
    guard let recent, recent.position <= target, recent.position > regular?.position ?? -1 else { return regular }
    return recent
  }

  /// Takes the answers given at this place up to an instant.
  private mutating func answer(upTo instant: Instant) {
    while answered < responses.count, responses[answered].position == position, responses[answered].at <= instant {
      alarms.respond(responses[answered].event, by: responses[answered].by, at: responses[answered].at)
      answered += 1
    }
  }

  /// How many of these instants lie at `instant` or before.
  private static func count(_ times: [Instant], atMost instant: Instant) -> Int {
    var low = 0
    var high = times.count
    while low < high {
      let middle = (low + high) / 2
      if times[middle] <= instant { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
