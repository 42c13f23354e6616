import CaseFlow
import Testing

@testable import Alarms

/// Two linked cases of an illness within 72 hours are an outbreak, and alarm.
@Suite("Linked illness")
struct LinkedIllnessTests {
  private let start = Instant(milliseconds: 1_700_000_000_000)

  private func found(_ person: Int32, _ finding: Finding = .varicella) -> Event {
    var e = FindingRecorded()
    e.person = PersonID(number: person)
    e.finding = finding
    return .findingRecorded(e)
  }

  @Test("raises at the second linked case and clears 72 hours after it, to the millisecond")
  func outbreak() {
    var feed = Feed(.shipped)
    feed.arrive(2, start, into: Code("fam-a"))
    feed.arrive(1, start, into: Code("fam-a"))
    feed.arrive(1, start, into: Code("men"))
    feed.record(found(1), start + .hours(1))
    feed.record(found(4), start + .hours(2))
    #expect(feed.board.reading(of: "Linked illness")?.amount == 0)
    feed.record(found(3), start + .hours(30))
    let raised = feed.board.alarms.last { $0.threshold == "Linked illness" }
    #expect(raised?.raised == start + .hours(30) && raised?.level == .strained && raised?.reading.amount == 2)
    feed.board.advance(to: start + .hours(102) - Span(milliseconds: 1))
    #expect(feed.board.reading(of: "Linked illness")?.amount == 2)
    feed.board.advance(to: start + .hours(102))
    #expect(feed.board.alarms.last { $0.threshold == "Linked illness" }?.cleared == start + .hours(102))
  }

  @Test("a place entered late links whom it put together")
  func lateEntry() {
    var feed = Feed(.shipped)
    feed.arrive(1, start, into: Code("men"))
    let second = feed.arrive(1, start, into: Code("fam-a"))
    feed.record(found(1, .influenzaLike), start + .hours(5))
    feed.record(found(2, .influenzaLike), start + .hours(6))
    #expect(feed.board.reading(of: "Linked illness")?.amount == 0)
    feed.record(.casePlaced(CasePlaced(second, in: Code("men"))), start + .hours(7), happened: start + .hours(1))
    #expect(feed.board.reading(of: "Linked illness")?.amount == 2)
  }
}
