import CaseFlow
import Foundation
import Testing

@testable import Journal

@Suite("Recordings")
struct RecordingTests {
  let day: Recording
  let lines: [String]

  init() throws {
    day = SampleDays.day(parties: 12, center: SampleDays.center)
    lines = String(decoding: Recording.bytes(day.header, day.records), as: UTF8.self).split(separator: "\n").map(
      String.init)
  }

  private func text(_ lines: [String]) -> [UInt8] { Array((lines.joined(separator: "\n") + "\n").utf8) }

  /// Whether two texts are the same; said in a word, because a header alone fills a screen.
  private func same(_ left: [UInt8], _ right: [UInt8]) -> Bool { left == right }

  private func fault(_ bytes: [UInt8]) -> String? {
    do throws(ReadError) { _ = try Recording.read(bytes) } catch {
      guard case .malformed(let fault) = error else { return "\(error)" }
      return fault.description
    }
    return nil
  }

  /// The lines with one part of one line (counted from 1) replaced.
  private func changed(_ line: Int, _ from: String, _ to: String) -> [UInt8] {
    var lines = lines
    let hasPart = lines[line - 1].contains(from)
    #expect(hasPart, "line \(line) has no \(from)")
    lines[line - 1] = lines[line - 1].replacing(from, with: to, maxReplacements: 1)
    return text(lines)
  }

  @Test("a recording is read as it was written, byte for byte")
  func roundTrip() throws {
    let bytes = text(lines)
    let read = try Recording.read(bytes)
    #expect(same(Recording.bytes(read.header, read.records), bytes))
    #expect(read.records.count == day.records.count && read.records.count > 50)
    #expect(read.warnings == [])
    #expect(read.zone == SampleDays.zone)
    #expect(read.rules == .us2021)
    #expect(read.plan.areas.count == 5 && read.alarmPlan == day.alarmPlan)
  }

  @Test("what was read folds to the center that decided it")
  func folds() throws {
    var decided = day.emptyCenter
    for record in day.records { decided.apply(record) }
    let read = try Recording.read(text(lines))
    var folded = read.emptyCenter
    for record in read.records { folded.apply(record) }
    #expect(folded.counts == decided.counts && folded.counts.areConserved && folded.seq == decided.seq)
  }

  @Test("CR LF lines and times in another offset are read the same")
  func otherEnds() throws {
    let crlf = Array((lines.joined(separator: "\r\n") + "\r\n").utf8)
    let read = try Recording.read(crlf)
    #expect(same(Recording.bytes(read.header, read.records), text(lines)))
    let utc = text(
      lines.map { $0.replacing("\"at\":\"2021-12-24T08:00:00-07:00\"", with: "\"at\":\"2021-12-24T15:00:00Z\"") })
    #expect(!same(utc, text(lines)))
    let other = try Recording.read(utc)
    #expect(same(Recording.bytes(other.header, other.records), text(lines)))
  }

  @Test("numbers may start anywhere")
  func startsAnywhere() throws {
    let moved = text(
      lines.prefix(1)
        + day.records.map { record in
          var record = record
          record.seq += 1_000
          var encoder = RecordingEncoder(zone: SampleDays.zone)
          return String(decoding: encoder.line(record).dropLast(), as: UTF8.self)
        })
    #expect(try Recording.read(moved).records.first?.seq == 1_001)
  }

