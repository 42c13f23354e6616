import CNCurses
import CTerminalRescue
import Glibc
import Screens

// Events in: one thread around one poll().
extension TerminalSession {
  /// How many bytes of input one wake-up takes before something is drawn.
  static let inputBytesMax = 65_536
  static let readBytes = 4_096
  /// A size that has not changed for this long is drawn: dragging an edge is one redraw, in nanoseconds.
  static let resizeSettles: UInt64 = 12_000_000
  /// A size that keeps changing is drawn at least this often, in nanoseconds.
  static let resizeLimit: UInt64 = 100_000_000

  /// Waits for the next event: forever, or until `deadline` (nanoseconds of `MonotonicClock`).
  ///
  /// All input that has come is read and handed over as one event. `watching` are other descriptors to wake up for
  /// (a pipe from a worker, a watched file). Stopping by Ctrl-Z happens within and ends in `.continued`. An end is
  /// told again by every later call.
  package mutating func next(deadline: UInt64? = nil, watching: [Int32] = []) -> TerminalEvent {
    while pending.isEmpty {
      if let ending { return .ended(ending) }
      let wake = [deadline, decoder.deadline, resizing?.settlesAt].compactMap { $0 }.min()
      var descriptors = ([signals, STDIN_FILENO] + watching).map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      let count = Self.wait(&descriptors, until: wake)
      answerSignals()
      if ending == nil, count > 0, descriptors[1].revents != 0 { takeInput() }
      let now = MonotonicClock.now()
      add(decoder.expire(at: now))
      settleSize(at: now)
      let ready = count > 0 ? descriptors.dropFirst(2).filter { $0.revents != 0 }.map(\.fd) : []
      if !ready.isEmpty { pending.append(.ready(ready)) }
      if pending.isEmpty, ending == nil, let deadline, now >= deadline { return .timeout }
    }
    return pending.removeFirst()
  }

  /// Whether something was typed that `next` has not handed over.
  package var hasInput: Bool {
    if !pending.isEmpty { return true }
    var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    return poll(&input, 1, 0) > 0
  }

  private static func wait(_ descriptors: inout [pollfd], until wake: UInt64?) -> Int32 {
    var milliseconds: Int32 = -1
    if let wake {
      let now = MonotonicClock.now()
      let left = wake > now ? wake - now : 0
      // Rounded up, so that it is never too early and the loop does not spin; a distant time is waited for in turns.
      milliseconds = Int32(min((left + 999_999) / 1_000_000, 3_600_000))
    }
    return poll(&descriptors, nfds_t(descriptors.count), milliseconds)
  }

  private mutating func add(_ keys: [Key]) {
    guard !keys.isEmpty else { return }
    if case .keys(let before)? = pending.last {
      pending[pending.count - 1] = .keys(before + keys)
    } else {
      pending.append(.keys(keys))
    }
  }

  // -- Input

  /// Reads what has come. The descriptor is shared with the shell and stays blocking, so each read is asked for first.
  private mutating func takeInput() {
    var taken = 0
    while taken < Self.inputBytesMax {
      let count = read(STDIN_FILENO, &buffer, Self.readBytes)
      if count < 0 && (errno == EINTR || errno == EAGAIN) { return }
      // The end of input, or EIO: the terminal is gone. Keys that came before are still handed over.
      if count <= 0 {
        ending = .hangUp
        return
      }
      add(decoder.feed(buffer[..<count], at: MonotonicClock.now()))
      taken += count
      var more = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
      guard poll(&more, 1, 0) > 0 else { return }
    }
  }

  // -- Signals

  private mutating func answerSignals() {
    let seen = rescue_take_signals()
    guard seen != 0 else { return }
    func has(_ number: Int32) -> Bool { seen & (1 << UInt64(number)) != 0 }
    if end(by: seen) { return }
    if has(SIGTSTP) {
      stop()
    } else if has(SIGCONT) {
      // Stopped by a signal nobody can catch: whoever had the terminal meanwhile left it in a state of theirs.
      Self.leaveScreen(bracketsPaste: abilities.bracketsPaste)
      comeBack()
    }
    if has(SIGWINCH) {
      let now = MonotonicClock.now()
      resizing = (now + Self.resizeSettles, resizing?.limit ?? now + Self.resizeLimit)
    }
  }

  /// Ends the session at once when one of the signals is there to end it; keys not yet handed over are dropped.
  private mutating func end(by signals: UInt64) -> Bool {
    guard let number = [SIGTERM, SIGHUP, SIGINT, SIGQUIT].first(where: { signals & (1 << UInt64($0)) != 0 }) else {
      return false
    }
    pending = []
    ending = .signal(number)
    return true
  }

  /// Gives the terminal back, stops, and takes it again when continued.
  private mutating func stop() {
    Self.leaveScreen(bracketsPaste: abilities.bracketsPaste)
    rescue_stop_self()
    comeBack()
  }

  private mutating func comeBack() {
    let before = shown
    guard enterScreen() else { return }
    // This continuation is answered; a signal to end that came with it is not.
    if end(by: rescue_take_signals()) { return }
    resizing = nil
    let measured = Self.measure()
    let changed = measured != size
    if changed { resize(to: measured) } else if let before { draw(before) }
    pending.append(.continued)
    if changed { pending.append(.resized(measured)) }
  }

  // -- Size

  /// Answers a change of size once it has settled, or has lasted long, or something else is to be shown anyway.
  private mutating func settleSize(at now: UInt64) {
    guard let waiting = resizing, now >= min(waiting.settlesAt, waiting.limit) || !pending.isEmpty else { return }
    resizing = nil
    let measured = Self.measure()
    resize(to: measured)
    pending.insert(.resized(measured), at: 0)
  }

  private mutating func resize(to measured: Size) {
    size = measured
    shown = nil
    cnc_resize(Int32(measured.height), Int32(measured.width))
  }
}
