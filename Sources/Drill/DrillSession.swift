package import Alarms
package import CaseFlow

/// A drill under way: the recorded day, the branches that teams made of it, and the instant that is shown.
///
/// Pure: time passes when it is told to, and what it answers are the records that time made. The same scenario and day,
/// and the same acts at the same instants, give the same records, in however many steps time is let go on between them.
///
/// ```swift
/// var session = DrillSession(scenario: scenario, day: day)
/// session.seek(to: noon)
/// session.takeOver(by: controller)
/// let made = session.advance(to: noon + .minutes(10))
/// ```
package struct DrillSession: Sendable {
  package let scenario: Scenario
  package let day: DrillDay
  private var played: [PlayedBranch]
  /// The branch shown.
  package private(set) var current = 0

  /// The recorded day at the instant at which the drill begins. Folds the day up to there.
  package init(scenario: Scenario, day: DrillDay) {
    self.scenario = scenario
    self.day = day
    var playback = Playback(
      records: day.records, plan: day.plan, rules: day.rules, alarmPlan: day.alarms, from: day.from,
      until: max(day.until, scenario.until))
    playback.seek(to: scenario.from)
    played = [PlayedBranch(playback: playback, at: scenario.from, head: max(day.until, scenario.until))]
  }

  /// The recorded day and every branch, in the order of their numbers.
  package var branches: [DrillBranch] {
    played.map { branch in
      DrillBranch(
        number: branch.number, parent: branch.parent, at: branch.at, seed: scenario.seed,
        records: branch.simulator?.records ?? day.records, head: branch.head, isOver: branch.isOver)
    }
  }

  /// The center, its alarms and the instant shown.
  package var center: Center { played[current].playback.center }
  package var alarms: AlarmBoard { played[current].playback.alarms }
  package var now: Instant { played[current].playback.now }

  /// Whether somebody has taken over and the end of what was played is shown: time makes new records.
  package var isPlayed: Bool { played[current].isLive && now == played[current].head }

  /// How many records, from the first, are those up to the instant shown.
  package var position: Int { played[current].playback.position }

  /// The injects of the branch as they stand at the instant shown, with what was changed of them where nobody plays.
  package var injects: [DrillInject] {
    let branch = played[current]
    if isPlayed, let simulator = branch.simulator { return simulator.drill.injects }
    return branch.injects(of: scenario)
  }

  /// Until when the team's board is dark at the instant shown, or nil.
  package var darkUntil: Instant? {
    guard !(played[current].isOver && now == played[current].head) else { return nil }
    let now = now
    return injects.compactMap { item -> Instant? in
      guard item.inject.kind == .powerCut, case .fired(let at) = item.state, at <= now else { return nil }
      return at + .minutes(item.inject.minutes ?? 0)
    }.filter { $0 > now }.max()
  }

  /// All the records of a branch: its parent's up to the instant at which the team took over, then its own.
  package func records(of branch: Int) -> [Record] {
    played.indices.contains(branch) ? played[branch].playback.records : []
  }

  /// What the header of a branch's recording says of the drill: the scenario as it was played, the parent, the instant.
  package func origin(of branch: Int) -> DrillOrigin {
    var origin = DrillOrigin()
    origin.scenario = scenario
    guard played.indices.contains(branch) else { return origin }
    origin.branch = branch
    origin.parent = played[branch].parent
    origin.at = played[branch].at
    origin.scenario.injects = played[branch].written(of: scenario)
    return origin
  }
}

extension DrillSession {
  /// Lets time go on: the records that were made meanwhile, those of injects included. Within what was played already
  /// it only shows it; it stops at the end of the scenario, where the drill ends.
  ///
  /// What happens at that instant has happened before the team acts at it: several entries at one instant are recorded
  /// after each other, and nobody else may come later because of that.
  @discardableResult
  package mutating func advance(to instant: Instant) -> [Record] { advance(to: instant, andAtIt: true) }

  /// The same, up to an instant and not at it, unless that is asked for.
  @discardableResult
  mutating func advance(to instant: Instant, andAtIt isWhole: Bool) -> [Record] {
    guard played[current].isLive, instant > played[current].head else {
      seek(to: max(instant, now))
      return []
    }
    seek(to: played[current].head)
    let until = scenario.until
    return recorded { branch in
      branch.simulator?.run(until: min(instant, until), andAtIt: isWhole && instant < until)
      if instant >= until { branch.end(.scenario, by: Simulator.scribe) }
    }
  }

  /// Shows an instant of the branch, held between its first and the end of what was played.
  package mutating func seek(to instant: Instant) {
    guard instant != now else { return }
    played[current].playback.seek(to: min(instant, played[current].head))
  }

  /// Shows another branch, at the same instant where it has one; an unknown number changes nothing.
  package mutating func show(branch: Int) {
    guard played.indices.contains(branch), branch != current else { return }
    let instant = now
    current = branch
    seek(to: instant)
  }

  /// The team takes over at the instant shown: a new branch, of which this answers the first records. Nobody takes over
  /// where the board is dark, nor after the end of the scenario.
  @discardableResult
  package mutating func takeOver(by: Code) -> [Record] {
    guard darkUntil == nil, now < scenario.until else { return [] }
    let injects = injects
    // What the recorded day was given stays for whoever begins there again.
    if current > 0 { played[current].kept = KeptInjects() }
    return takeOver(by: by, with: injects)
  }

