package import CaseFlow

/// The roster from outside: who is on duty when. No names but those by which staff act.
package enum RosterFile {
  /// The columns of the list; the others may be left out, and stand in any order.
  static let required = ["staff", "role", "from", "until"]
  static let optional = ["languages", "remote"]

  /// Reads a roster; times without an offset are on the clock of `zone`. An end without a day is the first such time
  /// after the beginning, so that a night ends in the morning.
  ///
  ///     staff,role,languages,from,until,remote
  ///     ao3,officer,spa,2026-03-16 08:00,16:00,no
  ///     mam1,interpreter,mam spa,2026-03-16 22:00,06:00,yes
  package static func read(
    _ file: String, bytes: [UInt8]? = nil, zone: ZoneOffsets, plan: CenterPlan
  ) throws(ReadError) -> ListFile<Duty> {
    try ListFile.read(
      file, bytes: bytes, kind: "roster", required: required, optional: optional, zone: zone, plan: plan
    ) { row, faults in
      let before = faults.found
      var duty = Duty()
      if row.has("staff"), let staff = row.code("staff") { duty.staff = staff }
      if row.has("role"), let role = row.word("role", Role.self) { duty.role = role }
      duty.languages = row.languages("languages")
      if row.has("from"), let from = row.time("from") { duty.from = from }
      if row.has("until"), let until = row.time("until", after: duty.from) { duty.until = until }
      duty.isRemote = row.flag("remote")
      return faults.found == before ? duty : nil
    }
  }

  /// The duties of a roster that a center does not have yet, but for those that are over. Each that cannot be is a fault
  /// of the list, at its row. One that was ended early since is known: nobody comes back on duty by an import.
  package static func missing(
    from center: Center, in list: inout ListFile<Duty>, _ moment: Moment
  ) -> [Duty] {
    var after = center
    var missing: [Duty] = []
    for row in list.rows where row.item.until > moment.at && !center.hasListed(row.item) {
      let record = Record(
        seq: after.seq + 1, at: moment.at, recorded: moment.recorded, by: moment.by, event: .dutyListed(row.item))
      if let refusal = after.objection(to: record) {
        list.faults.append(list.fault(row, refusal.sentence))
        if list.faults.count >= ListFile<Duty>.faultsMax { break }
        continue
      }
      after.apply(record)
      missing.append(row.item)
    }
    return missing
  }
}

extension Center {
  fileprivate func hasListed(_ e: Duty) -> Bool {
    duties.contains { $0.staff == e.staff && $0.role == e.role && $0.from == e.from && $0.until <= e.until }
  }
}

extension ListRow {
  /// Languages with semicolons between, each by its code or by the name that the center has for it; codes with blanks.
  func languages(_ name: String) -> [Code] {
    guard let cell = cell(name) else { return [] }
    var languages: [Code] = []
    for part in cell.text.split(separator: ";") {
      let words = part.split(separator: " ")
      let whole = language(named: words.joined(separator: " "))
      for word in whole == nil ? words.map(String.init) : [] where language(named: word) == nil {
        refuse(name, ListSentences.noLanguage(word))
      }
      for language in whole.map({ [$0] }) ?? words.compactMap({ language(named: String($0)) })
      where !languages.contains(language) { languages.append(language) }
    }
    return languages
  }

  /// A time, or a time of day alone: the first such time after another.
  fileprivate func time(_ name: String, after start: Instant) -> Instant? {
    guard let text = cell(name)?.text, !text.contains("-"), !text.contains("T") else { return time(name) }
    let day = zone.local(start.milliseconds).date
    for date in [day, day.advanced(byDays: 1)] {
      guard let local = ListRow.localTime("\(date.year)-\(date.month)-\(date.day) \(text)") else { break }
      guard case .one(let milliseconds) = zone.instants(ofLocal: local) else {
        refuse(name, ListSentences.doubtfulTime(text, zone.name))
        return nil
      }
      if milliseconds > start.milliseconds { return Instant(milliseconds: milliseconds) }
    }
    refuse(name, ListSentences.noTime(text))
    return nil
  }
}
