package import CaseFlow

/// What an operator has typed and not entered.
package struct Draft: Described, Equatable {
  /// The arrival line.
  package var line = ""
  /// A command line in the palette.
  package var command = ""
  /// The forms begun or put aside.
  package var forms: FormDesk?
  package init() {}

  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("line", &line, usual: "")
    f.field("command", &command, usual: "")
    f.field("forms", &forms)
  }

  package var isEmpty: Bool { self == Draft() }
}

extension ViewState {
  /// What is typed here and not entered.
  package var draft: Draft {
    var draft = Draft()
    draft.line = line.text
    draft.command = keptCommand
    if let prompt, prompt.kind == .palette { draft.command = prompt.text }
    if let forms, !forms.form.isBlank || !forms.parked.isEmpty { draft.forms = forms }
    return draft
  }

  /// Puts a draft of before back to where it was typed; nothing asks about it.
  package mutating func resume(_ draft: Draft, _ model: BoardModel) {
    line = TypedText(draft.line)
    // An open prompt would take the first keys, which are meant for the board.
    keptCommand = draft.command
    forms = draft.forms
    if let context = model.context(self) { forms?.takeUp(in: context) }
    guard !draft.isEmpty else { return }
    say(
      Wording.notEntered(line: !draft.line.isEmpty, form: draft.forms != nil, command: !draft.command.isEmpty),
      at: model.now)
  }

  /// The case whose page is shown.
  package var shownCase: CaseID? { if case .aCase(let id) = view { id } else { nil } }
}
