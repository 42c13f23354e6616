import Alarms
import CaseFlow
import Testing

@testable import Journal

/// What a live center refuses and reads, on a real store.
@Suite struct LiveCenterTests {
  private let me = Code("op3")!

  @Test("an alarm that nobody raised cannot be taken, and nothing is recorded") func strangeAlarm() throws {
    let folder = StoreFolder()
    let site = try folder.create()
    var live = try site.live { SampleDays.opening }
    let act = Act(.state(.alarmAcknowledged(AlarmAnswered("nonsense"))))
    #expect(throws: ActError.self) { try live.perform(act, id: "a", by: me) }
    #expect(try site.store.head() == -1)
  }

  @Test("much that others recorded is read in pieces, and alarms wait until all of it is known") func backlog() throws {
    let folder = StoreFolder()
    var board = try folder.create().live { SampleDays.opening + .hours(1) }
    var other = try Site.open(folder.path).live { SampleDays.opening }
    let appointments = (0...LiveCenter.newsAtOnce).map { number -> Event in
      var listed = AppointmentListed()
      listed.appointment = Code("A-\(number)") ?? .none
      listed.people = 1
      listed.expected = SampleDays.opening + .hours(9)
      return .appointmentListed(listed)
    }
    _ = try other.perform(Act(.stateAll(appointments)), id: "list", by: me)
    board.take(try #require(try board.news()))
    #expect(board.hasMore && board.center.seq == LiveCenter.newsAtOnce)
    let before = board.alarms.now
    board.advance()
    #expect(board.alarms.now == before)
    board.take(try #require(try board.news()))
    #expect(!board.hasMore && board.center.seq == other.center.seq)
    board.advance()
    #expect(board.alarms.now == SampleDays.opening + .hours(1))
  }

  @Test("details sealed under a lost key do not hide those entered since") func lostKey() throws {
    let folder = StoreFolder()
    let site = try folder.create()
    var live = try site.live { SampleDays.opening }
    var act = Act(.arrive(StoreFolder.party()))
    var details = PersonDetails()
    details.familyName = "Xochitl"
    act.details[.member(0)] = details
    let entered = try live.perform(act, id: "a", by: me)
    guard case .partyArrived(let arrived)? = entered.records.first?.event else {
      Issue.record("no arrival")
      return
    }
    let person = arrived.members[0].person
    #expect(try live.details(of: person)?.familyName == "Xochitl")
    // The keys are lost, and new ones made.
    try StoreFolder.remove("\(folder.path)/\(KeyFile.name)")
    _ = try KeyFile.create(folder.path)
    var again = try Site.open(folder.path).live { SampleDays.opening + .minutes(5) }
    #expect(throws: StoreError.self) { try again.details(of: person) }
    var later = Act(nil)
    details.familyName = "Xochitl Ruiz"
    later.details[.person(person)] = details
    _ = try again.perform(later, id: "b", by: me)
    #expect(try again.details(of: person)?.familyName == "Xochitl Ruiz")
  }
}
