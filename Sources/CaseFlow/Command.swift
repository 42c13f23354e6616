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
  /// Take back the last entry of whoever asks.
  case undo
  /// Record a fact that needs no computing: it stands as given, if every guard admits it.
  case state(Event)
  /// Record several such facts as one entry, each admitted after those before it.
  case stateAll([Event])
}

/// People who came together, as an operator enters them.
package struct Arrival: Sendable {
  package var transport = Transport.foot
  package var bookIn: Instant?
  package var bus: BusID?
  package var appointment: Code?
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
  /// What the adult beside this child is to them.
  package var relation: Relation?
  package var needs: NeedSet

  package init(
    age: Years?, band: AgeBand, sex: Sex, tie: Tie, relation: Relation? = nil, needs: NeedSet = NeedSet()
  ) {
    self.age = age
    self.band = band
    self.sex = sex
    self.tie = tie
    self.relation = relation
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

/// One thing that someone does at a desk, as the keyboard, a script or a form asks for it: a command, the details that
/// go with it, and what was questioned and confirmed. It becomes an entry only as a whole.
package struct Act: Sendable {
  /// Whom details or a confirmation are about.
  package enum Subject: Hashable, Sendable {
    /// A member of the arrival that is entered, counted from 0.
    case member(Int)
    case person(PersonID)
  }

  /// A questioned value that was confirmed.
  package struct Confirmation: Hashable, Sendable {
    package var subject: Subject
    package var check: Plausibility
    package init(_ subject: Subject, _ check: Plausibility) {
      self.subject = subject
      self.check = check
    }
  }

  /// Nil when only details are entered.
  package var command: Command?
  /// When it happened, or nil for now.
  package var at: Instant?
  /// The desk at which it is done, or nil.
  package var desk: DeskID?
  package var details: [Subject: PersonDetails] = [:]
  /// Whether the details are a second keying, and in which fields it says something else than the first.
  package var isSecondKeying = false
  package var changed: [Subject: [DetailField]] = [:]
  package var confirmed: [Confirmation] = []

  package init(_ command: Command?, at: Instant? = nil, desk: DeskID? = nil) {
    self.command = command
    self.at = at
    self.desk = desk
  }
}
