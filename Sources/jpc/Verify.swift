import ArgumentParser
import CaseFlow
import Journal

/// `jpc verify`: whether the journal is as it was written.
struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check the whole journal.",
    discussion: """
      Every entry against the chain and the rules, every sealed detail against its hash, the snapshot against what the \
      entries say, and that nobody's details can be read who was erased. Ends with 1 at a fault. Write the last link down \
      in another place: it proves later that nothing before it was changed or cut off.
      """)

  @OptionGroup var folder: DataFolder

  func run() throws {
    try reporting { () throws(Failure) in
      let path = try folder.path()
      let site = try storing { () throws(StoreError) in try Site.open(path) }
      let found = try Verify.judged(path) { () throws(StoreError) in try site.verify() }
      if let fault = found.fault { throw Verify.failure(path, fault.description) }
      if let person = found.keptThoughErased {
        let who = "person \(person.checked) was erased, but their key cannot be destroyed now"
        throw Failure(sentence: "\(path): \(who); make the disk writable and verify again", status: 1)
      }
      if !found.refused.isEmpty {
        standardOutput(found.refusedLines(path, site.store.header.zone))
        throw Failure(sentence: "\(path): \(found.summary); \(found.refusedWords)", status: 1)
      }
      standardOutput("\(path.printable): \(found.summary); no fault found\n")
    }
  }

  /// What is damaged so that it cannot be read is a fault like any other here.
  private static func judged<Value>(
    _ path: String, _ body: () throws(StoreError) -> Value
  ) throws(Failure) -> Value {
    do throws(StoreError) {
      return try body()
    } catch {
      if case .damaged(_, let why) = error { throw failure(path, why) }
      throw Failure(error)
    }
  }

  private static func failure(_ path: String, _ why: String) -> Failure {
    Failure(sentence: "\(path): \(why); keep this folder for those who look into it, and restore a backup", status: 1)
  }
}

extension Verification {
  /// That the journal is as it was written, and how many of its records rules refuse.
  fileprivate var refusedWords: String {
    let count = refusals == 1 ? "1 record" : "\(refusals) records"
    let first = refused.first.map { ", the first \($0)" } ?? ""
    return "as it was written, but this program's rules refuse \(count)\(first); "
      + "see The rules and their age in journal-format.md"
  }

  /// The first refused records, one a line, each with the time at which it was recorded.
  fileprivate func refusedLines(_ path: String, _ zone: ZoneOffsets) -> String {
    let lines = refused.map { fault in
      let time = fault.recorded.map { "recorded \(zone.text($0.milliseconds)), " } ?? ""
      return "\(path.printable): \(time)\(fault)\n"
    }
    let more = refusals - refused.count
    return lines.joined() + (more > 0 ? "\(path.printable): and \(more) more\n" : "")
  }

  /// Tells whoever copies a journal of records that rules refuse: they are copied all the same.
  func warnOfRefused(_ path: String) {
    if !refused.isEmpty { standardError("warning: \(path.printable): \(refusedWords)") }
  }

  /// How much was looked at, and the end of the chain.
  var summary: String { "\(records) records, \(sealed) sealed details, the chain ends at \(head) with \(link)" }
}
