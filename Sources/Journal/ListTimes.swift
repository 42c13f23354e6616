internal import CaseFlow

// Times as lists from outside write them.
extension ListRow {
  /// RFC 3339, or `2026-03-16 14:05` on the center's own clock. A time that its clock passes over, or shows twice, is
  /// refused: nobody is to guess which hour of a custody was meant.
  func time(_ name: String) -> Instant? {
    guard let cell = cell(name) else { return nil }
    do throws(TimeFault) {
      return Instant(milliseconds: try RFC3339.parse(cell.text).milliseconds)
    } catch {
      guard let local = ListRow.localTime(cell.text) else {
        refuse(name, ListSentences.noTime(cell.text))
        return nil
      }
      switch zone.instants(ofLocal: local) {
      case .one(let milliseconds): return Instant(milliseconds: milliseconds)
      case .none: refuse(name, ListSentences.skippedTime(cell.text, zone.name))
      case .two: refuse(name, ListSentences.doubleTime(cell.text, zone.name))
      }
      return nil
    }
  }

  /// `2026-03-16 14:05`, seconds and a T between allowed.
  static func localTime(_ text: String) -> CivilTime? {
    let parts = text.split(whereSeparator: { $0 == " " || $0 == "T" })
    guard parts.count == 2 else { return nil }
    let day = parts[0].split(separator: "-", omittingEmptySubsequences: false).map(digits)
    let clock = parts[1].split(separator: ":", omittingEmptySubsequences: false).map(digits)
    guard day.count == 3, 2...3 ~= clock.count, let year = day[0], let month = day[1], let date = day[2],
      let hour = clock[0], let minute = clock[1], let second = clock.count == 3 ? clock[2] : 0,
      let civil = CivilDate(year: year, month: month, day: date)
    else { return nil }
    return CivilTime(date: civil, hour: hour, minute: minute, second: second)
  }

  private static func digits(_ text: Substring) -> Int? {
    text.utf8.allSatisfy { 0x30...0x39 ~= $0 } && text.utf8.count <= 4 ? Int(text) : nil
  }
}
