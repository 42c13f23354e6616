import Alarms
import CaseFlow
import Glibc
import Journal
import Screens
import Terminal

/// The board of a center at work: one thread that waits for keys, for what others record, and for time.
struct LiveLoop {
  /// What the command line asked for.
  struct Request {
    var folder: String
    var view: BoardView
    var by: Code
    var clock: () -> Instant
    /// The clock, where it goes; a fixed one wakes nobody.
    private(set) var steady: SteadyClock?
    /// Whether the screen hangs on a wall.
    var isWall = false

    /// Goes by the machine's clock, as long as it goes as time passes.
    mutating func goesSteadily() {
      let steady = SteadyClock(machine: MachineClock.now, passed: MachineClock.passed)
      clock = steady.now
      self.steady = steady
    }
  }

  /// How often a board makes sure that its journal is still there: one look at a file, no more.
  private static let lookNanoseconds: UInt64 = 3_000_000_000
  /// How long the journal is left alone after it was read: others may write hundreds of times a second, and keys go
  /// before their news.
  private static let restNanoseconds: UInt64 = 50_000_000
  /// How soon the journal is looked at again that others held.
  private static let againNanoseconds: UInt64 = 5_000_000
  /// How long the screen stands still while others hold the journal.
  private static let patienceNanoseconds: UInt64 = 250_000_000

  private let request: Request
  private let site: Site
  private var live: LiveCenter
  private var seat: BoardSeat
  private var drafts: Drafts
  /// Others held the journal when it was last looked at, or a key came before all of it was read.
  private var isBehind = false
  /// When the journal was last read, on the session's clock.
  private var lookedAt: UInt64 = 0

