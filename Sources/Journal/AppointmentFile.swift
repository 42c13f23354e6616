package import CaseFlow

/// Appointments from outside: people who are expected, by the reference that their list gives them. No names.
package enum AppointmentFile {
  /// The columns of the list; the others may be left out, and stand in any order.
  static let required = ["reference", "expected"]
  static let optional = ["people", "language", "nationality"]

  /// Reads a list; times without an offset are on the clock of `zone`.
  ///
  ///     reference,people,expected,language,nationality
  ///     A-1041,3,2026-03-16 09:30,spa,VEN
  package static func read(
    _ file: String, bytes: [UInt8]? = nil, zone: ZoneOffsets, plan: CenterPlan
  ) throws(ReadError) -> ListFile<AppointmentListed> {
    var lines: [Code: Int] = [:]
    return try ListFile.read(
      file, bytes: bytes, kind: "appointments", required: required, optional: optional, zone: zone, plan: plan
    ) { row, faults in
      let before = faults.found
      var item = AppointmentListed()
      if row.has("reference"), let reference = row.code("reference") { item.appointment = reference }
      if row.has("expected"), let expected = row.time("expected") { item.expected = expected }
      item.people = row.number("people", in: 1...Limit.partyPeople) ?? 1
      item.language = row.language("language")
      item.nationality = row.nation("nationality")
      if !item.appointment.isNone {
        let line = row.cells[0].line
        if let first = lines.updateValue(line, forKey: item.appointment) {
          row.refuse("reference", ListSentences.referenceTwice(item.appointment.text, line: first))
        }
      }
      return faults.found == before ? item : nil
    }
  }

  /// The appointments of a list that a center does not have yet. One that it has otherwise is a fault of the list.
  package static func missing(
    from center: Center, in list: inout ListFile<AppointmentListed>
  ) -> [AppointmentListed] {
    let listed = Dictionary(center.appointments.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var missing: [AppointmentListed] = []
    for row in list.rows {
      guard let known = listed[row.item.appointment] else {
        missing.append(row.item)
        continue
      }
      if known.people != row.item.people || known.expected != row.item.expected {
        list.faults.append(list.fault(row, ListSentences.listedOtherwise(row.item.appointment.text)))
      }
    }
    return missing
  }
}
