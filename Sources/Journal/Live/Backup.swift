internal import CaseFlow
internal import Glibc

// Copies of a journal: whole or not at all, private, and verified before they have their name.

extension Site {
  /// Copies the journal as it is now to a file that is not there yet, while others go on writing.
  ///
  /// Rows are copied, a few thousand at a time, up to the last record at the beginning. SQLite's own backup begins again
  /// whenever another process writes between its steps, or makes everyone wait until its one step is over.
  @discardableResult
  package func backup(to file: String) throws(StoreError) -> Verification {
    if PrivateFile.exists(file) { throw .taken(file: file) }
    return try PrivateFile.make(file) { draft throws(StoreError) in
      let head = try journal.head()
      try JournalFile.fill(draft, journal.headerLine, journal.site) { copy throws(StoreError) in
        try journal.copy(upTo: head, to: copy, draft)
      }
      return try Site.verified(draft, as: journal.path).verification
    }
  }

  /// Puts the journal of a backup into a folder that has none, once it is known to be whole.
  ///
  /// With `keys`, which must be those of this journal, it puts them there too, but of those erased. Without, whoever
  /// restores makes new ones: the site cannot be opened before.
  @discardableResult
  package static func restore(
    from file: String, to folder: String, keys: KeyCopy? = nil
  ) throws(StoreError) -> Verification {
    let path = "\(folder)/\(JournalFile.name)"
    if PrivateFile.exists(path) { throw .exists(folder: folder) }
    try checkIsClosed(file)
    if let keys {
      let owner = try JournalFile.owner(of: file)
      guard owner == keys.owner else {
        throw .unusable(JournalSentences.otherCenter(keys.file, keys.owner, file, owner))
      }
    }
    try PrivateFile.makeFolder(folder)
    let run = try PrivateFile.make(path) { draft throws(StoreError) in
      try copyBytes(of: file, to: draft)
      return try verified(draft, as: file)
    }
    if let keys { _ = try KeyFile.restore(keys, to: folder, erased: run.state.center.erased) }
    let journal = try JournalFile(path)
    let snapshot = "\(folder)/\(Snapshot.name)"
    PrivateFile.remove(snapshot)
    if let link = try journal.link(at: run.verification.head) {
      SnapshotFile(run.state, journal.header, origin: journal.origin, link: link).write(snapshot)
    }
    return run.verification
  }

  /// A run through a copy without a fault; one is told of the file that people know.
  private static func verified(_ draft: String, as file: String) throws(StoreError) -> Verifier {
    do throws(StoreError) {
      let run = Verifier(try JournalFile(draft), nil)
      try run.run()
      if let fault = run.verification.fault { throw StoreError.damaged(file: file, why: fault.description) }
      return run
    } catch StoreError.damaged(_, let why) {
      throw .damaged(file: file, why: why)
    }
  }

  /// A journal in use, or left by a crash, is more than its one file.
  private static func checkIsClosed(_ file: String) throws(StoreError) {
    var status = stat()
    guard stat(file, &status) == 0 else { throw .unreadable(.missing(file: file)) }
    if status.st_mode & S_IFMT == S_IFDIR { throw .unreadable(.isDirectory(file: file)) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .unusable(JournalSentences.noBackup(file)) }
    if stat("\(file)-journal", &status) == 0, status.st_size > 0 {
      throw .unusable(JournalSentences.isInUse(file))
    }
  }

  private static func copyBytes(of file: String, to draft: String) throws(StoreError) {
    let source = Glibc.open(file, O_RDONLY | O_CLOEXEC)
    guard source >= 0 else { throw .notSaved(file: file, why: JournalSentences.system(errno)) }
    defer { close(source) }
    let target = Glibc.open(draft, O_WRONLY | O_CLOEXEC | O_NOFOLLOW)
    guard target >= 0 else { throw .notSaved(file: draft, why: JournalSentences.system(errno)) }
    defer { close(target) }
    while true {
      let count = sendfile(target, source, nil, 1 << 20)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .notSaved(file: file, why: JournalSentences.system(errno)) }
      if count == 0 { break }
    }
    guard fsync(target) == 0 else { throw .notSaved(file: draft, why: JournalSentences.system(errno)) }
  }
}

extension JournalFile {
  /// Rows copied at once: nobody who writes is held up for longer than this takes.
  private static let copiedAtOnce = 2_000

  /// Copies all rows up to a record to another journal's connection.
  fileprivate func copy(upTo head: Int64, to copy: OpaquePointer, _ file: String) throws(StoreError) {
    let target = try JournalStatements(copy, file)
    var last: Int64 = -1
    while last < head {
      var failure: StoreError?
      let first = last + 1
      try eachLine(after: last, most: JournalFile.copiedAtOnce) { row in
        guard row.seq <= head, failure == nil else { return }
        do throws(StoreError) { try target.insert(row) } catch { failure = error }
        last = row.seq
      }
      if let failure { throw failure }
      for row in try sealedRows(of: first...max(first, last)) { try target.insert(row) }
      // Rows that are gone: the copy's verification says so.
      if last < first { break }
    }
  }
}
