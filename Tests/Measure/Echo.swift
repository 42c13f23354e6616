import Glibc
import Journal
import TestSupport

// What a person at a board waits for while seven other terminals write without pause: the echo of a key, the
// confirmation of an entry, and another board's news of it.

/// Measures boards on one center, first alone and then among seven who write; false when a budget is missed.
func measureEcho(_ program: String, entries: Int) -> Bool {
  guard let folder = freshCenter(program) else { return false }
  do {
    var boards = Boards(program: program, folder: folder, raw: try RawSQLite("\(folder)/../raw.db"), entries: entries)
    // A center that is well filled when the measuring begins.
    try boards.feed("arrive \(Boards.line)\n", times: 200)
    guard boards.start("--as", "op")?.wait() == 0 else { return false }
    boards.cases = 200
    try boards.measure().tell("alone")
    let writers = try (1...7).compactMap { number in
      // Each opens and closes its desk again and again, so that the center stays as large as it is.
      let desk = number <= 4 ? "reception-\(number)" : "health-\(number - 4)"
      try boards.feed("open \(desk)\nclose \(desk)\n", times: 200_000)
      return boards.start("--as", "w\(number)")
    }
    defer { for writer in writers { writer.cutPower() } }
    usleep(1_000_000)
    let (began, head) = (seconds(), try boards.head())
    let waits = try boards.measure()
    let rate = Double(try boards.head() - head) / (seconds() - began)
    waits.tell("among seven who write, \(text(rate, places: 0)) records a second in all")
    return waits.echo.percentile(99) <= 0.008 && waits.news.percentile(99) <= 0.25
      && waits.confirmed.percentile(50) <= 10 * waits.commit.percentile(50)
  } catch {
    print("\(error)")
    return false
  }
}

/// What was waited for, in seconds.
private struct Waits {
  var commit: [Double] = []
  var echo: [Double] = []
  var confirmed: [Double] = []
  var news: [Double] = []

  func tell(_ name: String) {
    print("\n\(name)")
    for (what, times) in [
      ("commit of raw SQLite", commit), ("echo of a key", echo), ("Enter to confirmation", confirmed),
      ("Enter to another board", news),
    ] {
      let figures = [50, 99, 100].map { text(times.percentile($0) * 1_000) }
      print("  \(what): p50 \(figures[0]) ms, p99 \(figures[1]) ms, longest \(figures[2]) ms, of \(times.count)")
    }
    print("  confirmation / commit: \(text(confirmed.percentile(50) / commit.percentile(50)))")
  }
}

/// Boards on a center, and a table of raw SQLite on the same disk.
private struct Boards {
  let program: String
  let folder: String
  let raw: RawSQLite
  let entries: Int
  /// Cases that were entered.
  var cases = 0
  private var rows: Int64 = 0

  /// A family: what is typed on the arrival line.
  static let line = "fm+7.4 spa ven"

  init(program: String, folder: String, raw: RawSQLite, entries: Int) {
    (self.program, self.folder, self.raw, self.entries) = (program, folder, raw, entries)
  }

  func head() throws -> Int64 { try Site.open(folder).store.head() }

  /// Puts lines into the file that the next script reads.
  func feed(_ lines: String, times: Int) throws {
    let file = open("\(folder)/../lines", O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    defer { close(file) }
    let bytes = Array(String(repeating: lines, count: times).utf8)
    guard write(file, bytes, bytes.count) == bytes.count else { throw RawSQLite.Failure(code: errno) }
  }

  /// A script that does what was fed, in its own copy of the file.
  func start(_ options: String...) -> Coprocess? {
    let own = "\(folder)/../lines-\(options.joined())"
    rename("\(folder)/../lines", own)
    let command = "exec \(program) do --stdin --data \(folder) \(options.joined(separator: " ")) <\(own) >/dev/null"
    return Coprocess("/bin/sh", ["-c", command])
  }

  mutating func measure() throws -> Waits {
    var waits = Waits()
    let gate = try board()
    for _ in 0..<entries {
      try type(gate, &waits.echo)
      // Just before: a disk's moods fall on both.
      rows += 1
      let row = [(seq: rows, line: [UInt8](repeating: 0x61, count: 400))]
      waits.commit.append(try timed { try raw.append(row, command: "m") })
      waits.confirmed.append(try enter(gate, shownAt: gate))
    }
    let other = try board()
    for _ in 0..<entries {
      var ignored: [Double] = []
      try type(gate, &ignored)
      other.settle(0.001)
      waits.news.append(try enter(gate, shownAt: other))
      gate.settle(0.001)
    }
    return waits
  }

  private func board() throws -> PseudoTerminal {
    let board = try PseudoTerminal(
      program, ["board", "--view", "arrive", "--data", folder, "--as", "ana"], columns: 120, rows: 40)
    try board.waitFor("LIVE")
    return board
  }

  /// Types a line as fast typists do, and notes how long each character takes to appear.
  private func type(_ board: PseudoTerminal, _ echo: inout [Double]) throws {
    var typed = ""
    for character in Boards.line {
      typed.append(character)
      let began = seconds()
      board.send(String(character))
      // A blank cannot be seen; two characters may stand anywhere.
      if character != " ", typed.count > 3 {
        try board.wait(typed) { $0.screen.text.contains(typed) }
        echo.append(seconds() - began)
      }
      let pause = seconds() + 0.03
      while seconds() < pause { board.read(0.005) }
    }
  }

  /// Presses Enter and answers how long it took until the new number stood on a board.
  private mutating func enter(_ board: PseudoTerminal, shownAt other: PseudoTerminal) throws -> Double {
    cases += 1
    let number = String(String(10_000 + cases).dropFirst()) + "-"
    let began = seconds()
    board.send("\r")
    try other.wait(number) { $0.screen.text.contains(number) }
    return seconds() - began
  }
}

extension [Double] {
  /// The value that so many percent do not exceed.
  fileprivate func percentile(_ percent: Int) -> Double {
    isEmpty ? 0 : sorted()[Swift.min(count - 1, count * percent / 100)]
  }
}
