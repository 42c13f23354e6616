import CPseudoTerminal
import Glibc

/// A program behind a terminal: keys go in, what a person would see comes out.
///
///     let terminal = try PseudoTerminal(PackageRoot.program("jpc"), ["--replay", "day.jsonl"])
///     try terminal.waitFor("El Paso")
///     terminal.send("j")
package final class PseudoTerminal {
  private var handle = pseudo_terminal()
  /// What the program has drawn.
  package private(set) var screen: VirtualScreen
  /// Every byte the program has written.
  package private(set) var output: [UInt8] = []
  /// How the program ended, once it has.
  package private(set) var ending: Ending?
  /// The terminal's modes before the program began, as a number to compare.
  package let modesBefore: UInt64
  private var isOpen = true

  /// How a process ended.
  package enum Ending: Equatable, Sendable {
    case exit(Int32)
    case signal(Int32)
  }

  /// What did not happen in time, with the screen as it was.
  package struct Failure: Error, CustomStringConvertible {
    package let description: String
  }

  /// How long anything may take, in seconds; generous, as other tests run beside.
  package static let patience = 10.0

  /// Starts a program. `environment` is all it gets, beside `PATH`; `TERM` and a UTF-8 locale are set unless given.
  /// With `deafShell`, nobody sends the program a signal when the terminal closes.
  package init(
    _ program: String, _ arguments: [String] = [], columns: Int = 80, rows: Int = 24,
    environment: [String: String] = [:], deafShell: Bool = false
  ) throws {
    screen = VirtualScreen(columns: columns, rows: rows)
    var variables = [
      "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "SWIFT_BACKTRACE": "enable=no",
      "PATH": getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin",
    ]
    variables.merge(environment) { $1 }
    let argv = ([program] + arguments).map { strdup($0) } + [nil]
    let envp = variables.map { strdup("\($0)=\($1)") } + [nil]
    defer { for text in argv + envp { free(text) } }
    guard
      pseudo_terminal_start(&handle, Int32(rows), Int32(columns), program, argv, envp, deafShell) == 0
    else { throw Failure(description: "cannot start \(program): errno \(errno)") }
    modesBefore = handle.modes_before
  }

  deinit {
    kill(-handle.program, SIGKILL)
    kill(handle.shell, SIGKILL)
    hangUp()
    close(handle.status_pipe)
    waitpid(handle.shell, nil, 0)
  }
}

// Keys in.
extension PseudoTerminal {
  /// Types text, or sends the bytes of keys.
  package func send(_ text: String) { send(Array(text.utf8)) }

  /// Sends bytes; waits while the terminal's queue is full.
  package func send(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(handle.master, $0.baseAddress, $0.count) }
      if count > 0 { rest = rest.dropFirst(count) } else if errno != EAGAIN { return } else { read(0.005) }
    }
  }

  /// Gives the terminal another size.
  package func resize(columns: Int, rows: Int) {
    screen = VirtualScreen(columns: columns, rows: rows)
    _ = pseudo_terminal_resize(handle.master, Int32(rows), Int32(columns))
  }

  /// The program's number in the system.
  package var processID: Int32 { handle.program }

  /// Sends the program a signal.
  package func signal(_ number: Int32) { kill(handle.program, number) }

  /// Closes the terminal, as a lost connection does.
  package func hangUp() {
    guard isOpen else { return }
    isOpen = false
    close(handle.slave)
    close(handle.master)
  }
}

// What comes out.
extension PseudoTerminal {
  /// Reads what comes within some seconds, and returns when something has come.
  @discardableResult
  package func read(_ seconds: Double) -> Bool {
    guard isOpen else {
      usleep(UInt32(seconds * 1_000_000))
      return false
    }
    var waiting = pollfd(fd: handle.master, events: Int16(POLLIN), revents: 0)
    guard poll(&waiting, 1, Int32(seconds * 1000)) > 0 else { return false }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = Glibc.read(handle.master, &bytes, bytes.count)
    guard count > 0 else { return false }
    output += bytes[..<count]
    screen.feed(bytes[..<count])
    return true
  }

  /// Reads until nothing has come for some seconds.
  package func settle(_ quiet: Double = 0.1) { while read(quiet) {} }

  /// Reads until the condition holds; throws with the screen when it does not in time.
  package func wait(
    _ what: String, seconds: Double = PseudoTerminal.patience, until condition: (PseudoTerminal) -> Bool
  ) throws {
    let limit = Self.now() + seconds
    while !condition(self) {
      guard Self.now() < limit else {
        throw Failure(description: "not in \(seconds) s: \(what); ended \(String(describing: ending))\n\(screen.text)")
      }
      if !read(0.02) { _ = hasEnded }
    }
  }

  /// Reads until a text stands on the screen, and then the rest of what was drawn with it.
  package func waitFor(_ text: String) throws {
    try wait("'\(text)' shown") { $0.screen.text.contains(text) }
    settle(0.02)
  }

  /// Reads until a text has left the screen: a frame may come in pieces, and what is below its first is still the
  /// old one.
  package func waitForNo(_ text: String) throws { try wait("'\(text)' gone") { !$0.screen.text.contains(text) } }

  /// Reads until the program is gone, then what it wrote last.
  @discardableResult
  package func waitForEnd(seconds: Double = PseudoTerminal.patience) throws -> Ending {
    try wait("the program's end", seconds: seconds) { $0.hasEnded }
    while read(0) {}
    return ending ?? .exit(-1)
  }

  /// True when the program is gone.
  package var hasEnded: Bool {
    if ending != nil { return true }
    var status: Int32 = 0
    guard pseudo_terminal_ended(&handle, &status) else { return false }
    ending = status & 0x7F == 0 ? .exit((status >> 8) & 0xFF) : .signal(status & 0x7F)
    return true
  }

  /// True when the program is stopped.
  package var isStopped: Bool { pseudo_terminal_stopped(handle.program) }

  /// What the program left behind that was not there before: empty when the terminal is as it was.
  package var leftBehind: [String] {
    var left = screen.modesLeftOn
    if isOpen, pseudo_terminal_modes(handle.slave) != modesBefore { left.append("modes") }
    return left
  }

  /// Seconds that only go forward.
  package static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
