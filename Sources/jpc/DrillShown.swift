import Alarms
import CaseFlow
import Drill
import Screens

/// What a drill adds to the model of a board: its bar, what the team was told, and for the controller what is to come.
struct DrillShown {
  var item: DrillItem
  var bar: ReplayBar
  /// Whether the team enters things here: elsewhere the board only shows.
  var takesEntries: Bool
  /// Why a recording is not written as far as it was played, for the terminal at which the drill is kept.
  var fault: String?

  /// Makes the board of a center at work that of a drill.
  func dress(_ model: inout BoardModel) {
    model.mode = .drill
    model.drill = item
    model.replay = bar
    model.dataAge = nil
    guard !takesEntries else { return }
    model.live = nil
    model.answersRefused = Wording.notPlayed(item.phase)
  }
}

/// Makes what boards show of a drill at its instant.
struct DrillShow {
  /// When the alarms of what is recorded of a branch are raised, found once; for the controller's bar.
  private var raised: [Int: [Instant]] = [:]
  private var measures = DrillMeasures()

  /// Measures the branch shown for those who look at the drill, unless it was just measured.
  mutating func measure(_ drill: PlayedDrill, at nanoseconds: UInt64, isWhole: Bool = false) {
    measures.update(drill, at: nanoseconds, isWhole: isWhole)
  }

  /// When the branch shown is measured after somebody went back, on the machine's clock; nil where that is done.
  var measureDue: UInt64? { measures.due }

  /// What one board shows; what is still to come is in the controller's only.
  mutating func shown(_ drill: PlayedDrill, _ clock: PlaybackClock, isController: Bool) -> DrillShown {
    let session = drill.session
    var item = DrillItem(title: drill.scenario.title, from: drill.scenario.from, until: drill.scenario.until)
    item.team = drill.scenario.team
    item.phase = drill.phase
    // The team learns how it did when the drill is over, not what it is expected to do while it plays.
    let seesScore = isController || drill.isEnded
    item.branch = session.current
    item.parent = session.current == 0 ? nil : drill.branch.parent
    item.nextBranch = session.branches.count
    (item.told, item.cuts) = told(session)
    item.branches = session.branches.map { branch in
      var item = BranchItem(
        number: branch.number, parent: branch.number == 0 ? nil : branch.parent,
        at: branch.number == 0 ? nil : branch.at, until: branch.head)
      item.isOver = branch.isOver
      if seesScore { item.figures = measures.figures[branch.number] }
      return item
    }
    // What it is to learn often says what is to come.
    if seesScore { item.purpose = drill.scenario.purpose.text }
    if seesScore {
      item.comparison = measures.comparison
      item.expected = measures.expected
      item.score = measures.score
    }
    if isController {
      item.controller = ControllerItem(injects: session.injects, alarmsToCome: alarmsToCome(session))
    }
    let bar = ReplayBar(
      title: drill.scenario.title, from: drill.scenario.from, until: drill.scenario.until, now: session.now,
      speed: clock.speed, isPaused: clock.isPaused,
      pastAlarms: session.alarms.alarms.map(\.raised).filter { $0 >= drill.scenario.from })
    return DrillShown(item: item, bar: bar, takesEntries: session.isPlayed)
  }

  /// What the team was told up to the instant shown, and the power cuts among it.
  private func told(_ session: DrillSession) -> (told: [ToldItem], cuts: [PowerCut]) {
    var told: [ToldItem] = []
    var cuts: [PowerCut] = []
    // What a rule left on paper: when the power came back, by rule, and of which cases.
    var left: [Instant: [Rule: [CaseID?]]] = [:]
    let past = session.records(of: session.current).prefix(session.position)
    for record in past.reversed().prefix(while: { $0.recorded >= session.scenario.from }) {
      if case .commandRefused(let e) = record.event, !record.isOfTeam(session.day.plan) {
        left[record.recorded, default: [:]][e.rule, default: []].append(e.caseID)
      }
      guard case .injectFired(let e) = record.event else { continue }
      if !e.told.isEmpty { told.append(ToldItem(at: record.recorded, text: e.told)) }
      let inject = session.injects.first { $0.inject.code == e.inject }?.inject
      if let inject, inject.kind == .powerCut, let minutes = inject.minutes {
        cuts.append(PowerCut(since: record.recorded, until: record.recorded + .minutes(minutes)))
      }
    }
    told.reverse()
    for (at, rules) in left {
      for (rule, cases) in rules.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
        let known = Array(Set(cases.compactMap { $0 })).sorted()
        told.append(ToldItem(at: at, text: Wording.leftOnPaper(rule, cases.count, known)))
      }
    }
    return (told.sorted { $0.at < $1.at }, cuts.reversed())
  }

  /// When alarms will be raised in what is recorded already.
  private mutating func alarmsToCome(_ session: DrillSession) -> [Instant] {
    guard !session.isPlayed else { return [] }
    let branch = session.current
    if raised[branch] == nil {
      let day = session.day
      var center = Center(plan: day.plan, rules: day.rules)
      var board = AlarmBoard(plan: day.alarms, center: center)
      for record in session.records(of: branch) where record.recorded <= session.scenario.until {
        center.apply(record)
        board.observe(record, center)
      }
      raised[branch] = board.alarms.map(\.raised)
    }
    return (raised[branch] ?? []).filter { $0 > session.now }
  }

  /// The branch goes on: what was found of it does not hold any more.
  mutating func forget(_ branch: Int) { raised[branch] = nil }
}

extension PlayedDrill {
  /// Whether the end of a branch that is over is shown.
  var isEnded: Bool { if case .ended = phase { true } else { false } }

  /// How the drill stands at the instant shown.
  var phase: DrillPhase {
    let branch = branch
    if branch.number == 0 { return .recorded }
    if session.now < branch.head { return .backedUp(playedUntil: branch.head) }
    guard branch.isOver else { return .played }
    for case .drillEnded(let e) in branch.records.reversed().map(\.event) { return .ended(e.end) }
    return .ended(.scenario)
  }
}
