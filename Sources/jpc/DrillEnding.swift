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
  /// reports in the folder, and the first failure.
  ///
  /// The reports are written first, and what cannot be written keeps nothing else from being.
  /// In a real emergency nothing of it keeps anyone waiting; `jpc report drill` makes the report later.
  func leave(in folder: DrillFolder?, report file: DrillReportFile?) -> (reports: [String], failure: Failure?) {
    if wasEmergency || folder == nil && file == nil { return ([], nil) }
    var reports: [String] = []
    var failure: Failure?
    func attempt(_ write: () throws(Failure) -> Void) {
      do throws(Failure) { try write() } catch { failure = failure ?? error }
    }
    var nothings: [(branch: Int, nothing: Nothing)] = []
    var shown: DrillReport?
    for branch in session.branches.map(\.number).dropFirst() where folder != nil || branch == session.current {
      let nothing = nothing(beside: branch)
      let report = report(of: branch, beside: nothing)
      if let folder {
        if let nothing { nothings.append((branch, nothing)) }
        let path = folder.report(of: branch)
        attempt { () throws(Failure) in
          try storing { () throws(StoreError) in try PrivateFile.replace(path, with: Array(report.text(.md).utf8)) }
          reports.append(path)
        }
      }
      if branch == session.current { shown = report }
    }
    if let file {
      attempt { () throws(Failure) in
        guard let shown else {
          throw Failure(sentence: "nobody took over, so there is nothing to report; press T in the drill", status: 1)
        }
        try file.write(shown)
      }
    }
    if let folder {
      for (branch, nothing) in nothings {
        attempt { () throws(Failure) in try write(nothing, beside: branch, to: folder) }
      }
      attempt { () throws(Failure) in try writeDay(to: folder) }
    }
    return (reports, failure)
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
