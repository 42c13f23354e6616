import Alarms
import CaseFlow
import Drill
import Journal

/// A scenario with the recording of its day, read and checked: all that a drill begins with.
struct DrillBeginning {
  var scenario: Scenario
  /// What stands in the header of every branch, but for what is its own.
  var header: RecordingHeader
  var day: DrillDay
  var warnings: [String]

  /// Reads a scenario and its day; `seed` is played instead of the scenario's own where given.
  init(_ path: String, seed: Int?) throws(Failure) {
    let file = try reading { () throws(ReadError) in try ScenarioFile.read(path) }
    scenario = file.scenario
    scenario.seed = seed ?? scenario.seed
    let recording = try reading { () throws(ReadError) in try Recording.read(file.day) }
    header = recording.header
    warnings = recording.warnings.map { "warning: \($0)" }
    day = DrillDay(
      records: recording.records, plan: recording.plan, rules: recording.rules, alarms: recording.alarmPlan,
      zone: recording.zone, from: header.from, until: header.until)
  }

  var zone: ZoneOffsets { day.zone }

  /// Refuses a name that somebody simulated has: what they do would be taken for the team's.
  func admit(_ person: Code) throws(Failure) {
    guard SimulatedStaff.includes(person, day.plan) || person.isSamePerson(as: DrillScript.controller) else { return }
    throw .usage("\(person.text) is the name of somebody simulated in this drill; take another with --as NAME")
  }

  /// The header of a branch's recording: it says that this is a drill, of which scenario and which past.
  func header(of origin: DrillOrigin) -> RecordingHeader {
    var header = header
    header.drill = origin
    header.until = max(header.from, scenario.until) + DrillBeginning.slack
    header.source = Prose("\(DrillBeginning.drill) \(scenario.title). \(header.source.text)")
    return header
  }

  /// What is recorded as the drill ends has each an instant of its own.
  private static let slack = Span.minutes(1)
  private static let drill =
    "DRILL: from the takeover on, what a team in training did and what was simulated around it."
}
