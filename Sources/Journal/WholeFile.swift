internal import Glibc

/// A file that appears under its name only when all of it was written: never half of one.
///
/// The bytes go to a file beside it, which takes the name at the end and is removed when there is no end. It is for its
/// owner alone: reports and recordings tell of cases, and whoever hands one on decides who reads it. What is no
/// plain file, such as a pipe, and the file that standard output goes to already, is written to directly: nothing takes
/// the place of `/dev/stdout`.
package struct WholeFile: ~Copyable {
  private let path: String
  /// The file beside it, or nil when writing directly.
  private let draft: String?
  private let descriptor: Int32
  private var pending: [UInt8] = []
  private var isOpen = true
  private static let pendingBytesMax = 1 << 18

  /// Begins a file at `path`, which may exist and keeps its content until `finish`; without one, what goes to standard
  /// output.
  package init(_ path: String?) throws(WriteError) {
    var status = stat()
    if let open = Self.alreadyOpen(path) {
      self.path = path ?? Self.standardOutput
      draft = nil
      descriptor = open
      return
    }
    let path = path ?? ""
    let exists = !path.isEmpty && stat(path, &status) == 0
    if path.isEmpty || path.utf8.contains(0) { throw .noFolder(file: path) }
    if exists, status.st_mode & S_IFMT == S_IFDIR { throw .isDirectory(file: path) }
    let direct = exists && status.st_mode & S_IFMT != S_IFREG
    let draft = direct ? nil : "\(path).\(getpid()).part"
    if let draft { unlink(draft) }
    let descriptor =
      if let draft { open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600) } else {
        open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY)
      }
    guard descriptor >= 0 else { throw WriteError(errno, path) }
    self.path = path
    self.draft = draft
    self.descriptor = descriptor
  }

  private static let standardOutput = "standard output"

  /// Another descriptor of standard output, or of the standard one whose plain file a path names; nil for any other.
  private static func alreadyOpen(_ path: String?) -> Int32? {
    guard let path else { return dup(STDOUT_FILENO) }
    var named = stat()
    guard stat(path, &named) == 0, named.st_mode & S_IFMT == S_IFREG else { return nil }
    let found = (STDIN_FILENO...STDERR_FILENO).first { descriptor in
      var status = stat()
      return fstat(descriptor, &status) == 0 && status.st_dev == named.st_dev && status.st_ino == named.st_ino
    }
    return found.map { dup($0) }
  }

  deinit {
    guard isOpen else { return }
    close(descriptor)
    if let draft { unlink(draft) }
  }

  /// Appends bytes.
  package mutating func write(_ bytes: [UInt8]) throws(WriteError) {
    pending.append(contentsOf: bytes)
    if pending.count >= Self.pendingBytesMax { try flush() }
  }

  /// Puts what was written under the file's name, durably.
  package consuming func finish() throws(WriteError) {
    try flush()
    if let draft {
      guard fsync(descriptor) == 0 else { throw WriteError(errno, path) }
      guard rename(draft, path) == 0 else { throw WriteError(errno, path) }
    }
    isOpen = false
    guard close(descriptor) == 0 else { throw WriteError(errno, path) }
  }

  private mutating func flush() throws(WriteError) {
    var sent = 0
    while sent < pending.count {
      let count = pending.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress! + sent, $0.count - sent) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw WriteError(count < 0 ? errno : EIO, path) }
      sent += count
    }
    pending.removeAll(keepingCapacity: true)
  }
}
