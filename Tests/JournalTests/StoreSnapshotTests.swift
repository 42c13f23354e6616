import Alarms
import CaseFlow
import Foundation
import Testing

@testable import Journal

/// A state that was kept is the state: nothing of it is lost, and it goes on alike.
@Suite struct StoreSnapshotTests {
  @Test func aStateThatWasReadBackIsEqualAndGoesOnAlike() throws {
    let recording = try Recording.read("Fixtures/days/2021-12-24.ndjson")
    let cuts = stride(from: 0, to: recording.records.count, by: recording.records.count / 5 + 1)
    var straight = Snapshot(recording.header)
    var restored: [Snapshot] = []
    for (index, record) in recording.records.enumerated() {
      if cuts.contains(index) {
        let body = straight.body
        let read = Snapshot(body: body, recording.header)
        let copy = try #require(read)
        #expect(StoreSnapshotTests.difference(copy.center, straight.center) == nil)
        let same = copy.body == body
        #expect(same)
        restored.append(copy)
      }
      straight.take(record)
      for position in restored.indices { restored[position].take(record) }
    }
    #expect(restored.count == 5)
    let end = recording.header.until + .hours(30)
    straight.alarms.advance(to: end)
    for var copy in restored {
      copy.alarms.advance(to: end)
      let goesOnAlike = copy.body == straight.body && copy.alarms.snapshot == straight.alarms.snapshot
      #expect(goesOnAlike)
    }
  }

  @Test func aSnapshotTellsEveryStoredPropertyOfACenter() {
    // What is told by `describeState`, and plan and rules, which the header has.
    let center = Center(plan: SampleDays.center.plan, rules: .us2021)
    let told = ["plan", "rules"] + StoreSnapshotTests.names(of: center)
    for property in Mirror(reflecting: center).children.compactMap(\.label) {
      #expect(told.contains(property) || StoreSnapshotTests.otherwise[property] != nil, "\(property) would be lost")
    }
  }

  /// Properties that stand under another name.
  private static let otherwise = [
    "queues": "queue", "authors": "entries", "parties": "items", "people": "items", "cases": "items",
  ]

  private static func names(of center: Center) -> [String] {
    var center = center
    var names = FieldNames()
    center.describeState(&names)
    return names.names
  }

