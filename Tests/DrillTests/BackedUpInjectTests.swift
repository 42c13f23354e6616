import CaseFlow
import Testing

@testable import Drill

/// The controller goes back in time, sees the injects as they stood, and changes what the next branch will meet.
@Suite("Injects of an instant that was backed up to")
struct BackedUpInjectTests {
  private let one: Code = Code("one")
  private let two: Code = Code("two")

  /// Taken over at ten, played until one; `one` befell at eleven, `two` was held at half past ten and never befell.
  private func played() throws -> (session: DrillSession, day: DrillDay) {
    let day = try Drills.quiet.get()
    let injects = [Inject(one, .message, at: day.at(11)), Inject(two, .message, at: day.at(12))]
    var session = Drills.session(day, from: 9, hours: 8, injects: injects)
    session.seek(to: day.at(10))
    session.takeOver(by: Drills.controller)
    session.advance(to: day.at(10.5))
    _ = session.hold(two, true, by: Drills.controller)
    session.advance(to: day.at(13))
    return (session, day)
  }

  @Test("stand as they stood then")
  func asTheyStood() throws {
    var (session, day) = try played()
    #expect(session.injects.map(\.state) == [.fired(day.at(11)), .held])
    session.seek(to: day.at(10.75))
    #expect(session.injects.map(\.state) == [.toCome, .held])
    session.seek(to: day.at(10.25))
    #expect(session.injects.map(\.state) == [.toCome, .toCome])
    session.seek(to: day.at(13))
    #expect(session.injects.map(\.state) == [.fired(day.at(11)), .held])
  }

  @Test("are changed, added and held for the branch that begins next, and for that one alone")
  func keptForTheNext() throws {
    var (session, day) = try played()
    session.seek(to: day.at(10.25))
    session.change(Inject(two, .message, at: day.at(10.4)))
    session.change(Inject(Code("C1"), .arrivalsStop, at: day.at(10.3), minutes: 20))
    #expect(session.hold(one, true, by: Drills.controller).isEmpty)
    let shown = session.injects
    #expect(shown.map(\.inject.code) == [one, two, Code("C1")])
    #expect(shown.map(\.state) == [.held, .toCome, .toCome] && shown[1].inject.at == day.at(10.4))
    // What was played is as it was.
    #expect(session.origin(of: 1).scenario.injects.map(\.at) == [day.at(11), day.at(12)])

    let begun = session.takeOver(by: Drills.controller)
    guard case .injectHeld(let held) = begun.last?.event else {
      Issue.record("that it is held is recorded as the branch begins")
      return
    }
    #expect(begun.count == 2 && held.inject == one && held.held)
    session.advance(to: day.at(12))
    #expect(session.injects.map(\.state) == [.held, .fired(day.at(10.4)), .fired(day.at(10.3))])
    #expect(session.origin(of: 2).scenario.injects.map(\.code) == [one, two, Code("C1")])

    session.show(branch: 1)
    session.seek(to: day.at(10.25))
    #expect(session.injects.map(\.inject.code) == [one, two])
    session.takeOver(by: Drills.controller)
    session.advance(to: day.at(11.5))
    #expect(session.injects.map(\.state) == [.fired(day.at(11)), .toCome])
  }

  @Test("before anyone takes over are held and changed for whoever takes over there")
  func beforeTheTakeover() throws {
    let day = try Drills.quiet.get()
    var session = Drills.session(day, from: 9, hours: 8, injects: [Inject(one, .message, at: day.at(11))])
    session.change(Inject(Code("C1"), .message, at: day.at(10)))
    _ = session.hold(one, true, by: Drills.controller)
    #expect(session.fire(one, by: Drills.controller).isEmpty)
    for _ in 1...2 {
      session.takeOver(by: Drills.controller)
      session.advance(to: day.at(12))
      #expect(session.injects.map(\.state) == [.held, .fired(day.at(10))])
      session.show(branch: 0)
      session.seek(to: day.at(9))
    }
  }

  @Test("that a later branch was given do not befall those who do nothing beside an earlier one")
  func besideAnEarlierBranch() throws {
    var (session, day) = try played()
    session.seek(to: day.at(10.25))
    session.change(Inject(Code("C1"), .message, at: day.at(10.4)))
    session.show(branch: 0)
    session.change(Inject(Code("C2"), .message, at: day.at(10.4)))
    let nothing = try #require(session.doingNothing(beside: 1))
    let fired = nothing.records.compactMap { record -> Code? in
      if case .injectFired(let e) = record.event { e.inject } else { nil }
    }
    #expect(fired == [one])
    #expect(nothing.origin.scenario.injects.map(\.code) == [one, two])
  }
}
