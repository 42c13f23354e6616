import CaseFlow
import Drill
import Journal
import Screens

/// A file for the report of a drill; what its name ends with says how it is written.
struct DrillReportFile {
  let path: String
  let format: ReportCommand.Format

  init(_ path: String) throws(Failure) {
    guard let dot = path.lastIndex(of: "."),
      let format = ReportCommand.Format(rawValue: String(path[dot...].dropFirst()))
    else { throw .usage("--report '\(path)' must end with .md, .html or .json") }
    self.path = path
    self.format = format
  }

  func write(_ report: DrillReport) throws(Failure) {
    let text = report.text(format)
    try writing { () throws(WriteError) in
      var file = try WholeFile(path)
      try file.write(Array(text.utf8))
      try file.finish()
    }
  }
}

extension PlayedDrill {
  /// What a drill leaves when it is over: beside its branches what they are compared with, and the report of the branch
  /// shown. In a real emergency nothing of it keeps anyone waiting; `jpc report drill` makes the report later.
  func leave(in folder: DrillFolder?, report file: DrillReportFile?) throws(Failure) {
    if wasEmergency { return }
    if let folder { try writeCourses(to: folder) }
    guard let file else { return }
    guard session.current > 0 else {
      throw Failure(sentence: "nobody took over, so there is nothing to report; press T in the drill", status: 1)
    }
    try file.write(report(of: session.current))
  }
}

extension DrillHeadless {
  /// The score of the branch shown at the end.
  func summary(_ format: OutputFormat) throws(Failure) -> String {
    guard drill.session.current > 0 else {
      throw Failure(sentence: "nobody took over, so there is no score; a script begins with TIME takeover", status: 65)
    }
    let report = drill.report(of: drill.session.current)
    return format == .json ? report.json : report.summary
  }
}
