// The best next booking for everyone who waits for an interview: a proposal with its reason. A supervisor decides.

/// A proposed booking and why it is proposed.
package struct Suggestion: Hashable, Sendable {
  /// How the case and the officer would understand each other.
  package enum Language: Hashable, Sendable {
    case officerSpeaks
    case interpreter(Code)
    /// By one of those that the center counts for the language; the roster names none.
    case counted
    /// Nobody for its first language in reach: the second is tried, with an interpreter or without.
    case second
    /// Nobody for any: it is booked all the same, to try.
    case nobody
  }

  package var caseID: CaseID
  /// As `book` would take it.
  package var booking: Booking
  package var priority: Priority
  package var language: Language
  /// When its custody must be over.
  package var deadline: Instant
  /// What is wrong with the booking that it would replace.
  package var replaces: BookingFault?
}

extension Limit {
  /// The grid on which interviews are proposed.
  static let slot = Span.minutes(15)
  /// How far ahead they are: 32 hours, the slots of one machine word pair.
  static let slots = 128
}

extension Center {
  /// The best next bookings, in the order of service: class, then who has counsel, then arrival. Each takes what those
  /// before it left over.
  ///
  /// For each case: in person before telephone, if that is before its deadline; its first language before its second;
  /// then the earliest time; then an officer who needs no interpreter, and the one with the fewest languages, so that
  /// who speaks a rare one stays free. Deterministic; O(cases x officers x interpreters) on sets of slots.
  package func suggestions(at: Instant, limit: Int = .max) -> [Suggestion] {
    var day = SlotDay(self, at: at)
    var found: [Suggestion] = []
    for (item, priority) in unbooked(at: at) where found.count < limit {
      guard var suggestion = day.suggestion(for: item, priority, self) else { continue }
      if item.booking != nil { suggestion.replaces = bookingFault(of: item, at: at) }
      day.take(suggestion.booking)
      found.append(suggestion)
    }
    return found
  }

  /// Who waits for an interview and has no booking that can be held, in the order of service.
  func unbooked(at: Instant) -> [(item: Case, priority: Priority)] {
    var waiting: [(item: Case, priority: Priority)] = []
    for id in queues[Stage.interview.index] {
      guard let item = cases[id], item.state == .waiting || item.hold == .interpreter,
        item.determination == nil, !item.isChildAlone, item.consultation.orientedAt != nil,
        item.counselAskedAt == nil || item.counselAnsweredAt != nil, !item.wasIsolated(at: at), isTogether(item),
        item.booking == nil || bookingFault(of: item, at: at) != nil
      else { continue }
      waiting.append((item, priority(of: item, at: at)))
    }
    // Who has counsel is heard as booked or not at all: of a class they are proposed first.
    waiting.sort {
      ($0.priority.level, $0.item.hasCounsel ? 0 : 1, $0.item.arrivedAt, $0.item.id)
        < ($1.priority.level, $1.item.hasCounsel ? 0 : 1, $1.item.arrivedAt, $1.item.id)
    }
    return waiting
  }

  /// How long an interview takes by the center file, in whole slots.
  var interviewSlots: Int {
    let minutes = plan.stages.first { $0.stage == .interview }?.service.meanMinutes ?? 0
    let slot = Double(Limit.slot.milliseconds) / 60_000
    let most = Double(Limit.interview.milliseconds) / 60_000 / slot
    return max(1, Int(min(most, (minutes / slot).rounded(.up))))
  }
}
