import CaseFlow

// The page of one case: who they are, where they stand and why, their clocks, everything recorded of them.

extension Page {
  mutating func fillCase(_ id: CaseID, isOpened: Bool) {
    guard let item = model.aCase(id) else {
      add(Wording.unknownCase)
      return
    }
    title = caseTitle(item)
    heading(Wording.whereItStands)
    for sentence in model.whereItStands(item) + model.truths(of: item) { add(sentence) }
    addMembers(item)
    addCare(item, isOpened: isOpened)
    addClocks(item)
    addTimeline(item)
  }

  private func caseTitle(_ item: Case) -> [Piece] {
    let dot = " \(model.glyphs.dot) "
    let language = item.language.map { EventWording.language($0, model.center) } ?? Wording.unknownLanguage
    let standing = model.figures.standings[item.id]
    var rest = dot + Wording.longKind(item.kind) + dot + language
    if let second = item.secondLanguage { rest += " / " + EventWording.language(second, model.center) }
    if let nationality = item.nationality { rest += dot + nationality.text }
    rest += dot + "\(Wording.party) \(item.party.label)"
    if let standing { rest += dot + standing.priority.level.label }
    return [Piece("\(Wording.caseTitle) \(item.id.label)", .heading), Piece(rest)]
  }

  private mutating func addMembers(_ item: Case) {
    heading("\(Wording.members) \(item.members.count)")
    let table = Table(
      [
        .left("", 6), .left("", 5), .left("", 16, rank: 2), .left("", 20, rank: 1, stretch: 6),
        .left("", model.live == nil ? 0 : 22, rank: 3, stretch: 40),
      ],
      width: width - 2, gap: 2, ellipsis: model.glyphs.ellipsis)
    for person in model.center.members(of: item) {
      add(
        table,
        [
          Piece(person.id.label), Piece(model.tag(person)), Piece(Wording.tie(person)), whereNow(person),
          Piece(model.name(of: person.id)),
        ])
    }
  }

  /// Where a person is: their area; why they are not there comes first.
  private func whereNow(_ person: Person) -> Piece {
    let place = person.area.map { EventWording.area($0, model.center) }
    guard person.presence == .here else {
      return Piece([Wording.presence(person.presence), place].compactMap(\.self).joined(separator: ", "), .watch)
    }
    return place.map { Piece($0) } ?? Piece("\(model.glyphs.warning) \(Wording.noPlace)", .watch)
  }

  private mutating func addTimeline(_ item: Case) {
    let records = model.records(item.id)
    lines.append(Line())
    guard !records.isEmpty else {
      lines.append(Line(Wording.timeline, .heading, column: 0))
      add(Wording.noRecords, .dim)
      return
    }
    let table = Table(
      [
        .left(Wording.timeline, 13), .left(Wording.recordedHeading, 13, rank: 3), .left(Wording.byHeading, 7, rank: 2),
        .left(Wording.whatHeading, 30, stretch: 200),
      ], width: width - 1, gap: 1)
    add(table, table.columns.map { Piece($0.title, .heading) }, at: 0)
    let column = table.places[3]?.column ?? 0
    for record in records {
      // An entry made more than a minute after what happened shows when it was made.
      let isLate = record.recorded - record.at > .minutes(1)
      let parts = Page.wrap(sentence(record, item.id, records), to: max(8, width - column - 2))
      add(
        table,
        [
          Piece(TimeText.near(record.at, model.now, model.zone)),
          Piece(isLate ? TimeText.near(record.recorded, model.now, model.zone) : "", .dim),
          Piece(record.by.isNone ? "" : record.by.text, .dim), Piece(parts[0]),
        ])
      for part in parts.dropFirst() { lines.append(Line(part, column: 1 + column)) }
    }
  }
}

extension Page {
  /// What was recorded; a correction says what was wrong, and the entry that was wrong who put it right and when.
  private func sentence(_ record: Record, _ id: CaseID, _ history: [Record]) -> String {
    var sentence = EventWording.sentence(record.event, of: id, in: model.center)
    let changes = model.changes(by: record, of: id, in: history)
    if case .factCorrected(let e) = record.event, !changes.isEmpty {
      sentence = Wording.correction(e.wrongs, changes, e.kind)
    }
    // What can be corrected is corrected by its number.
    if model.mode == .live { sentence += Wording.entryNumber(record.seq) }
    for later in history {
      guard case .factCorrected(let e) = later.event, Int64(e.wrongs) == record.seq else { continue }
      sentence += Wording.correctedBy(later.by, TimeText.near(later.recorded, model.now, model.zone), later.seq)
    }
    return sentence
  }
}

extension BoardModel {
  /// The name of a person where a desk needs it: on the page of their case, in a live center.
  func name(of person: PersonID) -> String {
    guard let details = live?.details(person) else { return "" }
    return [details.familyName, details.givenNames].filter { !$0.isEmpty }.joined(separator: ", ")
  }
}
