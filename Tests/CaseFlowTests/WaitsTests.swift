import CaseFlow
import Testing

@Suite("How long people wait")
struct WaitsTests {
  private func waits(_ minutes: [(Int, Bool)]) -> Waits {
    Waits(minutes.map { Waits.Wait(length: .minutes($0.0), isServed: $0.1) })
  }

  private func median(_ minutes: [(Int, Bool)]) -> Span? { waits(minutes).quantiles([0.5])[0] }

  @Test("a worked example: remission times of 6-MP in weeks (Freireich and others, 1963; Kaplan and Meier's curve)")
  func freireich() {
    // 21 patients; + is censored: 6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+
    let treated: [(Int, Bool)] = [
      (6, true), (6, true), (6, true), (6, false), (7, true), (9, false), (10, true), (10, false), (11, false),
      (13, true), (16, true), (17, false), (19, false), (20, false), (22, true), (23, true), (25, false), (32, false),
      (32, false), (34, false), (35, false),
    ]
    // The published survival: .857 at 6, .807 at 7, .753 at 10, .690 at 13, .627 at 16, .538 at 22, .448 at 23.
    let published: [(Double, Int)] = [
      (0.143, 7), (0.142, 6), (0.193, 7), (0.194, 10), (0.246, 10), (0.309, 13), (0.372, 16), (0.46, 22), (0.5, 23),
      (0.55, 23),
    ]
    for (share, week) in published {
      #expect(waits(treated).quantiles([share])[0] == .minutes(week), "share \(share)")
    }
    #expect(waits(treated).quantiles([0.9]) == [nil])
    // The placebo group has no censoring; its median is 8 weeks.
    let placebo = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23].map { ($0, true) }
    #expect(median(placebo) == .minutes(8))
    #expect(waits(placebo).quantiles([0.9])[0] == .minutes(17))
  }

  @Test("nobody waited: nothing is known")
  func empty() { #expect(waits([]).quantiles([0.5, 0.9]) == [nil, nil]) }

  @Test("everyone still waits: nothing is known, however many they are")
  func allCensored() { #expect(median((1...100).map { ($0, false) }) == nil) }

  @Test("fewer than half, or nine tenths, can be known")
  func unknown() {
    // Three served at once, seven still waiting at least as long: three tenths are known and no more.
    let few = waits([(5, true), (5, true), (5, true)] + (0..<7).map { _ in (9, false) })
    #expect(few.quantiles([0.3, 0.31, 0.5, 0.9]) == [.minutes(5), nil, nil, nil])
    #expect(waits((1...10).map { ($0, $0 <= 8) }).quantiles([0.8, 0.9]) == [.minutes(8), nil])
  }

  @Test("ties: at the same length those served count before those who merely stopped being watched")
  func ties() {
    #expect(median([(10, false), (10, true)]) == .minutes(10))
    #expect(median([(10, true), (10, false), (10, false)]) == nil)
    #expect(median([(7, true), (7, true), (7, true)]) == .minutes(7))
    // 1 - 1/3 - 1/3 is a third, whatever floating point makes of it.
    #expect(waits([(1, true), (2, true), (3, true)]).quantiles([2.0 / 3.0])[0] == .minutes(2))
  }

  @Test("no wait at all is a wait of zero")
  func zero() { #expect(median([(0, true), (0, true), (9, false)]) == .zero) }

  @Test("agrees with a slow independent estimate on ten thousand random queues")
  func random() {
    var random = SeededGenerator(seed: 1958)
    for round in 0..<10_000 {
      let count = Int.random(in: 0...25, using: &random)
      let censored = Double.random(in: 0...1, using: &random)
      let minutes = (0..<count).map { _ in
        (Int.random(in: 0...12, using: &random), Double.random(in: 0..<1, using: &random) >= censored)
      }
      for (share, tenths) in [(0.5, 5), (0.9, 9), (0.1, 1)] {
        let known = waits(minutes).quantiles([share])[0]
        #expect(known == Self.slowly(minutes, tenths), "round \(round), share \(share): \(minutes)")
      }
    }
  }

  /// The estimate by its definition, with exact fractions where they fit and by redistribution to the right
  /// (Efron, 1967) otherwise: each censored wait hands its mass on to all who waited longer.
  static func slowly(_ waits: [(Int, Bool)], _ tenths: Int) -> Span? {
    var mass = waits.map { (length: $0.0, isServed: $0.1, mass: 1.0 / Double(waits.count)) }
    mass.sort { $0.length != $1.length ? $0.length < $1.length : $0.isServed && !$1.isServed }
    for index in mass.indices where !mass[index].isServed {
      let later = mass.count - index - 1
      if later > 0 {
        for other in mass.indices where other > index { mass[other].mass += mass[index].mass / Double(later) }
        mass[index].mass = 0
      }
    }
    for length in 0...12 {
      let served = mass.filter { $0.isServed && $0.length <= length }.reduce(0) { $0 + $1.mass }
      if served >= Double(tenths) / 10 - 1e-9, mass.contains(where: { $0.isServed && $0.length == length }) {
        return .minutes(length)
      }
    }
    return nil
  }

  @Test("those who left unserved, or still wait, count as having waited so far")
  func inACenter() throws {
    var life = Live()
    let ids = try (0..<4).map { _ in try life.come(.adult())[0] }
    life.pass(.minutes(10))
    try life.seat(ids[0], at: .reception)
    life.pass(.minutes(10))
    try life.run(.complete(ids[0]))
    try life.seat(ids[1], at: .reception)
    try life.note(.departed(ids[2], .leftUnannounced))
    life.pass(.minutes(30))
    let waits = life.center.waits(of: .reception, at: life.now).waits
    #expect(waits.map(\.length) == [.minutes(10), .minutes(20), .minutes(20), .minutes(50)])
    #expect(waits.map(\.isServed) == [true, true, false, false])
    #expect(Waits(waits).quantiles([0.5, 0.9]) == [.minutes(20), nil])
    // A day later only the one who still waits is left.
    life.pass(.days(2))
    #expect(life.center.waits(of: .reception, at: life.now).waits.count == 1)
  }

  @Test("days in isolation are no wait for a desk: it is watched no longer, and begins anew afterwards")
  func isolation() throws {
    var life = Live()
    let woman = try life.come(.adult())[0]
    life.pass(.minutes(10))
    try life.note(.isolated(woman))
    life.pass(.hours(20))
    func waits() -> [Waits.Wait] { life.center.waits(of: .reception, at: life.now).waits }
    func oldest() -> Span? { life.center.stageFigures(.reception, at: life.now).oldest }
    #expect(oldest() == nil, "no desk of reception could serve her")
    #expect(waits() == [Waits.Wait(length: .minutes(10), isServed: false)])
    life.pass(.hours(50))
    #expect(waits().isEmpty, "a day later nobody waits for reception")
    try life.note(.retested(woman, clear: true))
    try life.note(.isolationEnded(CaseOnly(woman)))
    life.pass(.minutes(7))
    #expect(waits() == [Waits.Wait(length: .minutes(7), isServed: false)])
    #expect(oldest() == .minutes(7))
    #expect(life.center.rows(at: life.now).first { $0.row == .reception }?.oldest == .minutes(7))
    try life.seat(woman, at: .reception)
    life.pass(.hours(1))
    #expect(waits() == [Waits.Wait(length: .minutes(7), isServed: true)])
  }
}
