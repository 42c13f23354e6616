internal import Glibc

/// Folders and files that nobody but their owner can read, write or put something else in place of.
///
/// A folder for its owner alone makes the checks of the files in it sound: nobody else can exchange a file between the
/// check and its use.
package enum PrivateFile {
  /// Makes a folder that its owner alone can enter, and those above it; one that is there already must be so.
  package static func makeFolder(_ folder: String) throws(StoreError) {
    let path = withoutTrailingSlashes(folder)
    try checkName(path)
    if !exists(path) {
      for end in path.indices.dropFirst() where path[end] == "/" { mkdir(String(path[..<end]), 0o700) }
      guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw failure(errno, path) }
      syncFolder(of: path)
    }
    try checkFolder(path)
  }

  /// Refuses a folder that is a link, is somebody else's, or that others can enter; `none` when there is none.
  package static func checkFolder(_ folder: String) throws(StoreError) {
    let path = withoutTrailingSlashes(folder)
    guard let status = try status(path) else { throw .none(folder: path) }
    try check(status, path, kind: S_IFDIR)
  }

  /// Refuses a file that is a link or no plain file, is somebody else's, or that others can read or write;
  /// `none`, of its folder, when there is none.
  package static func check(_ file: String) throws(StoreError) {
    guard let status = try status(file) else { throw .none(folder: folder(of: file)) }
    try check(status, file, kind: S_IFREG)
  }

  /// Whether anything has this name, a link to nothing too.
  package static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// Makes an empty draft of a file, and answers the descriptor that locks it as long as it is being written; what is
  /// wrong is said of the file.
  static func create(_ draft: String, for file: String) throws(StoreError) -> Int32 {
    try checkName(file)
    while true {
      let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
      guard descriptor >= 0 else { throw failure(errno, file) }
      var status = stat()
      // Whoever sweeps the folder at this very moment was faster: it is made again.
      if flock(descriptor, LOCK_EX) != 0 || fstat(descriptor, &status) != 0 || status.st_nlink > 0 { return descriptor }
      close(descriptor)
    }
  }

  /// Writes a file that its owner alone can read, whole and durable or not at all; refuses a name that is taken.
  package static func write(_ bytes: [UInt8], to file: String) throws(StoreError) {
    try make(file) { draft throws(StoreError) in try fill(draft, with: bytes, for: file) }
  }

  /// Writes a file that its owner alone can read in place of the one before, which stands until the new one is whole and
  /// durable.
  package static func replace(_ file: String, with bytes: [UInt8]) throws(StoreError) {
    let draft = draft(of: file)
    remove(draft)
    let held = try create(draft, for: file)
    defer {
      remove(draft)
      close(held)
    }
    try fill(draft, with: bytes, for: file)
    guard rename(draft, file) == 0 else { throw failure(errno, file) }
    syncFolder(of: file)
  }

  /// The name under which a file is made before it has its own.
  static func draft(of file: String) -> String { "\(file).\(getpid()).part" }

  /// Makes a file whole and durable, or not at all: `body` fills an empty draft of it; refuses a name that is taken.
  static func make<Value>(
    _ file: String, _ body: (_ draft: String) throws(StoreError) -> Value
  ) throws(StoreError) -> Value {
    let draft = draft(of: file)
    remove(draft)
    let held = try create(draft, for: file)
    defer {
      remove(draft)
      close(held)
    }
    let value: Value
    do throws(StoreError) { value = try body(draft) } catch { throw error.told(of: file, for: draft) }
    try publish(draft, as: file)
    return value
  }

  /// Gives a finished and durable draft its name, durably, unless the name is taken.
  package static func publish(_ draft: String, as file: String) throws(StoreError) {
    // A link refuses a name that is taken. Where a file system has none, as on a memory stick, who else would make
    // the name at this very moment is not to be feared.
    if link(draft, file) == 0 {
      unlink(draft)
    } else {
      let code = errno
      if code == EEXIST || exists(file) { throw .taken(file: file) }
      guard rename(draft, file) == 0 else { throw failure(code, file) }
    }
    syncFolder(of: file)
  }

  /// Removes a draft, if it is there.
  static func remove(_ draft: String) { unlink(draft) }

  /// Makes names given and taken in the folder of a file durable, where its file system knows how.
  package static func syncFolder(of file: String) {
    let descriptor = open(folder(of: file), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}

extension PrivateFile {
  private static func fill(_ draft: String, with bytes: [UInt8], for file: String) throws(StoreError) {
    let descriptor = open(draft, O_WRONLY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(errno, file) }
    defer { close(descriptor) }
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress! + sent, $0.count - sent) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw failure(count < 0 ? errno : EIO, file) }
      sent += count
    }
    guard fsync(descriptor) == 0 else { throw failure(errno, file) }
  }

  /// What a name stands for, links not followed, or nil when for nothing.
  private static func status(_ path: String) throws(StoreError) -> stat? {
    try checkName(path)
    var status = stat()
    if lstat(path, &status) == 0 { return status }
    if errno == ENOENT || errno == ENOTDIR { return nil }
    throw failure(errno, path)
  }

  private static func check(_ status: stat, _ path: String, kind: mode_t) throws(StoreError) {
    let found = status.st_mode & S_IFMT
    if found == S_IFLNK { throw .unsafe(file: path, why: JournalSentences.isLink) }
    guard found == kind else {
      throw .unsafe(file: path, why: kind == S_IFDIR ? JournalSentences.isNoFolder : JournalSentences.isNoFile)
    }
    guard status.st_uid == geteuid() else { throw .unsafe(file: path, why: JournalSentences.isSomebodyElses) }
    guard status.st_mode & 0o077 == 0 else {
      throw .unsafe(file: path, why: JournalSentences.isOpenToOthers(isFolder: kind == S_IFDIR))
    }
  }

  /// A name that the system would cut at a NUL, or that is none.
  private static func checkName(_ path: String) throws(StoreError) {
    guard !path.isEmpty, !path.utf8.contains(0) else { throw .unusable(JournalSentences.noFileName) }
  }

  private static func failure(_ code: Int32, _ path: String) -> StoreError {
    switch code {
    case EEXIST: .taken(file: path)
    case ENOENT, ENOTDIR: .notSaved(file: path, why: JournalSentences.folderMissing)
    case EACCES, EPERM: .unsafe(file: path, why: JournalSentences.notPermitted)
    default: .notSaved(file: path, why: JournalSentences.system(code))
    }
  }

  private static func folder(of file: String) -> String {
    guard let slash = file.lastIndex(of: "/") else { return "." }
    return slash == file.startIndex ? "/" : String(file[..<slash])
  }

  /// With a slash at its end, the name of a link would stand for what it points to.
  private static func withoutTrailingSlashes(_ path: String) -> String {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path
  }
}
