import ArgumentParser
import CaseFlow
import Journal
import Screens

/// `jpc board`, or `jpc` alone: the board of a center at work.
struct Board: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Open the board of the center.",
    discussion: """
      The first run creates a training center. On the board: 3 enters arrivals, 2 serves a queue, 9 shows the desks, \
      ? helps, q leaves. Several boards, on several terminals, show one center.
      """)

  @OptionGroup var folder: DataFolder

  @Option(help: ArgumentHelp("The view to open or print.", valueName: "NAME"))
  var view = ViewName.overview

  @Flag(help: "For a wall: large figures, no names, no keys but q.")
  var wall = false

  @Flag(help: "Print the view as lines of text instead of opening the board.")
  var plain = false

  @Option(help: ArgumentHelp("With --plain: columns and rows.", valueName: "COLSxROWS"))
  var size: ScreenSize?

  @OptionGroup var actor: ActorOptions

  @OptionGroup var time: ClockOption

  func run() throws {
    try reporting { () throws(Failure) in
      if size != nil && !plain { throw .usage("--size needs --plain; the board has its terminal's") }
      var request = LiveLoop.Request(
        folder: try folder.path(), view: view.board, by: try actor.by(), clock: try time.clock(), isWall: wall)
      if time.fixed == nil { request.goesSteadily() }
      if plain { try printPlain(request) } else { try LiveLoop.run(request) }
    }
  }

  private func printPlain(_ request: LiveLoop.Request) throws(Failure) {
    let (site, isNew) = try FirstRun.site(request.folder, now: request.clock())
    if isNew { standardError(FirstRun.sentence(request.folder.printable)) }
    var live = try storing { () throws(StoreError) in try site.live(clock: request.clock) }
    live.advance()
    var maker = LiveModelMaker(by: request.by, glyphs: Glyphs(.ascii))
    let model = maker.model(of: live, showing: request.view)
    let size = (size ?? .usual).size
    standardOutput(wall ? plainWall(model, size) : Screens.plain(model, request.view, width: size.width))
  }
}
