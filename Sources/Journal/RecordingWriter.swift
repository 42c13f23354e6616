package import CaseFlow

/// Turns a recording into its lines: the same header and records give the same bytes.
package struct RecordingEncoder: Sendable {
  private var writer: JSONFieldWriter

  /// An encoder of times as `zone` shows them.
  package init(zone: ZoneOffsets) { writer = JSONFieldWriter(zone: zone) }

  /// The header as one line.
  package mutating func line(_ header: RecordingHeader) -> [UInt8] {
    writer.json.removeAll()
    writer.object(header)
    writer.json.newline()
    return writer.json.bytes
  }

  /// A record as one line.
  package mutating func line(_ record: Record) -> [UInt8] {
    writer.json.removeAll()
    RecordLine.write(record, to: &writer)
    writer.json.newline()
    return writer.json.bytes
  }
}

/// Writes a recording to a file, record by record; the file appears when it is whole.
///
///     var writer = try RecordingWriter(path, header: header)
///     for record in records { try writer.append(record) }
///     try writer.finish()
package struct RecordingWriter: ~Copyable {
  private var encoder: RecordingEncoder
  private var file: WholeFile

  /// Begins a recording at `path`, or one that goes to standard output.
  package init(_ path: String?, header: RecordingHeader) throws(WriteError) {
    var encoder = RecordingEncoder(zone: header.zone)
    var file = try WholeFile(path)
    try file.write(encoder.line(header))
    self.encoder = encoder
    self.file = file
  }

  /// Adds a record.
  package mutating func append(_ record: Record) throws(WriteError) { try file.write(encoder.line(record)) }

  /// Puts the recording under its name.
  package consuming func finish() throws(WriteError) { try file.finish() }
}

extension Recording {
  /// The recording as text: what `read` of these bytes gives is equal to it.
  package static func bytes(_ header: RecordingHeader, _ records: [Record]) -> [UInt8] {
    var encoder = RecordingEncoder(zone: header.zone)
    var bytes = encoder.line(header)
    for record in records { bytes.append(contentsOf: encoder.line(record)) }
    return bytes
  }
}
