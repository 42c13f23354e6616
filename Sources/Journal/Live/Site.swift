package import CaseFlow
internal import Glibc

/// The data folder of a center at work: its journal, its keys, and news of what others record.
///
///     let site = try Site.open(folder)
///     var live = try site.live { machineTime() }
///     // poll(site.watch, …) returns when anybody has recorded something
///     site.drainWatch()
///     try live.catchUp()
///
/// Used from one thread; others on the same machine open the folder for themselves.
package struct Site {
  package let folder: String
  package let store: Store
  package let vault: Vault
  let journal: JournalFile
  let keys: KeyFile
  private let news: Watch
  private let file: FileMark?

  /// Makes the journal and the keys of a new site, in a folder that is made where it is missing.
  ///
  /// Throws `exists` where there is a journal already, and leaves it as it is.
  package static func create(
    _ folder: String, _ header: RecordingHeader, site: Code
  ) throws(StoreError) -> Site {
    let path = "\(folder)/\(JournalFile.name)"
    try PrivateFile.makeFolder(folder)
    if PrivateFile.exists(path) { throw .exists(folder: folder) }
    // The journal last: with it the site is there. Whoever makes the same site at the same moment may be first.
    do throws(StoreError) {
      if !PrivateFile.exists("\(folder)/\(KeyFile.name)") { _ = try KeyFile.create(folder) }
    } catch {
      guard case .taken = error else { throw error }
    }
    do throws(StoreError) {
      try JournalFile.create(path, header, site: site)
    } catch {
      guard case .taken = error else { throw error }
      throw .exists(folder: folder)
    }
    return try open(folder)
  }

  /// Whether a folder, which may still be missing, is a data folder or lies in one, links followed.
  package static func isWithin(_ folder: String) -> Bool {
    var path = realPath(folder)
    while true {
      if PrivateFile.exists("\(path)/\(JournalFile.name)") { return true }
      guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return false }
      path = String(path[..<slash])
    }
  }

  /// A path without links as far as it exists; what does not exist yet stands behind it as it was given.
  private static func realPath(_ path: String) -> String {
    if let real = realpath(path, nil) {
      defer { free(real) }
      return String(cString: real)
    }
    guard let slash = path.lastIndex(of: "/") else { return path == "." ? path : "\(realPath("."))/\(path)" }
    let above = slash == path.startIndex ? "/" : realPath(String(path[..<slash]))
    return "\(above)/\(path[path.index(after: slash)...])"
  }

  /// Opens the site of a folder. Throws `none` where there is none.
  package static func open(_ folder: String) throws(StoreError) -> Site {
    try PrivateFile.checkFolder(folder)
    PrivateFile.sweep(folder)
    return Site(folder, try JournalFile("\(folder)/\(JournalFile.name)"), try KeyFile.open(folder))
  }

  private init(_ folder: String, _ journal: JournalFile, _ keys: KeyFile) {
    self.folder = folder
    self.journal = journal
    self.keys = keys
    vault = keys.vault
    news = Watch(folder)
    let turn = Turn(folder)
    store = Store(
      header: journal.header,
      head: { () throws(StoreError) in try journal.head() },
      records: { (after, most) throws(StoreError) in try journal.records(after: after, most: most) },
      news: { (after, most) throws(StoreError) in try journal.news(after: after, most: most) },
      takeTurn: turn.take(first:), endTurn: turn.end,
      append: { (batch) throws(StoreError) in try journal.append(batch) },
      find: { (command) throws(StoreError) in try journal.find(command) },
      sealed: { (person) throws(StoreError) in try journal.sealed(of: person) })
    file = FileMark(of: "\(folder)/\(JournalFile.name)")
  }

  /// What numbers the site's events among those of others: (site, seq) is one event, everywhere and forever.
  package var code: Code { journal.site }

  /// A descriptor for `poll` that is readable when somebody has written here; -1, which `poll` passes over, where the
  /// system has no watch left: then only one's own keys show what others did.
  package var watch: Int32 { news.descriptor }

  /// Whether the journal still lies where it was opened; costs a look at the folder.
  package var isThere: Bool { file != nil && FileMark(of: "\(folder)/\(JournalFile.name)") == file }

  /// Takes the news off `watch`; what others recorded is read by `LiveCenter.catchUp`.
  package func drainWatch() { news.drain() }

  /// The center as its journal has it, at the time that `clock` tells.
  ///
  /// Continued from the newest snapshot; where that is long ago, a new one is kept for the next who opens. An erasure that
  /// a crash cut off between its record and its key is brought to its end.
  package func live(clock: @escaping () -> Instant) throws(StoreError) -> LiveCenter {
    let start = try snapshot() ?? Snapshot(journal.header)
    let live = try LiveCenter(
      center: start.center, alarms: start.alarms, lastAuthor: start.lastAuthor, store: store, vault: vault,
      clock: clock)
    if live.center.seq - start.center.seq >= Snapshot.every { try keep(Snapshot(live)) }
    // On a disk that takes nothing now, whoever opens next does it: `details` shows nobody who was erased.
    try? keys.finishErasing(live.center.erased)
    return live
  }

  /// Writes the keys of those not erased into one file, sealed with a passphrase; see `KeyFile.export`.
  package func exportKeys(to file: String, passphrase: String) throws(StoreError) {
    let erased = try live { journal.header.from }.center.erased
    try keys.export(to: file, passphrase: passphrase, of: journal.owner, erased: erased)
  }
}

extension Center {
  /// Those whose details were erased.
  var erased: [PersonID] { people.items.filter { $0.erasedAt != nil }.map(\.id) }
}
