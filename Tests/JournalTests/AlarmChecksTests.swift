import Alarms
import CaseFlow
import Testing

@testable import Journal

/// What a center file and the header of a recording may not say about alarms, the crisis and the response plan.
@Suite("Alarm plans are checked where they are written")
struct AlarmChecksTests {
  static let plan = """
    thresholds:
      - name: Men
        measure: { of: kindOccupancy, kind: singleMen }
        levels:
          - { level: watch, raise: 85, clear: 75 }
          - { level: strained, raise: 95, clear: 85, onDelay: 15 }
        owner: lead
        consequence: No place.
        actMinutes: 30
      - name: Near
        measure: { of: clocksNear, clock: custody, minutes: 480 }
        levels: [{ level: watch, raise: 1, clear: 0 }]
        owner: lead
        consequence: Held too long.
        actMinutes: 30
    crisis: { arrivalMinutes: 60, placesPercent: 100, placesMinutes: 15, clearPercent: 85, clearMinutes: 120 }
    responsePlan:
      cards:
        - code: F-1
          title: Places
          role: lead
          lines: [{ text: Open the reserve, role: lead, minutes: 30 }]
        - code: F-2
          title: People
          role: lead
          lines: [{ text: Call the shift, role: lead, minutes: 30 }]

    """

  /// The plan alone: line 1 is its first line, and what stands before it in a center file has no fault.
  private func faults(_ plan: String) -> [String] {
    let center = CenterFileTests.base.prefix { !$0.isNewline } + "\n"
    let rest = CenterFileTests.base.dropFirst(center.count)
    let before = rest.prefix(upTo: rest.firstRange(of: "thresholds:")!.lowerBound)
    return CenterFile.check(Array((plan + center + before).utf8), file: nil).map(\.description)
  }

