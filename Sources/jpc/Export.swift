import ArgumentParser
import CaseFlow
import Journal

/// `jpc export`: a live day becomes a recording, to be replayed and drilled, or a table for a spreadsheet.
struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write the journal, or a part of it, as a recording or a table.",
    discussion: """
      A recording holds numbers, codes and times, and no names. A part begins with the people who were there. `jpc check` \
      finds no fault in it, and `jpc replay` shows it. The table has a row for each record and each case that it \
      concerns, with the sentence of its timeline; it holds no names either.
      """)

  enum What: String, ExpressibleByArgument, CaseIterable {
    case recording, csv
  }

  @Argument(help: "What to write.")
  var what: What

  @Option(help: ArgumentHelp("Begin at this time (RFC 3339).", valueName: "T"))
  var from: String?

  @Option(help: ArgumentHelp("End at this time: what was recorded up to it.", valueName: "T"))
  var until: String?

  @Option(
    help: ArgumentHelp("Where it is written, whole or not at all; standard output without it.", valueName: "FILE"))
  var out: String?

  @Flag(help: "With names; what is exported never has them.")
  var names = false

  @OptionGroup var folder: DataFolder

  func run() throws {
    try reporting { () throws(Failure) in
      if names { throw .usage("what is exported holds no names, so that it can be shown to anyone; leave --names out") }
      let (from, until) = (try instant(from, "--from"), try instant(until, "--until"))
      let path = try folder.path()
      let recording = try storing { () throws(StoreError) in
        try Site.open(path).recording(from: from, until: until)
      }
      if what == .csv { return try write(ExportTable.bytes(of: recording)) }
      try writeRecording(recording.header, recording.records, to: out)
      if let out { standardError("\(out.printable): \(recording.records.count) records") }
    }
  }

  private func write(_ table: [UInt8]) throws(Failure) {
    try writing { () throws(WriteError) in
      var file = try WholeFile(out)
      try file.write(table)
      try file.finish()
    }
  }

  private func instant(_ text: String?, _ option: String) throws(Failure) -> Instant? {
    try text.map { text throws(Failure) in try time(text, of: option) }
  }
}

/// Writes a recording to a file, whole or not at all, or to standard output.
func writeRecording(_ header: RecordingHeader, _ records: [Record], to out: String?) throws(Failure) {
  try writing { () throws(WriteError) in
    var writer = try RecordingWriter(out, header: header)
    for record in records { try writer.append(record) }
    try writer.finish()
  }
}
