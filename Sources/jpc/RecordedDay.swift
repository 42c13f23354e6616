import Alarms
import CaseFlow
import Drill
import Journal

/// A recording, read and checked, with the plan it is replayed under.
struct RecordedDay {
  var title: String
  var records: [Record]
  var plan: CenterPlan
  var alarmPlan: AlarmPlan
  var rules: RuleSet
  var zone: ZoneOffsets
  var from: Instant
  var until: Instant
  /// Of which drill this is a branch; nil for a recorded day.
  var drill: DrillOrigin?
  /// Whether the plan is another than the recording's own.
  var hasOtherPlan: Bool
  /// Whether the file ends in the middle of a record.
  var isCutShort: Bool
  /// What the viewer should know although the file was read.
  var warnings: [String]

  /// Reads a recording, and a center file to replay it under if one is named.
  init(path: String, center: String?) throws(Failure) {
    try self.init(RecordingFile(path: path), center: center)
  }

  init(_ source: RecordingFile, center: String?) throws(Failure) {
    let recording = try reading { () throws(ReadError) in try Recording.read(source.bytes, file: source.path) }
    warnings = recording.warnings.map { "warning: \($0)" }
    var file = recording.header.center
    if let center {
      file = try reading { () throws(ReadError) in try CenterFile.read(center) }
    }
    drill = recording.header.drill
    let name = drill?.sentence ?? file.plan.name
    title = recording.warnings.isEmpty ? name : name + RecordedDay.cutShort
    records = recording.records
    plan = file.plan
    plan.zone = recording.zone
    alarmPlan = file.alarms
    rules = recording.rules
    zone = recording.zone
    from = recording.header.from
    // What was cut off did not happen as far as anyone knows: the day ends with the last whole record.
    isCutShort = !recording.warnings.isEmpty
    until = isCutShort ? records.last?.recorded ?? recording.header.from : recording.header.until
    if isCutShort, records.isEmpty {
      throw Failure(
        sentence: "\(source.path): is cut short before its first whole record; nothing can be shown", status: 65)
    }
    hasOtherPlan = center != nil
  }

  /// Stands beside the title as long as the board does.
  private static let cutShort = " (CUT SHORT)"

  /// A playback that ends at `until`, or at the end of the recording.
  func playback(until text: String?) throws(Failure) -> Playback {
    let last = try Playback.instant(text, zone, from: from, until: until) ?? until
    return Playback(
      records: records.filter { $0.recorded <= last }, plan: plan, rules: rules, alarmPlan: alarmPlan, from: from,
      until: last)
  }

  /// How many of the first records another plan would have refused; they happened and count all the same.
  func refusals(among count: Int) -> Int {
    guard hasOtherPlan else { return 0 }
    var center = Center(plan: plan, rules: rules)
    var refused = 0
    for record in records.prefix(count) {
      if center.objection(to: record) != nil { refused += 1 }
      center.apply(record)
    }
    return refused
  }
}

extension DrillOrigin {
  /// What a branch of a drill is called: `DRILL FIRST-TEN, branch 2 of 1`, or `branch 1`, of the recorded day.
  var sentence: String { "DRILL \(scenario.code), branch \(branch)" + (parent > 0 ? " of \(parent)" : "") }
}

/// The bytes of a recording, read but not yet checked: whether there is one at all is known at once.
struct RecordingFile {
  let path: String
  let bytes: [UInt8]

  init(path: String) throws(Failure) {
    self.path = path
    if path.hasSuffix(".yaml") || path.hasSuffix(".yml") {
      throw Failure(sentence: "\(path): is a center file; name a recording (.ndjson)", status: 65)
    }
    bytes = try reading { () throws(ReadError) in try FileBytes.readText(path) }
  }
}
