package import Drill

/// What `jpc check` asks of any file, whatever it is.
package enum FileCheck {
  /// Faults of one file after which a last line says that there are more.
  package static let faultsMax = 100

  /// Everything wrong with a recording (`.ndjson`, `.json`), a center file or a scenario (`.yaml`, `.yml`); by content
  /// where the name does not say which. Warnings do not make a file wrong; a file that is empty, too large or no text is wrong
  /// like any other. `drill` is of which drill a recording is a branch, if of one. What is thrown is that there is no file
  /// to read.
  package static func check(
    _ path: String, most: Int = faultsMax
  ) throws(ReadError) -> (faults: [Fault], warnings: [Fault], drill: DrillOrigin?) {
    let bytes: [UInt8]
    do throws(ReadError) {
      bytes = try FileBytes.readText(path)
    } catch {
      guard let fault = error.contentFault else { throw error }
      return ([fault], [], nil)
    }
    if isRecording(path, bytes) { return Recording.check(bytes, file: path, most: most) }
    let isScenario = ScenarioFile.isScenario(bytes)
    let faults =
      isScenario
      ? ScenarioFile.check(bytes, file: path, most: most) : CenterFile.check(bytes, file: path, most: most)
    return (faults, [], nil)
  }

  private static func isRecording(_ path: String, _ bytes: [UInt8]) -> Bool {
    if path.hasSuffix(".ndjson") || path.hasSuffix(".json") { return true }
    if path.hasSuffix(".yaml") || path.hasSuffix(".yml") { return false }
    return bytes.first { $0 != Byte.space && $0 != Byte.lineFeed && $0 != Byte.tab } == UInt8(ascii: "{")
  }
}
