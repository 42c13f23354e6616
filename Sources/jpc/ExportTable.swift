import CaseFlow
import Journal
import Screens

/// `jpc export csv`: what was recorded, one row for each record and each case that it concerns, for a spreadsheet.
///
/// It says what the timelines say, and no names. Every cell is guarded, so that no spreadsheet takes it for a formula.
struct ExportTable {
  private var center: Center
  private let zone: ZoneOffsets
  private var writer = CSVWriter()

  private static let columns = ["seq", "at", "recorded", "by", "desk", "type", "case", "what"]

  /// The bytes of the table of a recording. O(records).
  static func bytes(of recording: Recording) -> [UInt8] {
    let header = recording.header
    var table = ExportTable(
      center: Center(plan: header.center.plan, rules: RuleSet.named(header.rules) ?? .us2023), zone: recording.zone)
    table.writer.row(columns)
    for record in recording.records { table.add(record) }
    return table.writer.bytes
  }

  /// The rows of a record, told as its case stands after it.
  private mutating func add(_ record: Record) {
    var cases: [CaseID] = []
    record.event.forEachCase(in: center, former: { center.people[$0]?.caseID }) { cases.append($0) }
    center.apply(record)
    for id in cases.isEmpty ? [nil] : cases.map(Optional.some) {
      writer.row([
        String(record.seq), time(record.at), time(record.recorded), record.by.text, record.desk?.text ?? "",
        record.event.type, id?.checked ?? "", EventWording.sentence(record.event, of: id, in: center),
      ])
    }
  }

  private func time(_ instant: Instant) -> String {
    RFC3339.format(milliseconds: instant.milliseconds, offsetSeconds: zone.offset(at: instant.milliseconds))
  }
}
