import ArgumentParser
import CaseFlow
import Drill
import Journal
import Screens

/// `jpc replay RECORDING`: a recorded day, on the board or as one document.
struct Replay: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Replay a recorded day on the board.",
    discussion: """
      On the board: p pauses, [ and ] halve and double the speed, the arrows move by 15 minutes, < and > go event \
      by event, ! goes to the next alarm, :goto 14:05 to a time, ? helps, q leaves.

      Times are RFC 3339, or HH:MM of the recording's first day in the center's zone.
      """)

  @Argument(help: "A recording (.ndjson).")
  var recording: String

  @Option(help: ArgumentHelp("How many times faster than life: 0.25 to 3600, or max.", valueName: "N|max"))
  var speed = "60"

  @Flag(help: "Begin paused.")
  var paused = false

  @Option(help: ArgumentHelp("Begin at this time.", valueName: "T"))
  var from: String?

  @Option(help: ArgumentHelp("Stop at this time: what was recorded up to it counts.", valueName: "T"))
  var until: String?

  @Option(help: ArgumentHelp("Replay under another center file: its places and its thresholds.", valueName: "FILE"))
  var center: String?

  @Flag(help: "Print the state at the end instead of opening the board.")
  var headless = false

  @Flag(help: "For a wall: large figures, no names, no keys but q.")
  var wall = false

  @Flag(help: "Print a view as lines of text instead of opening the board.")
  var plain = false

  @Flag(help: "Print a view as a picture (SVG) instead of opening the board.")
  var picture = false

  @Option(help: ArgumentHelp("With --plain or --picture: columns and rows.", valueName: "COLSxROWS"))
  var size: ScreenSize?

  @Option(help: ArgumentHelp("The view to open or print.", valueName: "NAME"))
  var view = ViewName.overview

  @Option(help: ArgumentHelp("With --headless: text or json.", valueName: "FORMAT"))
  var format = OutputFormat.text

  @Option(name: .customLong("as"), help: ArgumentHelp("Who watches and answers alarms.", valueName: "NAME"))
  var actor: String?

  func run() throws {
    try reporting { () throws(Failure) in
      try refuseContradictions()
      let rate = try PlaybackClock.speed(speed)
      let viewer = try ActingPerson.viewer(actor)
      if headless || plain || picture {
        let day = try RecordedDay(path: recording, center: center)
        for warning in day.warnings { standardError(warning) }
        var playback = try day.playback(until: until)
        let start = try playback.instant(from, day.zone)
        playback.seek(to: headless || until != nil ? playback.until : start ?? playback.until)
        standardOutput(output(day, playback))
      } else {
        try BoardLoop.run(
          BoardLoop.Request(
            recording: recording, center: center, from: from, until: until, view: view.board, speed: rate,
            isPaused: paused, isWall: wall, viewer: viewer))
      }
    }
  }

  private func output(_ day: RecordedDay, _ playback: Playback) -> String {
    let refusals = day.refusals(among: playback.position)
    let report = StateReport(
      center: playback.center, alarms: playback.alarms, at: playback.now, zone: day.zone, events: playback.position)
    if headless && format == .json {
      return report.document("jpc.replay/1") { json in
        json.field("refusals", refusals)
        if let drill = day.drill { json.field("drill", drill.sentence) }
      }
    }
    let index = DayIndex(records: day.records, plan: day.plan, rules: day.rules, from: day.from)
    var maker = BoardModelMaker(day: day, index: index, glyphs: Glyphs(picture ? .unicode : .ascii))
    maker.isPaused = true
    let model = maker.model(of: playback)
    if picture { return Replay.picture(model, view.board, (size ?? .usual).size) }
    let size = (size ?? .usual).size
    let text = wall ? plainWall(model, size) : Screens.plain(model, view.board, width: size.width)
    return headless ? text + report.summary + "refused  \(refusals)\n" : text
  }

  private static func picture(_ model: BoardModel, _ view: BoardView, _ size: Size) -> String {
    var state = ViewState(view: view, size: size)
    state.settle(model)
    return screen(model, state, size).svg(title: "jpc")
  }

  /// Options that cannot be meant together.
  private func refuseContradictions() throws(Failure) {
    if [headless, plain, picture].count(where: \.self) > 1 {
      throw .usage("--headless, --plain and --picture exclude each other; give one")
    }
    if view == .arrive {
      throw .usage("--view arrive enters people, and a replay takes no entries; open it with jpc board --view arrive")
    }
    if format == .json && !headless { throw .usage("--format json needs --headless") }
    if size != nil && !plain && !picture {
      throw .usage("--size needs --plain or --picture; the board has its terminal's")
    }
  }
}