  @Test("a last line cut short is left out with a warning, wherever it was cut")
  func torn() throws {
    let bytes = text(lines)
    let last = lines[lines.count - 1].utf8.count + 1
    for cut in 1..<last {
      let read = try Recording.read(Array(bytes.dropLast(cut)))
      #expect(read.records.count == day.records.count - 1)
      #expect(
        read.warnings.map(\.description) == ["\(lines.count):1: the last line is cut short; read up to the line before"]
      )
    }
    #expect(try Recording.read(Array(bytes.dropLast(last))).warnings == [])
    var noise = Array(bytes.dropLast(last / 2))
    noise.append(0)
    #expect(fault(noise)?.hasSuffix("control character in text") == true)
    #expect(fault(Array(lines[0].utf8)) == "1:1: the header is cut short: the file has no whole line")
  }

  @Test("each fault is named by line and column")
  func refusals() throws {
    #expect(fault(changed(3, "\"seq\":2", "\"seq\":3")) == "3:8: sequence gap: 3 follows 1")
    #expect(fault(changed(3, "\"seq\":2", "\"seq\":1")) == "3:8: sequence number 1 is repeated")
    #expect(fault(changed(4, "\"seq\":3", "\"seq\":1")) == "4:8: sequence goes back: 1 follows 2")
    #expect(
      fault(changed(3, "T08:00:00-07:00\",\"rec", "T08:00:01-07:00\",\"rec")) == "3:15: happened after it was recorded")
    #expect(
      fault(changed(3, "\"recorded\":\"2021-12-24T08", "\"recorded\":\"2021-12-24T09"))
        == "4:54: recorded before the line above")
    #expect(
      fault(changed(2, "\"recorded\":\"2021", "\"recorded\":\"2022"))
        == "2:54: recorded after the recording ends ('until')")
    #expect(
      fault(
        changed(2, "2021-12-24T08:00:00-07:00\",\"recorded\":\"2021", "2020-12-24T08:00:00-07:00\",\"recorded\":\"2020")
      ) == "2:54: recorded before the recording begins ('from')")
    #expect(fault(changed(2, "\"seq\":1,", "\"seq\":1,\"seq\":1,")) == "2:10: key given twice: seq")
    #expect(fault(changed(2, "}", ",}"))?.hasSuffix("comma before the end of the object") == true)
    #expect(fault(changed(2, "deskOpened", "deskOpend"))?.hasSuffix("did you mean 'deskOpened'?") == true)
    #expect(fault(changed(2, "reception-1", "reception-7"))?.hasPrefix("2:1: broken rule (") == true)
    #expect(fault(text([lines[0], "", lines[1]])) == "2:1: nothing here; expected a JSON value")
  }

  @Test("each fault of the header is named")
  func headers() throws {
    #expect(
      fault(changed(1, "jpc-recording", "jpc-scenario")) == "1:11: not a recording: 'format' must be 'jpc-recording'")
    #expect(
      fault(changed(1, "\"version\":1", "\"version\":2"))
        == "1:37: version 2 of the format is not known; this jpc reads version 1")
    #expect(
      fault(text([#"{"schema":"jpc.replay/1"}"#]))
        == "1:1: not a recording: its first line must be a header with \"format\":\"jpc-recording\"")
    #expect(fault(text(["[]"]))?.hasPrefix("1:1: not a recording") == true)
    #expect(fault(changed(1, "\"names\":false", "\"names\":true"))?.hasSuffix("'names' must be false") == true)
    #expect(
      fault(changed(1, "\"rules\":\"us-2021\"", "\"rules\":\"us-2022\""))?.hasSuffix(
        "no rule set is called 'us-2022'; did you mean 'us-2021'?") == true)
    #expect(fault(changed(1, "\"physical\":20", "\"physcal\":20"))?.contains("missing 'physical'") == true)
    #expect(fault(changed(1, "\"physical\":20", "\"physical\":0"))?.hasSuffix("'physical' must be at least 1") == true)
    #expect(
      fault(
        changed(
          1, "\"timezone\":\"America/Phoenix\",\"transitions\"", "\"timezone\":\"America/Denver\",\"transitions\""))?
        .hasSuffix("'timezone' must be that of the center, 'America/Phoenix'") == true)
    #expect(
      fault(changed(1, "\"offset\":\"-07:00\"", "\"offset\":\"-07:60\""))?.hasSuffix(
        "'offset' must be an offset such as -07:00") == true)
    #expect(fault([0xEF, 0xBB, 0xBF] + text(lines))?.contains("byte-order mark") == true)
  }

  @Test("check names every fault, and stops asking the rules after a line that could not be read")
  func collects() throws {
    var broken = lines
    broken[2] = "{"
    broken[5] = broken[5].replacing("\"by\":\"op3\"", with: "\"by\":3")
    let check = Recording.check(text(broken), file: "day.ndjson")
    #expect(check.faults.map(\.line) == [3, 4, 6])
    #expect(check.faults[0].description.hasPrefix("day.ndjson:3:2: "))
    #expect(check.faults[1].message == "not checked against the rules from here on, because line 3 could not be read")
    #expect(check.faults[2].message == "'by' must be text, not a whole number")
    let many = Recording.check(text([lines[0]] + Array(repeating: "{", count: 500)), file: nil)
    #expect(many.faults.count == 101 && many.faults.last?.message == "there are more faults; mend these first")
  }

  @Test("a damaged recording is refused or reads as what it says, and never traps", arguments: 0..<8)
  func damaged(seed: Int) throws {
    let bytes = text(lines)
    var random = SplitMix(state: UInt64(seed))
    for _ in 0..<60 {
      var hurt = bytes
      let place = Int.random(in: lines[0].utf8.count..<bytes.count, using: &random)
      switch Int.random(in: 0...3, using: &random) {
      case 0: hurt[place] = UInt8.random(in: 0...255, using: &random)
      case 1: hurt.remove(at: place)
      case 2: hurt.insert(UInt8.random(in: 0x20...0x7E, using: &random), at: place)
      default: hurt.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...300, using: &random)))
      }
      guard let read = try? Recording.read(hurt) else { continue }
      // What was accepted says the same once written again: nothing in it was skipped or guessed.
      let again = Recording.bytes(read.header, read.records)
      let second = try Recording.read(again)
      #expect(same(Recording.bytes(second.header, second.records), again))
      if read.warnings.isEmpty { #expect(again.count >= hurt.count - 8, "\(seed): \(place)") }
    }
  }

  @Test("a line of very many faults is refused quickly")
  func floods() {
    let envelope = lines[1].prefix { $0 != "}" }
    let keys = (0..<100_000).map { ",\"k\($0)\":1" }.joined()
    let words = String(repeating: "\"no word\",", count: 300_000)
    let before = ContinuousClock.now
    for line in ["\(envelope)\(keys)}", "\(envelope),\"needs\":[\(words)1]}", "\(envelope),\"languages\":[\(words)1]}"]
    {
      #expect(!Recording.check(text([lines[0], line]), file: nil).faults.isEmpty)
    }
    #expect(ContinuousClock.now - before < .seconds(20))
  }

  @Test("every byte of the header may be hurt")
  func damagedHeader() {
    let bytes = text(lines)
    let head = lines[0].utf8.count
    var random = SplitMix(state: 3)
    for _ in 0..<200 {
      var hurt = Array(bytes.prefix(head + 1))
      hurt[Int.random(in: 0..<head, using: &random)] = UInt8.random(in: 0...255, using: &random)
      _ = Recording.check(hurt, file: nil)
    }
  }
}

