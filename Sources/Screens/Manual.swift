import CaseFlow

extension CommandTable {
  /// The page of keys in the documents, in Markdown: written from the table, so that it cannot be wrong.
  package static var manual: String {
    var text = "# \(Wording.manualTitle)\n\n\(Wording.manualNote)\n"
    for group in CommandGroup.allCases {
      text += "\n## \(Wording.group(group))\n\n"
      text += "| \(Wording.manualColumns.joined(separator: " | ")) |\n|---|---|---|\n"
      for command in all where command.group == group {
        let keys = command.keys.map { "`\(escaped($0.plainName))`" }.joined(separator: " ")
        text += "| \(keys) | `:\(command.name)` | \(escaped(command.help)) |\n"
      }
    }
    return text
  }

  private static func escaped(_ text: String) -> String {
    var plain = ""
    for character in text { plain += character == "|" ? "\\|" : String(character) }
    return plain
  }
}
