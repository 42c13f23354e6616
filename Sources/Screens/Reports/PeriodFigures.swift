package import Alarms
package import CaseFlow

/// What happened in a center between two instants, in numbers: the ground of a day's and of a shift's report.
///
/// People are counted by number; nothing of it names anybody of them.
package struct PeriodFigures: Sendable {
  package var from: Instant
  package var until: Instant
  /// Everyone counted, before the period and at its end; nothing in the journal before it is all zero.
  package var before: Counts
  package var after: Counts
  /// Cases and people on each row at the end, in the order of the process.
  package var rows: [RowFigures]
  package var stages: [StagePeriod]
  package var outcomes: [OutcomeCount]
  /// Custody given over: who left, and where to.
  package var transfers: [CustodyTransfer]
  /// From the first arrival to the exit of those who left in the period.
  package var stay: Spread
  /// The legal clocks that ran out in the period, the earliest first.
  package var breaches: [LedgerLine]
  /// The other rules found broken, begun in the period or still lasting at its end.
  package var ledger: [LedgerLine]
  package var alarms: [Alarm]
  package var alarmFigures: AlarmFigures
  package var crises: [Crisis]
  package var blanks: [Blank]

  /// The waits and the services of a stage in a period.
  package struct StagePeriod: Hashable, Sendable {
    package var stage: Stage
    /// Cases whose wait was open at any time in the period, those still waiting included.
    package var waits: Spread
    /// Cases that ended the stage in the period, and how long each was served.
    package var services: Spread
    package var people: Int
  }

  /// A number of lengths of time, and where half and nine tenths of them lie; nil where that cannot be known.
  package struct Spread: Hashable, Sendable {
    package var count: Int
    package var median: Span?
    package var p90: Span?

    init(_ waits: Waits) {
      let quantiles = waits.quantiles([0.5, 0.9])
      (count, median, p90) = (waits.waits.count, quantiles[0], quantiles[1])
    }

    init(_ lengths: [Span]) { self.init(Waits(lengths.map { Waits.Wait(length: $0, isServed: true) })) }
  }

  /// How many left in one way.
  package struct OutcomeCount: Hashable, Sendable {
    package var exit: ExitKind
    package var cases: Int
    package var people: Int
  }

  /// Cases and people given over to one party.
  package struct CustodyTransfer: Hashable, Sendable {
    package var exit: ExitKind
    /// A receiver's code, of a return the nation, or nil where the exit has none.
    package var to: Code?
    package var destination: Destination?
    package var cases = 0
    package var people = 0
    /// Cases whose arrival at the other end nobody has confirmed.
    package var unconfirmed = 0
  }

  /// A field of the entry form that was left open.
  package struct Blank: Hashable, Sendable {
    package var field: BlankField
    /// People who arrived in the period, and those on roll at its end, who lack it.
    package var arrived: Int
    package var onRoll: Int
  }
}

/// What may be missing of a person.
package enum BlankField: String, CaseIterable, Sendable {
  case age, language, nationality, needs, bookIn, familyName, birthDate, document, secondKeying
}

extension PeriodFigures {
  /// The figures of a period that ends with `center` and `board` as they are; `before` is what was counted as it began.
  package init(_ center: Center, _ board: AlarmBoard, before: Counts, from: Instant, until: Instant) {
    self.from = from
    self.until = until
    self.before = before
    after = center.counts
    rows = center.rows(at: until)
    stages = Stage.allCases.map { StagePeriod($0, center, from: from, until: until) }
    let left = center.cases.items.filter { item in
      // A case that was joined to another has nobody left, and went nowhere.
      item.exit != nil && item.exit != .enteredInError && !item.members.isEmpty
        && item.exitedAt.map { $0 >= from && $0 <= until } ?? false
    }
    outcomes = [ExitKind.released, .returned, .transferred, .departed].map { exit in
      let own = left.filter { $0.exit == exit }
      return OutcomeCount(exit: exit, cases: own.count, people: own.reduce(0) { $0 + $1.members.count })
    }
    transfers = Self.transfers(left)
    stay = Spread(left.compactMap { item in item.exitedAt.map { $0 - item.arrivedAt } })
    let lines = center.ledger(at: until).filter { $0.since <= until }.reversed()
    breaches = lines.filter { $0.isClock && $0.since >= from }
    ledger = lines.filter { $0.isRule && ($0.since >= from || ($0.ended.map { $0 >= from } ?? true)) }
    alarms = board.alarms.filter { $0.raised >= from && $0.raised <= until }
    alarmFigures = AlarmFigures(of: board, from: from, until: until + Span(milliseconds: 1))
    crises = board.crises.filter { crisis in
      (crisis.proposed ?? crisis.declared ?? until) <= until && (crisis.ended.map { $0 >= from } ?? true)
    }
    blanks = BlankField.allCases.map { Blank($0, center, from: from, until: until) }
  }

