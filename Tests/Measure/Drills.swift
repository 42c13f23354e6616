// How long a drill lets people wait: taking over, seeking, and an hour of a drill at its fastest.

import Alarms
import CaseFlow
import Drill
import Journal

/// Measures a drill on a recorded day; false where a promise of docs/performance.md is not kept by far.
func measureDrill(_ path: String) -> Bool {
  guard let recording = try? Recording.read(path) else {
    print("\(path): is no recording")
    return false
  }
  let (from, until) = (recording.header.from, recording.header.until)
  var scenario = Scenario()
  scenario.from = from + .hours(14)
  scenario.until = until
  let day = DrillDay(
    records: recording.records, plan: recording.plan, rules: recording.rules, alarms: recording.alarmPlan,
    zone: recording.zone, from: from, until: until)
  let fold = best(of: 3) {
    var center = recording.emptyCenter
    var alarms = AlarmBoard(plan: recording.alarmPlan, center: center)
    for record in recording.records {
      center.apply(record)
      alarms.observe(record, center)
    }
  }
  print("reference: the fold of \(recording.records.count) records with every threshold, \(text(fold * 1_000)) ms\n")

  var session = DrillSession(scenario: scenario, day: day)
  session.advance(to: until)
  var worst = 0.0
  for step in 0..<20 {
    session.show(branch: 0)
    let at = from + .minutes(60 + step * 577 % 1_320)
    worst = max(
      worst,
      best(of: 1) {
        session.seek(to: at)
        session.takeOver(by: Code("measure"))
      })
  }
  line("seek and take over, worst of 20", "\(text(worst * 1_000)) ms", worst, fold)

  session = DrillSession(scenario: scenario, day: day)
  session.takeOver(by: Code("measure"))
  // As a board at 3600 times the speed asks for it: thirty times a second.
  var made = 0
  var longest = 0.0
  let whole = best(of: 1) {
    for step in 1...300 {
      longest = max(
        longest, best(of: 1) { made += session.advance(to: scenario.from + .minutes(2 * step)).count })
    }
  }
  line("records made, in steps of two minutes", "\(text(Double(made) / whole)) records/s", whole, fold)
  line("longest of 300 steps", "\(text(longest * 1_000)) ms", longest, fold)
  let controller = measureController(scenario, day)
  line(
    "longest of 40 looks at the score, a quarter of an hour apart", "\(text(controller * 1_000)) ms", controller, fold)
  print("\npeak memory of all this: \(text(Double(peakKibibytes()) / 1_024)) MiB")
  return worst < 0.2 && longest < 0.05 && controller < 0.25
}

/// The longest that a look at the score takes while a branch is played: a quarter of an hour more of doing nothing, of
/// three tallies, and the score beside the other courses.
private func measureController(_ scenario: Scenario, _ day: DrillDay) -> Double {
  var session = DrillSession(scenario: scenario, day: day)
  session.takeOver(by: Code("measure"))
  guard var nothing = DoingNothing(beside: 1, of: session) else { return .infinity }
  var tallies = (0..<3).map { _ in emptyTally(day, since: scenario.from) }
  var taken = [0, 0, 0]
  var longest = 0.0
  for step in 1...40 {
    let now = scenario.from + .minutes(15 * step)
    session.advance(to: now)
    let look = best(of: 1) {
      nothing.advance(to: now, beside: session)
      for (index, records) in [session.records(of: 1), session.records(of: 0), nothing.records].enumerated() {
        while taken[index] < records.count, records[taken[index]].recorded <= now {
          tallies[index].take(records[taken[index]])
          taken[index] += 1
        }
        tallies[index].advance(to: now)
        _ = DrillCourse(.branch(index), tallies[index])
      }
      _ = DrillScore(tallies[0], origin: session.origin(of: 1))
    }
    // The first look folds everything before the takeover, once.
    if step > 1 { longest = max(longest, look) }
  }
  return longest
}

private func emptyTally(_ day: DrillDay, since: Instant) -> DrillTally {
  let center = Center(plan: day.plan, rules: day.rules)
  return DrillTally(center: center, board: AlarmBoard(plan: day.alarms, center: center), since: since)
}
