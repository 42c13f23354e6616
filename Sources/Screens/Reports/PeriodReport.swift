package import Alarms
package import CaseFlow

/// Writes the figures of a period as sections of a report.
package struct ReportWriter {
  let center: Center
  let board: AlarmBoard
  let zone: ZoneOffsets
  /// The end of what is told: "now" of a live center, the end of the period else.
  let until: Instant

  /// A writer about a center and its alarms as they are at `until`.
  package init(_ center: Center, _ board: AlarmBoard, _ zone: ZoneOffsets, until: Instant) {
    self.center = center
    self.board = board
    self.zone = zone
    self.until = until
  }

  /// The report of a day.
  package func day(_ figures: PeriodFigures) -> Report {
    var report = Report(Wording.Reports.dayTitle(center.plan.name, TimeText.day(figures.from, zone)))
    facts(&report, from: figures.from)
    report.sections = sections(figures)
    return report
  }

  /// The hand-over sheet of a shift, and what its figures were.
  package func shift(_ figures: PeriodFigures) -> Report {
    var report = handOver(since: figures.from)
    report.sections += [
      flow(figures), outcomes(figures), waits(figures), services(figures), transfers(figures), clockBreaches(figures),
      ledger(figures), alarms(figures), crises(figures), blanks(figures),
    ]
    return report
  }

  func facts(_ report: inout Report, from: Instant) {
    report.fact(Wording.Reports.period, "\(time(from)) - \(time(until)) \(TimeText.abbreviation(until, zone))")
    report.fact(Wording.Reports.charge, board.charge?.who.text ?? Wording.nobody)
    report.fact(Wording.Reports.rules, center.rules.code.text)
  }

  /// A time with its day.
  func time(_ instant: Instant) -> String {
    "\(TimeText.day(instant, zone)) \(TimeText.clock(instant, zone))"
  }

  /// A time, with its day where it is not that of the end.
  func near(_ instant: Instant?) -> String { instant.map { TimeText.near($0, until, zone) } ?? Wording.none }

  private func sections(_ figures: PeriodFigures) -> [Report.Section] {
    [
      flow(figures), peopleByStage(figures.rows), outcomes(figures), waits(figures), services(figures),
      transfers(figures), clockBreaches(figures), ledger(figures), alarms(figures), alarmFigures(figures.alarmFigures),
      crises(figures), blanks(figures),
    ]
  }
}

// People.
extension ReportWriter {
  private func flow(_ figures: PeriodFigures) -> Report.Section {
    let (before, after) = (figures.before, figures.after)
    let words = Wording.Reports.self
    let counts: [(String, Int)] = [
      (words.onRollBefore, before.onRoll), (words.carriedIn, after.carriedIn - before.carriedIn),
      (words.arrived, after.arrived - before.arrived), (words.released, after.released - before.released),
      (words.returned, after.returned - before.returned),
      (words.transferred, after.transferred - before.transferred),
      (words.departed, after.departed - before.departed), (words.onRollAfter, after.onRoll),
      (words.onSite, after.onSite), (words.away, after.away), (words.unplaced, after.unplaced),
    ]
    return Report.Section(
      words.flow, [.text(""), .number(words.people)], counts.map { [$0.0, "\($0.1)"] }, empty: Wording.none)
  }

  func peopleByStage(_ rows: [RowFigures]) -> Report.Section {
    let words = Wording.Reports.self
    return Report.Section(
      words.byStage,
      [.text(words.stage), .number(words.cases), .number(words.people), .number(words.waiting), .number(words.oldest)],
      rows.map { row in
        [
          Wording.row(row.row), "\(row.cases)", "\(row.people)", row.waiting.map { "\($0)" } ?? Wording.none,
          TimeText.length(row.oldest),
        ]
      }, empty: Wording.none)
  }

  private func outcomes(_ figures: PeriodFigures) -> Report.Section {
    let words = Wording.Reports.self
    let note = figures.stay.count == 0 ? "" : words.stay(figures.stay.median, figures.stay.p90)
    return Report.Section(
      words.outcomes, [.text(words.outcome), .number(words.cases), .number(words.people)],
      figures.outcomes.map { [Wording.exit($0.exit), "\($0.cases)", "\($0.people)"] }, empty: Wording.none, note: note)
  }

  private func waits(_ figures: PeriodFigures) -> Report.Section {
    let words = Wording.Reports.self
    return Report.Section(
      words.waits, [.text(words.stage), .number(words.cases), .number(words.median), .number(words.p90)],
      figures.stages.map { [Wording.stage($0.stage)] + spread($0.waits) }, empty: Wording.none, note: words.waitsNote)
  }

  private func services(_ figures: PeriodFigures) -> Report.Section {
    let words = Wording.Reports.self
    return Report.Section(
      words.services,
      [.text(words.stage), .number(words.cases), .number(words.median), .number(words.p90), .number(words.people)],
      figures.stages.map { [Wording.stage($0.stage)] + spread($0.services) + ["\($0.people)"] }, empty: Wording.none)
  }

