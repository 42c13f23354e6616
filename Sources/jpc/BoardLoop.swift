import CaseFlow
import Drill
import Glibc
import Screens
import Terminal

/// The board of a replay: one thread that waits for keys and time, and draws when something changed.
struct BoardLoop {
  /// What the command line asked for.
  struct Request {
    var recording: String
    var center: String?
    var from: String?
    var until: String?
    var view: BoardView
    var speed: Double
    var isPaused: Bool
    var isWall = false
    var viewer: Code
  }

  private var playback: Playback
  private var clock: PlaybackClock
  private var maker: BoardModelMaker
  private var model: BoardModel
  private var state: ViewState
  private let viewer: Code

  /// How often a playing board is drawn at most: what changes faster is read by nobody.
  private static let frameNanoseconds: UInt64 = 250_000_000

  /// Opens the board and stays until the viewer leaves; a signal ends the program the way it asks.
  static func run(_ request: Request) throws(Failure) {
    // A file that cannot be read is told before the screen is touched; one that is not sound, after it is back.
    let file = try RecordingFile(path: request.recording)
    let session: TerminalSession
    do throws(TerminalError) { session = try TerminalSession(logPath: LogFile.path()) } catch { throw Failure(error) }
    switch live(session, request, file) {
    case .left: return
    case .failed(let failure): throw failure
    case .ended(let reason): reason.leave()
    }
  }

  private enum Ending {
    case left
    case failed(Failure)
    case ended(EndReason)
  }

  /// The session lives and dies in here, so that messages come after the terminal is restored.
  private static func live(
    _ opened: consuming TerminalSession, _ request: Request, _ file: RecordingFile
  ) -> Ending {
    var session = opened
    session.draw(screen(loading: request.recording, size: session.size))
    do throws(Failure) {
      var loop = try BoardLoop(request, file, glyphs: session.glyphs, size: session.size)
      return loop.run(&session)
    } catch {
      return .failed(error)
    }
  }

  private init(_ request: Request, _ file: RecordingFile, glyphs: Glyphs, size: Size) throws(Failure) {
    let day = try RecordedDay(file, center: request.center)
    playback = try day.playback(until: request.until)
    if let from = try playback.instant(request.from, day.zone) { playback.seek(to: from) }
    let index = DayIndex(records: day.records, plan: day.plan, rules: day.rules, from: day.from)
    clock = PlaybackClock(
      at: playback.now, nanoseconds: MonotonicClock.now(), speed: request.speed, isPaused: request.isPaused)
    maker = BoardModelMaker(day: day, index: index, glyphs: glyphs)
    maker.speed = clock.speed
    maker.isPaused = clock.isPaused
    model = maker.model(of: playback)
    state = ViewState(view: request.view, size: size)
    state.isWall = request.isWall
    state.settle(model)
    viewer = request.viewer
    for warning in day.warnings { state.say(warning, at: playback.now) }
  }

  private mutating func run(_ session: inout TerminalSession) -> Ending {
    while true {
      session.draw(screen(model, state, session.size))
      state.wasDrawn()
      let deadline = clock.isPaused ? nil : MonotonicClock.now() + BoardLoop.frameNanoseconds
      switch session.next(deadline: deadline) {
      case .keys(let keys):
        // Time goes on under a held key too.
        if !clock.isPaused { advance() }
        for key in keys {
          for action in reduce(key, model, &state) {
            if perform(action, &session) { return .left }
          }
        }
      case .resized(let size):
        state.size = size
        state.settle(model)
      case .continued: if !clock.isPaused { clock.set(playback.now, at: MonotonicClock.now()) }
      case .timeout: advance()
      case .ready: break
      case .ended(let reason): return .ended(reason)
      }
    }
  }

  /// Lets the recording run to what the clock shows; at its end it pauses.
  private mutating func advance() {
    let target = clock.instant(at: MonotonicClock.now())
    playback.seek(to: target)
    if target >= playback.until {
      clock.set(playback.until, at: MonotonicClock.now())
      clock.pause(at: MonotonicClock.now())
    }
    refresh()
  }

  /// Makes the model of the playback as it is now.
  private mutating func refresh() {
    maker.speed = clock.speed
    maker.isPaused = clock.isPaused
    model = maker.model(of: playback)
    state.settle(model)
  }

  /// Shows another instant and goes on from there.
  private mutating func jump(_ move: (inout Playback) -> Void) {
    move(&playback)
    clock.set(playback.now, at: MonotonicClock.now())
    refresh()
  }

  /// Carries out what a key asked for; true when the viewer leaves.
  private mutating func perform(_ action: BoardAction, _ session: inout TerminalSession) -> Bool {
    let now = MonotonicClock.now()
    if let event = action.answer(by: viewer) {
      // The recording stays as it is.
      playback.respond(event, by: viewer)
      refresh()
      return false
    }
    switch action {
    case .quit: return true
    case .suspend: raise(SIGTSTP)
    case .redraw: session.redraw()
    case .bell: session.ring()
    case .pause:
      if clock.isPaused { clock.resume(at: now) } else { clock.pause(at: now) }
      refresh()
    case .faster:
      clock.faster(at: now)
      refresh()
    case .slower:
      clock.slower(at: now)
      refresh()
    case .seek(let span): jump { $0.seek(to: $0.now + span) }
    case .seekTo(let instant): jump { $0.seek(to: instant) }
    case .step(let direction):
      clock.pause(at: now)
      jump { if direction > 0 { $0.stepForward() } else { $0.stepBack() } }
    case .nextAlarm: nextAlarm()
    // Only a center at work takes entries, and only a drill has branches and injects.
    default: break
    }
    return false
  }

  private mutating func nextAlarm() {
    guard let instant = playback.nextAlarm() else {
      state.say(Wording.noNextAlarm, at: playback.now)
      return
    }
    clock.pause(at: MonotonicClock.now())
    jump { $0.seek(to: instant) }
    state.say(Wording.pausedAtAlarm, at: playback.now)
  }
}
