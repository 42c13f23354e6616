// The breach ledger: every rule that was broken, when, how late, why, and who said why. It is read from what stands in
// the center; only what could no longer be seen there is kept: clocks of cases that have left, tests that came late.

/// A clock that ran out: of a case that has left, of a test that came after its time, or one whose cause was said.
package struct BrokenClock: Hashable, Described {
  package var caseID = CaseID()
  package var clock = ClockKind.custody
  package var due = Instant()
  /// When what it waited for happened at last; nil while that is still awaited, and read from the case itself.
  package var stopped: Instant?
  /// Why, once someone has said so.
  package var cause: BreachCause?
  /// Who said so.
  package var by = Code.none
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("case", &caseID)
    f.field("clock", &clock)
    f.field("due", &due)
    f.field("stopped", &stopped)
    f.field("cause", &cause)
    f.field("by", &by, usual: .none)
  }
}

extension Limit {
  /// Lines of the ledger that a center keeps of clocks; the oldest go first.
  package static let brokenClocks = 100_000
}

/// What a line of the ledger is about.
package enum LedgerMatter: Hashable, Sendable {
  case clock(ClockKind)
  case rule(BreachKind)
  /// A family that is apart, with the recorded reason.
  case separation(SplitReason)
}

/// A line of the breach ledger.
package struct LedgerLine: Hashable, Sendable {
  package var matter: LedgerMatter
  package var caseID: CaseID
  /// Since when the rule was broken: when a clock ran out, when a child was placed, when a family was parted.
  package var since: Instant
  /// When that ended, or nil while it lasts.
  package var ended: Instant?
  /// Why, or nil while nobody has said so.
  package var cause: BreachCause?
  /// Who said why.
  package var by: Code?

  /// How late it was, or has become.
  package func late(at: Instant) -> Span { (ended ?? at) - since }

  /// Whether it asks for a cause. A family is apart for a reason that was recorded when it was parted.
  package var lacksCause: Bool {
    if case .separation = matter { return false }
    return cause == nil
  }
}

extension Center {
  /// The ledger at a moment, the latest first. Linear in the cases on roll and the lines.
  package func ledger(at: Instant) -> [LedgerLine] {
    ledger(
      of: cases.items.filter { $0.isOnRoll && !$0.members.isEmpty }.flatMap { item in
        clocks(of: item, at: at).filter { $0.isBroken(at: at) }
      })
  }

  /// The ledger, when the broken clocks of the cases on roll are known already.
  package func ledger(of running: [LegalClock]) -> [LedgerLine] {
    var lines: [LedgerLine] = []
    var known: [LedgerKey: Int] = [:]
    for broken in brokenClocks {
      known[LedgerKey(caseID: broken.caseID, clock: broken.clock, due: broken.due)] = lines.count
      lines.append(
        LedgerLine(
          matter: .clock(broken.clock), caseID: broken.caseID, since: broken.due, ended: broken.stopped,
          cause: broken.cause, by: broken.by.isNone ? nil : broken.by))
    }
    for clock in running {
      if let index = known[LedgerKey(caseID: clock.caseID, clock: clock.kind, due: clock.due)] {
        lines[index].ended = clock.stopped
      } else {
        lines.append(
          LedgerLine(matter: .clock(clock.kind), caseID: clock.caseID, since: clock.due, ended: clock.stopped))
      }
    }
    lines += breaches.map {
      LedgerLine(
        matter: .rule($0.kind), caseID: $0.caseID, since: $0.at, ended: $0.ended, cause: $0.cause,
        by: $0.by.isNone ? nil : $0.by)
    }
    lines += separations.map {
      LedgerLine(
        matter: .separation($0.reason), caseID: $0.to, since: $0.since, by: $0.second.isNone ? nil : $0.second)
    }
    return lines.sorted { ($1.since, $0.caseID) < ($0.since, $1.caseID) }
  }

  private struct LedgerKey: Hashable {
    let caseID: CaseID
    let clock: ClockKind
    let due: Instant
  }
}

extension LegalClock {
  /// Whether it stands on the ledger: it ran out, met too late or not at all. A child placed with adults stands there
  /// as what it is.
  package func isBroken(at: Instant) -> Bool {
    !isNotBefore && kind != .coPlacement && state(at: at) == .breached
  }
}

extension Center {
  /// Keeps the clocks of a case that ran out, before what they are read from is gone.
  mutating func noteBrokenClocks(of id: CaseID, _ at: Instant, _ kinds: ClockKinds = .all) {
    let running = cases.lend(id) { $0.isOnRoll ? clocks(of: $0, at: at, only: kinds) : nil } ?? []
    for clock in running where clock.isBroken(at: at) {
      var broken = BrokenClock()
      broken.caseID = id
      broken.clock = clock.kind
      broken.due = clock.due
      if let index = index(of: broken) {
        brokenClocks[index].stopped = clock.stopped ?? at
      } else {
        broken.stopped = clock.stopped ?? at
        keep(broken)
      }
    }
  }

  /// Puts the cause of a clock that ran out on the ledger.
  mutating func explain(_ kind: ClockKind, of id: CaseID, _ cause: BreachCause, by: Code) {
    guard var broken = brokenClock(kind, of: id, at: now) else { return }
    broken.cause = cause
    broken.by = by
    if let index = index(of: broken) { brokenClocks[index] = broken } else { keep(broken) }
  }

  /// The line of the ledger that a cause is said for: the clock that is over now, else the last that was.
  private func brokenClock(_ kind: ClockKind, of id: CaseID, at: Instant) -> BrokenClock? {
    let kept = brokenClocks.last { $0.caseID == id && $0.clock == kind && $0.cause == nil }
    if let item = cases[id], item.isOnRoll, let clock = clocks(of: item, at: at).last(where: { $0.kind == kind }),
      clock.isBroken(at: at), kept == nil
    {
      var broken = BrokenClock()
      broken.caseID = id
      broken.clock = kind
      broken.due = clock.due
      return index(of: broken).map { brokenClocks[$0] } ?? broken
    }
    return kept ?? brokenClocks.last { $0.caseID == id && $0.clock == kind }
  }

  private func index(of broken: BrokenClock) -> Int? {
    brokenClocks.lastIndex { $0.caseID == broken.caseID && $0.clock == broken.clock && $0.due == broken.due }
  }

  private mutating func keep(_ broken: BrokenClock) {
    if brokenClocks.count >= Limit.brokenClocks { brokenClocks.removeFirst() }
    brokenClocks.append(broken)
  }

  func breachObjection(_ e: BreachRecorded, _ record: Record) -> Refusal? {
    guard let item = cases[e.caseID] else { return .noCase(e.caseID) }
    guard let clock = e.clock else { return nil }
    if e.kind != .clock { return .emptyCause }
    return brokenClock(clock, of: e.caseID, at: record.recorded) == nil ? .notBroken(item) : nil
  }
}

extension BrokenClock {
  /// Why a line of the ledger cannot stand in an opening state, or nil.
  func fault(of item: Case, at: Instant) -> Refusal? {
    guard due <= at, stopped.map({ $0 > due }) ?? true, (cause == nil) == by.isNone else {
      return .brokenOpening("a line of the ledger about case \(item.id.label) cannot have been")
    }
    return nil
  }
}
