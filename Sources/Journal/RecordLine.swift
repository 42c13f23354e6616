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
    var record = Record(seq: 0, at: Instant(), recorded: Instant(), by: .none, event: .orrNotified(CaseOnly()))
    var type = EventType()
    reader.field("seq", &seq)
    reader.field("at", &record.at)
    reader.field("recorded", &record.recorded)
    reader.field("by", &record.by)
    reader.field("desk", &record.desk)
    reader.field("type", &type)
    guard let blank = type.event else { return nil }
    record.seq = Int64(seq)
    record.event = blank
    record.event.describe(&reader)
    reader.finish { envelope + FieldNames.of(blank) }
    return faults.found == before ? record : nil
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

  static var form: ScalarForm { .word(Event.blanks.map(\.type)) }
  init() {}
  init(event: Event) { self.event = event }
  init?(token: Token) {
    guard case .text(let text) = token, let blank = Event.blank(text) else { return nil }
    event = blank
  }
  var token: Token { .text(event?.type ?? "") }
}
