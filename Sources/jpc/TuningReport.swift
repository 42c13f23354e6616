import Alarms
import CaseFlow
import Journal

/// What `jpc tune` prints.
struct TuningReport {
  /// The center file that was tried.
  var center: String
  /// The center file that it was compared with; nil is each recording's own.
  var against: String?
  var days: [TunedDays] = []

  /// The rows of all recordings, each level once, in the order in which they first appear.
  var totals: [TuningRow] {
    var totals: [TuningRow] = []
    for row in days.flatMap(\.rows) {
      if let index = totals.firstIndex(where: { $0.threshold == row.threshold && $0.level == row.level }) {
        totals[index].alarms += row.alarms
      } else {
        totals.append(row)
      }
    }
    return totals
  }
}

// Text.
extension TuningReport {
  /// Each recording with its alarms, and the totals below them.
  var text: String {
    var lines: [String] = []
    for days in days { lines += days.lines + [""] }
    let moved = days.count > 1 ? "All \(days.count) recordings" : "Totals"
    lines.append("\(moved): \(against ?? "the recording's own center file") before, \(center) after".printable)
    lines += TuningReport.table(totals)
    return lines.joined(separator: "\n") + "\n"
  }

  /// One line a level that raised anything, and one for all.
  private static func table(_ rows: [TuningRow]) -> [String] {
    let raised = rows.filter { !$0.alarms.isEmpty }
    var lines = [line("threshold", "level", ["before", "after"] + TuningChange.allCases.map(\.rawValue))]
    for row in raised { lines.append(line(row.threshold, row.level.rawValue, numbers([row]))) }
    lines.append(line("all", "", numbers(raised)))
    let quiet = rows.count - raised.count
    if quiet > 0 { lines.append("\(quiet) \(quiet == 1 ? "level" : "levels") raised nothing, before or after.") }
    return lines
  }

  private static func numbers(_ rows: [TuningRow]) -> [String] {
    let counts = [rows.reduce(0) { $0 + $1.before }, rows.reduce(0) { $0 + $1.after }]
    return (counts + TuningChange.allCases.map { change in rows.reduce(0) { $0 + $1.count(change) } }).map(String.init)
  }

  private static func line(_ name: String, _ level: String, _ numbers: [String]) -> String {
    padded(name.printable, AlarmLimit.name) + " " + padded(level, 8)
      + numbers.map { String(repeating: " ", count: max(1, 8 - $0.count)) + $0 }.joined()
  }

  fileprivate static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}

extension TunedDays {
  /// The recording and every alarm that another file changes, in the order of thresholds and of time.
  fileprivate var lines: [String] {
    let name = path.printable + (drill.map { " (\($0))" } ?? "")
    var lines = ["\(name): \(time(from)) to \(time(until)), \(records) records"]
    for row in rows {
      let changed = row.alarms.filter { $0.change != .same }
      guard !changed.isEmpty else { continue }
      lines.append("\(row.threshold.printable), \(row.level.rawValue): \(row.before) before, \(row.after) after")
      lines += changed.map(line)
    }
    let moved = proposals.filter { $0.change != .same }
    if !moved.isEmpty { lines += ["Crisis proposed by rule"] + moved.map(line) }
    if lines.count == 1 { lines.append("Nothing changes.") }
    if silent != (0, 0) {
      lines.append("Suppressed or shelved all the time: \(silent.before) before, \(silent.after) after.")
    }
    return lines
  }

  private func line(_ alarm: TunedAlarm) -> String {
    let change = "  " + TuningReport.padded(alarm.change.rawValue, 8)
    guard let shift = alarm.shift, let before = alarm.before, let after = alarm.after else {
      let only = alarm.after ?? alarm.before
      return change + (only.map { time($0.raised) + ", " + lasting($0) } ?? "")
    }
    let by = TunedDays.length(max(shift, Span(milliseconds: -shift.milliseconds)))
    return change + "\(time(before.raised)) -> \(time(after.raised)), by \(by), \(lasting(after))"
  }

  private func lasting(_ activation: Activation) -> String {
    activation.cleared.map { "active \(TunedDays.length($0 - activation.raised))" } ?? "active to the end"
  }

  /// `2021-12-24 14:05` on the center's clock, with seconds where there are any.
  private func time(_ instant: Instant) -> String {
    let text = zone.text(instant.milliseconds)
    let second = text.dropFirst(17).prefix(2)
    return "\(text.prefix(10)) \(text.dropFirst(11).prefix(second == "00" ? 5 : 8))"
  }

  /// `2 d 4 h`, `4 h 5 min`, `5 min 30 s`, `12 s`: the two largest units.
  static func length(_ span: Span) -> String {
    let seconds = span.wholeSeconds
    let units = [(86_400, "d"), (3_600, "h"), (60, "min"), (1, "s")]
    guard let first = units.firstIndex(where: { seconds >= $0.0 }) else { return "under 1 s" }
    var rest = seconds
    var parts: [String] = []
    for (size, name) in units[first...].prefix(2) {
      if rest >= size { parts.append("\(rest / size) \(name)") }
      rest %= size
    }
    return parts.joined(separator: " ")
  }
}

// JSON.
extension TuningReport {
  /// One document of the schema `jpc.tune/1` and a line feed.
  var document: String {
    var json = JSONWriter()
    json.object { json in
      json.field("schema", "jpc.tune/1")
      json.field("center", center)
      json.field("against", against)
      json.array("recordings") { json in for days in days { days.write(&json) } }
      json.array("totals") { json in for row in totals { json.object { row.writeCounts(&$0) } } }
    }
    return json.text + "\n"
  }
}

extension TunedDays {
  fileprivate func write(_ json: inout JSONWriter) {
    json.object { json in
      json.field("recording", path)
      if let drill { json.field("drill", drill) }
      json.field("from", zone.text(from.milliseconds))
      json.field("until", zone.text(until.milliseconds))
      json.field("events", records)
      json.array("thresholds") { json in
        for row in rows {
          json.object { json in
            row.writeCounts(&json)
            write(row.alarms, &json)
          }
        }
      }
      json.object("crisis") { write(proposals, &$0) }
      json.object("silent") { json in
        json.field("before", silent.before)
        json.field("after", silent.after)
      }
    }
  }

  private func write(_ alarms: [TunedAlarm], _ json: inout JSONWriter) {
    json.array("alarms") { json in
      for alarm in alarms {
        json.object { json in
          json.field("change", alarm.change.rawValue)
          json.field("shift_s", alarm.shift?.wholeSeconds)
          write("before", alarm.before, &json)
          write("after", alarm.after, &json)
        }
      }
    }
  }

  private func write(_ name: String, _ activation: Activation?, _ json: inout JSONWriter) {
    json.key(name)
    guard let activation else { return json.null() }
    json.object { json in
      json.field("raised", zone.text(activation.raised.milliseconds))
      json.field("cleared", activation.cleared.map { zone.text($0.milliseconds) })
      json.field("active_s", activation.cleared.map { ($0 - activation.raised).wholeSeconds })
    }
  }
}

extension TuningRow {
  fileprivate func writeCounts(_ json: inout JSONWriter) {
    json.field("threshold", threshold)
    json.field("level", level.rawValue)
    json.field("before", before)
    json.field("after", after)
    for change in TuningChange.allCases { json.field(change.rawValue, count(change)) }
  }
}
