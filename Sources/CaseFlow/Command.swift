/// What someone asks of the center; `decide` answers with events or a refusal.
package enum Command: Sendable {
  /// Enter people who came together; they are numbered, formed into cases and given places.
  case arrive(Arrival)
  /// Give a whole case places: in the named area, or in the first that suits.
  case place(CaseID, in: Code?, override: Code?)
  /// Call whoever is next to a desk.
  case callNext(DeskID)
  /// Complete the service at a desk.
  case complete(CaseID)
  /// Split people from their case.
  case split(CaseID, people: [PersonID], reason: SplitReason, second: Code)
  /// Correct an entry; what follows from it is computed.
  case correct(FactCorrected)
  /// Record a fact that needs no computing: it stands as given, if every guard admits it.
  case state(Event)
}

/// People who came together, as an operator enters them.
package struct Arrival: Sendable {
  package var transport = Transport.foot
  package var bookIn: Instant?
  package var language: Code?
  package var secondLanguage: Code?
  package var nationality: Code?
  package var members: [ArrivalMember] = []
  package init() {}
}

/// One of them; ties are to the party's head.
package struct ArrivalMember: Sendable {
  package var age: Years?
  package var band: AgeBand
  package var sex: Sex
  package var tie: Tie
  package var needs: NeedSet

  package init(age: Years?, band: AgeBand, sex: Sex, tie: Tie, needs: NeedSet = NeedSet()) {
    self.age = age
    self.band = band
    self.sex = sex
    self.tie = tie
    self.needs = needs
  }
}

/// Who acts, when it happened and when it is recorded.
package struct Moment: Sendable {
  package var at: Instant
  package var recorded: Instant
  package var by: Code
  package var desk: DeskID?

  package init(at: Instant, recorded: Instant, by: Code, desk: DeskID? = nil) {
    self.at = at
    self.recorded = recorded
    self.by = by
    self.desk = desk
  }

  /// An act recorded as it happens.
  package init(_ now: Instant, by: Code, desk: DeskID? = nil) {
    self.init(at: now, recorded: now, by: by, desk: desk)
  }
}
