package import CaseFlow

// A second keying of what is recorded already: another person types it from the paper, without seeing the first.
extension ArrivalForm {
  /// The form for keying again what was recorded of a case; `details` are those of its members.
  ///
  /// Throws why it cannot be keyed again: nothing was, or the same person did.
  package init(
    keyingAgain id: CaseID, _ details: [PersonID: PersonDetails], in context: EntryContext
  ) throws(LineFault) {
    let members = context.center.cases[id].map { context.center.members(of: $0) } ?? []
    let people = members.filter { $0.erasedAt == nil && $0.detailsBy != nil && details[$0.id]?.fields.isEmpty == false }
    guard let first = people.first else { throw LineFault(0..<0, Wording.Form.nothingKeyed(id)) }
    guard !people.contains(where: { $0.detailsBy?.isSamePerson(as: context.by) == true }) else {
      throw LineFault(0..<0, Wording.Form.ownKeying)
    }
    var keyed = ArrivalForm()
    keyed.by = first.detailsBy ?? .none
    keyed.party[.arrivedAt] = FieldEntry(.arrivedAt, TypedMoment.text(first.arrivedAt, context.zone), .entered)
    let day = keyed.day(context)
    keyed.members = people.map { FormValues($0, details[$0.id] ?? PersonDetails(), day) }
    let fields = ArrivalForm.worthChecking.filter { field in keyed.members.contains { !$0[field].isEmpty } }
    guard var again = keyed.keyedAgain(by: context.by, fields: fields, in: context) else {
      throw LineFault(0..<0, Wording.Form.nothingKeyed(id))
    }
    again.check?.people = people.map(\.id)
    self = again
  }

  /// Whether people who are on the roll already are keyed again: nobody arrives by it.
  package var isOfRecorded: Bool { check?.people.isEmpty == false }

  /// What of the first keying was not keyed again.
  func notKeyedAgain() -> [FormFault] {
    guard let check else { return [] }
    return members.indices.flatMap { member in
      check.fields.map { FormPlace($0, of: member) }.filter { !check[$0].isEmpty && self[$0].isEmpty }
    }.map { FormFault(place: $0, check: nil, text: Wording.Form.notKeyedAgain($0)) }
  }

  /// The act that records a second keying.
  func actOfSecondKeying(_ check: FormCheck, _ context: EntryContext) -> Act {
    var act = Act(nil, desk: context.desk)
    act.isSecondKeying = true
    for (member, person) in check.people.enumerated() where members.indices.contains(member) {
      act.details[.person(person)] = details(member, context)
      act.changed[.person(person)] = check.differences.filter { $0.place.member == member }
        .compactMap { $0.place.field.detail }
      for field in check.fields {
        act.confirmed += members[member][field].confirmed.map { Act.Confirmation(.person(person), $0) }
      }
    }
    return act
  }

  /// Whether two keyings of a field mean the same: of a document, which may have been scanned once and typed once, the
  /// number.
  static func means(_ field: FormField, _ first: String, _ second: String) -> Bool {
    guard field == .document else { return first == second }
    return DocumentParts(first).number == DocumentParts(second).number
  }
}

extension FormField {
  /// What is sealed of it, if it is a detail.
  var detail: DetailField? {
    switch self {
    case .familyName: .familyName
    case .givenNames: .givenNames
    case .birth: .birthDate
    case .document: .document
    case .note: .note
    default: nil
    }
  }
}

extension FormValues {
  /// What a form would say of somebody who is on the roll.
  init(_ person: Person, _ details: PersonDetails, _ day: CivilDate) {
    self.init()
    func put(_ field: FormField, _ text: String) { self[field] = FieldEntry(field, text, .entered) }
    for field in [FormField.familyName, .givenNames, .birth, .document] {
      guard let kept = field.detail else { continue }
      put(field, details.unknown.contains(kept) ? FormField.unknown : details[kept])
    }
    if details.isBirthDateEstimated, let age = TypedBirth(estimated: details.birthDate, on: day) {
      put(.birth, age.text)
    }
    put(.sex, person.sex.letter)
    put(.tie, person.tie.letter)
  }
}

extension TypedBirth {
  /// The age from which a birth date was estimated on a day; nil where it is no year, or year and month.
  init?(estimated text: String, on day: CivilDate) {
    let parts = text.split(separator: "-").map { Int($0) }
    switch parts.count {
    case 1:
      guard let year = parts[0] else { return nil }
      self = .age(years: day.year - year, months: 0)
    case 2:
      guard let year = parts[0], let month = parts[1] else { return nil }
      let months = day.year * 12 + day.month - year * 12 - month
      self = .age(years: months / 12, months: months % 12)
    default: return nil
    }
  }
}
