import CaseFlow
import Drill
import Foundation
import TestSupport
import Testing

@testable import Journal

@Suite("Scenarios of drills")
struct ScenarioFileTests {
  @Test(
    "the scenarios that come with jpc are sound, and their day is beside them",
    arguments: ["first-ten-minutes", "december-surge", "dark-board", "empty-gate"])
  func fixtures(name: String) throws {
    let path = "Fixtures/drills/\(name).yaml"
    #expect(try FileCheck.check(path).faults.map(\.description) == [])
    let file = try ScenarioFile.read(path)
    #expect(file.day == "Fixtures/drills/../days/2021-12-24.ndjson")
    #expect(!file.scenario.injects.isEmpty && !file.scenario.expected.isEmpty && !file.scenario.purpose.text.isEmpty)
  }

  @Test("the example in the manual is sound")
  func example() throws {
    let page = try String(contentsOfFile: "\(PackageRoot.url.path)/docs/scenario-format.md", encoding: .utf8)
    let block = try #require(page.split(separator: "```yaml\n").dropFirst().first?.split(separator: "```").first)
    #expect(faults(String(block)) == [])
  }

  @Test("the first training lasts ten minutes")
  func ten() throws {
    let scenario = try ScenarioFile.read("Fixtures/drills/first-ten-minutes.yaml").scenario
    #expect(scenario.until - scenario.from == .minutes(10))
  }

  static let base = """
    format: jpc-drill
    version: 1
    code: TEST
    title: Test
    purpose: none
    day: ../days/2021-12-24.ndjson
    from: 2021-12-24T13:00:00-07:00
    until: 2021-12-24T19:00:00-07:00
    team: [supervisor]
    injects:
      - { code: BUS, at: 2021-12-24T14:10:00-07:00, kind: bus, count: 120, minutes: 30, tell: A bus }
      - { code: CUT, kind: powerCut, minutes: 20, tell: No power }
    expected:
      - { code: HALL, title: Order, role: supervisor, inject: BUS, minutes: 30, event: reserveOrdered, reserve: hall }
      - { code: TAKE, title: Take, role: supervisor, minutes: 9, event: alarmAcknowledged, threshold: Linked illness }
      - { code: LINE, title: Do, role: supervisor, minutes: 9, event: actionDone, card: F-1, line: 3 }

    """

