import ArgumentParser
import CaseFlow
import Drill
import Glibc
import Journal
import Screens
import Terminal

/// `jpc drill SCENARIO`: a recorded day, troubles, and a team that takes over.
struct DrillCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "drill",
    abstract: "Drill a team: play a recorded day, inject trouble, take over.",
    discussion: """
      The recorded day plays until T takes over; from then on the team works with the keys of a center at work, and \
      everyone else is simulated. DRILL stands on every screen and in every file. A drill never opens a center's \
      journal. Ctrl-T ends it at once in a real emergency.

      Each takeover is a branch, written as a recording with its report beside it: jpc replay, check and report read it.

      --headless plays a script: lines of TIME NAME COMMAND, as jpc do reads commands; TIME takeover, wait, back TIME or \
      branch N; and TIME controller fire CODE, hold CODE, release CODE, inject WHAT or end.

      Others join at terminals of their own with --join FOLDER, the folder that the first was given with --out.
      """)

  @Argument(help: "A scenario (.yaml).")
  var file: String?

  @Option(help: ArgumentHelp("Join the drill that another terminal plays in this folder.", valueName: "FOLDER"))
  var join: String?

  @Flag(help: "Play without a board, and print the score.")
  var headless = false

  @Option(help: ArgumentHelp("With --headless: a script of the team, or rules.", valueName: "FILE|rules"))
  var team: String?

  @Option(
    help: ArgumentHelp(
      "Where branches are written; else a new folder under $XDG_DATA_HOME/jpc-drills.", valueName: "FOLDER"))
  var out: String?

  @Option(
    help: ArgumentHelp("Write the report of the branch shown at the end: .md, .html or .json.", valueName: "FILE"))
  var report: String?

  @Flag(help: "Open as the drill controller, who sees what is to come.")
  var controller = false

  @Option(help: ArgumentHelp("The seed of what is simulated, instead of the scenario's.", valueName: "N"))
  var seed: Int?

  @Option(help: ArgumentHelp("How many times faster than life: 0.25 to 3600, or max.", valueName: "N|max"))
  var speed = "1"

  @Flag(help: "Begin paused.")
  var paused = false

  @Option(help: ArgumentHelp("Begin at this time instead of the scenario's.", valueName: "T"))
  var from: String?

  @Flag(help: "Print a view as lines of text instead of opening the board.")
  var plain = false

  @Option(help: ArgumentHelp("With --plain: columns and rows.", valueName: "COLSxROWS"))
  var size: ScreenSize?

  @Option(help: ArgumentHelp("The view to open or print.", valueName: "NAME"))
  var view = ViewName.overview

  @Option(help: ArgumentHelp("With --headless: text or json.", valueName: "FORMAT"))
  var format = OutputFormat.text

  @Option(
    name: .customLong("as"), help: ArgumentHelp("Who acts; else JPC_USER, else the login name.", valueName: "NAME"))
  var actor: String?

  func run() throws {
    var status: Int32 = 0
    try reporting { () throws(Failure) in
      if let join { return try joinDrill(join) }
      try refuseContradictions()
      let scenario = try scenario()
      guard headless || plain else { return try playBoard(scenario) }
      let beginning = try DrillBeginning(scenario, seed: seed)
      for warning in beginning.warnings { standardError(warning) }
      if headless { status = try playHeadless(beginning) } else { standardOutput(try plainView(beginning)) }
    }
    if status != 0 { throw ExitCode(status) }
  }

  private func playHeadless(_ beginning: DrillBeginning) throws(Failure) -> Int32 {
    let script = try team.flatMap { $0 == DrillCommand.rules ? nil : $0 }
      .map { file throws(Failure) in try DrillScript(file, beginning) }
    let folder = try out.map { path throws(Failure) in try DrillFolder(path) }
    // Before anyone takes over, the folder of a drill at a board holds nothing but its door.
    let door = try folder.map { folder throws(Failure) in try DrillDoor(folder.path) }
    defer { door?.close() }
    var player = DrillHeadless(PlayedDrill(beginning, folder: folder))
    if let script { try player.play(script) } else { try player.play(RuleTeam()) }
    standardOutput(try player.summary(format))
    let file = try report.map { path throws(Failure) in try DrillReportFile(path) }
    let failure = player.drill.leave(in: folder, report: file).failure
    if let fault = player.drill.files.fault { throw Failure(sentence: fault, status: 74) }
    if let failure { throw failure }
    return player.hasErrors ? 65 : 0
  }

  private static let rules = "rules"

  private func scenario() throws(Failure) -> String {
    guard let file else { throw .usage("which drill? name a scenario (.yaml), or --join FOLDER") }
    return file
  }

  private func joinDrill(_ folder: String) throws(Failure) {
    guard file == nil, !headless, !plain else {
      throw .usage("--join joins the drill of another terminal; it takes no scenario, --headless or --plain")
    }
    try DrillJoin.run(folder, by: ActingPerson.code(actor), isController: controller)
  }

  private func playBoard(_ scenario: String) throws(Failure) {
    let by = try ActingPerson.code(actor)
    let rate = try PlaybackClock.speed(speed)
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
      throw .usage("a drill at a board needs a terminal; --headless plays one without")
    }
    let request = DrillLoop.Request(
      by: by, view: view.board, isController: controller, speed: rate, isPaused: paused)
    var folder: DrillFolder?
    let (played, reason) = try DrillLoop.run(request, loading: scenario) { () throws(Failure) in
      let beginning = try DrillBeginning(scenario, seed: seed)
      try beginning.admit(by)
      folder = try newFolder(beginning.scenario)
      return try started(beginning, folder)
    }
    try leave(played, in: folder)
    if let reason { reason.leave() }
  }

  /// Writes and names what a drill leaves.
  private func leave(_ played: PlayedDrill, in folder: DrillFolder?) throws(Failure) {
    let file = try report.map { path throws(Failure) in try DrillReportFile(path) }
    for path in played.files.paths { standardOutput("DRILL \(path.printable)\n") }
    let (reports, failure) = played.leave(in: folder, report: file)
    for path in reports { standardOutput("DRILL \(path.printable)\n") }
    if let fault = played.files.fault { throw Failure(sentence: fault, status: 74) }
    if let failure { throw failure }
  }

  private func newFolder(_ scenario: Scenario) throws(Failure) -> DrillFolder {
    if let out { return try DrillFolder(out) }
    return try .usual(scenario.code, at: MachineClock.now())
  }

  private func plainView(_ beginning: DrillBeginning) throws(Failure) -> String {
    let drill = try started(beginning, nil)
    let by = try ActingPerson.viewer(actor)
    let clock = PlaybackClock(at: drill.now, nanoseconds: 0, isPaused: true)
    var host = DrillHost(drill, clock: clock)
    let size = size ?? .usual
    try host.seat(by, view: view.board, glyphs: Glyphs(.ascii), size: size.size, isController: controller)
    return Screens.plain(host.seats[0].board.model, view.board, width: size.columns)
  }

  /// The drill at the instant at which it is opened.
  private func started(_ beginning: DrillBeginning, _ folder: DrillFolder?) throws(Failure) -> PlayedDrill {
    let scenario = beginning.scenario
    let at = try Playback.instant(from, beginning.zone, from: scenario.from, until: scenario.until)
    var drill = PlayedDrill(beginning, folder: folder)
    if let at { drill.seek(to: at) }
    return drill
  }

  /// Options that cannot be meant together.
  private func refuseContradictions() throws(Failure) {
    if headless && plain { throw .usage("--headless and --plain exclude each other; give one") }
    if headless && team == nil { throw .usage("--headless needs a team: --team FILE, a script, or --team rules") }
    if team != nil && !headless { throw .usage("--team goes with --headless; at a board people are the team") }
    if format == .json && !headless { throw .usage("--format json needs --headless") }
    if let report {
      guard !plain else { throw .usage("--report goes with a drill that is played, not with --plain") }
      try DrillReportFile(report).check()
    }
    if size != nil && !plain { throw .usage("--size needs --plain; the board has its terminal's") }
  }
}
