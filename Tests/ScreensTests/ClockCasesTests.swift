import Alarms
import CaseFlow
import Foundation
import Journal
import Screens
import TestSupport
import Testing

/// The clock cases of the hostile sample, row by row: what each wants of wall clocks and of machines that tell the time
/// wrong.
@Suite struct ClockCasesTests {
  struct Row: CustomTestStringConvertible, Sendable {
    var id: String
    var zone: String
    var name: String
    var line: Data
    var testDescription: String { "\(id) \(name)" }

    /// A value of the row, by its path.
    func value(_ path: String...) throws -> Any {
      var value: Any = try JSONSerialization.jsonObject(with: line)
      for key in path { value = try #require((value as? [String: Any])?[key]) }
      return value
    }
  }

  static let rows: [Row] = {
    let file = PackageRoot.url.appendingPathComponent("Fixtures/hostile/clock-cases.ndjson")
    return ((try? Data(contentsOf: file)) ?? Data()).split(separator: 10).compactMap { line in
      let object = (try? JSONSerialization.jsonObject(with: line)) as? [String: Any]
      guard let id = object?["id"] as? String, let zone = object?["zone"] as? String else { return nil }
      return Row(id: id, zone: zone, name: object?["case"] as? String ?? "", line: line)
    }
  }()

  @Test func everyRowIsAsked() {
    #expect(Self.rows.map(\.id) == ["T01", "T03", "T05", "T07", "T09", "T11", "T13"])
  }

  @Test(arguments: rows) func row(_ row: Row) throws {
    switch row.id {
    case "T01": try springForward(row)
    case "T03": try timeThatDoesNotExist(row)
    case "T05": try lengthsOfDays(row)
    case "T07": try clockThatJumps()
    case "T09": try clocksThatDiffer()
    case "T11": try clockOf1970()
    // There is no lock of an idle board; docs/security.md says so.
    case "T13": break
    default: Issue.record("nobody asks row \(row.id)")
    }
  }

  private func zone(_ row: Row) throws -> ZoneOffsets {
    let year = try #require(CivilDate(year: 2026, month: 1, day: 1)).daysSinceEpoch
    let from = Int64(year) * CivilTime.dayMilliseconds
    return try ZoneFile.offsets(of: row.zone, from: from, until: from + 366 * CivilTime.dayMilliseconds)
  }

  private func springForward(_ row: Row) throws {
    let zone = try zone(row)
    let events = try #require(try row.value("events") as? [[String]])
    let times = try events.map { try RFC3339.parse($0[1]).milliseconds }
    #expect((times[1] - times[0]) / 1_000 == (try row.value("expect", "elapsed_s") as? Int64))
    let shown = times.map { time in
      let local = zone.local(time)
      let clock = [local.hour, local.minute, local.second].map { $0 < 10 ? "0\($0)" : "\($0)" }
      return clock.joined(separator: ":") + " " + zone.abbreviation(at: time)
    }
    #expect(shown == (try row.value("expect", "local") as? [String]))
  }

  private func timeThatDoesNotExist(_ row: Row) throws {
    let zone = try zone(row)
    let typed = try #require(try row.value("input") as? String).split(separator: " ")
    let now = Instant(milliseconds: try RFC3339.parse("2026-03-08T18:00:00Z").milliseconds)
    let context = EntryContext(
      center: Center(plan: SmallCenter.plan, rules: .us2023), zone: zone, now: now, by: Code("op1"))
    let line = "arrive f at=\(typed[0])/\(typed[1].replacing(":", with: ""))"
    let fault = #expect(throws: LineFault.self) { try commandLine(line, in: context) }
    #expect(fault?.message.contains("03:30") == true, "\(fault?.message ?? "")")
    #expect(try row.value("expect") as? String == "refused: that time does not exist; offers 03:30")
  }

