import Alarms
import CaseFlow
import Drill
import Glibc
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
  /// Whether the plan is another than the recording's own.
  var hasOtherPlan: Bool
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
    title = file.plan.name
    records = recording.records
    plan = file.plan
    alarmPlan = file.alarms
    rules = recording.rules
    zone = recording.zone
    from = recording.header.from
    until = recording.header.until
    hasOtherPlan = center != nil
  }

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

/// The bytes of a recording, read but not yet checked: whether there is one at all is known at once.
struct RecordingFile {
  let path: String
  let bytes: [UInt8]

  init(path: String) throws(Failure) {
    self.path = path
    bytes = try reading { () throws(ReadError) in try FileBytes.readText(path) }
  }
}

extension Playback {
  /// The instant of a time as the command line takes it; nil where none is given.
  func instant(_ text: String?, _ zone: ZoneOffsets) throws(Failure) -> Instant? {
    try Playback.instant(text, zone, from: from, until: until)
  }

  static func instant(_ text: String?, _ zone: ZoneOffsets, from: Instant, until: Instant) throws(Failure) -> Instant? {
    guard let text else { return nil }
    let instant: Instant
    do throws(TimeFault) {
      instant = Instant(milliseconds: try RFC3339.parse(text).milliseconds)
    } catch {
      guard let local = localTime(text, zone, from) else {
        throw .usage("'\(text)' is not a time: \(error.message); give RFC 3339 or HH:MM")
      }
      instant = local
    }
    guard instant >= from, instant <= until else {
      let range = "\(zone.text(from.milliseconds)) to \(zone.text(until.milliseconds))"
      throw .usage("'\(text)' lies outside the recording, which lasts from \(range)")
    }
    return instant
  }

  /// `HH:MM` on the local day on which the recording begins.
  private static func localTime(_ text: String, _ zone: ZoneOffsets, _ from: Instant) -> Instant? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].utf8.count == 2, let hour = Int(parts[0]), let minute = Int(parts[1]),
      let time = CivilTime(date: zone.local(from.milliseconds).date, hour: hour, minute: minute)
    else { return nil }
    switch zone.instants(ofLocal: time) {
    case .none: return nil
    case .one(let milliseconds), .two(let milliseconds, _): return Instant(milliseconds: milliseconds)
    }
  }
}

/// Who watches: a code made of the name given, or of the login name.
enum ViewerName {
  static func code(_ name: String?) throws(Failure) -> Code {
    if let name {
      guard let code = Code(name) else {
        throw .usage(
          "--as '\(printable(name))' is not a name; give 1 to 16 letters, digits, dots, underscores or hyphens")
      }
      return code
    }
    for variable in ["JPC_USER", "LOGNAME", "USER"] {
      if let value = getenv(variable).map({ String(cString: $0) }), let code = Code(value) { return code }
    }
    return Code("viewer")
  }

}
