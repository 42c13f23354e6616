internal import CaseFlow

/// Whose journal something belongs to: the center and the day its journal began, in words, and the first link of its
/// chain, which no other journal has.
struct JournalOwner: Equatable {
  /// As people say it: `Training Center (TRN), begun 2026-03-16T09:00:00-07:00`.
  var name: String
  /// The chain before the first record.
  var origin: [UInt8]

  init(name: String, origin: [UInt8]) {
    self.name = name
    self.origin = origin
  }

  /// The owner of a journal with this header, which stands in the file as `line`.
  init(_ site: Code, _ header: RecordingHeader, _ line: [UInt8]) {
    name = "\(header.center.plan.name) (\(site)), begun \(header.zone.text(header.from.milliseconds))"
    origin = Chain(site: site, header: line).link
  }
}
