import Alarms
import CaseFlow

extension ReportWriter {
  /// The draft of what was done in the last crisis, or nil where there was none.
  package var afterAction: Report? {
    guard let crisis = board.crises.last else { return nil }
    let words = Wording.Reports.self
    let from = crisis.proposed ?? crisis.declared ?? until
    let end = crisis.ended ?? until
    var report = Report(words.crisisTitle(center.plan.name, TimeText.day(from, zone)))
    report.fact(words.proposed, crisis.proposed.map { "\(time($0)), \(words.byRule)" } ?? Wording.none)
    if let parts = crisis.parts { report.fact(words.seen, AlarmSentences.parts(parts, board.plan.crisis)) }
    report.fact(words.declared, crisis.declared.map { "\(time($0)), \(crisis.declaredBy?.text ?? "")" } ?? Wording.none)
    report.fact(words.charge, crisis.charge?.text ?? Wording.nobody)
    report.fact(words.mayEnd, near(crisis.clear))
    report.fact(words.end, crisis.ended.map { "\(time($0)), \(crisis.endedBy?.text ?? words.byRule)" } ?? words.lasts)
    report.fact(words.length, TimeText.length(end - (crisis.declared ?? from)))
    report.sections = board.plan.plan.cards.map { card($0, crisis, end) }
    report.sections += [
      checklist(crisis), orders, raised(from: from, to: end),
      Report.Section(words.lessons, [.text("")], [], empty: words.writeLessons),
    ]
    return report
  }

  private func card(_ card: ActionCard, _ crisis: Crisis, _ end: Instant) -> Report.Section {
    let words = Wording.Reports.self
    return Report.Section(
      "\(card.code) \(card.title)",
      [
        .number(words.number), .text(words.what), .text(words.owner), .text(words.due), .text(words.done),
        .text(words.by),
      ],
      card.lines.enumerated().map { index, line in
        func isLine(_ tick: ActionTick) -> Bool { tick.card == card.code && tick.line == index + 1 }
        let done = crisis.done.first(where: isLine)
        let due = crisis.declared.map { $0 + .minutes(line.minutes) }
        let isLate = due.map { (done?.at ?? end) > $0 } ?? false
        return [
          "\(index + 1)", line.text, crisis.taken.first(where: isLine)?.by.text ?? line.role.text, near(due),
          (done.map { near($0.at) } ?? words.notDone) + (isLate ? words.late : ""), done?.by.text ?? Wording.none,
        ]
      }, empty: Wording.none)
  }

  private func checklist(_ crisis: Crisis) -> Report.Section {
    let words = Wording.Reports.self
    let ticks = crisis.done.filter { $0.card == ResponsePlan.standDownCard }
    return Report.Section(
      words.checklist, [.number(words.number), .text(words.what), .text(words.done), .text(words.by)],
      board.plan.plan.standDown.enumerated().map { index, text in
        let tick = ticks.first { $0.line == index + 1 }
        return ["\(index + 1)", text, tick.map { near($0.at) } ?? words.notDone, tick?.by.text ?? Wording.none]
      }, empty: words.noChecklist)
  }

  private var orders: Report.Section {
    let words = Wording.Reports.self
    return Report.Section(
      words.reserves, [.text(words.what), .number(words.places), .text(words.by), .text(words.at), .text(words.ready)],
      board.reserves.compactMap { order in
        guard let rung = board.plan.plan.reserves.first(where: { $0.code == order.reserve }) else { return nil }
        return [
          rung.title, "\(rung.places)", order.by.text, near(order.at), near(order.at + .minutes(rung.leadMinutes)),
        ]
      }, empty: words.noReserves)
  }

  private func raised(from: Instant, to: Instant) -> Report.Section {
    let words = Wording.Reports.self
    return Report.Section(
      words.alarms, [.text(words.alarm), .text(words.level), .text(words.raised), .text(words.takenBy)],
      // Those that stood when it began brought it about.
      board.alarms.filter { $0.raised <= to && $0.cleared ?? to >= from }.map { alarm in
        [
          alarm.threshold, Wording.grade(alarm.level), near(alarm.raised), alarm.acknowledgedBy?.text ?? Wording.nobody,
        ]
      }, empty: words.noAlarms)
  }
}
