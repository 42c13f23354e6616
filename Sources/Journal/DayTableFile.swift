package import CaseFlow

/// A table of days: people and parties that came, and the census of the night, as reception centers publish them.
package enum DayTableFile {
  /// The columns of the table, in any order.
  static let columns = ["date", "parties", "people", "overnight_census"]
  /// The most people of one day, and of one night.
  static let peopleMax = 20_000

  /// Reads a table of days that follow each other without a gap. A night with more people than were there before and
  /// came on its day is a fault.
  ///
  ///     date,parties,people,overnight_census
  ///     2021-06-15,40,75,112
  package static func read(_ file: String, bytes: [UInt8]? = nil) throws(ReadError) -> ListFile<DayCounts> {
    var last: DayCounts?
    return try ListFile.read(
      file, bytes: bytes, kind: "days", required: columns, optional: [], zone: .utc, plan: CenterPlan()
    ) { row, faults in
      let before = faults.found
      guard columns.map(row.has).allSatisfy(\.self), let date = row.date("date"),
        let people = row.number("people", in: 0...peopleMax),
        let parties = row.number("parties", in: min(1, people)...people),
        let census = row.number("overnight_census", in: 0...peopleMax)
      else { return nil }
      let day = DayCounts(date: date, parties: parties, people: people, census: census)
      if let last, date != last.date.advanced(byDays: 1) { row.refuse("date", ListSentences.dayMissing) }
      let most = (last?.census ?? 0) + people
      if census > most { row.refuse("overnight_census", ListSentences.censusTooLarge(census, most: most)) }
      if (people + max(1, parties) - 1) / max(1, parties) > Limit.partyPeople {
        row.refuse("parties", ListSentences.partiesTooLarge)
      }
      last = day
      return faults.found == before ? day : nil
    }
  }
}

extension ListRow {
  /// A day such as 2021-12-24.
  fileprivate func date(_ name: String) -> CivilDate? {
    guard let cell = cell(name) else { return nil }
    if let date = CivilDate(text: cell.text) { return date }
    refuse(name, ListSentences.noDay(cell.text))
    return nil
  }
}

extension CivilDate {
  /// A date written 2021-12-24, or nil.
  init?(text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2], text.utf8.allSatisfy({ $0 == Byte.minus || 0x30...0x39 ~= $0 }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }
}
