// What a center keeps of screening, the schedule, departures, receivers and referrals.

/// A line of the screening that was done.
package struct CheckDone: Hashable, Described {
  package var check = HealthCheck.interview
  package var result = CheckResult.clear
  package var at = Instant()
  package var by = Code.none
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("check", &check)
    f.field("result", &result)
    f.field("at", &at)
    f.field("by", &by)
  }
}

/// A finding of a person, and when it was treated.
package struct FindingMade: Hashable, Described {
  package var finding = Finding.lice
  package var at = Instant()
  package var treatedAt: Instant?
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("finding", &finding)
    f.field("at", &at)
    f.field("treated", &treatedAt)
  }
}

/// What a person was last judged fit or not fit for.
package struct Fitness: Hashable, Described {
  package var purpose = FitFor.travel
  package var fit = false
  package var at = Instant()
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("for", &purpose)
    f.field("fit", &fit)
    f.field("at", &at)
  }
}

/// A stay of a person in an area; without an end it lasts.
package struct Stay: Hashable, Described {
  package var area = Code.none
  package var from = Instant()
  package var until: Instant?
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("area", &area)
    f.field("from", &from)
    f.field("until", &until)
  }
}

/// Every duty of one person.
package struct RosterOf: Hashable, Described {
  package var staff = Code.none
  package var duties: [Duty] = []
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("staff", &staff)
    f.field("duties", &duties, most: Limit.duties)
  }
}

/// The interview a case is booked for.
package struct Booking: Hashable, Described {
  package var from = Instant()
  package var until = Instant()
  package var officer = Code.none
  package var mode = InterviewMode.inPerson
  /// The room, as the desk that stands in it; none is needed on the telephone.
  package var room: DeskID?
  package var language = Code.none
  /// Who interprets; nil where the officer speaks the language, or where a rare one is booked all the same.
  package var interpreter: Code?
  package var withCounsel = false
  /// Whether the roster named someone of legal services for that day when it was booked: then only they are counsel.
  package var counselWasListed = false
  package var bookedAt = Instant()
  /// Whether someone there spoke or interpreted the language when it was booked; else a rare one is tried all the same.
  package var isUnderstood = false
  /// Booked by telephone although an officer and a room were free then: it is counted.
  package var inPersonWasFree = false
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    describeTerms(&f)
    f.field("counselListed", &counselWasListed, usual: false)
    f.field("booked", &bookedAt)
    f.field("understood", &isUnderstood, usual: false)
    f.field("inPersonWasFree", &inPersonWasFree, usual: false)
  }

  /// What was agreed, as whoever books it says it.
  mutating func describeTerms(_ f: inout some FieldVisitor) {
    f.field("from", &from)
    f.field("until", &until)
    f.field("officer", &officer)
    f.field("mode", &mode, usual: .inPerson)
    f.field("room", &room)
    f.field("language", &language)
    f.field("interpreter", &interpreter)
    f.field("counsel", &withCounsel, usual: false)
  }
}

/// A referral to a service beside the flow: asked, seen, outcome.
package struct ReferralPath: Hashable, Described {
  package var to = Referral.legalServices
  package var askedAt = Instant()
  package var seenAt: Instant?
  package var closedAt: Instant?
  package var outcome: ReferralOutcome?
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("to", &to)
    f.field("asked", &askedAt)
    f.field("seen", &seenAt)
    f.field("closed", &closedAt)
    f.field("outcome", &outcome)
  }
}

/// Something a released case is asked to come to, and what became of it.
package struct FollowUpPath: Hashable, Described {
  package var followUp = FollowUp.checkIn
  package var due = Instant()
  package var outcome: FollowUpOutcome?
  package var recordedAt: Instant?
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("followUp", &followUp)
    f.field("due", &due)
    f.field("outcome", &outcome)
    f.field("recorded", &recordedAt)
  }
}

/// A transfer that was asked for and refused.
package struct RefusedTransfer: Hashable, Described {
  package var to = Destination.orr
  package var reason = PlaceRefusal.capacity
  package var at = Instant()
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("to", &to)
    f.field("reason", &reason)
    f.field("at", &at)
  }
}

/// A bus or van out, with its manifest.
package struct Departure: Hashable, Described {
  package var id = DepartureID(number: 1)
  package var receiver = Code.none
  package var seats = 0
  package var leaves = Instant()
  package var cases: [CaseID] = []
  package var leftAt: Instant?
  /// Heads counted when it left.
  package var counted: Int?
  package var because: DepartureDifference?
  package var arrivedAt: Instant?
  /// Heads counted where it arrived.
  package var arrived: Int?
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("departure", &id)
    f.field("receiver", &receiver)
    f.field("seats", &seats)
    f.field("leaves", &leaves)
    f.field("cases", &cases, most: Limit.partyPeople)
    f.field("left", &leftAt)
    f.field("counted", &counted)
    f.field("because", &because)
    f.field("arrivedAt", &arrivedAt)
    f.field("arrived", &arrived)
  }
}

/// What a receiver takes now, where that is not what the center file says, and the places it holds for this center.
package struct ReceiverNow: Hashable, Described {
  package var receiver = Code.none
  /// People it takes a day, or nil as the center file says.
  package var places: Int?
  package var isOpen = true
  package var held = 0
  package var heldAt: Instant?
  package var heldUntil: Instant?
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("receiver", &receiver)
    f.field("places", &places)
    f.field("open", &isOpen, usual: true)
    f.field("held", &held, usual: 0)
    f.field("heldAt", &heldAt)
    f.field("heldUntil", &heldUntil)
  }
}
