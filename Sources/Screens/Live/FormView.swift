import CaseFlow

// The form as a view of the board: every key goes into it; it answers what is to be done.

extension ViewState {
  /// Opens the form where it was left, or a blank one for the bus at hand.
  mutating func openForm(_ model: BoardModel) {
    guard let context = model.context(self) else { return }
    if forms == nil { forms = FormDesk(in: context) }
    forms?.refresh(in: context)
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
