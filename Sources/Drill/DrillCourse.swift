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
    /// People who wait for a desk at its end, and the longest that one of them has waited.
    package var waiting = 0
    package var longest: Span?
    /// Legal clocks that ran out in it, alarms raised in it, people released in it.
    package var breaches = 0
    package var alarms = 0
    package var released = 0
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
      var hour = Hour(from: from, until: mark.at, waiting: mark.waiting, longest: mark.longest)
      hour.released = mark.released - released
      hours.append(hour)
      (from, released) = (mark.at, mark.released)
    }
    for alarm in tally.board.alarms { count(alarm.raised) { $0.alarms += 1 } }
    for breach in tally.breaches { count(breach.due) { $0.breaches += 1 } }
  }

  /// Adds to the hour in which an instant lies.
  private mutating func count(_ at: Instant, _ add: (inout Hour) -> Void) {
    // An hour is from after its beginning up to its end, as records are.
    guard let index = hours.firstIndex(where: { at > $0.from && at <= $0.until }) else { return }
    add(&hours[index])
  }

  /// All hours together: what was counted in them, the longest wait at the end of any, who waits at the end.
  package var total: Hour? {
    guard var total = hours.first, let last = hours.last else { return nil }
    for hour in hours.dropFirst() {
      if let longest = hour.longest { total.longest = max(total.longest ?? longest, longest) }
      total.breaches += hour.breaches
      total.alarms += hour.alarms
      total.released += hour.released
    }
    total.until = last.until
    total.waiting = last.waiting
    return total
  }
}

extension DrillTally {
  /// The legal clocks that ran out since the takeover, in the order in which they did.
  var breaches: [LegalClock] {
    var breaches: [LegalClock] = []
    for item in center.cases.items where !item.members.isEmpty {
      for clock in center.clocks(of: item, at: now) where !clock.isNotBefore && clock.due > since && clock.due <= now {
        if clock.state(at: now) == .breached { breaches.append(clock) }
      }
    }
    return breaches.sorted { ($0.due, $0.caseID) < ($1.due, $1.caseID) }
  }
}

/// A branch beside others over the same hours: one table for the board, the report and JSON.
package struct DrillComparison: Hashable, Sendable {
  /// The branch itself first, then what it is compared with.
  package var courses: [DrillCourse]

  package init(_ courses: [DrillCourse]) { self.courses = courses }

  /// The hours that the branch has; what another course lacks of them is nil.
  package var rows: [(from: Instant, until: Instant, hours: [DrillCourse.Hour?])] {
    guard let own = courses.first else { return [] }
    return own.hours.indices.map { index in
      (
        own.hours[index].from, own.hours[index].until,
        courses.map { $0.hours.indices.contains(index) ? $0.hours[index] : nil }
      )
    }
  }
}
