import CNCurses
import CTerminalRescue
import Glibc
package import Screens

/// The screen and the keyboard, from opening to restoring.
///
/// One thread owns it. Whichever way it ends - `close()`, leaving the scope, `exit`, a signal, a crash - the terminal
/// is as it was before.
///
///     var session = try TerminalSession()
///     session.draw(frame)
///     while true {
///       switch session.next() { ... }
///     }
package struct TerminalSession: ~Copyable {
  /// The terminal's size now.
  package internal(set) var size: Size
  /// What the terminal can show.
  package let abilities: Abilities

  let palette: Palette
  let signals: Int32
  let savedError: Int32
  /// What is on the screen, or nil when that is not known.
  var shown: Frame?
  var showsCursor = true
  var decoder = KeyDecoder()
  var pending: [TerminalEvent] = []
  var ending: EndReason?
  var resizing: (settlesAt: UInt64, limit: UInt64)?
  /// When the bell may ring again.
  var quietUntil: UInt64 = 0
  var buffer = [UInt8](repeating: 0, count: TerminalSession.readBytes)

  /// The glyphs screens may draw with here.
  package var glyphs: Glyphs { Glyphs(abilities.glyphs) }

  /// Opens the screen on standard input and output; there is nothing to see before the first `draw`.
  ///
  /// While it is open, standard error goes to the file at `logPath` if it is a terminal and a path is given; the file
  /// is made for its owner alone. Throws when there is no terminal or it cannot show a screen.
  package init(logPath: String? = nil) throws(TerminalError) {
    self.init(opened: try Self.open(logPath: logPath))
  }

  /// What opening leaves to remember.
  private struct Opened {
    var abilities: Abilities
    var palette: Palette
    var signals: Int32
    var savedError: Int32
  }

  private init(opened: Opened) {
    abilities = opened.abilities
    palette = opened.palette
    signals = opened.signals
    savedError = opened.savedError
    size = Self.measure()
    cnc_resize(Int32(size.height), Int32(size.width))
    Self.writeModes(abilities)
  }

  /// Restores the terminal, standard error and the signals' default actions.
  package consuming func close() {}

  deinit {
    // A terminal that nobody reads any more must not hold the program here.
    rescue_limit_time(UInt32(RESCUE_PATIENCE_SECONDS))
    Self.leaveScreen(bracketsPaste: abilities.bracketsPaste)
    cnc_close()
    rescue_lift_limit()
    rescue_release_signals()
    Self.restoreError(savedError)
  }
}

// Opening.
extension TerminalSession {
  private static func open(logPath: String?) throws(TerminalError) -> Opened {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1,
      rescue_remember_terminal(STDIN_FILENO, STDOUT_FILENO)
    else { throw .notATerminal }
    let abilities = try judgeTerminal()
    let savedError = try redirectError(to: logPath)
    if abilities.glyphs == .ascii { cnc_assume_utf8() }
    // Handlers stand before ncurses starts, which then leaves these signals alone.
    let restoring = restoringBytes(abilities)
    rescue_set_bytes(restoring, restoring.count)
    let signals = rescue_catch_signals()
    rescue_catch_crashes()
    rescue_own_screen(true)
    guard signals >= 0, cnc_open() else {
      rescue_restore_modes()
      rescue_release_signals()
      restoreError(savedError)
      throw .screen
    }
    let palette = Palette(depth: abilities.depth > .mono && cnc_start_colors() ? abilities.depth : .mono)
    palette.definePairs()
    return Opened(abilities: abilities, palette: palette, signals: signals, savedError: savedError)
  }

  private static func judgeTerminal() throws(TerminalError) -> Abilities {
    let localeIsUTF8 = cnc_take_locale()
    let term = environment("TERM")
    guard !term.isEmpty else { throw .noTerminalName }
    switch cnc_probe(term) {
    case CNC_TERMINAL_USABLE: break
    case CNC_TERMINAL_DUMB: throw .dumbTerminal(term)
    default: throw .unknownTerminal(term)
    }
    let localeNames = ["LC_ALL", "LC_CTYPE", "LANG"].map { environment($0) }
    return Abilities(
      Abilities.Facts(
        term: term, localeIsUTF8: localeIsUTF8, colorCount: Int(cnc_color_count()), drawsLines: cnc_draws_lines(),
        localeName: localeNames.first(where: { !$0.isEmpty }) ?? "", noColor: environment("NO_COLOR")))
  }

