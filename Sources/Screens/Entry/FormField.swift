package import CaseFlow

/// A question of the entry form, in the order of the paper list: what a party shares, then what each member says.
package enum FormField: String, Word, Scalar {
  case arrivedAt, bookIn, language, secondLanguage, nationality, transport, bus, appointment
  case familyName, givenNames, sex, birth, tie, relation, document, needs, note
}

extension FormField {
  /// What a party says once.
  package static let ofParty: [FormField] = [
    .arrivedAt, .bookIn, .language, .secondLanguage, .nationality, .transport, .bus, .appointment,
  ]
  /// What each member says.
  package static let ofMember: [FormField] = [
    .familyName, .givenNames, .sex, .birth, .tie, .relation, .document, .needs, .note,
  ]

  package var isOfParty: Bool { FormField.ofParty.contains(self) }

  /// The fields it stands among.
  var row: [FormField] { isOfParty ? FormField.ofParty : FormField.ofMember }

  /// What the next case of the same bus or hour most likely shares.
  static let carriedOver: [FormField] = [.arrivedAt, .bookIn, .language, .nationality, .transport, .bus]

  /// The most characters that are taken.
  var longest: Int {
    switch self {
    case .familyName, .givenNames, .note: Limit.text
    case .document: 60
    case .needs: 80
    case .language, .secondLanguage, .nationality, .arrivedAt, .bookIn: 40
    case .transport, .bus, .appointment, .birth, .tie, .relation: 20
    case .sex: 6
    }
  }

  /// Whether a text in it has its full length, so that it goes on by itself if it is valid; variable fields never do.
  func isFull(_ text: String) -> Bool {
    let digits = text.utf8.allSatisfy { 0x30...0x39 ~= $0 } ? text.utf8.count : 0
    return switch self {
    case .sex, .tie: text.unicodeScalars.count == 1
    case .birth: digits == 8
    case .arrivedAt, .bookIn: digits == 4
    case .needs: text == FormField.nothing
    default: false
    }
  }

  /// Whether it holds a code of a list that type-ahead knows.
  var isCoded: Bool {
    switch self {
    case .language, .secondLanguage, .nationality, .transport, .tie, .relation, .appointment, .sex, .needs: true
    default: false
    }
  }

  /// Whether a character may be typed into it at all: digits and the signs of times where only a time can be meant.
  func allows(_ scalar: Unicode.Scalar) -> Bool {
    switch self {
    case .bus: ("0"..."9").contains(scalar)
    case .arrivedAt, .bookIn: scalar.isASCII && ("-"..."z").contains(scalar) || scalar == " " || scalar == "+"
    default: true
    }
  }

  /// Asked and not known.
  package static let unknown = "?"
  /// Asked, and there are none.
  static let nothing = "-"
  /// The time at which the entry is made.
  static let now = "now"
}

/// Where the cursor of a form stands, or a fault: a field, and whose it is.
package struct FormPlace: Hashable, Described {
  package var field = FormField.familyName
  /// The member, counted from 0; 0 for what the party shares.
  package var member = 0

  package init() {}

  package init(_ field: FormField, of member: Int = 0) {
    self.field = field
    self.member = field.isOfParty ? 0 : member
  }

  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("field", &field)
    f.field("member", &member, usual: 0)
  }
}

/// How a value came into its field; each is drawn its own way, without colors too.
package enum FieldStanding: String, Word, Scalar {
  case notEntered, entered
  /// Taken over from the previous case, the bus or the family; out of the way until it is gone back to.
  case carried
}

/// What a field holds.
package struct FieldEntry: Hashable, Described {
  package var field = FormField.familyName
  /// What was typed, in its shortest clear form: a code, `2012-05-14`, `34` for an age; `?` is asked and not known.
  package var text = ""
  package var standing = FieldStanding.notEntered
  /// What was questioned about it and confirmed.
  package var confirmed: [Plausibility] = []

  package init() {}

  init(_ field: FormField, _ text: String = "", _ standing: FieldStanding = .notEntered) {
    self.field = field
    self.text = text
    self.standing = text.isEmpty ? .notEntered : standing
  }

  package var isEmpty: Bool { text.isEmpty }

  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("field", &field)
    f.field("text", &text, usual: "")
    f.field("standing", &standing)
    f.field("confirmed", &confirmed, most: Plausibility.allCases.count)
  }
}

/// The fields of a party or of one member; an empty one takes no room.
package struct FormValues: Hashable, Described {
  private var entries: [FieldEntry] = []

  package init() {}

  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("entries", &entries, most: FormField.allCases.count)
  }

  package subscript(field: FormField) -> FieldEntry {
    get { entries.first { $0.field == field } ?? FieldEntry(field) }
    set {
      entries.removeAll { $0.field == field }
      guard !newValue.isEmpty else { return }
      let order = FormField.allCases.firstIndex(of: field) ?? 0
      let at = entries.firstIndex { (FormField.allCases.firstIndex(of: $0.field) ?? 0) > order } ?? entries.endIndex
      entries.insert(newValue, at: at)
    }
  }

  /// Whether nothing of it was typed here.
  var isUntouched: Bool { entries.allSatisfy { $0.standing == .carried } }
}
