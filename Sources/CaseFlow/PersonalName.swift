/// What becomes of a name that somebody typed, pasted or imported.
package enum NameVerdict: Sendable {
  /// It stands as it is, byte for byte.
  case kept
  /// Nothing a reader sees was lost: spaces, direction marks around it, the way accents are written.
  case cleaned(String)
  /// It may stand like this, once somebody has looked at it twice.
  case flagged(String, why: String)
  /// It is not kept. The sentence names what is wrong by number, so that it can be shown anywhere.
  case rejected(why: String)
}

/// The rules that names pass before they are kept.
///
///     PersonalName.judge("  Rosa   Diaz ")  // .cleaned("Rosa Diaz")
///     PersonalName.judge("Null")            // .kept
///     PersonalName.judge("Ma\u{200B}ria")   // .rejected, for its character 3
///
/// A name is whatever people are called, in any script, of any length above none: the rules look only for what would
/// deceive a reader, a terminal or a search. Text that means something to another program (SQL, a shell, a
/// spreadsheet) is a name here and kept; what writes it somewhere else guards it there.
package enum PersonalName {
  /// Characters (scalars) of a name, as many as any other text a person writes.
  package static let charactersMax = Limit.text
  /// Cells of a name on a screen, where letters of the Far East take two.
  package static let cellsMax = 200
  /// Marks on one letter: four of Hebrew, five of Burmese.
  package static let marksMax = 5
  /// Bytes looked at: a longer text is refused before it costs anything.
  private static let bytesMax = 16 * charactersMax

  /// What becomes of a name. O(length).
  package static func judge(_ text: String) -> NameVerdict {
    guard text.utf8.count <= bytesMax else { return .rejected(why: NameSentences.tooLong) }
    let scalars = Array(text.unicodeScalars)
    let bounds = core(of: scalars)
    guard !bounds.isEmpty else { return .rejected(why: NameSentences.empty) }
    for place in bounds {
      if let why = fault(at: place, of: scalars[bounds]) {
        return .rejected(why: NameSentences.fault(scalars[place], at: place, why))
      }
    }
    let name = singleSpaced(scalars[bounds]).composed
    if let why = sizeFault(of: name) { return .rejected(why: why) }
    if let why = doubt(about: Array(name.unicodeScalars)) { return .flagged(name, why: why) }
    return name.utf8.elementsEqual(text.utf8) ? .kept : .cleaned(name)
  }
}

extension PersonalName {
  /// The name without spaces and direction marks around it.
  private static func core(of scalars: [Unicode.Scalar]) -> Range<Int> {
    func isEdge(_ scalar: Unicode.Scalar) -> Bool { scalar.isNameSpace || scalar.isDirectionMark }
    guard let first = scalars.firstIndex(where: { !isEdge($0) }), let last = scalars.lastIndex(where: { !isEdge($0) })
    else { return 0..<0 }
    return first..<last + 1
  }

  /// Every run of spaces of any kind as one plain space.
  private static func singleSpaced(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    for scalar in scalars {
      if !scalar.isNameSpace { text.append(scalar) } else if text.last != " " { text.append(" ") }
    }
    return String(text)
  }

  /// Why a character may not stand where it stands in a name, or nil when it may.
  private static func fault(at place: Int, of name: ArraySlice<Unicode.Scalar>) -> NameFault? {
    let scalar = name[place]
    if scalar.value < 0x7F { return scalar.value < 0x20 ? .control : nil }
    let before = place > name.startIndex ? name[place - 1] : nil
    let after = place + 1 < name.endIndex ? name[place + 1] : nil
    if scalar.isJoiner { return scalar.joins(before, after) ? nil : .invisible }
    if scalar.isVariationSelector { return scalar.varies(before) ? nil : .invisible }
    if scalar.isNonspacingMark, before?.isNameSpace != false { return .markAlone }
    return scalar.nameFault
  }

  /// Why a name is too large to be one, or nil.
  private static func sizeFault(of name: String) -> String? {
    var marks = 0
    var cells = 0
    for scalar in name.unicodeScalars {
      marks = scalar.isNonspacingMark ? marks + 1 : 0
      cells += scalar.isNonspacingMark ? 0 : scalar.isWide ? 2 : 1
      if marks > marksMax { return NameSentences.tooManyMarks }
    }
    return name.unicodeScalars.count > charactersMax || cells > cellsMax ? NameSentences.tooLong : nil
  }

  /// Why somebody should look at a name twice, or nil: letters that stand in for others deceive readers and searches.
  private static func doubt(about name: [Unicode.Scalar]) -> String? {
    if let letter = name.first(where: \.isStandIn) { return NameSentences.standIn(letter) }
    let scripts = Set(name.compactMap(\.lookAlikeScript))
    if scripts.count > 1 { return NameSentences.mixed(scripts.sorted { $0.rawValue < $1.rawValue }) }
    return zip(name, name.dropFirst()).contains(where: isMisread) ? NameSentences.misread : nil
  }

  /// Whether two characters are what Latin-1 makes of one character of UTF-8: `Ã©` of `é`.
  private static func isMisread(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Bool {
    0xC2...0xDF ~= first.value && 0xA1...0xBF ~= second.value || first == "â" && second == "€"
  }
}
