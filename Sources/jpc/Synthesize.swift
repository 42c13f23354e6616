import ArgumentParser
import CaseFlow
import Drill
import Glibc
import Journal

/// `jpc synthesize PROFILE.json --center FILE`: a realistic recorded day fitted to published counts; of a table of days
/// (.csv), a recording of so many days of which only the numbers of people say anything.
struct Synthesize: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make a realistic recorded day from the published counts of a real one.",
    discussion: """
      Arrivals by quarter hour, party sizes, languages and nationalities are the profile's; everything else is \
      simulated, with the engine deciding every step. The people are invented. The same seed gives the same bytes.

      A table of days (.csv) with the columns date, parties, people and overnight_census gives a recording at daily \
      resolution, to try thresholds on with jpc tune.
      """)

  @Argument(help: "A day profile (.json), or a table of days (.csv).")
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

  @Option(
    help: ArgumentHelp("Record so many days, of which the profile's is the last; 1 to 31.", valueName: "N"))
  var days = 1

  @Option(help: ArgumentHelp("Where the recording is written; standard output without it.", valueName: "RECORDING"))
  var out: String?

  func run() throws {
    try reporting { () throws(Failure) in
      if let uc, !(0...0.5).contains(uc) { throw .usage("--uc \(uc) is not a share from 0 to 0.5") }
      if !(1...31).contains(days) { throw .usage("--days \(days) is not a number of days from 1 to 31") }
      if let out, let folder = missingFolder(of: out) {
        throw Failure(sentence: "\(out): its folder \(folder) does not exist; create it first", status: 73)
      }
      let file = try reading { () throws(ReadError) in try CenterFile.read(center) }
      if profile.hasSuffix(".csv") { return try writeTable(file) }
      let counts = try reading { () throws(ReadError) in try DayProfileFile.read(profile) }
      if let people, !(counts.people...20_000).contains(people) {
        throw .usage("--people \(people) must lie between the profile's \(counts.people) and 20000")
      }
      try write(counts, file)
    }
  }

  private func write(_ counts: DayProfile, _ file: CenterFile) throws(Failure) {
    let zone = try zone(of: counts.timezone, from: counts.day.advanced(byDays: -9 - days), until: counts.day)
    let surging = people.map { surge(of: counts, people: $0) }
    let day = Drill.synthesize(
      surging ?? counts, plan: file.plan, alarms: file.alarms, zone: zone, seed: seed, ucShare: uc,
      warmUp: surging == nil ? usualWarmUp : surgeWarmUp, days: days)
    let header = RecordingHeader(
      center: file, from: day.from, until: day.until, zone: zone, rules: day.closing.rules,
      source: counts.sourceStatement(scaled: surging != nil, days: days))
    try writeRecording(header, day.records, to: out)
    for sentence in day.unmet { standardError("warning: \(sentence)") }
    // With the recording on standard output, the figures go where messages go.
    for line in DayFigures(day).lines { if out == nil { standardError(line) } else { standardOutput(line + "\n") } }
  }

  private func writeTable(_ file: CenterFile) throws(Failure) {
    if seed != 1 || uc != nil || people != nil || days != 1 {
      throw .usage("--seed, --uc, --people and --days are for a day profile; a table of days has no use for them")
    }
    let table = try reading { () throws(ReadError) in try DayTableFile.read(profile) }
    for fault in table.faults { standardError("\(fault)") }
    guard table.faults.isEmpty, let first = table.rows.first?.item, let last = table.rows.last?.item else {
      throw Failure(sentence: "\(profile): faults found, nothing was made; correct them and try again", status: 65)
    }
    let zone = try zone(of: file.plan.timezone, from: first.date, until: last.date)
    let made: RecordedDays?
    do throws(Refusal) {
      made = try recording(of: table.rows.map(\.item), plan: file.plan, zone: zone)
    } catch {
      throw Failure(sentence: "\(profile): \(error.sentence)", status: 65)
    }
    guard let made else { return }
    let name = profile.split(separator: "/").last.map(String.init) ?? profile
    let header = RecordingHeader(
      center: file, from: made.from, until: made.until, zone: zone, rules: made.rules,
      source: RecordedDays.sourceStatement(of: name))
    try writeRecording(header, made.records, to: out)
  }

  /// The offsets of a zone on the days from one to another, and three days on.
  private func zone(of name: String, from: CivilDate, until: CivilDate) throws(Failure) -> ZoneOffsets {
    let day = CivilTime.dayMilliseconds
    do throws(ZoneError) {
      return try ZoneFile.offsets(
        of: name, from: Int64(from.daysSinceEpoch) * day, until: Int64(until.daysSinceEpoch + 3) * day)
    } catch {
      throw Failure(sentence: error.description, status: error.exitStatus)
    }
  }

  /// The folder of a file, where there is none: told before minutes of work, not after.
  private func missingFolder(of path: String) -> String? {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    return access(folder, X_OK) == 0 ? nil : folder
  }
}
