// Measures what docs/performance.md promises, each figure beside a reference from the same run, because
// machines are noisy and ratios travel:
//
//     swift run -c release measure RECORDING
//
// The reference is the SHA-256 of 64 MiB, by the same library that makes the digests.

import Alarms
import CaseFlow
import Drill
import Glibc
import Journal
import Screens

/// Seconds that a body takes, the best of a few runs: what the machine can do when nobody interrupts it.
func best(of runs: Int, _ body: () -> Void) -> Double {
  var shortest = Double.infinity
  for _ in 0..<runs {
    var before = timespec()
    var after = timespec()
    clock_gettime(CLOCK_MONOTONIC, &before)
    body()
    clock_gettime(CLOCK_MONOTONIC, &after)
    let took = Double(after.tv_sec - before.tv_sec) + Double(after.tv_nsec - before.tv_nsec) / 1e9
    shortest = min(shortest, took)
  }
  return shortest
}

/// A number with a few digits, without Foundation's formats.
func text(_ value: Double, places: Int = 2) -> String {
  var json = JSONWriter()
  json.decimal(value, places: places)
  return json.text
}

func line(_ what: String, _ figure: String, _ seconds: Double, _ reference: Double) {
  let name = what + String(repeating: " ", count: max(1, 46 - what.count))
  let value = figure + String(repeating: " ", count: max(1, 26 - figure.count))
  print("\(name)\(value)\(text(seconds / reference, places: 3)) x reference")
}

/// Kibibytes of the process that were ever resident.
func peakKibibytes() -> Int {
  var usage = rusage()
  getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
  return usage.ru_maxrss
}

let arguments = CommandLine.arguments
switch (arguments.dropFirst().first, arguments.count) {
case ("kills", 3...4):
  exit(measureKills(arguments[2], cuts: arguments.count > 3 ? Int(arguments[3]) ?? 0 : 1_000) ? 0 : 1)
case ("terminals", 3...5):
  let terminals = arguments.count > 3 ? Int(arguments[3]) ?? 0 : 8
  let arrivals = arguments.count > 4 ? Int(arguments[4]) ?? 0 : 2_000
  exit(measureTerminals(arguments[2], terminals: terminals, arrivals: arrivals) ? 0 : 1)
case ("echo", 3...4):
  exit(measureEcho(arguments[2], entries: arguments.count > 3 ? Int(arguments[3]) ?? 0 : 100) ? 0 : 1)
case ("journal", 3...4):
  let records = arguments.count > 3 ? Int(arguments[3]) ?? 0 : 1_000_000
  exit(measureJournal(center: arguments[2], records: records) ? 0 : 1)
case ("schedule", 2): exit(measureSchedule(waiting: 200, officers: 14, interpreters: 9) ? 0 : 1)
case ("lists", 2...3): exit(measureLists(cases: arguments.count > 2 ? Int(arguments[2]) ?? 0 : 10_000) ? 0 : 1)
case ("contacts", 2...3):
  measureContacts(people: arguments.count > 2 ? Int(arguments[2]) ?? 0 : 10_000)
  exit(0)
case ("alarms", 3), ("alarms", 5):
  let month = arguments.count == 5 ? (profile: arguments[3], center: arguments[4]) : nil
  exit(measureAlarms(arguments[2], month: month) ? 0 : 1)
case ("drill", 3): exit(measureDrill(arguments[2]) ? 0 : 1)
case (.some, 2): break
default:
  print(
    "usage: measure RECORDING | kills JPC [COUNT] | terminals JPC [COUNT [ARRIVALS]] | journal RECORDING [RECORDS] | "
      + "echo JPC [ENTRIES] | schedule | contacts [PEOPLE] | lists [CASES] | alarms RECORDING [PROFILE CENTER] | "
      + "drill RECORDING")
  exit(64)
}
let path = arguments[1]

do {
  let bytes = try FileBytes.readText(path)
  let recording = try Recording.read(bytes, file: path)
  let afterLoad = peakKibibytes()
  let records = recording.records

  let load = best(of: 3) { _ = try? Recording.read(bytes, file: path) }

  let block = [UInt8](repeating: 0x5A, count: 64 << 20)
  let reference = best(of: 3) { _ = digest(block) }
  print("reference: SHA-256 of 64 MiB in \(text(reference * 1_000)) ms (swift-crypto)")
  print("recording: \(records.count) records, \(bytes.count) bytes\n")

  let fold = best(of: 10) {
    var center = recording.emptyCenter
    for record in records { center.apply(record) }
    precondition(center.counts.areConserved)
  }
  line("fold, from memory", "\(text(Double(records.count) / fold / 1e6)) M records/s", fold, reference)
  line("read, check and fold the file", "\(text(load * 1_000)) ms", load, reference)
  line("peak memory after reading it", "\(text(Double(afterLoad) / 1_024)) MiB", 0, reference)

  let watched = best(of: 3) {
    var center = recording.emptyCenter
    var alarms = AlarmBoard(plan: recording.alarmPlan, center: center)
    for record in records {
      center.apply(record)
      alarms.observe(record, center)
    }
  }
  line("fold with every threshold", "\(text(Double(records.count) / watched / 1e6)) M records/s", watched, reference)

  let from = recording.header.from
  let length = (recording.header.until - from).milliseconds
  func playback() -> Playback {
    Playback(
      records: records, plan: recording.plan, rules: recording.rules, alarmPlan: recording.alarmPlan, from: from,
      until: recording.header.until)
  }
  var cold = playback()
  let first = best(of: 1) { cold.seek(to: recording.header.until) }
  line("first seek to the end", "\(text(first * 1_000)) ms", first, reference)
  var worst = 0.0
  // Jumps over the whole day, backward and forward, in an order with no pattern.
  for step in 1...200 {
    let target = from + Span(milliseconds: length * Int64(step * 7_919 % 200) / 200)
    worst = max(worst, best(of: 1) { cold.seek(to: target) })
  }
  line("seek anywhere, worst of 200", "\(text(worst * 1_000)) ms", worst, reference)

  cold.seek(to: from + Span(milliseconds: length * 2 / 3))
  let digesting = best(of: 5) { _ = digest(cold.canonicalBytes()) }
  line("digest of a moment", "\(text(digesting * 1_000)) ms", digesting, reference)
  let figures = best(of: 20) { _ = BoardModel(center: cold.center, now: cold.now) }
  line("figures of a moment", "\(text(figures * 1_000)) ms", figures, reference)
  var model = BoardModel(center: cold.center, now: cold.now)
  model.take(cold.alarms)
  for (width, height) in [(80, 24), (120, 40), (200, 60)] {
    let size = Size(width: width, height: height)
    var state = ViewState(size: size)
    state.settle(model)
    let draw = best(of: 20) { _ = screen(model, state, size) }
    line("overview as a frame, \(width)x\(height)", "\(text(draw * 1_000)) ms", draw, reference)
  }
  print("\npeak memory of all this: \(text(Double(peakKibibytes()) / 1_024)) MiB")
} catch {
  print("\(error)")
  exit(65)
}
