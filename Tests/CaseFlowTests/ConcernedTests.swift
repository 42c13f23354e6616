import CaseFlow
import Testing

@Suite("Whom an event concerns")
struct ConcernedTests {
  /// What of a case its watchers read: everything the engine knows of it and of its members, and its clocks.
  private func picture(_ item: Case, _ center: Center, _ at: Instant) -> [UInt8] {
    var canonical = CanonicalBytes()
    canonical.append(item)
    for person in center.members(of: item) { canonical.append(person) }
    for clock in center.clocks(of: item, at: at) {
      canonical.append(clock.start.milliseconds)
      canonical.append(clock.due.milliseconds)
      canonical.append(clock.stopped?.milliseconds ?? -1)
    }
    return canonical.bytes
  }

  @Test("names every case that it changed, in any random life")
  func everyone() throws {
    for seed in UInt64(0)..<4 {
      var commands = RandomCommands(seed: 7_000 + seed)
      var life = Live()
      for _ in 0..<300 {
        life.pass(.minutes(commands.chance(0.05) ? 900 : 7))
        let before = life.center
        let count = life.records.count
        guard (try? life.run(commands.command(in: life.center), by: commands.actor())) != nil else { continue }
        var step = before
        for record in life.records[count...] {
          let old = step
          step.apply(record)
          var named: Set<CaseID> = []
          record.event.forEachCase(in: step, former: { old.people[$0]?.caseID }, { named.insert($0) })
          for item in step.cases.items where !named.contains(item.id) {
            guard let was = old.cases[item.id] else {
              Issue.record("seed \(seed), \(record.event.type): case \(item.id.label) is new and not named")
              return
            }
            if picture(was, old, life.now) != picture(item, step, life.now) {
              Issue.record("seed \(seed), \(record.event.type): case \(item.id.label) changed and is not named")
              return
            }
          }
        }
      }
    }
  }

  @Test("says of an event which clocks it may move, and whether it may open or end a co-placement")
  func touches() throws {
    for seed in UInt64(0)..<4 {
      var commands = RandomCommands(seed: 9_000 + seed)
      var life = Live()
      for _ in 0..<300 {
        life.pass(.minutes(11))
        let before = life.center
        let count = life.records.count
        guard (try? life.run(commands.command(in: life.center), by: commands.actor())) != nil else { continue }
        var step = before
        for record in life.records[count...] {
          let old = step
          step.apply(record)
          if !record.event.touchesBreaches { #expect(old.breaches == step.breaches, "\(record.event.type)") }
          let touched = record.event.touchedClocks(in: step)
          let others = ClockKinds(ClockKind.allCases.filter { $0 != .consultation && !touched.contains($0) })
          for item in step.cases.items {
            guard let was = old.cases[item.id] else { continue }
            let clocks = step.clocks(of: item, at: life.now, only: others)
            #expect(old.clocks(of: was, at: life.now, only: others) == clocks, "\(record.event.type)")
            let all = step.clocks(of: item, at: life.now).filter { others.contains($0.kind) }
            #expect(clocks == all, "asked for alone, a clock says what it says among all")
          }
        }
      }
    }
  }
}
