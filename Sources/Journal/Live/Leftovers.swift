internal import Glibc

// What a process that was killed had begun to write. A half file may hold keys, and whoever copies the folder would carry
// it along for good.

extension PrivateFile {
  /// Removes the drafts of files from a folder that nobody is writing any more: who writes one holds a lock on it.
  static func sweep(_ folder: String) {
    for name in names(in: folder) ?? [] where isDraft(name) {
      let path = "\(folder)/\(name)"
      let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
      guard descriptor >= 0 else { continue }
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { unlink(path) }
      close(descriptor)
    }
  }

  /// What stands in a folder; nil for what is none.
  package static func names(in folder: String) -> [String]? {
    guard let entries = opendir(folder) else { return nil }
    defer { closedir(entries) }
    var names: [String] = []
    while let entry = readdir(entries) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if name != "." && name != ".." { names.append(name) }
    }
    return names
  }

  /// Whether a name is one that `draft(of:)` makes: a file's, a process number, `part`.
  private static func isDraft(_ name: String) -> Bool {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false).suffix(2)
    return parts.last == "part" && parts.first.flatMap { Int32($0) } != nil
  }
}
