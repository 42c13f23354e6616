import Alarms
import CaseFlow

extension ActionScore {
  /// The expected actions of a scenario, as a branch has them.
  static func all(_ tally: DrillTally, _ origin: DrillOrigin, isOver: Bool) -> [ActionScore] {
    let made = made(tally)
    return origin.scenario.expected.map { action in
      score(action, made, tally, origin, isOver: isOver)
    }
  }

  /// A record of the team with what it says.
  private struct Made {
    var record: Record
    var facts: EventFacts

    /// Whether it holds until it is called off, so that whoever saw it coming has done it in time: nobody orders again
    /// what is ordered, and a line that is ticked again keeps its first time on the board. What was done in a crisis
    /// ends with it, and the checklist of standing down asks how things are now.
    func stands(after ended: Instant?) -> Bool {
      let isOfThisCrisis = ended.map { record.recorded > $0 } ?? true
      return switch record.event {
      case .reserveOrdered: true
      case .crisisDeclared: isOfThisCrisis
      case .actionTaken(let e), .actionDone(let e): isOfThisCrisis && e.card != ResponsePlan.standDownCard
      default: false
      }
    }
  }

  /// What the team did and did not undo, with what it called off.
  private static func made(_ tally: DrillTally) -> [Made] {
    let undone = Set(
      tally.team.compactMap { record -> Int64? in
        if case .entryUndone(let e) = record.event { Int64(e.wrongs) } else { nil }
      })
    return tally.team.filter { !$0.event.isOfDrill && !undone.contains($0.seq) }
      .map { Made(record: $0, facts: EventFacts($0.event)) }
  }

  private static func score(
    _ action: ExpectedAction, _ made: [Made], _ tally: DrillTally, _ origin: DrillOrigin, isOver: Bool
  ) -> ActionScore {
    var score = ActionScore(action: action, state: .toCome)
    guard let begins = begins(action, tally, origin), begins <= tally.now else { return score }
    let window = Span.minutes(min(max(action.minutes, 0), longest))
    // The team has the whole of its window from when it first took over, unless the window was over by then. Whoever
    // goes back and takes over again has what was done in the shared past, and no new window for what was missed in it.
    let wasOver = begins + window <= tally.begun
    let opens = wasOver ? begins : max(begins, tally.begun)
    let due = opens + window
    (score.opens, score.due) = (opens, due)
    let needed = min(max(action.count ?? 1, 1), most)
    let ended = tally.board.crises.compactMap(\.ended).last { $0 <= begins }
    let counts = { (one: Made) in one.record.recorded >= begins || one.stands(after: ended) }
    let kept = kept(made.filter { action.fits($0.record, $0.facts) }, needed, due: due, counts)
    let fitting = kept.filter(counts)
    score.before = kept.last { !counts($0) }?.record.recorded
    score.evidence = fitting.prefix(needed).map(\.record.seq)
    score.by = fitting.prefix(needed).last?.record.by
    if fitting.count >= needed {
      let at = fitting[needed - 1].record.recorded
      // Done after a window that was over before anyone of the team could act, it is not late: it was not asked.
      score.state = at <= due ? .done(at) : wasOver ? .before : .late(at, by: at - due)
    } else if wasOver {
      score.state = .before
    } else {
      // A drill that ends asks nothing more of what still had time.
      score.state = tally.now > due || isOver && tally.now == due ? .missed : .open
    }
    return score
  }

  /// What was not called off again, in the order of recording. What is called off after the action was done and its
  /// window closed was done all the same: nobody needs the reserve any more.
  private static func kept(_ fits: [Made], _ needed: Int, due: Instant, _ counts: (Made) -> Bool) -> [Made] {
    var kept: [Made] = []
    for one in fits {
      guard one.facts.isUndone else {
        kept.append(one)
        continue
      }
      if one.record.recorded > due, kept.count(where: counts) >= needed { return kept }
      kept.removeAll { $0.facts.isTakenBack(by: one.facts) }
    }
    return kept
  }

  /// Far longer than any scenario that was checked asks for; a hostile header may ask for more.
  private static let longest = 43_200
  private static let most = 1_000

  /// When the window of an action begins, or nil before its inject has befallen.
  private static func begins(_ action: ExpectedAction, _ tally: DrillTally, _ origin: DrillOrigin) -> Instant? {
    guard let inject = action.inject else { return action.at ?? origin.scenario.from }
    return tally.drill.first { record in
      if case .injectFired(let e) = record.event { e.inject == inject } else { false }
    }?.recorded
  }
}

extension ExpectedAction {
  /// Whether a record does it: its type, and every field that is given.
  func fits(_ record: Record, _ facts: EventFacts) -> Bool {
    func says(_ field: String, _ code: Code?) -> Bool { code.map { facts.text(field) == $0.text } ?? true }
    guard record.event.type == event, threshold.map({ facts.text("threshold") == $0 }) ?? true,
      line.map({ facts.number("line") == $0 }) ?? true
    else { return false }
    if let stage, !(facts.text("servedAt")?.hasPrefix("\(stage.rawValue)-") ?? false) { return false }
    return says("card", card) && says("reserve", reserve) && says("receiver", receiver) && says("language", language)
      && says("area", area)
  }
}

extension AlarmScore {
  /// The alarms raised since the takeover, and those that it found without an owner.
  static func all(_ tally: DrillTally, isOver: Bool) -> [AlarmScore] {
    let minutes = Dictionary(
      tally.board.plan.thresholds.map { ($0.name, $0.actMinutes) }, uniquingKeysWith: { first, _ in first })
    return tally.board.alarms.compactMap { alarm in
      guard alarm.raised > tally.since || alarm.wasUnowned(at: tally.since) else { return nil }
      let due = max(alarm.raised, tally.begun) + .minutes(minutes[alarm.threshold] ?? 0)
      var score = AlarmScore(alarm: alarm, state: .open, due: due)
      score.judge(tally, isOver: isOver)
      return score
    }
  }

  private mutating func judge(_ tally: DrillTally, isOver: Bool) {
    if let at = alarm.acknowledged, let by = alarm.acknowledgedBy {
      evidence =
        tally.team.first { record in
          guard record.recorded == at, case .alarmAcknowledged(let e) = record.event else { return false }
          return e.threshold == alarm.threshold
        }?.seq
      if SimulatedStaff.includes(by, tally.center.plan) {
        state = .simulated(at)
      } else {
        state = at <= due ? .taken(at) : .late(at, by: at - due)
      }
    } else if let cleared = alarm.cleared, cleared <= due {
      state = .lapsed(cleared)
    } else {
      state = tally.now > due || isOver && alarm.cleared != nil ? .missed : .open
    }
  }
}

extension Alarm {
  /// Whether it stood at an instant, and nobody had taken it.
  fileprivate func wasUnowned(at instant: Instant) -> Bool {
    (cleared.map { $0 > instant } ?? true) && (acknowledged.map { $0 > instant } ?? true)
  }
}
