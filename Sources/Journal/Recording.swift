package import Alarms
package import CaseFlow
package import Drill

/// A recorded stretch of a center's life: every record of it was read, checked against the rules and may be applied.
package struct Recording: Sendable {
  package var header: RecordingHeader
  package var records: [Record]
  /// The zone's offsets as the header carries them.
  package var zone: ZoneOffsets
  /// The rule set in force.
  package var rules: RuleSet
  /// What the operator should know although the file was read, such as a last line cut short.
  package var warnings: [Fault] = []

  package var plan: CenterPlan { header.center.plan }
  package var alarmPlan: AlarmPlan { header.center.alarms }

  /// The center before the first record.
  package var emptyCenter: Center { Center(plan: plan, rules: rules) }
}

extension Recording {
  /// A recording of records that the engine has decided under the plan and rules of `header`.
  package init(_ header: RecordingHeader, _ records: [Record]) {
    self.header = header
    self.records = records
    zone = header.zone
    rules = RuleSet.named(header.rules) ?? .us2023
  }

  /// Reads and checks a recording; stops at the first fault.
  ///
  /// A last line cut short by a crash is left out with a warning. O(bytes).
  package static func read(_ path: String) throws(ReadError) -> Recording {
    let bytes = try FileBytes.readText(path)
    return try read(bytes, file: path)
  }

  /// Reads the header alone, whatever stands after it.
  package static func header(_ path: String) throws(ReadError) -> RecordingHeader {
    let bytes = try FileBytes.readText(path)
    let faults = FaultSink(most: 1)
    var lines = LineReader(bytes: bytes, file: path)
    let header = faults.keep { () throws(Fault) in
      guard let line = try lines.next() else { return nil as RecordingHeader? }
      return RecordingHeader.read(try line.json().root, faults: faults)
    }
    if let fault = faults.faults.first { throw .malformed(fault) }
    guard let header = header ?? nil else { throw .empty(file: path) }
    return header
  }

  /// Reads and checks a recording already in memory.
  package static func read(_ bytes: [UInt8], file: String? = nil) throws(ReadError) -> Recording {
    let faults = FaultSink(most: 1)
    var loader = RecordingLoader(bytes: bytes, file: file, faults: faults)
    let recording = loader.load()
    if let fault = faults.faults.first { throw .malformed(fault) }
    guard let recording else { throw .empty(file: file ?? "") }
    return recording
  }

  /// Everything wrong with a recording, up to `most` faults, what the operator should know besides, and of which drill
  /// it is a branch, if of one.
  package static func check(
    _ bytes: [UInt8], file: String? = nil, most: Int = FileCheck.faultsMax
  ) -> (faults: [Fault], warnings: [Fault], drill: DrillOrigin?) {
    let faults = FaultSink(most: most)
    var loader = RecordingLoader(bytes: bytes, file: file, faults: faults)
    let recording = loader.load()
    return (faults.all, recording?.warnings ?? [], recording?.header.drill)
  }
}