  private static func transfers(_ left: [Case]) -> [CustodyTransfer] {
    var transfers: [CustodyTransfer] = []
    for item in left {
      let to: Code? =
        switch item.exit {
        case .released: item.release.receiver
        case .returned: item.nationality
        default: nil
        }
      let destination = item.exit == .transferred ? item.transfer.destination : nil
      let known = transfers.firstIndex { $0.exit == item.exit && $0.to == to && $0.destination == destination }
      let index = known ?? transfers.count
      if known == nil, let exit = item.exit {
        transfers.append(CustodyTransfer(exit: exit, to: to, destination: destination))
      }
      transfers[index].cases += 1
      transfers[index].people += item.members.count
      if item.isAwaitedElsewhere { transfers[index].unconfirmed += 1 }
    }
    return transfers.sorted { ($0.order, $1.people) < ($1.order, $0.people) }
  }
}

extension LedgerLine {
  fileprivate var isClock: Bool { if case .clock = matter { true } else { false } }
  /// Whether it is another rule; a family that is apart stands on the hand-over sheet.
  fileprivate var isRule: Bool { if case .rule = matter { true } else { false } }
}

extension PeriodFigures.CustodyTransfer {
  fileprivate var order: Int { ExitKind.allCases.firstIndex(of: exit) ?? 0 }
}

extension PeriodFigures.StagePeriod {
  init(_ stage: Stage, _ center: Center, from: Instant, until: Instant) {
    self.stage = stage
    waits = PeriodFigures.Spread(center.waits(of: stage, since: from, at: until))
    var lengths: [Span] = []
    people = 0
    for item in center.cases.items {
      let visit = item.visits[stage]
      guard let done = visit.doneAt, done >= from, done <= until, item.splitAt.map({ done > $0 }) ?? true else {
        continue
      }
      people += item.members.count
      if let started = visit.startedAt { lengths.append(done - started) }
    }
    services = PeriodFigures.Spread(lengths)
  }
}

extension PeriodFigures.Blank {
  init(_ field: BlankField, _ center: Center, from: Instant, until: Instant) {
    self.init(field: field, arrived: 0, onRoll: 0)
    for item in center.cases.items where item.exit != .enteredInError {
      let lacking = center.members(of: item).filter { $0.erasedAt == nil && field.isBlank($0, item, center) }
      arrived += lacking.count { $0.arrivedAt >= from && $0.arrivedAt <= until }
      if item.isOnRoll { onRoll += lacking.count }
    }
  }
}

extension BlankField {
  func isBlank(_ person: Person, _ item: Case, _ center: Center) -> Bool {
    switch self {
    case .age: person.age == nil
    case .language: item.language == nil
    case .nationality: item.nationality == nil
    case .needs: !person.needs.asked
    case .bookIn: center.parties[item.party]?.bookIn == nil
    case .familyName: !person.details.contains(.familyName)
    case .birthDate: !person.details.contains(.birthDate)
    case .document: !person.details.contains(.document)
    case .secondKeying: !person.details.isEmpty && person.keyedAgainBy == nil
    }
  }
}
