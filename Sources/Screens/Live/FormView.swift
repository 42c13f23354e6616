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
    let uses = usesOnce.value { usesOfCodes }
    let known = knownOnce.value { live?.known.map { KnownPerson($0.person, $0.details) } ?? [] }
    var help = FormHelp()
    help.uses = { _, code in uses[code.uppercased()] ?? 0 }
    help.duplicates = { $0.possibleDuplicates(among: known) }
    return help
  }

  /// How many cases on roll have each language and nationality.
  private var usesOfCodes: [String: Int] {
    var uses: [Code: Int] = [:]
    for item in center.cases.items where item.isOnRoll {
      if let code = item.language { uses[code, default: 0] += 1 }
      if let code = item.nationality { uses[code, default: 0] += 1 }
    }
    return Dictionary(uses.map { ($0.key.text.uppercased(), $0.value) }, uniquingKeysWith: +)
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
    guard let by = live?.by else { return nil }
    return keyAgainOnce.value {
      center.cases.items.suffix(Self.lookedThrough).reversed().first { item in
        item.members.contains { id in center.people.holds(id) { $0.waitsForSecondKeying(by: by) } }
      }?.id
    }
  }

  /// Entries that are looked through for one that waits: a shift's work, and no more for a key.
  private static let lookedThrough = 500
}

extension Person {
  /// Whether somebody else keyed the details, and nobody has keyed them again.
  fileprivate func waitsForSecondKeying(by: Code) -> Bool {
    guard let first = detailsBy, erasedAt == nil, keyedAgainBy == nil else { return false }
    return !first.isSamePerson(as: by)
  }
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
