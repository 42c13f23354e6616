import Alarms
import CaseFlow
import Foundation
import Testing

@testable import Journal

/// What a site keeps, on real files.
@Suite struct StoreTests {
  @Test func whatWasRecordedIsThereWhenTheSiteIsOpenedAgain() throws {
    let folder = StoreFolder()
    let day = StoreFolder.day
    var live = try folder.create().live { SampleDays.opening }
    var open = DeskOpened()
    open.desk = DeskID(stage: .reception, number: 1)
    open.staff = Code("op1")
    _ = try live.perform(Act(.state(.deskOpened(open))), id: "a", by: Code("op1"))
    let arrived = try live.perform(Act(.arrive(StoreFolder.party())), id: "b", by: Code("op1"))
    #expect(arrived.records.first?.seq == 2)

    let again = try Site.open(folder.path)
    #expect(again.code == Code("SMP"))
    #expect(Recording.bytes(again.store.header, []) == Recording.bytes(day, []))
    #expect(try again.store.head() == live.center.seq)
    let other = try again.live { SampleDays.opening }
    #expect(other.center.canonicalBytes(at: SampleDays.opening) == live.center.canonicalBytes(at: SampleDays.opening))
  }

  @Test func aCommandSentTwiceIsThereOnce() throws {
    let folder = StoreFolder()
    var live = try folder.create().live { SampleDays.opening }
    let first = try live.perform(Act(.arrive(StoreFolder.party())), id: "x", by: Code("op1"))
    var other = try Site.open(folder.path).live { SampleDays.opening }
    let second = try other.perform(Act(.arrive(StoreFolder.party())), id: "x", by: Code("op1"))
    #expect(second.wasKnown && !first.wasKnown)
    #expect(second.records.map(\.seq) == first.records.map(\.seq))
    #expect(try other.store.head() == first.records.last?.seq)
  }

  @Test func theSlowerOfTwoIsToldOfTheConflictAndNothingOfItIsWritten() throws {
    let folder = StoreFolder()
    let one = try folder.create().store
    let two = try Site.open(folder.path).store
    let records = StoreFolder.arrivals(2)
    #expect(try one.append(Batch(command: "one", records: [records[0]], expects: -1)) == .appended)
    #expect(try two.append(Batch(command: "two", records: [records[0]], expects: -1)) == .conflict)
    #expect(try two.find("two") == nil)
    #expect(try two.append(Batch(command: "two", records: [records[1]], expects: 1)) == .appended)
    #expect(try one.find("two") == 2...2)
    #expect(try one.records(0, 10).map(\.seq) == [1, 2])
  }

  @Test func oneIsToldWhenAnotherRecords() throws {
    let folder = StoreFolder()
    let one = try folder.create()
    let two = try Site.open(folder.path)
    #expect(StoreFolder.waits(one.watch, milliseconds: 0) == false)
    _ = try one.store.records(0, 10)
    #expect(StoreFolder.waits(one.watch, milliseconds: 20) == false, "reading is no news")
    _ = try two.store.append(Batch(command: "a", records: StoreFolder.arrivals(1), expects: -1))
    #expect(StoreFolder.waits(one.watch, milliseconds: 250))
    #expect(try one.store.head() == 1, "what was committed can be read at the first news of it")
    one.drainWatch()
    #expect(StoreFolder.waits(one.watch, milliseconds: 0) == false)
  }
}

/// A data folder of one test, removed when the test is over.
final class StoreFolder {
  let path: String

  init() {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("jpc-store-\(UUID().uuidString)").path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  static let day = SampleDays.header(SampleDays.center)

  func create() throws -> Site { try Site.create(path, StoreFolder.day, site: Code("SMP")) }

  /// A site with a small recorded day in it, entered command by command.
  func fill(parties: Int = 30) throws -> Site {
    let site = try create()
    var last: Int64 = -1
    for record in StoreFolder.records(parties) {
      #expect(try site.store.append(Batch(command: "c\(record.seq)", records: [record], expects: last)) == .appended)
      last = record.seq
    }
    return site
  }

  /// What the engine has decided on a small day.
  static func records(_ parties: Int) -> [Record] {
    SampleDays.day(parties: parties, center: SampleDays.center).records
  }

  /// Puts a file of its owner's alone into the folder.
  func write(_ bytes: Data, _ name: String) throws {
    let url = URL(fileURLWithPath: "\(path)/\(name)")
    try? FileManager.default.removeItem(at: url)
    close(try PrivateFile.create(url.path, for: url.path))
    try bytes.write(to: url)
  }

  static func remove(_ path: String) throws { try FileManager.default.removeItem(atPath: path) }

  /// Somebody on their own, at the door.
  static func party() -> Arrival {
    var arrival = Arrival()
    arrival.language = Code("spa")
    arrival.nationality = Code("VEN")
    arrival.members.append(ArrivalMember(age: Years(30), band: .adult, sex: .female, tie: .head))
    return arrival
  }

  /// The records of some arrivals, one each.
  static func arrivals(_ count: Int) -> [Record] {
    var center = Center(plan: day.center.plan, rules: .us2021)
    return (0..<count).map { index in
      var announced = ArrivalAnnounced()
      announced.people = index + 1
      announced.expected = SampleDays.opening + .hours(1)
      let record = Record(
        seq: Int64(index + 1), at: SampleDays.opening, recorded: SampleDays.opening, by: Code("op3"),
        event: .arrivalAnnounced(announced))
      center.apply(record)
      return record
    }
  }

  /// Whether a descriptor becomes readable in time.
  static func waits(_ descriptor: Int32, milliseconds: Int32) -> Bool {
    var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&entry, 1, milliseconds) > 0
  }
}
