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

extension ArrivalForm {
  /// Who among known people may be a member of this form: the same document, or the same family name with the same
  /// birth year or first given name. O(members × people); a hint, never in the way.
  package func possibleDuplicates(among known: [(person: PersonID, details: PersonDetails)]) -> [FormDuplicate] {
    if isOfRecorded { return [] }
    var found: [FormDuplicate] = []
    for (index, values) in members.enumerated() {
      let document = String(values[.document].text.split(separator: " ").first ?? "")
      let family = Vocabulary.folded(values[.familyName].text)
      let given = Vocabulary.folded(values[.givenNames].text.split(separator: " ").first ?? "")
      let birth = values[.birth].text
      for (person, details) in known {
        let hasDocument = !document.isEmpty && document != FormField.unknown && details.document == document
        let hasFamily = !family.isEmpty && Vocabulary.folded(details.familyName) == family
        let hasGiven =
          !given.isEmpty && Vocabulary.folded(details.givenNames.split(separator: " ").first ?? "") == given
        let hasBirth = birth.utf8.count >= 4 && details.birthDate.prefix(4) == birth.prefix(4)
        if hasDocument {
          found.append(FormDuplicate(member: index, person: person, because: .document))
        } else if hasFamily, hasBirth {
          found.append(FormDuplicate(member: index, person: person, because: .nameAndBirth))
        } else if hasFamily, hasGiven {
          found.append(FormDuplicate(member: index, person: person, because: .name))
        }
      }
    }
    return found
  }
}