  private func spread(_ spread: PeriodFigures.Spread) -> [String] {
    ["\(spread.count)", TimeText.length(spread.median), TimeText.length(spread.p90)]
  }

  private func transfers(_ figures: PeriodFigures) -> Report.Section {
    let words = Wording.Reports.self
    return Report.Section(
      words.transfers,
      [
        .text(words.outcome), .text(words.to), .number(words.cases), .number(words.people), .number(words.unconfirmed),
      ],
      figures.transfers.map { item in
        let code = item.to.map { item.exit == .returned ? Wording.nation($0) : receiver($0) }
        let to = item.destination.map { Wording.destination($0) } ?? code ?? Wording.none
        return [Wording.exit(item.exit), to, "\(item.cases)", "\(item.people)", "\(item.unconfirmed)"]
      }, empty: words.noTransfers)
  }

  func receiver(_ code: Code) -> String { EventWording.receiver(code, center) }

  private func blanks(_ figures: PeriodFigures) -> Report.Section {
    let words = Wording.Reports.self
    return Report.Section(
      words.blanks, [.text(words.field), .number(words.ofArrived), .number(words.ofOnRoll)],
      figures.blanks.map { [words.blank($0.field), "\($0.arrived)", "\($0.onRoll)"] }, empty: Wording.none,
      note: words.blanksNote)
  }
}

// Rules and alarms.
extension ReportWriter {
  private func clockBreaches(_ figures: PeriodFigures) -> Report.Section {
    let words = Wording.Reports.self
    return Report.Section(
      words.breaches,
      [
        .text(words.clock), .text(words.aCase), .text(words.due), .number(words.over), .text(words.cause),
        .text(words.by),
      ],
      figures.breaches.map { line in
        [
          Wording.matter(line.matter), line.caseID.label, near(line.since), TimeText.length(line.late(at: until)),
          cause(of: line), line.by?.text ?? Wording.none,
        ]
      }, empty: words.noBreaches)
  }

  private func ledger(_ figures: PeriodFigures) -> Report.Section {
    let words = Wording.Reports.self
    return Report.Section(
      words.ledger,
      [
        .text(words.what), .text(words.aCase), .text(words.since), .text(words.ended), .text(words.cause),
        .text(words.by),
      ],
      figures.ledger.map { line in
        [
          Wording.matter(line.matter), line.caseID.label, near(line.since), line.ended.map { near($0) } ?? words.lasts,
          cause(of: line), line.by?.text ?? Wording.none,
        ]
      }, empty: words.noLedger)
  }

  /// Why, as the ledger has it; of custody else why the case stays.
  private func cause(of line: LedgerLine) -> String {
    if let cause = line.cause { return Wording.cause(cause) }
    if line.matter == .clock(.custody), let reason = center.cases[line.caseID]?.stayReason {
      return Wording.stay(reason)
    }
    return Wording.Reports.unrecorded
  }

  private func alarms(_ figures: PeriodFigures) -> Report.Section {
    let words = Wording.Reports.self
    return Report.Section(
      words.alarms,
      [
        .text(words.alarm), .text(words.level), .text(words.raised), .text(words.takenBy), .number(words.after),
        .text(words.cleared),
      ],
      figures.alarms.map { alarm in
        let after = alarm.acknowledged.map { TimeText.length($0 - alarm.raised) } ?? Wording.none
        return [
          alarm.threshold, Wording.grade(alarm.level), near(alarm.raised), alarm.acknowledgedBy?.text ?? Wording.nobody,
          after, near(alarm.cleared),
        ]
      }, empty: words.noAlarms)
  }

  func alarmFigures(_ figures: AlarmFigures) -> Report.Section {
    let words = Wording.Reports.self
    let tenths = figures.tenthsAnHour
    var rows = [
      [words.raisedCount, "\(figures.raised)"], [words.rate, "\(tenths / 10).\(tenths % 10)"],
      [words.burst, "\(figures.mostInTenMinutes)"], [words.takenCount, "\(figures.acknowledged)"],
      [words.medianAnswer, TimeText.length(figures.medianAnswer)], [words.escalated, "\(figures.escalated)"],
      [words.standing, "\(figures.standing.count)"], [words.chattering, "\(figures.chattering.count)"],
    ]
    for count in figures.frequent { rows.append([words.frequent(count.threshold), "\(count.raised)"]) }
    return Report.Section(words.alarmFigures, [.text(""), .number("")], rows, empty: Wording.none)
  }

  private func crises(_ figures: PeriodFigures) -> Report.Section {
    let words = Wording.Reports.self
    return Report.Section(
      words.crises,
      [.text(words.proposed), .text(words.declared), .text(words.by), .text(words.charge), .text(words.ended)],
      figures.crises.map { crisis in
        [
          near(crisis.proposed), near(crisis.declared), crisis.declaredBy?.text ?? Wording.none,
          crisis.charge?.text ?? Wording.none, near(crisis.ended),
        ]
      }, empty: words.noCrises)
  }
}
