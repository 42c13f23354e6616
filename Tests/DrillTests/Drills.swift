import Alarms
import CaseFlow
import Journal
import TestSupport

@testable import Drill

/// What the tests of drills share: the recorded days of the fixtures, and sessions that begin on them.
enum Drills {
  static func day(_ name: String) throws -> DrillDay {
    let recording = try Recording.read("\(Days.fixtures)/days/\(name).ndjson")
    return DrillDay(
      records: recording.records, plan: recording.plan, rules: recording.rules, alarms: recording.alarmPlan,
      zone: recording.zone, from: recording.header.from, until: recording.header.until)
  }

  /// Read once; a day of some 300 people.
  static let christmasEve: Result<DrillDay, any Error> = Result { try day("2021-12-24") }
  static let quiet: Result<DrillDay, any Error> = Result { try day("2021-06-15") }

  /// A drill from an hour of the day's local time on, for so many hours.
  static func session(
    _ day: DrillDay, from hour: Double, hours: Double, team: [Role] = [], seed: Int = 1, injects: [Inject] = []
  ) -> DrillSession {
    var scenario = Scenario()
    scenario.code = Code("exercise")
    scenario.title = "An exercise"
    scenario.seed = seed
    scenario.from = day.at(hour)
    scenario.until = day.at(hour + hours)
    scenario.team = team
    scenario.injects = injects
    return DrillSession(scenario: scenario, day: day)
  }

  static let controller: Code = Code("controller")

  /// The bytes of records, so that two runs can be compared.
  static func bytes(_ records: [Record], _ zone: ZoneOffsets) -> [UInt8] {
    var encoder = RecordingEncoder(zone: zone)
    return records.flatMap { encoder.line($0) }
  }
}

extension DrillDay {
  /// An instant by hours from the beginning of the day.
  func at(_ hours: Double) -> Instant { from + .seconds(Int(hours * 3_600)) }
}

extension Inject {
  init(_ code: Code, _ kind: InjectKind, at: Instant? = nil, minutes: Int? = nil) {
    self.init()
    self.code = code
    self.kind = kind
    self.at = at
    self.minutes = minutes
    tell = Prose("Told: \(code.text)")
  }
}

extension [Record] {
  /// How many records fit.
  func count(of fits: (Event) -> Bool) -> Int { count { fits($0.event) } }

  /// People who left for a receiver.
  func peopleReleased(_ center: Center) -> Int {
    reduce(0) { sum, record in
      guard case .caseReleased(let e) = record.event else { return sum }
      return sum + (center.cases[e.caseID]?.members.count ?? 0)
    }
  }
}
