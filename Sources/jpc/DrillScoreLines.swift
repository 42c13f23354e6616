import CaseFlow
import Drill
import Screens

extension DrillScore {
  /// The lines of the score, beside the recorded day and doing nothing where they have the figure too: the board's and
  /// the report's. Nobody counted the keys of the recorded day, and nobody was refused anything in either.
  func lines(own: DrillCourse.Hour?, recorded: DrillCourse.Hour?, nothing: DrillCourse.Hour?) -> [ScoreItem] {
    let courses = DrillScoreCourses(own: own, recorded: recorded, nothing: nothing)
    return actionLines + courses.waits + courses.flow + workLines(courses)
  }

  private var actionLines: [ScoreItem] {
    let asked = actions.filter { $0.state != .toCome && $0.state != .before && $0.state != .open }
    let done = asked.filter(\.isDone).count
    let inTime = asked.filter { if case .done = $0.state { true } else { false } }.count
    let answered = alarms.filter { alarm in
      switch alarm.state {
      case .taken, .late, .missed: true
      case .open, .lapsed, .simulated: false
      }
    }
    let taken = answered.filter { if case .taken = $0.state { true } else { false } }.count
    return [
      ownLine(
        Wording.scoreActions, Wording.scoreInTime(inTime, done: done, of: asked.count), isGap: inTime < asked.count),
      ownLine(Wording.scoreAlarms, Wording.score(taken, of: answered.count), isGap: taken < answered.count),
    ]
  }

  /// A line of what is asked of the team alone.
  private func ownLine(_ name: String, _ value: String, isGap: Bool = false) -> ScoreItem {
    ScoreItem(name: name, value: value, recorded: Wording.none, nothing: Wording.none, isGap: isGap)
  }

  private func workLines(_ courses: DrillScoreCourses) -> [ScoreItem] {
    func count(_ scores: [RefusalScore]) -> Int { scores.reduce(0) { $0 + $1.evidence.count } }
    let left = paper.isEmpty ? [] : [ownLine(Wording.scorePaper, "\(count(paper))", isGap: true)]
    let own = work.corrections.count + work.undone.count
    return [ownLine(Wording.scoreRefusals, "\(count(refusals))", isGap: !refusals.isEmpty)] + left + [
      ownLine(Wording.scoreKeysAll, "\(work.keys)"),
      ownLine(Wording.scoreKeys, work.tenthsAnEntry.map { "\($0 / 10).\($0 % 10)" } ?? Wording.none),
      courses.line(Wording.scoreCorrections) { "\($0.corrections)" }, ownLine(Wording.scoreOwnCorrections, "\(own)"),
    ]
  }
}

/// The courses that a score is read beside, each over the same hours.
private struct DrillScoreCourses {
  let own: DrillCourse.Hour?
  let recorded: DrillCourse.Hour?
  let nothing: DrillCourse.Hour?

  func line(_ name: String, isGap: Bool = false, _ figure: (DrillCourse.Hour) -> String) -> ScoreItem {
    ScoreItem(
      name: name, value: own.map(figure) ?? Wording.none, recorded: recorded.map(figure) ?? Wording.none,
      nothing: nothing.map(figure) ?? Wording.none, isGap: isGap)
  }

  /// The longest waits: of all, and of each class of which anyone waited.
  var waits: [ScoreItem] {
    let classes = PriorityClass.allCases.filter { level in
      [own, recorded, nothing].contains { $0?.waits[level] != nil }
    }
    return [line(Wording.scoreWait) { TimeText.length($0.longest) }]
      + classes.map { level in line(Wording.scoreWait(level)) { TimeText.length($0.waits[level]) } }
  }

  var flow: [ScoreItem] {
    [
      line(Wording.scoreMet) { Wording.score($0.met, of: $0.met + $0.breaches) },
      line(Wording.scoreBreaches, isGap: (own?.breaches ?? 0) > 0) { "\($0.breaches)" },
      line(Wording.scoreRaised) { "\($0.alarms)" }, line(Wording.scoreReleased) { "\($0.released)" },
    ]
  }
}
