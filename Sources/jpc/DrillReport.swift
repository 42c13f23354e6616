import Alarms
import CaseFlow
import Drill
import Journal
import Screens

/// What is told of one branch of a drill, during it and ever after: from the branch's recording, and what it is compared
/// with where that is at hand.
struct DrillReport {
  let header: RecordingHeader
  let origin: DrillOrigin
  let zone: ZoneOffsets
  let tally: DrillTally
  let score: DrillScore
  let comparison: DrillComparison

  /// The report of the records of a branch; `beside` are the courses of its parent, of the recorded day, and of doing
  /// nothing.
  init(
    _ header: RecordingHeader, _ origin: DrillOrigin, _ records: [Record], rules: RuleSet, beside: [DrillCourse]
  ) {
    self.header = header
    self.origin = origin
    zone = header.zone
    // What was cut off did not happen: a branch ends with its last record.
    tally = DrillTally(
      records: records, plan: header.center.plan, rules: rules, alarms: header.center.alarms, since: origin.at,
      until: max(records.last?.recorded ?? origin.at, origin.at))
    score = DrillScore(tally, origin: origin)
    comparison = DrillComparison([DrillCourse(.branch(origin.branch), tally)] + beside)
  }

  /// How the drill ended, or nil while it goes on.
  var end: DrillEnd? {
    for record in tally.drill.reversed() {
      if case .drillEnded(let e) = record.event, record.recorded >= origin.at { return e.end }
    }
    return nil
  }
}

// The report.
extension DrillReport {
  /// The report as a file has it.
  func text(_ format: ReportCommand.Format) -> String {
    switch format {
    case .md: report.markdown
    case .html: report.html
    case .json: json
    }
  }

  /// The score in a few lines, for a terminal.
  var summary: String {
    func actions(_ fits: (ActionScore.State) -> Bool) -> Int { score.actions.count { fits($0.state) } }
    func alarms(_ fits: (AlarmScore.State) -> Bool) -> Int { score.alarms.count { fits($0.state) } }
    var lines = [
      DrillWords.head(origin.scenario.title, origin.branch),
      DrillWords.actionLine(
        done: actions { if case .done = $0 { true } else { false } },
        late: actions { if case .late = $0 { true } else { false } }, missed: actions { $0 == .missed },
        open: actions { $0 == .open }, notAsked: actions { $0 == .toCome || $0 == .before }),
      DrillWords.alarmLine(
        alarms { if case .taken = $0 { true } else { false } }, alarms { if case .late = $0 { true } else { false } },
        alarms { $0 == .missed }, of: score.alarms.count),
      DrillWords.clockLine(
        score.clocks.reduce(0) { $0 + $1.met }, score.clocks.reduce(0) { $0 + $1.breached.count }),
      DrillWords.flowLine(score.people),
    ]
    if let wait = score.waits.max(by: { $0.longest < $1.longest }) {
      lines.append(DrillWords.waitLine(wait.stage, wait.level, wait.longest))
    }
    lines.append(DrillWords.workLine(score.work, refused: score.refusals.reduce(0) { $0 + $1.evidence.count }))
    return lines.joined(separator: "\n") + "\n"
  }

  /// The after-action report, drafted.
  var report: Report {
    let words = DrillWords.self
    var report = Report(words.title(origin.scenario.title))
    report.fact(words.status, words.draft)
    report.fact(words.exercised, origin.scenario.purpose.text)
    report.fact(words.center, header.center.plan.name)
    report.fact(words.scenario, words.scenario(origin.scenario))
    report.fact(words.branch, words.branch(origin.branch, of: origin.parent))
    report.fact(words.played, words.played(time(score.since), near(score.until), score.until - score.since))
    report.fact(words.ended, words.end(end))
    report.fact(words.team, origin.scenario.team.map(Wording.role).joined(separator: ", "))
    report.fact(words.people, "\(cast.count)")
    report.fact(words.rules, tally.center.rules.code.text)
    report.sections = [
      scoreBeside, findings(.strength), findings(.gap), improvement, injects, actions, alarms, clocks, waits, people,
      refusals,
    ]
    if !score.paper.isEmpty { report.sections.append(paper) }
    report.sections += [work, hours, timeline, hotWash]
    return report
  }

