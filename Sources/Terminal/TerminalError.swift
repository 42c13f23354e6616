/// Why the screen cannot be opened. Each has a sentence for the operator; the program then names `--plain`.
package enum TerminalError: Error, Equatable, Sendable {
  /// Standard input or output is not a terminal.
  case notATerminal
  /// `TERM` is not set.
  case noTerminalName
  /// There is no description of the terminal `TERM` names.
  case unknownTerminal(String)
  /// The terminal cannot place its cursor.
  case dumbTerminal(String)
  /// The log file for standard error cannot be opened; the system's error number.
  case logFile(path: String, errno: Int32)
  /// The screen cannot be opened for another reason, or is open already.
  case screen
}

extension TerminalError: CustomStringConvertible {
  /// One sentence without a line feed, safe to print: the terminal's name is cleaned.
  package var description: String {
    switch self {
    case .notATerminal: "Standard input and output are not both a terminal."
    case .noTerminalName: "TERM is not set, so the terminal is unknown."
    case .unknownTerminal(let name): "The terminal \"\(Self.cleaned(name))\" (TERM) is unknown here."
    case .dumbTerminal(let name): "The terminal \"\(Self.cleaned(name))\" (TERM) cannot place a cursor."
    case .logFile(let path, let number): "The log file \(Self.cleaned(path)) cannot be opened (error \(number))."
    case .screen: "The terminal's screen cannot be opened."
    }
  }

  private static func cleaned(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.prefix(80).map { $0.isASCII && $0.value >= 0x20 ? $0 : "?" }))
  }
}
