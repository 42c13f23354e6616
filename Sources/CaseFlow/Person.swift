/// One human being on the roll, by number; names and documents live elsewhere, sealed.
package struct Person: Sendable {
  package var id: PersonID
  package var party: PartyID
  package var caseID: CaseID
  /// Age in years, or nil when only the band is known.
  package var age: Years?
  package var band: AgeBand
  package var sex: Sex
  package var tie: Tie
  /// What the adult who came with this child is to them, where somebody said so.
  package var relation: Relation?
  package var needs: NeedSet
  package var presence: Presence
  /// The area in which a place was given, or nil while unplaced.
  package var area: Code?
  /// What screening found; the last of each kind counts.
  package var findings: [FindingMade]
  package var showeredAt: Instant?
  /// When the person last left for a hospital or a court, or came back.
  package var movedAt: Instant?
  package var arrivedAt: Instant
  /// Which personal details are sealed in the vault.
  package var details: [DetailField] = []
  /// Who recorded details last, and who keyed them again since.
  package var detailsBy: Code?
  package var keyedAgainBy: Code?
  /// What was done of the health screening; the last of each kind counts.
  package var checks: [CheckDone] = []
  package var fitness: [Fitness] = []
  /// Where the person has had a place, for tracing contacts.
  package var stays: [Stay] = []
  /// Since when the age is disputed.
  package var ageDisputedAt: Instant?
  /// What is claimed against what was stated.
  package var ageClaim: AgeBand?
  /// When the person was last given a shower; `showeredAt` is the first.
  package var showeredLastAt: Instant?
  /// The latest meals, in the order of their times.
  package var meals: [Instant] = []
  /// Times at a hospital or a court.
  package var absences: [Absence] = []
  /// When the key of their details was destroyed.
  package var erasedAt: Instant?

  package var isChild: Bool { band == .child }

  /// The screen's word for age and sex: `f34`, `m?`, `x7`.
  package var tag: String {
    let letter = sex == .female ? "f" : sex == .male ? "m" : "x"
    guard let age else { return letter + (isChild ? "c" : "?") }
    return letter + String(age.count)
  }
}

extension Person: Described {
  package init() {
    id = PersonID()
    party = PartyID()
    caseID = CaseID()
    age = nil
    band = .adult
    sex = .female
    tie = .unstated
    needs = NeedSet()
    presence = .here
    area = nil
    findings = []
    showeredAt = nil
    arrivedAt = Instant()
  }

  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("person", &id)
    f.field("party", &party)
    f.field("case", &caseID)
    f.field("age", &age)
    f.field("band", &band)
    f.field("sex", &sex)
    f.field("tie", &tie)
    f.field("relation", &relation)
    f.field("needsAsked", &needs.asked, usual: false)
    f.field("needs", &needs.all, most: Need.table.count)
    f.field("presence", &presence, usual: .here)
    f.field("area", &area)
    f.field("findings", &findings, most: Finding.allCases.count)
    f.field("showered", &showeredAt)
    f.field("moved", &movedAt)
    f.field("arrived", &arrivedAt)
    f.field("checks", &checks, most: HealthCheck.allCases.count)
    f.field("fitness", &fitness, most: FitFor.allCases.count)
    f.field("stays", &stays, most: Limit.stays)
    f.field("ageDisputed", &ageDisputedAt)
    f.field("ageClaim", &ageClaim)
    f.field("showeredLast", &showeredLastAt)
    f.field("meals", &meals, most: Limit.meals)
    f.field("absences", &absences, most: Limit.absences)
    f.field("details", &details, most: DetailField.allCases.count)
    f.field("detailsBy", &detailsBy)
    f.field("keyedAgainBy", &keyedAgainBy)
    f.field("erased", &erasedAt)
  }
}

/// The people who arrived together.
package struct Party: Sendable {
  package var id: PartyID
  package var arrivedAt: Instant
  /// Who recorded that they came.
  package var enteredBy = Code.none
  /// When custody began; it may lie before the arrival here. Nil is unknown: shown as "at least".
  package var bookIn: Instant?
  /// Who recorded the start of custody.
  package var bookInBy: Code?
  package var transport: Transport
  package var bus: BusID?
  package var appointment: Code?
  package var cases: [CaseID]
}

extension Party: Described {
  package init() {
    id = PartyID()
    arrivedAt = Instant()
    bookIn = nil
    bookInBy = nil
    transport = .foot
    cases = []
  }

  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("party", &id)
    f.field("arrived", &arrivedAt)
    f.field("enteredBy", &enteredBy, usual: .none)
    f.field("bookIn", &bookIn)
    f.field("bookInBy", &bookInBy)
    f.field("transport", &transport)
    f.field("bus", &bus)
    f.field("appointment", &appointment)
    f.field("cases", &cases, most: Limit.partyPeople)
  }
}
