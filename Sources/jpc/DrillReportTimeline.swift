import Alarms
import CaseFlow
import Drill
import Journal
import Screens

// What happened, line by line, with the number of the record that says so.
extension DrillReport {
  /// Longer timelines are cut: the recording has all of it.
  private static let mostLines = 400

  private struct Line {
    var at: Instant
    /// Nil for what follows from records and has none of its own.
    var seq: Int64?
    var who: String
    var what: String
  }

  var timeline: Report.Section {
    let words = DrillWords.self
    var lines = recorded + raised
    lines.sort { ($0.at, $0.seq ?? .max) < ($1.at, $1.seq ?? .max) }
    let more = lines.count - Self.mostLines
    return Report.Section(
      words.timeline, [.text(words.record), .text(words.at), .text(words.by), .text(words.what)],
      lines.prefix(Self.mostLines).map { line in
        [line.seq.map { words.evidence([$0]) } ?? "", near(line.at), line.who, line.what]
      }, empty: words.noTimeline, note: more > 0 ? words.more(more) : words.timelineNote)
  }

  /// What the team and the controller did since the takeover, and what befell them.
  private var recorded: [Line] {
    let drill = tally.drill.filter { record in
      if case .keysCounted = record.event { false } else { record.recorded >= score.since }
    }
    var unnamed = Unnamed(names: [:])
    for (index, code) in cast.enumerated() { unnamed.names[code] = Code("team-\(index + 1)") }
    return (drill + tally.acts).map { record in
      var event = record.event
      event.describe(&unnamed)
      let cases = concerned(record)
      let what = EventWording.sentence(event, of: cases.first, in: tally.center)
      // Entered within the minute is entered at once.
      let at = record.recorded - record.at < .minutes(1) ? "" : " " + DrillWords.happened(near(record.at))
      let about = cases.isEmpty ? "" : "\(DrillWords.ofCase(self.cases(cases))): "
      return Line(at: record.recorded, seq: record.seq, who: who(of: record), what: about + what + at)
    }
  }

  private func who(of record: Record) -> String {
    switch record.event {
    case .injectFired, .injectHeld, .drillTakenOver, .drillEnded:
      SimulatedStaff.includes(record.by, header.center.plan) ? DrillWords.theScenario : DrillWords.controller
    default: who(record.by)
    }
  }

  private func concerned(_ record: Record) -> [CaseID] {
    var cases: [CaseID] = []
    record.event.forEachCase(in: tally.center, former: { _ in nil }) { cases.append($0) }
    return Array(cases.prefix(3))
  }

  /// Alarms and proposals since the takeover: they follow from records, and so have no number.
  private var raised: [Line] {
    let alarms = score.alarms.filter { $0.alarm.raised > score.since }.map { alarm in
      Line(
        at: alarm.alarm.raised, who: DrillWords.theRule,
        what: DrillWords.raised(alarm.alarm.threshold, alarm.alarm.level.rawValue))
    }
    let crises = score.crises.compactMap(\.proposed).filter { $0 > score.since }.map {
      Line(at: $0, who: DrillWords.theRule, what: DrillWords.proposed)
    }
    return alarms + crises
  }
}

/// Puts numbers of a team in place of the codes of people, wherever an event has one.
private struct Unnamed: FieldVisitor {
  var names: [Code: Code]

  private func rename<S>(_ value: inout S) {
    if let code = value as? Code, let name = names[code] as? S { value = name }
  }

  mutating func field<S: Scalar>(_ name: StaticString, _ value: inout S) { rename(&value) }
  mutating func field<S: Scalar & Equatable>(_ name: StaticString, _ value: inout S, usual: S) { rename(&value) }
  mutating func field<S: Scalar>(_ name: StaticString, _ value: inout S?) {
    if var known = value {
      rename(&known)
      value = known
    }
  }
  mutating func field<S: Scalar>(_ name: StaticString, _ value: inout [S], most: Int) {
    for index in value.indices { rename(&value[index]) }
  }
  mutating func field<T: Described>(_ name: StaticString, _ value: inout T) { value.describe(&self) }
  mutating func field<T: Described>(_ name: StaticString, _ value: inout T?) { value?.describe(&self) }
  mutating func field<T: Described>(_ name: StaticString, _ value: inout [T], most: Int) {
    for index in value.indices { value[index].describe(&self) }
  }
}