  /// Opens the board and stays until the operator leaves; a signal ends the program the way it asks.
  static func run(_ request: Request) throws(Failure) {
    let session: TerminalSession
    do throws(TerminalError) { session = try TerminalSession(logPath: LogFile.path()) } catch { throw Failure(error) }
    switch live(session, request) {
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
  private static func live(_ opened: consuming TerminalSession, _ request: Request) -> Ending {
    var session = opened
    session.draw(screen(loading: request.folder, size: session.size))
    do throws(Failure) {
      var loop = try LiveLoop(request, glyphs: session.glyphs, size: session.size)
      let ending = loop.run(&session)
      loop.drafts.keep(loop.seat.draft)
      loop.drafts.close()
      return ending
    } catch {
      return .failed(error)
    }
  }

  private init(_ request: Request, glyphs: Glyphs, size: Size) throws(Failure) {
    self.request = request
    let (site, isNew) = try FirstRun.site(request.folder, now: request.clock())
    self.site = site
    live = try storing { () throws(StoreError) in try site.live(clock: request.clock) }
    live.isAttended = true
    live.advance()
    var state = ViewState(view: request.view, size: size)
    state.isWall = request.isWall
    seat = BoardSeat(LiveModelMaker(by: request.by, glyphs: glyphs, steady: request.steady), state, at: live)
    drafts = Drafts(folder: request.folder, vault: site.vault, by: request.by)
    if let draft = drafts.left() {
      seat.resume(draft, &live)
      if draft.asked != nil { drafts.keep(seat.draft) }
    }
    if isNew { seat.state.say(FirstRun.sentence(request.folder), at: live.now) }
    seat.state.settle(seat.model)
  }

  private mutating func run(_ session: inout TerminalSession) -> Ending {
    var hasLooked = false
    while true {
      // A key that came while the journal was read goes first: one drawing shows both.
      if !hasLooked || !session.hasInput {
        session.draw(screen(seat.model, seat.state, session.size))
        seat.state.wasDrawn()
        // After the echo: a draft may wait for the disk, a key must not.
        drafts.keep(seat.draft)
        if seat.state.bell.rings(for: seat.model) { session.ring() }
      }
      hasLooked = false
      switch wait(&session) {
      case .keys(let keys):
        if take(keys, &session) { return .left }
      case .resized(let size):
        seat.state.size = size
        seat.state.settle(seat.model)
      case .timeout where seat.state.enter.due != nil:
        if take([nil], &session) { return .left }
      case .continued, .timeout:
        look(session)
        hasLooked = true
      case .ready:
        site.drainWatch()
        look(session)
        hasLooked = true
      case .ended(let reason): return .ended(reason)
      }
    }
  }

  /// Waits for the next event; between two of them it looks every few seconds whether the journal is still there, and
  /// draws nothing while it is. What others record in quick succession is one event.
  private mutating func wait(_ session: inout TerminalSession) -> TerminalEvent {
    while true {
      let now = MonotonicClock.now()
      let rested = lookedAt + Self.restNanoseconds
      let isResting = now < rested
      let next = isResting ? rested : now + (isBehind ? Self.againNanoseconds : Self.lookNanoseconds)
      let due = deadline
      let event = session.next(deadline: min(due ?? next, next), watching: isResting ? [] : [site.watch])
      guard case .timeout = event, due.map({ MonotonicClock.now() < $0 }) ?? true else { return event }
      if isResting { continue }
      if isBehind { return .ready([]) }
      guard site.isThere, seat.maker.unreadSince == nil else { return .timeout }
      seat.maker.readAt = request.clock()
      if request.steady?.leap != seat.maker.leap { return .timeout }
    }
  }

  /// When an Enter that waits counts, else the next minute, or the next moment at which an alarm may turn or rings
  /// again, on the session's clock.
  private var deadline: UInt64? {
    if let due = seat.state.enter.due { return due }
    guard request.steady != nil else { return nil }
    let now = live.now
    let minute = Instant(milliseconds: (now.milliseconds / 60_000 + 1) * 60_000)
    let turn = live.alarms.nextTurn.map { max($0, now + Span(milliseconds: 1)) } ?? minute
    let next = min(minute, turn, seat.state.bell.next(for: seat.model) ?? minute)
    return MonotonicClock.now() + UInt64(max(1, (next - request.clock()).milliseconds)) * 1_000_000
  }
}

// What others do, and time.
extension LiveLoop {
  /// Takes what others recorded and lets time pass. A screen on which nothing changed is not written again. Much is taken
  /// in pieces: when a key comes in between, it is answered first, and the rest is read after it.
  private mutating func look(_ session: borrowing TerminalSession) {
    var news = news()
    let shelves = live.alarms.shelves.count { $0.ended == nil }
    while let some = news, some.count == LiveCenter.newsAtOnce {
      live.take(some)
      isBehind = session.hasInput
      if isBehind { return }
      news = self.news()
    }
    isBehind = news == nil
    if isBehind, MonotonicClock.now() < lookedAt + Self.patienceNanoseconds { return }
    lookedAt = MonotonicClock.now()
    seat.release()
    live.take(news ?? [])
    seat.refresh(&live)
    sayWhatCameBack(shelves)
  }

  /// What others recorded since, or nil while they hold the journal; what keeps it from being read is told.
  private mutating func news() -> [Record]? {
    let couldRead = seat.maker.unreadSince == nil
    do throws(StoreError) {
      guard site.isThere else { return unread() }
      guard let news = try live.news() else { return nil }
      seat.maker.unreadSince = nil
      seat.maker.readAt = request.clock()
      return news
    } catch {
      if couldRead { seat.state.say(error.description, at: live.now, isRefusal: true) }
      return unread()
    }
  }

  /// Nothing is known of what others recorded: the screen says since when.
  private mutating func unread() -> [Record] {
    seat.maker.unreadSince = seat.maker.unreadSince ?? seat.maker.readAt ?? live.now
    return []
  }

  /// The end of a shelf is announced.
  private mutating func sayWhatCameBack(_ before: Int) {
    let shelves = live.alarms.shelves
    guard shelves.count(where: { $0.ended == nil }) < before,
      let last = shelves.filter({ $0.ended != nil }).max(by: { ($0.ended ?? $0.since) < ($1.ended ?? $1.since) })
    else { return }
    seat.state.say(Wording.shelfEnded(last.threshold), at: live.now)
  }
}

// Keys.
extension LiveLoop {
  /// Takes the keys that have come, or nil where only time has passed; true when the operator leaves.
  private mutating func take(_ keys: [Key?], _ session: inout TerminalSession) -> Bool {
    let time = MonotonicClock.now()
    for typed in keys {
      for key in seat.state.admit(typed, at: time, seat.model) where press(key, &session) { return true }
    }
    seat.forgetUnsaved(&live)
    return false
  }

  /// Does what one key means; true when the operator leaves.
  private mutating func press(_ key: Key, _ session: inout TerminalSession) -> Bool {
    // What Enter records has stood on the screen, however fast it was typed.
    if key == .enter, seat.state.view == .arrive, seat.state.prompt == nil {
      session.draw(screen(seat.model, seat.state, session.size))
    }
    let silences = seat.state.bell.silences
    let actions = reduce(key, seat.model, &seat.state)
    if seat.state.bell.silences != silences, let until = seat.state.bell.mutedUntil { mute(until) }
    for action in actions {
      switch perform(action, &session) {
      case .left: return true
      case .refused: break
      case .done: continue
      }
      break
    }
    if seat.state.view != seat.maker.shown { seat.refresh(&live) }
    return false
  }

  /// A silence begins with the key, and not when the screen was last made, up to a minute before.
  private mutating func mute(_ until: Instant) {
    let shown = seat.model.now
    seat.refresh(&live)
    seat.state.bell.mute(until: until + (seat.model.now - shown))
  }

  private enum Outcome {
    case done, refused, left
  }

  /// Carries out what a key asked for.
  private mutating func perform(_ action: BoardAction, _ session: inout TerminalSession) -> Outcome {
    if let event = action.answer(by: seat.by) {
      _ = try? seat.record(event, &live)
      return .done
    }
    switch action {
    case .quit: return .left
    case .suspend: raise(SIGTSTP)
    case .redraw: session.redraw()
    case .bell: session.ring()
    case .enter(let entry):
      do throws(EntryFault) {
        _ = try seat.enter(entry, &live, keep: { drafts.keep($0, durably: $1) })
      } catch {
        return .refused
      }
    case .keyAgain(let id): seat.keyAgain(id, live)
    // Only a replay and a drill move in time.
    default: break
    }
    return .done
  }
}
