// What each event carries. The fields stand in the order of the format.

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
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("people", &people)
    f.field("expected", &expected)
    f.field("transport", &transport)
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
  package var needs = NeedSet()
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("person", &person)
    f.field("case", &caseID)
    f.field("age", &age)
    f.field("band", &band)
    f.field("sex", &sex)
    f.field("tie", &tie)
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
  package var members: [MemberFacts] = []
  package var cases: [CaseFacts] = []
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("party", &party)
    f.field("transport", &transport)
    f.field("bookIn", &bookIn)
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

/// A case was called to a desk, with why it was next.
package struct CaseCalled: Described {
  package var caseID = CaseID()
  package var desk = DeskID()
  package var reason = CallReason.order
  /// Required when the desk named the case itself.
  package var because: ExpediteReason?
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("case", &caseID)
    f.field("servedAt", &desk)
    f.field("reason", &reason)
    f.field("because", &because)
  }
}

/// A case at a desk.
package struct CaseAtDesk: Described {
  package var caseID = CaseID()
  package var desk = DeskID()
  package init() {}
  package init(_ caseID: CaseID, _ desk: DeskID) {
    self.caseID = caseID
    self.desk = desk
  }
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("case", &caseID)
    f.field("servedAt", &desk)
  }
}

/// A case was put on hold.
package struct CaseHeld: Described {
  package var caseID = CaseID()
  package var reason = HoldReason.rest
  package init() {}
  package init(_ caseID: CaseID, _ reason: HoldReason) {
    self.caseID = caseID
    self.reason = reason
  }
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("case", &caseID)
    f.field("reason", &reason)
  }
}

/// A supervisor moved a case ahead.
package struct CaseExpedited: Described {
  package var caseID = CaseID()
  package var reason = ExpediteReason.medical
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("case", &caseID)
    f.field("reason", &reason)
  }
}

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

/// Case management decided how a case leaves.
package struct PlanMade: Described {
  package var caseID = CaseID()
  package var plan = Plan.release
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("case", &caseID)
    f.field("plan", &plan)
  }
}

/// A line of the release checklist.
package struct ReleaseStepDone: Described {
  package var caseID = CaseID()
  package var step = ReleaseStep.address
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("case", &caseID)
    f.field("step", &step)
  }
}

/// A case and its receiver: offered, accepted, refused or departed.
package struct ReceiverOfCase: Described {
  package var caseID = CaseID()
  package var receiver = Code.none
  package init() {}
  package init(_ caseID: CaseID, _ receiver: Code) {
    self.caseID = caseID
    self.receiver = receiver
  }
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("case", &caseID)
    f.field("receiver", &receiver)
  }
}

/// A line of the return path.
package struct ReturnStepDone: Described {
  package var caseID = CaseID()
  package var step = ReturnStep.basisServed
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("case", &caseID)
    f.field("step", &step)
  }
}

/// The hand-over of a return, by two people.
package struct CaseReturned: Described {
  package var caseID = CaseID()
  package var second = Code.none
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("case", &caseID)
    f.field("second", &second)
  }
}

/// A transfer of a whole case.
package struct TransferOfCase: Described {
  package var caseID = CaseID()
  package var to = Destination.orr
  package init() {}
  package init(_ caseID: CaseID, _ to: Destination) {
    self.caseID = caseID
    self.to = to
  }
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("case", &caseID)
    f.field("to", &to)
  }
}

/// A case left by itself.
package struct CaseDeparted: Described {
  package var caseID = CaseID()
  package var reason = DepartureReason.withdrew
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("case", &caseID)
    f.field("reason", &reason)
  }
}

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
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("case", &caseID)
    f.field("with", &with)
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
    f.field("second", &second)
    f.field("kind", &kind)
  }
}

/// A rule was found broken by something that had already happened.
package struct BreachRecorded: Described {
  package var caseID = CaseID()
  package var kind = BreachKind.clock
  package var cause = BreachCause.unknown
  package init() {}
  package init(_ caseID: CaseID, _ kind: BreachKind, _ cause: BreachCause) {
    self.caseID = caseID
    self.kind = kind
    self.cause = cause
  }
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("case", &caseID)
    f.field("kind", &kind)
    f.field("cause", &cause)
  }
}

/// Someone took an alarm as their own.
package struct AlarmAnswered: Described {
  package var threshold = ""
  package init() {}
  package init(_ threshold: String) { self.threshold = threshold }
  package mutating func describe(_ f: inout some FieldVisitor) { f.field("threshold", &threshold) }
}

/// Someone declared or stood down a crisis.
package struct CrisisAnswered: Described {
  /// Who is in charge from now on.
  package var charge = Code.none
  package init() {}
  package init(_ charge: Code) { self.charge = charge }
  package mutating func describe(_ f: inout some FieldVisitor) { f.field("charge", &charge) }
}

/// A line of an action card was done, or undone.
package struct ActionDone: Described {
  package var card = Code.none
  package var line = 0
  package var undone = false
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("card", &card)
    f.field("line", &line)
    f.field("undone", &undone, usual: false)
  }
}

/// The people already there when a recording begins: counted as carried in, not as arrived.
package struct OpeningState: Described {
  package var parties: [Party] = []
  package var people: [Person] = []
  package var cases: [Case] = []
  package var desks: [DeskOpened] = []
  package var capacities: [AreaCapacity] = []
  package var interpreters: [InterpretersChanged] = []
  package var separations: [Separation] = []
  package var breaches: [Breach] = []
  package var nextPerson = PersonID(number: 1)
  package var nextParty = PartyID(number: 1)
  package var nextCase = CaseID(number: 1)
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("nextPerson", &nextPerson)
    f.field("nextParty", &nextParty)
    f.field("nextCase", &nextCase)
    f.field("desks", &desks, most: 1_000)
    f.field("capacities", &capacities, most: Limit.areas)
    f.field("interpreters", &interpreters, most: 200)
    f.field("separations", &separations, most: 100_000)
    f.field("breaches", &breaches, most: 100_000)
    f.field("parties", &parties, most: Int(Limit.numberSpan))
    f.field("cases", &cases, most: Int(Limit.numberSpan))
    f.field("people", &people, most: Int(Limit.numberSpan))
  }
}

/// The capacity of one area at a moment.
package struct AreaCapacity: Described {
  package var area = Code.none
  package var capacity = Capacity()
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("area", &area)
    f.field("capacity", &capacity)
  }
}

/// People of one family who are apart, until they are reunited.
package struct Separation: Described, Hashable {
  package var from = CaseID()
  package var to = CaseID()
  package var reason = SplitReason.medical
  package var since = Instant()
  package var second = Code.none
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("from", &from)
    f.field("to", &to)
    f.field("reason", &reason)
    f.field("since", &since)
    f.field("second", &second)
  }
}

/// A line of the breach ledger.
package struct Breach: Described, Hashable {
  package var caseID = CaseID()
  package var kind = BreachKind.clock
  package var cause = BreachCause.unknown
  package var at = Instant()
  package var by = Code.none
  /// When it ended, or nil while it lasts.
  package var ended: Instant?
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("case", &caseID)
    f.field("kind", &kind)
    f.field("cause", &cause)
    f.field("at", &at)
    f.field("by", &by)
    f.field("ended", &ended)
  }
}
