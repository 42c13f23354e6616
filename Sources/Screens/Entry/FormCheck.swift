package import CaseFlow

/// A second keying of chosen fields by another person: the first stays hidden until they differ.
package struct FormCheck: Hashable, Described {
  /// Who keys again.
  package var by = Code.none
  package var fields: [FormField] = []
  /// The people on the roll whose details are keyed again, one a member; empty before the first keying is filed.
  package var people: [PersonID] = []
  var party = FormValues()
  var members: [FormValues] = []
  /// What the two keyings said differently, and what was kept.
  package var differences: [FormDifference] = []

  package init() {}

  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("by", &by, usual: .none)
    f.field("fields", &fields, most: FormField.allCases.count)
    f.field("people", &people, most: Limit.partyPeople)
    f.field("party", &party)
    f.field("members", &members, most: Limit.partyPeople)
    f.field("differences", &differences, most: ArrivalForm.longestPath)
  }

  /// What the first keying said.
  subscript(place: FormPlace) -> FieldEntry {
    if place.field.isOfParty { return party[place.field] }
    return members.indices.contains(place.member) ? members[place.member][place.field] : FieldEntry(place.field)
  }
}

/// A field that two people keyed differently.
package struct FormDifference: Hashable, Described {
  package var place = FormPlace()
  package var first = ""
  package var kept = ""
  package init() {}

  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("place", &place)
    f.field("first", &first, usual: "")
    f.field("kept", &kept, usual: "")
  }
}

extension ArrivalForm {
  /// The fields that are worth a second keying: what finds a person again, and what decides how they are kept safe.
  package static let worthChecking: [FormField] = [.familyName, .givenNames, .birth, .document]

  /// The form to be keyed a second time; nil when its own author asks, or when it is keyed again already.
  package func keyedAgain(
    by second: Code, fields: [FormField] = worthChecking, in context: EntryContext
  ) -> ArrivalForm? {
    guard check == nil, !second.isNone, !second.isSamePerson(as: by), !fields.isEmpty else { return nil }
    var again = self
    var check = FormCheck()
    check.by = second
    check.fields = fields
    check.party = party
    check.members = members
    again.check = check
    for field in fields where field.isOfParty { again.party[field] = FieldEntry(field) }
    for member in members.indices {
      for field in fields where !field.isOfParty { again.members[member][field] = FieldEntry(field) }
    }
    again.path = []
    again.history = []
    again.parkedAt = nil
    again.go(to: again.following(nil, in: context), in: context)
    return again
  }

  /// Whether the second keying says the same; else the difference is shown, and Enter again keeps the second.
  mutating func isSameAgain(_ kept: String, _ here: FormPlace) -> Bool {
    guard let first = check?[here].text, check?.fields.contains(here.field) == true else { return true }
    check?.differences.removeAll { $0.place == here }
    guard !ArrivalForm.means(here.field, first, kept) else { return true }
    guard questioned == text else {
      questioned = text
      say(.unlikely, Wording.Form.keyedDifferently(first: first, second: kept))
      return false
    }
    var difference = FormDifference()
    difference.place = here
    difference.first = first
    difference.kept = kept
    check?.differences.append(difference)
    return true
  }
}
