import Alarms
import CaseFlow
import Drill
import Journal

// What thresholds cost a record: as many as a center may have, on a surge day and on a month of them.

/// Measures a recording under its own thresholds and under two hundred; with a profile and a center file, a month of
/// surge days made of them.
func measureAlarms(_ path: String, month: (profile: String, center: String)?) -> Bool {
  do {
    let block = [UInt8](repeating: 0x5A, count: 64 << 20)
    let reference = best(of: 3) { _ = digest(block) }
    print("reference: SHA-256 of 64 MiB in \(text(reference * 1_000)) ms (swift-crypto)\n")
    let recording = try Recording.read(path)
    measure(path, recording.records, recording.plan, recording.rules, recording.alarmPlan, reference)
    guard let month else { return true }
    let file = try CenterFile.read(month.center)
    let zone = recording.zone
    let profile = surge(of: try DayProfileFile.read(month.profile), people: 1_000)
    let made = synthesize(
      profile, plan: file.plan, alarms: file.alarms, zone: zone, seed: 1, warmUp: 0.9...1.1, days: 30)
    measure("a month of surge days", made.records, file.plan, made.closing.rules, file.alarms, reference)
    return true
  } catch {
    print("\(error)")
    return false
  }
}

private func measure(
  _ name: String, _ records: [Record], _ plan: CenterPlan, _ rules: RuleSet, _ own: AlarmPlan, _ reference: Double
) {
  var center = Center(plan: plan, rules: rules)
  var most = 0
  for record in records {
    center.apply(record)
    most = max(most, center.counts.onRoll)
  }
  print("\(name): \(records.count) records, \(center.counts.arrived) people came, at most \(most) on roll")
  let fold = best(of: 3) {
    var center = Center(plan: plan, rules: rules)
    for record in records { center.apply(record) }
    precondition(center.counts.areConserved)
  }
  for alarms in [own, twoHundred(own, plan)] {
    var raised = 0
    let watched = best(of: 3) {
      var center = Center(plan: plan, rules: rules)
      var board = AlarmBoard(plan: alarms, center: center)
      for record in records {
        center.apply(record)
        board.observe(record, center)
      }
      raised = board.alarms.count
    }
    let count = Double(records.count)
    let each = "\(text((watched - fold) / count * 1e6)) us a record"
    line(
      "\(alarms.thresholds.count) thresholds, \(raised) alarms",
      "\(text(count / watched / 1e3, places: 0)) k/s, \(each)",
      watched, reference)
  }
  print("")
}

/// A plan with as many thresholds as a center may have: every measure with every parameter, again and again with other
/// values, windows and delays.
private func twoHundred(_ own: AlarmPlan, _ plan: CenterPlan) -> AlarmPlan {
  var alarms = own
  let measures = everyMeasure(plan)
  while alarms.thresholds.count < AlarmLimit.thresholds {
    let number = alarms.thresholds.count
    let round = number / measures.count
    var threshold = Threshold()
    threshold.name = "Number \(number)"
    threshold.measure = measures[number % measures.count]
    if let minutes = threshold.measure.minutes { threshold.measure.minutes = minutes * (round + 1) }
    let raise = [50, 200, 20, 100, 1_000][number % 5] + round
    threshold.levels = [
      ThresholdLevel(.watch, raise: raise, clear: raise * 3 / 4, onDelay: .minutes(5), offDelay: .minutes(15)),
      ThresholdLevel(.strained, raise: raise * 2, clear: raise, onDelay: .minutes(5), offDelay: .minutes(15)),
    ]
    alarms.thresholds.append(threshold)
  }
  return alarms
}

private func everyMeasure(_ plan: CenterPlan) -> [Measure] {
  var measures: [Measure] = plan.areas.map { .area($0.code) }
  measures += PlaceKind.allCases.map(Measure.places)
  for stage in plan.stages.map(\.stage) { measures += [.oldestWait(stage), .p90Wait(stage)] }
  for clock in ClockKind.allCases where clock != .consultation {
    measures += [.clocksNear(clock, minutes: 60), .predictedBreaches(clock, minutes: 240)]
  }
  measures += [.arrivalsOverProcessed(minutes: 30), .arrivalsADay(minutes: 1_440)]
  let plain: [MeasureKind] = [
    .centerOccupancy, .census, .stockHours, .unplaced, .interpreterShortage, .dataAge, .releasesWithoutReceiver,
    .openSeparations, .coPlacements,
  ]
  return measures + plain.map(Measure.plain)
}
