import Foundation
package import Testing

/// Compares a picture with the file `Fixtures/screens/NAME.txt`.
///
/// A file that is missing or differs is a failure; with `JPC_UPDATE_PICTURES=1` in the environment it is written
/// instead, to be read by a person before it is committed. `name` may hold slashes.
package func expectPicture(_ picture: String, named name: String, sourceLocation: SourceLocation = #_sourceLocation) {
  let file = PackageRoot.url.appendingPathComponent("Fixtures/screens/\(name).txt")
  if ProcessInfo.processInfo.environment["JPC_UPDATE_PICTURES"] == "1" {
    do {
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(picture.utf8).write(to: file)
    } catch {
      Issue.record("cannot write the picture \(name): \(error)", sourceLocation: sourceLocation)
    }
    return
  }
  guard let data = try? Data(contentsOf: file) else {
    Issue.record(
      "there is no picture \(name); look at this one and keep it with JPC_UPDATE_PICTURES=1 swift test\n\(picture)",
      sourceLocation: sourceLocation)
    return
  }
  let kept = String(decoding: data, as: UTF8.self)
  guard kept != picture else { return }
  Issue.record(
    "\(name) is not as in its picture (JPC_UPDATE_PICTURES=1 keeps the new one)\n\(difference(kept, picture))",
    sourceLocation: sourceLocation)
}

/// The lines that differ, `-` as kept and `+` as drawn, by number.
private func difference(_ kept: String, _ drawn: String) -> String {
  let old = kept.split(separator: "\n", omittingEmptySubsequences: false)
  let new = drawn.split(separator: "\n", omittingEmptySubsequences: false)
  var lines: [String] = []
  for index in 0..<max(old.count, new.count) {
    let before = index < old.count ? String(old[index]) : nil
    let after = index < new.count ? String(new[index]) : nil
    guard before != after else { continue }
    if let before { lines.append("\(index)- \(before)") }
    if let after { lines.append("\(index)+ \(after)") }
  }
  return lines.joined(separator: "\n")
}
