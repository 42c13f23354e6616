import Alarms
import CaseFlow
import Testing

@testable import Drill

@Suite("What a team only tells the board and the record")
struct TellingTests {
  private let team: Code = Code("vega")

  /// Afternoon hours in which the team does all of this every few minutes.
  private func played(_ role: Role = .supervisor, _ acts: (DrillSession) -> [Event]) throws -> [Record] {
    let day = try Drills.christmasEve.get()
    var session = Drills.session(day, from: 14, hours: 5, team: [role])
    session.takeOver(by: Drills.controller)
    for minutes in stride(from: 7, through: 290, by: 11) {
      session.advance(to: day.at(14) + .minutes(minutes))
      for event in acts(session) {
        let now = session.now
        let seq = (session.records(of: 1).last?.seq ?? 0) + 1
        session.take([Record(seq: seq, at: now, recorded: now, by: team, event: event)])
      }
    }
    session.advance(to: day.at(19))
    return session.records(of: 1)
  }

  /// What everyone else recorded, but for the calls that the team made for them.
  private func lived(_ records: [Record]) -> [String] {
    records.compactMap { record in
      if case .followUpRecorded = record.event { return nil }
      return record.by == team ? nil : "\(record.recorded.milliseconds) \(record.by) \(record.event.type)"
    }
  }

  /// Such an event about those whom it can be about now: several, so that chance would show it.
  private func about(_ blank: Event, _ session: DrillSession) -> [Event] {
    let (center, now) = (session.center, session.now)
    let cases = center.cases.items
    switch blank {
    case .recordOpened(var e):
      e.person = center.people.items.last?.id ?? e.person
      return [.recordOpened(e)]
    case .valueConfirmed(var e):
      e.person = center.people.items.last?.id ?? e.person
      return [.valueConfirmed(e)]
    case .detailsRecorded(var e):
      (e.person, e.fields) = (center.people.items.last?.id ?? e.person, [.note])
      return [.detailsRecorded(e)]
    case .commandRefused(var e):
      e.caseID = cases.last { $0.isOnRoll }?.id
      return [.commandRefused(e)]
    case .stayExplained(let e):
      return cases.filter { center.lacksStayReason($0, at: now) }.prefix(9).map {
        var explained = e
        explained.caseID = $0.id
        return .stayExplained(explained)
      }
    case .breachRecorded:
      let over = cases.flatMap { item in
        center.clocks(of: item, at: now).filter { $0.isBroken(at: now) }.map { (item.id, $0.kind) }
      }
      return over.map { .breachRecorded(BreachRecorded($0, .clock, .noStaff, clock: $1)) }
    case .followUpRecorded(let e):
      return cases.filter { $0.openFollowUp(.call) != nil }.map {
        var called = e
        (called.caseID, called.followUp, called.outcome) = ($0.id, .call, .reached)
        return .followUpRecorded(called)
      }
    case .reserveOrdered: return [.order("hall")]
    case .actionTaken: return [.take("F-1", 1)]
    default: return [blank]
    }
  }

  @Test("leaves everyone else as they are when it does nothing, whichever of it the team does")
  func nothingMoves() throws {
    let blanks = Event.blanks.filter(\.movesNobody)
    let none = try played { _ in [] }
    let all = try played { session in blanks.flatMap { about($0, session) } }
    #expect(lived(all) == lived(none))
    let told = Set(all.filter { $0.by == team }.map(\.event.type))
    #expect(told == Set(blanks.map(\.type)), "each of them was told")
  }

  @Test("leaves everyone else as they are when case managers call those who left")
  func calls() throws {
    let none = try played(.caseManager) { _ in [] }
    let all = try played(.caseManager) { about(.followUpRecorded(FollowUpRecorded()), $0) }
    let isSame = lived(all) == lived(none)
    #expect(isSame)
    #expect(all.contains { $0.by == team && $0.event.type == "followUpRecorded" })
  }

  @Test("is not told again by anyone simulated: a cause that the team gave stands")
  func oneCause() throws {
    let day = try Drills.christmasEve.get()
    var session = Drills.session(day, from: 14, hours: 5)
    session.takeOver(by: Drills.controller)
    var given: Set<FoundBreach> = []
    // A minute after everyone simulated has seen what ran out, and before any of them writes it down.
    for minutes in stride(from: 6, through: 286, by: 20) {
      session.advance(to: day.at(14) + .minutes(minutes))
      for case .breachRecorded(let e) in about(.breachRecorded(BreachRecorded()), session) {
        guard let clock = e.clock, given.insert(FoundBreach(caseID: e.caseID, clock: clock)).inserted else { continue }
        let (seq, now) = (session.center.seq + 1, session.now)
        session.take([Record(seq: seq, at: now, recorded: now, by: team, event: .breachRecorded(e))])
      }
    }
    try #require(given.count > 5)
    let again = session.branches[1].records.filter { record in
      guard case .breachRecorded(let e) = record.event, record.by != team, let clock = e.clock else { return false }
      return given.contains(FoundBreach(caseID: e.caseID, clock: clock))
    }
    #expect(again.isEmpty)
  }
}
