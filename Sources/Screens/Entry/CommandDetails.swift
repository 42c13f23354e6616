import CaseFlow

extension CommandBinding {
  /// The act of `name`: names, birth date and documents of one person; `?` is asked and unknown.
  func details(isConfirmed: Bool) throws(LineFault) -> Act {
    var reader = reader
    var subject = PeopleOnly()
    reader.given["people"] = reader.given["person"]
    subject.describe(&reader)
    var details = PersonDetails()
    for field in DetailField.allCases where reader.word(field.rawValue) == "?" {
      reader.given[field.rawValue] = nil
      details.unknown.append(field)
    }
    let unknown = details.unknown
    details.describe(&reader)
    if let fault = reader.fault { throw fault }
    details.unknown = unknown
    guard let person = subject.people.first, !details.fields.isEmpty else {
      throw LineFault(end..<end, Wording.noDetails(command))
    }
    var act = Act(nil)
    for field in [DetailField.familyName, .givenNames] {
      guard let word = reader.given[field.rawValue]?.first else { continue }
      details[field] = try name(word, isConfirmed, person, &act)
    }
    if let word = reader.given[DetailField.birthDate.rawValue]?.first {
      let birth = try birthDate(word, of: person)
      details.birthDate = birth.text
      details.isBirthDateEstimated = birth.isEstimated
    }
    act.details[.person(person)] = details
    return act
  }

  /// A name as it is kept, by the rules of names; a doubtful one needs to be confirmed.
  private func name(
    _ word: LineWord, _ isConfirmed: Bool, _ person: PersonID, _ act: inout Act
  ) throws(LineFault) -> String {
    switch PersonalName.judge(word.text) {
    case .kept: return word.text
    case .cleaned(let name): return name
    case .flagged(let name, let why):
      guard isConfirmed else { throw LineFault(word.textRange, Wording.doubtfulName(why)) }
      let confirmation = Act.Confirmation(.person(person), .name)
      if !act.confirmed.contains(confirmation) { act.confirmed.append(confirmation) }
      return name
    case .rejected(let why): throw LineFault(word.textRange, Wording.badName(why))
    }
  }

  private func birthDate(
    _ word: LineWord, of person: PersonID
  ) throws(LineFault) -> (text: String, isEstimated: Bool) {
    let today = context.zone.local(context.now.milliseconds).date
    guard let birth = TypedBirth(word.text, today: today, DateOrder(context.center.plan)),
      birth.earliest.map({ $0 <= today }) ?? true, birth.years(on: today).map({ $0 <= Limit.age }) ?? false
    else { throw LineFault(word.textRange, Wording.badBirthDate(word.text)) }
    // The age decides on lanes, places and clocks, and the date is sealed: whoever types it is the one to see it.
    // Of a date known in part the earliest counts: who may be grown is not made a child by a year.
    let oldest = birth.earliest.map { TypedBirth.date(PartialDate($0)) } ?? birth
    if oldest.band(on: today) == .child, context.center.people[person]?.isChild == false {
      throw LineFault(word.textRange, Wording.birthOfChild(person, oldest.years(on: today)))
    }
    return birth.birthDate(on: today)
  }
}