  private static func environment(_ name: String) -> String {
    getenv(name).map { String(cString: $0) } ?? ""
  }
}

// The bell.
extension TerminalSession {
  /// How long the bell is silent once it rang, in nanoseconds.
  private static let quiet: UInt64 = 250_000_000

  /// Rings once. A key held down, or a burst of them, is one sound and not a siren.
  package mutating func ring() {
    let now = MonotonicClock.now()
    guard now >= quietUntil else { return }
    quietUntil = now + Self.quiet
    Self.writeAll([7])
  }
}

// The terminal's modes.
extension TerminalSession {
  /// Gives the terminal back: to the shell while stopped, or for good.
  static func leaveScreen(bracketsPaste: Bool) {
    guard cnc_leave() else { return }
    if bracketsPaste { writeAll(Array("\u{1B}[?2004l".utf8)) }
    rescue_restore_modes()
  }

  /// Takes the terminal again after it was somebody else's; everything is drawn anew. False when it is not to be had,
  /// or a signal to end came meanwhile.
  mutating func enterScreen() -> Bool {
    // Continued in the background, the program stops again before it writes over somebody's screen.
    guard rescue_wait_for_foreground() else {
      let number = rescue_ending_signal()
      ending = number == 0 ? .hangUp : .signal(number)
      return false
    }
    cnc_resume()
    rescue_own_screen(true)
    Self.writeModes(abilities)
    shown = nil
    showsCursor = true
    return true
  }

  private static func writeModes(_ abilities: Abilities) {
    if abilities.bracketsPaste { writeAll(Array("\u{1B}[?2004h".utf8)) }
  }

  /// The size the terminal tells, or 80x24 when it does not know.
  static func measure() -> Size {
    var window = winsize()
    let known = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0 && window.ws_col > 0 && window.ws_row > 0
    return known ? Size(width: Int(window.ws_col), height: Int(window.ws_row)) : Size(width: 80, height: 24)
  }

  /// What brings the screen back when ncurses cannot be asked any more: plain characters, cursor, paste marks off,
  /// and the screen that was there before.
  private static func restoringBytes(_ abilities: Abilities) -> [UInt8] {
    var bytes: [UInt8] = []
    for name in ["rmacs", "sgr0", "op", "cnorm"] { bytes += capability(name) }
    if abilities.bracketsPaste { bytes += Array("\u{1B}[?2004l".utf8) }
    let back = capability("rmcup")
    // Without another screen to go back to, the prompt at least begins on a line of its own.
    return bytes + (back.isEmpty ? Array("\r\n".utf8) : back)
  }

  private static func capability(_ name: String) -> [UInt8] {
    var text = [CChar](repeating: 0, count: 128)
    guard cnc_capability(name, &text, Int32(text.count)) else { return [] }
    return text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
  }

  private static func writeAll(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if count <= 0 && errno != EINTR { return }
      if count > 0 { rest = rest.dropFirst(count) }
    }
  }
}

// Standard error while the screen is ours.
extension TerminalSession {
  /// Sends standard error to a file and answers a copy of the old one, or -1 when it stays where it is: without a
  /// path, and when it is not the terminal that the messages would disturb.
  private static func redirectError(to path: String?) throws(TerminalError) -> Int32 {
    guard let path, isatty(STDERR_FILENO) == 1 else { return -1 }
    let file = Glibc.open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw .logFile(path: path, errno: errno) }
    let saved = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3)
    dup2(file, STDERR_FILENO)
    Glibc.close(file)
    return saved
  }

  private static func restoreError(_ saved: Int32) {
    guard saved >= 0 else { return }
    dup2(saved, STDERR_FILENO)
    Glibc.close(saved)
  }
}
