// What events carry: families, resources, corrections, answers to alarms. The fields stand in the order of the format.

/// Members left a case for a new one, for a recorded reason and by two people; the separation stays open.
package struct FamilySplit: Described {
  package var caseID = CaseID()
  package var people: [PersonID] = []
  package var newCase = CaseID()
  package var reason = SplitReason.medical
  package var second = Code.none
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("case", &caseID)
    f.field("people", &people, most: Limit.casePeople)
    f.field("newCase", &newCase)
    f.field("reason", &reason)
    f.field("second", &second)
  }
}

/// A separated case went back into the case it came from.
package struct FamilyReunited: Described {
  package var caseID = CaseID()
  package var with = CaseID()
  /// Who confirmed that they are the ones who belong together; earlier records name one person.
  package var second = Code.none
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("case", &caseID)
    f.field("with", &with)
    f.field("second", &second, usual: .none)
  }
}

/// A child's tie to an adult was established by two people; the child joins the adult's case.
package struct TieStated: Described {
  package var child = PersonID()
  package var adult = PersonID()
  package var second = Code.none
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("child", &child)
    f.field("adult", &adult)
    f.field("second", &second)
  }
}

/// Someone began to work at a desk.
package struct DeskOpened: Described {
  package var desk = DeskID()
  package var staff = Code.none
  /// Languages they speak themselves, beyond those of the center's staff.
  package var languages: [Code] = []
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("servedAt", &desk)
    f.field("staff", &staff)
    f.field("languages", &languages, most: 10)
  }
}

/// A desk was left.
package struct DeskClosed: Described {
  package var desk = DeskID()
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) { f.field("servedAt", &desk) }
}

/// The number of interpreters or lines on duty for a language changed.
package struct InterpretersChanged: Described {
  package var language = Code.none
  package var interpreters = 0
  package var lines = 0
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("language", &language)
    f.field("interpreters", &interpreters)
    f.field("lines", &lines)
  }
}

/// One part of the capacity of an area changed.
package struct CapacityChanged: Described {
  package var area = Code.none
  package var part = CapacityPart.staffed
  package var places = 0
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("area", &area)
    f.field("part", &part)
    f.field("places", &places)
  }
}

/// An entry was wrong: what it should have said, and what follows from that.
package struct FactCorrected: Described {
  /// The sequence number of the wronged entry.
  package var wrongs = 0
  package var person: PersonID?
  package var age: Years?
  package var band: AgeBand?
  package var sex: Sex?
  package var caseID: CaseID?
  package var language: Code?
  package var nationality: Code?
  package var bookIn: Instant?
  /// When the party of the case really came.
  package var arrived: Instant?
  /// When the case was really given its orientation.
  package var oriented: Instant?
  /// The second person; required where a correction lowers a protection.
  package var second: Code?
  /// The kind the case has from now on, when it changes.
  package var kind: CaseKind?
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("wrongs", &wrongs)
    f.field("person", &person)
    f.field("age", &age)
    f.field("band", &band)
    f.field("sex", &sex)
    f.field("case", &caseID)
    f.field("language", &language)
    f.field("nationality", &nationality)
    f.field("bookIn", &bookIn)
    f.field("arrived", &arrived)
    f.field("oriented", &oriented)
    f.field("second", &second)
    f.field("kind", &kind)
  }
}

/// A rule was found broken by something that had already happened.
package struct BreachRecorded: Described {
  package var caseID = CaseID()
  package var kind = BreachKind.clock
  package var cause = BreachCause.unknown
  /// The clock that ran out, where it is one.
  package var clock: ClockKind?
  package init() {}
  package init(_ caseID: CaseID, _ kind: BreachKind, _ cause: BreachCause, clock: ClockKind? = nil) {
    self.caseID = caseID
    self.kind = kind
    self.cause = cause
    self.clock = clock
  }
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("case", &caseID)
    f.field("kind", &kind)
    f.field("cause", &cause)
    f.field("clock", &clock)
  }
}
