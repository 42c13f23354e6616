import Alarms
import CaseFlow
import Drill
import Screens

/// A strength or a gap that a rule reads from the score: what, under which capability, and the records that show it.
struct DrillFinding {
  enum Kind { case strength, gap }

  var kind: Kind
  /// In the words of HSEEP's core capabilities.
  var capability: String
  var text: String
  var evidence: [Int64] = []
}

extension DrillReport {
  /// Everything that rules find, strengths and gaps; none is guessed at, and each says how it was read.
  var findings: [DrillFinding] { actionFindings + alarmFindings + crisisFindings + clockFindings + workFindings }

  /// Rules count as refused too often from here on: once or twice anyone mistypes.
  private static let often = 3
  /// A crisis that is declared within this of its proposal is declared promptly.
  private static let promptly = Span.minutes(15)

  private var actionFindings: [DrillFinding] {
    score.actions.compactMap { action in
      let capability = DrillWords.capability(of: action.action.role)
      let text = "\(action.action.title): \(state(action))"
      switch action.state {
      case .done: return DrillFinding(kind: .strength, capability: capability, text: text, evidence: action.evidence)
      case .late, .missed:
        return DrillFinding(kind: .gap, capability: capability, text: text, evidence: action.evidence)
      case .open, .toCome, .before: return nil
      }
    }
  }

  private var alarmFindings: [DrillFinding] {
    var findings: [DrillFinding] = []
    let inTime = score.alarms.filter { if case .taken = $0.state { true } else { false } }
    if !inTime.isEmpty {
      findings.append(
        DrillFinding(
          kind: .strength, capability: DrillWords.assessment, text: DrillWords.alarmsInTime(inTime.count),
          evidence: unique(inTime.compactMap(\.evidence))))
    }
    for alarm in score.alarms {
      switch alarm.state {
      case .late, .missed:
        let text = DrillWords.alarm(alarm.alarm.threshold, alarm.alarm.level.rawValue, state(alarm))
        findings.append(
          DrillFinding(
            kind: .gap, capability: DrillWords.assessment, text: text, evidence: alarm.evidence.map { [$0] } ?? []))
      case .open, .taken, .lapsed, .simulated: break
      }
    }
    return findings
  }

  private func unique(_ evidence: [Int64]) -> [Int64] { Array(Set(evidence)).sorted() }

  private var crisisFindings: [DrillFinding] {
    score.crises.compactMap { crisis in
      guard let proposed = crisis.proposed, proposed > score.since, origin.scenario.team.contains(.supervisor) else {
        return nil
      }
      let seq = tally.acts.first { record in
        guard case .crisisDeclared = record.event else { return false }
        return record.recorded == crisis.declared
      }?.seq
      let delay = (crisis.declared ?? crisis.ended ?? score.until) - proposed
      let isPrompt = crisis.declared != nil && delay <= Self.promptly
      guard isPrompt || delay > Self.promptly else { return nil }
      return DrillFinding(
        kind: isPrompt ? .strength : .gap, capability: DrillWords.coordination,
        text: crisis.declared == nil ? DrillWords.undeclared(delay) : DrillWords.declaredAfter(delay),
        evidence: seq.map { [$0] } ?? [])
    }
  }

  /// Clocks and releases beside doing nothing, where that was played; of clocks alone, what ran out.
  private var clockFindings: [DrillFinding] {
    var findings: [DrillFinding] = []
    for clock in score.clocks where !clock.breached.isEmpty {
      findings.append(
        DrillFinding(
          kind: .gap, capability: DrillWords.capability(of: clock.kind),
          text: DrillWords.ranOut(Wording.clock(clock.kind), cases(clock.breached))))
    }
    let nothing = comparison.total(.doingNothing)
    if let own = comparison.courses.first?.total, let nothing {
      let pairs = [
        (DrillWords.breachesBeside, own.breaches, nothing.breaches, false),
        (DrillWords.releasedBeside, own.released, nothing.released, true),
        (DrillWords.waitingBeside, own.waiting, nothing.waiting, false),
      ]
      for (what, mine, theirs, moreIsBetter) in pairs where isNotable(mine, theirs) {
        findings.append(
          DrillFinding(
            kind: (mine > theirs) == moreIsBetter ? .strength : .gap, capability: DrillWords.coordination,
            text: what(mine, theirs)))
      }
    }
    return findings
  }

  /// Whether two numbers differ by more than simulated days do by chance: by a tenth, and by three at least.
  private func isNotable(_ mine: Int, _ theirs: Int) -> Bool { abs(mine - theirs) >= max(3, max(mine, theirs) / 10) }

  private var workFindings: [DrillFinding] {
    var findings = score.refusals.filter { $0.evidence.count >= Self.often }.map { refusal in
      DrillFinding(
        kind: .gap, capability: DrillWords.coordination,
        text: DrillWords.refusedOften(refusal.rule.rawValue, refusal.evidence.count), evidence: refusal.evidence)
    }
    findings += score.paper.map { left in
      DrillFinding(
        kind: .gap, capability: DrillWords.assessment,
        text: DrillWords.leftOnPaper(left.rule.rawValue, left.evidence.count, cases(left.cases)),
        evidence: left.evidence)
    }
    if score.refusals.isEmpty, score.work.entries > 0 {
      findings.append(
        DrillFinding(
          kind: .strength, capability: DrillWords.communication, text: DrillWords.noneRefused(score.work.entries)))
    }
    let mended = score.work.corrections + score.work.undone
    if !mended.isEmpty {
      findings.append(
        DrillFinding(
          kind: .strength, capability: DrillWords.communication, text: DrillWords.mended(mended.count),
          evidence: mended.sorted()))
    }
    return findings
  }
}
