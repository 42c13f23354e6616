import Alarms
import ArgumentParser
import CaseFlow
import Drill
import Journal
import Screens

/// `jpc report day`: what happened on a day; the hand-over sheet of a shift; the draft about a crisis or a drill.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write the report of a day, the hand-over sheet of a shift, or the draft about a crisis or a drill.",
    discussion: """
      The report is drafted from the journal, or from a recording if one is named. It holds numbers, codes and times, \
      and no names of people. Times are the center's own. The report of a drill is drafted from the recording of one of \
      its branches, beside what it is compared with where that lies in the same folder.
      """)

  enum Kind: String, ExpressibleByArgument, CaseIterable {
    case shift, day, crisis, drill
  }

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case md, html, json
  }

  @Argument(help: "shift, day, crisis or drill.")
  var kind: Kind

  @Argument(help: ArgumentHelp("A recording instead of the journal.", valueName: "RECORDING"))
  var recording: String?

  @Option(
    help: ArgumentHelp(
      "The day, in the center's zone; without it today, or the day on which a recording begins.",
      valueName: "YYYY-MM-DD"))
  var date: String?

  @Option(help: ArgumentHelp("md (Markdown), html or json.", valueName: "FORMAT"))
  var format = Format.md

  @OptionGroup var folder: DataFolder
  @OptionGroup var time: ClockOption

  func run() throws {
    try reporting { () throws(Failure) in
      if date != nil, kind != .day {
        throw .usage("--date goes with `report day`; a \(kind.rawValue) has its own time")
      }
      if kind == .drill {
        standardOutput(try drill())
        return
      }
      let source = try ReportSource(recording: recording, folder: folder, clock: time.clock())
      standardOutput(try text(of: source))
    }
  }

  private func text(of source: ReportSource) throws(Failure) -> String {
    let (folded, figures) = try figures(of: source)
    let writer = ReportWriter(folded.center, folded.board, source.zone, until: folded.until)
    if format == .json { return ReportDocument(kind.rawValue, folded, figures, source.zone).json }
    let report: Report? =
      switch kind {
      case .day: writer.day(figures)
      case .shift: writer.shift(figures)
      case .crisis: writer.afterAction
      case .drill: nil
      }
    guard var report else { throw ReportCommand.noCrisis }
    if let drill = source.drill { report.title = "\(drill.sentence): \(report.title)" }
    return format == .html ? report.html : report.markdown
  }

  /// The after-action report of a branch of a drill.
  private func drill() throws(Failure) -> String {
    guard let recording else {
      throw .usage("report drill needs the recording of a branch: jpc report drill FOLDER/branch-1.ndjson")
    }
    let file = try RecordingFile(path: recording)
    let read = try reading { () throws(ReadError) in try Recording.read(file.bytes, file: recording) }
    for warning in read.warnings { standardError("jpc: warning: \(warning)".printable) }
    guard let origin = read.header.drill else {
      throw Failure(sentence: "\(recording): is of no drill; `jpc report day` tells what happened", status: 65)
    }
    let until = max(read.records.last?.recorded ?? origin.at, origin.at)
    let beside = try DrillCourses.beside(recording, origin, until: until)
    return DrillReport(read.header, origin, read.records, rules: read.rules, beside: beside).text(format)
  }

  /// The center at the end of what is asked for, and the figures up to there.
  private func figures(of source: ReportSource) throws(Failure) -> (ReportSource.Folded, PeriodFigures) {
    if kind == .day {
      let day = try source.day(date)
      return source.figures(from: day.from, until: day.until)
    }
    let end = source.folded(from: source.from, until: source.until)
    if kind == .shift {
      let start = ReportWriter(end.center, end.board, source.zone, until: end.until).shiftStart
      return source.figures(from: start, until: source.until)
    }
    guard let crisis = end.board.crises.last, let start = crisis.proposed ?? crisis.declared else {
      throw ReportCommand.noCrisis
    }
    return source.figures(from: start, until: source.until)
  }

  private static let noCrisis = Failure(
    sentence: "no crisis was proposed or declared; `jpc report day` tells what happened", status: 1)
}

/// The records that a report is made of, with their center and its time.
struct ReportSource {
  let records: [Record]
  let zone: ZoneOffsets
  let from: Instant
  /// Now for a center at work, the end of a recording else.
  let until: Instant
  private let recording: Recording

  /// Reads a recording where one is named, the journal else.
  init(recording path: String?, folder: DataFolder, clock: () -> Instant) throws(Failure) {
    if let path {
      let file = try RecordingFile(path: path)
      recording = try reading { () throws(ReadError) in try Recording.read(file.bytes, file: path) }
      for warning in recording.warnings { standardError("jpc: warning: \(warning)".printable) }
      until = max(recording.header.until, recording.records.last?.recorded ?? recording.header.until)
    } else {
      let path = try folder.path()
      recording = try storing { () throws(StoreError) in try Site.open(path).recording() }
      until = max(clock(), recording.records.last?.recorded ?? .earliest)
    }
    records = recording.records
    zone = recording.zone
    from = recording.header.from
  }

  /// A center and its alarms at an instant, and what was counted as a period before it began.
  struct Folded {
    var center: Center
    var board: AlarmBoard
    var before: Counts
    var until: Instant
  }

  /// Of which drill the recording is a branch; nil for a center's work.
  var drill: DrillOrigin? { recording.header.drill }

  /// What the records make of the center up to an instant.
  func folded(from: Instant, until: Instant) -> Folded {
    var center = recording.emptyCenter
    var board = AlarmBoard(plan: recording.alarmPlan, center: center)
    var before: Counts?
    for record in records where record.recorded <= until {
      if record.recorded >= from, before == nil { before = center.counts }
      center.apply(record)
      board.observe(record, center)
    }
    board.advance(to: until)
    return Folded(center: center, board: board, before: before ?? center.counts, until: until)
  }

  func figures(from: Instant, until: Instant) -> (Folded, PeriodFigures) {
    let folded = folded(from: from, until: until)
    return (
      folded, PeriodFigures(folded.center, folded.board, before: folded.before, from: from, until: until)
    )
  }

  /// The first and the last instant of a local day, up to now where it goes on.
  ///
  /// A day on which the clock changes has 23 or 25 hours, and all of them count.
  func day(_ text: String?) throws(Failure) -> (from: Instant, until: Instant) {
    let here = zone.local((recording.header.until < until ? until : from).milliseconds).date
    let date = try text.map { text throws(Failure) in try ReportSource.date(text) } ?? here
    let start = Instant(milliseconds: zone.startOfDay(date))
    let end = Instant(milliseconds: zone.startOfDay(date.advanced(byDays: 1)) - 1)
    guard start <= until, end >= from else {
      throw .usage(
        "--date \(text ?? "") lies outside what is recorded, from \(TimeText.day(from, zone)) to "
          + TimeText.day(until, zone))
    }
    return (start, min(end, until))
  }

  private static func date(_ text: String) throws(Failure) -> CivilDate {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    if text.utf8.count == 10, parts.count == 3, let year = Int(parts[0]), let month = Int(parts[1]),
      let day = Int(parts[2]), let date = CivilDate(year: year, month: month, day: day)
    {
      return date
    }
    throw .usage("--date '\(text)' is not a day; write it like 2026-03-14")
  }
}
