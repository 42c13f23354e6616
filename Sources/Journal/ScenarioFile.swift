internal import CaseFlow
package import Drill

/// A scenario of a drill as it stands in a file, and where the recording of its day is.
package struct ScenarioFile: Sendable {
  package var scenario: Scenario
  /// The recording of the day, as a path from where the program runs.
  package var day: String
}

extension ScenarioFile {
  /// Reads a scenario and looks at the header of its day; the first fault is thrown. The records of the day are not read.
  package static func read(_ path: String) throws(ReadError) -> ScenarioFile {
    let bytes = try FileBytes.readText(path, bytesMax: YAMLDocument.bytesMax)
    let read = read(bytes, file: path, most: 1)
    if let fault = read.faults.first { throw .malformed(fault) }
    return ScenarioFile(scenario: read.scenario, day: dayPath(read.scenario.day, of: path))
  }

  /// Every fault of a scenario, in the order of the text, up to `most`; `file` is where its folder is known from.
  package static func check(_ bytes: [UInt8], file: String, most: Int = FileCheck.faultsMax) -> [Fault] {
    read(bytes, file: file, most: most).faults
  }

  /// What a scenario says and everything wrong with it; what could not be read is blank.
  static func read(_ bytes: [UInt8], file: String, most: Int) -> (scenario: Scenario, faults: [Fault]) {
    let faults = FaultSink(most: most)
    let text = faults.keep { () throws(Fault) in try YAMLDocument(parsing: bytes, file: file, faults: faults) }
    guard let text else { return (Scenario(), faults.all) }
    let root = YAMLValue(text.root, file: file)
    let scenario = YAMLFieldReader.read(Scenario.self, from: root, faults: faults)
    let day = header(of: scenario.day, root.member("day"), file, faults)
    ScenarioChecks(scenario: scenario, day: day, root: root, faults: faults).run()
    return (scenario, faults.all)
  }

  /// Whether a text of YAML means to be a scenario: it says what format it is, which a center file does not.
  static func isScenario(_ bytes: [UInt8]) -> Bool {
    let text = try? YAMLDocument(parsing: bytes, file: nil, faults: FaultSink(most: 1))
    return text.map { YAMLValue($0.root, file: nil).member("format") != nil } ?? false
  }

  /// A path beside the scenario.
  private static func dayPath(_ day: String, of file: String) -> String {
    guard let slash = file.lastIndex(of: "/") else { return day }
    return file[...slash] + day
  }

  /// The header of the day's recording, or nil and a fault at its name.
  private static func header(
    of day: String, _ place: YAMLValue?, _ file: String, _ faults: FaultSink
  ) -> RecordingHeader? {
    guard let place, !day.isEmpty else { return nil }
    guard !day.hasPrefix("/") else {
      faults.addToSound(place.fault(ScenarioSentences.dayPath))
      return nil
    }
    do throws(ReadError) {
      let header = try Recording.header(dayPath(day, of: file))
      guard header.drill != nil else { return header }
      faults.addToSound(place.fault(ScenarioSentences.dayOfDrill))
    } catch {
      faults.addToSound(place.fault(ScenarioSentences.noDay(error)))
    }
    return nil
  }
}
