import CaseFlow
import Foundation
import Testing

@testable import Journal

/// A crash came between the record of an erasure and the end of its key.
@Suite("An erasure that was cut off is brought to its end")
struct ErasingTests {
  private let folder = StoreFolder()
  private let passphrase = "four words and a comma, say"

  /// A site where the journal says that somebody was erased, and their key is there still.
  private func cutOff() throws -> (site: Site, person: PersonID) {
    let site = try folder.create()
    var live = try site.live { SampleDays.opening }
    var arrive = Act(.arrive(StoreFolder.party()))
    var details = PersonDetails()
    details.familyName = "Xochitl"
    arrive.details[.member(0)] = details
    _ = try live.perform(arrive, id: "a", by: Code("op3"))
    let person = try #require(live.center.people.items.first?.id)
    var event = DetailsErased()
    event.person = person
    event.reason = "asked for it"
    event.second = Code("bob")
    _ = try live.perform(Act(.state(.detailsErased(event))), id: "b", by: Code("op3"))
    #expect(try site.keys.remaining(of: [person]) == [person])
    // Whoever stood before the board then reads nothing all the same.
    #expect(try live.details(of: person) == nil)
    return (site, person)
  }

  @Test("by whoever opens the center next") func atOpening() throws {
    let (_, person) = try cutOff()
    let next = try Site.open(folder.path)
    _ = try next.live { SampleDays.opening + .hours(1) }
    #expect(try next.keys.remaining(of: [person]).isEmpty)
    #expect(try next.verify().keptThoughErased == nil)
  }

  @Test("by whoever verifies the journal, which tells nobody whose key is gone") func atVerifying() throws {
    let (site, person) = try cutOff()
    let found = try site.verify()
    #expect(found.fault == nil && found.keptThoughErased == nil)
    #expect(try site.keys.remaining(of: [person]).isEmpty)
  }

  @Test("and their key is in no copy of the keys, even where the file of keys cannot be changed") func copies() throws {
    let (site, person) = try cutOff()
    let wrapped = try #require(try site.keys.rows().first { $0.person == person }?.wrapped)
    let copy = "\(folder.path)/copy.keys"
    try site.keys.export(
      to: copy, passphrase: passphrase, of: site.journal.owner, erased: [person], cost: .test)
    let read = try KeyCopy.read(copy, passphrase: passphrase)
    #expect(read.people == [KeyRow(person: person, wrapped: nil)])
    #expect(!read.people.contains { $0.wrapped == wrapped })
    let other = "\(folder.path)/other.keys"
    try site.exportKeys(to: other, passphrase: passphrase)
    #expect(try KeyCopy.read(other, passphrase: passphrase).people == read.people)
    #expect(try site.keys.remaining(of: [person]).isEmpty)
  }

  @Test("a copy of the keys from before the erasure brings nobody back") func oldCopy() throws {
    let (site, person) = try cutOff()
    let (keys, journal) = ("\(folder.path)/old.keys", "\(folder.path)/new.db")
    try site.keys.export(to: keys, passphrase: passphrase, of: site.journal.owner, cost: .test)
    try site.backup(to: journal)
    let place = StoreFolder()
    try Site.restore(from: journal, to: place.path, keys: KeyCopy.read(keys, passphrase: passphrase))
    let restored = try Site.open(place.path)
    #expect(try restored.keys.rows() == [KeyRow(person: person, wrapped: nil)])
  }

  @Test("the keys of another center are refused before anything is written") func otherCenter() throws {
    let (site, _) = try cutOff()
    let other = StoreFolder()
    let journal = "\(folder.path)/copy.db"
    try site.backup(to: journal)
    let keys = "\(folder.path)/copy.keys"
    let strange = try Site.create(other.path, StoreFolder.day, site: Code("XYZ"))
    try strange.keys.export(to: keys, passphrase: passphrase, of: strange.journal.owner, cost: .test)
    let place = StoreFolder()
    let error = #expect(throws: StoreError.self) {
      try Site.restore(from: journal, to: place.path, keys: KeyCopy.read(keys, passphrase: passphrase))
    }
    let sentence = error?.description ?? ""
    #expect(sentence.contains("(SMP)") && sentence.contains("(XYZ)"), "\(sentence)")
    #expect(!PrivateFile.exists(place.path))
  }
}
