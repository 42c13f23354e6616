extension String {
  /// The text as any terminal may show it: what would steer one, turn the direction of writing or break the line is
  /// written as its number, everything else stands as it is.
  ///
  ///     "day\u{1B}[2J".printable == #"day\u{1b}[2J"#
  ///
  /// Texts of files and names of files pass through here on their way into a message. What is printable stays the same,
  /// so that it may be asked twice.
  package var printable: String {
    guard unicodeScalars.contains(where: \.steersTerminals) else { return self }
    var text = ""
    for scalar in unicodeScalars {
      if scalar.steersTerminals {
        text += "\\u{\(String(scalar.value, radix: 16))}"
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}

extension Unicode.Scalar {
  /// Control characters, direction marks and overrides, line and paragraph separators.
  fileprivate var steersTerminals: Bool {
    switch value {
    case 0x61C, 0x200E, 0x200F, 0x2028, 0x2029: true
    default: TextRules.refusal(ofScalar: value) != nil
    }
  }
}
