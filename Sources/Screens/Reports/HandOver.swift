import Alarms
package import CaseFlow

// The hand-over sheet: what whoever takes over must know, drafted from the journal.
extension ReportWriter {
  /// Clocks that end within this stand on the sheet.
  package static let nearEnd = Span.hours(12)
  /// A signature that is older began no shift that goes on.
  private static let longestShift = Span.hours(24)

  /// When the shift began: when somebody last signed for it, or one shift ago where nobody did; not before the first
  /// record.
  package var shiftStart: Instant {
    let signed = center.signatures.last { $0.side == .incoming && $0.at <= until }
    if let signed, signed.at > until - Self.longestShift { return signed.at }
    return max(board.began ?? until, until - .minutes(board.plan.shiftMinutes))
  }

  /// The sheet as it stands now, with who signed it.
  package func handOver(since start: Instant) -> Report {
    var report = Report(Wording.Reports.shiftTitle(center.plan.name))
    facts(&report, from: start)
    report.fact(Wording.Reports.crisis, crisis)
    report.sections = [
      signed, duty, peopleByStage(center.rows(at: until)), clocks, separations, releases, arrivals,
      openAlarms, silenced, actions, promises,
      alarmFigures(AlarmFigures(of: board, from: start, until: until + Span(milliseconds: 1))),
    ]
    return report
  }

  /// How the center stands: nobody takes over a crisis without having read of it.
  private var crisis: String {
    switch board.crisis {
    case .none: Wording.none
    case .proposed(let crisis): Wording.Reports.crisisProposed(near(crisis.proposed))
    case .declared(let crisis):
      Wording.Reports.crisisDeclared(near(crisis.declared), crisis.declaredBy?.text ?? Wording.none)
    }
  }

  private var signed: Report.Section {
    let words = Wording.Reports.self
    return Report.Section(
      words.signatures, [.text(words.side), .text(words.by), .text(words.at)],
      signatures.map { [words.side($0.side), $0.by.text, near($0.at)] }, empty: words.notSigned)
  }

  private var duty: Report.Section {
    let words = Wording.Reports.self
    let onDuty = Set(listed.map(\.staff))
    let others = center.desks.filter { desk in desk.staff.map { !onDuty.contains($0) } ?? false }
    return Report.Section(
      words.duty, [.text(words.by), .text(words.role), .text(words.until)],
      listed.map { [$0.staff.text, Wording.role($0.role), near($0.until)] }
        + others.map { [$0.staff?.text ?? "", Wording.desk($0.id), Wording.none] }, empty: words.noDuty)
  }

  /// Clocks of people on roll that end within `nearEnd`, or have ended and still run over, the most urgent first.
  package var nearClocks: [LegalClock] {
    var near: [LegalClock] = []
    for item in center.cases.items where item.isOnRoll && !item.members.isEmpty {
      near += center.clocks(of: item, at: until).filter { clock in
        guard !clock.isNotBefore, clock.stopped == nil, clock.due <= until + Self.nearEnd else { return false }
        return clock.state(at: until) == .running || clock.state(at: until) == .breached
      }
    }
    return near.sorted { ($0.due, $0.caseID) < ($1.due, $1.caseID) }
  }

  /// Cases that are to be released and that nobody has accepted.
  package var withoutReceiver: [Case] {
    center.cases.items.filter { $0.isOnRoll && $0.plan == .release && $0.release.acceptedAt == nil }
  }

  /// Cases that left and whose arrival nobody has confirmed, the longest awaited first.
  package var awaited: [Case] {
    center.cases.items.filter { $0.isAwaitedElsewhere && !$0.members.isEmpty }
      .sorted { ($0.exitedAt ?? .latest, $0.id) < ($1.exitedAt ?? .latest, $1.id) }
  }

  /// Who is listed for this time.
  package var listed: [Duty] { center.duties.filter { $0.from <= until && $0.until > until } }

  /// The last signature that hands over, and its counterpart once there is one: of the sheet at hand, or of the one with
  /// which this shift began.
  package var signatures: [Signature] {
    let from = center.signatures.lastIndex { $0.side == .outgoing } ?? center.signatures.count
    return center.signatures[from...].filter { $0.at <= until && $0.at > until - Self.longestShift }
  }

