internal import Glibc

/// Tells when somebody has written to the journal of a folder, without asking for it again and again.
///
/// SQLite closes its rollback journal when a commit is over and its lock is given back, so that each commit, whoever
/// made it, is one event, and what it wrote can be read at once.
final class Watch {
  /// Readable when something was written; -1, which `poll` passes over, where the system has no watch left.
  let descriptor: Int32

  init(_ folder: String) {
    let descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    if descriptor >= 0, inotify_add_watch(descriptor, folder, UInt32(IN_CLOSE_WRITE)) < 0 {
      close(descriptor)
      self.descriptor = -1
    } else {
      self.descriptor = descriptor
    }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Takes what is there to read.
  func drain() {
    guard descriptor >= 0 else { return }
    withUnsafeTemporaryAllocation(byteCount: Watch.bufferBytes, alignment: 8) { buffer in
      while read(descriptor, buffer.baseAddress, buffer.count) > 0 {}
    }
  }

  /// Room for many events: each has a fixed part and the name of a file.
  private static let bufferBytes = 16 << 10
}

/// Which file lies at a path: another one of the same name is another file.
struct FileMark: Equatable {
  private let device: UInt64
  private let number: UInt64

  init?(of path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    device = UInt64(status.st_dev)
    number = UInt64(status.st_ino)
  }
}
