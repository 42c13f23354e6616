// The check letter of a number that is called aloud and typed again.

extension Numbered {
  /// The number with its check letter: `0412-K`. One wrong digit, or two neighbors exchanged, changes the letter:
  /// the remainder by 23 as on Spanish identity documents, whose letters leave out I, O and U.
  package var checked: String { label + "-" + String(checkLetter) }

  /// The letter alone.
  package var checkLetter: Character { checkLetters[Int(number.magnitude % 23)] }

  /// The number of a text with or without its check letter, `412`, `0412-K` or `0412k`; nil when it is no number, or
  /// when the letter is not its own.
  package init?(typed text: some StringProtocol) {
    var digits = Substring(text)
    var letter: Character?
    if let last = digits.last, !last.isNumber {
      letter = last.uppercased().first
      digits.removeLast()
      if digits.last == "-" { digits.removeLast() }
    }
    guard !digits.isEmpty, digits.utf8.allSatisfy({ 0x30...0x39 ~= $0 }), let number = Int32(digits),
      1...Limit.highestNumber ~= number
    else { return nil }
    self.init(number: number)
    if let letter, letter != checkLetter { return nil }
  }
}

private let checkLetters = Array("TRWAGMYFPDXBNJZSQVHLCKE")
