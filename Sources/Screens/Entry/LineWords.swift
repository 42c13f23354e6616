/// One word of a typed line: plain, `key=value`, or quoted because it has blanks.
struct LineWord: Hashable, Sendable {
  /// The part before `=`, in small letters; empty for a plain word.
  var key = ""
  var text: String
  /// The characters of the word, its key included.
  var range: Range<Int>
  /// The program filled it in: it was never typed, and it is right.
  var isGiven = false

  /// The characters of the text alone.
  var textRange: Range<Int> {
    key.isEmpty ? range : min(range.lowerBound + key.count + 1, range.upperBound)..<range.upperBound
  }

  /// The words between the commas of this one, each where it stands.
  var parts: [LineWord] {
    var parts: [LineWord] = []
    var start = textRange.lowerBound
    for piece in text.split(separator: ",", omittingEmptySubsequences: false) {
      if !piece.isEmpty {
        parts.append(LineWord(text: String(piece), range: start..<(start + piece.count), isGiven: isGiven))
      }
      start += piece.count + 1
    }
    return parts
  }
}

/// A typed line as words, each with the characters it stands on.
struct LineWords: Sendable {
  var words: [LineWord] = []
  /// The number of characters: where something is missing.
  var end: Int

  /// More characters than any command needs; a longer line is a paste gone wrong.
  static let longest = 4_000

  /// Splits at blanks. A double quote at the beginning of a word or a value holds blanks together; two inside are one.
  init(_ text: String) throws(LineFault) {
    if text.utf8.count > LineWords.longest, text.count > LineWords.longest {
      throw LineFault(LineWords.longest..<text.count, Wording.lineTooLong(LineWords.longest))
    }
    let characters = Array(text)
    end = characters.count
    var index = 0
    while index < end {
      if characters[index].isWhitespace {
        index += 1
      } else {
        words.append(try LineWords.word(characters, &index))
      }
    }
  }

  private static func word(_ line: [Character], _ index: inout Int) throws(LineFault) -> LineWord {
    let start = index
    var key = ""
    var text = ""
    while index < line.count, !line[index].isWhitespace {
      let character = line[index]
      if character == "\"", text.isEmpty {
        text = try quoted(line, &index)
        break
      }
      index += 1
      if character == "=", key.isEmpty, !text.isEmpty, text.allSatisfy({ $0.isASCII && $0.isLetter }) {
        key = text.lowercased()
        text = ""
      } else {
        text.append(character)
      }
    }
    return LineWord(key: key, text: text, range: start..<index)
  }

  private static func quoted(_ line: [Character], _ index: inout Int) throws(LineFault) -> String {
    let start = index
    var text = ""
    index += 1
    while index < line.count {
      if line[index] == "\"" {
        index += 1
        guard index < line.count, line[index] == "\"" else { return text }
      }
      text.append(line[index])
      index += 1
    }
    throw LineFault(start..<line.count, Wording.quoteOpen)
  }
}
