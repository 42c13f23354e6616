import CaseFlow
import Testing

@testable import Journal

@Suite("A record as a line")
struct RecordLineTests {
  @Test("every event type is read as it was written", arguments: Event.blanks.map(\.type))
  func roundTrip(type: String) throws {
    for seed in 0..<50 {
      var filler = FieldFiller(random: SplitMix(state: UInt64(seed)))
      var event = try #require(Event.blank(type))
      event.describe(&filler)
      let record = Record(
        seq: Int64(seed), at: SampleDays.opening, recorded: SampleDays.opening + .seconds(seed), by: Code("op3"),
        desk: seed % 2 == 0 ? nil : DeskID(stage: .health, number: 2), event: event)
      var encoder = RecordingEncoder(zone: SampleDays.zone)
      let line = encoder.line(record)
      let faults = FaultSink(most: 1)
      let read = RecordLine.read(try JSONDocument(parsing: line).root, faults: faults)
      #expect(faults.faults == [])
      #expect(encoder.line(try #require(read)) == line)
      #expect(try canonical(#require(read)) == canonical(record))
    }
  }

  private func canonical(_ record: Record) -> [UInt8] {
    var event = record.event
    var bytes = CanonicalBytes()
    event.describe(&bytes)
    return bytes.bytes
  }

  @Test("a line stands as the format's page has it")
  func picture() throws {
    let record = Record(
      seq: 17, at: Instant(milliseconds: 1_640_366_100_000), recorded: Instant(milliseconds: 1_640_366_202_250),
      by: Code("op3"), desk: DeskID(stage: .reception, number: 2),
      event: .casePlaced(CasePlaced(CaseID(number: 12), in: Code("men-a"))))
    var encoder = RecordingEncoder(zone: SampleDays.zone)
    #expect(
      String(decoding: encoder.line(record), as: UTF8.self) == """
        {"seq":17,"at":"2021-12-24T10:15:00-07:00","recorded":"2021-12-24T10:16:42.250-07:00","by":"op3",\
        "desk":"reception-2","type":"casePlaced","case":12,"area":"men-a"}

        """)
  }

  @Test("no field of an event has the name of one of the envelope", arguments: Event.blanks)
  func names(event: Event) {
    let names = FieldNames.of(event)
    #expect(Set(names).isDisjoint(with: RecordLine.envelope), "\(event.type)")
    #expect(Set(names).count == names.count, "\(event.type)")
  }

  static let envelope = #""seq":1,"at":"2021-12-24T10:15:00-07:00","recorded":"2021-12-24T10:16:42-07:00","by":"op3""#
  static let refusals: [(line: String, place: String, message: String)] = [
    (#"[]"#, "1:1", "this must be an object, not a list"),
    (
      #"{\#(envelope),"type":"casePlacd","case":12,"area":"men-a"}"#, "1:100",
      "'type' must be a known word, not 'casePlacd'; did you mean 'casePlaced'?"
    ),
    (#"{\#(envelope),"case":12}"#, "1:1", "missing 'type'"),
    (#"{\#(envelope),"type":"casePlaced","area":"men-a"}"#, "1:1", "missing 'case'"),
    (
      #"{\#(envelope),"type":"casePlaced","case":"12","area":"men-a"}"#, "1:120",
      "'case' must be a whole number, not text"
    ),
    (
      #"{\#(envelope),"type":"casePlaced","case":12.0,"area":"men-a"}"#, "1:120",
      "'case' must be a whole number, not a decimal number"
    ),
    (#"{\#(envelope),"type":"casePlaced","case":0,"area":"men-a"}"#, "1:120", "'case' must be from 1 to 99999999"),
    (
      #"{\#(envelope),"type":"casePlaced","case":12,"area":"men a"}"#, "1:130",
      "'area' must be a code of 1 to 16 letters, digits, dots, underscores or hyphens"
    ),
    (
      #"{\#(envelope),"type":"casePlaced","case":12,"area":"a12345678901234567"}"#, "1:130",
      "'area' must be at most 16 characters long"
    ),
    (#"{\#(envelope),"type":"casePlaced","case":12,"area":null}"#, "1:130", "'area' must be text, not null"),
    (
      #"{\#(envelope),"type":"casePlaced","case":12,"aera":"men-a","area":"men-a"}"#, "1:123",
      "unknown key 'aera'; did you mean 'area'?"
    ),
    (#"{"sec":1,\#(envelope),"type":"caseResumed","case":12}"#, "1:2", "unknown key 'sec'; did you mean 'seq'?"),
    (#"{\#(envelope),"type":"peopleCameBack","people":[1,"2"]}"#, "1:129", "this must be a whole number, not text"),
    (
      #"{\#(envelope),"desk":"reception-0","type":"caseResumed","case":1}"#, "1:100",
      "'desk' must be a desk such as reception-2"
    ),
    (
      #"{"seq":1,"at":"2021-02-30T10:15:00-07:00","recorded":"2021-12-24T10:16:42-07:00","by":"op3","type":"caseResumed","case":1}"#,
      "1:24", "'at' is no time: month 2 of 2021 has 28 days"
    ),
    (
      #"{"seq":1,"at":"2021-12-24T24:00:00-07:00","recorded":"2021-12-24T10:16:42-07:00","by":"op3","type":"caseResumed","case":1}"#,
      "1:27", "'at' is no time: the hour is 00 to 23"
    ),
    (
      #"{"seq":1,"at":"2021-12-24T10:00:00+99:99","recorded":"2021-12-24T10:16:42-07:00","by":"op3","type":"caseResumed","case":1}"#,
      "1:35", "'at' is no time: the offset is at most 14:00"
    ),
    (
      #"{"seq":1,"at":1640366100,"recorded":"2021-12-24T10:16:42-07:00","by":"op3","type":"caseResumed","case":1}"#,
      "1:15", "'at' must be text, not a whole number"
    ),
    (
      #"{"seq":-1,"at":"2021-12-24T10:15:00-07:00","recorded":"2021-12-24T10:16:42-07:00","by":"op3","type":"caseResumed","case":1}"#,
      "1:8", "'seq' must be from 0 to 1000000000"
    ),
    (
      #"{\#(envelope),"type":"partyArrived","party":1,"transport":"foot","cases":[{"case":1,"kind":"singel"}],"members":[]}"#,
      "1:170", "'kind' must be one of singleAdult, familyUnit, unaccompaniedChild, not 'singel'"
    ),
  ]

  @Test("what is wrong is named at its place", arguments: refusals)
  func refusal(line: String, place: String, message: String) throws {
    let faults = FaultSink(most: 10)
    let read = RecordLine.read(try JSONDocument(parsing: Array(line.utf8)).root, faults: faults)
    #expect(read == nil)
    #expect(faults.faults.map(\.description) == ["\(place): \(message)"])
  }
}
