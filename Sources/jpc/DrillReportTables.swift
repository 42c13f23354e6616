import Alarms
import CaseFlow
import Drill
import Journal
import Screens

// What was measured, table by table.
extension DrillReport {
  var alarms: Report.Section {
    let words = DrillWords.self
    return Report.Section(
      words.alarms,
      [
        .text(words.alarm), .text(words.level), .text(words.raised), .text(words.toAct), .text(words.became),
        .text(words.evidence),
      ],
      score.alarms.map { alarm in
        [
          alarm.alarm.threshold, alarm.alarm.level.rawValue, near(alarm.alarm.raised), near(alarm.due),
          state(alarm), words.evidence(alarm.evidence.map { [$0] } ?? []),
        ]
      }, empty: words.noAlarms, note: score.crises.isEmpty ? "" : crises)
  }

  func state(_ alarm: AlarmScore) -> String {
    switch alarm.state {
    case .open: DrillWords.unowned
    case .taken(let at): DrillWords.taken(near(at))
    case .late(let at, let by): DrillWords.late(near(at), by)
    case .missed: DrillWords.missed
    case .lapsed(let at): DrillWords.lapsed(near(at))
    case .simulated(let at): DrillWords.takenBySimulated(near(at))
    }
  }

  private var crises: String {
    score.crises.map { crisis in
      DrillWords.crisis(
        proposed: crisis.proposed.map { near($0) }, declared: crisis.declared.map { near($0) },
        by: crisis.declaredBy.map(who), ended: crisis.ended.map { near($0) })
    }.joined(separator: " ")
  }

  var clocks: Report.Section {
    let words = DrillWords.self
    return Report.Section(
      words.clocks,
      [.text(words.clock), .number(words.met), .number(words.ranOut), .text(words.cases), .number(words.overBefore)],
      score.clocks.map { clock in
        [
          Wording.clock(clock.kind), "\(clock.met)", "\(clock.breached.count)", cases(clock.breached),
          "\(clock.over)",
        ]
      }, empty: words.noClocks, note: words.clocksNote)
  }

  func cases(_ cases: [CaseID]) -> String {
    cases.isEmpty ? Wording.none : cases.map(\.label).joined(separator: " ")
  }

  var waits: Report.Section {
    let words = DrillWords.self
    return Report.Section(
      words.waits,
      [
        .text(words.stage), .text(words.priority), .number(words.cases), .number(words.median), .number(words.longest),
        .text(words.longestCase),
      ],
      score.waits.map { wait in
        [
          Wording.stage(wait.stage), wait.level.label, "\(wait.cases)", TimeText.length(wait.median),
          TimeText.length(wait.longest), wait.longestCase?.label ?? Wording.none,
        ]
      }, empty: words.noWaits, note: words.waitsNote)
  }

  var people: Report.Section {
    let words = DrillWords.self
    let people = score.people
    return Report.Section(
      words.flow, [.text(""), .number(words.count)],
      [
        (words.arrived, people.arrived), (words.released, people.released), (words.returned, people.returned),
        (words.transferred, people.transferred), (words.departed, people.departed), (words.onRoll, people.onRoll),
        (words.unplaced, people.unplaced),
      ].map { [$0.0, "\($0.1)"] }, empty: Wording.none)
  }

  var refusals: Report.Section {
    let words = DrillWords.self
    return Report.Section(
      words.refusals, [.text(words.rule), .text(words.guards), .number(words.times), .text(words.evidence)],
      score.refusals.map { refusal in
        [
          refusal.rule.rawValue, refusal.rule.isGuard ? words.yes : words.no, "\(refusal.evidence.count)",
          words.evidence(refusal.evidence),
        ]
      }, empty: words.noRefusals)
  }

  /// What stayed on paper after a power cut.
  var paper: Report.Section {
    let words = DrillWords.self
    return Report.Section(
      words.paper, [.text(words.rule), .number(words.times), .text(words.cases), .text(words.evidence)],
      score.paper.map { refusal in
        [
          refusal.rule.rawValue, "\(refusal.evidence.count)", cases(refusal.cases), words.evidence(refusal.evidence),
        ]
      }, empty: Wording.none, note: words.paperNote)
  }

  var work: Report.Section {
    let words = DrillWords.self
    let work = score.work
    return Report.Section(
      words.work, [.text(""), .number(words.count), .text(words.evidence)],
      [
        [words.entries, "\(work.entries)", ""], [words.keys, "\(work.keys)", ""],
        [words.keysAnEntry, work.tenthsAnEntry.map { "\($0 / 10).\($0 % 10)" } ?? Wording.none, ""],
        [words.corrections, "\(work.corrections.count)", words.evidence(work.corrections)],
        [words.undone, "\(work.undone.count)", words.evidence(work.undone)],
      ], empty: Wording.none)
  }

  /// The branch beside others, hour by hour and in all.
  var hours: Report.Section {
    let words = DrillWords.self
    var rows: [[String]] = []
    for row in comparison.rows {
      for (course, hour) in zip(comparison.courses, row.hours) {
        let span = "\(near(row.from)) - \(near(row.until))"
        rows.append([span, words.course(course.name, own: origin.branch)] + figures(hour))
      }
    }
    for (course, total) in zip(comparison.courses, comparison.totals) {
      rows.append([words.inAll, words.course(course.name, own: origin.branch)] + figures(total))
    }
    return Report.Section(
      words.comparison,
      [
        .text(words.hour), .text(words.course), .number(words.waiting), .number(words.longest), .number(words.ranOut),
        .number(words.alarmsRaised), .number(words.released),
      ],
      rows, empty: words.noHours, note: comparison.courses.count > 1 ? words.comparisonNote : words.nothingBeside)
  }

  private func figures(_ hour: DrillCourse.Hour?) -> [String] {
    guard let hour else { return [String](repeating: Wording.none, count: 5) }
    return [
      "\(hour.waiting)", TimeText.length(hour.longest), "\(hour.breaches)", "\(hour.alarms)", "\(hour.released)",
    ]
  }
}
