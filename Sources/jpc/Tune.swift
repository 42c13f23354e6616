import Alarms
import ArgumentParser
import CaseFlow
import Journal

/// `jpc tune RECORDING… --center FILE`: which alarms another center file would have raised on recorded days.
struct Tune: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Try the thresholds of another center file on recorded days.",
    discussion: """
      Replays each recording twice: under the center file of its own header, or that of --against, and under that of \
      --center. Lists the alarms gained, lost, earlier and later, and by how much. Values that people changed during \
      the recording hold before, and not under the file that is tried. Nothing is written.
      """)

  @Argument(help: "Recordings (.ndjson), one after another.")
  var recordings: [String]

  @Option(help: ArgumentHelp("The center file to try: its places and its thresholds.", valueName: "FILE"))
  var center: String

  @Option(help: ArgumentHelp("Compare with this center file instead of the recording's own.", valueName: "FILE"))
  var against: String?

  @Option(help: ArgumentHelp("text or json.", valueName: "FORMAT"))
  var format = OutputFormat.text

  func run() throws {
    try reporting { () throws(Failure) in
      let candidate = try sound(center)
      var baseline: CenterFile?
      if let against { baseline = try sound(against) }
      var report = TuningReport(center: center, against: against)
      for path in recordings {
        let file = try RecordingFile(path: path)
        let recording = try reading { () throws(ReadError) in try Recording.read(file.bytes, file: path) }
        for warning in recording.warnings { standardError("warning: \(warning)") }
        report.days.append(TunedDays(path, recording, before: baseline ?? recording.header.center, after: candidate))
      }
      standardOutput(format == .json ? report.document : report.text)
    }
  }

  /// A center file without faults; otherwise every fault is told.
  private func sound(_ path: String) throws(Failure) -> CenterFile {
    let bytes = try reading { () throws(ReadError) in try FileBytes.readText(path, bytesMax: YAMLDocument.bytesMax) }
    let (file, faults) = CenterFile.read(bytes, file: path)
    for fault in faults { standardError("\(fault)") }
    if faults.isEmpty { return file }
    throw Failure(sentence: "\(path): faults found; correct them, ask jpc check, and try again", status: 65)
  }
}

/// One recording under two center files.
struct TunedDays {
  var path: String
  /// What it is called where it is a branch of a drill.
  var drill: String?
  var zone: ZoneOffsets
  var from: Instant
  var until: Instant
  var records: Int
  /// Every level of either file.
  var rows: [TuningRow]
  /// What the crisis rules proposed.
  var proposals: [TunedAlarm]
  /// Alarms that were suppressed or shelved all the time and asked for nobody.
  var silent: (before: Int, after: Int)

  init(_ path: String, _ recording: Recording, before: CenterFile, after: CenterFile) {
    self.path = path
    drill = recording.header.drill?.sentence
    zone = recording.zone
    from = recording.header.from
    until = recording.warnings.isEmpty ? recording.header.until : recording.records.last?.recorded ?? from
    records = recording.records.count
    let old = TunedDays.run(recording, under: before, until: until, keepsValues: false)
    let new = TunedDays.run(recording, under: after, until: until, keepsValues: true)
    rows = Tuning.rows((before.alarms, after.alarms), before: old.activations, after: new.activations)
    proposals = Tuning.matched(old.proposals, new.proposals)
    silent = (old.silentAlarms, new.silentAlarms)
  }

  private static func run(
    _ recording: Recording, under file: CenterFile, until: Instant, keepsValues: Bool
  ) -> TuningRun {
    var center = Center(plan: file.plan, rules: recording.rules)
    var run = TuningRun(plan: file.alarms, center: center, keepsValues: keepsValues)
    for record in recording.records {
      center.apply(record)
      run.observe(record, center)
    }
    run.advance(to: until)
    return run
  }
}
