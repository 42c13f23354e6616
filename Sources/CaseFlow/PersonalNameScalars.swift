// What single characters are in a name. The standard library knows the properties of Unicode; it knows no scripts and
// no widths, so those few stand here as ranges.

/// Why a character has no place in a name.
enum NameFault: Sendable {
  case control, direction, invisible, emoji, symbol, lost, notText, enclosing, markAlone
}

/// Scripts whose letters look like letters of another one of them.
enum LookAlikeScript: String, Sendable {
  case latin = "Latin"
  case greek = "Greek"
  case cyrillic = "Cyrillic"
  case armenian = "Armenian"
  case cherokee = "Cherokee"
  case coptic = "Coptic"
  case lisu = "Lisu"
}

extension Unicode.Scalar {
  /// A space of any width; tabs and line ends are control characters.
  var isNameSpace: Bool { properties.generalCategory == .spaceSeparator }

  /// Says which way to write, shows nothing, and comes along when text is copied from a page.
  var isDirectionMark: Bool { value == 0x200E || value == 0x200F || value == 0x61C }

  /// Sits on the letter before it.
  var isNonspacingMark: Bool { properties.generalCategory == .nonspacingMark }

  /// Zero width joiner and non-joiner.
  var isJoiner: Bool { value == 0x200C || value == 0x200D }

  /// Chooses one of several shapes of the character before it.
  var isVariationSelector: Bool {
    switch value {
    case 0xFE00...0xFE0F, 0xE0100...0xE01EF, 0x180B...0x180D, 0x180F: true
    default: false
    }
  }

  /// Why this character has no place in any name, or nil when it may have one.
  var nameFault: NameFault? {
    if value == 0xFFFD { return .lost }
    if isDirectionMark || 0x202A...0x202E ~= value || 0x2066...0x2069 ~= value { return .direction }
    if properties.isDefaultIgnorableCodePoint || value == 0x2800 { return .invisible }
    // Below U+0100 the property holds for digits and for signs that are plain text.
    if properties.isEmoji, value > 0xFF { return .emoji }
    return switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: .control
    case .format: .invisible
    case .privateUse, .surrogate, .unassigned: .notText
    case .enclosingMark: .enclosing
    case .otherSymbol: value > 0xFF ? .symbol : nil
    default: nil
    }
  }
}

extension Unicode.Scalar {
  /// Whether a joiner has a meaning between these two: in scripts whose letters join, and around the sign that takes
  /// a letter's vowel, where it chooses a shape; Kurdish writes a vowel with one at the end of a word.
  func joins(_ before: Unicode.Scalar?, _ after: Unicode.Scalar?) -> Bool {
    guard let before else { return false }
    if before.properties.canonicalCombiningClass == .virama { return true }
    if value == 0x200C, before.value == 0x647 { return after?.isJoiner != true }
    guard let after, !after.isJoiner, let block = before.joiningBlock else { return false }
    return block == after.joiningBlock
  }

  /// The script of a letter or mark that joiners have a meaning for, by its first character.
  private var joiningBlock: UInt32? {
    switch value {
    case 0x620...0x6D3, 0x6D5...0x6EF, 0x6FA...0x6FF, 0x750...0x77F, 0x870...0x8FF: 0x600
    case 0x710...0x74F: 0x700
    case 0x7CA...0x7F5: 0x7C0
    case 0x840...0x85B: 0x840
    case 0x900...0xDFF: value & ~0x7F
    case 0x1000...0x109F: 0x1000
    case 0x1780...0x17D3: 0x1780
    case 0x1820...0x18AA: 0x1800
    case 0x10D00...0x10D27: 0x10D00
    case 0x1E900...0x1E94B: 0x1E900
    default: nil
    }
  }

  /// Whether a variation selector has a meaning after a character: after Han, where bearers of a name insist on the
  /// shape, and in Mongolian.
  func varies(_ before: Unicode.Scalar?) -> Bool {
    guard let before else { return false }
    switch value {
    case 0xFE00...0xFE02, 0xE0100...0xE01EF: return before.properties.isIdeographic
    case 0x180B...0x180F: return 0x1820...0x18AA ~= before.value
    default: return false
    }
  }

  /// Whether it takes two cells: letters of the Far East and their wide punctuation.
  var isWide: Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x16FE0...0x1B2FF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }

  /// Whether it is a dressed-up form of other letters: wide, half-wide, mathematical, raised, circled, ligatures, small
  /// capitals, and the shapes of Arabic letters that only fonts should choose.
  var isStandIn: Bool {
    switch value {
    case 0x1D00...0x1DBF, 0x2024...0x2026, 0x2070...0x209C, 0x2100...0x218B, 0x2460...0x24FF, 0x3200...0x33FF,
      0xFB00...0xFB06, 0xFB13...0xFB17, 0xFB50...0xFDFF, 0xFE50...0xFEFC, 0xFF01...0xFFEE, 0x1D400...0x1D7FF,
      0x1F100...0x1F2FF:
      true
    default: false
    }
  }

  /// The script of a letter that has doubles in another script, or nil.
  var lookAlikeScript: LookAlikeScript? {
    guard properties.isAlphabetic else { return nil }
    switch value {
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0x2AF, 0x1E00...0x1EFF, 0x2C60...0x2C7F, 0xA722...0xA7FF, 0xAB30...0xAB6F:
      return .latin
    case 0x370...0x3FF, 0x1F00...0x1FFF: return .greek
    case 0x400...0x52F, 0x1C80...0x1C8F, 0x2DE0...0x2DFF, 0xA640...0xA69F: return .cyrillic
    case 0x531...0x588: return .armenian
    case 0x13A0...0x13FF, 0xAB70...0xABBF: return .cherokee
    case 0x2C80...0x2CFF: return .coptic
    case 0xA4D0...0xA4FF: return .lisu
    default: return nil
    }
  }
}
