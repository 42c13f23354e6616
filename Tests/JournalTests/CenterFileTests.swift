import Alarms
import CaseFlow
import Foundation
import Testing

@testable import Journal

@Suite("Center files")
struct CenterFileTests {
  @Test("the centers that come with jpc are sound", arguments: ["training", "large"])
  func fixtures(name: String) throws {
    let path = "Fixtures/centers/\(name).yaml"
    let check = try FileCheck.check(path)
    #expect(check.faults.map(\.description) == [])
    let center = try CenterFile.read(path)
    #expect(center.plan.stages.map(\.stage) == Stage.allCases)
    #expect(Set(center.plan.areas.map(\.kind)) == Set(PlaceKind.allCases))
  }

  @Test("other names of a language are read, and one that could mean two is refused where it stands")
  func aliases() throws {
    func faults(_ languages: String) -> [String] {
      let text = Self.base.replacing("  - { code: spa, name: Spanish }", with: languages)
      return CenterFile.read(Array(text.utf8), file: nil).faults.map(\.description)
    }
    let spanish = "  - { code: spa, name: Spanish, aliases: [castellano, \"español\"] }\n"
    #expect(faults(spanish) == [])
    for (alias, why) in [
      ("Castellano", "'spa'"), ("spa", "'spa'"), ("SPANISH", "'spa'"), ("espanol", "'spa'"), ("kek", "'kek'"),
      ("ke", "at least 3 letters"), ("--", "at least 3 letters"),
    ] {
      let found = faults(spanish + "  - { code: kek, name: Q'eqchi', aliases: [kekchi, \"\(alias)\"] }")
      #expect(found.count == 1 && found[0].contains("'\(alias)'") && found[0].contains(why), "\(alias): \(found)")
    }
  }

  @Test("the large center has 1,500 places")
  func places() throws {
    #expect(try SampleDays.fixture("large").plan.areas.map(\.capacity.physical).reduce(0, +) == 1_500)
  }

  static let base = """
    name: Test
    code: TST
    timezone: America/Phoenix
    rules: us-2023
    areas:
      - { code: men-a, name: Men, kind: singleMen, capacity: { physical: 10, safe: 10, staffed: 10 } }
      - { code: fam-a, name: Families, kind: families, capacity: { physical: 10, safe: 10, staffed: 10 } }
    stages:
      - { stage: reception, desks: 2, service: { meanMinutes: 12 } }
      - { stage: health, desks: 2, service: { meanMinutes: 12 } }
      - { stage: interview, desks: 2, service: { meanMinutes: 12 } }
      - { stage: caseManagement, desks: 2, service: { meanMinutes: 12 } }
    languages:
      - { code: spa, name: Spanish }
    receivers:
      - { code: casa, name: Casa, kind: shelter, places: 10, opens: 8, closes: 20 }
    model: { positive: 0.72 }
    thresholds:
      - name: Men
        measure: { of: kindOccupancy, kind: singleMen }
        levels:
          - { level: watch, raise: 90, clear: 80 }
        owner: lead
        consequence: No place.
        actMinutes: 30
    crisis: { arrivalMinutes: 60, placesPercent: 100, placesMinutes: 15, clearPercent: 85, clearMinutes: 120 }
    responsePlan: {}

    """

