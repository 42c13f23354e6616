/// The legal clocks of `domain`.
package enum ClockKind: String, Word {
  case custody, notifyORR, transferORR, contiguousScreening, minorPlacement, healthInterview, consultation, review,
    retest, coPlacement, shower
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

  /// The state at a moment. A "not before" clock is met once its time has come.
  package func state(at: Instant) -> ClockState {
    if isWaived { return .waived }
    if isNotBefore { return at >= due ? .met : .running }
    if let stopped { return stopped <= due ? .met : .breached }
    return at > due ? .breached : .running
  }

  package func left(at: Instant) -> Span { due - at }
}

extension Center {
  /// Every clock of a case that had begun at a moment, in the order of `ClockKind`. Linear in the members.
  package func clocks(of item: Case, at: Instant) -> [LegalClock] {
    var clocks: [LegalClock] = []
    let party = parties[item.party]
    let people = members(of: item)
    func add(_ kind: ClockKind, from start: Instant, _ limit: Span, until stopped: Instant?) {
      clocks.append(LegalClock(kind: kind, caseID: item.id, start: start, due: start + limit, stopped: stopped))
    }

    let bookIn = party?.bookIn ?? item.arrivedAt
    add(.custody, from: bookIn, rules.custody, until: item.exitedAt)
    clocks[0].isAtLeast = party?.bookIn == nil
    if item.isChildAlone {
      if let claimed = item.child.claimedAt {
        add(.notifyORR, from: claimed, rules.notifyORR, until: item.child.orrNotifiedAt ?? item.exitedAt)
      }
      if let determined = item.child.determinedAt {
        add(.transferORR, from: determined, rules.transferORR, until: item.exitedAt)
      }
      if let nationality = item.nationality, Center.contiguous.contains(nationality) {
        add(
          .contiguousScreening, from: bookIn, rules.contiguousScreening, until: item.child.screenedAt ?? item.exitedAt)
      }
    }
    if people.contains(where: \.isChild) {
      add(.minorPlacement, from: bookIn, rules.minorPlacement, until: item.exitedAt)
    }
    if let isFirst = people.compactMap(screenedFirst).max(by: { !$0 && $1 }) {
      add(
        .healthInterview, from: item.arrivedAt, isFirst ? rules.healthPriority : rules.healthOthers,
        until: item.visits.health.doneAt ?? screenedAt(people) ?? item.exitedAt)
    }
    if let oriented = item.consultation.orientedAt, item.kind != .unaccompaniedChild {
      add(.consultation, from: oriented, rules.consultation, until: nil)
      clocks[clocks.count - 1].isNotBefore = true
      clocks[clocks.count - 1].isWaived = item.consultation.waivedAt != nil
    }
    if let requested = reviewAskedAt(item, at: at) {
      add(.review, from: requested, rules.review, until: item.review.decidedAt ?? item.exitedAt)
    }
    if let isolation = item.isolation, !isolation.clear {
      add(.retest, from: isolation.testedAt ?? isolation.orderedAt, rules.retest, until: item.exitedAt)
    }
    for breach in breaches where breach.caseID == item.id && breach.kind == .childWithUnrelatedAdults {
      add(.coPlacement, from: breach.at, rules.coPlacement, until: breach.ended ?? item.exitedAt)
    }
    if let first = people.min(by: { showerDue($0) < showerDue($1) }) {
      let limit = first.isChild ? rules.showerMinor : rules.showerAdult
      let last = people.allSatisfy { $0.showeredAt != nil } ? people.compactMap(\.showeredAt).max() : nil
      add(.shower, from: first.arrivedAt, limit, until: last ?? item.exitedAt)
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
