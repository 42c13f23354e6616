import ArgumentParser

/// The board of a Joint Processing Center.
@main
struct JPC: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "jpc",
    abstract: "The board of a border Joint Processing Center.",
    discussion: """
      People who ask for protection are received, screened for health, interviewed, and released or returned, with \
      dignity and in order. jpc shows where they are, who waits longest, and which legal clock runs out next.

      Begin with a recorded day:  jpc replay Fixtures/days/2021-12-24.ndjson --from 10:00
      """,
    version: "jpc 0.1",
    subcommands: [Replay.self, Synthesize.self, Check.self])
}
