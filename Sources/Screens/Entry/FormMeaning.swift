import CaseFlow

/// What a form's values mean, in words beside them and at the summary.
enum Meaning {
  /// The words beside a field's text; nothing where the text says it all.
  static func of(_ place: FormPlace, _ text: String, _ form: ArrivalForm, _ context: EntryContext) -> String {
    if text.isEmpty { return "" }
    if text == FormField.unknown { return Wording.Form.unknown }
    switch place.field {
    case .arrivedAt, .bookIn: return time(text, context)
    case .birth: return birth(text, context)
    case .needs:
      if text == FormField.nothing { return Wording.Form.noNeeds }
      let labels = text.split(separator: " ").compactMap { Need(code: String($0))?.label }
      return labels.joined(separator: ", ")
    default:
      let name = TypeAhead.name(place.field, text, in: context)
      return name == text ? "" : name
    }
  }

  private static func time(_ text: String, _ context: EntryContext) -> String {
    if text == FormField.now { return TimeText.clock(context.now, context.zone) }
    switch TypedMoment.read(text, now: context.now, context.zone, context.dateOrder) {
    case .at(let instant):
      return Wording.Form.ago(TimeText.near(instant, context.now, context.zone), context.now - instant)
    case .twice(let instant): return Wording.Form.twice(TimeText.near(instant, context.now, context.zone))
    case .skipped, .wrongSide, .unreadable: return ""
    }
  }

  /// A date says the age, with its month in letters; an age says the year it makes likely.
  private static func birth(_ text: String, _ context: EntryContext) -> String {
    guard let typed = TypedBirth(text, today: context.today, context.dateOrder) else { return "" }
    switch typed {
    case .band(let band): return Wording.Form.ageToCome(band)
    case .age: return Wording.Form.estimated(typed.birthDate(on: context.today).text)
    case .date(let date):
      let month = date.month.map { Wording.months[$0 - 1] + " " } ?? ""
      let day = date.day.map { "\($0) " } ?? ""
      return Wording.Form.born(day + month + "\(date.year)", typed.years(on: context.today) ?? 0)
    }
  }

  /// A member in one line: number, tag, name, tie.
  static func line(ofMember index: Int, _ form: ArrivalForm, _ context: EntryContext) -> String {
    "\(index + 1) \(member(index, form, context))"
  }

  /// A member without the number: tag, name, tie.
  static func member(_ index: Int, _ form: ArrivalForm, _ context: EntryContext) -> String {
    let values = form.members[index]
    let names = [values[.familyName].text, values[.givenNames].text].filter { !$0.isEmpty }
    let tie = Tie(letter: values[.tie].text).map { Wording.Form.shortTie($0) }
    return ([tag(index, form, context)] + names + [tie].compactMap { $0 }).joined(separator: " ")
  }

  /// The board's short form: `f34`, `m?`, `xc`.
  static func tag(_ index: Int, _ form: ArrivalForm, _ context: EntryContext) -> String {
    let letter = form.members[index][.sex].text
    let age = form.age(index, context).map(String.init) ?? (form.band(index, context) == .child ? "c" : "?")
    return (letter.isEmpty ? "?" : letter) + age
  }

  /// Who, speaking what, from where, how: one line.
  static func summary(of form: ArrivalForm, _ context: EntryContext) -> String {
    let tags = form.members.indices.map { tag($0, form, context) }.joined(separator: " ")
    var parts = [Wording.Form.people(form.members.count) + ": " + tags]
    let ending = form.faults.isEmpty ? Wording.Form.enterFiles : Wording.Form.faults(form.faults.count)
    if let check = form.check, form.isOfRecorded {
      return (parts + [Wording.Form.differences(check.differences.count), ending]).joined(separator: ", ")
    }
    for field in [FormField.language, .nationality] {
      let text = form.party[field].text
      let name = text == FormField.unknown ? "" : TypeAhead.name(field, text, in: context)
      parts.append(name.isEmpty ? Wording.Form.missing(field, isUnknown: text == FormField.unknown) : name)
    }
    let transport = Transport(rawValue: form.party[.transport].text).map { Wording.transport($0) } ?? ""
    parts.append(form.isOnBus(in: context) ? Wording.Form.bus(form.party[.bus].text) : transport)
    if form.instant(.bookIn, context) == nil { parts.append(Wording.Form.missing(.bookIn, isUnknown: true)) }
    parts.append(ending)
    return parts.filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// What is said when somebody in the form is a child without parent or guardian.
  static func childAlone(_ form: ArrivalForm, _ context: EntryContext) -> String? {
    if form.isOfRecorded { return nil }
    let members = form.arrival(in: context).members
    let hasParent = members.contains { $0.band == .adult && ($0.tie == .head || $0.tie == .partner) }
    let alone = members.contains { $0.band == .child && (!hasParent || $0.tie != .ownChild) }
    return alone && form.faults.allSatisfy({ !$0.isImpossible }) ? Wording.Form.childAlone : nil
  }
}
