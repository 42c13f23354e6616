package import CaseFlow

/// The machine-readable zone of a travel document: TD1 (three lines of 30), TD2 (two of 36), TD3 (two of 44).
///
///     MRZ("P<UTOERIKSSON<<ANNA<MARIA<<<…\nL898902C36UTO7408122F1204159…")?.familyName  // "ERIKSSON"
///
/// Source: ICAO 9303, parts 3 to 6. Each field is judged by its own check digit: what fails is named in `doubtful`
/// and is not to be used; the rest is.
package struct MRZ: Hashable, Sendable {
  /// What a check digit covers.
  package enum Part: Hashable, Sendable { case number, birth, expiry, all }

  package private(set) var documentKind = ""
  /// Three letters, as the document has them; fewer for `D`.
  package private(set) var issuer = ""
  package private(set) var nationality = ""
  package private(set) var number = ""
  package private(set) var sex: Sex?
  package private(set) var familyName = ""
  package private(set) var givenNames = ""
  /// The parts whose check digit is not theirs, in the order of the document.
  package private(set) var doubtful: [Part] = []
  /// Six characters, `YYMMDD`; what is not known is `<`.
  private var birth = ""

  /// The lengths that lines may have, and how many belong together.
  package static let lineCounts = [30: 3, 36: 2, 44: 2]
}

extension MRZ {
  /// Whether a text can only be a line of such a zone; no name and no number of a document holds a `<`.
  package static func isLine(_ text: String) -> Bool {
    lineCounts[text.utf8.count] != nil && text.utf8.contains(UInt8(ascii: "<"))
      && text.utf8.allSatisfy { value(of: $0) != nil }
  }

  /// Reads the lines of a scan, small letters too; nil when they are no zone of a known size.
  package init?(_ text: String) {
    let lines = text.uppercased().split { $0 == "\n" || $0 == "\r" || $0 == " " || $0 == "\t" }.map { Array($0.utf8) }
    guard let width = lines.first?.count, MRZ.lineCounts[width] == lines.count,
      lines.allSatisfy({ $0.count == width && $0.allSatisfy { MRZ.value(of: $0) != nil } }),
      lines[0].contains(UInt8(ascii: "<"))
    else { return nil }
    self.init(lines: lines)
  }

  private init(lines: [[UInt8]]) {
    let first = lines[0]
    let second = lines[1]
    documentKind = MRZ.text(first[0..<2])
    issuer = MRZ.text(first[2..<5])
    if lines.count == 3 {
      readNumber(first[5..<14], check: first[14], optional: first[15...])
      readDates(second, from: 0)
      nationality = MRZ.text(second[15..<18])
      readNames(lines[2][...])
      checkAll(first[5...] + second[0..<7] + second[8..<15] + second[18..<29], second[29])
    } else {
      let isTall = first.count == 44
      readNumber(second[0..<9], check: second[9], optional: isTall ? [] : second[28..<35])
      readDates(second, from: 13)
      nationality = MRZ.text(second[10..<13])
      readNames(first[5...])
      // Visas have no digit over all.
      if first[0] != UInt8(ascii: "V") {
        let last = second.count - 1
        checkAll(second[0..<10] + second[13..<20] + second[21..<last], second[last])
      }
    }
  }

  /// A long number goes on where the check digit and the optional data would stand.
  private mutating func readNumber(_ digits: ArraySlice<UInt8>, check: UInt8, optional: ArraySlice<UInt8>) {
    var digits = Array(digits)
    var check = check
    if check == MRZ.filler, let end = optional.firstIndex(of: MRZ.filler), end > optional.startIndex {
      digits += optional[..<(end - 1)]
      check = optional[end - 1]
    }
    number = MRZ.text(digits[...])
    if !MRZ.isRight(digits, check) { doubtful.append(.number) }
  }

  private mutating func readDates(_ line: [UInt8], from start: Int) {
    birth = String(decoding: line[start..<(start + 6)], as: UTF8.self)
    if !MRZ.isRight(line[start..<(start + 6)], line[start + 6]) { doubtful.append(.birth) }
    switch line[start + 7] {
    case UInt8(ascii: "F"): sex = .female
    case UInt8(ascii: "M"): sex = .male
    case UInt8(ascii: "X"), MRZ.filler: sex = .x
    default: sex = nil
    }
    if !MRZ.isRight(line[(start + 8)..<(start + 14)], line[start + 14]) { doubtful.append(.expiry) }
  }

  private mutating func readNames(_ field: ArraySlice<UInt8>) {
    let text = String(decoding: field, as: UTF8.self)
    var names = [Substring](), rest = Substring(text)
    while let at = rest.indices.first(where: { rest[$0...].hasPrefix("<<") }), names.isEmpty {
      names.append(rest[..<at])
      rest = rest[at...]
    }
    familyName = MRZ.words(names.first ?? rest)
    givenNames = names.isEmpty ? "" : MRZ.words(rest)
  }

  private mutating func checkAll(_ covered: ArraySlice<UInt8>, _ digit: UInt8) {
    if !MRZ.isRight(covered, digit) { doubtful.append(.all) }
  }

  /// The birth date as far as the document knows it; of two centuries the later that is not to come.
  package func birthDate(today: CivilDate) -> PartialDate? {
    guard let year = Int(birth.prefix(2)) else { return nil }
    let century = today.year / 100 * 100
    let month = Int(birth.dropFirst(2).prefix(2))
    let day = month == nil ? nil : Int(birth.suffix(2))
    for start in [century, century - 100] {
      let date = PartialDate(year: start + year, month: month, day: day)
      if let days = date.days, days.lowerBound <= today { return date }
    }
    return nil
  }
}

extension MRZ {
  private static let filler = UInt8(ascii: "<")

  /// The weight of a character under a check digit: digits, letters from 10, the filler 0; nil for any other.
  private static func value(of byte: UInt8) -> Int? {
    switch byte {
    case 0x30...0x39: Int(byte) - 0x30
    case 0x41...0x5A: Int(byte) - 0x41 + 10
    case filler: 0
    default: nil
    }
  }

  /// Whether a check digit is that of the characters before it: weights 7, 3, 1, modulo 10. A filler stands for 0
  /// where the field itself is empty.
  private static func isRight(_ covered: some Sequence<UInt8>, _ digit: UInt8) -> Bool {
    var sum = 0
    var isBlank = true
    for (index, byte) in covered.enumerated() {
      sum += (value(of: byte) ?? 0) * [7, 3, 1][index % 3]
      if byte != filler { isBlank = false }
    }
    return digit == filler ? isBlank : digit == UInt8(0x30 + sum % 10)
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    var bytes = bytes
    while bytes.last == filler { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func words(_ text: Substring) -> String {
    text.split(separator: "<").joined(separator: " ")
  }
}
