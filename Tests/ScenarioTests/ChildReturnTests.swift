import Foundation
import TestSupport
import Testing

/// A child from Mexico, from the gate to the hand-over, in the lines that the desks type.
@Suite("A child alone goes home lawfully or not at all")
struct ChildReturnTests {
  /// Lines of one desk, a minute apart from those before.
  private final class Day {
    private let work: WorkFolder
    private var minute = 0

    init() throws { work = try WorkFolder() }

    func tell(_ desk: String, _ lines: String...) throws {
      for (line, answer) in zip(lines, try enter(desk, lines)) {
        #expect(answer.hasPrefix("ACK "), "\(line): \(answer)")
      }
    }

    /// Why a line is refused; empty when it was done.
    func refused(_ desk: String, _ line: String) throws -> String {
      let answer = try enter(desk, [line]).first ?? ""
      return answer.hasPrefix("ACK ") ? "" : answer
    }

    /// Why the child is not handed over now.
    var notReturned: String { get throws { try refused("cm1", "return 1 second=lead tag=0001-R") } }

    func status() throws -> Int? { (try work.status(at: time)["counts"] as? [String: Int])?["returned"] }

    var clock: String { String(format: "%02d:%02d", 9 + minute / 60, minute % 60) }
    private var time: String { "2026-03-16T\(clock):00-07:00" }

    private func enter(_ desk: String, _ lines: [String]) throws -> [String] {
      minute += 1
      return try work.answers(lines, at: time, by: desk)
    }
  }

  @Test("every step on the way is asked for by its rule, and with all of them it is handed over") func story() throws {
    let day = try Day()
    try day.tell("op1", "arrive /15m spa mex", "open r1", "call 1 because child", "begin 1")
    #expect(try day.notReturned.contains("it is in service at reception-1"))
    try day.tell("op1", "done 1")
    #expect(try day.notReturned.contains("No return without the screening that allows it"))
    try day.tell("nurse1", "open h1", "call 1 because child", "begin 1", "check 1 interview clear")
    try day.tell("nurse1", "check 1 assessment clear", "done 1")

    // The four questions, each yes, by two people.
    #expect(try day.refused("cm1", "screen 1 yes yes yes yes second=cm1").contains("second person"))
    #expect(try day.refused("cm1", "consulate 1").contains("No consulate hears"))
    try day.tell("cm1", "screen 1 yes yes yes yes second=lead")
    #expect(try day.notReturned.contains("Notify ORR"))
    try day.tell("cm1", "orr 1")

    // What it rests on is written down before it is served; the consulate is asked before it answers.
    #expect(try day.notReturned.contains("lacks a step: basis served"))
    #expect(try day.refused("cm1", "step 1 basisServed").contains("Write down first"))
    try day.tell("cm1", "name 1 note=\"wishes to go back to an aunt\"", "step 1 basisServed")
    #expect(try day.refused("cm1", "step 1 identityVerified").contains("The consulate was not asked"))
    #expect(try day.refused("cm1", "consulate answer 1 protocol=yes").contains("The consulate was not asked"))
    try day.tell("cm1", "consulate 1")
    for (step, words) in [
      ("identityVerified", "identity verified by the consulate"), ("travelDocument", "travel document"),
      ("fitnessToTravel", "fitness to travel"), ("nonRefoulementCheck", "non-refoulement check"),
      ("receivingContact", "receiving contact"), ("reintegrationReferral", "reintegration referral"),
      ("property", "property handed back"), ("guardian", "a guardian at the other end"),
    ] {
      #expect(try day.notReturned.contains("lacks a step: \(words)"), "\(step)")
      try day.tell("cm1", "step 1 \(step)")
    }
    #expect(try day.notReturned.contains("The consulate did not say yet"))
    try day.tell("cm1", "consulate answer 1 1")
    #expect(try day.notReturned.contains("The other end is not ready"))
    try day.tell("cm1", "consulate answer 1 1 protocol=yes")

    // Two people, the typed tag, and not as of a time before the last of it.
    #expect(try day.refused("cm1", "return 1 second=cm1 tag=0001-R").contains("second person"))
    #expect(!(try day.refused("cm1", "return 1 second=lead tag=0001-X").isEmpty))
    let ready = day.clock
    try day.tell("cm1", "name 1 note=\"wishes to go back to an aunt in Oaxaca\"")
    #expect(try day.refused("cm1", "return 1 second=lead tag=0001-R at=\(ready)").contains("after that time"))
    #expect(try day.status() == 0)
    try day.tell("cm1", "return 1 second=lead tag=0001-R", "confirm 1")
    #expect(try day.status() == 1)
  }

  @Test("its own no, its fear, its age and its country each end it") func ended() throws {
    for (entry, rule) in [
      ("screen 1 yes yes yes no second=lead", "No return without the screening"),
      ("screen 1 yes no yes yes second=lead", "No return without the screening"),
    ] {
      let day = try Day()
      try day.tell("cm1", "arrive /15m spa mex", "orr 1", entry)
      #expect(try day.notReturned.contains(rule), "\(entry)")
    }
    for (who, rule) in [("/13m spa mex", "under 14"), ("/15m spa gtm", "No return without the screening")] {
      let day = try Day()
      try day.tell("cm1", "arrive \(who)", "orr 1")
      #expect(try day.refused("cm1", "screen 1 yes yes yes yes second=lead").contains(rule), "\(who)")
    }
    let day = try Day()
    try day.tell("cm1", "arrive /15m spa mex", "orr 1", "screen 1 yes yes yes yes second=lead", "stop 1 fear")
    #expect(try day.refused("cm1", "screen 1 yes yes yes yes second=lead").contains("claim to protection was heard"))
    // The lawful way is open.
    try day.tell("cm1", "child 1 agencyFinding", "transfer 1 orr asked", "transfer 1 orr accepted")
    try day.tell("cm1", "transfer 1 orr departed")
  }
}
