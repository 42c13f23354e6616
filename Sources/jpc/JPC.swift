import ArgumentParser
import Glibc
import Journal
import Terminal

/// The board of a Joint Processing Center.
@main
struct JPC: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "jpc",
    abstract: "The board of a border Joint Processing Center.",
    discussion: """
      People who ask for protection are received, screened for health, interviewed, and released or returned, with \
      dignity and in order. jpc shows where they are, who waits longest, and which legal clock runs out next.

      Begin with a recorded day:

        jpc replay Fixtures/days/2021-12-24.ndjson --from 10:00
      """,
    version: "jpc 0.1",
    subcommands: [
      Board.self, Init.self, Arrive.self, Do.self, StatusCommand.self, ReportCommand.self, Import.self, Export.self,
      Form.self, Spot.self, Erase.self, Verify.self, BackupCommand.self, RestoreCommand.self, Replay.self,
      DrillCommand.self, Tune.self,
      Synthesize.self, Check.self,
    ],
    defaultSubcommand: Board.self)

  /// Runs the command; whatever is wrong with its arguments is one line, like every other failure.
  static func main() {
    // Before any name is read: from the arguments, from standard input, from the vault.
    Backtrace.keepQuiet()
    MemoryDumps.forbid()
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      // What has been told already comes as a bare status; help and version come as texts of their own.
      guard !(error is ExitCode), exitCode(for: error) == .validationFailure else { exit(withError: error) }
      let words = message(for: error).split(whereSeparator: \.isNewline).map { $0.drop(while: \.isWhitespace) }
      standardError("jpc: \(words.joined(separator: " ").printable); --help explains")
      Glibc.exit(64)
    }
  }
}
