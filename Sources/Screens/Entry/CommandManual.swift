import CaseFlow

extension CommandWords {
  /// The page of commands in the documents, in Markdown: written from the table, so that it cannot be wrong.
  package static var manual: String {
    var text = "# \(Wording.commandsTitle)\n\n\(Wording.commandsNote)\n"
    for (title, commands) in groups {
      text += "\n## \(title)\n\n| \(Wording.commandsColumns.joined(separator: " | ")) |\n|---|---|---|\n"
      for command in commands {
        text += "| `\(command.usage)` | \(command.meaning)\(words(of: command)) | `\(command.example)` |\n"
      }
    }
    text += "\n## \(Wording.argumentsTitle)\n\n| \(Wording.argumentsColumns.joined(separator: " | ")) |\n|---|---|\n"
    for (name, meanings) in meanings { text += "| \(name) | \(meanings.joined(separator: "; ")) |\n" }
    return text
  }

  /// The words of those arguments that are a closed list.
  private static func words(of command: CommandWord) -> String {
    command.shownArguments.map { argument in
      let choices = argument.choices(of: command)
      return choices.isEmpty || choices.count > 16 ? "" : "<br>\(argument.name): \(choices.joined(separator: ", "))"
    }.joined()
  }

  /// Every argument with what it is, by name.
  private static var meanings: [(name: String, meanings: [String])] {
    var meanings: [String: [String]] = [:]
    for argument in all.flatMap(\.shownArguments) {
      let name = argument.isNamed ? argument.name + "=" : argument.name
      if meanings[name]?.contains(argument.meaning) != true { meanings[name, default: []].append(argument.meaning) }
    }
    return meanings.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
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
    if case .word(let words)? = forms.form { return words() }
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
