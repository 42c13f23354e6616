import CaseFlow
import Drill
import Glibc
import Journal
import Screens
import Terminal

/// The board of a drill: one thread that waits for keys and time.
struct DrillLoop {
  /// What the command line asked for.
  struct Request {
    var by: Code
    var view: BoardView
    var isController: Bool
    var speed: Double
    var isPaused: Bool
  }

  private var host: DrillHost
  /// Those at other terminals; nil where the drill has no folder to be joined in.
  private var room: DrillRoom?

  /// How often a board on which time passes is drawn at most.
  private static let frameNanoseconds: UInt64 = 250_000_000

  /// How the board was left.
  private enum Way {
    case left, emergency
    case ended(EndReason)
  }

  /// What became of the drill.
  private enum Ending {
    case left(PlayedDrill, EndReason?), emergency(PlayedDrill)
    case failed(Failure)
  }

  /// Opens the board, loads the drill and stays until it is left; answers what was played, and the signal that ended it,
  /// if one did: the program is then to end the way that asks, when everything is written.
  static func run(
    _ request: Request, loading name: String, _ load: () throws(Failure) -> PlayedDrill
  ) throws(Failure) -> (played: PlayedDrill, reason: EndReason?) {
    let session: TerminalSession
    do throws(TerminalError) { session = try TerminalSession(logPath: LogFile.path()) } catch {
      throw Failure(sentence: "\(error) Try --headless.", status: 64)
    }
    switch play(session, request, loading: name, load) {
    case .left(let played, let reason): return (played, reason)
    case .emergency(let played):
      standardOutput(emergency + "\n")
      return (played, nil)
    case .failed(let failure): throw failure
    }
  }

  static let emergency = "REAL EMERGENCY - the drill has ended. Everything that was played is written."

  /// The session lives and dies in here, so that messages come after the terminal is restored.
  private static func play(
    _ opened: consuming TerminalSession, _ request: Request, loading name: String,
    _ load: () throws(Failure) -> PlayedDrill
  ) -> Ending {
    var session = opened
    session.draw(screen(loading: name, size: session.size))
    do throws(Failure) {
      let drill = try load()
      let clock = PlaybackClock(
        at: drill.now, nanoseconds: MonotonicClock.now(), speed: request.speed, isPaused: request.isPaused)
      let room = try drill.files.folder.map { folder throws(Failure) in DrillRoom(try DrillDoor(folder.path)) }
      var loop = DrillLoop(host: DrillHost(drill, clock: clock), room: room)
      defer { loop.room?.end(DrillRoom.over) }
      try loop.host.seat(
        request.by, view: request.view, glyphs: session.glyphs, size: session.size, isController: request.isController)
      let way = try loop.run(&session)
      try loop.host.close()
      switch way {
      case .left: return .left(loop.host.drill, nil)
      case .emergency:
        loop.room?.end(emergency)
        loop.room = nil
        return .emergency(loop.host.drill)
      case .ended(let reason): return .left(loop.host.drill, reason)
      }
    } catch {
      return .failed(error)
    }
  }

  /// The seat at this terminal.
  private var own: BoardSeat {
    get { host.seats[0].board }
    set { host.seats[0].board = newValue }
  }

  private mutating func run(_ session: inout TerminalSession) throws(Failure) -> Way {
    while true {
      session.draw(screen(own.model, own.state, session.size))
      host.seats[0].board.state.wasDrawn()
      if host.seats[0].board.state.bell.rings(for: own.model) { session.ring() }
      room?.show(&host)
      room?.beat(at: MonotonicClock.now())
      switch session.next(deadline: deadline, watching: room?.descriptors ?? []) {
      case .keys(let keys):
        if let way = try take(keys, &session) { return way }
      case .resized(let size):
        host.seats[0].board.state.size = size
        host.seats[0].board.state.settle(own.model)
      case .timeout where own.state.enter.due.map { $0 <= MonotonicClock.now() } ?? false:
        if let way = try take([nil], &session) { return way }
      case .continued: host.resync(at: MonotonicClock.now())
      case .timeout:
        try host.tick(at: MonotonicClock.now())
        if try room?.pass(&host, at: MonotonicClock.now()) == true { return .emergency }
      case .ready:
        try host.tick(at: MonotonicClock.now())
        if try room?.listen(&host, at: MonotonicClock.now()) == true { return .emergency }
      case .ended(let reason): return .ended(reason)
      }
    }
  }

  /// When an Enter that waits counts, else the next frame while time passes.
  private var deadline: UInt64? {
    let frame = host.clock.isPaused ? nil : MonotonicClock.now() + DrillLoop.frameNanoseconds
    return [own.state.enter.due, room?.due(host), room?.beatDue, host.measureDue, frame].compactMap { $0 }.min()
  }

  /// Takes the keys that have come, or nil where only time has passed; answers how the drill was left, if it was.
  private mutating func take(_ keys: [Key?], _ session: inout TerminalSession) throws(Failure) -> Way? {
    let time = MonotonicClock.now()
    // Time goes on under a held key too.
    try host.tick(at: time)
    for typed in keys {
      for key in host.seats[0].board.state.admit(typed, at: time, own.model) {
        // What Enter records has stood on the screen, however fast it was typed.
        if key == .enter, own.state.view == .arrive, own.state.prompt == nil {
          session.draw(screen(own.model, own.state, session.size))
        }
        for effect in try host.press(key, seat: 0, at: time) {
          switch effect {
          case .leave: return .left
          case .emergency: return .emergency
          case .suspend: raise(SIGTSTP)
          case .redraw: session.redraw()
          case .ring: session.ring()
          }
        }
      }
    }
    return nil
  }
}
