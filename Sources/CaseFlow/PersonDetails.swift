/// What identifies one person: sealed in the vault, never part of an event, never on a wall.
///
/// Empty text is "not entered"; `unknown` lists the fields that were asked and not known.
package struct PersonDetails: Hashable, Described {
  package var familyName = ""
  package var givenNames = ""
  /// As far as it is known: `2012-05-14`, `2012-05`, `2012`.
  package var birthDate = ""
  /// The birth date was computed from an age.
  package var isBirthDateEstimated = false
  package var document = ""
  package var documentKind = ""
  /// Who issued the document, ISO 3166-1 alpha-3.
  package var issuer = ""
  package var contact = ""
  package var note = ""
  /// Fields asked and not known; distinct from those not entered.
  package var unknown: [DetailField] = []
  package init() {}

  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("familyName", &familyName, usual: "")
    f.field("givenNames", &givenNames, usual: "")
    f.field("birthDate", &birthDate, usual: "")
    f.field("isBirthDateEstimated", &isBirthDateEstimated, usual: false)
    f.field("document", &document, usual: "")
    f.field("documentKind", &documentKind, usual: "")
    f.field("issuer", &issuer, usual: "")
    f.field("contact", &contact, usual: "")
    f.field("note", &note, usual: "")
    f.field("unknown", &unknown, most: DetailField.allCases.count)
  }
}

extension PersonDetails {
  /// The fields that hold something, those asked and not known included; in the order of `DetailField`.
  package var fields: [DetailField] {
    DetailField.allCases.filter { !self[$0].isEmpty || unknown.contains($0) }
  }

  package subscript(field: DetailField) -> String {
    get {
      switch field {
      case .familyName: familyName
      case .givenNames: givenNames
      case .birthDate: birthDate
      case .document: document
      case .contact: contact
      case .note: note
      }
    }
    set {
      switch field {
      case .familyName: familyName = newValue
      case .givenNames: givenNames = newValue
      case .birthDate: birthDate = newValue
      case .document: document = newValue
      case .contact: contact = newValue
      case .note: note = newValue
      }
    }
  }

  /// These details with what a later entry says put over them.
  package func merged(with later: PersonDetails) -> PersonDetails {
    var merged = self
    for field in DetailField.allCases {
      if !later[field].isEmpty {
        merged[field] = later[field]
        merged.unknown.removeAll { $0 == field }
        if field == .birthDate { merged.isBirthDateEstimated = later.isBirthDateEstimated }
        if field == .document {
          merged.documentKind = later.documentKind
          merged.issuer = later.issuer
        }
      } else if later.unknown.contains(field) {
        merged[field] = ""
        if !merged.unknown.contains(field) { merged.unknown.append(field) }
      }
    }
    return merged
  }
}
