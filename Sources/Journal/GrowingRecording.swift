package import CaseFlow
internal import Glibc

/// A recording that is written while it happens, for its owner alone: whole lines, each in the file as soon as it is
/// written. Whoever is stopped in between leaves at most the last line cut short, and readers pass over it.
///
///     let file = try GrowingRecording("branch-1.ndjson", header: header, records: past)
///     try file.append(records)
package final class GrowingRecording {
  private let path: String
  private let descriptor: Int32
  private var encoder: RecordingEncoder

  /// Begins a recording with what is recorded already: the file appears with all of it, in place of one of its name.
  package init(_ path: String, header: RecordingHeader, records: [Record]) throws(StoreError) {
    try PrivateFile.replace(path, with: Recording.bytes(header, records))
    descriptor = open(path, O_WRONLY | O_APPEND | O_NOFOLLOW | O_CLOEXEC)
    self.path = path
    encoder = RecordingEncoder(zone: header.zone)
    if descriptor < 0 { throw failure(errno) }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Adds records at the end.
  package func append(_ records: [Record]) throws(StoreError) {
    var bytes: [UInt8] = []
    for record in records { bytes += encoder.line(record) }
    try write(bytes)
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
