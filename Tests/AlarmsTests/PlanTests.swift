import CaseFlow
import Testing

@testable import Alarms

/// What a plan may not say.
struct PlanTests {
  private func faults(_ plan: AlarmPlan) -> [PlanFault] { plan.faults(in: Feed.plan) }

  private func plan(_ thresholds: Threshold...) -> AlarmPlan {
    var plan = AlarmPlan()
    plan.thresholds = thresholds
    return plan
  }

  @Test func theShippedPlanHasNoFault() {
    #expect(faults(.shipped).isEmpty)
    #expect(AlarmPlan.shipped.plan.cards.first?.code == Code("F-1"))
    for threshold in AlarmPlan.shipped.thresholds {
      #expect(!threshold.consequence.isEmpty && threshold.actMinutes > 0 && !threshold.owner.isNone)
    }
  }

  @Test func theShippedPlanFoldsEffectsUnderTheirCauseAndSilencesNothing() throws {
    let thresholds = AlarmPlan.shipped.thresholds
    let families = try #require(thresholds.first { $0.name == "Families over places" })
    #expect(families.effectOf == ["Arrivals over processing"])
    #expect(thresholds.allSatisfy { $0.inhibitedBy.isEmpty })
    let watched = Set(thresholds.map(\.measure.of))
    #expect(watched.isSuperset(of: [.interpreterShortage, .predictedBreaches, .stockHours, .p90Wait]))
  }

  @Test func theCrisisRuleIsTheBlueprints() {
    let rule = AlarmPlan.shipped.crisis
    #expect([rule.arrivalMinutes, rule.placesPercent, rule.placesMinutes] == [60, 100, 15])
    #expect([rule.clearPercent, rule.clearMinutes] == [85, 120])
  }

  @Test func aClearValueOnTheWrongSideIsNamed() {
    let bad = threshold("Men", .places(.singleMen), ThresholdLevel(.watch, raise: 80, clear: 80))
    #expect(
      faults(plan(bad)) == [
        PlanFault(
          path: "thresholds[0].levels[0].clear",
          sentence: "the clear value 80 must lie below the raise value 80, or the alarm would chatter or never clear")
      ])
  }

  @Test func namesAreUniqueAndFitARow() {
    let one = threshold("Men", .places(.singleMen), ThresholdLevel(.watch, raise: 80, clear: 70))
    var long = one
    long.name = String(repeating: "x", count: AlarmLimit.name + 1)
    #expect(faults(plan(one, one, long)).map(\.path) == ["thresholds[1].name", "thresholds[2].name"])
  }

  @Test func linksNameOtherThresholdsAndNeverLeadBack() {
    let level = ThresholdLevel(.watch, raise: 80, clear: 70)
    var one = threshold("One", .places(.singleMen), level)
    var two = threshold("Two", .places(.families), level)
    var three = threshold("Three", .places(.children), level)
    one.effectOf = ["Nobody", "One"]
    #expect(faults(plan(one)).map(\.path) == ["thresholds[0].effectOf[0]", "thresholds[0].effectOf[1]"])
    one.effectOf = ["Two", "Three"]
    two.inhibitedBy = ["Three"]
    #expect(faults(plan(one, two, three)).isEmpty)
    three.inhibitedBy = ["Two"]
    two.effectOf = ["Three"]
    three.effectOf = ["One"]
    #expect(
      faults(plan(one, two, three)).map(\.path) == [
        "thresholds[0].effectOf", "thresholds[1].effectOf", "thresholds[1].inhibitedBy", "thresholds[2].effectOf",
        "thresholds[2].inhibitedBy",
      ])
  }

  @Test func anUnknownAreaOrStageIsNamed() {
    let level = ThresholdLevel(.watch, raise: 80, clear: 70)
    let area = threshold("A", .area(Code("attic")), level)
    #expect(faults(plan(area)).map(\.sentence) == ["the center has no area attic"])
    var center = Feed.plan
    center.stages = []
    let wait = threshold("W", .oldestWait(.health), level)
    #expect(plan(wait).faults(in: center).map(\.sentence) == ["the center has no stage health"])
  }

  @Test func aMeasureTakesItsOwnParametersAndNoOthers() {
    let level = ThresholdLevel(.watch, raise: 80, clear: 70)
    var measure = Measure.oldestWait(.health)
    measure.stage = nil
    measure.area = Code("men")
    #expect(
      faults(plan(threshold("W", measure, level))).map(\.sentence) == [
        "oldestWait takes no area", "oldestWait needs stage",
      ])
  }

  @Test func levelsRiseFromWatchToCrisis() {
    let bad = threshold(
      "Men", .places(.singleMen), ThresholdLevel(.strained, raise: 90, clear: 80),
      ThresholdLevel(.watch, raise: 95, clear: 80), ThresholdLevel(.crisis, raise: 95, clear: 80))
    #expect(faults(plan(bad)).map(\.path) == ["thresholds[0].levels[1].level", "thresholds[0].levels[2].raise"])
    #expect(faults(plan(threshold("Men", .places(.singleMen)))).map(\.path) == ["thresholds[0].levels"])
  }

  @Test func aFaultyPlanStillRunsAndEnds() {
    let upside = threshold("Men", .places(.singleMen), ThresholdLevel(.watch, raise: 50, clear: 90))
    var feed = Feed(plan(upside, threshold("A", .area(Code("attic")), ThresholdLevel(.watch, raise: 1, clear: 0))))
    feed.arrive(7, noon(), into: Code("men"))
    feed.board.advance(to: noon(5_000))
    #expect(feed.board.alarms.count == 1)
  }
}
