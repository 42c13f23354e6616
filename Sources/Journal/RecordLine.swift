internal import CaseFlow

/// One record as one line of a recording: the envelope, then the fields of the event.
package enum RecordLine {
  /// The names of the envelope, in the order of the format.
  package static let envelope = ["seq", "at", "recorded", "by", "desk", "type"]

  /// The record of a line, or nil and at least one fault.
  static func read(_ root: JSONValue, faults: FaultSink) -> Record? {
    let before = faults.found
    guard var reader = JSONFieldReader(root, faults: faults) else { return nil }
    var seq = 0
    var (at, recorded) = (Instant(), Instant())
    var by = Code.none
    var desk: DeskID?
    var type = EventType()
    reader.field("seq", &seq)
    reader.field("at", &at)
    reader.field("recorded", &recorded)
    reader.field("by", &by)
    reader.field("desk", &desk)
    reader.field("type", &type)
    guard var event = type.event else { return nil }
    event.describe(&reader)
    reader.finish { envelope + FieldNames.of(event) }
    guard faults.found == before else { return nil }
    return Record(seq: Int64(seq), at: at, recorded: recorded, by: by, desk: desk, event: event)
  }

  /// Writes a record as one object, without the end of the line.
  static func write(_ record: Record, to writer: inout JSONFieldWriter) {
    var record = record
    var seq = Int(record.seq)
    var type = EventType(event: record.event)
    writer.json.openObject()
    writer.field("seq", &seq)
    writer.field("at", &record.at)
    writer.field("recorded", &record.recorded)
    writer.field("by", &record.by)
    writer.field("desk", &record.desk)
    writer.field("type", &type)
    record.event.describe(&writer)
    writer.json.closeObject()
  }
}

/// The word under `type`, with the blank event it names.
struct EventType: Scalar {
  var event: Event?

  static var form: ScalarForm { .word { Event.blanks.map(\.type) } }
  init() {}
  init(event: Event) { self.event = event }
  init?(token: Token) { if !take(token) { return nil } }
  mutating func take(_ token: Token) -> Bool {
    guard case .text(let text) = token, let blank = Event.blank(text) else { return false }
    event = blank
    return true
  }
  var token: Token { .text(event?.type ?? "") }
}
