package import CaseFlow

/// What an operator has typed and not entered.
package struct Draft: Described, Equatable {
  /// The arrival line.
  package var line = ""
  /// A command line in the palette.
  package var command = ""
  /// The forms begun or put aside.
  package var forms: FormDesk?
  /// What of it was asked of the journal last, where nobody knows yet whether it was recorded.
  package var asked: Asked?
  package init() {}

  /// An entry that was asked, and the command id under which the journal knows it if it was recorded.
  package struct Asked: Described, Equatable {
    package var id = ""
    /// The command line; empty where it was the form.
    package var line = ""
    package init() {}

    package mutating func describe(_ f: inout some FieldVisitor) {
      f.field("id", &id)
      f.field("line", &line, usual: "")
    }
  }

  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("line", &line, usual: "")
    f.field("command", &command, usual: "")
    f.field("forms", &forms)
    f.field("asked", &asked)
  }

  package var isEmpty: Bool { self == Draft() }
}

extension Draft {
  /// The entry that was asked, as it stands in the draft.
  package var askedEntry: Entry? {
    guard let asked else { return nil }
    return asked.line.isEmpty ? forms.map { .form($0.form) } : .line(asked.line)
  }
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

  /// What is typed here, with the id under which one entry of it is asked, as long as it stands here.
  package func draft(asking entry: Entry, under id: String) -> Draft {
    var draft = draft
    guard holds(entry) || entry == .line(Prompt.trimmed(keptCommand)) else { return draft }
    var asked = Draft.Asked()
    asked.id = id
    if case .line(let text) = entry { asked.line = text }
    draft.asked = asked
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
