import Alarms
import CaseFlow
import Glibc
import Journal

// The journal beside raw SQLite: the same rows into the same table under the same settings, in the same run.

/// Measures entries one by one and in bulk, and what a long journal costs to open and to verify.
func measureJournal(center path: String, records count: Int) -> Bool {
  do {
    let header = try Recording.read(path).header
    let records = try longHistory(header, count)
    let folder = temporaryFolder()
    print("\(records.count) records on \(folder)\n")
    try measureCommits("one by one", "\(folder)/one", header, records.prefix(2_000), atOnce: 1)
    let journal = try measureCommits("1,000 at once", "\(folder)/bulk", header, records[...], atOnce: 1_000)
    return try measureLongJournal(journal)
  } catch {
    print("\(error)")
    return false
  }
}

/// Appends records to a new journal and the same rows to a new table of raw SQLite, and answers the journal's folder.
@discardableResult
private func measureCommits(
  _ name: String, _ folder: String, _ header: RecordingHeader, _ records: ArraySlice<Record>, atOnce: Int
) throws -> String {
  var encoder = RecordingEncoder(zone: header.zone)
  let lines = records.map { Array(encoder.line($0).dropLast()) }
  // In turn, a quarter each: a machine's moods fall on both.
  let site = try Site.create(folder, header, site: header.center.plan.code)
  let raw = try RawSQLite("\(folder)/raw.db")
  var ours = 0.0
  var theirs = 0.0
  let batches = stride(from: 0, to: records.count, by: atOnce).map { $0..<min($0 + atOnce, records.count) }
  for quarter in 0..<4 {
    let part = batches[batches.count * quarter / 4..<batches.count * (quarter + 1) / 4]
    let rows = part.map { range in range.map { (seq: Int64($0 + 1), line: lines[$0]) } }
    theirs += try timed {
      for (range, rows) in zip(part, rows) { try raw.append(rows, command: "m\(range.lowerBound)") }
    }
    ours += try timed {
      for range in part {
        let entry = Array(records[records.startIndex + range.lowerBound..<records.startIndex + range.upperBound])
        let batch = Batch(
          command: "m\(range.lowerBound)", records: entry, expects: range.lowerBound == 0 ? -1 : Int64(range.lowerBound)
        )
        guard try site.store.append(batch) == .appended else { throw StoreError.unusable("an entry was refused") }
      }
    }
  }
  let count = Double(records.count)
  print(
    "\(name): \(text(count / ours, places: 0)) records/s, raw SQLite \(text(count / theirs, places: 0)) records/s: "
      + "\(text(theirs / ours * 100, places: 0)) %")
  return folder
}

/// Opens and verifies a long journal, with and without a snapshot.
private func measureLongJournal(_ folder: String) throws -> Bool {
  func open() throws -> Double {
    try timed { _ = try Site.open(folder).live { .earliest } }
  }
  print("open without a snapshot: \(text(try open(), places: 2)) s")
  var best = Double.infinity
  for _ in 0..<3 { best = min(best, try open()) }
  print("open with a snapshot: \(text(best, places: 2)) s")
  var found: Verification?
  var shortest = Double.infinity
  for _ in 0..<3 { shortest = min(shortest, try timed { found = try Site.open(folder).verify() }) }
  print(
    "verify: \(text(shortest, places: 2)) s, \(found?.records ?? 0) records, \(found?.fault?.description ?? "no fault")"
  )
  let copy = try timed { try Site.open(folder).backup(to: "\(folder)/copy.db") }
  print("backup with verification: \(text(copy, places: 2)) s")
  print("peak memory: \(peakKibibytes() / 1_024) MiB")
  return found?.fault == nil
}

func timed(_ body: () throws -> Void) rethrows -> Double {
  let began = seconds()
  try body()
  return seconds() - began
}

/// A folder of one's own, on the disk that `TMPDIR` names.
private func temporaryFolder() -> String {
  var template = Array("\(getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp")/jpc-measure-XXXXXX".utf8CString)
  return mkdtemp(&template).map { String(cString: $0) } ?? "/tmp"
}

/// People who come, are received and leave, one after another: one life as the engine decides it, again and again under
/// the next numbers.
private func longHistory(_ header: RecordingHeader, _ count: Int) throws -> [Record] {
  var center = Center(plan: header.center.plan, rules: RuleSet.named(header.rules) ?? .us2023)
  let by: Code = Code("op3" as StaticString)
  let desk = DeskID(stage: .reception, number: 1)
  func decided(_ command: Command) throws -> [Event] {
    let events = try center.decide(command, Moment(header.from, by: by))
    for event in events {
      center.apply(Record(seq: center.seq + 1, at: header.from, recorded: header.from, by: by, event: event))
    }
    return events
  }
  var opened = DeskOpened()
  opened.desk = desk
  opened.staff = by
  let opening = try decided(.state(.deskOpened(opened)))
  var arrival = Arrival()
  arrival.language = Code("spa" as StaticString)
  arrival.nationality = Code("VEN" as StaticString)
  arrival.members.append(ArrivalMember(age: Years(30), band: .adult, sex: .female, tie: .head))
  let first = center.nextCase
  var departed = CaseDeparted()
  departed.caseID = first
  departed.second = Code("lead" as StaticString)
  var life: [Event] = []
  for command: Command in [
    .arrive(arrival), .callNext(desk), .state(.serviceStarted(CaseAtDesk(first, desk))), .complete(first),
    .state(.caseDeparted(departed)),
  ] {
    life += try decided(command)
  }
  var records: [Record] = []
  records.reserveCapacity(count)
  func add(_ events: [Event], _ at: Instant) {
    for event in events {
      records.append(Record(seq: Int64(records.count + 1), at: at, recorded: at, by: by, event: event))
    }
  }
  add(opening, header.from)
  var lives: Int32 = 0
  while records.count < count {
    var shift = NumberShift(by: lives)
    lives += 1
    add(life.map { shift.shifted($0) }, header.from + .seconds(Int(lives) * 40))
  }
  return Array(records.prefix(count))
}

/// Moves the numbers of people, parties and cases in a description.
private struct NumberShift: FieldVisitor {
  let by: Int32

  mutating func shifted(_ event: Event) -> Event {
    var event = event
    event.describe(&self)
    return event
  }

  private func moved<S: Scalar>(_ value: S) -> S {
    let moved: (any Scalar)? =
      switch value {
      case let id as PersonID: PersonID(number: id.number + by)
      case let id as PartyID: PartyID(number: id.number + by)
      case let id as CaseID: CaseID(number: id.number + by)
      default: nil
      }
    return moved as? S ?? value
  }

  mutating func field<S: Scalar>(_ name: StaticString, _ value: inout S) { value = moved(value) }
  mutating func field<S: Scalar & Equatable>(_ name: StaticString, _ value: inout S, usual: S) { value = moved(value) }
  mutating func field<S: Scalar>(_ name: StaticString, _ value: inout S?) { value = value.map(moved) }
  mutating func field<S: Scalar>(_ name: StaticString, _ value: inout [S], most: Int) { value = value.map(moved) }
  mutating func field<T: Described>(_ name: StaticString, _ value: inout T) { value.describe(&self) }
  mutating func field<T: Described>(_ name: StaticString, _ value: inout T?) { value?.describe(&self) }
  mutating func field<T: Described>(_ name: StaticString, _ value: inout [T], most: Int) {
    for index in value.indices { value[index].describe(&self) }
  }
}
