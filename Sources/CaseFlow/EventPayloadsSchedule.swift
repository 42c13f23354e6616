// What events carry: who is on duty when, booked interviews. The fields stand in the order of the format.

/// Someone is on duty from one time to another, here or at a telephone far away.
package struct Duty: Hashable, Described {
  package var staff = Code.none
  package var role = Role.officer
  /// What they speak, or interpret.
  package var languages: [Code] = []
  package var from = Instant()
  package var until = Instant()
  package var isRemote = false
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("staff", &staff)
    f.field("role", &role)
    f.field("languages", &languages, most: 20)
    f.field("from", &from)
    f.field("until", &until)
    f.field("remote", &isRemote, usual: false)
  }
}

/// Someone on duty is so no longer: ill, called away, gone home.
package struct StaffOnly: Described {
  package var staff = Code.none
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) { f.field("staff", &staff) }
}

/// An interview was booked; a supervisor decided it.
package struct InterviewBooked: Described {
  package var caseID = CaseID()
  /// Its terms; what follows from the center is worked out when it is applied.
  package var booking = Booking()
  package init() {}
  package init(_ caseID: CaseID, _ booking: Booking) {
    self.caseID = caseID
    self.booking = booking
  }
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("case", &caseID)
    booking.describeTerms(&f)
  }
}

/// A booking was taken back; the case keeps its place in the queue.
package struct InterviewUnbooked: Described {
  package var caseID = CaseID()
  package var reason = UnbookReason.moved
  package init() {}
  package mutating func describe(_ f: inout some FieldVisitor) {
    f.field("case", &caseID)
    f.field("reason", &reason)
  }
}