  /// The score as the board has it, line by line.
  private var scoreBeside: Report.Section {
    let lines = score.lines(
      own: comparison.courses.first?.total, recorded: comparison.total(.branch(0)),
      nothing: comparison.total(.doingNothing))
    let words = DrillWords.self
    return Report.Section(
      words.score,
      [.text(words.measured), .number(words.thisBranch), .number(words.recordedDay), .number(words.doingNothing)],
      lines.map { [$0.name, $0.value, $0.recorded, $0.nothing] }, empty: Wording.none,
      note: comparison.courses.count > 1 ? words.scoreNote : words.nothingBeside)
  }

  private func findings(_ kind: DrillFinding.Kind) -> Report.Section {
    let words = DrillWords.self
    return Report.Section(
      kind == .strength ? words.strengths : words.gaps, [.text(words.finding), .text(words.evidence)],
      findings.filter { $0.kind == kind }.map { [$0.text, words.evidence($0.evidence)] },
      empty: kind == .strength ? words.noStrengths : words.noGaps, note: words.byRule)
  }

  private var improvement: Report.Section {
    let words = DrillWords.self
    let gaps = findings.filter { $0.kind == .gap }
    return Report.Section(
      words.plan,
      [
        .number(words.number), .text(words.capability), .text(words.gap), .text(words.action), .text(words.owner),
        .text(words.due),
      ],
      gaps.enumerated().map { index, gap in ["\(index + 1)", gap.capability, gap.text, "", "", ""] },
      empty: words.noGaps, note: words.fillIn)
  }

  private var injects: Report.Section {
    let words = DrillWords.self
    return Report.Section(
      words.injects, [.text(words.inject), .text(words.at), .text(words.told), .text(words.followed)],
      origin.scenario.injects.map { inject in
        let fired = tally.drill.first { record in
          if case .injectFired(let e) = record.event { e.inject == inject.code } else { false }
        }
        let asked = score.actions.filter { $0.action.inject == inject.code }
        return [
          inject.code.text, fired.map { "\(near($0.recorded)) \(words.evidence([$0.seq]))" } ?? notFired(inject),
          inject.tell.text,
          fired == nil || asked.isEmpty
            ? Wording.none : asked.map { "\($0.action.title): \(state($0))" }.joined(separator: "; "),
        ]
      }, empty: words.noInjects)
  }

  /// Why an inject did not befall.
  private func notFired(_ inject: Inject) -> String {
    var isHeld = false
    for case .injectHeld(let e) in tally.drill.map(\.event) where e.inject == inject.code { isHeld = e.held }
    if isHeld { return DrillWords.held }
    guard let at = inject.at, at < score.until else { return DrillWords.notFired }
    return DrillWords.waited(near(at), Wording.fitsNobody(inject))
  }

  private var actions: Report.Section {
    let words = DrillWords.self
    return Report.Section(
      words.actions,
      [
        .text(words.action), .text(words.role), .text(words.from), .text(words.until), .text(words.became),
        .text(words.by), .text(words.evidence),
      ],
      score.actions.map { action in
        [
          action.action.title, Wording.role(action.action.role), near(action.opens), near(action.due), state(action),
          action.by.map(who) ?? Wording.none, words.evidence(action.evidence),
        ]
      }, empty: words.noActions)
  }

  private var hotWash: Report.Section {
    Report.Section(DrillWords.hotWash, [.text("")], [], empty: DrillWords.writeHotWash)
  }
}

// Words of one line.
extension DrillReport {
  /// What became of an action.
  func state(_ action: ActionScore) -> String {
    switch action.state {
    case .done(let at): DrillWords.done(near(at))
    case .late(let at, let by): DrillWords.late(near(at), by)
    case .missed: action.before.map { DrillWords.missedButDone(near($0)) } ?? DrillWords.missed
    case .open: DrillWords.open(near(action.due))
    case .toCome: DrillWords.notAsked
    case .before: DrillWords.before
    }
  }

  func time(_ instant: Instant) -> String { "\(TimeText.day(instant, zone)) \(TimeText.clock(instant, zone))" }

  /// A time, with its day where it is not that of the end.
  func near(_ instant: Instant?) -> String { instant.map { TimeText.near($0, score.until, zone) } ?? Wording.none }

  /// Everyone of the team who did something about the center, in the order of the first act.
  var cast: [Code] {
    var cast: [Code] = []
    for record in tally.acts where !cast.contains(record.by) { cast.append(record.by) }
    return cast
  }

  /// Whoever acted, without a name: the team is numbered, the simulated have none.
  func who(_ code: Code) -> String {
    if let index = cast.firstIndex(of: code) { return DrillWords.member(index + 1) }
    return SimulatedStaff.includes(code, header.center.plan) ? DrillWords.simulated : DrillWords.controller
  }
}
