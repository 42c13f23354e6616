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
  private let path: String
  private var bytes: [UInt8] = []

  /// Faults of one file after which a last line says that there are more.
  package static let faultsMax = 100

  /// Reads a file once and finds out what it is. One that is empty, too large or no text is wrong like any other; what is
  /// thrown is that there is no file to read.
  package init(opening path: String) throws(ReadError) {
    self.path = path
    try keep { (check) throws(ReadError) in
      check.bytes = try FileBytes.readText(path)
      check.kind = FileKind(of: path, check.bytes)
    }
  }

  /// Everything wrong with a file that jpc reads: a recording, a center file, a scenario, a day profile, a table of days,
  /// or a list, which is read as the center of `plan` would. One that is none of these is wrong too.
  package static func check(
    _ path: String, plan: CenterPlan = CenterPlan(), zone: ZoneOffsets = .utc
  ) throws(ReadError) -> FileCheck {
    var check = try FileCheck(opening: path)
    try check.run(plan: plan, zone: zone)
    return check
  }

  /// Finds what is wrong with the file that was opened.
  package mutating func run(plan: CenterPlan, zone: ZoneOffsets) throws(ReadError) {
    guard faults.isEmpty else { return }
    try keep { (check) throws(ReadError) in try check.read(plan, zone) }
  }

  /// Takes what is wrong with the content for a fault of the file.
  private mutating func keep(_ work: (inout FileCheck) throws(ReadError) -> Void) throws(ReadError) {
    do throws(ReadError) {
      try work(&self)
    } catch {
      guard let fault = error.contentFault else { throw error }
      faults = [fault]
    }
  }

  private mutating func read(_ plan: CenterPlan, _ zone: ZoneOffsets) throws(ReadError) {
    switch kind {
    case .recording where bytes.first == UInt8(ascii: "{") && !FileKind.hasFormat(bytes):
      // Lines of something else: what its first one says wrong as a header would mislead.
      faults = [Fault(file: path, line: 1, column: 1, message: JournalSentences.noRecording)]
    case .recording: (faults, warnings, drill) = Recording.check(bytes, file: path)
    case .centerFile: faults = CenterFile.check(bytes, file: path)
    case .scenario: faults = ScenarioFile.check(bytes, file: path)
    case .dayProfile: _ = try DayProfileFile.read(path, known: bytes)
    case .dayTable: faults = try DayTableFile.read(path, bytes: bytes).faults
    case .appointments: faults = try AppointmentFile.read(path, bytes: bytes, zone: zone, plan: plan).faults
    case .census: faults = try CensusFile.read(path, bytes: bytes, zone: zone, plan: plan).faults
    case .roster: faults = try RosterFile.read(path, bytes: bytes, zone: zone, plan: plan).faults
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
