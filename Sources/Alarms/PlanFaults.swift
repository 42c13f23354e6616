package import CaseFlow

/// Something wrong with an alarm plan: where it stands, for a reader that knows lines, and what to do.
package struct PlanFault: Hashable, Sendable {
  /// The keys that lead to the value in a center file, such as `thresholds[2].levels[0].clear`; counted from 0.
  /// What is not there, such as a list left out, has its path too.
  package var path: String
  package var sentence: String
}

extension AlarmPlan {
  /// Everything wrong with the plan for a center, in the order of the fields. Missing fields and values out of
  /// range are the reader's to find; here is what only the whole shows.
  package func faults(in center: CenterPlan) -> [PlanFault] {
    var faults: [PlanFault] = []
    var names: Set<String> = []
    for (index, threshold) in thresholds.enumerated() {
      let path = "thresholds[\(index)]"
      if threshold.name.isEmpty || threshold.name.count > AlarmLimit.name {
        faults.append(PlanFault(path: path + ".name", sentence: AlarmSentences.nameLength))
      }
      if !names.insert(threshold.name).inserted {
        faults.append(PlanFault(path: path + ".name", sentence: AlarmSentences.nameTaken(threshold.name)))
      }
      faults += threshold.measure.faults(path + ".measure", center)
      faults += threshold.levelFaults(path + ".levels")
      for (name, links) in [("effectOf", threshold.effectOf), ("inhibitedBy", threshold.inhibitedBy)] {
        for (position, link) in links.enumerated()
        where link == threshold.name || !thresholds.contains(where: { $0.name == link }) {
          faults.append(PlanFault(path: "\(path).\(name)[\(position)]", sentence: AlarmSentences.linkUnknown(link)))
        }
      }
      if leadsBack(threshold, \.effectOf) {
        faults.append(PlanFault(path: path + ".effectOf", sentence: AlarmSentences.effectOfItself))
      }
      if leadsBack(threshold, \.inhibitedBy) {
        faults.append(PlanFault(path: path + ".inhibitedBy", sentence: AlarmSentences.silencesItself))
      }
    }
    for (name, minutes) in [("escalateMinutes", escalateMinutes), ("shiftMinutes", shiftMinutes)]
    where minutes < 0 || minutes > AlarmLimit.minutes {
      faults.append(PlanFault(path: name, sentence: AlarmSentences.minutesRange))
    }
    faults += crisis.faults("crisis")
    faults += plan.faults("responsePlan")
    return faults
  }

  /// Whether the links of a threshold lead back to it by way of others.
  private func leadsBack(_ threshold: Threshold, _ links: KeyPath<Threshold, [String]>) -> Bool {
    var seen: Set<String> = [threshold.name]
    var open = threshold[keyPath: links].filter { $0 != threshold.name }
    while let name = open.popLast() {
      guard seen.insert(name).inserted, let next = thresholds.first(where: { $0.name == name }) else { continue }
      if next[keyPath: links].contains(threshold.name) { return true }
      open += next[keyPath: links]
    }
    return false
  }
}

extension Measure {
  fileprivate func faults(_ path: String, _ center: CenterPlan) -> [PlanFault] {
    var faults: [PlanFault] = []
    let parameters: [(String, given: Bool, taken: Bool, required: Bool)] = [
      ("area", area != nil, of == .areaOccupancy, true),
      ("kind", kind != nil, of == .kindOccupancy, true),
      ("stage", stage != nil, of == .oldestWait || of == .p90Wait, true),
      ("clock", clock != nil, of == .clocksNear || of == .predictedBreaches, true),
      (
        "minutes", minutes != nil,
        [.clocksNear, .predictedBreaches, .arrivalsOverProcessed, .arrivalsADay].contains(of),
        of == .clocksNear || of == .predictedBreaches
      ),
    ]
    for (name, given, taken, required) in parameters {
      if given && !taken {
        faults.append(PlanFault(path: "\(path).\(name)", sentence: AlarmSentences.parameterUnused(name, of)))
      } else if !given && taken && required {
        faults.append(PlanFault(path: path, sentence: AlarmSentences.parameterMissing(name, of)))
      }
    }
    if let minutes, minutes > AlarmLimit.minutes || minutes < 1 && (of == .arrivalsOverProcessed || of == .arrivalsADay)
    {
      faults.append(PlanFault(path: path + ".minutes", sentence: AlarmSentences.minutesRange))
    }
    if let area, of == .areaOccupancy, !center.areas.contains(where: { $0.code == area }) {
      faults.append(PlanFault(path: path + ".area", sentence: AlarmSentences.areaUnknown(area)))
    }
    if let stage, of == .oldestWait || of == .p90Wait, !center.stages.contains(where: { $0.stage == stage }) {
      faults.append(PlanFault(path: path + ".stage", sentence: AlarmSentences.stageUnknown(stage)))
    }
    if clock == .consultation, of == .clocksNear || of == .predictedBreaches {
      faults.append(PlanFault(path: path + ".clock", sentence: AlarmSentences.clockNotBefore))
    }
    return faults
  }
}

