package import CaseFlow

/// Somebody already on the roll who may be the same as a member of a form.
package struct FormDuplicate: Hashable, Sendable {
  package var member: Int
  package var person: PersonID
  /// What is the same about them.
  package var because: Because

  package init(member: Int, person: PersonID, because: Because) {
    self.member = member
    self.person = person
    self.because = because
  }

  package enum Because: Hashable, Sendable { case document, nameAndBirth, name }
}

/// Somebody already on the roll, as a form looks for them: folded once, not at every key.
package struct KnownPerson: Sendable {
  fileprivate let person: PersonID
  fileprivate let document: String
  fileprivate let family: String
  fileprivate let given: String
  fileprivate let birthYear: Substring

  package init(_ person: PersonID, _ details: PersonDetails) {
    self.person = person
    document = details.document
    family = Vocabulary.folded(details.familyName)
    given = KnownPerson.first(details.givenNames)
    birthYear = details.birthDate.prefix(4)
  }

  /// The first of the given names, folded.
  fileprivate static func first(_ names: String) -> String {
    Vocabulary.folded(names.split(separator: " ").first ?? "")
  }
}

extension ArrivalForm {
  /// Who among known people may be a member of this form: the same document, or the same family name with the same
  /// birth year or first given name. O(members × people); a hint, never in the way.
  package func possibleDuplicates(among known: [KnownPerson]) -> [FormDuplicate] {
    if isOfRecorded { return [] }
    var found: [FormDuplicate] = []
    for (index, values) in members.enumerated() {
      let typed = values[.document].text.split(separator: " ").first.map(String.init) ?? ""
      let document = typed == FormField.unknown ? "" : typed
      let family = Vocabulary.folded(values[.familyName].text)
      let given = KnownPerson.first(values[.givenNames].text)
      let birth = values[.birth].text
      if document.isEmpty, family.isEmpty { continue }
      for one in known {
        let hasFamily = !family.isEmpty && one.family == family
        if !document.isEmpty, one.document == document {
          found.append(FormDuplicate(member: index, person: one.person, because: .document))
        } else if hasFamily, birth.utf8.count >= 4, one.birthYear == birth.prefix(4) {
          found.append(FormDuplicate(member: index, person: one.person, because: .nameAndBirth))
        } else if hasFamily, !given.isEmpty, one.given == given {
          found.append(FormDuplicate(member: index, person: one.person, because: .name))
        }
      }
    }
    return found
  }
}