@Suite("Files of recordings")
struct RecordingFileTests {
  let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + "jpc-recordings-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  @Test("a recording is written whole, the same bytes each time, and nothing is left beside it")
  func writes() throws {
    let day = SampleDays.day(parties: 5, center: SampleDays.center)
    let path = folder + "/day.ndjson"
    for _ in 0..<2 {
      var writer = try RecordingWriter(path, header: day.header)
      for record in day.records { try writer.append(record) }
      try writer.finish()
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["day.ndjson"])
    let isWhole = try Array(Data(contentsOf: URL(filePath: path))) == Recording.bytes(day.header, day.records)
    #expect(isWhole)
    #expect(try FileCheck.check(path).faults == [])
  }

  @Test("a recording that is not finished leaves the old file as it was")
  func abandons() throws {
    let day = SampleDays.day(parties: 1, center: SampleDays.center)
    let path = folder + "/day.ndjson"
    try "old".write(toFile: path, atomically: true, encoding: .utf8)
    do {
      var writer = try RecordingWriter(path, header: day.header)
      try writer.append(day.records[0])
    }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "old")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["day.ndjson"])
  }

  @Test("where nothing can be written, the reason and the status are told")
  func refuses() throws {
    let header = SampleDays.header(SampleDays.center)
    #expect(throws: WriteError.noFolder(file: folder + "/no/day.ndjson")) {
      let writer = try RecordingWriter(folder + "/no/day.ndjson", header: header)
      try writer.finish()
    }
    #expect(throws: WriteError.isDirectory(file: folder)) {
      let writer = try RecordingWriter(folder, header: header)
      try writer.finish()
    }
    #expect(throws: WriteError.diskFull(file: "/dev/full")) {
      let writer = try RecordingWriter("/dev/full", header: header)
      try writer.finish()
    }
    #expect(WriteError.noFolder(file: "x").exitStatus == 73)
  }

  @Test("files that are no recordings are refused with their status")
  func others() throws {
    #expect(status { try FileCheck.check(folder + "/none.ndjson") } == 66)
    #expect(status { try FileCheck.check(folder) } == 66)
    try Data().write(to: URL(filePath: folder + "/empty.ndjson"))
    #expect(status { try Recording.read(folder + "/empty.ndjson") } == 65)
    #expect(try FileCheck.check(folder + "/empty.ndjson").faults.map(\.message) == ["is empty"])
    let zeros = folder + "/zeros.ndjson"
    _ = FileManager.default.createFile(atPath: zeros, contents: nil)
    try FileHandle(forWritingTo: URL(filePath: zeros)).truncate(atOffset: 1 << 30)
    let before = ContinuousClock.now
    #expect(status { try Recording.read(zeros) } == 65)
    #expect(
      try FileCheck.check(zeros).faults.map(\.description) == ["\(zeros):1:1: is not text (it contains NUL bytes)"])
    #expect(ContinuousClock.now - before < .seconds(1))
  }

  @Test("the kind of a file follows from its name, else from its content")
  func kinds() throws {
    let path = folder + "/center"
    try "name: x\n".write(toFile: path, atomically: true, encoding: .utf8)
    #expect(try FileCheck.check(path).faults.contains { $0.message == "missing 'code'" })
    try "{\"format\":\"x\"}\n".write(toFile: path, atomically: true, encoding: .utf8)
    #expect(try FileCheck.check(path).faults.map(\.message) == ["not a recording: 'format' must be 'jpc-recording'"])
  }

  private func status(_ body: () throws -> Any) -> Int32? {
    do { _ = try body() } catch let error as ReadError { return error.exitStatus } catch {}
    return nil
  }
}