  @Test func aTornOrAlteredOrForeignSnapshotIsPassedOver() throws {
    let folder = StoreFolder()
    let site = try folder.fill()
    let path = "\(folder.path)/\(Snapshot.name)"
    var kept = Snapshot(site.store.header)
    for record in try site.store.records(-1, 50) { kept.take(record) }
    try site.keep(kept)
    #expect(try site.snapshot()?.center.seq == 50)
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))

    var damaged: [Data] = [Data(), whole.prefix(100), whole.dropLast()]
    for place in stride(from: 0, to: whole.count, by: max(1, whole.count / 40)) {
      var bytes = whole
      bytes[place] ^= 0x10
      damaged.append(bytes)
    }
    for bytes in damaged {
      try folder.write(bytes, Snapshot.name)
      #expect(try site.snapshot() == nil)
      #expect(try site.live { SampleDays.opening }.center.seq == site.store.head())
    }
    let other = StoreFolder()
    let foreign = try Site.create(other.path, StoreFolder.day, site: Code("XYZ"))
    try other.write(whole, Snapshot.name)
    #expect(try foreign.snapshot() == nil)
  }

  @Test("a forged snapshot that tells what no center can be is passed over", arguments: ["occupied", "staffed"])
  func forged(field: String) throws {
    let folder = StoreFolder()
    let site = try folder.fill()
    var kept = Snapshot(site.store.header)
    for record in try site.store.records(-1, 50) { kept.take(record) }
    var forger = Forger(field: field)
    kept.center.describeWork(&forger)
    try site.keep(kept)
    #expect(try site.snapshot() == nil)
    #expect(try site.live { SampleDays.opening }.center.seq == site.store.head())
  }

  @Test func aSnapshotStandsUntilTheNextOneIsWhole() throws {
    let folder = StoreFolder()
    let site = try folder.fill()
    var kept = Snapshot(site.store.header)
    for record in try site.store.records(-1, 50) { kept.take(record) }
    try site.keep(kept)
    // The next one cannot be written: its place is taken by a folder.
    let draft = PrivateFile.draft(of: "\(folder.path)/\(Snapshot.name)")
    try PrivateFile.makeFolder(draft)
    try site.keep(Snapshot(try site.live { SampleDays.opening }))
    #expect(try site.snapshot()?.center.seq == 50)
    rmdir(draft)
    try site.keep(Snapshot(try site.live { SampleDays.opening }))
    #expect(try site.snapshot()?.center.seq == site.store.head())
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).allSatisfy { !$0.hasSuffix(".part") })
  }

  @Test func aSnapshotThatIsReadableByOthersIsNotRead() throws {
    let folder = StoreFolder()
    let site = try folder.fill()
    try site.keep(Snapshot(try site.live { SampleDays.opening }))
    #expect(try site.snapshot() != nil)
    chmod("\(folder.path)/\(Snapshot.name)", 0o644)
    #expect(try site.snapshot() == nil)
  }

  @Test func openingAfterManyRecordsKeepsASnapshotAndStartsFromIt() throws {
    let folder = StoreFolder()
    let site = try folder.create()
    var records: [Record] = StoreFolder.arrivals(Int(Snapshot.every) + 10)
    for index in records.indices { records[index].by = Code("op\(index % 7)")! }
    _ = try site.store.append(Batch(command: "bulk", records: records, expects: -1))
    let first = try site.live { SampleDays.opening }
    let kept = try #require(try site.snapshot())
    #expect(kept.center.seq == first.center.seq)
    #expect(kept.lastAuthor == records.last?.by)
    let second = try Site.open(folder.path).live { SampleDays.opening }
    #expect(Snapshot(second).body == Snapshot(first).body)
    #expect(try site.verify().fault == nil)
  }

  @Test func bytesThatAreNoStateAreRefusedWithoutATrap() {
    var random = SplitMix(state: 7)
    let header = StoreFolder.day
    let body = Snapshot(header).body
    for _ in 0..<2_000 {
      var bytes = body
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      if let read = Snapshot(body: bytes, header) { #expect(read.body.count > 0) }
      _ = Snapshot(body: bytes.dropLast(Int.random(in: 1..<bytes.count, using: &random)), header)
    }
  }

  /// The first stored property, however deep, in which two centers differ.
  private static func difference(_ one: Center, _ other: Center) -> String? {
    let lines = [one, other].map { center in
      var text = ""
      dump(center, to: &text)
      return text.split(separator: "\n")
    }
    return zip(lines[0], lines[1]).first { $0 != $1 }.map { "\($0) was \($1)" }
  }
}

/// Makes every number of one name the largest there is.
private struct Forger: FieldVisitor {
  let field: String

  mutating func field<S: Scalar>(_ name: StaticString, _ value: inout S) {
    if "\(name)" == field, let most = Int.max as? S { value = most }
  }
  mutating func field<S: Scalar & Equatable>(_ name: StaticString, _ value: inout S, usual: S) {
    if "\(name)" == field, let most = Int.max as? S { value = most }
  }
  mutating func field<S: Scalar>(_ name: StaticString, _ value: inout S?) {}
  mutating func field<S: Scalar>(_ name: StaticString, _ value: inout [S], most: Int) {}
  mutating func field<T: Described>(_ name: StaticString, _ value: inout T) { value.describe(&self) }
  mutating func field<T: Described>(_ name: StaticString, _ value: inout T?) { value?.describe(&self) }
  mutating func field<T: Described>(_ name: StaticString, _ value: inout [T], most: Int) {
    for index in value.indices { value[index].describe(&self) }
  }
}
