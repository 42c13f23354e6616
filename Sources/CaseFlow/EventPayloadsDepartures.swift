// What events carry: departures with a manifest, receivers and their places, follow-up after a release, transfers that
// are refused or picked up, returns that are answered, stopped or confirmed. The fields stand in the order of the format.

/// A bus or van out was announced: to whom, with how many seats, and when it leaves.
package struct DepartureOpened: Described {
  package var departure = DepartureID(number: 1)
  package var receiver = Code.none
  package var seats = 0
  package var leaves = Instant()
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("departure", &departure)
    f.field("receiver", &receiver)
    f.field("seats", &seats)
    f.field("leaves", &leaves)
  }
}

/// A whole case was put on the manifest of a departure, or taken off it.
package struct DepartureOfCase: Described {
  package var departure = DepartureID(number: 1)
  package var caseID = CaseID()
  package init() {}
  package init(_ departure: DepartureID, _ caseID: CaseID) {
    self.departure = departure
    self.caseID = caseID
  }
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("departure", &departure)
    f.field("case", &caseID)
  }
}

/// The heads of a departure were counted, when it left or where it arrived.
package struct DepartureCounted: Described {
  package var departure = DepartureID(number: 1)
  package var counted = 0
  /// Why they are not the people on the manifest.
  package var because: DepartureDifference?
  /// Who decided that it leaves although the receiver is closed when it comes, or takes others.
  package var override: Code?
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("departure", &departure)
    f.field("counted", &counted)
    f.field("because", &because)
    f.field("override", &override)
  }
}

/// A receiver holds places for this center until a time; 0 gives them back.
package struct PlacesHeld: Described {
  package var receiver = Code.none
  package var people = 0
  package var until = Instant()
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("receiver", &receiver)
    f.field("people", &people)
    f.field("until", &until)
  }
}

/// A receiver takes other numbers than the center file says, or nobody for now.
package struct ReceiverChanged: Described {
  package var receiver = Code.none
  /// People it takes a day.
  package var places = 0
  package var isOpen = true
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("receiver", &receiver)
    f.field("places", &places)
    f.field("open", &isOpen, usual: true)
  }
}

/// Something after the release that the case is asked to come to, or to be called for.
package struct FollowUpPlanned: Described {
  package var caseID = CaseID()
  package var followUp = FollowUp.checkIn
  package var due = Instant()
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("case", &caseID)
    f.field("followUp", &followUp)
    f.field("due", &due)
  }
}

/// What became of it.
package struct FollowUpRecorded: Described {
  package var caseID = CaseID()
  package var followUp = FollowUp.checkIn
  package var outcome = FollowUpOutcome.attended
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("case", &caseID)
    f.field("followUp", &followUp)
    f.field("outcome", &outcome)
  }
}

/// Whoever was asked for a transfer has no place, and says why.
package struct TransferRefused: Described {
  package var caseID = CaseID()
  package var to = Destination.orr
  package var reason = PlaceRefusal.capacity
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("case", &caseID)
    f.field("to", &to)
    f.field("reason", &reason)
  }
}

/// When a transfer is to be picked up.
package struct PickupPlanned: Described {
  package var caseID = CaseID()
  package var expected = Instant()
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("case", &caseID)
    f.field("expected", &expected)
  }
}

/// A consulate answered: whom it found to be children, women, or in a vulnerable situation, and how the other end
/// receives them.
package struct ConsulateAnswered: Described {
  package var caseID = CaseID()
  /// The members for whom a referral at the other end was agreed.
  package var vulnerable: [PersonID] = []
  /// Whether a referral protocol at the other end stands for all of them.
  package var hasProtocol = false
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("case", &caseID)
    f.field("vulnerable", &vulnerable, most: Limit.casePeople)
    f.field("protocol", &hasProtocol, usual: false)
  }
}

/// A return was stopped, for a reason; the case is with case management again, or heard.
package struct ReturnStopped: Described {
  package var caseID = CaseID()
  package var reason = StopReason.changedMind
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("case", &caseID)
    f.field("reason", &reason)
  }
}