extension Threshold {
  fileprivate func levelFaults(_ path: String) -> [PlanFault] {
    guard !levels.isEmpty else { return [PlanFault(path: path, sentence: AlarmSentences.noLevels)] }
    var faults: [PlanFault] = []
    for (index, level) in levels.enumerated() {
      let here = "\(path)[\(index)]"
      if level.raise < 1 || level.raise > AlarmLimit.value {
        faults.append(PlanFault(path: here + ".raise", sentence: AlarmSentences.raiseRange))
      }
      if level.clear >= level.raise {
        faults.append(
          PlanFault(path: here + ".clear", sentence: AlarmSentences.clearSide(level.clear, raise: level.raise)))
      }
      for (name, delay) in [("onDelay", level.onDelay), ("offDelay", level.offDelay)]
      where delay < .zero || delay > .minutes(AlarmLimit.minutes) {
        faults.append(PlanFault(path: "\(here).\(name)", sentence: AlarmSentences.minutesRange))
      }
      guard index > 0 else { continue }
      let milder = levels[index - 1]
      if level.level <= milder.level {
        faults.append(PlanFault(path: here + ".level", sentence: AlarmSentences.levelOrder))
      } else if level.raise <= milder.raise {
        faults.append(
          PlanFault(path: here + ".raise", sentence: AlarmSentences.raiseOrder(level.level, milder.level)))
      }
    }
    return faults
  }
}

extension CrisisRule {
  fileprivate func faults(_ path: String) -> [PlanFault] {
    var faults: [PlanFault] = []
    if placesPercent < 1 || placesPercent > AlarmLimit.value {
      faults.append(PlanFault(path: path + ".placesPercent", sentence: AlarmSentences.raiseRange))
    }
    if clearPercent < 1 || clearPercent > placesPercent {
      faults.append(PlanFault(path: path + ".clearPercent", sentence: AlarmSentences.crisisClearSide))
    }
    for (name, minutes, least) in [
      ("arrivalMinutes", arrivalMinutes, 1), ("placesMinutes", placesMinutes, 0), ("clearMinutes", clearMinutes, 0),
      ("autoDeclareMinutes", autoDeclareMinutes, 0),
    ] where minutes < least || minutes > AlarmLimit.minutes {
      faults.append(PlanFault(path: "\(path).\(name)", sentence: AlarmSentences.minutesRange))
    }
    return faults
  }
}

extension ResponsePlan {
  fileprivate func faults(_ path: String) -> [PlanFault] {
    var faults: [PlanFault] = []
    var codes: Set<Code> = []
    for (index, card) in cards.enumerated() {
      if !codes.insert(card.code).inserted {
        faults.append(PlanFault(path: "\(path).cards[\(index)].code", sentence: AlarmSentences.cardTaken(card.code)))
      }
      if card.code == ResponsePlan.standDownCard {
        faults.append(PlanFault(path: "\(path).cards[\(index)].code", sentence: AlarmSentences.cardReserved))
      }
      if card.lines.isEmpty {
        faults.append(PlanFault(path: "\(path).cards[\(index)].lines", sentence: AlarmSentences.noLines))
      }
      for (line, action) in card.lines.enumerated() where action.minutes > AlarmLimit.minutes {
        faults.append(
          PlanFault(path: "\(path).cards[\(index)].lines[\(line)].minutes", sentence: AlarmSentences.minutesRange))
      }
    }
    return faults + reserveFaults(path + ".reserves") + checkFaults(path + ".standDown")
  }

  private func reserveFaults(_ path: String) -> [PlanFault] {
    var faults: [PlanFault] = []
    var codes: Set<Code> = []
    for (index, reserve) in reserves.enumerated() {
      let here = "\(path)[\(index)]"
      if !codes.insert(reserve.code).inserted {
        faults.append(PlanFault(path: here + ".code", sentence: AlarmSentences.reserveTaken(reserve.code)))
      }
      for (name, number, range) in [
        ("places", reserve.places, 1...AlarmLimit.value), ("staff", reserve.staff, 0...AlarmLimit.value),
        ("leadMinutes", reserve.leadMinutes, 0...AlarmLimit.minutes),
      ] where !range.contains(number) {
        faults.append(PlanFault(path: "\(here).\(name)", sentence: AlarmSentences.reserveSize))
      }
    }
    return faults
  }

  private func checkFaults(_ path: String) -> [PlanFault] {
    standDown.indices.filter { standDown[$0].isEmpty }
      .map { PlanFault(path: "\(path)[\($0)]", sentence: AlarmSentences.noCheck) }
  }
}
