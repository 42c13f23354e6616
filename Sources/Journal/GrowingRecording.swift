package import CaseFlow
internal import Glibc

/// A recording that is written while it happens, for its owner alone: whole lines, each in the file as soon as it is
/// written. Whoever is stopped in between leaves at most the last line cut short, and readers pass over it.
///
///     let file = try GrowingRecording("branch-1.ndjson", header: header)
///     try file.append(records)
package final class GrowingRecording {
  private let path: String
  private let descriptor: Int32
  private var encoder: RecordingEncoder

  /// Records that are written at once.
  private static let atOnce = 1_000

  /// Begins a recording with its header; refuses a name that is taken.
  package init(_ path: String, header: RecordingHeader) throws(StoreError) {
    try PrivateFile.create(path, for: path)
    descriptor = open(path, O_WRONLY | O_APPEND | O_NOFOLLOW | O_CLOEXEC)
    self.path = path
    encoder = RecordingEncoder(zone: header.zone)
    try write(encoder.line(header))
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Adds records at the end.
  package func append(_ records: [Record]) throws(StoreError) {
    var rest = records[...]
    while !rest.isEmpty {
      var bytes: [UInt8] = []
      for record in rest.prefix(Self.atOnce) { bytes += encoder.line(record) }
      try write(bytes)
      rest = rest.dropFirst(Self.atOnce)
    }
  }

  /// Makes what was written durable.
  package func finish() throws(StoreError) {
    guard fsync(descriptor) == 0 else { throw failure(errno) }
  }

  private func write(_ bytes: [UInt8]) throws(StoreError) {
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress! + sent, $0.count - sent) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw failure(count < 0 ? errno : EIO) }
      sent += count
    }
  }

  private func failure(_ code: Int32) -> StoreError { .notSaved(file: path, why: JournalSentences.system(code)) }
}
