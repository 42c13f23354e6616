import CaseFlow

extension CommandWords {
  /// The page of commands in the documents, in Markdown: written from the table, so that it cannot be wrong.
  package static var manual: String {
    var text = "# \(Wording.commandsTitle)\n\n\(Wording.commandsNote)\n"
    for (title, commands) in groups {
      text += "\n## \(title)\n\n| \(Wording.commandsColumns.joined(separator: " | ")) |\n|---|---|---|\n"
      for command in commands {
        text += "| `\(command.usage)` | \(command.meaning)\(arguments(of: command)) | `\(command.example)` |\n"
      }
    }
    return text
  }

  /// Each argument with what it is, or with the words it may be.
  private static func arguments(of command: CommandWord) -> String {
    command.shownArguments.map { argument in
      let choices = argument.choices(of: command)
      let words = choices.isEmpty || choices.count > 16 ? argument.meaning : choices.joined(separator: ", ")
      return "<br>\(argument.isNamed ? argument.name + "=" : argument.name): \(words)"
    }.joined()
  }
}

extension CommandWord {
  /// The arguments that are typed.
  package var shownArguments: [CommandArgument] { arguments.filter { !$0.isHidden } }
}

extension CommandArgument {
  /// The words it may be, where they are a closed list: its own, or that of the field it fills.
  package func choices(of command: CommandWord) -> [String] {
    if !words.isEmpty { return words }
    var forms = FieldForms(field: field)
    switch command.id.blank(ArgumentReader(.empty)) {
    case .event(var event): event.describe(&forms)
    case .details, .arrival, .undo: break
    }
    if case .word(let words)? = forms.form { return words }
    return []
  }
}

extension EntryContext {
  /// Nobody, nowhere: what documents are written against.
  fileprivate static let empty = EntryContext(
    center: Center(plan: CenterPlan(), rules: .us2023), zone: .utc, now: .earliest, by: .none)
}

/// Looks up the form of one field.
private struct FieldForms: FieldVisitor {
  let field: String
  var form: ScalarForm?

  init(field: String) { self.field = field }

  private mutating func look<S: Scalar>(_ name: StaticString, _: S.Type) { if "\(name)" == field { form = S.form } }
  mutating func field<S: Scalar>(_ name: StaticString, _ value: inout S) { look(name, S.self) }
  mutating func field<S: Scalar & Equatable>(_ name: StaticString, _ value: inout S, usual: S) { look(name, S.self) }
  mutating func field<S: Scalar>(_ name: StaticString, _ value: inout S?) { look(name, S.self) }
  mutating func field<S: Scalar>(_ name: StaticString, _ value: inout [S], most: Int) { look(name, S.self) }
  mutating func field<T: Described>(_ name: StaticString, _ value: inout T) {}
  mutating func field<T: Described>(_ name: StaticString, _ value: inout T?) {}
  mutating func field<T: Described>(_ name: StaticString, _ value: inout [T], most: Int) {}
}
