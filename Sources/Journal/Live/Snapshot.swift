internal import Alarms
internal import CaseFlow
internal import Crypto

/// What was derived of a journal up to one of its records, kept so that opening need not fold all of it.
///
/// A cache: it stands in a file of its own beside the journal, so that writing it makes nobody wait, and a backup does not
/// carry it. One that is torn, foreign, or of another version of this program is passed over and made anew.
struct Snapshot {
  var center: Center
  var alarms: AlarmBoard
  /// Who made the last record.
  var lastAuthor = Code.none

  /// The file's name in a data folder.
  static let name = "snapshot.cache"
  /// Records after which a new one is worth its writing: to fold them takes a tenth of a second at most.
  static let every: Int64 = 5_000
  /// The largest file that is looked at.
  static let bytesMax = 1 << 30

  /// The state before the first record.
  init(_ header: RecordingHeader) {
    center = Center(plan: header.center.plan, rules: RuleSet.named(header.rules) ?? .us2023)
    alarms = AlarmBoard(plan: header.center.alarms, center: center)
  }

  init(_ live: LiveCenter) {
    center = live.center
    alarms = live.alarms
    lastAuthor = live.lastAuthor
  }

  /// Takes one more record.
  mutating func take(_ record: Record) {
    center.apply(record)
    alarms.observe(record, center)
    lastAuthor = record.by
  }

  /// Takes one more record, and tells the rule of this program that would refuse it.
  ///
  /// Both in one: asked of a center that an object holds, a rule would be given a copy of it.
  mutating func judge(_ record: Record) -> Refusal? {
    let refusal = center.objection(to: record)
    take(record)
    return refusal
  }
}

extension Snapshot {
  /// The state as bytes: equal states give equal bytes.
  var body: [UInt8] { body(expecting: 0) }

  /// The state as bytes, of which about so many are to come: the work, the people, and how many bytes the work is. The two
  /// are written side by side.
  func body(expecting bytes: Int) -> [UInt8] {
    let people = Aside { [center] in
      var (copy, writer) = (center, CompactWriter(expecting: bytes / 2))
      copy.describePeople(&writer)
      return writer.bytes
    }
    var writer = CompactWriter(expecting: bytes / 2)
    var copy = self
    copy.center.describeWork(&writer)
    writer.field("lastAuthor", &copy.lastAuthor)
    copy.alarms.describeState(&writer)
    return writer.bytes + (people.value ?? []) + withUnsafeBytes(of: Int64(writer.bytes.count).bigEndian, Array.init)
  }

  /// The state of bytes, or nil when they hold none that fits the header.
  init?(body: [UInt8], _ header: RecordingHeader) {
    self.init(header)
    let end = body.count - MemoryLayout<Int64>.size
    guard end >= 0 else { return nil }
    let work = Int(clamping: body[end...].reduce(0) { $0 << 8 | Int64($1) })
    guard 0...end ~= work else { return nil }
    let people = Aside { [center] in
      var (read, reader) = (center, CompactReader(Array(body[work..<end])))
      read.describePeople(&reader)
      return reader.isSound ? read : nil
    }
    var reader = CompactReader(Array(body[..<work]))
    center.describeWork(&reader)
    reader.field("lastAuthor", &lastAuthor)
    guard let people = people.value else { return nil }
    center.takePeople(of: people)
    // Of the rest, that other center is as it was at the beginning.
    guard center.canGoOn(from: people) else { return nil }
    alarms = AlarmBoard(plan: header.center.alarms, center: center)
    alarms.describeState(&reader)
    guard reader.isSound, alarms.resume() else { return nil }
  }

  /// The names of all that a body holds, hashed: another version of the program has another.
  static func shape(_ header: RecordingHeader) -> [UInt8] {
    var shape = Shape()
    var blank = Snapshot(header)
    blank.center.describeWork(&shape)
    shape.field("lastAuthor", &blank.lastAuthor)
    blank.alarms.describeState(&shape)
    blank.center.describePeople(&shape)
    return Array(SHA256.hash(data: Array(shape.text.utf8)))
  }
}

/// A snapshot's file: what the body belongs to, and the body.
///
///     shape ‖ link before the first record ‖ link of the last record ‖ SHA-256 of all the rest ‖ seq ‖ now ‖ body
struct SnapshotFile {
  /// The chain before the first record: which journal.
  var origin: [UInt8]
  /// The chain's link at the last record the body knows: which place in it.
  var link: [UInt8]
  var shape: [UInt8]
  /// The number of the last record, and up to when the alarms have been looked at.
  var seq: Int64
  var now: Instant
  var body: [UInt8]

  init(_ snapshot: Snapshot, _ header: RecordingHeader, origin: [UInt8], link: [UInt8]) {
    self.origin = origin
    self.link = link
    seq = snapshot.center.seq
    now = snapshot.alarms.now
    shape = Snapshot.shape(header)
    body = snapshot.body
  }

  /// The file at `path`, or nil when there is none that is whole.
  init?(_ path: String) {
    guard (try? PrivateFile.check(path)) != nil,
      let bytes = try? FileBytes.read(path, bytesMax: Snapshot.bytesMax), bytes.count > SnapshotFile.headBytes
    else { return nil }
    let parts = (0..<4).map { Array(bytes[$0 * Chain.linkBytes..<($0 + 1) * Chain.linkBytes]) }
    let numbers = (0..<2).map { index in
      let start = 4 * Chain.linkBytes + 8 * index
      return Int64(bitPattern: bytes[start..<start + 8].reduce(0) { $0 << 8 | UInt64($1) })
    }
    shape = parts[0]
    origin = parts[1]
    link = parts[2]
    seq = numbers[0]
    now = Instant(milliseconds: numbers[1])
    body = Array(bytes[SnapshotFile.headBytes...])
    guard seal == parts[3] else { return nil }
  }

  /// Puts the file in place of the one before. A cache that cannot be written is no fault of anybody's entry.
  func write(_ path: String) {
    try? PrivateFile.replace(path, with: shape + origin + link + seal + place + body)
  }

  private var place: [UInt8] {
    var bytes = CanonicalBytes()
    bytes.append(seq)
    bytes.append(now.milliseconds)
    return bytes.bytes
  }

  private var seal: [UInt8] {
    var hash = SHA256()
    hash.update(data: shape + origin + link + place)
    hash.update(data: body)
    return Array(hash.finalize())
  }

  private static let headBytes = 4 * Chain.linkBytes + 16
}

extension Site {
  private var snapshotPath: String { "\(folder)/\(Snapshot.name)" }

  /// The newest state that was kept of this journal, or nil.
  func snapshot() throws(StoreError) -> Snapshot? {
    guard let file = snapshotFile(), try journal.link(at: file.seq) == file.link,
      let snapshot = Snapshot(body: file.body, journal.header), snapshot.center.seq == file.seq
    else { return nil }
    return snapshot
  }

  /// The snapshot that was kept of this journal, even where it knows records that the journal has not.
  func snapshotFile() -> SnapshotFile? {
    guard let file = SnapshotFile(snapshotPath), file.shape == Snapshot.shape(journal.header),
      file.origin == journal.origin
    else { return nil }
    return file
  }

  /// Keeps a state for the next who opens the site.
  func keep(_ snapshot: Snapshot) throws(StoreError) {
    guard let link = try journal.link(at: snapshot.center.seq) else { return }
    SnapshotFile(snapshot, journal.header, origin: journal.origin, link: link).write(snapshotPath)
  }
}
