import CaseFlow
import Glibc
import Journal
import Screens

/// What is typed at a board and not entered, kept where a crash or a hang-up leaves it.
///
/// Each board writes a file of its own in `drafts/` of the data folder, sealed by the vault, and holds a lock on it. A
/// file of the same person that nobody locks is what a board that is gone left behind; whoever gets its lock has it. A
/// draft that cannot be kept keeps nobody from working.
struct Drafts {
  private let folder: String
  private let vault: Vault
  private let prefix: String
  private var file: String
  private var descriptor: Int32 = -1
  private var kept = Draft()

  /// Twenty forms put aside, each of a large family, are far less.
  private static let bytesMax = 1 << 20

  /// The drafts of a person in a data folder.
  init(folder: String, vault: Vault, by: Code) {
    self.folder = folder + "/drafts"
    self.vault = vault
    var ids = CommandIDs()
    prefix = by.text + "~"
    file = "\(self.folder)/\(prefix)\(ids.next())"
  }

  /// The newest draft that a board of the same person left behind. Its file is this board's from now on: of several
  /// boards that look at once, the one that holds the lock offers it.
  mutating func left() -> Draft? {
    var found: Orphan?
    for name in names() {
      guard let orphan = Drafts.orphan("\(folder)/\(name)") else { continue }
      let (older, newer) = orphan.changed > found?.changed ?? .min ? (found, orphan) : (orphan, found)
      if let older { Glibc.close(older.descriptor) }
      found = newer
    }
    guard let found else { return nil }
    guard let draft = vault.openDraft(Draft.self, found.bytes) else {
      Glibc.close(found.descriptor)
      return nil
    }
    (file, descriptor, kept) = (found.path, found.descriptor, draft)
    return draft
  }

  /// Keeps a draft in place of the one before; `durably` where not even a power cut may leave an older one.
  mutating func keep(_ draft: Draft, durably: Bool = false) {
    guard draft != kept else { return }
    if draft.isEmpty {
      kept = draft
      return remove()
    }
    guard open() else { return }
    let sealed = vault.sealDraft(draft)
    // One write of a length and what it counts: whoever is stopped in between left the one or the other.
    let bytes = Drafts.length(sealed.count) + sealed
    let written = bytes.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
    // What a full disk did not take is tried again with the next key.
    guard written == bytes.count else { return }
    kept = draft
    if durably { fdatasync(descriptor) }
  }

  /// Leaves: what was typed stays for the next board, an empty draft goes.
  mutating func close() {
    guard descriptor >= 0 else { return }
    if kept.isEmpty { return remove() }
    Glibc.close(descriptor)
    descriptor = -1
  }

  private mutating func remove() {
    guard descriptor >= 0 else { return }
    // While it is locked, so that nobody takes it over meanwhile.
    unlink(file)
    Glibc.close(descriptor)
    descriptor = -1
  }

  private mutating func open() -> Bool {
    if descriptor >= 0 { return true }
    guard (try? PrivateFile.makeFolder(folder)) != nil else { return false }
    descriptor = Glibc.open(file, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    // Another board that looks whether somebody left this file lets go of it at once.
    return descriptor >= 0 && flock(descriptor, LOCK_EX) == 0
  }

  /// The files of the same person.
  private func names() -> [String] {
    guard (try? PrivateFile.checkFolder(folder)) != nil else { return [] }
    return (PrivateFile.names(in: folder) ?? []).filter { $0.hasPrefix(prefix) }
  }

  /// A file that no board held: open, and locked by this one now.
  private struct Orphan {
    var path: String
    var descriptor: Int32
    /// When it was last written, in nanoseconds.
    var changed: Int64
    /// The sealed draft.
    var bytes: [UInt8]
  }

  /// Takes over a file, or answers nil where another board has it, has just removed it, or it holds no whole draft.
  private static func orphan(_ path: String) -> Orphan? {
    let descriptor = Glibc.open(path, O_RDWR | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    var status = stat()
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0, fstat(descriptor, &status) == 0, status.st_nlink > 0,
      let bytes = sealed(descriptor)
    else {
      Glibc.close(descriptor)
      return nil
    }
    let changed = Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec)
    return Orphan(path: path, descriptor: descriptor, changed: changed, bytes: bytes)
  }

  private static func sealed(_ descriptor: Int32) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: bytesMax)
    let count = Glibc.read(descriptor, &bytes, bytes.count)
    guard count >= 4 else { return nil }
    let length = bytes[..<4].reduce(0) { $0 << 8 | Int($1) }
    guard length <= count - 4 else { return nil }
    return Array(bytes[4..<4 + length])
  }

  private static func length(_ count: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: count >> $0) }
  }
}
