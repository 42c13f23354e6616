import CaseFlow
import Drill
import Glibc
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

  /// Refuses a file in the data folder of a center, and one that is there already.
  func check() throws(Failure) {
    if Site.isWithin(path) {
      throw Failure(
        sentence: "\(path): lies in the data folder of a center; a drill never writes there: "
          + "name another with --report", status: 73)
    }
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG {
      throw Failure(sentence: "\(path): is there already; name another with --report", status: 73)
    }
  }

  func write(_ report: DrillReport) throws(Failure) {
    try check()
    let text = report.text(format)
    try writing { () throws(WriteError) in
      var file = try WholeFile(path)
      try file.write(Array(text.utf8))
      try file.finish()
    }
  }
}

extension PlayedDrill {
  /// What a drill leaves when it is over: in its folder the recorded day, and beside each branch its report and the same
  /// hours with nobody doing the team's work; and the report of the branch shown where one was asked for. Answers the
  /// reports in the folder.
  ///
  /// In a real emergency nothing of it keeps anyone waiting; `jpc report drill` makes the report later.
  func leave(in folder: DrillFolder?, report file: DrillReportFile?) throws(Failure) -> [String] {
    if wasEmergency || folder == nil && file == nil { return [] }
    if let folder { try writeDay(to: folder) }
    var reports: [String] = []
    var shown: DrillReport?
    for branch in session.branches.map(\.number).dropFirst() where folder != nil || branch == session.current {
      let nothing = nothing(beside: branch)
      let report = report(of: branch, beside: nothing)
      if let folder {
        if let nothing { try write(nothing, beside: branch, to: folder) }
        let path = folder.report(of: branch)
        try storing { () throws(StoreError) in try PrivateFile.replace(path, with: Array(report.text(.md).utf8)) }
        reports.append(path)
      }
      if branch == session.current { shown = report }
    }
    guard let file else { return reports }
    guard let shown else {
      throw Failure(sentence: "nobody took over, so there is nothing to report; press T in the drill", status: 1)
    }
    try file.write(shown)
    return reports
  }
}

extension DrillHeadless {
  /// The score of the branch shown at the end.
  func summary(_ format: OutputFormat) throws(Failure) -> String {
    guard drill.session.current > 0 else {
      throw Failure(sentence: "nobody took over, so there is no score; a script begins with TIME takeover", status: 65)
    }
    let current = drill.session.current
    let report = drill.report(of: current, beside: drill.nothing(beside: current))
    return format == .json ? report.json : report.summary
  }
}
