/// The legal clocks of `domain`.
package enum ClockKind: String, Word {
  case custody, notifyORR, transferORR, contiguousScreening, minorPlacement, healthInterview, consultation, review,
    retest, coPlacement, shower, travelDocument, interpreter
}

package enum ClockState: String, Word {
  case running, met, breached, waived
}

/// A clock of one case: "not after" a due time, or "not before" it.
package struct LegalClock: Hashable, Sendable {
  package var kind: ClockKind
  package var caseID: CaseID
  package var start: Instant
  package var due: Instant
  /// Nothing may happen before `due`, rather than something must by then.
  package var isNotBefore = false
  /// When what the clock waits for happened, or nil.
  package var stopped: Instant?
  package var isWaived = false
  /// The start of custody is unknown: the clock runs from arrival and has run at least so long.
  package var isAtLeast = false
  /// Who recorded its start; nil where nobody did, as for a silence that counts as a request.
  package var startedBy: Code?
  /// How long it has stood still; `due` has moved by as much.
  package var pausedFor = Span.zero
  /// It stands still now: everyone of the case is at a hospital.
  package var isPaused = false
  /// When what it waits for will happen at the present pace; nil where nobody can know.
  package var expectedStop: Instant?

  /// The state at a moment. A "not before" clock is met once its time has come.
  package func state(at: Instant) -> ClockState {
    if isWaived { return .waived }
    if isNotBefore { return at >= due ? .met : .running }
    if let stopped { return stopped <= due ? .met : .breached }
    return at > due ? .breached : .running
  }

  package func left(at: Instant) -> Span { due - at }

  /// Whether, at the present pace, it will have run out before what it waits for happens.
  package var isExpectedLate: Bool { expectedStop.map { $0 > due } ?? false }
}

extension Center {
  /// The clocks of a case that had begun at a moment, in the order of `ClockKind`: all of them, or those that are asked
  /// for. Linear in the members where a clock reads them.
  package func clocks(of item: Case, at: Instant, only kinds: ClockKinds = .all) -> [LegalClock] {
    var clocks: [LegalClock] = []
    // Of the party only this, which is lent: all of it is copied with all it holds.
    let (told, bookInBy, enteredBy) =
      parties.lend(item.party) { ($0.bookIn, $0.bookInBy, $0.enteredBy) } ?? (nil, nil, .none)
    let people = kinds.isDisjoint(with: .ofPeople) ? [] : members(of: item)
    func add(
      _ kind: ClockKind, from start: Instant, by: Code? = nil, _ limit: Span, until stopped: Instant?,
      pauses: Bool = false
    ) {
      guard kinds.contains(kind) else { return }
      var clock = LegalClock(kind: kind, caseID: item.id, start: start, due: start + limit, stopped: stopped)
      clock.startedBy = by.flatMap { $0.isNone ? nil : $0 }
      if pauses { clock.pause(while: people, at: at) }
      clocks.append(clock)
    }

    let bookIn = told ?? item.arrivedAt
    let bookedBy = told == nil ? enteredBy : bookInBy
    add(.custody, from: bookIn, by: bookedBy, rules.custody, until: item.exitedAt)
    if !clocks.isEmpty { clocks[0].isAtLeast = told == nil }
    if item.isChildAlone {
      let child = item.child
      if let claimed = child.claimedAt {
        add(
          .notifyORR, from: claimed, by: child.claimedBy, rules.notifyORR, until: child.orrNotifiedAt ?? item.exitedAt)
      }
      if let determined = child.determinedAt {
        add(.transferORR, from: determined, by: child.determinedBy, rules.transferORR, until: item.exitedAt)
      }
      if isContiguous(item) {
        add(
          .contiguousScreening, from: bookIn, by: bookedBy, rules.contiguousScreening,
          until: child.screenedAt ?? item.exitedAt)
      }
    }
    if people.contains(where: \.isChild) {
      add(.minorPlacement, from: bookIn, by: bookedBy, rules.minorPlacement, until: item.exitedAt)
    }
    if kinds.contains(.healthInterview),
      let isFirst = people.compactMap({ screenedFirst($0) }).max(by: { !$0 && $1 })
    {
      add(
        .healthInterview, from: item.arrivedAt, by: enteredBy,
        isFirst ? rules.healthPriority : rules.healthOthers,
        until: item.visits.health.doneAt ?? screenedAt(people) ?? item.exitedAt, pauses: true)
    }
    if kinds.contains(.consultation), let oriented = item.consultation.orientedAt, item.kind != .unaccompaniedChild {
      add(.consultation, from: oriented, by: item.consultation.orientedBy, rules.consultation, until: nil)
      clocks[clocks.count - 1].isNotBefore = true
      clocks[clocks.count - 1].isWaived = item.consultation.waivedAt != nil
    }
    if let requested = reviewAskedAt(item, at: at) {
      add(
        .review, from: requested, by: item.review.requestedBy, rules.review,
        until: item.review.decidedAt ?? item.exitedAt)
    }
    if let isolation = item.isolation, !isolation.clear {
      add(
        .retest, from: isolation.testedAt ?? isolation.orderedAt, by: isolation.by, rules.retest,
        until: item.exitedAt, pauses: true)
    }
    for breach in kinds.contains(.coPlacement) ? breaches : []
    where breach.caseID == item.id && breach.kind == .childWithUnrelatedAdults {
      add(.coPlacement, from: breach.at, by: breach.by, rules.coPlacement, until: breach.ended ?? item.exitedAt)
    }
    if kinds.contains(.shower), let first = people.min(by: { showerDue($0) < showerDue($1) }) {
      let limit = first.isChild ? rules.showerMinor : rules.showerAdult
      let last = people.allSatisfy { $0.showeredAt != nil } ? people.compactMap(\.showeredAt).max() : nil
      let by = parties[first.party]?.enteredBy
      add(.shower, from: first.arrivedAt, by: by, limit, until: last ?? item.exitedAt, pauses: true)
    }
    if let asked = item.consulateAskedAt, let nation = item.nationality,
      let consulate = plan.consulates.first(where: { $0.nation == nation })
    {
      add(
        .travelDocument, from: asked, by: item.consulateAskedBy, .hours(consulate.documentHours),
        until: item.travelDocumentAt ?? item.exitedAt)
    }
    if let sought = item.interpreterSoughtAt {
      add(
        .interpreter, from: sought, by: item.interpreterSoughtBy, rules.interpreter,
        until: item.interpreterFoundAt ?? item.exitedAt)
    }
    return clocks
  }

  /// Countries whose children alone have the four-question screening of 8 USC 1232(a).
  package static let contiguous: [Code] = [Code("MEX"), Code("CAN")]

  /// When a review began to be pending by request or by a recorded silence.
  private func reviewAskedAt(_ item: Case, at: Instant) -> Instant? {
    if let requested = item.review.requestedAt { return requested }
    guard rules.silenceAsksForReview, item.review.declinedAt == nil, item.review.result == nil,
      let determination = item.determination, determination.outcome == .negative
    else { return nil }
    let ends = determination.at + rules.reviewWindow
    return ends <= at ? ends : nil
  }

  private func showerDue(_ person: Person) -> Instant {
    if person.showeredAt != nil { return .latest }
    return person.arrivedAt + (person.isChild ? rules.showerMinor : rules.showerAdult)
  }
}
