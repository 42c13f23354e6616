import Journal
import Screens

/// The table of commands, as `jpc do --list` prints it.
enum CommandList {
  static func text(_ format: OutputFormat) -> String { format == .json ? json : plain }

  /// Each command by its usage and what it does; below, its arguments.
  private static var plain: String {
    var lines: [String] = []
    for (title, commands) in CommandWords.groups {
      lines += lines.isEmpty ? [title] : ["", title]
      for command in commands {
        lines += ["", "  " + command.usage, "      " + command.meaning]
        lines += command.shownArguments.map { "      \($0.name): \(meaning(of: $0, command))" }
        lines.append("      for example: \(command.example)")
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func meaning(of argument: CommandArgument, _ command: CommandWord) -> String {
    let choices = argument.choices(of: command)
    return argument.meaning + (choices.isEmpty ? "" : ": " + choices.joined(separator: ", "))
  }

  /// One JSON document and a line feed: the contract `jpc.commands/1`.
  private static var json: String {
    var json = JSONWriter()
    json.object { json in
      json.field("schema", "jpc.commands/1")
      json.array("commands") { json in
        for (title, commands) in CommandWords.groups { for command in commands { write(command, title, &json) } }
      }
    }
    return json.text + "\n"
  }

  private static func write(_ command: CommandWord, _ group: String, _ json: inout JSONWriter) {
    json.object { json in
      json.field("command", command.word)
      json.field("group", group)
      json.field("usage", command.usage)
      json.field("meaning", command.meaning)
      json.field("example", command.example)
      json.array("arguments") { json in
        for argument in command.shownArguments {
          json.object { json in
            json.field("name", argument.name)
            json.field("required", argument.isRequired)
            json.field("named", argument.isNamed)
            json.field("meaning", argument.meaning)
            json.array("words") { json in for word in argument.choices(of: command) { json.string(word) } }
          }
        }
      }
    }
  }
}
