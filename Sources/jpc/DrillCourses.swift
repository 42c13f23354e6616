import CaseFlow
import Drill
import Glibc
import Journal

/// The recordings that a branch is compared with, as they lie beside it in the folder of a drill.
enum DrillCourses {
  /// The recorded day, whole, as every drill writes it beside its branches.
  static func dayFile(in folder: String) -> String { "\(folder)/branch-0.ndjson" }

  /// The hours of a branch with nobody doing the team's work.
  static func nothingFile(of branch: Int, in folder: String) -> String { "\(folder)/doing-nothing-\(branch).ndjson" }

  /// The courses of the parent, the recorded day and doing nothing, of those whose files lie beside a branch's and belong
  /// to the same drill.
  static func beside(_ path: String, _ origin: DrillOrigin, until: Instant) throws(Failure) -> [DrillCourse] {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    var courses: [DrillCourse] = []
    for number in Set([0, origin.parent]).sorted(by: >) where number != origin.branch {
      let file = number == 0 ? dayFile(in: folder) : "\(folder)/branch-\(number).ndjson"
      if let course = try course(.branch(number), file, origin, until: until) { courses.append(course) }
    }
    let file = nothingFile(of: origin.branch, in: folder)
    if let course = try course(.doingNothing, file, origin, until: until) { courses.append(course) }
    return courses
  }

  private static func course(
    _ name: DrillCourse.Name, _ file: String, _ origin: DrillOrigin, until: Instant
  ) throws(Failure) -> DrillCourse? {
    guard access(file, R_OK) == 0 else { return nil }
    let recording = try reading { () throws(ReadError) in try Recording.read(file) }
    guard let other = recording.header.drill, other.scenario.code == origin.scenario.code,
      other.scenario.from == origin.scenario.from
    else { return nil }
    // A branch that was left goes no further than its last record; a day goes on until its end, and doing nothing as
    // long as the branch it stands beside.
    let end: Instant =
      switch name {
      case .branch(0): recording.header.until
      case .doingNothing: until
      case .branch: recording.records.last?.recorded ?? origin.at
      }
    let tally = DrillTally(
      records: recording.records, plan: recording.plan, rules: recording.rules, alarms: recording.alarmPlan,
      since: origin.at, until: min(end, until))
    return DrillCourse(name, tally)
  }
}

extension PlayedDrill {
  /// A branch's hours with nobody doing the team's work.
  typealias Nothing = (origin: DrillOrigin, records: [Record])

  /// Plays what comes of doing nothing beside the branch shown, from where it was: at most so much of the drill at once,
  /// because somebody waits for a frame.
  mutating func growNothing(by span: Span) {
    let branch = session.current
    guard var nothing = nothings[branch] ?? DoingNothing(beside: branch, of: session) else { return }
    nothings[branch] = nil
    nothing.advance(to: nothing.head + span, beside: session)
    nothings[branch] = nothing
  }

  /// The whole of what comes of doing nothing beside a branch; what was played of it already is not played again.
  func nothing(beside branch: Int) -> Nothing? {
    guard var nothing = nothings[branch] ?? DoingNothing(beside: branch, of: session) else { return nil }
    nothing.advance(to: .latest, beside: session)
    return (nothing.origin, nothing.records)
  }

  /// The report of a branch of the drill as it is played now, beside its parent, the recorded day and doing nothing.
  func report(of branch: Int, beside nothing: Nothing?) -> DrillReport {
    let origin = session.origin(of: branch)
    let own = session.branches.first { $0.number == branch }
    let until = own?.head ?? now
    var beside = Set([0, origin.parent]).sorted(by: >).filter { $0 != branch }.map {
      session.course(of: $0, since: origin.at, until: until)
    }
    if let nothing {
      let day = session.day
      let tally = DrillTally(
        records: nothing.records, plan: day.plan, rules: day.rules, alarms: day.alarms, since: origin.at, until: until)
      beside.append(DrillCourse(.doingNothing, tally))
    }
    return DrillReport(
      beginning.header(of: origin), origin, session.records(of: branch), rules: session.day.rules, beside: beside)
  }

  /// Writes the recorded day beside the branches, so that their reports can be made again at any time.
  func writeDay(to folder: DrillFolder) throws(Failure) {
    try write(session.origin(of: 0), session.day.records, to: DrillCourses.dayFile(in: folder.path))
  }

  /// Writes beside a branch the same hours with nobody doing the team's work.
  func write(_ nothing: Nothing, beside branch: Int, to folder: DrillFolder) throws(Failure) {
    try write(nothing.origin, nothing.records, to: DrillCourses.nothingFile(of: branch, in: folder.path))
  }

  private func write(_ origin: DrillOrigin, _ records: [Record], to path: String) throws(Failure) {
    var header = beginning.header(of: origin)
    // The day goes on after a drill; a recording holds all of its records.
    header.until = max(header.until, session.day.until)
    try storing { () throws(StoreError) in try GrowingRecording(path, header: header, records: records).finish() }
  }
}