  @Test("the text the faults below are made of is sound")
  func sound() { #expect(faults(Self.base) == []) }

  static let changes: [(from: String, to: String, fault: String)] = [
    (
      "injects:", "inject:",
      "10:1: unknown key 'inject'; did you mean 'injects'?|14:59: no inject is called 'BUS'; there is none"
    ),
    ("version: 1", "version: 2", "2:10: 'version' must be from 1 to 1"),
    ("title: Test", "title: \"\"", "4:8: 'title' must be text that is not empty"),
    ("code: TEST\n", "", "1:1: missing 'code'"),
    (
      "kind: bus,", "kind: buss,",
      "11:55: 'kind' must be a known word, not 'buss'; did you mean 'bus'?"
    ),
    ("count: 120, ", "", "11:55: 'bus' needs 'count'"),
    ("count: 120,", "count: 0,", "11:67: 'count' must be from 1 to 500"),
    ("count: 120,", "count: 120, stage: health,", "11:79: 'bus' takes no 'stage'"),
    ("code: CUT", "code: BUS", "12:13: 'BUS' is given twice"),
    ("kind: powerCut, minutes: 20", "kind: powerCut", "12:24: 'powerCut' needs 'minutes'"),
    (
      "kind: powerCut, minutes: 20", "kind: illness, finding: lice",
      "12:42: 'finding' must be a finding that isolates: influenzaLike, tbRuleOut, varicella, measles"
    ),
    (
      "kind: powerCut, minutes: 20", "kind: interpreterLeaves, language: mamm",
      "12:53: no language is called 'mamm'; did you mean 'mam'?"
    ),
    (
      "kind: powerCut, minutes: 20", "kind: receiversClose, receiver: casa-nort",
      "12:50: no receiver is called 'casa-nort'; did you mean 'casa-norte'?"
    ),
    (
      "kind: powerCut, minutes: 20", "kind: staffIll, stage: reception, count: 6",
      "12:59: 'count' must be from 1 to 5"
    ),
    (
      "at: 2021-12-24T14:10:00-07:00", "at: 2021-12-24T19:10:00-07:00",
      "11:22: 'at' must be within the drill, between its 'from' and 'until'"
    ),
    ("inject: BUS", "inject: BOS", "14:59: no inject is called 'BOS'; did you mean 'BUS'?"),
    (
      "inject: BUS, minutes: 30", "inject: BUS, minutes: 300",
      "14:73: the window ends after the drill ('until')"
    ),
    (
      "inject: BUS,", "inject: BUS, at: 2021-12-24T15:00:00-07:00,",
      "14:68: the window begins with 'inject' or at 'at', not with both"
    ),
    ("role: supervisor, inject", "role: health, inject", "14:39: 'health' is not in 'team': its work is simulated"),
    (
      "event: reserveOrdered", "event: reserveOrderd",
      "14:84: no record that a team makes has the type 'reserveOrderd'; did you mean 'reserveOrdered'?"
    ),
    (
      "event: reserveOrdered, reserve: hall", "event: injectFired",
      "14:84: no record that a team makes has the type 'injectFired'; the types stand in docs/recording-format.md"
    ),
    ("reserve: hall", "reserve: hal", "14:109: no reserve is called 'hal'; did you mean 'hall'?"),
    ("reserve: hall", "area: men-a", "14:106: 'reserveOrdered' says nothing of 'area'"),
    (
      "threshold: Linked illness", "threshold: Linked ilness",
      "15:99: no threshold is called 'Linked ilness'; did you mean 'Linked illness'?"
    ),
    ("card: F-1, line: 3", "card: F-1, line: 4", "16:96: 'line' must be from 1 to 3, the lines of card F-1"),
    ("card: F-1, line: 3", "line: 3", "16:85: 'line' needs 'card'"),
    ("code: TAKE", "code: HALL", "15:13: 'HALL' is given twice"),
    ("team: [supervisor]", "team: []", "9:7: 'team' must be a list of at least one role"),
    (
      "until: 2021-12-24T19:00:00-07:00", "until: 2021-12-24T12:00:00-07:00",
      "8:8: 'until' must be later than 'from'|11:22: 'at' must be within the drill, between its 'from' and 'until'"
    ),
    (
      "until: 2021-12-24T19:00:00-07:00", "until: 2021-12-27T19:00:00-07:00",
      "8:8: 'until' must be at most 48 hours after 'from'"
    ),
    (
      "from: 2021-12-24T13:00:00-07:00", "from: 2021-12-23T23:00:00-07:00",
      "7:7: 'from' must be within the recorded day, from 2021-12-24T00:00:00-07:00 to 2021-12-25T00:00:00-07:00"
    ),
    (
      "day: ../days/2021-12-24.ndjson", "day: ../days/2021-12-25.ndjson",
      "6:6: 'day' names no sound recording: Fixtures/drills/../days/2021-12-25.ndjson: no such file; check the path"
    ),
    (
      "day: ../days/2021-12-24.ndjson", "day: /etc/passwd",
      "6:6: 'day' must be a path from the folder of the scenario, such as ../days/2021-12-24.ndjson"
    ),
  ]

  @Test("every fault is named at its line and column", arguments: changes)
  func refusals(from: String, to: String, fault: String) {
    let text = Self.base.replacing(from, with: to, maxReplacements: 1)
    #expect(text != Self.base)
    #expect(faults(text).joined(separator: "|") == fault)
  }

  @Test("what a center cannot have is named only where its day can be read")
  func unknownDay() {
    let text = Self.base.replacing("day: ../days", with: "day: nowhere").replacing("reserve: hall", with: "reserve: x")
    #expect(faults(text).count == 1)
  }

  @Test("a center file is no scenario, and a scenario no center file")
  func others() throws {
    let error = #expect(throws: ReadError.self) { try ScenarioFile.read("Fixtures/centers/training.yaml") }
    #expect(error?.description.contains("missing 'format'") ?? false)
    #expect(!ScenarioFile.isScenario(Array("name: Test\n".utf8)))
    #expect(ScenarioFile.isScenario(Array("format: jpc-dril\n".utf8)))
  }

  @Test("a text of any bytes gives faults, never a trap")
  func noise() {
    var random = SplitMix(state: 11)
    // Without its day, which is read anew each time.
    let base = Array(Self.base.replacing("day: ../days", with: "day: none").utf8)
    for _ in 0..<300 {
      var bytes = base
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      _ = ScenarioFile.check(bytes, file: "Fixtures/drills/test.yaml")
    }
  }

  @Test("numbers at the edge of what can be written give faults, never a trap")
  func extremes() {
    for number in ["9223372036854775807", "-9223372036854775808", "99999999999999999999"] {
      for field in ["minutes: 30", "count: 120", "minutes: 9,", "line: 3"] {
        let name = field.prefix { $0 != ":" }
        #expect(
          faults(Self.base.replacing(field, with: "\(name): \(number)" + (field.hasSuffix(",") ? "," : ""))) != [])
      }
    }
  }

  private func faults(_ text: String) -> [String] {
    ScenarioFile.check(Array(text.utf8), file: "Fixtures/drills/test.yaml").map {
      String($0.description.dropFirst("Fixtures/drills/test.yaml:".count))
    }
  }
}
