import ArgumentParser
import CaseFlow
import Drill
import Glibc
import Journal

/// `jpc synthesize PROFILE.json --center FILE`: a realistic recorded day fitted to published counts.
struct Synthesize: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make a realistic recorded day from the published counts of a real one.",
    discussion: """
      Arrivals by quarter hour, party sizes, languages and nationalities are the profile's; everything else is \
      simulated, with the engine deciding every step. The people are invented. The same seed gives the same bytes.
      """)

  @Argument(help: "A day profile (.json).")
  var profile: String

  @Option(help: ArgumentHelp("The center file (.yaml).", valueName: "FILE"))
  var center: String

  @Option(help: ArgumentHelp("The seed of the simulated part.", valueName: "N"))
  var seed: UInt64 = 1

  @Option(help: ArgumentHelp("Share of people who are children alone, 0 to 0.5.", valueName: "SHARE"))
  var uc: Double?

  @Option(
    help: ArgumentHelp("Keep the profile's shares but let so many people come, in buses: a surge.", valueName: "N"))
  var people: Int?

  @Option(help: ArgumentHelp("Where the recording is written; standard output without it.", valueName: "RECORDING"))
  var out: String?

  func run() throws {
    try reporting { () throws(Failure) in
      if let uc, !(0...0.5).contains(uc) { throw .usage("--uc \(uc) is not a share from 0 to 0.5") }
      if let out, let folder = missingFolder(of: out) {
        throw Failure(sentence: "\(out): its folder \(folder) does not exist; create it first", status: 73)
      }
      let file = try reading { () throws(ReadError) in try CenterFile.read(center) }
      let counts = try reading { () throws(ReadError) in try DayProfileFile.read(profile) }
      if let people, !(counts.people...20_000).contains(people) {
        throw .usage("--people \(people) must lie between the profile's \(counts.people) and 20000")
      }
      try write(counts, file)
    }
  }

  private func write(_ counts: DayProfile, _ file: CenterFile) throws(Failure) {
    let midnight = CivilTime(date: counts.day, hour: 0, minute: 0)
    let start = Instant(milliseconds: midnight?.milliseconds(offsetSeconds: 0) ?? 0)
    let zone: ZoneOffsets
    do throws(ZoneError) {
      zone = try ZoneFile.offsets(
        of: counts.timezone, from: (start - .days(10)).milliseconds, until: (start + .days(3)).milliseconds)
    } catch {
      throw Failure(sentence: error.description, status: error.exitStatus)
    }
    let surging = people.map { surge(of: counts, people: $0) }
    let day = Drill.synthesize(
      surging ?? counts, plan: file.plan, alarms: file.alarms, zone: zone, seed: seed, ucShare: uc,
      warmUp: surging == nil ? usualWarmUp : surgeWarmUp)
    let header = RecordingHeader(
      center: file, from: day.from, until: day.until, zone: zone, rules: day.closing.rules,
      source: counts.sourceStatement(scaled: surging != nil))
    if let out {
      try writing { () throws(WriteError) in
        var writer = try RecordingWriter(out, header: header)
        for record in day.records { try writer.append(record) }
        try writer.finish()
      }
    } else {
      var encoder = RecordingEncoder(zone: zone)
      standardOutput(String(decoding: encoder.line(header), as: UTF8.self))
      for record in day.records { standardOutput(String(decoding: encoder.line(record), as: UTF8.self)) }
    }
    for sentence in day.unmet { standardError("warning: \(sentence)") }
    // With the recording on standard output, the figures go where messages go.
    for line in DayFigures(day).lines { if out == nil { standardError(line) } else { standardOutput(line + "\n") } }
  }

  /// The folder of a file, where there is none: told before minutes of work, not after.
  private func missingFolder(of path: String) -> String? {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    return access(folder, X_OK) == 0 ? nil : folder
  }
}