  /// The team takes over with these injects: those that are held back begin so.
  mutating func takeOver(by: Code, with injects: [DrillInject]) -> [Record] {
    var parent = current
    while parent > 0, now < played[parent].at { parent = played[parent].parent }
    var playback = played[current].playback
    playback.forgetWhatFollows()
    let simulator = Simulator(
      goingOn: Takeover(
        center: playback.center, alarms: playback.alarms, plan: day.alarms, zone: day.zone, at: playback.now,
        team: scenario.team, seed: scenario.seed, day: day.records, past: playback.records,
        injects: injects))
    var branch = PlayedBranch(playback: playback, at: playback.now, head: playback.now)
    branch.number = played.count
    branch.parent = parent
    branch.simulator = simulator
    played.append(branch)
    current = branch.number
    var event = DrillTakenOver()
    event.branch = branch.number
    event.team = scenario.team
    return recorded { branch in
      branch.simulator?.note(.drillTakenOver(event), by: by)
      for item in injects where !item.isFired {
        branch.simulator?.hold(item.inject.code, item.state == .held, by: by)
      }
      // As in `advance`: what is due now happens before the team's first act.
      branch.simulator?.run(until: playback.now, andAtIt: true)
    }
  }

  /// What the team recorded at the instant shown: decided already, and numbered after the last record. Everyone
  /// simulated goes on from there.
  package mutating func take(_ records: [Record]) {
    _ = recorded { $0.simulator?.take(records) }
  }

  /// An inject befalls the branch shown now, whenever it was to.
  package mutating func fire(_ code: Code, by: Code) -> [Record] {
    recorded { $0.simulator?.fire(code, by: by) }
  }

  /// Holds an inject back, or lets it go on; one whose time has passed then befalls at once. Where nobody plays it is
  /// kept for the branch that begins next.
  package mutating func hold(_ code: Code, _ held: Bool, by: Code) -> [Record] {
    guard isPlayed else {
      played[current].kept.hold(code, held)
      return []
    }
    return recorded { $0.simulator?.hold(code, held, by: by) }
  }

  /// Changes an inject that has not befallen, found by its code, or adds one. Where nobody plays it is kept for the
  /// branch that begins next.
  package mutating func change(_ inject: Inject) {
    guard isPlayed else { return played[current].kept.change(inject) }
    _ = recorded { $0.simulator?.change(inject) }
  }

  /// Ends the drill in the branch shown.
  package mutating func end(_ end: DrillEnd, by: Code) -> [Record] {
    recorded { $0.end(end, by: by) }
  }

  /// Does something at the end of what was played, and answers what was recorded; elsewhere nothing is done.
  private mutating func recorded(_ act: (inout PlayedBranch) -> Void) -> [Record] {
    guard isPlayed else { return [] }
    return played[current].grow(by: act)
  }
}

/// A branch with all that is needed to show it and to go on in it.
private struct PlayedBranch: Sendable {
  var number = 0
  var parent = 0
  var playback: Playback
  /// Nil for the recorded day.
  var simulator: Simulator?
  /// What the controller changed in it where nobody plays.
  var kept = KeptInjects()
  let at: Instant
  /// The end of what was played.
  private(set) var head: Instant
  private(set) var isOver = false

  init(playback: Playback, at: Instant, head: Instant) {
    self.playback = playback
    self.at = at
    self.head = head
  }

  var isLive: Bool { simulator != nil && !isOver }

  /// Its injects at the instant shown: what befell it later has not yet. Linear in the records of the drill.
  func injects(of scenario: Scenario) -> [DrillInject] {
    guard let simulator else { return kept.laid(over: scenario.injects.map { DrillInject($0) }) }
    let past = playback.records[..<playback.position]
    let first = past.lastIndex { $0.recorded < scenario.from }.map { $0 + 1 } ?? 0
    var injects = [DrillInject](simulator.drill.injects.map(\.inject), after: past[first...])
    for (index, item) in simulator.drill.injects.enumerated() {
      if let since = item.waitsSince, since <= playback.now { injects[index].waitsSince = since }
    }
    return kept.laid(over: injects)
  }

  /// Its injects as its recording has them.
  func written(of scenario: Scenario) -> [Inject] {
    simulator?.drill.injects.map(\.inject) ?? injects(of: scenario).map(\.inject)
  }

  /// Acts, and shows what came of it.
  mutating func grow(by act: (inout PlayedBranch) -> Void) -> [Record] {
    let count = simulator?.records.count ?? 0
    act(&self)
    guard let simulator, let board = simulator.duty.board else { return [] }
    let made = Array(simulator.records.dropFirst(count))
    head = simulator.clock
    playback.grow(by: made, to: simulator.journal, board, at: head)
    return made
  }

  mutating func end(_ end: DrillEnd, by: Code) {
    simulator?.endDark()
    var event = DrillEnded()
    event.end = end
    simulator?.note(.drillEnded(event), by: by)
    isOver = true
  }
}
