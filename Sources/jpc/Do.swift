import ArgumentParser
import Glibc
import Journal

/// `jpc do COMMAND…`: every desk command without the board.
struct Do: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Enter a desk command: for scripts, catch-up and scanners.",
    discussion: """
      jpc do --list prints every command with its arguments.

      Each command is answered with one line: ACK, the command's id, the number of its first record and the number \
      given, once it is durable; REFUSED, the id and the reason; or ERROR, the id and what is wrong. A command may begin \
      with #ID, an id of your own: a retry under the same id is harmless. With --stdin, commands come one a line and \
      are answered in order, each before the next is read; a last line without its line end may have been cut short \
      and is not carried out.

      Ends with 0 when all were acknowledged, with 1 when any was refused, with 65 when a line could not be read, with \
      69 or 74 when the journal could not take it.
      """)

  @OptionGroup var entry: EntryOptions

  @Flag(help: "Print every command with its arguments.")
  var list = false

  @Option(help: ArgumentHelp("With --list: text or json.", valueName: "FORMAT"))
  var format = OutputFormat.text

  @Argument(parsing: .allUnrecognized, help: ArgumentHelp("The command.", valueName: "COMMAND"))
  var words: [String] = []

  func run() throws {
    guard list else { return try entry.answer(words, prefix: "") }
    try reporting { () throws(Failure) in
      guard words.isEmpty, !entry.stdin else { throw .usage("--list stands alone; it takes no command") }
      standardOutput(CommandList.text(format))
    }
  }
}

/// `jpc arrive TOKENS…`: the arrival line without the board.
struct Arrive: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Enter people who came together, in one line.",
    discussion: """
      For example a woman and a man with two children of theirs, 7 and 4, who speak Spanish, from Venezuela:

        jpc arrive fm+7.4 spa ven

      Lines are answered as by jpc do.
      """)

  @OptionGroup var entry: EntryOptions

  @Argument(
    parsing: .allUnrecognized, help: ArgumentHelp("Who came: people, language, nation, needs.", valueName: "TOKENS"))
  var words: [String] = []

  func run() throws { try entry.answer(words, prefix: "arrive ") }
}

/// What `jpc do` and `jpc arrive` have in common.
struct EntryOptions: ParsableArguments {
  @OptionGroup var folder: DataFolder
  @OptionGroup var actor: ActorOptions
  @OptionGroup var time: ClockOption

  @Flag(help: "Take commands from standard input, one a line, and answer each.")
  var stdin = false

  /// Answers the words of the command line, or every line of standard input, and ends with the status of the answers.
  func answer(_ words: [String], prefix: String) throws {
    var status: Int32 = 0
    try reporting { () throws(Failure) in
      if stdin != words.isEmpty { throw .usage("give a command, or --stdin to read commands line by line") }
      let by = try actor.by()
      let second = try actor.other(than: by)
      let center = try WorkingCenter(folder.path(), clock: time.clock())
      var desk = CommandDesk(center.live, by: by, second: second, prefix: prefix)
      status = stdin ? try lines(&desk) : one(words, &desk)
    }
    if status != 0 { throw ExitCode(status) }
  }

  private func one(_ words: [String], _ desk: inout CommandDesk) -> Int32 {
    let answer = desk.answer(ShellWords.line(of: words))
    standardOutput(answer.text + "\n")
    return answer.status
  }

  /// Each answer is written before the next line is read; when nobody reads answers any more, nothing more is done.
  private func lines(_ desk: inout CommandDesk) throws(Failure) -> Int32 {
    signal(SIGPIPE, SIG_IGN)
    var input = CommandInput(STDIN_FILENO)
    var status: Int32 = 0
    while let line = input.next() {
      let answer = desk.answer(line)
      status = CommandAnswer.status(status, and: answer.status)
      guard standardOutput(answer.text + "\n") else {
        throw Failure(
          sentence: "nobody reads the answers any more; the lines after the last answer were not read", status: 74)
      }
    }
    return status
  }
}