  private func lengthsOfDays(_ row: Row) throws {
    let zone = try zone(row)
    for (text, hours) in [("2026-03-08", 23), ("2026-11-01", 25)] {
      #expect(try row.value("expect", text) as? String == "\(hours) h day")
      let numbers = text.split(separator: "-").compactMap { Int($0) }
      let date = try #require(CivilDate(year: numbers[0], month: numbers[1], day: numbers[2]))
      let (start, end) = (zone.startOfDay(date), zone.startOfDay(date.advanced(byDays: 1)))
      #expect(zone.dayMilliseconds(date) == Int64(hours) * 3_600_000 && end - start == zone.dayMilliseconds(date))
      // Each hour of it is its own: the hour shown twice differs by its offset.
      let bins = stride(from: start, to: end, by: 3_600_000).map { "\(zone.local($0).hour) \(zone.offset(at: $0))" }
      #expect(Set(bins).count == hours)
      #expect(stride(from: start, to: end, by: 60_000).allSatisfy { zone.local($0).date == date })
    }
  }
}

// What a machine's clock does to a journal.
extension ClockCasesTests {
  /// A journal of its own, and a terminal on it whose clock the test sets.
  private final class Terminal {
    var time: Instant
    let path: String
    private var live: LiveCenter?
    private var count = 0

    init(at time: Instant, of other: Terminal? = nil) throws {
      self.time = time
      path =
        other?.path
        ?? FileManager.default.temporaryDirectory.appendingPathComponent("jpc-clock-\(UUID().uuidString)").path
      if other == nil {
        let file = try CenterFile.read("Fixtures/centers/training.yaml")
        let until = time + .days(400)
        let zone = try ZoneFile.offsets(
          of: file.plan.timezone, from: time.milliseconds, until: until.milliseconds)
        let header = RecordingHeader(
          center: file, from: time, until: until, zone: zone, rules: .us2023, source: "A test; nobody in it is real.")
        _ = try Site.create(path, header, site: Code("TRN"))
      }
      live = try Site.open(path).live { [unowned self] in self.time }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    var center: LiveCenter { get throws { try #require(live) } }

    func advance() { live?.advance() }

    func perform(_ act: Act, by: Code = Code("op1")) throws -> [Record] {
      count += 1
      var live = try #require(live)
      defer { self.live = live }
      return try live.perform(act, id: "\(ObjectIdentifier(self).hashValue)-\(count)", by: by).records
    }

    func arrive() throws -> [Record] {
      var arrival = Arrival()
      arrival.members.append(ArrivalMember(age: Years(30), band: .adult, sex: .female, tie: .head))
      return try perform(Act(.arrive(arrival)))
    }

    /// How far the clock is behind, where that is why nothing is saved.
    func secondsBehind() throws -> Int64? {
      do {
        _ = try arrive()
        return nil
      } catch ActError.store(.clockBehind(let seconds)) {
        return seconds
      }
    }
  }

  private var noon: Instant { Instant(milliseconds: 1_773_662_400_000) }

  /// Time alone records nothing: no crisis is declared and nobody is removed by a clock that jumps a day and back.
  private func clockThatJumps() throws {
    let terminal = try Terminal(at: noon)
    _ = try terminal.arrive()
    let seq = try terminal.center.center.seq
    terminal.time = noon + .days(1)
    terminal.advance()
    terminal.time = noon + .minutes(1)
    terminal.advance()
    #expect(try terminal.center.store.head() == seq)
    #expect(try terminal.center.now == noon + .minutes(1))
    let fresh = try Terminal(at: noon + .minutes(1), of: terminal)
    fresh.advance()
    #expect(try fresh.center.alarms.crises.isEmpty)
    #expect(try fresh.arrive().first?.recorded == noon + .minutes(1))
  }

  /// Everybody's entries have one order and one time; a clock more than two minutes behind takes none.
  private func clocksThatDiffer() throws {
    let ahead = try Terminal(at: noon + .minutes(7))
    let behind = try Terminal(at: noon, of: ahead)
    let first = try #require(try ahead.arrive().first)
    #expect(try behind.secondsBehind() == 7 * 60)
    behind.time = noon + .minutes(5)
    let second = try #require(try behind.arrive().first)
    #expect(second.recorded >= first.recorded && second.at >= first.at)
  }

  /// A machine that wakes in 1970 takes no entry until its clock is set, or two people confirm it.
  private func clockOf1970() throws {
    let before = try Terminal(at: noon)
    _ = try before.arrive()
    let woken = try Terminal(at: Instant(milliseconds: 0), of: before)
    #expect(try woken.secondsBehind() == noon.milliseconds / 1_000)
    var confirmed = ClockConfirmed()
    confirmed.second = Code("lead")
    _ = try woken.perform(Act(.state(.clockConfirmed(confirmed))))
    #expect(try woken.secondsBehind() == nil)
  }
}
