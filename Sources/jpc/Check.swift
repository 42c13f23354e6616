import ArgumentParser
import CaseFlow
import Drill
import Journal

/// `jpc check FILE…`: every fault of every file, as `FILE:LINE:COLUMN: message`.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Validate whatever jpc reads: center files, recordings, scenarios, day profiles, lists.",
    discussion: """
      Prints every fault as FILE:LINE:COLUMN: message and ends with 1 when there is one, with 0 when there is none. \
      A file that is empty or no text is a fault like any other, and so is one that jpc does not read. A recording \
      whose last line was cut short is sound up to it; that is a warning. A branch of a drill is named as one. \
      A list is read as a center would, with its areas, its names of languages and its time zone: that of --center, \
      or else the training center.
      """)

  @Argument(
    help: "Recordings (.ndjson), center files and scenarios (.yaml), day profiles (.json), tables and lists (.csv).")
  var files: [String]

  @Option(help: ArgumentHelp("The center file whose center takes the lists in.", valueName: "FILE"))
  var center: String?

  func run() throws {
    try reporting { () throws(Failure) in
      let own = try center.map { path throws(Failure) in
        try reading { () throws(ReadError) in try CenterFile.read(path) }
      }
      let taking = own ?? CenterFile.read(TrainingCenter.bytes, file: nil).center
      // Only lists need the machine's zones: whatever else is checked carries its own.
      var zone: ZoneOffsets?
      var isSound = true
      for file in files {
        var check = try reading { () throws(ReadError) in try FileCheck(opening: file) }
        if zone == nil, check.kind?.isList == true {
          zone = try NewCenter.header(taking, now: MachineClock.now()).zone
        }
        try reading { () throws(ReadError) in try check.run(plan: taking.plan, zone: zone ?? .utc) }
        for fault in check.faults { standardOutput("\(fault)\n") }
        for warning in check.warnings { standardError("warning: \(warning)") }
        if own == nil, check.kind?.isList == true {
          standardError("warning: \(file.printable): read as \(taking.plan.name) would; --center FILE names yours")
        }
        let kind = check.drill?.sentence ?? check.kind?.name
        let name = file.printable + (kind.map { " (\($0))" } ?? "")
        if check.faults.isEmpty { standardError("\(name): no fault found") } else { isSound = false }
      }
      if !isSound { throw Failure(sentence: "faults found; correct them and check again", status: 1) }
    }
  }
}
