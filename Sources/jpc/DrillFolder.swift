import CaseFlow
import Glibc
import Journal

/// The folder of one drill, for its owner alone: each branch as a recording.
///
/// It is never a data folder nor in one: a drill cannot come near a center's journal.
struct DrillFolder {
  let path: String

  /// Makes a folder, or takes one that is there and holds neither a journal nor branches.
  init(_ path: String) throws(Failure) {
    self.path = path
    guard !path.isEmpty else { throw .usage("--out names no folder; name one, or leave the option out") }
    if Site.isWithin(path) {
      throw Failure(
        sentence: "\(path): is the data folder of a center, or lies in one; a drill never writes there: "
          + "name another folder with --out", status: 73)
    }
    let known = [file(of: 1), report(of: 1), DrillCourses.dayFile(in: path), DrillCourses.nothingFile(of: 1, in: path)]
    if known.contains(where: PrivateFile.exists) {
      throw Failure(
        sentence: "\(path): holds a drill already; name another folder with --out, or join one that is being played "
          + "with --join", status: 73)
    }
    try storing { () throws(StoreError) in try PrivateFile.makeFolder(path) }
  }

  /// A new folder where none was named: `$XDG_DATA_HOME/jpc-drills/CODE-DATE-TIME`, by default in `~/.local/share`,
  /// at the time of the room in UTC.
  static func usual(_ scenario: Code, at time: Instant) throws(Failure) -> DrillFolder {
    let text = ZoneOffsets.utc.text(time.milliseconds).prefix(19)
    let stamp = String(text.map { $0 == "T" ? "-" : $0 }.filter { $0 != ":" })
    let name = "\(try home())/jpc-drills/\(scenario.text)-\(stamp)"
    var (folder, count) = (name, 1)
    // Two drills may begin in one second.
    while PrivateFile.exists(folder) {
      count += 1
      folder = "\(name)-\(count)"
    }
    return try DrillFolder(folder)
  }

  private static func home() throws(Failure) -> String {
    if let home = variable("XDG_DATA_HOME"), home.hasPrefix("/") { return home }
    if let home = variable("HOME") { return home + "/.local/share" }
    throw .usage("there is no home folder to keep a drill in; name a folder with --out FOLDER")
  }

  /// The recording of a branch.
  func file(of branch: Int) -> String { "\(path)/branch-\(branch).ndjson" }

  /// The report of a branch.
  func report(of branch: Int) -> String { "\(path)/report-\(branch).md" }
}

/// The recordings of a drill's branches, written as they are played. What a disk does not take is kept, and written as
/// soon as it does.
struct BranchFiles {
  /// Nil where nobody asked for files.
  let folder: DrillFolder?
  private var files: [Int: GrowingRecording] = [:]
  /// Recordings of which there is no file yet, as they are to begin.
  private var unbegun: [Int: (header: RecordingHeader, records: [Record])] = [:]
  /// Why a branch is not written as far as it was played.
  private var faults: [Int: String] = [:]

  /// Why a branch is not written as far as it was played, or nil; the first of them.
  var fault: String? { faults.min { $0.key < $1.key }?.value }

  init(folder: DrillFolder?) { self.folder = folder }

  /// Writes the recording of a branch as it is now, in place of an earlier one.
  mutating func begin(_ branch: Int, _ header: RecordingHeader, _ records: [Record]) {
    guard folder != nil else { return }
    unbegun[branch] = (header, records)
    attempt(branch) { (files) throws(StoreError) in try files.begin(branch) }
  }

  /// Adds what was recorded since.
  mutating func append(_ records: [Record], to branch: Int) {
    guard unbegun[branch] == nil else {
      unbegun[branch]?.records += records
      return attempt(branch) { (files) throws(StoreError) in try files.begin(branch) }
    }
    attempt(branch) { (files) throws(StoreError) in try files.files[branch]?.append(records) }
  }

  /// Writes what could not be written before, and makes all of it durable.
  mutating func finish() {
    for branch in Set(files.keys).union(unbegun.keys).sorted() {
      attempt(branch) { (files) throws(StoreError) in
        try files.begin(branch)
        try files.files[branch]?.finish()
      }
    }
  }

  /// The files that were written, in the order of their branches.
  var paths: [String] { files.keys.sorted().compactMap { folder?.file(of: $0) } }

  /// Makes the file of a branch, if that is still to be done.
  private mutating func begin(_ branch: Int) throws(StoreError) {
    guard let folder, let (header, records) = unbegun[branch] else { return }
    files[branch] = try GrowingRecording(folder.file(of: branch), header: header, records: records)
    unbegun[branch] = nil
  }

  private mutating func attempt(_ branch: Int, _ write: (inout BranchFiles) throws(StoreError) -> Void) {
    do throws(StoreError) {
      try write(&self)
      faults[branch] = nil
    } catch {
      faults[branch] = error.description
    }
  }
}
