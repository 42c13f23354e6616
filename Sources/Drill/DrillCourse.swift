import Alarms
package import CaseFlow

/// What one course of a drill came to, hour by hour since the takeover: of a branch, its parent, the recorded day, or the
/// same hours with nobody doing the team's work.
package struct DrillCourse: Hashable, Sendable {
  /// Whose course it is.
  package enum Name: Hashable, Sendable {
    /// 0 is the recorded day.
    case branch(Int)
    case doingNothing
  }

  /// One hour, or what has passed of it.
  package struct Hour: Hashable, Sendable {
    package var from: Instant
    package var until: Instant
    /// People who wait for a desk at its end.
    package var waiting = 0
    /// The longest wait for a desk of each class that was open at any time in it, as long as it was by its end.
    package var waits: [PriorityClass: Span] = [:]
    /// Legal clocks that were met and that ran out in it, alarms raised in it, people released in it, and entries that
    /// corrected or took back another.
    package var met = 0
    package var breaches = 0
    package var alarms = 0
    package var released = 0
    package var corrections = 0

    /// The longest wait of any class.
    package var longest: Span? { waits.values.max() }
  }

  package var name: Name
  /// Without gaps, from the takeover on.
  package var hours: [Hour]

  /// The course of a tally up to where it has come. Linear in the cases.
  package init(_ name: Name, _ tally: DrillTally) {
    self.name = name
    var marks = tally.marks
    if tally.now > marks.last?.at ?? tally.since { marks.append(tally.mark(at: tally.now)) }
    hours = []
    var (from, released) = (tally.since, tally.before.released)
    for mark in marks {
      var hour = Hour(from: from, until: mark.at, waiting: mark.waiting)
      hour.released = mark.released - released
      hours.append(hour)
      (from, released) = (mark.at, mark.released)
    }
    for alarm in tally.board.alarms { count(alarm.raised) { $0.alarms += 1 } }
    let clocks = tally.clocks
    for breach in clocks.breached { count(breach.due) { $0.breaches += 1 } }
    for met in clocks.met { if let at = met.stopped { count(at) { $0.met += 1 } } }
    for record in tally.mended { count(record.recorded) { $0.corrections += 1 } }
    for wait in tally.waits { count(wait) }
  }

  /// Counts a wait in every hour in which it was open.
  private mutating func count(_ wait: DrillTally.Wait) {
    for index in hours.indices where wait.joined < hours[index].until && wait.ended > hours[index].from {
      let length = min(wait.ended, hours[index].until) - wait.joined
      hours[index].waits[wait.level] = max(hours[index].waits[wait.level] ?? length, length)
    }
  }

  /// Adds to the hour in which an instant lies.
  private mutating func count(_ at: Instant, _ add: (inout Hour) -> Void) {
    // An hour is from after its beginning up to its end, as records are.
    guard let index = hours.firstIndex(where: { at > $0.from && at <= $0.until }) else { return }
    add(&hours[index])
  }

  /// All hours together: what was counted in them, the longest waits of any, who waits at the end.
  package var total: Hour? {
    guard var total = hours.first, let last = hours.last else { return nil }
    for hour in hours.dropFirst() {
      total.waits.merge(hour.waits) { max($0, $1) }
      total.met += hour.met
      total.breaches += hour.breaches
      total.alarms += hour.alarms
      total.released += hour.released
      total.corrections += hour.corrections
    }
    total.until = last.until
    total.waiting = last.waiting
    return total
  }
}

extension DrillTally {
  /// A wait for a desk that was open at any time since the takeover.
  struct Wait {
    var caseID: CaseID
    var stage: Stage
    /// The class that the case had when the wait ended, or has.
    var level: PriorityClass
    var joined: Instant
    /// Or now, while it goes on.
    var ended: Instant
    var isServed: Bool
  }

  /// The waits since the takeover: what every score and every comparison measures waits by.
  var waits: [Wait] {
    center.cases.items.filter { !$0.members.isEmpty }.flatMap { item in
      Stage.allCases.compactMap { stage in
        guard let wait = center.wait(of: item, stage, at: now), wait.ended > since else { return nil }
        return Wait(
          caseID: item.id, stage: stage, level: center.priority(of: item, at: wait.ended).level, joined: wait.joined,
          ended: wait.ended, isServed: wait.isServed)
      }
    }
  }

  /// The legal clocks that were met since the takeover, and those that ran out, in the order in which they did.
  var clocks: (met: [LegalClock], breached: [LegalClock]) {
    var (met, breached): ([LegalClock], [LegalClock]) = ([], [])
    for item in center.cases.items where !item.members.isEmpty {
      for clock in center.clocks(of: item, at: now) where !clock.isNotBefore {
        if !clock.isWaived, let stopped = clock.stopped, stopped > since, stopped <= clock.due { met.append(clock) }
        if clock.due > since, clock.due <= now, clock.state(at: now) == .breached { breached.append(clock) }
      }
    }
    return (met, breached.sorted { ($0.due, $0.caseID) < ($1.due, $1.caseID) })
  }
}

/// A branch beside others over the same hours: one table for the board, the report and JSON.
package struct DrillComparison: Hashable, Sendable {
  /// The branch itself first, then what it is compared with.
  package var courses: [DrillCourse]

  package init(_ courses: [DrillCourse]) { self.courses = courses }

  /// The hours that the branch has; what another course lacks of one, or of its end, is nil: half an hour beside a whole
  /// one would look better than it was.
  package var rows: [(from: Instant, until: Instant, hours: [DrillCourse.Hour?])] {
    guard let own = courses.first else { return [] }
    return own.hours.indices.map { index in
      (
        own.hours[index].from, own.hours[index].until,
        courses.map { course in
          course.hours.indices.contains(index) && course.hours[index].until >= own.hours[index].until
            ? course.hours[index] : nil
        }
      )
    }
  }

  /// All hours of one of them together, nil where it does not go as far as the branch.
  package func total(_ name: DrillCourse.Name) -> DrillCourse.Hour? {
    courses.firstIndex { $0.name == name }.flatMap { totals[$0] }
  }

  /// All hours of each course together, nil of one that does not go as far as the branch.
  package var totals: [DrillCourse.Hour?] {
    courses.map { course in
      guard let own = courses.first?.hours.last, let last = course.hours.last, last.until >= own.until else {
        return nil
      }
      return course.total
    }
  }
}
