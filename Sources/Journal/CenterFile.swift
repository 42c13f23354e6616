package import Alarms
package import CaseFlow

/// What a center file says: the center's plan and its alarms, one flat document.
///
/// The same description stands in the header of every recording, so that a recorded day explains itself.
package struct CenterFile: Described, Sendable {
  package var plan = CenterPlan()
  package var alarms = AlarmPlan()

  package init() {}

  package init(plan: CenterPlan, alarms: AlarmPlan) {
    self.plan = plan
    self.alarms = alarms
  }

  package mutating func describe(_ f: inout some FieldVisitor) {
    plan.describe(&f)
    alarms.describe(&f)
  }
}

extension CenterFile {
  /// Reads a center file; the first fault is thrown.
  package static func read(_ path: String, zones: String = ZoneFile.systemFolder) throws(ReadError) -> CenterFile {
    let bytes = try FileBytes.readText(path, bytesMax: YAMLDocument.bytesMax)
    let read = read(bytes, file: path, zones: zones)
    if let fault = read.faults.first { throw .malformed(fault) }
    return read.center
  }

  /// Every fault of a center file, in the order of the text, up to `most`.
  package static func check(_ bytes: [UInt8], file: String?, most: Int = FileCheck.faultsMax) -> [Fault] {
    read(bytes, file: file, most: most).faults
  }

  /// What a center file says and everything wrong with it; what could not be read is blank.
  package static func read(
    _ bytes: [UInt8], file: String?, most: Int = FileCheck.faultsMax, zones: String = ZoneFile.systemFolder
  ) -> (center: CenterFile, faults: [Fault]) {
    let faults = FaultSink(most: most)
    let text = faults.keep { () throws(Fault) in try YAMLDocument(parsing: bytes, file: file, faults: faults) }
    guard let text else { return (CenterFile(), faults.all) }
    let root = YAMLValue(text.root, file: file)
    var center = YAMLFieldReader.read(CenterFile.self, from: root, faults: faults)
    CenterChecks(file: center, root: root, faults: faults).run()
    // Only here: a recording without thresholds is one of a center that had none.
    if root.member("thresholds") == nil { center.alarms.thresholds = AlarmPlan.shipped.thresholds }
    checkZone(center.plan.timezone, root.member("timezone"), faults, zones)
    return (center, faults.all)
  }

  /// Whether the zone database knows the center's zone. A recording carries its offsets and is not asked.
  private static func checkZone(_ name: String, _ place: YAMLValue?, _ faults: FaultSink, _ zones: String) {
    guard let place else { return }
    do throws(ZoneError) {
      _ = try ZoneFile.offsets(of: name, from: 0, until: 0, folder: zones)
    } catch {
      faults.addToSound(place.fault(error.description))
    }
  }
}
