// What events carry: arrivals, places, and what many share. The fields stand in the order of the format.

/// One case and nothing more.
package struct CaseOnly: Described {
  package var caseID = CaseID()
  package init() {}
  package init(_ id: CaseID) { caseID = id }
  package mutating func describe(_ f: inout some FieldVisitor) { f.field("case", &caseID) }
}

/// People and nothing more.
package struct PeopleOnly: Described {
  package var people: [PersonID] = []
  package init() {}
  package init(_ people: [PersonID]) { self.people = people }
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("people", &people, most: Limit.partyPeople)
  }
}

/// A bus or a group that someone said will come.
package struct ArrivalAnnounced: Described {
  package var people = 0
  package var expected = Instant()
  package var transport = Transport.bus
  /// Whether it was called off: so many of those who were announced for that time do not come.
  package var undone = false
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("people", &people)
    f.field("expected", &expected)
    f.field("transport", &transport)
    f.field("undone", &undone, usual: false)
  }
}

/// A person as entered on arrival.
package struct MemberFacts: Described {
  package var person = PersonID()
  package var caseID = CaseID()
  package var age: Years?
  package var band = AgeBand.adult
  package var sex = Sex.female
  package var tie = Tie.unstated
  /// What the adult who came with this child is to them, where somebody said so.
  package var relation: Relation?
  package var needs = NeedSet()
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("person", &person)
    f.field("case", &caseID)
    f.field("age", &age)
    f.field("band", &band)
    f.field("sex", &sex)
    f.field("tie", &tie)
    f.field("relation", &relation)
    f.field("needsAsked", &needs.asked, usual: false)
    f.field("needs", &needs.all, most: Need.table.count)
  }
}

/// A case as formed on arrival.
package struct CaseFacts: Described {
  package var caseID = CaseID()
  package var kind = CaseKind.singleAdult
  package var language: Code?
  package var secondLanguage: Code?
  package var nationality: Code?
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("case", &caseID)
    f.field("kind", &kind)
    f.field("language", &language)
    f.field("secondLanguage", &secondLanguage)
    f.field("nationality", &nationality)
  }
}

/// People arrived together and were numbered.
package struct PartyArrived: Described {
  package var party = PartyID()
  package var transport = Transport.foot
  package var bookIn: Instant?
  /// The bus they came on, when its manifest is kept.
  package var bus: BusID?
  /// The appointment they came for.
  package var appointment: Code?
  package var members: [MemberFacts] = []
  package var cases: [CaseFacts] = []
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("party", &party)
    f.field("transport", &transport)
    f.field("bookIn", &bookIn)
    f.field("bus", &bus)
    f.field("appointment", &appointment)
    f.field("cases", &cases, most: Limit.partyPeople)
    f.field("members", &members, most: Limit.partyPeople)
  }
}

/// A whole case was given places in an area.
package struct CasePlaced: Described {
  package var caseID = CaseID()
  package var area = Code.none
  /// The supervisor who placed it although the area was full or of another kind.
  package var override: Code?
  package init() {}
  package init(_ caseID: CaseID, in area: Code, override: Code? = nil) {
    self.caseID = caseID
    self.area = area
    self.override = override
  }
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("case", &caseID)
    f.field("area", &area)
    f.field("override", &override)
  }
}
