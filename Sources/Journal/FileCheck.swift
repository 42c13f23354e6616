package import CaseFlow
package import Drill

/// What `jpc check` asks of any file, whatever it is.
package struct FileCheck: Sendable {
  /// What the file is; nil where jpc cannot check it, which is a fault.
  package var kind: FileKind?
  package var faults: [Fault] = []
  /// They do not make a file wrong.
  package var warnings: [Fault] = []
  /// Of which drill a recording is a branch, if of one.
  package var drill: DrillOrigin?

  /// Faults of one file after which a last line says that there are more.
  package static let faultsMax = 100

  /// Everything wrong with a file that jpc reads: a recording, a center file, a scenario, a day profile, a table of days,
  /// or a list, which is read as the center of `plan` would. A file that is empty, too large or no text is wrong like any
  /// other, and so is one that is none of these. What is thrown is that there is no file to read.
  package static func check(
    _ path: String, plan: CenterPlan = CenterPlan(), zone: ZoneOffsets = .utc
  ) throws(ReadError) -> FileCheck {
    var check = FileCheck()
    do throws(ReadError) {
      let bytes = try FileBytes.readText(path)
      check.kind = FileKind(of: path, bytes)
      try check.read(path, bytes, plan, zone)
    } catch {
      guard let fault = error.contentFault else { throw error }
      check.faults = [fault]
    }
    return check
  }

  private mutating func read(
    _ path: String, _ bytes: [UInt8], _ plan: CenterPlan, _ zone: ZoneOffsets
  ) throws(ReadError) {
    switch kind {
    case .recording where bytes.first == UInt8(ascii: "{") && !FileKind.hasFormat(bytes):
      // Lines of something else: what its first one says wrong as a header would mislead.
      faults = [Fault(file: path, line: 1, column: 1, message: JournalSentences.noRecording)]
    case .recording: (faults, warnings, drill) = Recording.check(bytes, file: path)
    case .centerFile: faults = CenterFile.check(bytes, file: path)
    case .scenario: faults = ScenarioFile.check(bytes, file: path)
    case .dayProfile: _ = try DayProfileFile.read(path)
    case .dayTable: faults = try DayTableFile.read(path).faults
    case .appointments: faults = try AppointmentFile.read(path, zone: zone, plan: plan).faults
    case .census: faults = try CensusFile.read(path, zone: zone, plan: plan).faults
    case .roster: faults = try RosterFile.read(path, zone: zone, plan: plan).faults
    case .answer(let schema): faults = [Fault(file: path, line: 1, column: 1, message: JournalSentences.answer(schema))]
    case nil:
      // What cannot be a table at all is told where it cannot.
      let table = FaultSink(most: 1)
      if path.hasSuffix(".csv") { _ = CSVTable.read(bytes, file: path, faults: table) }
      let unknown = Fault(file: path, line: 1, column: 1, message: JournalSentences.notChecked)
      faults = [table.all.first ?? unknown]
    }
  }
}
