import ArgumentParser
import Drill
import Journal

/// `jpc check FILE…`: every fault of every file, as `FILE:LINE:COLUMN: message`.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Validate center files, recordings and scenarios of drills.",
    discussion: """
      Prints every fault as FILE:LINE:COLUMN: message and ends with 1 when there is one, with 0 when there is none. \
      A file that is empty or no text is a fault like any other. A recording whose last line was cut short is sound \
      up to it; that is a warning. A branch of a drill is named as one.
      """)

  @Argument(help: "Recordings (.ndjson), center files and scenarios (.yaml).")
  var files: [String]

  func run() throws {
    try reporting { () throws(Failure) in
      var isSound = true
      for file in files {
        let result = try reading { () throws(ReadError) in try FileCheck.check(file) }
        for fault in result.faults { standardOutput("\(fault)\n") }
        for warning in result.warnings { standardError("warning: \(warning)") }
        let drill = result.drill.map { " (\($0.sentence))" } ?? ""
        if result.faults.isEmpty { standardError("\(file.printable)\(drill): no fault found") } else { isSound = false }
      }
      if !isSound { throw Failure(sentence: "faults found; correct them and check again", status: 1) }
    }
  }
}
