package import CaseFlow

// The form as a view of the board: every key goes into it; it answers what is to be done.

extension ViewState {
  /// Opens the form where it was left, or a blank one for the bus at hand; what the arrival line says of people goes with
  /// it. A line that means nobody stays where it is, and says why.
  mutating func openForm(_ model: BoardModel) {
    guard let context = model.context(self) else { return }
    var desk = forms ?? FormDesk(in: context)
    desk.refresh(in: context)
    let text = line.text
    if !line.isEmpty, ArrivalWord(beginning: text) != .bus {
      do throws(LineFault) {
        try desk.take(ArrivalLine(text, in: context, isNamed: ArrivalWord(beginning: text) == .arrive), in: context)
        line = TypedText()
      } catch {
        return say(error.message, at: model.now, isRefusal: true)
      }
    }
    forms = desk
    open(.form)
  }
}

extension BoardModel {
  /// What the form cannot know by itself: which codes are used here, and who is known already.
  var formHelp: FormHelp {
    var uses: [String: Int] = [:]
    for item in center.casesOnRoll {
      for code in [item.language, item.nationality].compactMap({ $0 }) { uses[code.text.uppercased(), default: 0] += 1 }
    }
    var help = FormHelp()
    help.uses = { [uses] _, code in uses[code.uppercased()] ?? 0 }
    if let known = live?.known { help.duplicates = { $0.possibleDuplicates(among: known) } }
    return help
  }

  func drawForm(_ state: ViewState, in frame: inout Frame, _ area: Rect) {
    guard let context = context(state) else { return }
    (state.forms ?? FormDesk(in: context)).draw(in: &frame, area, in: context, formHelp, glyphs)
  }
}

/// A key in the form.
func pressForm(_ key: Key, _ model: BoardModel, _ state: inout ViewState) -> [BoardAction] {
  guard let context = model.context(state) else { return [] }
  var forms = state.forms ?? FormDesk(in: context)
  let outcome = forms.press(key, in: context, model.formHelp)
  state.forms = forms
  switch outcome {
  case .nothing, .park: return []
  case .bell: return [.bell]
  case .file: return [.enter(.form(forms.form))]
  case .leave:
    _ = state.close()
    if !forms.form.isBlank { state.say(Wording.formKept, at: model.now) }
    return []
  case .suspend: return [.suspend]
  case .redraw: return [.redraw]
  }
}

// A second keying.
extension BoardModel {
  /// The case whose details would be keyed again: the one at hand, else the newest that somebody else keyed alone.
  func caseToKeyAgain(_ state: ViewState) -> CaseID? {
    guard state.view == .arrive else { return state.caseToActOn }
    return center.cases.items.suffix(Self.lookedThrough).reversed().first { item in
      center.members(of: item).contains { person in
        guard let first = person.detailsBy, person.erasedAt == nil, let by = live?.by else { return false }
        return person.keyedAgainBy == nil && !first.isSamePerson(as: by)
      }
    }?.id
  }

  /// Entries that are looked through for one that waits: a shift's work, and no more for a key.
  private static let lookedThrough = 500
}

extension ViewState {
  /// Opens the form in which a second person keys the details of a case again, or says why not.
  package mutating func keyAgain(_ id: CaseID, _ details: [PersonID: PersonDetails], _ model: BoardModel) {
    guard let context = model.context(self) else { return }
    do throws(LineFault) {
      try takeForm(ArrivalForm(keyingAgain: id, details, in: context), in: context)
    } catch {
      say(error.message, at: model.now, isRefusal: true)
    }
  }

  /// Opens a form beside the one in the hand; throws when no more can be put aside.
  private mutating func takeForm(_ form: ArrivalForm, in context: EntryContext) throws(LineFault) {
    var desk = forms ?? FormDesk(in: context)
    try desk.take(form, in: context)
    forms = desk
    open(.form)
  }
}