  @Test("the text the faults below are made of is sound")
  func sound() { #expect(faults(Self.plan) == []) }

  static let changes: [(from: String, to: String, fault: String)] = [
    (
      "clear: 75", "clear: 85",
      "5:43: the clear value 85 must lie below the raise value 85, or the alarm would chatter or never clear"
    ),
    ("level: strained", "level: watch", "6:18: levels stand once each in the order watch, strained, crisis"),
    (
      "raise: 95", "raise: 85",
      "6:35: strained must be raised above watch|"
        + "6:46: the clear value 85 must lie below the raise value 85, or the alarm would chatter or never clear"
    ),
    (
      "raise: 85, clear: 75", "raise: 0, clear: 0",
      "5:32: the raise value lies between 1 and 1000000|"
        + "5:42: the clear value 0 must lie below the raise value 0, or the alarm would chatter or never clear"
    ),
    ("raise: 95", "raise: 1000001", "6:35: the raise value lies between 1 and 1000000"),
    ("onDelay: 15", "onDelay: 43201", "6:59: minutes lie between 1 and 43200, delays may be 0"),
    (
      "levels: [{ level: watch, raise: 1, clear: 0 }]", "levels: []",
      "12:13: a threshold needs at least one level: watch, strained or crisis"
    ),
    (
      "    levels: [{ level: watch, raise: 1, clear: 0 }]\n", "",
      "10:5: a threshold needs at least one level: watch, strained or crisis"
    ),
    ("name: Near", "name: Men", "10:11: another threshold is named \"Men\"; names are unique"),
    ("name: Near", "name: \"\"", "10:11: a threshold's name has 1 to 40 characters"),
    ("name: Near", "name: " + String(repeating: "x", count: 41), "10:11: a threshold's name has 1 to 40 characters"),
    ("kind: singleMen", "area: attic", "3:14: kindOccupancy needs kind|3:41: kindOccupancy takes no area"),
    ("of: kindOccupancy, kind: singleMen", "of: areaOccupancy, area: attic", "3:41: the center has no area attic"),
    ("of: kindOccupancy, kind", "of: oldestWait, kind", "3:14: oldestWait needs stage|3:38: oldestWait takes no kind"),
    (
      "name: Near", "name: Near\n    effectOf: [Men, Women]", "11:21: no other threshold is named \"Women\""
    ),
    ("name: Near", "name: Near\n    inhibitedBy: [Near]", "11:19: no other threshold is named \"Near\""),
    (", minutes: 480", "", "11:14: clocksNear needs minutes"),
    ("minutes: 480", "minutes: 43201", "11:57: minutes lie between 1 and 43200, delays may be 0"),
    (
      "clock: custody", "clock: consultation",
      "11:39: consultation is a time before which nothing may happen; there is nothing to be late for"
    ),
    (
      "placesPercent: 100", "placesPercent: 0",
      "16:46: the raise value lies between 1 and 1000000|"
        + "16:82: the clearing percentage lies above 0 and not over placesPercent"
    ),
    (
      "clearPercent: 85", "clearPercent: 101",
      "16:84: the clearing percentage lies above 0 and not over placesPercent"
    ),
    ("arrivalMinutes: 60", "arrivalMinutes: 0", "16:27: minutes lie between 1 and 43200, delays may be 0"),
    ("code: F-2", "code: F-1", "23:13: another action card has the code F-1; codes are unique"),
    (
      "lines: [{ text: Call the shift, role: lead, minutes: 30 }]", "lines: []",
      "26:14: an action card needs at least one line"
    ),
    (
      "      lines: [{ text: Call the shift, role: lead, minutes: 30 }]\n", "",
      "23:7: an action card needs at least one line"
    ),
    (
      "shift, role: lead, minutes: 30", "shift, role: lead, minutes: 43201",
      "26:60: minutes lie between 1 and 43200, delays may be 0"
    ),
    // What could not be read is told once; what would follow from it is not.
    ("raise: 85", "raise: many", "5:32: 'raise' must be a whole number, not 'many'"),
    (", clear: 75", "", "5:9: missing 'clear'"),
    (
      "of: kindOccupancy", "of: occupancy",
      "3:20: 'of' must be one of areaOccupancy, kindOccupancy, centerOccupancy, oldestWait, p90Wait, "
        + "arrivalsOverProcessed, arrivalsADay, census, stockHours, unplaced, clocksNear, predictedBreaches, "
        + "interpreterShortage, dataAge, releasesWithoutReceiver, openSeparations, coPlacements, linkedIllness, "
        + "not 'occupancy'"
    ),
  ]

  @Test("every fault is named at its line and column", arguments: changes)
  func refusals(from: String, to: String, fault: String) {
    let text = Self.plan.replacing(from, with: to, maxReplacements: 1)
    #expect(text != Self.plan)
    #expect(faults(text).joined(separator: "|") == fault)
  }

  @Test("the header of a recording is asked the same")
  func header() throws {
    var center = SampleDays.center
    center.alarms.thresholds[0].levels[0].clear = center.alarms.thresholds[0].levels[0].raise
    center.alarms.plan.cards.append(center.alarms.plan.cards[0])
    let header = Recording.bytes(SampleDays.header(center), [])
    let faults = Recording.check(header, file: "day.ndjson").faults
    let level = center.alarms.thresholds[0].levels[0]
    #expect(
      faults.map(\.message) == [
        "the clear value \(level.clear) must lie below the raise value \(level.raise), "
          + "or the alarm would chatter or never clear",
        "another action card has the code \(center.alarms.plan.cards[0].code); codes are unique",
      ])
    let text = String(decoding: header, as: UTF8.self)
    let clear = try #require(text.firstRange(of: "\"clear\":")).upperBound
    let code = try #require(text.ranges(of: "\"code\":\"\(center.alarms.plan.cards[0].code)\"").last).lowerBound
    let columns = [
      text[..<clear].unicodeScalars.count + 1, text[..<code].unicodeScalars.count + 1 + "\"code\":".count,
    ]
    #expect(faults.map(\.line) == [1, 1] && faults.map(\.column) == columns)
  }
}
