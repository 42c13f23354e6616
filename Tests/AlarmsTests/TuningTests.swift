import CaseFlow
import Testing

@testable import Alarms

@Suite("Tuning: alarms of two plans")
struct TuningTests {
  /// An activation from one minute to another; nil goes on.
  private func active(_ from: Int, _ until: Int?) -> Activation {
    Activation(
      threshold: "T", level: .strained, raised: Instant(milliseconds: 0) + .minutes(from),
      cleared: until.map { Instant(milliseconds: 0) + .minutes($0) })
  }

  private func changes(_ before: [Activation], _ after: [Activation]) -> [String] {
    Tuning.matched(before, after).map { alarm in
      alarm.change.rawValue + (alarm.shift.map { " \($0.milliseconds / 60_000)" } ?? "")
    }
  }

  @Test("the same plan changes nothing")
  func same() {
    let alarms = [active(0, 10), active(20, 30), active(40, nil)]
    #expect(changes(alarms, alarms) == ["same 0", "same 0", "same 0"])
  }

  @Test("an alarm that overlaps is the same alarm, earlier or later by the difference of the raisings")
  func moved() {
    #expect(changes([active(10, 60)], [active(25, 60)]) == ["later 15"])
    #expect(changes([active(10, 60)], [active(3, 11)]) == ["earlier -7"])
    #expect(changes([active(10, nil)], [active(500, nil)]) == ["later 490"])
  }

  @Test("one long alarm stands for the nearest of many short ones; the others are lost")
  func folded() {
    let raw = [active(0, 10), active(20, 30), active(40, 50)]
    #expect(changes(raw, [active(21, 100)]) == ["lost", "later 1", "lost"])
    #expect(changes([active(21, 100)], raw) == ["gained", "earlier -1", "gained"])
  }

  @Test("without overlap the nearest within twelve hours is the same; farther away it is another")
  func reach() {
    #expect(changes([active(0, 10)], [active(15, 20)]) == ["later 15"])
    #expect(changes([active(0, 10)], [active(10 + 720, 800)]) == ["later 730"])
    #expect(changes([active(0, 10)], [active(11 + 720, 800)]) == ["lost", "gained"])
  }

  @Test("what lies on the other side of a third alarm is not the same")
  func between() {
    // The second of each overlap; the first of one is not taken for the third of the other.
    #expect(
      changes([active(0, 5), active(20, 30)], [active(20, 30), active(40, 50)]) == ["lost", "same 0", "gained"])
  }

  @Test("an alarm that never went well again does not overflow the times of any other")
  func endless() {
    let early = Activation(threshold: "T", level: .strained, raised: .earliest, cleared: .earliest)
    #expect(Tuning.matched([active(0, nil)], [early]).map(\.change) == [.gained, .lost])
  }

  @Test("every activation of both plans stands in exactly one row, in order, whatever they are")
  func conserved() {
    var random = Dice(11)
    for _ in 0..<500 {
      let lists = (0..<2).map { _ in
        var time = 0
        return (0..<Int.random(in: 0...12, using: &random)).map { _ in
          let from = time + Int.random(in: 1...900, using: &random)
          time = from + Int.random(in: 1...900, using: &random)
          return active(from, time)
        }
      }
      let alarms = Tuning.matched(lists[0], lists[1])
      #expect(alarms.compactMap(\.before) == lists[0], "\(lists)")
      #expect(alarms.compactMap(\.after).sorted { $0.raised < $1.raised } == lists[1], "\(lists)")
      #expect(alarms.allSatisfy { $0.before != nil || $0.after != nil })
      // No two alarms change places.
      let paired = alarms.filter { $0.shift != nil }
      #expect(paired.compactMap(\.after?.raised) == paired.compactMap(\.after?.raised).sorted(), "\(lists)")
      // What overlaps nothing that is left over was told apart for a reason.
      let lost = alarms.filter { $0.change == .lost }.compactMap(\.before)
      let gained = alarms.filter { $0.change == .gained }.compactMap(\.after)
      for one in lost {
        #expect(!gained.contains { overlap($0, one) }, "\(lists)")
      }
    }
  }

  private func overlap(_ one: Activation, _ other: Activation) -> Bool {
    guard let first = one.cleared, let second = other.cleared else { return false }
    return one.raised < second && other.raised < first
  }
}

@Suite("Tuning: one plan on a story")
struct TuningRunTests {
  private func threshold(_ name: String, raise: Int, inhibitedBy: [String] = []) -> Threshold {
    var threshold = Threshold()
    threshold.name = name
    threshold.measure = .plain(.census)
    threshold.levels = [ThresholdLevel(.watch, raise: raise, clear: raise - 1)]
    threshold.inhibitedBy = inhibitedBy
    return threshold
  }

  private func run(_ thresholds: [Threshold], keepsValues: Bool = false, _ story: (inout Feed) -> Void) -> TuningRun {
    var plan = AlarmPlan()
    plan.thresholds = thresholds
    var feed = Feed(plan)
    story(&feed)
    var center = Center(plan: Feed.plan, rules: .us2023)
    var run = TuningRun(plan: plan, center: center, keepsValues: keepsValues)
    for record in feed.records {
      center.apply(record)
      run.observe(record, center)
    }
    run.advance(to: feed.records.last?.recorded ?? .earliest)
    return run
  }

  private func minute(_ minute: Int) -> Instant { Instant(milliseconds: 1_700_000_000_000) + .minutes(minute) }

  @Test("a suppressed alarm asks for someone only when what suppressed it is over, or never")
  func suppressed() {
    let plan = [threshold("Many", raise: 2), threshold("Some", raise: 1, inhibitedBy: ["Many"])]
    let silent = run(plan) { feed in
      feed.arrive(2, minute(0))
    }
    #expect(silent.activations.map(\.threshold) == ["Many"])
    #expect(silent.silentAlarms == 1)
    let heard = run(plan) { feed in
      feed.arrive(2, minute(0))
      var out = ServiceChanged()
      out.threshold = "Many"
      out.inService = false
      feed.record(.serviceChanged(out), minute(30))
    }
    #expect(heard.activations.first { $0.threshold == "Some" }?.raised == minute(30))
    #expect(heard.silentAlarms == 0)
  }

  @Test("values that people changed hold as they were lived, and not where values are tried out")
  func changed() {
    let story: (inout Feed) -> Void = { feed in
      var change = ThresholdChanged()
      change.threshold = "Some"
      change.level = .watch
      change.raise = 5
      change.clear = 4
      feed.record(.thresholdChanged(change), minute(0))
      feed.arrive(2, minute(10))
    }
    #expect(run([threshold("Some", raise: 2)], story).activations.isEmpty)
    #expect(run([threshold("Some", raise: 2)], keepsValues: true, story).activations.map(\.raised) == [minute(10)])
  }
}
