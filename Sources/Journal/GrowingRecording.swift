package import CaseFlow
internal import Glibc

/// A recording that is written while it happens, for its owner alone: whole lines, each in the file as soon as it is
/// written. Whoever is stopped in between leaves at most the last line cut short, and readers pass over it.
///
/// What a disk does not take is kept, and written before anything else as soon as it does: the file ends with a whole line
/// until then, and no line is ever missing in its middle.
///
///     let file = try GrowingRecording("branch-1.ndjson", header: header, records: past)
///     try file.append(records)
package final class GrowingRecording {
  private let path: String
  private let descriptor: Int32
  private var encoder: RecordingEncoder
  /// Where the last whole line of the file ends.
  private var whole: Int
  /// Whether a piece of a line may stand after it.
  private var isRagged = false
  /// Lines that could not be written yet.
  private var unwritten: [UInt8] = []

  /// Begins a recording with what is recorded already: the file appears with all of it, in place of one of its name.
  package init(_ path: String, header: RecordingHeader, records: [Record]) throws(StoreError) {
    let bytes = Recording.bytes(header, records)
    try PrivateFile.replace(path, with: bytes)
    whole = bytes.count
    descriptor = open(path, O_WRONLY | O_APPEND | O_NOFOLLOW | O_CLOEXEC)
    self.path = path
    encoder = RecordingEncoder(zone: header.zone)
    if descriptor < 0 { throw failure(errno) }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Adds records at the end, after those that could not be written before. Where it throws they are kept.
  package func append(_ records: [Record]) throws(StoreError) {
    for record in records { unwritten += encoder.line(record) }
    try write()
  }

  /// Writes what could not be written before, and makes all of it durable.
  package func finish() throws(StoreError) {
    try write()
    guard fsync(descriptor) == 0 else { throw failure(errno) }
  }

  private func write() throws(StoreError) {
    if isRagged { try cut() }
    var sent = 0
    while sent < unwritten.count {
      let count = unwritten.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress! + sent, $0.count - sent) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        let fault = failure(count < 0 ? errno : EIO)
        keep(from: unwritten[..<sent].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0, sent)
        throw fault
      }
      sent += count
    }
    whole += sent
    unwritten.removeAll()
  }

  /// Keeps what follows the last line that was written whole, and takes a piece of the next one out of the file.
  private func keep(from next: Int, _ sent: Int) {
    whole += next
    unwritten.removeFirst(next)
    isRagged = sent > next
    // Where the disk does not take that either, it is done before the next line is written.
    if isRagged { try? cut() }
  }

  private func cut() throws(StoreError) {
    guard ftruncate(descriptor, off_t(whole)) == 0 else { throw failure(errno) }
    isRagged = false
  }

  private func failure(_ code: Int32) -> StoreError { .notSaved(file: path, why: JournalSentences.system(code)) }
}
