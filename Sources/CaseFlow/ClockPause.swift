// When clocks stand still. A clock whose act can be done here only - the health interview, a test in isolation, a shower
// - cannot be met while everyone of the case is at a hospital, and does not run then. Custody and every clock that
// protects children or the right to be heard run on, wherever the people are.

/// A time that a person spent at a hospital or a court; without an end it lasts.
package struct Absence: Hashable, Described {
  package var to = Presence.hospital
  package var from = Instant()
  package var until: Instant?
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("to", &to)
    f.field("from", &from)
    f.field("until", &until)
  }
}

extension Limit {
  /// Absences of one person that are kept; the oldest go first, and their pause with them.
  package static let absences = 50
}

extension Person {
  /// Whether the person was here at a time, as far as that is recorded.
  func wasHere(at: Instant) -> Bool {
    if absences.isEmpty { return presence == .here || at < movedAt ?? .earliest }
    return !absences.contains { $0.from <= at && at < $0.until ?? .latest }
  }

  /// Ends the present absence, and begins one where the person is away now.
  mutating func noteAbsence(_ at: Instant) {
    if let last = absences.indices.last, absences[last].until == nil {
      absences[last].until = max(at, absences[last].from)
    }
    guard presence == .hospital || presence == .court else { return }
    var absence = Absence()
    absence.to = presence
    absence.from = at
    if absences.count >= Limit.absences { absences.removeFirst() }
    absences.append(absence)
  }
}

extension Center {
  func wasHere(_ id: PersonID, at: Instant) -> Bool { people.holds(id) { $0.wasHere(at: at) } }
}

extension LegalClock {
  /// Moves the due time by the time that all of these people spent at a hospital since the start.
  mutating func pause(while people: [Person], at: Instant) {
    let end = min(stopped ?? at, at)
    // Hardly anyone is: one look, and nothing is built.
    guard !people.isEmpty, people.allSatisfy({ !$0.absences.isEmpty }) else { return }
    for away in LegalClock.shared(people) {
      let from = max(away.lowerBound, start)
      let until = min(away.upperBound, end)
      // What had run out before they left stays so.
      guard from < until, from <= due else { continue }
      pausedFor = pausedFor + (until - from)
      due = due + (until - from)
      isPaused = stopped == nil && away.upperBound > end
    }
  }

  /// The times that all of these people spent at a hospital, in order.
  private static func shared(_ people: [Person]) -> [Range<Instant>] {
    let end = Instant.latest + .seconds(1)
    var times = [Instant.earliest..<end]
    for person in people {
      var shared: [Range<Instant>] = []
      for time in times {
        for absence in person.absences where absence.to == .hospital {
          let from = max(time.lowerBound, absence.from)
          let until = min(time.upperBound, absence.until ?? end)
          if from < until { shared.append(from..<until) }
        }
      }
      times = shared
    }
    return times
  }
}
