import CaseFlow

// What an arrival line says, as a form: it is begun in one line and finished field by field.
extension ArrivalForm {
  /// The form of a line; the cursor stands at the first thing that the line does not say.
  ///
  /// Throws the fault of a line that cannot be meant. A count that leaves open whether a child is alone is no fault here:
  /// the form asks of everybody.
  init(_ line: ArrivalLine, in context: EntryContext, after previous: FormValues) throws(LineFault) {
    if let fault = line.fault { throw fault }
    self.init(in: context, after: previous)
    let arrival = line.arrival
    let said: [(FormField, String?)] = [
      (.arrivedAt, line.at.map { TypedMoment.text($0, context.zone) }),
      (.bookIn, arrival.bookIn.map { TypedMoment.text($0, context.zone) }),
      (.language, arrival.language.map { $0 == Vocabulary.unknownLanguage ? FormField.unknown : $0.text }),
      (.secondLanguage, arrival.secondLanguage?.text),
      (.nationality, arrival.nationality.map { $0 == Vocabulary.unknownNation ? FormField.unknown : $0.text }),
      (.transport, arrival.transport.rawValue), (.bus, arrival.bus?.label), (.appointment, arrival.appointment?.text),
    ]
    for case (let field, let text?) in said where party[field].text != text {
      party[field] = FieldEntry(field, text, .entered)
    }
    members = zip(line.people, arrival.members).map { FormValues($0, $1) }
    if line.isConfirmed { for question in line.questions { confirm(question.confirmation) } }
    let asked = isOnBus(in: context) ? [] : [FormField.bookIn, .language, .nationality]
    place = FormPlace(asked.first { party[$0].isEmpty } ?? .familyName)
    load()
  }

  private mutating func confirm(_ confirmation: Act.Confirmation) {
    guard case .member(let member) = confirmation.subject, members.indices.contains(member) else { return }
    let place = confirmation.check == .bookIn ? FormPlace(.bookIn) : FormPlace(.birth, of: member)
    if !self[place].isEmpty { self[place].confirmed.append(confirmation.check) }
  }
}

extension FormValues {
  /// What a line says of one of its people.
  fileprivate init(_ someone: ArrivalPeople.Someone, _ member: ArrivalMember) {
    self.init()
    func put(_ field: FormField, _ text: String) { self[field] = FieldEntry(field, text, .entered) }
    put(.sex, someone.sex?.letter ?? "")
    put(.birth, FormValues.birth(of: someone))
    put(.tie, member.tie.letter)
    put(.relation, member.relation?.letters ?? "")
    let codes = member.needs.all.map(\.code).joined(separator: " ")
    put(.needs, codes.isEmpty && member.needs.asked ? FormField.nothing : codes)
  }

  private static func birth(of someone: ArrivalPeople.Someone) -> String {
    if let age = someone.age { return "\(age)" }
    switch someone.role {
    // Nobody said whether they are children.
    case .counted: return ""
    case .adult: return AgeBand.adult.rawValue
    // Of an age that is not known, a child alone is a child all the same.
    case .ownChild: return someone.isAgeUnknown ? FormField.unknown : AgeBand.child.rawValue
    case .alone, .youngParent, .ofYoungParent: return AgeBand.child.rawValue
    }
  }
}
