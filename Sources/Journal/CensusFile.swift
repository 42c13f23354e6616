package import CaseFlow

/// The census: people already in the center on the day jpc comes, one row for each. No names.
package enum CensusFile {
  /// The columns of the list; the others may be left out, and stand in any order.
  static let required = ["party", "sex", "arrived"]
  static let optional = [
    "age", "band", "tie", "language", "nationality", "bookIn", "step", "area", "needs", "isolated", "finding",
    "oriented",
    "outcome", "decided", "officer", "reviewer",
  ]
  /// Where a case of a census may stand.
  static let steps: [Step] = [.reception, .health, .interview, .childrenAlone, .caseManagement]

  /// Reads a census; times without an offset are on the clock of `zone`.
  ///
  ///     party,tie,age,sex,language,nationality,arrived,bookIn,step,area
  ///     7,head,34,f,spa,VEN,2026-03-15 18:20,2026-03-15 03:10,interview,families-a
  ///     7,ownChild,6,m,spa,VEN,2026-03-15 18:20,2026-03-15 03:10,interview,families-a
  package static func read(
    _ file: String, bytes: [UInt8]? = nil, zone: ZoneOffsets, plan: CenterPlan
  ) throws(ReadError) -> ListFile<CensusRow> {
    try ListFile.read(
      file, bytes: bytes, kind: "census", required: required, optional: optional, zone: zone, plan: plan
    ) { row, faults in
      let before = faults.found
      var person = CensusRow()
      person.party = row.has("party") ? row.code("party")?.text ?? "" : ""
      if row.has("sex"), let sex = row.sex("sex") { person.sex = sex }
      if row.has("arrived"), let arrived = row.time("arrived") { person.arrived = arrived }
      row.readAge(into: &person)
      person.tie = row.word("tie") ?? .head
      person.language = row.language("language")
      person.nationality = row.nation("nationality")
      person.bookIn = row.time("bookIn")
      person.step = row.step("step") ?? .reception
      person.area = row.area("area")
      person.needs = row.needs("needs")
      person.oriented = row.time("oriented")
      row.readIsolation(into: &person)
      row.readDecision(into: &person)
      return faults.found == before ? person : nil
    }
  }

  /// The center as the census has it, or every party's first fault in `list`. `at` is when it is taken.
  package static func opening(
    of center: Center, from list: inout ListFile<CensusRow>, at: Instant
  ) -> OpeningState? {
    // Party by party first, so that one fault does not hide those of others.
    var parties: [String: [ListFile<CensusRow>.Row]] = [:]
    for row in list.rows { parties[row.item.party, default: []].append(row) }
    var faults: [Fault] = []
    for rows in parties.values {
      do throws(CensusFault) {
        _ = try center.opening(census: rows.map(\.item), at: at)
      } catch {
        faults.append(list.fault(rows[min(error.row, rows.count - 1)], error.refusal.sentence))
      }
    }
    if faults.isEmpty {
      do throws(CensusFault) {
        return try center.opening(census: list.rows.map(\.item), at: at)
      } catch {
        faults.append(list.fault(list.rows[min(error.row, list.rows.count - 1)], error.refusal.sentence))
      }
    }
    list.faults += faults.sorted { $0.line < $1.line }
    return nil
  }
}

// What only a census has.
extension ListRow {
  /// As on the arrival line, or as recordings write it.
  fileprivate func sex(_ name: String) -> Sex? {
    switch cell(name)?.text {
    case "f": .female
    case "m": .male
    default: word(name)
    }
  }

  /// An age, or where it is not known, whether the person is a child.
  fileprivate func readAge(into person: inout CensusRow) {
    let band: AgeBand? = word("band")
    if let age = number("age", in: 0...Limit.age) {
      person.age = Years(age)
      person.band = age < 18 ? .child : .adult
      if let band, band != person.band { refuse("band", ListSentences.otherBand) }
    } else if let band {
      person.band = band
    } else if cell("age") == nil, cell("band") == nil {
      refuse("age", ListSentences.noAge)
    }
  }

  fileprivate func step(_ name: String) -> Step? {
    guard let cell = cell(name) else { return nil }
    if let step = CensusFile.steps.first(where: { $0.rawValue == cell.text }) { return step }
    refuse(name, ListSentences.noWord(cell.text, CensusFile.steps.map(\.rawValue)))
    return nil
  }

  fileprivate func area(_ name: String) -> Code? {
    guard let code = code(name) else { return nil }
    let areas = plan.areas.map(\.code)
    if !areas.contains(code) { refuse(name, ListSentences.noWord(code.text, areas.map(\.text))) }
    return code
  }

  /// `none` for asked and none; codes with blanks between; an empty cell for not asked.
  fileprivate func needs(_ name: String) -> NeedSet {
    guard let cell = cell(name) else { return NeedSet() }
    var needs = NeedSet(asked: true, [])
    for code in cell.text.split(separator: " ") where cell.text != "none" {
      if let need = Need(code: String(code)) {
        needs.insert(need)
      } else {
        refuse(name, ListSentences.noNeed(String(code)))
      }
    }
    return needs
  }

  fileprivate func readIsolation(into person: inout CensusRow) {
    person.isolatedAt = time("isolated")
    let finding: Finding? = word("finding")
    if (cell("isolated") == nil) != (cell("finding") == nil) { refuse("isolated", ListSentences.isolationAlone) }
    if let finding {
      person.finding = finding
      if !finding.isolates {
        refuse("finding", ListSentences.noWord(finding.rawValue, Finding.allCases.filter(\.isolates).map(\.rawValue)))
      }
    }
  }

  fileprivate func readDecision(into person: inout CensusRow) {
    let columns = ["outcome", "decided", "officer", "reviewer"]
    person.outcome = word("outcome")
    person.decided = time("decided")
    person.officer = code("officer") ?? .none
    person.reviewer = code("reviewer") ?? .none
    let count = columns.count { cell($0) != nil }
    if count != 0, count != columns.count { refuse("outcome", ListSentences.decisionAlone(columns)) }
  }
}
