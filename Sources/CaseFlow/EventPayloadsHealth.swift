// What events carry: health, interviews, children alone. The fields stand in the order of the format.

/// Needs of a person were asked; an empty list means "asked, none".
package struct NeedsRecorded: Described {
  package var person = PersonID()
  package var needs: [Need] = []
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("person", &person)
    f.field("needs", &needs, most: Need.table.count)
  }
}

/// A finding of health screening.
package struct FindingRecorded: Described {
  package var person = PersonID()
  package var finding = Finding.lice
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("person", &person)
    f.field("finding", &finding)
  }
}

/// A whole case was isolated because of a finding.
package struct FindingOfCase: Described {
  package var caseID = CaseID()
  package var finding = Finding.influenzaLike
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("case", &caseID)
    f.field("finding", &finding)
  }
}

/// A test of everyone in an isolated case.
package struct IsolationRetested: Described {
  package var caseID = CaseID()
  /// Whether every member was clear.
  package var clear = false
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("case", &caseID)
    f.field("clear", &clear)
  }
}

/// Care that clocks ask about.
package struct CareGiven: Described {
  package var people: [PersonID] = []
  package var care = Care.shower
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("people", &people, most: Limit.partyPeople)
    f.field("care", &care)
  }
}

/// People left for a hospital or a court and stay on roll.
package struct PeopleWentAway: Described {
  package var people: [PersonID] = []
  package var to = Presence.hospital
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("people", &people, most: Limit.casePeople)
    f.field("to", &to)
  }
}

/// Something told to or by a case in a language.
package struct CaseInLanguage: Described {
  package var caseID = CaseID()
  package var language = Code.none
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("case", &caseID)
    f.field("language", &language)
  }
}

/// Counsel that a case asked for was reached, or the case went on without.
package struct CounselAnswered: Described {
  package var caseID = CaseID()
  package var answer = CounselAnswer.reached
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("case", &caseID)
    f.field("answer", &answer)
  }
}

/// An asylum officer (`by` of the record) decided; the reviewer is someone else.
package struct DeterminationMade: Described {
  package var caseID = CaseID()
  package var outcome = Outcome.positive
  package var basis = Basis.credibleFear
  package var reviewer = Code.none
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("case", &caseID)
    f.field("outcome", &outcome)
    f.field("basis", &basis)
    f.field("reviewer", &reviewer)
  }
}

/// An immigration judge decided a review.
package struct ReviewDecided: Described {
  package var caseID = CaseID()
  package var result = ReviewResult.upheld
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("case", &caseID)
    f.field("result", &result)
  }
}

/// A child was determined to be unaccompanied.
package struct ChildDetermined: Described {
  package var caseID = CaseID()
  package var basis = Basis.agencyFinding
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("case", &caseID)
    f.field("basis", &basis)
  }
}

/// The four questions for a child alone of Mexico or Canada, with two reviewers.
package struct ChildScreened: Described {
  package var caseID = CaseID()
  package var noTraffickingSigns = false
  package var noFearOfReturn = false
  package var ableToDecide = false
  package var ownDecision = false
  package var second = Code.none
  package init() {}
  package var mayReturn: Bool { noTraffickingSigns && noFearOfReturn && ableToDecide && ownDecision }
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("case", &caseID)
    f.field("noTraffickingSigns", &noTraffickingSigns)
    f.field("noFearOfReturn", &noFearOfReturn)
    f.field("ableToDecide", &ableToDecide)
    f.field("ownDecision", &ownDecision)
    f.field("second", &second)
  }
}
