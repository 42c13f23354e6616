/// The words that a shell split, as one command line again.
///
///     ShellWords.line(of: ["name", "12", "family=de la Cruz"])  // name 12 family="de la Cruz"
///     ShellWords.line(of: ["hold 412 interpreter"])  // as it stands
enum ShellWords {
  /// A single argument is the line itself. Of several, those with blanks were one word to the shell and stay one.
  static func line(of words: [String]) -> String {
    words.count == 1 ? words[0] : words.map(quoted).joined(separator: " ")
  }

  private static func quoted(_ word: String) -> String {
    guard word.contains(where: \.isWhitespace) else { return word }
    let key = word.prefix { $0.isASCII && $0.isLetter }
    let start = word.dropFirst(key.count).first == "=" && !key.isEmpty ? key.count + 1 : 0
    let text = word.dropFirst(start).flatMap { $0 == "\"" ? ["\"", "\""] : [$0] }
    return word.prefix(start) + "\"" + String(text) + "\""
  }
}
