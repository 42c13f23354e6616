import CaseFlow

/// How grave what is said about a value is.
package enum FormSeverity: Hashable, Sendable {
  /// It cannot be: the field is not left.
  case impossible
  /// It is unlikely: Enter again keeps it, and that is recorded.
  case unlikely
  /// Worth knowing; nothing stops.
  case note
}

/// What is said about a value when its field is left.
enum FieldVerdict: Hashable {
  /// It is kept as `text`; a note, if any, stops nobody.
  case right(text: String, note: String?)
  case unlikely(text: String, Plausibility, String)
  case impossible(String)

  /// It is kept as `text`.
  static func right(_ text: String) -> FieldVerdict { .right(text: text, note: nil) }
}

extension EntryContext {
  /// The day on the wall.
  var today: CivilDate { zone.local(now.milliseconds).date }

  var dateOrder: DateOrder { DateOrder(center.plan) }
}

// Each field is judged when it is left, by itself; what fields say about each other is judged at the summary.
extension ArrivalForm {
  /// What is to be said about a text in a field.
  func verdict(on place: FormPlace, _ text: String, in context: EntryContext) -> FieldVerdict {
    if text == FormField.unknown { return unknown(place.field) }
    switch place.field {
    case .arrivedAt, .bookIn: return moment(place.field, text, context)
    case .bus: return bus(text, context)
    case .familyName, .givenNames: return name(text)
    case .birth: return birth(text, context)
    case .needs: return needs(text, of: place.member, context)
    case .document, .note: return free(text)
    case .language, .secondLanguage, .nationality, .transport, .appointment, .sex, .tie, .relation:
      return coded(place, text, context)
    }
  }

  /// Asked and not known: what that means, field by field.
  private func unknown(_ field: FormField) -> FieldVerdict {
    switch field {
    case .arrivedAt, .transport, .bus, .appointment, .secondLanguage, .relation:
      .impossible(Wording.Form.cannotBeUnknown(field))
    case .sex: .right(Sex.x.letter)
    case .tie: .right(Tie.unstated.letter)
    default: .right(FormField.unknown)
    }
  }

  private func moment(_ field: FormField, _ text: String, _ context: EntryContext) -> FieldVerdict {
    if text.lowercased() == FormField.now { return .right(FormField.now) }
    switch TypedMoment.read(text, now: context.now, context.zone, context.dateOrder) {
    case .unreadable: return .impossible(Wording.Form.noTime)
    case .wrongSide: return .impossible(Wording.Form.isToCome)
    case .skipped: return .impossible(Wording.Form.skippedTime)
    case .at(let instant), .twice(let instant):
      let kept = TypedMoment.text(instant, context.zone)
      if field == .bookIn, context.now - instant > .days(5) {
        return .unlikely(text: kept, .bookIn, Wording.Form.longAgo(context.now - instant))
      }
      if field == .arrivedAt, context.now - instant > .days(1) {
        return .right(text: kept, note: Wording.Form.lateEntry(context.now - instant))
      }
      return .right(kept)
    }
  }

  private func bus(_ text: String, _ context: EntryContext) -> FieldVerdict {
    guard let id = BusID(typed: text), let bus = context.center.bus(id) else {
      return .impossible(Wording.Form.noBus(text, context.center.openBuses.map(\.id.label)))
    }
    return bus.closedAt == nil ? .right(id.label) : .impossible(Wording.Form.busIsClosed(id.label))
  }

  private func birth(_ text: String, _ context: EntryContext) -> FieldVerdict {
    guard let typed = TypedBirth(text, today: context.today, context.dateOrder) else {
      return .impossible(Wording.Form.noBirth(context.dateOrder))
    }
    if let first = typed.earliest, first > context.today { return .impossible(Wording.Form.bornToCome) }
    guard let years = typed.years(on: context.today) else { return .right(typed.text) }
    if years > Limit.age { return .impossible(Wording.Form.tooOld) }
    if years > 100 { return .unlikely(text: typed.text, .age, Wording.Form.veryOld(years)) }
    if case .date(let date) = typed, date.month == nil {
      return .right(text: typed.text, note: Wording.Form.youngerAge(years))
    }
    return .right(typed.text)
  }

  /// Needs by their letters or codes, parted by blanks or commas; `-` is asked, none.
  private func needs(_ text: String, of member: Int, _ context: EntryContext) -> FieldVerdict {
    if text == FormField.nothing { return .right(text) }
    let isChild = band(member, context) == .child
    var codes: [String] = []
    for word in text.split(whereSeparator: { " ,;".contains($0) }).map(String.init) {
      if let need = Need(code: word.uppercased()) {
        codes.append(need.code)
      } else if word.lowercased().allSatisfy({ ArrivalNeed(letter: $0) != nil }) {
        codes += word.lowercased().compactMap { ArrivalNeed(letter: $0)?.code(ofChild: isChild).code }
      } else {
        switch TypeAhead.read(.needs, word, in: context) {
        case .one(let choice): codes.append(choice.text)
        case .several(let some): return .impossible(Wording.Form.severalMeant(word, some))
        case .none: return .impossible(Wording.Form.noNeed(word))
        }
      }
    }
    var kept: [String] = []
    for code in codes where !kept.contains(code) { kept.append(code) }
    return .right(kept.joined(separator: " "))
  }

  private func coded(_ place: FormPlace, _ text: String, _ context: EntryContext) -> FieldVerdict {
    switch TypeAhead.read(place.field, text, in: context) {
    case .none: return .impossible(Wording.Form.noCode(place.field, text))
    case .several(let some): return .impossible(Wording.Form.severalMeant(text, some))
    case .one(let choice):
      if place.field == .secondLanguage, choice.text == party[.language].text {
        return .impossible(Wording.Form.sameLanguage)
      }
      guard place.field == .appointment, let id = Code(choice.text), let listed = context.center.appointment(id)
      else { return .right(choice.text) }
      return .right(text: choice.text, note: Wording.Form.expected(listed.people))
    }
  }

  /// Text that is kept as it is: nothing in it may move a cursor or turn the direction of writing.
  private func free(_ text: String) -> FieldVerdict {
    let isPlain = text.unicodeScalars.allSatisfy { TextWidth.kind(of: $0) != .forbidden }
    return isPlain ? .right(text) : .impossible(Wording.Form.strangeCharacter)
  }

  /// A name is kept byte for byte, cleaned, questioned or refused.
  private func name(_ text: String) -> FieldVerdict {
    switch PersonalName.judge(text) {
    case .kept: .right(text)
    case .cleaned(let name): .right(name)
    case .flagged(let name, let why): .unlikely(text: name, .name, Wording.Form.name(why))
    case .rejected(let why): .impossible(Wording.Form.name(why))
    }
  }
}