  private var clocks: Report.Section {
    let words = Wording.Reports.self
    return Report.Section(
      words.clocks, [.text(words.clock), .text(words.aCase), .text(words.due), .number(words.left)],
      nearClocks.map { clock in
        [
          Wording.clock(clock.kind), clock.caseID.label, near(clock.due),
          words.left(clock, at: until),
        ]
      }, empty: words.noClocks)
  }

  private var separations: Report.Section {
    let words = Wording.Reports.self
    return Report.Section(
      words.separations, [.text(words.aCase), .text(words.from), .text(words.reason), .text(words.since)],
      center.separations.map { [$0.to.label, $0.from.label, EventWording.split($0.reason), near($0.since)] },
      empty: words.noSeparations)
  }

  private var releases: Report.Section {
    let words = Wording.Reports.self
    return Report.Section(
      words.releases, [.text(words.aCase), .number(words.people), .text(words.offered)],
      withoutReceiver.map { item in
        let offer = item.release.receiver.map { "\(receiver($0)), \(near(item.release.offeredAt))" }
        return [
          item.id.label, "\(item.members.count)", item.release.offeredAt == nil ? Wording.none : offer ?? Wording.none,
        ]
      }, empty: words.noReleases)
  }

  private var arrivals: Report.Section {
    let words = Wording.Reports.self
    return Report.Section(
      words.arrivals,
      [.text(words.aCase), .number(words.people), .text(words.to), .text(words.left), .number(words.after)],
      awaited.map { item in
        [
          item.id.label, "\(item.members.count)", EventWording.otherEnd(of: item, center),
          near(item.exitedAt), TimeText.length(item.exitedAt.map { until - $0 }),
        ]
      }, empty: words.noArrivals)
  }
}

// Alarms, actions, promises.
extension ReportWriter {
  private var openAlarms: Report.Section {
    let words = Wording.Reports.self
    return Report.Section(
      words.openAlarms, [.text(words.alarm), .text(words.level), .text(words.raised), .text(words.takenBy)],
      board.goingOn.map { alarm in
        [
          alarm.threshold, Wording.grade(alarm.level), near(alarm.raised), alarm.acknowledgedBy?.text ?? Wording.nobody,
        ]
      }, empty: words.noOpenAlarms)
  }

  private var silenced: Report.Section {
    let words = Wording.Reports.self
    let shelved = board.shelves.filter { $0.ended == nil }
      .map { [$0.threshold, words.shelved($0.reason), $0.by.text, near($0.until)] }
    let out = board.withdrawals.map { [$0.threshold, words.outOfService, $0.by.text, Wording.none] }
    return Report.Section(
      words.silenced, [.text(words.alarm), .text(words.reason), .text(words.by), .text(words.until)], shelved + out,
      empty: words.noSilenced)
  }

  /// The lines of a declared crisis that are taken or late, and the reserves on their way.
  private var actions: Report.Section {
    let words = Wording.Reports.self
    var rows: [[String]] = []
    if case .declared(let crisis) = board.crisis, let declared = crisis.declared {
      for card in board.plan.plan.cards {
        for (index, line) in card.lines.enumerated() {
          func isLine(_ tick: ActionTick) -> Bool { tick.card == card.code && tick.line == index + 1 }
          let due = declared + .minutes(line.minutes)
          let owner = crisis.taken.first(where: isLine)
          guard !crisis.done.contains(where: isLine), owner != nil || due < until else { continue }
          rows.append(["\(card.code) \(index + 1)", line.text, owner?.by.text ?? Wording.nobody, near(due)])
        }
      }
    }
    for order in board.reserves {
      guard let rung = board.plan.plan.reserves.first(where: { $0.code == order.reserve }) else { continue }
      rows.append([order.reserve.text, rung.title, order.by.text, near(order.at + .minutes(rung.leadMinutes))])
    }
    return Report.Section(
      words.actions, [.text(words.action), .text(words.what), .text(words.by), .text(words.due)], rows,
      empty: words.noActions)
  }

  private var promises: Report.Section {
    let words = Wording.Reports.self
    return Report.Section(
      words.promises, [.text(words.number), .text(words.what), .text(words.by), .text(words.due)],
      center.promises.filter { $0.keptAt == nil }.map { [$0.id.label, $0.text, $0.by.text, near($0.due)] },
      empty: words.noPromises)
  }
}
