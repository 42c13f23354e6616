package import CaseFlow

/// What an operator has typed and not entered.
package struct Draft: Described, Equatable {
  /// The arrival line.
  package var line = ""
  /// A command line in the palette.
  package var command = ""
  package init() {}

  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("line", &line, usual: "")
    f.field("command", &command, usual: "")
  }

  package var isEmpty: Bool { self == Draft() }
}

extension ViewState {
  /// What is typed here and not entered.
  package var draft: Draft {
    var draft = Draft()
    draft.line = line.text
    if let prompt, prompt.kind == .palette { draft.command = prompt.text }
    return draft
  }

  /// Puts a draft of before back to where it was typed; nothing asks about it.
  package mutating func resume(_ draft: Draft, at now: Instant) {
    line = TypedText(draft.line)
    if !draft.command.isEmpty { prompt = Prompt(.palette, text: draft.command) }
    if !draft.isEmpty { say(draft.line.isEmpty ? Wording.draftCommand : Wording.draftLine(draft.line), at: now) }
  }

  /// The case whose page is shown.
  package var shownCase: CaseID? { if case .aCase(let id) = view { id } else { nil } }
}