  @Test("the text the faults below are made of is sound")
  func sound() { #expect(faults(Self.base) == []) }

  static let changes: [(from: String, to: String, fault: String)] = [
    (
      "physical: 10, safe: 10, staffed: 10 } }\n  - { code: f", "physcal: 10, safe: 10, staffed: 10 } }\n  - { code: f",
      "6:58: missing 'physical'|6:60: unknown key 'physcal'; did you mean 'physical'?"
    ),
    ("areas:\n", "ares:\n", "1:1: missing 'areas'|5:1: unknown key 'ares'; did you mean 'areas'?"),
    ("code: fam-a", "code: men-a", "7:13: 'men-a' is given twice"),
    (
      "physical: 10, safe: 10, staffed: 10 } }\nstages", "physical: 0, safe: 10, staffed: 10 } }\nstages",
      "7:74: 'physical' must be at least 1"
    ),
    (
      "physical: 10, safe: 10, staffed: 10 } }\nstages", "physical: 010, safe: 10, staffed: 10 } }\nstages",
      "7:74: 'physical' must be a whole number, not '010'"
    ),
    (
      "physical: 10, safe: 10, staffed: 10 } }\nstages", "physical: 10, safe: 10, staffed: 1_0 } }\nstages",
      "7:97: 'staffed' must be a whole number, not '1_0'"
    ),
    ("kind: families", "kind: familys", "7:42: 'kind' must be a known word, not 'familys'; did you mean 'families'?"),
    (
      "timezone: America/Phoenix", "timezone: America/Phenix",
      "3:11: no time zone is called 'America/Phenix'; names look like America/Denver"
    ),
    (
      "timezone: America/Phoenix", "timezone: ../../etc/passwd",
      "3:11: '../../etc/passwd' is not a time zone name; write one like America/Denver"
    ),
    ("rules: us-2023", "rules: us-2032", "4:8: no rule set is called 'us-2032'; did you mean 'us-2023'?"),
    (
      "stage: health", "stage: reception",
      "9:3: every center has four stages; missing: health|10:14: 'reception' is given twice"
    ),
    (
      "desks: 2, service: { meanMinutes: 12 } }\n  - { stage: i",
      "desks: 2, service: { meanMinutes: 12 }, staffedByHour: [1, 3] }\n  - { stage: i",
      "10:77: 'staffedByHour' must be 24 numbers, one for each hour of the day, not 2|10:81: 3 staffed desks are more than the 2 there are"
    ),
    (
      "desks: 2, service: { meanMinutes: 12 } }\n  - { stage: i",
      "desks: 251, service: { meanMinutes: 0 } }\n  - { stage: i",
      "10:29: 'desks' must be at most 250|10:58: 'meanMinutes' must be more than 0 and at most 1440 minutes"
    ),
    ("code: spa", "code: Spa", "14:13: 'code' must be an ISO 639-3 code of three small letters, such as spa"),
    ("opens: 8, closes: 20", "opens: 20, closes: 8", "16:65: 'opens' must be an hour before 'closes'"),
    ("opens: 8, closes: 20", "opens: 8, closes: 25", "16:76: 'closes' must be at most 24"),
    ("positive: 0.72", "positive: 72", "17:20: 'positive' must be a share from 0 to 1"),
    ("positive: 0.72", "positive: yes", "17:20: 'positive' must be a number, not 'yes'"),
    ("name: Test", "name: Test\nname: Again", "2:1: key given twice: name (first on line 1)"),
    ("name: Test\n", "", "1:1: missing 'name'"),
  ]

  @Test("every fault is named at its line and column", arguments: changes)
  func refusals(from: String, to: String, fault: String) throws {
    let text = Self.base.replacing(from, with: to, maxReplacements: 1)
    #expect(text != Self.base)
    #expect(faults(text).joined(separator: "|") == fault)
  }

  private func center(_ alarms: String) -> CenterFile {
    let rest = Self.base[..<Self.base.firstRange(of: "thresholds:")!.lowerBound]
    let read = CenterFile.read(Array((rest + alarms).utf8), file: nil)
    #expect(read.faults == [])
    return read.center
  }

  @Test("what a center file leaves out of its alarms is as shipped; what it leaves empty is empty")
  func shipped() throws {
    #expect(center("").alarms == .shipped)
    let some = center("thresholds: []\nresponsePlan: {}\n").alarms
    #expect(some.thresholds == [] && some.plan.cards == [] && some.crisis == AlarmPlan.shipped.crisis)
  }

  @Test("a recording carries its alarms, shipped or not, and takes none from the program that reads it")
  func recorded() throws {
    for center in [center(""), center("thresholds: []\nresponsePlan: {}\n")] {
      let header = Recording.bytes(SampleDays.header(center), [])
      #expect(try Recording.read(header).alarmPlan == center.alarms)
      let text = String(decoding: header, as: UTF8.self)
      for key in ["crisis", "responsePlan"] {
        let isWritten = text.contains("\"\(key)\":{")
        #expect(isWritten, "\(key)")
      }
    }
  }

  @Test("a text of any bytes gives faults, never a trap")
  func noise() {
    var random = SplitMix(state: 7)
    for _ in 0..<300 {
      var bytes = Array(Self.base.utf8)
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      _ = CenterFile.check(bytes, file: nil)
    }
  }

  private func faults(_ text: String) -> [String] {
    CenterFile.check(Array(text.utf8), file: nil).map(\.description)
  }
}
